/**
 * The annex "Danh mục đề án" of a programme, laid out by Nghị định 30/2020/NĐ-CP (Phụ lục I, Mục III): the same rows as DOCX, PDF
 * and XLSX, under the heads by which an annex is read back (`columns.ts`).
 */
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { formatDay } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import { annexesToDocx } from '../platform/official-document/docx.ts'
import { type Annex, type Column, dayInWords, type LooseAnnexes, run } from '../platform/official-document/model.ts'
import { annexesToPdf } from '../platform/official-document/pdf.ts'
import { lowerFirst } from '../platform/official-document/typography.ts'
import { COLUMN_WORDS, type ColumnName } from './columns.ts'
import type { ProgrammeDb } from './db.ts'
import { matching, scopeAsked } from './lists.ts'
import type { Printed, PrintQuery } from './print-shapes.ts'
import { printedSheet } from './print-sheet.ts'
import { LEVEL_WORDS, type Level } from './shapes.ts'
import { agencyName } from './store.ts'

/** Shares of the width of the page. */
const COLUMNS: readonly (Column & { name: ColumnName })[] = (
  [
    ['ordinal', 5, 'center'],
    ['name', 27, 'left'],
    ['lead', 13, 'left'],
    ['coordinating', 16, 'left'],
    ['level', 9, 'center'],
    ['term', 9, 'center'],
    ['inCharge', 12, 'left'],
    ['note', 11, 'left'],
  ] as const
).map(([name, width, align]) => ({ name, title: COLUMN_WORDS[name], width, align }))

interface Entry {
  name: string
  lead: string
  leadId: number
  coordinating: string[]
  level: Level
  dueOn: string
  /** The first day of the month it is due in; null: a day was set. */
  month: string | null
  firstDueOn: string
  firstMonth: string | null
  inCharge: string | null
  note: string | null
  /** The programme it was carried over from. */
  carriedFrom: string | null
}

/**
 * The entries that a programme lists as of a day, without those that were stopped or wait for a decision, of those the actor reads.
 *
 * @throws NotFound; Conflict where the programme has no act yet, or nothing the actor may print.
 */
export async function printedProgramme(
  handle: AnyHandle,
  actor: Actor,
  id: number,
  { by = 'agency', asOf, knownOn }: PrintQuery,
  today: string,
): Promise<Printed> {
  const db = reading<ProgrammeDb>(handle)
  const programme = await db
    .selectFrom('programme.programme')
    .select(['title', 'first_on', 'act_number', 'act_on'])
    .where('programme_id', '=', id)
    .executeTakeFirst()
  if (!programme) throw new NotFound('programme.not_found', 'Không tìm thấy chương trình này.')
  if (programme.act_number === null || programme.act_on === null) {
    throw new Conflict(
      'programme.not_issued',
      'Chương trình này chưa ban hành. Hãy ghi số, ngày văn bản ban hành trước, rồi in danh mục.',
    )
  }
  const scope = scopeAsked({ ...(asOf ? { asOf } : {}), ...(knownOn ? { knownOn } : {}) }, today)
  const dueWhere = (day: 'due_on' | 'first_due_on') => sql`(
    select case when d.is_day then null else d.month end from programme.due d
    where d.item_id = v.item_id and d.due_on = v.${sql.ref(day)} order by d.position ${day === 'due_on' ? sql`desc` : sql``} limit 1)`
  const { rows } = await sql<Entry>`
    select i.name, ${agencyName(sql`v.lead_agency_id`, scope.asOf)} as lead, v.lead_agency_id as "leadId",
           array(select coalesce(${agencyName(sql`p.agency_id`, scope.asOf)}, p.named_as) from programme.item_party p
                 where p.item_id = v.item_id order by p.position) as coordinating,
           v.level, v.due_on as "dueOn", ${dueWhere('due_on')} as month, v.first_due_on as "firstDueOn",
           ${dueWhere('first_due_on')} as "firstMonth", v.in_charge as "inCharge", i.note,
           (select w.title from programme.entry e join programme.entry f on f.entry_id = e.carried_from_id
              join programme.programme w on w.programme_id = f.programme_id
              where e.programme_id = ${id} and e.item_id = v.item_id) as "carriedFrom"
    ${matching(actor, scope, { programmeId: id, standing: 'counted' })}
    order by v.due_on, v.item_id`.execute(db)
  if (rows.length === 0) {
    throw new Conflict(
      'programme.nothing_to_print',
      `Chương trình này không có đề án nào ${actor.seen === null ? '' : 'của cơ quan bạn '}tính đến hết ngày ${formatDay(scope.asOf)}. Hãy chọn chương trình hoặc ngày khác.`,
    )
  }
  const year = programme.first_on.slice(0, 4)
  return {
    fileName: `Danh mục đề án - ${programme.title}`.replaceAll('/', '-'),
    title: `DANH MỤC ĐỀ ÁN TRONG ${programme.title.toLocaleUpperCase('vi')}`,
    basis: [
      `(Kèm theo văn bản số ${programme.act_number} ${dayInWords(programme.act_on)};`,
      `tính đến hết ngày ${formatDay(scope.asOf)}${knownOn ? `, theo số liệu ghi nhận đến ngày ${formatDay(knownOn)}` : ''}${actor.seen === null ? '' : '; phần cơ quan chủ trì hoặc phối hợp'})`,
    ].join(' '),
    columns: COLUMNS,
    rows: by === 'month' ? byMonth(rows, year) : byAgency(rows, year),
  }
}

const termOf = (dueOn: string, month: string | null, year: string): string => {
  if (month === null) return formatDay(dueOn)
  const own = `${Number(month.slice(5, 7))}`
  return month.startsWith(year) ? `Tháng ${own}` : `Tháng ${own}/${month.slice(0, 4)}`
}

function cellsOf(entry: Entry, ordinal: number, year: string): string[] {
  const { name, lead, coordinating, level, dueOn, month, firstDueOn, firstMonth, inCharge, note, carriedFrom } = entry
  const remarks = [
    note,
    carriedFrom && `Chuyển từ ${lowerFirst(carriedFrom)}`,
    firstDueOn === dueOn ? null : `Thời hạn lúc đầu: ${lowerFirst(termOf(firstDueOn, firstMonth, year))}`,
  ].filter(Boolean)
  const cells: Record<ColumnName, string> = {
    ordinal: String(ordinal),
    name,
    lead,
    coordinating: coordinating.join('; '),
    level: LEVEL_WORDS[level],
    term: termOf(dueOn, month, year),
    inCharge: inCharge ?? '',
    note: remarks.join('; '),
  }
  return COLUMNS.map((column) => cells[column.name])
}

/** "I. BỘ CÔNG AN", each with its entries in order of their due days. */
function byAgency(entries: readonly Entry[], year: string): string[][] {
  const groups = [...Map.groupBy(entries, ({ leadId }) => leadId).values()].sort((a, b) =>
    a[0]!.lead.localeCompare(b[0]!.lead, 'vi'),
  )
  let ordinal = 0
  return groups.flatMap((group, place) => [
    [`${roman(place + 1)}. ${group[0]!.lead.toLocaleUpperCase('vi')}`],
    ...group.map((entry) => cellsOf(entry, ++ordinal, year)),
  ])
}

/** "THÁNG 3/2021", each with its entries by agency. */
function byMonth(entries: readonly Entry[], year: string): string[][] {
  let ordinal = 0
  return [...Map.groupBy(entries, ({ dueOn }) => dueOn.slice(0, 7))].flatMap(([month, group]) => [
    [`THÁNG ${Number(month.slice(5))}/${month.slice(0, 4)}`],
    ...group
      .toSorted((a, b) => a.lead.localeCompare(b.lead, 'vi') || a.dueOn.localeCompare(b.dueOn))
      .map((entry) => cellsOf(entry, ++ordinal, year)),
  ])
}

const ROMAN: readonly [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]
function roman(number: number): string {
  const found = ROMAN.find(([value]) => value <= number)
  return found ? found[1] + roman(number - found[0]) : ''
}

/** The bytes of the file. */
export async function printedFile(printed: Printed, format: PrintQuery['format']): Promise<Uint8Array> {
  if (format === 'xlsx') return printedSheet(printed)
  const { title, basis, columns, rows } = printed
  const annex: Annex = {
    label: 'PHỤ LỤC',
    title,
    basis,
    landscape: true,
    parts: [
      {
        kind: 'table',
        columns: [...columns],
        rows: rows.map((cells) => cells.map((cell) => run(cell))),
        sections: rows.flatMap(({ length }, place) => (length === 1 ? [place] : [])),
      },
    ],
  }
  const loose: LooseAnnexes = { title, issuingAgency: 'Văn phòng Chính phủ', annexes: [annex] }
  return format === 'docx' ? annexesToDocx(loose) : annexesToPdf(loose)
}
