import { type Answer, answer, type Body, ifMatch } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api, type newKey } from '../shell/api.ts'
import { taskKeys } from '../tasks/index.ts'
import type { Pick } from './picks.ts'

export type Threads = Answer<'/api/tasks/{id}/comments'>
export type Thread = Threads['threads'][number]
export type Comment = Thread['comments'][number]
export type Audience = Thread['audience']
export type Person = Answer<'/api/tasks/{id}/comment-readers'>['people'][number]

const keys = { all: ['comments'] as const, of: (taskId: number) => ['comments', taskId] as const }

/** The comments of these tasks, or of all shown, and the histories in which they are. */
async function refreshComments(queries: QueryClient, taskIds: readonly number[] | undefined): Promise<void> {
  const changed =
    taskIds === undefined
      ? [keys.all]
      : taskIds.flatMap((id) => [keys.of(id), [...taskKeys.one(id), 'history']] as const)
  await Promise.all(changed.map((queryKey) => queries.invalidateQueries({ queryKey })))
}

/** The kinds of live changes that may bring comments: at once, since nothing changes under the hands of who is typing. */
export const commentNews = { task: refreshComments, taskInternal: refreshComments }

export const threadsQuery = (taskId: number) =>
  infiniteQueryOptions({
    queryKey: [...keys.of(taskId), 'threads'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/tasks/{id}/comments', {
          params: { path: { id: taskId }, query: pageParam ? { cursor: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })

export const threadQuery = (taskId: number, threadId: number) =>
  queryOptions({
    queryKey: [...keys.of(taskId), 'thread', threadId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/tasks/{id}/threads/{threadId}', { params: { path: { id: taskId, threadId } }, signal })),
  })

export const peopleQuery = (taskId: number, audience: Audience, words: string) =>
  queryOptions({
    queryKey: [...keys.of(taskId), 'people', audience, words],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/tasks/{id}/comment-readers', {
          params: { path: { id: taskId }, query: { audience, ...(words === '' ? {} : { words }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

/** What is sent: the text, and who is mentioned where. */
export interface Written {
  body: string
  picks: readonly Pick[]
}
type Key = ReturnType<typeof newKey>
const wordsOf = ({ body, picks }: Written): Body<'/api/comments/{id}/correct'> => ({
  body,
  mentions: picks.map(({ personId, start, end }) => ({ personId, start, end })),
})

export const startThread = (taskId: number, audience: Audience, written: Written, key: Key) =>
  answer(
    api.POST('/api/tasks/{id}/comments', {
      params: { path: { id: taskId } },
      headers: key,
      body: { audience, ...wordsOf(written) },
    }),
  )

export const replyIn = (taskId: number, threadId: number, written: Written, key: Key) =>
  answer(
    api.POST('/api/tasks/{id}/threads/{threadId}/replies', {
      params: { path: { id: taskId, threadId } },
      headers: key,
      body: wordsOf(written),
    }),
  )

export const correctComment = ({ id, version }: Comment, written: Written) =>
  answer(
    api.POST('/api/comments/{id}/correct', {
      params: { path: { id } },
      headers: ifMatch(version),
      body: wordsOf(written),
    }),
  )

export const withdrawComment = ({ id, version }: Comment) =>
  answer(api.POST('/api/comments/{id}/withdraw', { params: { path: { id } }, headers: ifMatch(version) }))

export const seeComments = (taskId: number, upTo: number) =>
  answer(api.PUT('/api/me/seen-comments/{id}', { params: { path: { id: taskId } }, body: { upTo } }))

export const refreshTaskComments = (queries: QueryClient, taskId: number) => refreshComments(queries, [taskId])
