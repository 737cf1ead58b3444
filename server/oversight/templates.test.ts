import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp, restarted } from '../test/app.ts'
import { REPORTS } from './report.fixture.ts'
import { issue, LIVES, lived, problem, SECTIONS, templateInUse, textOf, wordsOf, write } from './text.fixture.ts'

const TEMPLATES = `${REPORTS}/templates`
const REGIMES = `${REPORTS}/regimes`

test('a template is a version: drafted, edited, tried on a past period, put in use; what was used stays', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const keeper = await app.as('administrator')
  const officer = await app.as('followUp')
  assert.equal((await officer.send('POST', TEMPLATES, { body: { kind: 'quarterly' } })).status, 403)
  const { id } = (await keeper.send('POST', TEMPLATES, { body: { kind: 'quarterly' } })).body as { id: number }
  assert.equal(
    problem(await keeper.send('POST', TEMPLATES, { body: { kind: 'quarterly' } })).code,
    'report.template_one_draft',
  )
  const url = `${TEMPLATES}/${id}`
  const section = (body: string) => [{ key: 'tasks', kind: 'text', heading: 'I. VIỆC', body, settings: {} }]
  for (const [body, code, says] of [
    ['Có {{tasks.asigned}}', 'report.figure_unknown', 'Dòng 1, cột 4'],
    ['Có\n{{ngay}}', 'report.field_unknown', 'Dòng 2, cột 1'],
  ] as const) {
    const refused = await keeper.send('PATCH', url, { ifMatch: 1, body: { sections: section(body) } })
    assert.deepEqual(
      [refused.status, problem(refused).fields[0]!.path, problem(refused).fields[0]!.code],
      [400, 'sections.0.body', code],
    )
    assert.ok(problem(refused).fields[0]!.message.includes(says), problem(refused).fields[0]!.message)
  }
  const chart = [{ key: 'c', kind: 'chart', heading: null, body: '', settings: {} }]
  assert.match(
    problem(await keeper.send('PATCH', url, { ifMatch: 1, body: { sections: chart } })).detail,
    /chưa nói là biểu đồ nào/,
  )
  assert.equal(
    problem(await keeper.send('PATCH', url, { ifMatch: 1, body: { title: 'Có {{tasks.done}}' } })).code,
    'report.figure_here',
  )
  assert.equal(problem(await keeper.send('POST', `${url}/use`, { ifMatch: 1 })).code, 'report.template_untried')
  // A figure that no room offers yet is accepted, and the try-out names it.
  const wording = 'Có {{tasks.assigned}} việc trong {{period}}; nợ {{taskforce.notOfferedYet}}.'
  const edited = await keeper.send('PATCH', url, { ifMatch: 1, body: { sections: section(wording) } })
  const isJoined = edited.status === 400
  if (isJoined) assert.equal(problem(edited).code, 'report.figure_unknown', 'the room is there and has no such figure')
  else {
    const tried = await keeper.send('POST', `${url}/try`, { ifMatch: 2, body: { period: '2020-Q4' } })
    assert.equal(tried.status, 200, JSON.stringify(tried.body))
    const { missing, sections } = tried.body as unknown as {
      missing: { ref: string; why: string }[]
      sections: { paragraphs: { text: string }[][] }[]
    }
    assert.deepEqual(missing, [
      { ref: 'taskforce.notOfferedYet', why: 'Chưa có phân hệ nào cung cấp số liệu “taskforce.notOfferedYet”.' },
    ])
    assert.equal(sections[0]!.paragraphs[0]!.map(({ text }) => text).join(''), 'Có 3 việc trong quý IV năm 2020; nợ ….')
  }
  const version = isJoined ? 1 : 2
  const good = await keeper.send('PATCH', url, {
    ifMatch: version,
    body: { sections: section('Có {{tasks.assigned}} việc.') },
  })
  assert.equal(good.status, 200, JSON.stringify(good.body))
  assert.equal(
    problem(await keeper.send('POST', `${url}/use`, { ifMatch: version + 1 })).code,
    'report.template_untried',
    'changed since',
  )
  assert.equal(
    problem(await keeper.send('POST', `${url}/try`, { ifMatch: version + 1, body: { period: '2021-Q1' } })).code,
    'report.try_past',
  )
  assert.equal(
    (await keeper.send('POST', `${url}/try`, { ifMatch: version + 1, body: { period: '2020-Q4' } })).status,
    200,
  )
  assert.equal((await app.db.selectFrom('oversight.report').selectAll().execute()).length, 0, 'a try keeps nothing')
  assert.equal((await keeper.send('POST', `${url}/use`, { ifMatch: version + 1 })).status, 200)
  assert.equal(
    problem(await keeper.send('PATCH', url, { ifMatch: version + 1, body: { title: 'Khác' } })).code,
    'report.template_stays',
  )
  const { rows } = (await officer.send('GET', TEMPLATES)).body as {
    rows: { kind: string; state: string; versionNumber: number }[]
  }
  assert.deepEqual(
    rows.filter(({ kind }) => kind === 'quarterly').map(({ state, versionNumber }) => [versionNumber, state]),
    [
      [2, 'inUse'],
      [1, 'retired'],
    ],
  )
  await assert.rejects(
    app.db.updateTable('oversight.report_template').set({ title: 'Khác' }).where('template_id', '=', id).execute(),
    /a template that was used stays as it is/,
  )
  const made = await write(officer, { kind: 'quarterly', period: '2021-Q1' })
  assert.equal(wordsOf(await textOf(officer, made), 'tasks'), 'Có 2 việc.')
})

test('on the day a regime sets the draft is there, what is missing is named, and whoever prepares is told, once', async (t) => {
  const app = await freshApp(t, { at: '2021-02-20' })
  await lived(app, LIVES.slice(0, 3))
  const keeper = await app.as('administrator')
  const officer = await app.as('followUp')
  await templateInUse(keeper, 'monthlyTaskForce', [
    SECTIONS[0],
    { key: 'other', kind: 'text', heading: 'II', body: 'Tỷ lệ {{tasks.overdueShare; from=2021-02-19}}.', settings: {} },
  ])
  const regime = {
    kind: 'monthlyTaskForce',
    validFrom: '2021-01-01',
    dayOfMonth: 25,
    months: [1, 2, 3],
    of: 'running',
    instrument: '62/QĐ-MẪU',
  }
  assert.equal((await officer.send('POST', REGIMES, { body: regime })).status, 403)
  const added = await keeper.send('POST', REGIMES, { body: { ...regime, validFrom: '2021-02-01' } })
  assert.equal(added.status, 201, JSON.stringify(added.body))
  const overlapping = await keeper.send('POST', REGIMES, { body: regime })
  assert.deepEqual([overlapping.status, problem(overlapping).code], [409, 'report.regime_overlaps'])
  assert.equal(
    problem(await keeper.send('POST', REGIMES, { body: { ...regime, kind: 'agency' } })).code,
    'report.regime_subject',
  )
  const drafts = async () =>
    (
      (await officer.send('GET', `${REPORTS}?state=draft`)).body as {
        rows: { id: number; kind: string; period: string; asOf: string }[]
      }
    ).rows
  const run = async (day: string) => {
    app.clock.set(day)
    await app.db.transaction().execute((trx) => addRun(trx))
    await app.drain()
  }
  await run('2021-02-24')
  assert.deepEqual(await drafts(), [])
  await run('2021-02-25')
  const [draft] = await drafts()
  assert.deepEqual([draft?.kind, draft?.period, draft?.asOf], ['monthlyTaskForce', '2021-02', '2021-02-25'])
  const text = await textOf(officer, draft!.id)
  assert.deepEqual(
    text.figures.filter(({ missing }) => missing !== null).map(({ ref }) => ref),
    ['tasks.overdueShare; from=2021-02-19'],
  )
  assert.match(text.open[0]!, /^Còn 1 số liệu chưa có: Tỷ lệ quá hạn trên tổng số đã giao/)
  const told = (await officer.send('GET', '/api/notifications')).body as { rows: { rows: { note: string | null }[] }[] }
  assert.ok(
    told.rows
      .flatMap(({ rows }) => rows)
      .some(({ note }) => note === 'Còn thiếu 1 số liệu: Tỷ lệ quá hạn trên tổng số đã giao'),
    JSON.stringify(told.rows),
  )
  await run('2021-02-26')
  assert.equal((await drafts()).length, 1, 'once')
  // A draft in the making is not made twice: the regime says why there is none.
  await write(officer, { kind: 'monthlyTaskForce', period: '2021-03', asOf: '2021-03-01' }).catch(() => {})
  app.clock.set('2021-03-02')
  await write(officer, { kind: 'monthlyTaskForce', period: '2021-03' })
  await run('2021-03-25')
  const { rows } = (await officer.send('GET', REGIMES)).body as {
    rows: { nextOn: string; last: { period: string; note: string | null } }[]
  }
  assert.deepEqual([rows[0]!.last.period, rows[0]!.nextOn], ['2021-03', '2021-03-25'])
  assert.match(rows[0]!.last.note!, /^Đang có một báo cáo của kỳ này chưa phát hành/)
  const { id } = added.body as { id: number }
  assert.equal((await keeper.send('POST', `${REGIMES}/${id}/end`, { body: { validTo: '2021-03-31' } })).status, 201)
  assert.equal(
    problem(await keeper.send('POST', `${REGIMES}/${id}/end`, { body: { validTo: '2021-04-30' } })).code,
    'report.regime_ended',
  )
})

async function addRun(trx: Parameters<typeof import('../platform/jobs.ts').addJob>[0]): Promise<void> {
  const { addJob } = await import('../platform/jobs.ts')
  await addJob(trx, 'oversight.scheduledDrafts', {})
}

test('printed figures of before the system are shown with the rule by which they follow, or as not reproducible', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  const member = await app.as('taskForce')
  const { rows } = (await member.send('GET', `${REPORTS}/published`)).body as {
    rows: { asOf: string; printedShare: string; rule: string | null; addsUp: boolean; tried: { printed: string }[] }[]
  }
  assert.deepEqual(
    rows.map(({ asOf, printedShare, rule, addsUp }) => [asOf, printedShare, rule === null, addsUp]),
    [
      ['2021-02-28', '3,2%', false, true],
      ['2017-12-25', '1,38%', false, true],
      ['2016-12-25', '2,82%', true, true],
    ],
  )
  assert.ok(rows[2]!.tried.length > 4 && rows[2]!.tried.every(({ printed }) => printed !== '2,82%'))
})

test('the issued copy is the same to the byte after 500 later acts, a reorganisation of its agencies and a restart', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const keeper = await app.as('administrator')
  const [officer, leader] = [await app.as('followUp'), await app.as('followUpLeader')]
  await templateInUse(keeper, 'monthlyTaskForce')
  const id = await write(officer, { kind: 'monthlyTaskForce', period: '2021-02' })
  await issue(officer, leader, id, 1)
  const copies = async () =>
    Promise.all(
      ['docx', 'pdf', 'xlsx', 'svg', 'png', 'html'].map(async (format) =>
        (await officer.send('GET', `${REPORTS}/${id}/document?format=${format}`)).bytes.toString('base64'),
      ),
    )
  const [files, text] = [await copies(), await textOf(officer, id)]
  // A year of 500 tasks, each given, received, reported and confirmed, in the very agencies and period of the report.
  const many = Array.from({ length: 500 }, (_, place) => ({
    slug: place % 2 === 0 ? 'bo-cong-thuong' : 'bo-tai-chinh',
    assignedOn: '2021-01-04',
    dueOn: '2021-02-10',
    ...(place % 3 === 0 ? { completedOn: `2021-02-0${1 + (place % 9)}` } : {}),
  }))
  app.clock.set('2021-06-01')
  await lived(app, many, '99/NQ-CP', '2021-05-03T03:00:00Z')
  // The ministry gets another name, and another template is put in use.
  const trade = await app.agency('bo-cong-thuong')
  await app.db
    .updateTable('registry.agency_period' as never)
    .set({ name: 'Bộ Công Thương và Năng lượng' } as never)
    .where('agency_id' as never, '=', trade as never)
    .execute()
  await templateInUse(keeper, 'monthlyTaskForce', [SECTIONS[0]])
  assert.deepEqual(await copies(), files)
  const send = await restarted(t, app, officer)
  for (const [place, format] of ['docx', 'pdf', 'xlsx', 'svg', 'png', 'html'].entries()) {
    const again = await send('GET', `${REPORTS}/${id}/document?format=${format}`)
    assert.equal(again.bytes.toString('base64'), files[place], format)
  }
  assert.deepEqual(await textOf(officer, id), text)
})

test('the targets of a document: required, measured, by whom, and whether it is claimed or proved', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const officer = await app.as('followUp')
  const none = await officer.send('GET', `${REPORTS}/scoreboard?source=archive:01/NQ-CP`)
  assert.deepEqual((none.body as { rows: unknown[] }).rows, [])
  assert.equal((await officer.send('GET', `${REPORTS}/scoreboard?source=x`)).status, 400)
})

test('a template that names an agency or a document that is not there is refused, at its change and at its use', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const keeper = await app.as('administrator')
  const { id } = (await keeper.send('POST', TEMPLATES, { body: { kind: 'quarterly' } })).body as { id: number }
  const url = `${TEMPLATES}/${id}`
  const sections = (body: string) => [{ key: 'tasks', kind: 'text', heading: null, body, settings: {} }]
  const change = (version: number, body: string) =>
    keeper.send('PATCH', url, { ifMatch: version, body: { sections: sections(body) } })
  for (const param of ['agency=9999999', 'source=archive:NOPE', 'source=directive:9999']) {
    const refused = await change(1, `Có {{tasks.assigned; ${param}}}.`)
    assert.deepEqual(
      [refused.status, problem(refused).fields[0]!.path, problem(refused).fields[0]!.code],
      [400, 'sections.0.body', 'report.parameter'],
      JSON.stringify(refused.body),
    )
    assert.match(problem(refused).detail, /sẽ luôn thiếu: (Không có cơ quan số 9999999|không có nhiệm vụ)/)
  }
  const agency = await app.agency('bo-ke-hoach-va-dau-tu')
  assert.equal((await change(1, `Có {{tasks.assigned; agency=${agency}; source=archive:01/NQ-CP}}.`)).status, 200)
  const tried = (version: number) =>
    keeper.send('POST', `${url}/try`, { ifMatch: version, body: { period: '2020-Q4' } })
  assert.equal((await tried(2)).status, 200)
  // Between its trial and its use the agency ended.
  app.clock.set('2026-03-02T02:00:00Z')
  const later = await app.as('administrator')
  const refused = await later.send('POST', `${url}/use`, { ifMatch: 2 })
  assert.deepEqual([refused.status, problem(refused).code], [409, 'report.template_unknown'])
  assert.match(problem(refused).detail, /kế thừa là Bộ Tài chính/)
})
