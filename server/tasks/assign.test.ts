import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { Invalid, Problem } from '../platform/errors.ts'
import { freshApp } from '../test/app.ts'
import { assignArchive, type PastAct } from './archive.ts'
import { assignAll, type NewTask, type Source } from './assign.ts'
import { confirm } from './confirm.ts'
import { receive } from './receive.ts'
import { reportDone } from './report.ts'
import { aDeadline, agenciesOf, aSource, aTask, FINANCE, given } from './task.fixture.ts'

test('assigning tasks', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const give = (source: Source, tasks: NewTask[]) =>
    app.db.transaction().execute((trx) => assignAll(trx, systemActor('thử'), source, tasks, app.clock.now()))
  const rowsIn = async (table: string) =>
    (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(app.db)).rows[0]!.n

  await t.test('repeated, it creates nothing twice, returns the same ids and adds what is new', async () => {
    const source = aSource(agencies, { id: 1 })
    const tasks = ['a', 'b'].map((ref) => aTask(ref, agencies.finance, '2021-06-30'))
    const first = await give(source, tasks)
    const facts = await rowsIn('tasks.fact')
    const acts = await rowsIn('platform.audit')
    assert.deepEqual(await give(source, tasks), first)
    assert.deepEqual([await rowsIn('tasks.fact'), await rowsIn('platform.audit')], [facts, acts])
    const third = await give(source, [aTask('c', agencies.finance, null), ...tasks])
    assert.deepEqual(third.slice(1), first)
    assert.ok(!first.includes(third[0]!))
  })

  await t.test('two at the same moment create nothing twice', async () => {
    const source = aSource(agencies, { id: 2 })
    const tasks = Array.from({ length: 20 }, (_, n) => aTask(`${n}`, agencies.finance, '2021-06-30'))
    const [one, two] = await Promise.all([give(source, tasks), give(source, tasks)])
    assert.deepEqual(one, two)
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from tasks.task where source_kind = 'directive' and source_id = 2`.execute(app.db)
    assert.equal(rows[0]!.n, 20)
  })

  await t.test('all or none: one without a lead stops the rest, and every error is named', async () => {
    const before = await rowsIn('tasks.task')
    const unknown = { role: 'lead', agencyId: null, namedAs: 'các bộ, ngành', scope: null } as const
    const tasks = [
      aTask('a', agencies.finance, '2021-06-30'),
      aTask('b', agencies.finance, '2021-06-30', { parties: [unknown] }),
      aTask('a', agencies.finance, '2021-06-30', { title: ' ' }),
      aTask('d', agencies.finance, '2021-06-30', { deadlines: [aDeadline('2021-06-30', { kind: 'standing' })] }),
    ]
    await assert.rejects(give(aSource(agencies, { id: 3, assignedOn: '2021-03-01' }), tasks), (error: unknown) => {
      assert.ok(error instanceof Invalid)
      assert.deepEqual(
        error.fields.map(({ path, code }) => [path, code]),
        [
          ['assignedOn', 'task.assigned_in_future'],
          ['1.parties', 'task.no_lead'],
          ['2.title', 'task.empty'],
          ['2.ref', 'task.ref_twice'],
          ['3.deadlines.0.dueOn', 'task.undated_has_day'],
        ],
      )
      return true
    })
    assert.equal(await rowsIn('tasks.task'), before)
  })

  await t.test('the marked lead is accountable, or else the first known one', async () => {
    const parties = [
      { role: 'lead', agencyId: null, namedAs: 'Bộ nào đó', scope: null },
      { role: 'lead', agencyId: agencies.planning, namedAs: 'Bộ KHĐT', scope: null },
      { role: 'lead', agencyId: agencies.finance, namedAs: 'Bộ TC', scope: 'đối với NQ 02' },
    ] as const
    const leadOf = async (ref: string, marked: boolean) => {
      const id = await given(
        app,
        aSource(agencies, { id: 4 }),
        aTask(ref, 0, null, { parties: [parties[0], parties[1], { ...parties[2], isAccountable: marked }] }),
      )
      const { rows } = await sql<{ id: number }>`
        select lead_agency_id as id from tasks.task where task_id = ${id}`.execute(app.db)
      return rows[0]!.id
    }
    assert.equal(await leadOf('a', true), agencies.finance)
    assert.equal(await leadOf('b', false), agencies.planning)
  })
})

test('importing an archive', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const source = aSource(agencies, { kind: 'archive', id: null })
  const importOne = (ref: string, acts: PastAct[]) =>
    app.db
      .transaction()
      .execute((trx) =>
        assignArchive(
          trx,
          systemActor('kho'),
          [{ source, task: aTask(ref, agencies.finance, '2021-02-10'), acts }],
          app.clock.now(),
        ),
      )

  await t.test('leaves the same rows as live acts', async () => {
    const finance = (await app.as('officer', { agency: FINANCE, name: 'kho' })).actor
    const follow = (await app.as('followUp', { name: 'kho' })).actor
    app.clock.set('2021-01-12')
    const live = await given(app, aSource(agencies), aTask('x', agencies.finance, '2021-02-10'))
    const step = async (on: string, version: number, act: 'receive' | 'done' | 'confirm') => {
      app.clock.set(on)
      const ask = { actor: act === 'confirm' ? follow : finance, id: live, version, now: app.clock.now() }
      await app.db
        .transaction()
        .execute((trx) =>
          act === 'receive'
            ? receive(trx, ask)
            : act === 'done'
              ? reportDone(trx, ask, { completedOn: '2021-02-09', body: 'Xong' })
              : confirm(trx, ask),
        )
    }
    await step('2021-01-20', 1, 'receive')
    await step('2021-02-10', 2, 'done')
    await step('2021-02-15', 3, 'confirm')
    app.clock.set('2021-02-28')
    const [imported] = await importOne('x', [
      { act: 'receive', on: '2021-01-20' },
      { act: 'reportDone', on: '2021-02-10', completedOn: '2021-02-09', body: 'Xong' },
      { act: 'confirm', on: '2021-02-15' },
    ])
    const left = async (id: number) => ({
      task: await sql`select state, due_on, completed_on, claimed_on, percent, version, changed_at from tasks.task where task_id = ${id}`
        .execute(app.db)
        .then(({ rows }) => rows),
      facts:
        await sql`select dimension, effective_on, recorded_at, agency_id, day, state from tasks.fact where task_id = ${id} order by fact_id`
          .execute(app.db)
          .then(({ rows }) => rows),
      reports:
        await sql`select reported_on, percent, body, recorded_at from tasks.progress_report where task_id = ${id}`
          .execute(app.db)
          .then(({ rows }) => rows),
      log: await sql`select event, happened_on, recorded_at, before, after - 'code' as after from platform.audit where subject_kind = 'task' and subject_id = ${String(id)} order by id`
        .execute(app.db)
        .then(({ rows }) => rows),
    })
    assert.deepEqual(await left(imported!), await left(live))
  })

  await t.test('a past extension and a past transfer leave their rows', async () => {
    const [id] = await importOne('y', [
      { act: 'extend', on: '2021-02-01', newDueOn: '2021-04-30', reason: 'x', approvedBy: '1/VPCP' },
      { act: 'transfer', on: '2021-02-02', agencyId: agencies.planning, agencyName: 'Bộ KHĐT', reason: 'y' },
      { act: 'receive', on: '2021-02-03' },
    ])
    const { rows } = await sql<{ days: string[]; leads: number[]; first: string; due: string }>`
      select array(select due_on from tasks.deadline where task_id = t.task_id order by position) as days,
             array(select agency_id from tasks.party where task_id = t.task_id and is_accountable order by position) as leads,
             first_due_on as first, due_on as due
      from tasks.task t where task_id = ${id}`.execute(app.db)
    assert.deepEqual(rows[0], {
      days: ['2021-02-10', '2021-04-30'],
      leads: [agencies.finance, agencies.planning],
      first: '2021-02-10',
      due: '2021-04-30',
    })
  })

  const impossible: [string, PastAct[], string, string][] = [
    ['a step out of order', [{ act: 'confirm', on: '2021-02-01' }], 'task.wrong_state', '0.acts.0'],
    [
      'a day before the day before it',
      [
        { act: 'receive', on: '2021-02-05' },
        { act: 'start', on: '2021-02-04' },
      ],
      'task.out_of_order',
      '0.acts.1.on',
    ],
    ['a future day', [{ act: 'receive', on: '2021-03-01' }], 'task.in_future', '0.acts.0.on'],
    [
      'a completion before the assignment',
      [
        { act: 'receive', on: '2021-02-05' },
        { act: 'reportDone', on: '2021-02-05', completedOn: '2021-01-01', body: 'x' },
      ],
      'task.completed_before_assigned',
      '0.acts.1.completedOn',
    ],
  ]
  for (const [name, acts, code, path] of impossible) {
    await t.test(`${name} is refused by name, and nothing is written`, async () => {
      await assert.rejects(importOne('z', acts), (error: unknown) => {
        assert.ok(error instanceof Problem)
        assert.deepEqual([error.code, error.fields[0]?.path], [code, path])
        return true
      })
      const { rows } = await sql`select from tasks.task where source_ref = 'z'`.execute(app.db)
      assert.equal(rows.length, 0)
    })
  }
})
