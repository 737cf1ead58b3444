import type { Answer } from '@dieuhanh/client'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkSearch } from '../paths/worklists.ts'
import { useLanguage } from '../shell/language.tsx'
import { showNumber } from '../ui/format.ts'
import './work.css'

export type WorkGroup = Answer<'/api/desk'>['groups'][number] | Answer<'/api/queue'>['groups'][number]
export type WorkRow = WorkGroup['rows'][number]
type ListPath = '/viec-cua-toi' | '/theo-doi'

/** The groups whose number is highlighted. */
const URGENT: ReadonlySet<WorkGroup['name']> = new Set([
  'overdue',
  'sentBack',
  'calledFor',
  'contradictions',
  'missingPeriods',
])

/** The number of rows in each group; each number opens its rows. */
export function WorkCounts({
  groups,
  path,
  search,
}: {
  groups: readonly { name: WorkGroup['name']; count: number }[]
  path: ListPath
  search: WorkSearch
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { group: open, task: _task, act: _act, about: _about, ...kept } = search
  return (
    <nav aria-label={t('work.groups')} className="screen-only">
      <ul className="work-counts">
        {groups.map(({ name, count }) => (
          <li key={name}>
            <Link
              to={path}
              search={open === name ? kept : { ...kept, group: name }}
              className={`work-count${count === 0 ? ' empty' : URGENT.has(name) ? ' urgent' : ''}`}
              aria-current={open === name ? 'true' : undefined}
              data-testid={`count-${name}`}
            >
              <strong>{showNumber(count, language)}</strong> <span>{t(`work.group.${name}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** One group: title, count, rows, and a button for more. */
export function WorkSection({
  name,
  count,
  days,
  rows,
  chosen,
  onChoose,
  foot,
  children,
}: {
  name: WorkGroup['name']
  count: number
  /** The number of days that defines the group. */
  days: number
  rows: readonly WorkRow[]
  chosen: ReadonlySet<number>
  onChoose: (ids: number[], isChosen: boolean) => void
  foot: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  // Only tasks on which the user may act are chosen for an act.
  const ids = [...new Set(rows.filter(({ may }) => may.length > 0).map(({ taskId }) => taskId))]
  const picked = ids.filter((id) => chosen.has(id)).length
  return (
    <section className="work-group" aria-labelledby={`group-${name}`} data-testid={`group-${name}`}>
      <div className="work-head">
        {ids.length > 0 ? (
          <Checkbox
            className="screen-only"
            aria-label={t('work.chooseAll', { name: t(`work.group.${name}`) })}
            checked={picked > 0 && picked === ids.length}
            indeterminate={picked > 0 && picked < ids.length}
            onChange={({ target }) => onChoose(ids, target.checked)}
          />
        ) : null}
        <h2 id={`group-${name}`}>
          {t(`work.group.${name}`)} <span className="soft tabular">({showNumber(count, language)})</span>
        </h2>
      </div>
      <p className="soft">{t(`work.about.${name}`, { n: days })}</p>
      <ul className="work-rows">{children}</ul>
      {foot}
    </section>
  )
}

/** Below a group that shows only its first rows. */
export function MoreRows({
  shown,
  count,
  onMore,
  isLoading = false,
}: {
  shown: number
  count: number
  onMore: () => void
  isLoading?: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (shown >= count) return null
  return (
    <div className="row screen-only">
      <Button size="small" onClick={onMore} loading={isLoading}>
        {t('work.more')}
      </Button>
      <span className="soft">
        {t('work.shown', { shown: showNumber(shown, language), n: showNumber(count, language) })}
      </span>
    </div>
  )
}
