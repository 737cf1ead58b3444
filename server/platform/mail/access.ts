import type { Actor } from '../actor.ts'
import { demandRight } from '../rights.ts'

/** Refuses everyone but system administrators. */
export function demandMailKeeper(actor: Actor): void {
  demandRight(actor, 'system.keep', 'mail.not_allowed', 'Chỉ quản trị hệ thống mới xem và gửi lại được thư trong sổ.')
}
