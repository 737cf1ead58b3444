import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '@dieuhanh/extraction'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import type { Visitor } from '../test/app.ts'
import type { BookRow } from './outgoing-shapes.ts'
import { base, codeOf, doAct, fieldOf, forSignature, type Office, office, show } from './records.fixture.ts'

const issued = async (world: Office, change: object = {}): Promise<number> => {
  const id = await forSignature(world, change)
  await doAct(world, world.leader, id, 'sign', {})
  await doAct(world, world.clerk, id, 'seal', {})
  await doAct(world, world.clerk, id, 'issue')
  return id
}
const book = async ({ ok, clerk }: Office, query = '') =>
  ok<{ year: number; rows: BookRow[]; nextCursor: string | null }>(clerk, 'GET', `${base}/outgoing/book${query}`)
const textOf = async (bytes: Uint8Array) => (await read(bytes, 'ban-sao.pdf')).text
const copyOf = (who: Visitor, id: number, body: object) => who.send('POST', `${base}/outgoing/${id}/copies`, { body })

test('the book has every number of a year: what is not issued yet, copies, and last year on its own', async (t) => {
  const world = await office(t, '2026-12-31')
  const { clerk, leader, officer, stranger, ok, clock } = world
  const first = await issued(world, { isUrgent: true })
  const second = await forSignature(world, { about: 'trả lời kiến nghị (MẪU)' })
  await doAct(world, leader, second, 'sign', {})
  const { id: copyId } = (await copyOf(clerk, first, { form: 'SY', recipients: 'Sở Tài chính' })).body as { id: number }
  assert.ok(copyId > 0)
  clock.set('2027-01-01T08:00:00+07:00')
  const third = await forSignature(world)
  await doAct(world, leader, third, 'sign', {})

  const of2026 = await book(world, '?year=2026')
  assert.deepEqual(
    of2026.rows.map(({ notation, kindName, about, signer, recipients, copies, state, isUrgent }) => [
      notation,
      kindName,
      about,
      signer,
      recipients,
      copies,
      state,
      isUrgent,
    ]),
    [
      [
        '01/SY-BTC',
        'Bản sao y',
        'Công văn 01/BTC-VT góp ý dự thảo Nghị định (MẪU)',
        'Đỗ Văn Thư',
        'Sở Tài chính',
        null,
        null,
        false,
      ],
      ['02/BTC-VT', 'Công văn', 'trả lời kiến nghị (MẪU)', 'Lê Lãnh Đạo', null, 1, 'signed', null],
      ['01/BTC-VT', 'Công văn', 'góp ý dự thảo Nghị định (MẪU)', 'Lê Lãnh Đạo', 'Bộ Y tế', 1, 'issued', true],
    ],
  )
  assert.deepEqual(
    of2026.rows.map(({ to }) => to),
    [`/van-ban-di/${first}`, `/van-ban-di/${second}`, `/van-ban-di/${first}`],
  )
  const now = await book(world)
  assert.deepEqual([now.year, now.rows.map(({ notation }) => notation)], [2027, ['01/BTC-VT']])
  assert.equal((await book(world, '?year=2026&kind=SY')).rows.length, 1)
  assert.equal((await book(world, '?year=2026&words=kien%20nghi')).rows.length, 1)
  const page = await book(world, '?year=2026&limit=2')
  const rest = await book(world, `?year=2026&limit=2&cursor=${page.nextCursor}`)
  assert.deepEqual([...page.rows, ...rest.rows], of2026.rows)

  const xlsx = await clerk.send('GET', `${base}/outgoing/book/file?year=2026&format=xlsx`)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(xlsx.bytes as never)
  const sheet = workbook.worksheets[0]!
  assert.deepEqual(
    [3, 4, 5, 6].map((row) => sheet.getRow(row).getCell(1).value),
    ['Số, ký hiệu văn bản', '01/BTC-VT', '02/BTC-VT', '01/SY-BTC'],
  )
  assert.deepEqual(
    [2, 7, 8].map((column) => sheet.getRow(4).getCell(column).value),
    [new Date('2026-12-31T00:00:00Z'), 1, 'KHẨN'],
  )
  const pdf = await clerk.send('GET', `${base}/outgoing/book/file?year=2026&format=pdf`)
  const text = await textOf(pdf.bytes)
  for (const words of ['Sổ đăng ký văn bản đi năm 2026', '01/SY-BTC', 'Chưa đóng dấu', 'Nơi nhận văn bản'])
    assert.ok(text.includes(words), `${words} is not on the printed page: ${text.slice(0, 600)}`)

  assert.deepEqual(codeOf(await officer.send('GET', `${base}/outgoing/book`)), [403, 'records.may_not_read_book'])
  assert.deepEqual((await ok<{ rows: unknown[] }>(stranger, 'GET', `${base}/outgoing/book?year=2026`)).rows, [])
})

test('a copy has its own number and the mark on page 1; the original keeps its bytes', async (t) => {
  const world = await office(t)
  const { clerk, officer, stranger, db } = world
  const id = await issued(world)
  const original = (await clerk.send('GET', `${base}/outgoing/${id}/pdf`)).bytes
  const { id: full } = (await copyOf(clerk, id, { form: 'SY' })).body as { id: number }
  const copy = (await clerk.send('GET', `${base}/copies/${full}/pdf`)).bytes
  assert.ok(copy.subarray(0, original.length).equals(original), 'written behind the original')
  assert.ok((await clerk.send('GET', `${base}/outgoing/${id}/pdf`)).bytes.equals(original))
  assert.match(copy.subarray(original.length).toString('latin1'), /\/Subtype\s*\/Stamp/)

  const { id: part } = (await copyOf(clerk, id, { form: 'TrS', extract: 'Bộ Tài chính nhất trí.' })).body as {
    id: number
  }
  const extract = await textOf((await clerk.send('GET', `${base}/copies/${part}/pdf`)).bytes)
  for (const words of ['01/BTC-VT', '(Trích)', 'Bộ Tài chính nhất trí.']) assert.ok(extract.includes(words), words)
  assert.deepEqual(
    (await show(world, clerk, id)).copies.map(({ form, notation, madeBy }) => [form, notation, madeBy]),
    [
      ['SY', '01/SY-BTC', 'Đỗ Văn Thư'],
      ['TrS', '01/TrS-BTC', 'Đỗ Văn Thư'],
    ],
  )

  for (const [body, code, field] of [
    [{ form: 'SL' }, 'copy.not_of_original', 'form'],
    [{ form: 'TrS' }, 'copy.extract_missing', 'extract'],
    [{ form: 'SY', extract: 'một phần' }, 'copy.extract_only', 'extract'],
    [{ form: 'TrS', extract: 'Bộ Tài chính\nkhông nhất trí.' }, 'copy.not_in_original', 'extract'],
  ] as const) {
    const refused = await copyOf(clerk, id, body)
    assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, code, field])
  }
  assert.deepEqual(codeOf(await copyOf(officer, id, { form: 'SY' })), [403, 'records.may_not_register'])
  assert.deepEqual(codeOf(await copyOf(stranger, id, { form: 'SY' })), [404, 'outgoing.not_found'])
  assert.equal((await stranger.send('GET', `${base}/copies/${full}/pdf`)).status, 200, 'whoever reads the document')
  assert.deepEqual(codeOf(await clerk.send('GET', `${base}/copies/999/pdf`)), [404, 'copy.not_found'])
  await doAct(world, clerk, id, 'recall', { reason: 'Sai thẩm quyền' })
  assert.deepEqual(codeOf(await copyOf(clerk, id, { form: 'SY' })), [409, 'copy.not_issued'])
  const { rows } = await sql<{ notation: string }>`
    select notation from registry.document_number where notation like '%SY%' or notation like '%TrS%' order by 1`.execute(
    db,
  )
  assert.equal(rows.length, 2, 'what was refused took no number')
})
