import { CheckCircleOutlined, CloseOutlined, ExclamationCircleOutlined, InboxOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDropAnywhere } from '../form/drop-anywhere.ts'
import { useFilePick } from '../form/file-pick.tsx'
import { incomingPath } from '../paths/incoming.ts'
import { useLanguage } from '../shell/language.tsx'
import { useProblemWords } from '../shell/problem.tsx'
import { useSending } from '../shell/sending.ts'
import { LARGEST_MEGABYTES } from '../shell/upload.ts'
import { showBytes } from '../ui/format.ts'
import { RegisterClock, SignatureMark } from './incoming-mark.tsx'
import { incomingQuery, refreshIncoming } from './incoming-queries.ts'

/** The file types the server accepts; it names them when it refuses another. */
export const ACCEPTED = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.tif,.tiff'

interface Sending {
  key: string
  file: File
  way: 'upload' | 'scan'
}

/** Takes documents in: dropped or chosen, a whole folder of scans at once; each file is a document with its own result. */
export function ArriveBox() {
  const { t } = useTranslation()
  const [sent, setSent] = useState<Sending[]>([])
  const [isOver, setOver] = useState(false)
  const taker = (way: Sending['way']) => (files: Iterable<File>) =>
    setSent((before) => [...[...files].map((file) => ({ key: crypto.randomUUID(), file, way })), ...before])
  useDropAnywhere(taker('upload'), setOver)
  const pick = useFilePick({
    accept: ACCEPTED,
    label: t('incoming.choose'),
    testId: 'incoming-file',
    isMany: true,
    onPick: taker('upload'),
  })
  const scans = useFilePick({
    accept: ACCEPTED,
    label: t('incoming.chooseScans'),
    testId: 'incoming-scan',
    isMany: true,
    onPick: taker('scan'),
  })
  return (
    <section aria-label={t('incoming.upload')} className="screen-only">
      <div className={`drop${isOver ? ' over' : ''}`}>
        <InboxOutlined className="drop-icon" aria-hidden />
        <div className="grow">
          <p className="drop-title">{t('incoming.drop')}</p>
          <p className="soft">{t('incoming.dropHint', { n: LARGEST_MEGABYTES })}</p>
        </div>
        <div className="row">
          <Button type="primary" onClick={pick.open}>
            {t('incoming.choose')}
          </Button>
          <Button onClick={scans.open}>{t('incoming.chooseScans')}</Button>
        </div>
        {pick.input}
        {scans.input}
      </div>
      {sent.length > 0 ? (
        <ul className="uploads" aria-live="polite">
          {sent.map((sending) => (
            <SendingRow
              key={sending.key}
              sending={sending}
              onDismiss={() => setSent((before) => before.filter(({ key }) => key !== sending.key))}
            />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function SendingRow({ sending: { file, key, way }, onDismiss }: { sending: Sending; onDismiss: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const queries = useQueryClient()
  const { share, made, problem, mayRetry, send } = useSending<{ id: number }>({
    path: incomingPath,
    file,
    key,
    fields: { way },
    onTried: () => refreshIncoming(queries),
  })
  const taken = useQuery({ ...incomingQuery(made?.id ?? 0), enabled: made !== undefined }).data
  const isDoubtful = taken?.signatures === 'invalid' || taken?.textState === 'unreadable'
  return (
    <li className="upload incoming-upload" data-testid="incoming-upload">
      {problem || isDoubtful ? (
        <ExclamationCircleOutlined className="incoming-upload-icon wrong" aria-hidden />
      ) : made === undefined ? (
        <InboxOutlined className="incoming-upload-icon" aria-hidden />
      ) : (
        <CheckCircleOutlined className="incoming-upload-icon incoming-good" aria-hidden />
      )}
      <div className="grow">
        <p>
          <span lang="vi">{file.name}</span> <span className="soft">{showBytes(file.size, language)}</span>
        </p>
        {problem ? (
          <p className="wrong" role="alert">
            {words(problem)}{' '}
            {mayRetry ? (
              <Button type="link" size="small" className="link-button" onClick={send}>
                {t('incoming.tryAgain')}
              </Button>
            ) : null}
          </p>
        ) : made === undefined ? (
          <Progress
            percent={Math.round(share * 100)}
            size="small"
            aria-label={t('incoming.sending', { n: Math.round(share * 100) })}
          />
        ) : (
          <Taken id={made.id} />
        )}
      </div>
      <Button
        type="text"
        icon={<CloseOutlined />}
        onClick={onDismiss}
        aria-label={t('incoming.dismiss', { name: file.name })}
      />
    </li>
  )
}

/** What became of a file that was taken in: how far it is read, then what it says of itself. */
function Taken({ id }: { id: number }) {
  const { t } = useTranslation()
  const { data } = useQuery(incomingQuery(id))
  const isRead = data !== undefined && data.textState !== 'waiting'
  return (
    <>
      <p className="soft" role="status">
        {isRead
          ? t(`incoming.text.${data.textState ?? 'unreadable'}`)
          : t('incoming.reading', { n: data?.percent ?? 0 })}
        {isRead ? (
          <>
            {' · '}
            <SignatureMark state={data.signatures} /> {' · '}
            <RegisterClock row={data} />
          </>
        ) : null}
        {data && data.duplicates > 0 ? (
          <span className="tag incoming-doubt">{t('incoming.duplicatesMark')}</span>
        ) : null}
      </p>
      {isRead ? null : <Progress percent={data?.percent ?? 0} size="small" aria-hidden />}
      <p>
        {isRead && data.about ? (
          <span lang="vi">{[data.notation, data.sender?.name, data.about].filter(Boolean).join(' · ')} </span>
        ) : null}
        <Link to="/van-ban-den/$id" params={{ id: String(id) }}>
          {t('incoming.openSent')}
        </Link>
      </p>
    </>
  )
}
