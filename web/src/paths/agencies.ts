import type { Query } from '@dieuhanh/client'
import { compact, day, oneOf, type Raw, text } from './parse.ts'

export const AGENCY_KINDS = [
  'central',
  'ministry',
  'ministerialAgency',
  'governmentAgency',
  'province',
  'district',
  'unit',
  'council',
  'other',
] as const satisfies readonly NonNullable<Query<'/api/agencies'>['kind']>[]
export interface AgenciesSearch {
  /** The day whose agencies are shown; today by default. */
  on?: string
  /** The day they are compared with. */
  from?: string
  kind?: (typeof AGENCY_KINDS)[number]
  search?: string
  act?: string
}
export interface AgencySearch {
  on?: string
  /** The act whose form is open, and the code, name or succession it is about. */
  act?: string
  item?: string
}
export const agenciesSearchOf = (raw: Raw): AgenciesSearch =>
  compact({
    on: day(raw.on),
    from: day(raw.from),
    kind: oneOf(AGENCY_KINDS)(raw.kind),
    search: text(raw.search, 200),
    act: text(raw.act, 60),
  })
export const agencySearchOf = (raw: Raw): AgencySearch =>
  compact({ on: day(raw.on), act: text(raw.act, 60), item: text(raw.item, 300) })
