import type { Actor, Role } from '../platform/actor.ts'
import { Forbidden } from '../platform/errors.ts'

const READERS: readonly Role[] = ['administrator', 'followUp', 'taskForce']
const ISSUERS: readonly Role[] = ['administrator', 'followUp']

/** The Task Force's report covers every body, so only those who may see every body's tasks read it. */
function mayReadReports(actor: Actor): boolean {
  return READERS.includes(actor.role)
}

export function toReadReports(actor: Actor): void {
  if (!mayReadReports(actor)) {
    throw new Forbidden('report.not_yours', 'Báo cáo của Tổ công tác chỉ dành cho Văn phòng Chính phủ và Tổ công tác.')
  }
}

export function toIssueReports(actor: Actor): void {
  toReadReports(actor)
  if (!ISSUERS.includes(actor.role)) {
    throw new Forbidden('report.may_not_issue', 'Chỉ chuyên viên theo dõi và quản trị viên được phát hành báo cáo.')
  }
}
