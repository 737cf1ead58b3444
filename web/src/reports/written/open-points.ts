import { type WordsIf, wordsOfCode } from '../../form/field-words.ts'
import type { Language } from '../../ui/format.ts'

/** As the server says it: each sentence in Vietnamese and, at the same place, its code with its English sentence where it has one. */
interface Open {
  open: string[]
  openEn?: { code: string; en: string | null }[] | undefined
}

/** What is to be done on a report, in the reader's language: by its code where the server has no English sentence of it. */
export function openPoints({ open, openEn = [] }: Open, language: Language, words: WordsIf): string[] {
  if (language === 'vi') return open
  return open.map((sentence, place) => {
    const said = openEn[place]
    return said?.en ?? (said && wordsOfCode(said.code, words)) ?? sentence
  })
}
