/** What tables, lists and charts of a report were computed to: kept with the report, so that its paper never changes. */

import type { Static } from 'typebox'
import type { KnownActor } from '../platform/actor.ts'
import { addMonths, monthEnd, monthStart } from '../platform/calendar.ts'
import type { AnyHandle } from '../platform/db.ts'
import { inTable, onOneLine } from '../platform/official-document/typography.ts'
import {
  everyTask,
  firstGiven,
  type Partition,
  type Rounding,
  statistics,
  type TaskQuery,
  taskNames,
  trend,
} from '../tasks/index.ts'
import { readerOf, type Scope } from './compute.ts'
import { periodWith } from './period.ts'
import { countedFrom } from './report-scope.ts'
import { scoreboardRows } from './scoreboard.ts'
import type { Section } from './section.ts'
import type { AgencyLine, ChartData, GoalLine, SectionData, TaskLine } from './text-shapes.ts'

const LIST_TITLES = { overdue: 'openOverdue', open: 'open', dueNextMonth: 'openInTerm', all: undefined } as const
/** What is asked of tasks for a report: the same words as its figures, so that a table adds up to them. */
export function queryOf(
  scope: Scope,
  today: string,
): Pick<TaskQuery, 'from' | 'asOf' | 'knownOn' | 'knownBefore' | 'agencyId' | 'source'> {
  const { from, asOf, knownOn, knownBefore, agencyId, source } = scope
  return {
    from,
    asOf,
    ...(knownOn === asOf ? {} : { knownOn: knownOn ?? (today > asOf ? today : asOf) }),
    ...(knownBefore === null ? {} : { knownBefore }),
    ...(agencyId === null ? {} : { agencyId }),
    ...(source === null ? {} : { source }),
  }
}

/** Computes the sections that are more than words; null for words. */
export async function computeSections(
  db: AnyHandle,
  sections: readonly Section[],
  scope: Scope,
  today: string,
): Promise<Map<string, SectionData>> {
  const actor = await readerOf(db, scope)
  const found = new Map<string, SectionData>()
  for (const section of sections) {
    const data = await dataOf(db, actor, section, scope, today)
    if (data !== null) found.set(section.key, data)
  }
  return found
}

async function dataOf(
  db: AnyHandle,
  actor: KnownActor,
  { kind, settings }: Section,
  scope: Scope,
  today: string,
): Promise<SectionData | null> {
  switch (kind) {
    case 'agencies':
      return { agencies: await agencyLines(db, actor, scope, today) }
    case 'tasks':
      return { tasks: await taskLines(db, actor, settings.which ?? 'overdue', scope, today) }
    case 'chart':
      return { chart: await chartData(db, actor, settings.chart ?? 'standings', scope, today) }
    case 'goals':
      return {
        goals:
          scope.source === null ? [] : ((await scoreboardRows(db, actor, queryOf(scope, today), today)) as GoalLine[]),
      }
    default:
      return null
  }
}

/** The agencies of a report, the most overdue first. */
export async function agencyLines(
  db: AnyHandle,
  actor: KnownActor,
  scope: Scope,
  today: string,
): Promise<AgencyLine[]> {
  const { rows } = await statistics(
    db,
    actor,
    { ...queryOf(scope, today), by: 'agency', rounding: scope.rounding as Rounding },
    today,
  )
  return rows
    .map(({ key, label, partition: p, overdueShare, rows: address }) => ({
      agencyId: Number(key),
      agencyName: label,
      ...counts(p),
      overdueShare: overdueShare.printed,
      rows: address.replace(/^\/api\/tasks/, '/nhiem-vu'),
    }))
    .sort((a, b) => b.openOverdue - a.openOverdue || b.assigned - a.assigned)
}

const counts = ({ assigned, doneOnTime, doneLate, openInTerm, openOverdue }: Static<typeof Partition>) => ({
  assigned,
  doneOnTime,
  doneLate,
  openInTerm,
  openOverdue,
})

async function taskLines(
  db: AnyHandle,
  actor: KnownActor,
  which: keyof typeof LIST_TITLES,
  scope: Scope,
  today: string,
): Promise<TaskLine[]> {
  const next = addMonths(monthStart(scope.asOf), 1)
  const standing = LIST_TITLES[which]
  const rows = await everyTask(
    db,
    actor,
    {
      ...queryOf(scope, today),
      ...(standing === undefined ? {} : { standing }),
      ...(which === 'dueNextMonth' ? { dueFrom: next, dueTo: monthEnd(next) } : {}),
      sort: which === 'overdue' ? 'urgency' : which === 'dueNextMonth' ? 'dueOn' : 'code',
    },
    today,
  )
  // A paper does not stop in the middle of a sentence.
  const cut = rows.filter(({ title }) => title.endsWith('…')).map(({ id }) => id)
  const whole = new Map((await taskNames(db, cut)).map(({ id, title }) => [id, inTable(title)]))
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    title: whole.get(row.id) ?? onOneLine(row.title),
    agency: row.leadAgencyName,
    coordinating: row.coordinating.join('; '),
    source: row.sourceNumber ?? '',
    assignedOn: row.assignedOn,
    dueOn: row.dueOn,
    standing: row.standing,
    daysLate: row.daysLate,
  }))
}

const CHARTED_AGENCIES = 12

async function chartData(
  db: AnyHandle,
  actor: KnownActor,
  chart: ChartData['chart'],
  scope: Scope,
  today: string,
): Promise<ChartData> {
  const query = queryOf(scope, today)
  if (chart === 'standings') {
    const { total } = await statistics(db, actor, query, today)
    return { chart, points: [{ label: '', ...counts(total) }] }
  }
  if (chart === 'agencies') {
    const lines = (await agencyLines(db, actor, scope, today))
      .filter(({ openOverdue }) => openOverdue > 0)
      .slice(0, CHARTED_AGENCIES)
    return {
      chart,
      points: lines.map(({ agencyName: label, assigned, doneOnTime, doneLate, openInTerm, openOverdue }) => ({
        label,
        assigned,
        doneOnTime,
        doneLate,
        openInTerm,
        openOverdue,
      })),
    }
  }
  // Of the months before the data nothing was counted: no bar is a 0.
  const first = scope.source === null ? await firstGiven(db) : null
  const points: ChartData['points'] = []
  for (const { from, asOf, months } of trendParts(scope)) {
    const counted = await trend(db, actor, { ...query, from, asOf, months }, today)
    for (const { month, partition } of counted.months.filter((one) => first === null || one.month >= first.slice(0, 7)))
      points.push({ label: `${month.slice(5)}/${month.slice(0, 4)}`, ...counts(partition) })
  }
  const since =
    points.length === 0 || isFixed(scope)
      ? {}
      : {
          since: scope.countsFrom === 'period' && scope.period.sort !== 'day' ? ('period' as const) : ('year' as const),
        }
  return { chart, ...since, points }
}

const MONTHS = 12

/** Whether every month counts from one day: the rule begins with no year or period, or the report has a start of its own. */
const isFixed = ({ countsFrom, from, period, asOf, source }: Scope): boolean =>
  countsFrom === 'lastYear' || source !== null || from !== countedFrom(countsFrom, period, asOf)

/**
 * The last twelve months, each counted as a report of its own would begin, so that the last is as the figures say and no
 * earlier month is empty because this report begins later. From one fixed day the months before it are left out.
 */
export function trendParts(scope: Scope): { from: string; asOf: string; months: number }[] {
  const { asOf: end, countsFrom, from, period } = scope
  const parts: { from: string; asOf: string; months: number }[] = []
  for (let back = MONTHS - 1; back >= 0; back -= 1) {
    const asOf = back === 0 ? end : monthEnd(addMonths(monthStart(end), -back))
    const begins = isFixed(scope) ? from : countedFrom(countsFrom, periodWith(period.sort, asOf), asOf)
    if (begins > asOf) continue
    const last = parts.at(-1)
    // Apart, so that the instant of the report cuts off nothing but its own day.
    if (last?.from === begins && back > 0) Object.assign(last, { asOf, months: last.months + 1 })
    else parts.push({ from: begins, asOf, months: 1 })
  }
  return parts
}
