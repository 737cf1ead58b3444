import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, words } from '../platform/shapes.ts'
import { BasisDocument, State } from '../tasks/index.ts'
import { DraftEdit } from './shapes.ts'

const strict = { additionalProperties: false }

/** How an order outside the documents of the system was given. */
export const ORDER_FORMS = ['meeting', 'phone', 'inPerson', 'document'] as const
export type OrderForm = (typeof ORDER_FORMS)[number]

const Basis = {
  form: oneOf(ORDER_FORMS),
  /** Who ordered, as an official writes it: "Phó Thủ tướng …". */
  givenBy: words(300),
  /** Its tasks count as assigned on this day. */
  givenOn: Day,
  /** What was ordered, and at which meeting. */
  about: words(4000),
}
/** POST /api/outside-orders: the order with its first tasks. A paper outside the system is named by number and day. */
export const NewOrder = Type.Object(
  {
    ...Basis,
    document: Type.Optional(BasisDocument),
    tasks: Type.Array(DraftEdit, { minItems: 1, maxItems: 50 }),
  },
  strict,
)
export type NewOrder = Static<typeof NewOrder>
/** POST /api/outside-orders/:id/tasks */
export const OrderTasks = Type.Object({ tasks: Type.Array(DraftEdit, { minItems: 1, maxItems: 50 }) }, strict)
export type OrderTasks = Static<typeof OrderTasks>
export const OrderMade = Type.Object({ id: Id, taskIds: Type.Array(Id) })
export type OrderMade = Static<typeof OrderMade>

export const OrderRow = Type.Object({
  id: Id,
  form: oneOf(ORDER_FORMS),
  givenBy: Type.String(),
  givenOn: Day,
  about: Type.String(),
  documentNumber: Nullable(Type.String()),
  documentOn: Nullable(Day),
  fileName: Nullable(Type.String()),
  recordedAt: Instant,
  recordedBy: Type.String(),
  /** Tasks that the reader may see. */
  taskCount: Type.Integer(),
})
export type OrderRow = Static<typeof OrderRow>
export const OrderQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 2000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    search: Type.Optional(Type.String({ maxLength: 200 })),
  },
  strict,
)
export type OrderQuery = Static<typeof OrderQuery>
export const OrderList = Type.Object({ rows: Type.Array(OrderRow), nextCursor: Nullable(Type.String()) })
export type OrderList = Static<typeof OrderList>
export const Order = Type.Object({
  ...OrderRow.properties,
  tasks: Type.Array(
    Type.Object({
      id: Id,
      code: Type.String(),
      title: Type.String(),
      leadAgencyName: Type.String(),
      state: State,
      dueOn: Nullable(Day),
    }),
  ),
  /** Whether the reader may add tasks to it. */
  mayAdd: Type.Boolean(),
})
export type Order = Static<typeof Order>
