/** What the forms of this room share. */
import { Type } from 'typebox'
import { AskedInstant, Day, Id, Nullable, words } from '../platform/shapes.ts'

export const strict = { additionalProperties: false }
export const Words = words(4000)
export const Line = words(300)
export const Long = words(20_000)
export const Document = Type.Optional(words(300))
export const Reasoned = Type.Object({ reason: Words }, strict)
export const AgencyName = Type.Object({ id: Id, name: Type.String() })
/** What the reader may do now: the buttons of a screen. */
export const mayOf = <const T extends readonly string[]>(acts: T) =>
  Type.Array(Type.Unsafe<T[number]>({ type: 'string', enum: [...acts] }))
export const Text = Nullable(Type.String())
export const Cursor = Type.Optional(Type.String({ maxLength: 300 }))
export const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 200, description: '50 where left out' }))
export const PAGE = 50

/** The period and the days of a figure whose rows are asked for; `knownOn`: what was recorded after it does not count. */
export const FigureDays = {
  from: Type.Optional(Day),
  asOf: Type.Optional(Day),
  knownOn: Type.Optional(Day),
  /** What was recorded at this instant or later does not count either. */
  knownBefore: Type.Optional(AskedInstant),
}
export interface FigureRows {
  from?: string
  asOf?: string
  knownOn?: string
  knownBefore?: string
}
