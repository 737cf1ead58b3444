import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { replied, said } from '../comments/comments.fixture.ts'
import { house } from '../house.ts'
import { publicEvents } from '../platform/audit.ts'
import type { Answer, Method, Visitor } from './app.ts'
import { editOf, openDesk } from './review-desk.ts'
import { TABLE } from './walked-routes.ts'
import { SECRET, world } from './walked-world.ts'

test('every route, for every role', async (t) => {
  const { app, walkers, fill, draft, send } = await world(t)
  const { paths } = (await app.inject({ url: '/api/openapi.json' })).json() as { paths: Record<string, object> }
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  assert.deepEqual(Object.keys(TABLE).sort(), routes.sort(), 'the table has every route of the API, and no other')

  for (const [route, { status, options = {}, query = '', open, strange = 200 }] of Object.entries(TABLE)) {
    const [method, path] = route.split(' ') as [Method, string]
    const sent = options.body === 'DRAFT' ? { ...options, body: editOf(draft) } : options
    await t.test(route, async () => {
      const expected = status.split(' ').map(Number)
      for (const [place, [who, visitor]] of Object.entries(walkers).entries()) {
        const answer = await visitor.send(method, fill(path) + query, sent)
        assert.equal(answer.status, expected[place], `${who}: ${JSON.stringify(answer.body).slice(0, 300)}`)
      }
      const stranger = await send(method, fill(path) + query, sent)
      assert.equal(stranger.status, open ? strange : 401, 'a stranger')
      if (!open) assert.equal((stranger.body as { code: string }).code, 'auth.required')
    })
  }
})

test('hidden data shows nowhere: not in lists, counts, figures, groups, files or refusals', async (t) => {
  const { walkers, taskId } = await world(t)
  const words = encodeURIComponent(SECRET)
  const addresses = [
    '/api/tasks?count=true&limit=500',
    `/api/tasks?search=${words}&count=true`,
    `/api/tasks?group=${encodeURIComponent(`Nhóm ${SECRET}`)}&count=true`,
    '/api/tasks?asOf=2021-02-20&standing=openOverdue&count=true',
    '/api/statistics?by=agency',
    '/api/statistics?by=group',
    '/api/statistics?by=source',
    '/api/statistics?by=month',
    '/api/statistics/trend?months=3',
    `/api/groups?search=${words}`,
    `/api/directives?search=${words}`,
    '/api/directives',
    '/api/tasks/changes?limit=500',
    `/api/search?words=${words}`,
    `/api/search/counts?words=${words}`,
    `/api/search/task?words=${words}`,
  ]
  const read = async (visitor: Visitor) => Promise.all(addresses.map((url) => visitor.send('GET', url)))
  const textOf = ({ body }: Answer) => JSON.stringify(body)
  assert.ok((await read(walkers.leader)).some((answer) => textOf(answer).includes(SECRET)))
  for (const who of ['helper', 'outsider'] as const) {
    for (const [place, answer] of (await read(walkers[who])).entries()) {
      assert.equal(answer.status, 200)
      assert.ok(!textOf(answer).includes(SECRET), `${who}: ${addresses[place]}`)
    }
  }
  assert.deepEqual(await sheetOf(walkers.outsider), [])
  assert.deepEqual((await sheetOf(walkers.helper)).length, 1)
  assert.ok((await sheetOf(walkers.leader)).some((title) => title.includes(SECRET)))

  const assigned = async (visitor: Visitor) =>
    ((await visitor.send('GET', '/api/statistics')).body as { total: { assigned: number } }).total.assigned
  assert.deepEqual(
    [await assigned(walkers.leader), await assigned(walkers.helper), await assigned(walkers.outsider)],
    [2, 1, 0],
  )

  const hidden = await walkers.outsider.send('GET', `/api/tasks/${taskId}`)
  const absent = await walkers.outsider.send('GET', '/api/tasks/987654')
  const withoutId = ({ body }: Answer) => ({ ...(body as object), requestId: '' })
  assert.deepEqual(withoutId(hidden), withoutId(absent))
  const other = (await walkers.helper.send('GET', '/api/tasks?limit=1')).body as { nextCursor: string | null }
  assert.equal(other.nextCursor, null, 'a further page would reveal that there is more')
})

test('internal comments show nowhere to the other side: not in lists, feeds, logs, notifications or searches', async (t) => {
  const { walkers, taskId, reviewer, as, drain, db } = await world(t)
  const internal = await said(reviewer, taskId, { audience: 'internal', body: `Chuyện ${SECRET}` })
  await replied(reviewer, taskId, internal.threadId, { body: `Thêm về ${SECRET}` })
  await drain()
  const addresses = [
    `/api/tasks/${taskId}`,
    `/api/tasks/${taskId}/comments`,
    `/api/tasks/${taskId}/history`,
    `/api/tasks/${taskId}/urgings`,
    '/api/tasks/changes?limit=500',
    '/api/notifications',
    '/api/landing',
    '/api/desk',
    `/api/search?words=${encodeURIComponent(`Chuyện ${SECRET}`)}`,
  ]
  const followUp = JSON.stringify(
    await Promise.all(addresses.slice(1, 3).map((url) => walkers.followUp.send('GET', url))),
  )
  assert.ok(followUp.includes(`Chuyện ${SECRET}`) && followUp.includes('internalComment.added'))
  for (const who of [
    walkers.leader,
    walkers.helper,
    walkers.taskForce,
    await as('leader', { agency: 'bo-tai-chinh' }),
  ]) {
    for (const url of addresses) {
      const { status, body } = await who.send('GET', url)
      const text = JSON.stringify(body)
      assert.ok(status === 200 || status === 403, `${url}: ${status}`)
      assert.ok(!/internal|nội bộ/i.test(text) && !text.includes(`Chuyện ${SECRET}`), `${who.actor.role}: ${url}`)
    }
  }
  // Systems of agencies are sent none: the events are not public, and about another subject than the task.
  const events = publicEvents(db).map(({ name }) => name)
  assert.ok(events.includes('comment.added') && !events.some((name) => name.startsWith('internalComment')))
  // Open pages of an agency's people hear of a change of a task; of an internal one no agency is an audience.
  const audience = house.audiences.taskInternal
  assert.ok(typeof audience === 'function' && (await audience(db, [taskId], '2021-03-01')).size === 0)
})

/** The titles in the exported sheet. */
async function sheetOf(visitor: Visitor): Promise<string[]> {
  const book = new ExcelJS.Workbook()
  const { bytes } = await visitor.send('GET', '/api/tasks/export.xlsx')
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  const titles: string[] = []
  sheet.getColumn(3).eachCell((cell, row) => {
    if (row > 4) titles.push(String(cell.value))
  })
  return titles
}

test('a person whose post has ended and an invented token have no rights', async (t) => {
  const { db, as, send } = await openDesk(t)
  const former = await as('officer', { agency: 'bo-tai-chinh' })
  await db
    .updateTable('registry.post')
    .set({ valid: '[2020-01-01,2021-02-28)' })
    .where('person_id', '=', former.actor.personId)
    .execute()
  const answer = await former.send('GET', '/api/tasks')
  assert.deepEqual([answer.status, (answer.body as { code: string }).code], [403, 'auth.no_post'])
  for (const authorization of ['Bearer dh_made-up', `Bearer ${former.token}x`, 'Basic YTpi', 'Bearer ']) {
    assert.equal((await send('GET', '/api/tasks', { headers: { authorization } })).status, 401, authorization)
  }
})
