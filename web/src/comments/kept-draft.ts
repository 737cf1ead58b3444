import { useEffect, useRef, useState } from 'react'
import { useMe } from '../shell/session.ts'
import type { Written } from './queries.ts'

/**
 * What is typed and not sent, kept in this tab for this person: leaving the page for a look elsewhere does not lose it. `name`
 * says for whom it is, so that words meant for a few are never found under a button that tells all. Without a name it is not kept.
 */
export function useKeptDraft(name: string | undefined, initial: Written) {
  const { userId } = useMe()
  const key = name === undefined ? undefined : `comment ${userId} ${name}`
  const [written, setWritten] = useState<Written>(() => read(key) ?? initial)
  const before = useRef(key)
  useEffect(() => {
    if (key === undefined) return
    const former = before.current
    before.current = key
    const isBlank = written.body.trim() === ''
    if (former !== key) {
      // Typed words move with the choice; where there are none, those kept for the new choice come back.
      if (!isBlank && former !== undefined) sessionStorage.removeItem(former)
      const kept = isBlank ? read(key) : undefined
      if (kept) return setWritten(kept)
    }
    if (isBlank) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(written))
  }, [key, written])
  return [written, setWritten] as const
}

function read(key: string | undefined): Written | undefined {
  const kept = key === undefined ? null : sessionStorage.getItem(key)
  return kept === null ? undefined : (JSON.parse(kept) as Written)
}
