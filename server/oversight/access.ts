import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Ask } from '../platform/change.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Forbidden, NotFound } from '../platform/errors.ts'
import { mayHandle } from '../platform/official-document/signing.ts'
import { demandRight, hasRight, type Right } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import { holdersOf, signatoriesOf } from '../registry/index.ts'
import type { OversightDb } from './db.ts'
import { REPORT_STATE_NAMES, REPORT_STATES, type ReportAct } from './report-state.ts'
import { findReport, lockReport, type ReportRecord } from './store.ts'

const NOT_YOURS = 'Báo cáo của Tổ công tác chỉ dành cho Văn phòng Chính phủ và Tổ công tác.'
/** A report that is not issued covers every agency: only those who see every agency may have these rights. */
const SEE_DRAFTS: readonly Right[] = ['report.draft', 'report.prepare', 'report.sign']

/** The rights to an agency's own report: who prepares it there, and who signs it. */
const OWN: readonly Right[] = ['report.prepareOwn', 'report.signOwn']

const OUT = REPORT_STATE_NAMES.filter((name) => REPORT_STATES[name].isOut)

/** Has a part in the own reports of an agency. */
export function hasOwnReports(actor: Actor): boolean {
  return OWN.some((right) => hasRight(actor, right))
}

/** Issued reports, or those of the own agency. */
export function toReadReports(actor: Actor): void {
  if (seesDrafts(actor) || hasOwnReports(actor)) return
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

/** Of the Office, or of the own agency: what a form of reports asks before it knows which. */
export function toPrepareAny(actor: Actor): void {
  if (!hasRight(actor, 'report.prepareOwn')) toPrepareReports(actor)
}

/** A report about one agency, within that agency. */
export function toPrepareOwn(actor: Actor, agencyId: number): void {
  const sentence = 'Chỉ cán bộ của chính cơ quan được lập báo cáo của cơ quan gửi người đứng đầu.'
  demandRight(actor, 'report.prepareOwn', 'report.may_not_prepare_own', sentence)
  if (!actor.own.includes(agencyId)) throw new Forbidden('report.may_not_prepare_own', sentence)
}

/** Templates, and the days on which drafts are due. */
export function toKeepTemplates(actor: Actor): void {
  const sentence = 'Chỉ quản trị hệ thống sửa được mẫu báo cáo và lịch lập báo cáo.'
  demandRight(actor, 'system.keep', 'report.may_not_keep_templates', sentence)
}

/** Whoever prepares reports reads the templates they are drawn up from. */
export function toReadTemplates(actor: Actor): void {
  if (hasRight(actor, 'system.keep') || seesDrafts(actor)) return
  const sentence = 'Mẫu báo cáo và lịch lập báo cáo chỉ dành cho người lập, ký báo cáo và quản trị hệ thống.'
  throw new Forbidden('report.may_not_read_templates', sentence)
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
  if (report && isVisible(actor, report)) return report
  throw new NotFound('report.not_found', 'Không có báo cáo này.')
}

function isVisible(actor: Actor, report: ReportRecord): boolean {
  if (report.whose === 'agency') return hasOwnReports(actor) && isOwn(actor, report)
  return (REPORT_STATES[report.state].isOut && hasRight(actor, 'report.read')) || seesDrafts(actor)
}

/** The reports that `isVisible` allows: a condition on `oversight.report r` with its kind `k`. */
export function reportsSeen(actor: Actor): RawBuilder<boolean> {
  const office = seesDrafts(actor)
    ? sql`true`
    : hasRight(actor, 'report.read')
      ? sql`r.state = any(${OUT}::text[])`
      : sql`false`
  const own = hasOwnReports(actor) ? sql`r.subject_agency_id = any(${[...actor.own]}::bigint[])` : sql`false`
  return sql<boolean>`(case k.whose when 'agency' then ${own} else ${office} end)`
}

function isOwn(actor: Actor, { subject_agency_id: id }: Pick<ReportRecord, 'subject_agency_id'>): boolean {
  return id !== null && actor.own.includes(id)
}

function demandAct(actor: Actor, report: ReportRecord, act: ReportAct): void {
  if (mayAct(actor, report, act)) return
  if (act === 'sign' || act === 'sendBack') {
    demandRight(actor, signingRight(report), 'report.may_not_sign', 'Chỉ lãnh đạo có thẩm quyền mới ký được báo cáo.')
    throw new Forbidden('report.for_another', 'Báo cáo này trình người khác ký. Hãy rút lại và chọn người ký khác.')
  }
  if (report.whose === 'agency') toPrepareOwn(actor, report.subject_agency_id ?? 0)
  else toPrepareReports(actor)
}

/** Those who may sign what the actor prepares: of the Office or, for an agency's officer, of the own agency. */
export async function signatoriesFor(db: Handle<OversightDb>, actor: Actor, today: string) {
  if (hasRight(actor, 'report.prepare')) return signatoriesOf(db, 'report.sign', today)
  return (await holdersOf(db, 'report.signOwn', today))
    .filter(({ agencyId }) => actor.own.includes(agencyId))
    .map(({ personId, name, title }) => ({ id: personId, name, title }))
}

/** The right to sign a report of its kind. */
export function signingRight({ whose }: Pick<ReportRecord, 'whose'>): Right {
  return whose === 'agency' ? 'report.signOwn' : 'report.sign'
}

/** Who may do what to a report they may see, regardless of its state. */
export function mayAct(
  actor: Actor,
  report: Pick<ReportRecord, 'signatory_id' | 'whose' | 'subject_agency_id'>,
  act: ReportAct,
): boolean {
  if (report.whose === 'agency' && !isOwn(actor, report)) return false
  if (act === 'sign' || act === 'sendBack') return mayHandle(actor, signingRight(report), report.signatory_id)
  return hasRight(actor, report.whose === 'agency' ? 'report.prepareOwn' : 'report.prepare')
}

/** Whether the actor sees a report before it is issued, and what passed on its way there. */
export function seesDraft(actor: Actor, report: Pick<ReportRecord, 'whose' | 'subject_agency_id'>): boolean {
  return report.whose === 'agency' ? hasOwnReports(actor) && isOwn(actor, report) : seesDrafts(actor)
}
