import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf } from '../notifications/notifications.fixture.ts'
import { changedOnce } from '../test/once.ts'
import { archiveDays } from './case-jobs.ts'
import type { CaseFigures, CaseList } from './case-shapes.ts'
import {
  aDraft,
  addFileTo,
  aFile,
  anIncoming,
  archived,
  base,
  caseOf,
  casesWorld,
  closed,
  codeOf,
  fieldsOf,
  offered,
  opened,
} from './cases.fixture.ts'
import type { Nomenclature, NomenclatureList } from './nomenclature-shapes.ts'

test('a case is opened from an issued nomenclature, filled in the order of its days, and closed when nothing is missing', async (t) => {
  const world = await casesWorld(t)
  const { ok, clerk, keeper, agencies, classOf } = world
  const { id: listId } = await ok<{ id: number }>(clerk, 'POST', `${base}/nomenclatures`, { year: 2026 })
  const lines = [
    {
      heading: 'I. Thủ tục hành chính',
      code: '01-TTHC',
      title: 'Rà soát thủ tục năm 2026',
      retentionClassId: await classOf(20),
      unitId: agencies.procedures,
      keeperId: keeper.actor.personId,
    },
    { code: '02-TTHC', title: 'Báo cáo tổng kết', retentionClassId: await classOf(0), unitId: agencies.procedures },
  ]
  await ok(clerk, 'PUT', `${base}/nomenclatures/${listId}/lines`, { lines }, 1)
  // A draft is no one's yet.
  assert.deepEqual(codeOf(await keeper.send('GET', `${base}/nomenclatures/${listId}`)), [404, 'nomenclature.not_found'])
  const draft = await ok<Nomenclature>(clerk, 'GET', `${base}/nomenclatures/${listId}`)
  const lineId = draft.contents[0]!.id
  assert.deepEqual(codeOf(await keeper.send('POST', `${base}/cases`, { body: { lineId } })), [400, 'case.line_unknown'])
  await changedOnce(clerk, 'POST', `${base}/nomenclatures/${listId}/issue`, {
    body: { number: '12/QĐ-VPCP', issuedOn: '2026-03-01' },
    ifMatch: 2,
  })
  const issued = await ok<Nomenclature>(keeper, 'GET', `${base}/nomenclatures/${listId}`)
  assert.deepEqual([issued.state, issued.contents[0]!.mayOpen, issued.may], ['issued', true, []])

  const { id } = await ok<{ id: number }>(keeper, 'POST', `${base}/cases`, { lineId })
  const one = await caseOf(world, id)
  assert.deepEqual(
    [one.code, one.title, one.retentionYears, one.state],
    ['01-TTHC', 'Rà soát thủ tục năm 2026', 20, 'open'],
  )
  assert.deepEqual(one.missing, [{ itemId: null, what: 'empty' }])

  const late = await anIncoming(world, { open: true })
  const draftId = await aDraft(world)
  await addFileTo(world, id, 'a', { datedOn: '2026-03-01' })
  await addFileTo(world, id, 'b', { datedOn: '2026-01-05', title: 'Kế hoạch (MẪU)' })
  await ok(keeper, 'POST', `${base}/cases/${id}/documents`, { kind: 'incoming', documentId: late })
  const { id: draftItem } = await ok<{ id: number }>(keeper, 'POST', `${base}/cases/${id}/documents`, {
    kind: 'outgoing',
    documentId: draftId,
  })
  const filled = await caseOf(world, id)
  assert.deepEqual(
    filled.contents.map(({ number, datedOn, kind }) => [number, datedOn, kind]),
    [
      [1, '2026-01-05', 'file'],
      [2, '2026-02-10', 'incoming'],
      [3, '2026-03-01', 'file'],
      [4, null, 'outgoing'],
    ],
  )
  const refused = await keeper.send('POST', `${base}/cases/${id}/close`, {
    body: { endedOn: '2026-03-02' },
    ifMatch: filled.version,
  })
  assert.deepEqual(codeOf(refused), [409, 'case.not_complete'])
  assert.deepEqual(fieldsOf(refused), ['contents.1 case_item.openHandling', 'contents.3 case_item.unfinished'])

  await world.db
    .updateTable('records.handling')
    .set({ state: 'done', is_online: true, ended_at: world.clock.now().toString() })
    .where('incoming_id', '=', late)
    .execute()
  await ok(keeper, 'POST', `${base}/cases/${id}/items/${draftItem}/remove`, { reason: 'Thuộc hồ sơ khác' })
  assert.deepEqual(
    codeOf(await keeper.send('POST', `${base}/cases/${id}/items/${draftItem}/remove`, { body: { reason: 'x' } })),
    [404, 'case_item.not_found'],
  )
  const ready = await caseOf(world, id)
  assert.deepEqual([ready.missing, ready.removed[0]!.removed!.reason], [[], 'Thuộc hồ sơ khác'])
  for (const [endedOn, code] of [
    ['2026-03-03', 'case.ended_ahead'],
    ['2026-03-01', 'case.ended_before'],
  ] as const)
    assert.deepEqual(
      codeOf(await keeper.send('POST', `${base}/cases/${id}/close`, { body: { endedOn }, ifMatch: ready.version })),
      [400, code],
    )
  await changedOnce(keeper, 'POST', `${base}/cases/${id}/close`, {
    body: { endedOn: '2026-03-02' },
    ifMatch: ready.version,
  })
  const done = await caseOf(world, id)
  assert.deepEqual([done.state, done.dueOn, done.keptUntil], ['closed', '2027-12-31', '2046-12-31'])
  assert.deepEqual(codeOf(await keeper.send('POST', `${base}/cases/${id}/files`, aFile('c'))), [
    409,
    'case.wrong_state',
  ])
  await ok(keeper, 'POST', `${base}/cases/${id}/reopen`, { reason: 'Thiếu phụ lục' }, done.version)
  const again = await caseOf(world, id)
  assert.deepEqual([again.state, again.dueOn, again.history.at(-1)!.words], ['open', null, 'Thiếu phụ lục'])

  // What another unit has is not to be opened from, and the next year carries the lines over.
  assert.deepEqual(codeOf(await world.neighbour.send('POST', `${base}/cases`, { body: { lineId } })), [
    400,
    'case.line_unknown',
  ])
  const { id: nextId } = await ok<{ id: number }>(clerk, 'POST', `${base}/nomenclatures/${listId}/carry-over`)
  const next = await ok<Nomenclature>(clerk, 'GET', `${base}/nomenclatures/${nextId}`)
  assert.deepEqual(
    [next.year, next.state, next.contents.map(({ code, carriedFromId }) => [code, carriedFromId])],
    [2027, 'draft', issued.contents.map(({ code, id: lineOf }) => [code, lineOf])],
  )
  assert.deepEqual(codeOf(await clerk.send('POST', `${base}/nomenclatures/${listId}/carry-over`)), [
    409,
    'nomenclature.known',
  ])
  const list = await ok<NomenclatureList>(keeper, 'GET', `${base}/nomenclatures`)
  assert.deepEqual(
    list.rows.map(({ year }) => year),
    [2026],
  )
  for (const format of ['pdf', 'xlsx']) {
    const { status, bytes } = await keeper.send('GET', `${base}/nomenclatures/${listId}/file?format=${format}`)
    assert.deepEqual([status, bytes.subarray(0, 2).toString()], [200, format === 'pdf' ? '%P' : 'PK'])
  }
  assert.equal((await keeper.send('GET', `${base}/cases/${id}/paper`)).bytes.subarray(0, 4).toString(), '%PDF')
})

test('bad input is refused on the field that is wrong', async (t) => {
  const world = await casesWorld(t)
  const { clerk, keeper, ok, agencies, classOf } = world
  const send = async (url: string, body: unknown, who = keeper) => {
    const answer = await who.send('POST', `${base}${url}`, { body })
    return [answer.status, fieldsOf(answer)?.[0]]
  }
  const retentionClassId = await classOf(10)
  assert.deepEqual(await send('/nomenclatures', { year: 2025 }, clerk), [400, 'year nomenclature.year_past'])
  assert.deepEqual(await send('/nomenclatures', { year: 2028 }, clerk), [400, 'year nomenclature.year_past'])
  assert.deepEqual(await send('/cases', { title: 'x', retentionClassId, year: 2025 }), [400, 'year case.year_past'])
  assert.deepEqual(await send('/cases', { lineId: 987654 }), [400, 'lineId case.line_unknown'])
  assert.deepEqual(await send('/cases', { retentionClassId }), [400, 'title case.title_missing'])
  assert.deepEqual(await send('/cases', { title: 'x' }), [400, 'retentionClassId case.retention_missing'])
  assert.deepEqual(await send('/cases', { title: 'x', retentionClassId: 987654 }), [
    400,
    'retentionClassId case.retention_unknown',
  ])
  assert.deepEqual(await send('/cases', { title: 'x', retentionClassId, keeperId: world.stranger.actor.personId }), [
    400,
    'keeperId case.keeper_unknown',
  ])
  const id = await opened(world)
  const documentId = await anIncoming(world)
  await ok(keeper, 'POST', `${base}/cases/${id}/documents`, { kind: 'incoming', documentId })
  assert.deepEqual(await send(`/cases/${id}/documents`, { kind: 'incoming', documentId }), [
    400,
    'documentId case_item.already_in',
  ])
  // In another case it may be too.
  await ok(keeper, 'POST', `${base}/cases/${await opened(world)}/documents`, { kind: 'incoming', documentId })
  assert.deepEqual(
    codeOf(
      await keeper.send('POST', `${base}/cases/${id}/documents`, { body: { kind: 'outgoing', documentId: 987654 } }),
    ),
    [404, 'outgoing.not_found'],
  )
  await addFileTo(world, id, 'một tệp')
  const file = async (text: string, about: object) =>
    fieldsOf(await keeper.send('POST', `${base}/cases/${id}/files`, aFile(text, about)))
  assert.deepEqual(await file('một tệp', {}), ['file case_item.already_in'])
  assert.deepEqual(await file('', {}), ['file case_item.file_empty'])
  assert.deepEqual(await file('mai sau', { datedOn: '2026-03-03' }), ['datedOn case_item.of_the_future'])
  assert.deepEqual(
    (await file('x', { datedOn: '3/2/2026' }))?.map((field) => field.split(' ')[0]),
    ['datedOn'],
  )
  assert.deepEqual(await send('/hand-overs', { caseIds: [] }), [400, 'caseIds minItems'])
  const { id: listId } = await ok<{ id: number }>(clerk, 'POST', `${base}/nomenclatures`, { year: 2026 })
  const line = { code: '01', title: 'x', retentionClassId, unitId: agencies.procedures }
  const lines = await clerk.send('PUT', `${base}/nomenclatures/${listId}/lines`, {
    body: {
      lines: [
        line,
        line,
        {
          ...line,
          code: '03',
          unitId: agencies.finance,
          keeperId: world.stranger.actor.personId,
          retentionClassId: 987654,
        },
      ],
    },
    ifMatch: 1,
  })
  assert.deepEqual(fieldsOf(lines), [
    'lines.1.code nomenclature.code_twice',
    'lines.2.unitId nomenclature.unit_unknown',
    'lines.2.retentionClassId nomenclature.retention_unknown',
    'lines.2.keeperId nomenclature.keeper_unknown',
  ])
  assert.deepEqual(
    codeOf(
      await clerk.send('POST', `${base}/nomenclatures/${listId}/issue`, {
        body: { number: '1', issuedOn: '2026-03-01' },
        ifMatch: 1,
      }),
    ),
    [409, 'nomenclature.empty'],
  )
  assert.deepEqual(codeOf(await clerk.send('POST', `${base}/nomenclatures`, { body: { year: 2026 } })), [
    409,
    'nomenclature.known',
  ])
})

test('of two who add the same document at once one does, and of two hand-overs of one case one', async (t) => {
  const world = await casesWorld(t)
  const { keeper, colleague } = world
  const id = await opened(world)
  const documentId = await anIncoming(world)
  const add = (who: typeof keeper) =>
    who.send('POST', `${base}/cases/${id}/documents`, { body: { kind: 'incoming', documentId } })
  const added = await Promise.all([add(keeper), add(colleague)])
  assert.deepEqual(added.map(({ status }) => status).sort(), [201, 400])
  assert.equal((await caseOf(world, id)).contents.length, 1)
  const [first, second] = [await closed(world), await closed(world)]
  const offers = await Promise.all(
    [
      [first, second],
      [second, first],
    ].map((caseIds) => keeper.send('POST', `${base}/hand-overs`, { body: { caseIds } })),
  )
  assert.deepEqual(offers.map(({ status }) => status).sort(), [201, 409])
})

test('each morning what is near its day is due, the keeper is told once, and the archive of what has outlasted its retention', async (t) => {
  const world = await casesWorld(t)
  const { keeper, clerk, clock } = world
  const near = await closed(world)
  await closed(world, { title: 'Hồ sơ thứ hai (MẪU)' })
  const ended = await archived(world, { years: 5 })
  const permanent = await archived(world, { years: 0 })
  const run = async (on: string) => {
    clock.set(on)
    await archiveDays({}, world)
  }
  await run('2027-10-01')
  assert.equal((await caseOf(world, near)).state, 'closed')
  await run('2027-10-02')
  await run('2027-10-03')
  assert.equal((await caseOf(world, near)).state, 'dueForArchive')
  const bell = await linesOf(keeper)
  assert.deepEqual(
    bell.filter(({ event }) => event === 'case.keeperReminded').map(({ rows }) => rows[0]!.title),
    ['2 hồ sơ đến hạn nộp lưu trữ'],
  )
  const mine = await world.ok<CaseList>(keeper, 'GET', `${base}/cases?state=dueForArchive&isMine=true`)
  assert.equal(mine.rows.length, 2)
  await run('2032-01-01')
  await run('2032-01-02')
  const told = (await linesOf(clerk)).filter(({ event }) => event === 'case.retentionEnded')
  assert.deepEqual(
    told.map(({ rows, count }) => [rows[0]!.title, count]),
    [['1 hồ sơ đã hết thời hạn bảo quản', 1]],
  )
  const over = await world.ok<CaseList>(clerk, 'GET', `${base}/cases?isEnded=true`)
  assert.deepEqual(
    over.rows.map(({ id, may }) => [id, may]),
    [[ended, ['proposeDestruction']]],
  )
  assert.equal((await caseOf(world, permanent)).keptUntil, null)
})

test('figures of a year open the rows they count', async (t) => {
  const world = await casesWorld(t)
  const { keeper, clerk, clock, ok } = world
  await opened(world)
  const [inTime, late] = [await closed(world), await closed(world)]
  await closed(world)
  await offered(world, [inTime])
  clock.set('2028-01-10')
  await offered(world, [late])
  for (const [year, expected] of [
    [2026, { opened: 4, closed: 3, due: 0, inTime: 0, late: 0, overdue: 0 }],
    [2027, { opened: 0, closed: 0, due: 3, inTime: 1, late: 1, overdue: 1 }],
  ] as const) {
    const { rows } = await ok<CaseFigures>(clerk, 'GET', `${base}/case-figures?year=${year}`)
    const [{ unit, ...counts }] = rows as [CaseFigures['rows'][number]]
    assert.deepEqual(counts, expected)
    for (const [counted, count] of Object.entries(counts)) {
      const list = await ok<CaseList>(keeper, 'GET', `${base}/cases?year=${year}&unitId=${unit.id}&counted=${counted}`)
      assert.equal(list.rows.length, count, `${year} ${counted}`)
    }
  }
  const found = await ok<CaseList>(
    keeper,
    'GET',
    `${base}/cases?search=${encodeURIComponent('ra soat thu tuc')}&limit=3`,
  )
  assert.equal(found.rows.length, 3)
  const rest = await ok<CaseList>(
    keeper,
    'GET',
    `${base}/cases?search=${encodeURIComponent('ra soat thu tuc')}&limit=3&cursor=${found.nextCursor}`,
  )
  assert.equal(rest.rows.length, 1)
  assert.deepEqual(codeOf(await keeper.send('GET', `${base}/cases?counted=late`)), [400, 'case.year_missing'])
})
