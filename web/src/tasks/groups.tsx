import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { List } from '../list/list.tsx'
import { filterOfRows, type Grouping, type TaskFilter } from '../paths/tasks.ts'
import { Figure } from '../shell/figure.tsx'
import { useLanguage } from '../shell/language.tsx'
import { Blank } from '../ui/blank.tsx'
import { showMonth, showNumber, showPrinted } from '../ui/format.ts'
import { StandingIcon } from '../ui/standing.tsx'
import { type GroupRow, groupsQuery } from './queries.ts'

const PARTS = ['doneOnTime', 'doneLate', 'openInTerm', 'openOverdue'] as const

/** The filtered tasks grouped by source, agency, group or month: each with its own four figures, and its rows under it. */
export function Groups({
  filter,
  by,
  show,
  opened = 0,
}: {
  filter: TaskFilter
  by: Grouping
  /** The rows of one group. */
  show: (filter: TaskFilter) => ReactNode
  /** How many groups are open at first. */
  opened?: number
}) {
  const { t } = useTranslation()
  const groups = useQuery(groupsQuery(filter, by))
  return (
    <List
      query={groups}
      rows={groups.data?.rows}
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
          {found.map((group, place) => (
            <Group key={group.key} group={group} by={by} filter={filter} show={show} isOpenFirst={place < opened} />
          ))}
          {groups.data && groups.data.rowsLeftOut > 0 ? (
            <p className="soft">{t('tasks.groupsLeftOut', { count: groups.data.rowsLeftOut })}</p>
          ) : null}
        </div>
      )}
    </List>
  )
}

interface GroupProps {
  group: GroupRow
  by: Grouping
  filter: TaskFilter
  show: (filter: TaskFilter) => ReactNode
  isOpenFirst: boolean
}

function Group({ group, by, filter, show, isOpenFirst }: GroupProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const [isOpen, setOpen] = useState(isOpenFirst)
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
            rows={within}
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
      <div id={id}>{isOpen ? show(within) : null}</div>
    </section>
  )
}
