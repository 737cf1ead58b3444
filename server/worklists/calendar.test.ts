import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import ICAL from 'ical.js'
import { aDeadline, agenciesOf, aSource, aTask, FINANCE, given, PLANNING } from '../tasks/task.fixture.ts'
import { freshApp, type Visitor } from '../test/app.ts'
import { openBrowser } from '../test/browser.ts'
import { changedOnce } from '../test/once.ts'
import type { CalendarAddress } from './calendar-shapes.ts'

async function world(t: TestContext) {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const officer = await app.as('officer', { agency: FINANCE })
  const give = (ref: string, dueOn: string | null, change = {}, lead = agencies.finance) =>
    given(app, aSource(agencies), aTask(ref, lead, dueOn, change))
  const read = (address: string, headers = {}) => app.send('GET', new URL(address).pathname, { headers })
  return { ...app, agencies, officer, give, read }
}

async function made(who: Visitor, body: object = { scope: 'mine' }): Promise<{ id: number; address: string }> {
  const answer = await who.send('POST', '/api/calendar-addresses', { body })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}

/** The events as read by another library. */
function eventsIn(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  assert.equal(calendar.name, 'vcalendar')
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

test('a calendar has the due days as all-day events that another library can read', async (t) => {
  const { officer, give, read, clock, agencies } = await world(t)
  const long = `Xây dựng; trình “Đề án”, gồm \\ hai phần, ${'kiểm soát thủ tục hành chính '.repeat(8)}`
  const id = await give('1', '2021-06-30', {
    title: long,
    deadlines: [
      aDeadline('2021-06-30'),
      aDeadline('2021-04-15', { isMilestone: true, literal: 'Trình dự thảo trong quý I, II' }),
    ],
  })
  await give('2', '2021-05-20', {
    title: 'Việc phối hợp',
    parties: [
      { role: 'lead', agencyId: agencies.home, namedAs: 'Bộ Nội vụ', scope: null },
      { role: 'coordinating', agencyId: agencies.finance, namedAs: 'Bộ Tài chính', scope: null },
    ],
  })
  await give('3', '2021-05-21', { title: 'Việc của bộ khác' }, agencies.planning)
  const { address } = await made(officer)
  const answer = await read(address)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers['content-type'], 'text/calendar; charset=utf-8')
  const text = answer.body as unknown as string

  // RFC 5545, section 3.1: lines end in CRLF and hold 75 octets at most; no bare CR or LF.
  assert.ok(text.endsWith('END:VCALENDAR\r\n') || text.endsWith('END:VCALENDAR'))
  for (const line of text.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, line)
    assert.doesNotMatch(line, /[\r\n]/)
  }
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n')
  for (const once of ['VERSION:2.0', 'METHOD:PUBLISH']) assert.equal(lines.filter((line) => line === once).length, 1)
  assert.equal(lines.filter((line) => line.startsWith('PRODID:')).length, 1)
  assert.ok(lines.includes('DTSTART;VALUE=DATE:20210630'))
  assert.ok(lines.includes('DTEND;VALUE=DATE:20210701'), 'the next day: the end is exclusive')
  for (const name of ['UID:', 'DTSTAMP:', 'SEQUENCE:', 'LAST-MODIFIED:', 'SUMMARY:']) {
    assert.equal(lines.filter((line) => line.startsWith(name)).length, 3, name)
  }
  assert.ok(lines.every((line) => !line.startsWith('DTSTAMP:') || /^DTSTAMP:\d{8}T\d{6}Z$/.test(line)))
  assert.match(lines.find((line) => line.startsWith('SUMMARY:Hạn: Xây'))!, /Xây dựng\\; trình “Đề án”\\, gồm \\\\ hai/)

  const events = eventsIn(text)
  assert.deepEqual(
    events.map(({ summary, startDate }) => [startDate.toString(), startDate.isDate, summary.slice(0, 24)]),
    [
      ['2021-04-15', true, 'Mốc: Trình dự thảo trong'],
      ['2021-05-20', true, 'Hạn (phối hợp): Việc phố'],
      ['2021-06-30', true, 'Hạn: Xây dựng; trình “Đề'],
    ],
  )
  assert.equal(new Set(events.map(({ uid }) => uid)).size, 3)
  assert.equal(events[2]?.uid, `han-${id}@127.0.0.1`)
  assert.match(events[2]?.description ?? '', /Bộ Tài chính · 12\/QĐ-MẪU/)
  assert.ok((events[2]?.description ?? '').includes(`/nhiem-vu/${id}`))

  clock.set('2021-03-01')
  assert.equal((await read(address)).body, answer.body, 'the same tasks give the same bytes')
})

test('a moved deadline keeps its id with a newer sequence; cancelled and done tasks disappear', async (t) => {
  const { officer, give, read, as } = await world(t)
  const [moved, cancelled] = [await give('1', '2021-06-30'), await give('2', '2021-07-31')]
  const { address } = await made(officer)
  const steer = await as('followUp')
  const before = eventsIn((await read(address)).body)
  assert.equal(before.length, 2)
  const extended = await steer.send('POST', `/api/tasks/${moved}/extend`, {
    body: { newDueOn: '2021-08-31', reason: 'Chờ luật', approvedBy: '9/VPCP-MẪU' },
    ifMatch: 1,
  })
  assert.equal(extended.status, 200)
  await steer.send('POST', `/api/tasks/${cancelled}/cancel`, { body: { reason: 'Trùng' }, ifMatch: 1 })
  const after = eventsIn((await read(address)).body)
  assert.deepEqual(
    after.map(({ uid, startDate, sequence }) => [uid, startDate.toString(), sequence]),
    [[before[0]?.uid, '2021-08-31', 2]],
  )
})

test('an unchanged calendar is not sent again', async (t) => {
  const { officer, give, read, as } = await world(t)
  const id = await give('1', '2021-06-30')
  const { address } = await made(officer)
  const tag = String((await read(address)).headers.etag)
  const again = await read(address, { 'if-none-match': `W/${tag}` })
  assert.deepEqual([again.status, again.bytes.length, again.headers.etag], [304, 0, tag])
  await (await as('followUp')).send('POST', `/api/tasks/${id}/cancel`, { body: { reason: 'Trùng' }, ifMatch: 1 })
  assert.equal((await read(address, { 'if-none-match': tag })).status, 200)
})

test('only its owner sees and revokes an address, and it stops working once revoked or when its owner has left', async (t) => {
  const { officer, give, read, as, db } = await world(t)
  await give('1', '2021-06-30')
  const [first, second] = [await made(officer), await made(officer)]
  assert.notEqual(first.address, second.address)
  const kept = await db.selectFrom('worklists.calendar_address').selectAll().execute()
  const key = /calendar\/(.*)\.ics/.exec(first.address)?.[1] ?? ''
  assert.ok(!JSON.stringify(kept).includes(key), 'only its hash is kept')
  const { addresses } = (await officer.send('GET', '/api/calendar-addresses')).body as { addresses: CalendarAddress[] }
  assert.deepEqual(
    addresses.map(({ id }) => id),
    [second.id, first.id],
  )

  const other = await as('officer', { agency: FINANCE })
  assert.deepEqual((await other.send('GET', '/api/calendar-addresses')).body, { addresses: [] })
  assert.equal((await other.send('DELETE', `/api/calendar-addresses/${first.id}`)).status, 404)
  assert.equal((await officer.send('DELETE', `/api/calendar-addresses/${first.id}`)).status, 204)

  const refusals = [
    await read(first.address),
    await read(first.address.replace(/.{43}\.ics$/, `${'A'.repeat(43)}.ics`)),
  ]
  assert.equal((await read(second.address)).status, 200)
  await db
    .updateTable('registry.post')
    .set({ valid: '[2020-01-01,2021-02-28)' })
    .where('person_id', '=', officer.actor.personId)
    .execute()
  refusals.push(await read(second.address))
  const answers = refusals.map(({ status, body }) => ({ status, ...(body as object), requestId: '' }))
  assert.equal(answers[0]?.status, 404)
  assert.deepEqual(
    [answers[1], answers[2]],
    [answers[0], answers[0]],
    'revoked, unknown and without owner give the same answer',
  )
})

test('the calendar of an agency is only for people who may see its tasks, and only as long as they may', async (t) => {
  const { give, read, as, agencies, officer, db } = await world(t)
  await give('1', '2021-06-30')
  await give('2', '2021-07-30', {}, agencies.planning)
  const member = await as('taskForce', { follows: [FINANCE] })
  const { address } = await made(member, { scope: 'agency', agencyId: agencies.finance })
  const events = eventsIn((await read(address)).body)
  assert.deepEqual(
    events.map(({ summary }) => summary),
    ['Hạn: Nhiệm vụ 1'],
  )

  for (const [who, body, path] of [
    [member, { scope: 'agency', agencyId: agencies.planning }, 'agencyId'],
    [
      officer,
      { scope: 'agency', agencyId: await (await as('officer', { agency: PLANNING })).actor.agencyId },
      'agencyId',
    ],
    [officer, { scope: 'agency' }, 'agencyId'],
    [officer, { scope: 'mine', agencyId: agencies.finance }, 'agencyId'],
  ] as const) {
    const answer = await who.send('POST', '/api/calendar-addresses', { body })
    assert.equal(answer.status, 400)
    assert.equal((answer.body as { fields: { path: string }[] }).fields[0]?.path, path)
  }
  await db.deleteFrom('registry.following').where('person_id', '=', member.actor.personId).execute()
  assert.equal((await read(address)).status, 404)
})

test('an agency that does not exist is refused on its field, also for a user who sees all', async (t) => {
  const { as } = await world(t)
  const admin = await as('administrator')
  const answer = await admin.send('POST', '/api/calendar-addresses', { body: { scope: 'agency', agencyId: 999_999 } })
  assert.equal(answer.status, 400)
  assert.equal((answer.body as { fields: { path: string }[] }).fields[0]?.path, 'agencyId')
})

test('a person has at most twenty addresses, however many are requested together', async (t) => {
  const { officer } = await world(t)
  const answers = await Promise.all(
    Array.from({ length: 24 }, () => officer.send('POST', '/api/calendar-addresses', { body: { scope: 'mine' } })),
  )
  assert.equal(answers.filter(({ status }) => status === 201).length, 20)
  assert.equal(answers.filter(({ status }) => status === 409).length, 4)
})

test('an application that reads too often is blocked for an hour', async (t) => {
  const { officer, read, clock } = await world(t)
  const { address } = await made(officer)
  for (let times = 0; times < 60; times += 1) assert.equal((await read(address)).status, 200)
  const refused = await read(address)
  assert.deepEqual([refused.status, refused.headers['retry-after']], [429, '3600'])
  clock.set('2021-02-28T06:30:00Z')
  assert.equal((await read(address)).status, 200)
})

test('revoking an address, setting thresholds and rebuilding figures each happen once per key', async (t) => {
  const { officer, as } = await world(t)
  const { id } = await made(officer)
  await changedOnce(officer, 'DELETE', `/api/calendar-addresses/${id}`)
  assert.equal((await officer.send('DELETE', `/api/calendar-addresses/${id}`)).status, 404)
  const admin = await as('administrator')
  await changedOnce(admin, 'PUT', '/api/thresholds', { body: { silentDays: 30, soonDays: 10 }, ifMatch: 1 })
  await changedOnce(admin, 'POST', '/api/figures/rebuild', { body: {} })
})

test('a calendar address ends with the password that may have added it', async (t) => {
  const { officer, read, ...app } = await world(t)
  const { address } = await made(officer)
  assert.equal((await read(address)).status, 200)
  const desk = openBrowser(app)
  assert.equal((await desk.signIn(officer)).status, 200)
  const body = { currentPassword: officer.password, newPassword: 'ngua-xanh-bay-qua-song' }
  assert.equal((await desk.send('POST', '/api/account/password', { body })).status, 204)
  assert.equal((await read(address)).status, 404)
})
