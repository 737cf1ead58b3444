import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { addDays } from '../platform/calendar.ts'
import type { Transaction } from '../platform/db.ts'
import { prepareReference } from '../prepare.ts'
import { freshApp, type TestApp } from '../test/app.ts'
import { query } from '../test/cluster.ts'
import type { TasksDb } from './db.ts'
import { dueFact, firstDueFact, followUpFact, leadFact, stateFact } from './facts.ts'
import { keepCounts, rebuildFigures } from './figures.ts'
import type { FactColumns } from './rows.ts'
import { STATES } from './shapes.ts'
import { statistics, trend } from './statistics.ts'
import { addFacts } from './store.ts'
import { agenciesOf, aSource, aTask, given } from './task.fixture.ts'

const START = '2021-01-25'
const DAYS = 12
/** The clock is after every fact: generated facts are entered late, corrected, or entered before their day. */
const CLOCK = '2021-02-20'
const day = fc.integer({ min: 0, max: DAYS - 1 }).map((n) => addDays(START, n))
/** Hours of the day in Viet Nam, including just before and just after midnight. */
const instant = fc
  .tuple(day, fc.constantFrom('00:00:00', '00:00:01', '12:00:00', '23:59:59.999'))
  .map(([on, time]) => `${on}T${time}+07:00`)

type MakeFact = (agencies: readonly number[]) => FactColumns

const fact: fc.Arbitrary<MakeFact> = fc
  .record({ on: day, at: instant, kind: fc.nat(5), value: fc.nat(6), to: fc.option(day) })
  .map(({ on, at, kind, value, to }) => (agencies) => {
    const agency = agencies[value % agencies.length]!
    switch (kind) {
      case 0:
        return stateFact(on, at, STATES[value]!)
      case 1:
        return leadFact(on, at, agency)
      case 2:
        return followUpFact(on, at, agency)
      case 3:
        return dueFact(on, at, to)
      case 4:
        return firstDueFact(on, at, to)
      default:
        return { ...dueFact(on, at, to), dimension: 'completion' as const }
    }
  })

async function differences(app: TestApp, asOf: string, knownOn: string): Promise<unknown[]> {
  const versions = sql`
    select task_id, state, lead_agency_id, follow_up_agency_id, first_due_on, due_on, completed_on from tasks.task_version v
    where v.valid_from <= ${asOf}::date and v.valid_to > ${asOf}::date
      and v.known_from < tasks.end_of_day(${knownOn}::date) and v.known_to >= tasks.end_of_day(${knownOn}::date)`
  const facts = sql`select * from tasks.as_of_facts(${asOf}::date, tasks.end_of_day(${knownOn}::date))`
  const { rows } = await sql`(${versions} except ${facts}) union all (${facts} except ${versions})`.execute(app.db)
  return rows
}

test('versions match the facts on every day, as known on every other; kept counts match computed ones', async (t) => {
  const app = await freshApp(t, { at: CLOCK })
  const agencies = await agenciesOf(app)
  const leads = [agencies.finance, agencies.planning, agencies.home]
  // A generated history may be one that people could not make, and the guard would refuse it.
  await query(app.url, 'alter table tasks.task disable trigger task_agrees_with_facts')
  await query(app.url, 'alter table tasks.fact disable trigger fact_agrees_with_task')
  const all = Array.from({ length: DAYS + 1 }, (_, n) => addDays(START, n - 1))
  const follower = systemActor('thử')
  let run = 0

  const property = fc.asyncProperty(
    fc.array(fc.array(fc.array(fact, { minLength: 1, maxLength: 3 }), { maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.integer({ min: 0, max: DAYS }),
    async (tasks, keptUpTo) => {
      run += 1
      app.clock.set(addDays(START, -1))
      await keepCounts(app.db, addDays(START, keptUpTo))
      for (const [place, acts] of tasks.entries()) {
        const id = await given(app, aSource(agencies, { id: run }), aTask(`${place}`, leads[place % 3]!, '2021-02-01'))
        for (const facts of acts) {
          await app.db.transaction().execute((trx) =>
            addFacts(
              trx as Transaction<TasksDb>,
              id,
              facts.map((make) => make(leads)),
            ),
          )
        }
      }
      app.clock.set(CLOCK)
      for (const asOf of all) {
        for (const knownOn of [asOf, ...all.filter((_, n) => n % 4 === run % 4)]) {
          assert.deepEqual(await differences(app, asOf, knownOn), [], `as of ${asOf}, known on ${knownOn}`)
        }
      }
      // Counted again after late facts: first from the tasks themselves, then from what is kept.
      const figuresOf = (asOf: string) =>
        Promise.all([
          statistics(app.db, follower, { asOf, by: 'agency' }, CLOCK),
          statistics(app.db, follower, { asOf, by: 'group' }, CLOCK),
          statistics(app.db, follower, { asOf, by: 'source', map: 'today' }, CLOCK),
          trend(app.db, follower, { asOf, months: 2 }, CLOCK),
          trend(app.db, follower, { asOf, months: 2, agencyId: agencies.finance }, CLOCK),
        ])
      await sql`select tasks.recount_all()`.execute(app.db)
      const computed = []
      for (const asOf of all) computed.push(await figuresOf(asOf))
      // Some days kept and the rest derived from those; then all kept.
      for (const until of [addDays(START, 4), addDays(CLOCK, -1)]) {
        await keepCounts(app.db, until)
        for (const [place, asOf] of all.entries()) {
          assert.deepEqual(await figuresOf(asOf), computed[place], `kept until ${until}, as of ${asOf}`)
        }
      }
    },
  )
  await fc.assert(property, { numRuns: 12, interruptAfterTimeLimit: 45_000 })
  assert.equal(await rebuildFigures(app.db, addDays(CLOCK, -1)), 0, 'rebuilt, nothing differs')
})

test('only the database writes derived rows; missing or wrong ones are rebuilt from the facts', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const ids: number[] = []
  for (const place of [1, 2, 3])
    ids.push(await given(app, aSource(agencies), aTask(`${place}`, agencies.finance, '2021-03-10')))
  for (const change of [
    sql`delete from tasks.task_version`,
    sql`update tasks.task_version set state = 'received'`,
    sql`update tasks.figure_kept set through = '2021-02-27'`,
    sql`insert into tasks.figure_series (by, key, assigned_year) values ('all', '', 2021)`,
  ]) {
    await assert.rejects(change.execute(app.db), /permission denied/)
  }
  // Nor through a function that runs with its owner's rights.
  for (const [role, call] of [
    ['dieuhanh_read', "tasks.keep_counts('2021-02-27')"],
    ['dieuhanh_read', 'tasks.recount_all()'],
    ['dieuhanh_read', "tasks.refresh_versions('{}')"],
    ['dieuhanh_app', "tasks.write_points('source', '2021-01-01')"],
  ]) {
    const steps = [`set role ${role}`, 'create temporary table change as select 1 as sign', `select ${call}`]
    await assert.rejects(query(app.url, ...steps), /permission denied/, call)
  }
  await query(app.url, `delete from tasks.task_version where task_id = ${ids[0]}`)
  await query(app.url, `update tasks.task_version set due_on = '2021-01-01' where task_id = ${ids[1]}`)
  assert.equal(await rebuildFigures(app.db, '2021-02-27'), 2)
  assert.deepEqual(await differences(app, '2021-02-28', '2021-02-28'), [])
  assert.equal(await rebuildFigures(app.db, '2021-02-27'), 0)
})

test('a server that finds facts but no versions builds them at start', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  for (const place of [1, 2, 3]) await given(app, aSource(agencies), aTask(`${place}`, agencies.finance, '2021-03-10'))
  const versions = async () =>
    (await sql`select * from tasks.task_version order by task_id, valid_from, known_from`.execute(app.db)).rows
  const before = await versions()
  await query(app.url, 'truncate tasks.task_version')
  assert.deepEqual(await versions(), [])
  await prepareReference(app.db)
  assert.deepEqual(await versions(), before)
  assert.ok(before.length >= 3)
})

test('only an administrator can rebuild figures', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  for (const place of [1, 2, 3]) await given(app, aSource(agencies), aTask(`${place}`, agencies.finance, '2021-03-10'))
  const administrator = await app.as('administrator')
  const first = await administrator.send('POST', '/api/figures/rebuild', { body: { limit: 2 } })
  assert.equal(first.status, 200)
  const { tasks, changed, next } = first.body as { tasks: number; changed: number; next: number }
  assert.deepEqual([tasks, changed], [2, 0])
  const last = await administrator.send('POST', '/api/figures/rebuild', { body: { after: next, limit: 2 } })
  assert.deepEqual(last.body, { tasks: 1, changed: 0, next: null })
  await app.drain()
  const { rows } = await sql<{ through: string }>`select through from tasks.figure_kept`.execute(app.db)
  assert.deepEqual(rows, [{ through: '2021-02-27' }])
  const refused = await (await app.as('followUp')).send('POST', '/api/figures/rebuild', { body: {} })
  assert.equal(refused.status, 403)
})

test('counting gives way to writers of facts, and blocks no one if there is nothing to count', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  await given(app, aSource(agencies), aTask('1', agencies.finance, '2021-03-10'))
  await keepCounts(app.db, '2021-02-26')
  await app.db.transaction().execute(async (writer) => {
    await addFacts(writer as Transaction<TasksDb>, 1, [stateFact('2021-02-28', '2021-02-28T05:00:00Z', 'received')])
    assert.equal(await keepCounts(app.db, '2021-02-26'), 0)
    const began = performance.now()
    await assert.rejects(keepCounts(app.db, '2021-02-27'), { code: '55P03' })
    assert.ok(performance.now() - began < 6000)
    await sql`update tasks.task set state = 'received' where task_id = 1`.execute(writer)
  })
  await keepCounts(app.db, '2021-02-27')
})
