import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agenciesOf, aSource, aTask, FINANCE, given } from '../tasks/task.fixture.ts'
import { freshApp, type Visitor } from '../test/app.ts'
import type { Letter, UrgedTasks } from './letter-shapes.ts'

test('urging exactly these tasks', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const follow = await app.as('followUp')
  const finance = await app.as('officer', { agency: FINANCE })
  const make = (ref: string, lead: number, due: string | null) => given(app, aSource(agencies), aTask(ref, lead, due))
  const late = await make('1', agencies.finance, '2021-02-10')
  const otherLate = await make('2', agencies.finance, '2021-02-11')
  const standing = await make('3', agencies.finance, null)
  const ofHome = await make('4', agencies.home, '2021-02-10')
  const claimed = await make('5', agencies.home, '2021-02-10')
  const home = await app.as('officer', { agency: 'bo-noi-vu' })
  const act = async (who: Visitor, id: number, path: string, body: object) => {
    const { version } = (await who.send('GET', `/api/tasks/${id}`)).body as { version: number }
    assert.equal((await who.send('POST', `/api/tasks/${id}/${path}`, { ifMatch: version, body })).status, 200)
  }
  await act(home, claimed, 'receive', {})
  await act(home, claimed, 'done', { completedOn: '2021-02-20', body: 'Xong' })
  const urge = async (taskIds: number[], who: Visitor = follow) =>
    who.send('POST', '/api/urging/letters/for-tasks', { body: { taskIds } })
  const letterOf = async (id: number) => (await follow.send('GET', `/api/urging/letters/${id}`)).body as Letter

  const answer = (await urge([late, standing, ofHome, claimed, 999_999])).body as UrgedTasks
  assert.deepEqual(answer.made.map(({ agencyName, tasks, isAdded }) => [agencyName, tasks, isAdded]).sort(), [
    ['Bộ Nội vụ', 1, false],
    ['Bộ Tài chính', 2, false],
  ])
  assert.deepEqual(
    answer.skipped.map(({ taskId, code }) => [taskId, code]),
    [
      [claimed, 'letter.nothing_to_do'],
      [999_999, 'task.not_found'],
    ],
  )
  const { id } = answer.made.find(({ agencyId }) => agencyId === agencies.finance)!
  const letter = await letterOf(id)
  assert.deepEqual(letter.taskList.map((task) => task.id).sort(), [late, standing].sort(), 'exactly those')
  assert.match(
    letter.opening,
    /1 nhiệm vụ đã quá hạn chưa hoàn thành và 1 nhiệm vụ chưa hoàn thành, cần báo cáo tiến độ/,
  )

  // The open draft takes more, and counts them; what it has already is not there twice.
  const more = (await urge([late, otherLate])).body as UrgedTasks
  assert.deepEqual(
    more.made.map((made) => [made.id, made.tasks, made.isAdded, made.isWordingKept]),
    [[id, 2, true, false]],
  )
  const grown = await letterOf(id)
  assert.equal(grown.taskList.length, 3)
  assert.match(grown.opening, /2 nhiệm vụ đã quá hạn/)

  // Words that a person changed stay.
  await follow.send('PATCH', `/api/urging/letters/${id}`, {
    ifMatch: grown.version,
    body: { opening: 'Lời văn riêng.', taskIds: [late] },
  })
  const again = (await urge([otherLate])).body as UrgedTasks
  assert.equal(again.made[0]!.isWordingKept, true)
  assert.equal((await letterOf(id)).opening, 'Lời văn riêng.')

  // A letter that waits for a signature is not changed behind the signatory's back.
  const { version } = await letterOf(id)
  const submitted = await follow.send('POST', `/api/urging/letters/${id}/submit`, { ifMatch: version })
  assert.equal(submitted.status, 200, JSON.stringify(submitted.body))
  const refused = (await urge([standing])).body as UrgedTasks
  assert.deepEqual(
    refused.failed.map(({ agencyId, code }) => [agencyId, code]),
    [[agencies.finance, 'letter.being_signed']],
  )
  assert.equal((await urge([late], finance)).status, 403)
})
