import type { Passage } from '../language/passage.ts'
import { phraseAt, type Word } from '../language/words.ts'
import { HELD, VERBS } from './names.ts'

/**
 * Whether "tổ chức" here is the noun; null where what follows it does not tell. "Tổ chức hội nghị" and "Tổ chức, quán triệt"
 * are what is done.
 */
export function isOrganisation(passage: Passage, words: readonly Word[], at: number): boolean | null {
  if (isMember(words, at + 2)) return true
  const isListed = words[at]!.capital && passage.text[words[at + 1]!.end] === ',' && phraseAt(words, at + 2, VERBS) > 0
  return isListed || phraseAt(words, at + 2, HELD) > 0 ? false : null
}

/** "tổ chức thành viên": the noun, not the verb. */
export function isMember(words: readonly Word[], at: number): boolean {
  return words[at]?.lower === 'thành' && words[at + 1]?.lower === 'viên'
}
