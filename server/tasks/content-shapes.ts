import { type Static, Type } from 'typebox'
import { Day, Id, Nullable, oneOf, words } from '../platform/shapes.ts'

const strict = { additionalProperties: false }

/**
 * What a source states of a task, as people enter it: when they review a draft, enter a task by hand or amend a task. A
 * draft adds where the reader found each value.
 */
export const PARTY_FIELDS = {
  role: oneOf(['lead', 'coordinating'] as const),
  /** As the source names it. */
  name: Type.String({ minLength: 1, maxLength: 1000 }),
  /** The one accountable lead. */
  accountable: Type.Boolean(),
  agencyId: Nullable(Id),
}
export const PartyScope = Nullable(Type.String({ maxLength: 1000 }))
export const DEADLINE_FIELDS = {
  kind: oneOf(['date', 'month', 'quarter', 'halfYear', 'year', 'standing', 'perRegulation', 'none'] as const),
  text: Type.String({ maxLength: 2000 }),
  dueOn: Nullable(Day),
  strict: Type.Boolean(),
  recurs: Nullable(oneOf(['daily', 'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly'] as const)),
  milestone: Type.Boolean(),
  rule: Nullable(Type.String({ maxLength: 2000 })),
}
export const TARGET_FIELDS = {
  text: Type.String({ minLength: 1, maxLength: 4000 }),
  measure: Type.String({ maxLength: 4000 }),
  comparator: oneOf(['=', '>=', '<=', '>', '<', 'range', 'increase>=', 'decrease>='] as const),
  value: Type.Number(),
  max: Nullable(Type.Number()),
  unit: Type.String({ maxLength: 200 }),
  baseline: Nullable(Type.String({ maxLength: 1000 })),
  scope: Nullable(Type.String({ maxLength: 1000 })),
  byWhen: Nullable(Type.String({ maxLength: 1000 })),
}
export const CONTENT_FIELDS = {
  title: Type.String({ minLength: 1, maxLength: 1000 }),
  content: Type.String({ minLength: 1, maxLength: 20000 }),
  product: Nullable(Type.String({ maxLength: 2000 })),
}
export const MOST_PARTIES = 200
export const MOST_DEADLINES = 100
export const MOST_TARGETS = 200

/** A document by its number and day. */
export const BasisDocument = Type.Object({ number: words(200), issuedOn: Day }, strict)
export type BasisDocument = Static<typeof BasisDocument>

const AmendParty = Type.Object({ ...PARTY_FIELDS, scope: Type.Optional(PartyScope) }, strict)
export type AmendParty = Static<typeof AmendParty>
/** `id`: the deadline or target that was entered wrongly and is this one; left out for one that was missed. */
const AmendDeadline = Type.Object({ id: Type.Optional(Id), ...DEADLINE_FIELDS }, strict)
export type AmendDeadline = Static<typeof AmendDeadline>
const AmendTarget = Type.Object({ id: Type.Optional(Id), ...TARGET_FIELDS }, strict)
export type AmendTarget = Static<typeof AmendTarget>

/**
 * What of a task was entered wrongly, as it should have been; what is left out stays. Parties: all in force. Deadlines: all
 * that the source states, without days granted later. It rests on a document, or on a file sent with it.
 */
export const Amend = Type.Object(
  {
    reason: words(4000),
    document: Type.Optional(BasisDocument),
    title: Type.Optional(CONTENT_FIELDS.title),
    content: Type.Optional(CONTENT_FIELDS.content),
    product: Type.Optional(CONTENT_FIELDS.product),
    parties: Type.Optional(Type.Array(AmendParty, { maxItems: MOST_PARTIES })),
    deadlines: Type.Optional(Type.Array(AmendDeadline, { maxItems: MOST_DEADLINES })),
    targets: Type.Optional(Type.Array(AmendTarget, { maxItems: MOST_TARGETS })),
  },
  strict,
)
export type Amend = Static<typeof Amend>
