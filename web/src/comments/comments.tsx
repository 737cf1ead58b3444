import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListSection } from '../list/list-page.tsx'
import { Composer } from './composer.tsx'
import {
  type Audience,
  refreshTaskComments,
  seeComments,
  startThread,
  type Threads,
  threadQuery,
  threadsQuery,
} from './queries.ts'
import { ThreadItem } from './thread.tsx'
import './comments.css'

interface Props {
  taskId: number
  /** What the address names: a notification opens the comment it is about. */
  named: { thread: number | undefined; comment: number | undefined }
}

/** What people say to each other about a task. */
export function Comments({ taskId, named }: Props) {
  const { t } = useTranslation()
  const found = useInfiniteQuery(threadsQuery(taskId))
  const [head] = found.data?.pages ?? []
  const listed = found.data?.pages.flatMap(({ threads }) => threads)
  const isElsewhere =
    named.thread !== undefined && listed !== undefined && !listed.some(({ id }) => id === named.thread)
  const elsewhere = useQuery({ ...threadQuery(taskId, named.thread ?? 0), enabled: isElsewhere, retry: false })
  const rows = isElsewhere && elsewhere.data ? [elsewhere.data, ...(listed ?? [])] : listed
  const end = useSeen(taskId, head)
  const mayReply = head?.mayComment === true && !head.isClosed
  return (
    <ListSection
      id="comments"
      className="panel comments"
      title={t('comments.title')}
      about={
        head && head.unread > 0 ? (
          <span data-testid="comments-unread">{t('comments.unread', { count: head.unread })}</span>
        ) : undefined
      }
      before={head ? <Start taskId={taskId} head={head} /> : null}
      query={found}
      rows={rows}
      blank={<p className="soft">{t(mayReply ? 'comments.none' : 'comments.noneToRead')}</p>}
      lines={3}
      after={<div ref={end} />}
    >
      {(threads) =>
        threads.map((thread) => (
          <ThreadItem
            key={thread.id}
            taskId={taskId}
            thread={thread}
            hasAudiences={(head?.audiences.length ?? 0) > 1}
            mayReply={mayReply}
            named={thread.id === named.thread ? named.comment : undefined}
          />
        ))
      }
    </ListSection>
  )
}

/** A new thread, or why there can be none. */
function Start({ taskId, head }: { taskId: number; head: Threads }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  // What was meant for one's own side and read by all cannot be taken back; the opposite can.
  const [chosen, setChosen] = useState<Audience>('internal')
  if (head.isClosed) return <p className="soft">{t('comments.closed')}</p>
  if (!head.mayComment) return null
  const audience = head.audiences.includes(chosen) ? chosen : 'shared'
  const hasChoice = head.audiences.length > 1
  return (
    <Composer
      taskId={taskId}
      audience={audience}
      label={t('comments.write')}
      keptAs={`${taskId} ${audience}`}
      act={t(hasChoice ? `comments.sendTo.${audience}` : 'comments.send')}
      send={(written, key) => startThread(taskId, audience, written, key)}
      onDone={() => refreshTaskComments(queries, taskId)}
      before={
        hasChoice ? (
          <fieldset className="composer-audience">
            <legend className="unseen">{t('comments.forWhom')}</legend>
            <Radio.Group
              value={audience}
              onChange={({ target }) => setChosen(target.value as Audience)}
              options={head.audiences.map((one) => ({ value: one, label: t(`comments.audience.${one}`) }))}
            />
            <span className="soft">{t(`comments.audienceAbout.${audience}`)}</span>
          </fieldset>
        ) : (
          <p className="soft">{t('comments.readBy')}</p>
        )
      }
    />
  )
}

/** Long enough to have been read, not only scrolled past. */
const SEEN_AFTER_MS = 2_000

/** Marks the comments as seen once the section was in view for a moment. The marks stay until the page is opened again. */
function useSeen(taskId: number, head: Threads | undefined) {
  const end = useRef<HTMLDivElement>(null)
  const { mutate } = useMutation({ mutationFn: (upTo: number) => seeComments(taskId, upTo) })
  const upTo = head && head.unread > 0 ? head.newest : null
  useEffect(() => {
    const section = end.current?.closest('section')
    if (upTo === null || !section) return
    let waiting: number | undefined
    const watcher = new IntersectionObserver(([seen]) => {
      window.clearTimeout(waiting)
      if (seen?.isIntersecting) waiting = window.setTimeout(() => mutate(upTo), SEEN_AFTER_MS)
    })
    watcher.observe(section)
    return () => {
      window.clearTimeout(waiting)
      watcher.disconnect()
    }
  }, [upTo, mutate])
  return end
}
