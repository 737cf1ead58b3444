import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, oneOf } from '../platform/shapes.ts'

export const CalendarAddress = Type.Object({
  id: Id,
  /** mine: deadlines of the agencies the person works for; agency: deadlines of the tasks one agency leads. */
  scope: oneOf(['mine', 'agency'] as const),
  agencyId: Nullable(Id),
  agencyName: Nullable(Type.String()),
  addedAt: Instant,
  lastReadAt: Nullable(Instant),
})
export type CalendarAddress = Static<typeof CalendarAddress>
export const CalendarAddressList = Type.Object({ addresses: Type.Array(CalendarAddress) })
export const NewCalendarAddress = Type.Object({
  scope: oneOf(['mine', 'agency'] as const),
  agencyId: Type.Optional(Id),
})
export type NewCalendarAddress = Static<typeof NewCalendarAddress>
export const AddedCalendarAddress = Type.Object({
  id: Id,
  /** Shown only once: only its hash is kept. */
  address: Type.String(),
})
