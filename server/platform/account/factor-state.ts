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
export const STANDINGS = ['none', 'proved', 'toProve', 'toEnrol'] as const

/** How a session stands with a second factor. */
export interface Standing {
  /** `none`: there is none and none is asked for. `toEnrol`: the working post's role asks for one and there is none. */
  state: (typeof STANDINGS)[number]
  /** What the user can prove with. */
  factors: Factor[]
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True where a session that still owes its second factor may go: to prove or enrol one, to see who one is. */
    beforeProof?: boolean
  }
  interface FastifyRequest {
    /** Null for strangers and programs. */
    standing: Standing | null
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
 * Whoever has a second factor owes it in every session, and whoever works in a post whose role asks for one has to have one.
 * `isNeeded` is the role's word.
 */
export async function standingOf(db: Db, userId: string, sessionId: string, isNeeded: boolean): Promise<Standing> {
  const { rows } = await sql<Proofs>`select ${proofsOf(sql`${userId}`, sql`${sessionId}`)}`.execute(db)
  return standingBy(rows[0]!, isNeeded)
}

export function standingBy({ isProved, hasTotp, hasPasskey }: Proofs, isNeeded: boolean): Standing {
  const factors: Factor[] = [...(hasTotp ? (['totp'] as const) : []), ...(hasPasskey ? (['passkey'] as const) : [])]
  const state = isProved ? 'proved' : factors.length > 0 ? 'toProve' : isNeeded ? 'toEnrol' : 'none'
  return { state, factors }
}

export function owes({ state }: Standing): boolean {
  return state === 'toProve' || state === 'toEnrol'
}

/** Throws 403 `auth.second_factor_required` where the session still owes one and the route is not on the way to it. */
export function demandSecondFactor(request: FastifyRequest, standing: Standing): void {
  if (!owes(standing) || request.routeOptions.config.beforeProof) return
  throw new Forbidden(
    'auth.second_factor_required',
    standing.state === 'toProve'
      ? 'Hãy xác thực lớp thứ hai để tiếp tục.'
      : 'Vai trò này phải có xác thực hai lớp. Hãy đăng ký lớp thứ hai để tiếp tục.',
    { extra: { standing: standing.state } },
  )
}

/** Throws 403 for a token that was made without a second factor, where the role asks for one. */
export function demandProvedToken(actor: KnownActor, isProved: boolean): void {
  if (!actor.isTwoFactor || isProved) return
  throw new Forbidden(
    'auth.second_factor_required',
    'Vai trò này phải có xác thực hai lớp. Hãy tạo mã API mới trong phiên đã xác thực hai lớp.',
  )
}

/** Notes that the session has proved a second factor; a second proof takes the place of the first. */
export async function noteProof(trx: AnyTransaction, sessionId: string, method: Proof): Promise<void> {
  await within<AccountDb>(trx)
    .insertInto('platform.session_proof')
    .values({ session_id: sessionId, method })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ method, proved_at: sql<string>`now()` }))
    .execute()
}
