import { type Answer, answer } from '@dieuhanh/client'
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { wordsIf } from '../../i18n/index.ts'
import { api } from '../../shell/api.ts'
import { useLanguage } from '../../shell/language.tsx'
import { refreshReports } from '../queries.ts'
import { openPoints } from './open-points.ts'

export type ReportText = Answer<'/api/reports/{id}/text'>
export type SectionView = ReportText['sections'][number]
export type FigureLine = ReportText['figures'][number]
export type Recommendation = ReportText['recommendations'][number]
export type ReportKind = Answer<'/api/reports/kinds'>['rows'][number]
export type TemplateRow = Answer<'/api/reports/templates'>['rows'][number]
export type Template = Answer<'/api/reports/templates/{id}'>
export type RegimeRow = Answer<'/api/reports/regimes'>['rows'][number]
export type GoalLine = Answer<'/api/reports/scoreboard'>['rows'][number]
export type PublishedRow = Answer<'/api/reports/published'>['rows'][number]

const keys = {
  text: ['report-text'] as const,
  templates: ['report-templates'] as const,
  regimes: ['report-regimes'] as const,
}

/** Refetches reports with their text. */
export const refreshTexts = (queries: QueryClient): Promise<unknown> =>
  Promise.all([refreshReports(queries), queries.invalidateQueries({ queryKey: keys.text })])
export const refreshTemplates = (queries: QueryClient): Promise<unknown> =>
  Promise.all([keys.templates, ['report-kinds']].map((queryKey) => queries.invalidateQueries({ queryKey })))
export const refreshRegimes = (queries: QueryClient): Promise<unknown> =>
  queries.invalidateQueries({ queryKey: keys.regimes })

export const textQuery = (id: number) =>
  queryOptions({
    queryKey: [...keys.text, id],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/{id}/text', { params: { path: { id } }, signal })),
  })
export const kindsQuery = queryOptions({
  queryKey: ['report-kinds'],
  queryFn: ({ signal }) => answer(api.GET('/api/reports/kinds', { signal })),
  staleTime: 60_000,
})
/** The figures that rooms offer: they change when the software does. */
export const figuresQuery = queryOptions({
  queryKey: ['report-figures'],
  queryFn: ({ signal }) => answer(api.GET('/api/reports/figures', { signal })),
  staleTime: 600_000,
})
export const templatesQuery = queryOptions({
  queryKey: [...keys.templates, 'all'],
  queryFn: ({ signal }) => answer(api.GET('/api/reports/templates', { signal })),
})
export const templateQuery = (id: number) =>
  queryOptions({
    queryKey: [...keys.templates, id],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/templates/{id}', { params: { path: { id } }, signal })),
  })
export const regimesQuery = queryOptions({
  queryKey: [...keys.regimes, 'all'],
  queryFn: ({ signal }) => answer(api.GET('/api/reports/regimes', { signal })),
})
export const scoreboardQuery = (query: { source: string; asOf?: string }) =>
  queryOptions({
    queryKey: ['report-scoreboard', query],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/scoreboard', { params: { query }, signal })),
  })
export const measuredQuery = (query: { asOf?: string }) =>
  queryOptions({
    queryKey: ['report-measured-documents', query],
    queryFn: ({ signal }) => answer(api.GET('/api/reports/scoreboard/documents', { params: { query }, signal })),
  })
export const publishedQuery = queryOptions({
  queryKey: ['report-published'],
  queryFn: ({ signal }) => answer(api.GET('/api/reports/published', { signal })),
})

/** The name of a kind in the language of the page; what is not loaded yet has its Vietnamese one. */
export function useKindName(): (row: { kind: string; kindName: string }) => { words: string; lang: 'vi' | 'en' } {
  const language = useLanguage()
  const kinds = useQuery({ ...kindsQuery, enabled: language === 'en' })
  return ({ kind, kindName }) => {
    const english = language === 'en' ? kinds.data?.rows.find((one) => one.kind === kind)?.nameEn : undefined
    return english === undefined ? { words: kindName, lang: 'vi' } : { words: english, lang: 'en' }
  }
}

/** What is to be done on a report, in the reader's language. */
export function useOpenPoints(text: ReportText | undefined): string[] {
  const language = useLanguage()
  return text ? openPoints(text, language, wordsIf) : []
}
