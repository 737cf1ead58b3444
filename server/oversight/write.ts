import { type KnownActor, type SystemActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import { type Transaction, toJson } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { checkSignatory } from '../registry/index.ts'
import { signingRight, toPrepareOwn, toPrepareReports } from './access.ts'
import {
  type ComputedFigure,
  computeFigures,
  type Figures,
  fieldsOf,
  firstDayOf,
  knownFigures,
  readerOf,
  type Scope,
} from './compute.ts'
import type { OversightDb } from './db.ts'
import { documentsIn, sectionsPerDocument } from './per-document.ts'
import { periodOf } from './period.ts'
import { type About, deciding, isDraftOf, keyOf, PLANS_SAID, suggest } from './recommend-text.ts'
import { getKind, MONTHLY_TASKS, type ReportKind } from './report-kinds.ts'
import { computedAt, countedBefore, scopeFor } from './report-scope.ts'
import { figuresOfSections, type Section } from './section.ts'
import { agencyLines, computeSections } from './section-data.ts'
import { insertReport } from './store.ts'
import { checkReads, type TemplateRecord, templateInUse } from './template-store.ts'
import type { WriteReport } from './text-shapes.ts'
import { saveFigures, saveSectionData } from './text-store.ts'
import { refsOfTexts, resolveFields } from './text-view.ts'

type Trx = Transaction<OversightDb>
const PLACE = 'Hà Nội'

/** Draws up a report from the template in use: words with bound figures, tables, recommendations to decide. Returns its id. */
export async function writeReport(
  trx: Trx,
  ask: AskToMake<KnownActor>,
  order: WriteReport,
  figures: Figures,
): Promise<number> {
  const { actor, now } = ask
  const kind = await getKind(trx, order.kind)
  if (kind.kind === MONTHLY_TASKS)
    throw wrong(
      'kind',
      'report.not_written',
      'Báo cáo bảng số liệu tháng lập ở trang Báo cáo tháng. Hãy chọn loại khác.',
    )
  if (kind.whose === 'agency') {
    if (order.agencyId === undefined)
      throw wrong('agencyId', 'report.agency_missing', 'Báo cáo loại này nói về một cơ quan. Hãy chọn cơ quan.')
    toPrepareOwn(actor, order.agencyId)
  } else toPrepareReports(actor)
  if (order.signatoryId != null) await checkSignatory(trx, signingRight(kind), order.signatoryId, dayInVietnam(now))
  return drawUpText(trx, { actor, now: now.toString(), isSample: actor.sample }, kind, order, figures)
}

interface Hand {
  actor: KnownActor | SystemActor
  now: string
  isSample: boolean
}

/** The same for a person and for the schedule. */
export async function drawUpText(
  trx: Trx,
  hand: Hand,
  kind: ReportKind,
  order: WriteReport,
  figures: Figures,
): Promise<number> {
  const today = dayInVietnam(hand.now)
  const template = await templateInUse(trx, kind.kind)
  checkReads(template, knownFigures(figures))
  const wanted = await scopeFor(trx, kind, template, { ...order, period: periodOf(kind.sort, order.period) }, today)
  const scope = { ...wanted, ...computedAt(wanted.knownOn, hand.now) }
  const first = await firstDayOf(trx, figures, figuresOfSections(template.sections, knownFigures(figures)))
  if (first !== null && scope.asOf < first)
    throw wrong(
      'period',
      'report.before_data',
      `Kỳ báo cáo đến hết ngày ${formatDay(scope.asOf)} ở trước khi có dữ liệu: dữ liệu chỉ có từ ngày ${formatDay(first)}. Hãy chọn kỳ muộn hơn.`,
    )
  const id = await insertText(trx, hand, {
    kind: kind.kind,
    template,
    scope,
    place: order.place?.trim() ?? PLACE,
    number: order.number?.trim() ?? null,
    signatoryId: order.signatoryId ?? null,
    figures,
  })
  const sections = await sectionsPerDocument(trx, figures, template.sections, scope, today)
  await insertSections(trx, id, sections)
  const computed = await recompute(trx, id, sections, [], scope, hand.now, figures)
  await suggestAnew(trx, id, scope, sections, hand.now, figures)
  await record(trx, hand.actor, 'report.drafted', {
    subject: { kind: 'report', id },
    after: {
      kind: kind.kind,
      period: scope.period.text,
      asOf: scope.asOf,
      knownOn: scope.knownOn,
      template: template.template_id,
      missing: computed.filter(({ missing }) => missing !== null).map(({ ref }) => ref),
    },
  })
  return id
}

interface NewText {
  kind: string
  template: Pick<TemplateRecord, 'template_id' | 'title' | 'recipients' | 'counts_from'>
  scope: Scope
  place: string
  number: string | null
  signatoryId: number | null
  figures: Figures
  corrects?: { id: number; edition: number; reason: string }
}

export async function insertText(trx: Trx, { actor, now, isSample }: Hand, made: NewText): Promise<number> {
  const { kind, template, scope, corrects } = made
  const fields = await fieldsOf(trx, scope)
  const known = knownFigures(made.figures)
  const by = signatureOf(actor)
  const id = await insertReport(trx, {
    kind,
    period: scope.period.text,
    from_on: scope.from,
    as_of: scope.asOf,
    known_on: scope.knownOn,
    known_before: countedBefore(scope.knownOn, now),
    title: resolveFields(template.title, fields, known),
    template_id: template.template_id,
    subject_agency_id: scope.agencyId,
    source: scope.source,
    source_name: scope.sourceName,
    rounding: scope.rounding,
    counts_from: template.counts_from,
    addressee: scope.addressee,
    recipients: template.recipients.map((line) => resolveFields(line, fields, known)),
    is_sample: isSample,
    number: made.number,
    place: made.place,
    signatory_id: made.signatoryId,
    ...(corrects === undefined
      ? {}
      : { corrects_id: corrects.id, edition: corrects.edition, correction_reason: corrects.reason }),
    created_at: now,
    created_by: by,
    changed_at: now,
    changed_by: by,
  })
  if (id !== undefined) return id
  throw new Conflict(
    'report.one_open',
    'Đang có một báo cáo của kỳ này chưa phát hành. Hãy sửa, trình ký hoặc bỏ báo cáo đó.',
  )
}

export async function insertSections(trx: Trx, id: number, sections: readonly Section[]): Promise<void> {
  await trx
    .insertInto('oversight.report_section')
    .values(
      sections.map(({ key, kind, heading, body, settings }, position) => ({
        report_id: id,
        key,
        position,
        kind,
        heading,
        body,
        settings: toJson(settings),
      })),
    )
    .execute()
}

/** Computes everything the report names and keeps it. */
export async function recompute(
  trx: Trx,
  id: number,
  sections: readonly Section[],
  texts: readonly string[],
  scope: Scope,
  now: string,
  figures: Figures,
): Promise<ComputedFigure[]> {
  const computed = await computeAll(trx, sections, texts, scope, dayInVietnam(now), figures)
  await saveFigures(trx, id, computed, now)
  await saveSectionData(trx, id, await computeSections(trx, sections, scope, dayInVietnam(now)))
  return computed
}

/** The figures of sections and of recommendations, each once. */
export async function computeAll(
  db: Parameters<typeof computeFigures>[0],
  sections: readonly Section[],
  texts: readonly string[],
  scope: Scope,
  today: string,
  figures: Figures,
): Promise<ComputedFigure[]> {
  const known = { ...knownFigures(figures), has: () => true }
  const refs = new Map(
    [...figuresOfSections(sections, known), ...refsOfTexts(texts, known)].map((one) => [one.ref, one]),
  )
  return computeFigures(db, figures, [...refs.values()], scope, today)
}

/** What the drafted sentences of a report are about. */
export async function aboutOf(
  db: Parameters<typeof computeFigures>[0],
  scope: Scope,
  sections: readonly Section[],
  figures: Figures,
  today: string,
): Promise<About> {
  return {
    agencyId: scope.agencyId,
    source: scope.source,
    whose: scope.whose,
    hasAgencies: sections.some(({ kind }) => kind === 'agencies'),
    resolutions: await documentsIn(db, figures, PLANS_SAID, scope, today),
  }
}

/** Drafts the recommendations that follow from the data, beside those that a person decided already. */
export async function suggestAnew(
  trx: Trx,
  id: number,
  scope: Scope,
  sections: readonly Section[],
  now: string,
  figures: Figures,
): Promise<void> {
  if (!sections.some(({ kind }) => kind === 'recommendations')) return
  const today = dayInVietnam(now)
  const about = await aboutOf(trx, scope, sections, figures, today)
  const deciders = await computeFigures(trx, figures, deciding(about, figures, knownFigures(figures)), scope, today)
  const late =
    scope.agencyId === null
      ? (await agencyLines(trx, await readerOf(trx, scope), scope, today)).filter(({ openOverdue }) => openOverdue > 0)
      : []
  await trx
    .deleteFrom('oversight.report_recommendation')
    .where('report_id', '=', id)
    .where('state', '=', 'suggested')
    .execute()
  const decided = await trx
    .selectFrom('oversight.report_recommendation')
    .select(['key', 'body', 'position'])
    .where('report_id', '=', id)
    .execute()
  const suggested = suggest(about, figures, deciders, late).filter(
    (sentence) => !decided.some((kept) => isDraftOf(kept, sentence)),
  )
  const last = Math.max(0, ...decided.map(({ position }) => position))
  if (suggested.length > 0) {
    await trx
      .insertInto('oversight.report_recommendation')
      .values(
        suggested.map(({ rule, body }, place) => ({
          report_id: id,
          key: keyOf(rule),
          position: last + place + 1,
          rule,
          body,
        })),
      )
      .execute()
  }
  // The figures of the drafted sentences are figures of the report.
  const texts = suggested.map(({ body }) => body)
  const have = new Set(
    (await trx.selectFrom('oversight.report_figure').select('ref').where('report_id', '=', id).execute()).map(
      ({ ref }) => ref,
    ),
  )
  const added = refsOfTexts(texts, knownFigures(figures)).filter(({ ref }) => !have.has(ref))
  await addFigures(trx, id, await computeFigures(trx, figures, added, scope, today), now)
}

/** Adds figures beside those that are there. */
export async function addFigures(trx: Trx, id: number, computed: readonly ComputedFigure[], at: string): Promise<void> {
  const unique = [...new Map(computed.map((one) => [one.ref, one])).values()]
  if (unique.length === 0) return
  await trx
    .insertInto('oversight.report_figure')
    .values(
      unique.map((one) => ({
        report_id: id,
        ref: one.ref,
        name: one.name,
        from_on: one.from,
        as_of: one.asOf,
        known_on: one.knownOn,
        rounding: one.rounding,
        value: one.value,
        printed: one.printed,
        rows: one.rows,
        missing: one.missing,
        truncated: one.truncated,
        computed_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['report_id', 'ref']).doNothing())
    .execute()
}
