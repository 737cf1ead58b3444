import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import {
  checkAgainstNews,
  checkFebruary,
  copiesOf,
  drawFebruary,
  issueFebruary,
} from '../oversight/february.fixture.ts'
import { issuedReport } from '../oversight/report.fixture.ts'
import { lived } from '../oversight/text.fixture.ts'
import { systemActor } from '../platform/actor.ts'
import { agenciesOf2021 } from '../sample/agencies.ts'
import { nationalRegister } from '../sample/national.ts'
import { planProgramme } from '../sample/programme.ts'
import { assignArchive, type Statistics, statistics, type TaskList } from '../tasks/index.ts'
import { freshApp, restarted, type TestApp, upload, type Visitor } from '../test/app.ts'
import type { Reorganisation, Run } from './shapes.ts'

/** The register of the national sample as of 28/02/2021, and three reorganisations on their days. */
const BEFORE = '2021-02-28'
const MINISTRIES = '2025-03-01'
const PROVINCES = '2025-07-01'
const RENAMING = '2026-04-30'
const PAST = ['2020-06-30', '2021-01-31', BEFORE, '2023-05-05', '2025-02-28']
const READER = systemActor('kiểm thử')
/** Tasks recorded late: four acts each. */
const LATE = 2_600

test('the reorganisations of 2025 over the national sample', async (t) => {
  const app = await freshApp(t, { at: BEFORE })
  const { db, clock } = app
  await planProgramme(app, BEFORE)
  await db.transaction().execute(async (trx) => {
    const register = nationalRegister(await agenciesOf2021(trx), BEFORE)
    await assignArchive(trx, systemActor('mẫu'), register, clock.now())
  })
  await sql`analyze tasks.fact, tasks.task, tasks.party`.execute(db).catch(() => undefined)
  const keeper = await app.as('administrator')
  const leader = await app.as('followUpLeader')
  const planner = await app.as('officer', { agency: 'bo-ke-hoach-va-dau-tu', name: 'Cán bộ KHĐT' })
  const delegate = await app.as('officer', { agency: 'ubnd-ha-giang', name: 'Cán bộ Hà Giang' })
  const member = await app.as('taskForce', { follows: ['bo-ke-hoach-va-dau-tu', 'bo-tai-chinh'] })
  const stranger = await app.as('officer', { agency: 'bo-y-te' })

  const officer = await app.as('followUp')
  const frozenId = await issuedReport(officer, leader, { month: '2021-02', number: '01' })
  const frozen = await everyForm(app, keeper, frozenId)
  // As the report was: on the first days of March. On its last day itself February is not over, and nothing due that day is owed.
  clock.set('2021-03-02')
  const writtenId = await drawFebruary(officer)
  await t.test(
    'the report of 02/2021, drawn up in one request, holds each published figure, and each opens its rows',
    async (t) => {
      const absent = checkAgainstNews()
      if (absent) t.diagnostic(absent)
      await checkFebruary(officer, writtenId)
    },
  )
  await issueFebruary(officer, leader, writtenId)
  const issuedLines = await linesOfLog(app)
  const written = await copiesOf(officer.send, writtenId)
  const plannersOwn = await idsOf(planner, BEFORE)
  assert.ok(plannersOwn.length > 100, `${plannersOwn.length} tasks of the planning ministry`)

  clock.set('2025-02-28')
  const openBefore = await countOpen(app)
  assert.ok(openBefore > 3_000, `${openBefore} open tasks`)
  const recorded = new Map<string, { ofDay: string; asKnownNow: Statistics['total'] }>()
  for (const day of PAST)
    recorded.set(day, { ofDay: await figures(app, day), asKnownNow: (await totals(app, day)).ofDay })
  const strangersBefore = await idsOf(stranger, '2025-02-28')

  for (const [day, file, least] of [
    [MINISTRIES, MINISTRIES_FILE, 700],
    [PROVINCES, PROVINCES_FILE, 300],
    [RENAMING, RENAMING_FILE, 0],
  ] as const) {
    await t.test(`the reorganisation of ${day}`, async (t) => {
      clock.set(day)
      const sumsBefore = await totals(app, day)
      const began = performance.now()
      const { plan, rehearsal } = await rehearse(app, keeper, file)
      const unchanged = await totals(app, day)
      assert.deepEqual(unchanged, sumsBefore, 'a rehearsal changes nothing')
      assert.ok(
        plan.lines.every(({ isKnown }) => isKnown),
        'the registry already has the successions of 2025',
      )
      const leads = rehearsal.outcome!.lines.reduce((sum, line) => sum + line.leads, 0)
      assert.ok(leads >= least, `${leads} tasks to move`)
      await rowsAreAsCounted(keeper, plan, rehearsal)

      const applied = await apply(app, leader, plan, rehearsal)
      assert.deepEqual(applied.outcome, rehearsal.outcome)
      t.diagnostic(`${leads} leads, rehearsed and applied in ${((performance.now() - began) / 1000).toFixed(1)} s`)
      const sumsAfter = await totals(app, day)
      assert.deepEqual(sumsAfter, sumsBefore, 'both maps give the same sums')
      assert.deepEqual(sumsAfter.ofDay, sumsAfter.today)
      assert.equal(await countOpen(app), openBefore)
      assert.deepEqual(await orphans(app, day), [], 'no open task without an active owner')

      const again = await rehearse(app, keeper, file)
      const left = again.rehearsal.outcome!
      assert.equal(left.tasks, 0, 'a second run has nothing left to move')
      assert.deepEqual(left.people, [])
    })
  }

  await t.test('figures of every past day are unchanged, as known then and in sum', async () => {
    for (const day of PAST) {
      const before = recorded.get(day)!
      assert.equal(await figures(app, day), before.ofDay, day)
      const { ofDay, today } = await totals(app, day)
      assert.deepEqual(ofDay, before.asKnownNow, day)
      assert.deepEqual(today, before.asKnownNow, day)
    }
  })

  await t.test('the frozen report is the same, byte for byte, in every form', async () => {
    assert.deepEqual(await everyForm(app, keeper, frozenId), frozen)
  })

  await t.test('every task agrees with its facts', async () => {
    const { rows } = await sql`
      select t.task_id from tasks.task t
      left join tasks.as_of('infinity', 'infinity') a on a.task_id = t.task_id
      where (t.state, t.lead_agency_id, t.due_on, t.completed_on)
            is distinct from (a.state, a.lead_agency_id, a.due_on, a.completed_on) and t.state <> 'cancelled'`.execute(
      db,
    )
    assert.deepEqual(rows, [])
    const { rows: leads } = await sql`
      select t.task_id from tasks.task t
      where (select count(*) from tasks.party p where p.task_id = t.task_id and p.ended_on is null and p.is_accountable
             and p.agency_id = t.lead_agency_id) <> 1`.execute(db)
    assert.deepEqual(leads, [], 'the accountable lead is the lead of the row')
  })

  await t.test('people of an ended agency see their tasks at its successor, and no one else sees more', async () => {
    const me = await planner.send('GET', '/api/me')
    assert.equal((me.body as { agencyName: string }).agencyName, 'Bộ Tài chính')
    assert.equal(
      ((await delegate.send('GET', '/api/me')).body as { agencyName: string }).agencyName,
      'Ủy ban nhân dân tỉnh Tuyên Quang',
    )
    const now = new Set(await idsOf(planner, RENAMING))
    assert.deepEqual(
      plannersOwn.filter((id) => !now.has(id)),
      [],
    )
    const open = await planner.send('GET', '/api/tasks?standing=open&limit=500')
    const finance = await app.agency('bo-tai-chinh')
    const health = await app.agency('bo-y-te')
    const { rows } = open.body as TaskList
    assert.ok(rows.some(({ leadAgencyId }) => leadAgencyId === finance))
    const { rows: strange } = await sql<{ id: number }>`
      select task_id as id from tasks.task t where t.lead_agency_id = ${health} and not exists (
        select from tasks.party p where p.task_id = t.task_id
          and p.agency_id = any(registry.reach(array[${finance}::bigint], ${RENAMING}::date)))`.execute(db)
    assert.ok(strange.length > 0)
    for (const { id } of strange.slice(0, 5)) {
      assert.equal((await planner.send('GET', `/api/tasks/${id}`)).status, 404)
    }
    const seen = new Set(await idsOf(stranger, RENAMING))
    assert.deepEqual(
      strangersBefore.filter((id) => !seen.has(id)),
      [],
    )
    const { rows: followed } = await sql<{ agency: string; since: string }>`
      select a.slug as agency, lower(f.valid) as since from registry.following f join registry.agency a using (agency_id)
      where f.person_id = ${member.actor.personId} and f.valid @> ${RENAMING}::date`.execute(db)
    assert.deepEqual(
      followed,
      [{ agency: 'bo-tai-chinh', since: '2020-01-01' }],
      'followed once, from the original day',
    )
  })

  await t.test('moved tasks record the move, and are those the screens show under the new agency', async () => {
    const finance = await app.agency('bo-tai-chinh')
    const { rows } = await sql<{ id: number }>`
      select subject_id::bigint as id from platform.audit
      where event = 'task.movedBySuccession' and detail->>'to' = 'Bộ Tài chính' order by id limit 1`.execute(db)
    const task = await keeper.send('GET', `/api/tasks/${rows[0]!.id}`)
    assert.equal(task.status, 200)
    const lead = (task.body as { parties: { agencyId: number; isAccountable: boolean; endedOn: string | null }[] })
      .parties
    assert.equal(lead.find(({ isAccountable, endedOn }) => isAccountable && endedOn === null)?.agencyId, finance)
  })

  await t.test(
    'the report of 02/2021 is the same, byte for byte, after ten thousand later acts and a restart',
    async (t) => {
      // In the very period and agencies of the report, recorded years later: each given, received, reported and confirmed.
      const late = Array.from({ length: LATE }, (_, place) => ({
        slug: place % 2 === 0 ? 'bo-cong-thuong' : 'bo-tai-chinh',
        assignedOn: '2021-01-04',
        dueOn: '2021-02-10',
        completedOn: `2021-02-0${1 + (place % 9)}`,
      }))
      await lived(app, late, '99/NQ-CP', clock.now().toString())
      const acts = (await linesOfLog(app)) - issuedLines
      t.diagnostic(`${acts} acts recorded since the report was issued`)
      assert.ok(acts > 10_000, `${acts} acts`)
      const { body } = await officer.send('GET', `/api/statistics?from=2020-01-01&asOf=${BEFORE}&knownOn=${RENAMING}`)
      assert.equal((body as Statistics).total.assigned, 10_527 + LATE, 'the data say something else by now')
      assert.deepEqual(await copiesOf(officer.send, writtenId), written)
      assert.deepEqual(await copiesOf(await restarted(t, app, officer), writtenId), written)
    },
  )
})

/** Acts in the log. */
async function linesOfLog({ db }: TestApp): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from platform.audit`.execute(db)
  return rows[0]!.n
}

/** Sums over all tasks as of a day, as known now, by both maps. */
async function totals(app: TestApp, asOf: string) {
  const today = app.clock.now().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString()
  const ask = async (map: 'ofDay' | 'today') => {
    const found = await statistics(app.db, READER, { asOf, knownOn: today, by: 'agency', map }, today)
    const sum = found.rows.reduce((all, { partition }) => all + partition.assigned, 0)
    assert.equal(sum, found.total.assigned, `the parts add up to the total by the map ${map} on ${asOf}`)
    return found.total
  }
  return { ofDay: await ask('ofDay'), today: await ask('today') }
}

/** The statistics of a day as known on that day, in every breakdown. */
async function figures(app: TestApp, asOf: string): Promise<string> {
  const all = []
  for (const by of ['agency', 'group', 'source', 'month'] as const) {
    all.push(await statistics(app.db, READER, { asOf, by, from: '2020-01-01', map: 'ofDay' }, asOf))
  }
  return JSON.stringify(all)
}

/** The issued report in every format, and its row. */
async function everyForm(app: TestApp, keeper: Visitor, id: number): Promise<string[]> {
  const forms = await Promise.all(
    ['docx', 'pdf', 'xlsx', 'html'].map(async (format) => {
      const { status, bytes } = await keeper.send('GET', `/api/reports/${id}/document?format=${format}`)
      assert.equal(status, 200)
      return bytes.toString('base64')
    }),
  )
  const page = await keeper.send('GET', `/api/reports/${id}`)
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(r)::text as row from oversight.report r where report_id = ${id}`.execute(app.db)
  return [...forms, JSON.stringify(page.body), rows[0]!.row]
}

async function idsOf(visitor: Visitor, asOf: string): Promise<number[]> {
  const ids: number[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { status, body } = await visitor.send(
      'GET',
      `/api/tasks?asOf=${asOf}&sort=code&limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    )
    assert.equal(status, 200)
    const page = body as TaskList
    ids.push(...page.rows.map(({ id }) => id))
    cursor = page.nextCursor
  }
  return ids
}

async function countOpen(app: TestApp): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from tasks.task where state not in ('confirmed', 'cancelled')`.execute(app.db)
  return rows[0]!.count
}

/** Open tasks whose lead, follow-up or any other part is held by an agency that does not exist on that day. */
async function orphans(app: TestApp, day: string) {
  const { rows } = await sql`
    select t.task_id from tasks.task t
    where t.state not in ('confirmed', 'cancelled') and exists (
      select from (values (t.lead_agency_id), (t.follow_up_agency_id)) as held(agency_id)
      where not exists (select from registry.agency_card c where c.agency_id = held.agency_id and c.valid @> ${day}::date))
    union all
    select p.task_id from tasks.party p join tasks.task t using (task_id)
    where t.state not in ('confirmed', 'cancelled') and p.ended_on is null and p.agency_id is not null
      and not exists (select from registry.agency_card c where c.agency_id = p.agency_id and c.valid @> ${day}::date)`.execute(
    app.db,
  )
  return rows
}

async function rehearse(app: TestApp, keeper: Visitor, file: string) {
  const { body, headers } = upload('sap-xep.csv', Buffer.from(file), {})
  const made = await keeper.send('POST', '/api/reorganisations/upload', { body, headers })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const { id } = made.body as { id: number }
  const plan = (await keeper.send('GET', `/api/reorganisations/${id}`)).body as Reorganisation
  assert.deepEqual(
    plan.lines.flatMap(({ problems, old }) => problems.map(({ message }) => `${old}: ${message}`)),
    [],
  )
  const started = await keeper.send('POST', `/api/reorganisations/${id}/rehearse`)
  assert.equal(started.status, 202, JSON.stringify(started.body))
  await app.drain()
  const { runId } = started.body as { runId: number }
  const rehearsal = (await keeper.send('GET', `/api/reorganisations/${id}/runs/${runId}`)).body as Run
  assert.equal(rehearsal.state, 'done', JSON.stringify(rehearsal.problem))
  assert.deepEqual(rehearsal.outcome?.blockers, [])
  return { plan, rehearsal }
}

async function apply(app: TestApp, keeper: Visitor, plan: Reorganisation, rehearsal: Run): Promise<Run> {
  const started = await keeper.send('POST', `/api/reorganisations/${plan.id}/apply`, {
    body: { rehearsalId: rehearsal.id },
    ifMatch: plan.version,
  })
  assert.equal(started.status, 202, JSON.stringify(started.body))
  await app.drain()
  const { runId } = started.body as { runId: number }
  const run = (await keeper.send('GET', `/api/reorganisations/${plan.id}/runs/${runId}`)).body as Run
  assert.equal(run.state, 'done', JSON.stringify(run.problem))
  return run
}

/** Checks that each figure of the rehearsal equals the number of its rows. */
async function rowsAreAsCounted(keeper: Visitor, plan: Reorganisation, rehearsal: Run): Promise<void> {
  const line = rehearsal.outcome!.lines.toSorted((a, b) => b.leads - a.leads)[0]!
  let rows = 0
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body } = await keeper.send(
      'GET',
      `/api/reorganisations/${plan.id}/runs/${rehearsal.id}/tasks?lineId=${line.lineId}&part=lead&limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    )
    const page = body as { rows: { id: number }[]; nextCursor: string | null }
    rows += page.rows.length
    cursor = page.nextCursor
  }
  assert.equal(rows, line.leads)
}

const HEAD = 'Cơ quan cũ,Cơ quan mới,Hình thức,Lĩnh vực,Ngày hiệu lực,Căn cứ'
const line = (day: string, source: string) => (words: string) => {
  const [old, heir, kind = 'Kế thừa chính', subject = ''] = words.split(' > ').map((word) => `"${word}"`)
  return [old, heir, kind, subject, day, `"${source}"`].join(',')
}

const MINISTRIES_FILE = [
  HEAD,
  ...[
    'Bộ Kế hoạch và Đầu tư > Bộ Tài chính',
    'Bộ Giao thông vận tải > Bộ Xây dựng',
    'Bộ Giao thông vận tải > Bộ Công an > Một phần > sát hạch, cấp giấy phép lái xe cơ giới đường bộ',
    'Bộ Nông nghiệp và Phát triển nông thôn > Bộ Nông nghiệp và Môi trường',
    'Bộ Tài nguyên và Môi trường > Bộ Nông nghiệp và Môi trường',
    'Bộ Thông tin và Truyền thông > Bộ Khoa học và Công nghệ',
    'Bộ Thông tin và Truyền thông > Bộ Văn hóa, Thể thao và Du lịch > Một phần > báo chí, xuất bản',
    'Bộ Lao động - Thương binh và Xã hội > Bộ Nội vụ',
    'Bộ Lao động - Thương binh và Xã hội > Bộ Giáo dục và Đào tạo > Một phần > giáo dục nghề nghiệp',
    'Bộ Lao động - Thương binh và Xã hội > Bộ Nông nghiệp và Môi trường > Một phần > giảm nghèo',
    'Ủy ban Dân tộc > Bộ Dân tộc và Tôn giáo',
    'Bộ Nội vụ > Bộ Dân tộc và Tôn giáo > Một phần > tín ngưỡng, tôn giáo (Ban Tôn giáo Chính phủ)',
    'Bảo hiểm xã hội Việt Nam > Bộ Tài chính',
    'Ủy ban Quản lý vốn nhà nước tại doanh nghiệp > Bộ Tài chính',
    'Ban Quản lý Lăng Chủ tịch Hồ Chí Minh > Bộ Quốc phòng',
  ].map(line('01/3/2025', 'Nghị quyết 176/2025/QH15')),
].join('\n')

const MERGED = [
  'Tuyên Quang < Hà Giang',
  'Lào Cai < Yên Bái',
  'Thái Nguyên < Bắc Kạn',
  'Phú Thọ < Vĩnh Phúc, Hòa Bình',
  'Bắc Ninh < Bắc Giang',
  'Hưng Yên < Thái Bình',
  'Hải Phòng < Hải Dương',
  'Ninh Bình < Hà Nam, Nam Định',
  'Quảng Trị < Quảng Bình',
  'Đà Nẵng < Quảng Nam',
  'Quảng Ngãi < Kon Tum',
  'Gia Lai < Bình Định',
  'Khánh Hòa < Ninh Thuận',
  'Lâm Đồng < Đắk Nông, Bình Thuận',
  'Đắk Lắk < Phú Yên',
  'Hồ Chí Minh < Bà Rịa - Vũng Tàu, Bình Dương',
  'Đồng Nai < Bình Phước',
  'Tây Ninh < Long An',
  'Cần Thơ < Sóc Trăng, Hậu Giang',
  'Vĩnh Long < Bến Tre, Trà Vinh',
  'Đồng Tháp < Tiền Giang',
  'Cà Mau < Bạc Liêu',
  'An Giang < Kiên Giang',
]
const PROVINCES_FILE = [
  HEAD,
  ...MERGED.flatMap((words) => {
    const [heir, olds] = words.split(' < ')
    return olds!
      .split(', ')
      .map((old) => line('01/7/2025', 'Nghị quyết của Quốc hội ngày 12/6/2025')(`${old} > ${heir}`))
  }),
].join('\n')

const RENAMING_FILE = [
  HEAD,
  line(
    '30/4/2026',
    'Nghị quyết 30/2026/QH16',
  )('Ủy ban nhân dân tỉnh Đồng Nai > Ủy ban nhân dân thành phố Đồng Nai > Đổi tên'),
].join('\n')
