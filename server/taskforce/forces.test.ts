import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { addJob } from '../platform/jobs.ts'
import { added, issuedProgramme } from '../programme/programme.fixture.ts'
import { follow } from '../registry/index.ts'
import { upload, type Visitor } from '../test/app.ts'
import type { DialogueList, QuestionList } from './dialogue-shapes.ts'
import type { Mine, Plan, ReadPlan, TaskForce, TaskForceList } from './force-shapes.ts'
import { base, codeOf, fieldOf, forceWorld } from './taskforce.fixture.ts'

const AN_ACTIVITY = {
  title: 'Việc',
  words: 'Việc',
  form: 'report',
  doneBy: null,
  kind: 'standing',
  literal: 'thường xuyên',
  dueOn: null,
  isStrict: false,
  recurs: null,
}
const PLAN = readFileSync(join(import.meta.dirname, '../sample/taskforce/ke-hoach-hoat-dong-mau.txt'))

const A_PLAN = {
  number: '63/QĐ-MẪU',
  title: 'Kế hoạch',
  issuedOn: '2021-03-01',
  fromOn: '2021-03-01',
  toOn: '2021-12-31',
}

test('a member reads their task force, its plans and dialogues, until the membership ends; another does not', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, stranger, forceId } = world
  const member = await world.as('taskForce', { name: 'Nguyễn Thành Viên' })
  const url = `${base}/task-forces/${forceId}`
  const { id: other } = await ok<{ id: number }>(keeper, 'POST', `${base}/task-forces`, {
    name: 'Tổ công tác khác MẪU',
    act: '2/QĐ-MẪU',
    actOn: '2021-01-04',
    fromOn: '2021-01-04',
    scope: 'Việc khác (MẪU)',
    standingAgencyId: world.agencies.office,
  })
  const { id: dialogue } = await ok<{ id: number }>(keeper, 'POST', `${base}/dialogues`, {
    taskForceId: forceId,
    title: 'Đối thoại (MẪU)',
    form: 'inPerson',
    partner: 'Hiệp hội Mẫu',
    heldOn: '2021-03-01',
  })
  const question = { asker: 'Doanh nghiệp Mẫu', askerKind: 'firm', words: 'Nộp ở đâu?' }
  await ok(keeper, 'POST', `${base}/dialogues/${dialogue}/questions`, { questions: [question] })
  const plan = { ...A_PLAN, activities: [AN_ACTIVITY] }
  const { id: planId } = await ok<{ id: number }>(keeper, 'POST', `${url}/plans`, { plan: JSON.stringify(plan) })
  const own = [
    url,
    `${base}/dialogues/${dialogue}`,
    `${base}/dialogues/${dialogue}/paper?format=docx`,
    `${base}/plans/${planId}`,
  ]
  const seen = async (who: Visitor) => ({
    forces: (await ok<Static<typeof TaskForceList>>(who, 'GET', `${base}/task-forces`)).rows.map(({ id }) => id),
    dialogues: (await ok<DialogueList>(who, 'GET', `${base}/dialogues`)).rows.map(({ id }) => id),
    questions: (await ok<QuestionList>(who, 'GET', `${base}/questions?dialogueId=${dialogue}`)).rows.length,
    pages: await Promise.all(own.map(async (page) => (await who.send('GET', page)).status)),
  })
  const nothing = { forces: [], dialogues: [], questions: 0, pages: [404, 404, 404, 404] }
  assert.deepEqual(await seen(member), nothing)
  const { id: membership } = await ok<{ id: number }>(keeper, 'POST', `${url}/members`, {
    personId: member.actor.personId,
    fullName: member.actor.name,
    office: 'Vụ trưởng',
    role: 'member',
    fromOn: '2021-02-01',
    act: '3/QĐ-MẪU',
  })
  assert.deepEqual(await seen(member), {
    forces: [forceId],
    dialogues: [dialogue],
    questions: 1,
    pages: [200, 200, 200, 200],
  })
  assert.deepEqual(codeOf(await member.send('GET', `${base}/task-forces/${other}`)), [404, 'task_force.not_found'])
  assert.deepEqual(
    codeOf(
      await member.send('POST', `${base}/dialogues/${dialogue}/hold`, {
        ifMatch: 1,
        body: { heldOn: '2021-03-01', participants: 'Đủ' },
      }),
    ),
    [403, 'taskforce.may_not_keep'],
  )
  assert.deepEqual(await seen(stranger), nothing)
  assert.equal((await seen(head)).forces.length, 2)
  const { forces, pages } = await seen(member)
  await ok(keeper, 'POST', `${base}/members/${membership}/end`, { toOn: '2021-03-01', act: '4/QĐ-MẪU' }, 1)
  assert.deepEqual(await seen(member), { forces, dialogues: [dialogue], questions: 1, pages }, 'to the end of the day')
  world.clock.set('2021-03-02')
  assert.deepEqual(await seen(member), nothing)
})

test('members by act and date: one head at a time, areas through a membership', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, head, officer, agencies, forceId } = world
  const url = `${base}/task-forces/${forceId}`
  const minister = {
    fullName: 'Ông Bộ Trưởng Mẫu',
    office: 'Bộ trưởng, Chủ nhiệm',
    role: 'head',
    fromOn: '2021-01-04',
    act: '1642/QĐ-MẪU',
  }
  const { id: first } = await ok<{ id: number }>(keeper, 'POST', `${url}/members`, minister)
  const second = await keeper.send('POST', `${url}/members`, { body: { ...minister, fullName: 'Người khác' } })
  assert.deepEqual(codeOf(second), [409, 'member.one_head'])
  const early = await keeper.send('POST', `${url}/members`, {
    body: { ...minister, role: 'member', fromOn: '2021-01-03' },
  })
  assert.deepEqual([...codeOf(early), fieldOf(early)], [400, 'member.before_begin', 'fromOn'])
  // Without an account a person is known by name and office.
  const named = { ...minister, fullName: 'Bà Thành Viên Mẫu', office: 'Thứ trưởng', role: 'member' }
  const { id: member } = await ok<{ id: number }>(keeper, 'POST', `${url}/members`, named)
  for (const twice of [named, { ...named, fullName: ' bà  Thành viên MẪU', fromOn: '2021-02-01' }]) {
    assert.deepEqual(codeOf(await keeper.send('POST', `${url}/members`, { body: twice })), [409, 'member.known'])
  }
  await ok(keeper, 'POST', `${url}/members`, { ...named, office: 'Vụ trưởng' })
  await ok(keeper, 'POST', `${base}/members/${member}/end`, { toOn: '2021-02-28', act: '3/QĐ' }, 1)
  await ok(keeper, 'POST', `${url}/members`, { ...named, fromOn: '2021-03-01', role: 'secretary' })
  await ok(
    keeper,
    'PUT',
    `${base}/members/${first}/areas`,
    { agencyIds: [agencies.finance, agencies.home], fromOn: '2021-01-04', act: '2/QĐ' },
    1,
  )
  await ok(
    keeper,
    'PUT',
    `${base}/members/${first}/areas`,
    { agencyIds: [agencies.finance], fromOn: '2021-02-01', act: '3/QĐ' },
    2,
  )
  const shown = await ok<TaskForce>(head, 'GET', url)
  assert.deepEqual(
    shown.memberList
      .find((row) => row.id === first)!
      .areas.map(({ agencyId, fromOn, toOn }) => [agencyId, fromOn, toOn]),
    [
      [agencies.finance, '2021-01-04', null],
      [agencies.home, '2021-01-04', '2021-01-31'],
    ],
  )
  await ok(keeper, 'POST', `${base}/members/${first}/end`, { toOn: '2021-02-15', act: '4/QĐ' }, 3)
  await ok(keeper, 'POST', `${url}/members`, {
    ...minister,
    fullName: 'Bà Bộ Trưởng Mới',
    fromOn: '2021-02-16',
    act: '4/QĐ',
  })
  assert.deepEqual((await ok<TaskForce>(head, 'GET', `${url}?asOf=2021-02-10`)).head, 'Ông Bộ Trưởng Mẫu')
  assert.deepEqual((await ok<TaskForce>(head, 'GET', url)).head, 'Bà Bộ Trưởng Mới')
  for (const who of [officer]) {
    assert.deepEqual(codeOf(await who.send('GET', url)), [404, 'task_force.not_found'])
    assert.deepEqual(codeOf(await who.send('POST', `${url}/members`, { body: minister })), [
      403,
      'taskforce.may_not_keep',
    ])
  }
  await ok(keeper, 'POST', `${url}/end`, { toOn: '2021-02-28', act: '9/QĐ-MẪU' }, 1)
  const ended = await ok<TaskForce>(head, 'GET', url)
  assert.deepEqual(
    [ended.toOn, ended.may, ended.memberList.every(({ toOn }) => toOn !== null)],
    ['2021-02-28', [], true],
  )
  world.clock.set('2021-03-02')
  const after = {
    number: '63/QĐ-MẪU',
    title: 'Kế hoạch',
    issuedOn: '2021-03-01',
    fromOn: '2021-03-01',
    toOn: '2021-12-31',
    activities: [AN_ACTIVITY],
  }
  const over = await keeper.send('POST', `${url}/plans`, { body: { plan: JSON.stringify(after) } })
  assert.deepEqual([...codeOf(over), fieldOf(over)], [400, 'task_force.not_in_force', 'issuedOn'])
  const again = await keeper.send('POST', `${base}/task-forces`, {
    body: {
      name: 'Tổ khác',
      act: '1642/QĐ-MẪU',
      actOn: '2021-01-04',
      fromOn: '2021-01-04',
      scope: 'x',
      standingAgencyId: agencies.office,
    },
  })
  assert.deepEqual(codeOf(again), [409, 'task_force.known'])
})

test('areas and plans recorded after a reorganisation pass to the successors, each from its day', async (t) => {
  const world = await forceWorld(t, '2025-06-02')
  const { ok, keeper, agencies, forceId, db } = world
  const url = `${base}/task-forces/${forceId}`
  const { rows } = await sql<{ slug: string; id: number }>`select slug, agency_id as id from registry.agency`.execute(
    db,
  )
  const agency = (slug: string) => rows.find((row) => row.slug === slug)!.id
  const planning = agency('bo-ke-hoach-va-dau-tu')
  const labour = agency('bo-lao-dong-thuong-binh-va-xa-hoi')
  const { id: member } = await ok<{ id: number }>(keeper, 'POST', `${url}/members`, {
    fullName: 'Bà Thành Viên Mẫu',
    office: 'Thứ trưởng',
    role: 'member',
    fromOn: '2021-01-04',
    act: '1642/QĐ-MẪU',
  })
  const areas = { agencyIds: [planning, labour], fromOn: '2021-01-04', act: '2/QĐ' }
  const followed = async () =>
    (await ok<TaskForce>(keeper, 'GET', url)).memberList
      .find(({ id }) => id === member)!
      .areas.map(({ agencyId, fromOn, toOn, successor }) => [agencyId, fromOn, toOn, successor?.id ?? null])
  const passed = [
    [planning, '2021-01-04', '2025-02-28', agencies.finance],
    [labour, '2021-01-04', '2025-02-28', agencies.home],
    [agencies.finance, '2025-03-01', null, null],
    [agencies.home, '2025-03-01', null, null],
  ]
  const sorted = (list: unknown[][]) => list.map((row) => row.join()).sort()
  await ok(keeper, 'PUT', `${base}/members/${member}/areas`, areas, 1)
  assert.deepEqual(sorted(await followed()), sorted(passed))
  // Recorded again it is the same, and whoever followed the successor already follows it once.
  await ok(
    keeper,
    'PUT',
    `${base}/members/${member}/areas`,
    { ...areas, agencyIds: [planning, labour, agencies.finance] },
    2,
  )
  assert.deepEqual(
    sorted(await followed()),
    sorted([...passed.filter(([id]) => id !== agencies.finance), [agencies.finance, '2021-01-04', null, null]]),
  )

  const plan = { ...A_PLAN, activities: [{ ...AN_ACTIVITY, leadAgencyId: planning }] }
  const { id: planId } = await ok<{ id: number }>(keeper, 'POST', `${url}/plans`, { plan: JSON.stringify(plan) })
  const { rows: leads } = await sql<{ lead: number }>`
    select t.lead_agency_id as lead from taskforce.activity a join tasks.traced_task t using (task_id) where a.plan_id = ${planId}`.execute(
    db,
  )
  assert.deepEqual(leads, [{ lead: agencies.finance }])
})

test('the page of a member: agencies followed in the registry, how they stand, what the member did', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, agencies, forceId } = world
  const member: Visitor = await world.as('taskForce', { name: 'Thành Viên Mẫu', follows: ['bo-noi-vu'] })
  await world.db.transaction().execute((trx) => follow(trx, member.actor.personId!, ['bo-tai-chinh'], '2021-02-01'))
  const { id } = await ok<{ id: number }>(keeper, 'POST', `${base}/task-forces/${forceId}/members`, {
    personId: member.actor.personId,
    fullName: 'Thành Viên Mẫu',
    office: 'Thứ trưởng',
    role: 'member',
    fromOn: '2021-01-04',
    act: '1642/QĐ-MẪU',
  })
  const elsewhere = await keeper.send('PUT', `${base}/members/${id}/areas`, {
    ifMatch: 1,
    body: { agencyIds: [agencies.finance], fromOn: '2021-03-01', act: 'x' },
  })
  assert.deepEqual(codeOf(elsewhere), [409, 'area.of_account'])
  const mine = await ok<Mine>(member, 'GET', `${base}/mine`)
  assert.deepEqual(
    mine.agencies.map(({ id: agency, fromOn }) => [agency, fromOn]).sort(),
    [
      [agencies.home, '2020-01-01'],
      [agencies.finance, '2021-02-01'],
    ].sort(),
  )
  assert.deepEqual(
    mine.taskForces.map(({ name, role }) => [name, role]),
    [['Tổ công tác MẪU', 'member']],
  )
  assert.deepEqual(codeOf(await member.send('GET', `${base}/mine?personId=${keeper.actor.personId}`)), [
    404,
    'person.not_found',
  ])
  const ahead = await member.send('GET', `${base}/mine?asOf=2030-01-01`)
  assert.deepEqual([...codeOf(ahead), fieldOf(ahead)], [400, 'request.day_ahead', 'asOf'])
  const own = await ok<Mine>(keeper, 'GET', `${base}/mine?personId=${keeper.actor.personId}`)
  assert.deepEqual(own.acts.map(({ event, name }) => [event, name]).slice(0, 2), [
    ['taskForce.memberAdded', 'Tổ công tác MẪU'],
    ['taskForce.setUp', 'Tổ công tác MẪU'],
  ])
})

test('a plan is read from its text, checked by a person, and becomes tasks with their month or latest day', async (t) => {
  const world = await forceWorld(t, '2023-09-05')
  const { ok, keeper, officer, agencies, forceId } = world
  const url = `${base}/task-forces/${forceId}/plans`
  const read = (await keeper.send('POST', `${url}/read`, upload('ke-hoach.txt', PLAN))).body as ReadPlan
  assert.deepEqual(
    read.activities.map(({ form, kind, dueOn, recurs }) => [form, kind, dueOn, recurs].filter(Boolean).join(' ')),
    [
      'direct standing',
      'dialogue quarter 2023-12-31',
      'receive standing',
      'report standing monthly',
      'conference month 2023-10-31',
      'session month 2023-11-30',
      'report date 2023-12-15',
      'plan month 2023-12-31',
    ],
  )
  assert.equal(read.number, '62/QĐ-MẪU')
  const empty = await keeper.send('POST', `${url}/read`, upload('x.txt', Buffer.from('Không có gì ở đây cả.')))
  assert.deepEqual([...codeOf(empty), fieldOf(empty)], [400, 'plan.nothing_read', 'file'])
  const broken = await keeper.send('POST', `${url}/read`, upload('x.docx', Buffer.from([0, 1, 2, 3, 255, 254])))
  assert.equal(broken.status, 400)
  assert.deepEqual(codeOf(await officer.send('POST', `${url}/read`, upload('x.txt', PLAN))), [
    403,
    'taskforce.may_not_keep',
  ])

  const plan = {
    number: '62/QĐ-MẪU',
    title: 'Kế hoạch 4 tháng cuối năm 2023',
    issuedOn: '2023-09-01',
    fromOn: '2023-09-01',
    toOn: '2023-12-31',
    activities: read.activities,
  }
  const late = { ...plan, activities: [{ ...read.activities[4]!, dueOn: '2023-08-31' }] }
  const answers = [
    await keeper.send('POST', url, { body: { plan: JSON.stringify(late) } }),
    await keeper.send('POST', url, { body: { plan: JSON.stringify({ ...plan, activities: [] }) } }),
  ]
  assert.deepEqual(
    answers.map((answer) => [answer.status, fieldOf(answer)]),
    [
      [400, 'activities.0.dueOn'],
      [400, 'activities'],
    ],
  )
  // The task force did not exist yet, on the day of a plan before its own.
  const before = { ...plan, issuedOn: '2021-01-03', activities: [read.activities[0]] }
  const unborn = await keeper.send('POST', url, { body: { plan: JSON.stringify(before) } })
  assert.deepEqual([...codeOf(unborn), fieldOf(unborn)], [400, 'task_force.not_in_force', 'issuedOn'])
  const made = await keeper.send('POST', url, upload('ke-hoach.txt', PLAN, { plan: JSON.stringify(plan) }))
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const { id } = made.body as { id: number }
  const file = await keeper.send('GET', `${base}/plans/${id}/file`)
  assert.deepEqual(file.bytes, PLAN)
  const shown = await ok<Plan>(keeper, 'GET', `${base}/plans/${id}`)
  assert.deepEqual(shown.rows.map(({ form, state, dueOn }) => [form, state, dueOn]).slice(4), [
    ['conference', 'assigned', '2023-10-31'],
    ['session', 'assigned', '2023-11-30'],
    ['report', 'assigned', '2023-12-15'],
    ['plan', 'assigned', '2023-12-31'],
  ])
  // What recurs ends with the plan, and each of its periods can be missed until then.
  const duty = shown.rows.find(({ dueOn }, place) => place === 3 && dueOn !== null)!
  assert.deepEqual([duty.form, duty.dueOn], ['report', '2023-12-31'])
  const periods = async (on: string) => {
    world.clock.set(on)
    await world.db.transaction().execute((trx) => addJob(trx, 'tasks.keepPeriods', {}))
    await world.drain()
    const { rows } = await sql<{ starts: string; missed: boolean }>`
      select p.starts_on as starts, p.missed_on is not null as missed from tasks.period p
      where p.task_id = ${duty.taskId} order by p.starts_on`.execute(world.db)
    return rows.map(({ starts, missed }) => `${starts}${missed ? ' missed' : ''}`)
  }
  assert.deepEqual(await periods('2023-09-05'), ['2023-08-15'])
  assert.deepEqual(await periods('2023-10-05'), ['2023-08-15 missed', '2023-09-15'])
  assert.deepEqual(await periods('2024-01-10'), ['2023-08-15 missed', '2023-09-15 missed'])
  const { rows } = await sql<{ lead: number; kind: string; n: number }>`
    select lead_agency_id as lead, source_kind as kind, count(*)::integer as n from tasks.task where source_id = ${id} group by 1, 2`.execute(
    world.db,
  )
  assert.deepEqual(rows, [{ lead: agencies.office, kind: 'taskForcePlan', n: 8 }])
  assert.deepEqual(codeOf(await keeper.send('POST', url, { body: { plan: JSON.stringify(plan) } })), [
    409,
    'plan.known',
  ])
  assert.deepEqual(codeOf(await officer.send('GET', `${base}/plans/${id}`)), [404, 'plan.not_found'])
})

test('a member sees what each agency owes of the work programme, as many entries as its list opens', async (t) => {
  const world = await forceWorld(t)
  const { ok, keeper, agencies } = world
  const programmeId = await issuedProgramme(keeper, '2021', '2021-01-04')
  const owe = (name: string, agency: number, dueOn: string) =>
    added({ ...world, programmeId }, { name, leadAgencyId: agency, day: dueOn })
  await owe('Đề án nợ', agencies.finance, '2021-02-15')
  await owe('Đề án đến hạn hôm nay', agencies.finance, '2021-03-01')
  await owe('Đề án của bộ không theo dõi', await world.agency('bo-y-te'), '2021-02-15')
  const member = await world.as('taskForce', { name: 'Thành Viên Mẫu', follows: ['bo-noi-vu', 'bo-tai-chinh'] })
  const owed = async (query = '') => {
    const mine = await ok<Mine>(member, 'GET', `${base}/mine${query}`)
    return Object.fromEntries(mine.agencies.map(({ id, itemsOwed }) => [id, itemsOwed]))
  }
  assert.deepEqual(await owed(), { [agencies.home]: 0, [agencies.finance]: 1 })
  const list = `/api/programme/items?standing=owed&agencyId=${agencies.finance}`
  assert.equal((await ok<{ rows: object[] }>(member, 'GET', list)).rows.length, 1)
  // As of a past day whose end has come, what was due that day is owed.
  assert.deepEqual(await owed('?asOf=2021-02-14'), { [agencies.home]: 0, [agencies.finance]: 0 })
  assert.deepEqual(await owed('?asOf=2021-02-15'), { [agencies.home]: 0, [agencies.finance]: 1 })
  world.clock.set('2021-03-02')
  assert.deepEqual(await owed(), { [agencies.home]: 0, [agencies.finance]: 2 })
})
