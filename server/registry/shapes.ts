import { type Static, Type } from 'typebox'
import { Day, Id, Nullable, oneOf } from '../platform/shapes.ts'

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
] as const
export const AgencyKind = oneOf(AGENCY_KINDS)
export type AgencyKind = (typeof AGENCY_KINDS)[number]

export const Agency = Type.Object({
  id: Id,
  slug: Type.String(),
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  abbreviation: Nullable(Type.String()),
  kind: AgencyKind,
  parentId: Nullable(Id),
  validFrom: Nullable(Day),
  validTo: Nullable(Day),
})
export type Agency = Static<typeof Agency>

/** GET /api/agencies: the bodies of a day. */
export const AgencyQuery = Type.Object(
  {
    on: Type.Optional(Day),
    kind: Type.Optional(AgencyKind),
    parentId: Type.Optional(Id),
    search: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
)
export type AgencyQuery = Static<typeof AgencyQuery>
export const AgencyList = Type.Object({ on: Day, agencies: Type.Array(Agency) })

/** GET /api/agencies/resolve: one name or code on one day. */
export const ResolveQuery = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 500 }), on: Type.Optional(Day), within: Type.Optional(Id) },
  { additionalProperties: false },
)
export const Candidate = Type.Object({
  id: Id,
  name: Type.String(),
  kind: AgencyKind,
  /** 0 to 1; 1 is the name itself. */
  likeness: Type.Number(),
})
export type Candidate = Static<typeof Candidate>
export const Resolution = Type.Object({
  /** 'certain': one body; 'likely': one body, but the name is misprinted; 'unsure': choose; 'collective': many; 'unknown'. */
  outcome: oneOf(['certain', 'likely', 'unsure', 'collective', 'unknown'] as const),
  agency: Nullable(Candidate),
  candidates: Type.Array(Candidate),
  members: Type.Array(Candidate),
})
export type Resolution = Static<typeof Resolution>
