import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import './content.css'

/** One list of a task's content, edited in place: a row for each, one button to add another. */
export function ContentRows<Content extends object, Row extends Content>({
  legend,
  add,
  rows,
  blank,
  onChange,
  children,
}: {
  legend: string
  /** Words of the button. */
  add: string
  rows: Row[]
  blank: () => Row
  onChange: (rows: Row[]) => void
  /** A row, with `set` for a part of it and `remove` for the whole. */
  children: (row: Row, at: number, acts: { set: (part: Partial<Content>) => void; remove: () => void }) => ReactNode
}) {
  return (
    <fieldset className="rows">
      <legend>{legend}</legend>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was just added has no id
        <div key={at} className="edit-row">
          {children(row, at, {
            set: (part) => onChange(rows.map((one, place) => (place === at ? { ...one, ...part } : one))),
            remove: () => onChange(rows.filter((_, place) => place !== at)),
          })}
        </div>
      ))}
      <div className="row">
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...rows, blank()])}>
          {add}
        </Button>
      </div>
    </fieldset>
  )
}

/** `label` says which row it takes away. */
export function RemoveRow({ label, onClick }: { label: string; onClick: () => void }) {
  return <Button type="text" icon={<CloseOutlined />} onClick={onClick} aria-label={label} />
}

/** What is wrong with a row; nothing if nothing is. */
export function RowError({ error }: { error: string | undefined }) {
  return error ? (
    <p className="wrong" role="alert">
      {error}
    </p>
  ) : null
}
