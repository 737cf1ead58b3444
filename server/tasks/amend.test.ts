import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { freshApp, type Visitor } from '../test/app.ts'
import { upload } from '../test/upload.ts'
import type { History, Task, TaskList } from './shapes.ts'
import { A_TARGET, aDeadline, agenciesOf, aSource, aTask, FINANCE, given, HOME, PLANNING } from './task.fixture.ts'

const DOCUMENT = { number: '123/VPCP-TH', issuedOn: '2021-02-20' }
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF MẪU')

test('amending what was entered wrongly', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const justice = await app.agency('bo-tu-phap')
  const follow = await app.as('followUp')
  const finance = await app.as('officer', { agency: FINANCE })
  const planning = await app.as('officer', { agency: PLANNING })
  let place = 0
  const fresh = async (change: object = {}) => {
    place += 1
    app.clock.set('2021-01-12')
    const id = await given(
      app,
      aSource(agencies),
      aTask(`A.${place}`, agencies.finance, '2021-02-10', {
        parties: [
          { role: 'lead', agencyId: agencies.finance, namedAs: 'Bộ Tài chính', scope: null },
          { role: 'coordinating', agencyId: justice, namedAs: 'Bộ Tư pháp', scope: null },
        ],
        targets: [A_TARGET],
        ...change,
      }),
    )
    app.clock.set('2021-02-28')
    return id
  }
  const see = async (id: number, who: Visitor = follow, query = '') =>
    (await who.send('GET', `/api/tasks/${id}${query}`)).body as Task
  const amend = async (id: number, amendment: object, who = follow) =>
    who.send('POST', `/api/tasks/${id}/amend`, {
      ifMatch: (await see(id)).version,
      body: { amendment: JSON.stringify({ reason: 'Nhập nhầm', document: DOCUMENT, ...amendment }) },
    })
  const done = async (who: Visitor, id: number, path: string, body: object) => {
    const { status, body: answer } = await who.send('POST', `/api/tasks/${id}/${path}`, {
      ifMatch: (await see(id)).version,
      body,
    })
    assert.equal(status, 200, JSON.stringify(answer))
  }
  const lead = (agencyId: number, name: string) => ({ role: 'lead', name, accountable: true, agencyId })
  const dueOn = (day: string, change: object = {}) => {
    const { isMilestone: milestone, isStrict: strict, literal: text, ...rest } = aDeadline(day)
    return { ...rest, milestone, strict, text, ...change }
  }
  const totals = async (query: string) =>
    (
      (await follow.send('GET', `/api/statistics?by=agency&${query}`)).body as {
        rows: { label: string; partition: { assigned: number; openOverdue: number } }[]
      }
    ).rows.map(({ label, partition }) => [label, partition.assigned, partition.openOverdue])

  await t.test('the right lead counts since the assignment as known now, and not as known before', async () => {
    const id = await fresh()
    await done(finance, id, 'receive', {})
    await done(finance, id, 'requests/transfer', { agencyId: agencies.planning, reason: 'Không đúng chức năng' })
    await done(follow, id, 'report-calls', { dueOn: '2021-03-10' })
    const source = 'source=directive:1&asOf=2021-02-15'
    assert.deepEqual(await totals(`${source}&knownOn=2021-02-15`), [['Bộ Tài chính', 1, 1]])
    const { status } = await amend(id, {
      parties: [
        lead(agencies.planning, 'Bộ Kế hoạch và Đầu tư'),
        { role: 'coordinating', name: 'Bộ Tư pháp', accountable: false, agencyId: justice },
      ],
    })
    assert.equal(status, 200)
    assert.deepEqual(await totals(`${source}&knownOn=2021-02-15`), [['Bộ Tài chính', 1, 1]], 'as it was reported')
    assert.deepEqual(await totals(`${source}&knownOn=2021-02-28`), [['Bộ Kế hoạch và Đầu tư', 1, 1]])
    const task = await see(id)
    assert.deepEqual([task.state, task.requests[0]!.decision, task.reportCall], ['assigned', 'lapsed', null])
    assert.deepEqual(
      task.parties.map(({ name, endedOn, amendedOn, isAccountable }) => [name, endedOn, amendedOn, isAccountable]),
      [
        ['Bộ Tài chính', '2021-01-12', '2021-02-28', true],
        ['Bộ Kế hoạch và Đầu tư', null, null, true],
        ['Bộ Tư pháp', null, null, false],
      ],
    )
    // Both agencies read what it was and what it is, with the basis.
    for (const who of [finance, planning]) {
      const [amendment] = (await see(id, who)).amendments
      assert.deepEqual([amendment!.reason, amendment!.documentNumber], ['Nhập nhầm', '123/VPCP-TH'])
      assert.deepEqual(
        [amendment!.before.leadAgencyId, amendment!.after.leadAgencyId],
        [agencies.finance, agencies.planning],
      )
      const { entries } = (await who.send('GET', `/api/tasks/${id}/history`)).body as Static<typeof History>
      const entry = entries.find(({ event }) => event === 'task.amended')
      assert.equal((entry!.detail as { document: string }).document, '123/VPCP-TH ngày 20/02/2021')
      assert.equal((entry!.detail as { endedRequests: string }).endedRequests, 'transfer')
    }
    // Each is told, by its own reason: the right one that it has a task, the wrong one what became of its.
    for (const [who, kind, why] of [
      [planning, 'assignment', 'lead'],
      [finance, 'change', 'formerLead'],
    ] as const) {
      const { rows } = await sql<{ kind: string; why: string; note: string }>`
        select m.kind, n.why, m.note from notifications.notification n
        join notifications.message m on m.message_id = n.message_id
        where n.person_id = ${who.actor.personId} and n.event = 'task.amended'`.execute(app.db)
      assert.deepEqual(rows, [{ kind, why, note: 'Nhập nhầm' }])
    }
    await done(planning, id, 'receive', {})
  })

  await t.test('the right day: lateness by both due days, on both axes', async () => {
    const id = await fresh()
    const [old] = (await see(id)).deadlines
    await done(finance, id, 'receive', {})
    await done(finance, id, 'requests/extension', { newDueOn: '2021-03-15', reason: 'Chờ luật' })
    assert.equal(
      (await amend(id, { deadlines: [dueOn('2021-03-31', { id: old!.id, text: 'trong quý I năm 2021' })] })).status,
      200,
    )
    const now = await see(id)
    assert.deepEqual(
      [now.firstDueOn, now.dueOn, now.standing, now.standingOnFirstDue],
      ['2021-03-31', '2021-03-31', 'openInTerm', 'openInTerm'],
    )
    assert.equal(now.requests[0]!.decision, 'lapsed', 'the day asked for is already the due day')
    assert.deepEqual(
      now.deadlines.map(({ literal, dueOn, amendedOn }) => [literal, dueOn, amendedOn]),
      [
        ['2021-02-10', '2021-02-10', '2021-02-28'],
        ['trong quý I năm 2021', '2021-03-31', null],
      ],
    )
    const list = async (query: string) =>
      ((await follow.send('GET', `/api/tasks?search=A.2&${query}`)).body as TaskList).rows.map((row) => [
        row.firstDueOn,
        row.dueOn,
        row.standing,
        row.standingOnFirstDue,
      ])
    assert.deepEqual(await list('asOf=2021-02-27'), [['2021-02-10', '2021-02-10', 'openOverdue', 'openOverdue']])
    assert.deepEqual(await list('asOf=2021-02-27&knownOn=2021-02-28'), [
      ['2021-03-31', '2021-03-31', 'openInTerm', 'openInTerm'],
    ])
  })

  await t.test('targets keep what was measured; a coordinating agency no longer named owes nothing', async () => {
    const id = await fresh()
    await done(finance, id, 'receive', {})
    const target = (await see(id)).targets[0]!
    await done(finance, id, 'progress', {
      percent: 40,
      body: 'Đang làm',
      measurements: [{ targetId: target.id, value: 60 }],
    })
    await finance.send('POST', `/api/tasks/${id}/contributions/request`, {
      body: { agencyId: justice, what: 'Ý kiến', dueOn: '2021-03-31' },
    })
    const { max, unit, baseline, scope, byWhen, measure, comparator } = target
    const right = {
      id: target.id,
      text: 'tối thiểu 70%',
      value: 70,
      max,
      unit,
      baseline,
      scope,
      byWhen,
      measure,
      comparator,
    }
    const { status } = await amend(id, {
      targets: [right],
      parties: [lead(agencies.finance, 'Bộ Tài chính')],
      title: 'Tên đúng',
    })
    assert.equal(status, 200)
    const task = await see(id)
    assert.deepEqual(
      task.targets.map(({ value, isMet, measurements }) => [value, isMet, measurements.map((one) => one.value)]),
      [[70, false, [60]]],
    )
    assert.deepEqual([task.title, task.state, task.percent], ['Tên đúng', 'inProgress', 40])
    assert.equal(task.contributions[0]!.state, 'lapsed')
    const desk = (await (await app.as('officer', { agency: 'bo-tu-phap' })).send('GET', '/api/desk')).body as {
      groups: { name: string; count: number }[]
    }
    assert.equal(desk.groups.find(({ name }) => name === 'contributions')!.count, 0)
  })

  await t.test('a completed task: its lateness follows the right day, its completion stays', async () => {
    const id = await fresh()
    await done(finance, id, 'receive', {})
    await done(finance, id, 'done', { completedOn: '2021-02-20', body: 'Xong' })
    const waiting = await amend(id, { parties: [lead(agencies.planning, 'Bộ Kế hoạch và Đầu tư')] })
    assert.deepEqual([waiting.status, (waiting.body as { code: string }).code], [409, 'task.wrong_state'])
    await done(follow, id, 'confirm', {})
    assert.equal((await see(id)).standing, 'doneLate')
    assert.equal((await amend(id, { deadlines: [dueOn('2021-02-25')] })).status, 200)
    const task = await see(id)
    assert.deepEqual([task.standing, task.state, task.completedOn], ['doneOnTime', 'confirmed', '2021-02-20'])
  })

  await t.test('without a basis it is refused; with a file it is kept and read by who reads the task', async () => {
    const id = await fresh()
    const bare = await amend(id, { document: undefined, title: 'Tên' })
    assert.deepEqual([bare.status, fieldOf(bare)], [400, 'document task.basis_missing'])
    const ahead = await amend(id, { document: { ...DOCUMENT, issuedOn: '2021-03-30' }, title: 'Tên' })
    assert.equal(fieldOf(ahead), 'document task.basis_in_future')
    const wrong = await amend(id, { title: 7 })
    assert.equal(fieldOf(wrong), 'title type')
    const sent = await follow.send('POST', `/api/tasks/${id}/amend`, {
      ifMatch: 1,
      ...upload('can-cu-mau.pdf', PDF, {
        amendment: JSON.stringify({ reason: 'Nhập nhầm', title: 'Tên trong văn bản' }),
      }),
    })
    assert.equal(sent.status, 200, JSON.stringify(sent.body))
    const [amendment] = (await see(id, finance)).amendments
    assert.equal(amendment!.fileName, 'can-cu-mau.pdf')
    const file = await finance.send('GET', `/api/tasks/${id}/amendments/${amendment!.id}/file`)
    assert.equal(file.status, 200)
    const home = await app.as('officer', { agency: HOME })
    assert.equal((await home.send('GET', `/api/tasks/${id}/amendments/${amendment!.id}/file`)).status, 404)
  })

  await t.test('two people: the second is told what the first amended', async () => {
    const id = await fresh()
    assert.equal((await amend(id, { title: 'Tên thứ nhất' })).status, 200)
    const late = await follow.send('POST', `/api/tasks/${id}/amend`, {
      ifMatch: 1,
      body: { amendment: JSON.stringify({ reason: 'x', document: DOCUMENT, title: 'Tên thứ hai' }) },
    })
    const body = late.body as { code: string; changes: { event: string; after: { title: string } }[] }
    assert.deepEqual(
      [late.status, body.code, body.changes[0]!.event, body.changes[0]!.after.title],
      [409, 'request.stale', 'task.amended', 'Tên thứ nhất'],
    )
  })
})

test('a call for a report', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const follow = await app.as('followUp')
  const finance = await app.as('officer', { agency: FINANCE })
  const see = async (id: number) => (await follow.send('GET', `/api/tasks/${id}`)).body as Task
  const act = async (who: Visitor, id: number, path: string, body: object) =>
    who.send('POST', `/api/tasks/${id}/${path}`, { ifMatch: (await see(id)).version, body })
  const calledOf = async () =>
    (
      (await finance.send('GET', '/api/desk')).body as {
        groups: { name: string; rows: { taskId: number; aboutOn: string; words: string }[] }[]
      }
    ).groups
      .find(({ name }) => name === 'calledFor')!
      .rows.map(({ taskId, aboutOn, words }) => [taskId, aboutOn, words])
  const id = await given(app, aSource(agencies), aTask('1', agencies.finance, '2021-06-30'))
  await act(finance, id, 'receive', {})

  const past = await act(follow, id, 'report-calls', { dueOn: '2021-02-28' })
  assert.equal(fieldOf(past), 'dueOn task.due_not_ahead')
  assert.equal((await act(finance, id, 'report-calls', { dueOn: '2021-03-10' })).status, 403)
  assert.equal((await act(follow, id, 'report-calls', { dueOn: '2021-03-10', words: 'Vướng ở đâu?' })).status, 200)
  assert.deepEqual(await calledOf(), [[id, '2021-03-10', 'Vướng ở đâu?']])
  // A second call takes the place of the first.
  assert.equal((await act(follow, id, 'report-calls', { dueOn: '2021-03-05', words: 'Gấp' })).status, 200)
  assert.deepEqual(await calledOf(), [[id, '2021-03-05', 'Gấp']])
  assert.equal((await see(id)).reportCall!.dueOn, '2021-03-05')
  assert.equal((await act(finance, id, 'progress', { percent: 10, body: 'Đang làm' })).status, 200)
  assert.deepEqual([await calledOf(), (await see(id)).reportCall], [[], null])

  await act(follow, id, 'report-calls', { dueOn: '2021-03-10' })
  await act(follow, id, 'transfer', { agencyId: agencies.home, reason: 'Đúng chức năng' })
  assert.equal((await see(id)).reportCall, null, 'the new lead was not called')

  const second = await given(app, aSource(agencies), aTask('2', agencies.finance, '2021-06-30'))
  const third = await given(app, aSource(agencies), aTask('3', agencies.finance, '2021-06-30'))
  const bulk = await follow.send('POST', '/api/tasks/bulk', {
    body: {
      act: 'callForReport',
      mode: 'all',
      body: { dueOn: '2021-03-12' },
      items: [second, third].map((one) => ({ id: one, version: 1 })),
    },
  })
  assert.equal(bulk.status, 200)
  assert.equal((await calledOf()).length, 2)
  await act(finance, second, 'receive', {})
  await act(finance, second, 'done', { completedOn: '2021-02-28', body: 'Xong' })
  assert.deepEqual(await calledOf(), [[third, '2021-03-12', null]], 'a claim reports, too')
})

function fieldOf({ body }: { body: unknown }): string {
  const [field] = (body as { fields: { path: string; code: string }[] }).fields
  return `${field?.path} ${field?.code}`
}
