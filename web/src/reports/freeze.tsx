import { answer } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DayField, LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { showDay, showMonth } from '../ui/format.ts'
import { type MonthlyQuery, type MonthlyReport, refreshReports } from './queries.ts'

interface Words {
  number: string
  issuedOn: string
  place?: string
  signer: string
  signerTitle: string
}

/** Issues the report: its figures and files never change afterwards, no matter what is recorded later. */
export function Freeze({
  isOpen,
  report,
  query,
  onClose,
}: {
  isOpen: boolean
  report: MonthlyReport
  query: MonthlyQuery
  onClose: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (
    <FormDrawer<Words, undefined, { id: number }>
      title={isOpen ? t('reports.freeze') : undefined}
      act={t('reports.freezeIt')}
      hint={t('reports.freezeAbout', { month: showMonth(report.month), asOf: showDay(report.asOf) })}
      did={t('reports.didFreeze')}
      initial={{ issuedOn: me.today, place: 'Hà Nội', signer: me.name, signerTitle: me.title ?? '' }}
      send={(words, _, key) =>
        answer(
          api.POST('/api/reports/monthly/freeze', {
            headers: key,
            body: {
              month: query.month,
              from: report.from,
              asOf: report.asOf,
              rounding: report.rounding,
              number: words.number.trim(),
              issuedOn: words.issuedOn,
              ...(words.place?.trim() ? { place: words.place.trim() } : {}),
              signer: words.signer.trim(),
              signerTitle: words.signerTitle.trim(),
            },
          }),
        )
      }
      onDone={({ id }) => navigate({ to: '/bao-cao/$id', params: { id: String(id) } })}
      refresh={() => refreshReports(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <LineField name="number" label={t('reports.number')} max={100} placeholder="15/BC-TCT" />
          <DayField name="issuedOn" label={t('reports.issuedOn')} max={me.today} />
          <LineField name="place" label={t('reports.place')} max={100} isOptional />
          <LineField name="signer" label={t('reports.signer')} max={200} />
          <LineField name="signerTitle" label={t('reports.signerTitle')} max={300} />
        </>
      )}
    </FormDrawer>
  )
}
