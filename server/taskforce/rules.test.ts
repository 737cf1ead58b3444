import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formOf } from './activity-form.ts'
import { type Measured, ranked, score, type Weight } from './assessment.ts'
import { canFinding, FINDING_ACTS, FINDING_STATES, moveFinding } from './finding-state.ts'
import {
  afterAnswer,
  afterExplanation,
  afterSignature,
  canInspection,
  INSPECTION_ACTS,
  INSPECTION_STATES,
  isConcludable,
  moveInspection,
} from './inspection-state.ts'
import { byNextSession, canQuestion, moveQuestion, QUESTION_ACTS, QUESTION_STATES } from './question-state.ts'
import {
  type Counted,
  canRecommendation,
  moveRecommendation,
  RECOMMENDATION_ACTS,
  RECOMMENDATION_STATES,
  standingOf,
} from './recommendation-state.ts'

/** "state: act→state …" of a whole table, so that a changed step shows in the review. */
function drawn<State extends string, Act extends string>(
  states: readonly State[],
  acts: readonly Act[],
  can: (state: State, act: Act) => boolean,
  move: (state: State, act: Act) => State,
): string[] {
  return states.map((state) => {
    const steps = acts.filter((act) => can(state, act)).map((act) => `${act}→${move(state, act)}`)
    for (const act of acts.filter((one) => !can(state, one))) {
      assert.throws(
        () => move(state, act),
        (error: { status: number; detail: string }) => error.status === 409 && error.detail.includes('. '),
      )
    }
    return `${state}: ${steps.join(' ') || '–'}`
  })
}

test('the states of an inspection', () => {
  assert.deepEqual(drawn(INSPECTION_STATES, INSPECTION_ACTS, canInspection, moveInspection), [
    'planned: edit→planned decide→announced stop→stopped',
    'announced: request→waiting writeMinutes→announced signMinutes→announced postpone→planned stop→stopped',
    'waiting: explain→waiting writeMinutes→waiting signMinutes→waiting postpone→planned stop→stopped',
    'explained: explain→explained writeMinutes→explained signMinutes→explained postpone→planned stop→stopped',
    'held: explain→held find→held sendFindings→findingsSent conclude→concluded stop→stopped',
    'findingsSent: find→findingsSent sendFindings→findingsSent conclude→concluded stop→stopped',
    'answered: find→answered sendFindings→findingsSent conclude→concluded stop→stopped',
    'concluded: –',
    'stopped: –',
  ])
  assert.deepEqual(
    [afterExplanation('waiting', true), afterExplanation('waiting', false), afterExplanation('held', true)],
    ['explained', 'waiting', 'held'],
  )
  assert.deepEqual([afterSignature('waiting', false), afterSignature('explained', true)], ['waiting', 'held'])
  assert.deepEqual(
    [afterAnswer('findingsSent', true), afterAnswer('findingsSent', false)],
    ['answered', 'findingsSent'],
  )
})

test('a finding is concluded with the agency’s answer, or when the day for it has passed', () => {
  const sent = { state: 'sent', answered: false }
  assert.equal(isConcludable(sent, '2021-03-10', '2021-03-10'), false)
  assert.equal(isConcludable(sent, '2021-03-10', '2021-03-11'), true)
  assert.equal(isConcludable({ ...sent, answered: true }, '2021-03-10', '2021-03-05'), true)
  assert.equal(isConcludable({ state: 'draft', answered: false }, '2021-03-10', '2021-04-01'), false)
  assert.equal(isConcludable({ state: 'dropped', answered: false }, null, '2021-04-01'), true)
})

test('the states of a finding', () => {
  assert.deepEqual(drawn(FINDING_STATES, FINDING_ACTS, canFinding, moveFinding), [
    'draft: edit→draft cause→draft send→sent drop→dropped',
    'sent: cause→sent answer→sent drop→dropped conclude→open',
    'dropped: –',
    'open: plan→remedying claim→claimed',
    'remedying: plan→remedying claim→claimed',
    'claimed: confirm→confirmed refuse→open',
    'confirmed: –',
  ])
})

test('the states of a recommendation; one that is a task has no acts of its own', () => {
  const of = (task_id: number | null) => (state: (typeof RECOMMENDATION_STATES)[number]) => ({ state, task_id })
  const own = of(null)
  assert.deepEqual(
    drawn(
      RECOMMENDATION_STATES,
      RECOMMENDATION_ACTS,
      (state, act) => canRecommendation(own(state), act),
      (state, act) => moveRecommendation(own(state), act),
    ),
    [
      'drafted: make→made withdraw→withdrawn',
      'made: accept→accepted decline→declined issue→accepted withdraw→withdrawn replace→replaced',
      'accepted: issue→accepted claim→claimed withdraw→withdrawn replace→replaced',
      'claimed: close→done refuse→accepted',
      'declined: issue→accepted replace→replaced',
      'done: –',
      'withdrawn: –',
      'replaced: –',
    ],
  )
  for (const act of RECOMMENDATION_ACTS) {
    assert.equal(canRecommendation(of(7)('accepted'), act), false)
    assert.throws(() => moveRecommendation(of(7)('accepted'), act), { code: 'recommendation.is_task' })
  }
})

test('where a recommendation is: from its task if it has one', () => {
  const one: Counted = {
    state: 'made',
    task_id: null,
    due_on: '2021-03-31',
    answer_by: '2021-03-15',
    closed_on: null,
    task: null,
  }
  const cases: [Partial<Counted>, string, string][] = [
    [{ state: 'drafted', answer_by: null }, '2021-04-30', 'drafted'],
    [{}, '2021-03-15', 'waiting'],
    [{}, '2021-03-16', 'overdueAnswer'],
    [{ state: 'accepted' }, '2021-03-31', 'open'],
    [{ state: 'claimed' }, '2021-04-01', 'late'],
    [{ state: 'declined' }, '2021-04-01', 'declined'],
    [{ state: 'done' }, '2021-04-01', 'done'],
    [{ state: 'replaced' }, '2021-04-01', 'closed'],
    [{ task: { state: 'inProgress', due_on: '2021-03-31', completed_on: null } }, '2021-03-31', 'open'],
    [{ task: { state: 'inProgress', due_on: '2021-03-31', completed_on: null } }, '2021-04-01', 'late'],
    [{ task: { state: 'reportedDone', due_on: '2021-06-30', completed_on: null } }, '2021-04-01', 'open'],
    [{ task: { state: 'confirmed', due_on: '2021-03-31', completed_on: '2021-03-30' } }, '2021-04-01', 'done'],
    [{ task: { state: 'cancelled', due_on: '2021-03-31', completed_on: null } }, '2021-04-01', 'closed'],
  ]
  for (const [change, today, expected] of cases) assert.equal(standingOf({ ...one, ...change }, today), expected)
})

test('the states of a question, and what is counted at the next session', () => {
  assert.deepEqual(drawn(QUESTION_STATES, QUESTION_ACTS, canQuestion, moveQuestion), [
    'asked: class→classed send→sent answerHere→answered',
    'classed: class→classed send→sent answerHere→answered',
    'sent: send→sent answer→answered return→classed',
    'answered: judge→answered confirmDay→answered',
  ])
  const cases: [string | null, string | null, string, string | null][] = [
    ['2021-03-10', '2021-06-01', '2021-03-11', 'answered'],
    ['2021-06-01', '2021-06-01', '2021-06-01', 'answered'],
    ['2021-06-02', '2021-06-01', '2021-07-01', 'unanswered'],
    [null, '2021-06-01', '2021-05-31', null],
    [null, '2021-06-01', '2021-06-01', 'unanswered'],
    [null, null, '2021-06-01', null],
    ['2021-03-10', null, '2021-06-01', 'answered'],
  ]
  for (const [answeredOn, next, today, expected] of cases)
    assert.equal(byNextSession({ answeredOn }, next, today), expected)
})

const WEIGHTS: Weight[] = [
  { part: 'onTime', weight: 45, worstDays: null },
  { part: 'lateDays', weight: 15, worstDays: 90 },
  { part: 'debt', weight: 15, worstDays: null },
  { part: 'silence', weight: 10, worstDays: null },
  { part: 'answerDays', weight: 10, worstDays: 30 },
  { part: 'findings', weight: 5, worstDays: null },
]
const NOTHING: Measured = {
  onTime: { part: 0, whole: 0 },
  lateDays: { part: 0, whole: 0 },
  debt: { part: 0, whole: 0 },
  silence: { part: 0, whole: 0 },
  answerDays: { part: 0, whole: 0 },
  findings: { part: 0, whole: 0 },
}

test('points are the weighted mean of what can be measured', () => {
  assert.deepEqual(score(NOTHING, WEIGHTS).sum, null)
  const perfect = { ...NOTHING, onTime: { part: 20, whole: 20 } }
  assert.deepEqual(score(perfect, WEIGHTS), {
    points: { onTime: 100, lateDays: 100, debt: null, silence: null, answerDays: null, findings: null },
    sum: 100,
  })
  const mixed: Measured = {
    onTime: { part: 8, whole: 10 },
    lateDays: { part: 90, whole: 2 },
    debt: { part: 1, whole: 5 },
    silence: { part: 1, whole: 4 },
    answerDays: { part: 90, whole: 3 },
    findings: { part: 1, whole: 2 },
  }
  assert.deepEqual(score(mixed, WEIGHTS), {
    points: { onTime: 80, lateDays: 50, debt: 80, silence: 75, answerDays: 0, findings: 50 },
    sum: 65.5,
  })
  // More days than the worst give no points, and never take any from other parts.
  assert.equal(score({ ...NOTHING, answerDays: { part: 1000, whole: 2 } }, WEIGHTS).sum, 0)
})

test('small agencies are not ranked; equal sums share a rank', () => {
  const rows = [
    { name: 'a', tasks: 40, sum: 80 },
    { name: 'b', tasks: 9, sum: 99 },
    { name: 'c', tasks: 10, sum: 90 },
    { name: 'd', tasks: 12, sum: 80 },
    { name: 'e', tasks: 20, sum: null },
    { name: 'f', tasks: 20, sum: 10 },
  ]
  assert.deepEqual(
    ranked(rows, 10).map(({ row, rank }) => `${row.name} ${rank}`),
    ['c 1', 'a 2', 'd 2', 'f 4', 'b null', 'e null'],
  )
})

test('what a line of a plan is', () => {
  const cases: [string, string][] = [
    ['tổ chức đối thoại, làm việc với các cơ quan thành viên Hội đồng tư vấn', 'dialogue'],
    ['tổ chức Hội nghị chuyên đề trực tuyến toàn quốc đánh giá', 'conference'],
    ['tổ chức phiên họp chuyên đề của Tổ công tác nghe báo cáo', 'session'],
    ['báo cáo Thủ tướng Chính phủ về kết quả thực hiện', 'report'],
    ['xây dựng Kế hoạch hoạt động năm 2024', 'plan'],
    ['thường xuyên tiếp nhận, tổng hợp các phản ánh, kiến nghị', 'receive'],
    ['trực tiếp chỉ đạo, đôn đốc việc thực hiện', 'direct'],
    ['làm việc khác', 'other'],
  ]
  for (const [words, form] of cases) assert.equal(formOf(words), form, words)
})
