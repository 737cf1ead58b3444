import { useInfiniteQuery } from '@tanstack/react-query'
import { List, rowsOf } from '../list/list.tsx'
import type { Column, Sort, TaskFilter, Zoom } from '../paths/tasks.ts'
import { useNarrow } from '../ui/narrow.ts'
import { Cards } from './cards.tsx'
import { tasksQuery, timelineQuery } from './queries.ts'
import { TaskTable } from './table.tsx'
import type { Span } from './timeline.ts'
import { TimelineTable } from './timeline-table.tsx'

/** The rows of one group as a table. */
export function TableRows({ filter, sort, columns }: { filter: TaskFilter; sort: Sort; columns: readonly Column[] }) {
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

/** The rows of one group on the line of days that all groups share. */
export function TimelineRows({
  filter,
  sort,
  linkedDay,
  ...shown
}: {
  filter: TaskFilter
  sort: Sort
  zoom: Zoom
  span: Span
  asOf: string
  linkedDay: string | undefined
}) {
  const list = useInfiniteQuery(timelineQuery(filter, sort))
  return (
    <List query={list} rows={rowsOf(list.data)} blank={null} lines={4}>
      {(rows) => <TimelineTable rows={rows} linkedDay={linkedDay} {...shown} />}
    </List>
  )
}
