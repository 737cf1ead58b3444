import { type Static, Type } from 'typebox'
import { Id, Nullable, oneOf, Version } from '../platform/shapes.ts'
import { ACTS, BULK_ACTS } from '../tasks/index.ts'

/** Up to this many are done while the request waits; more become a job with a progress bar. */
export const MOST_AT_ONCE = 500
export const MOST_IN_A_RUN = 5_000

/** The input of an act, for all tasks or for one: the request body of the single act, checked against its shape. */
const Input = Type.Record(Type.String(), Type.Unknown())
export const BulkItem = Type.Object({
  id: Id,
  version: Version,
  /** For `decide`: which request of the task. */
  requestId: Type.Optional(Id),
  /** Input for this task alone; overrides the input for all. */
  body: Type.Optional(Input),
})
export type BulkItem = Static<typeof BulkItem>
export const Bulk = Type.Object({
  act: oneOf(BULK_ACTS),
  items: Type.Array(BulkItem, { minItems: 1, maxItems: MOST_IN_A_RUN }),
  body: Type.Optional(Input),
  /** all: one transaction, all or nothing; each: one transaction per task. */
  mode: oneOf(['all', 'each'] as const),
})
export type Bulk = Static<typeof Bulk>

export const Refused = Type.Object({
  id: Id,
  /** Null where the task does not exist or is not visible to the actor. */
  code: Nullable(Type.String()),
  title: Nullable(Type.String()),
  problem: Type.Object({
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.String(),
    fields: Type.Array(Type.Object({ path: Type.String(), code: Type.String(), message: Type.String() })),
  }),
})
export type Refused = Static<typeof Refused>
export const BulkResult = Type.Object({
  /** Whether anything was changed. In mode `all` nothing is, if one is refused. */
  applied: Type.Boolean(),
  done: Type.Array(Type.Object({ id: Id, version: Version })),
  failed: Type.Array(Refused),
})
export type BulkResult = Static<typeof BulkResult>
export const BulkRun = Type.Object({
  id: Id,
  act: oneOf(BULK_ACTS),
  state: oneOf(['waiting', 'running', 'ended', 'failed'] as const),
  total: Type.Integer(),
  tried: Type.Integer(),
  result: Nullable(BulkResult),
})
export type BulkRun = Static<typeof BulkRun>

export const ActsQuery = Type.Object(
  { ids: Type.Array(Id, { minItems: 1, maxItems: MOST_AT_ONCE }) },
  { additionalProperties: false },
)
/** The acts allowed now on each of the named tasks that the person may see. */
export const ActsOf = Type.Object({
  tasks: Type.Array(
    Type.Object({
      id: Id,
      version: Version,
      may: Type.Array(oneOf(ACTS)),
      requests: Type.Array(Type.Object({ id: Id, kind: oneOf(['extension', 'return', 'transfer'] as const) }), {
        description: 'Undecided',
      }),
    }),
  ),
})
