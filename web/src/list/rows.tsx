import type { ReactNode } from 'react'
import { useNarrow } from '../ui/narrow.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'

/** One column of a table of rows. */
export interface Column<Row> {
  key: string
  title: ReactNode
  cell: (row: Row) => ReactNode
  /** Of its cells: `tabular`, `nowrap`, `soft` … */
  className?: string
  isNumber?: boolean
  /** The cell names the row. */
  isHead?: boolean
  isOnScreenOnly?: boolean
}

interface Props<Row> {
  rows: readonly Row[]
  /** Names the table for screen readers; sighted users have a visible heading. */
  caption: string
  keyOf: (row: Row) => string | number
  columns: readonly Column<Row>[]
  /** Content of a card on a phone; without it the table stays a table. */
  card?: (row: Row) => ReactNode
  className?: string
  /** Of each row and each card. */
  testId?: string
  /** The table may be wider than the page and scrolls on its own. */
  isWide?: boolean
}

/** The rows of a list: a table, or cards on a narrow page. */
export function Rows<Row>(props: Props<Row>) {
  const narrow = useNarrow()
  const { rows, caption, keyOf, card, testId } = props
  if (!narrow || !card) {
    return props.isWide ? (
      <ScrollBox label={caption}>
        <RowTable {...props} />
      </ScrollBox>
    ) : (
      <RowTable {...props} />
    )
  }
  return (
    <ul className="cards" aria-label={caption}>
      {rows.map((row) => (
        <li key={keyOf(row)} className="card" data-row-box data-testid={testId}>
          {card(row)}
        </li>
      ))}
    </ul>
  )
}

function RowTable<Row>({ rows, caption, keyOf, columns, className = '', testId }: Props<Row>) {
  return (
    <table className={`grid-table ${className}`}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, title, isNumber, isOnScreenOnly }) => (
            <th key={key} scope="col" className={classes(isNumber && 'number', isOnScreenOnly && 'screen-only')}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} data-row-box data-testid={testId}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { cell, className, isNumber, isHead, isOnScreenOnly } = column
  const look = classes(className, isNumber && 'number', isOnScreenOnly && 'screen-only')
  return isHead ? (
    <th scope="row" className={look} lang="vi">
      {cell(row)}
    </th>
  ) : (
    <td className={look}>{cell(row)}</td>
  )
}

const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ') || undefined
