import type { FastifyRequest } from 'fastify'
import { Problem } from './errors.ts'
import type { Right } from './rights.ts'

/** Key of a role. What each may do and see is data (`registry.role`). */
export type Role = string

/** A signed-in user, in the post they work in now. Every permission is decided from this and the object. */
export interface Actor {
  userId: string
  /** Null: an API client of an agency. */
  personId: number | null
  name: string
  role: Role
  rights: readonly Right[]
  agencyId: number
  agencyName: string
  /** The own agency, the units under it and the agencies it took over: the actor takes part in their tasks. */
  own: readonly number[]
  /** The agencies whose tasks the actor may read, `own` among them; null: all. */
  seen: readonly number[] | null
  /** The person whose agencies the actor follows up: their own, or the holder's for a deputy; null: nobody follows any today. */
  followerId: number | null
  /** The holder of the post, if the actor is a deputy. */
  onBehalfOf: { personId: number; name: string } | null
}

/** An actor with what their own screen and papers show. */
export interface KnownActor extends Actor {
  /** Their agency is a unit of another one. */
  isUnit?: boolean
  /** As written under a signature: "Chuyên viên chính". */
  title: string | null
  /** An invented person of the sample data. */
  sample: boolean
  /** Whether the role requires a second factor. */
  isTwoFactor: boolean
}

/** The system itself, acting through a job or a rule; `name` says which: "quá hạn". */
export interface SystemActor {
  system: true
  name: string
}

export function systemActor(name: string): SystemActor {
  return { system: true, name }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the sign-in check of `auth.ts`; read it with `actorOf`. */
    actor: KnownActor | null
    /** The browser's session, if the request came by one; a token has none. */
    sessionId: string | null
  }
}

/** The requesting actor. Throws 401 if the route is open to strangers and the request is a stranger's. */
export function actorOf(request: FastifyRequest): KnownActor {
  if (!request.actor) {
    throw new Problem(401, 'auth.required', 'Bạn chưa đăng nhập hoặc phiên làm việc đã hết hạn. Hãy đăng nhập lại.')
  }
  return request.actor
}

/** The name recorded under an act: "Lê Văn Mẫu", and for a deputy "Lê Văn Mẫu (thay mặt Trần Thị Mẫu)". */
export function signatureOf(actor: Actor | SystemActor): string {
  const behalf = 'system' in actor ? null : actor.onBehalfOf
  return behalf === null ? actor.name : `${actor.name} (thay mặt ${behalf.name})`
}

/** The agencies whose tasks the actor may read; null: all of them. */
export function agenciesSeenBy(actor: Actor | SystemActor): readonly number[] | null {
  return 'system' in actor ? null : actor.seen
}
