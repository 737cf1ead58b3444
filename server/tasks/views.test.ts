import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { addDays } from '../platform/calendar.ts'
import { follow } from '../registry/index.ts'
import { freshApp } from '../test/app.ts'
import { assignArchive, type PastTask } from './archive.ts'
import type { Statistics } from './figure-shapes.ts'
import type { DueCalendar, TaskList, Timeline } from './shapes.ts'
import { aDeadline, agenciesOf, aSource, aTask, aUnit, FINANCE, HOME, PLANNING } from './task.fixture.ts'

const received = { act: 'receive', on: '2021-01-13' } as const

interface Refused {
  code: string
  fields: { path: string }[]
}

/** One list in three views: the timeline, the calendar, and the table with its filters and its sheet. */
test('views of one filter', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const viewer = await app.as('followUp')
  const unit = await aUnit(app, 'vu-mau', agencies.home)
  const of = (id: number, urgency: string | null, task: PastTask['task'], acts: PastTask['acts'] = []): PastTask => ({
    source: aSource(agencies, { id, urgency }),
    task,
    acts,
  })
  const milestone = (day: string, literal: string) => aDeadline(day, { isMilestone: true, literal })
  const helped = (coordinating: number, namedAs: string) => [
    { role: 'lead' as const, agencyId: agencies.finance, namedAs: 'Bộ Tài chính', scope: null },
    { role: 'coordinating' as const, agencyId: coordinating, namedAs, scope: null },
  ]
  const past: PastTask[] = [
    of(
      1,
      'Hỏa tốc',
      aTask('1', agencies.finance, '2021-03-10', {
        parties: helped(agencies.planning, 'Bộ KH&ĐT'),
        deadlines: [
          milestone('2021-02-15', 'trình đề cương'),
          milestone('2021-03-10', 'hoàn thiện'),
          aDeadline('2021-03-10'),
        ],
      }),
      [
        received,
        { act: 'extend', on: '2021-02-01', newDueOn: '2021-04-20', reason: 'Chờ ý kiến', approvedBy: '1/VPCP-MẪU' },
        { act: 'extend', on: '2021-02-20', newDueOn: '2021-05-20', reason: 'Chờ ý kiến', approvedBy: '2/VPCP-MẪU' },
      ],
    ),
    of(2, 'HOẢ TỐC (hẹn giờ)', aTask('2', agencies.planning, '2021-03-10')),
    of(3, 'Thượng khẩn', aTask('3', unit, '2021-03-10')),
    of(4, 'khẩn', aTask('4', agencies.home, '2021-02-10', { parties: helped(agencies.home, 'Bộ Nội vụ') })),
    of(5, null, aTask('5', agencies.home, '2021-02-10'), [
      received,
      { act: 'reportDone', on: '2021-02-09', completedOn: '2021-02-09', body: 'Xong' },
      { act: 'confirm', on: '2021-02-10' },
    ]),
    of(6, null, aTask('6', agencies.home, null)),
  ]
  const ids = await app.db.transaction().execute((trx) => assignArchive(trx, systemActor('thử'), past, app.clock.now()))
  const refs = (rows: readonly { id: number }[]) => rows.map(({ id }) => ids.indexOf(id) + 1).toSorted()
  const get = async <Answer>(path: string): Promise<Answer> => {
    const { status, body } = await viewer.send('GET', path)
    assert.equal(status, 200, JSON.stringify(body))
    return body as Answer
  }
  const list = (query: string) => get<TaskList>(`/api/tasks?count=true&${query}`)
  const found = async (query: string) => refs((await list(query)).rows)

  await t.test('urgency is read from the mark however it is written', async () => {
    assert.deepEqual(await found('urgency=express'), [1, 2])
    assert.deepEqual(await found('urgency=veryUrgent'), [3])
    assert.deepEqual(await found('urgency=urgent'), [4])
    assert.deepEqual(await found('urgency=any'), [1, 2, 3, 4])
    assert.deepEqual(await found('urgency=any&standing=openOverdue'), [4])
    assert.equal((await viewer.send('GET', '/api/tasks?urgency=soon')).status, 400)
  })

  await t.test('a coordinating agency is one on the day in question, not a lead', async () => {
    assert.deepEqual(await found(`coordinatingId=${agencies.planning}`), [1])
    assert.deepEqual(await found(`coordinatingId=${agencies.home}`), [4])
    const ofHome = `coordinatingId=${agencies.home}`
    const figures = (await viewer.send('GET', `/api/statistics?${ofHome}`)).body as { total: { assigned: number } }
    const trend = (await viewer.send('GET', `/api/statistics/trend?months=1&${ofHome}`)).body as {
      months: { partition: { assigned: number } }[]
    }
    assert.deepEqual([figures.total.assigned, trend.months.at(-1)?.partition.assigned], [1, 1])
    assert.deepEqual(await found(`coordinatingId=${agencies.planning}&agencyId=${agencies.planning}`), [])
    await sql`update tasks.party set ended_on = '2021-02-20', ended_at = '2021-02-20T05:00:00Z'
      where task_id = ${ids[0]} and role = 'coordinating'`.execute(app.db)
    assert.deepEqual(await found(`coordinatingId=${agencies.planning}`), [])
    assert.deepEqual(await found(`coordinatingId=${agencies.planning}&asOf=2021-02-19`), [1])
  })

  await t.test('a follow-up officer finds the tasks led by the agencies they followed on the day', async () => {
    const member = await app.as('taskForce', { follows: [] })
    const personId = member.actor.personId!
    await app.db.transaction().execute((trx) => follow(trx, personId, [HOME], '2021-02-01'))
    assert.deepEqual(
      await found(`followerId=${personId}`),
      [3, 5, 6],
      'with the units under them, not what they only coordinate',
    )
    assert.deepEqual(await found(`followerId=${personId}&urgency=any`), [3])
    assert.deepEqual(await found(`followerId=${personId}&asOf=2021-01-31`), [])
    const { total } = await get<Statistics>(`/api/statistics?followerId=${personId}`)
    assert.equal(total.assigned, 3)

    const followers = async (who: typeof viewer) =>
      (await who.send('GET', '/api/followers')).body as { followers: unknown[] }
    const shown = { id: personId, name: member.actor.name, agencies: ['Bộ Nội vụ'] }
    assert.deepEqual(await followers(viewer), { on: '2021-02-28', followers: [shown] })
    assert.deepEqual((await followers(await app.as('officer', { agency: HOME }))).followers, [shown])
    assert.deepEqual((await followers(await app.as('officer', { agency: PLANNING }))).followers, [], 'not theirs')
  })

  await t.test('the timeline is the list, with milestones and the days that extensions replaced', async () => {
    const { rows } = await get<Timeline>('/api/tasks/timeline?sort=code')
    const plain = (await list('sort=code')).rows
    assert.deepEqual(
      rows.map(({ milestones, earlierDueDays, ...row }) => row),
      plain,
    )
    const [first, second] = rows
    assert.equal(first!.dueOn, '2021-05-20')
    assert.deepEqual(first!.earlierDueDays, [
      { dueOn: '2021-03-10', replacedOn: '2021-02-01' },
      { dueOn: '2021-04-20', replacedOn: '2021-02-20' },
    ])
    assert.deepEqual(first!.milestones, [
      { dueOn: '2021-02-15', literal: 'trình đề cương', isDone: false },
      { dueOn: '2021-03-10', literal: 'hoàn thiện', isDone: false },
    ])
    assert.deepEqual([second!.milestones, second!.earlierDueDays], [[], []])
    const before = await get<Timeline>('/api/tasks/timeline?sort=code&asOf=2021-02-10&limit=1')
    assert.equal(before.rows[0]!.dueOn, '2021-04-20')
    assert.deepEqual(before.rows[0]!.earlierDueDays, [{ dueOn: '2021-03-10', replacedOn: '2021-02-01' }])
    const next = await get<Timeline>(
      `/api/tasks/timeline?sort=code&asOf=2021-02-10&limit=500&cursor=${before.nextCursor}`,
    )
    assert.deepEqual(refs([...before.rows, ...next.rows]), [1, 2, 3, 4, 5, 6])
  })

  const calendar = (query: string) => get<DueCalendar>(`/api/tasks/calendar?${query}`)
  const counted = ({ days }: DueCalendar) => Object.fromEntries(days.map(({ day, tasks }) => [day, tasks]))

  await t.test('the calendar counts the tasks of each day, and the number opens them', async () => {
    const days = await calendar('first=2021-02-01&last=2021-04-03')
    assert.deepEqual(counted(days), { '2021-02-10': 2, '2021-02-15': 1, '2021-03-10': 3 })
    for (const { day, tasks, rows } of days.days) {
      const opened = await get<TaskList>(`${rows}&count=true`)
      assert.equal(opened.total, tasks, day)
      assert.equal((await list(`anyDueOn=${day}`)).total, tasks, day)
    }
    const [tenth] = days.days
    assert.deepEqual(
      tenth!.marks.map(({ taskId, kinds, isDone, standing, dueOn }) => [
        ids.indexOf(taskId) + 1,
        kinds,
        isDone,
        standing,
        dueOn,
      ]),
      [
        [4, ['due'], false, 'openOverdue', '2021-02-10'],
        [5, ['due'], true, 'doneOnTime', '2021-02-10'],
      ],
      'what is open comes first',
    )
    const short = await calendar('first=2021-03-01&last=2021-03-31&perDay=1')
    assert.deepEqual([short.days[0]!.tasks, short.days[0]!.marks.length], [3, 1])
  })

  await t.test('a task with two things due on one day counts once', async () => {
    const [before] = (await calendar('first=2021-03-10&last=2021-03-10&asOf=2021-01-20')).days
    assert.equal(before!.tasks, 3)
    const mark = before!.marks.find(({ taskId }) => taskId === ids[0])
    assert.deepEqual(mark!.kinds.toSorted(), ['due', 'milestone'])
    assert.deepEqual(mark!.milestones, ['hoàn thiện'])
  })

  await t.test('period reports are in the calendar until they are dropped', async () => {
    await sql`insert into tasks.period (task_id, starts_on, ends_on, due_on, opened_at)
      values (${ids[5]}, '2021-02-01', '2021-02-14', '2021-02-22', '2021-02-01T00:00:00Z')`.execute(app.db)
    const [day] = (await calendar('first=2021-02-22&last=2021-02-22')).days
    assert.deepEqual([day!.tasks, day!.marks[0]!.kinds, day!.marks[0]!.isDone], [1, ['period'], false])
    assert.deepEqual(await found('anyDueOn=2021-02-22'), [6])
    await sql`update tasks.period set dropped_at = '2021-02-23T00:00:00Z' where task_id = ${ids[5]}`.execute(app.db)
    assert.deepEqual(await found('anyDueOn=2021-02-22'), [])
    assert.deepEqual((await calendar('first=2021-02-22&last=2021-02-22')).days, [])
  })

  await t.test('the calendar takes the filter of the list, and shows nothing that is not visible', async () => {
    const range = 'first=2021-02-01&last=2021-03-31'
    assert.deepEqual(counted(await calendar(`${range}&standing=openOverdue`)), { '2021-02-10': 1 })
    assert.deepEqual(counted(await calendar(`${range}&urgency=express`)), { '2021-02-15': 1, '2021-03-10': 2 })
    const officer = await app.as('officer', { agency: FINANCE })
    const { body } = await officer.send('GET', `/api/tasks/calendar?${range}`)
    assert.deepEqual(counted(body as DueCalendar), { '2021-02-10': 1, '2021-02-15': 1, '2021-03-10': 1 })
  })

  await t.test(
    'a range that ends before it begins, or is longer than two months, is refused with the field',
    async () => {
      const refused = async (query: string) => {
        const { status, body } = await viewer.send('GET', `/api/tasks/calendar?${query}`)
        const { code, fields } = body as Refused
        return [status, code, fields[0]?.path]
      }
      assert.deepEqual(await refused('first=2021-02-02&last=2021-02-01'), [400, 'request.range', 'last'])
      assert.deepEqual(await refused('first=2021-01-01&last=2021-03-04'), [400, 'task.calendar_too_long', 'last'])
      assert.equal((await viewer.send('GET', '/api/tasks/calendar?first=2021-01-01&last=2021-03-03')).status, 200)
    },
  )

  await t.test('groups count only the rows of the filter', async () => {
    const grouped = await get<Statistics>('/api/statistics?by=agency&standing=openOverdue')
    assert.deepEqual(
      [
        grouped.total.assigned,
        grouped.rows.map(({ label, partition }) => [label, partition.assigned, partition.openOverdue]),
      ],
      [1, [['Bộ Tài chính', 1, 1]]],
    )
    assert.equal((await get<TaskList>(`${grouped.rows[0]!.rows}&count=true`)).total, 1)
    const milestones = await get<Statistics>('/api/statistics?by=agency&standing=milestoneOverdue')
    assert.deepEqual(
      milestones.rows.map(({ label, partition }) => [label, partition.assigned]),
      [['Bộ Tài chính', 1]],
    )
  })

  const sheetOf = async (bytes: Uint8Array) => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    return book.worksheets[0]!
  }
  const headers = async (bytes: Uint8Array) => ((await sheetOf(bytes)).getRow(4).values as string[]).slice(1)

  await t.test('the sheet has the columns asked for, in their order', async () => {
    const { status, bytes } = await viewer.send('GET', '/api/tasks/export.xlsx?columns=dueOn,title,lead&sort=code')
    assert.equal(status, 200)
    assert.deepEqual(await headers(bytes), [
      'STT',
      'Hạn đang áp dụng',
      'Hạn ban đầu',
      'Nhiệm vụ',
      'Cơ quan chủ trì',
      'Cùng chủ trì',
    ])
    const sheet = await sheetOf(bytes)
    assert.deepEqual([sheet.rowCount, sheet.getCell('D5').value], [10, 'Nhiệm vụ 1'])
    assert.equal((sheet.getCell('B5').value as Date).toISOString().slice(0, 10), '2021-05-20')
    const wrong = await viewer.send('GET', '/api/tasks/export.xlsx?columns=title,deadline')
    const { code, fields } = wrong.body as Refused
    assert.deepEqual([wrong.status, code, fields[0]?.path], [400, 'task.export_columns', 'columns'])
  })

  await t.test('the sheet says by name what it was filtered by', async () => {
    const query = `coordinatingId=${agencies.home}&urgency=urgent&anyDueOn=2021-02-10`
    const { bytes } = await viewer.send('GET', `/api/tasks/export.xlsx?${query}`)
    assert.equal(
      (await sheetOf(bytes)).getCell('A3').value,
      'Lọc theo cơ quan phối hợp: Bộ Nội vụ; độ khẩn của văn bản: khẩn; có hạn, mốc hoặc kỳ báo cáo ngày: 10/02/2021',
    )
  })

  await t.test('a selection is exported as chosen, without what is not visible', async () => {
    const send = (who: typeof viewer, body: object) => who.send('POST', '/api/tasks/export.xlsx', { body })
    const {
      status,
      bytes,
      headers: head,
    } = await send(viewer, {
      ids: [ids[1], ids[4], ids[0]],
      columns: 'code,state',
      sort: 'code',
    })
    assert.equal(status, 200)
    assert.match(String(head['content-disposition']), /nhiem-vu-da-chon-2021-02-28\.xlsx/)
    const sheet = await sheetOf(bytes)
    assert.equal(sheet.getCell('A2').value, 'Tính đến ngày 28/02/2021; 3 nhiệm vụ')
    assert.equal(sheet.getCell('A3').value, 'Các nhiệm vụ được chọn')
    const { rows } = await list('sort=code')
    const codes = [ids[0], ids[1], ids[4]].map((id) => rows.find((row) => row.id === id)!.code).toSorted()
    assert.deepEqual(
      [5, 6, 7].map((row) => sheet.getCell(row, 2).value),
      codes,
    )
    const officer = await app.as('officer', { agency: FINANCE })
    const own = await send(officer, { ids })
    assert.equal((await sheetOf(own.bytes)).getCell('A2').value, 'Tính đến ngày 28/02/2021; 2 nhiệm vụ')
    assert.equal((await send(viewer, { ids: [] })).status, 400)
    assert.equal((await send(viewer, { ids: [ids[0]], standing: 'open' })).status, 400, 'no filter beside the choice')
  })

  await t.test('a month of the calendar is the union of its days', async () => {
    const whole = await calendar('first=2021-02-01&last=2021-03-31')
    for (let day = '2021-02-01'; day <= '2021-03-31'; day = addDays(day, 1)) {
      const one = whole.days.find((found) => found.day === day)
      assert.equal((await list(`anyDueOn=${day}`)).total, one?.tasks ?? 0, day)
    }
  })
})
