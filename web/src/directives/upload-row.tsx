import { CheckCircleOutlined, CloseOutlined, ExclamationCircleOutlined, FileTextOutlined } from '@ant-design/icons'
import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { useProblemWords } from '../shell/problem.tsx'
import { useSending } from '../shell/sending.ts'
import { showBytes } from '../ui/format.ts'
import { type Directive, directiveQuery, mayReadAgain, refreshDirective, refreshDirectives } from './queries.ts'
import type { Uploaded } from './upload.ts'

export interface Sending {
  key: string
  file: File
}

/** One upload: sent, read, ready; or refused with the reason and what to do. The user may leave the page. */
export function UploadRow({ sending, onDismiss }: { sending: Sending; onDismiss: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const queries = useQueryClient()
  const { share, made, problem, mayRetry, send } = useSending<Uploaded>({
    path: '/api/directives',
    file: sending.file,
    key: sending.key,
    onTried: () => refreshDirectives(queries),
  })
  const id = made?.id
  const found = useQuery({ ...directiveQuery(id ?? 0), enabled: id !== undefined })
  const directive = found.data
  const state = directive?.state
  useEffect(() => {
    if (state && state !== 'reading') refreshDirectives(queries)
  }, [state, queries])
  const knownId =
    problem?.code === 'directive.known_file' && typeof problem.extra.id === 'number' ? problem.extra.id : undefined
  const noteOf = (read: Directive | undefined) => {
    if (!read?.progressNote) return t('directives.waitingToRead')
    return language === 'vi' ? read.progressNote : t('directives.reading')
  }
  const isBusy = problem === undefined && (id === undefined || state === undefined || state === 'reading')
  return (
    <li className="upload" data-testid="upload" data-state={problem ? 'refused' : (state ?? 'sending')}>
      <p className="row spread">
        <span className="upload-name">
          <FileTextOutlined aria-hidden /> {sending.file.name}
          <span className="soft"> {showBytes(sending.file.size, language)}</span>
        </span>
        {isBusy ? null : (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            onClick={onDismiss}
            aria-label={t('directives.dismiss', { name: sending.file.name })}
          />
        )}
      </p>
      {isBusy ? (
        <>
          <Progress
            percent={Math.round(id === undefined ? share * 100 : (directive?.progress ?? 0))}
            size="small"
            aria-label={sending.file.name}
          />
          <p className="soft">{id === undefined ? t('directives.sending') : noteOf(directive)}</p>
        </>
      ) : null}
      {problem ? (
        <div className="upload-result wrong">
          <ExclamationCircleOutlined aria-hidden /> <span>{words(problem)}</span>
          {knownId === undefined ? null : (
            <Link to="/van-ban/$id" params={{ id: String(knownId) }}>
              {t('directives.openKnown')}
            </Link>
          )}
          {mayRetry ? (
            <Button size="small" onClick={send}>
              {t('shell.retry')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {directive ? <Outcome directive={directive} /> : null}
    </li>
  )
}

function Outcome({ directive }: { directive: Directive }) {
  const { t } = useTranslation()
  if (directive.state === 'failed') {
    return (
      <div className="upload-result wrong">
        <ExclamationCircleOutlined aria-hidden /> <span>{directive.failure}</span>
        {mayReadAgain(directive) ? <RetryReading directive={directive} /> : null}
      </div>
    )
  }
  if (directive.state === 'reading' || directive.state === 'dropped') return null
  const params = { id: String(directive.id) }
  return (
    <div className="upload-result done">
      <CheckCircleOutlined aria-hidden />
      <span>
        {[directive.type, directive.number].filter(Boolean).join(' ')}{' '}
        {t('directives.found', { n: directive.drafts.length, targets: countTargets(directive) })}
      </span>
      <Link to="/van-ban/$id" params={params} className="strong">
        {t('directives.review')}
      </Link>
    </div>
  )
}

const countTargets = ({ drafts }: Directive) => drafts.reduce((sum, { targets }) => sum + targets.length, 0)

/** Reads a failed document again: the cause may be gone, and the file is still stored. */
export function RetryReading({ directive }: { directive: Pick<Directive, 'id' | 'version'> }) {
  const { t } = useTranslation()
  const words = useProblemWords()
  const queries = useQueryClient()
  const retry = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/directives/{id}/retry', {
          params: { path: { id: directive.id } },
          headers: ifMatch(directive.version),
        }),
      ),
    onSettled: () => refreshDirective(queries, directive.id),
  })
  return (
    <>
      <Button size="small" onClick={() => retry.mutate()} loading={retry.isPending}>
        {t('directives.readAgain')}
      </Button>
      {retry.error ? <span role="alert">{words(problemOf(retry.error))}</span> : null}
    </>
  )
}
