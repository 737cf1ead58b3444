import type { Hit, Printed } from '../printed.ts'

/** One way of writing a day, a period, a rhythm or a rule. */
export interface Form {
  name: string
  /** As officials write it; a test reads every one with this form. */
  examples: readonly string[]
  /** Over folded text, global, bounded, so that a search is linear. */
  pattern: RegExp
  /** Null if the words only look like this form. */
  read(hit: Hit): Printed | null
}

/** A letter of folded text, as few ranges: each expression that has all letters of Unicode is slow to compile. */
const LETTER = 'a-z\\u00df-\\u00f6\\u00f8-\\u024f\\u0370-\\u1fff'
/**
 * Begins no word or number that goes on to the left. The border of an ASCII word comes first: it is the cheapest look at each
 * place of a text. It takes the underscore for a letter, so that is searched as another sign of a blank (scan.ts).
 */
const START = `\\b(?<![${LETTER}\\d]|\\d[/.,])`
/** Ends no word or number that goes on to the right. */
const END = `(?![${LETTER}\\d]|/\\d)`

export const YEAR = '(?:19|20)\\d{2}'
export const NUMBER =
  '(?:\\d{1,3}|(?:(?:hai|ba|bon|nam|sau|bay|tam|chin) )?muoi (?:mot|hai|ba|bon|tu|lam|nam|sau|bay|tam|chin)|(?:hai|ba|bon|nam|sau|bay|tam|chin) muoi|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)'
export const MONTH_WORDS = '(?:gieng|hai|ba|tu|nam|sau|bay|tam|chin|muoi mot|muoi hai|muoi|mot)'
export const QUARTER = '(?:iv|i{1,3}|[1-4])'

/** A pattern that matches whole words and numbers only. */
export function pattern(source: string, end = END): RegExp {
  return new RegExp(`${START}(?:${source})${end}`, 'gu')
}

const MONTHS = ['', 'mot', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi', 'muoi mot', 'muoi hai']

/** "6", "06", "sau" and "gieng" as the number of a month. */
export function monthNumber(folded: string): number {
  if (/^\d+$/.test(folded)) return Number(folded)
  return folded === 'gieng' ? 1 : MONTHS.indexOf(folded)
}

const SMALL = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']

/** "15", "hai", "mười lăm", "ba mươi" as a number. */
export function amountOf(folded: string): number {
  if (/^\d+$/.test(folded)) return Number(folded)
  const [tens, ones] = folded.includes('muoi') ? folded.split('muoi') : ['', folded]
  const ten = folded.includes('muoi') ? (tens?.trim() ? SMALL.indexOf(tens.trim()) : 1) * 10 : 0
  const one = ones?.trim() ?? ''
  if (one === '') return ten
  return ten + (one === 'lam' ? 5 : one === 'tu' ? 4 : SMALL.indexOf(one))
}
