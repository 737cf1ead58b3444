/** What tables, lists and charts of a report were computed to: kept with the report, so that its paper never changes. */

import type { Static } from 'typebox'
import type { KnownActor } from '../platform/actor.ts'
import { addMonths, monthEnd, monthStart } from '../platform/calendar.ts'
import type { AnyHandle } from '../platform/db.ts'
import { everyTask, type Partition, type Rounding, statistics, type TaskQuery, trend } from '../tasks/index.ts'
import { readerOf, type Scope } from './compute.ts'
import { scoreboardRows } from './scoreboard.ts'
import type { Section } from './section.ts'
import type { AgencyLine, ChartData, GoalLine, SectionData, TaskLine } from './text-shapes.ts'

const LIST_TITLES = { overdue: 'openOverdue', open: 'open', dueNextMonth: 'openInTerm', all: undefined } as const
/** What is asked of tasks for a report: the same words as its figures, so that a table adds up to them. */
export function queryOf(
  scope: Scope,
  today: string,
): Pick<TaskQuery, 'from' | 'asOf' | 'knownOn' | 'knownBefore' | 'agencyId' | 'source'> {
  const { asOf, knownOn, knownBefore, agencyId, source } = scope
  // All that a directive or resolution ever gave.
  const from = source === null ? scope.from : '1990-01-01'
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
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    title: row.title,
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
  const { months } = await trend(
    db,
    actor,
    { from: query.from, asOf: query.asOf, knownOn: query.knownOn, agencyId: query.agencyId, months: 12 },
    today,
  )
  return {
    chart,
    points: months.map(({ month, partition }) => ({
      label: `${month.slice(5)}/${month.slice(0, 4)}`,
      ...counts(partition),
    })),
  }
}
