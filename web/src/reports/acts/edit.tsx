import { answer } from '@dieuhanh/client'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { IssueFields, type IssueWords, issueOf } from '../draw-up.tsx'
import { actOnReport, onReport } from '../report-act.tsx'

/** Changes a draft and computes its figures again. */
export const edit = actOnReport<IssueWords & { knownOn?: string }>({
  initial: ({ number, place, signatoryId, knownOn }) => ({
    place,
    ...(number === null ? {} : { number }),
    ...(signatoryId === null ? {} : { signatoryId }),
    ...(knownOn === null ? {} : { knownOn }),
  }),
  Fields: function Fields() {
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
      </>
    )
  },
  send: ({ knownOn, ...words }, report) =>
    answer(
      api.PATCH('/api/reports/{id}', { ...onReport(report), body: { ...issueOf(words), knownOn: knownOn ?? null } }),
    ),
})
