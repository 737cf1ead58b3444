import type { Transaction } from 'kysely'
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam, formatDay, formatNumber } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import { toJson } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { asSentence } from '../platform/official-document/typography.ts'
import { checkSignatory } from '../registry/index.ts'
import { reportToChange, toPrepareReports } from './access.ts'
import type { Figures } from './compute.ts'
import type { OversightDb } from './db.ts'
import { editIssue } from './edit-text.ts'
import { monthlyReport } from './monthly.ts'
import { refuseTakenNumber } from './report-number.ts'
import { countedBefore } from './report-scope.ts'
import { moveReport } from './report-state.ts'
import type { DrawUp, EditReport, MonthlyQuery, MonthlyReport } from './shapes.ts'
import { insertReport, monthlyOf, updateReport } from './store.ts'

const KIND = 'monthlyTasks'
const PLACE = 'Hà Nội'

type Trx = Transaction<OversightDb>

/**
 * Draws up the report of a month as a draft to be submitted. Its figures and text are fixed now: whoever submits and
 * whoever signs has before them what will be issued. Returns its id.
 * @throws Conflict `report.one_open` when a report of that month is in the making, Invalid `report.empty` when there is
 *   nothing to report
 */
export async function drawUp(trx: Trx, ask: AskToMake<KnownActor>, order: DrawUp): Promise<number> {
  const { actor, now } = ask
  toPrepareReports(actor)
  const { place = PLACE, number = null, signatoryId = null, ...query } = order
  if (signatoryId !== null) await checkSignatory(trx, 'report.sign', signatoryId, dayInVietnam(now))
  const figures = await figuresFor(trx, ask, query)
  const [by, at] = [signatureOf(actor), now.toString()]
  const id = await insertReport(trx, {
    kind: KIND,
    ...figures,
    number: number?.trim() ?? null,
    place: place.trim(),
    signatory_id: signatoryId,
    created_at: at,
    created_by: by,
    changed_at: at,
    changed_by: by,
  })
  if (id === undefined) {
    throw new Conflict(
      'report.one_open',
      'Đang có một báo cáo tháng này chưa phát hành. Hãy sửa, trình ký hoặc bỏ báo cáo đó.',
    )
  }
  await record(trx, actor, 'report.drafted', {
    subject: { kind: 'report', id },
    after: { month: figures.period, asOf: figures.as_of, number, signatoryId, ...partition(figures) },
  })
  return id
}

/**
 * Changes a draft and computes its figures again, as of the same day: they follow what was corrected in the meantime
 * only if the records of a later day are to count (`knownOn`). Returns the version.
 */
export async function editReport(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  edit: EditReport,
  offered: { figures: Figures },
): Promise<number> {
  const report = await reportToChange(trx, ask, 'edit')
  if (report.content === null) return editIssue(trx, ask, edit, offered.figures)
  const state = moveReport(report.state, 'edit')
  const { actor, now } = ask
  if (edit.signatoryId != null) await checkSignatory(trx, 'report.sign', edit.signatoryId, dayInVietnam(now))
  await refuseTakenNumber(trx, report, edit.number, dayInVietnam(now))
  const content = monthlyOf(report)
  const { month, from, asOf, knownOn, rounding, counting } = content
  const own = ownRecommendations(content, edit)
  const known = edit.knownOn === undefined ? knownOn : edit.knownOn
  const figures = await figuresFor(
    trx,
    ask,
    {
      month,
      from,
      asOf,
      rounding,
      ...(counting === undefined ? {} : { counting }),
      ...(known === null ? {} : { knownOn: known }),
    },
    own,
  )
  const version = await updateReport(
    trx,
    report.report_id,
    {
      state,
      ...figures,
      ...(edit.number === undefined ? {} : { number: edit.number?.trim() ?? null }),
      ...(edit.place === undefined ? {} : { place: edit.place.trim() }),
      ...(edit.signatoryId === undefined ? {} : { signatory_id: edit.signatoryId }),
    },
    signatureOf(actor),
    now.toString(),
  )
  await record(trx, actor, 'report.edited', {
    subject: { kind: 'report', id: report.report_id },
    before: {
      number: report.number,
      place: report.place,
      signatoryId: report.signatory_id,
      knownOn,
      ...(edit.recommendations === undefined ? {} : { recommendations: content.recommendations }),
      ...partition(report),
    },
    after: { ...edit, ...partition(figures) },
  })
  return version
}

type Counted = {
  [Name in 'assigned' | 'done_on_time' | 'done_late' | 'open_in_term' | 'open_overdue']: number | null
}

/** The figures of a row as the log names them. */
function partition(row: Counted) {
  return {
    assigned: row.assigned,
    doneOnTime: row.done_on_time,
    doneLate: row.done_late,
    openInTerm: row.open_in_term,
    openOverdue: row.open_overdue,
  }
}

/** Everything of the row that is computed: the whole report, and its headline in columns. */
async function figuresFor(
  trx: Trx,
  { actor, now }: AskToMake<KnownActor>,
  query: MonthlyQuery,
  own: readonly string[] | null = null,
) {
  const computed = await monthlyReport(trx, dayInVietnam(now), actor, query, countedBefore(null, now.toString()))
  if (computed.empty) throw nothingToReport(computed, computed.empty)
  const content: MonthlyReport =
    own === null ? computed : { ...computed, recommendations: [...own], isRecommendedByOffice: true }
  const t = content.headline
  return {
    period: content.month,
    from_on: content.from,
    as_of: content.asOf,
    known_before: countedBefore(content.knownOn ?? content.asOf, now.toString()),
    content: toJson(content),
    assigned: t.assigned,
    done_on_time: t.doneOnTime,
    done_late: t.doneLate,
    open_in_term: t.openInTerm,
    open_overdue: t.openOverdue,
  }
}

/** The office's words stay until it takes other ones or goes back to those that follow from the figures (null). */
function ownRecommendations(content: MonthlyReport, edit: EditReport): readonly string[] | null {
  if (edit.recommendations === undefined) return content.isRecommendedByOffice ? content.recommendations : null
  return edit.recommendations?.map((sentence) => asSentence(sentence)) ?? null
}

function nothingToReport(
  { month, asOf, knownOn }: MonthlyReport,
  { recordedLater }: NonNullable<MonthlyReport['empty']>,
) {
  const [year, number] = month.split('-')
  if (recordedLater === null)
    return wrong(
      'month',
      'report.empty',
      `Không có nhiệm vụ nào được giao trong kỳ báo cáo tháng ${number}/${year}. Hãy chọn tháng khác hoặc lùi ngày bắt đầu.`,
    )
  return wrong(
    'knownOn',
    'report.empty',
    `${formatNumber(recordedLater.tasks)} nhiệm vụ giao trong kỳ được ghi vào hệ thống từ ngày ${formatDay(recordedLater.firstOn)}, sau ngày ${formatDay(knownOn ?? asOf)}, nên chưa được tính. Hãy chọn tính theo dữ liệu đã ghi đến hôm nay.`,
  )
}
