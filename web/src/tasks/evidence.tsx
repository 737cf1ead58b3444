import { DownloadOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import { useMe } from '../shell/session.ts'
import { showBytes, showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import type { ActName } from './act-names.ts'
import { nameOfEvidence } from './evidence-picker.tsx'
import type { Evidence, Task } from './queries.ts'
import { Upload } from './upload.tsx'

type Open = (act: ActName, about?: { evidenceId?: number; subtaskId?: number }) => void

/** All evidence of the task: files with their hashes, documents by notation; withdrawn evidence stays in the list. */
export function EvidenceList({ task, onOpen }: { task: Task; onOpen: Open }) {
  const { t } = useTranslation()
  const me = useMe()
  const mayAttach = task.may.includes('attach')
  const isParty = task.parties.some(({ agencyId, endedOn }) => agencyId === me.agencyId && endedOn === null)
  const subtasks = task.subtasks.filter(({ may }) => may.includes('attach'))
  // A unit's evidence belongs to its sub-task; a party of the task chooses, with the task as default.
  const options = [
    ...(isParty || subtasks.length === 0 ? [{ value: 0, label: t('subtasks.of.task') }] : []),
    ...subtasks.map(({ id, title }) => ({ value: id, label: title })),
  ]
  const [chosen, setChosen] = useState<number>()
  const target = options.find(({ value }) => value === chosen)?.value ?? options[0]?.value ?? 0
  const about = target === 0 ? {} : { subtaskId: target }
  if (task.evidence.length === 0 && !mayAttach) return null
  return (
    <section className="panel" aria-labelledby="evidence">
      <h2 id="evidence">{t('subtasks.evidence')}</h2>
      {mayAttach && options.length > 1 ? (
        <div className="evidence-for screen-only">
          <Labelled id="evidence-for" label={t('subtasks.proves')}>
            <Select id="evidence-for" value={target} onChange={setChosen} options={options} className="wide" />
          </Labelled>
        </div>
      ) : null}
      {mayAttach ? (
        <Upload key={target} taskId={task.id} {...about}>
          <Button onClick={() => onOpen('addDocument', about)}>{t('subtasks.addDocument')}</Button>
        </Upload>
      ) : null}
      {task.evidence.length === 0 ? <p className="soft">{t('subtasks.noEvidence')}</p> : null}
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
                    aria-label={t('subtasks.withdrawOf', { name: nameOfEvidence(one) })}
                  >
                    {t('subtasks.withdraw')}
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
  const dated = issuedOn === null ? '' : t('subtasks.dated', { day: showDay(issuedOn) })
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
          <summary className="soft">{t('subtasks.hash')}</summary>
          <code className="hash">{sha256}</code>
        </details>
      ) : null}
      {withdrawnOn ? (
        <p>
          <span className="tag">
            {t('subtasks.withdrawn', {
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

/** What an item of evidence belongs to, as text. */
function useOf(): (task: Task, evidence: Evidence) => string {
  const { t } = useTranslation()
  return (task, { of, ofId }) => {
    switch (of) {
      case 'task':
        return t('subtasks.of.task')
      case 'report':
        return t('subtasks.of.report', { day: showDay(task.progress.find(({ id }) => id === ofId)?.reportedOn) })
      case 'contribution':
        return t('subtasks.of.contribution', {
          name: task.contributions.find(({ id }) => id === ofId)?.agencyName ?? '',
        })
      case 'subtask':
        return t('subtasks.of.subtask', { code: task.subtasks.find(({ id }) => id === ofId)?.code ?? '' })
    }
  }
}

function Download({ taskId, evidence }: { taskId: number; evidence: Evidence }) {
  const { t } = useTranslation()
  return (
    <a
      href={`/api/tasks/${taskId}/evidence/${evidence.id}/file`}
      download
      aria-label={t('subtasks.downloadOf', { name: nameOfEvidence(evidence) })}
    >
      <DownloadOutlined aria-hidden /> {t('subtasks.download')}
    </a>
  )
}

/** The evidence of one report, contribution or sub-task, one per line. */
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
