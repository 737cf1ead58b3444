import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestApp, Visitor } from '../test/app.ts'
import { changedOnce } from '../test/once.ts'
import { draftAt, openDesk, type Refusal, takeIn } from '../test/review-desk.ts'
import { knowledgeOf } from './knowledge.ts'
import type { LabelList } from './label-shapes.ts'

const PLAN = (number: number) => `VĂN PHÒNG CHÍNH PHỦ
Số: ${number}/KH-VPCP
Hà Nội, ngày 05 tháng 01 năm 2021

KẾ HOẠCH
Về bảo trì hệ thống báo cáo (MẪU)

II. NHIỆM VỤ
1. Rà soát cấu hình các máy chủ của hệ thống báo cáo.
- Đầu mối gánh việc: Trung tâm Sao Mai.
- Thời hạn hoàn thành: trước ngày 30 tháng 6 năm 2021.
`

const LABEL = { phrase: 'Đầu mối gánh việc', role: 'lead' }

const labels = async (visitor: Visitor, query = ''): Promise<LabelList> => {
  const answer = await visitor.send('GET', `/api/directives/labels${query}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}
const addAlias = async (admin: Visitor, agencyId: number, alias: string): Promise<void> => {
  const agency = await admin.send('GET', `/api/agencies/${agencyId}`)
  const added = await admin.send('POST', `/api/agencies/${agencyId}/aliases`, {
    body: { alias, source: 'Thử' },
    ifMatch: (agency.body as { version: number }).version,
  })
  assert.equal(added.status, 200, JSON.stringify(added.body))
}

test('a label and the other name of an agency are understood in the next document, and not after they are withdrawn', async (t) => {
  const desk: TestApp & { reviewer: Visitor } = await openDesk(t)
  const admin = await desk.as('administrator')
  const office = await desk.agency('vpcp-vu-tong-hop')
  const leads = async (number: number) => {
    const directive = await takeIn(desk, PLAN(number), `ke-hoach-${number}.txt`)
    return draftAt(directive, 'II.1').parties.filter(({ role, agencyId }) => role === 'lead' && agencyId === office)
  }
  assert.equal((await leads(11)).length, 0)

  const { id } = (await changedOnce(admin, 'POST', '/api/directives/labels', { body: LABEL })).body as { id: number }
  await addAlias(admin, office, 'Trung tâm Sao Mai')
  const [lead] = await leads(12)
  assert.deepEqual([lead?.name, lead?.outcome], ['Trung tâm Sao Mai', 'certain'])

  await changedOnce(admin, 'POST', `/api/directives/labels/${id}/withdraw`, { ifMatch: 1 })
  assert.equal((await leads(13)).length, 0)
  const [withdrawn] = (await labels(admin, '?state=withdrawn')).rows
  assert.deepEqual([withdrawn?.phrase, withdrawn?.version, withdrawn?.withdrawnBy], [LABEL.phrase, 2, admin.actor.name])
  assert.deepEqual((await labels(admin)).rows, [])
  // The same words may be added again, with another meaning.
  const again = await admin.send('POST', '/api/directives/labels', { body: { ...LABEL, role: 'coordinating' } })
  assert.equal(again.status, 201)
})

test('a phrase means one thing, whatever its case, marks and spaces', async (t) => {
  const desk = await openDesk(t)
  const admin = await desk.as('administrator')
  const add = (phrase: string, role = 'lead') =>
    admin.send('POST', '/api/directives/labels', { body: { phrase, role } })
  assert.equal((await add('  Nơi   giải quyết: ')).status, 201)
  const [label] = (await labels(admin)).rows
  assert.deepEqual([label?.phrase, label?.role, label?.addedBy], ['Nơi giải quyết', 'lead', admin.actor.name])
  const known = await add('NOI GIAI QUYET', 'coordinating')
  assert.deepEqual([known.status, (known.body as Refusal).fields?.[0]?.path], [400, 'phrase'])
  assert.equal((await add('--')).status, 400)
  assert.equal((await add('a')).status, 400)
  // What every document means by these is no one's to change.
  for (const built of ['Chủ trì', 'Đơn vị chủ trì', 'THỜI HẠN HOÀN THÀNH']) {
    const refused = await add(built, 'content')
    assert.deepEqual([refused.status, (refused.body as Refusal).fields?.[0]?.path], [400, 'phrase'])
  }
  assert.equal((await add('x'.repeat(101))).status, 400)
  assert.equal((await add('Việc', 'boss')).status, 400)

  for (const phrase of ['Hẹn trả', 'Ai làm', 'Lo kết quả']) await add(phrase, 'other')
  const first = await labels(admin, '?limit=2')
  assert.deepEqual(
    first.rows.map(({ phrase }) => phrase),
    ['Ai làm', 'Hẹn trả'],
  )
  const second = await labels(admin, `?limit=2&cursor=${first.nextCursor}`)
  assert.deepEqual(
    [...second.rows.map(({ phrase }) => phrase), second.nextCursor],
    ['Lo kết quả', 'Nơi giải quyết', null],
  )
  assert.equal((await labels(admin, '?search=hen tra')).rows.length, 1)
  assert.equal((await labels(admin, '?role=lead')).rows.length, 1)
})

test('those who review see the labels, administrators change them, others do neither', async (t) => {
  const desk = await openDesk(t)
  const admin = await desk.as('administrator')
  const officer = await desk.as('officer', { agency: 'bo-y-te' })
  assert.equal((await admin.send('POST', '/api/directives/labels', { body: LABEL })).status, 201)
  const [label] = (await labels(desk.reviewer)).rows
  const withdraw = `/api/directives/labels/${label!.id}/withdraw`
  for (const visitor of [desk.reviewer, officer]) {
    assert.equal((await visitor.send('POST', '/api/directives/labels', { body: LABEL })).status, 403)
    assert.equal((await visitor.send('POST', withdraw, { ifMatch: 1 })).status, 403)
  }
  assert.equal((await officer.send('GET', '/api/directives/labels')).status, 403)
  assert.equal((await admin.send('POST', withdraw)).status, 428)
  assert.equal((await labels(admin)).rows.length, 1)
})

test('the reader knows every name an agency ever had, and no code of a unit', async (t) => {
  const { db, agency } = await openDesk(t)
  const { units, labels } = await knowledgeOf(db)
  assert.deepEqual(labels, [])
  const named = (name: string) => units.find((unit) => unit.aliases.includes(name))
  assert.ok(await agency('bo-ke-hoach-va-dau-tu'))
  // Ended on 01/3/2025, but a document of 2021 names it.
  assert.ok(named('Bộ Kế hoạch và Đầu tư'))
  assert.ok(named('VPCP') ?? named('Văn phòng Chính phủ'))
  const codes = await db
    .selectFrom('registry.agency_card')
    .select('abbreviation')
    .where('kind', '=', 'unit')
    .where('abbreviation', 'is not', null)
    .execute()
  const ofOthers = await db
    .selectFrom('registry.agency_card')
    .select('abbreviation')
    .where('kind', '<>', 'unit')
    .execute()
  const open = new Set(ofOthers.map(({ abbreviation }) => abbreviation))
  for (const { abbreviation } of codes) if (!open.has(abbreviation)) assert.equal(named(abbreviation!), undefined)
})
