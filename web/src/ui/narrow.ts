import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('(max-width: 760px)')
const subscribe = (changed: () => void) => {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** Whether the window is as narrow as a phone: tables become cards, two panes become tabs. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches)
