import { useCallback, useEffect, useState } from 'react'

const STORED = 'dieuhanh.keys'
const SEARCH = 'input[data-search], [data-search] input'

/** Inputs that are pressed, not typed in. */
const PRESSED = new Set(['checkbox', 'radio', 'button', 'submit', 'file'])

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  !(target instanceof HTMLInputElement && PRESSED.has(target.type)) &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role=combobox]'))

/** From the search box, arrow down moves into the results; letters typed there are text. */
const isSearching = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('[data-search]') !== null

const isSearch = (target: EventTarget | null) => target instanceof HTMLElement && target.matches(SEARCH)

/** A dialog is open and gets the keys. */
const isCovered = () =>
  document.querySelector('dialog[open], .ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open, .ant-tour') !==
  null

/**
 * One-letter keys, for users who work through hundreds of rows. Lists mark their rows with `data-row` on the link that
 * opens them; the search box has `data-search`; a row that can be reported on has `data-report`; `data-previous` and
 * `data-next` lead along the list a page was opened from. If a page has no search box of its own in sight, `/` opens the global search, as Ctrl K does anywhere.
 */
export function useKeyboard(searchAll: () => void): {
  help: boolean
  /** It has been opened once: before that there is nothing to render and nothing to close. */
  wasHelp: boolean
  showHelp: (shown: boolean) => void
  isOn: boolean
  turn: (on: boolean) => void
} {
  const [help, setHelp] = useState(false)
  const [wasHelp, setWasHelp] = useState(false)
  const showHelp = useCallback((shown: boolean) => {
    setHelp(shown)
    if (shown) setWasHelp(true)
  }, [])
  // Some users type by voice or with a switch: single-letter keys can be turned off (WCAG 2.1.4).
  const [isOn, setOn] = useState(() => localStorage.getItem(STORED) !== 'off')
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // With a modifier it is not a single-letter key, so it stays when those are turned off.
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        if (!isCovered()) searchAll()
        return
      }
      // From the search box down into the results.
      if (event.key === 'ArrowDown' && isSearch(event.target) && step(1)) return event.preventDefault()
      if (!isOn || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.key === 'ArrowDown' && isSearching(event.target)) {
        if (step(1)) event.preventDefault()
        return
      }
      if (isTyping(event.target)) return
      if (isCovered()) return
      if (act(event.key, () => showHelp(true), searchAll)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn, showHelp, searchAll])
  const turn = useCallback((on: boolean) => {
    localStorage.setItem(STORED, on ? 'on' : 'off')
    setOn(on)
  }, [])
  return { help, wasHelp, showHelp, isOn, turn }
}

function act(key: string, help: () => void, searchAll: () => void): boolean {
  switch (key) {
    case '/': {
      const search = [...document.querySelectorAll<HTMLElement>(SEARCH)].find(isShown)
      if (search) search.focus()
      else searchAll()
      return true
    }
    case 'n':
      return press('[data-next]')
    case 'p':
      return press('[data-previous]')
    case 'j':
      return step(1)
    case 'k':
      return step(-1)
    case 'e': {
      const near = document.activeElement?.closest('[data-row-box]') ?? document
      const report = near.querySelector<HTMLElement>('[data-report]')
      report?.click()
      return report !== null
    }
    case '?':
      help()
      return true
    default:
      return false
  }
}

const isShown = (element: HTMLElement) => element.offsetParent !== null

function press(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector)
  found?.click()
  return found !== null
}

function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(isShown)
  if (rows.length === 0) return false
  const at = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement))
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return true
}
