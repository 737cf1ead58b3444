/** The figures of the programme, as reports name them: each is counted by the filter of the list that its address opens. */
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { addDays, addMonths, formatDay, formatNumber, monthEnd, monthStart, yearBefore } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { FigureAsk, FigureDocument, FigureSource, FigureValue } from '../platform/figure.ts'
import { pointsBetween, pointsInWords, pointsValue, type Rounding, share } from '../tasks/index.ts'
import type { ProgrammeDb } from './db.ts'
import type { Scope } from './debt-rows.ts'
import { textIssuedBy } from './detailing.ts'
import { type Held, heldOn } from './holder.ts'
import { countItems, type Filter, matching, scopeOf } from './lists.ts'
import { isCalled, planIssuedBy } from './plans.ts'
import { type Known, knownIn } from './store.ts'

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

/** The month after a day, from its first to its last day. */
export function monthAfter(day: string): { from: string; to: string } {
  const from = monthStart(addMonths(monthStart(day), 1))
  return { from, to: monthEnd(from) }
}

/** The share of what was due that is owed, in a period. */
export interface CountedPeriod {
  from: string
  to: string
  scope: Scope
  counts: PeriodCounts
  share: ReturnType<typeof share>
}
export interface Compared {
  now: CountedPeriod
  before: CountedPeriod
  points: string
}

/**
 * A period against the same one of the year before: as of the same day of that year and, of a day that is not over, with what
 * was due by the day before in both years. `knownThen`: up to when what was recorded counts for that year.
 */
export async function comparePeriod(
  db: AnyHandle,
  actor: FigureAsk['actor'],
  {
    from,
    to,
    scope,
    knownThen,
    filter,
    rounding,
  }: {
    from: string
    to: string
    scope: Scope
    knownThen: string | null
    filter: Filter
    rounding: Rule
  },
): Promise<Compared> {
  const counted = async (period: Pick<CountedPeriod, 'from' | 'to' | 'scope'>): Promise<CountedPeriod> => {
    const counts = await countPeriod(db, actor, period.scope, { ...filter, from: period.from, to: period.to })
    return { ...period, counts, share: share(counts.owed, counts.due, rounding) }
  }
  const now = await counted({ from, to, scope })
  const before = await counted({
    from: addMonths(from, -12),
    to: yearBefore(to),
    scope: { ...scope, asOf: yearBefore(scope.asOf), knownOn: knownThen, over: yearBefore(scope.over) },
  })
  return { now, before, points: pointsBetween(before.share, now.share, rounding) }
}

const filterOf = ({ agencyId, directiveId }: FigureAsk): Filter => ({
  ...(agencyId === undefined ? {} : { agencyId }),
  ...(directiveId === undefined ? {} : { directiveId }),
})

const address = (tab: string, query: Record<string, string | number | null | undefined>): string => {
  const named = Object.entries({ tab, ...query }).filter(([, value]) => value !== undefined && value !== null)
  return `/chuong-trinh-cong-tac?${new URLSearchParams(named.map(([name, value]) => [name, String(value)]))}`
}
const ofDay = ({ asOf, knownOn, knownBefore }: Pick<Scope, 'asOf' | 'knownOn'> & Known) => ({
  asOf,
  knownOn,
  knownBefore,
})
const count = (value: number, rows: string): FigureValue => ({ value, printed: formatNumber(value), rows })

/** Entries due in the period, of one standing or with one mark. */
const counting =
  (name: keyof PeriodCounts, mark: Pick<Filter, 'standing' | 'only'> = {}): FigureSource['compute'] =>
  async (db, ask) => {
    const filter = { ...filterOf(ask), from: ask.from, to: ask.asOf }
    const counts = await countPeriod(db, ask.actor, scopeOf(ask, ask.today), filter)
    return count(counts[name], address('list', { ...filter, ...mark, ...ofDay(ask) }))
  }

/** Entries owed at the end of the day: all of them, or those that fell due before the period, of which a text speaks where there are any. */
const owing =
  (which: 'all' | 'earlier'): FigureSource['compute'] =>
  async (db, ask) => {
    const due = which === 'all' ? {} : { to: addDays(ask.from, -1) }
    const filter = { ...filterOf(ask), ...due, standing: 'owed' as const }
    const n = await countItems(reading<ProgrammeDb>(db), ask.actor, scopeOf(ask, ask.today), filter)
    if (which === 'earlier' && n === 0)
      return { value: null, printed: `không có đề án nợ đọng từ trước ngày ${formatDay(ask.from)}`, rows: null }
    return count(n, address('list', { ...filter, ...ofDay(ask) }))
  }

/** The share and its change ask for the same: compared once for each ask of a report. */
function compared(db: AnyHandle, ask: FigureAsk): Promise<Compared> {
  const { from, asOf, knownOn, knownBefore, isEarlierAsReported, rounding } = ask
  const filter = filterOf(ask)
  const key = `programme.compared ${JSON.stringify({ from, asOf, knownOn, knownBefore, isEarlierAsReported, rounding, filter })}`
  const known = ask.shared?.get(key) as Promise<Compared> | undefined
  if (known) return known
  const found = comparePeriod(db, ask.actor, {
    from,
    to: asOf,
    scope: scopeOf(ask, ask.today),
    knownThen: isEarlierAsReported ? yearBefore(asOf) : knownOn && yearBefore(knownOn),
    filter,
    rounding: (rounding ?? DEFAULT) as Rule,
  })
  ask.shared?.set(key, found)
  return found
}

const NOTHING_DUE = 'không có đề án đến hạn'
const NOTHING_BEFORE = 'không có đề án đến hạn trong cùng kỳ năm trước'

/** Changes of due day, or stops, that took effect within the period. */
const tookEffect =
  (what: 'postponed' | 'stopped'): FigureSource['compute'] =>
  async (db, ask) => {
    const mark = what === 'postponed' ? { only: 'postponed' as const } : { standing: 'stopped' as const }
    const filter = { ...filterOf(ask), ...mark, actFrom: ask.from, actTo: ask.asOf }
    const n = await countItems(reading<ProgrammeDb>(db), ask.actor, scopeOf(ask, ask.today), filter)
    return count(n, address('list', { ...filter, ...ofDay(ask) }))
  }

type Group = 'ministry' | 'province'

interface Call extends FigureDocument {
  id: number
  /** The groups with an agency that it obliges: in a report about one agency, the group of that one. */
  groups: Group[]
}

/** The resolutions of the years of the period that oblige ministries or provinces to issue plans; of the document of the ask alone. */
async function callsOf(db: AnyHandle, ask: FigureAsk): Promise<Call[]> {
  const number = ask.source === undefined || ask.directiveId !== undefined ? null : numberIn(ask.source)
  const held = heldOn('plan', ask)
  const { rows } = await sql<Pick<Call, 'id' | 'groups'> & { number: string; directive: number | null }>`
    select c.plan_call_id as id, c.number, case when c.source_kind = 'directive' then c.source_id end as directive,
           array_agg(distinct d.agency_group) as groups
    from programme.plan_call c join programme.plan_duty d on d.plan_call_id = c.plan_call_id ${held.join}
    where ${isCalled(ask.asOf, ask)} and c.called_on >= ${`${ask.from.slice(0, 4)}-01-01`}::date
      and (${ask.directiveId ?? null}::bigint is null or c.source_kind = 'directive' and c.source_id = ${ask.directiveId ?? null})
      and (${number}::text is null or c.number = ${number})
      and d.agency_group in ('ministry', 'province') ${ofAsk(ask, held)}
    group by c.plan_call_id order by c.called_on, c.plan_call_id`.execute(reading<ProgrammeDb>(db))
  return rows.map(({ id, groups, number: printed, directive }) => ({
    id,
    groups,
    source: directive === null ? `archive:${printed}` : `directive:${directive}`,
    name: `${/\/NQ/.test(printed) ? 'Nghị quyết' : 'văn bản'} số ${printed}`,
  }))
}

const numberIn = (source: string) => source.slice(source.indexOf(':') + 1)

/** Of a duty `d`: held by the agency of the ask, and seen by whom it is asked for. */
const ofAsk = ({ agencyId, actor }: FigureAsk, held: Held) => sql`
  and (${agencyId ?? null}::bigint is null or ${held.agency} = ${agencyId ?? null})
  and ${held.seenBy(actor)}`

/** Action plans of a group of agencies under one resolution: how many owe one, and how many have issued theirs. */
const plans =
  (group: Group, what: 'due' | 'issued'): FigureSource['compute'] =>
  async (db, ask) => {
    const all = await callsOf(db, ask)
    const ofGroup = all.filter(({ groups }) => groups.includes(group))
    // Those that oblige the other group alone oblige none of this: 0, so that a sentence on both groups holds.
    const call = ofGroup[0] ?? all[0]
    // Agencies that owe two plans are not two agencies.
    if (call === undefined || ofGroup.length > 1) {
      const several = `có ${ofGroup.length} văn bản yêu cầu ban hành kế hoạch: ${ofGroup.map(({ name }) => name).join('; ')}. Hãy ghi tham số source, ví dụ source=${call?.source}`
      return {
        value: null,
        printed: call === undefined ? 'trong kỳ không có nghị quyết nào yêu cầu ban hành kế hoạch' : several,
        rows: null,
      }
    }
    const held = heldOn('plan', ask)
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from programme.plan_duty d ${held.join} ${planIssuedBy(ask.asOf, ask)}
      where d.plan_call_id = ${call.id} and d.agency_group = ${group} ${ofAsk(ask, held)}
        and ${what === 'issued' ? sql`p.plan_issue_id is not null` : sql`true`}`.execute(reading<ProgrammeDb>(db))
    return count(
      rows[0]!.n,
      address('plans', {
        group,
        agencyId: ask.agencyId,
        ...(what === 'issued' ? { plan: 'issued' } : {}),
        year: ask.from.slice(0, 4),
        ...ofDay(ask),
        directiveId: ask.directiveId,
        call: call.id,
      }),
    )
  }

const detailing: FigureSource['compute'] = async (db, ask) => {
  if (ask.source !== undefined) return NOT_APART
  const held = heldOn('detailing', ask)
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from programme.detailing_duty d ${held.join} ${textIssuedBy(ask.asOf, ask)}
    where d.law_effect_on <= ${ask.asOf}::date and d.recorded_at < ${knownIn(ask)} and s.detailing_text_id is null
      ${ofAsk(ask, held)}`.execute(reading<ProgrammeDb>(db))
  return count(rows[0]!.n, address('detailing', { ...ofDay(ask), agencyId: ask.agencyId, detailing: 'owed' }))
}

/** The first day of a programme or of an entry in it; null without one. Looked up once for each report. */
function firstDay(db: AnyHandle, { shared }: Pick<FigureAsk, 'shared'>): Promise<string | null> {
  const key = 'programme.firstDay'
  const known = shared?.get(key) as Promise<string | null> | undefined
  if (known) return known
  const found = sql<{ day: string | null }>`
    select least((select min(first_on) from programme.programme), (select min(first_due_on) from programme.item))::text as day`
    .execute(reading<ProgrammeDb>(db))
    .then(({ rows }) => rows[0]!.day)
  shared?.set(key, found)
  return found
}

const figure = (
  name: string,
  unit: FigureSource['unit'],
  [vi, en]: [string, string],
  compute: FigureSource['compute'],
): FigureSource => ({
  name: `programme.${name}`,
  vi,
  en,
  unit,
  knows: hasOfSource,
  data: { words: 'Số liệu chương trình công tác', first: firstDay },
  // An entry knows of which directive it is, not of which archived document.
  compute: async (db, ask) => (isOfOther(ask) ? NOT_APART : compute(db, ask)),
})

/** Whether an entry comes from this source, or a document of it obliges agencies to issue plans. */
async function hasOfSource(db: AnyHandle, source: string): Promise<boolean> {
  const id = /^directive:(\d{1,15})$/.exec(source)?.[1] ?? null
  const number = /^archive:(.+)$/u.exec(source)?.[1] ?? null
  if (id === null && number === null) return false
  const { rows } = await sql`
    select from programme.item i where i.source_kind = 'directive' and i.source_id = ${id}::bigint
    union all
    select from programme.plan_call c
    where c.source_kind = 'directive' and c.source_id = ${id}::bigint or c.number = ${number}
    limit 1`.execute(reading<ProgrammeDb>(db))
  return rows.length > 0
}

const isOfOther = ({ source, directiveId }: FigureAsk) => source !== undefined && directiveId === undefined
const NOT_APART: FigureValue = { value: null, printed: 'không tách được theo văn bản này', rows: null }

const planFigure = (name: string, [vi, en]: [string, string], group: Group, what: 'due' | 'issued'): FigureSource => ({
  name: `programme.${name}`,
  vi,
  en,
  unit: 'count',
  documents: callsOf,
  compute: plans(group, what),
})

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
  figure(
    'owedAll',
    'count',
    ['Tất cả đề án nợ đọng, kể cả từ trước kỳ', 'All entries owed, those from before the period too'],
    owing('all'),
  ),
  figure(
    'owedEarlier',
    'count',
    ['Đề án nợ đọng từ trước kỳ chuyển sang', 'Entries owed from before the period'],
    owing('earlier'),
  ),
  figure('owedShare', 'share', ['Tỷ lệ nợ đọng trên số phải trình', 'Share owed of what was due'], async (db, ask) => {
    const { share: owed } = (await compared(db, ask)).now
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
      const { points, now, before } = await compared(db, ask)
      const value = pointsValue(points)
      const { from, to, scope } = before
      // A past day is over for its list; of a day that is not, what was due on it was not counted.
      const last = to < scope.over ? to : scope.over
      // Of a difference: the rows of the other period. Those of this period are the share's own. On its first day it has none yet.
      const rows =
        last < from ? null : address('list', { ...filterOf(ask), from, to: last, standing: 'owed', ...ofDay(scope) })
      return {
        value,
        printed: pointsInWords(points) ?? (now.counts.due === 0 ? NOTHING_DUE : NOTHING_BEFORE),
        rows: value === null ? null : rows,
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
  planFigure(
    'plansDueMinistries',
    ['Bộ, cơ quan ngang bộ phải ban hành kế hoạch', 'Ministries that owe a plan'],
    'ministry',
    'due',
  ),
  planFigure(
    'plansIssuedMinistries',
    ['Bộ, cơ quan ngang bộ đã ban hành kế hoạch', 'Ministries that issued it'],
    'ministry',
    'issued',
  ),
  planFigure(
    'plansDueProvinces',
    ['Địa phương phải ban hành kế hoạch', 'Provinces that owe a plan'],
    'province',
    'due',
  ),
  planFigure(
    'plansIssuedProvinces',
    ['Địa phương đã ban hành kế hoạch', 'Provinces that issued it'],
    'province',
    'issued',
  ),
]
