import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { house } from '../house.ts'
import { submittedReport } from '../oversight/report.fixture.ts'
import type { Visitor } from '../test/app.ts'
import { SECRET, world } from '../test/walked-world.ts'
import { MONDAY, submitted, urgingDesk } from '../urging/urging.fixture.ts'
import type * as shapes from './shapes.ts'

type Landing = Static<typeof shapes.Landing>
type Found = Static<typeof shapes.Found>

async function landing(who: Visitor): Promise<Landing['rows']> {
  const answer = await who.send('GET', '/api/landing')
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return (answer.body as Landing).rows
}

async function found(who: Visitor, words: string): Promise<Record<string, string[]>> {
  const answer = await who.send('GET', `/api/search?words=${encodeURIComponent(words)}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return Object.fromEntries(
    (answer.body as Found).groups.map(({ kind, hits }) => [kind, hits.map(({ title }) => title)]),
  )
}

interface Listed {
  rows: unknown[]
  total?: number
  groups: { count: number }[]
}

/** How many rows the console page at this address shows, requested the same way as the page does. */
async function rowsAt(who: Visitor, to: string): Promise<number> {
  const { pathname, searchParams } = new URL(to, 'http://here')
  const pages: Record<string, string> = {
    '/viec-cua-toi': '/api/desk',
    '/theo-doi': '/api/queue',
    '/nhiem-vu': '/api/tasks',
    '/van-ban': '/api/directives',
    '/don-doc': '/api/urging/letters',
    '/bao-cao': '/api/reports',
    '/thu': '/api/mail',
  }
  searchParams.delete('tab')
  if (pathname === '/nhiem-vu') searchParams.set('count', 'true')
  const answer = await who.send('GET', `${pages[pathname]}?${searchParams}`)
  assert.equal(answer.status, 200, `${to}: ${JSON.stringify(answer.body)}`)
  const list = answer.body as Listed
  return list.groups?.[0]?.count ?? list.total ?? list.rows.length
}

const countsOf = (rows: Landing['rows']) => Object.fromEntries(rows.map(({ name, count }) => [name, count]))

test('each number of the landing page matches the list it opens, for every user', async (t) => {
  const desk = await urgingDesk(t)
  const { as, give, agencies, clock, officer, leader, db } = desk
  const health = await desk.agency('bo-y-te')
  const ministry = await as('officer', { agency: 'bo-tai-chinh' })
  const head = await as('leader', { agency: 'bo-tai-chinh' })
  const other = await as('officer', { agency: 'bo-y-te' })
  const member = await as('taskForce', { agency: 'bo-y-te', follows: ['bo-tai-chinh'] })
  const outsider = await as('taskForce', { agency: 'bo-y-te', follows: ['bo-cong-an'] })
  const auditor = await as('auditor')
  const keeper = await as('administrator')
  const act = async (who: Visitor, id: number, path: string, body: object = {}) => {
    const { version } = (await who.send('GET', `/api/tasks/${id}`)).body as { version: number }
    const answer = await who.send('POST', `/api/tasks/${id}/${path}`, { body, ifMatch: version })
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
  }

  clock.set('2021-01-13')
  const [fresh, late, done, requested, back] = (await give(agencies.finance, [
    '2021-06-30',
    '2021-02-20',
    '2021-05-31',
    '2021-09-30',
    '2021-03-05',
  ])) as [number, number, number, number, number]
  await give(health, ['2021-02-10'])
  for (const id of [late, done, requested, back]) await act(ministry, id, 'receive')
  clock.set('2021-02-25')
  await act(ministry, done, 'done', { completedOn: '2021-02-24', body: 'Xong' })
  await act(ministry, requested, 'requests/extension', { newDueOn: '2021-12-31', reason: 'Chờ luật' })
  await act(ministry, back, 'done', { completedOn: '2021-02-24', body: 'Xong' })
  await act(officer, back, 'send-back', { reason: 'Thiếu phụ lục' })
  clock.set(MONDAY)
  const waiting = await submitted(desk, agencies.finance)
  await officer.send('POST', '/api/urging/letters', { body: { agencyIds: [health] } })
  await officer.send('POST', '/api/directives/paste', { body: { text: 'Không đọc được', name: 'trống' } })
  await submittedReport(officer, { month: '2021-02' })
  const drawn = await officer.send('POST', '/api/reports', { body: { month: '2021-03' } })
  assert.equal(drawn.status, 201, JSON.stringify(drawn.body))
  await sql`
    insert into platform.mail (key, to_name, to_address, subject, text_body, html_body, state, settled_at)
    select 'thu/' || n, 'Người Thử', 'thu@mau.gov.vn', 'Thư thử', 'x', 'x', 'bounced', now()
    from generate_series(1, 3) n`.execute(db)

  assert.deepEqual(countsOf(await landing(ministry)), {
    'desk.overdue': 1,
    'desk.sentBack': 1,
    'desk.toReceive': 1,
    'desk.toReport': 2,
    'desk.dueSoon': 1,
  })
  assert.deepEqual(
    countsOf(await landing(member)),
    { 'tasks.overdue': 1, 'tasks.awaiting': 1, 'tasks.dueSoon': 1 },
    'those of the agency they follow',
  )
  assert.deepEqual(countsOf(await landing(auditor)), {})
  assert.deepEqual(countsOf(await landing(outsider)), {}, 'the one they follow has nothing to do')
  const ofOther = countsOf(await landing(other))
  assert.equal(ofOther['desk.overdue'] ?? ofOther['desk.toReceive'], 1, 'only their own')
  assert.equal(countsOf(await landing(leader))['letters.submitted'], 1)
  assert.equal(countsOf(await landing(officer))['letters.submitted'], undefined, 'not allowed to sign')
  const reports = async (who: Visitor) => {
    const { 'reports.submitted': toSign, 'reports.draft': toSubmit } = countsOf(await landing(who))
    return [toSign, toSubmit]
  }
  assert.deepEqual(
    [await reports(leader), await reports(officer)],
    [
      [1, 1],
      [undefined, 1],
    ],
  )
  assert.deepEqual(
    countsOf(await landing(keeper)),
    { 'mail.bounced': 3 },
    'an administrator is shown no work of the office',
  )
  assert.equal(countsOf(await landing(officer))['queue.toConfirm'], 1)

  const users = { ministry, head, other, member, outsider, auditor, keeper, officer, leader }
  const opened = async () => {
    let rows = 0
    for (const [who, visitor] of Object.entries(users)) {
      for (const { name, to, count } of await landing(visitor)) {
        assert.equal(await rowsAt(visitor, to), count, `${who}: ${name} opens ${to}`)
        rows += 1
      }
    }
    return rows
  }
  assert.ok((await opened()) > 12, 'there was something to open')

  const signed = await leader.send('POST', `/api/urging/letters/${waiting.id}/sign`, { ifMatch: waiting.version })
  assert.equal(signed.status, 200, JSON.stringify(signed.body))
  const row = (rows: Landing['rows']) => rows.find(({ name }) => name === 'letters.issued')
  assert.deepEqual([row(await landing(ministry))?.count, row(await landing(ministry))?.urgency], [1, 'now'])
  assert.equal(row(await landing(other)), undefined)
  clock.set('2021-06-01')
  assert.equal(row(await landing(ministry))?.urgency, 'late', 'past the day the answer was due')
  const urgencies = (await landing(ministry)).map(({ urgency }) => urgency)
  assert.deepEqual(
    urgencies,
    urgencies.toSorted((one, two) => ORDER.indexOf(one) - ORDER.indexOf(two)),
  )
  await opened()
  assert.ok(fresh)
})

const ORDER = ['late', 'now', 'watch']

test('the search ignores diacritics, and finds nothing the user may not read', async (t) => {
  const { walkers, as } = await world(t)
  const words = 'hoang lien son'
  assert.deepEqual((await found(walkers.leader, words)).task, [`Việc ${SECRET}`])
  assert.deepEqual((await found(walkers.followUp, words)).task, [`Việc ${SECRET}`])
  for (const who of ['helper', 'outsider'] as const) assert.deepEqual(await found(walkers[who], words), {}, who)

  const directive = await found(walkers.followUp, '901/qd-vpcp')
  assert.equal(directive.directive?.length, 1)
  assert.deepEqual((await found(walkers.leader, '901/qd-vpcp')).directive, directive.directive)
  assert.equal((await found(walkers.outsider, '901/qd-vpcp')).directive, undefined)

  const letter = 'bo tai chinh'
  assert.equal((await found(walkers.followUp, letter)).letter?.length, 1, 'a draft, for those who prepare')
  assert.equal((await found(walkers.leader, letter)).letter, undefined, 'not for the ministry before it is out')

  assert.deepEqual((await found(walkers.outsider, 'bo tai chinh')).agency?.[0], 'Bộ Tài chính')
  assert.ok((await found(walkers.outsider, 'BTC')).agency?.includes('Bộ Tài chính'))
  // The words in the order typed before names that hold them somewhere ("Ngân hàng Nhà nước Việt Nam").
  assert.equal((await found(walkers.outsider, 'Hà Nam')).agency?.[0], 'Ủy ban nhân dân tỉnh Hà Nam')
  const name = walkers.outsider.actor.name
  assert.deepEqual((await found(walkers.administrator, name)).person?.[0], name)
  assert.equal((await found(walkers.followUp, name)).person, undefined)
  const focal = await as('focalPoint', { agency: 'bo-tai-chinh' })
  assert.equal((await found(focal, name)).person, undefined, 'a person of another ministry')
  assert.deepEqual((await found(focal, walkers.leader.actor.name)).person?.[0], walkers.leader.actor.name)

  assert.deepEqual(await found(walkers.administrator, ' x '), {}, 'one letter is not searched for')
  assert.deepEqual(await found(walkers.administrator, '%_'), {}, 'wildcards are ordinary characters')
  assert.equal((await walkers.leader.send('GET', '/api/search?words=')).status, 400)
})

test('every hit opens for the user who found it', async (t) => {
  const { walkers } = await world(t)
  const apis: Record<string, string> = {
    '/nhiem-vu/': '/api/tasks/',
    '/van-ban/': '/api/directives/',
    '/co-quan/': '/api/agencies/',
    '/nguoi-dung/': '/api/people/',
    '/don-doc/': '/api/urging/letters/',
    '/bao-cao/': '/api/reports/',
    '/chuong-trinh-cong-tac/': '/api/programme/items/',
  }
  const kinds = new Set<string>()
  for (const [who, visitor] of Object.entries(walkers)) {
    for (const words of ['tài chính', 'vpcp', 'người thử', 'báo cáo']) {
      const answer = await visitor.send('GET', `/api/search?words=${encodeURIComponent(words)}`)
      for (const { kind, hits, more } of (answer.body as Found).groups) {
        kinds.add(kind)
        assert.ok(hits.length <= 5 && (more === null || hits.length === 5))
        for (const { to } of hits) {
          const [start, id] = [to.slice(0, to.lastIndexOf('/') + 1), to.slice(to.lastIndexOf('/') + 1)]
          assert.equal((await visitor.send('GET', `${apis[start]}${id}`)).status, 200, `${who}: ${to}`)
        }
      }
    }
  }
  assert.deepEqual([...kinds].sort(), ['agency', 'directive', 'letter', 'person', 'report', 'task'])
})

test('each finder reaches its index', async (t) => {
  const { db, walkers } = await world(t)
  const indexes = {
    // Which index a list of tasks uses depends on how many match the words: bench/figures measures it.
    task: [],
    directive: ['directives.directive_search_idx'],
    agency: ['registry.agency_period_search_idx', 'registry.agency_alias_search_idx'],
    person: ['registry.person_search_idx'],
    letter: ['urging.letter_search_idx'],
    programmeItem: ['programme.item_search_idx'],
    recommendation: ['taskforce.recommendation_searched_idx'],
    inspection: ['taskforce.inspection_searched_idx'],
    finding: ['taskforce.finding_searched_idx'],
    taskForce: ['taskforce.task_force_searched_idx'],
    report: ['oversight.report_searched_idx', 'oversight.report_section_searched_idx'],
    // Of what one was given, which is little; who keeps the books is measured in bench/records.
    incoming: [],
    outgoing: ['records.outgoing_search_idx'],
    // Of one's own cases, of which there are few: found by keeper and unit.
    caseFile: [],
  }
  const finders = house.rooms.flatMap((room) => room.search ?? [])
  assert.deepEqual(finders.map(({ kind }) => kind).sort(), Object.keys(indexes).sort())
  for (const { kind, find } of finders) {
    for (const index of indexes[kind as keyof typeof indexes]) {
      await db.transaction().execute(async (trx) => {
        await sql`set local enable_seqscan = off`.execute(trx)
        await sql`set local enable_indexscan = off`.execute(trx)
        await find({
          db: trx,
          actor: walkers.administrator.actor,
          words: 'hoang lien son',
          limit: 6,
          today: '2021-02-28',
        })
        const { rows } = await sql<{ scans: number }>`
          select pg_stat_get_xact_numscans(${index}::regclass)::integer as scans`.execute(trx)
        assert.ok(rows[0]!.scans > 0, `${kind} does not use ${index}`)
      })
    }
  }
})
