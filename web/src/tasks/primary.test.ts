import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isToUrge, primaryOf } from './primary.ts'
import type { MayDo, Task } from './queries.ts'

const TODAY = '2021-02-28'
const task = (change: Partial<Task>, may: MayDo[]): Task =>
  ({
    state: 'inProgress',
    percent: 40,
    dueOn: '2021-03-31',
    assignedOn: '2021-02-20',
    progress: [],
    contributions: [],
    reportCall: null,
    ...change,
    may,
  }) as unknown as Task
const primary = (change: Partial<Task>, may: MayDo[], mayUrge = false) =>
  primaryOf(task(change, may), { today: TODAY, mayUrge })
const GIVER: MayDo[] = ['extend', 'transfer', 'cancel', 'callForReport', 'amend']
const LEAD: MayDo[] = ['report', 'reportDone', 'split', 'requestExtension']
const call = { id: 1, dueOn: '2021-03-05', words: null, calledOn: TODAY, calledBy: 'x' }

test('the giver: first what waits for a decision, then what is late, then what is silent', () => {
  assert.equal(primary({}, [...GIVER, 'decide'], true), 'decide')
  assert.equal(primary({ state: 'reportedDone' }, [...GIVER, 'confirm', 'sendBack'], true), 'confirm')
  assert.equal(primary({ state: 'returned' }, GIVER), 'transfer')
  assert.equal(primary({ dueOn: '2021-02-27' }, GIVER, true), 'urge')
  assert.equal(
    primary({ dueOn: '2021-02-27' }, ['amend'], false),
    undefined,
    'who prepares no letters is not offered one',
  )
  assert.equal(primary({ assignedOn: '2021-01-12' }, GIVER, true), 'callForReport')
  assert.equal(primary({ assignedOn: '2021-01-12', reportCall: call }, GIVER, true), undefined)
  assert.equal(primary({}, GIVER, true), undefined, 'nothing waits')
})

test('the agency: receive, start, answer a call, report, claim', () => {
  assert.equal(primary({ state: 'assigned' }, ['receive', 'requestReturn']), 'receive')
  assert.equal(primary({ state: 'received' }, ['start', ...LEAD]), 'start')
  assert.equal(primary({ state: 'received', reportCall: call }, ['start', ...LEAD]), 'report')
  assert.equal(primary({}, LEAD), 'report')
  assert.equal(primary({ percent: 100 }, LEAD), 'reportDone')
  const asked = [{ state: 'late' }] as Task['contributions']
  assert.equal(primary({ contributions: asked }, ['contribute', 'attach']), 'contribute')
  assert.equal(primary({}, ['contribute', 'attach']), undefined)
})

test('a lead is urged while it has something to do', () => {
  assert.deepEqual(
    (['assigned', 'inProgress', 'reportedDone', 'confirmed', 'returned'] as const).map((state) => isToUrge({ state })),
    [true, true, false, false, false],
  )
})
