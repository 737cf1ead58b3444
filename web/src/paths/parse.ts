/**
 * Parsers for the addresses of the console; paths/<feature>.ts defines those of a feature. An invalid parameter
 * is dropped rather than sent on.
 */

/** Agencies of the day of the figures, or their successors of today. */
/** How tasks given together to several agencies count. */
export const COUNTINGS = ['perMember', 'once'] as const
export const MAPS = ['ofDay', 'today'] as const

export type Raw = Record<string, unknown>

export const text = (value: unknown, limit = 500): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && String(value) !== ''
    ? String(value).slice(0, limit)
    : undefined

/** For filters where the empty value has a meaning: tasks without a group, without a document. */
export const textOrNothing = (value: unknown, limit: number) => (value === '' ? '' : text(value, limit))

/** An instant as addresses of figures have it: "2021-03-02T02:00:00.000001Z". */
export const instant = (value: unknown) => {
  const found = text(value, 40)
  return found && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(found) ? found : undefined
}
export const day = (value: unknown) => {
  const found = text(value)
  return found && /^\d{4}-\d{2}-\d{2}$/.test(found) && !Number.isNaN(Date.parse(found)) ? found : undefined
}

export const month = (value: unknown) => {
  const found = text(value)
  return found && /^\d{4}-(0[1-9]|1[0-2])$/.test(found) ? found : undefined
}

export const id = (value: unknown) => {
  const found = text(value)
  return found && /^[1-9]\d{0,14}$/.test(found) ? Number(found) : undefined
}

export const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (value: unknown): Word | undefined =>
    words.find((word) => word === value)

/** A record without its undefined members, which would appear empty in the address. */
export function compact<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
}

export const daysOf = (value: unknown) => {
  const found = id(value)
  return found !== undefined && found <= 365 ? found : undefined
}

/** `?name=value&…` of a record, in its key order, lists joined by commas; '' if empty. */
export function queryString(record: object): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(record)) {
    if (value !== undefined && value !== null) query.set(name, String(value))
  }
  return query.size > 0 ? `?${query}` : ''
}

/** Query strings of the console are plain text; each route parses its own. */
export const readQuery = (query: string): Raw => Object.fromEntries(new URLSearchParams(query))
