import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf } from '../notifications/notifications.fixture.ts'
import { aTask } from '../tasks/task.fixture.ts'
import type { Visitor } from '../test/app.ts'
import { changedOnce } from '../test/once.ts'
import type { Assessment, AssessmentRows } from './assess-shapes.ts'
import { pointsOf } from './assessment.ts'
import type { Dialogue, QuestionList } from './dialogue-shapes.ts'
import type { Recommendation } from './recommendation-shapes.ts'
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
  type World,
} from './taskforce.fixture.ts'

const TOO_EARLY = [400, 'taskforce.before_cause', 'on']
const answered = async (who: Visitor, url: string, ifMatch: number, body: object) => {
  const answer = await who.send('POST', url, { ifMatch, body })
  return [...codeOf(answer), fieldOf(answer)]
}
const answerDays = async (world: World, agencyId: number) =>
  (
    await world.ok<AssessmentRows>(
      world.keeper,
      'GET',
      `${base}/assessment/${agencyId}?from=2021-01-01&part=answerDays`,
    )
  ).rows.map(({ kind, doneOn, counts, isAgainst }) => [kind, doneOn, counts, isAgainst])

test('an answer to a recommendation is not before it was sent, and counts from the day it was recorded until the office confirms', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies } = world
  const { id } = await ok<{ id: number }>(keeper, 'POST', `${base}/recommendations`, {
    words: 'Đề nghị Bộ hoàn thành Đề án.',
    agencyId: agencies.finance,
    dueOn: '2021-06-30',
    sourceKind: 'own',
  })
  const url = `${base}/recommendations/${id}`
  await ok(keeper, 'POST', `${url}/make`, undefined, 1)
  world.clock.set('2021-03-30')
  assert.deepEqual(await answered(officer, `${url}/accept`, 2, { words: 'x', on: '2021-02-28' }), TOO_EARLY)
  assert.deepEqual(
    await answered(keeper, `${url}/issue`, 2, {
      title: 'x',
      dueOn: '2021-06-30',
      leadAgencyId: agencies.finance,
      document: '1/TB',
      givenOn: '2021-02-28',
    }),
    [400, 'taskforce.before_cause', 'givenOn'],
  )
  await ok(officer, 'POST', `${url}/accept`, { words: 'Bộ tiếp thu', on: '2021-03-02' }, 2)
  // Fifteen working days ended on 22 March: what was recorded on the 30th is late, whatever day it names.
  assert.deepEqual(await answerDays(world, agencies.finance), [['recommendation', '2021-03-30', 29, true]])
  const [said] = (await ok<Recommendation>(officer, 'GET', url)).answers
  assert.deepEqual([said!.on, said!.countsOn, said!.mayConfirmDay], ['2021-03-02', '2021-03-30', false])
  assert.equal((await ok<Recommendation>(keeper, 'GET', url)).answers[0]!.mayConfirmDay, true)
  const confirm = `${url}/answers/${said!.id}/confirm-day`
  const body = { words: 'Sổ công văn đến số 15 ngày 02/3/2021' }
  assert.deepEqual(codeOf(await officer.send('POST', confirm, { ifMatch: 3, body })), [403, 'taskforce.may_not_keep'])
  assert.deepEqual(codeOf(await keeper.send('POST', `${url}/answers/987654/confirm-day`, { ifMatch: 3, body })), [
    404,
    'recommendation.no_such_answer',
  ])
  await changedOnce(keeper, 'POST', confirm, { ifMatch: 3, body })
  assert.deepEqual(codeOf(await keeper.send('POST', confirm, { ifMatch: 4, body })), [409, 'taskforce.day_counts'])
  assert.deepEqual(await answerDays(world, agencies.finance), [['recommendation', '2021-03-02', 1, false]])
  assert.ok((await linesOf(officer)).some(({ event }) => event === 'recommendation.dayConfirmed'))
  // What comes later is not before what it answers: the claim the acceptance, the judgement the claim.
  const proof = { words: 'Xong', document: '12/BC' }
  assert.deepEqual(await answered(officer, `${url}/claim`, 4, { ...proof, on: '2021-03-01' }), TOO_EARLY)
  await ok(officer, 'POST', `${url}/claim`, { ...proof, on: '2021-03-20' }, 4)
  for (const act of ['close', 'refuse']) {
    assert.deepEqual(await answered(keeper, `${url}/${act}`, 5, { words: 'x', on: '2021-03-19' }), TOO_EARLY)
  }
  const { rows } = await ok<Assessment>(keeper, 'GET', `${base}/assessment?from=2021-01-01`)
  for (const { points } of rows.flatMap(({ parts }) => parts))
    assert.ok(points === null || (points >= 0 && points <= 100))
})

test('an answer to a question is not before it was sent; recorded late it is late, and not by the next session, until the office confirms', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, officer, agencies, forceId } = world
  const session = async (heldOn: string) => {
    const { id } = await ok<{ id: number }>(keeper, 'POST', `${base}/dialogues`, {
      taskForceId: forceId,
      title: 'Đối thoại',
      form: 'online',
      partner: 'Hội',
      heldOn,
    })
    return id
  }
  const early = await keeper.send('POST', `${base}/dialogues`, {
    body: { taskForceId: forceId, title: 'x', form: 'online', partner: 'x', heldOn: '2020-12-31' },
  })
  assert.deepEqual([...codeOf(early), fieldOf(early)], [400, 'task_force.not_in_force', 'heldOn'])
  const id = await session('2021-03-01')
  await ok(keeper, 'POST', `${base}/dialogues/${id}/questions`, {
    questions: ['Một?', 'Hai?'].map((words) => ({ asker: 'Công ty', askerKind: 'firm', words })),
  })
  await ok(keeper, 'POST', `${base}/dialogues/${id}/hold`, { heldOn: '2021-03-01', participants: 'Đủ' }, 1)
  const { rows } = await ok<QuestionList>(keeper, 'GET', `${base}/questions?dialogueId=${id}`)
  const [first, second] = rows.map((row) => `${base}/questions/${row.id}`)
  const here = { words: 'x', on: '2021-02-28', class: 'clear' }
  assert.deepEqual(await answered(keeper, `${second}/answer-here`, 1, here), TOO_EARLY)
  await ok(keeper, 'POST', `${base}/dialogues/${id}/sort`, {
    questions: [{ id: rows[0]!.id, version: 1, class: 'clear', agencyId: agencies.finance, dueOn: '2021-03-15' }],
  })
  const next = await session('2021-03-31')
  world.clock.set('2021-04-10')
  await ok(keeper, 'POST', `${base}/dialogues/${next}/hold`, { heldOn: '2021-03-31', participants: 'Đủ' }, 1)
  assert.deepEqual(await answered(officer, `${first}/answer`, 2, { words: 'x', on: '2020-01-01' }), TOO_EARLY)
  await ok(officer, 'POST', `${first}/answer`, { words: 'Theo Nghị định MẪU', on: '2021-03-15' }, 2)
  const counts = async () => {
    const { counts, answeredByNext } = await ok<Dialogue>(keeper, 'GET', `${base}/dialogues/${id}`)
    return [counts.inTerm, counts.late, answeredByNext]
  }
  assert.deepEqual(await counts(), [0, 1, 0])
  assert.deepEqual(await answerDays(world, agencies.finance), [['question', '2021-04-10', 40, true]])
  const [one] = (await ok<QuestionList>(keeper, 'GET', `${base}/questions?dialogueId=${id}`)).rows
  assert.deepEqual(
    [one!.answeredOn, one!.countsOn, one!.isLate, one!.may],
    ['2021-03-15', '2021-04-10', true, ['judge', 'confirmDay', 'recommend']],
  )
  const body = { words: 'Công văn đến ngày 15/3/2021' }
  assert.deepEqual(codeOf(await officer.send('POST', `${first}/confirm-day`, { ifMatch: 3, body })), [
    403,
    'taskforce.may_not_keep',
  ])
  await ok(keeper, 'POST', `${first}/confirm-day`, body, 3)
  assert.deepEqual(codeOf(await keeper.send('POST', `${first}/confirm-day`, { ifMatch: 4, body })), [
    409,
    'taskforce.day_counts',
  ])
  assert.deepEqual(await counts(), [1, 0, 1])
  assert.deepEqual(await answerDays(world, agencies.finance), [['question', '2021-03-15', 14, false]])
})

test('the days of an inspection do not run backwards, from the task force to the remedy', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, officer, agencies, forceId } = world
  const [task] = await world.give(aTask('II.1', agencies.finance, '2021-02-15'))
  const planned = {
    taskForceId: forceId,
    agencyId: agencies.finance,
    title: 'Kiểm tra (MẪU)',
    form: 'onSite',
    fromOn: '2021-03-15',
    toOn: '2021-03-16',
  }
  const before = await keeper.send('POST', `${base}/inspections`, { body: { ...planned, fromOn: '2020-12-30' } })
  assert.deepEqual([...codeOf(before), fieldOf(before)], [400, 'task_force.not_in_force', 'fromOn'])
  const other = await ok<{ id: number }>(keeper, 'POST', `${base}/inspections`, planned)
  assert.deepEqual(
    await answered(head, `${base}/inspections/${other.id}/decide`, 1, {
      decision: '1/QĐ',
      decidedOn: '2020-01-01',
      taskIds: [task],
      delegation: [{ fullName: 'Ông A', office: 'Vụ trưởng', role: 'head' }],
    }),
    [400, 'task_force.not_in_force', 'decidedOn'],
  )
  const id = await decided(world, [task!])
  const url = `${base}/inspections/${id}`
  const version = async () => (await inspectionOf(world, keeper, id)).version
  const minutes = await keeper.send('PUT', `${url}/minutes`, {
    ifMatch: await version(),
    body: { heldOn: '2021-02-28', place: 'x', officeSide: 'x', agencySide: 'x', words: 'x' },
  })
  assert.deepEqual([...codeOf(minutes), fieldOf(minutes)], [400, 'taskforce.before_cause', 'heldOn'])
  const marks = `${base}/tasks/${task}/marks`
  const mark = { seen: 'onSpot', isTrue: true, words: 'x' }
  for (const body of [
    { ...mark, on: '2000-11-30' },
    { ...mark, on: '2021-02-28', inspectionId: id },
  ]) {
    const seen = await keeper.send('POST', marks, { body })
    assert.deepEqual([...codeOf(seen), fieldOf(seen)], TOO_EARLY)
  }
  await ok(
    keeper,
    'POST',
    `${url}/request`,
    { explainBy: '2021-03-10', issues: [{ words: 'Vì sao?' }] },
    await version(),
  )
  const [issue] = (await inspectionOf(world, officer, id)).issues
  const explained = await officer.send('POST', `${url}/issues/${issue!.id}/explanations`, {
    body: { explanation: JSON.stringify({ words: 'x', signer: 'x', on: '2021-02-28' }) },
  })
  assert.deepEqual([...codeOf(explained), fieldOf(explained)], TOO_EARLY)
  await held(world, await decided(world, [task!], { decision: '183/QĐ-MẪU' })).catch(assert.fail)

  world.clock.set('2021-03-03')
  const made = { heldOn: '2021-03-03', place: 'Bộ', officeSide: 'Đoàn', agencySide: 'Bộ', words: 'Thống nhất.' }
  await ok(keeper, 'PUT', `${url}/minutes`, made, await version())
  await ok(head, 'POST', `${url}/minutes/sign`, undefined, await version())
  await ok(officer, 'POST', `${url}/minutes/sign`, undefined, await version())
  const { id: finding } = await ok<{ id: number }>(keeper, 'POST', `${url}/findings`, { ...A_FINDING, ...A_CAUSE })
  await ok(keeper, 'POST', `${url}/send-findings`, { answerBy: '2021-03-08' }, await version())
  world.clock.set('2021-03-05')
  await ok(officer, 'POST', `${base}/findings/${finding}/answer`, { words: 'Tiếp thu', agrees: true }, 2)
  const conclusion = { conclusion: '14/KL-MẪU', words: 'Kết luận' }
  for (const on of ['2018-01-01', '2021-03-02', '2021-03-04']) {
    assert.deepEqual(await answered(head, `${url}/conclude`, await version(), { ...conclusion, on }), TOO_EARLY, on)
  }
  await ok(head, 'POST', `${url}/conclude`, { ...conclusion, on: '2021-03-05' }, await version())
  world.clock.set('2021-03-12')
  const of = `${base}/findings/${finding}`
  const claim = { words: 'Đã khắc phục', document: '15/BC-MẪU' }
  assert.deepEqual(await answered(officer, `${of}/claim`, 4, { ...claim, on: '2010-01-01' }), TOO_EARLY)
  await ok(officer, 'POST', `${of}/claim`, { ...claim, on: '2021-03-10' }, 4)
  const judged = { words: 'Chưa đủ', seen: 'onPaper' }
  assert.deepEqual(await answered(keeper, `${of}/refuse`, 5, { ...judged, on: '2021-03-09' }), TOO_EARLY)
  await ok(keeper, 'POST', `${of}/refuse`, { ...judged, on: '2021-03-11' }, 5)
  assert.deepEqual(await answered(officer, `${of}/claim`, 6, { ...claim, on: '2021-03-10' }), TOO_EARLY)
})

test('findings that are sent later leave the term of those sent before', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, agencies } = world
  const [task] = await world.give(aTask('II.1', agencies.finance, '2021-02-15'))
  const id = await decided(world, [task!])
  await held(world, id)
  const url = `${base}/inspections/${id}`
  const version = async () => (await inspectionOf(world, keeper, id)).version
  await ok(keeper, 'POST', `${url}/findings`, { ...A_FINDING, ...A_CAUSE })
  await ok(keeper, 'POST', `${url}/send-findings`, { answerBy: '2021-03-05' }, await version())
  world.clock.set('2021-03-10')
  await ok(keeper, 'POST', `${url}/findings`, { ...A_FINDING, fact: 'Việc khác' })
  await ok(keeper, 'POST', `${url}/send-findings`, { answerBy: '2021-03-20' }, await version())
  assert.deepEqual(await answerDays(world, agencies.finance), [['finding', null, 9, true]])
})

test('points of a part are never outside 0 to 100', () => {
  const measured = (part: number, whole: number) => {
    const one = { part, whole }
    return { onTime: one, lateDays: one, debt: one, silence: one, answerDays: one, findings: one }
  }
  assert.deepEqual(
    [pointsOf('answerDays', measured(-4491, 1), 30), pointsOf('lateDays', measured(900, 1), 30)],
    [100, 0],
  )
  assert.deepEqual([pointsOf('onTime', measured(2, 1), null), pointsOf('debt', measured(2, 1), null)], [100, 0])
})

test('an inspection that was concluded is counted in the assessment by the day of its conclusion', async (t) => {
  const world = await forceWorld(t)
  const [task] = await world.give(aTask('II.1', world.agencies.finance, '2021-02-15'))
  const id = await decided(world, [task!])
  await held(world, id)
  await concluded(world, id)
  const { rows } = await world.ok<Assessment>(world.keeper, 'GET', `${base}/assessment?from=2021-01-01`)
  assert.equal(rows[0]!.parts.find(({ part }) => part === 'findings')!.denominator, 1)
})
