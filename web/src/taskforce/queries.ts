import { type Answer, answer, type Body, type Query } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'
import { landingQuery } from '../shell/landing-query.ts'
import { taskKeys } from '../tasks/index.ts'
import { taskforceKey } from './keys.ts'

export type TaskForce = Answer<'/api/taskforce/task-forces/{id}'>
export type Member = TaskForce['memberList'][number]
export type Plan = Answer<'/api/taskforce/plans/{id}'>
export type ReadPlan = Answer<'/api/taskforce/task-forces/{id}/plans/read', 'post'>
export type NewActivity = ReadPlan['activities'][number]
export type RecommendationRow = Answer<'/api/taskforce/recommendations'>['rows'][number]
export type Recommendation = Answer<'/api/taskforce/recommendations/{id}'>
export type RecommendationAct = Recommendation['may'][number]
export type NewRecommendation = Body<'/api/taskforce/recommendations'>
export type InspectionRow = Answer<'/api/taskforce/inspections'>['rows'][number]
export type Inspection = Answer<'/api/taskforce/inspections/{id}'>
export type InspectionAct = Inspection['may'][number]
export type Finding = Inspection['findingList'][number]
export type FindingAct = Finding['may'][number]
export type FindingRow = Answer<'/api/taskforce/findings'>['rows'][number]
export type TaskTrace = Answer<'/api/taskforce/tasks/{id}'>
export type DialogueRow = Answer<'/api/taskforce/dialogues'>['rows'][number]
export type Dialogue = Answer<'/api/taskforce/dialogues/{id}'>
export type Question = Answer<'/api/taskforce/questions'>['rows'][number]
export type Assessment = Answer<'/api/taskforce/assessment'>
export type Part = Assessment['rows'][number]['parts'][number]
export type FixedRow = Answer<'/api/taskforce/fixed-assessments'>['rows'][number]
export type FixedAssessment = Answer<'/api/taskforce/fixed-assessments/{id}'>

const key = taskforceKey

/** Refetches what is shown of the Task Force's work, what waits, and the tasks that it made or marked. */
export const refreshTaskforce = (queries: QueryClient): Promise<unknown> =>
  Promise.all([key, landingQuery.queryKey, taskKeys.lists].map((queryKey) => queries.invalidateQueries({ queryKey })))

export const forcesQuery = queryOptions({
  queryKey: [...key, 'forces'],
  queryFn: ({ signal }) => answer(api.GET('/api/taskforce/task-forces', { params: { query: {} }, signal })),
})
export const forceQuery = (id: number) =>
  queryOptions({
    queryKey: [...key, 'force', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/taskforce/task-forces/{id}', { params: { path: { id }, query: {} }, signal })),
  })
export const mineQuery = queryOptions({
  queryKey: [...key, 'mine'],
  queryFn: ({ signal }) => answer(api.GET('/api/taskforce/mine', { params: { query: {} }, signal })),
})
export const planQuery = (id: number) =>
  queryOptions({
    queryKey: [...key, 'plan', id],
    queryFn: ({ signal }) => answer(api.GET('/api/taskforce/plans/{id}', { params: { path: { id } }, signal })),
  })
export const peopleQuery = (words: string) =>
  queryOptions({
    queryKey: [...key, 'people', words],
    queryFn: ({ signal }) => answer(api.GET('/api/taskforce/people', { params: { query: { words } }, signal })),
    enabled: words.trim() !== '',
    placeholderData: keepPreviousData,
  })

const paged = <Page extends { nextCursor: string | null }, Filter extends object>(
  name: string,
  filter: Filter,
  get: (query: Filter & { cursor?: string }, signal: AbortSignal) => Promise<Page>,
) =>
  infiniteQueryOptions({
    queryKey: [...key, name, filter],
    queryFn: ({ pageParam, signal }) => get({ ...filter, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const recommendationsQuery = (filter: Query<'/api/taskforce/recommendations'>) =>
  paged('recommendations', filter, (query, signal) =>
    answer(api.GET('/api/taskforce/recommendations', { params: { query }, signal })),
  )
export const recommendationQuery = (id: number) =>
  queryOptions({
    queryKey: [...key, 'recommendation', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/taskforce/recommendations/{id}', { params: { path: { id } }, signal })),
  })
export const inspectionsQuery = (filter: Query<'/api/taskforce/inspections'>) =>
  paged('inspections', filter, (query, signal) =>
    answer(api.GET('/api/taskforce/inspections', { params: { query }, signal })),
  )
export const inspectionQuery = (id: number) =>
  queryOptions({
    queryKey: [...key, 'inspection', id],
    queryFn: ({ signal }) => answer(api.GET('/api/taskforce/inspections/{id}', { params: { path: { id } }, signal })),
  })
export const findingsQuery = (filter: Query<'/api/taskforce/findings'>) =>
  paged('findings', filter, (query, signal) =>
    answer(api.GET('/api/taskforce/findings', { params: { query }, signal })),
  )
export const traceQuery = (taskId: number) =>
  queryOptions({
    queryKey: [...key, 'trace', taskId],
    queryFn: ({ signal }) => answer(api.GET('/api/taskforce/tasks/{id}', { params: { path: { id: taskId } }, signal })),
  })
export const dialoguesQuery = paged('dialogues', {}, (query, signal) =>
  answer(api.GET('/api/taskforce/dialogues', { params: { query }, signal })),
)
export const dialogueQuery = (id: number) =>
  queryOptions({
    queryKey: [...key, 'dialogue', id],
    queryFn: ({ signal }) => answer(api.GET('/api/taskforce/dialogues/{id}', { params: { path: { id } }, signal })),
  })
export const questionsQuery = (filter: Query<'/api/taskforce/questions'>) =>
  paged('questions', filter, (query, signal) =>
    answer(api.GET('/api/taskforce/questions', { params: { query }, signal })),
  )
export const assessmentQuery = (query: Query<'/api/taskforce/assessment'>) =>
  queryOptions({
    queryKey: [...key, 'assessment', query],
    queryFn: ({ signal }) => answer(api.GET('/api/taskforce/assessment', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
export const assessmentRowsQuery = (id: number, query: Query<'/api/taskforce/assessment/{id}'>) =>
  queryOptions({
    queryKey: [...key, 'assessment', id, query],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/taskforce/assessment/{id}', { params: { path: { id }, query }, signal })),
  })
export const fixedListQuery = queryOptions({
  queryKey: [...key, 'fixed'],
  queryFn: ({ signal }) => answer(api.GET('/api/taskforce/fixed-assessments', { signal })),
})
export const fixedQuery = (id: number) =>
  queryOptions({
    queryKey: [...key, 'fixed', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/taskforce/fixed-assessments/{id}', { params: { path: { id } }, signal })),
  })
export const fixedRowsQuery = (id: number, query: Query<'/api/taskforce/fixed-assessments/{id}/rows'>) =>
  queryOptions({
    queryKey: [...key, 'fixed', id, query],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/taskforce/fixed-assessments/{id}/rows', { params: { path: { id }, query }, signal })),
  })
/** The tasks of an agency to choose the scope of an inspection from: the open ones, and those done lately. */
export const scopeTasksQuery = (agencyId: number) =>
  queryOptions({
    queryKey: [...taskKeys.lists, 'scope', agencyId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/tasks', { params: { query: { agencyId, limit: 500, sort: 'dueOn' } }, signal })),
  })
