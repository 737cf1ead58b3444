import type { Actor } from '../platform/actor.ts'
import { Forbidden } from '../platform/errors.ts'

/** Whose notifications an actor reads: their own, in whatever post they work. A system has none. */
export function ownPerson(actor: Actor): number {
  if (actor.personId !== null) return actor.personId
  throw new Forbidden(
    'notifications.people_only',
    'Chỉ người dùng có thông báo. Phần mềm của cơ quan được báo bằng webhook.',
  )
}
