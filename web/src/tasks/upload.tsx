import { CheckCircleOutlined, CloseOutlined, ExclamationCircleOutlined, InboxOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFilePick } from '../form/file-pick.tsx'
import { useLanguage } from '../shell/language.tsx'
import { useProblemWords } from '../shell/problem.tsx'
import { useSending } from '../shell/sending.ts'
import { LARGEST_MEGABYTES } from '../shell/upload.ts'
import { showBytes } from '../ui/format.ts'
import { taskKeys } from './keys.ts'

const ACCEPTED = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg'

interface Sending {
  key: string
  file: File
}

/** Uploads evidence: dropped or chosen, several files at once, each with its own progress and result. */
export function Upload({
  taskId,
  subtaskId,
  onSent,
  children,
}: {
  taskId: number
  subtaskId?: number | undefined
  onSent?: (evidenceId: number) => void
  children?: React.ReactNode
}) {
  const { t } = useTranslation()
  const [sent, setSent] = useState<Sending[]>([])
  const [isOver, setOver] = useState(false)
  const take = (files: Iterable<File>) =>
    setSent((before) => [...before, ...[...files].map((file) => ({ key: crypto.randomUUID(), file }))])
  const pick = useFilePick({
    accept: ACCEPTED,
    label: t('subtasks.choose'),
    testId: 'evidence-file',
    isMany: true,
    onPick: take,
  })
  return (
    <div className="evidence-upload screen-only">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an alternative to the button */}
      <div
        className={`drop drop-small${isOver ? ' over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        <InboxOutlined className="drop-icon" aria-hidden />
        <div className="grow">
          <p className="drop-title">{t('subtasks.drop')}</p>
          <p className="soft">{t('subtasks.dropHint', { n: LARGEST_MEGABYTES })}</p>
        </div>
        <div className="row">
          <Button onClick={pick.open}>{t('subtasks.choose')}</Button>
          {children}
        </div>
        {pick.input}
      </div>
      {sent.length > 0 ? (
        <ul className="uploads" aria-live="polite">
          {sent.map((sending) => (
            <Row
              key={sending.key}
              sending={sending}
              path={`/api/tasks/${taskId}/evidence${subtaskId === undefined ? '' : `?subtaskId=${subtaskId}`}`}
              taskId={taskId}
              onSent={onSent}
              onDismiss={() => setSent((before) => before.filter(({ key }) => key !== sending.key))}
            />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Row({
  sending,
  path,
  taskId,
  onSent,
  onDismiss,
}: {
  sending: Sending
  path: string
  taskId: number
  onSent: ((evidenceId: number) => void) | undefined
  onDismiss: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const queries = useQueryClient()
  const { share, made, problem, mayRetry, send } = useSending<{ id: number }>({
    path,
    file: sending.file,
    key: sending.key,
    onMade: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: taskKeys.one(taskId) })
      onSent?.(id)
    },
  })
  const isDone = made !== undefined
  return (
    <li className="upload" data-testid="upload" data-state={problem ? 'refused' : isDone ? 'done' : 'sending'}>
      <p className="row spread">
        <span className="upload-name">
          {sending.file.name} <span className="soft">{showBytes(sending.file.size, language)}</span>
        </span>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          onClick={onDismiss}
          aria-label={t('subtasks.dismiss', { name: sending.file.name })}
        />
      </p>
      {problem ? (
        <div className="upload-result wrong" role="alert">
          <ExclamationCircleOutlined aria-hidden /> <span>{words(problem)}</span>
          {mayRetry ? (
            <Button size="small" onClick={send}>
              {t('shell.retry')}
            </Button>
          ) : null}
        </div>
      ) : isDone ? (
        <div className="upload-result done">
          <CheckCircleOutlined aria-hidden /> {t('subtasks.sent')}
        </div>
      ) : (
        <Progress percent={Math.round(share * 100)} size="small" aria-label={sending.file.name} />
      )}
    </li>
  )
}
