import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { freshApp, type Visitor } from '../test/app.ts'
import { changedRows } from './changed-rows.ts'
import { quoted } from './edit-text.ts'
import { REPORTS } from './report.fixture.ts'
import { cancelOverdue, decideAll, issue, lived, problem, textOf, wordsOf, write } from './text.fixture.ts'

const bodyOf = ({ recommendations }: Awaited<ReturnType<typeof textOf>>) =>
  recommendations.map(({ rule, runs }) => `${rule}: ${runs.map(({ text }) => text).join('')}`)

/** Records that a resolution obliges ministries, and provinces where there are any, to issue plans. */
async function called(keeper: Visitor, number: string, calledOn: string): Promise<void> {
  const made = await keeper.send('POST', '/api/programme/plan-calls', {
    body: { number, title: 'Nghị quyết MẪU', calledOn, dueOn: calledOn, ministries: true, provinces: true },
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
}

async function office(t: Parameters<typeof freshApp>[0], at: string) {
  const app = await freshApp(t, { at })
  return { app, officer: await app.as('followUp'), leader: await app.as('followUpLeader') }
}
const add = (officer: Visitor, id: number, version: number, section: object) =>
  officer.send('POST', `${REPORTS}/${id}/sections`, { ifMatch: version, body: { section, after: null } })

test('a report on an old document counts all it gave, and what cannot be told apart is missing', async (t) => {
  const { app, officer } = await office(t, '2026-03-02')
  // Recorded as it happened: all of it before the year with which general reports begin.
  await lived(app)
  await lived(app, [{ slug: 'bo-noi-vu', assignedOn: '2025-02-01', dueOn: '2025-03-01' }], '36/CV-MẪU')
  const id = await write(officer, {
    kind: 'directive',
    period: '2026-03-02',
    source: 'archive:01/NQ-CP',
    knownOn: null,
  })
  const text = await textOf(officer, id)
  assert.match(wordsOf(text, 'tasks'), /giao 5 nhiệm vụ/)
  const drafted = bodyOf(text)
  assert.ok(
    drafted.includes(
      'overdueDebt: Các cơ quan được giao nhiệm vụ tại 01/NQ-CP tập trung thực hiện nhiệm vụ được giao, hoàn thành dứt điểm 3 nhiệm vụ quá hạn trước ngày 10/4/2026.',
    ),
    drafted.join('\n'),
  )
  assert.ok(
    drafted.some((one) => /^mostOverdue:.*Bộ Tài chính \(2 nhiệm vụ\); Bộ Công Thương \(1 nhiệm vụ\)/.test(one)),
    drafted.join('\n'),
  )
  assert.ok(!drafted.some((one) => /^(programme|plans|recommendations)/.test(one)), drafted.join('\n'))
  assert.equal(
    (await add(officer, id, 1, { key: 'trend', kind: 'chart', heading: null, body: '', settings: { chart: 'trend' } }))
      .status,
    200,
  )
  const body = '{{programme.owed}}, {{programme.detailingOwed}}, {{taskforce.waiting}}, {{tasks.assigned}}'
  assert.equal(
    (await add(officer, id, 2, { key: 'more', kind: 'text', heading: null, body, settings: {} })).status,
    200,
  )
  const more = await textOf(officer, id)
  assert.equal(wordsOf(more, 'more'), '…, …, …, 5')
  assert.ok(more.figures.filter(({ missing }) => missing?.includes('không tách được theo văn bản này')).length >= 3)
  const trend = more.sections.find(({ key }) => key === 'trend')!.data!.chart!.points
  assert.deepEqual([trend.length, trend.at(-1)!.label, trend.at(-1)!.assigned], [12, '03/2026', 5])
  const svg = await officer.send('GET', `${REPORTS}/${id}/document?format=svg`)
  assert.ok(!svg.bytes.toString().includes('tính từ ngày'))
})

test('a report about one agency asks that agency alone', async (t) => {
  const { app, officer } = await office(t, '2021-03-02')
  await lived(app)
  const agencyId = await app.agency('bo-tai-chinh')
  const id = await write(officer, { kind: 'agency', period: '2021-02-28', agencyId })
  const drafted = bodyOf(await textOf(officer, id))
  assert.ok(
    drafted.includes(
      'overdueDebt: Bộ Tài chính tập trung thực hiện nhiệm vụ được giao, hoàn thành dứt điểm 1 nhiệm vụ quá hạn trước ngày 10/3/2021.',
    ),
    drafted.join('\n'),
  )
  assert.ok(!drafted.some((one) => /Bộ trưởng, Thủ trưởng|các bộ, cơ quan/i.test(one)), drafted.join('\n'))
})

test('a trend counts each month as a report of that month began, and says what the data do not reach', async (t) => {
  const { app, officer } = await office(t, '2021-03-02')
  await lived(app)
  const id = await write(officer, { kind: 'governmentSession', period: '2021-02' })
  const text = await textOf(officer, id)
  const { points, since } = text.sections.find(({ key }) => key === 'trend')!.data!.chart!
  assert.equal(since, 'year')
  assert.deepEqual(
    points.map(({ label, assigned }) => `${label} ${assigned}`),
    [
      '03/2020 1',
      '04/2020 1',
      '05/2020 2',
      '06/2020 3',
      '07/2020 3',
      '08/2020 3',
      '09/2020 3',
      '10/2020 3',
      '11/2020 3',
      '12/2020 3',
      '01/2021 2',
      '02/2021 2',
    ],
  )
  // The year before begins in 2020, when the data do; the one before that does not.
  const monthly = await textOf(officer, await write(officer, { kind: 'monthlyTaskForce', period: '2021-02' }))
  const said = new Set(monthly.figures.flatMap(({ truncated }) => truncated ?? []))
  assert.ok(
    said.has(
      'Số liệu nhiệm vụ từ ngày 01/01/2019 đến ngày 29/02/2020 chưa đầy đủ: dữ liệu chỉ có nhiệm vụ giao từ ngày 03/02/2020.',
    ),
    [...said].join('\n'),
  )
  assert.ok(!text.figures.some(({ truncated, from }) => truncated && from === '2021-01-01'))
})

test('a period before the data is a dash with its note, never a count, and no report is drawn up of it', async (t) => {
  const { app, officer } = await office(t, '2021-03-02')
  await lived(app)
  const note =
    'Số liệu nhiệm vụ từ ngày 01/01/2019 đến ngày 29/02/2020 chưa đầy đủ: dữ liệu chỉ có nhiệm vụ giao từ ngày 03/02/2020.'
  const id = await write(officer, { kind: 'monthlyTaskForce', period: '2021-02' })
  const monthly = await textOf(officer, id)
  const cells = monthly.sections.flatMap(({ compared }) =>
    compared.map((line) => line.cells.map((cell) => cell.printed)),
  )
  // What is known of the year before is a month of it: less than there was, so it is compared with nothing.
  assert.ok(cells.length > 0 && cells.every(([now, , year]) => now !== '–' && year === '–'), JSON.stringify(cells))
  assert.ok(
    monthly.figures.every(
      ({ ref, truncated }) => !ref.startsWith('tasks.assigned; asOf=lastYear') || truncated === note,
    ),
  )
  const svg = (await officer.send('GET', `${REPORTS}/${id}/document?format=svg`)).bytes.toString()
  assert.ok(svg.includes('cùng kỳ –') && svg.includes('chưa đầy đủ'), svg)

  // The whole year before is before the first task.
  const first = await textOf(officer, await write(officer, { kind: 'governmentSession', period: '2020-02' }))
  const line = first.sections.flatMap(({ compared }) => compared)[0]!.cells.map(({ printed }) => printed)
  assert.deepEqual(line.slice(1), ['–', '–'], JSON.stringify(line))
  assert.deepEqual(
    first.sections.find(({ key }) => key === 'trend')!.data!.chart!.points.map(({ label }) => label),
    ['02/2020'],
  )
  const body = { kind: 'monthlyTaskForce', period: '2019-05' }
  const refused = await officer.send('POST', `${REPORTS}/written`, { body })
  const { fields, detail } = problem(refused)
  assert.deepEqual([refused.status, fields[0]!.path, fields[0]!.code], [400, 'period', 'report.before_data'])
  assert.match(detail, /đến hết ngày 31\/05\/2019 ở trước khi có dữ liệu: dữ liệu chỉ có từ ngày 03\/02\/2020/)
})

test('plans are counted for each resolution, which the sentence names; two are never added up', async (t) => {
  const { app, officer, leader } = await office(t, '2021-03-02')
  await lived(app)
  await called(leader, '01/NQ-CP', '2021-01-01')
  const order = { kind: 'monthlyTaskForce', period: '2021-02', knownOn: null }
  const first = await write(officer, order)
  const one = await textOf(officer, first)
  const [, ministries, provinces] = /có 0\/(\d+) bộ, cơ quan ngang bộ và 0\/(\d+) địa phương/.exec(
    wordsOf(one, 'reform'),
  )!
  assert.match(wordsOf(one, 'reform'), /ban hành Kế hoạch triển khai Nghị quyết số 01\/NQ-CP\.$/)
  app.clock.set('2021-03-02T09:00:00Z')
  await called(leader, '02/NQ-CP', '2021-01-04')
  // One that becomes known while the report is drafted gets its sentence too; taken out, it stays out.
  const plansIn = async () =>
    wordsOf(await textOf(officer, first), 'reform').match(/Kế hoạch triển khai Nghị quyết số 0[12]\/NQ-CP/g)
  const refresh = async (version: number) => {
    app.clock.set(`2021-03-02T${String(9 + version).padStart(2, '0')}:30:00Z`)
    assert.equal((await officer.send('POST', `${REPORTS}/${first}/figures/refresh`, { ifMatch: version })).status, 200)
  }
  await refresh(1)
  const named = ['01', '02'].map((number) => `Kế hoạch triển khai Nghị quyết số ${number}/NQ-CP`)
  assert.deepEqual(await plansIn(), named)
  const written = (await textOf(officer, first)).sections.find(({ key }) => key === 'reform')!.body.split('\n')
  const body = written.filter((line) => !line.includes('Nghị quyết số 02/NQ-CP')).join('\n')
  assert.equal(
    (await officer.send('PUT', `${REPORTS}/${first}/sections/reform`, { ifMatch: 2, body: { body } })).status,
    200,
  )
  await refresh(3)
  assert.deepEqual(await plansIn(), named.slice(0, 1))
  const id = await write(officer, { kind: 'halfYear', period: '2021-H1', knownOn: null })
  const both = await textOf(officer, id)
  const lines = wordsOf(both, 'plans').split('\n')
  assert.deepEqual(
    lines.map((line) => line.replace(/^Tính đến ngày 02\/03\/2021, /, '')),
    ['01/NQ-CP', '02/NQ-CP'].map(
      (number) =>
        `có 0/${ministries} bộ, cơ quan ngang bộ và 0/${provinces} địa phương ban hành Kế hoạch triển khai Nghị quyết số ${number}.`,
    ),
  )
  assert.equal(bodyOf(both).filter((words) => words.startsWith('plansOwed')).length, 2)
  for (const { ref, rows, value } of both.figures.filter(({ name }) => name === 'programme.plansDueMinistries')) {
    const call = new URLSearchParams(rows!.split('?')[1]).get('call')
    const { body } = await officer.send('GET', `/api/programme/plan-calls/${call}?group=ministry`)
    assert.equal((body as { duties: unknown[] }).duties.length, value, ref)
  }
  // A figure that names none has no value, and says which there are.
  const section = {
    key: 'more',
    kind: 'text',
    heading: null,
    body: '{{programme.plansDueMinistries; from=year}}',
    settings: {},
  }
  assert.equal((await add(officer, id, 1, section)).status, 200)
  const missing = (await textOf(officer, id)).figures.find(
    ({ ref }) => ref === 'programme.plansDueMinistries; from=year',
  )!
  assert.match(
    missing.missing!,
    /có 2 văn bản yêu cầu ban hành kế hoạch: Nghị quyết số 01\/NQ-CP; Nghị quyết số 02\/NQ-CP/,
  )
})

/** A report of this day on the document, every recommendation taken, submitted; returns its id and version. */
async function submitted(officer: Visitor): Promise<{ id: number; version: number }> {
  const id = await write(officer, {
    kind: 'directive',
    period: '2021-03-02',
    source: 'archive:01/NQ-CP',
    knownOn: null,
  })
  const version = await decideAll(officer, id, 1)
  const sent = await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: version })
  assert.equal(sent.status, 200, JSON.stringify(sent.body))
  return { id, version: version + 1 }
}

test('a recommendation whose reason is gone is named before the signature and before the submission', async (t) => {
  const { app, officer, leader } = await office(t, '2021-03-02')
  await lived(app)
  const [finance, trade] = [await app.agency('bo-tai-chinh'), await app.agency('bo-cong-thuong')]
  const { id, version } = await submitted(officer)
  app.clock.set('2021-03-02T09:00:00Z')
  await cancelOverdue(officer, finance)
  const { open: shown, openEn } = await textOf(leader, id)
  assert.deepEqual(openEn!.map(({ code }) => code).slice(0, 1), ['report.figures_moved'])
  assert.match(openEn![0]!.en!, /^\d+ figures? changed: .* → /)
  assert.match(openEn!.at(-1)!.en!, /^The recommendation “Đề nghị .*” is no longer borne out/)
  // The button is the writer's: who only reads is not told to press it.
  assert.ok(!shown.join(' ').includes('Cập nhật số liệu'), shown.join('\n'))
  assert.ok(
    shown.some((words) => /^Kiến nghị “Đề nghị thủ trưởng .*” không còn căn cứ/.test(words)),
    shown.join('\n'),
  )
  const stale = await leader.send('POST', `${REPORTS}/${id}/sign`, { ifMatch: version })
  assert.equal(problem(stale).code, 'report.moved_since')
  assert.match(problem(stale).detail, /Kiến nghị “Đề nghị thủ trưởng .*” không còn căn cứ/)
  assert.equal((await officer.send('POST', `${REPORTS}/${id}/withdraw`, { ifMatch: version })).status, 200)
  app.clock.set('2021-03-02T10:00:00Z')
  await cancelOverdue(officer, trade)
  assert.equal((await officer.send('POST', `${REPORTS}/${id}/figures/refresh`, { ifMatch: version + 1 })).status, 200)
  const refused = await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: version + 2 })
  const gone = problem(refused).fields.filter(({ code }) => code === 'report.groundless')
  assert.deepEqual(gone.map(({ path }) => path).sort(), ['recommendations.mostOverdue', 'recommendations.overdueDebt'])
  // Left out, or written anew: in a person's own words it has no reason that could be gone, and is not drafted again.
  let at = version + 2
  for (const [key, body] of [
    ['mostOverdue', { state: 'left' }],
    ['overdueDebt', { state: 'taken', body: 'Các cơ quan rà soát tiến độ hằng tuần.' }],
  ] as const) {
    const decided = await officer.send('PUT', `${REPORTS}/${id}/recommendations/${key}`, { ifMatch: at, body })
    assert.equal(decided.status, 200)
    at += 1
  }
  assert.equal((await officer.send('POST', `${REPORTS}/${id}/figures/refresh`, { ifMatch: at })).status, 200)
  const kept = (await textOf(officer, id)).recommendations.find(({ key }) => key === 'overdueDebt')!
  assert.deepEqual([kept.rule, kept.state, kept.body], [null, 'taken', 'Các cơ quan rà soát tiến độ hằng tuần.'])
  const sent = await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: at + 1 })
  assert.equal(sent.status, 200, JSON.stringify(sent.body))
})

test('a correction tells its figures apart and lists the rows of tables that changed', async (t) => {
  const { app, officer, leader } = await office(t, '2021-03-02')
  await lived(app)
  const id = await write(officer, {
    kind: 'directive',
    period: '2021-03-02',
    source: 'archive:01/NQ-CP',
    knownOn: null,
  })
  await issue(officer, leader, id, 1)
  app.clock.set('2021-03-02T09:00:00Z')
  await cancelOverdue(officer, await app.agency('bo-tai-chinh'))
  const made = await officer.send('POST', `${REPORTS}/${id}/correct`, { body: { reason: 'Một nhiệm vụ đã dừng.' } })
  const text = await textOf(officer, (made.body as { id: number }).id)
  const changed = text.figures.filter(
    ({ before, printed, name }) => before !== null && before !== printed && name === 'tasks.openOverdue',
  )
  assert.deepEqual(
    changed.map(({ about, before, printed }) => [about, before, printed]),
    [
      [null, '2', '1'],
      ['Bộ Tài chính', '1', '0'],
    ],
  )
  const xlsx = await officer.send('GET', `${REPORTS}/${(made.body as { id: number }).id}/document?format=xlsx`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(xlsx.bytes as unknown as ArrayBuffer)
  assert.equal(book.getWorksheet('Đính chính bảng')!.rowCount, 5 + text.changedRows!.length)
  const rows = text.changedRows!
  assert.deepEqual(
    rows.find(({ row }) => row === 'Bộ Tài chính'),
    {
      table: 'II. KẾT QUẢ THEO CƠ QUAN CHỦ TRÌ',
      row: 'Bộ Tài chính',
      before: 'Đã giao: 2; Quá hạn: 1; Tỷ lệ quá hạn: 50,0%',
      after: 'Đã giao: 1; Quá hạn: 0; Tỷ lệ quá hạn: 0,0%',
    },
  )
  assert.equal(rows.filter(({ table, after }) => table === 'NHIỆM VỤ CỦA VĂN BẢN' && after === 'không có').length, 1)
})

test('a report of a period without data says so, and writes the next month as papers do', async (t) => {
  const { app, officer } = await office(t, '2021-03-02')
  await lived(app)
  const empty = await textOf(
    officer,
    await write(officer, { kind: 'monthlyTaskForce', period: '2020-02', knownOn: '2020-02-02' }),
  )
  assert.deepEqual(
    [empty.isEmpty, empty.open.filter((words) => words.startsWith('Kỳ này chưa có dữ liệu')).length],
    [undefined, 1],
  )
  // Of one agency nothing may be the truth.
  const agencyId = await app.agency('bo-y-te')
  const idle = await textOf(officer, await write(officer, { kind: 'agency', period: '2020-02-29', agencyId }))
  assert.deepEqual([idle.isEmpty, idle.open.filter((words) => words.startsWith('Kỳ này')).length], [true, 0])
  const january = await textOf(officer, await write(officer, { kind: 'monthlyTaskForce', period: '2021-01' }))
  assert.equal(january.isEmpty, undefined)
  // Nghị định 30/2020/NĐ-CP: the months 1 and 2 with a zero.
  assert.match(bodyOf(january).join('\n'), /trước ngày 10\/02\/2021/)
})

test('a search and a quotation find what a report says, without the brackets and the further choices of its clauses', async (t) => {
  const { app, officer } = await office(t, '2021-03-02')
  await lived(app)
  const id = await write(officer, { kind: 'monthlyTaskForce', period: '2021-02' })
  const body =
    'Có {{tasks.openOverdue}} việc quá hạn[[ (chiếm {{tasks.overdueShare}})| (chưa tính tỷ lệ)]] theo sổ mẫu.'
  const section = { key: 'more', kind: 'text', heading: 'SỔ MẪU', body, settings: {} }
  assert.equal((await add(officer, id, 1, section)).status, 200)
  const found = async (words: string) => {
    const { body: page } = await officer.send('GET', `/api/search/report?words=${encodeURIComponent(words)}`)
    return (page as { rows: { id: number }[] }).rows
  }
  const [hit] = await found('viec qua han (chiem')
  assert.match(JSON.stringify(hit), /việc quá hạn \(chiếm …\) theo sổ mẫu/)
  assert.deepEqual(await found('chua tinh ty le'), [])
  assert.equal(quoted(body), 'Có … việc quá hạn (chiếm …) theo sổ mẫu.')
})

test('rows of tables are compared by what they are of, in words', () => {
  const row = {
    agencyId: 1,
    agencyName: 'Bộ A',
    assigned: 3,
    doneOnTime: 1,
    doneLate: 0,
    openInTerm: 1,
    openOverdue: 1,
    overdueShare: '33,3%',
    rows: '',
  }
  const part = (agencies: (typeof row)[]) => [{ key: 'a', heading: 'Bảng', data: { agencies } }]
  assert.deepEqual(changedRows(part([row]), part([row])), [])
  assert.deepEqual(changedRows(part([row]), part([{ ...row, openOverdue: 0, doneLate: 1 }])), [
    {
      table: 'Bảng',
      row: 'Bộ A',
      before: 'Hoàn thành quá hạn: 0; Quá hạn: 1',
      after: 'Hoàn thành quá hạn: 1; Quá hạn: 0',
    },
  ])
  assert.equal(changedRows(part([row]), part([]))[0]!.after, 'không có')
  assert.equal(changedRows(part([]), part([row]))[0]!.before, 'không có')
  // A target in the words of the table that is corrected.
  const goal = { targetId: 1, code: 'NV.1', measure: 'Tỷ lệ', required: '100%', unit: '%', words: 'thiếu 12,5%' }
  const measured = (value: number) =>
    [{ key: 'g', heading: 'CHỈ TIÊU', data: { goals: [{ ...goal, measured: value }] } }] as never
  assert.deepEqual(
    changedRows(measured(80), measured(87.5)).map(({ before, after }) => [before, after]),
    [['Đạt được: 80%', 'Đạt được: 87,5%']],
  )
})

test('the debt of the years before is in the report, and the recommendation asks for all that is owed', async (t) => {
  const { app, officer } = await office(t, '2020-01-06')
  const leadAgencyId = await app.agency('bo-tai-chinh')
  const entry = async (year: string, actOn: string, month: string) => {
    const made = await officer.send('POST', '/api/programme/programmes', {
      body: { kind: 'year', on: `${year}-06-01` },
    })
    const { id: programmeId } = made.body as { id: number }
    const act = { actNumber: '01/QĐ-TTg', actOn }
    await officer.send('POST', `/api/programme/programmes/${programmeId}/issue`, { ifMatch: 1, body: act })
    const item = { programmeId, name: `Đề án ${month} (MẪU)`, level: 'government', leadAgencyId, month, ...act }
    const added = await officer.send('POST', '/api/programme/items', { body: item })
    assert.equal(added.status, 201, JSON.stringify(added.body))
  }
  await entry('2020', '2020-01-06', '2020-11')
  app.clock.set('2021-01-04T02:00:00Z')
  await entry('2021', '2021-01-04', '2021-02')
  app.clock.set('2021-03-02T02:00:00Z')
  await lived(app)
  const order = { kind: 'monthlyTaskForce', knownOn: null }
  const text = await textOf(officer, await write(officer, { ...order, period: '2021-02' }))
  assert.match(
    wordsOf(text, 'programme'),
    /còn 1 đề án chưa trình.*; còn 1 đề án nợ đọng từ các năm trước chuyển sang, tổng cộng 2 đề án nợ đọng\./,
  )
  const words = bodyOf(text).find((one) => one.startsWith('programmeOwed:'))
  assert.match(words!, /tiến độ xây dựng 2 đề án nợ đọng/)
  // Where nothing was carried over, the clause is not said and nothing is open for it.
  const before = await textOf(officer, await write(officer, { ...order, period: '2020-11' }))
  assert.match(wordsOf(before, 'programme').split('\n')[0]!, /còn 1 đề án chưa trình, chiếm 100,0%\.$/)
  assert.ok(!before.open.some((point) => point.includes('từ trước kỳ')), before.open.join('\n'))
})
