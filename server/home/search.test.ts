import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Static } from 'typebox'
import { house } from '../house.ts'
import { systemActor } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { countKinds, findPage } from '../platform/search-page.ts'
import { added, programmeWorld } from '../programme/programme.fixture.ts'
import {
  A_FINDING,
  base,
  codeOf,
  decided,
  fieldOf,
  forceWorld,
  held,
  inspectionOf,
} from '../taskforce/taskforce.fixture.ts'
import { assignAll } from '../tasks/index.ts'
import { agenciesOf, aSource, aTask, given } from '../tasks/task.fixture.ts'
import { freshApp, type Visitor } from '../test/app.ts'
import { SECRET, world } from '../test/walked-world.ts'
import type * as shapes from './shapes.ts'

type Hits = Static<typeof shapes.SearchHits>
type Counts = Static<typeof shapes.SearchCounts>
type Ask = Record<string, string | number>

const query = (words: string, more: Ask = {}) =>
  new URLSearchParams({
    words,
    ...Object.fromEntries(Object.entries(more).map(([key, value]) => [key, String(value)])),
  })
const ask = (who: Visitor, kind: string, words: string, more?: Ask) =>
  who.send('GET', `/api/search/${kind}?${query(words, more)}`)

async function found(who: Visitor, kind: string, words: string, more?: Ask): Promise<Hits> {
  const answer = await ask(who, kind, words, more)
  assert.equal(answer.status, 200, `${kind} ${words}: ${JSON.stringify(answer.body)}`)
  return answer.body as Hits
}
const titles = async (...[who, kind, words, more]: Parameters<typeof found>) =>
  (await found(who, kind, words, more)).rows.map(({ title }) => title.text)

/** The kinds with hits, and how many. */
async function counted(who: Visitor, words: string, more?: Ask): Promise<Record<string, number>> {
  const answer = await ask(who, 'counts', words, more)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  const { kinds } = answer.body as Counts
  return Object.fromEntries(kinds.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, count]))
}

test('everyone is counted and shown what they may open, and nothing else', async (t) => {
  const { walkers } = await world(t)
  const words = 'hoang lien son'
  assert.deepEqual(await counted(walkers.leader, words), { task: 1 })
  assert.deepEqual(await counted(walkers.followUp, words), { task: 1 })
  const { rows, count, isMore, nextCursor } = await found(walkers.leader, 'task', words)
  assert.deepEqual([count, isMore, nextCursor], [1, false, null])
  const [hit] = rows
  assert.equal(hit?.title.text, `Việc ${SECRET}`)
  assert.deepEqual(hit?.title.marks, [{ start: 5, end: 5 + SECRET.length }], 'with marks, although typed without')
  for (const who of ['helper', 'outsider'] as const) {
    assert.deepEqual(await counted(walkers[who], words), {}, who)
    assert.deepEqual(await found(walkers[who], 'task', words), { rows: [], nextCursor: null, count: 0, isMore: false })
  }
  // What each kind counts is what its page shows, and each hit opens.
  const apis: [RegExp, string][] = [
    [/^\/nhiem-vu\/(\d+)$/, '/api/tasks/'],
    [/^\/van-ban\/(\d+)$/, '/api/directives/'],
    [/^\/co-quan\/(\d+)$/, '/api/agencies/'],
    [/^\/nguoi-dung\/(\d+)$/, '/api/people/'],
    [/^\/don-doc\/(\d+)$/, '/api/urging/letters/'],
    [/^\/bao-cao\/(\d+)$/, '/api/reports/'],
    [/^\/chuong-trinh-cong-tac\/(\d+)$/, '/api/programme/items/'],
  ]
  const kinds = new Set<string>()
  for (const [who, visitor] of Object.entries(walkers)) {
    for (const words of ['tài chính', 'người thử', '1/BC', 'nghị định', 'đề án']) {
      for (const [kind, count] of Object.entries(await counted(visitor, words))) {
        kinds.add(kind)
        const page = await found(visitor, kind, words, { limit: 50 })
        assert.equal(page.count, count, `${who}: ${kind} ${words}`)
        assert.equal(page.rows.length, Math.min(50, count), `${who}: ${kind} ${words}`)
        for (const { to } of page.rows.slice(0, 3)) {
          const [match, api] = apis.map(([of, api]) => [of.exec(to), api] as const).find(([of]) => of !== null)!
          assert.equal((await visitor.send('GET', `${api}${match![1]}`)).status, 200, `${who}: ${to}`)
        }
      }
    }
  }
  assert.deepEqual(await titles(walkers.followUp, 'report', 'báo cáo tháng 1'), [
    'Tình hình thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao tháng 01 năm 2021',
  ])
  for (const kind of ['task', 'agency', 'person', 'letter', 'report', 'programmeItem']) assert.ok(kinds.has(kind), kind)
})

test('words too short or too long, an unknown kind, days the wrong way round, another search’s page: each is told what to do', async (t) => {
  const { walkers } = await world(t)
  const { followUp, outsider, administrator } = walkers
  for (const kind of ['task', 'counts']) {
    const short = await ask(followUp, kind, ' x ')
    assert.deepEqual([...codeOf(short), fieldOf(short)], [400, 'search.too_short', 'words'])
    const long = await ask(followUp, kind, 'x'.repeat(201))
    assert.equal(long.status, 400)
    assert.equal((await ask(followUp, kind, 'việc', { state: 'lost' })).status, 400)
    assert.equal((await ask(followUp, kind, 'việc', { from: '31/12/2021' })).status, 400)
    const days = await ask(followUp, kind, 'việc', { from: '2021-03-01', to: '2021-02-01' })
    assert.deepEqual([...codeOf(days), fieldOf(days)], [400, 'search.period', 'to'])
  }
  assert.deepEqual(codeOf(await ask(followUp, 'nothing', 'việc')), [404, 'search.no_such_kind'])
  for (const kind of ['person', 'taskForce']) {
    assert.deepEqual(codeOf(await ask(outsider, kind, 'người')), [404, 'search.no_such_kind'], kind)
    const { kinds } = (await ask(outsider, 'counts', 'người')).body as Counts
    assert.ok(!kinds.some((one) => one.kind === kind), kind)
  }
  assert.equal((await ask(administrator, 'person', 'người')).status, 200)
  const { nextCursor } = await found(followUp, 'agency', 'bộ', { limit: 2 })
  assert.ok(nextCursor)
  const other = 'request.cursor_of_another_query'
  assert.deepEqual(codeOf(await ask(followUp, 'agency', 'tỉnh', { cursor: nextCursor })), [400, other])
  assert.deepEqual(codeOf(await ask(followUp, 'task', 'bộ', { cursor: nextCursor })), [400, other])
  assert.deepEqual(codeOf(await ask(followUp, 'agency', 'bộ', { cursor: nextCursor, state: 'open' })), [400, other])
  assert.deepEqual(codeOf(await ask(followUp, 'agency', 'bộ', { cursor: 'x' })), [400, 'request.cursor_damaged'])
  assert.deepEqual(await counted(followUp, '%_'), {}, 'wildcards are ordinary characters')
})

test('best first: the number named, the words in order with marks, without, in any order; the title before the content', async (t) => {
  const { walkers, db, agency, clock } = await world(t)
  const [office, finance, health] = [
    await agency('van-phong-chinh-phu'),
    await agency('bo-tai-chinh'),
    await agency('bo-y-te'),
  ]
  const wanted = [
    ['Quy hoạch tỉnh Hà Nam', ''],
    ['Quy hoạch', 'của tỉnh Hà Nam'],
    ['Quy hoạch xã Hạ Nậm', ''],
    ['Quy hoạch', 'của xã Hạ Nậm'],
    ['Quy hoạch Hà Giang và phía Nam', ''],
    ['Quy hoạch Hà Giang', 'và phía Nam'],
  ] as const
  const numbers = await db.transaction().execute((trx) =>
    assignAll(
      trx,
      systemActor('thử'),
      { ...aSource({ office } as Parameters<typeof aSource>[0]), kind: 'archive', number: '77/NQ-THU', title: 'MẪU' },
      wanted.map(([title, content], place) =>
        aTask(`quyHoach${place}`, place < 3 ? finance : health, place % 2 === 0 ? '2021-01-31' : '2021-12-31', {
          title,
          content: content === '' ? title : content,
        }),
      ),
      clock.now(),
    ),
  )
  const { followUp, outsider, leader } = walkers
  const order = wanted.map(([title]) => title)
  assert.deepEqual(await titles(followUp, 'task', 'Hà Nam'), order)
  // Page by page the same, none twice and none lost.
  const walked: string[] = []
  let cursor: string | null = null
  do {
    const page: Hits = await found(followUp, 'task', 'Hà Nam', { limit: 1, ...(cursor ? { cursor } : {}) })
    assert.equal(page.count, 6)
    walked.push(...page.rows.map(({ title }) => title.text))
    cursor = page.nextCursor
  } while (cursor)
  assert.deepEqual(walked, order)

  const [, inContent] = (await found(followUp, 'task', 'ha nam')).rows
  assert.ok(inContent)
  const second = (await found(followUp, 'task', 'Hà Nam')).rows[1]!
  const { text, marks } = second.excerpt!
  assert.deepEqual(
    marks.map(({ start, end }) => text.slice(start, end)),
    ['Hà Nam'],
  )
  assert.equal((await found(followUp, 'task', 'Hà Nam')).rows[0]!.excerpt, null, 'the title says it')

  for (const typed of ['77nqthu', 'NQ 77/THU', '77/nq-thu', 'nghi quyet 77']) {
    const hits = (await found(followUp, 'task', typed)).rows
    assert.equal(hits.length, 6, typed)
    const { text, marks } = hits[0]!.detail!
    assert.ok(
      marks.some(({ start, end }) => text.slice(start, end).startsWith('77/NQ')),
      typed,
    )
  }

  // By agency, state and period; rights stay.
  assert.deepEqual(await titles(followUp, 'task', 'Hà Nam', { agencyId: finance }), order.slice(0, 3))
  assert.deepEqual(await titles(leader, 'task', 'Hà Nam'), order.slice(0, 3))
  assert.deepEqual(await titles(outsider, 'task', 'Hà Nam', { agencyId: finance }), [])
  const today = todayInVietnam(clock)
  const late = await titles(followUp, 'task', 'Hà Nam', { state: 'overdue' })
  assert.deepEqual(late, today > '2021-01-31' ? [order[0], order[2], order[4]] : [])
  // A document that was confirmed says these words too.
  assert.deepEqual(await counted(followUp, 'quy hoạch Hà Nam', { state: 'done' }), { directive: 1 })
  assert.equal((await counted(followUp, 'quy hoạch Hà Nam', { from: '2021-01-01' })).task, 6)
  assert.deepEqual(await counted(followUp, 'quy hoạch Hà Nam', { from: '2031-01-01' }), {})
  assert.equal(numbers.length, 6)
})

test('the Task Force’s work is found by its words and numbers, by those who may open it', async (t) => {
  const forces = await forceWorld(t)
  const { keeper, officer, stranger, head, ok, give, forceId, agencies } = forces
  const [taskId] = await give(aTask('1', agencies.finance, '2021-06-30'))
  const inspectionId = await decided(forces, [taskId!])
  await held(forces, inspectionId)
  const { version } = await inspectionOf(forces, keeper, inspectionId)
  const { id: findingId } = await ok<{ id: number }>(
    head,
    'POST',
    `${base}/inspections/${inspectionId}/findings`,
    A_FINDING,
  )
  const before = await counted(keeper, 'ba nhiem vu bao cao')
  assert.equal(before.finding, undefined, 'a draft is found within its inspection')
  await ok(head, 'POST', `${base}/inspections/${inspectionId}/send-findings`, { answerBy: '2021-03-31' }, version)
  await ok(keeper, 'POST', `${base}/recommendations`, {
    sourceKind: 'own',
    taskForceId: forceId,
    agencyId: agencies.finance,
    words: 'Rà soát việc thực hiện Nghị quyết 02/NQ-CP (MẪU)',
    dueOn: '2021-06-30',
  })

  assert.deepEqual(await counted(keeper, 'ba nhiem vu bao cao'), { finding: 1 })
  const [finding] = (await found(officer, 'finding', 'khong dung thuc te')).rows
  assert.equal(finding?.to, `/to-cong-tac/kiem-tra/${inspectionId}?finding=${findingId}`)
  assert.ok(finding?.excerpt?.text.includes('Báo cáo không đúng thực tế'), 'the words stand in its nature')
  assert.deepEqual(await titles(stranger, 'finding', 'khong dung thuc te'), [])

  for (const typed of ['182qdmau', 'QĐ 182/MẪU', 'quyet dinh 182']) {
    assert.deepEqual(await titles(officer, 'inspection', typed), ['Kiểm tra việc thực hiện nhiệm vụ (MẪU)'], typed)
    assert.deepEqual(await titles(stranger, 'inspection', typed), [], typed)
  }
  assert.deepEqual(await titles(keeper, 'taskForce', '1642'), ['Tổ công tác MẪU'])
  assert.deepEqual(await titles(keeper, 'recommendation', '02nqcp', { state: 'draft' }), [
    'Rà soát việc thực hiện Nghị quyết 02/NQ-CP (MẪU)',
  ])
  assert.deepEqual(await titles(officer, 'recommendation', '02nqcp'), [], 'a draft is the office’s')
  assert.deepEqual(await counted(keeper, '02nqcp', { state: 'overdue' }), {})
  assert.deepEqual(await counted(keeper, 'MẪU', { agencyId: agencies.finance }), {
    task: 1,
    inspection: 1,
    recommendation: 1,
  })
  const box = await keeper.send('GET', '/api/search?words=182qdmau')
  assert.deepEqual(
    (box.body as Static<typeof shapes.Found>).groups.map(({ kind }) => kind),
    ['inspection'],
  )
})

test('entries of the work programme are found by number in any spelling, by agency, due day and debt', async (t) => {
  const programme = await programmeWorld(t, '2021-01-04')
  const { keeper, officer, other, agencies, clock } = programme
  await added(programme, { name: 'Đề án sắp xếp trường học theo Nghị quyết 02/NQ-CP (MẪU)' })
  await added(programme, { name: 'Nghị định về trường học (MẪU)', month: '2021-11' })
  clock.set('2021-05-04')
  assert.deepEqual(await titles(keeper, 'programmeItem', '02nqcp'), [
    'Đề án sắp xếp trường học theo Nghị quyết 02/NQ-CP (MẪU)',
  ])
  assert.deepEqual(await titles(officer, 'programmeItem', 'truong hoc', { state: 'overdue' }), [
    'Đề án sắp xếp trường học theo Nghị quyết 02/NQ-CP (MẪU)',
  ])
  assert.deepEqual(await titles(keeper, 'programmeItem', 'truong hoc', { from: '2021-11-01', to: '2021-11-30' }), [
    'Nghị định về trường học (MẪU)',
  ])
  assert.deepEqual(await counted(keeper, 'truong hoc', { agencyId: agencies.finance }), { programmeItem: 2 })
  assert.deepEqual(await counted(other, 'truong hoc'), {})
})

test('the kind whose best hit fits the words best comes first; agencies say by which other name they are found', async (t) => {
  const programme = await programmeWorld(t, '2021-01-04')
  const { keeper } = programme
  await added(programme, { name: 'Đề án thư viện số (MẪU)' })
  const groupsOf = async (words: string) =>
    ((await keeper.send('GET', `/api/search?${query(words)}`)).body as Static<typeof shapes.Found>).groups
  // "Vụ Thư ký - Biên tập" has these letters too, as pieces of words.
  const [first, ...others] = await groupsOf('de an thu')
  assert.equal(first?.kind, 'programmeItem')
  assert.ok(others.some(({ kind }) => kind === 'agency'))
  const { kinds } = (await ask(keeper, 'counts', 'de an thu')).body as Counts
  const best = Object.fromEntries(kinds.map((one) => [one.kind, one.best]))
  assert.equal(best.programmeItem, 0)
  assert.ok(best.agency! > 0)
  assert.equal(best.person ?? null, null)

  const [health] = (await found(keeper, 'agency', 'ministry of health')).rows
  assert.deepEqual([health?.title.text, health?.excerpt?.text.includes('Ministry of Health')], ['Bộ Y tế', true])
  const named = (await programme.db
    .selectFrom('registry.agency_card' as never)
    .select('valid_from' as never)
    .where('name' as never, '=', 'Bộ Y tế' as never)
    .orderBy('valid_from' as never)
    .execute()) as { valid_from: string | null }[]
  assert.equal(health?.day, named[0]!.valid_from, 'since it has borne its name')
})

test('a task and an entry are found by their code in any spelling, also while it is typed', async (t) => {
  const programme = await programmeWorld(t, '2021-01-04')
  const { keeper, agencies } = programme
  await added(programme, { name: 'Nghị định về trường học (MẪU)' })
  programme.clock.set('2021-01-12')
  await given(
    programme,
    aSource(agencies),
    aTask('1', agencies.finance, '2021-06-30', { title: 'Lập quy hoạch (MẪU)' }),
  )
  for (const words of ['da20210001', 'ĐA 2021 0001', 'đa/2021/0001', 'DA-2021-0001', 'da2021000']) {
    assert.deepEqual(await counted(keeper, words), { programmeItem: 1 }, words)
  }
  for (const words of ['nv2021000001', 'NV 2021.000001', 'nv20210000']) {
    assert.deepEqual(await counted(keeper, words), { task: 1 }, words)
    const box = await keeper.send('GET', `/api/search?${query(words)}`)
    assert.equal((box.body as Static<typeof shapes.Found>).groups[0]?.kind, 'task', words)
  }
})

test('an agency is asked together with those whose work it took over, by the map of today', async (t) => {
  const app = await freshApp(t, { at: '2021-01-12' })
  const { planning, finance } = await agenciesOf(app)
  const followUp = await app.as('followUp')
  await given(
    app,
    aSource(await agenciesOf(app)),
    aTask('1', planning, '2021-06-30', { title: 'Lập quy hoạch vùng (MẪU)' }),
  )
  const byFinance = () => titles(followUp, 'task', 'quy hoạch vùng', { agencyId: finance })
  assert.deepEqual(await byFinance(), [])
  app.clock.set('2025-03-03')
  assert.deepEqual(await byFinance(), ['Lập quy hoạch vùng (MẪU)'])
  assert.deepEqual(await titles(followUp, 'task', 'quy hoạch vùng', { agencyId: planning }), [
    'Lập quy hoạch vùng (MẪU)',
  ])
})

test('every kind runs with every filter for every role, and says of itself what the page needs', async (t) => {
  const { walkers, db } = await world(t)
  for (const { actor } of Object.values(walkers)) {
    const finders = house.rooms.flatMap(({ search }) => search ?? [])
    const filter = {
      words: 'nhiệm vụ 12/QĐ-VPCP',
      agencyIds: [1, 2],
      from: '2021-01-01',
      to: '2021-12-31',
      state: 'open' as const,
    }
    const counts = await countKinds(db, { actor, today: '2021-03-01' }, finders, filter)
    assert.equal(counts.size, finders.length)
    for (const { kind, searched } of finders) {
      const page = await findPage(db, { actor, today: '2021-03-01', kind, searched }, { ...filter, limit: 5 })
      assert.ok(Array.isArray(page.rows) && searched.states.length > 0, kind)
    }
  }
})
