import { answer } from '@dieuhanh/client'
import { useTranslation } from 'react-i18next'
import { DayField, WordsField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { IssueFields, type IssueWords, issueOf } from '../draw-up.tsx'
import type { Report } from '../queries.ts'
import { actOnReport, onReport } from '../report-act.tsx'

/** Changes a draft and computes its figures again. */
export const edit = actOnReport<IssueWords & { knownOn?: string; recommendations?: string }>({
  initial: ({ number, place, signatoryId, knownOn, content }) => ({
    ...(content ? { recommendations: content.recommendations.join('\n') } : {}),
    place,
    ...(number === null ? {} : { number }),
    ...(signatoryId === null ? {} : { signatoryId }),
    ...(knownOn === null ? {} : { knownOn }),
  }),
  Fields: function Fields({ on: { content } }) {
    const { t } = useTranslation()
    const me = useMe()
    return (
      <>
        <IssueFields />
        <DayField
          name="knownOn"
          label={t('reports.knownOn')}
          extra={t('reports.knownOnHint')}
          max={me.today}
          isOptional
        />
        {content ? (
          <WordsField
            name="recommendations"
            label={t('reports.recommendations')}
            extra={t('reports.recommendationsHint')}
            rows={8}
            max={20_000}
            isOptional
          />
        ) : null}
      </>
    )
  },
  send: ({ knownOn, recommendations, ...words }, report) =>
    answer(
      api.PATCH('/api/reports/{id}', {
        ...onReport(report),
        body: { ...issueOf(words), knownOn: knownOn ?? null, ...changedRecommendations(recommendations, report) },
      }),
    ),
})

/** One to a line; unchanged ones are left out so that they follow the figures, none are those that follow from them again. */
function changedRecommendations(text = '', { content }: Report): { recommendations?: string[] | null } {
  if (content === null) return {}
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  if (lines.join('\n') === content.recommendations.join('\n')) return {}
  return { recommendations: lines.length === 0 ? null : lines }
}
