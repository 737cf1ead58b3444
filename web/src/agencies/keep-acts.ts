import type { AgencyDetail, Kind, Passage } from './queries.ts'

export const KEEP_ACTS = [
  'found',
  'unit',
  'change',
  'end',
  'reopen',
  'succession',
  'withdrawSuccession',
  'code',
  'endCode',
  'alias',
  'withdrawAlias',
] as const
export type KeepAct = (typeof KEEP_ACTS)[number]

/** The values of the forms of all acts, by field name. */
export interface KeepWords {
  name?: string
  nameEn?: string
  abbreviation?: string
  kind?: Kind
  parentId?: number
  position?: number
  from?: string
  on?: string
  withUnits?: boolean
  heir?: 'later' | 'none' | 'one'
  heirId?: number
  passage?: Passage['kind']
  newId?: number
  subject?: string
  effectiveOn?: string
  scheme?: AgencyDetail['codes'][number]['scheme']
  code?: string
  alias?: string
  source?: string
  reason?: string
}
