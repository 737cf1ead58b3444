import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import type { Answer } from '../test/app.ts'
import { upload } from '../test/upload.ts'
import { annexRows, HEADS, sectionedRows, xlsxOf } from './annex.fixture.ts'
import type { Import } from './import-shapes.ts'
import { added, changed, codeOf, ok, programmeWorld, type World } from './programme.fixture.ts'

const FORMATS = ['docx', 'pdf', 'xlsx'] as const

async function imported(world: World, programmeId: number, name: string, bytes: Uint8Array): Promise<Import> {
  const form = upload(name, Buffer.from(bytes), { annex: JSON.stringify({ programmeId }) })
  const { id } = ok<{ id: number }>(await world.keeper.send('POST', '/api/programme/imports', form))
  return ok<Import>(await world.keeper.send('GET', `/api/programme/imports/${id}`))
}

async function filled(world: World, rows: readonly (readonly string[])[]): Promise<Import> {
  const review = await imported(world, world.programmeId, 'danh-muc.xlsx', await xlsxOf(rows))
  const { id, version } = review
  ok(
    await world.keeper.send('POST', `/api/programme/imports/${id}/level`, {
      ifMatch: version,
      body: { level: 'government' },
    }),
  )
  ok(await world.keeper.send('POST', `/api/programme/imports/${id}/confirm`, { ifMatch: version + 1 }))
  return ok<Import>(await world.keeper.send('GET', `/api/programme/imports/${id}`))
}

const printed = (world: World, id: number, query: string): Promise<Answer> =>
  world.keeper.send('GET', `/api/programme/programmes/${id}/file?${query}`)

/** What a row says, wherever it stands. */
const said = ({ rows }: Import): string[] =>
  rows
    .map((row) =>
      JSON.stringify([
        row.name,
        row.textKind,
        row.lead?.id,
        row.coordinating.map(({ id }) => id),
        row.level,
        row.month,
        row.day,
        row.dueOn,
        row.inCharge,
        row.note,
        // The quarter into which the year is read back does not have all its months.
        row.problems.filter(({ code }) => code !== 'programme.outside_period'),
      ]),
    )
    .sort()

async function quarterOf(world: World): Promise<number> {
  const made = await world.keeper.send('POST', '/api/programme/programmes', {
    body: { kind: 'quarter', on: '2021-01-04' },
  })
  const { id } = ok<{ id: number }>(made)
  const body = { actNumber: '02/TB-VPCP', actOn: '2021-01-04' }
  ok(await world.keeper.send('POST', `/api/programme/programmes/${id}/issue`, { ifMatch: 1, body }))
  return id
}

test('what is printed is read back with every row the same: DOCX, PDF and XLSX, by agency and by month', async (t) => {
  const world = await programmeWorld(t)
  const rows = [
    ...annexRows(24).slice(2),
    ...sectionedRows()
      .filter(({ length }) => length > 1)
      .slice(1),
  ]
  const first = await filled(world, [HEADS, ...rows])
  assert.equal(first.rows.length, 42)
  const other = await quarterOf(world)
  for (const by of ['agency', 'month']) {
    for (const format of FORMATS) {
      const file = await printed(world, world.programmeId, `format=${format}&by=${by}`)
      assert.equal(file.status, 200)
      assert.match(
        String(file.headers['content-disposition']),
        new RegExp(`filename="Danh muc de an - Chuong trinh cong tac nam 2021.${format}"`),
      )
      const again = await imported(world, other, `in-lai.${format}`, file.bytes)
      assert.deepEqual(said(again), said(first), `${format} by ${by}`)
    }
  }
})

test('the annex is a landscape table with its heads on every page, under its title and the document it goes with', async (t) => {
  const world = await programmeWorld(t)
  await filled(world, annexRows(320))
  const bytesOf = async (query: string) => (await printed(world, world.programmeId, query)).bytes
  const docx = await bytesOf('format=docx&by=month')
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) })
  const words = value.replace(/\s+/gu, ' ')
  assert.match(
    words,
    /^PHỤ LỤC DANH MỤC ĐỀ ÁN TRONG CHƯƠNG TRÌNH CÔNG TÁC NĂM 2021 \(Kèm theo văn bản số 01\/QĐ-TTg ngày 04 tháng 01 năm 2021; tính đến hết ngày 04\/01\/2021\)/,
  )
  const pdf = await getDocumentProxy(new Uint8Array(await bytesOf('format=pdf&by=month')))
  const { text } = await extractText(pdf)
  assert.ok(text.length > 8, `${text.length} pages`)
  const page = await pdf.getPage(2)
  const { width, height } = page.getViewport({ scale: 1 })
  assert.ok(width > height)
  for (const one of text) assert.match(one.replace(/\s+/gu, ' '), /TT Tên đề án Cơ quan chủ trì/)
  assert.match(text[0]!.replace(/\s+/gu, ' '), /^PHỤ LỤC DANH MỤC/)
  assert.match(text[1]!.replace(/\s+/gu, ' '), /^2 TT/)
  for (let month = 1; month <= 12; month++) assert.ok(text.some((one) => one.includes(`THÁNG ${month}/2021`)))
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await bytesOf('format=xlsx')) as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  assert.deepEqual(
    [sheet.pageSetup.orientation, sheet.pageSetup.printTitlesRow, (sheet.getRow(4).values as string[]).slice(1)],
    ['landscape', '4:4', HEADS],
  )
  assert.match(String(sheet.getCell('A5').value), /^I\. [A-ZĐ]/)
})

test('it is of the day asked for: what was postponed and stopped; a stranger prints only their own', async (t) => {
  const world = await programmeWorld(t)
  const postponed = await added(world, { name: 'Nghị định được lùi (MẪU)' })
  const stopped = await added(world, { name: 'Đề án thôi trình (MẪU)' })
  await added(world, { name: 'Đề án của Bộ Y tế (MẪU)', leadAgencyId: world.health, day: '2021-03-15' })
  world.clock.set('2021-02-10')
  const act = { actOn: '2021-02-10' }
  await changed(world, postponed, { body: { kind: 'postpone', newMonth: '2021-05' } }, act)
  await changed(world, stopped, { body: { kind: 'stop' } }, act)
  world.clock.set('2021-02-20')
  const other = await quarterOf(world)
  const linesOf = async (query: string) => {
    const file = await printed(world, world.programmeId, `format=xlsx${query}`)
    return (await imported(world, other, 'in.xlsx', file.bytes)).rows.map(({ name, termWords, note }) => [
      name,
      termWords,
      note,
    ])
  }
  assert.deepEqual(await linesOf(''), [
    ['Nghị định được lùi (MẪU)', 'Tháng 5', 'Thời hạn lúc đầu: tháng 2'],
    ['Đề án của Bộ Y tế (MẪU)', '15/03/2021', null],
  ])
  assert.deepEqual(
    (await linesOf('&asOf=2021-02-01')).map(([name, term]) => [name, term]),
    [
      ['Nghị định được lùi (MẪU)', 'Tháng 2'],
      ['Đề án thôi trình (MẪU)', 'Tháng 2'],
      ['Đề án của Bộ Y tế (MẪU)', '15/03/2021'],
    ],
  )
  const own = await world.other.send('GET', `/api/programme/programmes/${world.programmeId}/file?format=docx`)
  const value = (await mammoth.extractRawText({ buffer: Buffer.from(own.bytes) })).value.replaceAll('\u00a0', ' ')
  assert.match(value, /phần cơ quan chủ trì hoặc phối hợp/)
  assert.ok(value.includes('Đề án của Bộ Y tế') && !value.includes('được lùi'))
})

test('what cannot be printed says why', async (t) => {
  const world = await programmeWorld(t)
  assert.deepEqual(codeOf(await printed(world, world.programmeId, 'format=docx')), [409, 'programme.nothing_to_print'])
  assert.deepEqual(codeOf(await printed(world, 999, 'format=docx')), [404, 'programme.not_found'])
  assert.equal((await printed(world, world.programmeId, 'format=txt')).status, 400)
  const { id } = ok<{ id: number }>(
    await world.keeper.send('POST', '/api/programme/programmes', { body: { kind: 'month', on: '2021-03-01' } }),
  )
  assert.deepEqual(codeOf(await printed(world, id, 'format=pdf')), [409, 'programme.not_issued'])
})
