import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestApp, Visitor } from '../test/app.ts'
import { act, draftAt, editOf, look, makeReady, openDesk, type Refusal, SAMPLE, takeIn } from '../test/review-desk.ts'
import type { Accuracy, AccuracyCounts, Corrections, MissedLabels, OutcomeList } from './outcome-shapes.ts'

type Desk = TestApp & { reviewer: Visitor }

const get = async <T>(visitor: Visitor, what: string, query: Record<string, string | number> = {}): Promise<T> => {
  const words = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  const answer = await visitor.send('GET', `/api/directives/${what}?${words}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body as T
}

/** Confirms the sample as one of its own number, with the same correction of a unit each time. */
async function confirmCopy(desk: Desk, number: number, drop = false): Promise<number> {
  const text = String(SAMPLE).replace('901/QĐ-VPCP', `${number}/QĐ-VPCP`)
  const { id } = await takeIn(desk, text, `ke-hoach-${number}.txt`)
  const ready = await makeReady(desk, id)
  if (drop) await act(desk.reviewer, ready, draftAt(ready, 'II.1.b'), '/drop')
  const draft = draftAt(await look(desk.reviewer, id), 'II.2.a')
  await act(desk.reviewer, { id }, draft, '', {
    ...editOf(draft),
    deadlines: draft.deadlines.map((deadline) => ({ ...deadline, dueOn: '2021-07-15' })),
  })
  const { version } = await look(desk.reviewer, id)
  const done = await desk.reviewer.send('POST', `/api/directives/${id}/confirm`, { body: {}, ifMatch: version })
  assert.equal(done.status, 200, JSON.stringify(done.body))
  return id
}

test('every figure opens exactly the rows it counts', async (t) => {
  const desk: Desk = await openDesk(t)
  await confirmCopy(desk, 901)
  await confirmCopy(desk, 902, true)
  const accuracy = await get<Accuracy>(desk.reviewer, 'accuracy')
  assert.deepEqual([accuracy.from, accuracy.to, accuracy.waiting], ['2020-03', '2021-02', 0])
  assert.deepEqual(accuracy.types, ['Quyết định'])
  const lead = accuracy.byField.find(({ field }) => field === 'lead')
  assert.deepEqual(lead, { field: 'lead', right: 5, changed: 2, added: 0, dropped: 0 })
  assert.deepEqual(
    accuracy.byField.find(({ field }) => field === 'task'),
    { field: 'task', right: 7, changed: 0, added: 0, dropped: 1 },
  )

  const figures: [Record<string, string>, AccuracyCounts][] = [
    ...accuracy.byField.map(({ field, ...counts }) => [{ field }, counts] as [Record<string, string>, AccuracyCounts]),
    ...accuracy.byBand.map(({ band, ...counts }) => [{ band }, counts] as [Record<string, string>, AccuracyCounts]),
    ...accuracy.byType.map(({ type, ...counts }) => [{ type }, counts] as [Record<string, string>, AccuracyCounts]),
    ...accuracy.byMonth.map(
      ({ month, ...counts }) => [{ from: month, to: month }, counts] as [Record<string, string>, AccuracyCounts],
    ),
  ]
  assert.ok(figures.length > 10)
  for (const [filter, { right, changed, added, dropped }] of figures) {
    const all = { right, changed, added, dropped, suggested: right + changed + dropped }
    for (const [verdict, count] of Object.entries(all)) {
      const { rows, nextCursor } = await get<OutcomeList>(desk.reviewer, 'outcomes', { ...filter, verdict, limit: 200 })
      assert.equal(nextCursor, null)
      assert.equal(rows.length, count, `${JSON.stringify(filter)} ${verdict}`)
    }
  }
})

test('the rows come in pages, newest first, and lead to the draft they are about', async (t) => {
  const desk: Desk = await openDesk(t)
  const id = await confirmCopy(desk, 901)
  const whole = await get<OutcomeList>(desk.reviewer, 'outcomes', { limit: 200 })
  const paged: number[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: OutcomeList = await get(desk.reviewer, 'outcomes', { limit: 7, ...(cursor ? { cursor } : {}) })
    paged.push(...page.rows.map((row) => row.id))
    cursor = page.nextCursor
  }
  assert.deepEqual(
    paged,
    whole.rows.map((row) => row.id),
  )
  const [changed] = (await get<OutcomeList>(desk.reviewer, 'outcomes', { field: 'lead', verdict: 'changed' })).rows
  assert.deepEqual(
    [changed?.directiveId, changed?.number, changed?.ref, changed?.suggested, changed?.confirmed],
    [id, '901/QĐ-VPCP', 'II.2.b', 'Trung tâm Sao Mai', 'Vụ Tổng hợp'],
  )
  assert.equal(changed?.draftId, draftAt(await look(desk.reviewer, id), 'II.2.b').id)
  // A cursor of another filter is refused, and so is a period that ends before it begins.
  const { nextCursor } = await get<OutcomeList>(desk.reviewer, 'outcomes', { limit: 2 })
  const other = await desk.reviewer.send('GET', `/api/directives/outcomes?field=lead&cursor=${nextCursor}`)
  assert.equal(other.status, 400)
  const backwards = await desk.reviewer.send('GET', '/api/directives/accuracy?from=2021-02&to=2021-01')
  assert.deepEqual([backwards.status, (backwards.body as Refusal).code], [400, 'request.range'])
  // Nothing was confirmed a year before.
  const before = await get<Accuracy>(desk.reviewer, 'accuracy', { from: '2020-01', to: '2020-12' })
  assert.deepEqual([before.byField, before.byMonth], [[], []])
})

test('the name of a frequent correction is added to its agency by those who may, once', async (t) => {
  const desk: Desk = await openDesk(t)
  for (const number of [901, 902, 903]) await confirmCopy(desk, number)
  const admin = await desk.as('administrator')
  const office = await desk.agency('vpcp-vu-tong-hop')
  const first = async (visitor: Visitor) => (await get<Corrections>(visitor, 'corrections', { field: 'lead' })).rows[0]!
  const row = await first(admin)
  assert.deepEqual(
    [row.suggested, row.confirmed, row.agencyId, row.times, row.lastOn, row.lastNumber, row.alias],
    ['Trung tâm Sao Mai', 'Vụ Tổng hợp', office, 3, '2021-02-28', '903/QĐ-VPCP', 'open'],
  )
  assert.equal((await first(desk.reviewer)).alias, null)
  // A deadline has no other name.
  const all = await get<Corrections>(admin, 'corrections')
  assert.deepEqual(
    all.rows.map(({ field, times, alias }) => [field, times, alias]),
    [
      ['deadline', 3, null],
      ['lead', 3, 'open'],
    ],
  )
  const rows = await get<OutcomeList>(admin, 'outcomes', {
    ...{ field: 'lead', verdict: 'changed', suggested: row.suggested, confirmed: row.confirmed },
  })
  assert.equal(rows.rows.length, row.times)

  const added = await admin.send('POST', `/api/agencies/${office}/aliases`, {
    body: { alias: row.suggested, source: 'Rà soát văn bản 903/QĐ-VPCP' },
    ifMatch: row.agencyVersion!,
  })
  assert.equal(added.status, 200)
  assert.deepEqual([(await first(admin)).alias, (await first(desk.reviewer)).alias], ['known', 'known'])
  // The next document needs no correction.
  const { id } = await takeIn(desk, String(SAMPLE).replace('901/', '904/'), 'ke-hoach-904.txt')
  const [lead] = draftAt(await look(desk.reviewer, id), 'II.2.b').parties
  assert.deepEqual([lead?.agencyId, lead?.outcome], [office, 'certain'])
})

test('a name that another agency has is not offered as an alias', async (t) => {
  const desk: Desk = await openDesk(t)
  await confirmCopy(desk, 901)
  const admin = await desk.as('administrator')
  const other = await desk.agency('bo-y-te')
  const { version } = (await admin.send('GET', `/api/agencies/${other}`)).body as { version: number }
  await admin.send('POST', `/api/agencies/${other}/aliases`, {
    body: { alias: 'TRUNG TÂM SAO MAI', source: 'Thử' },
    ifMatch: version,
  })
  const { rows } = await get<Corrections>(admin, 'corrections', { field: 'lead' })
  assert.deepEqual([rows[0]?.suggested, rows[0]?.alias], ['Trung tâm Sao Mai', null])
})

test('a label that was not understood can be added, and is understood in the next document', async (t) => {
  const desk: Desk = await openDesk(t)
  const plan = (number: number) =>
    String(SAMPLE).replace('901/', `${number}/`).replace('- Đơn vị chủ trì: Bộ Tài', '- Đầu mối gánh việc: Bộ Tài')
  const { id } = await takeIn(desk, plan(901), 'ke-hoach-901.txt')
  const draft = draftAt(await makeReady(desk, id), 'II.2.a')
  const edit = editOf(draft)
  const finance = await desk.agency('bo-tai-chinh')
  const lead = { role: 'lead' as const, name: 'Bộ Tài chính', accountable: true, agencyId: finance }
  await act(desk.reviewer, { id }, draft, '', { ...edit, parties: [...edit.parties, lead] })
  const { version } = await look(desk.reviewer, id)
  const done = await desk.reviewer.send('POST', `/api/directives/${id}/confirm`, { body: {}, ifMatch: version })
  assert.equal(done.status, 200, JSON.stringify(done.body))

  const admin = await desk.as('administrator')
  const missed = async (visitor: Visitor) => (await get<MissedLabels>(visitor, 'missed-labels')).rows
  const row = { phrase: 'Đầu mối gánh việc', field: 'lead', times: 1, lastOn: '2021-02-28', lastNumber: '901/QĐ-VPCP' }
  assert.deepEqual(await missed(admin), [{ ...row, state: 'open' }])
  assert.deepEqual(await missed(desk.reviewer), [{ ...row, state: null }])
  const { rows } = await get<OutcomeList>(admin, 'outcomes', { label: row.phrase, field: row.field })
  assert.deepEqual(
    rows.map(({ ref, verdict, confirmed }) => [ref, verdict, confirmed]),
    [['II.2.a', 'added', 'Bộ Tài chính']],
  )
  await admin.send('POST', '/api/directives/labels', { body: { phrase: row.phrase, role: row.field } })
  assert.deepEqual(await missed(admin), [{ ...row, state: 'known' }])
  const next = await takeIn(desk, plan(902), 'ke-hoach-902.txt')
  assert.ok(draftAt(next, 'II.2.a').parties.some((party) => party.role === 'lead' && party.agencyId === finance))
})

test('only those who see every directive see how they are read', async (t) => {
  const desk: Desk = await openDesk(t)
  const visitors: [Visitor, number][] = [
    [await desk.as('officer', { agency: 'bo-tai-chinh' }), 403],
    [await desk.as('leader', { agency: 'bo-tai-chinh' }), 403],
    [await desk.as('auditor'), 200],
    [await desk.as('taskForceHead'), 200],
  ]
  for (const [visitor, status] of visitors) {
    for (const what of ['accuracy', 'corrections', 'outcomes', 'missed-labels', 'labels']) {
      assert.equal((await visitor.send('GET', `/api/directives/${what}`)).status, status, `${what}`)
    }
  }
})
