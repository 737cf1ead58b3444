import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { addDays } from '../platform/calendar.ts'
import { freshApp } from '../test/app.ts'
import { query } from '../test/cluster.ts'
import { assignArchive, type PastTask } from './archive.ts'
import { scopeOf } from './filter.ts'
import { rowsOfPage } from './lists.ts'
import type { Figure, TaskFilter, TaskQuery } from './shapes.ts'
import { agenciesOf, aSource, aTask } from './task.fixture.ts'

const TODAY = '2021-02-28'
const TASKS = 4_000

/** The index that must find a page of today: for each order, a figure, one agency. */
const PAGES: [string, NonNullable<TaskQuery['sort']>, Figure | undefined, TaskFilter, RegExp][] = [
  ['most urgent first', 'urgency', undefined, {}, /task_version_urgency_idx/],
  ['overdue, most urgent first', 'urgency', 'openOverdue', {}, /task_version_urgency_idx/],
  ['by due day', 'dueOn', undefined, {}, /task_version_due_idx/],
  ['by day of assignment', 'assignedOn', undefined, {}, /task_version_assigned_idx/],
  ['by agency', 'agency', undefined, {}, /task_version_lead_idx/],
  ['by code', 'code', undefined, {}, /task_code_once/],
  ['of one agency', 'dueOn', undefined, { agencyId: 1 }, /task_version_lead_idx/],
  ['of one source', 'urgency', undefined, { source: 'archive:7/MẪU' }, /task_source_idx/],
  ['claimed done', 'urgency', 'awaitingConfirmation', {}, /task_version_\w+_idx/],
]

test('a page of today is found by an index, in every order', async (t) => {
  const app = await freshApp(t, { at: TODAY })
  const agencies = await agenciesOf(app)
  const leads = [agencies.finance, agencies.planning, agencies.home]
  const past = Array.from({ length: TASKS }, (_, n): PastTask => {
    const assignedOn = addDays('2020-01-02', n % 400)
    const completedOn = addDays(assignedOn, 5)
    const done: PastTask['acts'] = [
      { act: 'receive', on: assignedOn },
      { act: 'reportDone', on: completedOn, completedOn, body: 'Xong' },
      { act: 'confirm', on: completedOn },
    ]
    const source = aSource(agencies, { kind: 'archive', id: null, number: `${n % 300}/MẪU`, assignedOn })
    return {
      source,
      task: aTask(String(n), leads[n % 3]!, addDays(assignedOn, 20 + (n % 90))),
      acts: n % 3 ? done : [],
    }
  })
  await app.db.transaction().execute((trx) => assignArchive(trx, systemActor('thử'), past, app.clock.now()))
  await query(app.url, 'vacuum analyze tasks.task', 'vacuum analyze tasks.task_version', 'vacuum analyze tasks.party')

  const { actor } = await app.as('followUp')
  const planOf = async (
    sort: NonNullable<TaskQuery['sort']>,
    figure: Figure | undefined,
    filter: TaskFilter,
    asOf = TODAY,
  ) => {
    const narrowed = filter.agencyId === undefined ? filter : { agencyId: agencies.finance }
    const query = { actor, scope: scopeOf({ asOf }, TODAY), filter: narrowed, figure, isToday: asOf === TODAY }
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${rowsOfPage(query, { sort, limit: 101 })}`.execute(
      app.db,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
  for (const [what, sort, figure, filter, index] of PAGES) {
    await t.test(what, async () => {
      const plan = await planOf(sort, figure, filter)
      assert.match(plan, index, plan)
      assert.doesNotMatch(plan, /Seq Scan on (task|task_version|party|progress_report|target)\b/, plan)
    })
  }
  await t.test('a page of a past day is found by the index of reported versions', async () => {
    const plan = await planOf('urgency', undefined, {}, '2020-06-30')
    assert.match(plan, /Index Only Scan using task_version_reported_idx/)
    assert.doesNotMatch(plan, /Seq Scan on (task|task_version)\b/, plan)
  })
})
