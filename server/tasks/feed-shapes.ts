import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, oneOf } from '../platform/shapes.ts'

export const FeedCard = Type.Object({
  id: Id,
  /** mine: what the bodies the person works for have to do; body: what one body leads. */
  scope: oneOf(['mine', 'body'] as const),
  agencyId: Nullable(Id),
  agencyName: Nullable(Type.String()),
  madeAt: Instant,
  lastReadAt: Nullable(Instant),
})
export type FeedCard = Static<typeof FeedCard>
export const FeedList = Type.Object({ feeds: Type.Array(FeedCard) })
export const NewFeed = Type.Object({
  scope: oneOf(['mine', 'body'] as const),
  agencyId: Type.Optional(Id),
})
export type NewFeed = Static<typeof NewFeed>
export const MadeFeed = Type.Object({
  id: Id,
  /** Shown this once: only its hash is kept. */
  address: Type.String(),
})
