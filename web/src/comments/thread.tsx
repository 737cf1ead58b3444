import { LockOutlined, TeamOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../shell/problem.tsx'
import { CommentItem } from './comment.tsx'
import { Composer } from './composer.tsx'
import { type Audience, refreshTaskComments, replyIn, type Thread, threadQuery } from './queries.ts'

interface Props {
  taskId: number
  thread: Thread
  /** There are two audiences to tell apart. */
  hasAudiences: boolean
  mayReply: boolean
  /** The comment that the address names. */
  named: number | undefined
}

/** A comment and its replies. Of a long thread the middle comes on demand, or if the address names a comment in it. */
export function ThreadItem({ taskId, thread, hasAudiences, mayReply, named }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const isHidden = named !== undefined && !thread.comments.some(({ id }) => id === named)
  const [isWhole, setWhole] = useState(isHidden)
  const [isReplying, setReplying] = useState(false)
  const whole = useQuery({ ...threadQuery(taskId, thread.id), enabled: isWhole })
  const { audience, comments, left } = (isWhole ? whole.data : undefined) ?? thread
  const items = comments.map((comment) => (
    <CommentItem
      key={comment.id}
      taskId={taskId}
      audience={audience}
      comment={comment}
      isNamed={comment.id === named}
    />
  ))
  return (
    <article
      className={`thread ${audience}`}
      aria-label={t('comments.threadBy', { name: comments[0]?.by ?? '' })}
      data-testid="thread"
    >
      {hasAudiences ? <AudienceTag audience={audience} /> : null}
      <ol className="plain thread-comments">
        {items.slice(0, 1)}
        {left > 0 ? (
          <li className="comment screen-only">
            <Button type="link" size="small" loading={isWhole && whole.isFetching} onClick={() => setWhole(true)}>
              {t('comments.left', { count: left })}
            </Button>
          </li>
        ) : null}
        {items.slice(1)}
      </ol>
      {whole.error ? <ProblemNote error={whole.error} retry={() => whole.refetch()} /> : null}
      {mayReply && !isReplying ? (
        <Button size="small" className="thread-reply screen-only" onClick={() => setReplying(true)}>
          {t('comments.reply')}
        </Button>
      ) : null}
      {isReplying ? (
        <Composer
          taskId={taskId}
          audience={audience}
          keptAs={`${taskId} ${thread.id}`}
          label={t(audience === 'internal' ? 'comments.replyInternal' : 'comments.reply')}
          act={t('comments.send')}
          isFocused
          send={(written, key) => replyIn(taskId, thread.id, written, key)}
          onDone={() => {
            setReplying(false)
            return refreshTaskComments(queries, taskId)
          }}
          onCancel={() => setReplying(false)}
        />
      ) : null}
    </article>
  )
}

/** For whom a thread is, in words and sign. */
export function AudienceTag({ audience }: { audience: Audience }) {
  const { t } = useTranslation()
  return (
    <p className="thread-audience">
      {audience === 'internal' ? <LockOutlined aria-hidden /> : <TeamOutlined aria-hidden />}{' '}
      <strong>{t(`comments.audience.${audience}`)}</strong>{' '}
      <span className="soft">{t(`comments.audienceAbout.${audience}`)}</span>
    </p>
  )
}
