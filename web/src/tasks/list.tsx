import { PrinterOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { compact } from '../paths/parse.ts'
import { type Column, type TaskSearch, usualSort } from '../paths/tasks.ts'
import { FollowedSwitch } from '../shell/followed-switch.tsx'
import { useLanguage } from '../shell/language.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay, showInstant, showNumber } from '../ui/format.ts'
import { useNarrow } from '../ui/narrow.ts'
import { DueCalendar } from './calendar.tsx'
import { Cards } from './cards.tsx'
import { ExportButton } from './export-button.tsx'
import { FilterChips } from './filter-chips.tsx'
import { Filters } from './filters.tsx'
import { Groups } from './groups.tsx'
import { TableRows, TimelineRows } from './list-rows.tsx'
import { ListTools } from './list-tools.tsx'
import { PAGE, type TaskRow, tasksQuery, timelineQuery, totalQuery } from './queries.ts'
import { SelectionBar, useSelection } from './selection.tsx'
import type { SourceKind } from './source-kind.ts'
import { TaskTable } from './table.tsx'
import { spanOf } from './timeline.ts'
import { TimelineTable } from './timeline-table.tsx'
import { TimelineTools } from './timeline-tools.tsx'
import type { UseUrge } from './urge.ts'
import { ViewMenu } from './view-menu.tsx'
import './tasks.css'

const USUAL: Column[] = ['code', 'title', 'lead', 'source', 'dueOn', 'standing', 'state', 'percent']
/** Most rows loaded for printing; the workbook has them all. */
const MOST_PRINTED = 2000
/** Groups of a timeline that are open at first: closed ones draw nothing. */
const OPENED = 3
/** The rows are in their groups or on their days, which load them. */
const ELSEWHERE = { error: null, isPending: false, refetch: () => {} }

/** The tasks of a filter: one address is one list, the same for every user who may see it, as a table, on a line of days or
 * in a calendar. */
export function Tasks({
  sources,
  useUrge,
  more,
}: {
  sources: readonly SourceKind[]
  useUrge: UseUrge
  /** Ways to add tasks that features above offer. */
  more?: ReactNode
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const narrow = useNarrow()
  const search = useSearch({ from: '/staff/nhiem-vu' })
  const navigate = useNavigate({ from: '/nhiem-vu' })
  const { sort = usualSort(search), by, columns = USUAL, view, zoom = 'year', at, ...filter } = search
  const asOf = search.asOf ?? me.today
  const span = spanOf(zoom, at, asOf)
  const isTimeline = view === 'timeline'
  const isCalendar = view === 'calendar' || view === 'agenda'
  const isGrouped = by !== undefined && !isCalendar
  /** The rows are on this page itself: neither in groups nor on days. */
  const isListed = !isGrouped && !isCalendar
  const table = useInfiniteQuery({ ...tasksQuery(filter, sort), enabled: isListed && !isTimeline })
  const lines = useInfiniteQuery({ ...timelineQuery(filter, sort), enabled: isListed && isTimeline })
  const list = isTimeline ? lines : table
  const isStale = isListed && list.isPlaceholderData
  const counted = useQuery({ ...totalQuery(filter), enabled: !isListed })
  const rows = (isListed ? rowsOf<TaskRow>(list.data) : undefined) ?? []
  const total = (isListed ? (isStale ? null : list.data?.pages[0]?.total) : counted.data) ?? null
  const change = (changed: TaskSearch) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  const [isPrinting, setPrinting] = useState(false)
  const mayAct =
    !search.asOf && !search.knownOn && !search.knownBefore && (mayDo(me, 'task.carryOut') || mayDo(me, 'task.steer'))
  const selection = useSelection(isStale || isTimeline ? [] : rows, filter)
  const print = async () => {
    setPrinting(true)
    let { hasNextPage } = list
    for (let pages = list.data?.pages.length ?? 0; isListed && hasNextPage && pages * PAGE < MOST_PRINTED; pages++) {
      hasNextPage = (await list.fetchNextPage()).hasNextPage
    }
    flushSync(() => setPrinting(false))
    window.print()
  }
  const line = { zoom, span, asOf, linkedDay: search.asOf }
  const tools = (
    <>
      <FilterChips search={search} onChange={change} onClear={() => navigate({ search: shapeOf })} />
      <ListTools search={search} sort={sort} columns={columns} usual={USUAL} onChange={change} isNarrow={narrow} />
      {isTimeline ? <TimelineTools zoom={zoom} span={span} asOf={asOf} onChange={change} /> : null}
      {isCalendar ? (
        <DueCalendar filter={filter} at={at} asOf={asOf} isList={view === 'agenda'} onChange={change} />
      ) : null}
      {isGrouped ? (
        <Groups
          key={view ?? 'table'}
          filter={filter}
          by={by}
          opened={isTimeline ? OPENED : 0}
          show={(within) =>
            isTimeline ? (
              <TimelineRows filter={within} sort={sort} {...line} />
            ) : (
              <TableRows filter={within} sort={sort} columns={columns} />
            )
          }
        />
      ) : null}
    </>
  )
  return (
    <ListPage
      title={t('tasks.title')}
      about={
        <span role="status">
          {total !== null ? (
            <>
              <span data-testid="total">{t('tasks.total', { n: showNumber(total, language) })}</span>
              {' · '}
            </>
          ) : null}
          {t('tasks.asOf', { day: showDay(asOf) })}
          {search.counting === 'once' ? ` · ${t('collective.listOnce')}` : ''}
          {search.knownOn ? ` · ${t('tasks.knownOn', { day: showDay(search.knownOn) })}` : ''}
          {search.knownBefore ? ` · ${t('tasks.knownBefore', { at: showInstant(search.knownBefore) })}` : ''}
        </span>
      }
      acts={
        <>
          {more}
          <ViewMenu search={search} />
          <Button icon={<PrinterOutlined />} onClick={print} loading={isPrinting} disabled={isStale}>
            {t('tasks.print')}
          </Button>
          <ExportButton filter={filter} sort={sort} columns={columns} total={total} />
        </>
      }
      before={
        <>
          <FollowedSwitch
            value={search.followerId}
            on={search.asOf}
            onChange={(followerId) => change({ followerId })}
          />
          <Filters search={search} onChange={change} sources={sources} />
        </>
      }
      between={tools}
      query={isListed ? list : ELSEWHERE}
      rows={isListed ? rowsOf<TaskRow>(list.data) : undefined}
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
      after={
        isListed && !isStale ? (
          <>
            <span hidden data-next-cursor={list.data?.pages.at(-1)?.nextCursor ?? ''} />
            <SelectionBar
              selection={selection}
              mayAct={mayAct}
              useUrge={useUrge}
              shown={rows.length}
              total={total}
              {...{ filter, sort, columns }}
            />
          </>
        ) : null
      }
    >
      {(shown) =>
        isTimeline ? (
          <TimelineTable rows={rowsOf(lines.data) ?? []} {...line} />
        ) : narrow ? (
          <Cards rows={shown} asOf={search.asOf} />
        ) : (
          <TaskTable
            rows={shown}
            columns={columns}
            asOf={search.asOf}
            sort={sort}
            onSort={(order) => change({ sort: order })}
            chosen={selection.chosen}
            onChoose={selection.choose}
          />
        )
      }
    </ListPage>
  )
}

/** Of an address: how the rows are shown, without which rows. */
const shapeOf = ({ by, view, zoom, at, columns }: TaskSearch): TaskSearch => compact({ by, view, zoom, at, columns })

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
