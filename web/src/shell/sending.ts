import type { Problem } from '@dieuhanh/client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { mayPass, problemOf } from './api.ts'
import { refuseLarge, sendFile } from './upload.ts'

interface Errand<Made> {
  path: string
  file: File
  /** The same at every try, so that a second one after a broken connection makes nothing twice. */
  key: string
  fields?: Readonly<Record<string, string>>
  /** After what was sent is there; it is shown as made only then. */
  onMade?: (made: Made) => unknown
  /** After each try, whatever came of it. */
  onTried?: () => void
}

export interface Sending<Made> {
  /** 0 to 1. */
  share: number
  made: Made | undefined
  problem: Problem | undefined
  /** The same bytes are refused for the same reason; only a temporary failure is worth a retry. */
  mayRetry: boolean
  send: () => Promise<void>
}

/** Sends a file as soon as it is shown, and stops when what shows it goes. */
export function useSending<Made extends { id: number }>(errand: Errand<Made>): Sending<Made> {
  const [share, setShare] = useState(0)
  const [made, setMade] = useState<Made>()
  const [error, setError] = useState<unknown>()
  const attempt = useRef<AbortController>(undefined)
  const latest = useRef(errand)
  latest.current = errand
  const send = useCallback(async () => {
    setError(undefined)
    setShare(0)
    const stop = new AbortController()
    attempt.current = stop
    const { path, file, key, fields } = latest.current
    try {
      const refused = refuseLarge(file)
      if (refused) throw refused
      const answer = await sendFile<Made>(path, file, key, setShare, stop.signal, fields)
      await latest.current.onMade?.(answer)
      setMade(answer)
    } catch (thrown) {
      if (!stop.signal.aborted) setError(thrown)
    }
    latest.current.onTried?.()
  }, [])
  useEffect(() => {
    send()
    return () => attempt.current?.abort()
  }, [send])
  const problem = error === undefined ? undefined : problemOf(error)
  return { share, made, problem, mayRetry: problem !== undefined && mayPass(problem), send }
}
