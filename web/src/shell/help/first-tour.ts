import { answer } from '@dieuhanh/client'
import { useEffect } from 'react'
import { api } from '../api.ts'
import { keepChoice, readChoice } from '../kept.ts'
import { isQuiet } from './quiet.ts'

/** A newer number shows the tour once more to everyone: only for what people must hear of. */
const TOUR_VERSION = 1

/** After the page and what it requests. */
const LATER_MS = 1500
const LOOK_MS = 400
const isNumber = (value: unknown): value is number => typeof value === 'number'

/** What the server said is remembered here, so that each page load asks nothing. */
const NAME = 'tour'

/** Starts the tour for a person who has not seen it, once the page is quiet. */
export function useFirstTour(userId: string, start: () => void): void {
  useEffect(() => {
    if ((readChoice(NAME, userId, isNumber) ?? 0) >= TOUR_VERSION) return
    let timer = setTimeout(ask, LATER_MS)
    let isGone = false
    async function ask() {
      // A tour that cannot be asked for is not missed: the next load asks again.
      const seen = await answer(api.GET('/api/me/tour')).catch(() => undefined)
      if (isGone || !seen) return
      if (seen.version >= TOUR_VERSION) keepChoice(NAME, userId, seen.version)
      else look()
    }
    function look() {
      if (isQuiet()) start()
      else timer = setTimeout(look, LOOK_MS)
    }
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [userId, start])
}

/** The tour was seen or skipped: on no device again. Offline, the next load shows it once more. */
export async function markTour(userId: string): Promise<void> {
  const seen = await answer(api.PUT('/api/me/tour', { body: { version: TOUR_VERSION } })).catch(() => undefined)
  if (seen) keepChoice(NAME, userId, seen.version)
}
