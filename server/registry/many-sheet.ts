import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Handle, Transaction } from '../platform/db.ts'
import { Invalid, Problem } from '../platform/errors.ts'
import { mailAddress } from '../platform/mail.ts'
import { openBook } from '../platform/reading/open-book.ts'
import { hasRight } from '../platform/rights.ts'
import { dayIn, plainOf, wordsIn } from '../platform/sheet-cells.ts'
import type { RegistryDb } from './db.ts'
import { takenAddresses } from './many.ts'
import { MOST_PEOPLE, type PeopleSheet, type PeopleSheetRow } from './many-shapes.ts'
import { demandKeeper } from './person-access.ts'
import { plainWords } from './plain.ts'
import { demandGiveable } from './post.ts'
import { resolveMany } from './resolve.ts'
import { listRoles } from './role.ts'
import { plain } from './words.ts'

const HEADS = {
  fullName: 'Họ và tên',
  email: 'Địa chỉ thư',
  agency: 'Cơ quan, đơn vị',
  role: 'Vai trò',
  title: 'Chức danh',
  from: 'Từ ngày',
} as const
type Column = keyof typeof HEADS
const COLUMNS = Object.keys(HEADS) as Column[]
const WIDTHS: Record<Column, number> = { fullName: 28, email: 32, agency: 44, role: 30, title: 30, from: 14 }
const SHEET = 'Người được mời'
const LISTS = 'Danh mục'
const HEAD_ROW = 4

/** Agencies of a day in which the actor may give posts; two of one name are told apart by what they belong to. */
async function agenciesFor(db: Handle<RegistryDb>, actor: Actor, today: string) {
  const { rows } = await sql<{ id: number; label: string }>`
    select a.agency_id as id,
           a.name || case when count(*) over (partition by a.name) > 1 and p.name is not null
                          then ' (' || p.name || ')' else '' end as label
    from registry.agency_period a
    left join registry.agency_period p on p.agency_id = a.parent_id and p.valid @> ${today}::date
    where a.valid @> ${today}::date
      and (${hasRight(actor, 'people.keep')} or a.agency_id = any(${[...actor.own]}::bigint[]))
    order by a.name collate "vi-x-icu", a.agency_id`.execute(db)
  return rows
}

/** An empty sheet with the lists of what this actor may choose. */
export async function writePeopleSheet(db: Handle<RegistryDb>, actor: Actor, today: string): Promise<Buffer> {
  demandKeeper(actor)
  const roles = (await listRoles(db, actor, today)).filter(({ mayGive }) => mayGive)
  const agencies = await agenciesFor(db, actor, today)
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(SHEET, { views: [{ state: 'frozen', ySplit: HEAD_ROW }] })
  sheet.getCell('A1').value = 'DANH SÁCH MỜI NGƯỜI DÙNG'
  sheet.getCell('A1').font = { bold: true, size: 14 }
  sheet.getCell('A2').value =
    `Mỗi dòng một người, nhiều nhất ${MOST_PEOPLE} dòng. Cơ quan ghi tên hoặc mã; “Từ ngày” để trống là hôm nay.`
  COLUMNS.forEach((column, place) => {
    const head = sheet.getCell(HEAD_ROW, place + 1)
    head.value = HEADS[column]
    head.font = { bold: true }
    head.border = { bottom: { style: 'thin' } }
    sheet.getColumn(place + 1).width = WIDTHS[column]
  })
  const lists = book.addWorksheet(LISTS, { state: 'hidden' })
  roles.forEach(({ name }, place) => {
    lists.getCell(place + 1, 1).value = name
  })
  agencies.forEach(({ label }, place) => {
    lists.getCell(place + 1, 2).value = label
  })
  const listOf = (letter: string, length: number): ExcelJS.DataValidation => ({
    type: 'list',
    allowBlank: true,
    formulae: [`'${LISTS}'!$${letter}$1:$${letter}$${Math.max(1, length)}`],
  })
  for (let row = HEAD_ROW + 1; row <= HEAD_ROW + MOST_PEOPLE; row += 1) {
    // A code is no name of the list: so the list offers, and does not refuse.
    sheet.getCell(row, COLUMNS.indexOf('agency') + 1).dataValidation = listOf('B', agencies.length)
    sheet.getCell(row, COLUMNS.indexOf('role') + 1).dataValidation = {
      ...listOf('A', roles.length),
      showErrorMessage: true,
      errorTitle: HEADS.role,
      error: 'Hãy chọn một vai trò trong danh sách.',
    }
    sheet.getCell(row, COLUMNS.indexOf('from') + 1).numFmt = 'dd/mm/yyyy'
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The rows of a filled-in sheet, each as the person it would add or with the cells that are wrong; nothing is changed. */
export async function readPeopleSheet(
  trx: Transaction<RegistryDb>,
  actor: Actor,
  bytes: Buffer,
  today: string,
): Promise<PeopleSheet> {
  demandKeeper(actor)
  const { sheet, head, places } = headOf(await openBook(bytes))
  const written = writtenRows(sheet, head, places)
  if (written.length === 0) throw new Invalid('people.no_rows', 'Tệp chưa có dòng nào sau dòng tên cột.')
  if (written.length > MOST_PEOPLE) {
    throw new Invalid('people.too_many', `Tệp có hơn ${MOST_PEOPLE} dòng. Hãy chia thành nhiều tệp.`)
  }
  const roles = await listRoles(trx, actor, today)
  const labels = new Map((await agenciesFor(trx, actor, today)).map(({ id, label }) => [plain(label), id]))
  const others = written.map(({ words }) => words.agency).filter((name) => name !== '' && !labels.has(plain(name)))
  const names = [...new Set(others)]
  const resolved = await resolveMany(trx, names, today)
  const found = new Map(names.map((name, place) => [name, resolved[place]!]))
  const rows: PeopleSheetRow[] = []
  const seen = new Map<string, number>()
  for (const { place, words, broken, day: typed } of written) {
    const day = typed === '' ? today : typed
    const errors: PeopleSheetRow['errors'] = []
    const say = (column: Column, message: string) =>
      errors.push({ cell: `${letterOf(places[column] ?? places.fullName!)}${place}`, message })
    const attempt = (column: Column, work: () => string): string => {
      try {
        return work()
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        say(column, error.detail)
        return words[column]
      }
    }
    for (const column of ['fullName', 'email', 'agency', 'role', 'title'] as const)
      if (broken.includes(column)) say(column, 'Không đọc được ô này. Nếu là công thức, hãy thay bằng giá trị.')
      else if (words[column] === '') say(column, `Thiếu “${HEADS[column]}”. Hãy điền ô này.`)
    const fullName = attempt('fullName', () => atMost(plainWords(words.fullName, 'fullName', HEADS.fullName), 120))
    const title = attempt('title', () => atMost(plainWords(words.title, 'title', HEADS.title), 200))
    const email = words.email === '' ? '' : attempt('email', () => mailAddress(words.email, 'email'))
    const before = seen.get(email)
    if (email !== '' && before !== undefined)
      say('email', `Địa chỉ này đã có ở dòng ${before}. Hãy bỏ một trong hai dòng.`)
    else seen.set(email, place)
    const role = roles.find(({ role: key, name, nameEn }) =>
      [key, name, nameEn].some((one) => plain(one) === plain(words.role)),
    )
    if (words.role !== '' && !role) say('role', `Không có vai trò “${words.role}”. Hãy chọn trong danh sách của ô.`)
    const resolution = found.get(words.agency)
    const agencyId =
      labels.get(plain(words.agency)) ?? (resolution?.outcome === 'certain' ? resolution.agency?.id : undefined)
    if (words.agency !== '' && agencyId === undefined) {
      const near = (resolution?.candidates ?? []).slice(0, 3).map(({ name }) => name)
      const hint = near.length > 0 ? ` Gần nhất: ${near.join('; ')}.` : ''
      say('agency', `Không nhận ra cơ quan “${words.agency}”. Hãy ghi đúng tên hoặc mã.${hint}`)
    }
    if (day === undefined) say('from', 'Ngày không đúng dạng. Hãy ghi như 28/02/2021 hoặc để trống.')
    let person: PeopleSheetRow['person'] = null
    if (role && agencyId !== undefined && day !== undefined) {
      const post = { agencyId, role: role.role, title, from: day }
      try {
        await demandGiveable(trx, { actor }, post)
        person = { fullName, email, post }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        const path = error.fields[0]?.path
        say(
          path === 'agencyId' || error.code === 'post.other_agency' ? 'agency' : path === 'title' ? 'title' : 'role',
          error.detail,
        )
      }
    }
    const { agency, role: typedRole } = words
    rows.push({ place, fullName, email, agency, role: role?.name ?? typedRole, title, person, errors })
  }
  const taken = await takenAddresses(
    trx,
    rows.map(({ email }) => email),
  )
  for (const row of rows) {
    if (!taken.has(row.email)) continue
    const message = 'Địa chỉ thư này đã có tài khoản. Hãy giao thêm vị trí ở trang của người đó, hoặc sửa địa chỉ.'
    row.errors.push({ cell: `${letterOf(places.email!)}${row.place}`, message })
  }
  for (const { errors } of rows) errors.sort((a, b) => (a.cell < b.cell ? -1 : 1))
  return { rows: rows.map((row) => (row.errors.length > 0 ? { ...row, person: null } : row)) }
}

function atMost(words: string, most: number): string {
  if (words.length > most) throw new Invalid('people.long', `Dài hơn ${most} ký tự. Hãy viết ngắn lại.`)
  return words
}

const letterOf = (place: number) => String.fromCharCode(64 + place)

/** The sheet whose maker saw it and that has the heads: the open one first. A hidden sheet is a list of choices or an old version. */
function headOf(book: ExcelJS.Workbook) {
  const open = book.worksheets[book.views?.[0]?.activeTab ?? 0]
  const visible = book.worksheets.filter(({ state }) => state === 'visible' || state === undefined)
  for (const sheet of visible.sort((a, b) => Number(b === open) - Number(a === open))) {
    for (let head = 1; head <= 10; head += 1) {
      const places: Partial<Record<Column, number>> = {}
      for (let place = 1; place <= 26; place += 1) {
        const name = plain(wordsIn(plainOf(sheet.getCell(head, place))) ?? '')
        const column = COLUMNS.find((one) => plain(HEADS[one]) === name)
        if (column) places[column] ??= place
      }
      if (COLUMNS.every((column) => column === 'from' || places[column] !== undefined)) return { sheet, head, places }
    }
  }
  throw new Invalid(
    'people.foreign',
    `Tệp phải có dòng tên cột: ${COLUMNS.map((column) => `“${HEADS[column]}”`).join(', ')}. Hãy tải mẫu, điền rồi nộp lại.`,
  )
}

interface Written {
  place: number
  words: Record<Column, string>
  /** Cells that hold something which cannot be read, such as a formula that was never calculated. */
  broken: Column[]
  /** Undefined: it is no day. */
  day: string | undefined
}

function writtenRows(sheet: ExcelJS.Worksheet, head: number, places: Partial<Record<Column, number>>): Written[] {
  const rows: Written[] = []
  // One more than is allowed is enough to refuse them.
  for (let place = head + 1; place <= sheet.rowCount && rows.length <= MOST_PEOPLE; place += 1) {
    if (sheet.getRow(place).hidden) continue
    const cell = (column: Column) => {
      const found = places[column]
      return found === undefined ? ({ is: 'empty' } as const) : plainOf(sheet.getCell(place, found))
    }
    const words = Object.fromEntries(COLUMNS.map((column) => [column, wordsIn(cell(column)) ?? ''])) as Written['words']
    const broken = COLUMNS.filter((column) => cell(column).is === 'broken')
    if (broken.length === 0 && Object.values(words).every((one) => one === '')) continue
    rows.push({ place, words, broken, day: cell('from').is === 'empty' ? '' : dayIn(cell('from')) })
  }
  return rows
}
