/**
 * Nợ đọng: what is due and not submitted. Pure; the same rules as `programme.standing`, `debt_span` and `debt_flow` in
 * `functions.sql`, and `history.property.test.ts` checks that they agree.
 */
import { type ItemState, isOpen, isSent } from './item-progress.ts'

/** One dimension of an entry from a day on, as recorded at an instant. Later ones of the same day win. */
export type ItemFact = {
  effectiveOn: string
  recordedAt: string
  /** From this instant on it is known that it never was. */
  annulledAt?: string
} & ({ dimension: 'state'; state: ItemState } | { dimension: 'due'; day: string })

/** An entry from one day (inclusive) to another (exclusive; null: open). */
export interface ItemVersion {
  from: string
  to: string | null
  state: ItemState
  dueOn: string
  firstDueOn: string
  moves: number
  submittedOn: string | null
}

export const STANDINGS = ['registered', 'inTerm', 'owed', 'submitted', 'done', 'stopped'] as const
export type ItemStanding = (typeof STANDINGS)[number]

/**
 * The last day that is over when things are seen at the end of `asOf`: nobody owes today what is due today.
 */
export function overThrough(asOf: string, today: string): string {
  if (asOf < today) return asOf
  return Temporal.PlainDate.from(today).subtract({ days: 1 }).toString()
}

/** Where an entry stands. `over`: see `overThrough`. A file that was returned is no submission from that day on. */
export function standingOf({ state, dueOn }: { state: ItemState; dueOn: string }, over: string): ItemStanding {
  if (state === 'registered' || state === 'stopped') return state
  if (state === 'issued') return 'done'
  if (isSent(state)) return 'submitted'
  return dueOn <= over ? 'owed' : 'inTerm'
}

/** Whole versions from the facts recorded by an instant (inclusive) and not annulled by then, in order of days. Facts in order of recording. */
export function versionsOf(facts: readonly ItemFact[], knownAt: string): ItemVersion[] {
  const known = facts.filter(
    ({ recordedAt, annulledAt }) => recordedAt <= knownAt && (annulledAt === undefined || knownAt < annulledAt),
  )
  const days = [...new Set(known.map(({ effectiveOn }) => effectiveOn))].sort()
  return days.flatMap((from, place) => {
    const upTo = known.filter(({ effectiveOn }) => effectiveOn <= from)
    const last = upTo
      .map((fact, order) => ({ fact, order }))
      .sort(
        (a, b) =>
          compare(a.fact.effectiveOn, b.fact.effectiveOn) ||
          compare(a.fact.recordedAt, b.fact.recordedAt) ||
          a.order - b.order,
      )
    const states = last.flatMap(({ fact }) => (fact.dimension === 'state' ? [fact] : []))
    const dues = last.flatMap(({ fact }) => (fact.dimension === 'due' ? [fact] : []))
    const state = states.at(-1)?.state
    if (state === undefined || dues.length === 0) return []
    const submitted = states.filter((fact) => fact.state === 'submitted').at(-1)
    const firstDue = upTo.find((fact) => fact.dimension === 'due') as { day: string }
    return [
      {
        from,
        to: days[place + 1] ?? null,
        state,
        dueOn: dues.at(-1)!.day,
        firstDueOn: firstDue.day,
        moves: dues.length - 1,
        submittedOn: isSent(state) && submitted ? submitted.effectiveOn : null,
      },
    ]
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const versionOn = (versions: readonly ItemVersion[], day: string): ItemVersion | undefined =>
  versions.find(({ from, to }) => from <= day && (to === null || day < to))

/** A time in debt: from the first day at whose end it was owed, to the first at whose end it was not. */
export interface DebtSpan {
  from: string
  to: string | null
  began: 'passed' | 'returned'
  ended: 'submitted' | 'moved' | 'stopped' | null
}

/** The times an entry was owed. A later due day ends the debt of an owed entry, and counts as such. */
export function debtSpans(versions: readonly ItemVersion[]): DebtSpan[] {
  const spans: DebtSpan[] = []
  for (const [place, version] of versions.entries()) {
    if (!isOpen(version.state)) continue
    const from = version.dueOn > version.from ? version.dueOn : version.from
    if (version.to !== null && from >= version.to) continue
    const after = version.to === null ? undefined : versions[place + 1]
    const ended = after === undefined ? null : endOf(after.state)
    const before = spans.at(-1)
    if (before && before.to === from) Object.assign(before, { to: version.to, ended })
    else {
      const previous = versions[place - 1]
      const isReturned = from === version.from && previous !== undefined && isSent(previous.state)
      spans.push({ from, to: version.to, began: isReturned ? 'returned' : 'passed', ended })
    }
  }
  return spans
}

const endOf = (state: ItemState): DebtSpan['ended'] =>
  state === 'stopped' ? 'stopped' : isOpen(state) ? 'moved' : 'submitted'

export interface DebtFlow {
  owedAtStart: number
  newlyOwed: number
  /** Submitted, or given a later due day (`moved`). */
  cleared: number
  moved: number
  stopped: number
  owedAtEnd: number
}

/** How the debt moved from the beginning of one day to the end of another. */
export function debtFlow(spans: readonly DebtSpan[], first: string, last: string): DebtFlow {
  const within = (day: string | null) => day !== null && first <= day && day <= last
  const left = spans.filter(({ to }) => within(to))
  return {
    owedAtStart: spans.filter(({ from, to }) => from < first && (to === null || to >= first)).length,
    newlyOwed: spans.filter(({ from }) => within(from)).length,
    cleared: left.filter(({ ended }) => ended !== 'stopped').length,
    moved: left.filter(({ ended }) => ended === 'moved').length,
    stopped: left.filter(({ ended }) => ended === 'stopped').length,
    owedAtEnd: spans.filter(({ from, to }) => from <= last && (to === null || to > last)).length,
  }
}

/** The identity that the database holds for every closed year. */
export const balances = ({ owedAtStart, newlyOwed, cleared, stopped, owedAtEnd }: DebtFlow): boolean =>
  owedAtStart + newlyOwed - cleared - stopped === owedAtEnd
