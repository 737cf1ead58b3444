import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '../platform/actor.ts'
import { freshApp, type Visitor } from '../test/app.ts'
import { ACTS, type Act } from './act-shapes.ts'
import { assignArchive, type PastAct } from './archive.ts'
import type { NewTask } from './assign.ts'
import type { Task, TaskList } from './shapes.ts'
import { aDeadline, agenciesOf, aSource, aTask, aUnit, FINANCE, HOME, PLANNING, PROCEDURES } from './task.fixture.ts'

/** How each act is called, and the history that makes it possible. */
const HOW: Record<Act, { path: string; body: object; after: PastAct[]; method?: 'PUT'; made?: true }> = (() => {
  const receive: PastAct = { act: 'receive', on: '2021-02-02' }
  const claim: PastAct = { act: 'reportDone', on: '2021-02-03', completedOn: '2021-02-03', body: 'Xong' }
  const confirm: PastAct = { act: 'confirm', on: '2021-02-04' }
  const reason = 'Lý do'
  return {
    receive: { path: 'receive', body: {}, after: [] },
    start: { path: 'start', body: {}, after: [receive] },
    report: { path: 'progress', body: { percent: 5, body: 'Đang làm' }, after: [receive] },
    measure: { path: 'progress', body: { percent: 5, body: 'Đo', measurements: [] }, after: [receive] },
    reportDone: { path: 'done', body: { completedOn: '2021-02-05', body: 'Xong' }, after: [receive] },
    confirm: { path: 'confirm', body: {}, after: [receive, claim] },
    sendBack: { path: 'send-back', body: { reason }, after: [receive, claim] },
    requestExtension: { path: 'requests/extension', body: { newDueOn: '2022-01-04', reason }, after: [receive] },
    requestReturn: { path: 'requests/return', body: { reason }, after: [receive] },
    requestTransfer: { path: 'requests/transfer', body: { agencyId: 0, reason }, after: [receive] },
    decide: {
      path: 'requests/REQUEST/decide',
      body: { decision: 'refused', note: 'Chưa đủ căn cứ' },
      after: [receive],
    },
    extend: { path: 'extend', body: { newDueOn: '2022-01-04', reason, approvedBy: '1/VPCP' }, after: [receive] },
    transfer: { path: 'transfer', body: { agencyId: 0, reason }, after: [receive] },
    cancel: { path: 'cancel', body: { reason }, after: [receive] },
    correct: { path: 'correct', body: { completedOn: '2021-02-02', reason }, after: [receive, claim, confirm] },
    distribute: {
      path: 'distribute',
      body: { role: 'coordinating', agencyIds: [], reason },
      after: [receive],
    },
    finishMilestone: { path: 'deadlines/MILESTONE/finish', body: { doneOn: '2021-02-10' }, after: [receive] },
    split: {
      path: 'subtasks',
      body: { agencyId: 0, title: 'Việc', content: 'Làm', dueOn: '2021-03-31' },
      after: [receive],
      made: true,
    },
    requestContribution: {
      path: 'contributions/request',
      body: { agencyId: 0, what: 'Ý kiến', dueOn: '2021-03-31' },
      after: [receive],
      made: true,
    },
    contribute: { path: 'contributions', body: { body: 'Ý kiến' }, after: [receive], made: true },
    attach: {
      path: 'evidence/documents',
      body: { number: '1/BC', issuedOn: '2021-02-10', issuer: 'Cơ quan mẫu', about: 'Báo cáo' },
      after: [receive],
      made: true,
    },
    setRhythm: {
      path: 'rhythm',
      body: { cadence: 'month', cutoff: 'calendar', dueDays: 5 },
      after: [receive],
      method: 'PUT',
    },
    callForReport: { path: 'report-calls', body: { dueOn: '2021-03-31' }, after: [receive] },
    amend: {
      path: 'amend',
      body: {
        amendment: JSON.stringify({ reason, document: { number: '1/VPCP', issuedOn: '2021-02-01' }, title: 'Tên' }),
      },
      after: [receive],
    },
  }
})()

const OF_GIVER: Act[] = [
  'confirm',
  'sendBack',
  'decide',
  'extend',
  'transfer',
  'cancel',
  'correct',
  'distribute',
  'setRhythm',
  'callForReport',
  'amend',
]
const OF_COORDINATING: Act[] = ['contribute', 'attach']
const OF_LEAD: Act[] = ACTS.filter((act) => !OF_GIVER.includes(act) && act !== 'contribute')
const OF_ANY_LEAD: Act[] = ['report', 'measure', 'split', 'requestContribution', 'attach']

/** People, their agencies and what they may do. All of them see the task, unless `blind`. */
const PEOPLE: { who: string; role: Visitor['actor']['role']; agency?: string; may: Act[]; blind?: true }[] = [
  { who: 'administrator', role: 'administrator', may: [] },
  { who: 'leader of the Office', role: 'followUpLeader', may: OF_GIVER },
  { who: 'follow-up officer', role: 'followUp', may: OF_GIVER },
  { who: 'member of the Task Force', role: 'taskForce', may: [] },
  { who: 'member of the Task Force from the lead', role: 'taskForce', agency: FINANCE, may: [] },
  { who: 'officer of the accountable lead', role: 'officer', agency: FINANCE, may: OF_LEAD },
  { who: 'officer of another lead', role: 'officer', agency: PLANNING, may: OF_ANY_LEAD },
  { who: 'officer of a coordinating agency', role: 'officer', agency: 'bo-tu-phap', may: OF_COORDINATING },
  { who: 'officer of the agency it was taken from', role: 'officer', agency: HOME, may: [] },
  { who: 'officer of an agency without a part', role: 'officer', agency: 'bo-y-te', may: [], blind: true },
]

test('who may do what', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const finance = await app.as('officer', { agency: FINANCE })
  const justice = await app.agency('bo-tu-phap')
  const health = await app.agency('bo-y-te')
  const units: Record<string, number> = {
    [FINANCE]: await aUnit(app, 'tai-chinh-vu-1', agencies.finance),
    [PLANNING]: await aUnit(app, 'ke-hoach-vu-1', agencies.planning),
  }
  const task = (ref: string): NewTask => ({
    ...aTask(ref, agencies.home, '2021-12-31'),
    deadlines: [aDeadline('2021-12-31', { recurs: 'monthly' }), aDeadline('2021-06-30', { isMilestone: true })],
    targets: [
      {
        literal: 'ít nhất 80%',
        measure: 'hồ sơ trực tuyến',
        comparator: '>=',
        value: 80,
        max: null,
        unit: '%',
        baseline: null,
        scope: null,
        byWhen: null,
      },
    ],
    parties: [
      { role: 'lead', agencyId: agencies.home, namedAs: 'Bộ Nội vụ', scope: null, isAccountable: true },
      { role: 'lead', agencyId: agencies.planning, namedAs: 'Bộ Kế hoạch và Đầu tư', scope: null },
      { role: 'coordinating', agencyId: justice, namedAs: 'Bộ Tư pháp', scope: null },
      { role: 'coordinating', agencyId: null, namedAs: 'các cơ quan liên quan', scope: null, isCollective: true },
    ],
  })
  const passedOn: PastAct = {
    act: 'transfer',
    on: '2021-02-01',
    agencyId: agencies.finance,
    agencyName: 'Bộ Tài chính',
    reason: 'Đúng chức năng',
  }
  const pairs = PEOPLE.flatMap((person) => ACTS.map((act) => ({ person, act })))
  const past = pairs.map(({ act }, place) => ({
    source: aSource(agencies),
    task: task(`${place}`),
    acts: [passedOn, ...HOW[act].after],
  }))
  const ids = await app.db.transaction().execute((trx) => assignArchive(trx, systemActor('thử'), past, app.clock.now()))

  for (const person of PEOPLE) {
    const visitor = await app.as(person.role, person.agency === undefined ? {} : { agency: person.agency })
    for (const act of ACTS) {
      const may = person.may.includes(act)
      await t.test(`${person.who} ${may ? 'may' : 'may not'} ${act}`, async () => {
        const id = ids[pairs.findIndex((pair) => pair.person === person && pair.act === act)]!
        const asSeen = async (who: Visitor) => (await who.send('GET', `/api/tasks/${id}`)).body as Task
        if (act === 'decide') {
          const { version } = await asSeen(finance)
          await finance.send('POST', `/api/tasks/${id}/requests/return`, { ifMatch: version, body: { reason: 'x' } })
        }
        const full = await asSeen(finance)
        const path = HOW[act].path
          .replace('REQUEST', String(full.requests[0]?.id))
          .replace('MILESTONE', String(full.deadlines.find(({ isMilestone }) => isMilestone)?.id))
        const agencyId =
          act === 'split'
            ? (units[person.agency ?? FINANCE] ?? health)
            : act === 'requestContribution'
              ? justice
              : health
        const chosen = act === 'distribute' ? { agencyIds: [health, agencies.office] } : {}
        const body = 'agencyId' in HOW[act].body ? { ...HOW[act].body, agencyId } : { ...HOW[act].body, ...chosen }
        const seen = await visitor.send('GET', `/api/tasks/${id}`)
        assert.equal(seen.status, person.blind ? 404 : 200)
        if (!person.blind) assert.equal((seen.body as Task).may.includes(act), may, 'what the screen offers')
        const answer = await visitor.send(HOW[act].method ?? 'POST', `/api/tasks/${id}/${path}`, {
          ifMatch: full.version,
          body,
        })
        assert.equal(
          answer.status,
          person.blind ? 404 : may ? (HOW[act].made ? 201 : 200) : 403,
          JSON.stringify(answer.body),
        )
        if (!may) assert.equal((await asSeen(finance)).version, full.version, 'a refused act changes nothing')
      })
    }
  }

  await t.test(
    'an invisible task and a missing one give the same answer, for reading, for changing and in the history',
    async () => {
      const stranger = await app.as('officer', { agency: 'bo-y-te' })
      const hiddenId = ids[0]!
      const body = { reason: 'x' }
      for (const path of ['', '/history']) {
        const [hidden, absent] = await Promise.all([
          stranger.send('GET', `/api/tasks/${hiddenId}${path}`),
          stranger.send('GET', `/api/tasks/99999999${path}`),
        ])
        assert.deepEqual([hidden.status, absent.status], [404, 404])
        assert.deepEqual(withoutId(hidden.body), withoutId(absent.body))
      }
      const [hidden, absent] = await Promise.all([
        stranger.send('POST', `/api/tasks/${hiddenId}/cancel`, { ifMatch: 1, body }),
        stranger.send('POST', '/api/tasks/99999999/cancel', { ifMatch: 1, body }),
      ])
      assert.deepEqual(withoutId(hidden.body), withoutId(absent.body))
      assert.equal((await app.send('GET', `/api/tasks/${hiddenId}`)).status, 401)
    },
  )

  await t.test('lists and figures count only the tasks visible on that day', async () => {
    const past = [
      { source: aSource(agencies, { id: 7 }), task: aTask('a', agencies.procedures, '2021-12-31'), acts: [] },
      {
        source: aSource(agencies, { id: 7 }),
        task: aTask('b', agencies.home, '2021-12-31'),
        acts: [{ ...passedOn, on: '2021-02-10', agencyId: agencies.procedures, agencyName: 'Cục' } as PastAct],
      },
    ]
    await app.db.transaction().execute((trx) => assignArchive(trx, systemActor('thử'), past, app.clock.now()))
    const count = async (agency: string, asOf: string) => {
      const officer = await app.as('officer', { agency })
      const list = (await officer.send('GET', `/api/tasks?source=directive:7&asOf=${asOf}&count=true`)).body as TaskList
      const figures = (await officer.send('GET', `/api/statistics?source=directive:7&asOf=${asOf}`)).body as {
        total: { assigned: number }
      }
      assert.equal(list.total, list.rows.length)
      assert.equal(figures.total.assigned, list.total)
      return list.total
    }
    assert.equal(await count(PROCEDURES, '2021-02-09'), 1)
    assert.equal(await count(PROCEDURES, '2021-02-10'), 2)
    assert.equal(await count('van-phong-chinh-phu', '2021-02-10'), 2, 'the agency sees the tasks of its unit')
    assert.equal(await count('vpcp-vu-tong-hop', '2021-02-10'), 0, 'a unit does not see the tasks of another unit')
    assert.equal(await count(HOME, '2021-02-09'), 1)
    assert.equal(await count(HOME, '2021-02-10'), 0)
    const home = await app.as('officer', { agency: HOME })
    const groups = (await home.send('GET', '/api/groups?search=cai cach')).body as { groups: string[] }
    assert.deepEqual(groups.groups, [], 'no task is visible any more today')
  })
})

function withoutId(body: unknown): unknown {
  const { requestId: _, ...rest } = body as { requestId: string }
  return rest
}
