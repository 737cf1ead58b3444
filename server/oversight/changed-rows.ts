/** Which rows of tables and lists a correction changed: what the corrected report printed, and what is printed now. Pure. */
import { formatDay, formatNumber } from '../platform/calendar.ts'
import { STANDINGS } from './chart.ts'
import { goalWords } from './goal-words.ts'
import type { ChangedRow, SectionData } from './text-shapes.ts'

interface Part {
  key: string
  heading: string | null
  data: SectionData | null
}
/** A row by what it is of, with its cells in words. */
interface Row {
  label: string
  cells: readonly (readonly [name: string, words: string])[]
}
type Rows = Map<string, Row>

type Counts = { assigned: number } & { [name: string]: unknown }
const countCells = (of: Counts): Row['cells'] => [
  ['Đã giao', formatNumber(of.assigned)],
  ...Object.entries(STANDINGS).map(([name, words]) => [words, formatNumber(Number(of[name]))] as const),
]

function rowsOf({ agencies = [], tasks = [], goals = [], chart }: SectionData): Rows {
  const rows: Rows = new Map()
  for (const one of agencies)
    rows.set(`agency ${one.agencyId}`, {
      label: one.agencyName,
      cells: [...countCells(one), ['Tỷ lệ quá hạn', one.overdueShare]],
    })
  for (const one of tasks)
    rows.set(`task ${one.id}`, {
      label: `${one.code} ${one.title}`,
      cells: [
        ['Cơ quan chủ trì', one.agency],
        ['Thời hạn', one.dueOn === null ? 'không có' : formatDay(one.dueOn)],
        ['Tình trạng', STANDINGS[one.standing] ?? one.standing],
      ],
    })
  for (const one of goals)
    rows.set(`goal ${one.targetId}`, {
      label: `${one.code} ${one.measure}`,
      cells: [
        ['Yêu cầu', one.required],
        ['Đạt được', goalWords(one).measured || 'chưa đo'],
        ['Đánh giá', goalWords(one).state],
      ],
    })
  // The other charts show what the tables have.
  if (chart?.chart === 'trend')
    for (const one of chart.points)
      rows.set(`month ${one.label}`, { label: `Tháng ${one.label}`, cells: countCells(one) })
  return rows
}

const ABSENT = 'không có'
const said = (cells: Row['cells']) => cells.map(([name, words]) => `${name}: ${words}`).join('; ')

/** The rows that differ, in the order of the report as it is now; those that are gone follow those of their table. */
export function changedRows(before: readonly Part[], now: readonly Part[]): ChangedRow[] {
  const earlier = new Map(before.map((one) => [one.key, one]))
  return now.flatMap(({ key, heading, data }) => {
    const old = rowsOf(earlier.get(key)?.data ?? {})
    const rows = rowsOf(data ?? {})
    const table = heading ?? 'Biểu đồ'
    const changed = [...rows].flatMap(([id, row]): ChangedRow[] => {
      const was = old.get(id)
      if (was === undefined) return [{ table, row: row.label, before: ABSENT, after: said(row.cells) }]
      const cells = new Map(was.cells)
      const moved = row.cells.filter(([name, words]) => cells.get(name) !== words)
      if (moved.length === 0) return []
      const wasSaid = said(moved.map(([name]) => [name, cells.get(name) ?? ABSENT] as const))
      return [{ table, row: row.label, before: wasSaid, after: said(moved) }]
    })
    const gone = [...old].flatMap(([id, row]): ChangedRow[] =>
      rows.has(id) ? [] : [{ table, row: row.label, before: said(row.cells), after: ABSENT }],
    )
    return [...changed, ...gone]
  })
}
