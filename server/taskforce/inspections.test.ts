import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { linesOf } from '../notifications/notifications.fixture.ts'
import { aTask } from '../tasks/task.fixture.ts'
import { changedOnce } from '../test/once.ts'
import type { FindingList, InspectionList, TaskTrace } from './inspection-shapes.ts'
import {
  A_CAUSE,
  A_FINDING,
  base,
  codeOf,
  concluded,
  decided,
  fieldOf,
  forceWorld,
  held,
  inspectionOf,
} from './taskforce.fixture.ts'

test('an inspection from decision to conclusion, with both sides', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, officer, stranger, agencies, act } = world
  const [one, two] = await world.give(
    aTask('II.1', agencies.finance, '2021-02-15'),
    aTask('II.2', agencies.finance, '2021-06-30'),
  )
  const id = await decided(world, [one!, two!])
  const url = `${base}/inspections/${id}`

  // The scope is frozen: what happens to a task is seen beside it, and changes nothing of the list.
  await act(officer, one!, 'receive', 1)
  const after = await inspectionOf(world, keeper, id)
  const frozen = after.scope.find(({ taskId }) => taskId === one)!
  assert.deepEqual([frozen.version, frozen.state, frozen.now.state, frozen.now.version], [1, 'assigned', 'received', 2])
  await assert.rejects(
    sql`update taskforce.inspection_task set state = 'confirmed' where inspection_id = ${id}`.execute(world.db),
    /never changed/,
  )

  // Asked, explained by issue: with the last issue the explanation is complete.
  await changedOnce(keeper, 'POST', `${url}/request`, {
    ifMatch: 2,
    body: {
      explainBy: '2021-03-10',
      issues: [{ words: 'Vì sao chậm?', papers: 'Báo cáo' }, { words: 'Ai chịu trách nhiệm?' }],
    },
  })
  const asked = await inspectionOf(world, officer, id)
  assert.deepEqual([asked.state, asked.may], ['waiting', ['explain']])
  const explanation = JSON.stringify({ words: 'Do thiếu người.', signer: 'Thứ trưởng Mẫu', on: '2021-03-01' })
  await ok(officer, 'POST', `${url}/issues/${asked.issues[0]!.id}/explanations`, { explanation })
  assert.equal((await inspectionOf(world, officer, id)).state, 'waiting')
  await ok(officer, 'POST', `${url}/issues/${asked.issues[1]!.id}/explanations`, { explanation })
  assert.equal((await inspectionOf(world, officer, id)).state, 'explained')
  const notOurs = await stranger.send('POST', `${url}/issues/${asked.issues[1]!.id}/explanations`, {
    body: { explanation },
  })
  assert.deepEqual(codeOf(notOurs), [404, 'inspection.not_found'])

  // Minutes: signed by both sides, and never changed after the first signature.
  const minutes = {
    heldOn: '2021-03-01',
    place: 'Trụ sở Bộ',
    officeSide: 'Đoàn',
    agencySide: 'Bộ',
    words: 'Hai bên thống nhất.',
  }
  let { version } = await inspectionOf(world, keeper, id)
  assert.deepEqual(codeOf(await head.send('POST', `${url}/minutes/sign`, { ifMatch: version })), [409, 'minutes.none'])
  await ok(keeper, 'PUT', `${url}/minutes`, minutes, version)
  await ok(keeper, 'PUT', `${url}/minutes`, { ...minutes, words: 'Hai bên cùng thống nhất.' }, version + 1)
  version += 2
  assert.deepEqual(codeOf(await keeper.send('POST', `${url}/minutes/sign`, { ifMatch: version })), [
    403,
    'minutes.not_a_side',
  ])
  await ok(head, 'POST', `${url}/minutes/sign`, undefined, version)
  assert.deepEqual(codeOf(await keeper.send('PUT', `${url}/minutes`, { ifMatch: version + 1, body: minutes })), [
    409,
    'minutes.stay',
  ])
  assert.equal((await inspectionOf(world, officer, id)).may.includes('signMinutes'), true)
  await ok(officer, 'POST', `${url}/minutes/sign`, undefined, version + 1)
  const done = await inspectionOf(world, officer, id)
  assert.deepEqual(
    [done.state, done.minutes!.officeSigner, done.minutes!.agencySigner],
    ['held', 'Lê Tổ Trưởng', 'Phạm Cán Bộ'],
  )

  // A draft is nothing to the agency; sent, it is answered before the conclusion.
  const made = await ok<{ id: number }>(keeper, 'POST', `${url}/findings`, {
    ...A_FINDING,
    taskId: one,
    issueId: asked.issues[0]!.id,
  })
  assert.deepEqual((await inspectionOf(world, officer, id)).findingList, [])
  const draft = await officer.send('POST', `${base}/findings/${made.id}/answer`, {
    ifMatch: 1,
    body: { words: 'x', agrees: true },
  })
  assert.deepEqual(codeOf(draft), [404, 'finding.not_found'])
  const early = await head.send('POST', `${url}/conclude`, {
    ifMatch: version + 2,
    body: { conclusion: '12/KL', on: '2021-03-01', words: 'Kết luận' },
  })
  assert.deepEqual(codeOf(early), [409, 'inspection.findings_unanswered'])
  await ok(keeper, 'POST', `${url}/send-findings`, {}, version + 2)
  const sent = await inspectionOf(world, officer, id)
  assert.deepEqual([sent.state, sent.answerBy, sent.findingList[0]!.may], ['findingsSent', '2021-03-08', ['answer']])
  await changedOnce(officer, 'POST', `${base}/findings/${made.id}/answer`, {
    ifMatch: 2,
    body: { words: 'Bộ nhận thiếu sót.', agrees: true },
  })
  assert.equal((await inspectionOf(world, keeper, id)).state, 'answered')

  // Without a coded cause it cannot be concluded (Quyết định 42/2014: nature, degree, cause, responsibility).
  version = (await inspectionOf(world, keeper, id)).version
  const conclusion = { conclusion: '12/KL-MẪU', on: '2021-03-01', words: 'Còn một thiếu sót.' }
  const causeless = await head.send('POST', `${url}/conclude`, { ifMatch: version, body: conclusion })
  assert.deepEqual(codeOf(causeless), [409, 'inspection.cause_missing'])
  await ok(keeper, 'POST', `${base}/findings/${made.id}/cause`, A_CAUSE, 3)
  assert.deepEqual(codeOf(await keeper.send('POST', `${url}/conclude`, { ifMatch: version, body: conclusion })), [
    403,
    'inspection.may_not_lead',
  ])
  await ok(head, 'POST', `${url}/conclude`, conclusion, version)
  const end = await inspectionOf(world, officer, id)
  assert.deepEqual(
    [end.state, end.conclusion, end.findingList[0]!.state, end.findingList[0]!.answer, end.may],
    ['concluded', '12/KL-MẪU', 'open', 'Bộ nhận thiếu sót.', []],
  )
  assert.deepEqual(end.findingList[0]!.may, ['plan', 'claim'])
  const told = (await linesOf(officer)).map(({ event }) => event)
  for (const event of [
    'inspection.decided',
    'inspection.requested',
    'inspection.findingsSent',
    'inspection.concluded',
  ]) {
    assert.ok(told.includes(event), event)
  }
  assert.ok((await linesOf(keeper)).some(({ event }) => event === 'finding.answered'))
  assert.deepEqual(await linesOf(stranger), [])
})

test('a remedy is claimed, refused on the spot, claimed again and confirmed; a repeated finding is linked', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies } = world
  const [task] = await world.give(aTask('II.1', agencies.finance, '2021-02-15'))
  const first = await decided(world, [task!])
  await held(world, first)
  const findingId = await concluded(world, first, { taskId: task })
  const url = `${base}/findings/${findingId}`
  const versionOf = async () => (await inspectionOf(world, keeper, first)).findingList[0]!.version
  const past = await officer.send('POST', `${url}/plan`, {
    ifMatch: await versionOf(),
    body: { words: 'Sẽ làm', remedyBy: '2021-02-01' },
  })
  assert.deepEqual([...codeOf(past), fieldOf(past)], [400, 'finding.remedy_in_past', 'remedyBy'])
  await ok(officer, 'POST', `${url}/plan`, { words: 'Bổ sung người', remedyBy: '2021-04-30' }, await versionOf())
  const claim = { words: 'Đã khắc phục', document: '15/BC-MẪU', on: '2021-03-01' }
  await ok(officer, 'POST', `${url}/claim`, claim, await versionOf())
  const judged = { words: 'Tại chỗ chưa có sản phẩm', seen: 'onSpot', on: '2021-03-01' }
  const own = await officer.send('POST', `${url}/confirm`, { ifMatch: await versionOf(), body: judged })
  assert.deepEqual(codeOf(own), [403, 'taskforce.may_not_keep'])
  await ok(keeper, 'POST', `${url}/refuse`, judged, await versionOf())
  const open = await ok<FindingList>(keeper, 'GET', `${base}/findings?isOpen=true&agencyId=${agencies.finance}`)
  assert.deepEqual(
    open.rows.map(({ id, state }) => [id, state]),
    [[findingId, 'open']],
  )
  await ok(officer, 'POST', `${url}/claim`, claim, await versionOf())
  await ok(
    keeper,
    'POST',
    `${url}/confirm`,
    { words: 'Đủ hồ sơ', seen: 'onPaper', on: '2021-03-01' },
    await versionOf(),
  )
  const { findingList } = await inspectionOf(world, officer, first)
  assert.deepEqual(
    findingList[0]!.steps.map(({ act, seen }) => [act, seen]),
    [
      ['plan', null],
      ['claim', null],
      ['refuse', 'onSpot'],
      ['claim', null],
      ['confirm', 'onPaper'],
    ],
  )

  const second = await decided(world, [task!], { decision: '198/QĐ-MẪU' })
  await held(world, second)
  const ownOne = await keeper.send('POST', `${base}/inspections/${second}/findings`, {
    body: { ...A_FINDING, repeatsId: 987654 },
  })
  assert.deepEqual([...codeOf(ownOne), fieldOf(ownOne)], [400, 'finding.repeats_unknown', 'repeatsId'])
  // Another body did not repeat it.
  const { agencyId: health } = world.stranger.actor
  const others = await keeper.send('POST', `${base}/inspections/${second}/findings`, {
    body: { ...A_FINDING, responsibleId: health, repeatsId: findingId },
  })
  assert.deepEqual([...codeOf(others), fieldOf(others)], [400, 'finding.repeats_unknown', 'repeatsId'])
  await concluded(world, second, { repeatsId: findingId })
  const again = await inspectionOf(world, officer, second)
  assert.deepEqual(again.findingList[0]!.repeats?.id, findingId)
  assert.equal((await inspectionOf(world, officer, first)).findingList[0]!.isRepeated, true)
})

test('an agency that says nothing is concluded after its day; a finding that is refuted is dropped with the reason', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, officer, agencies } = world
  const [task] = await world.give(aTask('II.1', agencies.finance, '2021-02-15'))
  const id = await decided(world, [task!])
  await held(world, id)
  const url = `${base}/inspections/${id}`
  const [kept, refuted] = [
    await ok<{ id: number }>(keeper, 'POST', `${url}/findings`, { ...A_FINDING, ...A_CAUSE }),
    await ok<{ id: number }>(keeper, 'POST', `${url}/findings`, { ...A_FINDING, fact: 'Việc khác' }),
  ]
  const version = async () => (await inspectionOf(world, keeper, id)).version
  await ok(keeper, 'POST', `${url}/send-findings`, { answerBy: '2021-03-05' }, await version())
  await ok(officer, 'POST', `${base}/findings/${refuted.id}/answer`, { words: 'Không đúng', agrees: false }, 2)
  await ok(keeper, 'POST', `${base}/findings/${refuted.id}/drop`, { reason: 'Cơ quan có đủ hồ sơ' }, 3)
  const conclusion = { conclusion: '13/KL-MẪU', on: '2021-03-05', words: 'Kết luận' }
  world.clock.set('2021-03-05')
  const early = await head.send('POST', `${url}/conclude`, { ifMatch: await version(), body: conclusion })
  assert.deepEqual(codeOf(early), [409, 'inspection.findings_unanswered'])
  world.clock.set('2021-03-06')
  await ok(head, 'POST', `${url}/conclude`, conclusion, await version())
  const end = await inspectionOf(world, officer, id)
  assert.deepEqual(
    end.findingList.map(({ id: one, state, answer }) => [one, state, answer]),
    [
      [kept.id, 'open', null],
      [refuted.id, 'dropped', 'Không đúng'],
    ],
  )
})

test('who sees an inspection: not the agency before the decision, nor an unannounced one; a delegate only theirs', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, stranger, agencies } = world
  const auditor = await world.as('auditor')
  const [task] = await world.give(aTask('II.1', agencies.finance, '2021-02-15'))
  const delegate = await world.as('officer', { agency: 'bo-noi-vu', name: 'Người Đi Cùng' })
  const planned = await ok<{ id: number }>(keeper, 'POST', `${base}/inspections`, {
    taskForceId: world.forceId,
    agencyId: agencies.finance,
    title: 'Kiểm tra đột xuất (MẪU)',
    form: 'unannounced',
    fromOn: '2021-03-15',
    toOn: '2021-03-15',
  })
  const unannounced = await decided(world, [task!], { form: 'unannounced', delegate, decision: '199/QĐ-MẪU' })
  for (const who of [officer, stranger]) {
    const list = await ok<InspectionList>(who, 'GET', `${base}/inspections`)
    assert.deepEqual([list.rows, list.mayAdd], [[], false])
    for (const id of [planned.id, unannounced]) {
      assert.deepEqual(codeOf(await who.send('GET', `${base}/inspections/${id}`)), [404, 'inspection.not_found'])
    }
  }
  assert.ok(!(await linesOf(officer)).some(({ event }) => event.startsWith('inspection.')))
  assert.ok((await linesOf(delegate)).some(({ event }) => event === 'inspection.decided'))
  assert.deepEqual((await inspectionOf(world, auditor, planned.id)).may, [])
  const own = await inspectionOf(world, delegate, unannounced)
  assert.deepEqual([own.state, own.may], ['announced', ['request', 'writeMinutes', 'mark']])
  assert.deepEqual(codeOf(await delegate.send('GET', `${base}/inspections/${planned.id}`)), [
    404,
    'inspection.not_found',
  ])
  const minutes = { heldOn: '2021-03-01', place: 'Trụ sở', officeSide: 'Đoàn', agencySide: 'Bộ', words: 'Nội dung' }
  await ok(delegate, 'PUT', `${base}/inspections/${unannounced}/minutes`, minutes, 2)
  assert.equal((await inspectionOf(world, officer, unannounced)).state, 'announced')
})

test('marks of truth on a task: by the delegation in scope, by the office on any', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, stranger, agencies, act } = world
  const delegate = await world.as('officer', { agency: 'bo-tai-chinh', name: 'Người Đi Cùng' })
  const [task, other] = await world.give(
    aTask('II.1', agencies.finance, '2021-02-15'),
    aTask('II.2', agencies.finance, '2021-06-30'),
  )
  await act(officer, task!, 'receive', 1)
  await act(officer, task!, 'done', 2, { completedOn: '2021-02-27', body: 'Đã trình.' })
  const id = await decided(world, [task!], { delegate })
  const mark = { seen: 'onSpot', isTrue: false, words: 'Chưa có sản phẩm', on: '2021-03-01', inspectionId: id }
  const url = (of: number) => `${base}/tasks/${of}/marks`
  assert.deepEqual(codeOf(await officer.send('POST', url(task!), { body: mark })), [403, 'truth_mark.not_allowed'])
  assert.deepEqual(codeOf(await stranger.send('POST', url(task!), { body: mark })), [404, 'task.not_found'])
  const outside = await delegate.send('POST', url(other!), { body: mark })
  assert.deepEqual([...codeOf(outside), fieldOf(outside)], [400, 'truth_mark.out_of_scope', 'inspectionId'])
  await ok(delegate, 'POST', url(task!), mark)
  await ok(keeper, 'POST', url(task!), { seen: 'onPaper', isTrue: true, words: 'Có văn bản', on: '2021-03-01' })
  const trace = await ok<TaskTrace>(keeper, 'GET', `${base}/tasks/${task}`)
  assert.deepEqual(
    [
      trace.claimedOn,
      trace.completedOn,
      trace.marks.map(({ seen, isTrue }) => [seen, isTrue]),
      trace.inspections.length,
    ],
    [
      '2021-02-27',
      null,
      [
        ['onSpot', false],
        ['onPaper', true],
      ],
      1,
    ],
  )
  // What the delegation saw the agency reads once its findings are sent.
  const seenByAgency = await ok<TaskTrace>(officer, 'GET', `${base}/tasks/${task}`)
  assert.deepEqual([seenByAgency.marks.map(({ seen }) => seen), seenByAgency.mayMark], [['onPaper'], false])
  assert.deepEqual(codeOf(await stranger.send('GET', `${base}/tasks/${task}`)), [404, 'task.not_found'])
})

test('bad input of a decision is named, and nothing is half made', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, agencies } = world
  const [task, foreign] = await world.give(
    aTask('II.1', agencies.finance, '2021-02-15'),
    aTask('II.2', agencies.home, '2021-06-30'),
  )
  const { id } = await ok<{ id: number }>(keeper, 'POST', `${base}/inspections`, {
    taskForceId: world.forceId,
    agencyId: agencies.finance,
    title: 'Kiểm tra (MẪU)',
    form: 'onSite',
    fromOn: '2021-03-15',
    toOn: '2021-03-16',
  })
  const body = {
    decision: '1/QĐ',
    decidedOn: '2021-03-01',
    taskIds: [task, foreign],
    delegation: [{ fullName: 'Ông A', office: 'Vụ trưởng', role: 'head' }],
  }
  const url = `${base}/inspections/${id}/decide`
  const answers = [
    await head.send('POST', url, { ifMatch: 1, body }),
    await head.send('POST', url, { ifMatch: 1, body: { ...body, taskIds: [task], decidedOn: '2021-03-02' } }),
    await head.send('POST', url, {
      ifMatch: 1,
      body: { ...body, taskIds: [task], delegation: [{ ...body.delegation[0], role: 'member' }] },
    }),
    await head.send('POST', url, {
      ifMatch: 1,
      body: { ...body, taskIds: [task], delegation: [body.delegation[0], body.delegation[0]] },
    }),
    await keeper.send('POST', url, { ifMatch: 1, body }),
    await head.send('POST', url, { ifMatch: 9, body }),
  ]
  assert.deepEqual(
    answers.map((answer) => [...codeOf(answer), fieldOf(answer)]),
    [
      [400, 'inspection.task_of_other_agency', 'taskIds'],
      [400, 'taskforce.in_future', 'decidedOn'],
      [400, 'inspection.no_head', 'delegation'],
      [409, 'inspection.two_heads', undefined],
      [403, 'inspection.may_not_lead', undefined],
      [409, 'request.stale', undefined],
    ],
  )
  const still = await inspectionOf(world, keeper, id)
  assert.deepEqual([still.state, still.version, still.scope, still.delegation], ['planned', 1, [], []])
  await ok(head, 'POST', `${base}/inspections/${id}/stop`, { reason: 'Đổi kế hoạch' }, 1)
  assert.deepEqual(codeOf(await head.send('POST', url, { ifMatch: 2, body: { ...body, taskIds: [task] } })), [
    409,
    'inspection.wrong_state',
  ])
})

test('one decision inspects several bodies, each concluded under a number of its own', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, agencies } = world
  const health = await world.agency('bo-y-te')
  const [task, ofHealth] = await world.give(
    aTask('II.1', agencies.finance, '2021-02-15'),
    aTask('II.2', health, '2021-02-15'),
  )
  const plan = async (agencyId: number, form = 'onSite') =>
    (
      await ok<{ id: number }>(keeper, 'POST', `${base}/inspections`, {
        taskForceId: world.forceId,
        agencyId,
        title: 'Kiểm tra việc thực hiện nhiệm vụ (MẪU)',
        form,
        fromOn: '2021-03-15',
        toOn: '2021-03-16',
      })
    ).id
  const first = await plan(agencies.finance)
  const second = await plan(health)
  const hidden = await plan(health, 'unannounced')
  const [ownTwin, otherTwin] = [await plan(agencies.finance), await plan(health)]
  const body = {
    decision: '182/QĐ-MẪU',
    decidedOn: '2021-03-01',
    taskIds: [task],
    delegation: [{ fullName: 'Ông Trưởng Đoàn', office: 'Phó Chủ nhiệm', role: 'head' }],
  }
  const decide = (id: number, change: object) =>
    head.send('POST', `${base}/inspections/${id}/decide`, { ifMatch: 1, body: { ...body, ...change } })
  const also = { id: second, version: 1, taskIds: [ofHealth] }
  const refused = [
    await decide(first, { also: [{ ...also, id: first }] }),
    await decide(first, { also: [{ ...also, id: hidden }] }),
    await decide(first, { also: [{ ...also, id: ownTwin, taskIds: [task] }] }),
    await decide(first, { also: [also, { ...also, id: otherTwin }] }),
    await decide(first, { also: [{ ...also, taskIds: [task] }] }),
    await decide(first, { also: [{ ...also, version: 2 }] }),
    await decide(first, { also: [{ ...also, id: 987654 }] }),
  ]
  assert.deepEqual(
    refused.map((answer) => [...codeOf(answer), fieldOf(answer)]),
    [
      [400, 'inspection.also_twice', 'also.0.id'],
      [400, 'inspection.also_unannounced', 'also.0.id'],
      [400, 'inspection.also_same_body', 'also.0.id'],
      [400, 'inspection.also_same_body', 'also.1.id'],
      [400, 'inspection.task_of_other_agency', 'also.0.taskIds'],
      [409, 'request.stale', undefined],
      [404, 'inspection.not_found', undefined],
    ],
  )
  for (const id of [first, second]) {
    const { state, version, papers } = await inspectionOf(world, keeper, id)
    assert.deepEqual([state, version, papers], ['planned', 1, []], 'all or none')
  }
  const done = await decide(first, { also: [also] })
  assert.equal(done.status, 200, JSON.stringify(done.body))
  const [one, other] = [await inspectionOf(world, keeper, first), await inspectionOf(world, keeper, second)]
  for (const { state, decision, delegation, papers } of [one, other]) {
    assert.deepEqual([state, decision, delegation.length, papers.length], ['announced', '182/QĐ-MẪU', 1, 1])
  }
  assert.deepEqual(
    [one.scope.map(({ taskId }) => taskId), other.scope.map(({ taskId }) => taskId)],
    [[task], [ofHealth]],
  )
  assert.deepEqual([one.together.map(({ id }) => id), other.together.map(({ id }) => id)], [[second], [first]])
  // Another body's inspection is not one to open.
  assert.deepEqual((await inspectionOf(world, world.officer, first)).together, [])

  // The number belongs to that decision, however it is typed and whatever the day; in another year it is free.
  const later = await plan(health)
  for (const decision of ['182/QĐ-MẪU', ' 0182/qđ-mẫu ', '182 / QĐ-MẪU']) {
    const again = await decide(later, { decision, decidedOn: '2021-02-26', taskIds: [ofHealth] })
    assert.deepEqual(codeOf(again), [409, 'inspection.decision_number_used'])
    assert.match((again.body as { detail: string }).detail, /Bộ Tài chính, Bộ Y tế ngày 01\/03\/2021/)
  }
  const insert = (on: string) =>
    sql`insert into taskforce.decision (task_force_id, number, decided_on, recorded_at, recorded_by)
      values (${world.forceId}, '182/QĐ-MẪU', ${on}, now(), 'x')`.execute(world.db)
  await assert.rejects(insert('2021-12-31'), /decision_number_once/)
  await insert('2022-01-04')

  const conclude = async (id: number, conclusion: string) => {
    const minutes = { heldOn: '2021-03-01', place: 'Bộ', officeSide: 'Đoàn', agencySide: 'Bộ', words: 'Nội dung' }
    const { state, version } = await inspectionOf(world, keeper, id)
    if (state === 'announced') {
      await ok(keeper, 'PUT', `${base}/inspections/${id}/minutes`, minutes, version)
      const side = id === first ? world.officer : world.stranger
      await ok(head, 'POST', `${base}/inspections/${id}/minutes/sign`, undefined, version + 1)
      await ok(side, 'POST', `${base}/inspections/${id}/minutes/sign`, undefined, version + 2)
    }
    return head.send('POST', `${base}/inspections/${id}/conclude`, {
      ifMatch: (await inspectionOf(world, keeper, id)).version,
      body: { conclusion, on: '2021-03-01', words: 'Kết luận' },
    })
  }
  assert.equal((await conclude(first, '1/KL-MẪU')).status, 200)
  assert.deepEqual(codeOf(await conclude(second, ' 1/KL-MẪU ')), [409, 'inspection.conclusion_known'])
  assert.equal((await conclude(second, '2/KL-MẪU')).status, 200)
})

test('two inspections of one decision stay together when one is put off, until it is decided anew; then both pages say what was', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, agencies } = world
  const health = await world.agency('bo-y-te')
  const [task, ofHealth] = await world.give(
    aTask('II.1', agencies.finance, '2021-02-15'),
    aTask('II.2', health, '2021-02-15'),
  )
  const plan = async (agencyId: number) => {
    const planned = { title: 'Kiểm tra (MẪU)', form: 'onSite', fromOn: '2021-03-15', toOn: '2021-03-16' }
    const body = { ...planned, taskForceId: world.forceId, agencyId }
    return (await ok<{ id: number }>(keeper, 'POST', `${base}/inspections`, body)).id
  }
  const [first, second] = [await plan(agencies.finance), await plan(health)]
  const together = async () => {
    const found = [await inspectionOf(world, keeper, first), await inspectionOf(world, keeper, second)]
    return found.map((one) =>
      one.together.map(({ id, decision, isNow, postponedOn, later }) => [id, decision, isNow, postponedOn, later]),
    )
  }
  const decision = {
    decidedOn: '2021-03-01',
    delegation: [{ fullName: 'Ông Trưởng Đoàn', office: 'Phó Chủ nhiệm', role: 'head' }],
  }
  const also = [{ id: second, version: 1, taskIds: [ofHealth] }]
  const both = { ...decision, decision: '77/QĐ-MẪU', taskIds: [task], also }
  await ok(head, 'POST', `${base}/inspections/${first}/decide`, both, 1)
  const joint = '77/QĐ-MẪU'
  assert.deepEqual(await together(), [[[second, joint, true, null, null]], [[first, joint, true, null, null]]])
  await ok(head, 'POST', `${base}/inspections/${second}/postpone`, { reason: 'Lùi theo đề nghị' }, 2)
  assert.deepEqual(await together(), [[[second, joint, true, '2021-03-01', null]], [[first, joint, true, null, null]]])
  const alone = { ...decision, decision: '90/QĐ-MẪU', taskIds: [ofHealth] }
  await ok(head, 'POST', `${base}/inspections/${second}/decide`, alone, 3)
  const later = { decision: '90/QĐ-MẪU', decidedOn: '2021-03-01' }
  assert.deepEqual(await together(), [
    [[second, joint, false, '2021-03-01', later]],
    [[first, joint, false, null, null]],
  ])
})

test('decided again after a postponement: list and delegation are frozen anew, and the first decision stays', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, officer, agencies, act } = world
  const [one, two, three] = await world.give(
    aTask('II.1', agencies.finance, '2021-02-15'),
    aTask('II.2', agencies.finance, '2021-06-30'),
    aTask('II.3', agencies.finance, '2021-07-31'),
  )
  const delegate = await world.as('officer', { agency: 'bo-noi-vu', name: 'Người Đi Cùng' })
  const id = await decided(world, [one!, two!], { delegate })
  const url = `${base}/inspections/${id}`
  const minutes = { heldOn: '2021-03-01', place: 'Bộ', officeSide: 'Đoàn', agencySide: 'Bộ', words: 'Nội dung' }
  await ok(keeper, 'PUT', `${url}/minutes`, minutes, 2)
  await ok(head, 'POST', `${url}/postpone`, { reason: 'Lùi theo đề nghị' }, 3)
  await act(officer, two!, 'receive', 1)
  world.clock.set('2021-03-10')
  const again = {
    decision: '190/QĐ-MẪU',
    decidedOn: '2021-03-09',
    taskIds: [two, three],
    delegation: [{ fullName: 'Bà Trưởng Đoàn Mới', office: 'Vụ trưởng', role: 'head' }],
  }
  const early = await head.send('POST', `${url}/decide`, { ifMatch: 4, body: { ...again, decidedOn: '2021-02-28' } })
  assert.deepEqual([...codeOf(early), fieldOf(early)], [400, 'taskforce.before_cause', 'decidedOn'])
  const same = await head.send('POST', `${url}/decide`, {
    ifMatch: 4,
    body: { ...again, decision: '182/QĐ-MẪU' },
  })
  assert.deepEqual(codeOf(same), [409, 'inspection.decision_number_used'])
  await ok(head, 'POST', `${url}/decide`, again, 4)
  const now = await inspectionOf(world, officer, id)
  assert.deepEqual(
    [now.decision, now.decidedOn, now.scope.map(({ taskId, version }) => [taskId, version])],
    [
      '190/QĐ-MẪU',
      '2021-03-09',
      [
        [two, 2],
        [three, 1],
      ],
    ],
  )
  assert.deepEqual(
    now.delegation.map(({ fullName }) => fullName),
    ['Bà Trưởng Đoàn Mới'],
  )
  assert.deepEqual(
    now.formerDecisions.map((former) => [
      former.decision,
      former.decidedOn,
      former.postponedOn,
      former.reason,
      former.scope.map(({ taskId, version }) => [taskId, version]),
      former.delegation.map(({ fullName }) => fullName),
    ]),
    [
      [
        '182/QĐ-MẪU',
        '2021-03-01',
        '2021-03-01',
        'Lùi theo đề nghị',
        [
          [one, 1],
          [two, 1],
        ],
        ['Ông Trưởng Đoàn', 'Người Đi Cùng'],
      ],
    ],
  )
  // Who was on the first delegation is not on the second, and what was in its scope is out of it.
  assert.deepEqual(codeOf(await delegate.send('GET', url)), [404, 'inspection.not_found'])
  const mark = { seen: 'onSpot', isTrue: true, words: 'x', on: '2021-03-10', inspectionId: id }
  assert.deepEqual(codeOf(await keeper.send('POST', `${base}/tasks/${one}/marks`, { body: mark })), [
    400,
    'truth_mark.out_of_scope',
  ])
  const stale = await head.send('POST', `${url}/minutes/sign`, { ifMatch: 5 })
  assert.deepEqual(codeOf(stale), [409, 'minutes.before_decision'])
  await ok(keeper, 'PUT', `${url}/minutes`, { ...minutes, heldOn: '2021-03-10' }, 5)
  await ok(head, 'POST', `${url}/minutes/sign`, undefined, 6)
  await ok(officer, 'POST', `${url}/minutes/sign`, undefined, 7)
  const outside = await keeper.send('POST', `${url}/findings`, { body: { ...A_FINDING, taskId: one } })
  assert.deepEqual(codeOf(outside), [400, 'finding.task_out_of_scope'])
  await concluded(world, id, { taskId: three })
  await assert.rejects(
    sql`update taskforce.inspection_decision set reason = 'x' where inspection_id = ${id} and decision_no = 1`.execute(
      world.db,
    ),
    /never changed/,
  )
})

test('a finding of another body: that body sees it and what it needs, answers, plans and claims; the inspected one does not', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, officer, stranger, agencies } = world
  const third = await world.as('officer', { agency: 'bo-noi-vu', name: 'Cán Bộ Thứ Ba' })
  const [task] = await world.give(aTask('II.1', agencies.finance, '2021-02-15'))
  const id = await decided(world, [task!])
  await held(world, id)
  const url = `${base}/inspections/${id}`
  const version = async () => (await inspectionOf(world, keeper, id)).version
  const nobody = await keeper.send('POST', `${url}/findings`, { body: { ...A_FINDING, responsibleId: 987654 } })
  assert.deepEqual([...codeOf(nobody), fieldOf(nobody)], [400, 'taskforce.agency_absent', 'responsibleId'])
  const health = stranger.actor.agencyId
  const mine = await ok<{ id: number }>(keeper, 'POST', `${url}/findings`, { ...A_FINDING, ...A_CAUSE })
  const theirs = await ok<{ id: number }>(keeper, 'POST', `${url}/findings`, {
    ...A_FINDING,
    ...A_CAUSE,
    fact: 'Bộ khác chậm phối hợp',
    taskId: task,
    responsibleId: health,
  })
  assert.deepEqual(codeOf(await stranger.send('GET', url)), [404, 'inspection.not_found'])
  await ok(keeper, 'POST', `${url}/send-findings`, {}, await version())
  assert.ok((await linesOf(stranger)).some(({ event }) => event === 'inspection.findingsSent'))
  assert.ok(!(await linesOf(third)).some(({ event }) => event.startsWith('inspection.')))
  assert.deepEqual(codeOf(await third.send('GET', url)), [404, 'inspection.not_found'])

  const part = await inspectionOf(world, stranger, id)
  assert.deepEqual(
    [part.isWhole, part.title, part.decision, part.findings, part.scope, part.issues, part.minutes, part.may],
    [false, 'Kiểm tra việc thực hiện nhiệm vụ (MẪU)', '182/QĐ-MẪU', 1, [], [], null, []],
  )
  assert.deepEqual(
    part.findingList.map((row) => [row.id, row.task, row.may]),
    [[theirs.id, null, ['answer']]],
  )
  const whole = await inspectionOf(world, officer, id)
  assert.deepEqual(
    whole.findingList.map((row) => [row.id, row.may]),
    [
      [mine.id, ['answer']],
      [theirs.id, []],
    ],
  )
  for (const who of [officer, stranger]) {
    const own = await ok<FindingList>(who, 'GET', `${base}/findings?toAnswer=true`)
    assert.deepEqual(
      own.rows.map((row) => row.id),
      [who === officer ? mine.id : theirs.id],
    )
    const landing = await ok<{ rows: { name: string; count: number }[] }>(who, 'GET', '/api/landing')
    assert.equal(landing.rows.find(({ name }) => name === 'taskforce.toAnswerFindings')?.count, 1)
  }
  assert.deepEqual(
    (await ok<InspectionList>(stranger, 'GET', `${base}/inspections`)).rows.map((row) => [row.id, row.findings]),
    [[id, 1]],
  )
  const answer = { words: 'Bộ tiếp thu.', agrees: true }
  const at = (finding: number, act: string) => `${base}/findings/${finding}/${act}`
  assert.deepEqual(codeOf(await officer.send('POST', at(theirs.id, 'answer'), { ifMatch: 2, body: answer })), [
    403,
    'taskforce.not_your_agency',
  ])
  assert.deepEqual(codeOf(await stranger.send('POST', at(mine.id, 'answer'), { ifMatch: 2, body: answer })), [
    404,
    'finding.not_found',
  ])
  const explanation = JSON.stringify({ words: 'x', signer: 'x', on: '2021-03-01' })
  const notAsked = `${url}/issues/${whole.issues[0]!.id}/explanations`
  assert.deepEqual(codeOf(await stranger.send('POST', notAsked, { body: { explanation } })), [
    404,
    'inspection.not_found',
  ])
  await ok(officer, 'POST', at(mine.id, 'answer'), answer, 2)
  assert.equal((await inspectionOf(world, keeper, id)).state, 'findingsSent')
  await ok(stranger, 'POST', at(theirs.id, 'answer'), answer, 2)
  assert.equal((await inspectionOf(world, keeper, id)).state, 'answered')
  const conclusion = { conclusion: '14/KL-MẪU', on: '2021-03-01', words: 'Hai thiếu sót.' }
  await ok(head, 'POST', `${url}/conclude`, conclusion, await version())
  assert.ok((await linesOf(stranger)).some(({ event }) => event === 'inspection.concluded'))
  const after = await inspectionOf(world, stranger, id)
  assert.deepEqual(
    [after.conclusion, after.concludedOn, after.concludedBy, after.conclusionWords, after.findingList[0]!.may],
    ['14/KL-MẪU', '2021-03-01', null, null, ['plan', 'claim']],
  )
  await ok(stranger, 'POST', at(theirs.id, 'plan'), { words: 'Sẽ làm', remedyBy: '2021-04-30' }, 4)
  await ok(stranger, 'POST', at(theirs.id, 'claim'), { words: 'Xong', document: '1/BC', on: '2021-03-01' }, 5)
  await ok(keeper, 'POST', at(theirs.id, 'confirm'), { words: 'Đủ', seen: 'onPaper', on: '2021-03-01' }, 6)
  assert.equal((await inspectionOf(world, stranger, id)).findingList[0]!.state, 'confirmed')
})
