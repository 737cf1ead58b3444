import { type Answer, answer } from '@dieuhanh/client'
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Words as LocaleWords } from '../i18n/vi.ts'
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

/** Names of the acts are the keys of their i18n texts. */
export type PlanAct = keyof LocaleWords['workingDays']['acts']
export type OpenPlan = (act: PlanAct | undefined, item?: string) => void
