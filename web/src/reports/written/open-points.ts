import { type WordsIf, wordsOfCode } from '../../form/field-words.ts'
import type { Language } from '../../ui/format.ts'
import type { ReportText } from './queries.ts'

/** What is to be done on a report, in the reader's language: by its code where the server has no English sentence of it. */
export function openPoints(
  { open, openEn = [] }: Pick<ReportText, 'open' | 'openEn'>,
  language: Language,
  words: WordsIf,
): string[] {
  if (language === 'vi') return open
  return open.map((sentence, place) => {
    const said = openEn[place]
    return said?.en ?? (said && wordsOfCode(said.code, words)) ?? sentence
  })
}
