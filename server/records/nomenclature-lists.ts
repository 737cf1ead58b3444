import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Download } from '../platform/attachment.ts'
import { formatDay } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { PDF, XLSX } from '../platform/official-document/kept.ts'
import { type Annex, run, type Table } from '../platform/official-document/model.ts'
import { annexesToPdf } from '../platform/official-document/pdf.ts'
import { hasRight } from '../platform/rights.ts'
import { ofArchiveToRead, seesNomenclature } from './case-access.ts'
import { retentionWords } from './case-papers.ts'
import type { RecordsDb } from './db.ts'
import type {
  FileQuery,
  Nomenclature,
  NomenclatureLine,
  NomenclatureList,
  NomenclatureRow,
} from './nomenclature-shapes.ts'

type Found = Omit<NomenclatureRow, 'may'> & { hasNext: boolean }
const ROW = sql`
  n.nomenclature_id as id, n.version, n.year, n.state, n.number, n.issued_on as "issuedOn",
  json_build_object('id', n.agency_id, 'name', (select a.name from registry.agency_latest a where a.agency_id = n.agency_id)) as agency,
  (select count(*) from records.nomenclature_line l where l.nomenclature_id = n.nomenclature_id)::integer as lines,
  exists (select from records.nomenclature x where x.agency_id = n.agency_id and x.year = n.year + 1) as "hasNext"`

function withMay(actor: Actor, { hasNext, ...row }: Found): NomenclatureRow {
  const keeps = hasRight(actor, 'records.archive') && actor.own.includes(row.agency.id)
  const isDraft = row.state === 'draft'
  return {
    ...row,
    may: [
      ...(keeps && isDraft ? (['edit'] as const) : []),
      ...(keeps && isDraft && row.lines > 0 ? (['issue'] as const) : []),
      ...(keeps && !isDraft && !hasNext ? (['carryOver'] as const) : []),
    ],
  }
}

/** Nomenclatures that the actor may see, the latest year first. */
export async function listNomenclatures(db: AnyHandle, actor: Actor): Promise<NomenclatureList> {
  const { rows } = await sql<Found>`
    select ${ROW} from records.nomenclature n where ${seesNomenclature(actor)}
    order by n.year desc, n.agency_id limit 200`.execute(reading<RecordsDb>(db))
  return { rows: rows.map((row) => withMay(actor, row)), mayAdd: hasRight(actor, 'records.archive') }
}

/** One nomenclature with its lines and how many cases were opened from each. */
export async function showNomenclature(db: AnyHandle, actor: Actor, id: number, today: string): Promise<Nomenclature> {
  await ofArchiveToRead(db, actor, 'records.nomenclature', id)
  const { rows } = await sql<Found>`
    select ${ROW} from records.nomenclature n where n.nomenclature_id = ${id}`.execute(reading<RecordsDb>(db))
  const row = withMay(actor, rows[0]!)
  const isOfYear = row.state === 'issued' && row.year === Number(today.slice(0, 4))
  const mayOpen = isOfYear && hasRight(actor, 'records.draft') && actor.personId !== null
  const { rows: contents } = await sql<NomenclatureLine>`
    select l.nomenclature_line_id as id, l.position, l.heading, l.code, l.title,
           json_build_object('id', r.retention_class_id, 'name', r.name, 'years', r.years) as retention,
           json_build_object('id', l.unit_id, 'name', (select a.name from registry.agency_latest a where a.agency_id = l.unit_id)) as unit,
           case when l.keeper_id is not null then json_build_object('id', l.keeper_id,
             'name', (select p.full_name from registry.person_card p where p.person_id = l.keeper_id limit 1)) end as keeper,
           l.carried_from_id as "carriedFromId",
           (select count(*) from records.case_file c where c.nomenclature_line_id = l.nomenclature_line_id)::integer as cases,
           ${mayOpen ? sql`(l.unit_id = ${actor.agencyId} or l.unit_id = any(${[...actor.own]}::bigint[]))` : sql`false`} as "mayOpen"
    from records.nomenclature_line l join records.retention_class r using (retention_class_id)
    where l.nomenclature_id = ${id} order by l.position`.execute(reading<RecordsDb>(db))
  return { ...row, contents }
}

const COLUMNS = [
  ['Số và ký hiệu hồ sơ', 12],
  ['Tên đề mục và tiêu đề hồ sơ', 42],
  ['Thời hạn bảo quản', 12],
  ['Đơn vị, người lập hồ sơ', 24],
  ['Ghi chú', 10],
] as const

const keeperWords = ({ unit, keeper }: NomenclatureLine) => [unit.name, keeper?.name].filter(Boolean).join(', ')
const about = ({ number, issuedOn, state }: Nomenclature) =>
  state === 'issued' ? `Ban hành kèm theo văn bản số ${number} ngày ${formatDay(issuedOn!)}` : 'Dự thảo, chưa ban hành'

/** The nomenclature as it is printed (Nghị định 30/2020/NĐ-CP, Phụ lục V), or as a sheet. */
export async function nomenclatureFile(
  db: AnyHandle,
  actor: Actor,
  { id, format, today }: { id: number; format: FileQuery['format']; today: string },
): Promise<Download> {
  const one = await showNomenclature(db, actor, id, today)
  const fileName = `Danh mục hồ sơ năm ${one.year}.${format}`
  if (format === 'xlsx') return { bytes: await asSheet(one), mediaType: XLSX, fileName }
  const title = `DANH MỤC HỒ SƠ NĂM ${one.year}`
  const annex = { label: one.agency.name, title, basis: about(one), landscape: true, parts: [asTable(one)] }
  return {
    bytes: await annexesToPdf({ title, issuingAgency: one.agency.name, annexes: [annex satisfies Annex] }),
    mediaType: PDF,
    fileName,
  }
}

function asTable({ contents }: Nomenclature): Table {
  const sections: number[] = []
  const rows = contents.flatMap((line) => {
    const row = [line.code, line.title, retentionWords(line.retention.years), keeperWords(line), ''].map((text) =>
      run(text),
    )
    return line.heading === null ? [row] : [[run(line.heading)], row]
  })
  for (const [place, row] of rows.entries()) if (row.length === 1) sections.push(place)
  return {
    kind: 'table',
    columns: COLUMNS.map(([title, width]) => ({ title, width, align: 'left' as const })),
    rows,
    sections,
  }
}

async function asSheet(one: Nomenclature): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(`Danh mục ${one.year}`, { views: [{ state: 'frozen', ySplit: 4 }] })
  sheet.addRow([one.agency.name])
  sheet.addRow([`DANH MỤC HỒ SƠ NĂM ${one.year}`]).font = { bold: true, size: 14 }
  sheet.addRow([about(one)])
  sheet.addRow(COLUMNS.map(([title]) => title)).font = { bold: true }
  for (const [place, [, width]] of COLUMNS.entries()) sheet.getColumn(place + 1).width = width * 1.4
  for (const line of one.contents) {
    if (line.heading !== null) sheet.addRow(['', line.heading]).font = { bold: true }
    sheet.addRow([line.code, line.title, retentionWords(line.retention.years), keeperWords(line), '']).alignment = {
      wrapText: true,
      vertical: 'top',
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}
