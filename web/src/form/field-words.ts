import type { Problem } from '@dieuhanh/client'
import type { Language } from '../ui/format.ts'

export type FieldProblem = Problem['fields'][number]
/** The text of an i18n key, if there is one. */
export type WordsIf = (key: string) => string | undefined

/** The text for a field code: the one for fields first, then the one for the same code of a request error. */
export function wordsOfCode(code: string, words: WordsIf): string | undefined {
  const key = code.replaceAll('.', '_')
  return words(`fieldErrors.${key}`) ?? words(`errors.${key}`)
}

/**
 * The error of a field, in the user's language. The server's sentence is Vietnamese and has the details (which day,
 * how many characters), so Vietnamese uses it as is; the English text is looked up by code.
 */
export function fieldWords({ code, message }: FieldProblem, language: Language, words: WordsIf): string {
  return language === 'en' ? (wordsOfCode(code, words) ?? message) : message
}

/** Errors by form field; `unplaced` are those of no field. */
export interface Placed {
  fields: { name: string; errors: string[] }[]
  unplaced: string[]
}

/**
 * Finds the field of each error: the first part of its path that is one ("post.title" is `title` if the form has no
 * `post`; "body.percent" of an act on many tasks is `percent`).
 */
export function place(
  errors: readonly FieldProblem[],
  names: readonly string[],
  wordsOf: (error: FieldProblem) => string,
): Placed {
  const fields = new Map<string, string[]>()
  const unplaced: string[] = []
  for (const error of errors) {
    const name = error.path.split('.').find((part) => names.includes(part))
    if (name === undefined) unplaced.push(wordsOf(error))
    else fields.set(name, [...(fields.get(name) ?? []), wordsOf(error)])
  }
  return { fields: [...fields].map(([name, found]) => ({ name, errors: [...new Set(found)] })), unplaced }
}
