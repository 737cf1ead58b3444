import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../test/app.ts'
import { REPORTS, submittedReport } from './report.fixture.ts'
import {
  cancelOverdue,
  decideAll,
  issue,
  LIVES,
  lived,
  problem,
  SECTIONS,
  templateInUse,
  textOf,
  wordsOf,
  write,
} from './text.fixture.ts'

test('a quarter compares with the last one as that began, and days in which nothing can be have no value', async (t) => {
  const app = await freshApp(t, { at: '2021-04-02' })
  await lived(app, [{ slug: 'bo-cong-thuong', assignedOn: '2020-01-06', dueOn: '2020-12-31' }, ...LIVES])
  await templateInUse(await app.as('administrator'), 'quarterly', SECTIONS, '2020-Q4')
  const officer = await app.as('followUp')
  const id = await write(officer, { kind: 'quarterly', period: '2021-Q1', knownOn: null })
  const [assigned] = (await textOf(officer, id)).sections.find(({ key }) => key === 'compared')!.compared
  assert.deepEqual(
    assigned!.cells.map(({ printed }) => printed),
    ['2', '4', '2'],
    'in 2020 four were given, and two by the end of March',
  )
  assert.match(assigned!.cells[1]!.rows!, /from=2020-01-01&asOf=2020-12-31/)
  const version = await decideAll(officer, id, 1)
  const body = 'Năm tới {{tasks.assigned; asOf=2027-01-01}}, tháng sau {{tasks.assigned; from=2021-04-01}}.'
  const edited = await officer.send('PUT', `${REPORTS}/${id}/sections/tasks`, { ifMatch: version, body: { body } })
  assert.equal(edited.status, 200, JSON.stringify(edited.body))
  const text = await textOf(officer, id)
  assert.equal(wordsOf(text, 'tasks'), 'Năm tới …, tháng sau ….')
  const missing = text.figures.flatMap(({ missing: why }) => (why === null ? [] : [why]))
  assert.deepEqual(missing, [
    'Số nhiệm vụ đã giao: ngày 01/01/2027 chưa đến.',
    'Số nhiệm vụ đã giao: ngày bắt đầu 01/04/2021 sau ngày chốt 31/03/2021.',
  ])
  const refused = await officer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: version + 1 })
  assert.equal(problem(refused).fields[0]!.code, 'report.figures_missing')
})

test('the figures of a report computed during a day open the rows they counted, whatever is recorded later that day', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const [officer, leader] = [await app.as('followUp'), await app.as('followUpLeader')]
  const order = { kind: 'directive', period: '2021-03-02', source: 'archive:01/NQ-CP' }
  const id = await write(officer, order)
  await issue(officer, leader, id, 1)
  const monthly = await submittedReport(officer, { month: '2021-03' })
  app.clock.set('2021-03-02T09:00:00Z')
  await cancelOverdue(officer)
  const totalAt = async (address: string) => {
    const { status, body } = await officer.send('GET', `${address.replace(/^\/nhiem-vu/, '/api/tasks')}&count=true`)
    assert.equal(status, 200, `${address} ${JSON.stringify(body)}`)
    return (body as { total: number }).total
  }
  const opened = async (text: Awaited<ReturnType<typeof textOf>>) => {
    for (const { ref, rows, value, name } of text.figures)
      if (rows?.startsWith('/nhiem-vu') && !/Share|Points/.test(name)) assert.equal(await totalAt(rows), value, ref)
    for (const { agencyName, rows, assigned, openOverdue } of text.sections.flatMap(
      ({ data }) => data?.agencies ?? [],
    )) {
      assert.equal(await totalAt(rows), assigned, agencyName)
      assert.equal(await totalAt(`${rows}&standing=openOverdue`), openOverdue, agencyName)
    }
  }
  const issued = await textOf(officer, id)
  assert.match(wordsOf(issued, 'tasks'), /giao 5 nhiệm vụ/)
  await opened(issued)
  const { content } = (await officer.send('GET', `${REPORTS}/${monthly.id}`)).body as {
    content: { headline: { assigned: number }; agencies: { rows: string; partition: { assigned: number } }[] }
  }
  assert.equal(content.headline.assigned, 5)
  for (const { rows, partition } of content.agencies)
    assert.equal(await totalAt(rows.replace('/api/tasks', '/nhiem-vu')), partition.assigned)

  // A correction counts what is known when it is made, and no more.
  const made = await officer.send('POST', `${REPORTS}/${id}/correct`, { body: { reason: 'Một nhiệm vụ đã dừng.' } })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const second = (made.body as { id: number }).id
  app.clock.set('2021-03-02T10:00:00Z')
  await cancelOverdue(officer)
  const draft = await textOf(officer, second)
  assert.match(wordsOf(draft, 'tasks'), /giao 4 nhiệm vụ/)
  await opened(draft)
  assert.ok(draft.figures.some(({ name, now }) => name === 'tasks.assigned' && now?.printed === '3'))
  // A figure that is named later counts up to the same instant as the others.
  const body = 'Giao {{tasks.assigned; from=1990-01-01}}, quá hạn {{tasks.openOverdue; from=2000-01-01}}.'
  const edited = await officer.send('PUT', `${REPORTS}/${second}/sections/tasks`, { ifMatch: 1, body: { body } })
  assert.equal(edited.status, 200, JSON.stringify(edited.body))
  assert.equal(wordsOf(await textOf(officer, second), 'tasks'), 'Giao 4, quá hạn 1.')
  const refreshed = await officer.send('POST', `${REPORTS}/${second}/figures/refresh`, { ifMatch: 2 })
  assert.equal(refreshed.status, 200, JSON.stringify(refreshed.body))
  assert.equal(wordsOf(await textOf(officer, second), 'tasks'), 'Giao 3, quá hạn 0.')
  await opened(await textOf(officer, second))
})

test('a figure about a document that is not there, or of records from before its period, is missing and not 0', async (t) => {
  const app = await freshApp(t, { at: '2021-03-02' })
  await lived(app)
  const officer = await app.as('followUp')
  const id = await write(officer, { kind: 'monthlyTaskForce', period: '2021-02' })
  const lead = await app.agency('bo-noi-vu')
  const missing = [
    'tasks.assigned; source=directive:9999',
    'tasks.assigned; source=zzz:1',
    `tasks.openOverdue; agency=${lead}; source=archive:NOPE`,
    'programme.owed; source=directive:9999',
    'tasks.assigned; knownOn=2019-12-31',
  ]
  const counted = ['tasks.assigned; source=archive:01/NQ-CP', `tasks.assigned; agency=${lead}; source=archive:01/NQ-CP`]
  const body = [...missing, ...counted].map((ref) => `{{${ref}}}`).join(', ')
  const edited = await officer.send('PUT', `${REPORTS}/${id}/sections/tasks`, { ifMatch: 1, body: { body } })
  assert.equal(edited.status, 200, JSON.stringify(edited.body))
  const text = await textOf(officer, id)
  assert.equal(wordsOf(text, 'tasks'), '…, …, …, …, …, 5, 0')
  const why = (ref: string) => text.figures.find((one) => one.ref === ref)!.missing
  for (const ref of missing.slice(0, 4))
    assert.match(why(ref)!, /không có nhiệm vụ, đề án nào của văn bản “(directive:9999|zzz:1|archive:NOPE)”/, ref)
  assert.match(why(missing[4]!)!, /ghi nhận đến hết ngày 31\/12\/2019, trước ngày bắt đầu tính 01\/01\/2020/)
  assert.ok(
    text.open.some((point) => point.includes('số liệu chưa có')),
    text.open.join('\n'),
  )
})

test('of an agency that ended by hand, what is still in its name counts, and the report drafted of it can go on', async (t) => {
  const app = await freshApp(t, { at: '2026-03-02' })
  await lived(app, [{ slug: 'bo-cong-thuong', assignedOn: '2026-01-05', dueOn: '2026-01-30' }])
  const ended = await app.agency('bo-cong-thuong')
  const keeper = await app.as('administrator')
  const version = (await keeper.send('GET', `/api/agencies/${ended}`)).body as { version: number }
  const end = await keeper.send('POST', `/api/agencies/${ended}/end`, {
    body: { on: '2026-02-20', heirId: null, withUnits: true, source: 'Nghị quyết MẪU' },
    ifMatch: version.version,
  })
  assert.equal(end.status, 200, JSON.stringify(end.body))
  const officer = await app.as('followUp')
  const id = await write(officer, { kind: 'monthlyTaskForce', period: '2026-02' })
  const late = (await textOf(officer, id)).recommendations.find(({ rule }) => rule === 'mostOverdue')!
  assert.match(late.body, new RegExp(`agency=${ended}`))
  const decided = await decideAll(officer, id, 1)
  const body = `Quá hạn {{tasks.openOverdue; agency=${ended}}}, giao mới {{tasks.assigned; agency=${ended}; from=2026-02-01}}.`
  const edited = await officer.send('PUT', `${REPORTS}/${id}/sections/tasks`, { ifMatch: decided, body: { body } })
  assert.equal(edited.status, 200, JSON.stringify(edited.body))
  const text = await textOf(officer, id)
  assert.equal(wordsOf(text, 'tasks'), 'Quá hạn 1, giao mới ….')
  assert.deepEqual(
    text.figures.flatMap(({ missing }) => (missing?.includes('không còn') ? [missing] : [])),
    [
      'Số nhiệm vụ đã giao: Ngày 28/02/2026 không còn Bộ Công Thương (kết thúc hoạt động từ 20/02/2026). Hãy chọn cơ quan khác hoặc kỳ sớm hơn.',
    ],
  )
})
