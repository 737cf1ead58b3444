import { type Answer, answer, ifMatch } from '@dieuhanh/client'
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'

export type CalendarYear = Answer<'/api/working-calendar/{year}'>
export type SpecialDay = CalendarYear['days'][number]
export type Occasion = keyof CalendarYear['choices']

const calendarKey = ['workingCalendar'] as const

/** Refetches the working days of all years. */
export const refreshCalendar = (queries: QueryClient): Promise<unknown> =>
  queries.invalidateQueries({ queryKey: calendarKey })

export const yearQuery = (year: number) =>
  queryOptions({
    queryKey: [...calendarKey, year],
    queryFn: ({ signal }) => answer(api.GET('/api/working-calendar/{year}', { params: { path: { year } }, signal })),
    placeholderData: keepPreviousData,
  })

export const countQuery = (from: string, add: number) =>
  queryOptions({
    queryKey: [...calendarKey, 'count', from, add],
    queryFn: ({ signal }) => answer(api.GET('/api/working-days', { params: { query: { from, add } }, signal })),
    placeholderData: keepPreviousData,
  })

/** The values of the calendar forms. */
export interface PlanWords {
  off?: string
  work?: string
  name?: string
  holiday?: Occasion
  /** -1: not announced. */
  daysBefore?: number
  source?: string
  reason?: string
}

export const PLAN_ACTS = ['plan', 'choose', 'withdraw'] as const
export type PlanAct = (typeof PLAN_ACTS)[number]
export type OpenPlan = (act: PlanAct | undefined, item?: string) => void

/** Sends one change on the loaded version of the year. */
export async function sendPlan(act: PlanAct, year: CalendarYear, item: string | undefined, words: PlanWords) {
  const on = { params: { path: { year: year.year } }, headers: ifMatch(year.version) }
  const source = words.source?.trim() ?? ''
  switch (act) {
    case 'plan':
      return answer(
        api.POST('/api/working-calendar/{year}/days', {
          ...on,
          body: {
            source,
            off: words.off ?? null,
            work: words.work ?? null,
            ...(words.name?.trim() ? { name: words.name.trim() } : {}),
          },
        }),
      )
    case 'choose': {
      const { holiday = 'tet', daysBefore = -1 } = words
      const body = { holiday, daysBefore: daysBefore < 0 ? null : daysBefore, source }
      return answer(api.PUT('/api/working-calendar/{year}/choices', { ...on, body }))
    }
    case 'withdraw':
      return answer(
        api.POST('/api/working-calendar/{year}/days/{day}/withdraw', {
          params: { path: { year: year.year, day: item ?? '' } },
          headers: on.headers,
          body: { reason: words.reason?.trim() ?? '' },
        }),
      )
  }
}
