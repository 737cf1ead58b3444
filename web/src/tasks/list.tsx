import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { COLUMNS, type Column, GROUPINGS, SORTS, type TaskSearch, tasksFile, usualSort } from '../paths/tasks.ts'
import { useLanguage } from '../shell/language.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay, showNumber } from '../ui/format.ts'
import { useNarrow } from '../ui/narrow.ts'
import { BulkBar } from './bulk-bar.tsx'
import { Cards } from './cards.tsx'
import { ColumnChoice } from './columns.tsx'
import { FilterChips } from './filter-chips.tsx'
import { Filters } from './filters.tsx'
import { Groups } from './groups.tsx'
import { tasksQuery } from './queries.ts'
import type { SourceKind } from './source-kind.ts'
import { TaskTable } from './table.tsx'
import { ViewMenu } from './view-menu.tsx'
import './tasks.css'

const USUAL: Column[] = ['code', 'title', 'lead', 'source', 'dueOn', 'standing', 'state', 'percent']
/** Most rows loaded for printing; the workbook has them all. */
const MOST_PRINTED = 2000
/** The rows are in their groups, which load them. */
const GROUPED = { error: null, isPending: false, refetch: () => {} }

/** The tasks of a filter: one address is one list, the same for every user who may see it. */
export function Tasks({ sources }: { sources: readonly SourceKind[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const narrow = useNarrow()
  const search = useSearch({ from: '/staff/nhiem-vu' })
  const navigate = useNavigate({ from: '/nhiem-vu' })
  const { sort = usualSort(search), by, columns = USUAL, ...filter } = search
  const list = useInfiniteQuery({ ...tasksQuery(filter, sort), enabled: by === undefined })
  const rows = rowsOf(list.data) ?? []
  const total = list.data?.pages[0]?.total ?? null
  const asOf = list.data?.pages[0]?.asOf ?? search.asOf ?? me.today
  const change = (changed: TaskSearch) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  const [isPrinting, setPrinting] = useState(false)
  const mayAct = !search.asOf && !search.knownOn && (mayDo(me, 'task.carryOut') || mayDo(me, 'task.steer'))
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const choose = (ids: number[], isChosen: boolean) =>
    setChosen((before) => {
      const next = new Set(before)
      for (const id of ids) isChosen ? next.add(id) : next.delete(id)
      return next
    })
  // Only visible rows are selected: an act on many never affects a row the user does not see.
  const picked = rows.flatMap(({ id }) => (chosen.has(id) ? [id] : []))
  const print = async () => {
    setPrinting(true)
    let seen = list.data
    while (seen?.pages.at(-1)?.nextCursor && seen.pages.length * 50 < MOST_PRINTED) {
      seen = (await list.fetchNextPage()).data
    }
    flushSync(() => setPrinting(false))
    window.print()
  }
  const tools = (
    <>
      <FilterChips search={search} onChange={change} onClear={() => navigate({ search: {} })} />
      <div className="row spread screen-only list-tools">
        <div className="row">
          <span className="labelled-choice">
            <label htmlFor="by">{t('tasks.groupBy')}</label>
            <Select
              id="by"
              size="small"
              value={by ?? ''}
              onChange={(chosen) => change({ by: GROUPINGS.find((grouping) => grouping === chosen) })}
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
              onChange={(chosen) => change({ sort: chosen })}
              options={SORTS.filter((value) => value !== 'match' || search.search !== undefined).map((value) => ({
                value,
                label: t(`tasks.sort.${value}`),
              }))}
              className="grouping"
            />
          </span>
        </div>
        {narrow ? null : (
          <ColumnChoice
            columns={columns}
            onChange={(chosen) => change({ columns: sameAs(chosen, USUAL) ? undefined : chosen })}
          />
        )}
      </div>
      {by === undefined ? null : <Groups filter={filter} by={by} sort={sort} columns={columns} />}
    </>
  )
  return (
    <ListPage
      title={t('tasks.title')}
      about={
        <span role="status">
          {by === undefined && total !== null ? (
            <>
              <span data-testid="total">{t('tasks.total', { n: showNumber(total, language) })}</span>
              {' · '}
            </>
          ) : null}
          {t('tasks.asOf', { day: showDay(asOf) })}
          {search.knownOn ? ` · ${t('tasks.knownOn', { day: showDay(search.knownOn) })}` : ''}
        </span>
      }
      acts={
        <>
          <ViewMenu search={search} />
          <Button icon={<PrinterOutlined />} onClick={print} loading={isPrinting}>
            {t('tasks.print')}
          </Button>
          <Button icon={<DownloadOutlined />} href={tasksFile(filter, sort)}>
            {t('tasks.export')}
          </Button>
        </>
      }
      before={<Filters search={search} onChange={change} sources={sources} />}
      between={tools}
      query={by === undefined ? list : GROUPED}
      rows={by === undefined ? rowsOf(list.data) : undefined}
      lines={12}
      blank={<NoTasks isFiltered={Object.keys(filter).length > 0} />}
      moreNote={
        <span className="soft">
          {t('tasks.shown', {
            shown: showNumber(rows.length, language),
            n: showNumber(total ?? rows.length, language),
          })}
        </span>
      }
      after={by === undefined ? <BulkBar ids={picked} onClear={() => setChosen(new Set())} /> : null}
    >
      {(shown) =>
        narrow ? (
          <Cards rows={shown} asOf={search.asOf} />
        ) : (
          <TaskTable
            rows={shown}
            columns={columns}
            asOf={search.asOf}
            sort={sort}
            onSort={(order) => change({ sort: order })}
            {...(mayAct ? { chosen, onChoose: choose } : {})}
          />
        )
      }
    </ListPage>
  )
}

function NoTasks({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation()
  return isFiltered ? (
    <Blank title={t('tasks.noneFound')} hint={t('tasks.noneFoundHint')} />
  ) : (
    <Blank title={t('tasks.none')} hint={t('tasks.noneHint')}>
      <Button type="primary" href="/van-ban">
        {t('tasks.firstStep')}
      </Button>
    </Blank>
  )
}

const sameAs = (a: Column[], b: Column[]) => COLUMNS.every((column) => a.includes(column) === b.includes(column))
