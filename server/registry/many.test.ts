import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import ExcelJS from 'exceljs'
import { type Answer, freshApp, upload, type Visitor } from '../test/app.ts'
import { type AddedPeople, MOST_PEOPLE, type PeopleSheet } from './many-shapes.ts'

type Cells = readonly (string | number | Date | null)[]

async function office(t: TestContext, env: Record<string, string> = {}) {
  const app = await freshApp(t, { env })
  const [administrator, focal] = [await app.as('administrator'), await app.as('focalPoint', { agency: 'bo-y-te' })]
  const template = async (visitor: Visitor) => {
    const book = new ExcelJS.Workbook()
    const { status, bytes } = await visitor.send('GET', '/api/people/sheet.xlsx')
    assert.equal(status, 200)
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    return book
  }
  const fill = (book: ExcelJS.Workbook, rows: readonly Cells[]) => {
    for (const [place, row] of rows.entries())
      row.forEach((value, column) => {
        book.getWorksheet('Người được mời')!.getCell(5 + place, column + 1).value = value
      })
    return book
  }
  const send = async (visitor: Visitor, book: ExcelJS.Workbook) => {
    const bytes = Buffer.from(await book.xlsx.writeBuffer())
    return visitor.send('POST', '/api/people/sheet', upload('moi.xlsx', bytes))
  }
  const preview = async (visitor: Visitor, rows: readonly Cells[]) => {
    const answer = await send(visitor, fill(await template(visitor), rows))
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    return (answer.body as PeopleSheet).rows
  }
  return { ...app, administrator, focal, template, fill, sendSheet: send, preview }
}
const codeOf = ({ body }: Answer) => (body as { code: string }).code
const an: Cells = ['Trần Mời An', 'an.moi@mau.gov.vn', 'Bộ Y tế', 'Cán bộ cơ quan thực hiện', 'Chuyên viên', null]

test('the sheet offers what its reader may give', async (t) => {
  const { administrator, focal, template, as } = await office(t)
  const listed = (book: ExcelJS.Workbook, column: number) =>
    (book.getWorksheet('Danh mục')!.getColumn(column).values as unknown as string[]).filter(Boolean)
  const [all, own] = [await template(administrator), await template(focal)]
  assert.equal(own.getWorksheet('Danh mục')!.state, 'hidden')
  assert.ok(listed(all, 2).includes('Bộ Tài chính') && !listed(own, 2).includes('Bộ Tài chính'))
  assert.ok(listed(own, 2).includes('Bộ Y tế'))
  assert.ok(listed(own, 1).length < listed(all, 1).length)
  const officer = await as('officer', { agency: 'bo-y-te' })
  assert.equal((await officer.send('GET', '/api/people/sheet.xlsx')).status, 403)
})

test('a sheet is read row by row, and what is wrong is told by its cell', async (t) => {
  const { administrator, focal, preview, agency, db } = await office(t)
  const { name } = await db
    .selectFrom('registry.role')
    .select('name')
    .where('role', '=', 'officer')
    .executeTakeFirstOrThrow()
  const row = (...changed: [number, Cells[number]][]): Cells => {
    const cells = [...an.slice(0, 3), name, ...an.slice(4)]
    for (const [place, value] of changed) cells[place] = value
    return cells
  }
  const rows = await preview(administrator, [
    row(),
    row([1, 'AN.MOI@mau.gov.vn']),
    row([1, 'khong phai thu']),
    row([1, focal.email]),
    row([1, 'b@mau.gov.vn'], [2, 'Bộ Không Có'], [3, 'Vua']),
    row([1, 'c@mau.gov.vn'], [2, 'G22'], [3, 'officer'], [5, new Date('2021-03-01T00:00:00Z')]),
    row([1, 'd@mau.gov.vn'], [0, null], [5, 'hôm nay']),
    row([1, 'e@mau.gov.vn'], [0, { formula: 'A5' } as unknown as string]),
  ])
  assert.deepEqual(
    rows.map(({ errors }) => errors.map(({ cell }) => cell)),
    [[], ['B6'], ['B7'], ['B8'], ['C9', 'D9'], [], ['A11', 'F11'], ['A12']],
  )
  assert.match(rows[7]!.errors[0]!.message, /công thức/, 'never calculated')
  assert.match(rows[1]!.errors[0]!.message, /dòng 5/)
  const health = await agency('bo-y-te')
  assert.deepEqual(rows[0]!.person, {
    fullName: 'Trần Mời An',
    email: 'an.moi@mau.gov.vn',
    post: { agencyId: health, role: 'officer', title: 'Chuyên viên', from: '2021-02-28' },
  })
  assert.equal(rows[5]!.person!.post.from, '2021-03-01')
  assert.ok(rows.slice(1, 5).every(({ person }) => person === null))

  // Exactly the rights of adding one person.
  const own = await preview(focal, [
    row(),
    row([1, 'b@mau.gov.vn'], [2, 'Bộ Tài chính']),
    row([1, 'c@mau.gov.vn'], [3, 'administrator']),
  ])
  assert.deepEqual(
    own.map(({ errors }) => errors.map(({ cell }) => cell)),
    [[], ['C6'], ['D7']],
  )
})

test('a file that is no such sheet, is empty or too long is refused', async (t) => {
  const { administrator, sendSheet, template, fill } = await office(t)
  const foreign = new ExcelJS.Workbook()
  foreign.addWorksheet('x').addRow(['Tên', 'Thư'])
  assert.equal(codeOf(await sendSheet(administrator, foreign)), 'people.foreign')
  assert.equal(codeOf(await sendSheet(administrator, await template(administrator))), 'people.no_rows')
  const long = fill(
    await template(administrator),
    Array.from({ length: MOST_PEOPLE + 1 }, () => an),
  )
  assert.equal(codeOf(await sendSheet(administrator, long)), 'people.too_many')
  // A hidden sheet is not what its maker saw.
  const hidden = await template(administrator)
  fill(hidden, [an])
  hidden.getWorksheet('Người được mời')!.state = 'hidden'
  hidden.addWorksheet('Khác')
  assert.equal(codeOf(await sendSheet(administrator, hidden)), 'people.foreign')
})

test('many are invited in one act, once for a key, all or none', async (t) => {
  const { administrator, focal, agency, send, db } = await office(t)
  const [health, finance] = [await agency('bo-y-te'), await agency('bo-tai-chinh')]
  const one = (n: number, agencyId = health) => ({
    fullName: `Người Mời ${n}`,
    email: `moi.${n}@mau.gov.vn`,
    post: { agencyId, role: 'officer', title: 'Chuyên viên', from: '2021-02-28' },
  })
  const many = (visitor: Visitor, people: object[], key: string = crypto.randomUUID()) =>
    visitor.send('POST', '/api/people/many', { body: { people }, key })
  const count = async () =>
    Number((await db.selectFrom('registry.person').select(db.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)
  const before = await count()
  const refused = await many(focal, [one(1), one(2, finance)])
  assert.deepEqual([refused.status, codeOf(refused)], [403, 'post.other_agency'])
  assert.match((refused.body as { detail: string }).detail, /Người Mời 2/)
  const twice = await many(administrator, [one(1), one(1)])
  assert.deepEqual([twice.status, codeOf(twice)], [409, 'people.taken'])
  const taken = await many(administrator, [one(1), { ...one(2), email: focal.email.toUpperCase() }])
  assert.equal((taken.body as { fields: { path: string }[] }).fields[0]!.path, 'people.1.email')
  assert.equal((await many(administrator, [])).status, 400)
  assert.equal(await count(), before, 'none of them')

  const people = Array.from({ length: 200 }, (_, n) => one(n, n % 2 ? health : finance))
  const since = performance.now()
  const [first, again] = await Promise.all([many(administrator, people, 'mot'), many(administrator, people, 'mot')])
  t.diagnostic(`200 people in ${Math.round(performance.now() - since)} ms`)
  assert.deepEqual([first.status, again.status], [201, 201])
  assert.equal(await count(), before + 200)
  const lists = [first, again].map(({ body }) => (body as AddedPeople).people)
  const links = lists.map((list) => list.filter(({ invitation }) => invitation?.link).length)
  assert.deepEqual(links.sort(), [0, 200].sort(), 'links are shown once')
  assert.deepEqual(
    lists[0]!.map(({ id }) => id),
    lists[1]!.map(({ id }) => id),
  )
  const { link } = lists.flat().find(({ invitation }) => invitation?.link)!.invitation!
  assert.equal((await send('POST', '/api/invitation', { body: { code: link!.split('#')[1] } })).status, 200)
})
