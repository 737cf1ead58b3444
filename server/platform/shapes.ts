import { type Static, type TSchema, Type } from 'typebox'

/** A value or null, as in JSON. */
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** One of a few words. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })

/** From 1900 on: an earlier year is a typing error, and a calculation back from year 1 leaves the calendar. */
const YEAR = '^(19|[2-9]\\d)\\d{2}'
/** Text with a letter, digit or symbol in it. */
export const SOMETHING = '\\S'
/** Free text: not empty, and not more than `maxLength` characters. */
export const words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: SOMETHING })

/** A calendar day in Viet Nam, "2021-02-28". */
export const Day = Type.String({ format: 'date', pattern: `${YEAR}-`, description: 'Calendar day, Asia/Ho_Chi_Minh' })
/** An instant, ISO 8601 with offset. */
export const Instant = Type.String({ description: 'Instant, ISO 8601' })
/** An instant that is asked for: "2021-03-02T02:00:00.000001Z". */
export const AskedInstant = Type.String({
  format: 'date-time',
  pattern: `${YEAR}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$`,
  description: 'Instant in UTC, ISO 8601',
})
/** A calendar month, "2021-02". */
export const Month = Type.String({ pattern: `${YEAR}-(0[1-9]|1[0-2])$`, description: 'Calendar month' })
export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
export const IdParams = Type.Object({ id: Id })
export type IdParams = Static<typeof IdParams>
export const Version = Type.Integer({ minimum: 1, description: 'Send it back as If-Match' })

export const Changed = Type.Object({ version: Version })
