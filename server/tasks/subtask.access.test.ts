import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, freshApp, type Visitor } from '../test/app.ts'
import type { Task, TaskList } from './shapes.ts'
import type { SubtaskAct, SubtaskState } from './subtask-shapes.ts'
import { agenciesOf, aSource, aTask, aUnit, FINANCE, given, PLANNING } from './task.fixture.ts'

const HOW: Record<Exclude<SubtaskAct, 'attach'>, { body: object; from: SubtaskState; method?: 'PUT' }> = {
  start: { body: {}, from: 'assigned' },
  report: { body: { percent: 20, body: 'Đang làm' }, from: 'inProgress' },
  finish: { body: { doneOn: '2021-02-28', body: 'Xong' }, from: 'inProgress' },
  accept: { body: {}, from: 'done' },
  sendBack: { body: { reason: 'Thiếu phụ lục' }, from: 'done' },
  change: { body: { title: 'Việc', content: 'Làm khác', dueOn: '2021-04-01' }, from: 'assigned', method: 'PUT' },
  cancel: { body: { reason: 'Không cần nữa' }, from: 'assigned' },
}
const ACTS = Object.keys(HOW) as (keyof typeof HOW)[]
const OF_UNIT: SubtaskAct[] = ['start', 'report', 'finish']
const PATHS: Partial<Record<SubtaskAct, string>> = { sendBack: '/send-back', change: '' }

/** `sees`: 404 of the task, 404 of the sub-task alone, or neither. */
const PEOPLE: { who: string; role: string; agency?: string; may: SubtaskAct[]; sees: 'all' | 'task' | 'nothing' }[] = [
  { who: 'officer of the lead, whose units are its own', role: 'officer', agency: FINANCE, may: ACTS, sees: 'all' },
  { who: 'officer of the unit', role: 'officer', agency: 'tai-chinh-vu-1', may: OF_UNIT, sees: 'all' },
  { who: 'officer of another unit of the lead', role: 'officer', agency: 'tai-chinh-vu-2', may: [], sees: 'nothing' },
  { who: 'officer of a coordinating agency', role: 'officer', agency: PLANNING, may: [], sees: 'task' },
  { who: 'follow-up officer', role: 'followUp', may: [], sees: 'all' },
  { who: 'auditor', role: 'auditor', may: [], sees: 'all' },
  { who: 'officer of an agency without a part', role: 'officer', agency: 'bo-y-te', may: [], sees: 'nothing' },
]

test('who may do what to a sub-task', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const unit = await aUnit(app, 'tai-chinh-vu-1', agencies.finance)
  await aUnit(app, 'tai-chinh-vu-2', agencies.finance)
  const lead = await app.as('officer', { agency: FINANCE })
  const people = new Map<string, Visitor>()
  for (const { who, role, agency } of PEOPLE) people.set(who, await app.as(role, agency ? { agency } : {}))

  let made = 0
  const fresh = async (state: SubtaskState): Promise<{ id: number; subtaskId: number; version: number }> => {
    made += 1
    const id = await given(app, aSource(agencies), {
      ...aTask(`${made}`, agencies.finance, '2021-06-30'),
      parties: [
        { role: 'lead', agencyId: agencies.finance, namedAs: 'Bộ Tài chính', scope: null },
        { role: 'coordinating', agencyId: agencies.planning, namedAs: 'Bộ Kế hoạch và Đầu tư', scope: null },
      ],
    })
    ok(await lead.send('POST', `/api/tasks/${id}/receive`, { ifMatch: 1, body: {} }))
    const body = { agencyId: unit, title: 'Việc', content: 'Dự thảo báo cáo', dueOn: '2021-05-31' }
    const { id: subtaskId } = ok(await lead.send('POST', `/api/tasks/${id}/subtasks`, { body })) as { id: number }
    const steps: ('start' | 'finish')[] = state === 'inProgress' ? ['start'] : state === 'done' ? ['finish'] : []
    let version = 1
    for (const act of steps) {
      const path = `/api/tasks/${id}/subtasks/${subtaskId}/${act}`
      ok(await lead.send('POST', path, { ifMatch: version, body: HOW[act].body }))
      version += 1
    }
    return { id, subtaskId, version }
  }

  for (const { who, may, sees } of PEOPLE) {
    for (const act of ACTS) {
      await t.test(`${who} ${may.includes(act) ? 'may' : 'may not'} ${act}`, async () => {
        const visitor = people.get(who)!
        const { id, subtaskId, version } = await fresh(HOW[act].from)
        const read = await visitor.send('GET', `/api/tasks/${id}`)
        assert.equal(read.status, sees === 'nothing' ? 404 : 200)
        if (sees !== 'nothing') {
          const [subtask] = (read.body as Task).subtasks
          assert.equal(subtask !== undefined, sees === 'all', 'how a lead divides its work is internal to it')
          if (subtask) assert.equal(subtask.may.includes(act), may.includes(act), 'what the screen offers')
        }
        const path = `/api/tasks/${id}/subtasks/${subtaskId}${PATHS[act] ?? `/${act}`}`
        const answer = await visitor.send(HOW[act].method ?? 'POST', path, { ifMatch: version, body: HOW[act].body })
        assert.equal(answer.status, sees !== 'all' ? 404 : may.includes(act) ? 200 : 403, JSON.stringify(answer.body))
      })
    }
  }

  await t.test('a unit sees the task while it has a sub-task of it: in lists, in figures and on its page', async () => {
    const visitor = people.get('officer of the unit')!
    const { id, subtaskId } = await fresh('assigned')
    const listed = async (day = '') => {
      const list = (await visitor.send('GET', `/api/tasks?count=true&limit=500${day}`)).body as TaskList
      assert.equal(list.total, list.rows.length)
      const figures = (await visitor.send('GET', `/api/statistics?by=agency${day}`)).body as {
        total: { assigned: number }
      }
      assert.equal(figures.total.assigned, list.total)
      return list.rows.some((row) => row.id === id)
    }
    assert.equal(await listed(), true)
    assert.equal(await listed('&asOf=2021-02-27'), false, 'it had none the day before')
    const path = `/api/tasks/${id}/subtasks/${subtaskId}/cancel`
    ok(await lead.send('POST', path, { ifMatch: 1, body: { reason: 'Không cần nữa' } }))
    assert.equal(await listed(), false)
    assert.equal((await visitor.send('GET', `/api/tasks/${id}`)).status, 404)
  })

  await t.test('log entries and evidence of a sub-task are visible only to those who may see it', async () => {
    const { id, subtaskId } = await fresh('assigned')
    const document = { number: '7/BC', issuedOn: '2021-02-01', issuer: 'Vụ 1', about: 'Dự thảo', subtaskId }
    const evidence = ok(await lead.send('POST', `/api/tasks/${id}/evidence/documents`, { body: document })) as {
      id: number
    }
    const visibleTo = async (who: string) => {
      const { entries } = (await people.get(who)!.send('GET', `/api/tasks/${id}/history`)).body as {
        entries: { event: string }[]
      }
      const task = (await people.get(who)!.send('GET', `/api/tasks/${id}`)).body as Task
      return [entries.some(({ event }) => event === 'subtask.given'), task.evidence.length]
    }
    assert.deepEqual(await visibleTo('officer of the unit'), [true, 1])
    assert.deepEqual(await visibleTo('officer of a coordinating agency'), [false, 0])
    const helper = people.get('officer of a coordinating agency')!
    const file = await helper.send('GET', `/api/tasks/${id}/evidence/${evidence.id}/file`)
    const absent = await helper.send('GET', `/api/tasks/${id}/evidence/999999/file`)
    assert.deepEqual([file.status, absent.status], [404, 404])
    assert.deepEqual({ ...(file.body as object), requestId: '' }, { ...(absent.body as object), requestId: '' })
  })
})

function ok({ status, body }: Answer): unknown {
  assert.ok(status < 300, JSON.stringify(body))
  return body
}
