import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'

/** A message of the server: records of one kind that changed, or `again` if messages may have been missed. */
type News = { kind: string; ids: number[] } | 'again'

/** Refetches what shows these tasks, or everything that shows any. */
export type Refresh = (queries: QueryClient, ids: ReadonlySet<number> | undefined) => Promise<unknown>

/** What other kinds of changes refetch: at once, whatever the user is doing, for what never changes under their hands. */
export type Others = Readonly<Record<string, (queries: QueryClient, ids: number[] | undefined) => Promise<unknown>>>

const CHANNEL = 'dieuhanh.live'
/** Changes come in bursts; lists are refetched once for all of them. */
const GATHER_MS = 400
/** Delay before a retry after a refusal (too many pages open, signed out). */
const RETRY_MS = 30_000
/**
 * Keeps the page up to date: receives changes and refetches exactly what shows them. Never while the user
 * types or has a form open, nor while the page is hidden: then it waits (`isWaiting`); `update` refetches immediately.
 */
export function useLive(refresh: Refresh, others: Others): { isWaiting: boolean; update: () => void } {
  const queries = useQueryClient()
  const news = useRef({ ids: new Set<number>(), isAll: false })
  const [isWaiting, setWaiting] = useState(false)
  const update = useCallback(() => {
    const { ids, isAll } = news.current
    news.current = { ids: new Set(), isAll: false }
    setWaiting(false)
    if (isAll || ids.size > 0) void refresh(queries, isAll ? undefined : ids)
  }, [queries, refresh])
  useEffect(() => {
    let gathering: number | undefined
    const whenQuiet = () => {
      gathering = undefined
      const { ids, isAll } = news.current
      if (!isAll && ids.size === 0) return
      if (document.visibilityState === 'hidden') return
      if (isBusy()) setWaiting(true)
      else update()
    }
    const receive = (received: News) => {
      for (const [kind, refetch] of Object.entries(others)) {
        if (received === 'again') void refetch(queries, undefined)
        else if (received.kind === kind) void refetch(queries, received.ids)
      }
      if (received === 'again') news.current.isAll = true
      else if (received.kind !== 'task') return
      else for (const id of received.ids) news.current.ids.add(id)
      gathering ??= window.setTimeout(whenQuiet, GATHER_MS)
    }
    const look = () => {
      gathering ??= window.setTimeout(whenQuiet, GATHER_MS)
    }
    const stop = listen(receive)
    document.addEventListener('visibilitychange', look)
    document.addEventListener('focusout', look)
    document.addEventListener('click', look)
    return () => {
      stop()
      window.clearTimeout(gathering)
      document.removeEventListener('visibilitychange', look)
      document.removeEventListener('focusout', look)
      document.removeEventListener('click', look)
    }
  }, [update, queries, others])
  return { isWaiting, update }
}

/** A form is open, or the user is typing anywhere but in a search box: the page must not change then. */
function isBusy(): boolean {
  if (document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open')) return true
  const at = document.activeElement
  if (!(at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)) return false
  return at.value !== '' && at.closest('[data-search]') === null && !['checkbox', 'radio', 'file'].includes(at.type)
}

/** One connection for all tabs of the browser if it can be shared; its tab forwards the messages. */
function listen(receive: (news: News) => void): () => void {
  const others = new BroadcastChannel(CHANNEL)
  others.onmessage = ({ data }: MessageEvent<News>) => receive(data)
  const stopping = new AbortController()
  const hold = () =>
    new Promise<void>((released) => {
      const leave = connect((news) => {
        receive(news)
        others.postMessage(news)
      })
      stopping.signal.addEventListener('abort', () => {
        leave()
        released()
      })
    })
  // Outside a secure context there are no locks: each tab then has its own connection.
  if (navigator.locks) navigator.locks.request(CHANNEL, { signal: stopping.signal }, hold).catch(() => {})
  else void hold()
  return () => {
    stopping.abort()
    others.close()
  }
}

function connect(onNews: (news: News) => void): () => void {
  let source: EventSource | undefined
  let retry: number | undefined
  let wasOpen = false
  const open = () => {
    source = new EventSource('/api/live')
    // Changes during the gap are unknown: everything shown is refetched.
    source.addEventListener('open', () => {
      if (wasOpen) onNews('again')
      wasOpen = true
    })
    source.addEventListener('again', () => onNews('again'))
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const found = JSON.parse(data) as { kind: string; ids: number[] }
      onNews(found)
    })
    source.addEventListener('error', () => {
      // The browser reconnects after a broken connection, but not after a refusal.
      if (source?.readyState === EventSource.CLOSED) retry = window.setTimeout(open, RETRY_MS)
    })
  }
  open()
  return () => {
    window.clearTimeout(retry)
    source?.close()
  }
}
