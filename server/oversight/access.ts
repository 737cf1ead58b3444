import type { Actor } from '../platform/actor.ts'
import type { Ask } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Forbidden, NotFound } from '../platform/errors.ts'
import { mayHandle } from '../platform/official-document/signing.ts'
import { demandRight, hasRight, type Right } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import type { OversightDb } from './db.ts'
import { REPORT_STATES, type ReportAct } from './report-state.ts'
import { findReport, lockReport, type ReportRecord } from './store.ts'

const NOT_YOURS = 'Báo cáo của Tổ công tác chỉ dành cho Văn phòng Chính phủ và Tổ công tác.'
/** A report that is not issued covers every agency: only those who see every agency may have these rights. */
const SEE_DRAFTS: readonly Right[] = ['report.draft', 'report.prepare', 'report.sign']

/** Issued reports. */
export function toReadReports(actor: Actor): void {
  if (seesDrafts(actor)) return
  demandRight(actor, 'report.read', 'report.not_yours', NOT_YOURS)
}

/** Reports that are not issued, and the figures of a month while it is running. */
export function toDraftReports(actor: Actor): void {
  if (seesDrafts(actor)) return
  throw new Forbidden('report.not_yours', 'Dự thảo báo cáo chỉ dành cho người theo dõi nhiệm vụ của mọi cơ quan.')
}

export function seesDrafts(actor: Actor): boolean {
  return SEE_DRAFTS.some((right) => hasRight(actor, right))
}

export function toPrepareReports(actor: Actor): void {
  const sentence = 'Chỉ lãnh đạo, chuyên viên theo dõi của Văn phòng được lập và trình ký báo cáo.'
  demandRight(actor, 'report.prepare', 'report.may_not_prepare', sentence)
}

/** A report to read; the same 404 whether it does not exist or is not issued and the actor sees no drafts. */
export async function reportToRead(db: Handle<OversightDb>, actor: Actor, id: number): Promise<ReportRecord> {
  toReadReports(actor)
  return visible(actor, await findReport(db, id))
}

/** Locks a report for an act, after checking the actor's right and the version they saw. */
export async function reportToChange(
  trx: Transaction<OversightDb>,
  { actor, id, version }: Ask,
  act: ReportAct,
): Promise<ReportRecord> {
  toReadReports(actor)
  const report = visible(actor, await lockReport(trx, id))
  demandAct(actor, report, act)
  checkVersion(version, report.version, { by: report.changed_by, at: report.changed_at })
  return report
}

function visible(actor: Actor, report: ReportRecord | undefined): ReportRecord {
  if (report && (REPORT_STATES[report.state].isOut || seesDrafts(actor))) return report
  throw new NotFound('report.not_found', 'Không có báo cáo này.')
}

function demandAct(actor: Actor, report: ReportRecord, act: ReportAct): void {
  if (mayAct(actor, report, act)) return
  if (act === 'sign' || act === 'sendBack') {
    demandRight(actor, 'report.sign', 'report.may_not_sign', 'Chỉ lãnh đạo có thẩm quyền mới ký được báo cáo.')
    throw new Forbidden('report.for_another', 'Báo cáo này trình người khác ký. Hãy rút lại và chọn người ký khác.')
  }
  toPrepareReports(actor)
}

/** Who may do what to a report they may see, regardless of its state. */
export function mayAct(actor: Actor, report: { signatory_id: number | null }, act: ReportAct): boolean {
  if (act === 'sign' || act === 'sendBack') return mayHandle(actor, 'report.sign', report.signatory_id)
  return hasRight(actor, 'report.prepare')
}
