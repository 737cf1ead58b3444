import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { reportToRead, toPrepareOwn, toPrepareReports } from './access.ts'
import type { Figures } from './compute.ts'
import type { OversightDb } from './db.ts'
import { EVER } from './figure-ask.ts'
import { movedBetween } from './figure-change.ts'
import { getKind, MONTHLY_TASKS } from './report-kinds.ts'
import { computedAt, scopeOfReport } from './report-scope.ts'
import { findTemplate } from './template-store.ts'
import type { CorrectReport } from './text-shapes.ts'
import { figuresOfReport, recommendationsOf, sectionsOf } from './text-store.ts'
import { insertSections, insertText, recompute } from './write.ts'

/**
 * Begins a new version of an issued report, which stays as it is: the same words, the figures as they are known now, and
 * beside each that differs what was printed. Returns the id of the draft.
 * @throws Conflict where the report is not issued, is corrected already, or no figure differs and nothing is to be corrected
 */
export async function correctReport(
  trx: Transaction<OversightDb>,
  ask: AskToAdd<number, KnownActor>,
  { reason }: CorrectReport,
  figures: Figures,
): Promise<number> {
  const { actor } = ask
  const now = ask.now.toString()
  const report = await reportToRead(trx, actor, ask.id)
  if (report.whose === 'agency') toPrepareOwn(actor, report.subject_agency_id ?? 0)
  else toPrepareReports(actor)
  if (report.kind === MONTHLY_TASKS || report.template_id === null) {
    throw new Conflict(
      'report.not_written',
      'Báo cáo bảng số liệu tháng không đính chính bằng bản mới. Hãy lập báo cáo mới.',
    )
  }
  if (report.state !== 'issued')
    throw new Conflict('report.not_issued', 'Chỉ báo cáo đã phát hành mới cần đính chính. Hãy sửa dự thảo.')
  const later = await trx
    .selectFrom('oversight.report')
    .select(['report_id', 'number'])
    .where('corrects_id', '=', ask.id)
    .where('state', '<>', 'dropped')
    .executeTakeFirst()
  if (later) {
    throw new Conflict(
      'report.corrected_already',
      `Báo cáo này đã có bản đính chính${later.number === null ? '' : ` số ${later.number}`}. Hãy sửa hoặc đính chính bản đó.`,
      {
        extra: { reportId: later.report_id },
      },
    )
  }
  const kind = await getKind(trx, report.kind)
  const template = await findTemplate(trx, report.template_id)
  // What is known now: the correction is for what became known after the report.
  const issued = scopeOfReport(report, kind, now)
  // Of one document, tables always counted all that it ever gave, whatever the report says.
  const from = issued.source === null ? issued.from : EVER
  const scope = { ...issued, from, knownOn: null, ...computedAt(null, now) }
  const id = await insertText(
    trx,
    { actor, now, isSample: actor.sample },
    {
      kind: report.kind,
      template,
      scope,
      place: report.place,
      number: null,
      signatoryId: report.signatory_id,
      figures,
      corrects: { id: report.report_id, edition: report.edition + 1, reason: reason.trim() },
    },
  )
  const sections = await sectionsOf(trx, ask.id)
  await insertSections(trx, id, sections)
  const taken = (await recommendationsOf(trx, ask.id)).filter(({ state }) => state === 'taken')
  if (taken.length > 0) {
    await trx
      .insertInto('oversight.report_recommendation')
      .values(taken.map((one) => ({ ...one, report_id: id, decided_by: signatureOf(actor), decided_at: now })))
      .execute()
  }
  const computed = await recompute(
    trx,
    id,
    sections,
    taken.map(({ body }) => body),
    scope,
    now,
    figures,
  )
  const printed = await figuresOfReport(trx, ask.id)
  for (const { ref, printed: before } of printed) {
    await trx
      .updateTable('oversight.report_figure')
      .set({ printed_before: before })
      .where('report_id', '=', id)
      .where('ref', '=', ref)
      .execute()
  }
  await record(trx, actor, 'report.corrected', {
    subject: { kind: 'report', id },
    detail: {
      corrects: ask.id,
      number: report.number,
      reason: reason.trim(),
      changed: movedBetween(printed, computed),
    },
  })
  return id
}
