import type { Transaction } from 'kysely'
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type Blobs, putBlob } from '../platform/blobs.ts'
import { dayInVietnam, VIETNAM } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import type { Config } from '../platform/config.ts'
import { toJson } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { toDocx } from '../platform/official-document/docx.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import { takeDocumentNumber } from '../registry/index.ts'
import { toIssueReports } from './access.ts'
import type { OversightDb } from './db.ts'
import { monthlyReport } from './monthly.ts'
import { monthlyPaper } from './paper.ts'
import type { Freeze, MonthlyReport } from './shapes.ts'
import { saveReport } from './store.ts'
import { monthlyWorkbook } from './workbook.ts'

const KIND = 'monthlyTasks'

export const MEDIA_TYPE = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
} as const

/**
 * Issues the monthly report: its figures, text and three files are frozen forever. As in the draft, everything recorded by
 * the end of the `asOf` day counts; later corrections belong to the next report.
 * @throws Invalid `report.before_period_end` when it would be dated before its `asOf` day
 * @throws Conflict `report.number_taken` when the number was issued before in that year
 */
export async function freeze(
  trx: Transaction<OversightDb>,
  { actor, now }: AskToMake<KnownActor>,
  order: Freeze,
  deps: { blobs: Blobs; config: Config },
): Promise<number> {
  toIssueReports(actor)
  const today = dayInVietnam(now)
  const content = await monthlyReport(trx, today, actor, {
    month: order.month,
    from: order.from,
    asOf: order.asOf,
    rounding: order.rounding,
  })
  checkDates(content, order, today)
  const issue = { ...order, place: order.place ?? 'Hà Nội' }
  const paper = monthlyPaper(content, issue, deps.config.origin)
  const [docx, pdf, xlsx] = [await toDocx(paper), await toPdf(paper), await monthlyWorkbook(content)]
  const kept = async (bytes: Uint8Array, kind: 'docx' | 'pdf' | 'xlsx') =>
    Buffer.from((await putBlob(trx, deps.blobs, bytes, MEDIA_TYPE[kind])).sha256, 'hex')
  const t = content.headline
  // As late as possible, because the register is locked from here on.
  await takeNumber(trx, order)
  const id = await saveReport(trx, {
    kind: KIND,
    month: content.month,
    from_on: content.from,
    as_of: content.asOf,
    known_before: countedBefore(content.asOf, now).toString(),
    number: order.number,
    place: issue.place,
    issued_on: order.issuedOn,
    signer: order.signer,
    signer_title: order.signerTitle,
    content: toJson(content),
    assigned: t.assigned,
    done_on_time: t.doneOnTime,
    done_late: t.doneLate,
    open_in_term: t.openInTerm,
    open_overdue: t.openOverdue,
    docx_sha256: await kept(docx, 'docx'),
    pdf_sha256: await kept(pdf, 'pdf'),
    xlsx_sha256: await kept(xlsx, 'xlsx'),
    frozen_by: signatureOf(actor),
  })
  await record(trx, actor, 'report.frozen', {
    subject: { kind: 'report', id },
    on: order.issuedOn,
    after: { month: content.month, number: order.number, asOf: content.asOf, ...t },
  })
  return id
}

/** The number the issuer entered, from the Task Force's register: unique per year (Nghị định 30/2020/NĐ-CP, Điều 15). */
async function takeNumber(trx: Transaction<OversightDb>, { number, issuedOn }: Freeze): Promise<void> {
  const taken = await takeDocumentNumber(trx, { register: `report/${KIND}`, issuedOn }, number)
  if ('refused' in taken) {
    throw new Conflict('report.number_taken', taken.refused, {
      fields: [{ path: 'number', code: 'report.number_taken', message: 'Số báo cáo đã dùng.' }],
    })
  }
}

/** The first instant whose records do not count: the end of the `asOf` day, or now during that day. */
function countedBefore(asOf: string, now: Temporal.Instant): Temporal.Instant {
  const end = Temporal.PlainDate.from(asOf).add({ days: 1 }).toZonedDateTime(VIETNAM).toInstant()
  return Temporal.Instant.compare(end, now) < 0 ? end : now
}

function checkDates(content: MonthlyReport, order: Freeze, today: string): void {
  if (order.issuedOn < content.asOf) {
    const message = 'Ngày báo cáo không được trước ngày chốt số liệu. Hãy chọn ngày sau đó.'
    throw wrong('issuedOn', 'report.before_period_end', message)
  }
  if (order.issuedOn > today) {
    throw wrong('issuedOn', 'report.issued_ahead', 'Ngày báo cáo không được sau hôm nay. Hãy chọn lại ngày.')
  }
}
