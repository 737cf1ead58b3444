/** What a report's figures are now: each asked of the room that offers it, for the days that the report gives it. */
import { sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import { addMonths, formatDay, monthStart } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { Problem } from '../platform/errors.ts'
import type { FigureAsk, FigureDocument, FigureSource } from '../platform/figure.ts'
import { monthDigits } from '../platform/official-document/model.ts'
import { RIGHTS } from '../platform/rights.ts'
import { sourceNameOf } from '../tasks/index.ts'
import type { FieldName, FigureRef, KnownFigures } from './bound-text.ts'
import type { OversightDb } from './db.ts'
import { daysOf, EVER, type FigureDays, noDays, type ReportScope } from './figure-ask.ts'
import { type Computed, UNCOUNTED } from './figure-change.ts'
import { agencyNameOn, agencyProblem, heirOf } from './report-kinds.ts'

export type Figures = ReadonlyMap<string, FigureSource>

/** Rooms whose figures may be named before they are offered: their sentences are drafted, and what is missing is named. */
const AWAITED = new Set(['programme', 'taskforce'])

export function knownFigures(figures: Figures): KnownFigures {
  const rooms = new Set([...figures.keys()].map((name) => name.split('.')[0]!))
  return {
    has: (name) => figures.has(name),
    names: [...figures.keys()],
    awaited: new Set([...AWAITED].filter((room) => !rooms.has(room))),
  }
}

/** A scope with what its words need. */
export interface Scope extends ReportScope {
  addressee: string | null
  sourceName: string | null
  whose: 'office' | 'agency'
}

/**
 * Who asks for the figures of a report: not the reader, whose sight may be less, so that a figure does not depend on who
 * opens it. An agency's own report sees what that agency sees.
 */
export async function readerOf(
  handle: AnyHandle,
  scope: Pick<Scope, 'whose' | 'agencyId' | 'asOf'>,
): Promise<KnownActor> {
  const seen = scope.whose === 'agency' ? await reached(handle, scope.agencyId ?? 0, scope.asOf) : null
  return {
    userId: 'report',
    personId: null,
    name: 'Báo cáo',
    role: 'report',
    rights: [...RIGHTS],
    agencyId: scope.agencyId ?? 0,
    agencyName: '',
    own: seen ?? [],
    seen,
    followerId: null,
    onBehalfOf: null,
    title: null,
    sample: false,
    isTwoFactor: false,
  }
}

async function reached(handle: AnyHandle, agencyId: number, day: string): Promise<number[]> {
  const { rows } = await sql<{ ids: number[] }>`
    select registry.reach(array[${agencyId}::bigint], ${day}::date) as ids`.execute(reading<OversightDb>(handle))
  return rows[0]!.ids.map(Number)
}

export interface ComputedFigure extends Computed, FigureDays {
  name: string
  rows: string | null
  truncated: string | null
}

/** Computes the figures one after the other; what cannot be computed says why, and the others are computed all the same. */
export async function computeFigures(
  db: AnyHandle,
  figures: Figures,
  refs: readonly FigureRef[],
  scope: Scope,
  today: string,
): Promise<ComputedFigure[]> {
  const actor = await readerOf(db, scope)
  const shared = new Map<string, Promise<unknown>>()
  const isKnown = knownSources(db, figures)
  const done: ComputedFigure[] = []
  for (const { ref, name, params } of refs) {
    const days = daysOf(params, scope)
    const made = { ref, name, ...days }
    const none = (missing: string) =>
      done.push({ ...made, value: null, printed: '…', rows: null, missing, truncated: null })
    const source = figures.get(name)
    if (!source) {
      none(`Chưa có phân hệ nào cung cấp số liệu “${name}”.`)
      continue
    }
    /** Nothing was counted, or not enough to stand beside what is: a dash, and the reason in the notes. */
    const uncounted = (truncated: string) =>
      done.push({ ...made, value: null, printed: UNCOUNTED, rows: null, missing: null, truncated })
    const empty = noDays(days, today)
    if (empty !== null) {
      none(`${source.vi}: ${empty}.`)
      continue
    }
    if (
      scope.whose === 'agency' &&
      params.agency !== undefined &&
      !(actor.own as number[]).includes(Number(params.agency))
    ) {
      none('Báo cáo của một cơ quan chỉ có số liệu của cơ quan đó.')
      continue
    }
    const problem =
      params.agency === undefined
        ? null
        : await agencyProblem(reading<OversightDb>(db), Number(params.agency), days.asOf)
    // What an agency that ended by hand still has in its name counts; where there is nothing, it is the reason.
    if (problem !== null && problem.code !== 'report.agency_ended') {
      none(`${source.vi}: ${problem.message}`)
      continue
    }
    try {
      const isEarlierAsReported = scope.comparesAsReported && params.knownOn === undefined
      const {
        value,
        printed,
        rows,
        truncated = null,
      } = await source.compute(db, {
        ...askOf(days, { actor, today, shared }),
        isEarlierAsReported,
      })
      if (value === 0 || value === null) {
        const first = (await source.data?.first(db, { shared })) ?? null
        if (first !== null && days.asOf < first) {
          uncounted(
            `${source.data!.words} từ ngày ${formatDay(days.from)} đến ngày ${formatDay(days.asOf)}: dữ liệu chỉ có từ ngày ${formatDay(first)}.`,
          )
          continue
        }
      }
      if (truncated !== null && isBesideMore(params, days, scope)) {
        uncounted(truncated)
        continue
      }
      // Of what is not there, or was not known yet, nothing was counted: that is no number.
      const nothing =
        value === 0 || value === null ? (problem?.message ?? (await whyNothing(params, days, isKnown))) : null
      if (nothing !== null) none(`${source.vi}: ${nothing}${nothing.endsWith('.') ? '' : '.'}`)
      else if (value === null) none(`${source.vi}: ${printed}.`)
      else done.push({ ...made, value, printed, rows, missing: null, truncated })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      none(`${source.vi}: ${error.detail}`)
    }
  }
  return done
}

/** Of an earlier day, and counted from another first day than the figure of this period beside which it stands. */
function isBesideMore(params: FigureRef['params'], { from }: FigureDays, scope: Scope): boolean {
  if (params.asOf !== 'before' && params.asOf !== 'lastYear') return false
  const { asOf: _, ...now } = params
  return daysOf(now, scope).from !== from
}

/**
 * The first day of which the rooms of these figures know anything; null where none does.
 */
export async function firstDayOf(db: AnyHandle, figures: Figures, refs: readonly FigureRef[]): Promise<string | null> {
  const shared = new Map<string, Promise<unknown>>()
  const days: string[] = []
  for (const { name } of refs) {
    const data = figures.get(name)?.data
    const first = data === undefined ? null : await data.first(db, { shared })
    if (first !== null) days.push(first)
  }
  return days.sort()[0] ?? null
}

/** Whether any room has something of a source, each asked once. */
export function knownSources(db: AnyHandle, figures: Figures): (source: string) => Promise<boolean> {
  const asked = new Map<string, Promise<boolean>>()
  const ask = async (source: string) => {
    if ((await sourceNameOf(db, source)) !== null) return true
    for (const knows of new Set([...figures.values()].flatMap((one) => one.knows ?? [])))
      if (await knows(db, source)) return true
    return false
  }
  return (source) => {
    const known = asked.get(source) ?? ask(source)
    asked.set(source, known)
    return known
  }
}

/** Why a figure that counted nothing could not count anything; null where there was something to look at. */
async function whyNothing(
  { source }: FigureRef['params'],
  { from, knownOn }: FigureDays,
  isKnown: (source: string) => Promise<boolean>,
): Promise<string | null> {
  if (source !== undefined && !(await isKnown(source)))
    return `không có nhiệm vụ, đề án nào của văn bản “${source}”, hãy kiểm tra lại mã hoặc số văn bản`
  if (knownOn !== null && knownOn < from)
    return `dữ liệu ghi nhận đến hết ngày ${formatDay(knownOn)}, trước ngày bắt đầu tính ${formatDay(from)}`
  return null
}

/** A figure of these days, as rooms are asked. */
function askOf(
  days: FigureDays,
  rest: Pick<FigureAsk, 'actor' | 'today'> & { shared?: FigureAsk['shared'] },
): FigureAsk {
  const directive = /^directive:(\d+)$/.exec(days.source ?? '')?.[1]
  const { shared, ...who } = rest
  return {
    ...who,
    ...(shared === undefined ? {} : { shared }),
    from: days.from,
    asOf: days.asOf,
    knownOn: days.knownOn,
    ...(days.knownBefore === null ? {} : { knownBefore: days.knownBefore }),
    rounding: days.rounding,
    ...(days.agencyId === null ? {} : { agencyId: days.agencyId }),
    ...(days.source === null ? {} : { source: days.source }),
    ...(directive === undefined ? {} : { directiveId: Number(directive) }),
  }
}

/** Of a figure that is of one document alone: the documents it has in the report, the oldest first. None of other figures. */
export async function documentsOf(
  db: AnyHandle,
  figures: Figures,
  { name, params }: Pick<FigureRef, 'name' | 'params'>,
  scope: Scope,
  today: string,
): Promise<readonly FigureDocument[]> {
  const days = daysOf(params, scope)
  if (params.source !== undefined || noDays(days, today) !== null) return []
  const actor = await readerOf(db, scope)
  return (await figures.get(name)?.documents?.(db, askOf(days, { actor, today }))) ?? []
}

/** What the fields of a text stand for. */
export async function fieldsOf(handle: AnyHandle, scope: Scope): Promise<Record<FieldName, string>> {
  const db = reading<OversightDb>(handle)
  const next = addMonths(monthStart(scope.asOf), 1)
  return {
    period: scope.period.label,
    month: `${scope.asOf.slice(5, 7)}/${scope.asOf.slice(0, 4)}`,
    year: scope.asOf.slice(0, 4),
    from: scope.from === EVER ? 'khi ban hành' : formatDay(scope.from),
    asOf: formatDay(scope.asOf),
    nextMonth: `${monthDigits(Number(next.slice(5, 7)))}/${next.slice(0, 4)}`,
    agency:
      scope.agencyId === null ? 'các bộ, cơ quan, địa phương' : await agencyNameOn(db, scope.agencyId, scope.asOf),
    resolution: 'Nghị quyết của Chính phủ',
    source: scope.sourceName ?? 'các văn bản chỉ đạo, điều hành',
    addressee:
      (scope.addressee === null ? null : await heirOf(db, scope.addressee, scope.asOf)) ?? 'Thủ tướng Chính phủ',
  }
}
