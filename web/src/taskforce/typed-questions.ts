import type { Body } from '@dieuhanh/client'

type NewQuestion = Body<'/api/taskforce/dialogues/{id}/questions'>['questions'][number]
export type AskerKind = NewQuestion['askerKind']

/** As a word of its own: "DN A", not "DNA". */
const word = (...words: string[]) => new RegExp(`(?<![\\p{L}\\d])(?:${words.join('|')})(?![\\p{L}\\d])`, 'iu')
const KINDS: readonly [AskerKind, RegExp][] = [
  ['council', word('hội đồng')],
  ['association', word('hiệp hội', 'liên đoàn', 'phòng thương mại', 'câu lạc bộ', 'liên hiệp', 'liên minh', 'vcci')],
  // At the beginning alone: it is a given name too, and part of other words ("xã hội").
  ['association', /^(?:trung ương\s+|chi\s+)?hội(?![\p{L}\d])/iu],
  [
    'firm',
    word(
      'công ty',
      'cty',
      'tnhh',
      'doanh nghiệp',
      'dn',
      'dntn',
      'tập đoàn',
      'tổng công ty',
      'hợp tác xã',
      'htx',
      'hộ kinh doanh',
      'xí nghiệp',
      'nhà máy',
      'ngân hàng',
    ),
  ],
  ['person', /^(?:ông|bà|anh|chị|cô|chú|công dân|người dân|cử tri)(?![\p{L}\d])/iu],
]
/**
 * What an asker is by the words of the name; undefined: they do not say. The word that stands first decides: "Hiệp hội Doanh nghiệp"
 * is an association, "Công ty của Liên đoàn" a firm.
 */
export const kindOf = (asker: string): AskerKind | undefined =>
  KINDS.map(([kind, words]) => ({ kind, at: asker.search(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]?.kind

export interface TypedQuestion {
  /** Of the text, counted from 1. */
  line: number
  /** Empty: not named, which the line says by beginning with the mark. */
  asker: string
  words: string
}
export interface TypedQuestions {
  questions: TypedQuestion[]
  /** Lines that do not say who asks. */
  unmarked: number[]
  /** Lines in which the same asker asks what an earlier line asks. */
  twice: { line: number; first: number }[]
  /** Who asks and is neither a firm nor another kind by the words of the name, each once. */
  unknown: string[]
}

/**
 * Questions as typed or pasted, one on each line: "who asks | the question", or "| the question" where nobody is named. A line of a
 * sheet (who, tab, question) is read the same. What cannot be read is said, not guessed.
 */
export function typedQuestions(typed: string): TypedQuestions {
  const read: TypedQuestions = { questions: [], unmarked: [], twice: [], unknown: [] }
  const seen = new Map<string, number>()
  for (const [place, text] of typed.split('\n').entries()) {
    const line = place + 1
    if (text.trim() === '') continue
    const [, who, words] = /^([^|\t]{0,300})[|\t](.*\S.*)$/u.exec(text.trimEnd()) ?? []
    if (who === undefined || words === undefined) {
      read.unmarked.push(line)
      continue
    }
    const question = { line, asker: who.trim(), words: words.trim() }
    const key = `${question.asker}|${question.words}`.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ')
    const first = seen.get(key)
    if (first === undefined) seen.set(key, line)
    else read.twice.push({ line, first })
    read.questions.push(question)
  }
  const named = new Set(read.questions.map(({ asker }) => asker))
  read.unknown = [...named].filter((asker) => asker !== '' && kindOf(asker) === undefined)
  return read
}

/** As they are sent; `kinds` says what those are whose names do not. Who is not named is a person. */
export const questionsToSend = (
  { questions }: TypedQuestions,
  kinds: Readonly<Record<string, AskerKind>>,
  unnamed: string,
): NewQuestion[] =>
  questions.map(({ asker, words }) => ({
    asker: asker || unnamed,
    askerKind: asker === '' ? 'person' : (kindOf(asker) ?? kinds[asker] ?? 'person'),
    words,
  }))
