import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { freshApp, type Visitor } from '../test/app.ts'
import type { Task } from './shapes.ts'
import { aDeadline, agenciesOf, aSource, aTask, FINANCE, given, PLANNING } from './task.fixture.ts'

test('tasks over HTTP', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const follow = await app.as('followUp', { name: 'Trần Theo Dõi' })
  const finance = await app.as('officer', { agency: FINANCE, name: 'Lê Tài Chính' })
  const planning = await app.as('officer', { agency: PLANNING })
  let refs = 0

  const fresh = (dueOn: string | null = '2021-03-31', change = {}) => {
    refs += 1
    app.clock.set('2021-02-28')
    return given(app, aSource(agencies), aTask(`I.${refs}`, agencies.finance, dueOn, change))
  }
  const see = async (id: number, who = follow, query = ''): Promise<Task> => {
    const { status, body } = await who.send('GET', `/api/tasks/${id}${query}`)
    assert.equal(status, 200)
    return body
  }
  const act = async (who: Visitor, id: number, path: string, body: unknown = {}) => {
    const { version } = await see(id)
    return who.send('POST', `/api/tasks/${id}/${path}`, { ifMatch: version, body })
  }
  const done = async (who: Visitor, id: number, path: string, body: unknown = {}) => {
    const answer = await act(who, id, path, body)
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
  }
  const refused = async (
    answer: Promise<{ status: number; body: never }>,
    status: number,
    code: string,
    field?: string,
  ) => {
    const { status: got, body } = await answer
    const problem = body as { code: string; detail: string; fields?: { path: string }[] }
    assert.deepEqual([got, problem.code], [status, code], JSON.stringify(problem))
    if (field !== undefined) assert.equal(problem.fields?.[0]?.path, field)
    return problem
  }

  await t.test('from assigned to confirmed, each step is in the log with actor, day, before and after', async () => {
    const id = await fresh()
    assert.match((await see(id)).code, /^NV-2021-\d{6}$/)
    await done(finance, id, 'receive')
    await done(finance, id, 'start')
    await done(finance, id, 'progress', { percent: 40, body: 'Đã lấy ý kiến các bộ' })
    await done(finance, id, 'done', {
      completedOn: '2021-02-26',
      body: 'Đã trình',
      productNumber: '15/TTr-BTC',
      productDate: '2021-02-26',
    })
    const claimed = await see(id)
    assert.deepEqual([claimed.state, claimed.standing, claimed.completedOn], ['reportedDone', 'openInTerm', null])
    app.clock.set('2021-03-02')
    await done(follow, id, 'confirm')
    const task = await see(id)
    assert.deepEqual(
      [task.state, task.standing, task.completedOn, task.percent, task.version],
      ['confirmed', 'doneOnTime', '2021-02-26', 100, 6],
    )
    assert.deepEqual(
      task.progress.map(({ percent, productNumber }) => [percent, productNumber]),
      [
        [100, '15/TTr-BTC'],
        [40, null],
      ],
    )
    const { body } = await follow.send('GET', `/api/tasks/${id}/history`)
    const { entries } = body as {
      entries: { event: string; actor: string; happenedOn: string; before: object; after: object }[]
    }
    assert.deepEqual(
      entries.map(({ event, actor }) => [event, actor]),
      [
        ['task.assigned', 'thử'],
        ['task.received', 'Lê Tài Chính'],
        ['task.started', 'Lê Tài Chính'],
        ['task.progressReported', 'Lê Tài Chính'],
        ['task.reportedDone', 'Lê Tài Chính'],
        ['task.confirmed', 'Trần Theo Dõi'],
      ],
    )
    const last = entries.at(-1)!
    assert.deepEqual(
      [last.happenedOn, last.before, last.after],
      ['2021-03-02', { state: 'reportedDone', completedOn: null }, { state: 'confirmed', completedOn: '2021-02-26' }],
    )
  })

  await t.test('a claim needs a day between assignment and today, or it is refused at that field', async () => {
    const id = await fresh()
    await done(finance, id, 'receive')
    const claim = (completedOn: string) => act(finance, id, 'done', { completedOn, body: 'Xong' })
    await refused(claim('2021-01-11'), 400, 'task.completed_before_assigned', 'completedOn')
    await refused(claim('2021-03-01'), 400, 'task.completed_in_future', 'completedOn')
    assert.equal((await see(id)).state, 'received')
    await done(finance, id, 'done', { completedOn: '2021-01-12', body: 'Xong' })
  })

  await t.test('a task whose claim is refused goes back to work, and the reason is kept', async () => {
    const id = await fresh()
    await done(finance, id, 'receive')
    await done(finance, id, 'done', { completedOn: '2021-02-20', body: 'Xong' })
    await done(follow, id, 'send-back', { reason: 'Chưa có ý kiến Bộ Tư pháp' })
    const task = await see(id)
    assert.deepEqual([task.state, task.claimedOn, task.standing], ['inProgress', null, 'openInTerm'])
    const { body } = await follow.send('GET', `/api/tasks/${id}/history`)
    const entries = (body as { entries: { detail: unknown }[] }).entries
    assert.deepEqual(entries.at(-1)!.detail, { reason: 'Chưa có ý kiến Bộ Tư pháp' })
  })

  await t.test('a stale change is refused with who changed the task and when', async () => {
    const id = await fresh()
    const { version } = await see(id)
    await done(finance, id, 'receive')
    const answer = finance.send('POST', `/api/tasks/${id}/start`, { ifMatch: version, body: {} })
    const problem = await refused(answer, 409, 'request.stale')
    assert.match(problem.detail, /Lê Tài Chính đã sửa lúc 12:00 ngày 28\/02\/2021/)
    await refused(finance.send('POST', `/api/tasks/${id}/start`, { body: {} }), 428, 'request.if_match_missing')
  })

  await t.test('of two changes to the same version at the same moment one is refused', async () => {
    const id = await fresh()
    const { version } = await see(id)
    const both = await Promise.all(
      [1, 2].map(() => finance.send('POST', `/api/tasks/${id}/receive`, { ifMatch: version, body: {} })),
    )
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
    assert.equal((await see(id)).version, version + 1)
  })

  await t.test('a step out of order is refused with the step to take first', async () => {
    const id = await fresh()
    const problem = await refused(
      act(finance, id, 'done', { completedOn: '2021-02-20', body: 'Xong' }),
      409,
      'task.wrong_state',
    )
    assert.match(problem.detail, /“mới giao”.*tiếp nhận nhiệm vụ trước/)
  })

  await t.test('an extension keeps the first due day and all others; lateness follows the one in force', async () => {
    const id = await fresh('2021-02-10')
    assert.equal((await see(id)).standing, 'openOverdue')
    const longer = { newDueOn: '2021-05-04', reason: 'Phạm vi mở rộng', approvedBy: '123/VPCP-TH' }
    await refused(
      act(follow, id, 'extend', { ...longer, newDueOn: '2021-02-10' }),
      400,
      'task.due_not_later',
      'newDueOn',
    )
    await refused(act(follow, id, 'extend', { ...longer, newDueOn: '9999-12-31' }), 400, 'task.due_too_far', 'newDueOn')
    await done(follow, id, 'extend', longer)
    const task = await see(id)
    assert.deepEqual(
      [task.firstDueOn, task.dueOn, task.standing, task.standingOnFirstDue],
      ['2021-02-10', '2021-05-04', 'openInTerm', 'openOverdue'],
    )
    assert.deepEqual(
      task.deadlines.map(({ dueOn, replacedOn, approvedBy }) => [dueOn, replacedOn, approvedBy]),
      [
        ['2021-02-10', '2021-02-28', null],
        ['2021-05-04', null, '123/VPCP-TH'],
      ],
    )
    const before = await see(id, follow, '?asOf=2021-02-27&knownOn=2021-02-28')
    assert.deepEqual([before.standing, before.dueOn], ['openOverdue', '2021-02-10'])
    await assert.rejects(
      sql`update tasks.task set first_due_on = '2021-05-01' where task_id = ${id}`.execute(app.db),
      /does not agree with its facts/,
    )
  })

  await t.test('a request changes nothing until it is granted; granting names the approving document', async () => {
    const id = await fresh('2021-03-31')
    await done(finance, id, 'receive')
    await refused(
      act(finance, id, 'requests/extension', { newDueOn: '2021-03-31', reason: 'Chậm' }),
      400,
      'task.due_not_later',
      'newDueOn',
    )
    await done(finance, id, 'requests/extension', { newDueOn: '2021-05-31', reason: 'Chờ luật', document: '9/BTC-KH' })
    await refused(
      act(finance, id, 'requests/extension', { newDueOn: '2021-06-30', reason: 'Chờ luật' }),
      409,
      'task.request_open',
    )
    const pending = await see(id)
    assert.deepEqual([pending.dueOn, pending.requests[0]!.decision], ['2021-03-31', null])
    const decide = `requests/${pending.requests[0]!.id}/decide`
    await refused(act(follow, id, decide, { decision: 'granted' }), 400, 'task.approval_missing', 'approvedBy')
    assert.equal((await see(id)).requests[0]!.decision, null)
    await refused(act(follow, id, decide, { decision: 'refused' }), 400, 'task.refusal_reason')
    await done(follow, id, decide, { decision: 'granted', approvedBy: '77/VPCP-TH' })
    const task = await see(id)
    assert.deepEqual(
      [task.dueOn, task.requests[0]!.decision, task.requests[0]!.decidedBy, task.deadlines[1]!.approvedBy],
      ['2021-05-31', 'granted', 'Trần Theo Dõi', '77/VPCP-TH'],
    )
    await refused(act(follow, id, decide, { decision: 'refused', note: 'Đã quyết' }), 409, 'task.request_decided')
  })

  await t.test('a refused request leaves the task as it was', async () => {
    const id = await fresh()
    await done(finance, id, 'requests/return', { reason: 'Không thuộc chức năng' })
    const { requests } = await see(id)
    await done(follow, id, `requests/${requests[0]!.id}/decide`, { decision: 'refused', note: 'Đúng chức năng' })
    const task = await see(id)
    assert.deepEqual(
      [task.state, task.requests[0]!.decision, task.requests[0]!.decisionNote],
      ['assigned', 'refused', 'Đúng chức năng'],
    )
  })

  await t.test(
    'a returned task counts for the lead until the return is accepted, then for the giver until it is passed on',
    async () => {
      const id = await fresh()
      await done(finance, id, 'requests/return', { reason: 'Không thuộc chức năng' })
      const counted = async (agencyId: number) => {
        const { body } = await follow.send('GET', `/api/tasks?agencyId=${agencyId}&limit=500`)
        return (body as { rows: { id: number }[] }).rows.some((row) => row.id === id)
      }
      assert.deepEqual([await counted(agencies.finance), await counted(agencies.office)], [true, false])
      const { requests } = await see(id)
      await done(follow, id, `requests/${requests[0]!.id}/decide`, { decision: 'granted' })
      assert.equal((await see(id)).state, 'returned')
      assert.deepEqual([await counted(agencies.finance), await counted(agencies.office)], [false, true])
      await done(follow, id, 'transfer', { agencyId: agencies.planning, reason: 'Đúng chức năng' })
      const task = await see(id)
      assert.equal(task.state, 'assigned')
      assert.deepEqual([await counted(agencies.office), await counted(agencies.planning)], [false, true])
      assert.deepEqual(
        task.parties.map(({ name, isAccountable, endedOn }) => [name, isAccountable, endedOn]),
        [
          ['Bộ Tài chính', true, '2021-02-28'],
          ['Văn phòng Chính phủ', true, '2021-02-28'],
          ['Bộ Kế hoạch và Đầu tư', true, null],
        ],
      )
      await done(planning, id, 'receive')
    },
  )

  await t.test('a requested transfer is done when granted, and only to an existing agency', async () => {
    const id = await fresh()
    await refused(
      act(finance, id, 'requests/transfer', { agencyId: agencies.finance, reason: 'x' }),
      400,
      'task.same_lead',
      'agencyId',
    )
    await refused(
      act(finance, id, 'requests/transfer', { agencyId: 999_999, reason: 'x' }),
      400,
      'task.no_such_agency',
      'agencyId',
    )
    await done(finance, id, 'requests/transfer', { agencyId: agencies.planning, reason: 'Thuộc Bộ KHĐT' })
    await done(finance, id, 'requests/extension', { newDueOn: '2021-05-31', reason: 'Chờ' })
    const { requests } = await see(id)
    const transfer = requests.find(({ kind }) => kind === 'transfer')!
    await done(follow, id, `requests/${transfer.id}/decide`, { decision: 'granted' })
    const task = await see(id)
    assert.deepEqual(
      task.requests.map(({ kind, decision }) => [kind, decision]),
      [
        ['extension', 'lapsed'],
        ['transfer', 'granted'],
      ],
    )
    assert.equal(task.parties.find(({ endedOn }) => endedOn === null)!.name, 'Bộ Kế hoạch và Đầu tư')
  })

  await t.test('a cancelled task no longer counts from that day on, and still counts before it', async () => {
    const id = await fresh()
    app.clock.set('2021-03-05')
    await done(follow, id, 'cancel', { reason: 'Không còn cần thiết' })
    const now = await see(id)
    assert.deepEqual([now.state, now.standing, now.may], ['cancelled', null, []])
    assert.equal((await see(id, follow, '?asOf=2021-03-04')).standing, 'openInTerm')
    await refused(
      act(follow, id, 'extend', { newDueOn: '2022-01-04', reason: 'x', approvedBy: 'y' }),
      409,
      'task.wrong_state',
    )
  })

  await t.test('milestones are overdue separately; finishing one records the day', async () => {
    const id = await fresh(null, {
      deadlines: [
        aDeadline(null),
        aDeadline('2021-02-10', { isMilestone: true, literal: 'lần 1 trước ngày 10/02/2021' }),
        aDeadline('2021-05-10', { isMilestone: true, literal: 'lần 2 trước ngày 10/5/2021' }),
      ],
    })
    const listed = async () => {
      const { body } = await follow.send('GET', '/api/tasks?standing=milestoneOverdue&limit=500')
      return (body as { rows: { id: number; standing: string }[] }).rows.find((row) => row.id === id)
    }
    assert.equal((await listed())!.standing, 'openInTerm')
    const [, first, second] = (await see(id)).deadlines
    assert.deepEqual([first!.isOverdue, second!.isOverdue], [true, false])
    await done(finance, id, 'receive')
    const finish = `deadlines/${first!.id}/finish`
    await refused(act(finance, id, finish, { doneOn: '2021-03-01' }), 400, 'task.completed_in_future', 'doneOn')
    await done(finance, id, finish, { doneOn: '2021-02-12' })
    assert.equal(await listed(), undefined)
    await refused(act(finance, id, finish, { doneOn: '2021-02-12' }), 409, 'task.milestone_done')
    await refused(
      act(finance, id, `deadlines/${(await see(id)).deadlines[0]!.id}/finish`, { doneOn: '2021-02-12' }),
      409,
      'task.not_milestone',
    )
    await refused(
      act(follow, id, 'extend', { newDueOn: '2022-01-04', reason: 'x', approvedBy: 'y' }),
      409,
      'task.no_due',
    )
  })

  await t.test('targets are measured with a report; the latest value decides whether one is met', async () => {
    const target = { baseline: null, scope: null, byWhen: null, max: null, unit: '%', measure: 'hồ sơ trực tuyến' }
    const id = await fresh('2021-12-31', {
      targets: [
        { ...target, literal: 'đạt ít nhất 80%', comparator: '>=', value: 80 },
        { ...target, literal: '10–15%', comparator: 'range', value: 10, max: 15 },
      ],
    })
    await done(finance, id, 'receive')
    const [first] = (await see(id)).targets
    assert.equal(first!.isMet, null)
    const report = (measurements: unknown) => ({ percent: 50, body: 'Đo kỳ 1', measurements })
    await refused(
      act(finance, id, 'progress', report([{ targetId: first!.id, value: 70, measuredOn: '2021-03-01' }])),
      400,
      'task.measured_in_future',
      'measurements.0.measuredOn',
    )
    await refused(
      act(finance, id, 'progress', report([{ targetId: 987_654, value: 70 }])),
      400,
      'task.no_such_target',
      'measurements.0.targetId',
    )
    await refused(
      act(finance, id, 'progress', report([{ targetId: first!.id, value: 1e32 }])),
      400,
      'task.too_many_digits',
      'measurements.0.value',
    )
    assert.equal((await see(id)).progress.length, 0)
    await done(finance, id, 'progress', report([{ targetId: first!.id, value: 70, measuredOn: '2021-02-01' }]))
    assert.equal((await see(id)).targets[0]!.isMet, false)
    await done(finance, id, 'progress', report([{ targetId: first!.id, value: 82.5 }]))
    const measured = (await see(id)).targets[0]!
    assert.deepEqual([measured.isMet, measured.measurements.map(({ value }) => value)], [true, [82.5, 70]])
  })

  await t.test('bad input is refused at its field', async () => {
    const id = await fresh()
    const { status, body } = await act(finance, id, 'progress', { percent: 101, body: '' })
    assert.equal(status, 400)
    const paths = (body as { fields: { path: string }[] }).fields.map(({ path }) => path)
    assert.deepEqual(paths.sort(), ['body', 'percent'])
    assert.equal((await act(finance, id, 'progress', { percent: 10, body: ' \n ' })).status, 400)
    assert.equal((await follow.send('GET', '/api/tasks?standing=overdue')).status, 400)
    for (const query of ['asOf=0001-01-01', 'knownOn=0000-01-01', 'from=0000-05-05', 'month=0001-01']) {
      assert.equal((await follow.send('GET', `/api/tasks?${query}`)).status, 400, query)
      assert.equal((await follow.send('GET', `/api/statistics?${query}`)).status, 400, query)
    }
    assert.equal((await follow.send('GET', '/api/tasks?asOf=2021-02-30')).status, 400)
  })
})
