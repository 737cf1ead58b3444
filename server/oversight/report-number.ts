/** A number that is written in a report before it is issued: from a book kept elsewhere. */
import { formatDay } from '../platform/calendar.ts'
import type { Handle } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { asWritten } from '../platform/official-document/model.ts'
import type { OversightDb } from './db.ts'
import { getKind } from './report-kinds.ts'
import type { ReportRecord } from './store.ts'

/**
 * Refuses a number that an issued report of the same book has in the year of this day. The signature asks again: two drafts may
 * have the same number until one is issued.
 */
export async function refuseTakenNumber(
  db: Handle<OversightDb>,
  report: Pick<ReportRecord, 'kind' | 'subject_agency_id'>,
  number: string | null | undefined,
  today: string,
): Promise<void> {
  if (!number?.trim()) return
  const { register } = await getKind(db, report.kind)
  const notation = asWritten(number.trim())
  const issued = db
    .selectFrom('oversight.report as r')
    .innerJoin('oversight.report_kind as k', 'k.kind', 'r.kind')
    .select('r.issued_on')
    .where('r.state', '=', 'issued')
    .where('r.number', '=', notation)
    .where('r.issued_on', '>=', `${today.slice(0, 4)}-01-01`)
    .where('r.issued_on', '<=', `${today.slice(0, 4)}-12-31`)
  // An agency's own reports are numbered in its own book.
  const taken = await (register === null
    ? issued.where('k.register', 'is', null).where('r.subject_agency_id', '=', report.subject_agency_id)
    : issued.where('k.register', '=', register)
  ).executeTakeFirst()
  if (taken === undefined) return
  throw wrong(
    'number',
    'report.number_taken',
    `Số ${notation} của năm ${today.slice(0, 4)} đã cấp cho báo cáo ngày ${formatDay(taken.issued_on!)}. Hãy nhập số khác, hoặc để trống để lấy số tiếp theo.`,
  )
}
