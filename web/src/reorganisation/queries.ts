import { type Answer, answer, type Body, ifMatch } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api, newKey } from '../shell/api.ts'
import { meQuery } from '../shell/session.ts'

export type PlanRow = Answer<'/api/reorganisations'>['rows'][number]
export type Plan = Answer<'/api/reorganisations/{id}'>
export type Line = Plan['lines'][number]
export type Run = NonNullable<Plan['run']>
export type Outcome = NonNullable<Run['outcome']>
export type LineOutcome = Outcome['lines'][number]
export type Choosable = Answer<'/api/reorganisations/{id}/tasks'>['rows'][number]
export const PARTS = ['leads', 'parts', 'followUps', 'undecided'] as const
export type Part = (typeof PARTS)[number]
const PART_OF = { leads: 'lead', parts: 'part', followUps: 'followUp', undecided: 'undecided' } as const

/** Query keys about reorganisations. */
export const planKeys = {
  list: ['reorganisations'] as const,
  all: 'reorganisation',
  one: (id: number) => ['reorganisation', id] as const,
}

/** Refetches a plan, with its rehearsals and the tasks behind its figures. */
export const refreshPlan = (queries: QueryClient, id: number): Promise<unknown> =>
  queries.invalidateQueries({ queryKey: planKeys.one(id) })

export const refreshPlans = (queries: QueryClient): Promise<unknown> =>
  queries.invalidateQueries({ queryKey: planKeys.list })

/** An applied plan changes agencies, tasks, people: refetches everything but the plan and the session. */
export const refreshAfterReorganisation = (queries: QueryClient): Promise<unknown> =>
  queries.invalidateQueries({
    predicate: ({ queryKey: [name] }) => name !== planKeys.all && name !== meQuery.queryKey[0],
  })

export const plansQuery = queryOptions({
  queryKey: planKeys.list,
  queryFn: ({ signal }) => answer(api.GET('/api/reorganisations', { signal })),
})

const isUnderWay = (plan: Plan | undefined) => plan?.run?.state === 'waiting' || plan?.run?.state === 'running'

/** A plan; polled while it has a run in progress. */
export const planQuery = (id: number) =>
  queryOptions({
    queryKey: planKeys.one(id),
    queryFn: ({ signal }) => answer(api.GET('/api/reorganisations/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 700 : false),
  })

export const choosableQuery = (id: number, lineId: number, search: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...planKeys.one(id), 'tasks', lineId, search ?? ''],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/reorganisations/{id}/tasks', {
          params: {
            path: { id },
            query: { lineId, ...(search ? { search } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const movesQuery = (id: number, runId: number, lineId: number, part: Part) =>
  infiniteQueryOptions({
    queryKey: [...planKeys.one(id), 'run', runId, lineId, part],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/reorganisations/{id}/runs/{runId}/tasks', {
          params: {
            path: { id, runId },
            query: { lineId, part: PART_OF[part], ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })

export type PlanInput = Body<'/api/reorganisations/{id}', 'put'>
export type LineInput = PlanInput['lines'][number]

/** A line unchanged, to send back with the others. */
export const inputOf = (line: Line): LineInput => ({
  id: line.id,
  old: line.old,
  oldAgencyId: line.oldAgency?.id ?? null,
  new: line.new,
  newAgencyId: line.newAgency?.id ?? null,
  kind: line.kind,
  subject: line.subject,
  effectiveOn: line.effectiveOn,
  source: line.source,
  founding: line.founding,
})

const of = (plan: Plan) => ({ params: { path: { id: plan.id } }, headers: ifMatch(plan.version) })

/** The acts on a plan, each on the version the user saw. */
export const acts = {
  draft: (body: PlanInput) => answer(api.POST('/api/reorganisations', { headers: newKey(), body })),
  save: (plan: Plan, change: Partial<PlanInput>) =>
    answer(
      api.PUT('/api/reorganisations/{id}', {
        ...of(plan),
        body: { title: plan.title, source: plan.source, lines: plan.lines.map(inputOf), ...change },
      }),
    ),
  drop: (plan: Plan) => answer(api.DELETE('/api/reorganisations/{id}', of(plan))),
  choose: (plan: Plan, body: Body<'/api/reorganisations/{id}/tasks', 'put'>) =>
    answer(api.PUT('/api/reorganisations/{id}/tasks', { ...of(plan), body })),
  rehearse: (plan: Plan) =>
    answer(api.POST('/api/reorganisations/{id}/rehearse', { params: { path: { id: plan.id } } })),
  apply: (plan: Plan, rehearsalId: number) =>
    answer(
      api.POST('/api/reorganisations/{id}/apply', {
        ...of(plan),
        headers: { ...ifMatch(plan.version), ...newKey() },
        body: { rehearsalId },
      }),
    ),
}
