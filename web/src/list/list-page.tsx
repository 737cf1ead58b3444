import type { ComponentProps, ReactNode } from 'react'
import { useTitle } from '../shell/title.ts'
import { List } from './list.tsx'

interface Head {
  title: string
  about?: ReactNode
  /** Buttons that start something. */
  acts?: ReactNode
  /** Fields that filter the rows: `SearchFilter`, `ChoiceFilter`, a day. */
  filters?: ReactNode
  /** Under the fields: the button that clears them. */
  filterFoot?: ReactNode
  /** Between the header and the filters. */
  before?: ReactNode
  /** Between the filters and the rows. */
  between?: ReactNode
  /** After the rows: drawers and dialogs. */
  after?: ReactNode
}
type Props<Row> = Head & ComponentProps<typeof List<Row>>

/** A page with one list: title, filters, rows. */
export function ListPage<Row>({ title, about, acts, before, after, ...list }: Props<Row>) {
  useTitle(title)
  return (
    <div className="page">
      <div className="row spread page-head">
        <div className="grow">
          <h1>{title}</h1>
          {about ? <p className="soft">{about}</p> : null}
        </div>
        {acts ? <div className="row screen-only">{acts}</div> : null}
      </div>
      {before}
      <Filtered {...list} />
      {after}
    </div>
  )
}

/** A section with one list under its own heading. */
export function ListSection<Row>({
  id,
  title,
  about,
  acts,
  before,
  after,
  className = 'panel',
  ...list
}: Props<Row> & { /** Of its heading. */ id: string; className?: string }) {
  return (
    <section className={className} aria-labelledby={id}>
      <div className="row spread panel-head">
        <div className="grow">
          <h2 id={id}>{title}</h2>
          {about ? <p className="soft">{about}</p> : null}
        </div>
        {acts ? <div className="row screen-only">{acts}</div> : null}
      </div>
      {before}
      <Filtered {...list} />
      {after}
    </section>
  )
}

function Filtered<Row>({
  filters,
  filterFoot,
  between,
  ...list
}: Pick<Head, 'filters' | 'filterFoot' | 'between'> & ComponentProps<typeof List<Row>>) {
  return (
    <>
      {filters ? (
        <search className="filters screen-only">
          <div className="filter-row">{filters}</div>
          {filterFoot}
        </search>
      ) : null}
      {between}
      <List {...list} />
    </>
  )
}
