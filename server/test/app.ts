import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { hashPassword } from 'better-auth/crypto'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { buildApp } from '../app.ts'
import { house } from '../house.ts'
import { type Actor, type Role, systemActor } from '../platform/actor.ts'
import { openBlobs } from '../platform/blobs.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { stoppedClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { type Database, openPool, type Transaction } from '../platform/db.ts'
import type { App } from '../platform/http/server.ts'
import { drain } from '../platform/jobs.ts'
import { quietLog } from '../platform/log.ts'
import type { Deps } from '../platform/room.ts'
import { APPLICATION } from '../platform/schema/grants.ts'
import { issueToken } from '../platform/token.ts'
import { addPerson, findActor } from '../registry/index.ts'
import { atEnd } from './at-end.ts'
import { openFreshDatabase } from './database.ts'

/** A signed-in person: who they are, and a function to send requests as them. */
export interface Visitor {
  actor: Actor
  token: string
  email: string
  password: string
  /** Sends a request; a plain `body` goes as JSON. `ifMatch` and `key` become If-Match and Idempotency-Key. */
  send: (method: Method, url: string, options?: SendOptions) => Promise<Answer>
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export interface SendOptions {
  body?: unknown
  ifMatch?: number
  key?: string
  headers?: Record<string, string>
  /** Where the request comes from. */
  remoteAddress?: string
  /** The answer is endless: it is abandoned once it has begun. */
  endless?: true
}
export interface Answer {
  status: number
  headers: LightMyRequestResponse['headers']
  /** Parsed if the answer is JSON, else the text. Tests cast it to the expected type. */
  body: never
  bytes: Buffer
}

export interface Place {
  /** Slug of the agency. */
  agency?: string
  name?: string
  /** For a member of the Task Force: slugs of the agencies followed; default: every agency. */
  follows?: readonly string[]
}

export interface TestApp extends Deps {
  app: App
  clock: ReturnType<typeof stoppedClock>
  /** Owner's address of the database. */
  url: string
  /** A new person with this role and a token, in the agency with this slug (default 'van-phong-chinh-phu'). */
  as: (role: Role, place?: Place) => Promise<Visitor>
  /** The id of an agency by its slug. */
  agency: (slug: string) => Promise<number>
  /** A request without sign-in. */
  send: Visitor['send']
  /** Runs all due jobs, and rethrows the error of one that failed. */
  drain: () => Promise<void>
}

const PASSWORD = 'bang-mua-dong-tro-la'
/** Hashing is slow on purpose, as in production, so it is done once per process: everyone has the same password. */
let passwordHash: Promise<string> | undefined

/** The whole server on its own database and data directory, at noon on 28/02/2021; removed with the test. */
export async function freshApp(
  t: TestContext,
  { at = '2021-02-28', env = {} }: { at?: string; env?: Record<string, string> } = {},
): Promise<TestApp> {
  const { db, url, pool, close } = await openFreshDatabase(house.audit)
  const dataDir = mkdtempSync(join(tmpdir(), 'dieuhanh-app-'))
  const LOG_LEVEL = process.env.LOG_LEVEL ?? 'silent'
  const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: url, LOG_LEVEL, ...env })
  const clock = stoppedClock(at)
  const deps: Deps = { config, db, clock, blobs: openBlobs(dataDir) }
  const authPool = openPool(url, { role: APPLICATION, max: 3 })
  const app = await buildApp({ ...deps, authPool })
  atEnd(t, async () => {
    await app.close()
    await authPool.end()
    await close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const agency = async (slug: string) =>
    (await db.selectFrom('registry.agency').select('agency_id').where('slug', '=', slug).executeTakeFirstOrThrow())
      .agency_id
  let people = 0
  const as: TestApp['as'] = async (role, place = {}) => {
    people += 1
    const name = place.name ?? `Người Thử ${people}`
    const email = `nguoi.thu.${people}@mau.gov.vn`
    const agencyId = await agency(place.agency ?? 'van-phong-chinh-phu')
    return db.transaction().execute(async (trx) => {
      const userId = await addVisitor(trx, { name, email, username: `nguoi_thu_${people}` })
      await addPerson(trx, systemActor('thử'), {
        userId,
        fullName: name,
        agencyId,
        role,
        title: 'Chuyên viên',
        from: '2020-01-01',
      })
      if (role === 'taskForce') {
        await sql`
          insert into registry.following (person_id, agency_id, valid)
          select p.person_id, a.agency_id, '[2020-01-01,)' from registry.person p, registry.agency a
          where p.user_id = ${userId} and a.slug = any(coalesce(${place.follows ?? null}::text[], array[a.slug]))`.execute(
          trx,
        )
      }
      const token = await issueToken(trx, userId, 'thử')
      const actor = await findActor(trx, { userId, sessionId: null }, todayInVietnam(clock))
      if (!actor) throw new Error('the person just added is not found')
      return { actor, token, email, password: PASSWORD, send: sender(app, { authorization: `Bearer ${token}` }) }
    })
  }

  return {
    ...deps,
    clock,
    app,
    url,
    as,
    agency,
    send: sender(app, {}),
    drain: () => drain({ pool, handlers: house.handlers, context: { ...deps, log: quietLog } }),
  }
}

/**
 * Another server over the same database and files, after what each start prepares; it ends with the test. Requests are sent to
 * it as this visitor.
 */
export async function restarted(t: TestContext, app: TestApp, { token }: Visitor): Promise<Visitor['send']> {
  const { config, db, clock, blobs } = app
  await db.transaction().execute(async (trx) => {
    for (const room of house.rooms) await room.prepare?.(trx, house)
  })
  const authPool = openPool(app.url, { role: APPLICATION, max: 2 })
  const second = await buildApp({ config, db, clock, blobs, authPool })
  atEnd(t, async () => {
    await second.close()
    await authPool.end()
  })
  return sender(second, { authorization: `Bearer ${token}` })
}

/** Like `addUser`, without hashing the same password again. */
async function addVisitor(trx: Transaction<Database>, user: { name: string; email: string; username: string }) {
  const id = crypto.randomUUID()
  passwordHash ??= hashPassword(PASSWORD)
  const account = { id: crypto.randomUUID(), account_id: id, provider_id: 'credential', password: await passwordHash }
  const verified = { email_verified: true, display_username: user.username }
  await trx
    .insertInto('platform.user')
    .values({ id, ...user, ...verified })
    .execute()
  await trx
    .insertInto('platform.account')
    .values({ ...account, user_id: id })
    .execute()
  return id
}

function sender(app: App, always: Record<string, string>): Visitor['send'] {
  return async (method, url, { body, ifMatch, key, headers, remoteAddress, endless } = {}) => {
    const options: InjectOptions = {
      method,
      url,
      ...(remoteAddress === undefined ? {} : { remoteAddress }),
      headers: {
        ...always,
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
    }
    if (body !== undefined) options.payload = body as NonNullable<InjectOptions['payload']>
    if (endless) return beginning(app, options)
    const response = await app.inject(options)
    const isJson = String(response.headers['content-type']).includes('json')
    return {
      status: response.statusCode,
      headers: response.headers,
      body: (isJson ? response.json() : response.body) as never,
      bytes: response.rawPayload,
    }
  }
}

/** Status and headers of an endless answer; a refusal, which ends, is read completely. */
async function beginning(app: App, options: InjectOptions): Promise<Answer> {
  const response = await app.inject({ ...options, payloadAsStream: true })
  const { statusCode: status, headers } = response
  if (status >= 400) {
    const bytes = Buffer.concat(await response.stream().toArray())
    return { status, headers, body: JSON.parse(bytes.toString()) as never, bytes }
  }
  response.stream().destroy()
  return { status, headers, body: {} as never, bytes: Buffer.alloc(0) }
}

export { upload } from './upload.ts'
