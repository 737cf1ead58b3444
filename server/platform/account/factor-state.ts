import type { FastifyRequest } from 'fastify'
import { type Expression, sql } from 'kysely'
import type { KnownActor } from '../actor.ts'
import { type AnyTransaction, type Db, within } from '../db.ts'
import { Forbidden } from '../errors.ts'
import type { AccountDb } from './db.ts'

export const PROOFS = ['totp', 'passkey', 'recoveryCode', 'identity'] as const
export type Proof = (typeof PROOFS)[number]
export const FACTORS = ['totp', 'passkey'] as const
export type Factor = (typeof FACTORS)[number]
export const FACTOR_STATES = ['none', 'proved', 'toProve', 'toEnrol'] as const

/** The second-factor state of a session. */
export interface FactorState {
  /** `none`: there is none and none is required. `toEnrol`: the working post's role requires one and there is none. */
  state: (typeof FACTOR_STATES)[number]
  /** What the user can prove with. */
  factors: Factor[]
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * True if a session that has not proved its second factor yet may call it: to prove or enrol one, to see who one
     * is.
     */
    beforeProof?: boolean
  }
  interface FastifyRequest {
    /** Null for strangers, tokens and API clients. */
    factorState: FactorState | null
  }
}

/** What the database knows of a session's second factor. */
export interface Proofs {
  isProved: boolean
  hasTotp: boolean
  hasPasskey: boolean
}

/** `Proofs` as columns of a query; the two are expressions of it. */
export const proofsOf = (userId: Expression<string>, sessionId: Expression<string>) => sql<Proofs>`
  exists (select from platform.session_proof where session_id = ${sessionId}) as "isProved",
  exists (select from platform.totp where user_id = ${userId} and confirmed_at is not null) as "hasTotp",
  exists (select from platform.passkey where user_id = ${userId}) as "hasPasskey"`

/**
 * A user with a second factor must prove it in every session, and a user in a post whose role requires one must have
 * one. `isNeeded` says whether the role does.
 */
export async function factorStateOf(
  db: Db,
  userId: string,
  sessionId: string,
  isNeeded: boolean,
): Promise<FactorState> {
  const { rows } = await sql<Proofs>`select ${proofsOf(sql`${userId}`, sql`${sessionId}`)}`.execute(db)
  return factorStateFrom(rows[0]!, isNeeded)
}

export function factorStateFrom({ isProved, hasTotp, hasPasskey }: Proofs, isNeeded: boolean): FactorState {
  const factors: Factor[] = [...(hasTotp ? (['totp'] as const) : []), ...(hasPasskey ? (['passkey'] as const) : [])]
  const state = isProved ? 'proved' : factors.length > 0 ? 'toProve' : isNeeded ? 'toEnrol' : 'none'
  return { state, factors }
}

export function owes({ state }: FactorState): boolean {
  return state === 'toProve' || state === 'toEnrol'
}

/**
 * Throws 403 `auth.second_factor_required` if the session has not proved a required second factor and the route is not
 * part of doing so.
 */
export function demandSecondFactor(request: FastifyRequest, factorState: FactorState): void {
  if (!owes(factorState) || request.routeOptions.config.beforeProof) return
  throw new Forbidden(
    'auth.second_factor_required',
    factorState.state === 'toProve'
      ? 'Hãy xác thực lớp thứ hai để tiếp tục.'
      : 'Vai trò này phải có xác thực hai lớp. Hãy đăng ký lớp thứ hai để tiếp tục.',
    { extra: { factorState: factorState.state } },
  )
}

/** Throws 403 for a token that was made without a second factor, if the role requires one. */
export function demandProvedToken(actor: KnownActor, isProved: boolean): void {
  if (!actor.isTwoFactor || isProved) return
  throw new Forbidden(
    'auth.second_factor_required',
    'Vai trò này phải có xác thực hai lớp. Hãy tạo mã API mới trong phiên đã xác thực hai lớp.',
  )
}

/** Records that the session has proved a second factor; a second proof replaces the first. */
export async function noteProof(trx: AnyTransaction, sessionId: string, method: Proof): Promise<void> {
  await within<AccountDb>(trx)
    .insertInto('platform.session_proof')
    .values({ session_id: sessionId, method })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ method, proved_at: sql<string>`now()` }))
    .execute()
}
