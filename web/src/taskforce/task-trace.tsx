import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDay } from '../ui/format.ts'
import { MarkDrawer } from './mark.tsx'
import { traceQuery } from './queries.ts'
import './taskforce.css'

/** On the page of a task: the three marks of truth, and what the Task Force did about it. Nothing where there is nothing. */
export function TaskTrace({ taskId }: { taskId: number }) {
  const { t } = useTranslation()
  const found = useQuery(traceQuery(taskId))
  const [isMarking, setMarking] = useState(false)
  const trace = found.data
  if (!trace) return null
  const isEmpty = trace.marks.length === 0 && trace.inspections.length === 0 && !trace.recommendation && !trace.activity
  if (isEmpty && !trace.mayMark) return null
  return (
    <section className="panel" aria-labelledby="task-truth" data-testid="task-trace">
      <div className="row spread panel-head">
        <h2 id="task-truth">{t('taskforce.truth')}</h2>
        {trace.mayMark ? (
          <Button size="small" className="screen-only" onClick={() => setMarking(true)} data-testid="mark-task">
            {t('taskforce.mark')}
          </Button>
        ) : null}
      </div>
      <ol className="tf-chain">
        <li>
          {trace.claimedOn ? (
            t('taskforce.claimedOn', { day: showDay(trace.claimedOn) })
          ) : (
            <span className="soft">{t('taskforce.notClaimed')}</span>
          )}
        </li>
        <li>
          {trace.completedOn ? (
            t('taskforce.confirmedOn', { day: showDay(trace.completedOn) })
          ) : (
            <span className="soft">{t('taskforce.notConfirmed')}</span>
          )}
        </li>
        {trace.marks.map((mark) => (
          <li key={mark.id}>
            <strong>{t(`taskforce.seen.${mark.seen}`)}</strong>:{' '}
            {t(mark.isTrue ? 'taskforce.isTrue' : 'taskforce.isNotTrue')}
            <p className="soft">
              <span lang="vi">{mark.words}</span> ({mark.by}, {showDay(mark.on)})
            </p>
          </li>
        ))}
        {trace.recommendation ? (
          <li>
            <Link to="/to-cong-tac/kien-nghi/$id" params={{ id: String(trace.recommendation.id) }}>
              {t('taskforce.fromRecommendation')}
            </Link>
          </li>
        ) : null}
        {trace.activity ? (
          <li>
            <Link to="/to-cong-tac/ke-hoach/$id" params={{ id: String(trace.activity.planId) }}>
              {t('taskforce.fromPlan', { number: trace.activity.number })}
            </Link>
          </li>
        ) : null}
        {trace.inspections.map(({ id, title }) => (
          <li key={id}>
            <Link to="/to-cong-tac/kiem-tra/$id" params={{ id: String(id) }} lang="vi">
              {title}
            </Link>
          </li>
        ))}
      </ol>
      <MarkDrawer taskId={isMarking ? taskId : undefined} onClose={() => setMarking(false)} />
    </section>
  )
}
