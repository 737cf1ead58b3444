import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { showInstant } from '../ui/format.ts'
import { Composer, picksOf } from './composer.tsx'
import { partsOf } from './parts.ts'
import { type Audience, type Comment, correctComment, refreshTaskComments, withdrawComment } from './queries.ts'

interface Props {
  taskId: number
  audience: Audience
  comment: Comment
  /** The one that the address names. */
  isNamed: boolean
}

/** One comment: who wrote it as what, when, its text, and what its author may still do with it. */
export function CommentItem({ taskId, audience, comment, isNamed }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isCorrecting, setCorrecting] = useState(false)
  const at = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isNamed) at.current?.scrollIntoView({ block: 'center' })
  }, [isNamed])
  const { by, title, agencyName, madeAt, body, earlier, correctedAt, isNew } = comment
  const done = () => {
    setCorrecting(false)
    return refreshTaskComments(queries, taskId)
  }
  return (
    <li
      ref={at}
      id={`comment-${comment.id}`}
      className={isNamed ? 'comment named' : 'comment'}
      {...(isNamed ? { 'aria-current': true } : {})}
      data-testid="comment"
    >
      <p className="comment-head">
        <strong lang="vi">{by}</strong>
        <span className="soft" lang="vi">
          {title ? `${title}, ${agencyName}` : agencyName}
        </span>
        <span className="soft tabular">{showInstant(madeAt)}</span>
        {isNew ? <span className="tag comment-new">{t('comments.new')}</span> : null}
      </p>
      {body === null ? (
        <p className="soft">
          <em>{t('comments.withdrawnAt', { at: showInstant(comment.withdrawnAt) })}</em>
        </p>
      ) : isCorrecting ? (
        <Composer
          taskId={taskId}
          audience={audience}
          label={t('comments.correct')}
          act={t('shell.save')}
          initial={{ body, picks: picksOf(comment.mentions) }}
          isFocused
          send={(written) => correctComment(comment, written)}
          onDone={done}
          onCancel={() => setCorrecting(false)}
        />
      ) : (
        <Body body={body} mentions={comment.mentions} />
      )}
      {correctedAt && !isCorrecting ? (
        <details className="comment-earlier">
          <summary className="soft">{t('comments.correctedAt', { at: showInstant(correctedAt) })}</summary>
          <ul className="plain">
            {earlier.map((one) => (
              <li key={one.madeAt}>
                <span className="soft tabular">{showInstant(one.madeAt)}</span>
                <p className="free-text comment-body" lang="vi">
                  {one.body}
                </p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {isCorrecting ? null : <Acts comment={comment} onCorrect={() => setCorrecting(true)} onDone={done} />}
    </li>
  )
}

function Body({ body, mentions }: { body: string; mentions: Comment['mentions'] }) {
  const { personId } = useMe()
  const own = new Set(mentions.filter((one) => one.personId === personId).map(({ start }) => start))
  return (
    <p className="free-text comment-body" lang="vi">
      {partsOf(body, mentions).map(({ kind, start, text }) => {
        if (kind === 'text') return text
        if (kind === 'mention') {
          return (
            <strong key={start} className={own.has(start) ? 'mention own' : 'mention'}>
              {text}
            </strong>
          )
        }
        return (
          <a key={start} href={text} target="_blank" rel="noopener noreferrer nofollow">
            {text}
          </a>
        )
      })}
    </p>
  )
}

function Acts({ comment, onCorrect, onDone }: { comment: Comment; onCorrect: () => void; onDone: () => unknown }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const words = useProblemWords()
  const withdrawing = useMutation({
    mutationFn: () => withdrawComment(comment),
    onSuccess: () => message.success(t('comments.didWithdraw')),
    onError: (error) => message.error(words(problemOf(error)), 6),
    onSettled: onDone,
  })
  const { may, correctUntil } = comment
  if (may.length === 0) return null
  return (
    <p className="row comment-acts screen-only">
      {may.includes('correct') ? (
        <Button
          type="link"
          size="small"
          onClick={onCorrect}
          title={correctUntil ? t('comments.correctUntil', { at: showInstant(correctUntil) }) : undefined}
        >
          {t('comments.correct')}
        </Button>
      ) : null}
      {may.includes('withdraw') ? (
        <Popconfirm
          title={t('comments.withdrawTitle')}
          description={t('comments.withdrawHint')}
          okText={t('comments.withdraw')}
          cancelText={t('shell.cancel')}
          onConfirm={() => withdrawing.mutate()}
        >
          <Button type="link" size="small" loading={withdrawing.isPending}>
            {t('comments.withdraw')}
          </Button>
        </Popconfirm>
      ) : null}
    </p>
  )
}
