/** The figures of the programme, as reports name them: each is counted by the filter of the list that its address opens. */
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { addMonths, formatNumber, monthEnd, monthStart } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { FigureAsk, FigureSource, FigureValue } from '../platform/figure.ts'
import { pointsBetween, type Rounding, share } from '../tasks/index.ts'
import type { ProgrammeDb } from './db.ts'
import { heldOn } from './holder.ts'
import { countItems, type Filter, matching, type Scope, scopeOf } from './lists.ts'
import { knownBefore } from './store.ts'

type Rule = Static<typeof Rounding>
const DEFAULT: Rule = 'truncate1'

/** How the entries due in a period stand. Those that were stopped are no longer due. */
export interface PeriodCounts {
  due: number
  submitted: number
  owed: number
  inTerm: number
  late: number
  stopped: number
}

export async function countPeriod(
  db: AnyHandle,
  actor: FigureAsk['actor'],
  scope: Scope,
  filter: Filter,
): Promise<PeriodCounts> {
  const standing = sql`programme.standing(v.state, v.due_on, ${scope.over}::date)`
  const { rows } = await sql<PeriodCounts>`
    select (count(*) filter (where ${standing} not in ('stopped', 'registered')))::integer as due,
           (count(*) filter (where ${standing} in ('submitted', 'done')))::integer as submitted,
           (count(*) filter (where ${standing} = 'owed'))::integer as owed,
           (count(*) filter (where ${standing} = 'inTerm'))::integer as "inTerm",
           (count(*) filter (where ${standing} in ('submitted', 'done') and v.submitted_on > v.due_on))::integer as late,
           (count(*) filter (where ${standing} = 'stopped'))::integer as stopped
    ${matching(actor, scope, filter)}`.execute(reading<ProgrammeDb>(db))
  return rows[0]!
}

/** The same day of the year before; the end of a month for the end of a month. */
export function yearBefore(day: string): string {
  const before = addMonths(day, -12)
  return day === monthEnd(day) ? monthEnd(before) : before
}

/** The month after a day, from its first to its last day. */
export function monthAfter(day: string): { from: string; to: string } {
  const from = monthStart(addMonths(monthStart(day), 1))
  return { from, to: monthEnd(from) }
}

export interface Compared {
  counts: PeriodCounts
  before: PeriodCounts
  share: ReturnType<typeof share>
  points: string
}

/** The share owed of what was due, and its change in points against the same period of the year before, as known then. */
export async function comparePeriod(
  db: AnyHandle,
  actor: FigureAsk['actor'],
  {
    from,
    asOf,
    knownOn,
    today,
    filter,
    rounding,
  }: Pick<FigureAsk, 'from' | 'asOf' | 'knownOn' | 'today'> & { filter: Filter; rounding: Rule },
): Promise<Compared> {
  const counts = await countPeriod(db, actor, scopeOf({ asOf, knownOn }, today), { ...filter, from, to: asOf })
  const then = yearBefore(asOf)
  const before = await countPeriod(
    db,
    actor,
    scopeOf({ asOf: then, knownOn: knownOn === null ? null : yearBefore(knownOn) }, today),
    { ...filter, from: yearBefore(from), to: then },
  )
  const now = share(counts.owed, counts.due, rounding)
  return { counts, before, share: now, points: pointsBetween(share(before.owed, before.due, rounding), now, rounding) }
}

const filterOf = ({ agencyId, directiveId }: FigureAsk): Filter => ({
  ...(agencyId === undefined ? {} : { agencyId }),
  ...(directiveId === undefined ? {} : { directiveId }),
})

const address = (tab: string, query: Record<string, string | number | null | undefined>): string => {
  const named = Object.entries({ tab, ...query }).filter(([, value]) => value !== undefined && value !== null)
  return `/chuong-trinh-cong-tac?${new URLSearchParams(named.map(([name, value]) => [name, String(value)]))}`
}
const ofDay = ({ asOf, knownOn }: FigureAsk) => ({ asOf, knownOn })
const count = (value: number, rows: string): FigureValue => ({ value, printed: formatNumber(value), rows })

/** Entries due in the period, of one standing or with one mark. */
const counting =
  (name: keyof PeriodCounts, mark: Pick<Filter, 'standing' | 'only'> = {}): FigureSource['compute'] =>
  async (db, ask) => {
    const filter = { ...filterOf(ask), from: ask.from, to: ask.asOf }
    const counts = await countPeriod(db, ask.actor, scopeOf(ask, ask.today), filter)
    return count(counts[name], address('list', { ...filter, ...mark, ...ofDay(ask) }))
  }

const compared = (db: AnyHandle, ask: FigureAsk): Promise<Compared> =>
  comparePeriod(db, ask.actor, { ...ask, filter: filterOf(ask), rounding: (ask.rounding ?? DEFAULT) as Rule })

const NOTHING_DUE = 'không có đề án đến hạn'

/** "giảm 7,5 điểm" */
export function pointsInWords(points: string): string {
  if (points === '–') return NOTHING_DUE
  const size = points.replace(/^[+-]/, '')
  if (!/[1-9]/.test(size)) return 'không đổi'
  return `${points.startsWith('-') ? 'giảm' : 'tăng'} ${size} điểm`
}

/** Changes of due day, or stops, that took effect within the period. */
const tookEffect =
  (what: 'postponed' | 'stopped'): FigureSource['compute'] =>
  async (db, ask) => {
    const mark = what === 'postponed' ? { only: 'postponed' as const } : { standing: 'stopped' as const }
    const filter = { ...filterOf(ask), ...mark, actFrom: ask.from, actTo: ask.asOf }
    const n = await countItems(reading<ProgrammeDb>(db), ask.actor, scopeOf(ask, ask.today), filter)
    return count(n, address('list', { ...filter, ...ofDay(ask) }))
  }

/** Action plans of a group of agencies: how many owe one, and how many have issued theirs. */
const plans =
  (group: 'ministry' | 'province', what: 'due' | 'issued'): FigureSource['compute'] =>
  async (db, ask) => {
    const known = knownBefore(ask.knownOn)
    const held = heldOn('plan', ask)
    const issued = sql`exists (select from programme.plan_issue p where p.plan_duty_id = d.plan_duty_id
      and p.issued_on <= ${ask.asOf}::date and p.recorded_at < ${known} and (p.withdrawn_at is null or p.withdrawn_at >= ${known}))`
    const { rows } = await sql<{ n: number; calls: string[] | null }>`
      select count(*)::integer as n, array_agg(distinct c.plan_call_id) as calls
      from programme.plan_duty d join programme.plan_call c on c.plan_call_id = d.plan_call_id ${held.join}
      where d.agency_group = ${group} and c.recorded_at < ${known}
        and c.called_on between ${`${ask.from.slice(0, 4)}-01-01`}::date and ${ask.asOf}::date
        and (${ask.directiveId ?? null}::bigint is null or c.source_kind = 'directive' and c.source_id = ${ask.directiveId ?? null})
        and (${ask.agencyId ?? null}::bigint is null or ${held.agency} = ${ask.agencyId ?? null})
        and ${ask.actor.seen === null ? sql`true` : sql`${held.ofDay} = any(${[...ask.actor.seen]}::bigint[])`}
        and ${what === 'issued' ? issued : sql`true`}`.execute(reading<ProgrammeDb>(db))
    return count(
      rows[0]!.n,
      address('plans', {
        group,
        ...(what === 'issued' ? { plan: 'issued' } : {}),
        year: ask.from.slice(0, 4),
        ...ofDay(ask),
        directiveId: ask.directiveId,
        // Where one resolution asked for them, its agencies are the rows; where several did, the list of resolutions.
        call: rows[0]!.calls?.length === 1 ? rows[0]!.calls[0] : undefined,
      }),
    )
  }

const detailing: FigureSource['compute'] = async (db, ask) => {
  const known = knownBefore(ask.knownOn)
  const held = heldOn('detailing', ask)
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from programme.detailing_duty d ${held.join}
    where d.law_effect_on <= ${ask.asOf}::date and d.recorded_at < ${known}
      and not exists (select from programme.detailing_issue s where s.detailing_duty_id = d.detailing_duty_id
        and s.issued_on <= ${ask.asOf}::date and s.recorded_at < ${known})
      and (${ask.agencyId ?? null}::bigint is null or ${held.agency} = ${ask.agencyId ?? null})
      and ${ask.actor.seen === null ? sql`true` : sql`${held.ofDay} = any(${[...ask.actor.seen]}::bigint[])`}`.execute(
    reading<ProgrammeDb>(db),
  )
  return count(rows[0]!.n, address('detailing', { ...ofDay(ask), agencyId: ask.agencyId, detailing: 'owed' }))
}

const figure = (
  name: string,
  unit: FigureSource['unit'],
  [vi, en]: [string, string],
  compute: FigureSource['compute'],
): FigureSource => ({ name: `programme.${name}`, vi, en, unit, compute })

export const programmeFigures: readonly FigureSource[] = [
  figure(
    'dueInPeriod',
    'count',
    ['Đề án phải trình trong kỳ', 'Entries due in the period'],
    counting('due', { standing: 'counted' }),
  ),
  figure(
    'submitted',
    'count',
    ['Đề án đã trình trong số phải trình', 'Of these, submitted'],
    counting('submitted', { standing: 'sent' }),
  ),
  figure(
    'owed',
    'count',
    ['Đề án đến hạn chưa trình (nợ đọng)', 'Of these, owed'],
    counting('owed', { standing: 'owed' }),
  ),
  figure('owedShare', 'share', ['Tỷ lệ nợ đọng trên số phải trình', 'Share owed of what was due'], async (db, ask) => {
    const { share: owed } = await compared(db, ask)
    const rows = address('list', { ...filterOf(ask), from: ask.from, to: ask.asOf, standing: 'owed', ...ofDay(ask) })
    return { value: owed.exact, printed: owed.exact === null ? NOTHING_DUE : owed.printed, rows }
  }),
  figure(
    'owedSharePoints',
    'points',
    [
      'Tỷ lệ nợ đọng so với cùng kỳ năm trước, điểm phần trăm',
      'Change of that share against the same period last year',
    ],
    async (db, ask) => {
      const { points, before, counts } = await compared(db, ask)
      const isKnown = before.due > 0 && counts.due > 0
      const value = isKnown ? (counts.owed / counts.due - before.owed / before.due) * 100 : null
      // Of a difference: the rows of the other period. Those of this period are the share's own.
      const then = yearBefore(ask.asOf)
      const of = { from: yearBefore(ask.from), to: then, asOf: then, standing: 'owed' }
      const knownOn = ask.knownOn === null ? null : yearBefore(ask.knownOn)
      return {
        value,
        printed: pointsInWords(points),
        rows: isKnown ? address('list', { ...filterOf(ask), ...of, knownOn }) : null,
      }
    },
  ),
  figure('dueNextMonth', 'count', ['Đề án phải trình trong tháng sau', 'Entries due next month'], async (db, ask) => {
    const filter = { ...filterOf(ask), ...monthAfter(ask.asOf) }
    const counts = await countPeriod(db, ask.actor, scopeOf(ask, ask.today), filter)
    return count(counts.due, address('list', { ...filter, standing: 'counted', ...ofDay(ask) }))
  }),
  figure('late', 'count', ['Đề án trình sau hạn', 'Submitted after the due day'], counting('late', { only: 'late' })),
  figure(
    'postponed',
    'count',
    ['Đề án được lùi thời hạn trong kỳ', 'Postponed in the period'],
    tookEffect('postponed'),
  ),
  figure('stopped', 'count', ['Đề án dừng trong kỳ', 'Stopped in the period'], tookEffect('stopped')),
  figure(
    'detailingOwed',
    'count',
    ['Văn bản quy định chi tiết luật đã có hiệu lực chưa ban hành', 'Detailing texts of laws in force not issued'],
    detailing,
  ),
  figure(
    'plansDueMinistries',
    'count',
    ['Bộ, cơ quan ngang bộ phải ban hành kế hoạch', 'Ministries that owe a plan'],
    plans('ministry', 'due'),
  ),
  figure(
    'plansIssuedMinistries',
    'count',
    ['Bộ, cơ quan ngang bộ đã ban hành kế hoạch', 'Ministries that issued it'],
    plans('ministry', 'issued'),
  ),
  figure(
    'plansDueProvinces',
    'count',
    ['Địa phương phải ban hành kế hoạch', 'Provinces that owe a plan'],
    plans('province', 'due'),
  ),
  figure(
    'plansIssuedProvinces',
    'count',
    ['Địa phương đã ban hành kế hoạch', 'Provinces that issued it'],
    plans('province', 'issued'),
  ),
]
