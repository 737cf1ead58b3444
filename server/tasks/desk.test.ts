import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { house } from '../modules.ts'
import { quietLog } from '../platform/log.ts'
import { type Answer, freshApp, type TestApp, upload, type Visitor } from '../test/app.ts'
import type { Task } from './shapes.ts'
import { aDeadline, aSource, aTask, aUnit, bodiesOf, FINANCE, given, PLANNING } from './task.fixture.ts'

const PDF = Buffer.from('%PDF-1.7\n%MẪU\n%%EOF\n')
const office = (...names: string[]) =>
  Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')]))))

async function desk(t: Parameters<typeof freshApp>[0], dueOn: string | null = '2021-06-30') {
  const app = await freshApp(t)
  const bodies = await bodiesOf(app)
  const id = await given(app, aSource(bodies), {
    ...aTask('1', bodies.finance, dueOn),
    deadlines: [aDeadline(dueOn, dueOn === null ? { recurs: 'monthly' } : {})],
    parties: [
      { role: 'lead', agencyId: bodies.finance, namedAs: 'Bộ Tài chính', scope: null },
      { role: 'coordinating', agencyId: bodies.planning, namedAs: 'Bộ Kế hoạch và Đầu tư', scope: null },
    ],
  })
  const lead = await app.as('officer', { agency: FINANCE, name: 'Phạm Chủ Trì' })
  const helper = await app.as('officer', { agency: PLANNING })
  const follow = await app.as('followUp')
  const url = `/api/tasks/${id}`
  const read = async (who: Visitor = lead) => (await who.send('GET', url)).body as Task
  ok(await lead.send('POST', `${url}/receive`, { ifMatch: 1, body: {} }))
  return { app, bodies, id, url, lead, helper, follow, read }
}

test('a piece of a task: its day, its unit, its way', async (t) => {
  const { app, bodies, url, lead, follow, read } = await desk(t)
  const unit = await aUnit(app, 'tai-chinh-vu-1', bodies.finance)
  const before = await read()
  const piece = { agencyId: unit, title: 'Dự thảo', content: 'Dự thảo báo cáo', dueOn: '2021-05-31' }
  const give = (change: object, key?: string) =>
    lead.send('POST', `${url}/subtasks`, { body: { ...piece, ...change }, ...(key ? { key } : {}) })

  assert.deepEqual(field(await give({ agencyId: bodies.planning })), ['agencyId', 'subtask.not_own_unit'])
  assert.deepEqual(field(await give({ agencyId: bodies.finance })), ['agencyId', 'subtask.not_own_unit'])
  assert.deepEqual(field(await give({ dueOn: '2021-02-27' })), ['dueOn', 'subtask.due_in_past'])
  assert.deepEqual(field(await give({ dueOn: '2021-07-01' })), ['laterReason', 'subtask.later_without_reason'])
  const first = ok(await give({}, 'khóa-1')) as { id: number }
  assert.deepEqual(ok(await give({}, 'khóa-1')), first, 'sent again it is given once')
  ok(await give({ dueOn: '2021-07-01', laterReason: 'Chờ số liệu quý' }))

  const [one, two] = (await read()).subtasks
  assert.deepEqual([one?.code, one?.isAfterTask, two?.isAfterTask], [`${before.code}/1`, false, true])
  assert.equal((await read()).version, before.version, 'the task itself is as it was')

  await t.test('the task moves: the piece shows what its day was set by', async () => {
    const move = { newDueOn: '2021-07-30', reason: 'Mở rộng', approvedBy: '5/VPCP' }
    ok(await follow.send('POST', `${url}/extend`, { ifMatch: before.version, body: move }))
    const moved = await read()
    assert.deepEqual(
      moved.subtasks.map(({ taskDueOn, isAfterTask }) => [taskDueOn, isAfterTask]),
      [
        ['2021-06-30', false],
        ['2021-06-30', false],
      ],
    )
    assert.equal(moved.dueOn, '2021-07-30')
  })

  await t.test('done by the unit, sent back, done again, accepted', async () => {
    const at = `${url}/subtasks/${first.id}`
    const done = { doneOn: '2021-02-28', body: 'Đã gửi dự thảo' }
    assert.equal((await lead.send('POST', `${at}/accept`, { ifMatch: 1, body: {} })).status, 409)
    ok(await lead.send('POST', `${at}/report`, { ifMatch: 1, body: { percent: 40, body: 'Một nửa' } }))
    assert.deepEqual(
      field(await lead.send('POST', `${at}/finish`, { ifMatch: 2, body: { ...done, doneOn: '2021-03-01' } })),
      ['doneOn', 'subtask.done_in_future'],
    )
    ok(await lead.send('POST', `${at}/finish`, { ifMatch: 2, body: done }))
    ok(await lead.send('POST', `${at}/send-back`, { ifMatch: 3, body: { reason: 'Thiếu phụ lục' } }))
    const late = await lead.send('POST', `${at}/start`, { ifMatch: 2, body: {} })
    assert.equal(late.status, 409)
    const { changes } = late.body as { changes: { event: string; by: string }[] }
    assert.deepEqual(
      changes.map(({ event, by }) => [event, by]),
      [
        ['subtask.finished', 'Phạm Chủ Trì'],
        ['subtask.sentBack', 'Phạm Chủ Trì'],
      ],
    )
    ok(await lead.send('POST', `${at}/finish`, { ifMatch: 4, body: done }))
    ok(await lead.send('POST', `${at}/accept`, { ifMatch: 5, body: {} }))
    const [piece] = (await read()).subtasks
    assert.deepEqual([piece?.state, piece?.percent, piece?.acceptedOn], ['accepted', 100, '2021-02-28'])
    assert.deepEqual(
      piece?.reports.map(({ kind }) => kind),
      ['accepted', 'done', 'sentBack', 'done', 'progress'],
    )
    assert.deepEqual(piece?.may, [])
  })

  await t.test('passing to another body ends what is not accepted; figures know nothing of pieces', async () => {
    const { version } = await read()
    const total = async () => ((await follow.send('GET', '/api/statistics')).body as { total: object }).total
    const figures = await total()
    ok(
      await follow.send('POST', `${url}/transfer`, {
        ifMatch: version,
        body: { agencyId: bodies.home, reason: 'Đúng chức năng' },
      }),
    )
    assert.deepEqual(
      (await read(follow)).subtasks.map(({ state }) => state),
      ['accepted', 'cancelled'],
    )
    assert.deepEqual(await total(), figures)
  })
})

test('evidence: its type from its bytes, its hash, its way out', async (t) => {
  const { url, lead, helper, follow, read, app } = await desk(t)
  const attach = (who: Visitor, name: string, bytes: Uint8Array, key?: string) => {
    const { body, headers } = upload(name, bytes)
    return who.send('POST', `${url}/evidence`, { body, headers, ...(key ? { key } : {}) })
  }
  const refused: [string, Buffer, string][] = [
    ['chuong-trinh.pdf', Buffer.from('MZ\x90\x00'), 'evidence.refused_type'],
    ['goi.zip', office('a.exe'), 'evidence.refused_type'],
    [
      'co-macro.docx',
      office('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
      'evidence.refused_type',
    ],
    ['trang.html', Buffer.from('<script>alert(1)</script>'), 'evidence.refused_type'],
    ['cat-cut.docx', office('[Content_Types].xml', 'word/document.xml').subarray(0, 60), 'evidence.refused_type'],
    ['rong.pdf', Buffer.alloc(0), 'evidence.empty'],
  ]
  for (const [name, bytes, code] of refused) {
    assert.deepEqual(field(await attach(lead, name, bytes)), ['file', code], name)
  }
  const told = (await attach(lead, 'x.zip', office('a'))).body as { detail: string }
  assert.match(told.detail, /PDF, DOCX, XLSX, PNG hoặc JPEG/)
  assert.equal((await attach(follow, 'a.pdf', PDF)).status, 403)

  const made = ok(await attach(lead, 'Báo cáo "quý"\r\n.pdf', PDF, 'k1')) as { id: number }
  assert.deepEqual(
    ok(await attach(lead, 'khác tên.pdf', PDF)),
    made,
    'the same bytes, not used yet, are the same evidence',
  )
  ok(await attach(lead, 'bang.xlsx', office('[Content_Types].xml', 'xl/workbook.xml')))

  const file = await helper.send('GET', `${url}/evidence/${made.id}/file`)
  assert.deepEqual([file.status, file.bytes], [200, PDF])
  assert.equal(file.headers['content-type'], 'application/pdf')
  assert.equal(file.headers['x-content-type-options'], 'nosniff')
  assert.equal(file.headers['content-security-policy'], "default-src 'none'; sandbox")
  assert.match(String(file.headers['content-disposition']), /^attachment; filename="/)
  const outsider = await app.as('officer', { agency: 'bo-y-te' })
  assert.equal((await outsider.send('GET', `${url}/evidence/${made.id}/file`)).status, 404)

  await t.test('goes with a report once', async () => {
    const { version } = await read()
    const body = { percent: 30, body: 'Đã có báo cáo', proposals: 'Cho dùng số liệu tạm', evidence: [made.id] }
    ok(await lead.send('POST', `${url}/progress`, { ifMatch: version, body }))
    const task = await read()
    const shown = task.evidence.find(({ id }) => id === made.id)
    assert.deepEqual([shown?.of, shown?.ofId], ['report', task.progress[0]?.id])
    assert.equal(task.progress[0]?.proposals, 'Cho dùng số liệu tạm')
    const again = await lead.send('POST', `${url}/progress`, { ifMatch: task.version, body })
    assert.deepEqual(field(again), ['evidence.0', 'evidence.not_free'])
    assert.equal((await read()).version, task.version, 'and the report was not made')
  })

  await t.test('withdrawn by who added it, and kept', async () => {
    const at = `${url}/evidence/${made.id}/withdraw`
    assert.equal((await helper.send('POST', at, { body: { reason: 'x' } })).status, 403)
    assert.equal((await lead.send('POST', at, { body: { reason: 'Nhầm tệp' } })).status, 204)
    assert.equal((await lead.send('POST', at, { body: { reason: 'Nhầm tệp' } })).status, 409)
    const shown = (await read(helper)).evidence.find(({ id }) => id === made.id)
    assert.deepEqual(
      [shown?.withdrawnBy, shown?.withdrawnReason, shown?.mayWithdraw],
      ['Phạm Chủ Trì', 'Nhầm tệp', false],
    )
    assert.equal((await helper.send('GET', `${url}/evidence/${made.id}/file`)).status, 200)
  })

  await t.test('a document by its notation, with a claim of completion', async () => {
    const document = { number: '12/BC-BTC', issuedOn: '2021-02-26', issuer: 'Bộ Tài chính', about: 'Kết quả' }
    const add = (change: object) => lead.send('POST', `${url}/evidence/documents`, { body: { ...document, ...change } })
    assert.deepEqual(field(await add({ issuedOn: '2021-03-01' })), ['issuedOn', 'evidence.issued_in_future'])
    const { id } = ok(await add({})) as { id: number }
    const claim = { completedOn: '2021-02-27', body: 'Xong', productNumber: '12/BC-BTC', evidence: [id] }
    const send = async (change: object) =>
      lead.send('POST', `${url}/done`, { ifMatch: (await read()).version, body: { ...claim, ...change } })
    assert.deepEqual(field(await send({ productDate: '2021-03-01' })), ['productDate', 'task.product_in_future'])
    ok(await send({ productDate: '2021-02-26' }))
    const task = await read()
    assert.equal(task.evidence.find((one) => one.id === id)?.ofId, task.progress[0]?.id)
  })
})

test('contributions: asked, not given, given', async (t) => {
  const { url, lead, helper, bodies, app, read } = await desk(t)
  const ask = (change: object) =>
    lead.send('POST', `${url}/contributions/ask`, {
      body: { agencyId: bodies.planning, what: 'Góp ý dự thảo', dueOn: '2021-03-05', ...change },
    })
  assert.deepEqual(field(await ask({ agencyId: bodies.home })), ['agencyId', 'contribution.not_coordinating'])
  assert.deepEqual(field(await ask({ dueOn: '2021-02-27' })), ['dueOn', 'contribution.due_in_past'])
  const asked = ok(await ask({})) as { id: number }
  assert.deepEqual(ok(await ask({ dueOn: '2021-03-08' })), asked, 'asking again replaces what was asked')
  const state = async () => {
    const task = await read()
    const party = task.parties.find(({ role }) => role === 'coordinating')
    return [task.contributions[0]?.state, party?.askedUntil, party?.contributedOn]
  }
  assert.deepEqual(await state(), ['asked', '2021-03-08', null])
  app.clock.set('2021-03-09')
  assert.deepEqual(await state(), ['late', '2021-03-08', null])
  assert.equal((await lead.send('POST', `${url}/contributions`, { body: { body: 'x' } })).status, 403)
  assert.deepEqual(ok(await helper.send('POST', `${url}/contributions`, { body: { body: 'Nhất trí' } })), asked)
  assert.deepEqual(await state(), ['given', null, '2021-03-09'])
  ok(await helper.send('POST', `${url}/contributions`, { body: { body: 'Bổ sung một ý' } }))
  assert.equal((await read()).contributions.length, 2)
})

test('a later day lies ahead, and is a working day', async (t) => {
  const { url, lead, follow, read, app } = await desk(t)
  const sent = async (who: Visitor, path: string, newDueOn: string) =>
    who.send('POST', `${url}/${path}`, {
      ifMatch: (await read()).version,
      body: { newDueOn, reason: 'Chờ', ...(path === 'extend' ? { approvedBy: '1/VPCP' } : {}) },
    })
  for (const [who, path] of [
    [lead, 'requests/extension'],
    [follow, 'extend'],
  ] as const) {
    assert.deepEqual(field(await sent(who, path, '2021-06-30')), ['newDueOn', 'task.due_not_later'])
    const sunday = await sent(who, path, '2021-07-04')
    assert.deepEqual(field(sunday), ['newDueOn', 'task.due_not_working_day'])
    assert.match((sunday.body as { detail: string }).detail, /cuối tuần.*05\/07\/2021/)
    const holiday = (await sent(who, path, '2021-09-02')).body as { detail: string }
    assert.match(holiday.detail, /Quốc khánh.*\d\d\/09\/2021/)
  }
  app.clock.set('2021-08-02')
  for (const [who, path] of [
    [lead, 'requests/extension'],
    [follow, 'extend'],
  ] as const) {
    assert.deepEqual(field(await sent(who, path, '2021-07-30')), ['newDueOn', 'task.due_not_ahead'])
    assert.deepEqual(field(await sent(who, path, '2021-08-02')), ['newDueOn', 'task.due_not_ahead'])
  }
  ok(await sent(lead, 'requests/extension', '2021-08-10'))
  app.clock.set('2021-08-10')
  const task = await read()
  const decision = { decision: 'granted', approvedBy: '1/VPCP' }
  const path = `${url}/requests/${task.requests[0]?.id}/decide`
  const late = await follow.send('POST', path, { ifMatch: task.version, body: decision })
  assert.deepEqual(field(late), ['decision', 'task.asked_day_passed'])
})

test('two people editing one task: the second is told who changed what', async (t) => {
  const { url, lead, follow, read } = await desk(t)
  const seen = (await read(follow)).version
  ok(await lead.send('POST', `${url}/start`, { ifMatch: seen, body: {} }))
  ok(await lead.send('POST', `${url}/progress`, { ifMatch: seen + 1, body: { percent: 35, body: 'Đã họp' } }))
  const late = await follow.send('POST', `${url}/cancel`, { ifMatch: seen, body: { reason: 'x' } })
  assert.equal(late.status, 409)
  const { changedBy, changes } = late.body as {
    changedBy: string
    changes: { event: string; by: string; before: unknown; after: unknown }[]
  }
  assert.equal(changedBy, 'Phạm Chủ Trì')
  assert.deepEqual(
    changes.map(({ event, by, before, after }) => [event, by, before, after]),
    [
      ['task.started', 'Phạm Chủ Trì', { state: 'received' }, { state: 'inProgress' }],
      ['task.progressReported', 'Phạm Chủ Trì', { percent: 0 }, { percent: 35 }],
    ],
  )
})

/** Runs the hourly job, as many times at once as there are servers. */
async function hourly(app: TestApp, servers = 1): Promise<void> {
  const context = { ...app, log: quietLog, attempt: 1, last: false, signal: undefined }
  const job = house.handlers['tasks.keepPeriods']!
  await Promise.all(Array.from({ length: servers }, () => job({} as never, context)))
}

test('periods open by themselves, once, are answered or missed, and make nothing overdue', async (t) => {
  const { app, id, url, lead, follow, read } = await desk(t, null)
  const events = async () => {
    const { entries } = (await lead.send('GET', `${url}/history`)).body as { entries: { event: string }[] }
    return entries.map(({ event }) => event).filter((event) => event.startsWith('period.'))
  }
  assert.deepEqual((await read()).periods, [])
  await hourly(app, 3)
  const shown = async () =>
    (await read()).periods.map(({ startsOn, endsOn, dueOn, state }) => [startsOn, endsOn, dueOn, state])
  // Monthly by its source; days 15 to 14 by the decree; five working days on, past a Sunday, past 10/3 of the lunar year.
  const march = ['2021-02-15', '2021-03-14', '2021-03-19']
  assert.deepEqual(await shown(), [[...march, 'open']])
  assert.deepEqual(await events(), ['period.opened'])
  assert.deepEqual([(await read()).rhythm?.cadence, (await read()).rhythm?.isDefault], ['month', true])

  app.clock.set('2021-03-20')
  await hourly(app, 2)
  const april = ['2021-03-15', '2021-04-14', '2021-04-22']
  assert.deepEqual(await shown(), [
    [...april, 'open'],
    [...march, 'missing'],
  ])
  assert.deepEqual((await events()).sort(), ['period.missed', 'period.opened', 'period.opened'])
  const due = await app.db.selectFrom('tasks.period_due').select(['task_id', 'state']).orderBy('starts_on').execute()
  assert.deepEqual(due, [
    { task_id: id, state: 'missing' },
    { task_id: id, state: 'open' },
  ])
  const task = await read()
  assert.deepEqual([task.standing, task.dueOn], ['openInTerm', null], 'a missed report is not an overdue task')

  await t.test('a report answers for the oldest awaited, for the one named, or for none', async () => {
    const report = async (change: object) =>
      lead.send('POST', `${url}/progress`, {
        ifMatch: (await read()).version,
        body: { percent: 10, body: 'Báo cáo kỳ', ...change },
      })
    ok(await report({ periodId: null }))
    assert.deepEqual(
      (await shown()).map(([, , , state]) => state),
      ['open', 'missing'],
    )
    ok(await report({}))
    assert.deepEqual(
      (await shown()).map(([, , , state]) => state),
      ['open', 'late'],
    )
    const [open, late] = (await read()).periods
    assert.deepEqual(field(await report({ periodId: late!.id })), ['periodId', 'period.reported'])
    assert.deepEqual(field(await report({ periodId: 999_999 })), ['periodId', 'period.not_awaited'])
    ok(await report({ periodId: open!.id }))
    assert.deepEqual(
      (await shown()).map(([, , , state]) => state),
      ['onTime', 'late'],
    )
    assert.deepEqual((await read()).progress[0]?.period, { startsOn: april[0], endsOn: april[1] })
  })

  await t.test('the follow-up unit sets another rhythm, which goes on where the last report ended', async () => {
    const set = async (body: object) => follow.send('PUT', `${url}/rhythm`, { ifMatch: (await read()).version, body })
    ok(await set({ cadence: 'quarter', cutoff: 'calendar', dueDays: 10 }))
    assert.equal((await shown()).length, 2, 'this day was reported on already')
    app.clock.set('2021-04-15')
    await hourly(app)
    assert.deepEqual((await shown())[0], ['2021-04-15', '2021-06-30', '2021-07-14', 'open'])
    ok(await set({ cadence: 'none', cutoff: 'calendar', dueDays: 10 }))
    assert.equal((await shown()).length, 2, 'what was awaited is not asked for any more')
  })
})

test('a task with an end has no rhythm', async (t) => {
  const { app, url, follow, read } = await desk(t)
  await hourly(app)
  const task = await read(follow)
  assert.deepEqual([task.rhythm, task.periods, task.may.includes('setRhythm')], [null, [], false])
  const body = { cadence: 'month', cutoff: 'decree', dueDays: 5 }
  assert.deepEqual(field(await follow.send('PUT', `${url}/rhythm`, { ifMatch: task.version, body })), [
    'cadence',
    'task.not_rhythmic',
  ])
})

function ok({ status, body }: Answer): unknown {
  assert.ok(status < 300, JSON.stringify(body))
  return body
}

/** The field a refusal names, with its code. */
function field({ status, body }: Answer): [string, string] {
  assert.equal(status, 400, JSON.stringify(body))
  const { fields } = body as { fields: { path: string; code: string }[] }
  return [fields[0]!.path, fields[0]!.code]
}
