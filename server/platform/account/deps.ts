import type { FastifyRequest } from 'fastify'
import type { KnownActor } from '../actor.ts'
import type { Auth } from '../auth.ts'
import type { Config } from '../config.ts'
import type { Db } from '../db.ts'
import type { FactorState } from './factor-state.ts'

/** What the routes of sign-in and the account need. */
export interface AccountDeps {
  auth: Auth
  db: Db
  config: Pick<Config, 'origin' | 'trustedOrigins' | 'dataDir' | 'authSecret' | 'identity' | 'mail'>
  hasSampleAccounts: boolean
  /** The requesting user, for a route that is open to strangers too. */
  whoAsks: (request: FastifyRequest) => Promise<KnownActor | null>
}

/**
 * The second-factor state of the session of the request; routes of the account are closed to tokens, so it is known.
 */
export const factorStateIn = (request: FastifyRequest): FactorState =>
  request.factorState ?? { state: 'none', factors: [] }
