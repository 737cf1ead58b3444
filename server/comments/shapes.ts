import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, oneOf, Version } from '../platform/shapes.ts'
import { MOST_MENTIONS } from './words.ts'

export const AUDIENCES = ['shared', 'internal'] as const
export const Audience = oneOf(AUDIENCES)
export type Audience = Static<typeof Audience>

const place = (description: string) => Type.Integer({ minimum: 0, maximum: 20_000, description })
export const NewMention = Type.Object({
  personId: Id,
  start: place('Place of the @ in `body`, in UTF-16 units'),
  end: place('Where the mention ends; its characters are replaced by @ and the name of the person'),
})
/** Twice the length that is allowed: what is cleaned away does not count, and the refusal is worded by the act. */
const Body = Type.String({ minLength: 1, maxLength: 10_000, description: 'Plain text, at most 4000 characters' })
export const Words = Type.Object({
  body: Body,
  mentions: Type.Optional(Type.Array(NewMention, { maxItems: MOST_MENTIONS })),
})
export type Words = Static<typeof Words>
export const NewThread = Type.Object({ audience: Audience, ...Words.properties })
export type NewThread = Static<typeof NewThread>

export const Mention = Type.Object({
  personId: Id,
  name: Type.String({ description: 'As the person was called then' }),
  start: Type.Integer(),
  end: Type.Integer(),
})
export const Comment = Type.Object({
  id: Id,
  version: Version,
  by: Type.String(),
  byId: Id,
  title: Nullable(Type.String()),
  agencyName: Type.String({ description: 'As it was called then' }),
  madeAt: Instant,
  body: Nullable(Type.String({ description: 'Null: withdrawn by its author' })),
  mentions: Type.Array(Mention),
  /** The texts before the present one, oldest first. */
  earlier: Type.Array(Type.Object({ body: Type.String(), madeAt: Instant })),
  correctedAt: Nullable(Instant),
  withdrawnAt: Nullable(Instant),
  isNew: Type.Boolean({ description: 'By another person, and not seen yet by the reader' }),
  may: Type.Array(oneOf(['correct', 'withdraw'] as const)),
  correctUntil: Nullable(Instant),
})
export type Comment = Static<typeof Comment>
export const Thread = Type.Object({
  id: Id,
  audience: Audience,
  comments: Type.Array(Comment, { description: 'The first one and the latest; `left` others are between them' }),
  left: Type.Integer(),
})
export type Thread = Static<typeof Thread>
export const ThreadList = Type.Object({
  threads: Type.Array(Thread, { description: 'Newest first' }),
  nextCursor: Nullable(Type.String()),
  /** The audiences that the reader may write for. */
  audiences: Type.Array(Audience),
  mayComment: Type.Boolean(),
  isClosed: Type.Boolean({ description: 'The task is cancelled: nothing is added' }),
  unread: Type.Integer({ description: 'At most 100' }),
  newest: Nullable(Id),
})
export type ThreadList = Static<typeof ThreadList>
export const ThreadsQuery = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, description: '20 where left out' })),
})
export type ThreadsQuery = Static<typeof ThreadsQuery>
export const ThreadParams = Type.Object({ id: Id, threadId: Id })

export const ReadersQuery = Type.Object({
  audience: Audience,
  words: Type.Optional(Type.String({ maxLength: 100 })),
})
export type ReadersQuery = Static<typeof ReadersQuery>
export const Readers = Type.Object({
  people: Type.Array(
    Type.Object({ personId: Id, name: Type.String(), title: Type.String(), agencyName: Type.String() }),
  ),
})
export const Seen = Type.Object({ upTo: Id })
export const MadeComment = Type.Object({ id: Id, threadId: Id })
