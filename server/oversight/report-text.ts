import type { KnownActor } from '../platform/actor.ts'
import { formatDay } from '../platform/calendar.ts'
import type { Handle } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import { type Rounding, sourceNameOf } from '../tasks/index.ts'
import { reportToRead, seesDraft } from './access.ts'
import type { KnownFigures } from './bound-text.ts'
import { changedRows } from './changed-rows.ts'
import { withDrawn } from './chart.ts'
import { comparedNow, partsOf, UNCOMPARED } from './compared.ts'
import { type Figures, fieldsOf, knownFigures, type Scope } from './compute.ts'
import type { OversightDb } from './db.ts'
import { noData, type Point, pointsOf } from './edit-text.ts'
import { agencyNameOn, getKind, type ReportKind } from './report-kinds.ts'
import { scopeOfReport } from './report-scope.ts'
import { REPORT_STATES } from './report-state.ts'
import { differenceOf } from './stale.ts'
import { issuedTextOf, type ReportRecord } from './store.ts'
import type { ReportText } from './text-shapes.ts'
import type { figuresOfReport } from './text-store.ts'
import { figureLines, printerOf, readStored, runsOf, SHOWN, type StoredFigure, sectionViews } from './text-view.ts'

/** The text of a report; of one that is not issued with what its figures would be now. */
export async function readText(
  db: Handle<OversightDb>,
  actor: KnownActor,
  id: number,
  today: string,
  figures: Figures,
): Promise<ReportText> {
  const report = await reportToRead(db, actor, id)
  // As it was issued: nothing that was recorded since reaches it. Its page shows the first rows of a list.
  const issued = await issuedTextOf(db, id)
  if (issued !== null) return firstRows(issued)
  const kind = await getKind(db, report.kind)
  const isOpen = !REPORT_STATES[report.state].isOut && report.state !== 'dropped'
  return textOf(db, report, kind, today, figures, { isCompared: isOpen && seesDraft(actor, report), isWhole: false })
}

function firstRows(text: ReportText): ReportText {
  return {
    ...text,
    sections: text.sections.map((section) => {
      const { chart, tasks = [] } = section.data ?? {}
      // Those issued before charts were described are described now: the words are of the drawing, not of the figures.
      const drawn = chart === undefined ? {} : { chart: withDrawn(chart) }
      const first = tasks.length <= SHOWN ? {} : { tasks: tasks.slice(0, SHOWN) }
      if (section.data === null) return section
      return {
        ...section,
        data: { ...section.data, ...drawn, ...first },
        tasksLeftOut: Math.max(tasks.length - SHOWN, 0),
      }
    }),
  }
}

/** The same for files: every row of every list, nothing compared. */
export async function textOf(
  db: Handle<OversightDb>,
  report: ReportRecord,
  kind: ReportKind,
  today: string,
  figures: Figures,
  { isCompared, isWhole }: { isCompared: boolean; isWhole: boolean },
): Promise<ReportText> {
  if (report.title === null || report.template_id === null) {
    throw new Conflict(
      'report.not_written',
      'Báo cáo bảng số liệu tháng không có lời văn từng mục. Hãy mở báo cáo đó ở trang của nó.',
    )
  }
  const id = report.report_id
  const scope = scopeOfReport(report, kind, null)
  const known = knownFigures(figures)
  const fields = await fieldsOf(db, scope)
  const parts = await partsOf(db, id)
  const { sections, stored, recommendations } = parts
  const compared = isCompared ? await comparedNow(db, parts, scope, figures, today) : UNCOMPARED
  const printed = printerOf(stored)
  const template = await db
    .selectFrom('oversight.report_template')
    .select('version_number')
    .where('template_id', '=', report.template_id)
    .executeTakeFirstOrThrow()
  const corrected =
    report.corrects_id === null
      ? null
      : await db
          .selectFrom('oversight.report')
          .select(['report_id', 'number'])
          .where('report_id', '=', report.corrects_id)
          .executeTakeFirstOrThrow()
  const before = report.corrects_id === null ? null : await issuedTextOf(db, report.corrects_id)
  const without = noData(parts, report, kind)
  const points: Point[] = isCompared ? [...without, ...pointsOf(parts, compared, figures)] : []
  return {
    kind: report.kind,
    kindName: kind.name,
    title: report.title,
    from: report.from_on,
    asOf: report.as_of,
    knownOn: report.known_on,
    rounding: (report.rounding ?? 'truncate1') as Rounding,
    template: { id: report.template_id, versionNumber: template.version_number },
    sections: sectionViews(sections, stored, fields, known, isWhole),
    figures: figureLines(stored, figures, compared.now, await aboutWords(db, stored, scope, known)),
    recommendations: recommendations
      .filter(({ state }) => isCompared || state === 'taken')
      .map(({ key, rule, body, state, decided_by: decidedBy }) => ({
        key,
        rule,
        body,
        runs: runsOf(body, printed, fields, known),
        state,
        decidedBy,
      })),
    recipients: report.recipients ?? [],
    isSample: report.is_sample ?? false,
    // Where it may be so; where it may not, it stands among what is open.
    ...(isCompared && without.length === 0 && stored.length > 0 && stored.every(({ value }) => !value)
      ? { isEmpty: true }
      : {}),
    open: points.map(({ message }) => message),
    ...(isCompared ? { openEn: points.map(({ code, en = null }) => ({ code, en })) } : {}),
    corrects:
      corrected === null
        ? null
        : { id: corrected.report_id, number: corrected.number, reason: report.correction_reason ?? '' },
    edition: report.edition,
    ...(before === null ? {} : { changedRows: changedRows(before.sections, sections) }),
    difference: isCompared && report.state === 'submitted' ? differenceOf(compared).digest : null,
  }
}

/** In words what each figure has of its own: an agency, a document, a start, up to when records count. */
async function aboutWords(
  db: Handle<OversightDb>,
  stored: Awaited<ReturnType<typeof figuresOfReport>>,
  scope: Scope,
  known: KnownFigures,
): Promise<(one: StoredFigure) => string | null> {
  const named = new Map<string, string>()
  for (const { ref, asOf } of stored) {
    const { agency, source } = readStored(ref, known).params
    if (agency !== undefined) named.set(agency, await agencyNameOn(db, Number(agency), asOf))
    if (source !== undefined)
      named.set(source, (await sourceNameOf(db, source).catch(() => null)) ?? source.slice(source.indexOf(':') + 1))
  }
  return ({ ref, from, knownOn }) => {
    const { agency, source, from: begins, knownOn: explicit, rounding } = readStored(ref, known).params
    const words = [
      agency === undefined ? null : named.get(agency),
      source === undefined ? null : `theo ${named.get(source)}`,
      begins === undefined || from === scope.from ? null : `từ ngày ${formatDay(from)}`,
      explicit === undefined ? null : knownOn === null ? 'theo dữ liệu hiện nay' : `ghi đến ngày ${formatDay(knownOn)}`,
      rounding === undefined
        ? null
        : `${rounding.startsWith('truncate') ? 'cắt bớt' : 'làm tròn'} ${rounding.slice(-1)} số lẻ`,
    ].filter((one) => one != null)
    return words.length === 0 ? null : words.join('; ')
  }
}
