import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'

const strict = { additionalProperties: false }
export const DELIVERY_STATES = ['due', 'delivering', 'delivered', 'givenUp'] as const
const OUTCOMES = ['delivered', 'failed', 'lost'] as const

const settings = {
  name: words(120),
  url: Type.String({ minLength: 1, maxLength: 2000 }),
  events: Type.Array(Type.String({ maxLength: 80 }), {
    minItems: 1,
    maxItems: 100,
    uniqueItems: true,
    description: 'Names of events (GET /api/webhooks/events), or only `*` for all',
  }),
}
export const NewEndpoint = Type.Object({ agencyId: Id, ...settings }, strict)
export type NewEndpoint = Static<typeof NewEndpoint>
export const EndpointEdit = Type.Object(settings, strict)
export type EndpointEdit = Static<typeof EndpointEdit>

export const EndpointRow = Type.Object({
  id: Id,
  agencyId: Id,
  agencyName: Type.String(),
  name: Type.String(),
  url: Type.String(),
  events: Type.Array(Type.String()),
  state: oneOf(['active', 'paused']),
  pausedBecause: Nullable(oneOf(['person', 'failure'])),
  failingSince: Nullable(Instant),
  waiting: Type.Integer({ description: 'Deliveries not yet made' }),
  givenUp: Type.Integer({ description: 'Deliveries given up' }),
  lastSequence: Type.Integer({ description: 'Sequence of the last delivery' }),
  lastDeliveredAt: Nullable(Instant),
  formerSecretUntil: Nullable(Type.String({ description: 'The previous secret also signs until then; instant' })),
  madeAt: Instant,
  madeBy: Type.String(),
  version: Version,
})
export const EndpointList = Type.Object({ endpoints: Type.Array(EndpointRow) })
export const EventList = Type.Object({
  events: Type.Array(Type.Object({ name: Type.String(), vi: Type.String(), en: Type.String() })),
})

export const EndpointSecret = Type.Object({
  id: Id,
  secret: Type.String({ description: 'Shown once' }),
  version: Version,
})
export const Renewal = Type.Object(
  {
    overlapHours: Type.Integer({
      minimum: 0,
      maximum: 168,
      description: 'How many hours the previous secret also signs',
    }),
  },
  strict,
)
export type Renewal = Static<typeof Renewal>

export const DeliveryParams = Type.Object({ id: Id, deliveryId: Id })
export const DeliveryQuery = Type.Object({
  state: Type.Optional(oneOf(DELIVERY_STATES)),
  event: Type.Optional(Type.String({ maxLength: 80 })),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
})
export type DeliveryQuery = Static<typeof DeliveryQuery>

export const DeliveryRow = Type.Object({
  id: Id,
  sequence: Nullable(Type.Integer({ description: 'Counts from 1 without gaps; a test has none' })),
  event: Type.String(),
  occurredAt: Instant,
  state: oneOf(DELIVERY_STATES),
  tries: Type.Integer(),
  nextTryAt: Nullable(Instant),
  status: Nullable(Type.Integer({ description: 'HTTP status of the last try' })),
  error: Nullable(Type.String()),
})
export const DeliveryList = Type.Object({ rows: Type.Array(DeliveryRow), nextCursor: Nullable(Type.String()) })

export const DeliveryTry = Type.Object({
  no: Type.Integer(),
  url: Type.String(),
  headers: Type.Record(Type.String(), Type.String()),
  beganAt: Instant,
  milliseconds: Nullable(Type.Integer()),
  outcome: Nullable(oneOf(OUTCOMES)),
  status: Nullable(Type.Integer()),
  answer: Nullable(Type.String({ description: 'The beginning of the answer' })),
  error: Nullable(Type.String()),
})
export const Delivery = Type.Object({
  ...DeliveryRow.properties,
  body: Type.String({ description: 'What was sent, byte for byte' }),
  tryRows: Type.Array(DeliveryTry),
})
export type Delivery = Static<typeof Delivery>

export const Replay = Type.Object(
  {
    after: Type.Integer({
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      description: '`sequence` of the last delivery processed; 0 for all that are kept',
    }),
  },
  strict,
)
export type Replay = Static<typeof Replay>
export const Replayed = Type.Object({ count: Type.Integer({ description: 'Deliveries that will be sent again' }) })
export type Replayed = Static<typeof Replayed>
