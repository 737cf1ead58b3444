import type { FastifyRequest } from 'fastify'
import { Problem } from './errors.ts'

export type Role = 'administrator' | 'followUp' | 'taskForce' | 'officer'

/** Someone signed in, as the registry knows them today. Every permission is decided from this and the object. */
export interface Actor {
  userId: string
  personId: number
  name: string
  role: Role
  agencyId: number
  agencyName: string
}

/** An actor with what their own screen and papers show. */
export interface KnownActor extends Actor {
  /** As it stands under a signature: "Chuyên viên chính". */
  title: string | null
  /** An invented person of the sample data. */
  sample: boolean
}

/** The system itself, acting by a job or a rule; `name` says which: "quá hạn". */
export interface SystemActor {
  system: true
  name: string
}

export function systemActor(name: string): SystemActor {
  return { system: true, name }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the sign-in check of `auth.ts`; read it through `actorOf`. */
    actor: KnownActor | null
  }
}

/** Who is asking. Throws 401 where the route is open to strangers and one is asking. */
export function actorOf(request: FastifyRequest): KnownActor {
  if (!request.actor) {
    throw new Problem(401, 'auth.required', 'Bạn chưa đăng nhập hoặc phiên làm việc đã hết hạn. Hãy đăng nhập lại.')
  }
  return request.actor
}
