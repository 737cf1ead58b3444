import type { Actor } from '../platform/actor.ts'
import { Forbidden } from '../platform/errors.ts'
import { demandRight } from '../platform/rights.ts'

const REFUSAL = 'Chỉ người giữ danh mục cơ quan của toàn hệ thống mới được lập, xem và áp dụng phương án sắp xếp.'

/** A plan tells of every body's tasks and people: for those who keep the registry and see every body. */
export function toKeepReorganisations(actor: Actor): void {
  demandRight(actor, 'registry.keep', 'reorganisation.not_allowed', REFUSAL)
  if (actor.seen !== null) throw new Forbidden('reorganisation.not_allowed', REFUSAL)
}
