import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Config } from '../platform/config.ts'
import { type AnyTransaction, type Transaction, toJson } from '../platform/db.ts'
import { Conflict, Forbidden } from '../platform/errors.ts'
import { keepFile, keepPaper, XLSX } from '../platform/official-document/kept.ts'
import { enterInBook, nextDocumentNumber, type Series, takeDocumentNumber } from '../registry/index.ts'
import { reportToChange } from './access.ts'
import type { Figures } from './compute.ts'
import type { OversightDb } from './db.ts'
import { infographicPng, infographicSvg } from './infographic.ts'
import { whyOwnWork } from './own-work.ts'
import { type Issue, monthlyPaper } from './paper.ts'
import { kindToIssue, type ReportKind } from './report-kinds.ts'
import { REPORT, seriesOf } from './report-number.ts'
import { moveReport } from './report-state.ts'
import { textOf } from './report-text.ts'
import type { MonthlyReport } from './shapes.ts'
import { signatureOn } from './signature.ts'
import { differenceNow, inWords } from './stale.ts'
import { type ReportRecord, updateReport } from './store.ts'
import { issuerOf, PNG, SVG, subjectOf } from './text-file.ts'
import { notationOf, textPaper } from './text-paper.ts'
import { textWorkbook } from './text-workbook.ts'
import { monthlyWorkbook } from './workbook.ts'

/**
 * A leader signs a report: it gets its number, day and signature, and with the figures it was submitted with its three
 * files are fixed forever. All in one transaction.
 * @param accept the difference between what was submitted and what the data say now, as the signer was shown it
 * @throws Conflict `report.moved_since` where the data say otherwise and the signer has not accepted that very difference
 * @throws Forbidden `report.own_work` where the signer began it, changed it or submitted it
 * @throws Conflict `report.number_taken` when the number written in it was given before in that year
 */
export async function signReport(
  trx: Transaction<OversightDb>,
  ask: Ask<number, KnownActor>,
  { blobs, config, figures }: { blobs: Blobs; config: Config; figures: Figures },
  accept?: string,
): Promise<{ version: number; number: string }> {
  const { actor, now } = ask
  const report = await reportToChange(trx, ask, 'sign')
  const state = moveReport(report.state, 'sign')
  const own = await whyOwnWork(trx, report.report_id, { id: actor.personId, name: actor.name })
  if (own !== null) throw new Forbidden('report.own_work', own)
  const issuedOn = dayInVietnam(now)
  const kind = await kindToIssue(trx, report)
  const signature = await signatureOn(trx, actor, kind, issuedOn)
  const difference = report.content === null ? await differenceNow(trx, report, figures, issuedOn) : null
  if (difference !== null && difference.digest !== null && difference.digest !== accept) {
    throw new Conflict(
      'report.moved_since',
      `${inWords(difference, figures)} Hãy xem phần khác nhau rồi ký với số đã trình, hoặc trả lại để cập nhật số liệu.`,
      {
        extra: {
          difference: difference.digest,
          moved: difference.moved,
          groundless: difference.groundless.map(({ key }) => key),
        },
      },
    )
  }
  const series = await seriesOf(trx, kind, report, issuedOn)
  const given = await numberOf(trx, series, notationOf(kind), report.number, issuedOn)
  const number = given.notation
  const issue = { number, place: report.place, issuedOn, signature }
  const by = signatureOf(actor)
  const { title, ...files } =
    report.content === null
      ? await keepText(trx, blobs, report, kind, issue, figures, config.origin, issuedOn)
      : await keepMonthly(trx, blobs, report.content, issue, config.origin)
  const line = {
    kind: REPORT,
    about: title,
    signer: signature.name,
    recipients: kind.superior_agency,
    sourceKind: 'report',
    sourceId: report.report_id,
    pdf: files.pdf_sha256,
  }
  await enterInBook(trx, given, line, now)
  const version = await updateReport(
    trx,
    report.report_id,
    {
      state,
      number,
      issued_on: issuedOn,
      issued_at: now.toString(),
      issued_by: by,
      signer_id: actor.personId,
      signer: signature.name,
      signer_title: signature.title,
      on_behalf_of_name: actor.onBehalfOf?.name ?? null,
      ...files,
    },
    by,
    now.toString(),
  )
  const { period, as_of: asOf, content } = report
  await record(trx, actor, 'report.issued', {
    subject: { kind: 'report', id: report.report_id },
    on: issuedOn,
    before: { state: report.state },
    after: {
      state,
      ...(content === null ? { kind: report.kind, period } : { month: period }),
      number,
      asOf,
      signer: signature.name,
      submittedBy: report.submitted_by,
      ...content?.headline,
    },
    ...(difference?.digest == null
      ? {}
      : { detail: { accepted: difference.moved, groundless: difference.groundless.map(({ key }) => key) } }),
  })
  return { version, number }
}

async function keepMonthly(trx: AnyTransaction, blobs: Blobs, content: MonthlyReport, issue: Issue, origin: string) {
  return {
    title: content.title,
    ...(await keepPaper(trx, blobs, monthlyPaper(content, issue, origin))),
    xlsx_sha256: await keepFile(trx, blobs, await monthlyWorkbook(content), XLSX),
  }
}

/** The words and figures as they were submitted, with every row, and all files: from now on they are read, never made again. */
async function keepText(
  trx: Transaction<OversightDb>,
  blobs: Blobs,
  report: ReportRecord,
  kind: ReportKind,
  issue: Issue,
  figures: Figures,
  origin: string,
  today: string,
) {
  const text = await textOf(trx, report, kind, today, figures, { isCompared: false, isWhole: true })
  const svg = infographicSvg(text, issuerOf(kind, await subjectOf(trx, report)), text.isSample ? 'SỐ LIỆU MẪU' : null)
  return {
    title: text.title,
    issued_text: toJson(text),
    ...(await keepPaper(trx, blobs, textPaper(text, kind, issue, origin, await subjectOf(trx, report)))),
    xlsx_sha256: await keepFile(trx, blobs, await textWorkbook(text), XLSX),
    svg_sha256: await keepFile(trx, blobs, Buffer.from(svg), SVG),
    png_sha256: await keepFile(trx, blobs, await infographicPng(svg), PNG),
  }
}

/**
 * The number written in the report, from a book kept elsewhere, or the next of the register: unique per year (Nghị định
 * 30/2020/NĐ-CP, Điều 15).
 */
async function numberOf(
  trx: Transaction<OversightDb>,
  register: string | Series,
  notation: string,
  written: string | null,
  issuedOn: string,
) {
  if (written === null) return nextDocumentNumber(trx, { register, issuedOn }, notation)
  const taken = await takeDocumentNumber(trx, { register, issuedOn }, written)
  if (!('refused' in taken)) return taken
  throw new Conflict('report.number_taken', `${taken.refused} Báo cáo phải được trả lại để đổi số.`, {
    fields: [{ path: 'number', code: 'report.number_taken', message: 'Số báo cáo đã dùng.' }],
  })
}
