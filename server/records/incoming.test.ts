import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { upload } from '../test/app.ts'
import {
  anotherPdf,
  arrived,
  base,
  checked,
  codeOf,
  description,
  desk,
  doAct,
  fieldOf,
  letterPdf,
  registered,
  show,
  toldOf,
  tryAct,
} from './incoming.fixture.ts'
import type { IncomingFigures } from './incoming-shapes.ts'

test('a letter arrives, its text proposes what it is, a clerk confirms and registers it in one step', async (t) => {
  const world = await desk(t)
  const { ok, clerk } = world
  const id = await arrived(world, await letterPdf())
  let one = await show(world, clerk, id)
  assert.deepEqual(
    [one.state, one.isDescribed, one.about, one.textState, one.signatures],
    ['arrived', false, null, 'waiting', null],
  )
  assert.equal(one.registerDueAt.slice(0, 13), '2026-12-01T17', 'the end of the day in Viet Nam')
  await world.drain()
  one = await show(world, clerk, id)
  assert.deepEqual(
    [one.isDescribed, one.sender, one.notation, one.issuedOn, one.kind, one.signerName, one.addressedTo],
    [
      false,
      { id: world.ministry, name: 'Bộ Tài chính' },
      '1234/BTC-NSNN',
      '2026-11-30',
      'CV',
      'Nguyễn Thứ Mẫu',
      'Văn phòng Chính phủ',
    ],
  )
  assert.match(one.about!, /tình hình giải ngân \(MẪU\)/)
  assert.deepEqual([one.textState, one.percent, one.signatures], ['read', 100, 'unsigned'])
  assert.deepEqual(codeOf(await tryAct(world, clerk, id, 'register', checked)), [400, 'incoming.not_described'])
  const done = await doAct<{ number: string; directiveId: number | null }>(world, clerk, id, 'register', {
    ...checked,
    description: description({ notation: '1234/BTC-NSNN', about: one.about }),
  })
  assert.deepEqual([done.number, done.directiveId], ['1', null])
  one = await show(world, clerk, id)
  assert.deepEqual(
    [one.state, one.number, one.isDescribed, one.acts],
    ['registered', '1', true, ['describe', 'return', 'present', 'finish', 'linkTask', 'reply', 'copy', 'checkAgain']],
  )
  assert.deepEqual(
    one.history.map(({ event }) => event),
    ['incoming.arrived', 'incoming.read', 'incoming.registered'],
  )
  const file = await clerk.send('GET', `${base}/incoming/${id}/files/${one.fileList[0]!.id}`)
  assert.equal(file.bytes.subarray(0, 5).toString(), '%PDF-')
  const { rows } = await ok<{ rows: { id: number }[] }>(
    clerk,
    'GET',
    `${base}/incoming?words=${encodeURIComponent('đầu tư công')}`,
  )
  assert.deepEqual(
    rows.map((row) => row.id),
    [id],
    'found by the text of its file',
  )
  const plain = await ok<{ rows: { id: number }[] }>(clerk, 'GET', `${base}/incoming?words=dau tu cong giai ngan`)
  assert.equal(plain.rows.length, 1, 'and without marks')
})

test('a file that is no document is refused with words, and nothing is kept', async (t) => {
  const world = await desk(t)
  const { clerk } = world
  const send = (name: string, bytes: Uint8Array, fields = {}) =>
    clerk.send('POST', `${base}/incoming`, upload(name, bytes, fields))
  const zip = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')
  for (const [name, bytes, code] of [
    ['a.zip', Buffer.concat([Buffer.from('504b0304', 'hex'), zip]), 'incoming.refused_file'],
    ['a.exe', Buffer.from('MZ chương trình'), 'incoming.refused_file'],
    ['a.pdf', Buffer.alloc(0), 'incoming.empty_file'],
  ] as const) {
    const answer = await send(name, bytes)
    assert.deepEqual([...codeOf(answer), fieldOf(answer)], [400, code, 'file'], name)
  }
  assert.deepEqual(codeOf(await clerk.send('POST', `${base}/incoming`, { body: {} })), [400, 'incoming.no_file'])
  const later = await send('a.pdf', anotherPdf(), { arrivedAt: '2026-12-01T13:00:00+07:00' })
  assert.deepEqual([...codeOf(later), fieldOf(later)], [400, 'incoming.arrives_later', 'arrivedAt'])
  const way = await send('a.pdf', anotherPdf(), { way: 'exchange' })
  assert.deepEqual([...codeOf(way), fieldOf(way)], [400, 'incoming.arrival_invalid', 'way'])
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from records.incoming`.execute(world.db)
  assert.equal(rows[0]!.n, 0)
})

test('a scan that came in the morning counts from the morning; an urgent one from the minute', async (t) => {
  const world = await desk(t)
  const id = await arrived(world, anotherPdf(), { fields: { way: 'scan', arrivedAt: '2026-11-30T16:00:00+07:00' } })
  let one = await show(world, world.clerk, id)
  assert.deepEqual([one.way, one.registerDueAt.slice(0, 13)], ['scan', '2026-11-30T17'])
  await world.ok(world.clerk, 'PATCH', `${base}/incoming/${id}`, description({ isUrgent: true }), one.version)
  one = await show(world, world.clerk, id)
  assert.equal(Temporal.Instant.from(one.registerDueAt).toString(), '2026-11-30T09:30:00Z')
  const list = await world.ok<{ rows: { id: number }[] }>(
    world.clerk,
    'GET',
    `${base}/incoming?list=toRegister&late=true`,
  )
  assert.deepEqual(
    list.rows.map((row) => row.id),
    [id],
  )
  const landing = await world.ok<{ rows: { name: string; count: number }[] }>(world.clerk, 'GET', '/api/landing')
  assert.deepEqual(
    landing.rows.filter(({ name }) => name.startsWith('incoming.')).map(({ name, count }) => `${name} ${count}`),
    ['incoming.registerLate 1', 'incoming.toRegister 1'],
  )
})

test('two clerks number at once, and on both sides of midnight on 31/12, without a gap', async (t) => {
  const world = await desk(t, '2026-12-31T23:59:59+07:00')
  const ids = [await arrived(world), await arrived(world), await arrived(world)]
  const register = (who: typeof world.clerk, id: number) =>
    who.send('POST', `${base}/incoming/${id}/register`, {
      body: { ...checked, description: description() },
      ifMatch: 1,
    })
  const both = await Promise.all([register(world.clerk, ids[0]!), register(world.clerk2, ids[1]!)])
  assert.deepEqual(both.map(({ body }) => (body as { number: string }).number).toSorted(), ['1', '2'])
  const again = await register(world.clerk2, ids[0]!)
  assert.deepEqual(codeOf(again), [409, 'request.stale'], 'the same document a second time')
  world.clock.set('2027-01-01T00:00:00+07:00')
  const first = await register(world.clerk, ids[2]!)
  assert.equal((first.body as { number: string }).number, '1', 'the new year begins anew')
  const { rows } = await sql<{ year: number; number: string }>`
    select year, number_written as number from records.incoming order by year, number`.execute(world.db)
  assert.deepEqual(rows, [
    { year: 2026, number: '1' },
    { year: 2026, number: '2' },
    { year: 2027, number: '1' },
  ])
})

test('a refusal after the number was taken leaves no gap', async (t) => {
  const world = await desk(t)
  const id = await arrived(world)
  const owner = new pg.Client(world.url)
  await owner.connect()
  await owner.query(`create function records.refuse_once() returns trigger language plpgsql as $$
    begin if new.state = 'registered' then raise exception 'thử hỏng'; end if; return new; end $$;
    create trigger refuse_once before update on records.incoming for each row execute function records.refuse_once()`)
  const failed = await tryAct(world, world.clerk, id, 'register', { ...checked, description: description() })
  assert.equal(failed.status, 500)
  await owner.query('drop trigger refuse_once on records.incoming')
  await owner.end()
  const { number } = await doAct<{ number: string }>(world, world.clerk, id, 'register', {
    ...checked,
    description: description(),
  })
  assert.equal(number, '1')
})

test('a document of the future, of no kind and of no sender is refused by its field', async (t) => {
  const world = await desk(t)
  const id = await arrived(world)
  const send = (change: object) =>
    tryAct(world, world.clerk, id, 'register', { ...checked, description: description(change) })
  for (const [change, code, field] of [
    [{ issuedOn: '2026-12-02' }, 'incoming.of_the_future', 'description.issuedOn'],
    [{ kind: 'ZZ' }, 'incoming.no_such_kind', 'description.kind'],
    [{ senderId: 999_999 }, 'incoming.no_such_sender', 'description.senderId'],
  ] as const) {
    const refused = await send(change)
    assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, code, field])
  }
  const body = { description: description(), isAddressedHere: true, isAuthentic: false }
  assert.deepEqual(codeOf(await tryAct(world, world.clerk, id, 'register', body)), [400, 'incoming.not_authentic'])
  assert.deepEqual(
    codeOf(await tryAct(world, world.clerk, id, 'register', { ...body, isAuthentic: true, isAddressedHere: false })),
    [400, 'incoming.misaddressed'],
  )
})

test('the same bytes and the same number are shown beside it; the clerk decides that it is one or another', async (t) => {
  const world = await desk(t)
  const { clerk, clock } = world
  const bytes = await letterPdf()
  const same = { notation: '1234/BTC-NSNN', about: 'báo cáo tình hình giải ngân (MẪU)' }
  const first = await registered(world, same, bytes)
  await world.drain()
  clock.set('2026-12-02')
  const twice = await arrived(world, bytes)
  const copied = await arrived(world, anotherPdf())
  await world.ok(clerk, 'PATCH', `${base}/incoming/${copied}`, description({ ...same, senderId: world.ministry }), 1)
  const alike = await arrived(world, anotherPdf())
  await world.ok(
    clerk,
    'PATCH',
    `${base}/incoming/${alike}`,
    description({ about: 'báo cáo tình hình giải ngân tháng 12 (MẪU)' }),
    1,
  )
  const found = async (id: number) =>
    (await show(world, clerk, id)).duplicateList.map(({ id: other, how }) => `${other} ${how}`)
  assert.ok((await found(twice)).includes(`${first} bytes`))
  assert.ok((await found(copied)).includes(`${first} notation`))
  assert.ok((await found(alike)).includes(`${first} similar`))
  const list = await world.ok<{ rows: { id: number; duplicates: number }[] }>(
    clerk,
    'GET',
    `${base}/incoming?list=toRegister`,
  )
  assert.equal(list.rows.find(({ id }) => id === twice)!.duplicates >= 1, true)
  const body = { ...checked, description: description({ ...same, senderName: 'Bộ Tài chính' }) }
  const refused = await tryAct(world, clerk, twice, 'register', body)
  assert.deepEqual(codeOf(refused), [409, 'incoming.came_before'])
  assert.deepEqual(codeOf(await tryAct(world, clerk, twice, 'same', { incomingId: twice })), [
    400,
    'incoming.not_the_same',
  ])
  await doAct(world, clerk, twice, 'same', { incomingId: first })
  const one = await show(world, clerk, twice)
  assert.deepEqual([one.state, one.sameAs?.id, one.number], ['returned', first, null])
  const { number } = await doAct<{ number: string }>(world, clerk, copied, 'register', {
    ...checked,
    isAnother: true,
  })
  assert.equal(number, '2')
})
test('of two clerks who register the same document at once, the second finds it in the book', async (t) => {
  const world = await desk(t)
  const described = description()
  const ids = [await arrived(world), await arrived(world)]
  const answers = await Promise.all(
    ids.map((id, place) =>
      tryAct(world, place === 0 ? world.clerk : world.clerk2, id, 'register', { ...checked, description: described }),
    ),
  )
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
  assert.deepEqual(codeOf(answers.find(({ status }) => status === 409)!), [409, 'incoming.came_before'])
})

test('a day of arrival that no paper waits for is refused by its field', async (t) => {
  const { clerk } = await desk(t)
  for (const arrivedAt of ['0001-01-01T00:00:00Z', '2025-11-01T08:00:00+07:00']) {
    const refused = await clerk.send(
      'POST',
      `${base}/incoming`,
      upload('a.pdf', anotherPdf(), { way: 'scan', arrivedAt }),
    )
    assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, 'incoming.arrived_long_ago', 'arrivedAt'], arrivedAt)
  }
})

test('a returned document tells its sender once and keeps its number', async (t) => {
  const world = await desk(t)
  const { clerk, stranger } = world
  const id = await registered(world, { senderId: world.ministry })
  await doAct(world, clerk, id, 'return', { reason: 'Gửi nhầm: văn bản của Bộ Y tế' })
  const one = await show(world, clerk, id)
  assert.deepEqual([one.state, one.number, one.returned?.reason], ['returned', '1', 'Gửi nhầm: văn bản của Bộ Y tế'])
  assert.deepEqual(await toldOf(world, stranger), ['incoming.returned 1'])
  assert.deepEqual(codeOf(await tryAct(world, clerk, id, 'return', { reason: 'x' })), [409, 'incoming.wrong_state'])
  const next = await registered(world)
  assert.equal((await show(world, clerk, next)).number, '2', 'its number is not given again')
  const book = await world.ok<{ rows: { number: string; note: string | null }[] }>(
    clerk,
    'GET',
    `${base}/incoming/book`,
  )
  assert.deepEqual(
    book.rows.map(({ number, note }) => [number, note]),
    [
      ['2', null],
      ['1', 'Gửi nhầm: văn bản của Bộ Y tế'],
    ],
  )
})

test('a mark of secrecy refuses the document whatever its state; only the row and its reason stay', async (t) => {
  const world = await desk(t)
  const { clerk, officer } = world
  const bytes = await letterPdf({ mark: 'MẬT' })
  const id = await arrived(world, bytes)
  const { fileList } = await show(world, clerk, id)
  const known = await registered(world, {}, bytes)
  const about = (await show(world, clerk, known)).about!
  await doAct(world, world.leader, known, 'assign', { handlings: [{ agencyId: world.unit, part: 'lead' }] })
  const counted = async () => {
    const query = 'from=2026-12-01&to=2026-12-01'
    const { registered, steps } = await world.ok<IncomingFigures>(clerk, 'GET', `${base}/incoming/figures?${query}`)
    const path = `${base}/incoming?registeredFrom=2026-12-01&registeredTo=2026-12-01`
    const { rows } = await world.ok<{ rows: unknown[] }>(clerk, 'GET', path)
    return [registered, steps[0]!.documents, rows.length]
  }
  assert.deepEqual(await counted(), [1, 1, 1])
  await world.drain()
  assert.deepEqual(await counted(), [0, 0, 0], 'secret documents are no part of the figures')
  const late = await show(world, clerk, known)
  assert.deepEqual([late.state, late.number, late.handlings[0]!.state], ['refused', '1', 'withdrawn'])
  assert.deepEqual(await toldOf(world, clerk), ['incoming.refused 2'])
  const { rows: told } = await world.ok<{ rows: object[] }>(world.head, 'GET', '/api/notifications')
  assert.ok(told.length > 0)
  assert.ok(!JSON.stringify(told).includes(about), 'nor do those who were told of it read its subject any more')
  const { rows } = await sql<{ text: string | null }>`select text from records.file_text`.execute(world.db)
  assert.deepEqual(rows, [{ text: null }])
  const one = await show(world, clerk, id)
  assert.deepEqual([one.state, one.notation, one.about, one.fileList[0]!.isGone], ['refused', null, null, true])
  assert.match(one.refused!.reason, /bí mật nhà nước/)
  assert.deepEqual(codeOf(await clerk.send('GET', `${base}/incoming/${id}/files/${fileList[0]!.id}`)), [
    410,
    'blob.purged',
  ])
  assert.equal((await officer.send('GET', `${base}/incoming/${id}`)).status, 404)
})

test('a file without text and one that is damaged say so, and are registered by hand', async (t) => {
  const world = await desk(t)
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
    'base64',
  )
  const blank = await arrived(world, png, { name: 'trang.png' })
  const damaged = await arrived(world, anotherPdf())
  await world.drain()
  const of = async (id: number) => (await show(world, world.clerk, id)).fileList[0]!.text
  assert.match((await of(blank)).state, /^(empty|unreadable)$/)
  assert.ok((await of(blank)).note)
  const { state, note, noteEn } = await of(damaged)
  assert.equal(state, 'unreadable')
  assert.match(note!, /^Tệp/)
  assert.match(noteEn!, /^The file /)
  for (const id of [blank, damaged])
    assert.equal(
      (await tryAct(world, world.clerk, id, 'register', { ...checked, description: description() })).status,
      200,
    )
})

test('a clerk of another body finds no document, and an officer only what was given', async (t) => {
  const world = await desk(t)
  const { stranger, officer, clerk } = world
  const id = await registered(world)
  const url = `${base}/incoming/${id}`
  for (const who of [stranger, officer]) {
    assert.deepEqual(codeOf(await who.send('GET', url)), [404, 'incoming.not_found'])
    assert.deepEqual(codeOf(await who.send('PATCH', url, { body: description(), ifMatch: 2 })), [
      404,
      'incoming.not_found',
    ])
    const { rows } = await world.ok<{ rows: unknown[] }>(who, 'GET', `${base}/incoming`)
    assert.deepEqual(rows, [])
  }
  assert.deepEqual(codeOf(await officer.send('POST', `${base}/incoming`, upload('a.pdf', anotherPdf()))), [
    403,
    'records.may_not_register',
  ])
  assert.deepEqual(codeOf(await officer.send('GET', `${base}/incoming/book`)), [403, 'records.may_not_read_book'])
  assert.equal((await clerk.send('GET', url)).status, 200)
})

test('the book is printed as the decree lays it out, as PDF and as a workbook', async (t) => {
  const world = await desk(t)
  const { clerk } = world
  await registered(world)
  await registered(world, { isUrgent: true })
  const pdf = await clerk.send('GET', `${base}/incoming/book/file?format=pdf`)
  assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-')
  const xlsx = await clerk.send('GET', `${base}/incoming/book/file?format=xlsx`)
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(xlsx.bytes as never)
  const sheet = book.worksheets[0]!
  assert.deepEqual((sheet.getRow(3).values as string[]).slice(1), [
    'Ngày đến',
    'Số đến',
    'Tác giả',
    'Số, ký hiệu văn bản',
    'Ngày tháng văn bản',
    'Tên loại và trích yếu nội dung văn bản',
    'Đơn vị hoặc người nhận',
    'Ngày chuyển',
    'Ký nhận',
    'Ghi chú',
  ])
  assert.deepEqual([sheet.getRow(4).getCell(2).value, sheet.getRow(5).getCell(10).value], [1, 'KHẨN'])
})
