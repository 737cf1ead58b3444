import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { ItemCard } from './shapes.ts'

const strict = { additionalProperties: false }
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'Time of day in Viet Nam' })
export const SetSitting = Type.Object(
  {
    on: Day,
    from: Time,
    to: Time,
    title: words(500),
    place: Type.Optional(words(300)),
    chair: words(200),
    attending: Type.Optional(words(1000)),
    itemId: Type.Optional(Id),
  },
  strict,
)
export type SetSitting = Static<typeof SetSitting>
export const Sitting = Type.Object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  title: Type.String(),
  place: Nullable(Type.String()),
  chair: Type.String(),
  attending: Nullable(Type.String()),
  item: Nullable(Type.Object({ id: Id, code: Type.String(), name: Type.String() })),
  version: Version,
  changedAt: Instant,
})
export type Sitting = Static<typeof Sitting>
export const WeekQuery = Type.Object({ on: Type.Optional(Day) }, strict)
export const Week = Type.Object({
  firstOn: Day,
  lastOn: Day,
  sittings: Type.Array(Sitting),
  due: Type.Array(ItemCard),
  mayKeep: Type.Boolean(),
})
export type Week = Static<typeof Week>
export const NewFeed = Type.Object(
  {
    /** week: the week's programme; due: due days of the entries one may read. */ scope: oneOf([
      'week',
      'due',
    ] as const),
    /** Only what this person chairs. */ chair: Type.Optional(words(200)),
  },
  strict,
)
export type NewFeed = Static<typeof NewFeed>
export const Feed = Type.Object({
  id: Id,
  scope: oneOf(['week', 'due'] as const),
  chair: Nullable(Type.String()),
  addedAt: Instant,
  lastReadAt: Nullable(Instant),
})
export type Feed = Static<typeof Feed>
export const FeedList = Type.Object({ rows: Type.Array(Feed) })
export const AddedFeed = Type.Object({ id: Id, /** Shown once. */ address: Type.String() })
