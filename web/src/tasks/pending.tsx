import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shell/session.ts'
import { showDay } from '../ui/format.ts'
import type { Task } from './queries.ts'

type Request = Task['requests'][number]

/** On top of a task: what the agency requests and no one has decided, and the report it is called on to send. */
export function Pending({ task, onDecide }: { task: Task; onDecide: (requestId: number) => void }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const open = task.requests.filter(({ decision }) => decision === null)
  const { reportCall: call } = task
  return (
    <>
      {open.length > 0 ? (
        <section className="panel pending" aria-labelledby="pending" data-testid="pending">
          <h2 id="pending">{t('task.pending')}</h2>
          <ul className="reports">
            {open.map((request) => (
              <li key={request.id}>
                <RequestFacts request={request} dueOn={task.dueOn} />
                <p className="row">
                  <span className="soft">{t('subtasks.waitsFor', { unit: task.followUpAgencyName })}</span>
                  {task.may.includes('decide') ? (
                    <Button size="small" onClick={() => onDecide(request.id)}>
                      {t('act.decide')}
                    </Button>
                  ) : null}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {call ? (
        <section className="panel pending" aria-labelledby="report-call" data-testid="report-call">
          <h2 id="report-call">{t('task.reportCall', { day: showDay(call.dueOn) })}</h2>
          {call.words ? <p className="free-text">{call.words}</p> : null}
          <p className="soft tabular">
            {call.calledBy}, {showDay(call.calledOn)}
            {call.dueOn < today ? <span className="tag warn">{t('task.reportCallLate')}</span> : null}
          </p>
        </section>
      ) : null}
    </>
  )
}

/** What is requested: the day or agency beside the present one, the reason, who and when. */
export function RequestFacts({ request, dueOn }: { request: Request; dueOn: string | null }) {
  const { t } = useTranslation()
  return (
    <div className="request-facts">
      <p>
        <strong>{t(`request.${request.kind}`)}</strong>
        {request.newDueOn ? (
          <>
            {' '}
            <span className="tabular">{t('task.fromTo', { from: showDay(dueOn), to: showDay(request.newDueOn) })}</span>
          </>
        ) : null}
        {request.newAgencyName ? <> → {request.newAgencyName}</> : null}
      </p>
      <p className="free-text">{t('task.because', { reason: request.reason })}</p>
      {request.document ? <p>{t('task.requestDocument', { document: request.document })}</p> : null}
      <p className="soft tabular">
        {request.requestedBy}, {showDay(request.requestedOn)}
      </p>
    </div>
  )
}
