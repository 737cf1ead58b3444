import { answer } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { SignatoryField } from '../form/signing.tsx'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showDay, showMonth } from '../ui/format.ts'
import { type MonthlyReport, refreshReports, signatoriesQuery } from './queries.ts'

/** How a report is to be issued, as typed. */
export interface IssueWords {
  number?: string
  place: string
  signatoryId?: number
}

/** As the server takes it: an empty number is given at the signature, an empty signatory is anyone who may sign. */
export const issueOf = ({ number, place, signatoryId }: IssueWords) => ({
  number: number?.trim() || null,
  place: place.trim(),
  signatoryId: signatoryId ?? null,
})

/** Draws the report up with the figures on the page: from then on they are those that will be submitted and signed. */
export function DrawUp({ isOpen, report, onClose }: { isOpen: boolean; report: MonthlyReport; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (
    <FormDrawer<IssueWords, undefined, { id: number }>
      title={isOpen ? t('reports.drawUp') : undefined}
      act={t('reports.drawUpIt')}
      hint={t('reports.drawUpAbout', { month: showMonth(report.month), asOf: showDay(report.asOf) })}
      did={t('reports.didDrawUp')}
      initial={{ place: 'Hà Nội' }}
      send={(words, _, key) =>
        answer(
          api.POST('/api/reports', {
            headers: key,
            body: {
              month: report.month,
              from: report.from,
              asOf: report.asOf,
              rounding: report.rounding,
              ...(report.counting ? { counting: report.counting } : {}),
              ...(report.knownOn ? { knownOn: report.knownOn } : {}),
              ...issueOf(words),
            },
          }),
        )
      }
      onDone={({ id }) => navigate({ to: '/bao-cao/$id', params: { id: String(id) } })}
      refresh={() => refreshReports(queries)}
      onClose={onClose}
    >
      {() => <IssueFields />}
    </FormDrawer>
  )
}

/** Number, place and signatory of a report. */
export function IssueFields() {
  const { t } = useTranslation()
  const found = useQuery(signatoriesQuery)
  if (found.error) return <ProblemNote error={found.error} retry={found.refetch} />
  if (found.isPending) return <Waiting lines={4} />
  return (
    <>
      <SignatoryField signatories={found.data.signatories} />
      <LineField
        name="number"
        label={t('reports.number')}
        max={100}
        placeholder="15/BC-TCT"
        extra={t('reports.numberHint')}
        isOptional
      />
      <LineField name="place" label={t('reports.place')} max={100} />
    </>
  )
}
