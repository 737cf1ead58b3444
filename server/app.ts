import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { mountHome } from './home/routes.ts'
import { house } from './house.ts'
import { mountSignIn } from './platform/account/sign-in.ts'
import { openAuth } from './platform/auth.ts'
import { mountRequestScope } from './platform/database/request-scope.ts'
import { mountApiDocs } from './platform/http/api-docs.ts'
import { mountHealth } from './platform/http/health.ts'
import { mountHeavy } from './platform/http/heavy.ts'
import { type App, buildHttp } from './platform/http/server.ts'
import { mountWeb } from './platform/http/web.ts'
import { mountLive } from './platform/live/route.ts'
import type { Deps } from './platform/room.ts'
import { mountAgencyFilter } from './registry/index.ts'
import { accountsFile } from './welcome.ts'

const ROOT = join(import.meta.dirname, '..')

/** The product's version, from package.json. */
const VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version

export interface AppDeps extends Deps {
  /** Pool with the driver's own types, for better-auth; one connection of it listens for live changes. */
  authPool: Pool
  /** Folder of the built console. */
  webDir?: string
}

/** The whole server, ready to listen or to be injected into: sign-in, every room's routes, the console. */
export async function buildApp({ authPool, webDir, ...deps }: AppDeps): Promise<App> {
  const { config } = deps
  const app = await buildHttp({ ...config, version: VERSION, constraints: house.constraints })
  mountRequestScope(app)
  mountHeavy(app, config.heavy)
  const hasSampleAccounts = config.sample !== 'none' && existsSync(accountsFile(config.dataDir))
  const whoAsks = mountSignIn(app, {
    ...deps,
    hasSampleAccounts,
    auth: openAuth(config, authPool),
    findActor: house.findActor,
    findClient: house.findClient,
    clientScopes: house.clientScopes,
    tokenScopes: house.tokenScopes,
  })
  mountHealth(app, { pool: authPool, version: VERSION, sample: hasSampleAccounts })
  mountLive(app, { ...deps, pool: authPool, audiences: house.audiences, whoAsks })
  await mountApiDocs(app)
  mountAgencyFilter(app, deps)
  for (const room of house.rooms) await room.routes?.(app, deps, house)
  mountHome(app, { ...deps, rooms: house.rooms })
  await mountWeb(app, webDir ?? join(ROOT, 'web/dist'))
  await app.ready()
  return app
}
