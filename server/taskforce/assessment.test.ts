import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { house } from '../house.ts'
import { added, issuedProgramme, submitted } from '../programme/programme.fixture.ts'
import { aTask } from '../tasks/task.fixture.ts'
import type { Assessment, AssessmentRows } from './assess-shapes.ts'
import type { QuestionList } from './dialogue-shapes.ts'
import type { TaskForce } from './force-shapes.ts'
import type { Recommendation } from './recommendation-shapes.ts'
import { base, codeOf, concluded, decided, fieldOf, forceWorld, held, inspectionOf } from './taskforce.fixture.ts'

test('parts first, then the sum; an agency opens every row that counts against it, and no other’s', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, officer, stranger, agencies, act } = world
  const auditor = await world.as('auditor')
  const member = await world.as('taskForce', { follows: ['bo-tai-chinh'] })
  const tasks = await world.give(
    ...Array.from({ length: 11 }, (_, n) => aTask(`II.${n}`, agencies.finance, n < 2 ? '2021-02-19' : '2021-02-28')),
    aTask('III.1', agencies.home, '2021-02-15'),
  )
  for (const id of tasks.slice(2, 11)) {
    await act(officer, id, 'receive', 1)
    await act(officer, id, 'done', 2, { completedOn: '2021-02-27', body: 'Xong.' })
    await act(keeper, id, 'confirm', 3)
  }
  const inspection = await decided(world, [tasks[0]!])
  await held(world, inspection)
  await concluded(world, inspection)

  // One entry of the work programme is owed since before the period, one was submitted, one is due on the day itself.
  const programmeId = await issuedProgramme(keeper, '2021', '2021-01-04')
  const programme = { ...world, programmeId }
  const of2020 = { programmeId: await issuedProgramme(keeper, '2020', '2020-01-06'), actOn: '2020-01-06' }
  await added(programme, { ...of2020, name: 'Nghị định về giá (MẪU)', day: '2020-12-20' })
  const sent = await added(programme, { day: '2021-02-10' })
  await submitted(keeper, sent, { sentOn: '2021-02-09' })
  await added(programme, { name: 'Nghị định về thuế (MẪU)', day: '2021-03-01' })

  const all = await ok<Assessment>(keeper, 'GET', `${base}/assessment?from=2021-01-01`)
  const own = all.rows.find(({ agency }) => agency.id === agencies.finance)!
  assert.deepEqual(
    own.parts.map(({ part, numerator, denominator, printed }) => [part, numerator, denominator, printed]),
    [
      ['onTime', 9, 11, '81,8%'],
      ['lateDays', 20, 2, '10,0 ngày'],
      ['debt', 1, 2, '50,0%'],
      ['silence', 0, 0, null],
      ['answerDays', 0, 1, '0,0 ngày'],
      ['findings', 0, 1, '0,0%'],
    ],
  )
  assert.deepEqual(
    [own.rank, own.tasks, all.method.act],
    [1, 11, 'Phương pháp của phần mềm (chưa có công thức chính thức)'],
  )
  const small = all.rows.find(({ agency }) => agency.id === agencies.home)!
  assert.deepEqual([small.rank, small.tasks, small.parts[0]!.numerator], [null, 1, 0])

  // Of an agency only its own row, and every row behind it.
  const seen = await ok<Assessment>(officer, 'GET', `${base}/assessment?from=2021-01-01`)
  assert.deepEqual([seen.rows.map(({ agency }) => agency.id), seen.isOfAll, seen.may], [[agencies.finance], false, []])
  for (const part of own.parts) {
    const opened = await ok<AssessmentRows>(
      officer,
      'GET',
      `${base}/assessment/${agencies.finance}?from=2021-01-01&part=${part.part}`,
    )
    assert.deepEqual(
      [opened.numerator, opened.denominator, opened.rows.length],
      [part.numerator, part.denominator, part.denominator],
      part.part,
    )
    assert.equal(
      opened.rows.reduce((sum, row) => sum + row.counts, 0),
      part.numerator,
    )
  }
  const late = await ok<AssessmentRows>(
    officer,
    'GET',
    `${base}/assessment/${agencies.finance}?from=2021-01-01&part=lateDays`,
  )
  assert.deepEqual(
    late.rows.map(({ isAgainst, counts }) => [isAgainst, counts]),
    [
      [true, 10],
      [true, 10],
    ],
  )
  assert.deepEqual(codeOf(await stranger.send('GET', `${base}/assessment/${agencies.finance}?part=onTime`)), [
    404,
    'agency.not_found',
  ])
  for (const who of [auditor, member]) {
    assert.deepEqual(codeOf(await who.send('GET', `${base}/assessment`)), [403, 'assessment.not_yours'])
  }

  // Another method, from its day on; the old one stays for what was assessed before.
  const method = {
    fromOn: '2021-03-01',
    act: '5/QĐ-MẪU',
    leastTasks: 1,
    weights: [{ part: 'onTime', weight: 1, worstDays: null }],
  }
  const answers = [
    await head.send('POST', `${base}/assessment-methods`, { body: { ...method, fromOn: '2021-02-28' } }),
    await head.send('POST', `${base}/assessment-methods`, {
      body: { ...method, weights: [{ part: 'lateDays', weight: 1, worstDays: null }] },
    }),
    await head.send('POST', `${base}/assessment-methods`, {
      body: { ...method, weights: [...method.weights, ...method.weights] },
    }),
    await keeper.send('POST', `${base}/assessment-methods`, { body: method }),
  ]
  assert.deepEqual(
    answers.map((answer) => [...codeOf(answer), fieldOf(answer)]),
    [
      [400, 'assessment.method_in_past', 'fromOn'],
      [400, 'assessment.worst_days', 'weights.0.worstDays'],
      [400, 'assessment.part_twice', 'weights'],
      [403, 'assessment.may_not_fix', undefined],
    ],
  )
  await ok(head, 'POST', `${base}/assessment-methods`, method)
  const now = await ok<Assessment>(keeper, 'GET', `${base}/assessment?from=2021-01-01`)
  assert.deepEqual(
    now.rows.map(({ agency, rank, sum }) => [agency.id, rank, sum]),
    [
      [agencies.finance, 1, 81.8],
      [agencies.home, 2, 0],
    ],
  )
  assert.equal(
    (await ok<Assessment>(keeper, 'GET', `${base}/assessment?from=2021-01-01&asOf=2021-02-28`)).method.act,
    all.method.act,
  )
  await assert.rejects(sql`update taskforce.assessment_weight set weight = 2`.execute(world.db), /never changed/)
  const future = await keeper.send('GET', `${base}/assessment?asOf=2021-03-02`)
  assert.deepEqual([...codeOf(future), fieldOf(future)], [400, 'assessment.in_future', 'asOf'])
})

test('an agency passes to another: what is open goes with it, what was addressed keeps its name, areas show the break', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, agencies, forceId } = world
  const { planning, finance } = agencies
  const { id: member } = await ok<{ id: number }>(keeper, 'POST', `${base}/task-forces/${forceId}/members`, {
    fullName: 'Bà Thành Viên Mẫu',
    office: 'Thứ trưởng',
    role: 'member',
    fromOn: '2021-01-04',
    act: '1642/QĐ-MẪU',
  })
  await ok(
    keeper,
    'PUT',
    `${base}/members/${member}/areas`,
    { agencyIds: [planning], fromOn: '2021-01-04', act: '2/QĐ' },
    1,
  )
  const { id } = await ok<{ id: number }>(keeper, 'POST', `${base}/recommendations`, {
    words: 'Đề nghị rà soát.',
    agencyId: planning,
    dueOn: '2021-03-31',
    sourceKind: 'own',
  })
  await ok(keeper, 'POST', `${base}/recommendations/${id}/make`, undefined, 1)
  const { id: inspection } = await ok<{ id: number }>(keeper, 'POST', `${base}/inspections`, {
    taskForceId: forceId,
    agencyId: planning,
    title: 'Kiểm tra (MẪU)',
    form: 'onSite',
    fromOn: '2021-03-15',
    toOn: '2021-03-16',
  })
  const { id: dialogue } = await ok<{ id: number }>(keeper, 'POST', `${base}/dialogues`, {
    taskForceId: forceId,
    title: 'Đối thoại',
    form: 'online',
    partner: 'Hội',
    heldOn: '2021-03-01',
  })
  await ok(keeper, 'POST', `${base}/dialogues/${dialogue}/questions`, {
    questions: [{ asker: 'Công ty Mẫu', askerKind: 'firm', words: 'Hỏi gì?' }],
  })
  const { rows } = await ok<QuestionList>(keeper, 'GET', `${base}/questions?dialogueId=${dialogue}`)
  await ok(keeper, 'POST', `${base}/dialogues/${dialogue}/sort`, {
    questions: [{ id: rows[0]!.id, version: 1, class: 'clear', agencyId: planning, dueOn: '2021-03-31' }],
  })

  world.clock.set('2021-03-10')
  const passed = await world.db.transaction().execute((trx) =>
    house.succeed(trx, head.actor, {
      from: { id: planning, name: 'Bộ Kế hoạch và Đầu tư' },
      to: finance,
      on: '2021-03-10',
      source: 'Nghị quyết MẪU',
      now: world.clock.now(),
    }),
  )
  assert.deepEqual(
    ['taskForceAreas', 'recommendations', 'inspections', 'findings', 'questions'].map((name) => passed[name]),
    [1, 1, 1, 0, 1],
  )
  const one = await ok<Recommendation>(world.officer, 'GET', `${base}/recommendations/${id}`)
  assert.deepEqual([one.agency.id, one.addressee.id, one.may], [finance, planning, ['accept', 'decline']])
  const force = await ok<TaskForce>(keeper, 'GET', `${base}/task-forces/${forceId}`)
  assert.deepEqual(
    force.memberList[0]!.areas.map(({ agencyId, fromOn, toOn }) => [agencyId, fromOn, toOn]),
    [
      [finance, '2021-03-10', null],
      [planning, '2021-01-04', '2021-03-09'],
    ],
  )
  assert.equal((await inspectionOf(world, keeper, inspection)).subject.id, planning)
})
