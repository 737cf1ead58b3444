import { type Answer, answer } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Grouping, Sort, TaskFilter } from '../paths/tasks.ts'
import { api } from '../shell/api.ts'
import { taskKeys } from './keys.ts'

export type TaskRow = Answer<'/api/tasks'>['rows'][number]
export type Task = Answer<'/api/tasks/{id}'>
export type MayDo = Task['may'][number]
export type Subtask = Task['subtasks'][number]
export type Evidence = Task['evidence'][number]
export type HistoryEntry = Answer<'/api/tasks/{id}/history'>['entries'][number]
export type GroupRow = Answer<'/api/statistics'>['rows'][number]

export type TimelineRow = Answer<'/api/tasks/timeline'>['rows'][number]
export type DueDay = Answer<'/api/tasks/calendar'>['days'][number]
export type DueMark = DueDay['marks'][number]

export const PAGE = 50

/** The rows of a filter, page by page; the first page also has the total. */
export const tasksQuery = (filter: TaskFilter, sort: Sort) =>
  infiniteQueryOptions({
    queryKey: [...taskKeys.lists, 'list', filter, sort],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/tasks', {
          params: { query: { ...filter, sort, limit: PAGE, ...(pageParam ? { cursor: pageParam } : { count: true }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

/** The same rows with what a timeline draws, in the same pages. */
export const timelineQuery = (filter: TaskFilter, sort: Sort) =>
  infiniteQueryOptions({
    queryKey: [...taskKeys.lists, 'timeline', filter, sort],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/tasks/timeline', {
          params: { query: { ...filter, sort, limit: PAGE, ...(pageParam ? { cursor: pageParam } : { count: true }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

/** How many tasks there are, for views that show no rows of a list. */
export const totalQuery = (filter: TaskFilter) =>
  queryOptions({
    queryKey: [...taskKeys.lists, 'total', filter],
    queryFn: async ({ signal }) => {
      const { total } = await answer(
        api.GET('/api/tasks', { params: { query: { ...filter, sort: 'urgency', limit: 1, count: true } }, signal }),
      )
      return total ?? 0
    },
  })

export const calendarQuery = (filter: TaskFilter, range: { first: string; last: string }, perDay: number) =>
  queryOptions({
    queryKey: [...taskKeys.lists, 'calendar', filter, range, perDay],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/tasks/calendar', { params: { query: { ...filter, ...range, perDay } }, signal })),
  })

/** Figures by group, of the rows of the filter. */
export const groupsQuery = (filter: TaskFilter, by: Grouping) =>
  queryOptions({
    queryKey: [...taskKeys.lists, 'statistics', by, filter],
    queryFn: ({ signal }) => answer(api.GET('/api/statistics', { params: { query: { ...filter, by } }, signal })),
    placeholderData: keepPreviousData,
  })

export const taskQuery = (id: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: [...taskKeys.one(id), asOf ?? 'today'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/tasks/{id}', { params: { path: { id }, query: asOf ? { asOf } : {} }, signal })),
  })

export const historyQuery = (id: number) =>
  queryOptions({
    queryKey: [...taskKeys.one(id), 'history'],
    queryFn: ({ signal }) => answer(api.GET('/api/tasks/{id}/history', { params: { path: { id } }, signal })),
  })
