import { type Static, type TSchema, Type } from 'typebox'

/** A value or null, as JSON says it. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** One of a few words. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })

/** A calendar day in Viet Nam, "2021-02-28". */
export const Day = Type.String({ format: 'date', description: 'Calendar day, Asia/Ho_Chi_Minh' })
/** An instant, ISO 8601 with offset. */
export const Instant = Type.String({ description: 'Instant, ISO 8601' })
/** A calendar month, "2021-02". */
export const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'Calendar month' })
export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
export const IdParams = Type.Object({ id: Id })
export type IdParams = Static<typeof IdParams>
export const Version = Type.Integer({ minimum: 1, description: 'Send it back as If-Match' })

/** The body of an act that needs nothing but a word of explanation. */
export const Note = Type.Object(
  { note: Type.Optional(Type.String({ maxLength: 4000 })) },
  { additionalProperties: false },
)
export const Changed = Type.Object({ version: Version })
