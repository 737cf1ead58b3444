import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { List } from '../list/list.tsx'
import type { Sort, TaskFilter } from '../paths/tasks.ts'
import { Figure } from '../shell/figure.tsx'
import { useLanguage } from '../shell/language.tsx'
import { asSentence, daysBetween, showDay, showNumber } from '../ui/format.ts'
import { shortListQuery } from './queries.ts'

/** The first few tasks of a filter, the most urgent on top; its number opens them all. */
export function ShortList({
  title,
  blank,
  filter,
  sort,
  asOf,
}: {
  title: string
  blank: string
  filter: TaskFilter
  sort: Sort
  asOf: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const list = useQuery({ ...shortListQuery(filter, sort), placeholderData: keepPreviousData })
  const total = list.data?.total ?? 0
  return (
    <section className="panel short-list" aria-labelledby={id}>
      <h2 id={id} className="row spread">
        <span>{title}</span>
        {list.data && !list.isPlaceholderData ? (
          <Figure rows={filter} label={t('overview.openAll', { title, n: showNumber(total, language) })}>
            {showNumber(total, language)}
          </Figure>
        ) : null}
      </h2>
      <List query={list} rows={list.data?.rows} blank={<p className="soft">{blank}</p>} lines={2}>
        {(rows) => (
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <Link
                  to="/nhiem-vu/$id"
                  params={{ id: String(row.id) }}
                  search={filter.asOf ? { asOf: filter.asOf } : {}}
                  data-row
                >
                  {asSentence(row.title)}
                </Link>
                <p className="soft row spread">
                  <span>{row.leadAgencyName}</span>
                  {row.dueOn ? (
                    <span className="nowrap tabular">
                      {showDay(row.dueOn)} · {untilDue(row.dueOn)}
                    </span>
                  ) : null}
                </p>
              </li>
            ))}
          </ul>
        )}
      </List>
    </section>
  )

  function untilDue(dueOn: string): string {
    const left = daysBetween(asOf, dueOn)
    if (left === 0) return t('task.dueToday')
    return left > 0
      ? t('task.daysLeft', { n: showNumber(left, language) })
      : t('task.daysOver', { n: showNumber(-left, language) })
  }
}
