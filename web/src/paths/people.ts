import type { Query } from '@dieuhanh/client'
import { compact, id, oneOf, type Raw, text } from './parse.ts'

/** The empty sheet to invite many people with. */
export const PEOPLE_SHEET = '/api/people/sheet.xlsx'
export const PERSON_ACCESS = ['open', 'invited', 'expired', 'closed', 'reset'] as const satisfies readonly NonNullable<
  Query<'/api/people'>['access']
>[]
export const SIGNED_IN = ['never', 'notIn90Days'] as const satisfies readonly NonNullable<
  Query<'/api/people'>['signedIn']
>[]
export interface PeopleSearch {
  search?: string
  agencyId?: number
  role?: string
  access?: (typeof PERSON_ACCESS)[number]
  signedIn?: (typeof SIGNED_IN)[number]
  /** The form that is open. */
  act?: 'add' | 'addMany'
}
export const peopleSearchOf = (raw: Raw): PeopleSearch =>
  compact({
    search: text(raw.search, 200),
    agencyId: id(raw.agencyId),
    role: text(raw.role, 60),
    access: oneOf(PERSON_ACCESS)(raw.access),
    signedIn: oneOf(SIGNED_IN)(raw.signedIn),
    act: oneOf(['add', 'addMany'] as const)(raw.act),
  })
