import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, words } from '../platform/shapes.ts'
import { TELL_KINDS, TELL_REASONS } from '../platform/tell.ts'

const Cursor = Type.Optional(Type.String({ maxLength: 2000 }))

export const LinesQuery = Type.Object(
  { unread: Type.Optional(Type.Boolean()), cursor: Cursor },
  { additionalProperties: false },
)
export type LinesQuery = Static<typeof LinesQuery>

/** One thing that a line is about. */
export const Row = Type.Object({
  /** Of the act; null in a line of notices, which is read as a whole. */
  id: Nullable(Id),
  code: Nullable(Type.String()),
  title: Type.String(),
  /** Address in the console. */
  to: Type.String(),
  note: Nullable(Type.String()),
  by: Nullable(Type.String()),
  at: Instant,
  agencyName: Nullable(Type.String()),
  why: Nullable(oneOf(TELL_REASONS)),
  isRead: Type.Boolean(),
})
export type Row = Static<typeof Row>

/** What a person was told on one day of one event, or one reason to be notified about one agency. */
export const Line = Type.Object({
  key: Type.String(),
  /** `act`: somebody did something; `notice`: a rule or a letter of urging. */
  source: oneOf(['act', 'notice'] as const),
  onDay: Day,
  event: Type.String(),
  isMention: Type.Boolean({ description: 'The person is mentioned in these comments' }),
  vi: Type.String(),
  en: Type.String(),
  at: Instant,
  count: Type.Integer(),
  /** Ids of what is not read, for `read`. */
  unread: Type.Array(Id),
  /** The newest of them. */
  rows: Type.Array(Row),
  /** Where the rest of a line of notices is listed. */
  more: Nullable(Type.String()),
  /** The agency has no one to be notified: those who follow it up are. */
  isGap: Type.Boolean(),
})
export type Line = Static<typeof Line>
export const LineList = Type.Object({ rows: Type.Array(Line), nextCursor: Nullable(Type.String()) })
export type LineList = Static<typeof LineList>

export const RowsQuery = Type.Object(
  { onDay: Day, event: words(100), isMention: Type.Optional(Type.Boolean()), cursor: Cursor },
  { additionalProperties: false },
)
export type RowsQuery = Static<typeof RowsQuery>
export const RowList = Type.Object({ rows: Type.Array(Row), nextCursor: Nullable(Type.String()) })
export type RowList = Static<typeof RowList>

const Ids = Type.Optional(Type.Array(Id, { maxItems: 5000 }))
/** What to mark as read; everything if both are left out. */
export const Read = Type.Object({ acts: Ids, notices: Ids })
export type Read = Static<typeof Read>
export const Unread = Type.Object({ unread: Type.Integer() })
export type Unread = Static<typeof Unread>

export const Kind = oneOf(TELL_KINDS)
export const ChoiceEdit = Type.Object({ bell: Type.Boolean(), digest: Type.Boolean(), mail: Type.Boolean() })
export type ChoiceEdit = Static<typeof ChoiceEdit>
export const Preference = Type.Object({
  kind: Kind,
  ...ChoiceEdit.properties,
  /** The bell cannot be switched off. */
  isBellKept: Type.Boolean(),
  /** As for everyone who has not chosen. */
  isDefault: Type.Boolean(),
})
export const Preferences = Type.Object({ kinds: Type.Array(Preference) })
export type Preferences = Static<typeof Preferences>
