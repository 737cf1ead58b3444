import type { Actor } from '../platform/actor.ts'
import { demandRight } from '../platform/rights.ts'

/** Issued reports. */
export function toReadReports(actor: Actor): void {
  demandRight(
    actor,
    'report.read',
    'report.not_yours',
    'Báo cáo của Tổ công tác chỉ dành cho Văn phòng Chính phủ và Tổ công tác.',
  )
}

/** A draft report covers every agency, so only those who may see every agency's tasks read it. */
export function toDraftReports(actor: Actor): void {
  const sentence = 'Dự thảo báo cáo chỉ dành cho người theo dõi nhiệm vụ của mọi cơ quan.'
  demandRight(actor, 'report.draft', 'report.not_yours', sentence)
}

export function toIssueReports(actor: Actor): void {
  toReadReports(actor)
  const sentence = 'Chỉ chuyên viên theo dõi và quản trị viên được phát hành báo cáo.'
  demandRight(actor, 'report.issue', 'report.may_not_issue', sentence)
}
