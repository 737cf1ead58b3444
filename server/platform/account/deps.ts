import type { FastifyRequest } from 'fastify'
import type { KnownActor } from '../actor.ts'
import type { Auth } from '../auth.ts'
import type { Config } from '../config.ts'
import type { Db } from '../db.ts'
import type { Standing } from './standing.ts'

/** What the routes of the door and the account work with. */
export interface AccountDeps {
  auth: Auth
  db: Db
  config: Pick<Config, 'origin' | 'trustedOrigins' | 'dataDir' | 'authSecret' | 'identity'>
  hasSampleAccounts: boolean
  /** Who asks, for a route that is open to strangers too. */
  whoAsks: (request: FastifyRequest) => Promise<KnownActor | null>
}

/** How the session asked from stands; routes of the account are closed to tokens, so it is known. */
export const standingIn = (request: FastifyRequest): Standing => request.standing ?? { state: 'none', factors: [] }
