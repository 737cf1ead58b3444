import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf } from '../shapes.ts'

const Exact = Type.String({ minLength: 1, maxLength: 300 })
const filter = {
  /** registry.person of the actor. */
  personId: Type.Optional(Id),
  actor: Type.Optional(Exact),
  onBehalfOf: Type.Optional(Exact),
  event: Type.Optional(Type.String({ pattern: '^[a-zA-Z.]{1,100}$' })),
  subjectKind: Type.Optional(Type.String({ pattern: '^[a-zA-Z]{1,60}$' })),
  subjectId: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  /** First and last day recorded, in Viet Nam. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}
export const AuditFilter = Type.Object(filter, { additionalProperties: false })
export type AuditFilter = Static<typeof AuditFilter>
export const AuditQuery = Type.Object(
  {
    ...filter,
    cursor: Type.Optional(Type.String({ maxLength: 1000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  },
  { additionalProperties: false },
)
export type AuditQuery = Static<typeof AuditQuery>

export const AuditRow = Type.Object({
  id: Id,
  recordedAt: Instant,
  happenedOn: Day,
  actorPersonId: Nullable(Id),
  actor: Type.String(),
  onBehalfOf: Nullable(Type.String()),
  event: Type.String(),
  subjectKind: Type.String(),
  subjectId: Type.String(),
  /** What it is called now, and its page in the console; null where it has no name or is no longer there. */
  subject: Nullable(Type.Object({ name: Type.String(), to: Nullable(Type.String()) })),
  before: Type.Unknown(),
  after: Type.Unknown(),
  detail: Type.Unknown(),
})
export const AuditList = Type.Object({ rows: Type.Array(AuditRow), nextCursor: Nullable(Type.String()) })
export type AuditList = Static<typeof AuditList>

export const AuditNames = Type.Object({
  actors: Type.Array(Type.String()),
  onBehalfOf: Type.Array(Type.String()),
  events: Type.Array(Type.Object({ name: Type.String(), vi: Type.String(), en: Type.String() })),
  subjectKinds: Type.Array(Type.String()),
})

/** A slice if `after` or `limit` is given, else the whole log. */
export const VerifyQuery = Type.Object(
  {
    after: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200_000 })),
    expect: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$', description: 'A head noted earlier' })),
  },
  { additionalProperties: false },
)

/**
 * 'altered': not what was sealed; 'missing': sealed and gone, or both its seal and itself gone; 'unsealed': no seal;
 * 'unexpected': the head noted earlier is not in the chain.
 */
export const FAULTS = ['altered', 'missing', 'unsealed', 'unexpected'] as const
export const Verified = Type.Object({
  ok: Type.Boolean(),
  /** Rows found intact in this slice. */
  checked: Type.Integer(),
  /** Position of the last seal, to show how far the check has come. */
  last: Type.Integer(),
  /** Hash of the last row checked, in hexadecimal; null for an empty log. */
  head: Nullable(Type.String()),
  /** Pass it as `after` for the next slice; null if all was checked or a fault was found. */
  next: Nullable(Type.Integer()),
  fault: Nullable(
    Type.Object({
      kind: oneOf(FAULTS),
      /** The row of the log; null if even its number is gone. */
      auditId: Nullable(Id),
      /** The last intact row before it, if there is one. */
      afterAuditId: Nullable(Id),
    }),
  ),
})
export type Verified = Static<typeof Verified>
