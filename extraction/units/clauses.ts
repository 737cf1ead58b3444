import type { Passage } from '../language/passage.ts'
import type { Stretch } from '../language/sentences.ts'
import { list } from '../language/vocabulary.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import { scopeAt } from './capacities.ts'
import { phraseText } from './names.ts'
import { type UnitPhrase, unitPhraseAt, verbAt } from './units.ts'
import { NAME_VERBS } from './verbs.ts'

/**
 * The clauses of a list, each without the action that may follow its names: "Sở A chủ trì lập danh sách; Sở B trong phạm
 * vi nhiệm vụ của mình tổ chức phát quang".
 */
export function clausesOf(passage: Passage, from: number, to: number): Stretch[] {
  const clauses: Stretch[] = []
  const words = wordsOf(passage)
  let start = from
  while (start < to) {
    const end = clauseEnd(passage, start, to)
    const first = words[wordAt(words, start)]
    const phrase = first && first.start < end ? unitPhraseAt(passage, first.start, end) : null
    const scope = phrase?.stop === 'word' ? scopeAt(passage, phrase.to, end) : null
    const isCut = phrase !== null && (scope ? scope.acts : isAction(passage, phrase, end))
    const isInner = scope !== null && !scope.acts && scope.to < end && WITHIN.test(passage.lower.slice(phrase!.to, end))
    clauses.push({ from: start, to: isCut || isInner ? phrase!.to : end })
    start = isInner ? scope.to : end
  }
  return clauses
}

/** A scope between names is no part of them: "các sở trong phạm vi nhiệm vụ của mình và các xã". */
const WITHIN = /^,? ?trong (?:phạm vi|thẩm quyền|lĩnh vực)/u

/** The next clause begins at its ";", which keeps the sign as its separator. */
function clauseEnd(passage: Passage, from: number, to: number): number {
  let depth = 0
  for (let at = from; at < to; at++) {
    const sign = passage.text.charAt(at)
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (sign === ';' && depth === 0 && at > from) return at
  }
  return to
}

/** After the names comes what the agencies do; verbs that occur in names are left alone here. */
function isAction(passage: Passage, phrase: UnitPhrase, to: number): boolean {
  const words = wordsOf(passage)
  const at = wordAt(words, phrase.to)
  const word = words[at]
  if (!word || word.start >= to || phrase.stop !== 'verb' || phrase.whole) return false
  const length = verbAt(passage, at, true)
  const verb = phraseText(words, at, length)
  return length > 1 && (ACTIONS.has(verb) || !NAME_VERBS.has(verb))
}

/** Verbs of names that in a list of agencies are what they do. */
const ACTIONS = new Set(list('chủ trì | phối hợp | tham mưu | thực hiện | triển khai | tổ chức | báo cáo'))
