import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The state of a task on a day. `standing`: it has no due day, so it is in term but not counted down. */
export type Shown = 'doneOnTime' | 'doneLate' | 'openInTerm' | 'openOverdue' | 'standing'

export const STANDING_COLOURS: Record<Shown, string> = {
  doneOnTime: '#1b6b3a',
  doneLate: '#8a5a00',
  openInTerm: '#1d5fa8',
  openOverdue: '#a61b1b',
  standing: '#555d68',
}

// The shapes differ without colour: a tick, a tick with a late mark, an open ring, a filled alarm, a loop.
const shapes: Record<Shown, ReactNode> = {
  doneOnTime: <path d="M2.5 8.5 6.5 12.5 13.5 4.5" fill="none" strokeWidth="2.2" />,
  doneLate: (
    <>
      <path d="M1.5 8.5 5 12 11 5" fill="none" strokeWidth="2.2" />
      <path d="M14 4v5" strokeWidth="2.2" />
      <circle cx="14" cy="12.5" r="1.3" stroke="none" />
    </>
  ),
  openInTerm: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" strokeWidth="1.8" />
      <path d="M8 4.5V8l2.5 1.8" fill="none" strokeWidth="1.8" />
    </>
  ),
  openOverdue: (
    <>
      <path d="M8 1 15.5 14.5H.5Z" stroke="none" />
      <path d="M8 6v4" stroke="#fff" strokeWidth="1.8" />
      <circle cx="8" cy="12.2" r="1" fill="#fff" stroke="none" />
    </>
  ),
  standing: <path d="M13.5 8A5.5 5.5 0 1 1 11.6 3.8M12 1v3.2H8.8" fill="none" strokeWidth="1.8" />,
}

export function StandingIcon({ shown, size = 14 }: { shown: Shown; size?: number }) {
  const colour = STANDING_COLOURS[shown]
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      stroke={colour}
      fill={colour}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="state-icon"
    >
      {shapes[shown]}
    </svg>
  )
}

/** Icon, text and colour of a task's state; the text alone is sufficient. */
export function Standing({ shown, extra }: { shown: Shown; extra?: string }) {
  const { t } = useTranslation()
  return (
    <span className="state-mark" style={{ color: STANDING_COLOURS[shown] }}>
      <StandingIcon shown={shown} />
      <span>
        <span className="nowrap">{t(`standing.${shown}`)}</span>
        {extra ? <span className="state-extra"> {extra}</span> : null}
      </span>
    </span>
  )
}

/** A task in term without a due day is shown as a standing task, never with time running. */
export function shownStanding(row: { standing: Exclude<Shown, 'standing'>; dueOn: string | null }): Shown {
  return row.standing === 'openInTerm' && row.dueOn === null ? 'standing' : row.standing
}
