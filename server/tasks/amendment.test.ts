import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid, type Problem } from '../platform/errors.ts'
import { type Amended, amendmentOf, type Stand } from './amendment.ts'
import type { Amend } from './content-shapes.ts'

const AT = '2021-02-01T01:00:00Z'
const WHEN = { on: '2021-02-01', at: AT, by: 'Chuyên viên' }
const ENTERED = '2021-01-12T01:00:00Z'

function party(position: number, agency: number | null, change: object = {}): Stand['parties'][number] {
  return {
    agency_id: agency,
    role: 'lead',
    is_accountable: position === 1,
    is_collective: false,
    scope: null,
    named_as: `Cơ quan ${agency}`,
    position,
    since_on: '2021-01-12',
    known_at: ENTERED,
    ended_on: null,
    ended_at: null,
    ...change,
  }
}
function deadline(id: number, day: string | null, change: object = {}): Stand['deadlines'][number] {
  return {
    deadline_id: id,
    position: id,
    kind: day === null ? 'standing' : 'date',
    literal: day ?? 'thường xuyên',
    due_on: day,
    is_milestone: false,
    recurs: null,
    rule: null,
    is_strict: false,
    set_on: '2021-01-12',
    set_at: ENTERED,
    set_by: 'Chuyên viên',
    approved_by: null,
    reason: null,
    replaced_on: null,
    replaced_at: null,
    done_on: null,
    done_at: null,
    ...change,
  }
}
const target = (id: number, value: number): Stand['targets'][number] => ({
  target_id: id,
  position: id,
  literal: `ít nhất ${value}%`,
  measure: 'hồ sơ trực tuyến',
  comparator: '>=',
  value,
  max_value: null,
  unit: '%',
  baseline: null,
  scope: null,
  by_when: null,
})
const stand = (change: Partial<Stand> = {}): Stand => ({
  title: 'Nhiệm vụ mẫu',
  content: 'Xây dựng đề án mẫu',
  product: null,
  state: 'inProgress',
  assigned_on: '2021-01-12',
  lead_agency_id: 1,
  first_due_on: '2021-03-31',
  due_on: '2021-03-31',
  deadline_kind: 'date',
  recurs: null,
  parties: [party(1, 1), party(2, 2, { role: 'coordinating' })],
  deadlines: [deadline(1, '2021-03-31')],
  grantedSince: [],
  targets: [target(1, 80)],
  ...change,
})
const lead = (agencyId: number) => ({ role: 'lead' as const, name: `Cơ quan ${agencyId}`, accountable: true, agencyId })
const coordinating = (agencyId: number) => ({
  role: 'coordinating' as const,
  name: `Cơ quan ${agencyId}`,
  accountable: false,
  agencyId,
})
const due = (dueOn: string | null, id?: number, change: object = {}) => ({
  ...(id === undefined ? {} : { id }),
  kind: dueOn === null ? ('standing' as const) : ('date' as const),
  text: dueOn ?? 'thường xuyên',
  dueOn,
  strict: false,
  recurs: null,
  milestone: false,
  rule: null,
  ...change,
})
const amended = (input: Partial<Amend>, of: Partial<Stand> = {}): Amended =>
  amendmentOf(stand(of), { reason: 'Nhập nhầm', ...input }, WHEN)
const problem = (input: Partial<Amend>, of: Partial<Stand> = {}): Problem => {
  try {
    amended(input, of)
  } catch (error) {
    return error as Problem
  }
  return assert.fail('not refused')
}

test('another title changes words alone', () => {
  const { patch, facts, before, after } = amended({ title: ' Tên đúng ', content: 'Xây dựng đề án mẫu' })
  assert.deepEqual([patch, facts], [{ title: 'Tên đúng' }, []])
  assert.deepEqual([before, after], [{ title: 'Nhiệm vụ mẫu' }, { title: 'Tên đúng' }])
})

test('another lead counts since the part began, and has yet to receive the task', () => {
  const made = amended({ parties: [lead(3), coordinating(2)] })
  assert.deepEqual(made.patch, { lead_agency_id: 3, state: 'assigned' })
  assert.deepEqual(
    made.facts.map(({ dimension, effective_on, agency_id, state }) => [dimension, effective_on, agency_id, state]),
    [
      ['lead', '2021-01-12', 3, null],
      ['state', '2021-02-01', null, 'assigned'],
    ],
  )
  assert.deepEqual(made.wrongParties, [{ role: 'lead', position: 1 }])
  assert.deepEqual(
    made.parties.map(({ agency_id, since_on, known_at }) => [agency_id, since_on, known_at]),
    [[3, '2021-01-12', AT]],
  )
  assert.deepEqual([made.hasOtherLead, made.noLongerCoordinating], [true, []])
})

test('a lead since a transfer is amended since that transfer', () => {
  const made = amended({ parties: [lead(3)] }, { parties: [party(1, 1, { since_on: '2021-01-20' })] })
  assert.deepEqual(made.facts[0]!.effective_on, '2021-01-20')
})

test('a completed task keeps its completion under the right lead', () => {
  assert.deepEqual(amended({ parties: [lead(3)] }, { state: 'confirmed' }).patch, { lead_agency_id: 3 })
})

test('who coordinates can be amended without touching the lead', () => {
  const made = amended({ parties: [lead(1), coordinating(4)] })
  assert.deepEqual([made.patch, made.facts, made.noLongerCoordinating], [{}, [], [2]])
  assert.deepEqual(made.wrongParties, [{ role: 'coordinating', position: 2 }])
})

test('a phrase for many agencies keeps that it is one while its words stay, and may still be distributed', () => {
  const phrase = 'Các bộ, cơ quan ngang bộ'
  const many = party(2, null, { role: 'coordinating', is_collective: true, named_as: phrase })
  const named = (name: string, scope: string | null) =>
    amended(
      { parties: [lead(1), { role: 'coordinating', name, accountable: false, agencyId: null, scope }] },
      { parties: [party(1, 1), many] },
    ).parties.map(({ named_as, is_collective }) => [named_as, is_collective])
  assert.deepEqual(named(phrase, 'trong lĩnh vực quản lý'), [[phrase, true]])
  assert.deepEqual(named('Đoàn công tác', null), [['Đoàn công tác', false]])
})

test('the first due day and the due day are amended since the day of assignment', () => {
  const made = amended({ deadlines: [due('2021-04-30', 1)] })
  assert.deepEqual(made.patch, { first_due_on: '2021-04-30', due_on: '2021-04-30' })
  assert.deepEqual(
    made.facts.map(({ dimension, effective_on, day }) => [dimension, effective_on, day]),
    [
      ['firstDue', '2021-01-12', '2021-04-30'],
      ['due', '2021-01-12', '2021-04-30'],
    ],
  )
  assert.deepEqual([made.wrongDeadlines, made.deadlines[0]!.position], [[1], 1])
})

test('a day granted later stays in force, and the first day stays before it', () => {
  const extended: Partial<Stand> = {
    due_on: '2021-06-30',
    deadlines: [deadline(1, '2021-03-31', { replaced_on: '2021-01-25', replaced_at: ENTERED })],
    grantedSince: ['2021-01-25'],
  }
  const made = amended({ deadlines: [due('2021-04-30', 1)] }, extended)
  assert.deepEqual(made.patch, { first_due_on: '2021-04-30' })
  assert.equal(made.deadlines[0]!.replaced_on, '2021-01-25')
  assert.deepEqual(
    made.facts.map(({ dimension }) => dimension),
    ['firstDue', 'due'],
  )
  assert.equal(problem({ deadlines: [due('2021-07-01', 1)] }, extended).code, 'task.amended_past_extension')
  assert.equal(problem({ deadlines: [due(null, 1)] }, extended).code, 'task.amended_past_extension')
  const onFirstDay = amended({ deadlines: [due('2021-04-30', 1)] }, { ...extended, grantedSince: ['2021-01-12'] })
  assert.deepEqual(
    onFirstDay.facts.map(({ dimension }) => dimension),
    ['firstDue'],
  )
})

test('other words of a deadline change no fact; a milestone that is done stays done on its right day', () => {
  const words = amended({ deadlines: [due('2021-03-31', 1, { text: 'trong quý I năm 2021' })] })
  assert.deepEqual([words.patch, words.facts, words.wrongDeadlines], [{}, [], [1]])
  const milestone = { is_milestone: true, done_on: '2021-01-30', done_at: ENTERED }
  const made = amended(
    { deadlines: [due('2021-02-20', 2, { milestone: true }), due('2021-03-31', 1)] },
    { deadlines: [deadline(1, '2021-03-31'), deadline(2, '2021-02-10', milestone)] },
  )
  assert.deepEqual([made.wrongDeadlines, made.deadlines[0]!.done_on, made.facts], [[2], '2021-01-30', []])
})

test('a task that was taken for standing gets its day', () => {
  const standing = {
    deadlines: [deadline(1, null)],
    first_due_on: null,
    due_on: null,
    deadline_kind: 'standing' as const,
  }
  assert.deepEqual(amended({ deadlines: [due('2021-12-31', 1)] }, standing).patch, {
    deadline_kind: 'date',
    recurs: null,
    first_due_on: '2021-12-31',
    due_on: '2021-12-31',
  })
})

test('measurements follow a target of the same unit', () => {
  const given = { text: 'ít nhất 90%', measure: 'hồ sơ trực tuyến', comparator: '>=' as const, value: 90, max: null }
  const rest = { unit: '%', baseline: null, scope: null, byWhen: null }
  const made = amended({ targets: [{ id: 1, ...given, ...rest }] })
  assert.deepEqual([made.wrongTargets, made.targets[0]!.takesFrom, made.targets[0]!.position], [[1], 1, 1])
  assert.equal(amended({ targets: [{ id: 1, ...given, ...rest, unit: 'hồ sơ' }] }).targets[0]!.takesFrom, null)
  assert.deepEqual(amended({ targets: [] }).wrongTargets, [1])
})

test('refusals name the field and the remedy', () => {
  const fieldsOf = (input: Partial<Amend>, of: Partial<Stand> = {}) =>
    problem(input, of).fields.map(({ path, code }) => `${path} ${code}`)
  assert.deepEqual(fieldsOf({ parties: [coordinating(2)] }), ['parties task.no_lead'])
  assert.deepEqual(fieldsOf({ parties: [lead(1), lead(2)] }), ['parties task.two_leads'])
  assert.deepEqual(fieldsOf({ deadlines: [{ ...due(null, 1), kind: 'quarter' }] }), [
    'deadlines.0.dueOn task.day_missing',
  ])
  assert.deepEqual(fieldsOf({ deadlines: [due('2021-04-30', 9)] }), ['deadlines.0 task.no_such_deadline'])
  assert.deepEqual(fieldsOf({ title: '  ' }), ['title task.empty'])
  assert.deepEqual(fieldsOf({}), ['reason task.nothing_amended'])
  assert.deepEqual(fieldsOf({ title: 'Nhiệm vụ mẫu', parties: [lead(1), coordinating(2)] }), [
    'reason task.nothing_amended',
  ])
  assert.ok(problem({}) instanceof Invalid)
})

test('while a claim waits, or a task is returned, its lead cannot be amended; a cancelled task not at all', () => {
  const parties = [lead(3)]
  assert.equal(problem({ parties }, { state: 'reportedDone' }).code, 'task.wrong_state')
  assert.equal(problem({ parties }, { state: 'returned' }).code, 'task.wrong_state')
  assert.equal(problem({ title: 'Tên' }, { state: 'cancelled' }).code, 'task.wrong_state')
  assert.deepEqual(amended({ title: 'Tên' }, { state: 'reportedDone' }).patch, { title: 'Tên' })
})
