import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { resolveAgency } from '../registry/index.ts'
import type { Task } from '../tasks/shapes.ts'
import { agenciesOf, aSource, aTask, given } from '../tasks/task.fixture.ts'
import { freshApp, type TestApp, upload, type Visitor } from '../test/app.ts'
import { changedOnce } from '../test/once.ts'
import type { LineInput, Reorganisation, Run } from './shapes.ts'

const DAY = '2021-02-01'
const SOURCE = 'Nghị quyết mẫu 01/2021/QH14'

const line = (words: Partial<LineInput> & Pick<LineInput, 'old'>): LineInput => ({
  new: '',
  kind: 'main',
  subject: '',
  effectiveOn: DAY,
  source: '',
  founding: null,
  ...words,
})

async function draft(keeper: Visitor, lines: LineInput[], title = 'Sắp xếp thử'): Promise<Reorganisation> {
  const { status, body } = await keeper.send('POST', '/api/reorganisations', { body: { title, source: SOURCE, lines } })
  assert.equal(status, 201, JSON.stringify(body))
  return read(keeper, (body as { id: number }).id)
}

async function read(keeper: Visitor, id: number): Promise<Reorganisation> {
  const { status, body } = await keeper.send('GET', `/api/reorganisations/${id}`)
  assert.equal(status, 200)
  return body as Reorganisation
}

async function run(app: TestApp, keeper: Visitor, id: number, url: string, options = {}): Promise<Run> {
  const { status, body } = await keeper.send('POST', `/api/reorganisations/${id}/${url}`, options)
  assert.equal(status, 202, JSON.stringify(body))
  await app.drain()
  return (await keeper.send('GET', `/api/reorganisations/${id}/runs/${(body as { runId: number }).runId}`)).body as Run
}
const rehearse = (app: TestApp, keeper: Visitor, id: number) => run(app, keeper, id, 'rehearse')
const apply = (app: TestApp, keeper: Visitor, plan: Reorganisation, rehearsal: Run) =>
  run(app, keeper, plan.id, 'apply', { body: { rehearsalId: rehearsal.id }, ifMatch: plan.version })
const codesOf = (plan: Reorganisation) =>
  plan.lines.map(({ problems }) => problems.map(({ path, code }) => `${path} ${code.replace('reorganisation.', '')}`))
const leadOf = async (app: TestApp, id: number) =>
  (
    await app.db
      .selectFrom('tasks.task')
      .select('lead_agency_id as id')
      .where('task_id', '=', id)
      .executeTakeFirstOrThrow()
  ).id

test('several agencies merge into one that the plan founds: tasks, people and codes, in the registry and on screen', async (t) => {
  const app = await freshApp(t, { at: '2026-11-22' })
  const agencies = await agenciesOf(app)
  const health = await app.agency('bo-y-te')
  const keeper = await app.as('administrator')
  const leader = await app.as('followUpLeader')
  const officer = await app.as('officer', { agency: 'bo-y-te', name: 'Người Kế Hoạch' })
  const deputy = await app.as('officer', { agency: 'bo-tu-phap' })
  await sql`insert into registry.deputation (post_id, owner_id, deputy_id, valid, kind, document, made_at, made_by)
    select o.post_id, o.person_id, ${deputy.actor.personId}, '[2026-09-15,2026-12-15)', 'authorised', '1/UQ', now(), 'thử'
    from registry.post o where o.person_id = ${officer.actor.personId}`.execute(app.db)
  const one = await given(app, aSource(agencies), aTask('1', health, '2026-12-31'))
  const two = await given(app, aSource(agencies), aTask('2', agencies.finance, null))
  const on = '2026-10-01'
  const founding = {
    kind: 'ministry' as const,
    parentId: null,
    abbreviation: 'BKTQG',
    codes: [{ scheme: 'qcvn102' as const, code: 'G77' }],
  }
  const heir = { new: 'Bộ Kinh tế quốc gia', founding }
  const plan = await draft(keeper, [
    line({ old: 'Bộ Y tế', ...heir, effectiveOn: on }),
    line({ old: 'BTC', ...heir, effectiveOn: on }),
  ])
  assert.deepEqual(codesOf(plan), [[], []])
  assert.equal(plan.lines[1]?.oldAgency?.name, 'Bộ Tài chính')

  const rehearsal = await rehearse(app, keeper, plan.id)
  assert.equal(rehearsal.state, 'done', JSON.stringify(rehearsal.problem))
  assert.deepEqual(
    rehearsal.outcome?.lines.map(({ registry, leads }) => [registry, leads]),
    [
      [['founded', 'succession', 'ended'], 1],
      [['succession', 'ended'], 1],
    ],
  )
  assert.deepEqual(
    rehearsal.outcome?.people.map(({ name }) => name),
    ['Người Kế Hoạch'],
  )
  assert.equal(rehearsal.outcome?.lines[0]?.others.deputations, 1)
  assert.equal(await leadOf(app, one), health, 'a rehearsal changes nothing')
  assert.equal((await resolveAgency(app.db, 'Bộ Kinh tế quốc gia', '2026-11-22')).outcome, 'unknown')

  const applied = await apply(app, leader, plan, rehearsal)
  assert.equal(applied.state, 'done', JSON.stringify(applied.problem))
  const { agency } = await resolveAgency(app.db, 'G77', '2026-11-22')
  assert.equal(agency?.name, 'Bộ Kinh tế quốc gia')
  assert.deepEqual([await leadOf(app, one), await leadOf(app, two)], [agency.id, agency.id])
  const me = (await officer.send('GET', '/api/me')).body as { agencyName: string }
  assert.equal(me.agencyName, 'Bộ Kinh tế quốc gia')
  assert.equal((await officer.send('GET', `/api/tasks/${one}`)).status, 200)
  // The people of the successor are told by one line, however many tasks there are.
  const told = (await officer.send('GET', '/api/notifications')).body as {
    rows: { event: string; rows: { note: string; to: string }[] }[]
  }
  const [passed] = told.rows.filter(({ event }) => event === 'reorganisation.applied')
  assert.deepEqual(
    [passed?.rows[0]?.note, passed?.rows[0]?.to],
    ['Bộ Kinh tế quốc gia nhận 2 nhiệm vụ chủ trì', `/nhiem-vu?agencyId=${agency.id}&standing=open`],
  )
  const { rows: deputations } = await sql<{ valid: string }>`
    select valid::text from registry.deputation order by lower(valid)`.execute(app.db)
  assert.deepEqual(
    deputations.map(({ valid }) => valid),
    ['[2026-09-15,2026-10-01)', '[2026-10-01,2026-12-15)'],
  )
  const { rows: posts } = await sql<{ valid: string }>`
    select valid::text from registry.post where person_id = ${officer.actor.personId} order by valid`.execute(app.db)
  assert.deepEqual(
    posts.map(({ valid }) => valid),
    ['[2020-01-01,2026-10-01)', '[2026-10-01,)'],
  )
  const { body: page } = await keeper.send('GET', `/api/tasks/${one}`)
  assert.ok((page as Task).parties.some(({ agencyId, endedOn }) => agencyId === health && endedOn === on))
  const { rows: events } = await sql<{ event: string; detail: { reason: string } }>`
    select event, detail from platform.audit where subject_kind = 'task' and subject_id = ${String(one)}
    and event = 'task.movedBySuccession'`.execute(app.db)
  assert.equal(events[0]?.detail.reason, SOURCE)
  const { rows: acts } = await sql`select from platform.audit where event = 'reorganisation.applied'`.execute(app.db)
  assert.equal(acts.length, 1)

  const second = await leader.send('POST', `/api/reorganisations/${plan.id}/apply`, {
    body: { rehearsalId: rehearsal.id },
    ifMatch: plan.version,
  })
  assert.equal(second.status, 409)
  assert.equal((second.body as { code: string }).code, 'reorganisation.applied')
  const same = await draft(keeper, [line({ old: 'Bộ Y tế', new: 'Bộ Kinh tế quốc gia', effectiveOn: on })])
  assert.equal(same.lines[0]?.isKnown, true, 'what was applied is in the registry now')
  const left = await rehearse(app, keeper, same.id)
  assert.equal(left.outcome?.tasks, 0)
})

test('a change after the rehearsal requires a new rehearsal', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const keeper = await app.as('administrator')
  const leader = await app.as('followUpLeader')
  await given(app, aSource(agencies), aTask('1', agencies.planning, null))
  const plan = await draft(keeper, [line({ old: 'Bộ Kế hoạch và Đầu tư', new: 'Bộ Tài chính' })])
  const seen = await rehearse(app, keeper, plan.id)
  const late = await given(app, aSource(agencies, { id: 2 }), aTask('2', agencies.planning, null))
  const refused = await apply(app, leader, plan, seen)
  assert.equal(refused.state, 'failed')
  assert.equal(refused.problem?.code, 'reorganisation.moved_meanwhile')
  assert.equal(await leadOf(app, late), agencies.planning, 'nothing was moved')
  assert.equal((await read(keeper, plan.id)).state, 'draft')

  const again = await rehearse(app, keeper, plan.id)
  const changed = await keeper.send('PUT', `/api/reorganisations/${plan.id}`, {
    body: {
      title: 'Tên khác',
      source: SOURCE,
      lines: [line({ id: plan.lines[0]!.id, old: 'Bộ Kế hoạch và Đầu tư', new: 'Bộ Tài chính' })],
    },
    ifMatch: plan.version,
  })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  const stale = await leader.send('POST', `/api/reorganisations/${plan.id}/apply`, {
    body: { rehearsalId: again.id },
    ifMatch: plan.version,
  })
  assert.equal(stale.status, 409)
  const now = await read(keeper, plan.id)
  assert.equal(now.run?.isCurrent, false)
  const unseen = await leader.send('POST', `/api/reorganisations/${plan.id}/apply`, {
    body: { rehearsalId: again.id },
    ifMatch: now.version,
  })
  assert.equal((unseen.body as { code: string }).code, 'reorganisation.not_rehearsed')
  const last = await rehearse(app, keeper, plan.id)
  assert.equal((await apply(app, leader, now, last)).state, 'done')
  assert.equal(await leadOf(app, late), agencies.finance)
})

test('a person picks the tasks of a partial successor; the rest go to the main one', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const keeper = await app.as('administrator')
  const leader = await app.as('followUpLeader')
  const picked = await given(
    app,
    aSource(agencies),
    aTask('1', agencies.planning, null, { title: 'Cấp phép đấu thầu' }),
  )
  const rest = await given(app, aSource(agencies), aTask('2', agencies.planning, null, { title: 'Quy hoạch vùng' }))
  const plan = await draft(keeper, [
    line({ old: 'Bộ Kế hoạch và Đầu tư', new: 'Bộ Tài chính' }),
    line({ old: 'Bộ Kế hoạch và Đầu tư', new: 'Bộ Nội vụ', kind: 'partial', subject: 'đấu thầu' }),
  ])
  const partial = plan.lines[1]!.id
  const list = await keeper.send('GET', `/api/reorganisations/${plan.id}/tasks?lineId=${partial}&search=dau thau`)
  assert.deepEqual(
    (list.body as { rows: { id: number }[] }).rows.map(({ id }) => id),
    [picked],
  )
  const choose = (taskIds: number[], version: number, isChosen = true) =>
    leader.send('PUT', `/api/reorganisations/${plan.id}/tasks`, {
      body: { lineId: partial, taskIds, isChosen },
      ifMatch: version,
    })
  assert.equal((await choose([picked, rest], plan.version)).status, 200)
  assert.equal((await choose([rest], plan.version)).status, 409, 'another person chose meanwhile')
  assert.equal((await choose([rest], plan.version + 1, false)).status, 200)
  assert.equal((await choose([987_654], plan.version + 2)).status, 400)
  const now = await read(keeper, plan.id)
  assert.equal(now.choices, 1)
  const rehearsal = await rehearse(app, keeper, plan.id)
  assert.deepEqual(
    rehearsal.outcome?.lines.map(({ leads, choosable }) => [leads, choosable]),
    [
      [1, 0],
      [1, 2],
    ],
  )
  assert.equal((await apply(app, leader, now, rehearsal)).state, 'done')
  assert.deepEqual([await leadOf(app, picked), await leadOf(app, rest)], [agencies.home, agencies.finance])
})

test('an agency abolished without a successor leaves no task behind', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const keeper = await app.as('administrator')
  const leader = await app.as('followUpLeader')
  const officer = await app.as('officer', { agency: 'bo-ke-hoach-va-dau-tu' })
  const task = await given(app, aSource(agencies), aTask('1', agencies.planning, null))
  const plan = await draft(keeper, [line({ old: 'Bộ Kế hoạch và Đầu tư', kind: 'abolished' })])
  assert.deepEqual(codesOf(plan), [[]])
  const first = await rehearse(app, keeper, plan.id)
  assert.deepEqual(
    first.outcome?.blockers.map(({ code, count }) => [code, count]),
    [['reorganisation.undecided', 1]],
  )
  const refused = await leader.send('POST', `/api/reorganisations/${plan.id}/apply`, {
    body: { rehearsalId: first.id },
    ifMatch: plan.version,
  })
  assert.equal((refused.body as { code: string }).code, 'reorganisation.blocked')
  const lineId = plan.lines[0]!.id
  const choice = { lineId, taskIds: [task], isChosen: true }
  const withoutAgency = await leader.send('PUT', `/api/reorganisations/${plan.id}/tasks`, {
    body: choice,
    ifMatch: plan.version,
  })
  assert.equal((withoutAgency.body as { fields: { path: string }[] }).fields[0]?.path, 'agencyId')
  const body = { ...choice, agencyId: agencies.home }
  assert.equal(
    (await leader.send('PUT', `/api/reorganisations/${plan.id}/tasks`, { body, ifMatch: plan.version })).status,
    200,
  )
  const now = await read(keeper, plan.id)
  assert.equal((await apply(app, leader, now, await rehearse(app, keeper, plan.id))).state, 'done')
  assert.equal(await leadOf(app, task), agencies.home)
  assert.equal((await officer.send('GET', '/api/me')).status, 403, 'the post ended with the agency')
})

test('a renamed agency keeps its identity: nothing moves', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const keeper = await app.as('administrator')
  const leader = await app.as('followUpLeader')
  const task = await given(app, aSource(agencies), aTask('1', agencies.home, null))
  const plan = await draft(keeper, [line({ old: 'Bộ Nội vụ', new: 'Bộ Nội chính', kind: 'renamed' })])
  assert.deepEqual(codesOf(plan), [[]])
  const rehearsal = await rehearse(app, keeper, plan.id)
  assert.deepEqual(rehearsal.outcome?.lines[0]?.registry, ['renamed'])
  assert.equal(rehearsal.outcome?.tasks, 0)
  assert.equal((await apply(app, leader, plan, rehearsal)).state, 'done')
  const { body } = await keeper.send('GET', `/api/tasks/${task}`)
  assert.equal((body as Task).parties[0]?.name, 'Bộ Nội chính')
  assert.equal(await leadOf(app, task), agencies.home)
})

test('an invalid line is reported on its line and field', async (t) => {
  const app = await freshApp(t, { at: '2026-11-22' })
  const keeper = await app.as('administrator')
  const leader = await app.as('followUpLeader')
  const on = '2026-10-01'
  const at = (words: Partial<LineInput> & Pick<LineInput, 'old'>) => line({ effectiveOn: on, ...words })
  const plan = await draft(keeper, [
    at({ old: 'Bộ Mơ màng', new: 'Bộ Tài chính' }),
    at({ old: 'Bộ Kế hoạch và Đầu tư', new: 'Bộ Nội vụ' }),
    at({ old: 'Bộ Xây dựng', new: 'Bộ Nội vụ' }),
    at({ old: 'Bộ Xây dựng', new: 'Bộ Y tế' }),
    at({ old: 'Bộ Y tế', new: 'Bộ Tư pháp' }),
    at({ old: 'Bộ Tư pháp', new: 'Bộ Y tế' }),
    at({ old: 'Bộ Công an', new: 'Bộ Công an' }),
    at({ old: 'Bộ Ngoại giao', new: 'Bộ Đối ngoại' }),
    at({ old: 'Bộ Quốc phòng', new: 'Bộ Công an', kind: 'partial' }),
    at({ old: 'Bộ Công Thương', new: 'Bộ Tài chính', kind: null, effectiveOn: null }),
    at({ old: 'Bộ Nông nghiệp và Môi trường', new: 'Bộ Xây dựng', effectiveOn: '2025-02-01' }),
    at({ old: 'Thanh tra Chính phủ', new: 'Bộ Nội vụ', kind: 'abolished' }),
  ])
  const problems = codesOf(plan)
  assert.deepEqual(problems[0], ['old unknown_agency'])
  assert.ok(
    plan.lines[1]!.problems[0]!.candidates.some(({ name }) => name === 'Bộ Tài chính'),
    'the successor is offered',
  )
  assert.ok(problems[2]!.includes('new two_mains') && problems[3]!.includes('new two_mains'), JSON.stringify(problems))
  assert.ok(problems[4]!.includes('new cycle') && problems[5]!.includes('new cycle'), JSON.stringify(problems))
  assert.deepEqual(problems[6], ['new same_agency'])
  assert.deepEqual(problems[7], ['new unknown_agency'])
  assert.deepEqual(problems[8], ['subject subject_missing'])
  assert.deepEqual(problems[9], ['kind kind', 'effectiveOn day'])
  assert.ok(
    problems[10]!.some((problem) => /unknown_agency|before_it_began/.test(problem)),
    JSON.stringify(problems[10]),
  )
  assert.deepEqual(problems[11], ['new new_of_abolished'])
  const refused = await rehearse(app, keeper, plan.id)
  assert.equal(refused.problem?.code, 'reorganisation.has_problems')

  const ahead = await draft(keeper, [line({ old: 'Bộ Y tế', new: 'Bộ Nội vụ', effectiveOn: '2027-01-01' })])
  const seen = await rehearse(app, keeper, ahead.id)
  assert.equal(seen.state, 'done', JSON.stringify(seen.problem))
  const early = await leader.send('POST', `/api/reorganisations/${ahead.id}/apply`, {
    body: { rehearsalId: seen.id },
    ifMatch: ahead.version,
  })
  assert.equal((early.body as { code: string }).code, 'reorganisation.not_yet')
})

test('a sheet is read in every format; a file that is not a sheet is refused on the field', async (t) => {
  const app = await freshApp(t, { at: '2026-11-22' })
  const keeper = await app.as('administrator')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Phương án')
  sheet.addRow(['Cơ quan cũ', 'Cơ quan mới', 'Hình thức', 'Lĩnh vực', 'Ngày hiệu lực', 'Căn cứ'])
  sheet.addRow([
    'Bộ Kế hoạch và Đầu tư',
    'Bộ Tài chính',
    'Kế thừa chính',
    '',
    new Date('2025-03-01'),
    'Nghị quyết 176/2025/QH15',
  ])
  sheet.addRow(['15', 'Lào Cai', 'Sáp nhập', '', '01/7/2025', ''])
  sheet.addRow(['Bộ Y tế', 'Bộ Nội vụ', 'Chia tách', '', '32/13/2025', ''])
  const take = async (name: string, bytes: Buffer) => {
    const { body, headers } = upload(name, bytes)
    return keeper.send('POST', '/api/reorganisations/upload', { body, headers })
  }
  const xlsx = await take('phuong-an.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
  assert.equal(xlsx.status, 201, JSON.stringify(xlsx.body))
  const plan = await read(keeper, (xlsx.body as { id: number }).id)
  assert.deepEqual(
    plan.lines.map(({ oldAgency, newAgency, kind, effectiveOn, isKnown }) => [
      oldAgency?.name,
      newAgency?.name,
      kind,
      effectiveOn,
      isKnown,
    ]),
    [
      ['Bộ Kế hoạch và Đầu tư', 'Bộ Tài chính', 'main', '2025-03-01', true],
      ['Ủy ban nhân dân tỉnh Yên Bái', 'Ủy ban nhân dân tỉnh Lào Cai', 'main', '2025-07-01', true],
      ['Bộ Y tế', 'Bộ Nội vụ', null, null, false],
    ],
  )
  assert.match(plan.lines[2]!.problems[0]!.message, /Chia tách/)
  const tsv = await take(
    'a.tsv',
    Buffer.from('﻿old\tnew\tkind\tsubject\tday\nBộ Y tế\tBộ Nội vụ\tpartial\t"bảo trợ,\nxã hội"\t2026-01-01\n'),
  )
  const read2 = await read(keeper, (tsv.body as { id: number }).id)
  assert.equal(read2.lines[0]?.subject, 'bảo trợ, xã hội')
  for (const [name, bytes] of [
    ['a.pdf', Buffer.from('%PDF-1.7')],
    ['a.csv', Buffer.from('một,hai\n1,2')],
    ['a.csv', Buffer.from('Cơ quan cũ,Cơ quan mới')],
    ['a.xlsx', Buffer.from('PK\u0003\u0004 hỏng')],
    ['a.csv', Buffer.from([0x43, 0xc6, 0x20, 0xff])],
  ] as const) {
    const { status, body } = await take(name, Buffer.from(bytes))
    assert.equal(status, 400, name)
    assert.equal((body as { fields: { path: string }[] }).fields[0]?.path, 'file')
  }
})

test('the data of other rooms moves along: calendars, webhooks, urging rules, API clients, followings', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const keeper = await app.as('administrator')
  const leader = await app.as('followUpLeader')
  const member = await app.as('taskForce', { follows: ['bo-ke-hoach-va-dau-tu'] })
  await sql`insert into urging.rule (name, reason, event, days, agency_ids, whom, how, position, changed_by)
    values ('Riêng', 'Riêng', 'before', 3, ${[agencies.planning, agencies.finance]}::bigint[], '{officer}', '{inApp}', 99, 'thử')`.execute(
    app.db,
  )
  await sql`insert into worklists.calendar_address (sha256, person_id, scope, agency_id, added_at)
    values (sha256('x'), ${keeper.actor.personId}, 'agency', ${agencies.planning}, now())`.execute(app.db)
  await sql`insert into registry.api_client
      (client_id, agency_id, name, scopes, secret_sha256, made_at, made_by, changed_at, changed_by)
    select 'dhc_' || a, a, 'Một cửa', '{tasks.read}', sha256('x'), now(), 'thử', now(), 'thử'
    from unnest(${[agencies.planning, agencies.finance]}::bigint[]) as k(a)`.execute(app.db)
  const plan = await draft(keeper, [line({ old: 'Bộ Kế hoạch và Đầu tư', new: 'Bộ Tài chính' })])
  const rehearsal = await rehearse(app, keeper, plan.id)
  assert.deepEqual(rehearsal.outcome?.lines[0]?.others, { followings: 1, clients: 1, calendarAddresses: 1, rules: 1 })
  assert.equal((await apply(app, leader, plan, rehearsal)).state, 'done')
  const { rows } = await sql<{ rule: number[]; feed: number; clients: string[]; followed: number[] }>`
    select (select agency_ids from urging.rule where position = 99) as rule, (select agency_id from worklists.calendar_address) as feed,
           (select array_agg(name order by name) from registry.api_client where agency_id = ${agencies.finance}) as clients,
           (select array_agg(agency_id) from registry.following
            where person_id = ${member.actor.personId} and upper_inf(valid)) as followed`.execute(app.db)
  assert.deepEqual(rows, [
    {
      rule: [agencies.finance],
      feed: agencies.finance,
      clients: ['Một cửa', 'Một cửa (BKHĐT)'],
      followed: [agencies.finance],
    },
  ])
})

test('a request repeated under its key drafts, changes, rehearses and drops a plan once', async (t) => {
  const app = await freshApp(t, { at: '2021-02-01' })
  const keeper = await app.as('administrator')
  const plans = '/api/reorganisations'
  const lines = [line({ old: 'Bộ Kế hoạch và Đầu tư', new: 'Bộ Tài chính' })]
  const body = { title: 'Sắp xếp thử', source: SOURCE, lines }
  const { id } = (await changedOnce(keeper, 'POST', plans, { body })).body as { id: number }
  const sheet = upload('phuong-an.csv', Buffer.from('Cơ quan cũ;Cơ quan mới\nBộ Y tế;Bộ Nội vụ\n'))
  await changedOnce(keeper, 'POST', `${plans}/upload`, sheet)
  assert.equal(((await keeper.send('GET', plans)).body as { rows: unknown[] }).rows.length, 2)
  await changedOnce(keeper, 'PUT', `${plans}/${id}`, { body: { ...body, title: 'Tên khác' }, ifMatch: 1 })
  assert.equal((await changedOnce(keeper, 'POST', `${plans}/${id}/rehearse`)).status, 202)
  await app.drain()
  const drop = () => keeper.send('DELETE', `${plans}/${id}`, { ifMatch: 2, key: 'bo' })
  assert.deepEqual([(await drop()).status, (await drop()).status], [204, 204])
})
