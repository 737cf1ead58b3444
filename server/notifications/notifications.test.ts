import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { aTask, FINANCE, PLANNING } from '../tasks/task.fixture.ts'
import { RUN_JOB } from '../urging/jobs.ts'
import { eventsOf, linesOf, toldWorld, unreadOf, type World } from './notifications.fixture.ts'
import type { Preferences, RowList } from './shapes.ts'

interface Mail {
  about_kind: string
  to_address: string
  subject: string
  text_body: string
}
const mails = async ({ db }: World) =>
  (await sql<Mail>`select about_kind, to_address, subject, text_body from platform.mail order by mail_id`.execute(db))
    .rows
const forty = (world: World) =>
  Array.from({ length: 40 }, (_, n) => aTask(`I.${n + 1}`, world.agencies.finance, '2021-06-30'))

test('forty tasks given at once are one line that opens forty rows, and one message to the focal point', async (t) => {
  const world = await toldWorld(t)
  const focal = await world.as('focalPoint', { agency: FINANCE })
  await world.give(...forty(world))
  const [line, ...others] = await linesOf(world.officer)
  assert.deepEqual(others, [])
  assert.deepEqual(
    [line!.event, line!.vi, line!.count, line!.unread.length, line!.rows.length],
    ['task.assigned', 'Giao nhiệm vụ', 40, 40, 3],
  )
  assert.deepEqual(
    [line!.rows[0]!.why, line!.rows[0]!.agencyName, line!.rows[0]!.note],
    ['lead', 'Bộ Tài chính', 'Hạn 30/06/2021'],
  )
  assert.equal(await unreadOf(world.officer), 1)
  const rows = (await world.officer.send('GET', `/api/notifications/rows?onDay=${line!.onDay}&event=task.assigned`))
    .body as RowList
  assert.equal(rows.rows.length, 40)

  await world.drain()
  const sent = await mails(world)
  assert.deepEqual(
    sent.map(({ to_address, subject }) => [to_address, subject]),
    [[focal.email, '[Điều Hành] 40 giao nhiệm vụ']],
  )
  assert.equal(sent[0]!.text_body.match(/- NV-2021-/g)?.length, 40)

  // Read as a whole; another person's ids change nothing.
  const stranger = await world.as('officer', { agency: 'bo-y-te' })
  const body = { acts: line!.unread }
  assert.deepEqual((await stranger.send('POST', '/api/notifications/read', { body })).body, { unread: 0 })
  assert.equal(await unreadOf(world.officer), 1)
  assert.deepEqual((await world.officer.send('POST', '/api/notifications/read', { body })).body, { unread: 0 })
  assert.equal(await unreadOf(focal), 1, 'a colleague reads for themself')
  assert.equal((await linesOf(world.officer, '?unread=true')).length, 0)
  assert.equal((await linesOf(world.officer)).length, 1)
})

test('one act tells a person once, however many posts they hold and reasons there are', async (t) => {
  const world = await toldWorld(t)
  const [id] = await world.give(
    aTask('II.1', world.agencies.finance, '2021-06-30', {
      parties: [
        { role: 'lead', agencyId: world.agencies.finance, namedAs: 'BTC', scope: null },
        { role: 'coordinating', agencyId: world.agencies.planning, namedAs: 'BKH', scope: null },
      ],
    }),
  )
  // The same person in both agencies, and their own act.
  await sql`
    insert into registry.post (person_id, agency_id, role, title, valid)
    values (${world.officer.actor.personId}, ${world.agencies.planning}, 'officer', 'Kiêm nhiệm', '[2020-01-01,)')`.execute(
    world.db,
  )
  const other = await world.as('officer', { agency: PLANNING })
  await world.act(world.giver, id!, 'cancel', 1, { reason: 'Trùng nhiệm vụ khác' })
  const { rows } = await sql<{ why: string; told: number }>`
    select n.why, count(*)::integer as told from notifications.notification n
    join notifications.message m using (message_id)
    where m.event = 'task.cancelled' group by 1 order by 1`.execute(world.db)
  assert.deepEqual(rows, [
    { why: 'coordinating', told: 1 },
    { why: 'lead', told: 1 },
  ])
  assert.deepEqual(await eventsOf(other), ['task.cancelled'])
  assert.deepEqual(await eventsOf(world.giver), [], 'whoever acted is not told')
})

test('an act that is refused tells no one', async (t) => {
  const world = await toldWorld(t)
  const [id] = await world.give(aTask('II.1', world.agencies.finance, '2021-06-30'))
  const before = await unreadOf(world.giver)
  const refused = await world.officer.send('POST', `/api/tasks/${id}/receive`, { ifMatch: 7, body: {} })
  assert.equal(refused.status, 409)
  assert.equal(await unreadOf(world.giver), before)
})

test('preferences: the differences alone are stored, and what is switched off is not told that way', async (t) => {
  const world = await toldWorld(t)
  const choose = (kind: string, body: object) =>
    world.giver.send('PUT', `/api/notifications/preferences/${kind}`, { body })
  const off = { bell: false, digest: false, mail: false }
  const chosen = await choose('receipt', off)
  assert.equal(chosen.status, 200)
  const receipt = (chosen.body as Preferences).kinds.find(({ kind }) => kind === 'receipt')!
  assert.deepEqual(receipt, { kind: 'receipt', ...off, isBellKept: false, isDefault: false })
  const stored = () => sql<{ way: string }>`select way from notifications.preference order by way`.execute(world.db)
  assert.deepEqual((await stored()).rows, [{ way: 'bell' }])

  const [id] = await world.give(aTask('II.1', world.agencies.finance, '2021-06-30'))
  let version = await world.act(world.officer, id!, 'receive', 1)
  assert.deepEqual(await eventsOf(world.giver), [])
  await choose('report', { bell: true, digest: false, mail: true })
  version = await world.act(world.officer, id!, 'progress', version, { percent: 10, body: 'Đang lấy ý kiến' })
  assert.deepEqual(await eventsOf(world.giver), ['task.progressReported'])
  await world.drain()
  const [mail, ...rest] = await mails(world)
  assert.deepEqual(rest, [])
  assert.deepEqual([mail!.to_address, mail!.about_kind], [world.giver.email, 'notification'])
  assert.match(mail!.subject, /^\[Điều Hành\] Báo cáo tiến độ: NV-2021-/)
  assert.match(mail!.text_body, /10%\. Đang lấy ý kiến; Phạm Cán Bộ/)

  // Back to the default: nothing is stored.
  await choose('receipt', { bell: true, digest: false, mail: false })
  await choose('report', { bell: true, digest: true, mail: false })
  assert.deepEqual((await stored()).rows, [])

  const refused = await choose('assignment', off)
  assert.deepEqual(
    [refused.status, (refused.body as { fields: { path: string; code: string }[] }).fields[0]],
    [
      400,
      {
        path: 'bell',
        code: 'notifications.bell_stays',
        message:
          'Việc được giao luôn hiện ở chuông thông báo để không ai bị sót việc. Hãy giữ chuông, và tắt bản tin ngày hoặc thư.',
      },
    ],
  )
  assert.equal((await choose('weather', off)).status, 400)
  await assert.rejects(
    sql`insert into notifications.preference values (${world.giver.actor.personId}, 'assignment', 'bell', false)`.execute(
      world.db,
    ),
    /preference_bell_stays/,
  )
})

test('mail at once waits for the end of the quiet hours, and what came meanwhile goes with it', async (t) => {
  const world = await toldWorld(t, '2021-03-01T21:00:00+07:00')
  await world.as('focalPoint', { agency: FINANCE })
  await world.give(aTask('I.1', world.agencies.finance, '2021-06-30'))
  world.clock.set('2021-03-02T05:00:00+07:00')
  await world.give(aTask('I.2', world.agencies.finance, '2021-06-30'))
  const { rows } = await sql<{ at: string }>`
    select run_at::text as at from graphile_worker.jobs where task_identifier = 'notifications.mail'`.execute(world.db)
  assert.deepEqual(rows, [{ at: '2021-03-01 23:30:00+00' }])
  await world.drain()
  assert.deepEqual(
    (await mails(world)).map(({ subject }) => subject),
    ['[Điều Hành] 2 giao nhiệm vụ'],
  )
})

test('the message of a day says what happened since the last one, once, to those who have nothing else too', async (t) => {
  const world = await toldWorld(t)
  const morning = async (day: string) => {
    world.clock.set(`${day}T07:00:00+07:00`)
    await sql`select graphile_worker.add_job(${RUN_JOB})`.execute(world.db)
    await world.drain()
  }
  const [late] = await world.give(
    aTask('I.1', world.agencies.finance, '2021-03-02'),
    aTask('I.2', world.agencies.finance, '2021-09-30'),
  )
  const version = await world.act(world.officer, late!, 'receive', 1)
  await world.act(world.officer, late!, 'requests/extension', version, { newDueOn: '2021-03-31', reason: 'Chờ ý kiến' })
  // No message on the day itself: there was none at seven.
  await world.drain()
  assert.deepEqual(await mails(world), [])
  await morning('2021-03-02')
  const sent = await mails(world)
  const to = (email: string) => sent.filter(({ to_address }) => to_address === email)
  assert.deepEqual([to(world.officer.email).length, to(world.giver.email).length], [1, 1])
  // One message to the officer: the reminder and what they were given.
  assert.match(to(world.officer.email)[0]!.subject, /ngày 02\/03\/2021: 1 sắp đến hạn, 2 giao nhiệm vụ$/)
  // The giver has no reminder; that work was received is not in it by default.
  assert.match(to(world.giver.email)[0]!.subject, /: 1 đề nghị gia hạn$/)
  assert.match(to(world.giver.email)[0]!.text_body, /Đề nghị hạn 31\/03\/2021\. Chờ ý kiến; Phạm Cán Bộ/)
  await morning('2021-03-02')
  assert.equal((await mails(world)).length, sent.length, 'a second run sends nothing')
  await morning('2021-03-03')
  const again = (await mails(world)).slice(sent.length)
  assert.ok(!again.some(({ subject }) => subject.includes('giao nhiệm vụ')), 'nothing is said twice')
})

test('pages are whole days, and a line never appears on two', async (t) => {
  const world = await toldWorld(t)
  for (let day = 1; day <= 9; day += 1) {
    world.clock.set(`2021-03-0${day}`)
    await world.give(aTask(`I.${day}`, world.agencies.finance, '2021-06-30'))
  }
  const first = (await world.officer.send('GET', '/api/notifications')).body as { rows: unknown[]; nextCursor: string }
  const second = (await world.officer.send('GET', `/api/notifications?cursor=${first.nextCursor}`)).body as {
    rows: { onDay: string }[]
    nextCursor: null
  }
  assert.deepEqual([first.rows.length, second.rows.map(({ onDay }) => onDay)], [7, ['2021-03-02', '2021-03-01']])
  assert.equal(second.nextCursor, null)
  const other = await world.officer.send('GET', `/api/notifications?unread=true&cursor=${first.nextCursor}`)
  assert.equal((other.body as { code: string }).code, 'request.cursor_of_another_query')
})

test('a notification reaches the open pages of that person alone, and reading it their other devices', async (t) => {
  const world = await toldWorld(t)
  const colleague = await world.as('followUp')
  const address = await world.app.listen({ host: '127.0.0.1', port: 0 })
  const stopping = new AbortController()
  t.after(() => stopping.abort())
  const listen = async ({ token }: { token: string }) => {
    const heard: string[] = []
    const answer = await fetch(`${address}/api/live`, {
      headers: { authorization: `Bearer ${token}` },
      signal: stopping.signal,
    })
    void (async () => {
      for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) heard.push(part)
    })().catch(() => {})
    return () => heard.join('').match(/"kind":"notification","ids":\[[\d,]+\]/g) ?? []
  }
  const [phone, desk, other] = [await listen(world.giver), await listen(world.giver), await listen(colleague)]
  // A colleague who is told themself hears of that and of nothing else.
  await colleague.send('PUT', '/api/notifications/preferences/receipt', {
    body: { bell: false, digest: false, mail: false },
  })
  const [id] = await world.give(aTask('I.1', world.agencies.finance, '2021-06-30'))
  await world.act(world.officer, id!, 'receive', 1)
  const until = async (count: number, heard: () => string[]) => {
    for (let tries = 0; heard().length < count && tries < 100; tries += 1) await pause(20)
    assert.equal(heard().length, count)
  }
  await until(1, phone)
  await until(1, desk)
  assert.deepEqual(phone(), [`"kind":"notification","ids":[${world.giver.actor.personId}]`])
  await world.giver.send('POST', '/api/notifications/read', { body: {} })
  await until(2, desk)
  await pause(300)
  assert.deepEqual(other(), [])
})
