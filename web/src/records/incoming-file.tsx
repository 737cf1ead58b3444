/** The files of a document that came in: shown beside what is said of them, and what their signatures are worth. */
import { ApiProblem, readProblem, unreachable } from '@dieuhanh/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { incomingFilePath } from '../paths/incoming.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showBytes } from '../ui/format.ts'
import { fileTextQuery, type Incoming, type IncomingFile } from './incoming-queries.ts'
import { VerdictPanel } from './verdict-panel.tsx'

const PdfPages = lazy(() => import('../ui/pdf-pages.tsx').then(({ PdfPages: found }) => ({ default: found })))

const PDF = 'application/pdf'
const PICTURES = ['image/png', 'image/jpeg']

/** One of the files of a document as it came. */
export function FilePreview({ one }: { one: Incoming }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [chosen, setChosen] = useState<number>()
  const [zoom, setZoom] = useState(1)
  const [isText, setText] = useState(false)
  const file = one.fileList.find(({ id }) => id === chosen) ?? one.fileList[0]
  if (!file) return null
  const hasText = file.text.state === 'read'
  return (
    <section className="incoming-paper" aria-label={t('incoming.files')}>
      <div className="row spread incoming-paper-head">
        {one.fileList.length > 1 ? (
          <Select
            aria-label={t('incoming.files')}
            value={file.id}
            onChange={setChosen}
            popupMatchSelectWidth={false}
            className="incoming-file-choice"
            options={one.fileList.map(({ id, name, isMain }) => ({
              value: id,
              label: `${isMain ? t('incoming.main') : t('incoming.attachment')}: ${name}`,
            }))}
          />
        ) : (
          <span className="incoming-file-name" lang="vi">
            {file.name}
          </span>
        )}
        <div className="row screen-only">
          {file.mediaType === PDF && !file.isGone && !isText ? (
            <Button size="small" onClick={() => setZoom(zoom > 1 ? 1 : 1.6)} aria-pressed={zoom > 1}>
              {zoom > 1 ? t('incoming.fitWidth') : t('incoming.enlarge')}
            </Button>
          ) : null}
          {hasText && !file.isGone ? (
            <Button size="small" onClick={() => setText(!isText)} aria-pressed={isText} data-testid="show-text">
              {isText ? t('incoming.readFile') : t('incoming.readText')}
            </Button>
          ) : null}
          {file.isGone ? null : (
            <Button size="small" href={incomingFilePath(one.id, file.id)} download={file.name}>
              {t('incoming.download')}
            </Button>
          )}
        </div>
      </div>
      <p className="soft incoming-paper-facts">
        {[
          showBytes(file.size, language),
          file.text.pages ? t('incoming.pagesOf', { count: file.text.pages }) : null,
          file.text.state === 'waiting'
            ? t('incoming.reading', { n: file.text.percent })
            : t(`incoming.text.${file.text.state}`),
          file.text.isRecognised ? t('incoming.recognised') : null,
          language === 'en' ? file.text.noteEn : file.text.note,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {file.isGone ? (
        <p className="incoming-no-picture">{t('incoming.gone')}</p>
      ) : isText && hasText ? (
        <ReadText id={one.id} fileId={file.id} />
      ) : (
        <Pages key={file.id} id={one.id} file={file} zoom={zoom} />
      )}
    </section>
  )
}

const bytesQuery = (id: number, fileId: number) =>
  queryOptions({
    queryKey: ['incoming-bytes', id, fileId],
    queryFn: async ({ signal }) => {
      const response = await fetch(incomingFilePath(id, fileId), { signal }).catch((cause) => {
        throw unreachable(cause)
      })
      if (!response.ok) throw new ApiProblem(readProblem(await response.text(), response.status))
      return response.arrayBuffer()
    },
    // The bytes of a file never change; they are let go soon after they were looked at.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })

function Pages({ id, file, zoom }: { id: number; file: IncomingFile; zoom: number }) {
  const { t } = useTranslation()
  const [hasFailed, setFailed] = useState(false)
  const isPdf = file.mediaType === PDF
  const bytes = useQuery({ ...bytesQuery(id, file.id), enabled: isPdf })
  if (hasFailed) return <NoPicture id={id} file={file} why={t('incoming.cannotShow')} />
  if (PICTURES.includes(file.mediaType))
    return (
      <div className="incoming-pages-box">
        <img
          src={incomingFilePath(id, file.id)}
          alt={file.name}
          className="incoming-picture"
          onError={() => setFailed(true)}
        />
      </div>
    )
  if (!isPdf) return <NoPicture id={id} file={file} why={t('incoming.noPicture')} />
  if (bytes.error) return <ProblemNote error={bytes.error} retry={bytes.refetch} />
  if (bytes.isPending) return <Waiting lines={12} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys too.
    <section className="incoming-pages-box" tabIndex={0} aria-label={file.name}>
      <Suspense fallback={<Waiting lines={12} />}>
        <PdfPages bytes={bytes.data} name={file.name} zoom={zoom} onFail={() => setFailed(true)} />
      </Suspense>
    </section>
  )
}

/** What no browser shows: the words that were read of it, if any. */
function NoPicture({ id, file, why }: { id: number; file: IncomingFile; why: string }) {
  return (
    <>
      <p className="incoming-no-picture soft">{why}</p>
      {file.text.state === 'read' ? <ReadText id={id} fileId={file.id} /> : null}
    </>
  )
}

function ReadText({ id, fileId }: { id: number; fileId: number }) {
  const { data, error, isPending, refetch } = useQuery(fileTextQuery(id, fileId))
  if (error) return <ProblemNote error={error} retry={refetch} />
  if (isPending) return <Waiting lines={10} />
  return (
    <div className="incoming-text" lang="vi" data-testid="file-text">
      {data.text}
    </div>
  )
}

/** What was found of the signatures of each file, in words. */
export function Verdicts({ one, onCheck }: { one: Incoming; onCheck: (() => void) | undefined }) {
  return (
    <div className="stack" data-testid="verdicts">
      {one.fileList.map(({ id, name, verdict, checkedAt }, place) => (
        <VerdictPanel
          key={id}
          verdict={verdict}
          checkedAt={checkedAt}
          {...(one.fileList.length > 1 ? { fileName: name } : {})}
          onAgain={place === 0 ? onCheck : undefined}
        />
      ))}
    </div>
  )
}
