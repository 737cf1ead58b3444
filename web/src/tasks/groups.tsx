import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { List, rowsOf } from '../list/list.tsx'
import { type Column, filterOfRows, type Grouping, type Sort, type TaskFilter } from '../paths/tasks.ts'
import { Figure } from '../shell/figure.tsx'
import { useLanguage } from '../shell/language.tsx'
import { Blank } from '../ui/blank.tsx'
import { showMonth, showNumber, showPrinted } from '../ui/format.ts'
import { useNarrow } from '../ui/narrow.ts'
import { StandingIcon } from '../ui/standing.tsx'
import { Cards } from './cards.tsx'
import { type GroupRow, groupsQuery, tasksQuery } from './queries.ts'
import { TaskTable } from './table.tsx'

const PARTS = ['doneOnTime', 'doneLate', 'openInTerm', 'openOverdue'] as const

/** The filtered tasks grouped by source, agency, group or month: each with its own four figures, and its rows under it. */
export function Groups({
  filter,
  by,
  sort,
  columns,
}: {
  filter: TaskFilter
  by: Grouping
  sort: Sort
  columns: readonly Column[]
}) {
  const { t } = useTranslation()
  const groups = useQuery(groupsQuery(filter, by))
  const shown = groups.data?.rows.filter(({ partition }) => countOf(partition, filter.standing) > 0)
  return (
    <List
      query={groups}
      rows={shown}
      blank={<Blank title={t('tasks.noneFound')} hint={t('tasks.noneFoundHint')} />}
      lines={10}
    >
      {(found) => (
        <div className="groups">
          <div className="group-head row spread" aria-hidden="true">
            <span className="grow" />
            <span className="row group-figures">
              <span className="group-total">{t('overview.assigned')}</span>
              {PARTS.map((part) => (
                <span key={part} className="group-figure">
                  {t(`tasks.short.${part}`)}
                </span>
              ))}
              <span className="group-share">{t('tasks.short.share')}</span>
            </span>
          </div>
          {found.map((group) => (
            <Group key={group.key} group={group} by={by} filter={filter} sort={sort} columns={columns} />
          ))}
          {groups.data && groups.data.rowsLeftOut > 0 ? (
            <p className="soft">{t('tasks.groupsLeftOut', { count: groups.data.rowsLeftOut })}</p>
          ) : null}
        </div>
      )}
    </List>
  )
}

/** Rows of a group under the filter. Late milestones are not part of the partition, so any group may have some. */
function countOf(partition: GroupRow['partition'], standing: TaskFilter['standing']): number {
  if (standing === undefined || standing === 'milestoneOverdue') return partition.assigned
  return partition[standing]
}

interface GroupProps {
  group: GroupRow
  by: Grouping
  filter: TaskFilter
  sort: Sort
  columns: readonly Column[]
}

function Group({ group, by, filter, sort, columns }: GroupProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const within = { ...filterOfRows(group.rows), ...filter }
  const label = by === 'month' && /^\d{4}-\d{2}$/.test(group.label) ? showMonth(group.label) : group.label
  return (
    <section className="group">
      <h2 className="row spread">
        <button
          type="button"
          className="group-open"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {label}
        </button>
        <span className="row group-figures tabular">
          <Figure
            rows={{ ...within, standing: undefined }}
            label={`${label}: ${t('overview.assigned')} ${showNumber(group.partition.assigned, language)}`}
          >
            {showNumber(group.partition.assigned, language)}
          </Figure>
          {PARTS.map((part) => (
            <span key={part} className="group-figure" title={t(`standing.${part}`)}>
              <StandingIcon shown={part} size={12} />
              <Figure
                rows={{ ...within, standing: part }}
                label={`${label}: ${t(`standing.${part}`)} ${showNumber(group.partition[part], language)}`}
              >
                {showNumber(group.partition[part], language)}
              </Figure>
            </span>
          ))}
          <span className="group-share" title={t('overview.overdueShare')}>
            {showPrinted(group.overdueShare.printed, language)}
          </span>
        </span>
      </h2>
      <div id={id}>{isOpen ? <Rows filter={within} sort={sort} columns={columns} /> : null}</div>
    </section>
  )
}

function Rows({ filter, sort, columns }: { filter: TaskFilter; sort: Sort; columns: readonly Column[] }) {
  const narrow = useNarrow()
  const list = useInfiniteQuery(tasksQuery(filter, sort))
  return (
    <List query={list} rows={rowsOf(list.data)} blank={null} lines={4}>
      {(rows) =>
        narrow ? (
          <Cards rows={rows} asOf={filter.asOf} />
        ) : (
          <TaskTable rows={rows} columns={columns} asOf={filter.asOf} />
        )
      }
    </List>
  )
}
