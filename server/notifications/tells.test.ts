import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Document, Packer, Paragraph } from 'docx'
import { sql } from 'kysely'
import { submittedReport } from '../oversight/report.fixture.ts'
import { agenciesOf, aSource, aTask, aUnit, FINANCE, given, PLANNING } from '../tasks/task.fixture.ts'
import { freshApp, upload } from '../test/app.ts'
import { SECRET } from '../test/review-desk.ts'
import { submitted, urgingDesk } from '../urging/urging.fixture.ts'
import { eventsOf, linesOf, toldWorld, type World } from './notifications.fixture.ts'

const OPEN_PAPER = SECRET.replace('\nMẬT', '')

const shared = (world: World) =>
  aTask('II.1', world.agencies.finance, '2021-06-30', {
    parties: [
      { role: 'lead', agencyId: world.agencies.finance, namedAs: 'BTC', scope: null },
      { role: 'coordinating', agencyId: world.agencies.planning, namedAs: 'BKH', scope: null },
    ],
  })

test('the course of a task tells the other side of each act, and no stranger', async (t) => {
  const world = await toldWorld(t)
  const { officer, giver, act } = world
  const coordinating = await world.as('officer', { agency: PLANNING })
  const member = await world.as('taskForce', { agency: 'bo-y-te', follows: [FINANCE] })
  const strangers = [
    await world.as('officer', { agency: 'bo-y-te' }),
    await world.as('taskForce', { agency: 'bo-y-te', follows: ['bo-cong-an'] }),
    await world.as('auditor'),
  ]
  const [id] = await world.give(shared(world))
  assert.deepEqual(await eventsOf(officer), ['task.assigned'])
  assert.deepEqual(await eventsOf(coordinating), ['task.assigned'])
  let version = await act(officer, id!, 'receive', 1)
  version = await act(officer, id!, 'progress', version, { percent: 20, body: 'Đã lập tổ soạn thảo' })
  version = await act(officer, id!, 'done', version, { completedOn: '2021-03-01', body: 'Đã trình' })
  const steps = ['task.received', 'task.progressReported', 'task.reportedDone']
  assert.deepEqual((await eventsOf(giver)).sort(), [...steps].sort())
  assert.deepEqual((await eventsOf(member)).sort(), [...steps].sort())
  version = await act(giver, id!, 'send-back', version, { reason: 'Thiếu phụ lục' })
  const [back] = await linesOf(officer)
  assert.deepEqual(
    [back!.event, back!.rows[0]!.note, back!.rows[0]!.by],
    ['task.sentBack', 'Thiếu phụ lục', giver.actor.name],
  )
  version = await act(officer, id!, 'done', version, { completedOn: '2021-03-01', body: 'Đã bổ sung' })
  await act(giver, id!, 'confirm', version)
  assert.deepEqual((await eventsOf(officer)).sort(), ['task.assigned', 'task.confirmed', 'task.sentBack'])
  for (const stranger of strangers) assert.deepEqual(await eventsOf(stranger), [])
  assert.deepEqual(await eventsOf(coordinating), ['task.assigned'])
})

test('a request tells who decides; the decision tells the agency that asked, as its form promises', async (t) => {
  const world = await toldWorld(t)
  const { officer, giver, act } = world
  const [id] = await world.give(aTask('II.1', world.agencies.finance, '2021-06-30'))
  const ask = async (path: string, version: number, body: object) => {
    const next = await act(officer, id!, path, version, body)
    const { requests } = (await giver.send('GET', `/api/tasks/${id}`)).body as {
      requests: { id: number; decision: string | null }[]
    }
    return { next, request: requests.find(({ decision }) => decision === null)!.id }
  }
  const first = await ask('requests/extension', 1, { newDueOn: '2021-07-30', reason: 'Chờ ý kiến các bộ' })
  assert.deepEqual(await eventsOf(giver), ['task.extensionRequested'])
  let version = await act(giver, id!, `requests/${first.request}/decide`, first.next, {
    decision: 'refused',
    note: 'Hạn theo nghị quyết',
  })
  const [refused] = await linesOf(officer)
  assert.deepEqual([refused!.event, refused!.rows[0]!.note], ['task.requestRefused', 'Hạn theo nghị quyết'])
  const second = await ask('requests/extension', version, { newDueOn: '2021-07-30', reason: 'Chờ ý kiến' })
  version = await act(giver, id!, `requests/${second.request}/decide`, second.next, {
    decision: 'granted',
    approvedBy: '12/TTg',
  })
  assert.ok(
    (await linesOf(officer)).some(
      ({ event, rows }) => event === 'task.extended' && /30\/07\/2021/.test(rows[0]!.note!),
    ),
  )
  const third = await ask('requests/transfer', version, {
    agencyId: world.agencies.planning,
    reason: 'Không đúng chức năng',
  })
  const heir = await world.as('officer', { agency: PLANNING })
  await act(giver, id!, `requests/${third.request}/decide`, third.next, { decision: 'granted' })
  const why = async (who: typeof officer) =>
    (await linesOf(who)).find(({ event }) => event === 'task.transferred')?.rows[0]?.why
  assert.deepEqual([await why(officer), await why(heir)], ['formerLead', 'lead'])
  // By mail at once: decisions to the agency that asked. Its officer is no focal point, so the assignment is not mailed.
  await world.drain()
  const { rows } = await sql<{ to_address: string; subject: string }>`
    select to_address, subject from platform.mail`.execute(world.db)
  assert.deepEqual(rows, [
    {
      to_address: officer.email,
      subject: '[Điều Hành] 1 từ chối đề nghị, 1 gia hạn nhiệm vụ, 1 chuyển nhiệm vụ cho cơ quan khác',
    },
  ])
})

test('what a phrase for many agencies was given tells each agency that now has it, once', async (t) => {
  const world = await toldWorld(t)
  const { agencies, giver, officer, act } = world
  const [planning, health, office] = [
    await world.as('officer', { agency: PLANNING }),
    await world.as('officer', { agency: 'bo-y-te' }),
    await world.as('officer', { agency: 'van-phong-chinh-phu' }),
  ]
  const many = (role: 'lead' | 'coordinating', namedAs: string, agencyId: number | null) => ({
    role,
    agencyId,
    namedAs,
    scope: null,
    isCollective: true,
  })
  const [id] = await world.give(
    aTask('II.1', agencies.office, '2021-06-30', {
      parties: [many('lead', 'Các bộ', agencies.office), many('coordinating', 'Các cơ quan liên quan', null)],
    }),
  )
  const reason = 'Nay giao từng cơ quan'
  const distribute = (version: number, role: string, agencyIds: number[]) =>
    act(giver, id!, 'distribute', version, { role, agencyIds, reason })
  const version = await distribute(1, 'coordinating', [agencies.planning, await world.agency('bo-cong-an')])
  const [part] = await linesOf(planning)
  assert.deepEqual(
    [part!.event, part!.rows[0]!.why, part!.rows[0]!.note],
    ['task.coordinatingDistributed', 'coordinating', reason],
  )
  assert.deepEqual(await eventsOf(officer), [])
  await distribute(version, 'lead', [agencies.finance, await world.agency('bo-y-te')])
  assert.deepEqual(await eventsOf(officer), ['task.assigned'])
  assert.deepEqual(await eventsOf(health), ['task.assigned'])
  assert.deepEqual(
    (await eventsOf(office)).sort(),
    ['task.assigned', 'task.distributed'],
    'the one task counts no longer',
  )
})

test('how a lead divides its work is told to the unit and the lead alone', async (t) => {
  const world = await toldWorld(t)
  const { officer, giver, act } = world
  const unitId = await aUnit(world, 'vu-mau', world.agencies.finance)
  const unit = await world.as('officer', { agency: 'vu-mau' })
  const [id] = await world.give(aTask('II.1', world.agencies.finance, '2021-06-30'))
  await act(officer, id!, 'receive', 1)
  const before = await eventsOf(giver)
  const given = await officer.send('POST', `/api/tasks/${id}/subtasks`, {
    body: { agencyId: unitId, title: 'Soạn phụ lục', content: 'Soạn phụ lục I', dueOn: '2021-05-30' },
  })
  assert.equal(given.status, 201, JSON.stringify(given.body))
  const subtask = (given.body as { id: number }).id
  const [line] = await linesOf(unit)
  assert.deepEqual([line!.event, line!.rows[0]!.title, line!.rows[0]!.why], ['subtask.given', 'Soạn phụ lục', 'unit'])
  const on = (who: typeof unit, name: string, ifMatch: number, body: object) =>
    who.send('POST', `/api/tasks/${id}/subtasks/${subtask}/${name}`, { ifMatch, body })
  assert.equal((await on(unit, 'start', 1, {})).status, 200)
  assert.ok((await eventsOf(officer)).includes('subtask.started'))
  assert.equal((await on(officer, 'cancel', 2, { reason: 'Gộp việc' })).status, 200)
  assert.deepEqual((await eventsOf(unit)).sort(), ['subtask.cancelled', 'subtask.given'])
  assert.deepEqual(await eventsOf(giver), before)
})

test('a contribution asked tells that agency, one given tells the lead', async (t) => {
  const world = await toldWorld(t)
  const coordinating = await world.as('officer', { agency: PLANNING })
  const [id] = await world.give(shared(world))
  await world.act(world.officer, id!, 'receive', 1)
  const asked = await world.officer.send('POST', `/api/tasks/${id}/contributions/request`, {
    body: { agencyId: world.agencies.planning, what: 'Ý kiến về nguồn vốn', dueOn: '2021-04-01' },
  })
  assert.equal(asked.status, 201, JSON.stringify(asked.body))
  const [line] = await linesOf(coordinating)
  assert.deepEqual(
    [line!.event, line!.rows[0]!.note],
    ['contribution.requested', 'Hạn gửi 01/04/2021. Ý kiến về nguồn vốn'],
  )
  await coordinating.send('POST', `/api/tasks/${id}/contributions`, { body: { body: 'Nhất trí' } })
  assert.ok((await eventsOf(world.officer)).includes('contribution.given'))
})

test('a deputy is told for the holder of the post, and no longer once the deputation is revoked', async (t) => {
  const world = await toldWorld(t)
  const leader = await world.as('leader', { agency: FINANCE, name: 'Bùi Lãnh Đạo' })
  const deputy = await world.as('auditor', { agency: 'bo-y-te', name: 'Người Làm Thay' })
  const { rows } = await sql<{ id: number }>`
    insert into registry.deputation (post_id, owner_id, deputy_id, valid, kind, made_at, made_by)
    select o.post_id, o.person_id, ${deputy.actor.personId}, '[2021-02-01,2021-04-01)', 'absent', now(), 'thử'
    from registry.post o where o.person_id = ${leader.actor.personId} returning deputation_id as id`.execute(world.db)
  await world.give(aTask('II.1', world.agencies.finance, '2021-06-30'))
  assert.deepEqual([await eventsOf(leader), await eventsOf(deputy)], [['task.assigned'], ['task.assigned']])
  await sql`update registry.deputation set revoked_at = now(), revoked_by = 'thử' where deputation_id = ${rows[0]!.id}`.execute(
    world.db,
  )
  await world.give(aTask('II.2', world.agencies.finance, '2021-06-30'))
  assert.deepEqual([await eventsOf(leader), await eventsOf(deputy)], [['task.assigned 2'], ['task.assigned']])
})

test('the owner of a file that had to go is told, and so is who put the document here', async (t) => {
  const world = await toldWorld(t)
  const [id] = await world.give(aTask('II.1', world.agencies.finance, '2021-06-30'))
  await world.act(world.officer, id!, 'receive', 1)
  const sent = await world.officer.send('POST', `/api/tasks/${id}/evidence`, upload('mau.docx', await word(SECRET)))
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  await world.drain()
  const line = (await linesOf(world.officer)).find(({ event }) => event === 'evidence.withdrawn')
  assert.deepEqual([line?.count, line?.rows[0]?.why, line?.rows[0]?.to], [1, 'owner', `/nhiem-vu/${id}`])
  assert.match(line!.rows[0]!.note!, /dấu mật/)
  assert.ok(!(await eventsOf(world.giver)).includes('evidence.withdrawn'))
  // The guard acts on the real clock, so the message of the next minute waits.
  const { rows } = await sql<{ key: string }>`
    select key from graphile_worker.jobs where task_identifier = 'notifications.mail'`.execute(world.db)
  assert.deepEqual(rows, [{ key: `notifications.mail/${world.officer.actor.personId}` }], 'by mail at once too')
})

async function word(text: string): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({ sections: [{ children: text.split('\n').map((line) => new Paragraph(line)) }] }),
  )
}

test('a password that waits for a second administrator is told to the others', async (t) => {
  const world = await toldWorld(t)
  const [asking, deciding] = [await world.as('administrator'), await world.as('administrator')]
  const { personId } = world.officer.actor
  const answer = await asking.send('POST', `/api/people/${personId}/invitation`, { ifMatch: 1, body: {} })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  const [line] = await linesOf(deciding)
  assert.deepEqual(
    [line?.event, line?.rows[0]?.title, line?.rows[0]?.to],
    ['person.resetRequested', 'Đặt lại mật khẩu của Phạm Cán Bộ', `/nguoi-dung/${personId}`],
  )
  assert.deepEqual([await eventsOf(asking), await eventsOf(world.officer)], [[], []])
})

test('a letter tells who may sign it, and whoever prepared it what came of it', async (t) => {
  const desk = await urgingDesk(t)
  const other = await desk.as('followUp', { name: 'Người Khác' })
  const agency = await desk.as('officer', { agency: FINANCE })
  await desk.give(desk.agencies.finance, ['2021-02-22'])
  const { id, version } = await submitted(desk, desk.agencies.finance)
  const letters = async (who: typeof other) =>
    (await linesOf(who)).filter(({ source }) => source === 'act').filter(({ event }) => event.startsWith('letter.'))
  const [line] = await letters(desk.leader)
  assert.deepEqual(
    [line?.event, line?.rows[0]?.why, line?.rows[0]?.to],
    ['letter.submitted', 'signer', `/don-doc/${id}`],
  )
  const back = await desk.leader.send('POST', `/api/urging/letters/${id}/send-back`, {
    ifMatch: version,
    body: { reason: 'Sửa câu mở đầu' },
  })
  assert.equal(back.status, 200, JSON.stringify(back.body))
  const [told] = await letters(desk.officer)
  assert.deepEqual([told?.event, told?.rows[0]?.note], ['letter.sentBack', 'Sửa câu mở đầu'])
  assert.deepEqual([await letters(other), await letters(agency)], [[], []])
})

test('a report tells who may sign it, and whoever prepared it what came of it', async (t) => {
  const app = await freshApp(t, { at: '2021-02-26' })
  const agencies = await agenciesOf(app)
  await given(app, aSource(agencies), aTask('1', agencies.finance, '2021-02-10'))
  app.clock.set('2021-03-02T02:00:00Z')
  const [officer, other] = [await app.as('followUp'), await app.as('followUp', { name: 'Người Khác' })]
  const [leader, administrator] = [await app.as('followUpLeader'), await app.as('administrator')]
  const { id, version } = await submittedReport(officer, { month: '2021-02' })
  const [line] = await linesOf(leader)
  assert.deepEqual(
    [line?.event, line?.rows[0]?.why, line?.rows[0]?.title, line?.rows[0]?.to],
    ['report.submitted', 'signer', 'Báo cáo tháng 02/2021 của Tổ công tác', `/bao-cao/${id}`],
  )
  const back = await leader.send('POST', `/api/reports/${id}/send-back`, {
    ifMatch: version,
    body: { reason: 'Sửa phần kiến nghị' },
  })
  assert.equal(back.status, 200, JSON.stringify(back.body))
  const [told] = await linesOf(officer)
  assert.deepEqual([told?.event, told?.rows[0]?.note], ['report.sentBack', 'Sửa phần kiến nghị'])
  assert.deepEqual([await eventsOf(other), await eventsOf(administrator)], [[], []])
})

test('whoever uploaded a document is told how its reading ended', async (t) => {
  const world = await toldWorld(t)
  const sent = await world.giver.send('POST', '/api/directives', upload('mau.txt', Buffer.from(OPEN_PAPER)))
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  await world.drain()
  const [line] = await linesOf(world.giver)
  assert.deepEqual([line?.event, line?.rows[0]?.why], ['directive.read', 'owner'])
  assert.match(line!.rows[0]!.note!, /nhiệm vụ dự kiến/)
})
