import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { systemActor } from '../platform/actor.ts'
import { addDays } from '../platform/calendar.ts'
import { freshApp } from '../test/app.ts'
import { assignArchive, type PastTask } from './archive.ts'
import type { TaskList, TaskRow } from './shapes.ts'
import { aDeadline, agenciesOf, aSource, aTask } from './task.fixture.ts'

const TITLES: Record<number, string> = {
  5: 'Đề án Dự trữ lương thực 100%_đặc biệt',
  7: 'Giao Vụ 02 việc',
  8: 'Giao Vũ 02 thẩm tra',
}

test('lists of tasks', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const follow = await app.as('followUp')
  const leads = [agencies.finance, agencies.planning, agencies.home]
  const past: PastTask[] = Array.from({ length: 61 }, (_, n) => {
    const assignedOn = addDays('2021-01-01', n % 30)
    const dueOn = n % 10 === 9 ? null : addDays('2021-02-10', (n * 5) % 40)
    return {
      source: aSource(agencies, {
        kind: 'archive',
        id: null,
        number: '02/NQ-MẪU',
        title: 'Cải thiện môi trường',
        assignedOn,
      }),
      task: aTask(`${n}`, leads[n % 3]!, dueOn, {
        title: TITLES[n] ?? `Nhiệm vụ ${n}`,
        parties: [
          { role: 'lead', agencyId: leads[n % 3]!, namedAs: 'Bộ chủ trì', scope: null },
          { role: 'lead', agencyId: agencies.procedures, namedAs: 'Cục KSTT', scope: 'đối với Nghị quyết số 02' },
          { role: 'coordinating', agencyId: null, namedAs: 'các bộ, ngành liên quan', scope: null },
        ],
      }),
      acts:
        n % 4 === 0
          ? [
              { act: 'receive', on: '2021-02-01' },
              { act: 'reportDone', on: '2021-02-15', completedOn: '2021-02-15', body: '=1+1' },
              { act: 'confirm', on: '2021-02-16' },
            ]
          : [],
    }
  })
  await app.db.transaction().execute((trx) => assignArchive(trx, systemActor('thử'), past, app.clock.now()))
  const get = async (query: string): Promise<TaskList> => {
    const { status, body } = await follow.send('GET', `/api/tasks?${query}`)
    assert.equal(status, 200, JSON.stringify(body))
    return body
  }

  const never = '9999-12-31'
  const collate = new Intl.Collator('vi').compare
  const ORDERS: Record<string, (a: TaskRow, b: TaskRow) => number> = {
    urgency: (a, b) =>
      rank(a) - rank(b) || ((a.dueOn ?? never) < (b.dueOn ?? never) ? -1 : a.dueOn === b.dueOn ? 0 : 1),
    dueOn: (a, b) => ((a.dueOn ?? never) < (b.dueOn ?? never) ? -1 : a.dueOn === b.dueOn ? 0 : 1),
    assignedOn: (a, b) => (a.assignedOn > b.assignedOn ? -1 : a.assignedOn === b.assignedOn ? 0 : 1),
    agency: (a, b) => collate(a.leadAgencyName, b.leadAgencyName),
    code: (a, b) => (a.code < b.code ? -1 : 1),
  }
  for (const [sort, inOrder] of Object.entries(ORDERS)) {
    await t.test(`pages by ${sort} show every row once and in order`, async () => {
      const rows: TaskRow[] = []
      let cursor = ''
      for (let page = 0; page < 20; page++) {
        const list = await get(`sort=${sort}&limit=7${cursor}`)
        rows.push(...list.rows)
        if (list.nextCursor === null) break
        assert.equal(list.rows.length, 7)
        cursor = `&cursor=${list.nextCursor}`
      }
      assert.equal(rows.length, 61)
      assert.equal(new Set(rows.map(({ id }) => id)).size, 61)
      for (const [place, row] of rows.slice(1).entries())
        assert.ok(inOrder(rows[place]!, row) <= 0, `${sort} at ${place}`)
    })
  }

  await t.test('the most urgent first: the most overdue, then the next due, then undated, then done', async () => {
    const { rows } = await get('limit=500')
    const overdue = rows.filter(({ standing }) => standing === 'openOverdue')
    assert.deepEqual(rows.slice(0, overdue.length), overdue)
    assert.ok(overdue.length > 5)
    const late = overdue.map(({ daysLate }) => daysLate!)
    assert.deepEqual(
      late,
      late.toSorted((a, b) => b - a),
    )
    assert.equal(rows.at(-1)!.completedOn, '2021-02-15')
  })

  await t.test('a cursor of another query is refused, and so is a damaged one', async () => {
    const { nextCursor } = await get('sort=dueOn&limit=7')
    const code = async (query: string) =>
      ((await follow.send('GET', `/api/tasks?${query}`)).body as { code: string }).code
    assert.equal(await code(`sort=code&limit=7&cursor=${nextCursor}`), 'request.cursor_of_another_query')
    assert.equal(
      await code(`sort=dueOn&limit=7&state=assigned&cursor=${nextCursor}`),
      'request.cursor_of_another_query',
    )
    assert.equal(await code('sort=dueOn&cursor=xyz'), 'request.cursor_damaged')
    const [hash, , id] = JSON.parse(Buffer.from(nextCursor!, 'base64url').toString()) as unknown[]
    const forged = Buffer.from(JSON.stringify([hash, 'hôm nay', id])).toString('base64url')
    assert.equal(await code(`sort=dueOn&limit=7&cursor=${forged}`), 'request.cursor_damaged')
    assert.equal((await get(`sort=dueOn&limit=9&cursor=${nextCursor}`)).rows.length, 9)
  })

  await t.test('search ignores diacritics and word order, and takes signs literally', async () => {
    const found = async (words: string) => (await get(`search=${encodeURIComponent(words)}&count=true`)).total
    assert.equal(await found('du tru luong thuc'), 1)
    assert.equal(await found('LƯƠNG thực đề án'), 1)
    assert.equal(await found('100%_đặc'), 1)
    assert.equal(await found('100%biet'), 0)
    assert.equal(await found('02/nq-mau'), 61)
    assert.equal(await found('khong co chu nay'), 0)
    const [first] = (await get('sort=code&limit=1')).rows
    assert.equal(await found(first!.code.toLowerCase()), 1)
  })

  await t.test('a search shows first what has the words as typed, page after page', async () => {
    const all = await get('search=vụ 02&limit=500&count=true')
    assert.deepEqual(
      all.rows.slice(0, 2).map(({ title }) => title),
      [TITLES[7], TITLES[8]],
    )
    assert.equal(all.rows.length, all.total)
    assert.ok(all.rows.length > 50, 'the others have both words apart')
    const paged: number[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: TaskList = await get(`search=vụ 02&limit=4${cursor ? `&cursor=${cursor}` : ''}`)
      paged.push(...page.rows.map(({ id }) => id))
      cursor = page.nextCursor
    }
    assert.deepEqual(
      paged,
      all.rows.map(({ id }) => id),
    )
    const [usual] = (await get('search=vụ 02&sort=urgency&limit=1')).rows
    assert.ok(usual!.title !== TITLES[7], 'an order that is asked for is kept')
  })

  await t.test('a row names the other leads, and the coordinating units as in the text', async () => {
    const [row] = (await get('sort=code&limit=1')).rows
    assert.deepEqual(
      [row!.leadAgencyName, row!.otherLeads, row!.coordinating],
      ['Bộ Tài chính', ['Cục Kiểm soát thủ tục hành chính'], ['các bộ, ngành liên quan']],
    )
  })

  await t.test('groups are found without diacritics', async () => {
    const { body } = await follow.send('GET', '/api/groups?search=THU tuc')
    assert.deepEqual((body as { groups: string[] }).groups, ['Cải cách thủ tục hành chính'])
  })

  await t.test('passed milestones are listed from the day after, and not before', async () => {
    const withMilestone = {
      source: aSource(agencies, { id: 9 }),
      task: aTask('moc', agencies.finance, null, {
        deadlines: [aDeadline(null), aDeadline('2021-02-10', { isMilestone: true })],
      }),
      acts: [],
    }
    await app.db
      .transaction()
      .execute((trx) => assignArchive(trx, systemActor('thử'), [withMilestone], app.clock.now()))
    const on = async (asOf: string) =>
      (await get(`source=directive:9&standing=milestoneOverdue&asOf=${asOf}`)).rows.length
    assert.deepEqual([await on('2021-02-10'), await on('2021-02-11')], [0, 1])
  })

  await t.test('the sheet has every row of the list, days as dates, and states its filter', async () => {
    const { status, bytes, headers } = await follow.send('GET', '/api/tasks/export.xlsx?standing=done&search=nhiem vu')
    assert.equal(status, 200)
    assert.match(String(headers['content-disposition']), /nhiem-vu-2021-02-28\.xlsx/)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as never)
    const sheet = book.worksheets[0]!
    const { rows, total } = await get('standing=done&search=nhiem vu&limit=500&count=true')
    assert.equal(sheet.rowCount, 4 + total!)
    assert.equal(sheet.getCell('A2').value, `Tính đến ngày 28/02/2021; ${total} nhiệm vụ`)
    assert.equal(sheet.getCell('A3').value, 'Lọc theo tình hình: Đã hoàn thành; có các từ: nhiem vu')
    assert.deepEqual(
      rows.map((_, place) => sheet.getCell(5 + place, 2).value),
      rows.map(({ code }) => code),
    )
    const due = rows.findIndex(({ dueOn }) => dueOn !== null)
    const cell = sheet.getCell(5 + due, 14)
    assert.deepEqual([(cell.value as Date).toISOString().slice(0, 10), cell.numFmt], [rows[due]!.dueOn, 'dd/mm/yyyy'])
  })
})

const rank = (row: TaskRow) =>
  row.completedOn !== null ? 3 : row.dueOn === null ? 2 : row.standing === 'openInTerm' ? 1 : 0
