/** Formats days, numbers and names for display. Days are ISO strings ("2021-02-28") in Viet Nam time. */

export type Language = 'vi' | 'en'

const locales = { vi: 'vi-VN', en: 'en-GB' } as const
/** Each takes a slow computer 20 ms or more to create: created once, on first use. */
let collator: Intl.Collator | undefined
const numberFormats = new Map<string, Intl.NumberFormat>()

/** Vietnamese collation: đ after d, then by tone marks. */
export function compareVi(a: string, b: string): number {
  collator ??= new Intl.Collator('vi', { numeric: true })
  return collator.compare(a, b)
}

/** 28/02/2021, in both languages: the country's format. */
export function showDay(day: string | null | undefined): string {
  if (!day) return ''
  const [year, month, date] = day.slice(0, 10).split('-')
  return `${date}/${month}/${year}`
}

/** "09:05 28/02/2021" of an instant, always in Viet Nam time. */
export function showInstant(instant: string | null | undefined): string {
  if (!instant) return ''
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Ho_Chi_Minh',
      hour12: false,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.get('hour')}:${parts.get('minute')} ${parts.get('day')}/${parts.get('month')}/${parts.get('year')}`
}

/** 10.527 and 3,25 in Vietnamese, 10,527 and 3.25 in English. */
export function showNumber(value: number, language: Language, digits = 6): string {
  const key = `${language} ${digits}`
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locales[language], { maximumFractionDigits: digits })
    numberFormats.set(key, format)
  }
  return format.format(value)
}

/** "100%", "12,5 triệu hồ sơ", "10–15%" for a range. */
export function showQuantity(value: number, max: number | null, unit: string, language: Language): string {
  const range =
    max === null ? showNumber(value, language) : `${showNumber(value, language)}–${showNumber(max, language)}`
  return unit === '%' || unit === '' ? `${range}${unit}` : `${range} ${unit}`
}

/** The unit to print before a measure: none if that begins with it, as in "40 thùng rác tại các chợ". */
export function unitBeside(measure: string, unit: string): string {
  return measure.toLocaleLowerCase('vi').startsWith(unit.toLocaleLowerCase('vi')) ? '' : unit
}

/** A figure the server printed by its rounding rule ("3,2%"), in the user's language; digits are never changed. */
export function showPrinted(printed: string, language: Language): string {
  if (language === 'vi') return printed
  return printed.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','))
}

/** "02/2021" of "2021-02". */
export const showMonth = (month: string): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`

export function showBytes(bytes: number, language: Language): string {
  if (bytes < 1024) return `${bytes} B`
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB']
  return `${showNumber(size, language, 1)} ${unit}`
}

/** A title on a narrow page: no line ends inside the names that are on every paper, nor before a month or a year. */
export const boundTitle = (title: string): string =>
  title.replace(/(Chính|Thủ|tháng|năm|\d) (?=phủ|tướng|năm|\d)/gu, '$1\u00a0')

/** Capitalises a title: text cut out of a document often begins in the middle of a sentence. */
export const asSentence = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)

const dayMilliseconds = 86_400_000
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)
const iso = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => iso(utc(day) + days * dayMilliseconds)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / dayMilliseconds)

/** Last day of the month of a day or of a month ("2021-02" → "2021-02-28"). */
export function monthEnd(dayOrMonth: string): string {
  const [year, month] = dayOrMonth.split('-').map(Number)
  return iso(Date.UTC(year ?? 0, month ?? 1, 0))
}

/** The month `months` away from the month of a day or of a month: ("2021-01", -1) → "2020-12". */
export function shiftMonth(dayOrMonth: string, months: number): string {
  const [year, month] = dayOrMonth.split('-').map(Number)
  return iso(Date.UTC(year ?? 0, (month ?? 1) - 1 + months, 1)).slice(0, 7)
}

/** The last month that has ended by `today`. */
export const lastFullMonth = (today: string): string =>
  monthEnd(today) === today ? today.slice(0, 7) : shiftMonth(today, -1)

/** Vietnamese without diacritics, lower case, spaces collapsed: "Nghị quyết 02" equals "nghi quyet 02". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** A number typed by a person: "12,5", "12.5", "1.234,5", "1 234"; null if it is not a number. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0]/g, '')
  if (!/^-?[\d.,]+$/.test(plain)) return null
  const comma = plain.lastIndexOf(',')
  const dot = plain.lastIndexOf('.')
  const normal =
    comma > dot
      ? plain.replace(/\./g, '').replace(',', '.')
      : /^-?\d{1,3}(\.\d{3})+$/.test(plain)
        ? plain.replace(/\./g, '')
        : plain.replace(/,/g, '')
  const value = Number(normal)
  return Number.isFinite(value) && /\d/.test(normal) ? value : null
}
