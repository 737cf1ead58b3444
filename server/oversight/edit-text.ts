/** Acts on the draft of a report that is text with figures: its words, its figures, its recommendations. */
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import { type Transaction, toJson } from '../platform/db.ts'
import { Conflict, type Field, NotFound, wrong } from '../platform/errors.ts'
import { checkSignatory } from '../registry/index.ts'
import { reportToChange, signingRight } from './access.ts'
import { withoutClauses } from './bound-text.ts'
import { type Compared, comparedNow, type Parts, partsOf } from './compared.ts'
import { computeFigures, type Figures, knownFigures, type Scope } from './compute.ts'
import type { OversightDb } from './db.ts'
import { type Moved, movedBetween, namesOf, valueInEnglish } from './figure-change.ts'
import { sectionsPerDocument, withNewDocuments } from './per-document.ts'
import { getKind, MONTHLY_TASKS, type ReportKind } from './report-kinds.ts'
import { refuseTakenNumber } from './report-number.ts'
import { computedAt, countedBefore, scopeOfReport } from './report-scope.ts'
import { moveReport } from './report-state.ts'
import { brokenTexts, checkSections, checkText, comparedRefs, figuresOfSections } from './section.ts'
import { computeSections } from './section-data.ts'
import type { EditReport } from './shapes.ts'
import { type ReportRecord, updateReport } from './store.ts'
import type { AddSection, DecideRecommendation, EditSection, ExplainFigure } from './text-shapes.ts'
import { figuresOfReport, recommendationsOf, saveSectionData, sectionsOf } from './text-store.ts'
import { neededRefsOf, refsOfTexts } from './text-view.ts'
import { addFigures, recompute, suggestAnew } from './write.ts'

type Trx = Transaction<OversightDb>
type EditAsk = Ask<number, KnownActor>

/** The draft, locked, with its kind; refuses the computed report of a month, which has no sections. */
async function draftToEdit(trx: Trx, ask: EditAsk) {
  const report = await reportToChange(trx, ask, 'edit')
  moveReport(report.state, 'edit')
  if (report.kind === MONTHLY_TASKS) {
    throw new Conflict(
      'report.not_written',
      'Báo cáo bảng số liệu tháng không có mục để sửa. Hãy dùng nút Sửa của báo cáo.',
    )
  }
  const scope = scopeOfReport(report, await getKind(trx, report.kind), ask.now.toString())
  return { report, scope, today: dayInVietnam(ask.now) }
}

const touched = (trx: Trx, ask: EditAsk, change: Parameters<typeof updateReport>[2] = {}) =>
  updateReport(trx, ask.id, change, signatureOf(ask.actor), ask.now.toString())

/** Changes the words of a section. Figures newly named are computed at once; the others keep their values. */
export async function editSection(
  trx: Trx,
  ask: EditAsk,
  key: string,
  edit: EditSection,
  figures: Figures,
): Promise<number> {
  const { report, scope, today } = await draftToEdit(trx, ask)
  const section = (await sectionsOf(trx, ask.id)).find((one) => one.key === key)
  if (!section) throw new NotFound('report.no_such_section', 'Không có mục này trong báo cáo.')
  const known = knownFigures(figures)
  const heading = edit.heading === undefined ? section.heading : edit.heading
  checkText(heading ?? '', known, 'heading')
  checkText(edit.body, known, 'body')
  if (section.kind === 'text' && heading === null && !/\S/.test(edit.body))
    throw wrong('body', 'report.section', 'Mục chưa có lời văn. Hãy viết, hoặc bỏ mục này.')
  await trx
    .updateTable('oversight.report_section')
    .set({ heading, body: edit.body })
    .where('report_id', '=', ask.id)
    .where('key', '=', key)
    .execute()
  await keepNamed(trx, ask, report, scope, today, figures)
  const version = await touched(trx, ask)
  await record(trx, ask.actor, 'report.edited', {
    subject: { kind: 'report', id: ask.id },
    before: { section: key, heading: section.heading, body: section.body },
    after: { section: key, heading, body: edit.body },
  })
  return version
}

/** Adds a section after another; null: first. */
export async function addSection(
  trx: Trx,
  ask: EditAsk,
  { section, after = null }: AddSection,
  figures: Figures,
): Promise<number> {
  const { report, scope, today } = await draftToEdit(trx, ask)
  const sections = await sectionsOf(trx, ask.id)
  const place = after === null ? 0 : sections.findIndex(({ key }) => key === after) + 1
  if (after !== null && place === 0)
    throw wrong('after', 'report.no_such_section', 'Không có mục này để đặt sau. Hãy chọn mục khác.')
  const plain = sections.map(({ data: _, ...one }) => one)
  checkSections([...plain.slice(0, place), section, ...plain.slice(place)], knownFigures(figures))
  await trx
    .updateTable('oversight.report_section')
    .set((row) => ({ position: row('position', '+', 1) }))
    .where('report_id', '=', ask.id)
    .where('position', '>=', place)
    .execute()
  await trx
    .insertInto('oversight.report_section')
    .values({ report_id: ask.id, position: place, ...section, settings: toJson(section.settings) })
    .execute()
  await saveSectionData(trx, ask.id, await computeSections(trx, [section], scope, today))
  await keepNamed(trx, ask, report, scope, today, figures)
  if (section.kind === 'recommendations')
    await suggestAnew(trx, ask.id, scope, await sectionsOf(trx, ask.id), ask.now.toString(), figures)
  const version = await touched(trx, ask)
  await record(trx, ask.actor, 'report.edited', {
    subject: { kind: 'report', id: ask.id },
    after: { added: section.key, after, heading: section.heading, body: section.body },
  })
  return version
}

export async function removeSection(trx: Trx, ask: EditAsk, key: string, figures: Figures): Promise<number> {
  const { report, scope, today } = await draftToEdit(trx, ask)
  const sections = await sectionsOf(trx, ask.id)
  const section = sections.find((one) => one.key === key)
  if (!section) throw new NotFound('report.no_such_section', 'Không có mục này trong báo cáo.')
  if (sections.length === 1) throw new Conflict('report.last_section', 'Báo cáo phải có ít nhất một mục.')
  await trx.deleteFrom('oversight.report_section').where('report_id', '=', ask.id).where('key', '=', key).execute()
  if (section.kind === 'recommendations')
    await trx.deleteFrom('oversight.report_recommendation').where('report_id', '=', ask.id).execute()
  await keepNamed(trx, ask, report, scope, today, figures)
  const version = await touched(trx, ask)
  await record(trx, ask.actor, 'report.edited', {
    subject: { kind: 'report', id: ask.id },
    before: { removed: key, heading: section.heading, body: section.body },
  })
  return version
}

/** Keeps the figures that texts name: new ones are computed, those no longer named go, all others stay as they are. */
async function keepNamed(
  trx: Trx,
  ask: EditAsk,
  _report: ReportRecord,
  scope: ReturnType<typeof scopeOfReport>,
  today: string,
  figures: Figures,
): Promise<void> {
  const known = { ...knownFigures(figures), has: () => true }
  const texts = (await recommendationsOf(trx, ask.id)).filter(({ state }) => state !== 'left').map(({ body }) => body)
  const named = new Map(
    [...figuresOfSections(await sectionsOf(trx, ask.id), known), ...refsOfTexts(texts, known)].map((one) => [
      one.ref,
      one,
    ]),
  )
  const have = await figuresOfReport(trx, ask.id)
  const gone = have.filter(({ ref }) => !named.has(ref)).map(({ ref }) => ref)
  if (gone.length > 0)
    await trx.deleteFrom('oversight.report_figure').where('report_id', '=', ask.id).where('ref', 'in', gone).execute()
  const added = [...named.values()].filter(({ ref }) => !have.some((one) => one.ref === ref))
  await addFigures(trx, ask.id, await computeFigures(trx, figures, added, scope, today), ask.now.toString())
}

/** Takes the figures as they are now; returns which moved. Suggestions nobody decided on are drafted anew. */
export async function refreshFigures(
  trx: Trx,
  ask: EditAsk,
  figures: Figures,
): Promise<{ version: number; moved: Moved[] }> {
  const { scope } = await draftToEdit(trx, ask)
  const now = computedAt(scope.knownOn, ask.now.toString())
  const moved = await recomputeReport(trx, ask, { last: scope, now: { ...scope, ...now } }, figures)
  const version = await touched(trx, ask, { known_before: countedBefore(scope.knownOn, ask.now.toString()) })
  await record(trx, ask.actor, 'report.recomputed', { subject: { kind: 'report', id: ask.id }, detail: { moved } })
  return { version, moved }
}

async function recomputeReport(
  trx: Trx,
  ask: EditAsk,
  scopes: { last: Scope; now: Scope },
  figures: Figures,
): Promise<Moved[]> {
  const scope = scopes.now
  const today = dayInVietnam(ask.now)
  const before = await figuresOfReport(trx, ask.id)
  const written = await sectionsOf(trx, ask.id)
  // A resolution that became known since gets its sentence: the first in place of the field, a further one after the others.
  const furthered = await withNewDocuments(trx, figures, written, scopes, today)
  const sections = await sectionsPerDocument(trx, figures, furthered, scope, today)
  for (const [place, { key, body }] of sections.entries()) {
    if (body === written[place]!.body) continue
    await trx
      .updateTable('oversight.report_section')
      .set({ body })
      .where('report_id', '=', ask.id)
      .where('key', '=', key)
      .execute()
  }
  await suggestAnew(trx, ask.id, scope, sections, ask.now.toString(), figures)
  const texts = (await recommendationsOf(trx, ask.id)).filter(({ state }) => state !== 'left').map(({ body }) => body)
  const computed = await recompute(trx, ask.id, sections, texts, scope, ask.now.toString(), figures)
  return movedBetween(before, computed)
}

/** A person takes a drafted recommendation, in its words or their own, or leaves it out. */
export async function decideRecommendation(
  trx: Trx,
  ask: EditAsk,
  key: string,
  { state, body }: DecideRecommendation,
  figures: Figures,
): Promise<number> {
  const { report, scope, today } = await draftToEdit(trx, ask)
  const found = (await recommendationsOf(trx, ask.id)).find((one) => one.key === key)
  if (!found) throw new NotFound('report.no_such_recommendation', 'Không có kiến nghị này trong báo cáo.')
  if (body !== undefined) checkText(body, knownFigures(figures), 'body')
  // In a person's own words it has no reason that could be checked; its key stays, so that it is not drafted again.
  const isOwn = body !== undefined && body.trim() !== found.body
  await trx
    .updateTable('oversight.report_recommendation')
    .set({
      state,
      body: body?.trim() ?? found.body,
      ...(isOwn ? { rule: null } : {}),
      decided_by: signatureOf(ask.actor),
      decided_at: ask.now.toString(),
    })
    .where('report_id', '=', ask.id)
    .where('key', '=', key)
    .execute()
  await keepNamed(trx, ask, report, scope, today, figures)
  const version = await touched(trx, ask)
  await record(trx, ask.actor, 'report.recommendationDecided', {
    subject: { kind: 'report', id: ask.id },
    before: { key, state: found.state, body: found.body },
    after: { key, state, body: body?.trim() ?? found.body },
  })
  return version
}

/** A recommendation in a person's own words; it counts as taken. */
export async function addRecommendation(
  trx: Trx,
  ask: EditAsk,
  { body }: { body: string },
  figures: Figures,
): Promise<number> {
  const { report, scope, today } = await draftToEdit(trx, ask)
  checkText(body, knownFigures(figures), 'body')
  if (!(await sectionsOf(trx, ask.id)).some(({ kind }) => kind === 'recommendations')) {
    throw new Conflict('report.no_recommendations', 'Báo cáo không có mục kiến nghị. Hãy thêm mục kiến nghị trước.')
  }
  const others = await recommendationsOf(trx, ask.id)
  const position = Math.max(0, ...others.map((one) => one.position)) + 1
  await trx
    .insertInto('oversight.report_recommendation')
    .values({
      report_id: ask.id,
      key: `own${position}`,
      position,
      rule: null,
      body: body.trim(),
      state: 'taken',
      decided_by: signatureOf(ask.actor),
      decided_at: ask.now.toString(),
    })
    .execute()
  await keepNamed(trx, ask, report, scope, today, figures)
  const version = await touched(trx, ask)
  await record(trx, ask.actor, 'report.recommendationDecided', {
    subject: { kind: 'report', id: ask.id },
    after: { key: `own${position}`, state: 'taken', body: body.trim() },
  })
  return version
}

/** Of a correction: why one figure differs from what was printed; without it the reason of the correction stands. */
export async function explainFigure(trx: Trx, ask: EditAsk, { ref, why }: ExplainFigure): Promise<number> {
  await draftToEdit(trx, ask)
  const figure = (await figuresOfReport(trx, ask.id)).find((one) => one.ref === ref)
  if (!figure) throw wrong('ref', 'report.no_such_figure', 'Báo cáo không có số liệu này. Hãy tải lại trang.')
  if (figure.before === null || figure.before === figure.printed)
    throw wrong('ref', 'report.figure_same', 'Số liệu này không khác bản đã phát hành, không cần giải thích.')
  await trx
    .updateTable('oversight.report_figure')
    .set({ why: why.trim() })
    .where('report_id', '=', ask.id)
    .where('ref', '=', ref)
    .execute()
  const version = await touched(trx, ask)
  await record(trx, ask.actor, 'report.edited', {
    subject: { kind: 'report', id: ask.id },
    before: { figure: ref, why: figure.why },
    after: { figure: ref, why: why.trim() },
  })
  return version
}

/** How it is to be issued, and up to which day records count; with another day the figures are computed again. */
export async function editIssue(trx: Trx, ask: EditAsk, edit: EditReport, figures: Figures): Promise<number> {
  const { report, scope, today } = await draftToEdit(trx, ask)
  if (edit.recommendations !== undefined)
    throw wrong(
      'recommendations',
      'report.decide_each',
      'Kiến nghị của báo cáo này được chọn từng câu. Hãy dùng mục Kiến nghị.',
    )
  if (edit.signatoryId != null) await checkSignatory(trx, signingRight(report), edit.signatoryId, today)
  await refuseTakenNumber(trx, report, edit.number, today)
  if (edit.knownOn && edit.knownOn > today)
    throw wrong('knownOn', 'report.known_ahead', 'Ngày ghi nhận dữ liệu không được sau hôm nay. Hãy chọn lại ngày.')
  const now = ask.now.toString()
  const moved =
    edit.knownOn === undefined || edit.knownOn === scope.knownOn
      ? []
      : await recomputeReport(
          trx,
          ask,
          {
            last: scope,
            now: {
              ...scope,
              knownOn: edit.knownOn,
              comparesAsReported: report.corrects_id === null ? edit.knownOn === scope.asOf : scope.comparesAsReported,
              ...computedAt(edit.knownOn, now),
            },
          },
          figures,
        )
  const version = await touched(trx, ask, {
    ...(edit.knownOn === undefined ? {} : { known_on: edit.knownOn, known_before: countedBefore(edit.knownOn, now) }),
    ...(edit.number === undefined ? {} : { number: edit.number?.trim() ?? null }),
    ...(edit.place === undefined ? {} : { place: edit.place.trim() }),
    ...(edit.signatoryId === undefined ? {} : { signatory_id: edit.signatoryId }),
  })
  await record(trx, ask.actor, 'report.edited', {
    subject: { kind: 'report', id: ask.id },
    before: { number: report.number, place: report.place, signatoryId: report.signatory_id, knownOn: report.known_on },
    after: { ...edit },
    detail: { moved },
  })
  return version
}

/**
 * Throws what must be done before the report can be submitted: figures that moved, that are missing, recommendations no one
 * decided on. Whoever signs sees what the data said when it was submitted.
 */
export async function checkReady(trx: Trx, report: ReportRecord, figures: Figures, today: string): Promise<void> {
  if (report.kind === MONTHLY_TASKS) return
  const open = await openPoints(trx, report, figures, today)
  if (open.length === 0) return
  // Whoever submits may also take the figures as they are now; who only reads is not told to.
  const fields = open.map(({ en: _, ...point }) =>
    point.code === 'report.figures_moved' ? { ...point, message: `${point.message} Hãy bấm Cập nhật số liệu.` } : point,
  )
  const said = fields.map(({ message }) => message)
  throw new Conflict('report.not_ready', `Chưa trình ký được. ${said.join(' ')}`, { extra: { open: said }, fields })
}

/** What is to be done, in Vietnamese; in English where that says more than its code does. */
export interface Point extends Field {
  en?: string
}

export async function openPoints(
  trx: Parameters<typeof sectionsOf>[0],
  report: ReportRecord,
  figures: Figures,
  today: string,
): Promise<Point[]> {
  const kind = await getKind(trx, report.kind)
  const scope = scopeOfReport(report, kind, null)
  const parts = await partsOf(trx, report.report_id)
  return [
    ...noData(parts, report, kind),
    ...pointsOf(parts, await comparedNow(trx, parts, scope, figures, today), figures),
  ]
}

/**
 * A period of which nothing is known is no report. Of one agency or document nothing may be the truth, and a correction may take
 * everything back.
 */
export function noData(
  { stored }: Pick<Parts, 'stored'>,
  { corrects_id: corrects, as_of: day }: Pick<ReportRecord, 'corrects_id' | 'as_of'>,
  { subject }: Pick<ReportKind, 'subject'>,
): Field[] {
  if (subject !== 'none' || corrects !== null || stored.length === 0) return []
  // What another period had is nothing of this one.
  if (stored.some(({ value, asOf }) => value && asOf === day)) return []
  return [
    {
      path: 'figures',
      code: 'report.no_data',
      message:
        'Kỳ này chưa có dữ liệu: không có nhiệm vụ, đề án, kiến nghị nào, mọi số liệu là 0 hoặc chưa có. Hãy nhập dữ liệu của kỳ, đổi ngày ghi nhận dữ liệu, hoặc bỏ dự thảo.',
    },
  ]
}

/** The first words of a recommendation, as a sentence about it quotes them. */
export function quoted(body: string): string {
  const words = withoutClauses(body.replace(/\{\{[^{}]*\}\}/g, '…'))
  return words.length <= QUOTED ? words : `${words.slice(0, QUOTED).replace(/\s+\S*$/, '')}…`
}
const QUOTED = 90

/** "1 figure", "5 figures". */
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** The same from what is known already. Pure. */
export function pointsOf(
  { sections, stored, recommendations }: Parts,
  { moved, gone }: Compared,
  figures: Figures,
): Point[] {
  const nameOf = (ref: string, language: 'vi' | 'en' = 'vi') => figures.get(ref.split(';')[0]!)?.[language] ?? ref
  const taken = recommendations.filter(({ state }) => state !== 'left')
  const texts = taken.map(({ body }) => body)
  const points: Point[] = brokenTexts(
    sections,
    taken.map(({ key, body }) => ({
      path: `recommendations.${key}`,
      name: 'kiến nghị',
      nameEn: 'recommendation',
      text: body,
    })),
    knownFigures(figures),
  )
  // A first year has no year before, and of nothing there is no share: a cell of a comparison is then a dash, a clause is not said.
  const needed = neededRefs(sections, texts, figures)
  const missing = stored.filter((one) => one.missing !== null && (needed.has(one.ref) || !figures.has(one.name)))
  if (missing.length > 0) {
    const names = (language: 'vi' | 'en') => [...new Set(missing.map(({ ref }) => nameOf(ref, language)))].join('; ')
    points.push({
      path: 'figures',
      code: 'report.figures_missing',
      message: `Còn ${missing.length} số liệu chưa có: ${names('vi')}. Hãy bỏ câu có số liệu đó hoặc chọn số liệu khác.`,
      en: `${counted(missing.length, 'figure')} missing: ${names('en')}. Remove the sentence or choose another figure.`,
    })
  }
  if (moved.length > 0) {
    const moves = (language: 'vi' | 'en') => {
      const value = language === 'en' ? valueInEnglish : (printed: string) => printed
      const name = namesOf(moved, stored, (ref) => nameOf(ref, language), language)
      return moved.map(({ ref, before, after }) => `${name(ref)} ${value(before)} → ${value(after)}`).join('; ')
    }
    points.push({
      path: 'figures',
      code: 'report.figures_moved',
      message: `${moved.length} số liệu đã thay đổi: ${moves('vi')}.`,
      en: `${counted(moved.length, 'figure')} changed: ${moves('en')}.`,
    })
  }
  const undecided = recommendations.filter(({ state }) => state === 'suggested').length
  if (undecided > 0) {
    points.push({
      path: 'recommendations',
      code: 'report.undecided',
      message: `Còn ${undecided} kiến nghị chưa chọn lấy hay bỏ.`,
      en: `${counted(undecided, 'recommendation')} neither taken nor left out.`,
    })
  }
  for (const { key, body } of gone) {
    points.push({
      path: `recommendations.${key}`,
      code: 'report.groundless',
      message: `Kiến nghị “${quoted(body)}” không còn căn cứ theo số liệu hiện nay. Hãy bỏ, hoặc viết lại thành kiến nghị của mình.`,
      en: `The recommendation “${quoted(body)}” is no longer borne out by the figures. Leave it out, or word it as your own.`,
    })
  }
  return points
}

/** The figures that cannot be left out: in words outside clauses and, other than shares, of this period in comparisons. */
function neededRefs(
  sections: Awaited<ReturnType<typeof sectionsOf>>,
  texts: readonly string[],
  figures: Figures,
): Set<string> {
  const any = { ...knownFigures(figures), has: () => true }
  const said = [...texts, ...sections.flatMap(({ heading, body }) => [heading ?? '', body])]
  const cells = sections.flatMap(({ settings }) =>
    (settings.figures ?? []).flatMap(({ ref }) => comparedRefs(ref, any).slice(0, 1)),
  )
  const counts = cells.filter(({ name }) => !['share', 'points'].includes(figures.get(name)?.unit ?? ''))
  return new Set([...neededRefsOf(said, any), ...counts].map(({ ref }) => ref))
}
