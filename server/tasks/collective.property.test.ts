import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { addDays } from '../platform/calendar.ts'
import { membersOf } from '../registry/index.ts'
import { freshApp } from '../test/app.ts'
import { assignArchive, type PastTask } from './archive.ts'
import type { Partition, Statistics, Trend } from './figure-shapes.ts'
import { keepCounts } from './figures.ts'
import { FIGURES, type TaskList } from './shapes.ts'
import { agenciesOf, aSource, aTask, FINANCE } from './task.fixture.ts'

const TODAY = '2022-06-30'
const FIGURES_COUNTED = FIGURES.filter((figure) => figure !== 'milestoneOverdue')

test('tasks given together count each or once: the difference is that of the members, and every figure opens its rows', async (t) => {
  const app = await freshApp(t, { at: TODAY })
  const agencies = await agenciesOf(app)
  const leads = (await membersOf(app.db, 'các bộ, cơ quan ngang bộ', '2021-02-28'))!.map(({ id }) => id)
  const drawn = fc.record({
    lead: fc.constantFrom(...leads),
    due: fc.integer({ min: 0, max: 500 }),
    done: fc.boolean(),
  })
  const past = fc.sample(drawn, { numRuns: 240, seed: 7 }).map(({ lead, due, done }, place): PastTask => {
    const assignedOn = addDays('2021-01-12', (place % 8) * 30)
    const completedOn = addDays(assignedOn, due % 280)
    const acts: PastTask['acts'] = done
      ? [
          { act: 'receive', on: assignedOn },
          { act: 'reportDone', on: completedOn, completedOn, body: 'Xong' },
          ...(place % 5 === 0 ? [] : [{ act: 'confirm' as const, on: addDays(completedOn, 3) }]),
        ]
      : []
    const source = aSource(agencies, { kind: 'archive', id: null, number: `${place % 8}/CT`, assignedOn })
    const group = { groupTitle: place % 8 < 4 ? 'Nhóm một' : 'Nhóm hai' }
    return { source, task: aTask(String(place), lead, addDays(assignedOn, due), group), acts }
  })
  const ids = await app.db.transaction().execute((trx) => assignArchive(trx, systemActor('thử'), past, app.clock.now()))
  // Of each document, most tasks were given together; some alone.
  for (const document of Array.from({ length: 8 }, (_, place) => place)) {
    const together = ids.filter((_, place) => place % 8 === document && place % 3 !== 0)
    await sql`
      with made as (
        insert into tasks.collective (form, named_as, title, members_on, source_kind, source_ref, made_at, made_by)
        values ('each', 'Các bộ', 'Giao chung', '2021-02-28', 'archive', ${String(document)}, now(), 'thử')
        returning collective_id)
      update tasks.task set collective_id = (select collective_id from made)
      where task_id = any(${together}::bigint[])`.execute(app.db)
  }
  await keepCounts(app.db, '2022-03-31')
  const everyone = await app.as('followUp')
  const officer = await app.as('officer', { agency: FINANCE })
  const plus = (one: Partition, sign: number, other: Partition) =>
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => [name, value + sign * other[name as keyof Partition]]),
    )

  const query = fc.record({
    who: fc.constantFrom(everyone, officer),
    day: fc.integer({ min: 0, max: 520 }),
    by: fc.constantFrom('agency', 'group', 'source', 'month', undefined),
    more: fc.constantFrom(
      '',
      '&map=today',
      '&knownOn=2022-06-30',
      '&from=2021-03-01',
      '&group=Nhóm một',
      '&given=together',
    ),
  })
  const property = fc.asyncProperty(query, async ({ who, day, by, more }) => {
    const asOf = addDays('2021-01-12', day)
    const get = async <T>(url: string) => {
      const { status, body } = await who.send('GET', url)
      assert.equal(status, 200, `${url}: ${JSON.stringify(body)}`)
      return body as T
    }
    const asked = `/api/statistics?asOf=${asOf}${by ? `&by=${by}` : ''}${encodeURI(more)}`
    const each = await get<Statistics>(asked)
    const once = await get<Statistics>(`${asked}&counting=once`)
    const { collectives, tasks } = once.together
    assert.deepEqual(each.together, once.together)
    assert.equal(each.total.assigned - once.total.assigned, tasks - collectives)
    assert.ok(once.total.openOverdue >= (collectives === 0 ? each.total.openOverdue : 0))
    for (const found of [each, once]) {
      const { done, openInTerm, openOverdue, assigned } = found.total
      assert.equal(done + openInTerm + openOverdue, assigned)
      const sum = found.rows.reduce((all, { partition }) => plus(all as never, 1, partition) as never, ZERO)
      if (by !== undefined) assert.deepEqual(sum, found.rowsTotal, 'the rows add up')
      for (const figure of FIGURES_COUNTED) {
        const list = await get<TaskList>(`${found.link}&standing=${figure}&count=true&limit=500`)
        assert.equal(list.total, found.total[figure], `${figure} of ${found.link}`)
        assert.equal(list.rows.length, list.total)
      }
      for (const row of found.rows.slice(0, 3)) {
        const list = await get<TaskList>(`${row.rows}&standing=openOverdue&count=true&limit=1`)
        assert.equal(list.total, row.partition.openOverdue, row.rows)
      }
    }
    if (by === 'agency') assert.deepEqual(once.rowsTotal, each.total)
    else if (by !== undefined) assert.deepEqual(once.rowsTotal, once.total)
    const list = await get<TaskList>(`${once.link}&count=true&limit=500`)
    const shown = list.rows.flatMap(({ collective }) => collective?.id ?? [])
    assert.equal(new Set(shown).size, shown.length, 'each collective has one row')
    const together = await get<TaskList>(`${once.together.rows}&count=true&limit=1`)
    assert.equal(together.total, tasks)
    if (more === '') {
      const trend = await get<Trend>(`/api/statistics/trend?asOf=${asOf}&months=3&counting=once`)
      assert.deepEqual(trend.months.at(-1)?.partition, once.total)
    }
  })
  await fc.assert(property, { numRuns: 16, seed: 3 })
})

const ZERO = Object.fromEntries(
  [
    'assigned',
    'done',
    'doneOnTime',
    'doneLate',
    'open',
    'openInTerm',
    'openOverdue',
    'due',
    'awaitingConfirmation',
  ].map((name) => [name, 0]),
) as Partition
