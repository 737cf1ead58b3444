import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { addDays } from '../platform/calendar.ts'
import { freshApp, type Visitor } from '../test/app.ts'
import type { Statistics } from './figure-shapes.ts'
import type { Task } from './shapes.ts'
import { standing } from './standing.ts'
import { agenciesOf, aSource, aTask, FINANCE, given } from './task.fixture.ts'

test('the rule in SQL and the rule in TypeScript agree', async (t) => {
  const { db } = await freshApp(t)
  const day = fc.integer({ min: 0, max: 6 }).map((n) => addDays('2021-02-25', n))
  const cases = fc.sample(fc.record({ due: fc.option(day), completed: fc.option(day), asOf: day }), 2000)
  const { rows } = await sql<{ standing: string }>`
    select tasks.standing(due, completed, "asOf") as standing
    from jsonb_to_recordset(${JSON.stringify(cases)}::jsonb) as c (due date, completed date, "asOf" date)`.execute(db)
  assert.deepEqual(
    rows.map((row) => row.standing),
    cases.map(({ due, completed, asOf }) => standing(due, completed, asOf)),
  )
  assert.equal(new Set(rows.map((row) => row.standing)).size, 4)
})

test('as of any day', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const follow = await app.as('followUp')
  const finance = await app.as('officer', { agency: FINANCE })
  let refs = 0

  /** A task assigned on 12/01/2021, due 10/02/2021. */
  const fresh = () => {
    refs += 1
    app.clock.set('2021-01-12')
    return given(app, aSource(agencies, { id: refs }), aTask(`${refs}`, agencies.finance, '2021-02-10'))
  }
  const see = async (id: number, query = ''): Promise<Task> =>
    (await follow.send('GET', `/api/tasks/${id}${query}`)).body
  const act = async (who: Visitor, on: string, id: number, path: string, body: unknown = {}) => {
    app.clock.set(on)
    const { version } = await see(id)
    const { status, body: answer } = await who.send('POST', `/api/tasks/${id}/${path}`, { ifMatch: version, body })
    assert.equal(status, 200, JSON.stringify(answer))
  }
  const standingOf = async (id: number, asOf: string, knownOn?: string) => {
    const known = knownOn === undefined ? '' : `&knownOn=${knownOn}`
    const task = await see(id, `?asOf=${asOf}${known}`)
    // The statistics of this one task, for the same days.
    const { total } = (await follow.send('GET', `/api/statistics?source=directive:${refs}&asOf=${asOf}${known}`))
      .body as Statistics
    assert.equal(total.assigned, task.standing === null ? 0 : 1)
    if (task.standing !== null) assert.equal(total[task.standing], 1)
    return task.standing
  }

  await t.test('a task does not exist before it is assigned', async () => {
    const id = await fresh()
    assert.equal(await standingOf(id, '2021-01-11'), null)
    assert.equal(await standingOf(id, '2021-01-12'), 'openInTerm')
    assert.equal(await standingOf(id, '2021-02-10'), 'openInTerm')
    assert.equal(await standingOf(id, '2021-02-11'), 'openOverdue')
  })

  await t.test('a task entered late counts from its day only as known later', async () => {
    refs += 1
    app.clock.set('2021-02-20')
    const id = await given(app, aSource(agencies, { id: refs }), aTask(`${refs}`, agencies.finance, '2021-02-10'))
    assert.equal(await standingOf(id, '2021-02-01'), null)
    assert.equal(await standingOf(id, '2021-02-01', '2021-02-19'), null)
    assert.equal(await standingOf(id, '2021-02-01', '2021-02-20'), 'openInTerm')
    assert.equal(await standingOf(id, '2021-02-20'), 'openOverdue')
  })

  await t.test('completion counts from the day claimed and is known from the day confirmed', async () => {
    const id = await fresh()
    await act(finance, '2021-01-20', id, 'receive')
    await act(finance, '2021-02-09', id, 'done', { completedOn: '2021-02-08', body: 'Xong' })
    await act(follow, '2021-03-02', id, 'confirm')
    assert.equal(await standingOf(id, '2021-02-28'), 'openOverdue', 'as in the February report')
    assert.equal(await standingOf(id, '2021-02-28', '2021-03-01'), 'openOverdue')
    assert.equal(await standingOf(id, '2021-02-28', '2021-03-02'), 'doneOnTime')
    assert.equal(await standingOf(id, '2021-02-07', '2021-03-02'), 'openInTerm')
    assert.equal(await standingOf(id, '2021-03-02'), 'doneOnTime')
  })

  await t.test('an extension applies from the day it is decided', async () => {
    const id = await fresh()
    await act(follow, '2021-02-15', id, 'extend', { newDueOn: '2021-04-29', reason: 'x', approvedBy: '1/VPCP' })
    assert.equal(await standingOf(id, '2021-02-14'), 'openOverdue')
    assert.equal(await standingOf(id, '2021-02-14', '2021-02-15'), 'openOverdue')
    assert.equal(await standingOf(id, '2021-02-15'), 'openInTerm')
  })

  for (const [name, corrected, then] of [
    ['a later day', '2021-02-12', 'doneLate'],
    ['an earlier day', '2021-02-01', 'doneOnTime'],
    ['no completion', null, 'openOverdue'],
  ] as const) {
    await t.test(
      `a correction to ${name} is known from its own day; what was known before does not change`,
      async () => {
        const id = await fresh()
        await act(finance, '2021-01-20', id, 'receive')
        await act(finance, '2021-02-09', id, 'done', { completedOn: '2021-02-08', body: 'Xong' })
        await act(follow, '2021-02-10', id, 'confirm')
        await act(follow, '2021-02-20', id, 'correct', { completedOn: corrected, reason: 'Ghi nhầm' })
        assert.equal(await standingOf(id, '2021-02-19'), 'doneOnTime')
        assert.equal(await standingOf(id, '2021-02-15', '2021-02-19'), 'doneOnTime')
        assert.equal(await standingOf(id, '2021-02-15', '2021-02-20'), then)
        assert.equal(await standingOf(id, '2021-02-20'), then)
        const early = corrected === '2021-02-01' ? 'doneOnTime' : 'openInTerm'
        assert.equal(await standingOf(id, '2021-02-05', '2021-02-20'), early)
        assert.equal((await see(id)).state, corrected === null ? 'inProgress' : 'confirmed')
      },
    )
  }

  await t.test('a completion removed by a correction and claimed again for an earlier day', async () => {
    const id = await fresh()
    await act(finance, '2021-01-20', id, 'receive')
    await act(finance, '2021-02-09', id, 'done', { completedOn: '2021-02-08', body: 'Xong' })
    await act(follow, '2021-02-10', id, 'confirm')
    await act(follow, '2021-02-11', id, 'correct', { completedOn: null, reason: 'Ghi nhầm nhiệm vụ' })
    await act(finance, '2021-02-12', id, 'done', { completedOn: '2021-02-03', body: 'Xong' })
    await act(follow, '2021-02-13', id, 'confirm')
    assert.equal(await standingOf(id, '2021-02-13'), 'doneOnTime')
    assert.equal(await standingOf(id, '2021-02-12'), 'openOverdue')
    assert.equal(await standingOf(id, '2021-02-03', '2021-02-13'), 'doneOnTime')
  })

  await t.test('a list shows the state of that day', async () => {
    const id = await fresh()
    await act(finance, '2021-01-20', id, 'receive')
    await act(finance, '2021-01-25', id, 'progress', { percent: 30, body: 'Đang làm' })
    await act(finance, '2021-02-03', id, 'done', { completedOn: '2021-02-03', body: 'Xong' })
    const row = async (asOf: string, more = '') => {
      const { rows } = (await follow.send('GET', `/api/tasks?source=directive:${refs}&asOf=${asOf}${more}`)).body as {
        rows: { state: string; percent: number }[]
      }
      return rows[0] && [rows[0].state, rows[0].percent]
    }
    assert.deepEqual(await row('2021-01-19'), ['assigned', 0])
    assert.deepEqual(await row('2021-01-20'), ['received', 0])
    assert.deepEqual(await row('2021-01-26'), ['inProgress', 30])
    assert.deepEqual(await row('2021-02-03', '&standing=awaitingConfirmation'), ['reportedDone', 100])
    assert.equal(await row('2021-02-02', '&standing=awaitingConfirmation'), undefined)
    await act(follow, '2021-02-15', id, 'confirm')
    assert.deepEqual(await row('2021-02-03', '&state=reportedDone'), ['reportedDone', 100])
    assert.equal(await row('2021-02-15', '&state=reportedDone'), undefined)
  })

  await t.test('the database refuses a change that would not add up', async () => {
    const id = await fresh()
    await assert.rejects(
      app.db
        .transaction()
        .execute((trx) =>
          sql`update tasks.task set lead_agency_id = ${agencies.home} where task_id = ${id}`.execute(trx),
        ),
      /does not agree with its facts/,
    )
    await assert.rejects(
      app.db.transaction().execute((trx) =>
        sql`insert into tasks.fact (task_id, dimension, effective_on, recorded_at, day)
            values (${id}, 'completion', '2021-02-01', now(), '2021-02-01')`.execute(trx),
      ),
      /does not agree with its facts/,
    )
    for (const change of [sql`update tasks.fact set day = null`, sql`delete from tasks.fact`]) {
      await assert.rejects(sql`${change} where task_id = ${id}`.execute(app.db), /permission denied|never changed/)
    }
  })
})
