/** Days and times of edXML: `YYYY/MM/DD` and `yyyy/MM/dd HH:mm:ss`, Viet Nam's time without a zone; and every shape that real senders write. */

const ZONE = 'Asia/Ho_Chi_Minh'
/** What stands in a field that has to be filled and has no value. */
const NOTHING = /^(?:n\/?a|null|none|-+|\.+)?$/i

export const isNothing = (said: string): boolean => NOTHING.test(said.trim())

export interface DayRead {
  /** `YYYY-MM-DD`. */
  day: string | null
  /** Nothing said; as the standard writes it; another shape of a day; no day of the calendar. */
  shape: 'none' | 'standard' | 'other' | 'wrong'
}

/** A day, with or without a time. `dd/MM/yyyy` has its day first: nobody in Viet Nam writes the month first. */
export function readDay(said: string): DayRead {
  const text = said.trim()
  if (isNothing(text)) return { day: null, shape: 'none' }
  const [on] = text.split(/[T\s]/) as [string]
  const parts = partsOf(on)
  const day = parts && plainDate(parts)
  if (!day) return { day: null, shape: 'wrong' }
  return { day: day.toString(), shape: /^\d{4}\/\d{2}\/\d{2}$/.test(text) ? 'standard' : 'other' }
}

/** An instant; null where no time of a day is said, or none that is. */
export function readInstant(said: string): Temporal.Instant | null {
  const text = said.trim()
  const at = /^(\S+?)[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text)
  const parts = at && partsOf(at[1]!)
  const day = parts && plainDate(parts)
  if (!day) return null
  const [hour, minute, second] = [Number(at[2]), Number(at[3]), Number(at[4] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return null
  const time = Temporal.PlainTime.from({ hour, minute, second })
  const zone = at[5] === undefined ? ZONE : at[5] === 'Z' ? 'UTC' : at[5].replace(/(\d{2}):?(\d{2})$/, '$1:$2')
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
}

const partsOf = (on: string): readonly [year: string, month: string, day: string] | null => {
  const first = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(on)
  if (first) return [first[1]!, first[2]!, first[3]!]
  const last = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(on)
  return last && [last[3]!, last[2]!, last[1]!]
}

function plainDate([year, month, day]: readonly [string, string, string]): Temporal.PlainDate | null {
  if (Number(year) < 1945 || Number(year) > 2199) return null
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}

/** `day`: YYYY-MM-DD. */
export const writeDay = (day: string): string => day.replaceAll('-', '/')

export function writeInstant(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(ZONE)
  return `${writeDay(local.toPlainDate().toString())} ${local.toPlainTime().toString({ smallestUnit: 'second' })}`
}
