/** How a document that came in stands: its state, its clock, its signatures. */
import { useTranslation } from 'react-i18next'
import { useNow } from '../ui/now.ts'
import { useDeadline } from './deadline.ts'
import type { Handling, IncomingRow, IncomingState } from './incoming-queries.ts'

const MOODS: Record<IncomingState, string> = {
  arrived: 'new',
  registered: 'waiting',
  presented: 'waiting',
  assigned: 'waiting',
  underway: 'waiting',
  done: 'done',
  returned: 'back',
  refused: 'back',
}

export function IncomingStateMark({ state }: { state: IncomingState }) {
  const { t } = useTranslation()
  return (
    <span className={`tag ref incoming-state incoming-${MOODS[state]}`} data-testid="incoming-state">
      {t(`incoming.state.${state}`)}
    </span>
  )
}

const PART_MOODS: Record<Handling['state'], string> = {
  assigned: 'new',
  underway: 'waiting',
  done: 'done',
  givenBack: 'back',
  withdrawn: 'back',
}
export function HandlingStateMark({ state }: { state: Handling['state'] }) {
  const { t } = useTranslation()
  return (
    <span className={`tag ref incoming-state incoming-${PART_MOODS[state]}`}>
      {t(`incoming.handlingState.${state}`)}
    </span>
  )
}

const MINUTE = 60_000
/** A span in the unit that a reader counts in: minutes, hours, days. */
function useSpan(): (milliseconds: number) => string {
  const { t } = useTranslation()
  return (milliseconds) => {
    const minutes = Math.max(1, Math.round(Math.abs(milliseconds) / MINUTE))
    if (minutes < 120) return t('incoming.clock.minutes', { count: minutes })
    const hours = Math.round(minutes / 60)
    return hours < 48
      ? t('incoming.clock.hours', { count: hours })
      : t('incoming.clock.days', { count: Math.round(hours / 24) })
  }
}

/** How much time is left to register a document; of a registered one, whether it was in time. */
export function RegisterClock({
  row: { state, registerDueAt, registeredAt },
}: {
  row: Pick<IncomingRow, 'state' | 'registerDueAt' | 'registeredAt'>
}) {
  const { t } = useTranslation()
  const span = useSpan()
  const deadline = useDeadline()
  const now = useNow(MINUTE)
  const due = Date.parse(registerDueAt)
  if (registeredAt !== null) {
    const late = Date.parse(registeredAt) - due
    return late > 0 ? (
      <span className="overdue">{t('incoming.clock.registeredLate', { words: span(late) })}</span>
    ) : (
      <span className="soft">{t('incoming.clock.inTime')}</span>
    )
  }
  if (state !== 'arrived') return null
  const left = due - now
  return (
    <span
      className={left < 0 ? 'overdue strong' : 'incoming-clock'}
      title={deadline(registerDueAt)}
      data-testid="clock"
    >
      {left < 0 ? t('incoming.clock.late', { words: span(left) }) : t('incoming.clock.left', { words: span(left) })}
    </span>
  )
}

const SIGNS = { unsigned: '–', valid: '✓', unverifiable: '?', invalid: '✗', none: '…' } as const

/** What the signatures of the files are worth together, or one of them. */
export function SignatureMark({ state, isOne = false }: { state: IncomingRow['signatures']; isOne?: boolean }) {
  const { t } = useTranslation()
  const shown = state ?? 'none'
  return (
    <span className={`incoming-signed incoming-signed-${shown}`} data-testid="signature-mark">
      <span aria-hidden>{SIGNS[shown]} </span>
      {isOne && shown !== 'none' && shown !== 'unsigned'
        ? t(`incoming.oneSignature.${shown}`)
        : t(`incoming.signatures.${shown}`)}
    </span>
  )
}
