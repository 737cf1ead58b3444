import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { linesOf } from '../notifications/notifications.fixture.ts'
import { aSource, aTask, given } from '../tasks/task.fixture.ts'
import { changedOnce } from '../test/once.ts'
import type { Ledger } from './ledger-shapes.ts'
import {
  act,
  added,
  changed,
  checked,
  codeOf,
  itemOf,
  listOf,
  ok,
  PDF,
  programmeWorld,
  submitted,
} from './programme.fixture.ts'
import type { Item } from './shapes.ts'

/** How much of the list the sender says is in the file, and what the check found. */
const partsOf = ({ parts }: Item['submissions'][number]) => ({
  said: parts.filter(({ isSaid }) => isSaid).length,
  found: parts.map(({ isFound }) => isFound),
})

test('an entry lives from the programme to its text: submitted, issued and in force are three days', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, officer } = world
  const id = await added(world, { coordinatingIds: [world.health] })
  const planned = await itemOf(officer, id)
  assert.deepEqual(
    [planned.code, planned.state, planned.standing, planned.dueOn, planned.textKind, planned.dues[0]!.words],
    [
      'ĐA-2021-0001',
      'planned',
      'inTerm',
      '2021-02-28',
      'decree',
      'Tháng 2/2021: trong tháng ghi tại chương trình (138/2016/NĐ-CP)',
    ],
  )
  assert.deepEqual(planned.may, ['askChange', 'submit', 'planStep'])
  // The coordinating agency reads it, another does not.
  assert.equal((await itemOf(world.other, id)).may.length, 0)
  const stranger = await world.as('officer', { agency: 'bo-noi-vu' })
  assert.deepEqual(codeOf(await stranger.send('GET', `/api/programme/items/${id}`)), [404, 'programme.item_not_found'])
  assert.equal((await listOf(stranger)).total, 0)

  ok(await act(officer, id, 'steps', { kind: 'appraisal', plannedOn: '2021-02-10' }))
  world.clock.set('2021-02-25')
  const { version } = await itemOf(officer, id)
  const noProof = {
    body: { submission: JSON.stringify({ number: '15/TTr-BTC', sentOn: '2021-02-25' }) },
    ifMatch: version,
  }
  assert.deepEqual(codeOf(await officer.send('POST', `/api/programme/items/${id}/submissions`, noProof)), [
    400,
    'programme.no_proof',
  ])
  ok(await submitted(officer, id, { number: '15/TTr-BTC', sentOn: '2021-02-24' }, PDF))
  const [sent] = (await itemOf(keeper, id)).submissions
  assert.deepEqual(
    [sent!.number, sent!.fileName, sent!.outcome, sent!.checkBy, partsOf(sent!)],
    ['15/TTr-BTC', 'to-trinh.pdf', null, '2021-03-01', { said: 0, found: [null, null, null, null] }],
  )
  assert.equal((await officer.send('GET', `/api/programme/submissions/${sent!.id}/file`)).status, 200)
  assert.equal((await stranger.send('GET', `/api/programme/submissions/${sent!.id}/file`)).status, 404)
  assert.deepEqual(codeOf(await checked(officer, id)), [403, 'programme.not_allowed'])
  ok(await checked(keeper, id, { registryNumber: '1207' }))
  ok(await act(keeper, id, 'consider', { on: '2021-02-25' }))
  ok(await act(keeper, id, 'revise', { on: '2021-02-25' }))
  world.clock.set('2021-03-20')
  ok(await act(keeper, id, 'sign', { number: '20/2021/NĐ-CP', signedOn: '2021-03-15' }))
  const wrongDay = await act(keeper, id, 'issue', { issuedOn: '2021-03-16', effectOn: '2021-03-01' })
  assert.deepEqual(codeOf(wrongDay), [400, 'programme.effect_before_signed'])
  ok(await act(keeper, id, 'issue', { issuedOn: '2021-03-16', effectOn: '2021-05-01' }))
  const done = await itemOf(officer, id)
  assert.deepEqual(
    [done.state, done.standing, done.submittedOn, done.issuedOn, done.text!.effectOn, done.text!.isInForce],
    ['issued', 'done', '2021-02-25', '2021-03-16', '2021-05-01', false],
  )
  world.clock.set('2021-05-01')
  assert.equal((await itemOf(officer, id)).text!.isInForce, true)
  // On a past day it is as it was.
  const [then] = (await listOf(officer, '?asOf=2021-02-26')).rows
  assert.deepEqual([then!.state, then!.standing, then!.issuedOn], ['revising', 'submitted', null])
})

test('a returned file is no submission from the return on; it is returned with all reasons at once', async (t) => {
  const world = await programmeWorld(t)
  const id = await added(world)
  world.clock.set('2021-02-26')
  const all = (await itemOf(world.officer, id)).required.map(({ name }) => name)
  const unknown = await submitted(world.officer, id, { sentOn: '2021-02-26', there: ['Tờ trình', 'Phong bì'] })
  assert.deepEqual(codeOf(unknown), [400, 'programme.no_such_part'])
  ok(await submitted(world.officer, id, { sentOn: '2021-02-26', there: all }))
  world.clock.set('2021-03-03')
  // The check goes by the list, and counts; not what the sender said.
  const check = (body: object) => act(world.keeper, id, 'check', { registryNumber: '1207', ...body })
  assert.deepEqual(codeOf(await check({ outcome: 'complete' })), [400, 'programme.check_by_list'])
  assert.deepEqual(codeOf(await check({ outcome: 'returned', reasons: ['Tờ trình chưa ký số'] })), [
    400,
    'programme.check_by_list',
  ])
  const there = all.slice(0, 3)
  assert.deepEqual(codeOf(await check({ outcome: 'complete', there })), [400, 'programme.file_lacks'])
  ok(await check({ outcome: 'returned', there, reasons: ['Tờ trình chưa ký số'] }))
  const returned = await itemOf(world.officer, id)
  assert.deepEqual(
    [returned.state, returned.submissions[0]!.reasons, partsOf(returned.submissions[0]!)],
    [
      'returned',
      ['Tờ trình chưa ký số', 'Thiếu: Báo cáo thẩm định của Bộ Tư pháp'],
      { said: 4, found: [true, true, true, false] },
    ],
  )
  // Due on 28/02: as of 03/03 three days, the day itself counted, as of a task.
  assert.deepEqual([returned.standing, returned.submittedOn, returned.daysLate], ['owed', null, 3])
  const standingOn = async (day: string) => (await listOf(world.keeper, `?asOf=${day}`)).rows[0]!.standing
  assert.deepEqual(
    [await standingOn('2021-02-27'), await standingOn('2021-03-02'), await standingOn('2021-03-03')],
    ['submitted', 'submitted', 'owed'],
  )
  const lateOn = async (query: string) => (await listOf(world.keeper, query)).rows[0]!.daysLate
  world.clock.set('2021-03-04')
  assert.deepEqual(
    [await lateOn('?asOf=2021-03-03'), await lateOn('?asOf=2021-03-04')],
    [3, 4],
    'once that day is over too',
  )
  assert.deepEqual(
    ok<Ledger>(await world.keeper.send('GET', '/api/programme/ledger')).groups.map(({ daysMost }) => daysMost),
    [4],
  )
  world.clock.set('2021-03-03')
  assert.deepEqual(codeOf(await submitted(world.officer, id, { sentOn: '2021-03-02' })), [
    400,
    'programme.day_before_last',
  ])
  ok(await submitted(world.officer, id, { number: '18/TTr-BTC', sentOn: '2021-03-03' }))
  const empty = await checked(world.keeper, id, { outcome: 'returned' })
  assert.deepEqual(codeOf(empty), [400, 'programme.return_says_why'])
  assert.equal((await itemOf(world.officer, id)).submissions.length, 2)
})

test('a part that only some files must hold may be absent; another one where the check says why', async (t) => {
  const world = await programmeWorld(t, '2026-06-01')
  const { keeper } = world
  const of2026 = { month: '2026-09', actOn: '2026-06-01' }
  const [whole, short] = [await added(world, of2026), await added(world, { ...of2026, name: 'Đề án rút gọn (MẪU)' })]
  for (const id of [whole, short]) ok(await submitted(keeper, id, { sentOn: '2026-06-01' }))
  const required = async (id: number) => (await itemOf(keeper, id)).required
  const there = (await required(whole)).filter(({ isConditional }) => !isConditional).map(({ name }) => name)
  assert.equal((await required(whole)).length, there.length + 1)
  ok(await act(keeper, whole, 'check', { outcome: 'complete', there }))
  assert.equal((await itemOf(keeper, whole)).state, 'complete')
  const check = (body: object) => act(keeper, short, 'check', { outcome: 'complete', there: ['Tờ trình'], ...body })
  assert.deepEqual(codeOf(await check({})), [400, 'programme.file_lacks'])
  ok(await check({ note: 'Xây dựng theo trình tự rút gọn (MẪU)' }))
  const [sent] = (await itemOf(keeper, short)).submissions
  assert.deepEqual(
    [sent!.outcome, sent!.checkNote, partsOf(sent!).found.filter(Boolean).length],
    ['complete', 'Xây dựng theo trình tự rút gọn (MẪU)', 1],
  )
})

test('a file sent before a regulation is by the list of its own day; its sender may say nothing of it', async (t) => {
  const world = await programmeWorld(t, '2026-05-04')
  const { keeper } = world
  const of2026 = { month: '2026-09', actOn: '2026-05-04' }
  const [early, late] = [await added(world, of2026), await added(world, { ...of2026, name: 'Nghị định gửi sau (MẪU)' })]
  world.clock.set('2026-06-01')
  const { required } = await itemOf(keeper, early)
  const summary = required.find(({ isConditional }) => isConditional)!
  assert.deepEqual([summary.fromOn, summary.toOn], ['2026-05-29', null])
  const named = await submitted(keeper, early, { sentOn: '2026-05-28', there: [summary.name] })
  assert.deepEqual(codeOf(named), [400, 'programme.no_such_part'])
  ok(await submitted(keeper, early, { sentOn: '2026-05-28' }))
  ok(await submitted(keeper, late, { sentOn: '2026-05-29', there: [summary.name] }))
  const partsOfLast = async (id: number) =>
    (await itemOf(keeper, id)).submissions[0]!.parts.map(({ name, isSaid }) => [name, isSaid])
  const ofDay = (day: string) => required.filter(({ fromOn }) => fromOn === null || fromOn <= day)
  assert.equal(ofDay('2026-05-28').length, required.length - 1)
  assert.deepEqual(
    await partsOfLast(early),
    ofDay('2026-05-28').map(({ name }) => [name, false]),
  )
  assert.deepEqual(
    await partsOfLast(late),
    required.map(({ name }) => [name, name === summary.name]),
  )
})

test('postponing adds a due day and keeps the first; only a later one, and only with an act', async (t) => {
  const world = await programmeWorld(t)
  const id = await added(world)
  world.clock.set('2021-02-20')
  for (const [body, code] of [
    [{ kind: 'postpone', reason: 'x' }, 'programme.change_needs'],
    [{ kind: 'postpone', reason: 'x', newMonth: '2021-02' }, 'programme.due_not_later'],
    [{ kind: 'postpone', reason: 'x', newMonth: '2021-04', newLeadId: world.health }, 'programme.change_of_other_kind'],
    [{ kind: 'changeLead', reason: 'x', newLeadId: 987_654 }, 'programme.no_such_agency'],
  ] as const) {
    assert.deepEqual(codeOf(await act(world.officer, id, 'changes', body)), [400, code])
  }
  const { version } = await itemOf(world.officer, id)
  const body = { kind: 'postpone', reason: 'Chờ Luật', newMonth: '2021-04' }
  await changedOnce(world.officer, 'POST', `/api/programme/items/${id}/changes`, { ifMatch: version, body })
  const waits = await act(world.officer, id, 'changes', body)
  assert.deepEqual(codeOf(waits), [409, 'programme.change_open'])
  const change = (await itemOf(world.leader, id)).changes[0]!
  assert.deepEqual([change.newMonth, change.newDueOn], ['2021-04-01', '2021-04-30'], 'what who decides grants')
  const decide = (input: object) => act(world.leader, id, `changes/${change.id}/decide`, input)
  assert.deepEqual(codeOf(await act(world.keeper, id, `changes/${change.id}/decide`, { decision: 'granted' })), [
    403,
    'programme.not_allowed',
  ])
  assert.deepEqual(codeOf(await decide({ decision: 'granted', decider: 'Phó Thủ tướng' })), [
    400,
    'programme.granted_by_act',
  ])
  assert.deepEqual(codeOf(await decide({ decision: 'refused' })), [400, 'programme.refusal_says_why'])
  ok(await decide({ decision: 'granted', decider: 'Phó Thủ tướng', actNumber: '88/VPCP-TH', actOn: '2021-02-20' }))
  const item = await itemOf(world.officer, id)
  assert.deepEqual([item.dueOn, item.firstDueOn, item.moves, item.dues.length], ['2021-04-30', '2021-02-28', 1, 2])
  assert.equal(item.dues[1]!.act, '88/VPCP-TH (Phó Thủ tướng)')
  // On days before the decision the old day was in force.
  assert.equal((await listOf(world.keeper, '?asOf=2021-02-19')).rows[0]!.dueOn, '2021-02-28')
  for (const table of ['due', 'fact', 'submission']) {
    await assert.rejects(sql`delete from ${sql.table(`programme.${table}`)}`.execute(world.db), /permission denied/)
  }
})

test('no decision is older than its request, no addition than its programme; a request on paper has the day it bears', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, officer, leader } = world
  const id = await added(world)
  const early = {
    programmeId: world.programmeId,
    name: 'Đề án sớm (MẪU)',
    level: 'government',
    month: '2021-03',
    leadAgencyId: world.health,
    actNumber: '1',
    actOn: '2020-01-01',
  }
  assert.deepEqual(codeOf(await keeper.send('POST', '/api/programme/items', { body: early })), [
    400,
    'programme.act_before_programme',
  ])
  world.clock.set('2021-04-20')
  const postpone = { kind: 'postpone', reason: 'Chờ Luật', newMonth: '2021-06' }
  assert.deepEqual(codeOf(await act(officer, id, 'changes', { ...postpone, askedOn: '2021-02-01' })), [
    400,
    'programme.asked_today',
  ])
  ok(await act(officer, id, 'changes', postpone))
  const open = async () => (await itemOf(leader, id)).changes[0]!.id
  const decide = async (actOn: string) =>
    act(leader, id, `changes/${await open()}/decide`, { decision: 'granted', decider: 'x', actNumber: '1', actOn })
  assert.deepEqual(codeOf(await decide('2021-02-20')), [400, 'programme.act_before_request'])
  // The entry stays owed on the days before.
  assert.equal((await listOf(keeper, '?asOf=2021-03-31&standing=owed')).total, 1)
  ok(await act(keeper, id, `changes/${await open()}/withdraw`))
  assert.deepEqual(codeOf(await act(keeper, id, 'changes', { ...postpone, askedOn: '2020-12-31' })), [
    400,
    'programme.asked_before_entry',
  ])
  ok(await act(keeper, id, 'changes', { ...postpone, askedOn: '2021-02-18' }))
  assert.equal((await itemOf(keeper, id)).changes[0]!.wasOwed, false)
  ok(await decide('2021-02-20'))
  assert.equal((await listOf(keeper, '?asOf=2021-03-31&standing=owed')).total, 0)
})

test('a programme is recorded with its act in one step, corrected, and removed while it lists nothing', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, officer, programmeId } = world
  const api = '/api/programme/programmes'
  const make = (body: object) => keeper.send('POST', api, { body })
  for (const [body, code, path] of [
    [{ kind: 'year', on: '9999-02-02' }, 'programme.period_far', 'on'],
    [{ kind: 'year', on: '1944-02-02' }, 'programme.period_far', 'on'],
    [{ kind: 'month', on: '2021-05-02', actNumber: '1/TB-MẪU' }, 'programme.act_in_half', 'actOn'],
    [{ kind: 'month', on: '2021-05-02', actOn: '2021-02-01' }, 'programme.act_in_half', 'actNumber'],
    [
      { kind: 'month', on: '2021-05-02', actNumber: '1/TB-MẪU', actOn: '2099-02-01' },
      'programme.act_in_future',
      'actOn',
    ],
  ] as const) {
    const refused = await make(body)
    assert.deepEqual(codeOf(refused), [400, code])
    assert.equal((refused.body as { fields: { path: string }[] }).fields[0]!.path, path)
  }
  const issued = { actNumber: '1/TB-MẪU', actOn: '2021-01-04' }
  const { id } = ok<{ id: number }>(await make({ kind: 'month', on: '2021-05-02', ...issued }))
  const cardOf = async () =>
    ok<{ rows: { id: number; state: string; title: string; actNumber: string }[] }>(
      await keeper.send('GET', api),
    ).rows.find((row) => row.id === id)
  assert.equal((await cardOf())?.state, 'issued')
  const body = { title: 'Chương trình tháng 5 (MẪU)', actNumber: '11/TB-MẪU', reason: 'Ghi nhầm số.' }
  const stranger = await officer.send('PATCH', `${api}/${id}`, { ifMatch: 1, body })
  assert.deepEqual(codeOf(stranger)[0], 403)
  await changedOnce(keeper, 'PATCH', `${api}/${id}`, { ifMatch: 1, body })
  const corrected = await cardOf()
  assert.deepEqual([corrected?.title, corrected?.actNumber], [body.title, body.actNumber])
  assert.deepEqual(codeOf(await keeper.send('PATCH', `${api}/${id}`, { ifMatch: 1, body }))[0], 409)

  await added(world)
  assert.deepEqual(codeOf(await keeper.send('DELETE', `${api}/${programmeId}`, { ifMatch: 2 })), [
    409,
    'programme.has_entries',
  ])
  assert.equal((await keeper.send('DELETE', `${api}/${id}`, { ifMatch: 2 })).status, 204)
  assert.equal(await cardOf(), undefined)
})

test('the lead does not coordinate with itself', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, programmeId, health } = world
  const refused = await keeper.send('POST', '/api/programme/items', {
    body: {
      programmeId,
      name: 'Đề án tự phối hợp (MẪU)',
      level: 'government',
      leadAgencyId: health,
      coordinatingIds: [health],
      month: '2021-02',
      actNumber: '1/QĐ-MẪU',
      actOn: '2021-01-04',
    },
  })
  assert.deepEqual(codeOf(refused), [400, 'programme.lead_coordinates'])
  const id = await added(world, { coordinatingIds: [health] })
  world.clock.set('2021-02-20')
  await changed(world, id, { body: { kind: 'changeLead', newLeadId: health } })
  assert.deepEqual((await itemOf(keeper, id)).coordinating, [])
})

test('a programme takes what is due in its months, and registrations until it is over', async (t) => {
  const world = await programmeWorld(t)
  const { keeper, officer } = world
  const body = {
    programmeId: world.programmeId,
    name: 'Đề án nhầm năm (MẪU)',
    level: 'government',
    leadAgencyId: world.agencies.finance,
  }
  const act = { actNumber: '1', actOn: '2021-01-04' }
  const add = (input: object) => keeper.send('POST', '/api/programme/items', { body: { ...body, ...act, ...input } })
  const register = (input: object) =>
    officer.send('POST', '/api/programme/registrations', { body: { ...body, reason: 'x', ...input } })
  for (const input of [{ month: '2030-05' }, { day: '2020-12-31' }])
    assert.deepEqual(codeOf(await add(input)), [400, 'programme.outside_period'])
  const refused = await register({ month: '2062-05' })
  assert.deepEqual(codeOf(refused), [400, 'programme.outside_period'])
  assert.match(JSON.stringify(refused.body), /từ tháng 01\/2021 đến tháng 12\/2021/)
  assert.equal((await listOf(keeper)).total, 0)
  world.clock.set('2022-01-02')
  assert.deepEqual(codeOf(await register({ month: '2021-12' })), [400, 'programme.period_over'])
  // The office may still put right what an act of that year added.
  ok(await add({ month: '2021-12' }))
})

test('an owed entry cannot be stopped by its own body; the office stops it with an act', async (t) => {
  const world = await programmeWorld(t)
  const id = await added(world)
  world.clock.set('2021-03-02')
  const stop = { kind: 'stop', reason: 'Không còn cần thiết' }
  const refused = await act(world.officer, id, 'changes', stop)
  assert.deepEqual(codeOf(refused), [409, 'programme.owed_not_stopped'])
  assert.match((refused.body as { detail: string }).detail, /lùi thời hạn/)
  // Nor merged into one that is due later.
  const later = await added(world, { name: 'Đề án sau (MẪU)', month: '2021-11' })
  const merge = { kind: 'merge', reason: 'Trùng nội dung', intoItemId: later }
  assert.deepEqual(codeOf(await act(world.officer, id, 'changes', merge)), [409, 'programme.owed_not_stopped'])
  assert.deepEqual((await itemOf(world.officer, id)).changes, [])
  // Nor by the database, if the application forgot.
  for (const [kind, into] of [
    ['stop', null],
    ['merge', later],
  ] as const) {
    await assert.rejects(
      sql`insert into programme.change (item_id, kind, into_item_id, reason, was_owed, is_by_lead, asked_on, asked_by, asked_by_agency_id, asked_at)
          values (${id}, ${kind}, ${into}::bigint, 'x', true, true, '2021-03-02', 'x', ${world.agencies.finance}, now())`.execute(
        world.db,
      ),
      /change_owed_not_stopped/,
    )
  }
  const asked = { ...stop, askedOn: '2021-03-01' }
  const item = await changed(world, id, { by: world.keeper, body: asked }, { actOn: '2021-03-01' })
  assert.deepEqual([item.state, item.standing], ['stopped', 'stopped'])
  const late = await act(world.officer, id, 'steps', { kind: 'session', plannedOn: '2021-04-01' })
  assert.deepEqual(codeOf(late), [409, 'programme.wrong_state'])
})

test('a body registers an entry, which is decided; it is merged, split and given to another lead', async (t) => {
  const world = await programmeWorld(t)
  const { officer, leader } = world
  const body = {
    programmeId: world.programmeId,
    name: 'Đề án thuế (MẪU)',
    level: 'primeMinister',
    leadAgencyId: world.agencies.finance,
    month: '2021-06',
    reason: 'Thực hiện Nghị quyết',
  }
  const foreign = await officer.send('POST', '/api/programme/registrations', {
    body: { ...body, leadAgencyId: world.health },
  })
  assert.deepEqual(codeOf(foreign), [403, 'programme.not_your_agency'])
  const { id } = ok<{ id: number }>(await officer.send('POST', '/api/programme/registrations', { body }))
  assert.equal((await itemOf(officer, id)).standing, 'registered')
  const twice = await officer.send('POST', '/api/programme/registrations', {
    body: { ...body, name: 'đề án THUẾ (mẫu)' },
  })
  assert.deepEqual(codeOf(twice), [400, 'programme.item_registered'])
  const change = (await itemOf(leader, id)).changes[0]!
  const granted = { decision: 'granted', decider: 'Thủ tướng', actNumber: '9/TTg', actOn: '2021-01-04' }
  // What to do instead is something that can be done: of a registration, no day can be recorded.
  const early = await act(leader, id, `changes/${change.id}/decide`, { ...granted, actOn: '2021-01-03' })
  assert.deepEqual(codeOf(early), [400, 'programme.act_before_request'])
  assert.match(JSON.stringify(early.body), /rút đăng ký này .*đưa đề án vào chương trình theo văn bản đó/)
  ok(await act(leader, id, `changes/${change.id}/decide`, granted))
  assert.equal((await itemOf(officer, id)).state, 'planned')

  world.clock.set('2021-02-20')
  const split = await changed(world, id, {
    body: { kind: 'split', newNames: ['Đề án thuế thu nhập (MẪU)', 'Đề án thuế nhà đất (MẪU)'] },
  })
  assert.equal(split.state, 'stopped')
  const parts = split.related.filter(({ how }) => how === 'part')
  assert.equal(parts.length, 2)
  const part = await itemOf(officer, parts[0]!.id)
  assert.deepEqual([part.dueOn, part.firstDueOn, part.related[0]!.how], ['2021-06-30', '2021-06-30', 'from'])
  const merged = await changed(world, parts[1]!.id, { body: { kind: 'merge', intoItemId: parts[0]!.id } })
  assert.deepEqual([merged.state, merged.related.find(({ how }) => how === 'into')?.id], ['stopped', parts[0]!.id])
  const passed = await changed(world, parts[0]!.id, { body: { kind: 'changeLead', newLeadId: world.health } })
  assert.equal(passed.leadAgencyId, world.health)
  assert.equal((await officer.send('GET', `/api/programme/items/${parts[0]!.id}`)).status, 404)
  assert.equal((await listOf(world.keeper, `?agencyId=${world.agencies.finance}&asOf=2021-02-19`)).total, 1)
})

test('the task that an entry proves is closed by the submission, not by hand, and reopened by the return', async (t) => {
  const world = await programmeWorld(t, '2021-01-15')
  const { keeper, officer } = world
  const id = await added(world, { actOn: '2021-01-15' })
  const taskId = await given(
    world,
    aSource(world.agencies),
    aTask('II.1', world.agencies.finance, '2021-02-28', { title: 'Trình Chính phủ Nghị định về phí' }),
  )
  assert.deepEqual(codeOf(await act(officer, id, 'task', { taskId })), [403, 'programme.not_allowed'])
  ok(await act(keeper, id, 'task', { taskId }))
  const tied = await itemOf(officer, id)
  assert.deepEqual(
    [tied.task!.state, tied.clause!.number, tied.clause!.ref, tied.origin],
    ['assigned', '12/QĐ-MẪU', 'II.1', 'directive'],
  )
  type Task = {
    version: number
    state: string
    may: string[]
    completedOn: string | null
    proof: { name: string; path: string }
  }
  const taskOf = async (asOf = '') => ok<Task>(await officer.send('GET', `/api/tasks/${taskId}${asOf}`))
  const task = await taskOf()
  assert.deepEqual(task.proof, { name: `đề án ${tied.code}`, path: `/chuong-trinh-cong-tac/${id}` })
  ok(await officer.send('POST', `/api/tasks/${taskId}/receive`, { ifMatch: task.version, body: {} }))
  const received = await taskOf()
  assert.ok(!received.may.includes('reportDone'))
  const byHand = { ifMatch: received.version, body: { completedOn: '2021-01-15', body: 'Xong' } }
  assert.deepEqual(codeOf(await officer.send('POST', `/api/tasks/${taskId}/done`, byHand)), [
    409,
    'task.closed_by_proof',
  ])
  const again = await added(world, { name: 'Đề án khác (MẪU)', actOn: '2021-01-15' })
  assert.deepEqual(codeOf(await act(keeper, again, 'task', { taskId })), [409, 'task.has_proof'])

  world.clock.set('2021-02-10')
  ok(await submitted(officer, id, { sentOn: '2021-02-09' }))
  assert.deepEqual([(await taskOf()).state, (await taskOf()).completedOn], ['confirmed', '2021-02-10'])
  world.clock.set('2021-02-15')
  ok(await checked(keeper, id, { outcome: 'returned', reasons: ['Thiếu ý kiến'] }))
  const open = await taskOf()
  assert.deepEqual([open.state, open.completedOn], ['inProgress', null])
  assert.equal((await taskOf('?asOf=2021-02-12&knownOn=2021-02-15')).completedOn, '2021-02-10')
  world.clock.set('2021-02-20')
  ok(await submitted(officer, id, { number: '19/TTr-BTC', sentOn: '2021-02-18' }))
  assert.deepEqual([(await taskOf()).state, (await taskOf()).completedOn], ['confirmed', '2021-02-20'])
  assert.equal((await taskOf('?asOf=2021-02-12&knownOn=2021-02-20')).completedOn, '2021-02-10')
  assert.equal((await taskOf('?asOf=2021-02-16&knownOn=2021-02-20')).completedOn, null)

  // The room gives one task of its own: to submit.
  const other = await added(world, { name: 'Đề án ba (MẪU)', month: '2021-04', actOn: '2021-01-15' })
  ok(await act(keeper, other, 'task/give'))
  const own = (await itemOf(keeper, other)).task!
  assert.equal(own.title, 'Trình Chính phủ: Đề án ba (MẪU)')
  const moved = await changed(world, other, { body: { kind: 'postpone', newMonth: '2021-06' } })
  const shown = ok<{ dueOn: string }>(await keeper.send('GET', `/api/tasks/${own.id}`))
  assert.deepEqual([moved.dueOn, shown.dueOn], ['2021-06-30', '2021-06-30'])
  const { version } = await itemOf(keeper, other)
  ok(await keeper.send('DELETE', `/api/programme/items/${other}/task`, { ifMatch: version }))
  assert.equal(ok<Task>(await keeper.send('GET', `/api/tasks/${own.id}`)).proof, null)
})

test('the task that an entry proves goes with it: lead, due day and end are changed at the entry alone', async (t) => {
  const world = await programmeWorld(t, '2021-01-15')
  const { keeper, leader, officer, other } = world
  const id = await added(world, { actOn: '2021-01-15' })
  ok(await act(keeper, id, 'task/give'))
  const taskId = (await itemOf(keeper, id)).task!.id
  type Task = {
    version: number
    state: string
    may: string[]
    dueOn: string
    leadAgencyId: number
    parties: { agencyId: number; isAccountable: boolean; endedOn: string | null }[]
  }
  const taskOf = async (who = keeper) => ok<Task>(await who.send('GET', `/api/tasks/${taskId}`))
  const leadOf = async () =>
    (await taskOf()).parties.find(({ isAccountable, endedOn }) => isAccountable && endedOn === null)!.agencyId
  const byHand: [string, object][] = [
    ['extend', { newDueOn: '2021-09-30', reason: 'x', approvedBy: 'x' }],
    ['transfer', { agencyId: world.health, reason: 'x' }],
    ['cancel', { reason: 'x' }],
  ]
  for (const [path, body] of byHand) {
    const { version, may } = await taskOf(leader)
    assert.ok(!may.includes(path), path)
    const refused = await leader.send('POST', `/api/tasks/${taskId}/${path}`, { ifMatch: version, body })
    assert.deepEqual(codeOf(refused), [409, 'task.moved_with_proof'])
    assert.match((refused.body as { detail: string }).detail, /trang đề án/)
  }
  const { may } = await taskOf(officer)
  for (const asked of ['requestExtension', 'requestTransfer', 'requestReturn']) assert.ok(!may.includes(asked), asked)
  const deadlines = [
    {
      kind: 'date',
      text: 'trước 30/9/2021',
      dueOn: '2021-09-30',
      strict: false,
      recurs: null,
      milestone: false,
      rule: null,
    },
  ]
  const amendment = JSON.stringify({ reason: 'x', document: { number: '1', issuedOn: '2021-01-10' }, deadlines })
  const { version } = await taskOf()
  assert.deepEqual(
    codeOf(await leader.send('POST', `/api/tasks/${taskId}/amend`, { ifMatch: version, body: { amendment } })),
    [409, 'task.moved_with_proof'],
  )

  world.clock.set('2021-02-20')
  await changed(world, id, { body: { kind: 'changeLead', newLeadId: world.health } })
  assert.deepEqual([await leadOf(), (await taskOf()).state], [world.health, 'assigned'])
  assert.equal((await taskOf(other)).state, 'assigned')
  // Of one that is done, once the file is returned.
  ok(await submitted(other, id, { sentOn: '2021-02-20' }))
  await changed(world, id, { by: other, body: { kind: 'changeLead', newLeadId: world.agencies.finance } })
  assert.deepEqual([await leadOf(), (await taskOf()).state], [world.health, 'confirmed'])
  ok(await checked(keeper, id, { outcome: 'returned', reasons: ['Thiếu ý kiến'] }))
  assert.deepEqual([await leadOf(), (await taskOf()).state], [world.agencies.finance, 'assigned'])
})

test('whoever must act is told', async (t) => {
  const world = await programmeWorld(t)
  const id = await added(world)
  world.clock.set('2021-02-26')
  ok(await act(world.officer, id, 'changes', { kind: 'postpone', reason: 'Chờ ý kiến', newMonth: '2021-03' }))
  ok(await submitted(world.officer, id, { sentOn: '2021-02-26' }))
  ok(await checked(world.keeper, id, { outcome: 'returned', reasons: ['Thiếu chữ ký'] }))
  const told = async (who: typeof world.officer) => (await linesOf(who)).map(({ event }) => event)
  assert.deepEqual(await told(world.officer), ['item.fileReturned', 'item.added'])
  assert.deepEqual(await told(world.leader), ['item.submitted', 'item.changeAsked'])
  // What was asked fell away with the submission.
  assert.equal((await itemOf(world.officer, id)).changes[0]!.state, 'withdrawn')
  assert.deepEqual(await told(world.other), [])
  const landing = ok<{ rows: { name: string; count: number }[] }>(await world.officer.send('GET', '/api/landing'))
  assert.deepEqual(
    landing.rows.filter(({ name }) => name.startsWith('programme.')).map(({ name, count }) => [name, count]),
    [
      ['programme.returned', 1],
      ['programme.dueSoon', 1],
    ],
  )
})
