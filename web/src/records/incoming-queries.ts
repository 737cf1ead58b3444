import { type Answer, answer, type Query } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'
import { incomingKey } from './incoming-news.ts'

export { refreshIncoming } from './incoming-news.ts'
export type IncomingRow = Answer<'/api/records/incoming'>['rows'][number]
export type Incoming = Answer<'/api/records/incoming/{id}'>
export type IncomingState = IncomingRow['state']
export type IncomingFile = Incoming['fileList'][number]
export type Handling = Incoming['handlings'][number]
export type HandlingRow = Answer<'/api/records/handlings'>['rows'][number]
export type BookRow = Answer<'/api/records/incoming/book'>['rows'][number]
export type IncomingFigures = Answer<'/api/records/incoming/figures'>

/** While a file is being read, its document is asked for again. */
const READING_MS = 2_000

export const incomingListQuery = (filter: Omit<Query<'/api/records/incoming'>, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: [...incomingKey, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/records/incoming', {
          params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.rows.some(({ textState }) => textState === 'waiting') ? READING_MS * 2 : false,
  })

export const incomingQuery = (id: number) =>
  queryOptions({
    queryKey: [...incomingKey, id],
    queryFn: ({ signal }) => answer(api.GET('/api/records/incoming/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) =>
      state.data?.fileList.some(({ text }) => text.state === 'waiting') ? READING_MS : false,
  })

export const fileTextQuery = (id: number, fileId: number) =>
  queryOptions({
    queryKey: [...incomingKey, id, 'text', fileId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/records/incoming/{id}/files/{fileId}/text', { params: { path: { id, fileId } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Kinds, units and leaders of the reader's body. */
export const incomingChoicesQuery = queryOptions({
  queryKey: [...incomingKey, 'choices'],
  queryFn: ({ signal }) => answer(api.GET('/api/records/incoming/choices', { signal })),
  staleTime: 10 * 60_000,
})

export const handlingListQuery = (filter: Omit<Query<'/api/records/handlings'>, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: [...incomingKey, 'handlings', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/records/handlings', {
          params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const incomingBookQuery = (filter: Omit<Query<'/api/records/incoming/book'>, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: [...incomingKey, 'book', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/records/incoming/book', {
          params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const incomingFiguresQuery = (period: Query<'/api/records/incoming/figures'>) =>
  queryOptions({
    queryKey: [...incomingKey, 'figures', period],
    queryFn: ({ signal }) => answer(api.GET('/api/records/incoming/figures', { params: { query: period }, signal })),
    placeholderData: keepPreviousData,
  })

/** Tasks that hold the words, for choosing one. */
export const taskChoicesQuery = (words: string) =>
  queryOptions({
    queryKey: [...incomingKey, 'tasks', words],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/tasks', { params: { query: { ...(words ? { search: words } : {}), limit: 20 } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

/** The case files that hold a document. */
export const casesOfQuery = (incomingId: number) =>
  queryOptions({
    queryKey: [...incomingKey, incomingId, 'cases'],
    queryFn: ({ signal }) => answer(api.GET('/api/records/cases', { params: { query: { incomingId } }, signal })),
  })

/** Open case files that the reader may add to. */
export const openCasesQuery = (search: string) =>
  queryOptions({
    queryKey: [...incomingKey, 'openCases', search],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/records/cases', {
          params: { query: { state: 'open', limit: 50, ...(search ? { search } : {}) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

/** People whom the reader can give a document to. */
export const peopleToGiveQuery = (words: string) =>
  queryOptions({
    queryKey: [...incomingKey, 'people', words],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/records/incoming/people', { params: { query: words ? { words } : {} }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const mailAddressesQuery = queryOptions({
  queryKey: [...incomingKey, 'mailAddresses'],
  queryFn: ({ signal }) => answer(api.GET('/api/records/mail-addresses', { signal })),
})
