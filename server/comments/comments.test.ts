import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { toldWorld } from '../notifications/notifications.fixture.ts'
import type { History } from '../tasks/shapes.ts'
import { aTask, FINANCE, PLANNING } from '../tasks/task.fixture.ts'
import { changedOnce } from '../test/once.ts'
import { codeOf, commentsOf, listOf, mentioning, replied, said } from './comments.fixture.ts'
import type { Thread, ThreadList } from './shapes.ts'

const shared = (world: Awaited<ReturnType<typeof toldWorld>>) =>
  aTask('II.1', world.agencies.finance, '2021-06-30', {
    parties: [
      { role: 'lead', agencyId: world.agencies.finance, namedAs: 'BTC', scope: null },
      { role: 'coordinating', agencyId: world.agencies.planning, namedAs: 'BKH', scope: null },
    ],
  })

test('a comment and its replies are read by whoever may read the task, and change nothing of it', async (t) => {
  const world = await toldWorld(t)
  const { officer, giver } = world
  const coordinating = await world.as('officer', { agency: PLANNING })
  const stranger = await world.as('officer', { agency: 'bo-y-te' })
  const [id] = await world.give(shared(world))
  const taskOf = async () => (await giver.send('GET', `/api/tasks/${id}`)).body
  const before = await taskOf()
  const first = await said(officer, id!, { body: 'Phụ lục II\r\ncó phải gửi kèm không?' })
  world.clock.set('2021-03-02')
  await replied(giver, id!, first.threadId, { body: 'Có, gửi kèm.' })
  await replied(coordinating, id!, first.threadId, { body: 'Chúng tôi gửi trước ngày 10.' })
  const second = await said(giver, id!, { body: 'Đề nghị gửi số liệu tháng 2.' })

  const list = await listOf(officer, id!)
  assert.deepEqual(
    list.threads.map(({ id: thread, audience, left, comments }) => [
      thread,
      audience,
      left,
      comments.map(({ body }) => body),
    ]),
    [
      [second.threadId, 'shared', 0, ['Đề nghị gửi số liệu tháng 2.']],
      [
        first.threadId,
        'shared',
        0,
        ['Phụ lục II\ncó phải gửi kèm không?', 'Có, gửi kèm.', 'Chúng tôi gửi trước ngày 10.'],
      ],
    ],
  )
  assert.deepEqual([list.audiences, list.mayComment, list.isClosed, list.nextCursor], [['shared'], true, false, null])
  const [, reply] = list.threads[1]!.comments
  assert.deepEqual(
    [reply!.by, reply!.title, reply!.agencyName, reply!.may, reply!.isNew],
    ['Trần Theo Dõi', 'Chuyên viên', 'Văn phòng Chính phủ', [], true],
  )
  // The task is as it was: state, version, figures, and who changed it last. `asOf` is the day asked.
  const bare = (task: unknown) => ({ ...(task as object), asOf: '', knownOn: '' })
  assert.deepEqual(bare(await taskOf()), bare(before))
  for (const path of ['comments', `threads/${first.threadId}`, 'comment-readers?audience=shared']) {
    assert.deepEqual(codeOf(await stranger.send('GET', `/api/tasks/${id}/${path}`)), [404, 'task.not_found'])
  }
  const answer = await stranger.send('POST', `/api/tasks/${id}/comments`, { body: { audience: 'shared', body: 'x' } })
  assert.deepEqual(codeOf(answer), [404, 'task.not_found'])
})

test('a creation is done once for its key; long threads and long lists come in parts', async (t) => {
  const world = await toldWorld(t)
  const [id] = await world.give(shared(world))
  const { body } = await changedOnce(world.officer, 'POST', `/api/tasks/${id}/comments`, {
    body: { audience: 'shared', body: 'Một' },
  })
  const { threadId } = body as { threadId: number }
  for (let n = 1; n <= 13; n += 1) await replied(world.giver, id!, threadId, { body: `Trả lời ${n}` })
  for (let n = 1; n <= 3; n += 1) await said(world.giver, id!, { body: `Trao đổi ${n}` })
  const first = await listOf(world.officer, id!, '?limit=3')
  assert.deepEqual(
    commentsOf(first).map(({ body: text }) => text),
    ['Trao đổi 3', 'Trao đổi 2', 'Trao đổi 1'],
  )
  const rest = await listOf(world.officer, id!, `?limit=3&cursor=${first.nextCursor}`)
  assert.equal(rest.nextCursor, null)
  const [long] = rest.threads
  assert.deepEqual(
    [long!.left, long!.comments.length, long!.comments[0]!.body, long!.comments[1]!.body, long!.comments.at(-1)!.body],
    [3, 11, 'Một', 'Trả lời 4', 'Trả lời 13'],
  )
  const whole = (await world.officer.send('GET', `/api/tasks/${id}/threads/${threadId}`)).body as Thread
  assert.deepEqual([whole.left, whole.comments.length], [0, 14])
  const elsewhere = await world.give(aTask('II.2', world.agencies.finance, '2021-06-30'))
  const wrongTask = await world.officer.send('GET', `/api/tasks/${elsewhere[0]}/threads/${threadId}`)
  assert.deepEqual(codeOf(wrongTask), [404, 'comment.thread_not_found'])
})

test('the author corrects within fifteen minutes; both texts stay; others cannot, nor an administrator', async (t) => {
  const world = await toldWorld(t)
  const { officer, giver } = world
  const administrator = await world.as('administrator')
  const [id] = await world.give(shared(world))
  const { id: comment } = await said(officer, id!, { body: 'Gửi ngày 12' })
  const own = commentsOf(await listOf(officer, id!))[0]!
  assert.deepEqual([own.may, own.correctUntil], [['correct', 'withdraw'], '2021-03-01T05:15:00Z'])
  for (const who of [giver, administrator]) {
    for (const act of ['correct', 'withdraw']) {
      const options = { ifMatch: 1, ...(act === 'correct' ? { body: { body: 'x' } } : {}) }
      const answer = await who.send('POST', `/api/comments/${comment}/${act}`, options)
      assert.deepEqual(codeOf(answer), [403, 'comment.not_yours'])
    }
  }
  await changedOnce(officer, 'POST', `/api/comments/${comment}/correct`, { ifMatch: 1, body: { body: 'Gửi ngày 21' } })
  const corrected = commentsOf(await listOf(giver, id!))[0]!
  assert.deepEqual(
    [corrected.body, corrected.version, corrected.earlier.map(({ body }) => body), corrected.correctedAt],
    ['Gửi ngày 21', 2, ['Gửi ngày 12'], '2021-03-01T05:00:00Z'],
  )
  world.clock.set('2021-03-02')
  const late = await officer.send('POST', `/api/comments/${comment}/correct`, { ifMatch: 2, body: { body: 'x' } })
  assert.deepEqual(codeOf(late), [409, 'comment.too_late_to_correct'])
  // The texts are for ever, whatever the application tries.
  for (const table of ['comment_version', 'mention', 'thread']) {
    await assert.rejects(sql`delete from ${sql.ref(`comments.${table}`)}`.execute(world.db), /permission denied/)
  }
})

test('a withdrawn comment has no text for anyone; the log says who and when, and never said what', async (t) => {
  const world = await toldWorld(t)
  const { officer, giver } = world
  const [id] = await world.give(shared(world))
  const { id: comment, threadId } = await said(officer, id!, { body: 'Nhầm chỗ Hoành Sơn' })
  await replied(giver, id!, threadId, mentioning('Xem lại @', officer))
  await officer.send('POST', `/api/comments/${comment}/correct`, { ifMatch: 1, body: { body: 'Nhầm Hoành Sơn' } })
  await changedOnce(officer, 'POST', `/api/comments/${comment}/withdraw`, { ifMatch: 2 })
  for (const who of [officer, giver, await world.as('administrator')]) {
    const [first, second] = commentsOf(await listOf(who, id!))
    assert.deepEqual(
      [first!.body, first!.earlier, first!.withdrawnAt, first!.may],
      [null, [], '2021-03-01T05:00:00Z', []],
    )
    assert.match(second!.body!, /Xem lại @Phạm Cán Bộ/)
    const history = (await who.send('GET', `/api/tasks/${id}/history`)).body as Static<typeof History>
    assert.deepEqual(
      history.entries.slice(1).map(({ event, actor }) => [event, actor]),
      [
        ['comment.added', 'Phạm Cán Bộ'],
        ['comment.added', 'Trần Theo Dõi'],
        ['comment.corrected', 'Phạm Cán Bộ'],
        ['comment.withdrawn', 'Phạm Cán Bộ'],
      ],
    )
    assert.ok(!JSON.stringify(history).includes('Hoành Sơn'))
  }
  assert.ok(!JSON.stringify((await giver.send('GET', '/api/notifications')).body).includes('Hoành Sơn'))
  const { rows } = await sql`select from platform.audit where detail::text like '%Hoành Sơn%'`.execute(world.db)
  assert.equal(rows.length, 0)
  const again = await officer.send('POST', `/api/comments/${comment}/withdraw`, { ifMatch: 3 })
  assert.deepEqual(codeOf(again), [409, 'comment.withdrawn'])
  // The row and its texts are kept.
  const { rows: kept } = await sql<{ body: string }>`
    select body from comments.comment_version where comment_id = ${comment} order by version`.execute(world.db)
  assert.deepEqual(
    kept.map(({ body }) => body),
    ['Nhầm chỗ Hoành Sơn', 'Nhầm Hoành Sơn'],
  )
})

test('an auditor reads and does not write; a cancelled task takes none; bad input names its field', async (t) => {
  const world = await toldWorld(t)
  const { officer, giver } = world
  const [id] = await world.give(shared(world))
  const { threadId } = await said(officer, id!, { body: 'Một' })
  const auditor = await world.as('auditor')
  const member = await world.as('taskForce', { follows: ['bo-tai-chinh'] })
  assert.equal((await listOf(auditor, id!)).mayComment, false)
  for (const [path, body] of [
    ['comments', { audience: 'shared', body: 'x' }],
    [`threads/${threadId}/replies`, { body: 'x' }],
  ] as const) {
    assert.deepEqual(codeOf(await auditor.send('POST', `/api/tasks/${id}/${path}`, { body })), [
      403,
      'comment.not_allowed',
    ])
    assert.equal((await member.send('POST', `/api/tasks/${id}/${path}`, { body })).status, 201)
  }
  const bad: [body: object, code: string, field: string][] = [
    [{ body: ' \u200B\n' }, 'comment.empty', 'body'],
    [{ body: '\u3164\u115F' }, 'comment.empty', 'body'],
    [{ body: 'a'.repeat(4001) }, 'comment.too_long', 'body'],
    [{ body: 'a @b', mentions: [{ personId: 1, start: 0, end: 2 }] }, 'comment.mention_place', 'mentions'],
  ]
  for (const [body, code, field] of bad) {
    const answer = await officer.send('POST', `/api/tasks/${id}/threads/${threadId}/replies`, { body })
    assert.deepEqual(codeOf(answer), [400, code])
    assert.deepEqual(
      (answer.body as { fields: { path: string }[] }).fields.map(({ path }) => path),
      [field],
    )
  }
  const unread = (await listOf(auditor, id!)).unread
  assert.equal(unread, 3)
  await world.act(giver, id!, 'cancel', 1, { reason: 'Trùng' })
  assert.equal((await listOf(officer, id!)).isClosed, true)
  const late = await officer.send('POST', `/api/tasks/${id}/threads/${threadId}/replies`, { body: { body: 'x' } })
  assert.deepEqual(codeOf(late), [409, 'comment.task_cancelled'])
})

test('what a person has not seen is counted for them, and never goes back', async (t) => {
  const world = await toldWorld(t)
  const { officer, giver } = world
  const [id, other] = await world.give(shared(world), aTask('II.2', world.agencies.finance, '2021-06-30'))
  const one = await said(giver, id!, { body: 'Một' })
  await said(officer, id!, { body: 'Của mình' })
  const three = await said(giver, id!, { body: 'Ba' })
  const internal = await said(giver, id!, { audience: 'internal', body: 'Nội bộ' })
  const unread = async () => (await listOf(officer, id!)).unread
  assert.equal(await unread(), 2)
  const see = (upTo: number, taskId = id) => officer.send('PUT', `/api/me/seen-comments/${taskId}`, { body: { upTo } })
  assert.equal((await see(one.id)).status, 204)
  const list = await listOf(officer, id!)
  assert.deepEqual(
    [list.unread, commentsOf(list).map(({ isNew }) => isNew), list.newest],
    [1, [true, false, false], three.id],
  )
  // What may not be read, or is of another task, is not there.
  for (const [upTo, task] of [
    [internal.id, id],
    [three.id, other],
    [987654, id],
  ] as const) {
    assert.equal((await see(upTo, task!)).status, 204)
  }
  assert.equal(await unread(), 1)
  await see(three.id)
  await see(one.id)
  assert.equal(await unread(), 0)
  assert.equal((await listOf(giver, id!)).unread, 1)
})

test('a system of an agency reads what is shared, and writes and marks nothing', async (t) => {
  const world = await toldWorld(t)
  const office = await world.as('focalPoint')
  const focal = await world.as('focalPoint', { agency: FINANCE })
  // The Office itself leads one: its system is still no one of the giver's side.
  const [ofFinance, ofOffice] = await world.give(shared(world), aTask('II.2', world.agencies.office, '2021-06-30'))
  for (const [keeper, agencyId, id] of [
    [focal, world.agencies.finance, ofFinance],
    [office, world.agencies.office, ofOffice],
  ] as const) {
    const made = await keeper.send('POST', '/api/clients', {
      body: { agencyId, name: 'Hệ thống mẫu', scopes: ['tasks.read', 'tasks.report'] },
    })
    const { clientId, secret } = made.body as { clientId: string; secret: string }
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret }
    const given = await world.app.inject({
      method: 'POST',
      url: '/api/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    })
    const headers = { authorization: `Bearer ${(given.json() as { access_token: string }).access_token}` }
    const { id: comment } = await said(world.giver, id!, { body: 'Chung' })
    const internal = await said(world.giver, id!, { audience: 'internal', body: 'Riêng' })
    const list = (await world.send('GET', `/api/tasks/${id}/comments`, { headers })).body as ThreadList
    assert.deepEqual(
      [list.mayComment, list.audiences, list.unread, commentsOf(list).map(({ body, isNew }) => [body, isNew])],
      [false, ['shared'], 0, [['Chung', false]]],
    )
    const thread = await world.send('GET', `/api/tasks/${id}/threads/${internal.threadId}`, { headers })
    assert.equal(thread.status, 404)
    const written = { headers, body: { audience: 'shared', body: 'x' } }
    assert.deepEqual(codeOf(await world.send('POST', `/api/tasks/${id}/comments`, written)), [
      403,
      'comment.not_allowed',
    ])
    const seen = { headers, body: { upTo: comment } }
    assert.equal((await world.send('PUT', `/api/me/seen-comments/${id}`, seen)).status, 403)
  }
})
