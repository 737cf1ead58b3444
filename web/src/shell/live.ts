import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'

/** What the server tells: things of one kind that changed, or that something may have been missed. */
type News = { kind: 'task'; ids: number[] } | 'again'

/** Asks anew for what shows these tasks, or for all that shows any. */
export type Refresh = (queries: QueryClient, ids: ReadonlySet<number> | undefined) => Promise<unknown>

const CHANNEL = 'dieuhanh.live'
/** Acts come in flurries; lists are asked for again once for all of them. */
const GATHER_MS = 400
/** After a refusal (too many pages open, signed out) the page tries again, at leisure. */
const RETRY_MS = 30_000
/**
 * Keeps the page as the server has it: hears what changed and asks anew for exactly what shows it. Never while somebody
 * types or has a form open, nor while the page is hidden: then it waits, and `isWaiting` says so; `update` does it at once.
 */
export function useLive(refresh: Refresh): { isWaiting: boolean; update: () => void } {
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
    const hear = (told: News) => {
      if (told === 'again') news.current.isAll = true
      else for (const id of told.ids) news.current.ids.add(id)
      gathering ??= window.setTimeout(whenQuiet, GATHER_MS)
    }
    const look = () => {
      gathering ??= window.setTimeout(whenQuiet, GATHER_MS)
    }
    const stop = listen(hear)
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
  }, [update])
  return { isWaiting, update }
}

/** A form is open, or something is being typed anywhere but in a search box: nothing may move under the hand. */
function isBusy(): boolean {
  if (document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open')) return true
  const at = document.activeElement
  if (!(at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)) return false
  return at.value !== '' && at.closest('[data-search]') === null && !['checkbox', 'radio', 'file'].includes(at.type)
}

/** One connection for all tabs of the browser, where it can be shared; the tab that holds it passes on what it hears. */
function listen(hear: (news: News) => void): () => void {
  const others = new BroadcastChannel(CHANNEL)
  others.onmessage = ({ data }: MessageEvent<News>) => hear(data)
  const stopping = new AbortController()
  const hold = () =>
    new Promise<void>((released) => {
      const leave = connect((news) => {
        hear(news)
        others.postMessage(news)
      })
      stopping.signal.addEventListener('abort', () => {
        leave()
        released()
      })
    })
  // Outside a secure context there are no locks: each tab then has a connection of its own.
  if (navigator.locks) navigator.locks.request(CHANNEL, { signal: stopping.signal }, hold).catch(() => {})
  else void hold()
  return () => {
    stopping.abort()
    others.close()
  }
}

function connect(tell: (news: News) => void): () => void {
  let source: EventSource | undefined
  let retry: number | undefined
  let wasOpen = false
  const open = () => {
    source = new EventSource('/api/live')
    // Whatever happened while nobody listened: everything shown is asked for anew.
    source.addEventListener('open', () => {
      if (wasOpen) tell('again')
      wasOpen = true
    })
    source.addEventListener('again', () => tell('again'))
    source.addEventListener('changed', ({ data }: MessageEvent<string>) => {
      const found = JSON.parse(data) as { kind: string; ids: number[] }
      if (found.kind === 'task') tell({ kind: 'task', ids: found.ids })
    })
    source.addEventListener('error', () => {
      // A broken connection is taken up again by the browser; a refusal is not.
      if (source?.readyState === EventSource.CLOSED) retry = window.setTimeout(open, RETRY_MS)
    })
  }
  open()
  return () => {
    window.clearTimeout(retry)
    source?.close()
  }
}
