import { useTranslation } from 'react-i18next'
import { showDay, showInstant } from '../ui/format.ts'
import { EvidenceOf } from './evidence.tsx'
import type { Task } from './queries.ts'

/** The agency's progress reports, newest first. */
export function Progress({ task }: { task: Task }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="progress">
      <h2 id="progress">{t('task.progress')}</h2>
      {task.progress.length === 0 ? <p className="soft">{t('task.noProgress')}</p> : null}
      <ol className="reports">
        {task.progress.map((report) => (
          <li key={report.id}>
            <p className="row spread">
              <strong>
                {report.percent}% · {report.agencyName}
              </strong>
              <span className="soft tabular">
                {showDay(report.reportedOn)} ({report.recordedBy}, {showInstant(report.recordedAt)})
              </span>
            </p>
            <p className="free-text">{report.body}</p>
            {report.obstacles ? (
              <p className="free-text">
                <strong>{t('field.obstacles')}:</strong> {report.obstacles}
              </p>
            ) : null}
            {report.proposals ? (
              <p className="free-text">
                <strong>{t('field.proposals')}:</strong> {report.proposals}
              </p>
            ) : null}
            {report.period ? (
              <p className="soft tabular">
                {t('subtasks.forPeriod', { from: showDay(report.period.startsOn), to: showDay(report.period.endsOn) })}
              </p>
            ) : null}
            {report.productNumber ? (
              <p className="soft">
                {t('field.productNumber')}: {report.productNumber}
                {report.productDate ? `, ${showDay(report.productDate)}` : ''}
              </p>
            ) : null}
            <EvidenceOf task={task} of="report" id={report.id} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The agency's requests to the giver that are decided; those that wait are on top of the page. */
export function Requests({ task }: { task: Task }) {
  const { t } = useTranslation()
  const decided = task.requests.filter(({ decision }) => decision !== null)
  if (decided.length === 0) return null
  return (
    <section className="panel" aria-labelledby="requests">
      <h2 id="requests">{t('task.requests')}</h2>
      <ul className="reports">
        {decided.map((request) => (
          <li key={request.id}>
            <p className="row spread">
              <strong>
                {t(`request.${request.kind}`)}
                {request.newDueOn ? ` → ${showDay(request.newDueOn)}` : ''}
                {request.newAgencyName ? ` → ${request.newAgencyName}` : ''}
              </strong>
              <span className="soft tabular">
                {request.requestedBy}, {showDay(request.requestedOn)}
              </span>
            </p>
            <p className="free-text">{request.reason}</p>
            {request.document ? <p className="soft">{request.document}</p> : null}
            {request.decision ? (
              <p>
                <strong>{t(`request.${request.decision}`)}</strong>
                <span className="soft">
                  {' '}
                  – {request.decidedBy}, {showDay(request.decidedOn)}
                  {request.decisionNote ? `: ${request.decisionNote}` : ''}
                </span>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
