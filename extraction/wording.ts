/** Sentences that people read, in Vietnamese and in English, with the values that they name. */
export type Language = 'vi' | 'en'

export interface Wording<Values> {
  vi: (values: Values) => string
  en: (values: Values) => string
  /** It names no values. */
  isFixed?: true
}

type NoValues = Record<never, never>

/** A wording in both languages with the values that it names. */
export const worded = <Values>(vi: (values: Values) => string, en: (values: Values) => string): Wording<Values> => ({
  vi,
  en,
})
/** A wording that names no values. */
export const fixed = (vi: string, en: string): Wording<NoValues> => ({ vi: () => vi, en: () => en, isFixed: true })

/** “one”, “two” */
export const quoted = (words: readonly string[]): string => words.map((one) => `“${one}”`).join(', ')

/** The sentence as it is kept: in Vietnamese, and the values to say it in another language, if it names any. */
export function said<Kept extends object>(wording: Wording<never>, values: object): { message: string; values?: Kept } {
  const message = (wording as Wording<object>).vi(values)
  return Object.keys(values).length > 0 ? { message, values: values as Kept } : { message }
}
