import { type Answer, answer, type Body } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { DirectivesSearch } from '../paths/directives.ts'
import { api } from '../shell/api.ts'

export type DirectiveRow = Answer<'/api/directives'>['rows'][number]
export type Directive = Answer<'/api/directives/{id}'>
export type DirectiveText = Answer<'/api/directives/{id}/text'>
export type Draft = Directive['drafts'][number]
export type DraftEdit = Body<'/api/directives/{id}/drafts', 'post'>
export type PartyEdit = DraftEdit['parties'][number]
export type DeadlineEdit = DraftEdit['deadlines'][number]
export type TargetEdit = DraftEdit['targets'][number]
export type DirectiveEdit = Body<'/api/directives/{id}', 'patch'>

/** Query keys about directives. */
export const directiveKeys = {
  lists: ['directives'] as const,
  one: (id: number) => ['directive', id] as const,
}

/** Refetches a directive and its drafts, but not its text, which never changes. */
export const refreshDrafts = (queries: QueryClient, id: number): Promise<unknown> =>
  queries.invalidateQueries({ queryKey: directiveKeys.one(id), exact: true })

export const refreshDirectives = (queries: QueryClient): Promise<unknown> =>
  queries.invalidateQueries({ queryKey: directiveKeys.lists })

/** Refetches a directive and every list of directives. */
export const refreshDirective = (queries: QueryClient, id: number): Promise<unknown> =>
  Promise.all([refreshDrafts(queries, id), refreshDirectives(queries)])

/** A draft with this confidence needs no review. */
const SURE = 0.75

export const directivesQuery = (search: DirectivesSearch) =>
  infiniteQueryOptions({
    queryKey: [...directiveKeys.lists, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/directives', {
          params: { query: { ...search, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    // While a document is being read, its row is polled.
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.rows.some((row) => row.state === 'reading')) ? 2000 : false,
  })

export type Sharing = Answer<'/api/directives/setting'>
export const sharingQuery = queryOptions({
  queryKey: [...directiveKeys.lists, 'sharing'],
  queryFn: ({ signal }) => answer(api.GET('/api/directives/setting', { signal })),
})

/** One directive with its drafts; polled while it is being read. */
export const directiveQuery = (id: number) =>
  queryOptions({
    queryKey: directiveKeys.one(id),
    queryFn: ({ signal }) => answer(api.GET('/api/directives/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? 800 : false),
  })

export const textQuery = (id: number) =>
  queryOptions({
    queryKey: [...directiveKeys.one(id), 'text'],
    queryFn: ({ signal }) => answer(api.GET('/api/directives/{id}/text', { params: { path: { id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What a reviewer is told about a draft: what stops it, then what the reader doubts; a doubt that stops it is said once. */
export function doubtsOf(
  draft: Pick<Draft, 'problems' | 'warnings'>,
): (Draft['problems'][number] | Draft['warnings'][number])[] {
  const stops = new Set(draft.problems.map(({ code }) => code))
  return [...draft.problems, ...draft.warnings.filter(({ code }) => !stops.has(code))]
}

/** Whether a person has to review this draft before it becomes a task: something stops it, or no one has checked its doubts. */
export function needsLook(draft: Draft): boolean {
  return (
    !draft.isDropped &&
    (draft.problems.length > 0 ||
      (draft.checkedAt === null &&
        (draft.warnings.length > 0 ||
          draft.confidence < SURE ||
          draft.parties.some(({ outcome }) => outcome === 'likely' || outcome === 'unsure' || outcome === 'unknown'))))
  )
}
/** What is wrong with the file itself stays wrong, however often it is read. */
const IN_THE_FILE = new Set(['empty', 'too_large', 'unknown_format', 'encrypted', 'no_pages', 'bomb'])

/** Whether a document that could not be read may be read another time. */
export function mayReadAgain({ isFileKept, failureCode }: Pick<Directive, 'isFileKept' | 'failureCode'>): boolean {
  return isFileKept && !IN_THE_FILE.has(failureCode ?? '')
}

/** Whether the second reader suggested this draft, in whole or in part, and no one has taken it over yet. */
export function isSuggested(draft: Pick<Draft, 'isDropped' | 'warnings'>): boolean {
  return !draft.isDropped && draft.warnings.some(isSuggestion)
}
export const isSuggestion = ({ code }: { code: string }): boolean =>
  code === 'second_reader_task' || code === 'second_reader_fields'
export const isUnsure = (confidence: number): boolean => confidence < SURE
