import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { extractText, getDocumentProxy } from 'unpdf'
import { type Answer, freshApp, type TestApp } from '../test/app.ts'
import { changedOnce } from '../test/once.ts'
import { asTyped } from '../test/paper.ts'
import { REPORTS } from './report.fixture.ts'
import {
  decideAll,
  issue,
  LIVES,
  lived,
  problem,
  templateInUse,
  textOf,
  WRITTEN,
  wordsOf,
  write,
} from './text.fixture.ts'

const KIND = 'monthlyTaskForce'
const ORDER = { kind: KIND, period: '2021-02' }

async function office(t: Parameters<typeof freshApp>[0]) {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const keeper = await app.as('administrator')
  await templateInUse(keeper, KIND)
  const [officer, leader] = [
    await app.as('followUp', { name: 'Trần Theo Dõi' }),
    await app.as('followUpLeader', { name: 'Lê Lãnh Đạo' }),
  ]
  return { ...app, app, keeper, officer, leader }
}

/** Cancels the first overdue task: figures of a later day move. */
async function cancelOverdue({ officer }: { officer: Awaited<ReturnType<TestApp['as']>> }): Promise<void> {
  const { body } = await officer.send('GET', '/api/tasks?standing=openOverdue&limit=1')
  const [task] = (body as { rows: { id: number; version: number }[] }).rows
  const { version } = (await officer.send('GET', `/api/tasks/${task!.id}`)).body as { version: number }
  const done = await officer.send('POST', `/api/tasks/${task!.id}/cancel`, {
    ifMatch: version,
    body: { reason: 'Không còn cần thiết.' },
  })
  assert.equal(done.status, 200, JSON.stringify(done.body))
}

test('a report is words and bound figures, each with its days, rounding and rows', async (t) => {
  const { officer } = await office(t)
  const id = await write(officer, ORDER)
  const text = await textOf(officer, id)
  assert.equal(text.title, 'Tình hình thực hiện nhiệm vụ giao và hoạt động của Tổ công tác tháng 02 năm 2021')
  assert.equal(
    wordsOf(text, 'tasks'),
    'Từ 01/01/2020 đến 28/02/2021, đã giao 5 nhiệm vụ; 2 nhiệm vụ quá hạn, chiếm 40,0% (tăng 20,0 điểm phần trăm so với tháng trước).\nTừ đầu năm giao 2 nhiệm vụ.',
  )
  const share = text.figures.find(({ ref }) => ref === 'tasks.overdueShare')!
  assert.deepEqual(
    [share.from, share.asOf, share.knownOn, share.rounding, share.missing],
    ['2020-01-01', '2021-02-28', '2021-02-28', 'truncate1', null],
  )
  // Every count opens exactly the rows it counts.
  for (const { rows, value, ref } of text.figures.filter(
    ({ name, value: counted }) => counted !== null && /^tasks\.(assigned|openOverdue)$/.test(name),
  )) {
    const list = await officer.send('GET', `${rows!.replace(/^\/nhiem-vu/, '/api/tasks')}&count=true`)
    assert.equal((list.body as { total: number }).total, value, ref)
  }
  const [assigned] = text.sections.find(({ key }) => key === 'compared')!.compared
  assert.deepEqual(
    assigned!.cells.map(({ printed }) => printed),
    // The year before begins in 2019, before the data.
    ['5', '5', '–'],
  )
  assert.deepEqual(
    text.recommendations.map(({ rule, state }) => [rule, state]),
    [
      ['overdueDebt', 'suggested'],
      ['mostOverdue', 'suggested'],
      ['shareRose', 'suggested'],
      ['dueNextMonth', 'suggested'],
    ],
  )
  assert.ok(
    text.recommendations[1]!.runs.map((run) => run.text)
      .join('')
      .includes('Bộ Công Thương (1 nhiệm vụ)'),
  )
  assert.deepEqual(text.open, ['Còn 4 kiến nghị chưa chọn lấy hay bỏ.'])
})

test('writers change the words; a figure stays a reference, and a wrong one is refused with its place and remedy', async (t) => {
  const { officer } = await office(t)
  const id = await write(officer, ORDER)
  const url = `${REPORTS}/${id}/sections/tasks`
  const put = (version: number, body: string) => officer.send('PUT', url, { ifMatch: version, body: { body } })
  assert.equal(
    (await put(1, 'Đã xong {{tasks.done; rounding=round1}} nhiệm vụ, đạt {{tasks.doneShare; rounding=round0}}.'))
      .status,
    200,
  )
  const text = await textOf(officer, id)
  assert.equal(wordsOf(text, 'tasks'), 'Đã xong 2 nhiệm vụ, đạt 40%.')
  assert.ok(!text.figures.some(({ ref }) => ref === 'tasks.assigned; from=year'), 'what is no longer named goes')
  for (const [body, code, says] of [
    [
      'Có {{tasks.asigned}} việc',
      'report.figure_unknown',
      'Dòng 1, cột 4: Không còn hoặc không có số liệu tên “tasks.asigned”. Có phải “tasks.assigned”?',
    ],
    ['Trong\n{{thang}}', 'report.field_unknown', 'Dòng 2, cột 1: Không có trường “thang”.'],
    ['{{tasks.done; asOf=hôm nay}}', 'report.parameter', 'Hãy ghi end, before'],
    ['{{tasks.done', 'report.reference', 'không đi thành cặp'],
  ] as const) {
    const refused = await put(2, body)
    assert.deepEqual([refused.status, problem(refused).code, problem(refused).fields[0]!.path], [400, code, 'body'])
    assert.ok(problem(refused).fields[0]!.message.includes(says), problem(refused).fields[0]!.message)
  }
  const stale = await put(1, 'Câu khác')
  assert.equal(stale.status, 409)
  assert.ok(problem(stale).detail.includes('Trần Theo Dõi'), problem(stale).detail)
  assert.equal(wordsOf(await textOf(officer, id), 'tasks'), 'Đã xong 2 nhiệm vụ, đạt 40%.', 'nothing half-made')
})

test('sections are added, removed and refused; the last one stays', async (t) => {
  const { officer } = await office(t)
  const id = await write(officer, ORDER)
  const url = `${REPORTS}/${id}/sections`
  const section = {
    key: 'note',
    kind: 'text',
    heading: 'IV. GHI CHÚ',
    body: 'Có {{tasks.dueNextMonth}} việc.',
    settings: {},
  }
  assert.equal((await officer.send('POST', url, { ifMatch: 1, body: { section, after: 'tasks' } })).status, 200)
  const twice = await officer.send('POST', url, { ifMatch: 2, body: { section } })
  assert.deepEqual([twice.status, problem(twice).fields[0]!.message], [400, 'Hai mục cùng mã “note”. Hãy đổi một mã.'])
  const text = await textOf(officer, id)
  assert.deepEqual(text.sections.map(({ key }) => key).slice(0, 3), ['tasks', 'note', 'compared'])
  assert.equal(wordsOf(text, 'note'), 'Có 1 việc.')
  assert.equal((await officer.send('DELETE', `${url}/note`, { ifMatch: 2 })).status, 200)
  assert.equal((await officer.send('DELETE', `${url}/note`, { ifMatch: 3 })).status, 404)
})

test('before the issue changed data move a report, with the difference shown; it is not submitted until they are taken', async (t) => {
  const app = await office(t)
  const { officer, leader } = app
  const id = await write(officer, { ...ORDER, period: '2021-03', knownOn: null })
  const version = await decideAll(officer, id, 1)
  await cancelOverdue(app)
  const text = await textOf(officer, id)
  const moved = text.figures
    .filter(({ now }) => now !== null)
    .map(({ ref, printed, now }) => [ref, printed, now!.printed, now!.by])
  assert.ok(
    moved.some((one) => JSON.stringify(one) === JSON.stringify(['tasks.openOverdue', '2', '1', -1])),
    JSON.stringify(moved),
  )
  assert.ok(wordsOf(text, 'tasks').includes('2 nhiệm vụ quá hạn'), 'the words keep what was taken')
  const refused = await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: version })
  assert.deepEqual(
    [refused.status, problem(refused).code, problem(refused).fields[0]!.code],
    [409, 'report.not_ready', 'report.figures_moved'],
  )
  assert.ok(problem(refused).detail.includes('Số nhiệm vụ quá hạn chưa hoàn thành 2 → 1'), problem(refused).detail)
  const taken = await officer.send('POST', `${REPORTS}/${id}/figures/refresh`, { ifMatch: version })
  assert.equal(taken.status, 200, JSON.stringify(taken.body))
  assert.ok((taken.body as { moved: { ref: string }[] }).moved.some(({ ref }) => ref === 'tasks.openOverdue'))
  let now = await decideAll(officer, id, version + 1)
  // What was recommended for what is not so any more is left out.
  const groundless = problem(await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: now })).fields
  assert.ok(groundless.length > 0 && groundless.every(({ code }) => code === 'report.groundless'))
  for (const { path } of groundless) {
    const url = `${REPORTS}/${id}/${path.replace('.', '/')}`
    assert.equal((await officer.send('PUT', url, { ifMatch: now, body: { state: 'left' } })).status, 200, path)
    now += 1
  }
  assert.equal((await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: now })).status, 200)
  // Submitted, it does not move any more: what is signed is what was submitted; the signatory sees what the data say meanwhile.
  await cancelOverdue(app)
  assert.ok(
    (await textOf(leader, id)).figures.some(
      ({ ref, now: later }) => ref === 'tasks.openOverdue' && later?.printed === '0',
    ),
  )
  const stale = await leader.send('POST', `${REPORTS}/${id}/sign`, { ifMatch: now + 1 })
  assert.deepEqual([stale.status, problem(stale).code], [409, 'report.moved_since'])
  assert.ok(problem(stale).detail.includes('Số nhiệm vụ quá hạn chưa hoàn thành 1 → 0'), problem(stale).detail)
  const { difference } = await textOf(leader, id)
  assert.match(difference!, /^[0-9a-f]{32}$/)
  const other = '0'.repeat(32)
  const signed = (accept: string) => leader.send('POST', `${REPORTS}/${id}/sign?accept=${accept}`, { ifMatch: now + 1 })
  assert.equal(
    problem(await signed(other)).code,
    'report.moved_since',
    'another difference than the one that was shown',
  )
  assert.equal((await signed(difference!)).status, 200)
  const issued = await textOf(leader, id)
  assert.ok(wordsOf(issued, 'tasks').includes('1 nhiệm vụ quá hạn'))
  assert.ok(issued.figures.every(({ now: later }) => later === null))
})

test('a person decides what is recommended: taken, in other words, left out, or written by hand', async (t) => {
  const { officer, leader } = await office(t)
  const id = await write(officer, ORDER)
  const url = `${REPORTS}/${id}/recommendations`
  const undecided = await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: 1 })
  assert.equal(problem(undecided).fields[0]!.code, 'report.undecided')
  const decide = (key: string, version: number, body: object) =>
    officer.send('PUT', `${url}/${key}`, { ifMatch: version, body })
  assert.equal(
    (await decide('overdueDebt', 1, { state: 'taken', body: 'Làm xong {{tasks.openOverdue}} việc.' })).status,
    200,
  )
  assert.equal((await decide('mostOverdue', 2, { state: 'left' })).status, 200)
  assert.equal((await decide('shareRose', 3, { state: 'taken', body: '{{tasks.x}}' })).status, 400)
  assert.equal((await decide('nothing', 3, { state: 'taken' })).status, 404)
  assert.equal(
    (await officer.send('POST', url, { ifMatch: 3, body: { body: 'Bộ Tài chính báo cáo trước ngày 15/3/2021.' } }))
      .status,
    200,
  )
  await issue(officer, leader, id, 4)
  const { body } = await officer.send('GET', `${REPORTS}/${id}/document?format=html`)
  const page = String(body)
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ')
  assert.ok(page.includes('1. Làm xong 2 việc.') && page.includes('Bộ Tài chính báo cáo trước ngày 15/3/2021.'))
  assert.ok(!page.includes('Đề nghị thủ trưởng các cơ quan'), 'what was left is not printed')
})

test('issued, it is fixed: rows, text and files; a correction is a new version that lists what changed and why', async (t) => {
  const app = await office(t)
  const { officer, leader } = app
  const id = await write(officer, ORDER)
  await issue(officer, leader, id, 1)
  const formats = ['docx', 'pdf', 'xlsx', 'svg', 'png', 'html']
  const files = async (of: number) =>
    Promise.all(
      formats.map(async (format) => (await officer.send('GET', `${REPORTS}/${of}/document?format=${format}`)).bytes),
    )
  const before = await files(id)
  const text = await textOf(officer, id)
  for (const [act, path, body] of [
    ['PUT', 'sections/tasks', { body: 'Khác' }],
    ['POST', 'figures/refresh', undefined],
  ] as const)
    assert.equal(
      (await officer.send(act, `${REPORTS}/${id}/${path}`, { ifMatch: (await read(officer, id)).version, body }))
        .status,
      409,
    )
  for (const table of ['report_section', 'report_figure'] as const)
    await assert.rejects(
      app.db.deleteFrom(`oversight.${table}`).where('report_id', '=', id).execute(),
      /an issued report stays as it is/,
    )

  // Tasks of the period are recorded later: the correction counts them.
  await lived(
    app.app,
    [
      { slug: 'bo-tai-chinh', assignedOn: '2021-02-01', dueOn: '2021-02-20' },
      { slug: 'bo-tai-chinh', assignedOn: '2021-01-11', dueOn: '2021-01-20' },
    ],
    '02/NQ-CP',
    '2021-03-02T03:00:00Z',
  )
  assert.deepEqual(await files(id), before)
  const made = await officer.send('POST', `${REPORTS}/${id}/correct`, {
    body: { reason: 'Bổ sung nhiệm vụ của 02/NQ-CP.' },
  })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const { id: second } = made.body as { id: number }
  assert.equal(
    problem(await officer.send('POST', `${REPORTS}/${id}/correct`, { body: { reason: 'x' } })).code,
    'report.corrected_already',
  )
  const correction = await textOf(officer, second)
  assert.deepEqual([correction.edition, correction.corrects!.id, correction.corrects!.number], [2, id, '01/BC-TCT'])
  const changed = correction.figures.filter(({ before: was, printed }) => was !== null && was !== printed)
  assert.ok(changed.some(({ ref, before: was, printed }) => ref === 'tasks.assigned' && was === '5' && printed === '7'))
  // It compares with January as it was reported (1 of 5), not as it is known now (2 of 6): that report is not corrected here.
  const points = correction.figures.find(({ ref }) => ref === 'tasks.overdueSharePoints')!
  assert.deepEqual([points.before, points.printed], ['tăng 20,0 điểm phần trăm', 'tăng 37,1 điểm phần trăm'])
  const cells = correction.sections.find(({ key }) => key === 'compared')!.compared[1]!.cells
  assert.deepEqual(
    cells.slice(0, 2).map(({ printed }) => printed),
    ['57,1%', '20,0%'],
  )
  const then = (await officer.send('GET', `${points.rows!.replace(/^\/nhiem-vu/, '/api/tasks')}&count=true`)).body
  assert.equal((then as { total: number }).total, 1, 'the rows of a change are those of that day, as reported')
  const why = (version: number, ref: string) =>
    officer.send('PUT', `${REPORTS}/${second}/figures/why`, {
      ifMatch: version,
      body: { ref, why: 'Ghi muộn ngày 05/3.' },
    })
  assert.equal((await why(1, 'tasks.assigned')).status, 200)
  const same = correction.figures.find(({ before: was, printed }) => was === printed)!
  assert.equal(problem(await why(2, same.ref)).code, 'report.figure_same')
  // Until the correction is issued the report stands: who sees drafts learns of it, whoever reads reports alone does not.
  const reader = await app.as('taskForce', { follows: ['bo-tai-chinh'] })
  const told = async (who: typeof officer) => {
    const { correctedBy, isCorrected } = await read(who, id)
    return [correctedBy, isCorrected]
  }
  assert.deepEqual(
    [await told(officer), await told(reader)],
    [
      [second, false],
      [null, false],
    ],
  )
  await issue(officer, leader, second, 2)
  assert.deepEqual(
    [await told(officer), await told(reader)],
    [
      [second, true],
      [second, true],
    ],
  )
  const pdf = await officer.send('GET', `${REPORTS}/${second}/document?format=pdf`)
  const { text: printed } = await extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: true })
  const words = printed.normalize('NFC').replace(/\s+/g, ' ')
  for (const part of [
    'Bản đính chính lần 1, thay thế Báo cáo số 01/BC-TCT',
    'SỐ LIỆU ĐÍNH CHÍNH',
    'Ghi muộn ngày 05/3.',
  ])
    assert.ok(words.includes(part), part)
  // On its first page what changed; all of it before the other annexes.
  assert.match(words, /Nội dung đính chính: .* → .*\. Danh sách đầy đủ tại Phụ lục/)
  assert.ok(words.indexOf('Nội dung đính chính') < words.indexOf('SỐ LIỆU ĐÍNH CHÍNH'), words)
  assert.deepEqual(await files(id), before)
  assert.deepEqual(await textOf(officer, id), text)
  assert.equal((await read(officer, id)).correctedBy, second)
})

const read = async (visitor: { send: (method: 'GET', url: string) => Promise<Answer> }, id: number) =>
  (await visitor.send('GET', `${REPORTS}/${id}`)).body as {
    version: number
    correctedBy: number | null
    isCorrected: boolean
    state: string
    number: string | null
  }

test('the workbook holds every row and figure; the draft says that it is one', async (t) => {
  const { officer } = await office(t)
  const id = await write(officer, ORDER)
  const xlsx = await officer.send('GET', `${REPORTS}/${id}/document?format=xlsx`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(xlsx.bytes as unknown as ArrayBuffer)
  assert.deepEqual(
    book.worksheets.map(({ name }) => name),
    ['Số liệu', 'So sánh', 'Theo cơ quan', 'Quá hạn'],
  )
  assert.equal(book.getWorksheet('Quá hạn')!.rowCount, 5 + 2)
  const docx = await officer.send('GET', `${REPORTS}/${id}/document?format=docx`)
  assert.equal(docx.bytes.subarray(0, 2).toString(), 'PK')
  const svg = await officer.send('GET', `${REPORTS}/${id}/document?format=svg`)
  assert.ok(svg.bytes.toString().includes('DỰ THẢO') && svg.bytes.toString().includes('40,0%'))
  assert.equal(
    (await officer.send('GET', `${REPORTS}/${id}/document?format=png`)).bytes.subarray(1, 4).toString(),
    'PNG',
  )
})

for (const [order, code, path] of [
  [{ kind: KIND, period: '2021-13' }, 'report.period', 'period'],
  [{ kind: KIND, period: '2021-04' }, 'report.period_ahead', 'period'],
  [{ kind: KIND, period: '2021-02', asOf: '2021-03-01' }, 'report.as_of_elsewhere', 'asOf'],
  [{ kind: KIND, period: '2021-02', from: '2021-03-01' }, 'report.from_late', 'from'],
  [{ kind: KIND, period: '2021-02', knownOn: '2021-03-03' }, 'report.known_ahead', 'knownOn'],
  [{ kind: KIND, period: '2021-02', source: 'archive:01/NQ-CP' }, 'report.no_source_here', 'source'],
  [{ kind: 'directive', period: '2021-02-28' }, 'report.source_missing', 'source'],
  [{ kind: 'directive', period: '2021-02-28', source: 'archive:99/NQ-CP' }, 'report.no_such_source', 'source'],
  [{ kind: 'agency', period: '2021-02-28', agencyId: 999999 }, 'report.no_such_agency', 'agencyId'],
  [{ kind: 'monthlyTasks', period: '2021-02' }, 'report.not_written', 'kind'],
] as const) {
  test(`a report is refused with ${code} on its field`, async (t) => {
    const app = await freshApp(t, { at: '2021-03-02' })
    await lived(app, LIVES.slice(0, 1))
    const officer = await app.as('followUp')
    const refused = await officer.send('POST', WRITTEN, { body: order })
    assert.deepEqual(
      [refused.status, problem(refused).code, problem(refused).fields[0]!.path],
      [400, code, path],
      JSON.stringify(refused.body),
    )
    assert.equal((await app.db.selectFrom('oversight.report').selectAll().execute()).length, 0)
  })
}

test('an agency that did not exist that day is refused, naming since when it does', async (t) => {
  const app = await freshApp(t, { at: '2026-03-02' })
  const officer = await app.as('followUp')
  const young = await app.agency('bo-dan-toc-va-ton-giao')
  const refused = await officer.send('POST', WRITTEN, {
    body: { kind: 'agency', period: '2021-02-28', agencyId: young },
  })
  assert.equal(problem(refused).code, 'report.agency_not_yet', JSON.stringify(refused.body))
  assert.match(problem(refused).detail, /thành lập từ 01\/03\/2025/)
})

test('an agency that had ended by that day is refused, naming its successor; of a day before it is reported on', async (t) => {
  const app = await freshApp(t, { at: '2026-03-02' })
  const officer = await app.as('followUp')
  const agencyId = await app.agency('bo-ke-hoach-va-dau-tu')
  const order = (period: string) => ({ body: { kind: 'agency', period, agencyId } })
  const refused = await officer.send('POST', WRITTEN, order('2026-02-28'))
  assert.deepEqual([refused.status, problem(refused).code], [400, 'report.agency_ended'], JSON.stringify(refused.body))
  assert.match(
    problem(refused).detail,
    /không còn Bộ Kế hoạch và Đầu tư \(.* từ 01\/03\/2025\).*kế thừa là Bộ Tài chính/,
  )
  assert.equal((await officer.send('POST', WRITTEN, order('2025-02-28'))).status, 201)
})

test('a report of a period of which nothing is known is refused at submission, with the reason', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const officer = await app.as('followUp')
  const id = await write(officer, { kind: 'monthlyTaskForce', period: '2020-02', knownOn: '2020-02-02' })
  const version = await decideAll(officer, id, 1)
  const refused = await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: version })
  assert.equal(refused.status, 409, JSON.stringify(refused.body))
  assert.deepEqual([problem(refused).code, problem(refused).fields[0]!.code], ['report.not_ready', 'report.no_data'])
  assert.match(problem(refused).detail, /Kỳ này chưa có dữ liệu/)
  assert.ok((await textOf(officer, id)).open.some((point) => point.startsWith('Kỳ này chưa có dữ liệu')))
})

test('every kind of the product is drawn up from its template, and what rooms do not offer yet is named', async (t) => {
  const app = await freshApp(t, { at: '2021-12-31' })
  await lived(app)
  const officer = await app.as('followUp')
  const agencyId = await app.agency('bo-cong-thuong')
  const { rows } = (await officer.send('GET', `${REPORTS}/kinds`)).body as {
    rows: { kind: string; sort: string; subject: string; whose: string; mayWrite: boolean }[]
  }
  assert.equal(rows.length, 10)
  const period = { month: '2021-02', quarter: '2021-Q1', half: '2021-H1', year: '2021', day: '2021-02-28' } as Record<
    string,
    string
  >
  for (const { kind, sort, subject, whose, mayWrite } of rows) {
    assert.equal(mayWrite, whose === 'office', kind)
    if (whose === 'agency') continue
    const id = await write(officer, {
      kind,
      period: period[sort],
      ...(subject === 'agency' ? { agencyId } : {}),
      ...(subject === 'source' ? { source: 'archive:01/NQ-CP' } : {}),
    })
    const text = await textOf(officer, id)
    for (const { missing, name } of text.figures)
      if (missing !== null)
        assert.ok(!name.startsWith('tasks.') || /Points|Share/.test(name), `${kind}: ${name}: ${missing}`)
    for (const format of ['docx', 'pdf', 'xlsx', 'html', 'svg'])
      assert.equal(
        (await officer.send('GET', `${REPORTS}/${id}/document?format=${format}`)).status,
        200,
        `${kind} ${format}`,
      )
    if (kind === 'planningMinistry') assert.ok(wordsOf(text, 'opening').includes('gửi Bộ Kế hoạch và Đầu tư báo cáo'))
    if (kind === 'resolutionPage') assert.match(wordsOf(text, 'tasks'), /^5 nhiệm vụ · 2 đã xong/)
  }
})

test('the report to the ministry in charge of planning goes to its successor', async (t) => {
  const app = await freshApp(t, { at: '2026-05-02' })
  await lived(app)
  const officer = await app.as('followUp')
  const id = await write(officer, { kind: 'planningMinistry', period: '2026-Q1' })
  const text = await textOf(officer, id)
  assert.ok(wordsOf(text, 'opening').includes('gửi Bộ Tài chính báo cáo'), wordsOf(text, 'opening'))
  assert.equal(text.recipients[0], 'Bộ Tài chính (để tổng hợp)')
})

test("an agency's own report is prepared, signed and seen within the agency alone", async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const agencyId = await app.agency('bo-cong-thuong')
  const own = await app.as('officer', { agency: 'bo-cong-thuong', name: 'Đỗ Cán Bộ' })
  const head = await app.as('leader', { agency: 'bo-cong-thuong', name: 'Ngô Thủ Trưởng' })
  const other = await app.as('leader', { agency: 'bo-tai-chinh' })
  const [officer, leader] = [await app.as('followUp'), await app.as('followUpLeader')]
  const order = { kind: 'agencyToHead', period: '2021-02', agencyId }
  for (const visitor of [other, officer])
    assert.equal((await visitor.send('POST', WRITTEN, { body: order })).status, 403)
  const id = await write(own, order)
  const text = await textOf(own, id)
  assert.ok(wordsOf(text, 'tasks').includes('Bộ Công Thương chủ trì 3 nhiệm vụ'), wordsOf(text, 'tasks'))
  // What another agency has is not let in by a parameter.
  const foreign = `{{tasks.assigned; agency=${await app.agency('bo-tai-chinh')}}}`
  assert.equal(
    (await own.send('PUT', `${REPORTS}/${id}/sections/closing`, { ifMatch: 1, body: { body: foreign } })).status,
    200,
  )
  assert.match(
    (await textOf(own, id)).figures.find(({ missing }) => missing !== null)!.missing!,
    /chỉ có số liệu của cơ quan đó/,
  )
  assert.equal(
    (await own.send('PUT', `${REPORTS}/${id}/sections/closing`, { ifMatch: 2, body: { body: 'Kính báo cáo./.' } }))
      .status,
    200,
  )
  for (const visitor of [other, officer, leader]) {
    assert.equal((await visitor.send('GET', `${REPORTS}/${id}`)).status, 404)
    assert.equal((await visitor.send('GET', `${REPORTS}/${id}/text`)).status, 404)
    assert.ok(
      !((await visitor.send('GET', REPORTS)).body as { rows: { id: number }[] }).rows.some((row) => row.id === id),
    )
  }
  const { signatories } = (await own.send('GET', `${REPORTS}/signatories`)).body as { signatories: { name: string }[] }
  assert.deepEqual(
    signatories.map(({ name }) => name),
    ['Ngô Thủ Trưởng'],
  )
  await issue(own, head, id, 3)
  assert.equal((await read(own, id)).number, '01/BC-BCT')
  const { bytes } = await own.send('GET', `${REPORTS}/${id}/document?format=pdf`)
  const { text: paper } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  for (const words of ['Số: 01/BC-BCT', 'BỘ TRƯỞNG'])
    assert.ok(asTyped(paper.normalize('NFC')).includes(words), `${words}: ${paper}`)
  assert.doesNotMatch(paper, /THỦ TRƯỞNG CƠ QUAN|\(.*: 0 nhiệm vụ\)/)
  assert.equal((await leader.send('GET', `${REPORTS}/${id}/document?format=pdf`)).status, 404)
})

test('a request repeated under its key draws a report up, changes and corrects it once', async (t) => {
  const { officer, leader } = await office(t)
  const made = await changedOnce(officer, 'POST', WRITTEN, { body: ORDER })
  const { id } = made.body as { id: number }
  await changedOnce(officer, 'PUT', `${REPORTS}/${id}/sections/tasks`, {
    body: { body: 'Có {{tasks.open}} việc.' },
    ifMatch: 1,
  })
  await changedOnce(officer, 'POST', `${REPORTS}/${id}/figures/refresh`, { ifMatch: 2 })
  await issue(officer, leader, id, 3)
  await changedOnce(officer, 'POST', `${REPORTS}/${id}/correct`, { body: { reason: 'Rà soát lại.' } })
  const list = (await officer.send('GET', `${REPORTS}?kind=${KIND}`)).body as { rows: unknown[] }
  assert.equal(list.rows.length, 2)
})
