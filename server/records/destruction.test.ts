import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { house } from '../house.ts'
import { linesOf } from '../notifications/notifications.fixture.ts'
import { putBlob } from '../platform/blobs.ts'
import {
  aDraft,
  addFileTo,
  anIncoming,
  archived,
  base,
  caseOf,
  casesWorld,
  closed,
  codeOf,
  fieldsOf,
  hasBytes,
  offered,
  opened,
  storedFile,
  type World,
} from './cases.fixture.ts'
import type { Destruction } from './destruction-shapes.ts'
import type { HandOver } from './hand-over-shapes.ts'

const ENDED = '2032-01-05'
const url = (id: number, act = '') => `${base}/destructions/${id}${act}`

async function proposed(world: World, caseIds: number[], who = world.clerk): Promise<number> {
  const { id } = await world.ok<{ id: number }>(who, 'POST', `${base}/destructions`, {
    caseIds,
    reason: 'Hết thời hạn',
  })
  return id
}
async function decided(world: World, caseIds: number[]): Promise<number> {
  const id = await proposed(world, caseIds)
  await world.ok(
    world.clerk,
    'POST',
    url(id, '/consider'),
    { council: 'Hội đồng xét hủy (MẪU)', councilOn: ENDED, words: 'Nhất trí' },
    1,
  )
  await world.ok(world.leader, 'POST', url(id, '/decide'), { decision: '9/QĐ-MẪU', decidedOn: ENDED }, 2)
  return id
}

test('a destruction is proposed, considered, decided by another and carried out; the record stays, and bytes that others need', async (t) => {
  const world = await casesWorld(t)
  const { ok, keeper, clerk, clerk2, leader } = world
  const id = await opened(world, { years: 5 })
  const shared = await anIncoming(world, { text: 'dùng chung' })
  const alone = await anIncoming(world, { text: 'riêng' })
  const draft = await aDraft(world)
  for (const [kind, documentId] of [
    ['incoming', shared],
    ['incoming', alone],
    ['outgoing', draft],
  ] as const)
    await ok(keeper, 'POST', `${base}/cases/${id}/documents`, { kind, documentId })
  await world.db
    .updateTable('records.outgoing')
    .set({ state: 'dropped', dropped_at: world.clock.now().toString() })
    .where('outgoing_id', '=', draft)
    .execute()
  await addFileTo(world, id, 'tệp rời')
  const out = await addFileTo(world, id, 'đã đưa ra')
  await ok(keeper, 'POST', `${base}/cases/${id}/items/${out}/remove`, { reason: 'Nhầm' })
  await ok(keeper, 'POST', `${base}/cases/${id}/close`, { endedOn: '2026-03-02' }, (await caseOf(world, id)).version)
  const handOverId = await offered(world, [id])
  await ok(clerk2, 'POST', `${base}/hand-overs/${handOverId}/accept`, {}, 1)
  const other = await opened(world)
  await ok(keeper, 'POST', `${base}/cases/${other}/documents`, { kind: 'incoming', documentId: shared })
  await world.db
    .insertInto('records.file_text')
    .values({
      sha256: (await storedFile(world, 'riêng')).hash,
      state: 'read',
      text: 'riêng',
      read_at: world.clock.now().toString(),
    })
    .execute()

  assert.deepEqual(
    fieldsOf(await clerk.send('POST', `${base}/destructions`, { body: { caseIds: [id], reason: 'x' } })),
    ['caseIds.0 destruction.not_ended'],
  )
  world.clock.set(ENDED)
  const destructionId = await proposed(world, [id])
  assert.equal((await caseOf(world, id)).state, 'destructionProposed')
  assert.deepEqual(
    codeOf(
      await leader.send('POST', url(destructionId, '/decide'), {
        body: { decision: '9/QĐ', decidedOn: ENDED },
        ifMatch: 1,
      }),
    ),
    [409, 'destruction.wrong_state'],
  )
  await ok(
    clerk,
    'POST',
    url(destructionId, '/consider'),
    { council: 'Hội đồng (MẪU)', councilOn: ENDED, words: 'Nhất trí' },
    1,
  )
  assert.deepEqual((await linesOf(leader)).filter(({ event }) => event === 'destruction.considered').length, 1)
  assert.deepEqual(
    codeOf(
      await clerk.send('POST', url(destructionId, '/decide'), {
        body: { decision: '9/QĐ', decidedOn: ENDED },
        ifMatch: 2,
      }),
    ),
    [403, 'records.may_not_sign'],
  )
  const early = await leader.send('POST', url(destructionId, '/decide'), {
    body: { decision: '9/QĐ', decidedOn: '2032-01-04' },
    ifMatch: 2,
  })
  assert.deepEqual(fieldsOf(early), ['decidedOn destruction.before_council'])
  await ok(leader, 'POST', url(destructionId, '/decide'), { decision: '9/QĐ-MẪU', decidedOn: ENDED }, 2)
  assert.deepEqual((await ok<Destruction>(clerk, 'GET', url(destructionId))).may, ['carryOut'])
  const day = await clerk.send('POST', url(destructionId, '/carry-out'), {
    body: { on: '2032-01-04', witnesses: 'x' },
    ifMatch: 3,
  })
  assert.deepEqual(fieldsOf(day), ['on destruction.day_wrong'])
  const done = await ok<{ destroyed: number; kept: number }>(
    clerk,
    'POST',
    url(destructionId, '/carry-out'),
    { on: ENDED, witnesses: 'Bà Chứng Kiến' },
    3,
  )
  assert.deepEqual([done.destroyed, done.kept], [3, 1])

  const one = await caseOf(world, id)
  assert.equal(one.state, 'destroyed')
  assert.deepEqual(
    one.remains.map(({ title, files }) => [title, files.map(({ gone, keptFor }) => [gone, keptFor])]),
    [
      ['Biên bản họp (MẪU)', [[true, null]]],
      ['Về việc báo cáo (MẪU)', [[false, 'otherCase']]],
      ['Về việc báo cáo (MẪU)', [[true, null]]],
      ['Dự thảo trả lời (MẪU)', []],
    ],
  )
  const bytesOf = async (text: string) => {
    const { rows } = await sql<{ hash: Buffer }>`select sha256(convert_to(${text}, 'UTF8')) as hash`.execute(world.db)
    return hasBytes(world, rows[0]!.hash)
  }
  assert.deepEqual(await Promise.all(['dùng chung', 'riêng', 'tệp rời', 'đã đưa ra'].map(bytesOf)), [
    true,
    false,
    false,
    false,
  ])
  const [{ texts, version }] = (
    await sql<{ texts: number; version: unknown }>`
      select (select count(*) from records.file_text)::integer as texts,
             (select v.content from records.document_version v where v.outgoing_id = ${draft}) as version`.execute(
      world.db,
    )
  ).rows as [{ texts: number; version: unknown }]
  assert.deepEqual([texts, version], [0, {}])
  // The package held the same bytes.
  const handOver = await ok<HandOver>(clerk, 'GET', `${base}/hand-overs/${handOverId}`)
  assert.equal(handOver.hasPackage, false)
  assert.deepEqual(codeOf(await clerk.send('GET', `${base}/hand-overs/${handOverId}/package`)), [410, 'blob.destroyed'])
  assert.equal((await clerk.send('GET', url(destructionId, '/minutes'))).bytes.subarray(0, 4).toString(), '%PDF')
  await world.drain()
  // The same file that comes in again is a new one.
  await world.db.transaction().execute((trx) => putBlob(trx, world.blobs, Buffer.from('riêng'), 'application/pdf'))
  await world.drain()
  assert.equal(await bytesOf('riêng'), true)
})

test('what open work, another document or another room needs is kept, and that is said', async (t) => {
  const world = await casesWorld(t)
  const { ok, keeper, clerk } = world
  const texts = { reopened: 'mở lại', twin: 'trùng', directive: 'văn bản chỉ đạo' }
  const id = await opened(world, { years: 5 })
  const documents = { ...texts } as unknown as Record<string, number>
  for (const [name, text] of Object.entries(texts)) {
    documents[name] = await anIncoming(world, { text })
    await ok(keeper, 'POST', `${base}/cases/${id}/documents`, { kind: 'incoming', documentId: documents[name] })
  }
  await ok(keeper, 'POST', `${base}/cases/${id}/close`, { endedOn: '2026-03-02' }, (await caseOf(world, id)).version)
  await ok(clerk, 'POST', `${base}/hand-overs/${await offered(world, [id])}/accept`, {}, 1)
  await world.db
    .updateTable('records.handling')
    .set({ state: 'underway', ended_at: null, is_online: null })
    .where('incoming_id', '=', documents.reopened!)
    .execute()
  await anIncoming(world, { text: texts.twin })

  world.clock.set(ENDED)
  const destructionId = await decided(world, [id])
  const done = await ok<{ destroyed: number; kept: number }>(
    clerk,
    'POST',
    url(destructionId, '/carry-out'),
    { on: ENDED, witnesses: 'x' },
    3,
  )
  assert.deepEqual([done.destroyed, done.kept], [1, 2])
  assert.deepEqual(
    (await caseOf(world, id)).remains.flatMap(({ files }) => files.map(({ keptFor }) => keptFor)),
    ['openWork', 'otherDocument', null],
  )
})

test('nobody proposes and decides one destruction; a permanent case and one of an open proposal are refused; one that is declined stays', async (t) => {
  const world = await casesWorld(t)
  const { ok, clerk, leader } = world
  const [first, second, permanent] = [
    await archived(world, { years: 5 }),
    await archived(world, { years: 5 }),
    await archived(world, { years: 0 }),
  ]
  world.clock.set(ENDED)
  // An office may give one person both rights; the two acts still need two people.
  await sql`update registry.role set rights = rights || array['records.archive'] where role = 'leader'`.execute(
    world.db,
  )
  assert.deepEqual(
    fieldsOf(await leader.send('POST', `${base}/destructions`, { body: { caseIds: [first, permanent], reason: 'x' } })),
    ['caseIds.1 destruction.permanent'],
  )
  const own = await proposed(world, [first], leader)
  await ok(clerk, 'POST', url(own, '/consider'), { council: 'x', councilOn: ENDED, words: 'x' }, 1)
  assert.deepEqual((await ok<Destruction>(leader, 'GET', url(own))).may, ['withdraw'])
  for (const [act, body] of [
    ['decide', { decision: '1', decidedOn: ENDED }],
    ['decline', { reason: 'x' }],
  ] as const)
    assert.deepEqual(codeOf(await leader.send('POST', url(own, `/${act}`), { body, ifMatch: 2 })), [
      403,
      'destruction.own',
    ])
  assert.deepEqual(
    codeOf(await clerk.send('POST', `${base}/destructions`, { body: { caseIds: [first], reason: 'x' } })),
    [409, 'case.wrong_state'],
  )
  await ok(clerk, 'POST', url(own, '/withdraw'), { reason: 'Lập lại' }, 2)
  assert.equal((await caseOf(world, first)).state, 'accepted')
  const again = await proposed(world, [first, second])
  await ok(clerk, 'POST', url(again, '/consider'), { council: 'x', councilOn: ENDED, words: 'x' }, 1)
  await ok(leader, 'POST', url(again, '/decline'), { reason: 'Giữ thêm' }, 2)
  assert.deepEqual([(await caseOf(world, first)).state, (await caseOf(world, second)).state], ['accepted', 'accepted'])
  assert.deepEqual((await linesOf(clerk)).filter(({ event }) => event === 'destruction.declined').length, 1)
  // Two proposals of one case at once: one stands.
  const both = await Promise.all(
    [clerk, world.clerk2].map((who) =>
      who.send('POST', `${base}/destructions`, { body: { caseIds: [first], reason: 'x' } }),
    ),
  )
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409])
})

test('a body or unit that is no more hands its cases to the successor, with whom they came from', async (t) => {
  const world = await casesWorld(t)
  const { ok, keeper, agencies } = world
  const [open, ended] = [await opened(world), await closed(world)]
  await offered(world, [ended])
  const succeed = (from: number, to: number, on: string) =>
    world.db.transaction().execute((trx) =>
      house.succeed(trx, world.leader.actor, {
        from: { id: from, name: 'Cơ quan cũ' },
        to,
        on,
        source: 'Nghị quyết MẪU',
        now: world.clock.now(),
      }),
    )
  const general = await world.agency('vpcp-vu-tong-hop')
  const byUnit = await succeed(agencies.procedures, general, '2026-03-03')
  assert.equal(byUnit.caseFiles, 2)
  const moved = await caseOf(world, open, world.neighbour)
  assert.deepEqual([moved.unit.id, moved.agency.id, moved.fonds.id], [general, agencies.office, agencies.office])
  assert.equal(moved.history.at(-1)!.event, 'case.passed')
  await succeed(general, agencies.finance, '2026-03-04')
  const byBody = await succeed(agencies.office, agencies.finance, '2026-03-04')
  assert.equal(byBody.caseFiles, 0)
  const officer = await world.as('officer', { agency: 'bo-tai-chinh' })
  const [one, two] = [await caseOf(world, open, officer), await caseOf(world, ended, officer)]
  // What is still open is finished in the successor's fonds; what had ended stays in the fonds of the body that is no more.
  assert.deepEqual(
    [one.agency.id, one.fonds.id, two.agency.id, two.fonds.id, two.state],
    [agencies.finance, agencies.finance, agencies.finance, agencies.office, 'handedOver'],
  )
  const clerk = await world.as('clerk', { agency: 'bo-tai-chinh' })
  await ok(
    clerk,
    'POST',
    `${base}/hand-overs/${two.handOvers[0]!.id}/accept`,
    {},
    (await ok<HandOver>(clerk, 'GET', `${base}/hand-overs/${two.handOvers[0]!.id}`)).version,
  )
  assert.equal((await caseOf(world, ended, keeper)).state, 'accepted')
})
