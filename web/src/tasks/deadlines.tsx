import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { showDay } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { StandingIcon } from '../ui/standing.tsx'
import type { Task } from './queries.ts'

/**
 * Every deadline the task has had: the first is never overwritten, later ones name their approval. What became of it stands
 * beside the day, where a phone shows it too.
 */
export function Deadlines({ task, onFinish }: { task: Task; onFinish: (deadlineId: number) => void }) {
  const { t } = useTranslation()
  const mayFinish = task.may.includes('finishMilestone')
  return (
    <section className="panel" aria-labelledby="deadlines">
      <h2 id="deadlines">{t('task.deadlines')}</h2>
      <ScrollBox label={t('shell.tableOf', { title: t('task.deadlines') })}>
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t('task.dueLabel')}</th>
              <th scope="col">{t('task.deadlineState')}</th>
              <th scope="col">{t('task.literal')}</th>
              <th scope="col">{t('task.setBy')}</th>
            </tr>
          </thead>
          <tbody>
            {task.deadlines.map((deadline) => (
              <tr key={deadline.id} className={deadline.replacedOn ? 'ended' : undefined}>
                <td className="tabular nowrap">
                  {deadline.dueOn ? showDay(deadline.dueOn) : t(`deadlineKind.${deadline.kind}`)}
                  {deadline.isMilestone ? <span className="tag">{t('task.milestone')}</span> : null}
                  {deadline.recurs ? <span className="tag">{t(`rhythm.${deadline.recurs}`)}</span> : null}
                </td>
                <td>
                  {deadline.amendedOn
                    ? t('amendments.amendedOn', { day: showDay(deadline.amendedOn) })
                    : deadline.replacedOn
                      ? t('task.replacedOn', { day: showDay(deadline.replacedOn) })
                      : null}
                  {deadline.doneOn ? (
                    <span className="state-mark on-time">
                      <StandingIcon shown="doneOnTime" /> {t('task.doneOn', { day: showDay(deadline.doneOn) })}
                    </span>
                  ) : null}
                  {deadline.isOverdue && !deadline.replacedOn ? (
                    <span className="state-mark overdue">
                      <StandingIcon shown="openOverdue" /> {t('task.pastDue')}
                    </span>
                  ) : null}
                  {deadline.isMilestone && !deadline.doneOn && !deadline.replacedOn && mayFinish ? (
                    <Button size="small" onClick={() => onFinish(deadline.id)}>
                      {t('act.finishMilestone')}
                    </Button>
                  ) : null}
                </td>
                <td lang="vi">
                  {deadline.literal}
                  {deadline.rule ? <span className="soft"> ({deadline.rule})</span> : null}
                  {deadline.reason ? <p className="soft">{t('task.because', { reason: deadline.reason })}</p> : null}
                </td>
                <td>
                  {deadline.setBy}, <span className="tabular">{showDay(deadline.setOn)}</span>
                  {deadline.approvedBy ? (
                    <p className="soft">{t('task.approvedBy', { by: deadline.approvedBy })}</p>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}
