/** Of which days, about what and for whom a report is. */
import { cutBefore, dayEnds, formatDay } from '../platform/calendar.ts'
import type { Handle } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { sourceNameOf, sourceOfNumber } from '../tasks/index.ts'
import type { Scope } from './compute.ts'
import type { OversightDb } from './db.ts'
import { EVER } from './figure-ask.ts'
import { type Period, periodOf } from './period.ts'
import { agencyProblem, type ReportKind } from './report-kinds.ts'
import type { ReportRecord } from './store.ts'
import type { TemplateRecord } from './template-store.ts'

interface Wanted {
  period: Period
  from?: string | undefined
  asOf?: string | undefined
  knownOn?: string | null | undefined
  agencyId?: number | undefined
  source?: string | undefined
}

/**
 * The scope of a new report. Without words of its own it is as of the last day of the period, or today during it, from what
 * was recorded by then.
 * @throws Invalid for a period that has not begun, a day outside it, a kind that needs an agency or a source and has none
 */
export async function scopeFor(
  db: Handle<OversightDb>,
  kind: ReportKind,
  template: Pick<TemplateRecord, 'counts_from' | 'rounding' | 'addressee'>,
  { period, ...wanted }: Wanted,
  today: string,
): Promise<Scope> {
  if (period.first > today)
    throw wrong('period', 'report.period_ahead', `Kỳ ${period.label} chưa bắt đầu. Hãy chọn kỳ hiện tại hoặc kỳ trước.`)
  const asOf = wanted.asOf ?? (period.last < today ? period.last : today)
  if (asOf < period.first || asOf > period.last || asOf > today) {
    const last = period.last < today ? period.last : today
    throw wrong(
      'asOf',
      'report.as_of_elsewhere',
      `Ngày chốt số liệu phải từ ${formatDay(period.first)} đến ${formatDay(last)}. Hãy chọn lại ngày.`,
    )
  }
  if (wanted.from !== undefined && wanted.from > asOf) {
    throw wrong(
      'from',
      'report.from_late',
      `Ngày bắt đầu tính phải không muộn hơn ngày ${formatDay(asOf)}. Hãy chọn ngày sớm hơn.`,
    )
  }
  if (wanted.knownOn && wanted.knownOn > today)
    throw wrong('knownOn', 'report.known_ahead', 'Ngày ghi nhận dữ liệu không được sau hôm nay. Hãy chọn lại ngày.')
  if (kind.subject === 'agency') {
    if (wanted.agencyId === undefined)
      throw wrong('agencyId', 'report.agency_missing', 'Báo cáo loại này nói về một cơ quan. Hãy chọn cơ quan.')
    const problem = await agencyProblem(db, wanted.agencyId, asOf)
    if (problem?.code === 'report.no_such_agency') throw wrong('agencyId', 'report.no_such_agency', problem.message)
    if (problem?.code === 'report.agency_ended') throw wrong('agencyId', 'report.agency_ended', problem.message)
    if (problem) throw wrong('agencyId', 'report.agency_not_yet', problem.message)
  } else if (wanted.agencyId !== undefined)
    throw wrong('agencyId', 'report.no_agency_here', 'Báo cáo loại này không nói về riêng một cơ quan. Hãy bỏ trống.')
  if (kind.subject === 'source' && wanted.source === undefined)
    throw wrong('source', 'report.source_missing', 'Báo cáo loại này nói về một văn bản. Hãy chọn văn bản.')
  if (kind.subject !== 'source' && wanted.source !== undefined)
    throw wrong('source', 'report.no_source_here', 'Báo cáo loại này không nói về riêng một văn bản. Hãy bỏ trống.')
  const source = wanted.source === undefined ? null : await sourceMeant(db, wanted.source)
  const sourceName = source === null ? null : await sourceNameOf(db, source)
  if (source !== null && sourceName === null)
    throw wrong('source', 'report.no_such_source', 'Không có nhiệm vụ nào của văn bản này. Hãy chọn văn bản khác.')
  return {
    period,
    from: wanted.from ?? (source === null ? countedFrom(template.counts_from, period, asOf) : EVER),
    asOf,
    knownOn: wanted.knownOn === undefined ? asOf : wanted.knownOn,
    comparesAsReported: wanted.knownOn === undefined || wanted.knownOn === asOf,
    rounding: template.rounding,
    agencyId: wanted.agencyId ?? null,
    source,
    sourceName,
    addressee: template.addressee,
    whose: kind.whose,
    countsFrom: template.counts_from,
    knownBefore: null,
    computedBefore: null,
  }
}

/** A number without a kind, or of the archive where the archive has none, is that of a document that was read. */
async function sourceMeant(db: Handle<OversightDb>, source: string): Promise<string> {
  const number = /^archive:(.+)$/u.exec(source)?.[1] ?? (/^[a-z][A-Za-z]*:/.test(source) ? undefined : source)
  if (number === undefined || (source !== number && (await sourceNameOf(db, source)) !== null)) return source
  return (await sourceOfNumber(db, number)) ?? `archive:${number}`
}

export function countedFrom(
  rule: TemplateRecord['counts_from'],
  period: Pick<Period, 'first' | 'sort'>,
  asOf: string,
): string {
  const year = Number(asOf.slice(0, 4))
  if (rule === 'period')
    return period.first === asOf && period.sort === 'day' ? `${asOf.slice(0, 4)}-01-01` : period.first
  return `${rule === 'year' ? year : year - 1}-01-01`
}

/** The instants of a computation at `now`, as a report keeps them: its figures open the rows that they counted then. */
export function computedAt(knownOn: string | null, now: string): Pick<Scope, 'knownBefore' | 'computedBefore'> {
  return { knownBefore: countedBefore(knownOn, now), computedBefore: after(now) }
}

/** The first instant whose records do not count: the end of the day, or just after now where it is not over or none is set. */
export function countedBefore(knownOn: string | null, now: string): string {
  const before = after(now)
  if (knownOn === null) return before
  return cutBefore(knownOn, before) ?? dayEnds(knownOn).toString()
}

/** What is recorded at the instant itself counts. Instants are kept to the microsecond. */
const after = (now: string) =>
  Temporal.Instant.from(now).round({ smallestUnit: 'microsecond' }).add({ microseconds: 1 }).toString()

/**
 * Of a report that was drawn up.
 * @param now of a figure that is added to it; null: as records are this moment, whatever the report counted
 */
export function scopeOfReport(report: ReportRecord, kind: Pick<ReportKind, 'sort'>, now: string | null): Scope {
  return {
    period: periodOf(kind.sort, report.period),
    from: report.from_on,
    asOf: report.as_of,
    knownOn: report.known_on,
    comparesAsReported: report.compares_as_reported,
    rounding: report.rounding ?? 'truncate1',
    agencyId: report.subject_agency_id,
    source: report.source,
    sourceName: report.source_name,
    addressee: report.addressee,
    whose: report.whose,
    knownBefore: now === null ? null : report.known_before,
    computedBefore: now === null ? null : after(now),
    countsFrom: (report.counts_from ?? 'lastYear') as Scope['countsFrom'],
  }
}
