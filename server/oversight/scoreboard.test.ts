import assert from 'node:assert/strict'
import { test } from 'node:test'
import { A_TARGET, agenciesOf, aSource, aTask, FINANCE, given, HOME, PLANNING } from '../tasks/task.fixture.ts'
import { freshApp, type Visitor } from '../test/app.ts'
import { REPORTS } from './report.fixture.ts'
import { measuredDocuments } from './scoreboard.ts'

const SCOREBOARD = `${REPORTS}/scoreboard`
interface Listed {
  source: string
  number: string
  targets: number
}

/** The list for a reader, as `number: targets`; each document's page has exactly as many rows as the list says. */
async function listed(reader: Visitor, asOf?: string): Promise<string[]> {
  const rowsAt = async <Row>(path: string): Promise<Row[]> => {
    const { status, body } = await reader.send('GET', path)
    assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`)
    return (body as { rows: Row[] }).rows
  }
  const day = asOf === undefined ? '' : `asOf=${asOf}`
  const documents = await rowsAt<Listed>(`${SCOREBOARD}/documents?${day}`)
  for (const { source, number, targets } of documents) {
    const page = await rowsAt(`${SCOREBOARD}?source=${encodeURIComponent(source)}&${day}`)
    assert.equal(page.length, targets, `${number} as ${reader.actor.role} on ${asOf ?? 'today'}`)
  }
  return documents.map(({ number, targets }) => `${number}: ${targets}`).sort()
}

test('the list of documents with targets says of each as many as its scoreboard shows, to every reader, on any day', async (t) => {
  const app = await freshApp(t, { at: '2021-01-12' })
  const agencies = await agenciesOf(app)
  const follow = await app.as('followUp')
  const measured = { targets: [A_TARGET] }
  let made = 0
  const from = (number: string) => {
    made += 1
    return aSource(agencies, { id: made, number, title: `Văn bản ${number}` })
  }
  const send = async (act: string, id: number, body: object, ifMatch = 1) => {
    const { status, body: answer } = await follow.send('POST', `/api/tasks/${id}/${act}`, { ifMatch, body })
    assert.equal(status, 200, JSON.stringify(answer))
  }
  // One that stays; one whose only task is cancelled; one whose task passes to another ministry; one that begins later.
  await given(app, from('1/QĐ-MẪU'), aTask('A', agencies.finance, '2021-06-30', { targets: [A_TARGET, A_TARGET] }))
  const cancelled = await given(app, from('2/QĐ-MẪU'), aTask('A', agencies.finance, '2021-06-30', measured))
  const passed = await given(app, from('3/QĐ-MẪU'), aTask('A', agencies.planning, '2021-06-30', measured))
  app.clock.set('2021-02-10')
  await given(app, { ...from('4/QĐ-MẪU'), assignedOn: '2021-02-10' }, aTask('A', agencies.home, null, measured))
  await send('cancel', cancelled, { reason: 'Văn bản được thay thế' })
  await send('transfer', passed, { reason: 'Chuyển chủ trì', agencyId: agencies.home })

  const office = ['1/QĐ-MẪU: 2', '3/QĐ-MẪU: 1', '4/QĐ-MẪU: 1']
  assert.deepEqual(await listed(follow), office)
  assert.deepEqual(await listed(follow, '2021-01-31'), ['1/QĐ-MẪU: 2', '2/QĐ-MẪU: 1', '3/QĐ-MẪU: 1'])
  assert.deepEqual(await listed(follow, '2020-12-31'), [])
  const ahead = await follow.send('GET', `${SCOREBOARD}?source=directive:1&asOf=2030-01-01`)
  assert.deepEqual([ahead.status, (ahead.body as { code: string }).code], [400, 'request.day_ahead'])
  // A list that is cut says so.
  const few = async (most: number) => {
    const { rows, isCut } = await measuredDocuments(app.db, follow.actor, '2021-02-10', '2021-02-10', most)
    return [rows.length, isCut]
  }
  assert.deepEqual(
    [await few(2), await few(3)],
    [
      [2, true],
      [3, false],
    ],
  )
  for (const [slug, sees] of [
    [FINANCE, ['1/QĐ-MẪU: 2']],
    [PLANNING, []],
    [HOME, ['3/QĐ-MẪU: 1', '4/QĐ-MẪU: 1']],
  ] as const) {
    const reader = await app.as('officer', { agency: slug })
    assert.deepEqual(await listed(reader), sees, slug)
  }
})
