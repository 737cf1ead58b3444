import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, freshApp } from '../test/app.ts'
import { REPORTS } from './report.fixture.ts'
import { decideAll, lived, SECTIONS, templateInUse, textOf, wordsOf, write } from './text.fixture.ts'

type Body = { code: string; detail: string; fields: { path: string; code: string; message: string }[] }
const problem = ({ body }: Answer) => body as unknown as Body

test('a quarter compares with the last one as that began, and days in which nothing can be have no value', async (t) => {
  const app = await freshApp(t, { at: '2021-04-02' })
  await lived(app)
  await templateInUse(await app.as('administrator'), 'quarterly', SECTIONS, '2020-Q4')
  const officer = await app.as('followUp')
  const id = await write(officer, { kind: 'quarterly', period: '2021-Q1', knownOn: null })
  const [assigned] = (await textOf(officer, id)).sections.find(({ key }) => key === 'compared')!.compared
  assert.deepEqual(
    assigned!.cells.map(({ printed }) => printed),
    ['2', '3', '1'],
    'in 2020 three were given, and one by the end of March',
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
