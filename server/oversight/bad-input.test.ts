import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { addJob } from '../platform/jobs.ts'
import { freshApp, type TestApp } from '../test/app.ts'
import { REPORTS } from './report.fixture.ts'
import {
  decideAll,
  issue,
  lived,
  problem,
  SECTIONS,
  templateInUse,
  textOf,
  WRITTEN,
  wordsOf,
  write,
} from './text.fixture.ts'

const KIND = 'monthlyTaskForce'
const ORDER = { kind: KIND, period: '2021-02' }

/** A template in use, as an earlier version of the product accepted it and this one would not. */
async function oldTemplate({ db }: TestApp, { title, body }: { title?: string; body: string }): Promise<void> {
  const sections = [{ key: 'tasks', kind: 'text', heading: 'I. NHIỆM VỤ GIAO', body, settings: {} }]
  await db.transaction().execute(async (trx) => {
    await sql`update oversight.report_template set state = 'retired', retired_at = now() where kind = ${KIND} and state = 'inUse'`.execute(
      trx,
    )
    await sql`
      insert into oversight.report_template (kind, version_number, state, title, sections, recipients, counts_from, rounding,
        tried_period, tried_version, tried_at, tried_by, used_from, used_by, created_at, created_by, changed_at, changed_by)
      values (${KIND}, 9, 'inUse', ${title ?? 'Báo cáo {{period}}'}, ${JSON.stringify(sections)}::jsonb, array['Lưu: VT'], 'lastYear', 'truncate1',
        '2021-01', 1, now(), 'thử', now(), 'thử', now(), 'thử', now(), 'thử')`.execute(trx)
  })
}

const nothingMade = async ({ db }: TestApp) => {
  for (const table of ['report', 'report_section', 'report_figure', 'report_recommendation'] as const)
    assert.deepEqual(await db.selectFrom(`oversight.${table}`).select('report_id').execute(), [], table)
}

for (const [what, template, path, says] of [
  [
    'a figure whose query no longer parses',
    { body: 'Đã giao\n{{tasks.assigned; since=2020-01-01}} nhiệm vụ.' },
    'sections.tasks.body',
    'Mục “I. NHIỆM VỤ GIAO”, dòng 2, cột 1: Số liệu “tasks.assigned” không có tham số “since”. Tham số có thể dùng: from, asOf',
  ],
  [
    'a figure of a day that is none',
    { body: 'Đã giao {{tasks.assigned; asOf=31/02}} nhiệm vụ.' },
    'sections.tasks.body',
    'Tham số asOf “31/02” không đúng. Hãy ghi end, before',
  ],
  [
    'an unknown field in its words',
    { body: 'Trong {{ky}}.' },
    'sections.tasks.body',
    'Không có trường “ky”. Các trường có thể dùng: period',
  ],
  ['an unknown field in its title', { title: 'Báo cáo {{thang}}', body: 'x' }, 'title', 'Tên báo cáo, dòng 1, cột 9'],
] as const) {
  test(`a template in use with ${what} draws nothing up, and says where and what to do`, async (t) => {
    const app = await freshApp(t, { at: '2021-03-02' })
    await lived(app)
    await oldTemplate(app, template)
    const officer = await app.as('followUp')
    const refused = await officer.send('POST', WRITTEN, { body: ORDER })
    assert.deepEqual([refused.status, problem(refused).code], [409, 'report.template_broken'])
    const [field] = problem(refused).fields
    assert.deepEqual([field!.path, field!.code], [path, 'report.text_broken'])
    assert.ok(field!.message.includes(says), field!.message)
    assert.match(
      problem(refused).detail,
      /^Mẫu đang dùng \(bản 9\) không đọc được nữa\. .*hãy lập bản mới của mẫu, sửa/,
    )
    await nothingMade(app)
  })
}

test('the schedule makes nothing of such a template either, and its page says why', async (t) => {
  const app = await freshApp(t, { at: '2021-02-20' })
  await lived(app)
  await oldTemplate(app, { body: '{{tasks.assigned; since=2020-01-01}}' })
  const keeper = await app.as('administrator')
  const regime = { kind: KIND, validFrom: '2021-02-01', dayOfMonth: 25, months: [2], of: 'running', instrument: 'MẪU' }
  assert.equal((await keeper.send('POST', `${REPORTS}/regimes`, { body: regime })).status, 201)
  app.clock.set('2021-02-25')
  await app.db.transaction().execute((trx) => addJob(trx, 'oversight.scheduledDrafts', {}))
  await app.drain()
  await nothingMade(app)
  const { rows } = (await keeper.send('GET', `${REPORTS}/regimes`)).body as { rows: { last: { note: string } }[] }
  assert.match(rows[0]!.last.note, /Mục “I\. NHIỆM VỤ GIAO”, dòng 1, cột 1: .*không có tham số “since”/)
})

test('a draft whose words no longer read is not submitted; the section is named, and mending it is enough', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  await templateInUse(await app.as('administrator'), KIND)
  const officer = await app.as('followUp')
  const id = await write(officer, ORDER)
  const version = await decideAll(officer, id, 1)
  await app.db
    .updateTable('oversight.report_section')
    .set({ body: 'Có {{tasks.open; since=2020-01-01}} việc.' })
    .where('report_id', '=', id)
    .where('key', '=', 'tasks')
    .execute()
  const refused = await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: version })
  assert.deepEqual([refused.status, problem(refused).code], [409, 'report.not_ready'])
  const [field] = problem(refused).fields
  assert.deepEqual([field!.path, field!.code], ['sections.tasks.body', 'report.text_broken'])
  const { open, openEn } = await textOf(officer, id)
  assert.ok(open.some((sentence) => sentence.includes('“since”')))
  assert.ok(openEn!.some(({ en }) => en?.includes('line 1, column 4, {{tasks.open; since=2020-01-01}}: a parameter')))
  const mended = await officer.send('PUT', `${REPORTS}/${id}/sections/tasks`, {
    ifMatch: version,
    body: { body: 'Có {{tasks.open}} việc.' },
  })
  assert.equal(mended.status, 200)
  assert.equal((await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: version + 1 })).status, 200)
})

test('a figure of an agency that did not exist that day, or of none at all, has no value and says why', async (t) => {
  const app = await freshApp(t, { at: '2026-03-02' })
  await lived(app, undefined, '01/NQ-CP', '2021-03-01T03:00:00Z')
  const officer = await app.as('followUp')
  const young = await app.agency('bo-dan-toc-va-ton-giao')
  await templateInUse(await app.as('administrator'), KIND)
  const id = await write(officer, { ...ORDER, knownOn: null })
  const version = await decideAll(officer, id, 1)
  const body = `{{tasks.assigned; agency=${young}}} và {{tasks.assigned; agency=999999}}`
  const edited = await officer.send('PUT', `${REPORTS}/${id}/sections/tasks`, { ifMatch: version, body: { body } })
  assert.equal(edited.status, 200)
  const text = await textOf(officer, id)
  assert.equal(wordsOf(text, 'tasks'), '… và …', 'never a zero that looks like a count')
  const missing = text.figures.flatMap((one) => (one.ref.includes('agency=') && one.missing ? [one.missing] : []))
  assert.ok(
    missing.some((words) => /28\/02\/2021 chưa có Bộ Dân tộc và Tôn giáo \(thành lập từ 01\/03\/2025\)/.test(words)),
  )
  assert.ok(missing.some((words) => words.includes('Không có cơ quan số 999999')))
  const refused = await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: version + 1 })
  assert.equal(problem(refused).fields[0]!.code, 'report.figures_missing')
})

test('in the first year a comparison has a dash for the year before, and the report goes out', async (t) => {
  const app = await freshApp(t, { at: '2020-03-15' })
  await lived(app, [{ slug: 'bo-cong-thuong', assignedOn: '2020-02-03', dueOn: '2020-12-31' }])
  const sections = SECTIONS.filter(({ key }) => key === 'compared')
  await templateInUse(await app.as('administrator'), KIND, sections, '2020-01')
  const officer = await app.as('followUp')
  const id = await write(officer, { kind: KIND, period: '2020-02', knownOn: null })
  const [, share] = (await textOf(officer, id)).sections[0]!.compared
  assert.deepEqual(
    share!.cells.map(({ printed }) => printed),
    ['0,0%', '–', '–'],
  )
  assert.equal((await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: 1 })).status, 200)
})

test('in the first year every kind of the Office is drafted, says nothing of a change, and goes out on paper', async (t) => {
  const app = await freshApp(t, { at: '2020-02-29' })
  await lived(app, [{ slug: 'bo-cong-thuong', assignedOn: '2020-02-03', dueOn: '2020-12-31' }])
  const officer = await app.as('followUp')
  const leader = await app.as('followUpLeader')
  const trade = await app.agency('bo-cong-thuong')
  const orders = [
    { kind: 'monthlyTaskForce', period: '2020-02' },
    { kind: 'governmentSession', period: '2020-02' },
    { kind: 'quarterly', period: '2020-Q1' },
    { kind: 'halfYear', period: '2020-H1' },
    { kind: 'planningMinistry', period: '2020-Q1' },
    { kind: 'directive', period: '2020-02-29', source: '01/NQ-CP' },
    { kind: 'agency', period: '2020-02-29', agencyId: trade },
    { kind: 'resolutionPage', period: '2020-02-29', source: '01/NQ-CP' },
    { kind: 'yearly', period: '2020' },
  ]
  for (const order of orders) {
    const id = await write(officer, { ...order, knownOn: null })
    const text = await textOf(officer, id)
    const words = text.sections.map(({ key }) => wordsOf(text, key)).join('\n')
    assert.doesNotMatch(words, /…|–|so với tháng trước|\[\[|\]\]/, `${order.kind} ${order.period}`)
    await issue(officer, leader, id, 1)
    if (order.kind !== 'monthlyTaskForce' && order.kind !== 'halfYear') continue
    const { bytes } = await officer.send('GET', `${REPORTS}/${id}/document?format=pdf`)
    const { text: pdf } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
    assert.match(
      pdf,
      order.kind === 'halfYear' ? /Chưa có số liệu cùng kỳ năm trước để so sánh/ : /quá hạn chưa hoàn thành/,
    )
    assert.doesNotMatch(pdf, /…|so với tháng trước|\[\[/)
    const html = await officer.send('GET', `${REPORTS}/${id}/document?format=html`)
    assert.doesNotMatch(html.bytes.toString(), /…|so với tháng trước|\[\[/)
  }
})
