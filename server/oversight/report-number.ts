/** The register that numbers a report, and a number that is written in one before it is issued: from a book kept elsewhere. */
import type { Handle } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { numberTaken, type Series, seriesNamed } from '../registry/index.ts'
import type { OversightDb } from './db.ts'
import { getKind, type ReportKind } from './report-kinds.ts'
import type { ReportRecord } from './store.ts'

/** Of `registry.document_kind`. */
export const REPORT = 'BC'

/** The series of a report: of the body that issues it, with its other reports. The Task Force is no agency and has a book of its own. */
export async function seriesOf(
  db: Handle<OversightDb>,
  { register }: ReportKind,
  { subject_agency_id: agency }: Pick<ReportRecord, 'subject_agency_id'>,
  on: string,
): Promise<string | Series> {
  if (register !== null) return seriesNamed(db, register, REPORT, on)
  return { agencyId: agency!, direction: 'outgoing', kind: REPORT, named: `report/agency/${agency}` }
}

/**
 * Refuses a number that the register of the report has already in the year of this day. The signature asks again: two drafts
 * may have the same number until one is issued.
 */
export async function refuseTakenNumber(
  db: Handle<OversightDb>,
  report: Pick<ReportRecord, 'kind' | 'subject_agency_id'>,
  number: string | null | undefined,
  today: string,
): Promise<void> {
  if (!number?.trim()) return
  const register = await seriesOf(db, await getKind(db, report.kind), report, today)
  const taken = await numberTaken(db, { register, issuedOn: today }, number.trim())
  if (taken !== null) throw wrong('number', 'report.number_taken', `${taken} Để trống thì lấy số tiếp theo.`)
}
