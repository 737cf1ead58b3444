import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { showDay, showInstant } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { StandingIcon } from '../ui/standing.tsx'
import { type Deed, SUBTASK_ACTS } from './acts.ts'
import { EvidenceOf } from './evidence.tsx'
import type { Subtask, Task } from './queries.ts'

type Open = (deed: Deed, about?: { subtaskId?: number }) => void
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
          <table className="grid-table pieces" data-testid="subtasks">
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
              {subtasks.map((piece) => (
                <Piece key={piece.id} task={task} piece={piece} onOpen={onOpen} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  )
}

function Piece({ task, piece, onOpen }: { task: Task; piece: Subtask; onOpen: Open }) {
  const { t } = useTranslation()
  const may = SHOWN.filter((act) => piece.may.includes(act))
  return (
    <tr className={piece.state === 'cancelled' ? 'ended' : undefined} data-testid="subtask">
      <td lang="vi">
        <strong>{piece.title}</strong>
        <p className="said">{piece.content}</p>
        <p className="soft">
          <span className="tabular">{piece.code}</span> ·{' '}
          {t('subtasks.givenBy', { by: piece.givenBy, day: showDay(piece.givenOn) })}
        </p>
        <Reports piece={piece} />
        <EvidenceOf task={task} of="subtask" id={piece.id} />
        {may.length > 0 ? (
          <div className="row subtask-acts screen-only">
            {may.map((act) => (
              <Button
                key={act}
                size="small"
                onClick={() => onOpen(SUBTASK_ACTS[act], { subtaskId: piece.id })}
                data-testid={`subtask-${act}`}
              >
                {t(`act.${SUBTASK_ACTS[act]}`)}
              </Button>
            ))}
          </div>
        ) : null}
      </td>
      <td>{piece.agencyName}</td>
      <td className="tabular">
        {showDay(piece.dueOn)}
        {piece.isAfterTask ? <span className="tag">{t('subtasks.afterTask')}</span> : null}
        {piece.laterReason ? <p className="soft">{t('subtasks.laterBecause', { reason: piece.laterReason })}</p> : null}
        {piece.taskDueOn !== task.dueOn && task.dueOn && piece.taskDueOn ? (
          <p className="soft">{t('subtasks.taskMoved', { from: showDay(piece.taskDueOn), to: showDay(task.dueOn) })}</p>
        ) : null}
        {piece.isOverdue ? (
          <p className="standing overdue">
            <StandingIcon shown="openOverdue" /> {t('subtasks.subtaskOverdue')}
          </p>
        ) : null}
      </td>
      <td>
        {t(`subtasks.subtaskState.${piece.state}`)} · <span className="tabular">{piece.percent}%</span>
        {piece.state === 'sentBack' && piece.sentBackReason ? <p className="soft">{piece.sentBackReason}</p> : null}
        {piece.endedReason ? <p className="soft">{piece.endedReason}</p> : null}
      </td>
    </tr>
  )
}

function Reports({ piece }: { piece: Subtask }) {
  const { t } = useTranslation()
  if (piece.reports.length === 0) return null
  return (
    <details>
      <summary className="soft">{t('subtasks.said', { n: piece.reports.length })}</summary>
      <ul className="plain">
        {piece.reports.map((report) => (
          <li key={`${report.recordedAt}:${report.kind}`}>
            <strong>
              {t(`subtasks.saying.${report.kind}`)} {report.percent}%
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
