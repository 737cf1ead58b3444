import type { Actor } from '../platform/actor.ts'
import { Forbidden } from '../platform/errors.ts'
import { demandRight } from '../platform/rights.ts'

const REFUSAL = 'Chỉ người giữ danh mục cơ quan của toàn hệ thống mới được lập, xem và áp dụng phương án sắp xếp.'

/** A plan shows every agency's tasks and people, so it is for those who keep the registry and see every agency. */
export function toKeepReorganisations(actor: Actor): void {
  demandRight(actor, 'registry.keep', 'reorganisation.not_allowed', REFUSAL)
  if (actor.seen !== null) throw new Forbidden('reorganisation.not_allowed', REFUSAL)
}
