import { type Answer, answer, type Query } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { ItemFilter, LEDGER_BY, PLAN_GROUPS } from '../paths/programme.ts'
import { api } from '../shell/api.ts'

export type ItemRow = Answer<'/api/programme/items'>['rows'][number]
export type ItemCard = Omit<ItemRow, 'time'>
export type Item = Answer<'/api/programme/items/{id}'>
export type ItemAct = Item['may'][number]
export type Programme = Answer<'/api/programme/programmes'>['rows'][number]
export type Summary = Answer<'/api/programme/summary'>
export type Ledger = Answer<'/api/programme/ledger'>
export type Years = Answer<'/api/programme/years'>['rows']
export type Annex = Answer<'/api/programme/imports/{id}'>
export type AnnexRow = Annex['rows'][number]
export type PlanCall = Answer<'/api/programme/plan-calls/{id}'>
export type PlanCallCard = Answer<'/api/programme/plan-calls'>['rows'][number]
export type Detailing = Answer<'/api/programme/detailing'>
export type Week = Answer<'/api/programme/week'>
export type Sitting = Week['sittings'][number]

/** The last submission that was not annulled. */
export const lastSubmission = ({ submissions }: Item): Item['submissions'][number] | undefined =>
  submissions.find(({ isAnnulled }) => !isAnnulled)

/** Query keys of the programme. */
const key = 'programme'

/** Refetches everything of the programme: an act on an entry moves lists, board, ledger and figures. */
export const refreshProgramme = (queries: QueryClient): Promise<unknown> =>
  Promise.all([[key], ['landing'], ['tasks']].map((queryKey) => queries.invalidateQueries({ queryKey })))

/** Without the parameters that are undefined, as the client wants them. */
const given = <T extends object>(query: T) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>
  }

export const programmesQuery = queryOptions({
  queryKey: [key, 'programmes'],
  queryFn: ({ signal }) => answer(api.GET('/api/programme/programmes', { signal })),
})

export const itemsQuery = (filter: ItemFilter, limit = 50) =>
  infiniteQueryOptions({
    queryKey: [key, 'items', filter, limit],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/programme/items', {
          params: {
            query: {
              ...given(filter),
              limit,
              ...(pageParam ? { cursor: pageParam } : {}),
            } as Query<'/api/programme/items'>,
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const itemQuery = (id: number) =>
  queryOptions({
    queryKey: [key, 'item', id],
    queryFn: ({ signal }) => answer(api.GET('/api/programme/items/{id}', { params: { path: { id } }, signal })),
  })

export const summaryQuery = (query: Query<'/api/programme/summary'>) =>
  queryOptions({
    queryKey: [key, 'summary', query],
    queryFn: ({ signal }) => answer(api.GET('/api/programme/summary', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const ledgerQuery = (query: {
  asOf?: string | undefined
  knownOn?: string | undefined
  by?: (typeof LEDGER_BY)[number] | undefined
  map?: ItemFilter['map']
}) =>
  queryOptions({
    queryKey: [key, 'ledger', query],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/programme/ledger', { params: { query: given(query) as Query<'/api/programme/ledger'> }, signal }),
      ),
    placeholderData: keepPreviousData,
  })

export const recoveryQuery = (owedOn: string, by: string, knownOn: string | undefined) =>
  queryOptions({
    queryKey: [key, 'recovery', owedOn, by, knownOn],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/programme/recovery', {
          params: { query: { owedOn, by, ...(knownOn ? { knownOn } : {}) } },
          signal,
        }),
      ),
  })

export const yearsQuery = queryOptions({
  queryKey: [key, 'years'],
  queryFn: ({ signal }) => answer(api.GET('/api/programme/years', { signal })),
})

export const annexQuery = (id: number) =>
  queryOptions({
    queryKey: [key, 'annex', id],
    queryFn: ({ signal }) => answer(api.GET('/api/programme/imports/{id}', { params: { path: { id } }, signal })),
  })

export const planCallsQuery = (query: {
  asOf?: string | undefined
  knownOn?: string | undefined
  knownBefore?: string | undefined
  year?: number | undefined
  directiveId?: number | undefined
}) =>
  queryOptions({
    queryKey: [key, 'plan-calls', query],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/programme/plan-calls', {
          params: { query: given(query) as Query<'/api/programme/plan-calls'> },
          signal,
        }),
      ),
  })

export const planCallQuery = (
  id: number,
  query: {
    asOf?: string | undefined
    knownOn?: string | undefined
    knownBefore?: string | undefined
    agencyId?: number | undefined
    group?: (typeof PLAN_GROUPS)[number] | undefined
    plan?: 'issued' | 'owed' | undefined
    map?: ItemFilter['map']
  },
) =>
  queryOptions({
    queryKey: [key, 'plan-call', id, query],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/programme/plan-calls/{id}', {
          params: { path: { id }, query: given(query) as Query<'/api/programme/plan-calls/{id}'> },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const detailingQuery = (query: {
  asOf?: string | undefined
  knownOn?: string | undefined
  knownBefore?: string | undefined
  agencyId?: number | undefined
  detailing?: 'owed' | 'coming' | 'issued' | 'late' | undefined
  search?: string | undefined
}) =>
  queryOptions({
    queryKey: [key, 'detailing', query],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/programme/detailing', {
          params: { query: given(query) as Query<'/api/programme/detailing'> },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const weekQuery = (on: string) =>
  queryOptions({
    queryKey: [key, 'week', on],
    queryFn: ({ signal }) => answer(api.GET('/api/programme/week', { params: { query: { on } }, signal })),
    placeholderData: keepPreviousData,
  })

export const feedsQuery = queryOptions({
  queryKey: [key, 'feeds'],
  queryFn: ({ signal }) => answer(api.GET('/api/programme/feeds', { signal })),
})
