/** Who stands in for whom, and what those who receive a document see of it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { house } from '../house.ts'
import { upload } from '../test/upload.ts'
import { toldOf } from './incoming.fixture.ts'
import type { DraftChoices, PeopleToAsk } from './outgoing-shapes.ts'
import {
  base,
  codeOf,
  doAct,
  drafted,
  fieldOf,
  forSignature,
  office,
  routeOf,
  show,
  standingIn,
} from './records.fixture.ts'

test('the deputy of an absent signer signs in their name, unless they drafted or checked the document', async (t) => {
  const world = await office(t)
  const { leader, approver, officer, as } = world
  const deputy = await as('leader', { agency: 'bo-tai-chinh', name: 'Hồ Ký Thay' })
  const id = await forSignature(world)
  const checked = await standingIn(world, leader, approver)
  const { version } = await show(world, checked, id)
  assert.deepEqual(codeOf(await checked.send('POST', `${base}/outgoing/${id}/sign`, { body: {}, ifMatch: version })), [
    403,
    'outgoing.own_work',
  ])
  const other = await standingIn(world, leader, deputy)
  assert.deepEqual((await show(world, other, id)).acts, ['sendBack', 'sign'])
  const { notation } = await doAct<{ notation: string }>(world, other, id, 'sign', {})
  assert.equal(notation, '01/BTC-VT', 'the refusal before took no number')
  const one = await show(world, officer, id)
  assert.deepEqual([one.signed?.name, one.signed?.onBehalfOf], ['Hồ Ký Thay', 'Lê Lãnh Đạo'])
  assert.match(one.signed!.title, /^KT\. BỘ TRƯỞNG\n/)
})

test('the deputy of an absent reviewer answers for them; whoever drafts does not, and each person answers once', async (t) => {
  const world = await office(t)
  const { officer, approver, as } = world
  const checker = await as('leader', { agency: 'bo-tai-chinh', name: 'Ngô Vắng Mặt' })
  const id = await drafted(world)
  await doAct(world, officer, id, 'send', routeOf({ ...world, checker }))
  const drafter = await standingIn(world, checker, officer)
  const { version } = await show(world, drafter, id)
  assert.deepEqual(codeOf(await drafter.send('POST', `${base}/outgoing/${id}/agree`, { body: {}, ifMatch: version })), [
    403,
    'route.own_draft',
  ])
  const second = await standingIn(world, checker, approver)
  await doAct(world, second, id, 'agree', { words: 'Nhất trí' })
  const one = await show(world, officer, id)
  assert.deepEqual(
    one.steps.map(({ state, actedBy }) => [state, actedBy]),
    [
      ['agreed', 'Phạm Duyệt (thay mặt Ngô Vắng Mặt)'],
      ['open', null],
    ],
  )
  assert.deepEqual(
    codeOf(await approver.send('POST', `${base}/outgoing/${id}/agree`, { body: {}, ifMatch: one.version })),
    [403, 'route.twice'],
  )
})

test('the clerk of a recipient reads the issued document, nothing of how it was made, and is told once', async (t) => {
  const world = await office(t)
  const { ok, stranger, leader, clerk, drain } = world
  const url = (id: number) => `${base}/outgoing/${id}`
  const id = await forSignature(world)
  await doAct(world, leader, id, 'sign', {})
  assert.match((await show(world, clerk, id)).issueBy!, /^2026-12-02T17:00:00/)
  await doAct(world, clerk, id, 'seal', {})
  assert.deepEqual(codeOf(await stranger.send('GET', url(id))), [404, 'outgoing.not_found'])
  await doAct(world, clerk, id, 'issue')
  const one = await show(world, stranger, id)
  assert.deepEqual(
    [one.state, one.notation, one.content, one.versions, one.steps, one.notes, one.acts, one.issueBy],
    ['issued', '01/BTC-VT', null, [], [], [], [], null],
  )
  assert.deepEqual([one.drafter, one.signings, one.round, one.changedBy], [null, [], 1, one.agency.name])
  assert.equal((await stranger.send('GET', `${url(id)}/pdf`)).status, 200)
  assert.equal((await stranger.send('GET', `${url(id)}/differences?from=1&to=2`)).status, 404)
  assert.deepEqual(
    codeOf(await stranger.send('POST', `${url(id)}/recall`, { body: { reason: 'x' }, ifMatch: one.version })),
    [403, 'records.not_your_body'],
  )
  const list = await ok<{ rows: unknown[] }>(stranger, 'GET', `${base}/outgoing`)
  assert.equal(list.rows.length, 0, 'the lists are of the own body')
  await drain()
  const told = async () =>
    (await ok<{ rows: { rows: { to: string }[] }[] }>(stranger, 'GET', '/api/notifications')).rows
      .flatMap(({ rows }) => rows)
      .filter(({ to }) => to === `/van-ban-di/${id}`).length
  assert.equal(await told(), 1)
})

test('a DOCX is taken in as the next version and kept; what is none is refused and named', async (t) => {
  const world = await office(t)
  const { officer, checker } = world
  const id = await drafted(world)
  const file = readFileSync(join(import.meta.dirname, '../../extraction/fixtures/quyet-dinh-mau.docx'))
  const send = async (name: string, bytes: Uint8Array, who = officer) => {
    const { body, headers } = upload(name, bytes)
    return who.send('POST', `${base}/outgoing/${id}/file`, { body, headers, ifMatch: 2 })
  }
  assert.deepEqual(codeOf(await send('du-thao.pdf', Buffer.from('%PDF-1.7'))), [400, 'draft.no_docx'])
  assert.deepEqual(codeOf(await send('du-thao.docx', Buffer.from('không phải DOCX'))), [400, 'draft.no_docx'])
  assert.deepEqual(codeOf(await send('du-thao.docx', file, checker)), [404, 'outgoing.not_found'])
  const taken = await send('du-thao.docx', file)
  assert.equal(taken.status, 200, JSON.stringify(taken.body))
  const one = await show(world, officer, id)
  assert.deepEqual(
    one.versions.map(({ number, note, hasFile }) => [number, note, hasFile]),
    [
      [3, 'du-thao.docx', true],
      [2, null, false],
      [1, null, false],
    ],
  )
  assert.ok(one.content!.parts.length > 3)
  assert.deepEqual(one.content!.addressees, ['Bộ Y tế'])
  const kept = await officer.send('GET', `${base}/outgoing/${id}/versions/3/file`)
  assert.ok(kept.bytes.equals(file))
  assert.equal((await officer.send('GET', `${base}/outgoing/${id}/versions/2/file`)).status, 404)
})

test('a draft is made of kinds, units, signers and people of the own body alone', async (t) => {
  const world = await office(t)
  const { ok, officer, leader, approver, as } = world
  const choices = await ok<DraftChoices>(officer, 'GET', `${base}/outgoing/choices`)
  assert.ok(choices.kinds.some(({ kind }) => kind === 'CV') && !choices.kinds.some(({ kind }) => kind === 'SY'))
  assert.deepEqual(choices.signers.map(({ id }) => id).sort(), [leader.actor.personId, approver.actor.personId].sort())
  const { people } = await ok<PeopleToAsk>(officer, 'GET', `${base}/outgoing/people?words=gop%20y`)
  assert.deepEqual(
    people.map(({ name }) => name),
    ['Ngô Góp Ý'],
  )
  const administrator = await as('administrator', { agency: 'bo-tai-chinh' })
  assert.deepEqual(codeOf(await administrator.send('GET', `${base}/outgoing/choices`)), [403, 'records.may_not_draft'])
})

test('a body that is no more hands its drafts and templates to the successor; what is signed keeps body and number', async (t) => {
  const world = await office(t)
  const { ok, officer, leader, clerk, db, clock } = world
  const [open, signed] = [await drafted(world), await forSignature(world)]
  await doAct(world, leader, signed, 'sign', {})
  const { id: templateId } = await ok<{ id: number }>(clerk, 'POST', `${base}/templates`, {
    kind: 'TB',
    name: 'Thông báo họp',
    about: 'Thông báo',
    content: { addressees: [], parts: [] },
  })
  const successor = await world.agency('bo-y-te')
  const passed = await db.transaction().execute((trx) =>
    house.succeed(trx, leader.actor, {
      from: { id: world.agencyId, name: 'Bộ Tài chính' },
      to: successor,
      on: '2026-12-02',
      source: 'Nghị quyết MẪU',
      now: clock.now(),
    }),
  )
  assert.deepEqual([passed.outgoingDrafts, passed.documentTemplates], [1, 1])
  const bodies = await db
    .selectFrom('records.outgoing')
    .select(['outgoing_id', 'agency_id'])
    .orderBy('outgoing_id')
    .execute()
  assert.deepEqual(
    bodies.map(({ outgoing_id, agency_id }) => [outgoing_id, agency_id]),
    [
      [open, successor],
      [signed, world.agencyId],
    ],
  )
  assert.equal((await show(world, officer, open)).agency.id, successor, 'whoever drafts it still does')
  const template = await db
    .selectFrom('records.template')
    .select('agency_id')
    .where('template_id', '=', templateId)
    .executeTakeFirst()
  assert.equal(template?.agency_id, successor)
})

test('whoever was asked is told that a draft was taken back; whose turn had not come is not', async (t) => {
  const world = await office(t)
  const { officer, checker, approver } = world
  const id = await drafted(world)
  await doAct(world, officer, id, 'send', routeOf(world))
  await doAct(world, officer, id, 'withdraw')
  assert.deepEqual(await toldOf(world, checker), ['outgoing.sent 1', 'outgoing.withdrawn 1'])
  assert.deepEqual(await toldOf(world, approver), [])
  assert.equal((await show(world, checker, id)).state, 'drafting', 'what they were told of they can open')
})

test('a day by which to answer is neither past nor years ahead; one that has passed meanwhile stays', async (t) => {
  const world = await office(t)
  const { officer, clock } = world
  const id = await drafted(world, { dueOn: '2026-12-03' })
  const edit = async (dueOn: string) => {
    const { version } = await show(world, officer, id)
    return officer.send('PATCH', `${base}/outgoing/${id}`, { body: { dueOn }, ifMatch: version })
  }
  for (const [day, code] of [
    ['2026-11-30', 'outgoing.due_past'],
    ['9999-12-31', 'outgoing.due_far'],
  ] as const) {
    const refused = await edit(day)
    assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, code, 'dueOn'])
  }
  clock.set('2026-12-09T02:00:00Z')
  assert.equal((await edit('2026-12-03')).status, 200)
})
