/** The lists that the figures of the ledger open: the server counts each figure by the same condition. */
import {
  type FLOW,
  ITEM_AGES,
  ITEM_MOVES,
  type ItemFilter,
  type LEDGER_BY,
  LEVELS,
  type RECOVERED,
} from '../paths/programme.ts'

export type FlowPart = (typeof FLOW)[number]

/** A part of the flow of the debt of a year, as of a day. */
export const flowRows = (day: ItemFilter, flow: FlowPart): ItemFilter => ({ ...ofDay(day), flow })

/** A part of what is owed on a day, or in a group. */
export const owedRows = (day: ItemFilter, more: ItemFilter = {}): ItemFilter => ({
  ...day,
  standing: 'owed',
  ...more,
})

/** A group of the ledger: of what is owed, or of whatever else. */
export function groupRows(by: (typeof LEDGER_BY)[number], key: string, day: ItemFilter): ItemFilter {
  if (by === 'agency') return { ...day, agencyId: Number(key), agencyBy: 'lead' }
  const of = ofDay(day)
  if (by === 'level') return { ...of, level: LEVELS.find((level) => level === key) }
  if (by === 'inCharge') return { ...of, inCharge: key }
  if (by === 'age') return { ...of, age: ITEM_AGES.find((age) => age === key) }
  return { ...of, moves: ITEM_MOVES.find((moves) => moves === key) }
}

/** Of a year up to a day, what was to be submitted. */
export const dueRows = (asOf: string): ItemFilter => ({
  standing: 'counted',
  from: `${asOf.slice(0, 4)}-01-01`,
  to: asOf,
})

/** What became by one day of the debt of another. */
export const recoveredRows = (
  owedOn: string,
  by: string,
  knownOn: string | undefined,
  recovered?: (typeof RECOVERED)[number],
): ItemFilter => ({ asOf: by, ...(knownOn ? { knownOn } : {}), owedOn, ...(recovered ? { recovered } : {}) })

/** A year's end, or the day of today in the year that runs; a closed year as it was known when it was closed. */
export const yearDay = ({ year, closedAt }: { year: number; closedAt: string | null }, today: string): ItemFilter => ({
  asOf: `${year}-12-31` < today ? `${year}-12-31` : today,
  ...(closedAt ? { knownBefore: closedAt } : {}),
})

/** By which map agencies are makes no difference to rows that are not of an agency. */
const ofDay = ({ map: _, ...day }: ItemFilter): ItemFilter => day
