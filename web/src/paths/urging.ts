import type { Query } from '@dieuhanh/client'
import { compact, day, id, oneOf, type Raw, text } from './parse.ts'

export const URGING_TABS = ['today', 'letters', 'rules', 'effect'] as const
export const LETTER_STATES = [
  'draft',
  'submitted',
  'issued',
  'answered',
  'closed',
  'dropped',
] as const satisfies readonly NonNullable<Query<'/api/urging/letters'>['state']>[]
export interface UrgingSearch {
  tab?: (typeof URGING_TABS)[number] | undefined
  /** State of the letters. */
  state?: (typeof LETTER_STATES)[number] | undefined
  agencyId?: number | undefined
  /** The rule whose form is open; 0: a new one. */
  rule?: number | undefined
  /** The span whose effect is shown, and the day it is measured on. */
  from?: string | undefined
  to?: string | undefined
  asOf?: string | undefined
}
export interface LetterSearch {
  /** The act whose form is open. */
  act?: string
}
export const urgingSearchOf = (raw: Raw): UrgingSearch =>
  compact({
    tab: oneOf(URGING_TABS)(raw.tab),
    state: oneOf(LETTER_STATES)(raw.state),
    agencyId: id(raw.agencyId),
    rule: text(raw.rule) === '0' ? 0 : id(raw.rule),
    from: day(raw.from),
    to: day(raw.to),
    asOf: day(raw.asOf),
  })
export const letterSearchOf = (raw: Raw): LetterSearch => compact({ act: text(raw.act, 60) })
