import type { Actor } from '../actor.ts'
import { demandRight } from '../rights.ts'

/** Refuses everybody but those who keep the system. */
export function demandMailKeeper(actor: Actor): void {
  demandRight(actor, 'system.keep', 'mail.not_allowed', 'Chỉ quản trị hệ thống mới xem và gửi lại được thư trong sổ.')
}
