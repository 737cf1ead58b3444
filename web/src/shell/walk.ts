import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/**
 * The list a page was opened from: where it is, and its rows in order, as they were shown. So Back returns to the row, and a
 * page can lead to the next one of the list even where acting on it has taken it out of the list. Kept for the tab.
 */
export interface Walk {
  /** Address of the list. */
  list: string
  /** Paths of its rows, in order. */
  rows: readonly string[]
  /** The row that was opened last. */
  at: string
  /** Where the list goes on, if it says so (`data-next-cursor`). */
  cursor: string | null
}

const STORED = 'dieuhanh.walk'
/** More rows than anyone steps through. */
const MOST = 5_000
/** How long a row is waited for, and after which time a neighbour of it is enough. */
const PATIENCE_MS = 5_000
const NEIGHBOUR_AFTER_MS = 1_500

export function readWalk(): Walk | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? 'null')
    return isWalk(found) ? found : undefined
  } catch {
    return undefined
  }
}

export function keepWalk(walk: Walk): void {
  try {
    sessionStorage.setItem(STORED, JSON.stringify(walk))
  } catch {
    // The tab has no room for it: there is no way back to the row then, and nothing else is lost.
  }
}

function isWalk(value: unknown): value is Walk {
  const { list, rows, at, cursor } = (value ?? {}) as Partial<Walk>
  return (
    typeof list === 'string' &&
    typeof at === 'string' &&
    (cursor === null || typeof cursor === 'string') &&
    Array.isArray(rows) &&
    rows.every((row) => typeof row === 'string')
  )
}

const pathOf = (link: HTMLAnchorElement) => new URL(link.href).pathname
const links = () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-row]')]
/** "/nhiem-vu/" of "/nhiem-vu/12": a page may list several kinds of things. */
const kindOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)

/** Remembers the list whenever one of its rows is opened, and returns to the row when the list is shown again. */
export function useWalk(): void {
  const { href, pathname } = useRouterState({ select: ({ location: { href, pathname } }) => ({ href, pathname }) })
  const before = useRef(pathname)
  useEffect(() => {
    const remember = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[data-row]') : null
      if (!(link instanceof HTMLAnchorElement)) return
      const at = pathOf(link)
      const rows = [...new Set(links().map(pathOf))].filter((path) => kindOf(path) === kindOf(at))
      const cursor = document.querySelector<HTMLElement>('[data-next-cursor]')?.dataset.nextCursor ?? null
      keepWalk({ list: location.pathname + location.search, rows: rows.slice(0, MOST), at, cursor: cursor || null })
    }
    document.addEventListener('click', remember, true)
    return () => document.removeEventListener('click', remember, true)
  }, [])
  useEffect(() => {
    const from = before.current
    before.current = pathname
    const walk = readWalk()
    return walk && walk.at === from && walk.list === href ? returnTo(walk) : undefined
  }, [href, pathname])
}

/** Focuses the row once it is there or, where it has left the list, the one after it. Returns what stops it. */
function returnTo({ rows, at }: Walk): () => void {
  const begun = performance.now()
  const look = () => {
    const waited = performance.now() - begun
    const shown = links()
    const row = shown.find((link) => pathOf(link) === at)
    if (row) return settle(row)
    const place = rows.indexOf(at)
    const near = [...rows.slice(place + 1), ...rows.slice(0, Math.max(place, 0)).reverse()]
    const neighbour =
      waited < NEIGHBOUR_AFTER_MS ? undefined : near.find((path) => shown.some((link) => pathOf(link) === path))
    if (neighbour !== undefined) return settle(shown.find((link) => pathOf(link) === neighbour)!)
    if (waited > PATIENCE_MS) clearInterval(timer)
  }
  const settle = (row: HTMLElement) => {
    clearInterval(timer)
    // After the router has put the page where it was scrolled to.
    requestAnimationFrame(() => {
      row.focus({ preventScroll: true })
      row.scrollIntoView({ block: 'nearest' })
    })
  }
  const timer = setInterval(look, 60)
  return () => clearInterval(timer)
}
