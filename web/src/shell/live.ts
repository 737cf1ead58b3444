import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'

/** A message of the server: records of one kind that changed, or `again` if messages may have been missed. */
type News = { kind: string; ids: number[] } | 'again'

/** Refetches what shows these things, or everything that shows any. */
export type Refresh = (queries: QueryClient, ids: ReadonlySet<number> | undefined) => Promise<unknown>

/** For each kind of thing that pages show: how what shows it is refetched. */
export type Refreshes = Readonly<Record<string, Refresh>>

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
export function useLive(refreshes: Refreshes, others: Others): { isWaiting: boolean; update: () => void } {
  const queries = useQueryClient()
  const news = useRef<Gathered>({ heard: new Map(), isAll: false })
  const [isWaiting, setWaiting] = useState(false)
  const update = useCallback(() => {
    const gathered = news.current
    news.current = { heard: new Map(), isAll: false }
    setWaiting(false)
    for (const [refresh, ids] of refreshesOf(refreshes, gathered)) void refresh(queries, ids)
  }, [queries, refreshes])
  useEffect(() => {
    let gathering: number | undefined
    const whenQuiet = () => {
      gathering = undefined
      const { heard, isAll } = news.current
      if (!isAll && heard.size === 0) return
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
      else if (!(received.kind in refreshes)) return
      else {
        const { heard } = news.current
        heard.set(received.kind, new Set([...(heard.get(received.kind) ?? []), ...received.ids]))
      }
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
  }, [update, queries, refreshes, others])
  return { isWaiting, update }
}

/** What was heard since the last refetch: ids by kind, or that anything may have changed. */
export interface Gathered {
  heard: Map<string, ReadonlySet<number>>
  isAll: boolean
}

/** Which refetches news call for, each once: kinds may share one, and then it gets the ids of all of them. */
export function refreshesOf(
  refreshes: Refreshes,
  { heard, isAll }: Gathered,
): ReadonlyMap<Refresh, ReadonlySet<number> | undefined> {
  const due = new Map<Refresh, Set<number> | undefined>()
  for (const [kind, refresh] of Object.entries(refreshes)) {
    const ids = heard.get(kind)
    if (isAll) due.set(refresh, undefined)
    else if (ids !== undefined) due.set(refresh, new Set([...(due.get(refresh) ?? []), ...ids]))
  }
  return due
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
