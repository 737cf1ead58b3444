import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { eventsOf, linesOf, toldWorld } from '../notifications/notifications.fixture.ts'
import { aTask, aUnit, FINANCE, PLANNING } from '../tasks/task.fixture.ts'
import type { Answer, Visitor } from '../test/app.ts'
import { codeOf, commentsOf, listOf, mentioning, replied, said } from './comments.fixture.ts'
import type { Readers } from './shapes.ts'

const without = ({ status, body }: Answer) => [status, { ...(body as object), requestId: '' }]

test('an internal thread is there for the giver’s side alone: to the others it does not exist in any answer', async (t) => {
  const world = await toldWorld(t)
  const { officer, giver } = world
  const [id] = await world.give(aTask('II.1', world.agencies.finance, '2021-06-30'))
  const leader = await world.as('followUpLeader')
  const side = [
    giver,
    leader,
    await world.as('auditor'),
    await world.as('administrator'),
    await world.as('taskForceHead'),
  ]
  const others = [
    officer,
    await world.as('leader', { agency: FINANCE }),
    await world.as('taskForce', { agency: 'bo-y-te', follows: [FINANCE] }),
  ]
  const read = (who: Visitor) =>
    Promise.all(
      [
        `/api/tasks/${id}`,
        `/api/tasks/${id}/comments`,
        `/api/tasks/${id}/history`,
        '/api/tasks/changes',
        '/api/notifications',
      ].map(async (url) => {
        const answer = await who.send('GET', url)
        // A cursor of changes looks different each time.
        return JSON.stringify(answer.body).replace(/"cursor":"[^"]*"/, '')
      }),
    )
  const before = await Promise.all(others.map(read))
  const { id: comment, threadId } = await said(giver, id!, {
    audience: 'internal',
    ...mentioning('Ý kiến của @ về việc này?', leader),
  })
  await replied(leader, id!, threadId, { body: 'Đồng ý đôn đốc.' })
  await giver.send('POST', `/api/comments/${comment}/correct`, { ifMatch: 1, body: { body: 'Ý kiến của anh?' } })
  assert.deepEqual(await Promise.all(others.map(read)), before, 'nothing they read has changed')
  for (const who of side) {
    const list = await listOf(who, id!)
    assert.deepEqual(
      [list.audiences, list.threads.map(({ audience }) => audience), commentsOf(list).map(({ body }) => body)],
      [['shared', 'internal'], ['internal'], ['Ý kiến của anh?', 'Đồng ý đôn đốc.']],
    )
    const history = JSON.stringify((await who.send('GET', `/api/tasks/${id}/history`)).body)
    for (const event of ['internalComment.added', 'internalComment.corrected']) assert.ok(history.includes(event))
  }
  for (const who of others) {
    const hidden: [url: string, absent: string, method: 'GET' | 'POST', body?: object, ifMatch?: number][] = [
      [`/api/tasks/${id}/threads/${threadId}`, `/api/tasks/${id}/threads/987654`, 'GET'],
      [
        `/api/tasks/${id}/threads/${threadId}/replies`,
        `/api/tasks/${id}/threads/987654/replies`,
        'POST',
        { body: 'x' },
      ],
      [`/api/comments/${comment}/correct`, '/api/comments/987654/correct', 'POST', { body: 'x' }, 2],
      [`/api/comments/${comment}/withdraw`, '/api/comments/987654/withdraw', 'POST', undefined, 2],
    ]
    for (const [url, absent, method, body, ifMatch] of hidden) {
      const options = { ...(body ? { body } : {}), ...(ifMatch ? { ifMatch } : {}) }
      const [found, missing] = [await who.send(method, url, options), await who.send(method, absent, options)]
      assert.equal(found.status, 404, url)
      assert.deepEqual(without(found), without(missing))
    }
    const started = await who.send('POST', `/api/tasks/${id}/comments`, { body: { audience: 'internal', body: 'x' } })
    assert.deepEqual(codeOf(started), [403, 'comment.audience_not_allowed'])
    const asked = await who.send('GET', `/api/tasks/${id}/comment-readers?audience=internal`)
    assert.deepEqual(codeOf(asked), [403, 'comment.not_allowed'])
  }
  // Whoever reads the log finds the task behind them.
  const log = (await side[2]!.send('GET', '/api/audit?subjectKind=taskInternal')).body as { rows: object[] }
  assert.ok(log.rows.length === 3 && JSON.stringify(log.rows[0]).includes(`/nhiem-vu/${id}`))
  // The log has them, about a subject that nothing reads with the task; systems of agencies are told of none.
  const { rows } = await sql<{ event: string; subject_kind: string }>`
    select event, subject_kind from platform.audit where event like 'internalComment.%' order by id`.execute(world.db)
  assert.deepEqual(
    rows.map(({ event, subject_kind }) => [event, subject_kind]),
    [
      ['internalComment.added', 'taskInternal'],
      ['internalComment.added', 'taskInternal'],
      ['internalComment.corrected', 'taskInternal'],
    ],
  )
})

test('the picker finds who may read, by name, post and agency; who may not is refused by name', async (t) => {
  const world = await toldWorld(t)
  const { officer, giver } = world
  await aUnit(world, 'vu-mau', world.agencies.finance)
  const coordinating = await world.as('officer', { agency: PLANNING, name: 'Lý Phối Hợp' })
  const member = await world.as('taskForce', { agency: 'bo-y-te', follows: [FINANCE], name: 'Hồ Theo Sát' })
  const stranger = await world.as('officer', { agency: 'bo-y-te', name: 'Kẻ Ngoài' })
  const inUnit = await world.as('officer', { agency: 'vu-mau', name: 'Người Đơn Vị' })
  const [id] = await world.give(
    aTask('II.1', world.agencies.finance, '2021-06-30', {
      parties: [
        { role: 'lead', agencyId: world.agencies.finance, namedAs: 'BTC', scope: null },
        { role: 'coordinating', agencyId: world.agencies.planning, namedAs: 'BKH', scope: null },
      ],
    }),
  )
  const found = async (who: Visitor, words: string, audience = 'shared') => {
    const answer = await who.send(
      'GET',
      `/api/tasks/${id}/comment-readers?audience=${audience}&words=${encodeURIComponent(words)}`,
    )
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return (answer.body as Static<typeof Readers>).people.map(({ name }) => name)
  }
  assert.deepEqual(await found(giver, 'ly phoi'), ['Lý Phối Hợp'])
  assert.deepEqual(await found(giver, 'ke hoach'), ['Lý Phối Hợp'])
  await world.as('taskForce', { agency: 'bo-y-te', follows: [FINANCE], name: 'Kế Sau Cùng' })
  assert.deepEqual(await found(giver, 'kế'), ['Kế Sau Cùng', 'Lý Phối Hợp'], 'names before agencies')
  assert.deepEqual(await found(officer, 'theo'), ['Hồ Theo Sát', 'Trần Theo Dõi'])
  assert.deepEqual(await found(giver, 'kẻ ngoài'), [])
  assert.deepEqual(
    await found(giver, 'người đơn vị'),
    [],
    'a unit without a part does not see the task of its ministry',
  )
  assert.deepEqual(await found(giver, 'lý', 'internal'), [])
  assert.deepEqual(await found(officer, 'phạm'), [], 'not oneself')
  // What the picker finds is what the routes decide.
  for (const who of [coordinating, member, stranger, inUnit]) {
    const { status } = await who.send('GET', `/api/tasks/${id}`)
    assert.equal(status === 200, (await found(giver, who.actor.name)).length === 1, who.actor.name)
  }
  const refused = await giver.send('POST', `/api/tasks/${id}/comments`, {
    body: { audience: 'shared', ...mentioning('Nhờ @ xem', stranger) },
  })
  assert.deepEqual(codeOf(refused), [400, 'comment.mention_cannot_read'])
  assert.match((refused.body as { detail: string }).detail, /^Kẻ Ngoài không được xem nhiệm vụ này/)
  const internal = await giver.send('POST', `/api/tasks/${id}/comments`, {
    body: { audience: 'internal', ...mentioning('Nhờ @ xem', coordinating) },
  })
  assert.match((internal.body as { detail: string }).detail, /^Lý Phối Hợp không được xem trao đổi nội bộ này/)
  // An id gives away no name.
  const guessed = await officer.send('POST', `/api/tasks/${id}/comments`, {
    body: { audience: 'shared', body: 'Nhờ @ai', mentions: [{ personId: stranger.actor.personId, start: 4, end: 7 }] },
  })
  assert.ok(!JSON.stringify(guessed.body).includes('Kẻ Ngoài'))
  assert.equal((await listOf(giver, id!)).threads.length, 0)
  // Whoever is mentioned is shown under the name of the day.
  await said(giver, id!, mentioning('Nhờ @ xem', coordinating))
  await sql`update registry.person set full_name = 'Lý Tên Mới' where person_id = ${coordinating.actor.personId}`.execute(
    world.db,
  )
  const [comment] = commentsOf(await listOf(officer, id!))
  assert.deepEqual([comment!.body, comment!.mentions[0]!.name], ['Nhờ @Lý Phối Hợp xem', 'Lý Phối Hợp'])
})

test('a mention tells by mail at once; a thread tells who takes part and who is in charge; each once, and none who left', async (t) => {
  const world = await toldWorld(t)
  const { officer, giver } = world
  const coordinating = await world.as('officer', { agency: PLANNING, name: 'Lý Phối Hợp' })
  const quiet = await world.as('officer', { agency: PLANNING, name: 'Người Im Lặng' })
  const member = await world.as('taskForce', { agency: 'bo-y-te', follows: [FINANCE], name: 'Hồ Theo Sát' })
  const [id] = await world.give(
    aTask('II.1', world.agencies.finance, '2021-06-30', {
      parties: [
        { role: 'lead', agencyId: world.agencies.finance, namedAs: 'BTC', scope: null },
        { role: 'coordinating', agencyId: world.agencies.planning, namedAs: 'BKH', scope: null },
      ],
    }),
  )
  for (const who of [officer, coordinating, quiet]) await who.send('POST', '/api/notifications/read', { body: {} })
  const { id: comment, threadId } = await said(officer, id!, mentioning('Nhờ @ và @ cho ý kiến', coordinating, giver))
  const why = async (who: Visitor) =>
    (await linesOf(who, '?unread=true')).flatMap(({ event, rows }) => rows.map((row) => `${event} ${row.why}`))
  assert.deepEqual(await why(coordinating), ['comment.added mentioned'])
  assert.deepEqual(await why(giver), ['comment.added mentioned'], 'in charge and mentioned: once')
  assert.deepEqual([await why(officer), await why(quiet), await why(member)], [[], [], []])
  const [line] = await linesOf(coordinating, '?unread=true')
  assert.deepEqual(
    [line!.rows[0]!.to, line!.rows[0]!.note],
    [`/nhiem-vu/${id}?thread=${threadId}&comment=${comment}`, null],
  )
  await world.drain()
  const { rows } = await sql<{ to_address: string }>`select to_address from platform.mail order by to_address`.execute(
    world.db,
  )
  assert.deepEqual(
    rows.map(({ to_address }) => to_address),
    [coordinating.email, giver.email].sort(),
  )

  // A reply tells those in the thread, also the one who was only mentioned; the correction only whom it newly mentions.
  for (const who of [coordinating, giver]) await who.send('POST', '/api/notifications/read', { body: {} })
  const answer = await replied(giver, id!, threadId, { body: 'Đã rõ.' })
  assert.deepEqual(
    [await why(officer), await why(coordinating)],
    [['comment.added participant'], ['comment.added participant']],
  )
  await giver.send('POST', `/api/comments/${answer}/correct`, { ifMatch: 1, body: mentioning('Đã rõ, @', quiet) })
  assert.deepEqual(
    [await why(quiet), await why(coordinating)],
    [['comment.corrected mentioned'], ['comment.added participant']],
  )

  // Whoever may no longer read is told nothing more.
  await sql`update registry.post set valid = '[2020-01-01,2021-02-28)' where person_id = ${coordinating.actor.personId}`.execute(
    world.db,
  )
  await replied(officer, id!, threadId, { body: 'Cảm ơn.' })
  const { rows: told } = await sql<{ count: number }>`
    select count(*)::integer as count from notifications.notification where person_id = ${coordinating.actor.personId}
      and event = 'comment.added'`.execute(world.db)
  assert.equal(told[0]!.count, 2)

  // An internal thread is told on the giver's side alone, and by name that it is internal.
  const before = await eventsOf(officer)
  const leader = await world.as('followUpLeader', { name: 'Lãnh Đạo' })
  await said(giver, id!, { audience: 'internal', ...mentioning('@ cho ý kiến', leader) })
  const [internal] = await linesOf(leader)
  assert.deepEqual([internal!.event, internal!.rows[0]!.why], ['internalComment.added', 'mentioned'])
  assert.deepEqual(await eventsOf(officer), before)
})
