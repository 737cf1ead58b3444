import type { Problem } from '@dieuhanh/client'
import type { Language } from '../ui/format.ts'

export type FieldProblem = Problem['fields'][number]
/** The words under a key of i18n, if there are any. */
export type WordsIf = (key: string) => string | undefined

/** The words for the code of a field: those written for fields, then those of the same code as the error of a request. */
export function wordsOfCode(code: string, words: WordsIf): string | undefined {
  const key = code.replaceAll('.', '_')
  return words(`fieldErrors.${key}`) ?? words(`errors.${key}`)
}

/**
 * What is wrong with a field, in the reader's language. The server's sentence is Vietnamese and knows the case (which day,
 * how many characters), so in Vietnamese it is taken as it is; in English the words are found by the code.
 */
export function fieldWords({ code, message }: FieldProblem, language: Language, words: WordsIf): string {
  return language === 'en' ? (wordsOfCode(code, words) ?? message) : message
}

/** What is wrong, laid beside the fields of a form it belongs to; `unplaced` belongs to none of them. */
export interface Placed {
  fields: { name: string; errors: string[] }[]
  unplaced: string[]
}

/**
 * Finds for each error its field: the first part of its path that is one ("post.title" is `title` where the form has no
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
