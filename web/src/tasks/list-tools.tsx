import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { COLUMNS, type Column, GROUPINGS, SORTS, type Sort, type TaskSearch } from '../paths/tasks.ts'
import { ColumnChoice } from './columns.tsx'

const VIEWS = ['table', 'timeline', 'calendar'] as const

/** How the rows of the filter are shown. Nothing here changes which rows they are. */
export function ListTools({
  search,
  sort,
  columns,
  usual,
  onChange,
  isNarrow,
}: {
  search: TaskSearch
  sort: Sort
  columns: Column[]
  /** The columns shown where none are chosen. */
  usual: Column[]
  onChange: (change: TaskSearch) => void
  isNarrow: boolean
}) {
  const { t } = useTranslation()
  const { view, by } = search
  const isCalendar = view === 'calendar' || view === 'agenda'
  return (
    <div className="row spread screen-only list-tools">
      <div className="row">
        <Segmented<(typeof VIEWS)[number]>
          size="small"
          value={view === 'agenda' ? 'calendar' : (view ?? 'table')}
          onChange={(chosen) => onChange({ view: chosen === 'table' ? undefined : chosen, at: undefined })}
          aria-label={t('tasks.shownAs')}
          options={VIEWS.map((value) => ({ value, label: t(`tasks.as.${value}`) }))}
        />
        {isCalendar ? null : (
          <>
            <span className="labelled-choice">
              <label htmlFor="by">{t('tasks.groupBy')}</label>
              <Select
                id="by"
                size="small"
                value={by ?? ''}
                onChange={(chosen) => onChange({ by: GROUPINGS.find((grouping) => grouping === chosen) })}
                options={[
                  { value: '', label: t('tasks.noGrouping') },
                  ...GROUPINGS.map((value) => ({ value, label: t(`tasks.grouping.${value}`) })),
                ]}
                className="grouping"
              />
            </span>
            <span className="labelled-choice">
              <label htmlFor="sort">{t('tasks.sortBy')}</label>
              <Select
                id="sort"
                size="small"
                value={sort}
                onChange={(chosen) => onChange({ sort: chosen })}
                options={SORTS.filter((value) => value !== 'match' || search.search !== undefined).map((value) => ({
                  value,
                  label: t(`tasks.sort.${value}`),
                }))}
                className="grouping"
              />
            </span>
          </>
        )}
      </div>
      {isNarrow || view !== undefined ? null : (
        <ColumnChoice
          columns={columns}
          onChange={(chosen) => onChange({ columns: sameAs(chosen, usual) ? undefined : chosen })}
        />
      )}
    </div>
  )
}

const sameAs = (a: Column[], b: Column[]) => COLUMNS.every((column) => a.includes(column) === b.includes(column))
