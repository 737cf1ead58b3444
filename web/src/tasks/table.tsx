import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column, Sort } from '../paths/tasks.ts'
import { useLanguage } from '../shell/language.tsx'
import { asSentence, showDay, showNumber } from '../ui/format.ts'
import { Standing, shownStanding } from '../ui/standing.tsx'
import type { TaskRow } from './queries.ts'

const sorts: Partial<Record<Column, Sort>> = {
  code: 'code',
  lead: 'agency',
  assignedOn: 'assignedOn',
  dueOn: 'dueOn',
  standing: 'urgency',
}
const numeric: ReadonlySet<Column> = new Set(['percent', 'targets'])

/** Rows as dense as is readable: fifty of them without scrolling sideways on a small office screen. */
export function TaskTable({
  rows,
  columns,
  asOf,
  sort,
  onSort,
  chosen,
  onChoose,
}: {
  rows: readonly TaskRow[]
  columns: readonly Column[]
  asOf: string | undefined
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** Ids of the tasks selected for an act on many; undefined: no selection column. */
  chosen?: ReadonlySet<number>
  onChoose?: (ids: number[], isChosen: boolean) => void
}) {
  const { t } = useTranslation()
  const picked = chosen ? rows.filter(({ id }) => chosen.has(id)).length : 0
  return (
    <table className="grid-table task-table" data-testid="tasks">
      <caption className="unseen">{t('tasks.title')}</caption>
      <thead>
        <tr>
          {chosen ? (
            <th scope="col" className="column-chosen screen-only">
              <Checkbox
                aria-label={t('bulk.chooseAll')}
                checked={picked > 0 && picked === rows.length}
                indeterminate={picked > 0 && picked < rows.length}
                onChange={({ target }) =>
                  onChoose?.(
                    rows.map(({ id }) => id),
                    target.checked,
                  )
                }
              />
            </th>
          ) : null}
          {columns.map((column) => {
            const order = sorts[column]
            const isSorted = order !== undefined && order === sort
            return (
              <th
                key={column}
                scope="col"
                className={`column-${column}${numeric.has(column) ? ' number' : ''}`}
                aria-sort={isSorted ? 'ascending' : undefined}
              >
                {order && onSort ? (
                  <button type="button" className="sort" onClick={() => onSort(order)}>
                    {t(`tasks.column.${column}`)}
                    <span aria-hidden="true">{isSorted ? ' ▾' : ''}</span>
                  </button>
                ) : (
                  t(`tasks.column.${column}`)
                )}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row-box>
            {chosen ? (
              <td className="column-chosen screen-only">
                <Checkbox
                  aria-label={t('work.choose', { code: row.code })}
                  checked={chosen.has(row.id)}
                  onChange={({ target }) => onChoose?.([row.id], target.checked)}
                />
              </td>
            ) : null}
            {columns.map((column) => (
              <td key={column} className={`column-${column}${numeric.has(column) ? ' number' : ''}`}>
                <Value row={row} column={column} asOf={asOf} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ row, column, asOf }: { row: TaskRow; column: Column; asOf: string | undefined }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  switch (column) {
    case 'code':
      return <span className="tabular nowrap">{row.code}</span>
    case 'title':
      return <RowLink row={row} asOf={asOf} />
    case 'lead':
      return (
        <>
          {row.leadAgencyName}
          <Together collective={row.collective} />
          {row.otherLeads.length > 0 ? <span className="soft">; {row.otherLeads.join('; ')}</span> : null}
        </>
      )
    case 'coordinating':
      return <span className="clamp-2">{row.coordinating.join('; ')}</span>
    case 'source':
      // A notation on one line; the words of an order outside the system on two.
      return <span className={/^\S+$/.test(row.sourceNumber ?? '') ? 'nowrap' : 'clamp-2'}>{row.sourceNumber}</span>
    case 'group':
      return <span className="clamp-2">{row.groupTitle}</span>
    case 'assignedOn':
      return <span className="tabular">{showDay(row.assignedOn)}</span>
    case 'dueOn':
      return <Due row={row} />
    case 'standing':
      return (
        <Standing
          shown={shownStanding(row)}
          extra={row.daysLate ? t('task.lateBy', { n: showNumber(row.daysLate, language) }) : undefined}
        />
      )
    case 'state':
      return t(`state.${row.state}`)
    case 'percent':
      return `${row.percent}%`
    case 'targets':
      return row.targetCount || ''
  }
}

/** Marks a task that was given to several agencies under one name. */
export function Together({ collective }: { collective: TaskRow['collective'] }) {
  const { t } = useTranslation()
  if (!collective) return null
  const { form, size, namedAs } = collective
  return (
    <>
      {' '}
      <span className="tag together" title={namedAs} data-testid="together">
        {t(form === 'each' ? 'collective.tag' : 'collective.tagShared', { n: size })}
      </span>
    </>
  )
}

export function RowLink({ row, asOf }: { row: TaskRow; asOf: string | undefined }) {
  const params = { id: String(row.id) }
  return (
    <>
      <Link
        to="/nhiem-vu/$id"
        params={params}
        search={asOf ? { asOf } : {}}
        className="clamp-2"
        data-row
        title={row.title}
      >
        {asSentence(row.title)}
      </Link>
      <Link
        to="/nhiem-vu/$id"
        params={params}
        search={{ act: 'report' }}
        data-report
        tabIndex={-1}
        aria-hidden="true"
        hidden
      />
    </>
  )
}

/** The present deadline, or its kind as text if it has no day. */
export function Due({ row }: { row: Pick<TaskRow, 'dueOn' | 'firstDueOn' | 'deadlineKind'> }) {
  const { t } = useTranslation()
  if (row.dueOn === null) return <span className="soft">{t(`deadlineKind.${row.deadlineKind}`)}</span>
  return (
    <span className="tabular">
      {showDay(row.dueOn)}
      {row.firstDueOn !== null && row.firstDueOn !== row.dueOn ? (
        <span className="soft" title={t('task.firstDueOn', { day: showDay(row.firstDueOn) })}>
          {' '}
          ({t('task.extended')})
        </span>
      ) : null}
    </span>
  )
}
