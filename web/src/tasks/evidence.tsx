import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import { showBytes, showDay } from '../ui/format.ts'
import type { Deed } from './acts.ts'
import { nameOfEvidence } from './evidence-picker.tsx'
import type { Evidence, Task } from './queries.ts'
import { Upload } from './upload.tsx'

type Open = (deed: Deed, about?: { evidenceId?: number; subtaskId?: number }) => void

/** Everything that proves the task: files with their hashes, documents by notation; what was withdrawn stays. */
export function EvidenceList({ task, onOpen }: { task: Task; onOpen: Open }) {
  const { t } = useTranslation()
  const mayAttach = task.may.includes('attach')
  if (task.evidence.length === 0 && !mayAttach) return null
  return (
    <section className="panel" aria-labelledby="evidence">
      <h2 id="evidence">{t('desk.evidence')}</h2>
      {mayAttach ? (
        <Upload taskId={task.id}>
          <Button onClick={() => onOpen('addDocument')}>{t('desk.addDocument')}</Button>
        </Upload>
      ) : null}
      {task.evidence.length === 0 ? <p className="soft">{t('desk.noEvidence')}</p> : null}
      <ul className="reports" data-testid="evidence">
        {task.evidence.map((one) => (
          <li key={one.id} className={one.withdrawnOn ? 'withdrawn' : undefined}>
            <p className="row spread">
              <strong className="evidence-name">{nameOfEvidence(one)}</strong>
              <span className="row">
                {one.kind === 'file' ? <Download taskId={task.id} evidence={one} /> : null}
                {one.mayWithdraw ? (
                  <Button
                    size="small"
                    onClick={() => onOpen('withdraw', { evidenceId: one.id })}
                    aria-label={t('desk.withdrawOf', { name: nameOfEvidence(one) })}
                  >
                    {t('desk.withdraw')}
                  </Button>
                ) : null}
              </span>
            </p>
            <Details task={task} evidence={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Details({ task, evidence }: { task: Task; evidence: Evidence }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { about, issuedOn, sizeBytes, sha256, withdrawnOn } = evidence
  const size = sizeBytes === null ? '' : showBytes(sizeBytes, language)
  const dated = issuedOn === null ? '' : t('desk.dated', { day: showDay(issuedOn) })
  return (
    <>
      {about ? <p>{about}</p> : null}
      <p className="soft">
        {[
          useOf()(task, evidence),
          size,
          dated,
          evidence.agencyName,
          `${evidence.addedBy}, ${showDay(evidence.addedOn)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {sha256 ? (
        <details>
          <summary className="soft">{t('desk.hash')}</summary>
          <code className="hash">{sha256}</code>
        </details>
      ) : null}
      {withdrawnOn ? (
        <p>
          <span className="tag">
            {t('desk.withdrawn', {
              by: evidence.withdrawnBy ?? '',
              day: showDay(withdrawnOn),
              reason: evidence.withdrawnReason ?? '',
            })}
          </span>
        </p>
      ) : null}
    </>
  )
}

/** What a piece of evidence proves, in words. */
function useOf(): (task: Task, evidence: Evidence) => string {
  const { t } = useTranslation()
  return (task, { of, ofId }) => {
    switch (of) {
      case 'task':
        return t('desk.of.task')
      case 'report':
        return t('desk.of.report', { day: showDay(task.progress.find(({ id }) => id === ofId)?.reportedOn) })
      case 'contribution':
        return t('desk.of.contribution', { name: task.contributions.find(({ id }) => id === ofId)?.agencyName ?? '' })
      case 'subtask':
        return t('desk.of.subtask', { code: task.subtasks.find(({ id }) => id === ofId)?.code ?? '' })
    }
  }
}

function Download({ taskId, evidence }: { taskId: number; evidence: Evidence }) {
  const { t } = useTranslation()
  return (
    <a
      href={`/api/tasks/${taskId}/evidence/${evidence.id}/file`}
      download
      aria-label={t('desk.downloadOf', { name: nameOfEvidence(evidence) })}
    >
      <DownloadOutlined aria-hidden /> {t('desk.download')}
    </a>
  )
}

/** The evidence that goes with one report, contribution or piece, in a line each. */
export function EvidenceOf({ task, of, id }: { task: Task; of: Evidence['of']; id: number }) {
  const found = task.evidence.filter((one) => one.of === of && one.ofId === id && one.withdrawnOn === null)
  if (found.length === 0) return null
  return (
    <ul className="plain">
      {found.map((one) => (
        <li key={one.id} className="evidence-name">
          {one.kind === 'file' ? (
            <a href={`/api/tasks/${task.id}/evidence/${one.id}/file`} download>
              <DownloadOutlined aria-hidden /> {nameOfEvidence(one)}
            </a>
          ) : (
            `${nameOfEvidence(one)}, ${showDay(one.issuedOn)}`
          )}
        </li>
      ))}
    </ul>
  )
}
