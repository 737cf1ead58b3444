import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { historyOf } from '../platform/audit.ts'
import { openPool } from '../platform/db.ts'
import { READER } from '../platform/schema/grants.ts'
import { changedOnce } from '../test/once.ts'
import { announceTo } from './index.ts'
import { isSigned, startReceiver } from './receiver.fixture.ts'
import { type Made, openWebhooks, pass } from './webhooks.fixture.ts'

const MOF = 'bo-tai-chinh'
const MOH = 'bo-y-te'

interface Listed {
  rows: { id: number; sequence: number | null; event: string; state: string; tries: number; status: number | null }[]
}

test('an agency receives events of its tasks, signed, in the order in which they happened', async (t) => {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  const focal = await app.as('focalPoint', { agency: MOF })
  const { secret } = await app.add(focal, MOF, receiver.url)
  assert.match(secret, /^whsec_[\w-]{43}$/)
  const id = await app.give(MOF)
  const officer = await app.as('officer', { agency: MOF })
  await officer.send('POST', `/api/tasks/${id}/receive`, { ifMatch: 1, body: {} })
  await officer.send('POST', `/api/tasks/${id}/start`, { ifMatch: 2, body: {} })
  await app.drain()

  assert.deepEqual(
    receiver.received.map(({ body }) => [body.sequence, body.event]),
    [
      [1, 'task.assigned'],
      [2, 'task.received'],
      [3, 'task.started'],
    ],
  )
  for (const { headers, raw, body } of receiver.received) {
    assert.ok(isSigned(headers, raw, secret))
    assert.ok(!isSigned(headers, `${raw} `, secret), 'a body that was changed is not signed')
    assert.ok(!isSigned(headers, raw, `${secret}x`))
    assert.deepEqual([headers['dieuhanh-delivery'], headers['dieuhanh-event']], [String(body.id), body.event])
  }
  const { data, occurredAt } = receiver.received[1]!.body
  assert.deepEqual(data, {
    happenedOn: '2021-02-28',
    task: {
      id,
      code: 'NV-2021-000001',
      title: 'Việc 1',
      state: 'received',
      percent: 0,
      dueOn: '2021-03-31',
      leadAgencyId: await app.agency(MOF),
      version: 2,
    },
  })
  assert.equal(Date.parse(occurredAt), Date.parse('2021-02-28T12:00:00+07:00'))
  assert.ok(!JSON.stringify(receiver.received).includes(officer.actor.name), 'it names no person')
})

test('only agencies with a part in a task, and those above them, receive its events', async (t) => {
  const app = await openWebhooks(t)
  const [finance, health, office] = [await startReceiver(t), await startReceiver(t), await startReceiver(t)]
  const admin = await app.as('administrator')
  await app.add(admin, MOF, finance.url)
  await app.add(admin, MOH, health.url)
  await app.add(admin, 'van-phong-chinh-phu', office.url)
  const { rows } = await sql<{ slug: string }>`
    select a.slug from registry.agency_latest a join registry.agency o on o.agency_id = a.parent_id
    where o.slug = 'van-phong-chinh-phu' limit 1`.execute(app.db)
  await app.give(MOF)
  await app.give(MOH, MOF)
  await app.give('bo-cong-an')
  await app.give(rows[0]!.slug)
  await app.drain()
  const codes = (receiver: typeof finance) => receiver.received.map(({ body }) => body.data.task?.code)
  assert.deepEqual(codes(finance), ['NV-2021-000001', 'NV-2021-000002'])
  assert.deepEqual(codes(health), ['NV-2021-000002'])
  assert.deepEqual(codes(office), ['NV-2021-000004'], 'a unit’s task is its agency’s')
  assert.deepEqual(
    health.received.map(({ body }) => body.sequence),
    [1],
    'the sequence reveals nothing about the deliveries of others',
  )
})

test('events of a sub-task go to the lead and the unit only', async (t) => {
  const app = await openWebhooks(t)
  const administrator = await app.as('administrator')
  const agencies = ['van-phong-chinh-phu', 'vpcp-vu-tong-hop', 'bo-y-te']
  for (const slug of agencies) await app.add(administrator, slug, 'http://127.0.0.1:9/', ['*'])
  const task = await app.give('van-phong-chinh-phu', 'bo-y-te')
  const lead = await app.as('officer')
  await lead.send('POST', `/api/tasks/${task}/receive`, { body: {}, ifMatch: 1 })
  const split = await lead.send('POST', `/api/tasks/${task}/subtasks`, {
    body: {
      title: 'Phần việc',
      content: 'Phần việc.',
      agencyId: await app.agency('vpcp-vu-tong-hop'),
      dueOn: '2021-03-15',
    },
  })
  assert.equal(split.status, 201, JSON.stringify(split.body))
  const deliveries = await app.db
    .selectFrom('webhooks.delivery as d')
    .innerJoin('webhooks.endpoint as e', 'e.endpoint_id', 'd.endpoint_id')
    .innerJoin('registry.agency as a', 'a.agency_id', 'e.agency_id')
    .select(['a.slug', 'd.event'])
    .execute()
  const hearing = (event: string) =>
    deliveries
      .filter((one) => one.event === event)
      .map(({ slug }) => slug)
      .sort()
  assert.deepEqual(hearing('task.assigned'), ['bo-y-te', 'van-phong-chinh-phu'])
  assert.deepEqual(hearing('subtask.given'), ['van-phong-chinh-phu', 'vpcp-vu-tong-hop'])
})

test('registry.above is registry.reach the other way round', async (t) => {
  const { db } = await openWebhooks(t)
  for (const day of ['2021-02-28', '2025-03-01', '2025-07-01', '2026-05-01']) {
    const { rows } = await sql<{ pairs: number; differing: number }>`
      with known as (select agency_id from registry.agency),
      down as (select k.agency_id as top, unnest(registry.reach(array[k.agency_id], ${day}::date)) as agency from known k),
      up as (select unnest(registry.above(array[k.agency_id], ${day}::date)) as top, k.agency_id as agency from known k)
      select count(*) as pairs, count(*) filter (where down.top is null or up.top is null) as differing
      from down full join up using (top, agency)`.execute(db)
    assert.ok(rows[0]!.pairs > 100, day)
    assert.equal(rows[0]!.differing, 0, day)
  }
})

test('only subscribed events are sent, and those of other rooms through announceTo', async (t) => {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  const focal = await app.as('focalPoint', { agency: MOF })
  await app.add(focal, MOF, receiver.url, ['task.urged', 'task.cancelled'])
  await app.give(MOF)
  const [finance, health] = [await app.agency(MOF), await app.agency(MOH)]
  const urge = (agencyId: number) =>
    app.db.transaction().execute((trx) => announceTo(trx, agencyId, 'task.urged', { on: '2021-02-28', tasks: [] }))
  assert.deepEqual([await urge(finance), await urge(health)], [1, 0])
  // The system did not subscribe to the first; no room declares the second public, though it is recorded.
  const letter = (event: string) => app.db.transaction().execute((trx) => announceTo(trx, finance, event, {}))
  assert.equal(await letter('letter.issued'), 0)
  await assert.rejects(letter('letter.drafted'), /no room declares letter\.drafted public/)
  const { events } = (await focal.send('GET', '/api/webhooks/events')).body as { events: { name: string }[] }
  const offered = events.map(({ name }) => name)
  for (const name of ['task.assigned', 'subtask.given', 'task.urged', 'letter.issued'])
    assert.ok(offered.includes(name), name)
  assert.equal(offered.includes('letter.drafted'), false)
  await app.drain()
  assert.deepEqual(
    receiver.received.map(({ body }) => [body.sequence, body.event, body.data]),
    [[1, 'task.urged', { on: '2021-02-28', tasks: [] }]],
  )
})

test('an act that fails sends nothing', async (t) => {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  await app.add(await app.as('administrator'), MOF, receiver.url)
  const agencyId = await app.agency(MOF)
  await assert.rejects(
    app.db.transaction().execute(async (trx) => {
      await announceTo(trx, agencyId, 'letter.issued', {})
      throw new Error('rolled back')
    }),
  )
  await app.drain()
  assert.equal(receiver.received.length, 0)
  await app.give(MOF)
  await app.drain()
  assert.deepEqual(
    receiver.received.map(({ body }) => body.sequence),
    [1],
    'no number is missing',
  )
})

test('deliveries after a failure wait for it; it is retried at growing intervals, and the order is kept', async (t) => {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  const focal = await app.as('focalPoint', { agency: MOF })
  const { id } = await app.add(focal, MOF, receiver.url)
  receiver.answers.push(500, 302)
  await app.give(MOF)
  await app.give(MOF)
  await app.drain()
  const sequences = () => receiver.received.map(({ body }) => body.sequence)
  assert.deepEqual(sequences(), [1], 'the second waits')
  await app.drain()
  assert.deepEqual(sequences(), [1], 'and the first is not tried before its time')
  const pauses: number[] = []
  for (const expected of [
    [1, 1],
    [1, 1, 1, 2],
  ]) {
    const { next } = await app.db
      .selectFrom('webhooks.delivery')
      .select(sql<number>`extract(epoch from next_try_at - now())`.as('next'))
      .where('sequence', '=', 1)
      .executeTakeFirstOrThrow()
    pauses.push(next)
    await pass(app)
    await app.drain()
    assert.deepEqual(sequences(), expected)
  }
  assert.ok(pauses[0]! > 6 && pauses[0]! <= 12 && pauses[1]! > 14 && pauses[1]! <= 24, String(pauses))
  assert.equal(new Set(receiver.received.slice(0, 3).map(({ raw }) => raw)).size, 1, 'the same bytes, the same id')

  const { rows } = (await focal.send('GET', `/api/webhooks/${id}/deliveries`)).body as Listed
  assert.deepEqual(
    rows.map(({ sequence, state, tries, status }) => [sequence, state, tries, status]),
    [
      [2, 'delivered', 1, 204],
      [1, 'delivered', 3, 204],
    ],
  )
  const shown = (await focal.send('GET', `/api/webhooks/${id}/deliveries/${rows[1]!.id}`)).body as {
    body: string
    tryRows: { outcome: string; status: number; answer: string; headers: Record<string, string> }[]
  }
  assert.equal(shown.body, receiver.received[0]!.raw)
  assert.deepEqual(
    shown.tryRows.map(({ outcome, status, answer }) => [outcome, status, answer]),
    [
      ['failed', 500, 'trả lời 500'],
      ['failed', 302, 'trả lời 302'],
      ['delivered', 204, ''],
    ],
  )
  assert.equal(shown.tryRows[0]!.headers['Dieuhanh-Signature'], receiver.received[0]!.headers['dieuhanh-signature'])
})

test('deliveries are replayed from a cursor, and one by one, with the same ids', async (t) => {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  const focal = await app.as('focalPoint', { agency: MOF })
  const { id } = await app.add(focal, MOF, receiver.url)
  for (let n = 0; n < 4; n++) await app.give(MOF)
  await app.drain()
  const first = receiver.received.splice(0)
  const replay = async (body: object) =>
    (await focal.send('POST', `/api/webhooks/${id}/replay`, { body })).body as object
  assert.deepEqual(await replay({ after: 2 }), { count: 2 })
  await app.give(MOF)
  await app.drain()
  assert.deepEqual(
    receiver.received.map(({ body }) => body.sequence),
    [3, 4, 5],
  )
  assert.deepEqual(
    receiver.received.slice(0, 2).map(({ raw }) => raw),
    first.slice(2).map(({ raw }) => raw),
  )
  assert.deepEqual(await replay({ after: 99 }), { count: 0 })
  receiver.received.splice(0)
  const one = `/api/webhooks/${id}/deliveries/${first[1]!.body.id}`
  assert.deepEqual((await focal.send('POST', `${one}/replay`)).body as object, { count: 1 })
  await app.drain()
  assert.deepEqual(
    receiver.received.map(({ body }) => body.sequence),
    [2],
  )
  assert.equal((await focal.send('POST', `/api/webhooks/${id}/deliveries/999999/replay`)).status, 404)
  assert.deepEqual(
    (await historyOf(app.db, 'webhook', id)).map(({ event }) => event),
    ['webhook.added', 'webhook.replayed', 'webhook.replayed'],
  )
})

test('a new secret signs together with the previous one during the overlap, and alone without one', async (t) => {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  const focal = await app.as('focalPoint', { agency: MOF })
  const first = await app.add(focal, MOF, receiver.url)
  const renew = async (version: number, overlapHours: number) =>
    (await focal.send('POST', `/api/webhooks/${first.id}/secret`, { ifMatch: version, body: { overlapHours } }))
      .body as Made
  const signers = async (...secrets: string[]) => {
    receiver.received.splice(0)
    await app.give(MOF)
    await app.drain()
    const { headers, raw } = receiver.received[0]!
    return secrets.map((secret) => isSigned(headers, raw, secret))
  }
  assert.deepEqual(await signers(first.secret), [true])
  const second = await renew(first.version, 24)
  assert.deepEqual(await signers(first.secret, second.secret), [true, true])
  await app.db
    .updateTable('webhooks.secret')
    .set({ ends_at: sql<string>`now() - interval '1 second'` })
    .where('ends_at', 'is not', null)
    .execute()
  assert.deepEqual(await signers(first.secret, second.secret), [false, true])
  const third = await renew(second.version, 0)
  assert.deepEqual(await signers(second.secret, third.secret), [false, true])
})

test('a secret is shown once, and cannot be read anywhere', async (t) => {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  const focal = await app.as('focalPoint', { agency: MOF })
  const { id, secret } = await app.add(focal, MOF, receiver.url)
  await app.give(MOF)
  await app.drain()
  for (const url of ['/api/webhooks', `/api/webhooks/${id}/deliveries`]) {
    assert.ok(!JSON.stringify((await focal.send('GET', url)).body).includes(secret))
  }
  const reader = openPool(app.url, { role: READER, max: 1 })
  t.after(() => reader.end())
  const { rows } = await reader.query('select * from webhooks.secret')
  assert.equal(rows.length, 1)
  for (const table of ['webhooks.secret', 'webhooks.endpoint', 'webhooks.delivery', 'webhooks.delivery_try']) {
    const found = await reader.query(`select 1 from ${table} t where t::text like $1 or t::text like $2`, [
      `%${secret}%`,
      `%${Buffer.from(secret).toString('hex')}%`,
    ])
    assert.equal(found.rowCount, 0, table)
  }
  const { rows: kept } = await sql<{ found: boolean }>`
    select exists (select from platform.audit a where a::text like ${`%${secret}%`})
        or exists (select from platform.idempotency i where i::text like ${`%${secret}%`}) as found`.execute(app.db)
  assert.equal(kept[0]?.found, false)
})

test('while paused nothing is sent and nothing is lost', async (t) => {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  const focal = await app.as('focalPoint', { agency: MOF })
  const { id } = await app.add(focal, MOF, receiver.url)
  assert.equal((await focal.send('POST', `/api/webhooks/${id}/pause`, { ifMatch: 1 })).status, 200)
  await app.give(MOF)
  await app.give(MOF)
  await app.drain()
  assert.equal(receiver.received.length, 0)
  const twice = await focal.send('POST', `/api/webhooks/${id}/pause`, { ifMatch: 2 })
  assert.deepEqual([twice.status, (twice.body as { code: string }).code], [409, 'webhook.paused'])
  const stale = await focal.send('POST', `/api/webhooks/${id}/resume`, { ifMatch: 1 })
  assert.deepEqual([stale.status, (stale.body as { code: string }).code], [409, 'request.stale'])
  assert.equal((await focal.send('POST', `/api/webhooks/${id}/resume`, { ifMatch: 2 })).status, 200)
  await app.drain()
  assert.deepEqual(
    receiver.received.map(({ body }) => body.sequence),
    [1, 2],
  )
  assert.equal((await focal.send('POST', `/api/webhooks/${id}/remove`, { ifMatch: 3 })).status, 200)
  await app.give(MOF)
  await app.drain()
  assert.equal(receiver.received.length, 2)
  assert.equal((await focal.send('GET', `/api/webhooks/${id}/deliveries`)).status, 404)
})

test('after long failure an endpoint is paused and shows it; a delivery too old is given up, and the next is sent', async (t) => {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  const focal = await app.as('focalPoint', { agency: MOF })
  const { id } = await app.add(focal, MOF, receiver.url)
  receiver.answers.push(503, 503)
  await app.give(MOF)
  await app.drain()
  interface Row {
    state: string
    pausedBecause: string | null
    failingSince: string | null
    version: number
    waiting: number
    givenUp: number
  }
  const endpoint = async () => ((await focal.send('GET', '/api/webhooks')).body as { endpoints: Row[] }).endpoints[0]!
  assert.deepEqual([(await endpoint()).state, (await endpoint()).failingSince !== null], ['active', true])
  await app.db
    .updateTable('webhooks.endpoint')
    .set({ failing_since: sql<string>`now() - interval '25 hours'` })
    .execute()
  await pass(app)
  await app.drain()
  const paused = await endpoint()
  assert.deepEqual([paused.state, paused.pausedBecause, paused.waiting], ['paused', 'failure', 1])
  assert.deepEqual((await historyOf(app.db, 'webhook', id)).at(-1)?.event, 'webhook.paused')

  await app.give(MOF)
  await app.db
    .updateTable('webhooks.delivery')
    .set({ due_since: sql<string>`now() - interval '73 hours'` })
    .where('sequence', '=', 1)
    .execute()
  await focal.send('POST', `/api/webhooks/${id}/resume`, { ifMatch: paused.version })
  await app.drain()
  assert.deepEqual(
    receiver.received.map(({ body }) => body.sequence),
    [1, 1, 2],
  )
  const after = await endpoint()
  assert.deepEqual([after.state, after.failingSince, after.givenUp, after.waiting], ['active', null, 1, 0])
})

test('the test console sends a sample now, outside the order, and shows the request and the answer', async (t) => {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  const focal = await app.as('focalPoint', { agency: MOF })
  const { id, secret } = await app.add(focal, MOF, receiver.url)
  const send = async () =>
    (await focal.send('POST', `/api/webhooks/${id}/test`)).body as {
      state: string
      sequence: null
      body: string
      tryRows: { status: number | null; milliseconds: number; error: string | null; headers: Record<string, string> }[]
    }
  const good = await send()
  assert.deepEqual([good.state, good.sequence, good.tryRows[0]?.status], ['delivered', null, 204])
  assert.equal(good.body, receiver.received[0]!.raw)
  assert.ok(isSigned(receiver.received[0]!.headers, good.body, secret))
  receiver.answers.push(401)
  assert.deepEqual((await send()).state, 'givenUp')
  await app.give(MOF)
  await app.drain()
  assert.deepEqual(
    receiver.received.map(({ body }) => body.sequence),
    [null, null, 1],
    'a test has no sequence and is not sent again',
  )
})

test('concurrent acts get sequences without gaps, in the order of their commits', async (t) => {
  const app = await openWebhooks(t)
  const [one, two] = [await startReceiver(t), await startReceiver(t)]
  const admin = await app.as('administrator')
  await app.add(admin, MOF, one.url)
  await app.add(admin, MOH, two.url)
  const COUNT = 24
  await Promise.all(Array.from({ length: COUNT }, (_, n) => (n % 3 === 0 ? app.give(MOH, MOF) : app.give(MOF, MOH))))
  await app.drain()
  for (const receiver of [one, two]) {
    assert.deepEqual(
      receiver.received.map(({ body }) => body.sequence),
      Array.from({ length: COUNT }, (_, n) => n + 1),
    )
  }
  const { rows } = await sql<{ differing: number }>`
    select count(*) as differing from (
      select d.sequence, row_number() over (partition by d.endpoint_id order by s.position) as place
      from webhooks.delivery d join platform.audit_seal s using (audit_id)) as numbered
    where sequence <> place`.execute(app.db)
  assert.equal(rows[0]?.differing, 0)
})

test('a keeper of connections keeps those of the own agency; others get nothing', async (t) => {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  const [focal, other, officer] = [
    await app.as('focalPoint', { agency: MOF }),
    await app.as('focalPoint', { agency: MOH }),
    await app.as('officer', { agency: MOF }),
  ]
  const admin = await app.as('administrator')
  const { id } = await app.add(focal, MOF, receiver.url)
  await app.give(MOF)
  await app.drain()
  const listed = async (who: typeof focal) =>
    ((await who.send('GET', '/api/webhooks')).body as { endpoints: unknown[] }).endpoints.length
  assert.deepEqual([await listed(focal), await listed(other), await listed(admin)], [1, 0, 1])
  const body = { name: 'x', url: receiver.url, events: ['*'] }
  const ways = [
    ['GET', `/api/webhooks/${id}/deliveries`, {}],
    ['GET', `/api/webhooks/${id}/deliveries/1`, {}],
    ['PUT', `/api/webhooks/${id}`, { ifMatch: 1, body }],
    ['POST', `/api/webhooks/${id}/pause`, { ifMatch: 1 }],
    ['POST', `/api/webhooks/${id}/remove`, { ifMatch: 1 }],
    ['POST', `/api/webhooks/${id}/secret`, { ifMatch: 1, body: { overlapHours: 1 } }],
    ['POST', `/api/webhooks/${id}/test`, {}],
    ['POST', `/api/webhooks/${id}/replay`, { body: { after: 0 } }],
    ['POST', `/api/webhooks/${id}/deliveries/1/replay`, {}],
  ] as const
  for (const [method, url, options] of ways) {
    const hidden = await other.send(method, url, options)
    const absent = await other.send(method, url.replace(`/${id}`, '/987654'), options)
    assert.deepEqual([hidden.status, absent.status], [404, 404], url)
    const without = ({ body: problem }: typeof hidden) => ({ ...(problem as object), requestId: '' })
    assert.deepEqual(without(hidden), without(absent))
    assert.equal((await officer.send(method, url, options)).status, 403, url)
  }
  const foreign = await other.send('POST', '/api/webhooks', { body: { ...body, agencyId: await app.agency(MOF) } })
  assert.deepEqual(
    [foreign.status, (foreign.body as { fields: { path: string }[] }).fields[0]?.path],
    [400, 'agencyId'],
  )
  const twice = await focal.send('POST', '/api/webhooks', {
    body: { ...body, name: 'Hệ thống tích hợp', agencyId: await app.agency(MOF) },
  })
  assert.deepEqual([twice.status, (twice.body as { code: string }).code], [409, 'webhook.name_taken'])
  const unknown = await focal.send('PUT', `/api/webhooks/${id}`, {
    ifMatch: 1,
    body: { ...body, events: ['task.eaten'] },
  })
  assert.deepEqual([unknown.status, (unknown.body as { fields: { path: string }[] }).fields[0]?.path], [400, 'events'])
})

test('a change repeated under its key is made once; a secret is not stored for it', async (t) => {
  const app = await openWebhooks(t)
  const receiver = await startReceiver(t)
  const focal = await app.as('focalPoint', { agency: MOF })
  const { id } = await app.add(focal, MOF, receiver.url)
  const url = `/api/webhooks/${id}`
  await changedOnce(focal, 'PUT', url, { body: { name: 'Tên khác', url: receiver.url, events: ['*'] }, ifMatch: 1 })
  await changedOnce(focal, 'POST', `${url}/pause`, { ifMatch: 2 })
  await changedOnce(focal, 'POST', `${url}/resume`, { ifMatch: 3 })
  await app.give(MOF)
  await app.drain()
  const replayed = await changedOnce(focal, 'POST', `${url}/replay`, { body: { after: 0 } })
  assert.deepEqual(replayed.body, { count: 1 })
  assert.equal((await historyOf(app.db, 'webhook', id)).filter(({ event }) => event === 'webhook.replayed').length, 1)
  const renew = () => focal.send('POST', `${url}/secret`, { body: { overlapHours: 1 }, ifMatch: 4, key: 'bi-mat' })
  const [first, again] = [await renew(), await renew()]
  assert.deepEqual([first.status, (again.body as { code: string }).code], [200, 'request.stale'])
})
