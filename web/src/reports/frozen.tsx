import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { issuedReportFile } from '../paths/reports.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay, showInstant, showMonth } from '../ui/format.ts'
import { Downloads } from './downloads.tsx'
import { Paper } from './paper.tsx'
import { frozenQuery } from './queries.ts'
import './reports.css'

/** An issued report. */
export function FrozenReport() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/bao-cao/$id' }).id)
  const found = useQuery(frozenQuery(id))
  useTitle(found.data?.number ?? t('reports.title'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={12} />
      </div>
    )
  const report = found.data
  return (
    <div className="page report-page">
      <div className="row spread page-head">
        <div>
          <p className="screen-only">
            <Link to="/bao-cao">{t('reports.back')}</Link>
          </p>
          <h1>{t('reports.frozenTitle', { number: report.number, month: showMonth(report.month) })}</h1>
          <p className="soft">
            {t('reports.signed', { day: showDay(report.issuedOn), signer: report.signer })}.{' '}
            {t('reports.frozenBy', { by: report.frozenBy, at: showInstant(report.frozenAt) })}
          </p>
        </div>
        <span className="screen-only">
          <Downloads href={(format) => issuedReportFile(report.id, format)} />
        </span>
      </div>
      <Paper report={report.content} isDraft={false} />
    </div>
  )
}
