import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, words } from '../platform/shapes.ts'
import { Agency, AgencyKind, CODE_SCHEMES, SUCCESSION_KINDS, Succession } from './shapes.ts'

/** Agencies of HTTP requests that manage the registry. Each names the document it is based on. */

const Source = words(500)
const Name = words(300)
const Abbreviation = Nullable(words(100))

export const FoundAgency = Type.Object({
  name: Name,
  nameEn: Type.Optional(Nullable(words(300))),
  abbreviation: Type.Optional(Abbreviation),
  kind: AgencyKind,
  parentId: Type.Optional(Nullable(Id)),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 9999 })),
  from: Day,
  source: Source,
})

export const ChangeAgency = Type.Object({
  from: Day,
  name: Type.Optional(Name),
  nameEn: Type.Optional(Nullable(words(300))),
  abbreviation: Type.Optional(Abbreviation),
  kind: Type.Optional(AgencyKind),
  parentId: Type.Optional(Nullable(Id)),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 9999 })),
  source: Source,
})

export const EndAgency = Type.Object({
  /** First day on which it no longer exists; null: the end is withdrawn. */
  on: Nullable(Day),
  withUnits: Type.Optional(Type.Boolean()),
  /** The main successor; null: abolished; omitted: recorded elsewhere. */
  heirId: Type.Optional(Nullable(Id)),
  source: Source,
})

export const AddSuccession = Type.Object({
  newId: Nullable(Id),
  kind: oneOf(SUCCESSION_KINDS),
  subject: Type.Optional(Nullable(words(1000))),
  effectiveOn: Day,
  source: Source,
})
export const Reason = Type.Object({ reason: words(1000) })
export const SuccessionParams = Type.Object({ id: Id, successionId: Id })

export const AddCode = Type.Object({
  scheme: oneOf(CODE_SCHEMES),
  code: words(50),
  from: Day,
  source: Source,
})
export const EndCode = Type.Object({ scheme: oneOf(CODE_SCHEMES), code: words(50), on: Day, source: Source })
export const Alias = Type.Object({ alias: words(300), source: Source })

/** GET /api/agencies/compare: what began, ended and changed after the first day, up to the second. */
export const CompareQuery = Type.Object({ from: Day, to: Day }, { additionalProperties: false })
export const AgencyPair = Type.Object({ before: Agency, after: Agency })
export const Comparison = Type.Object({
  from: Day,
  to: Day,
  began: Type.Array(Agency),
  /** Those that ended, with who took over from them by the second day. */
  ended: Type.Array(Type.Object({ agency: Agency, successors: Type.Array(Succession) })),
  /** The same agency under another name, of another kind or under another agency. */
  changed: Type.Array(AgencyPair),
  unchanged: Type.Integer(),
})
export type Comparison = Static<typeof Comparison>

export const AgencyHistory = Type.Object({
  entries: Type.Array(
    Type.Object({
      at: Instant,
      on: Day,
      by: Type.String(),
      onBehalfOf: Nullable(Type.String()),
      event: Type.String(),
      /** The document given, or the reason. */
      source: Nullable(Type.String()),
    }),
  ),
})
export type AgencyHistory = Static<typeof AgencyHistory>
