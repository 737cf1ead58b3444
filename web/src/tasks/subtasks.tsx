import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { showDay, showInstant } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { StandingIcon } from '../ui/standing.tsx'
import { type ActName, SUBTASK_ACTS } from './act-names.ts'
import { EvidenceOf } from './evidence.tsx'
import type { Subtask, Task } from './queries.ts'

type Open = (act: ActName, about?: { subtaskId?: number }) => void
const SHOWN = ['start', 'report', 'finish', 'accept', 'sendBack', 'change', 'cancel'] as const

/** Sub-tasks of the lead's units: unit, deadline, progress, and the acts on each. */
export function Subtasks({ task, onOpen }: { task: Task; onOpen: Open }) {
  const { t } = useTranslation()
  const maySplit = task.may.includes('split')
  const { subtasks } = task
  if (subtasks.length === 0 && !maySplit) return null
  const counted = subtasks.filter(({ state }) => state !== 'cancelled')
  const done = counted.filter(({ state }) => state === 'accepted').length
  return (
    <section className="panel" aria-labelledby="subtasks">
      <div className="row spread panel-head">
        <h2 id="subtasks">{t('subtasks.subtasks')}</h2>
        {counted.length > 0 ? (
          <span className="soft tabular">{t('subtasks.accepted', { n: done, total: counted.length })}</span>
        ) : null}
        {maySplit ? <Button onClick={() => onOpen('split')}>{t('act.split')}</Button> : null}
      </div>
      {subtasks.length === 0 ? (
        <p className="soft">{t('subtasks.noSubtasks')}</p>
      ) : (
        <ScrollBox label={t('shell.tableOf', { title: t('subtasks.subtasks') })}>
          <table className="grid-table subtask-table" data-testid="subtasks">
            <thead>
              <tr>
                <th scope="col">{t('subtasks.subtask')}</th>
                <th scope="col" className="subtask-unit">
                  {t('subtasks.unit')}
                </th>
                <th scope="col" className="subtask-due">
                  {t('subtasks.ownDue')}
                </th>
                <th scope="col" className="subtask-state">
                  {t('task.stateLabel')}
                </th>
              </tr>
            </thead>
            <tbody>
              {subtasks.map((subtask) => (
                <SubtaskRow key={subtask.id} task={task} subtask={subtask} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  )
}

function SubtaskRow({ task, subtask, onOpen }: { task: Task; subtask: Subtask; onOpen: Open }) {
  const { t } = useTranslation()
  const may = SHOWN.filter((act) => subtask.may.includes(act))
  return (
    <tr className={subtask.state === 'cancelled' ? 'ended' : undefined} data-testid="subtask">
      <td lang="vi">
        <strong>{subtask.title}</strong>
        <p className="free-text">{subtask.content}</p>
        <p className="soft">
          <span className="tabular">{subtask.code}</span> ·{' '}
          {t('subtasks.givenBy', { by: subtask.givenBy, day: showDay(subtask.givenOn) })}
        </p>
        <Reports subtask={subtask} />
        <EvidenceOf task={task} of="subtask" id={subtask.id} />
        {may.length > 0 ? (
          <div className="row subtask-acts screen-only">
            {may.map((act) => (
              <Button
                key={act}
                size="small"
                onClick={() => onOpen(SUBTASK_ACTS[act], { subtaskId: subtask.id })}
                data-testid={`subtask-${act}`}
              >
                {t(`act.${SUBTASK_ACTS[act]}`)}
              </Button>
            ))}
          </div>
        ) : null}
      </td>
      <td>{subtask.agencyName}</td>
      <td className="tabular">
        {showDay(subtask.dueOn)}
        {subtask.isAfterTask ? <span className="tag">{t('subtasks.afterTask')}</span> : null}
        {subtask.laterReason ? (
          <p className="soft">{t('subtasks.laterBecause', { reason: subtask.laterReason })}</p>
        ) : null}
        {subtask.taskDueOn !== task.dueOn && task.dueOn && subtask.taskDueOn ? (
          <p className="soft">
            {t('subtasks.taskMoved', { from: showDay(subtask.taskDueOn), to: showDay(task.dueOn) })}
          </p>
        ) : null}
        {subtask.isOverdue ? (
          <p className="state-mark overdue">
            <StandingIcon shown="openOverdue" /> {t('subtasks.subtaskOverdue')}
          </p>
        ) : null}
      </td>
      <td>
        {t(`subtasks.subtaskState.${subtask.state}`)} · <span className="tabular">{subtask.percent}%</span>
        {subtask.state === 'sentBack' && subtask.sentBackReason ? (
          <p className="soft">{subtask.sentBackReason}</p>
        ) : null}
        {subtask.endedReason ? <p className="soft">{subtask.endedReason}</p> : null}
      </td>
    </tr>
  )
}

function Reports({ subtask }: { subtask: Subtask }) {
  const { t } = useTranslation()
  if (subtask.reports.length === 0) return null
  return (
    <details>
      <summary className="soft">{t('subtasks.reports', { n: subtask.reports.length })}</summary>
      <ul className="plain">
        {subtask.reports.map((report) => (
          <li key={`${report.recordedAt}:${report.kind}`}>
            <strong>
              {t(`subtasks.reportKind.${report.kind}`)} {report.percent}%
            </strong>{' '}
            {report.body}
            <span className="soft">
              {' '}
              – {report.recordedBy}, {showInstant(report.recordedAt)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
