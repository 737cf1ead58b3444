import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version } from '../platform/shapes.ts'

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

/** An agency in one of its periods, a code, a succession to or from it: what `GET /api/agencies/:id` adds. */
export const Confidence = oneOf(['verified', 'memory'] as const)
export const AgencyPeriod = Type.Object({
  name: Type.String(),
  nameEn: Nullable(Type.String()),
  abbreviation: Nullable(Type.String()),
  kind: AgencyKind,
  parentId: Nullable(Id),
  parentName: Nullable(Type.String()),
  validFrom: Nullable(Day),
  validTo: Nullable(Day),
  source: Type.String(),
  /** 'memory': generally known, not yet checked against the published text. */
  confidence: Confidence,
})
export const CODE_SCHEMES = ['qcvn102', 'qd20', 'nso'] as const
export const AgencyCode = Type.Object({
  scheme: oneOf(CODE_SCHEMES),
  code: Type.String(),
  validFrom: Nullable(Day),
  validTo: Nullable(Day),
  source: Type.String(),
  confidence: Confidence,
})
export const SUCCESSION_KINDS = ['main', 'partial', 'renamed', 'abolished'] as const
export const Succession = Type.Object({
  id: Id,
  kind: oneOf(SUCCESSION_KINDS),
  oldId: Id,
  oldName: Type.String(),
  newId: Nullable(Id),
  newName: Nullable(Type.String()),
  /** What passed over, if not everything did. */
  subject: Nullable(Type.String()),
  effectiveOn: Day,
  source: Type.String(),
  confidence: Confidence,
})
export type Succession = Static<typeof Succession>
export const AgencyDetail = Type.Object({
  ...Agency.properties,
  version: Version,
  changedAt: Instant,
  changedBy: Type.String(),
  /** What the reader may do with it. */
  may: Type.Object({
    change: Type.Boolean(),
    addUnit: Type.Boolean(),
    readHistory: Type.Boolean(),
    readPeople: Type.Boolean(),
  }),
  position: Type.Integer(),
  aliases: Type.Array(Type.String()),
  periods: Type.Array(AgencyPeriod),
  codes: Type.Array(AgencyCode),
  predecessors: Type.Array(Succession),
  successors: Type.Array(Succession),
})
export type AgencyDetail = Static<typeof AgencyDetail>

/** GET /api/agencies: the agencies of a day. */
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
export const AgencyList = Type.Object({
  on: Day,
  agencies: Type.Array(Agency),
  /** Days on which agencies passed into others or were renamed, and how many did, earliest first. */
  turns: Type.Array(Type.Object({ on: Day, agencies: Type.Integer() })),
})

/**
 * GET /api/agencies/resolve: one name or code on one day; `within` is the agency whose units are meant first, the
 * issuer.
 */
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
  /** The name written belongs to an agency that no longer, or not yet, exists on that day; this one replaces it. */
  insteadOf: Type.Optional(Type.String()),
})
export type Candidate = Static<typeof Candidate>
export const Resolution = Type.Object({
  /**
   * 'certain': one agency; 'likely': one agency, but the name is misprinted; 'unsure': choose; 'collective': many;
   * 'unknown'.
   */
  outcome: oneOf(['certain', 'likely', 'unsure', 'collective', 'unknown'] as const),
  /** The agency, if 'certain' or 'likely'. */
  agency: Nullable(Candidate),
  /** At most five, best first; the agency itself is the first of them. */
  candidates: Type.Array(Candidate),
  /**
   * If 'collective': every agency meant that day; empty if the document does not specify them ("các cơ quan liên
   * quan").
   */
  members: Type.Array(Candidate),
})
export type Resolution = Static<typeof Resolution>
