import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { systemActor } from '../platform/actor.ts'
import { assignAll } from '../tasks/index.ts'
import { agenciesOf, aSource, aTask } from '../tasks/task.fixture.ts'
import { type Answer, freshApp, type TestApp, type Visitor } from '../test/app.ts'
import { changedOnce } from '../test/once.ts'
import { asTyped } from '../test/paper.ts'
import { issuedReport, REPORTS, submittedReport } from './report.fixture.ts'
import type { MonthlyReport, Report, ReportRow } from './shapes.ts'

/** The computed report of a month. */
type Monthly = Omit<Report, 'content'> & { content: MonthlyReport }

const codeOf = ({ body }: Answer) => (body as { code?: string }).code
const ORDER = { month: '2021-02' }

/** The server on Tuesday 02/3/2021, with one task overdue, and who prepares and who signs reports. */
async function office(t: Parameters<typeof freshApp>[0]) {
  const app = await freshApp(t, { at: '2021-02-26' })
  await give(app, '2021-02-10')
  app.clock.set('2021-03-02T02:00:00Z')
  const officer = await app.as('followUp', { name: 'Trần Theo Dõi' })
  const leader = await app.as('followUpLeader', { name: 'Lê Lãnh Đạo' })
  return { ...app, officer, leader }
}

async function give(app: TestApp, dueOn: string): Promise<void> {
  const agencies = await agenciesOf(app)
  await app.db
    .transaction()
    .execute((trx) =>
      assignAll(
        trx,
        systemActor('thử'),
        { ...aSource(agencies), assignedOn: '2021-02-01', kind: 'archive', id: null },
        [aTask(dueOn, agencies.finance, dueOn)],
        app.clock.now(),
      ),
    )
}

const read = async (visitor: Visitor, id: number) => (await visitor.send('GET', `${REPORTS}/${id}`)).body as Monthly
const listed = async (visitor: Visitor, query = '') =>
  ((await visitor.send('GET', `${REPORTS}${query}`)).body as { rows: ReportRow[] }).rows.map(({ id, state }) => [
    id,
    state,
  ])

test('a specialist draws up and submits, a leader signs: number, day and signature are given at the signature', async (t) => {
  const app = await office(t)
  const { officer, leader } = app
  const made = await officer.send('POST', REPORTS, { body: ORDER })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const { id } = made.body as { id: number }
  const url = `${REPORTS}/${id}`
  const draft = await read(officer, id)
  assert.deepEqual(
    [draft.state, draft.number, draft.issuedOn, draft.createdBy, draft.submittedBy, draft.may],
    ['draft', null, null, 'Trần Theo Dõi', null, ['edit', 'submit', 'drop']],
  )
  assert.equal(codeOf(await leader.send('POST', `${url}/sign`, { ifMatch: 1 })), 'report.wrong_state')
  assert.equal((await officer.send('POST', `${url}/submit`, { ifMatch: 1 })).status, 200)
  const submitted = await read(leader, id)
  assert.deepEqual(
    [submitted.state, submitted.submittedBy, submitted.signature, submitted.may],
    [
      'submitted',
      'Trần Theo Dõi',
      { title: 'KT. BỘ TRƯỞNG, CHỦ NHIỆM\nCHUYÊN VIÊN', name: 'Lê Lãnh Đạo' },
      ['withdraw', 'sendBack', 'sign'],
    ],
    'the leader has the own signature before them',
  )
  assert.deepEqual((await read(officer, id)).signature, { title: 'TỔ TRƯỞNG', name: null })
  assert.deepEqual((await read(officer, id)).may, ['withdraw'])
  const bySpecialist = await officer.send('POST', `${url}/sign`, { ifMatch: 2 })
  assert.deepEqual([bySpecialist.status, codeOf(bySpecialist)], [403, 'report.may_not_sign'])
  assert.equal((await officer.send('POST', `${url}/send-back`, { ifMatch: 2, body: { reason: 'x' } })).status, 403)

  app.clock.set('2021-03-04')
  const signed = await leader.send('POST', `${url}/sign`, { ifMatch: 2 })
  assert.deepEqual(
    [signed.status, signed.body],
    [200, { version: 3, number: '01/BC-TCT' }],
    JSON.stringify(signed.body),
  )
  const issued = await read(officer, id)
  assert.deepEqual(
    [issued.state, issued.number, issued.issuedOn, issued.signature, issued.issuedBy, issued.may],
    [
      'issued',
      '01/BC-TCT',
      '2021-03-04',
      { title: 'KT. BỘ TRƯỞNG, CHỦ NHIỆM\nCHUYÊN VIÊN', name: 'Lê Lãnh Đạo' },
      'Lê Lãnh Đạo',
      [],
    ],
  )
  const { rows: log } = await sql<{ event: string; actor_name: string }>`
    select event, actor_name from platform.audit where subject_kind = 'report' order by id`.execute(app.db)
  assert.deepEqual(
    log.map(({ event, actor_name }) => `${event}: ${actor_name}`),
    ['report.drafted: Trần Theo Dõi', 'report.submitted: Trần Theo Dõi', 'report.issued: Lê Lãnh Đạo'],
  )
  const pdf = await officer.send('GET', `${url}/document?format=pdf`)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: true })
  const printed = text.normalize('NFC').replace(/\s+/g, '')
  for (const part of ['Số: 01/BC-TCT', 'Hà Nội, ngày 04 tháng 3 năm 2021', 'KT. BỘ TRƯỞNG, CHỦ NHIỆM', 'Lê Lãnh Đạo'])
    assert.ok(printed.includes(part.replaceAll(' ', '')), part)
  assert.ok(!printed.includes('DỰTHẢO'))
})

test('what is signed is what was submitted, whatever is recorded in between', async (t) => {
  const app = await office(t)
  const { officer, leader } = app
  // As of today: what is recorded later today would count.
  const { id, version } = await submittedReport(officer, { month: '2021-03' })
  const shown = (await read(leader, id)).content
  assert.equal(shown.headline.assigned, 1)
  await give(app, '2021-03-31')
  const html = async () => String((await leader.send('GET', `${REPORTS}/${id}/document?format=html`)).body)
  assert.ok((await html()).includes('DỰ THẢO'))
  assert.deepEqual((await read(leader, id)).content, shown)
  assert.equal((await leader.send('POST', `${REPORTS}/${id}/sign`, { ifMatch: version })).status, 200)
  assert.deepEqual((await read(officer, id)).content, shown)
  assert.ok(!(await html()).includes('DỰ THẢO'))

  // Sent back, the preparer computes it again: the version that the leader saw can no longer be signed.
  const second = await submittedReport(officer, { month: '2021-03' })
  const url = `${REPORTS}/${second.id}`
  const back = { ifMatch: second.version, body: { reason: 'Thiếu nhiệm vụ mới' } }
  assert.equal((await leader.send('POST', `${url}/send-back`, back)).status, 200)
  await give(app, '2021-03-30')
  assert.equal((await officer.send('PATCH', url, { ifMatch: 4, body: {} })).status, 409, 'a version not seen')
  const edited = await officer.send('PATCH', url, { ifMatch: 3, body: { place: 'Huế' } })
  assert.equal(edited.status, 200, JSON.stringify(edited.body))
  const now = await read(officer, second.id)
  assert.deepEqual([now.sentBackReason, now.place, now.content.headline.assigned], ['Thiếu nhiệm vụ mới', 'Huế', 3])
  assert.equal((await officer.send('POST', `${url}/submit`, { ifMatch: 4 })).status, 200)
  assert.equal((await read(leader, second.id)).sentBackReason, null)
  const stale = await leader.send('POST', `${url}/sign`, { ifMatch: 2 })
  assert.equal(stale.status, 409)
  assert.equal((await leader.send('POST', `${url}/sign`, { ifMatch: 5 })).status, 200)
})

test('corrections of a month that is over count in its report only if records of a later day are to count', async (t) => {
  const app = await office(t)
  const { officer } = app
  await give(app, '2021-02-12')
  const made = await officer.send('POST', REPORTS, { body: ORDER })
  const { id } = made.body as { id: number }
  assert.equal((await read(officer, id)).content.headline.assigned, 1, 'the other was recorded in March')
  const url = `${REPORTS}/${id}`
  assert.equal((await officer.send('PATCH', url, { ifMatch: 1, body: { knownOn: '2021-03-02' } })).status, 200)
  const now = await read(officer, id)
  assert.deepEqual([now.knownOn, now.content.headline.assigned], ['2021-03-02', 2])
  assert.equal((await officer.send('PATCH', url, { ifMatch: 2, body: { knownOn: null } })).status, 200)
  assert.equal((await read(officer, id)).content.headline.assigned, 1)
})

test('the office words the recommendations itself, and they stay when the figures are computed again', async (t) => {
  const app = await office(t)
  const { officer } = app
  const made = await officer.send('POST', REPORTS, { body: ORDER })
  const { id } = made.body as { id: number }
  const url = `${REPORTS}/${id}`
  const computed = (await read(officer, id)).content.recommendations
  assert.ok(computed.length > 0)
  const own = ['Bộ Tài chính báo cáo nguyên nhân chậm trước ngày 15/3/2021.']
  const change = async (version: number, body: object) => officer.send('PATCH', url, { ifMatch: version, body })
  assert.equal((await change(1, { recommendations: own })).status, 200)
  assert.equal((await change(2, { place: 'Huế' })).status, 200)
  const { content } = await read(officer, id)
  assert.deepEqual([content.recommendations, content.isRecommendedByOffice], [own, true])
  const paper = await officer.send('GET', `${url}/document?format=html`)
  assert.ok(asTyped(String(paper.body)).includes(own[0]!))
  assert.equal((await change(3, { recommendations: [' '] })).status, 400)
  assert.equal((await change(3, { recommendations: null })).status, 200)
  assert.deepEqual((await read(officer, id)).content.recommendations, computed)
})

test('two leaders sign at the same time: one signature counts, the other is told whose', async (t) => {
  const app = await office(t)
  const other = await app.as('taskForceHead', { name: 'Phạm Tổ Trưởng' })
  const { id, version } = await submittedReport(app.officer, ORDER)
  const answers = await Promise.all(
    [app.leader, other].map((signer) => signer.send('POST', `${REPORTS}/${id}/sign`, { ifMatch: version })),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
  const { signer } = await read(app.leader, id)
  const refused = answers.find(({ status }) => status === 409)!
  assert.ok((refused.body as { detail: string }).detail.includes(signer!), JSON.stringify(refused.body))
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from platform.audit where event = 'report.issued'`.execute(app.db)
  assert.equal(rows[0]!.n, 1)
  const numbers = await app.db.selectFrom('registry.document_number').select('notation').execute()
  assert.deepEqual(numbers, [{ notation: '01/BC-TCT' }], 'the refused signature took no number')
})

test('the head of the Task Force signs under the title alone, and a deputy of the leader by authority', async (t) => {
  const app = await office(t)
  const { officer, leader } = app
  const head = await app.as('taskForceHead', { name: 'Phạm Tổ Trưởng' })
  await sql`update registry.post set title = 'Tổ trưởng' where person_id = ${head.actor.personId}`.execute(app.db)
  const first = await issuedReport(officer, head, ORDER)
  assert.deepEqual((await read(officer, first)).signature, { title: 'TỔ TRƯỞNG', name: 'Phạm Tổ Trưởng' })

  await sql`update registry.post set title = 'Phó Chủ nhiệm' where person_id = ${leader.actor.personId}`.execute(app.db)
  const deputy = await app.as('officer', { name: 'Vũ Phó' })
  const { id, version } = await submittedReport(officer, { ...ORDER, signatoryId: leader.actor.personId })
  const url = `${REPORTS}/${id}`
  const waiting = await read(officer, id)
  assert.deepEqual(
    [waiting.signatoryName, waiting.signature],
    ['Lê Lãnh Đạo', { title: 'KT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM', name: 'Lê Lãnh Đạo' }],
  )
  const byAnother = await head.send('POST', `${url}/sign`, { ifMatch: version })
  assert.deepEqual([byAnother.status, codeOf(byAnother)], [403, 'report.for_another'])
  assert.deepEqual((await read(head, id)).may, [])
  assert.equal(
    (await deputy.send('POST', `${url}/sign`, { ifMatch: version })).status,
    404,
    'without a deputation it is not theirs to see',
  )

  const made = await leader.send('POST', '/api/deputations', {
    body: {
      postId: await postOf(app, leader),
      deputyId: deputy.actor.personId,
      from: '2021-03-02',
      to: '2021-03-05',
      kind: 'authorised',
      document: '12/GUQ',
    },
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  // A session would choose the deputised post; here the deputy has no other post that is in force.
  await sql`update registry.post set valid = '[2020-01-01,2021-03-01)' where person_id = ${deputy.actor.personId}`.execute(
    app.db,
  )
  const signed = await deputy.send('POST', `${url}/sign`, { ifMatch: version })
  assert.equal(signed.status, 200, JSON.stringify(signed.body))
  const issued = await read(officer, id)
  assert.match(issued.signature.title, /^TUQ\. /)
  assert.deepEqual(
    [issued.signature.name, issued.onBehalfOfName, issued.issuedBy, issued.number],
    ['Vũ Phó', 'Lê Lãnh Đạo', 'Vũ Phó (thay mặt Lê Lãnh Đạo)', '02/BC-TCT'],
  )

  // The deputation is over: the same person signs nothing more.
  const late = await submittedReport(officer, { month: '2021-03' })
  app.clock.set('2021-03-06')
  assert.equal((await deputy.send('POST', `${REPORTS}/${late.id}/sign`, { ifMatch: late.version })).status, 403)
})

test('who signs for the head of the Task Force is its deputy head that day; whoever sits in none signs as the Office does', async (t) => {
  const app = await office(t)
  const { officer, leader } = app
  await sql`update registry.post set title = 'Phó Chủ nhiệm' where person_id = ${leader.actor.personId}`.execute(app.db)
  const made = async (url: string, body: object) => {
    const answer = await officer.send('POST', `/api/taskforce/${url}`, { body })
    assert.equal(answer.status, 201, JSON.stringify(answer.body))
    return (answer.body as { id: number }).id
  }
  const force = await made('task-forces', {
    name: 'Tổ công tác MẪU',
    act: '1642/QĐ-MẪU',
    actOn: '2021-01-04',
    fromOn: '2021-01-04',
    scope: 'x',
    standingAgencyId: officer.actor.agencyId,
  })
  const { id } = await submittedReport(officer, { ...ORDER, signatoryId: leader.actor.personId })
  const shown = async () => [(await read(leader, id)).signature, (await read(officer, id)).signature]
  const asOffice = { title: 'KT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM', name: 'Lê Lãnh Đạo' }
  assert.deepEqual(await shown(), [asOffice, asOffice])
  const fact = { fullName: 'Lê Lãnh Đạo', office: 'Phó Chủ nhiệm', personId: leader.actor.personId, act: '1642/QĐ-MẪU' }
  // A member signs nothing for the head; a deputy head does, from the first day to the last.
  const member = await made(`task-forces/${force}/members`, { ...fact, role: 'member', fromOn: '2021-01-04' })
  assert.deepEqual(await shown(), [asOffice, asOffice])
  await sql`update taskforce.member set to_on = '2021-03-01', end_act = 'x' where member_id = ${member}`.execute(app.db)
  await made(`task-forces/${force}/members`, { ...fact, role: 'standingDeputy', fromOn: '2021-03-03' })
  assert.deepEqual(await shown(), [asOffice, asOffice])
  app.clock.set('2021-03-03T02:00:00Z')
  const asDeputy = { title: 'KT. TỔ TRƯỞNG\nTỔ PHÓ THƯỜNG TRỰC', name: 'Lê Lãnh Đạo' }
  assert.deepEqual(await shown(), [asDeputy, asDeputy])
  await sql`update taskforce.member set to_on = '2021-03-04', end_act = 'x' where to_on is null`.execute(app.db)
  app.clock.set('2021-03-05T02:00:00Z')
  assert.deepEqual(await shown(), [asOffice, asOffice])
})

async function postOf(app: TestApp, visitor: Visitor): Promise<number> {
  const row = await app.db
    .selectFrom('registry.post')
    .select('post_id')
    .where('person_id', '=', visitor.actor.personId!)
    .executeTakeFirstOrThrow()
  return row.post_id
}

test('reports that are not issued do not exist for those who only read reports', async (t) => {
  const app = await office(t)
  const member = await app.as('taskForce', { follows: ['bo-tai-chinh'] })
  const { id, version } = await submittedReport(app.officer, ORDER)
  const withoutId = ({ body }: Answer) => ({ ...(body as object), requestId: '' })
  const hidden = await member.send('GET', `${REPORTS}/${id}`)
  assert.equal(hidden.status, 404)
  assert.deepEqual(withoutId(hidden), withoutId(await member.send('GET', `${REPORTS}/987654`)))
  assert.equal((await member.send('GET', `${REPORTS}/${id}/document?format=pdf`)).status, 404)
  assert.equal((await member.send('POST', `${REPORTS}/${id}/sign`, { ifMatch: version })).status, 404)
  assert.deepEqual([await listed(member), await listed(member, '?state=submitted')], [[], []])
  const auditor = await app.as('auditor')
  assert.deepEqual(await listed(auditor), [[id, 'submitted']], 'an auditor reads and does nothing')
  assert.deepEqual((await read(auditor, id)).may, [])
  await app.leader.send('POST', `${REPORTS}/${id}/sign`, { ifMatch: version })
  assert.deepEqual(await listed(member), [[id, 'issued']])
  const shown = await read(member, id)
  assert.deepEqual([shown.submittedBy, shown.sentBackReason, shown.signer], [null, null, 'Lê Lãnh Đạo'])
})

test('one report of a month is in the making; a dropped one makes room, an issued one may have a successor', async (t) => {
  const app = await office(t)
  const { officer, leader } = app
  const first = (await officer.send('POST', REPORTS, { body: ORDER })).body as { id: number }
  assert.equal(codeOf(await leader.send('POST', REPORTS, { body: ORDER })), 'report.one_open')
  assert.equal((await officer.send('POST', REPORTS, { body: { month: '2021-03' } })).status, 201, 'another month')
  assert.equal((await officer.send('POST', `${REPORTS}/${first.id}/drop`, { ifMatch: 1 })).status, 200)
  const again = await officer.send('POST', `${REPORTS}/${first.id}/submit`, { ifMatch: 2 })
  assert.match((again.body as { detail: string }).detail, /^Báo cáo đã bỏ\. Nếu cần, hãy lập báo cáo mới\.$/)
  await issuedReport(officer, leader, ORDER)
  await issuedReport(officer, leader, ORDER)
  assert.equal((await listed(officer, '?state=issued')).length, 2)
  assert.equal((await listed(officer)).length, 3, 'the dropped one is not listed')
})

test('a number from a book kept elsewhere is taken at the signature, once a year, and numbering goes on after it', async (t) => {
  const app = await office(t)
  const { officer, leader } = app
  // Two drafts may have it until one is issued.
  const { id, version } = await submittedReport(officer, { ...ORDER, month: '2021-03', number: '12/BC-TCT' })
  await issuedReport(officer, leader, { ...ORDER, number: '12/BC-TCT' })
  const taken = await leader.send('POST', `${REPORTS}/${id}/sign`, { ifMatch: version })
  assert.deepEqual([taken.status, codeOf(taken)], [409, 'report.number_taken'])
  assert.match(
    (taken.body as { detail: string }).detail,
    /^Số 12\/BC-TCT của năm 2021 đã cấp cho văn bản ngày 02\/03\/2021/,
  )
  assert.equal((await read(leader, id)).state, 'submitted')
  await leader.send('POST', `${REPORTS}/${id}/send-back`, { ifMatch: version, body: { reason: 'Trùng số' } })
  // Where it is given already, whoever prepares is told, not the leader.
  const again = await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: version + 1 })
  const changed = await officer.send('PATCH', `${REPORTS}/${id}`, {
    ifMatch: version + 1,
    body: { number: '12/BC-TCT' },
  })
  for (const refused of [again, changed]) {
    assert.deepEqual([refused.status, codeOf(refused)], [400, 'report.number_taken'])
    assert.match(
      (refused.body as { detail: string }).detail,
      /^Số 12\/BC-TCT của năm 2021 đã cấp cho văn bản ngày 02\/03\/2021/,
    )
  }
  await officer.send('PATCH', `${REPORTS}/${id}`, { ifMatch: version + 1, body: { number: null } })
  await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: version + 2 })
  const signed = await leader.send('POST', `${REPORTS}/${id}/sign`, { ifMatch: version + 3 })
  assert.equal((signed.body as { number: string }).number, '13/BC-TCT')
})

test('only those who may sign are chosen as signatories', async (t) => {
  const app = await office(t)
  const administrator = await app.as('administrator')
  const { signatories } = (await app.officer.send('GET', `${REPORTS}/signatories`)).body as {
    signatories: { id: number; name: string }[]
  }
  assert.deepEqual(
    signatories.map(({ name }) => name),
    ['Lê Lãnh Đạo'],
  )
  const wrong = await app.officer.send('POST', REPORTS, {
    body: { ...ORDER, signatoryId: administrator.actor.personId },
  })
  assert.deepEqual([wrong.status, codeOf(wrong)], [400, 'signature.no_such_signatory'])
})

test('a request repeated under its key draws up, edits, submits, sends back and signs a report once', async (t) => {
  const app = await office(t)
  const { officer, leader } = app
  const made = await changedOnce(officer, 'POST', REPORTS, { body: ORDER })
  const url = `${REPORTS}/${(made.body as { id: number }).id}`
  await changedOnce(officer, 'PATCH', url, { body: { number: '07/BC-TCT' }, ifMatch: 1 })
  await changedOnce(officer, 'POST', `${url}/submit`, { ifMatch: 2 })
  await changedOnce(officer, 'POST', `${url}/withdraw`, { ifMatch: 3 })
  await officer.send('POST', `${url}/submit`, { ifMatch: 4 })
  await changedOnce(leader, 'POST', `${url}/send-back`, { body: { reason: 'Xem lại' }, ifMatch: 5 })
  await officer.send('POST', `${url}/submit`, { ifMatch: 6 })
  const signed = await changedOnce(leader, 'POST', `${url}/sign`, { ifMatch: 7 })
  assert.deepEqual(signed.body, { version: 8, number: '07/BC-TCT' })
  assert.equal((await listed(officer)).length, 1)
})
