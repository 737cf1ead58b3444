import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Config } from '../platform/config.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { keepFile, keepPaper, XLSX } from '../platform/official-document/kept.ts'
import { nextDocumentNumber, signatureFor, takeDocumentNumber } from '../registry/index.ts'
import { reportToChange } from './access.ts'
import type { OversightDb } from './db.ts'
import { HEAD, monthlyPaper, NOTATION } from './paper.ts'
import { moveReport } from './report-state.ts'
import { updateReport } from './store.ts'
import { monthlyWorkbook } from './workbook.ts'

/**
 * A leader signs a report: it gets its number, day and signature, and with the figures it was submitted with its three
 * files are fixed forever. All in one transaction.
 * @throws Conflict `report.number_taken` when the number written in it was given before in that year
 */
export async function signReport(
  trx: Transaction<OversightDb>,
  ask: Ask<number, KnownActor>,
  { blobs, config }: { blobs: Blobs; config: Config },
): Promise<{ version: number; number: string }> {
  const { actor, now } = ask
  const report = await reportToChange(trx, ask, 'sign')
  const state = moveReport(report.state, 'sign')
  const issuedOn = dayInVietnam(now)
  const signature = await signatureFor(trx, actor, HEAD, issuedOn)
  const number = await numberOf(trx, `report/${report.kind}`, report.number, issuedOn)
  const { content, place } = report
  const paper = monthlyPaper(content, { number, place, issuedOn, signature }, config.origin)
  const by = signatureOf(actor)
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
      ...(await keepPaper(trx, blobs, paper)),
      xlsx_sha256: await keepFile(trx, blobs, await monthlyWorkbook(content), XLSX),
    },
    by,
    now.toString(),
  )
  const { month, asOf, headline } = content
  await record(trx, actor, 'report.issued', {
    subject: { kind: 'report', id: report.report_id },
    on: issuedOn,
    before: { state: report.state },
    after: { state, month, number, asOf, signer: signature.name, submittedBy: report.submitted_by, ...headline },
  })
  return { version, number }
}

/**
 * The number written in the report, from a book kept elsewhere, or the next of the register: unique per year (Nghị định
 * 30/2020/NĐ-CP, Điều 15).
 */
async function numberOf(
  trx: Transaction<OversightDb>,
  register: string,
  written: string | null,
  issuedOn: string,
): Promise<string> {
  if (written === null) return (await nextDocumentNumber(trx, { register, issuedOn }, NOTATION)).notation
  const taken = await takeDocumentNumber(trx, { register, issuedOn }, written)
  if (!('refused' in taken)) return taken.notation
  throw new Conflict('report.number_taken', `${taken.refused} Báo cáo phải được trả lại để đổi số.`, {
    fields: [{ path: 'number', code: 'report.number_taken', message: 'Số báo cáo đã dùng.' }],
  })
}
