import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import type { Answer, Visitor } from '../test/app.ts'
import { remindersPart, writeDigest } from './digest.ts'
import { RUN_JOB } from './jobs.ts'
import { applyRules } from './run.ts'
import type { LedgerRow, Plan, RunResult } from './shapes.ts'
import { type Desk, urgingDesk } from './urging.fixture.ts'

const run = (desk: Desk, who: Visitor = desk.officer) => who.send('POST', '/api/urging/run')
const resultOf = ({ body }: Answer) => body as RunResult

/** The lines of reminders in a person's bell. */
const reminders = async (who: Visitor) =>
  ((await who.send('GET', '/api/notifications')).body as { rows: BellLine[] }).rows.filter(
    ({ source }) => source === 'notice',
  )
interface BellLine {
  source: string
  count: number
  unread: number[]
}

interface Mail {
  to_address: string
  subject: string
  text_body: string
  html_body: string
}
const mails = async (desk: Desk, about = 'urgingDigest') =>
  (
    await sql<Mail>`
      select to_address, subject, text_body, html_body from platform.mail where about_kind = ${about} order by mail_id`.execute(
      desk.db,
    )
  ).rows

test('forty tasks late on one day make one message to each person and one line in the bell', async (t) => {
  const desk = await urgingDesk(t)
  const [officer, leader, follower] = [
    await desk.as('officer', { agency: 'bo-tai-chinh', name: 'Phạm Cán Bộ' }),
    await desk.as('leader', { agency: 'bo-tai-chinh', name: 'Bùi Lãnh Đạo' }),
    await desk.as('taskForce', { follows: ['bo-tai-chinh'], name: 'Đỗ Tổ Công Tác' }),
  ]
  const other = await desk.as('officer', { agency: 'bo-noi-vu' })
  // 22/02 is 5 working days before 01/3.
  await desk.give(
    desk.agencies.finance,
    Array.from({ length: 40 }, () => '2021-02-22'),
  )
  const first = resultOf(await run(desk))
  assert.deepEqual([first.isWorkingDay, first.people, first.gaps], [true, 3, 0])
  await desk.drain()
  const sent = await mails(desk)
  assert.deepEqual(
    sent.map(({ to_address }) => to_address).sort(),
    [officer.email, leader.email, follower.email].sort(),
  )
  assert.match(sent[0]!.subject, /^\[Điều Hành\] Nhắc việc ngày 01\/03\/2021: 40 quá hạn, 40 giao nhiệm vụ$/)
  const [reminded] = sent[0]!.text_body.split('Từ bản tin trước')
  assert.equal(reminded!.match(/NV-2021-/g)?.length, 40)
  assert.ok(sent[0]!.html_body.includes(`${desk.config.origin}/nhiem-vu/`))

  const bell = await reminders(officer)
  assert.deepEqual(
    bell.map(({ count, unread }) => [count, unread.length]),
    [[40, 40]],
  )
  assert.deepEqual((await other.send('GET', '/api/notifications')).body, { rows: [], nextCursor: null })

  // A second run, and the daily job: no notice is made twice.
  assert.equal(resultOf(await run(desk)).made, 0)
  await sql`select graphile_worker.add_job(${RUN_JOB})`.execute(desk.db)
  await desk.drain()
  assert.equal((await mails(desk)).length, 3)

  const body = { notices: bell[0]!.unread }
  assert.deepEqual((await other.send('POST', '/api/notifications/read', { body })).body, { unread: 0 })
  assert.equal((await reminders(officer))[0]!.unread.length, 40, 'another person cannot mark it as read')
  // The forty tasks were given to the agency too: that line is still to be read.
  assert.deepEqual((await officer.send('POST', '/api/notifications/read', { body })).body, { unread: 1 })
})

test('two servers running concurrently make each notice once', async (t) => {
  const desk = await urgingDesk(t)
  await desk.as('officer', { agency: 'bo-tai-chinh' })
  await desk.give(desk.agencies.finance, ['2021-02-22', '2021-03-01', '2021-03-08'])
  const results = await Promise.all(
    [1, 2, 3].map(() =>
      desk.db
        .transaction()
        .execute((trx) => applyRules(trx, { actor: systemActor('quy tắc đôn đốc'), now: desk.clock.now() })),
    ),
  )
  const made = results.map((result) => result.made).sort((a, b) => b - a)
  assert.ok(made[0]! > 0 && made[1] === 0 && made[2] === 0, String(made))
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from urging.notice`.execute(desk.db)
  assert.equal(rows[0]!.n, made[0])
})

test('no one is notified on a day of rest; its notices are made on the next working day', async (t) => {
  const desk = await urgingDesk(t, '2021-02-27')
  await desk.as('officer', { agency: 'bo-tai-chinh' })
  await desk.give(desk.agencies.finance, ['2021-02-27'])
  assert.deepEqual(resultOf(await run(desk)), { on: '2021-02-27', isWorkingDay: false, made: 0, people: 0, gaps: 0 })
  const plan = (await desk.officer.send('GET', '/api/urging/plan')).body as Plan
  assert.deepEqual([plan.isWorkingDay, plan.sentOn, plan.tasks], [false, '2021-03-01', 1])
  desk.clock.set('2021-03-01')
  assert.ok(resultOf(await run(desk)).made > 0)
  const { rows } = await sql<{ event: string; due_on: string }>`
    select distinct event, due_on from urging.notice`.execute(desk.db)
  assert.deepEqual(rows, [{ event: 'on', due_on: '2021-02-27' }])
})

test('a missed run is made up for on the next day; a task reported done is not urged', async (t) => {
  const desk = await urgingDesk(t)
  const officer = await desk.as('officer', { agency: 'bo-tai-chinh' })
  await run(desk)
  const [due, done] = await desk.give(desk.agencies.finance, ['2021-03-02', '2021-03-02'])
  let version = 1
  for (const [act, body] of [
    ['receive', {}],
    ['done', { completedOn: '2021-03-01', body: 'Đã xong', productNumber: '1/BC', productDate: '2021-03-01' }],
  ] as const) {
    const answer = await officer.send('POST', `/api/tasks/${done}/${act}`, { ifMatch: version, body })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    version = (answer.body as { version: number }).version
  }
  desk.clock.set('2021-03-04')
  await run(desk)
  const { rows } = await sql<{ task_id: number; event: string }>`
    select distinct task_id, event from urging.notice where on_day = '2021-03-04'`.execute(desk.db)
  assert.deepEqual(rows, [{ task_id: due, event: 'on' }])
})

test('an agency with no one to notify is reported to those who follow up, and shows as a gap', async (t) => {
  const desk = await urgingDesk(t)
  const health = await desk.agency('bo-y-te')
  const [taskId] = await desk.give(health, ['2021-03-01'])
  const plan = (await desk.officer.send('GET', '/api/urging/plan')).body as Plan
  assert.equal(plan.gaps, 1)
  const result = resultOf(await run(desk))
  assert.ok(result.gaps > 0)
  await desk.drain()
  const sent = await mails(desk)
  assert.ok(sent.some(({ to_address }) => to_address === desk.officer.email))
  assert.ok(sent[0]!.text_body.includes('CƠ QUAN CHƯA CÓ NGƯỜI NHẬN NHẮC VIỆC'))
  const ledger = (await desk.officer.send('GET', `/api/tasks/${taskId}/urgings`)).body as { rows: LedgerRow[] }
  assert.ok(ledger.rows.length > 0 && ledger.rows.every(({ isGap }) => isGap))
})

test('for an agency that has ended its main successor is notified', async (t) => {
  // Bộ Kế hoạch và Đầu tư was merged into Bộ Tài chính on 01/3/2025.
  const desk = await urgingDesk(t, '2025-03-03')
  const heir = await desk.as('officer', { agency: 'bo-tai-chinh', name: 'Người Kế Thừa' })
  await desk.give(desk.agencies.planning, ['2025-03-03'])
  const result = resultOf(await run(desk))
  assert.deepEqual([result.made > 0, result.gaps], [true, 0])
  assert.equal((await reminders(heir)).length, 1)
})

test('the ledger of a task shows who was notified of what, when, how, and whether it arrived', async (t) => {
  const desk = await urgingDesk(t)
  const officer = await desk.as('officer', { agency: 'bo-tai-chinh', name: 'Phạm Cán Bộ' })
  const stranger = await desk.as('officer', { agency: 'bo-y-te' })
  const [taskId] = await desk.give(desk.agencies.finance, ['2021-03-01'])
  await run(desk)
  await desk.drain()
  await officer.send('POST', '/api/notifications/read', { body: {} })
  const ledger = (await officer.send('GET', `/api/tasks/${taskId}/urgings`)).body as { rows: LedgerRow[] }
  const [row] = ledger.rows
  assert.deepEqual(
    [row!.event, row!.personName, row!.whom, row!.channels, row!.dueOn, row!.days],
    ['on', 'Phạm Cán Bộ', 'officer', ['inApp', 'email'], '2021-03-01', 0],
  )
  assert.ok(row!.mail !== null && row!.readAt !== null)
  assert.equal((await stranger.send('GET', `/api/tasks/${taskId}/urgings`)).status, 404)
  assert.equal((await stranger.send('GET', `/api/urging/agencies/${desk.agencies.finance}/ledger`)).status, 404)
  assert.equal((await officer.send('GET', `/api/urging/agencies/${desk.agencies.finance}/ledger`)).status, 200)
})

test('mail queued at night is sent at the end of the quiet hours', async (t) => {
  const desk = await urgingDesk(t, '2021-03-01T21:00:00+07:00')
  await desk.as('officer', { agency: 'bo-tai-chinh' })
  await desk.give(desk.agencies.finance, ['2021-03-01'])
  await run(desk)
  const { rows } = await sql<{ at: string }>`
    select run_at::text as at from graphile_worker.jobs where task_identifier = 'urging.digest'`.execute(desk.db)
  assert.deepEqual(rows, [{ at: '2021-03-01 23:30:00+00' }])
})

test('a rule is tried before it is saved, saved once on two clicks, and refuses an edit of an old version', async (t) => {
  const desk = await urgingDesk(t)
  await desk.as('officer', { agency: 'bo-tai-chinh', name: 'Phạm Cán Bộ' })
  await desk.give(desk.agencies.finance, ['2021-03-03'])
  const rule = {
    name: 'Nhắc trước 2 ngày',
    reason: 'Theo yêu cầu của lãnh đạo',
    event: 'before',
    days: 2,
    urgencies: [],
    deadlineKinds: [],
    agencyIds: [desk.agencies.finance],
    whom: ['officer'],
    how: ['inApp'],
    isActive: true,
  }
  const tried = (await desk.officer.send('POST', '/api/urging/plan/try', { body: { rule } })).body as Plan
  assert.deepEqual([tried.tasks, tried.rules[0]!.agencies[0]!.people[0]!.name], [1, 'Phạm Cán Bộ'])
  const kept = await desk.officer.send('POST', '/api/urging/rules', { body: rule, key: 'một' })
  const again = await desk.officer.send('POST', '/api/urging/rules', { body: rule, key: 'một' })
  assert.deepEqual([kept.status, again.body], [201, kept.body])
  const { id } = kept.body as { id: number }
  const change = (ifMatch: number, name: string) =>
    desk.officer.send('PUT', `/api/urging/rules/${id}`, { ifMatch, body: { ...rule, name } })
  assert.deepEqual((await change(1, 'Tên mới')).body, { version: 2 })
  const stale = await change(1, 'Tên khác')
  assert.equal((stale.body as { code: string }).code, 'request.stale')
  const wrongDays = await desk.officer.send('PUT', `/api/urging/rules/${id}`, {
    ifMatch: 2,
    body: { ...rule, days: null },
  })
  assert.deepEqual(
    [(wrongDays.body as { code: string }).code, (wrongDays.body as { fields: { path: string }[] }).fields[0]!.path],
    ['urging.days_missing', 'days'],
  )
  assert.equal((await desk.leader.send('GET', '/api/urging/rules')).status, 200)
})

test('a digest escapes titles, and lists each task once under a heading', () => {
  const row = {
    event: 'after' as const,
    is_gap: false,
    agency_id: 1,
    agency_name: 'Bộ <Mẫu>',
    task_id: 5,
    code: 'NV-1',
    title: 'Sửa & "đổi"',
    due_on: '2021-02-01',
    days: 28,
  }
  const { html, text, subject } = writeDigest({
    name: 'Mẫu',
    on: '2021-03-01',
    parts: [remindersPart([row, row], '2021-03-01')],
    origin: 'https://x',
  })
  assert.ok(html.includes('Sửa &amp; &quot;đổi&quot;') && html.includes('Bộ &lt;Mẫu&gt;') && !html.includes('<script'))
  assert.equal(text.match(/NV-1/g)?.length, 1)
  assert.match(subject, /: 1 quá hạn$/)
})
