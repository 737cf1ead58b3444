import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { extractText, getDocumentProxy } from 'unpdf'
import { systemActor } from '../platform/actor.ts'
import { assignArchive, type PastAct } from '../tasks/index.ts'
import { type Answer, freshApp, type TestApp } from '../test/app.ts'
import { query } from '../test/cluster.ts'
import { issuedReport, REPORTS } from './report.fixture.ts'
import type { MonthlyReport } from './shapes.ts'

/** One task of an agency: given, due, and done or not. */
interface Life {
  slug: string
  assignedOn: string
  dueOn: string | null
  completedOn?: string
  claimedOnly?: boolean
}

const LIVES: Life[] = [
  { slug: 'bo-cong-thuong', assignedOn: '2020-02-01', dueOn: '2020-12-31', completedOn: '2020-12-30' },
  { slug: 'bo-cong-thuong', assignedOn: '2020-05-01', dueOn: '2020-10-31', completedOn: '2020-11-15' },
  { slug: 'bo-cong-thuong', assignedOn: '2020-06-01', dueOn: '2020-11-20' },
  { slug: 'bo-cong-thuong', assignedOn: '2021-01-12', dueOn: '2021-02-15' },
  { slug: 'bo-tai-chinh', assignedOn: '2021-01-12', dueOn: '2021-03-31' },
  { slug: 'bo-tai-chinh', assignedOn: '2021-02-03', dueOn: null },
  { slug: 'bo-tai-chinh', assignedOn: '2020-03-03', dueOn: '2021-03-15', completedOn: '2021-02-20', claimedOnly: true },
  // Given before the period of the report.
  { slug: 'bo-tai-chinh', assignedOn: '2019-12-30', dueOn: '2020-01-31' },
]

async function lived(app: TestApp, lives: readonly Life[] = LIVES): Promise<void> {
  const office = await app.agency('van-phong-chinh-phu')
  const past = await Promise.all(
    lives.map(async (life, place) => {
      const agencyId = await app.agency(life.slug)
      const acts: PastAct[] = []
      if (life.completedOn) {
        acts.push({ act: 'receive', on: life.assignedOn })
        acts.push({ act: 'reportDone', on: life.completedOn, completedOn: life.completedOn, body: 'Đã trình.' })
        if (!life.claimedOnly) acts.push({ act: 'confirm', on: life.completedOn })
      }
      return {
        source: {
          kind: 'archive' as const,
          id: 1,
          number: '01/NQ-CP',
          title: 'Nghị quyết MẪU',
          assignedOn: life.assignedOn,
          followUpAgencyId: office,
        },
        task: {
          ref: String(place + 1),
          groupTitle: 'Nhóm mẫu',
          title: `Xây dựng đề án mẫu số ${place + 1}`,
          content: `Xây dựng đề án mẫu số ${place + 1}, trình Thủ tướng Chính phủ.`,
          product: null,
          implements: [],
          span: null,
          sentence: null,
          parties: [{ role: 'lead' as const, agencyId, namedAs: life.slug, scope: null, isAccountable: true }],
          deadlines: [
            {
              kind: life.dueOn ? ('date' as const) : ('standing' as const),
              literal: life.dueOn ?? 'Nhiệm vụ thường xuyên',
              dueOn: life.dueOn,
              isMilestone: false,
              isStrict: false,
              recurs: null,
              rule: null,
            },
          ],
          targets: [],
        },
        acts,
      }
    }),
  )
  await app.db.transaction().execute((trx) => assignArchive(trx, systemActor('thử'), past, app.clock.now()))
}

const FEBRUARY = '/api/reports/monthly?month=2021-02'
/** The first field refused. */
function refusalOf({ body }: Answer): { path?: string | undefined; code?: string | undefined } {
  const [first] = (body as { fields?: { path: string; code: string }[] }).fields ?? []
  return { path: first?.path, code: first?.code }
}

const ORDER = { month: '2021-02', number: '12/BC-TCT' }

test('the report is computed from rows, and every figure opens exactly the rows it counts', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const officer = await app.as('followUp')
  const { status, body } = await officer.send('GET', FEBRUARY)
  assert.equal(status, 200)
  const report: MonthlyReport = body
  assert.equal(report.from, '2020-01-01')
  assert.equal(report.asOf, '2021-02-28')
  const { assigned, doneOnTime, doneLate, openInTerm, openOverdue, awaitingConfirmation } = report.headline
  assert.deepEqual([assigned, doneOnTime, doneLate, openInTerm, openOverdue], [7, 1, 1, 3, 2])
  assert.equal(awaitingConfirmation, 1)
  assert.equal(report.overdueShare.printed, '28,5%')
  assert.equal(report.assignedThisYear.value, 3)
  assert.deepEqual(
    report.overdue.map((row) => [row.leadAgencyName, row.daysLate]),
    [
      ['Bộ Công Thương', 100],
      ['Bộ Công Thương', 13],
    ],
  )
  assert.equal(report.dueNextMonth.length, 2)

  const figures = [report.assignedThisYear, ...Object.values(report.figures)]
  for (const paragraph of report.paragraphs)
    for (const run of paragraph.runs)
      if (run.rows) figures.push({ value: Number(run.text), printed: run.text, rows: run.rows })
  for (const agency of report.agencies)
    figures.push({ value: agency.partition.assigned, printed: agency.agencyName, rows: agency.rows })
  for (const figure of figures) {
    const list = await officer.send('GET', `${figure.rows}&count=true`)
    assert.equal(list.status, 200, figure.rows)
    assert.equal((list.body as { total: number }).total, figure.value, `${figure.printed}: ${figure.rows}`)
  }
})

test('the change from the previous month is put into words', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const officer = await app.as('taskForceHead')
  const { body } = await officer.send('GET', FEBRUARY)
  // 31/01: one of six overdue (16,6%); 28/02: two of seven (28,5%).
  assert.match((body as MonthlyReport).againstPreviousMonth.words, /^tăng 11,9 điểm phần trăm so với tháng trước$/)
})

test('a month without a month before says nothing of a change; an unchanged share is said to be unchanged', async (t) => {
  const app = await freshApp(t, { at: '2020-03-02' })
  await lived(app, [{ slug: 'bo-cong-thuong', assignedOn: '2020-02-03', dueOn: '2020-12-31' }])
  const officer = await app.as('followUp')
  const monthly = async (month: string) => {
    const { status, body } = await officer.send('GET', `/api/reports/monthly?month=${month}`)
    assert.equal(status, 200, JSON.stringify(body))
    const report = body as unknown as MonthlyReport
    return { report, words: report.paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join('') }
  }
  const first = await monthly('2020-02')
  assert.match(first.words, /quá hạn chưa hoàn thành, chiếm 0,0% tổng số nhiệm vụ đã giao\.Trong tháng 03/)
  assert.equal(first.report.againstPreviousMonth.words, 'chưa có số liệu tháng trước để so sánh')
  const second = await monthly('2020-03')
  assert.match(second.words, /đã giao \(không thay đổi so với tháng trước\)\./)
})

test('a month that has not begun is refused on its field', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  const officer = await app.as('followUp')
  const { status, body } = await officer.send('GET', '/api/reports/monthly?month=2021-04')
  assert.equal(status, 400)
  assert.equal((body as { code: string }).code, 'report.month_ahead')
})

for (const [query, field] of [
  ['from=2021-02-15', 'from'],
  ['from=2021-03-15', 'from'],
  ['from=2020-02-01&asOf=2021-01-31', 'asOf'],
  ['asOf=2021-03-03', 'asOf'],
  ['asOf=0021-02-28', 'asOf'],
  ['from=0000-01-01', 'from'],
  ['knownOn=0001-01-01', 'knownOn'],
] as const) {
  test(`an invalid period (${query}) is refused on its field`, async (t) => {
    const app = await freshApp(t, { at: '2021-03-02' })
    const officer = await app.as('followUp')
    const { status, body } = await officer.send('GET', `${FEBRUARY}&${query}`)
    assert.equal(status, 400)
    assert.deepEqual(
      (body as { fields: { path: string }[] }).fields.map(({ path }) => path),
      [field],
    )
  })
}

test('a month before the first task gives an empty report', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  const officer = await app.as('followUp')
  const { status, body } = await officer.send('GET', '/api/reports/monthly?month=1990-02')
  assert.equal(status, 200)
  assert.deepEqual([(body as MonthlyReport).headline.assigned, (body as MonthlyReport).overdueShare.exact], [0, null])
  assert.deepEqual((body as MonthlyReport).empty, { recordedLater: null })
  const drawn = await officer.send('POST', REPORTS, { body: { month: '1990-02' } })
  assert.deepEqual([drawn.status, refusalOf(drawn)], [400, { path: 'month', code: 'report.empty' }])
})

test('a month whose tasks were recorded after it says so, and is not drawn up until they count', async (t) => {
  const app = await freshApp(t, { at: '2021-04-05' })
  await lived(app)
  const officer = await app.as('followUp')
  const read = async (words: string) =>
    (await officer.send('GET', `/api/reports/monthly?month=2021-02${words}`)).body as MonthlyReport
  const now = await read('&knownOn=2021-04-05')
  assert.equal(now.empty, null)
  const then = await read('&knownOn=2019-12-29')
  assert.equal(then.headline.assigned, 0)
  assert.deepEqual(then.empty?.recordedLater && { ...then.empty.recordedLater, rows: '' }, {
    tasks: now.headline.assigned,
    firstOn: '2020-02-01',
    rows: '',
  })
  const list = await officer.send('GET', `${then.empty!.recordedLater!.rows}&count=true`)
  assert.equal((list.body as { total: number }).total, now.headline.assigned)
  const drawn = await officer.send('POST', REPORTS, { body: { month: '2021-02', knownOn: '2019-12-29' } })
  assert.deepEqual([drawn.status, refusalOf(drawn)], [400, { path: 'knownOn', code: 'report.empty' }])
})

test('a report with any number can be downloaded, under a file name with its letters', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const [officer, leader] = [await app.as('followUp'), await app.as('followUpLeader')]
  const id = await issuedReport(officer, leader, { ...ORDER, number: '15/BC-TĐTTg "mật"\r\nX: y' })
  for (const format of ['docx', 'pdf', 'xlsx', 'html']) {
    const file = await officer.send('GET', `/api/reports/${id}/document?format=${format}`)
    assert.equal(file.status, 200, format)
    const name = String(file.headers['content-disposition'])
    assert.ok(name.endsWith(`filename*=UTF-8''bao-cao-2021-02-15-BC-T%C4%90TTg-m%E1%BA%ADt-X-y.${format}`), name)
  }
  const nameless = await officer.send('POST', REPORTS, { body: { ...ORDER, place: '  ' } })
  assert.equal(nameless.status, 400)
})

test('an issued report never changes: same figures, same bytes, regardless of later records', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const [officer, leader] = [await app.as('followUp'), await app.as('followUpLeader')]
  const id = await issuedReport(officer, leader, ORDER)
  const kept = await app.db.selectFrom('oversight.report').select('known_before').executeTakeFirstOrThrow()
  assert.equal(Date.parse(kept.known_before), Date.parse('2021-02-28T17:00:00Z'), 'the end of 28/02 in Viet Nam')
  const files = async () =>
    Promise.all(
      ['docx', 'pdf', 'xlsx', 'html'].map((format) =>
        officer.send('GET', `/api/reports/${id}/document?format=${format}`),
      ),
    )
  const before = await files()
  const figures = (await officer.send('GET', `/api/reports/${id}`)).body as { content: MonthlyReport }

  // Later a task is completed, and the clock moves on.
  const task = figures.content.overdue[0]!
  app.clock.set('2021-03-20')
  const { body: now } = await officer.send('GET', `/api/tasks/${task.id}`)
  const cancelled = await officer.send('POST', `/api/tasks/${task.id}/cancel`, {
    body: { reason: 'Không còn cần thiết.' },
    ifMatch: (now as { version: number }).version,
  })
  assert.equal(cancelled.status, 200, JSON.stringify(cancelled.body))

  const after = await files()
  for (const [place, file] of after.entries())
    assert.ok(file.bytes.equals(before[place]!.bytes), `file ${place} changed`)
  assert.deepEqual((await officer.send('GET', `/api/reports/${id}`)).body, figures)
  const stays = /an issued report stays as it is/
  await assert.rejects(
    app.db.updateTable('oversight.report').set({ number: '13/BC-TCT' }).where('report_id', '=', id).execute(),
    stays,
  )
  await assert.rejects(app.db.deleteFrom('oversight.report').where('report_id', '=', id).execute(), stays)
})

test('a report issued before rows had more details of their source is still shown', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const officer = await app.as('followUp')
  const leader = await app.as('followUpLeader')
  const id = await issuedReport(officer, leader, ORDER)
  const { content } = (await officer.send('GET', `/api/reports/${id}`)).body as { content: MonthlyReport }
  assert.ok(content.overdue.length > 0)
  await query(
    app.url,
    'alter table oversight.report disable trigger report_stays',
    `update oversight.report set content = jsonb_set(content, '{overdue}', (
       select jsonb_agg(r - 'sourceId' - 'sourceTitle' - 'sourcePath' || '{"directiveId": null}')
       from jsonb_array_elements(content -> 'overdue') r))`,
  )
  const shown = await officer.send('GET', `/api/reports/${id}`)
  assert.equal(shown.status, 200, JSON.stringify(shown.body))
  assert.deepEqual((shown.body as { content: MonthlyReport }).content, content)
})

test('the draft is available as PDF, DOCX and a workbook with the rows of the report', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const officer = await app.as('followUp')
  const pdf = await officer.send('GET', '/api/reports/monthly/document?month=2021-02&format=pdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: true })
  const words = text.normalize('NFC').replace(/\s+/g, ' ')
  assert.ok(
    words.includes('DỰ THẢO') && words.includes('Tình hình thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao'),
  )
  assert.ok(words.includes('chiếm 28,5% tổng số nhiệm vụ đã giao'), words.slice(0, 900))

  const docx = await officer.send('GET', '/api/reports/monthly/document?month=2021-02&format=docx')
  assert.equal(docx.bytes.subarray(0, 2).toString(), 'PK')

  const xlsx = await officer.send('GET', '/api/reports/monthly/document?month=2021-02&format=xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(xlsx.bytes as unknown as ArrayBuffer)
  const overdue = book.getWorksheet('Quá hạn')
  assert.deepEqual(
    [4, 5].map((row) => overdue?.getRow(row).getCell(11).value),
    [100, 13],
  )
  assert.ok(overdue?.getRow(4).getCell(9).value instanceof Date)
})

for (const [role, draft, read, prepare] of [
  ['administrator', 200, 200, 403],
  ['followUpLeader', 200, 200, 201],
  ['followUp', 200, 200, 201],
  ['taskForceHead', 200, 200, 403],
  ['taskForce', 403, 200, 403],
  ['auditor', 200, 200, 403],
  // Of its agency's own reports, of which there are none.
  ['officer', 403, 200, 403],
] as const) {
  test(`${role} reads drafts with ${draft}, issued reports with ${read} and draws reports up with ${prepare}`, async (t) => {
    const app = await freshApp(t, { at: '2021-03-02' })
    await lived(app)
    const visitor = await app.as(role, role === 'officer' ? { agency: 'bo-tai-chinh' } : {})
    assert.equal((await visitor.send('GET', FEBRUARY)).status, draft)
    assert.equal((await visitor.send('GET', REPORTS)).status, read)
    assert.equal((await visitor.send('POST', REPORTS, { body: ORDER })).status, prepare)
    assert.equal((await app.send('GET', FEBRUARY)).status, 401)
  })
}
