import { answer } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { type PlainAct, SentBackNote, SignatureFact, SigningActs } from '../form/signing.tsx'
import { reportFile } from '../paths/reports.ts'
import { api } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay, showInstant, showMonth } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { FORMS } from './acts.ts'
import { Downloads } from './downloads.tsx'
import { Paper } from './paper.tsx'
import { type Report, type ReportAct, reportQuery } from './queries.ts'
import { onReport } from './report-act.tsx'
import { ReportName } from './written/kind-name.tsx'
import { refreshTexts, textQuery, useOpenPoints } from './written/queries.ts'
import { Correct, Pictures, WrittenReport } from './written/written-report.tsx'
import './reports.css'

/** One report: the page as it is or will be issued, the acts on it, who prepared, who is to sign, who signed. */
export function ReportPage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/bao-cao/$id' }).id)
  const found = useQuery(reportQuery(id))
  useTitle(found.data?.number ?? t('reports.title'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={12} />
      </div>
    )
  return <ReportView report={found.data} />
}

function ReportView({ report }: { report: Report }) {
  const { t } = useTranslation()
  const { act: requested } = useSearch({ from: '/staff/bao-cao/$id' })
  const navigate = useNavigate({ from: '/bao-cao/$id' })
  const open = (chosen: ReportAct | undefined) =>
    navigate({ search: chosen ? { act: chosen } : {}, replace: true, resetScroll: false })
  const isIssued = report.state === 'issued'
  return (
    <div className="page report-page">
      <div className="row spread page-head">
        <div>
          <p className="screen-only">
            {report.content ? (
              <Link to="/bao-cao">{t('reports.back')}</Link>
            ) : (
              <Link to="/bao-cao/tat-ca">{t('written.all')}</Link>
            )}
          </p>
          <h1>
            <Heading report={report} />
          </h1>
          <p className="soft">
            <strong data-testid="report-state">{t(`signing.state.${report.state}`)}</strong>
            {isIssued ? ` · ${t('reports.signed', { day: showDay(report.issuedOn), signer: report.signer })}` : null}
          </p>
        </div>
        <span className="row screen-only">
          <Downloads href={(format) => reportFile(report.id, format)} />
          <Correct report={report} />
        </span>
      </div>
      {report.correctedBy ? (
        <Alert
          type="info"
          showIcon
          title={
            <Link to="/bao-cao/$id" params={{ id: String(report.correctedBy) }}>
              {t(report.isCorrected ? 'written.corrected' : 'written.beingCorrected')}
            </Link>
          }
        />
      ) : null}
      <SentBackNote state={report.state} reason={report.sentBackReason} />
      {report.isOwnWork ? (
        <Alert type="info" showIcon title={t('reports.ownWork')} className="screen-only" data-testid="own-work" />
      ) : null}
      <Acts report={report} onOpen={open} />
      <div className="report-grid has-facts">
        {report.content ? <Paper report={report.content} isDraft={!isIssued} /> : <WrittenReport report={report} />}
        <aside className="stack screen-only" aria-label={t('reports.facts')}>
          <Facts report={report} />
          <Pictures report={report} />
        </aside>
      </div>
      <ActDrawer
        acts={FORMS}
        act={report.may.find((may) => may === requested)}
        target={report}
        onClose={() => open(undefined)}
      />
    </div>
  )
}

/** A report is called by its number once it has one; before that by what it is about. */
function Heading({ report }: { report: Report }) {
  const { t } = useTranslation()
  if (report.title !== null)
    return (
      <>
        {report.number ? `${report.number}. ` : ''}
        <ReportName row={report} />
      </>
    )
  const month = showMonth(report.period)
  return report.state === 'issued'
    ? t('reports.issuedTitle', { number: report.number, month })
    : t('reports.draftTitle', { month })
}

const LEADING: readonly ReportAct[] = ['submit', 'sign']
const PATHS = {
  submit: '/api/reports/{id}/submit',
  withdraw: '/api/reports/{id}/withdraw',
  drop: '/api/reports/{id}/drop',
  sign: '/api/reports/{id}/sign',
} as const satisfies Record<PlainAct, string>

function Acts({ report, onOpen }: { report: Report; onOpen: (act: ReportAct) => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const isToSign = report.content === null && report.may.includes('sign')
  const text = useQuery({ ...textQuery(report.id), enabled: isToSign })
  // Whoever signs has seen what moved since the submission, and accepts that very difference.
  const sentences = useOpenPoints(text.data)
  const accept = isToSign ? (text.data?.difference ?? undefined) : undefined
  const send = (act: PlainAct) => {
    if (act !== 'sign' || accept === undefined) return answer(api.POST(PATHS[act], onReport(report)))
    const { params, headers } = onReport(report)
    return answer(api.POST(PATHS.sign, { params: { ...params, query: { accept } }, headers }))
  }
  return (
    <SigningActs
      may={report.may}
      leading={LEADING}
      nameOf={(act) => t(`signing.act.${act}`)}
      sureOf={(act) => t(act === 'sign' && accept !== undefined ? 'written.signMoved' : `reports.sure.${act}`)}
      moreOf={(act) =>
        act === 'sign' && accept !== undefined ? (
          <ul className="open-points" data-testid="sign-difference">
            {sentences.map((sentence, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: sentences in order, of which two may be alike
              <li key={place}>{sentence}</li>
            ))}
          </ul>
        ) : null
      }
      isLoading={(act) => act === 'sign' && isToSign && text.isPending}
      send={send}
      refresh={() => refreshTexts(queries)}
      onOpen={onOpen}
      testId="report"
    />
  )
}

function Facts({ report }: { report: Report }) {
  const { t } = useTranslation()
  const byAt = (by: string, at: string) => t('signing.byAt', { by, at: showInstant(at) })
  const { signature } = report
  return (
    <section className="panel" aria-labelledby="report-facts">
      <h2 id="report-facts">{t('reports.facts')}</h2>
      <dl className="facts">
        <Fact name={t('signing.createdBy')}>{byAt(report.createdBy, report.createdAt)}</Fact>
        {report.submittedBy && report.submittedAt ? (
          <Fact name={t('signing.submittedBy')}>{byAt(report.submittedBy, report.submittedAt)}</Fact>
        ) : null}
        <SignatureFact signer={report.signer} onBehalfOf={report.onBehalfOfName} signatory={report.signatoryName} />
        <Fact name={t('reports.printed')}>
          <span lang="vi" className="signature">
            {signature.title}
            {signature.name ? `\n${signature.name}` : ''}
          </span>
        </Fact>
        {report.issuedBy && report.issuedAt ? (
          <Fact name={t('signing.state.issued')}>{byAt(report.issuedBy, report.issuedAt)}</Fact>
        ) : (
          <Fact name={t('reports.number')}>{report.number ?? t('reports.numberLater')}</Fact>
        )}
        <Fact name={t('reports.asOf')}>{showDay(report.asOf)}</Fact>
        {report.knownOn ? <Fact name={t('reports.knownOn')}>{showDay(report.knownOn)}</Fact> : null}
      </dl>
    </section>
  )
}
