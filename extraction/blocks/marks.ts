import { isDigit, unitsLike } from '../language/letters.ts'
import { letterValue, romanValue } from '../language/numbers.ts'
import type { Passage } from '../language/passage.ts'
import { remembered } from '../language/remembered.ts'

/** The mark before an item: "II.", "3.", "1.2.", "đ)", "-", "+", "Điều 4." */
export type MarkKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'capital'
  | 'roman'
  | 'number'
  | 'number2'
  | 'number3'
  | 'bracketed'
  | 'letter'
  | 'dash'
  | 'plus'
  | 'bullet'

export interface Mark {
  kind: MarkKind
  /** As it goes into a reference: "II", "3", "1.2", "đ", "Điều 4"; empty for dashes. */
  label: string
  /** Position in its sequence; 0 for dashes. */
  ordinal: number
  /** Where the item's own text begins. */
  length: number
}

/**
 * Depth of each mark, as Nghị định 30/2020/NĐ-CP (Phụ lục I) orders them: phần, chương, mục, điều, khoản, điểm, then the
 * dashes that offices add below.
 */
export const DEPTH: Record<MarkKind, number> = {
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  capital: 5,
  roman: 6,
  number: 7,
  number2: 8,
  number3: 9,
  letter: 10,
  bracketed: 11,
  dash: 12,
  bullet: 13,
  plus: 14,
}

/** By their first letters: most lines begin with others. */
const NAMED: Readonly<Record<string, [RegExp, MarkKind, string]>> = {
  p: [
    /^phần\s+(?:thứ\s+)?([ivxl]{1,6}|\d{1,2}|[a-h]|mở đầu|nhất|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)\s*(?:[.:–-]\s*|(?=\s|$))/iu,
    'part',
    'Phần',
  ],
  c: [/^chương\s+([ivxl\d]{1,6})\s*(?:[.:–-]\s*|(?=\s|$))/iu, 'chapter', 'Chương'],
  m: [/^mục\s+([ivxl\d]{1,4})\s*[.:–-]\s*/iu, 'section', 'Mục'],
  n: [/^(?:nhiệm vụ|nội dung)\s+(?:số\s+)?(\d{1,2})\s*[.:]\s*(?=\p{Lu})/iu, 'number', ''],
  g: [/^giải pháp\s+(?:số\s+)?(\d{1,2})\s*[.:]\s*(?=\p{Lu})/iu, 'number', ''],
  h: [/^hoạt động\s+(?:số\s+)?(\d{1,2})\s*[.:]\s*(?=\p{Lu})/iu, 'number', ''],
  đ: [/^(?:điều|điêu|đièu)\s+(\d{1,3}[a-z]?)\s*(?:[.:]\s*|(?=\s|$))/iu, 'article', 'Điều'],
}
/** Not a quarter: "IV/2026". */
const ROMAN_MARK = /^([IVXLl|]{1,6})\s{0,2}[./)]\s*[-–]?\s*(?!(?<=\/)\d{2})(?=\S|$)/
/** Recognition reads "III." above a heading in capitals as "ILL" and "II." as "Il" or "IL". */
const MISREAD_ROMAN = /^(I[LlI1|]{1,2})[.,]?\s+(?=\p{Lu}{2,}\s\p{Lu}{2,}\s[^\p{Ll}]*$)/u
const NUMBER3_MARK = /^(\d{1,3}(?:\.\d{1,3}){2,4})[.)/]?\s+(?=\S)/
const NUMBER2_MARK = /^(\d{1,3}\.\d{1,2})[.)/]?\s*(?=\p{L}|["“(*])/u
/** Not the number of an act: "15/CĐ-UBND". */
const NUMBER_MARK = /^(\d{1,3})\s?[./]\s*(?!(?<=\/)\p{Lu}{1,6}-\p{Lu})(?=[\p{L}"“([*]|$)/u
const BRACKETED_MARK = /^\(?(\d{1,2}|[ivx]{1,4})\)\s*(?=\S)/
const LETTER_MARK = /^(?:\(([a-zđ])\)|([a-zđA-ZĐ])\s?\))\s*(?=\S|$)/
const LETTER_DOT_MARK = /^([a-zđ])\s?[./]\s+(?=\p{L})/u
const CAPITAL_MARK = /^([A-ZĐ])\s?[./]\s*(?=\p{L}|$)/u
/**
 * The marks of Party documents end in a dash: "I-", "1-", "2.1-", "a-". A capital follows, so that "1-2 ngày" and
 * "5 - 7 doanh nghiệp" at the head of a line are none.
 */
const HYPHENATED: [RegExp, MarkKind][] = [
  [/^([IVX]{1,6})\s?[-–]\s+(?=\p{Lu})/u, 'roman'],
  [/^(\d{1,2}(?:\.\d{1,2}){2})\s?[-–]\s*(?=[\p{Lu}"“(])/u, 'number3'],
  [/^(\d{1,2}\.\d{1,2})\s?[-–]\s*(?=[\p{Lu}"“(])/u, 'number2'],
  [/^(\d{1,2})[-–]\s+(?=[\p{Lu}"“(])/u, 'number'],
  [/^([a-zđ])[-–]\s+(?=\p{Lu})/u, 'letter'],
]
const DASH_MARK = /^[-–—−]\s*(?=[^\s\d-]|\d{1,3}[%\s])/
const PLUS_MARK = /^\+\s*(?=\S)/
const BULLET_MARK = /^(?:[•●▪■◦○*·‒]|o(?=\s\p{Lu}))\s*(?=\S)/u
/** Marks are short; a long paragraph is not searched to the end. */
const LONGEST = 40

const SLIP = /^(?:[-–]|\d{1,2})\s+(?=\(?[a-zđA-ZĐ]\)\s)|^[-–]\s+(?=\d{1,2}\.\s\p{L})/u
const isDash = unitsLike(/[-–]/)

/** The list mark at the start of a passage: each of the steps before the outline asks for it. */
export function markIn(passage: Passage): Mark | null {
  return markOfPassage(passage, 0, 0)
}

const markOfPassage = remembered((passage): Readonly<Mark> | null => markOf(passage.text))

/** The list mark at the start of a line, or null. A dash before a lettered mark ("- a)") is a conversion error. */
export function markOf(text: string): Mark | null {
  const head = text.slice(0, LONGEST)
  const first = head.charCodeAt(0)
  const slip = isDigit(first) || isDash(first) ? SLIP.exec(head) : null
  const skipped = slip?.[0].length ?? 0
  const mark = named(head) ?? lettered(head.slice(skipped)) ?? misread(head) ?? hyphenated(head) ?? dashed(head)
  if (!mark) return null
  return skipped > 0 && !['dash', 'plus', 'bullet'].includes(mark.kind)
    ? { ...mark, length: mark.length + skipped }
    : mark
}

function named(head: string): Mark | null {
  const first = head.charAt(0)
  const own = NAMED[first.toLowerCase()]
  if (!own) return null
  const [pattern, kind, word] = own
  if (kind !== 'article' && first === first.toLowerCase()) return null
  const hit = pattern.exec(head)
  if (!hit) return null
  const name = hit[1] as string
  const ordinal = Number.parseInt(name, 10) || (romanValue(name.toUpperCase()) ?? 1)
  return { kind, label: `${word} ${name}`.trim(), ordinal, length: hit[0].length }
}

/** What every mark of a number or letter has, and how far in at most. */
const isSign = unitsLike(/[./)]/)
const SIGN_REACH = 9
const isRoman = unitsLike(/[IVXLl|]/)

function hasSign(head: string): boolean {
  for (let at = 0; at < SIGN_REACH && at < head.length; at++) if (isSign(head.charCodeAt(at))) return true
  return false
}

function lettered(head: string): Mark | null {
  if (!hasSign(head)) return null
  const first = head.charCodeAt(0)
  const roman = isRoman(first) ? ROMAN_MARK.exec(head) : null
  const value = roman ? romanValue(roman[1] as string) : null
  // "l)" is the letter between k and m; "l." is a capital I misread.
  if (roman && value && !/^l\s*\)/.test(head))
    return mark('roman', (roman[1] as string).replace(/[l|]/g, 'I'), value, roman)
  const number = isDigit(first) ? numbered(head) : null
  if (number) return number
  const bracketed = BRACKETED_MARK.exec(head)
  if (bracketed) return mark('bracketed', bracketed[1] as string, Number(bracketed[1]) || 1, bracketed)
  const letter = LETTER_MARK.exec(head) ?? LETTER_DOT_MARK.exec(head)
  if (letter) {
    const label = ((letter[1] ?? letter[2]) as string).toLowerCase()
    return mark('letter', label, letterValue(label), letter)
  }
  const capital = CAPITAL_MARK.exec(head)
  if (capital) return mark('capital', capital[1] as string, letterValue(capital[1] as string), capital)
  return null
}

function misread(head: string): Mark | null {
  const hit = head.startsWith('I') ? MISREAD_ROMAN.exec(head) : null
  return hit && mark('roman', 'I'.repeat(hit[1]!.length), hit[1]!.length, hit)
}

function numbered(head: string): Mark | null {
  const number3 = NUMBER3_MARK.exec(head)
  if (number3) return mark('number3', number3[1] as string, lastNumber(number3[1] as string), number3)
  const number2 = NUMBER2_MARK.exec(head)
  if (number2) return mark('number2', number2[1] as string, lastNumber(number2[1] as string), number2)
  const number = NUMBER_MARK.exec(head)
  return number && mark('number', String(Number(number[1])), Number(number[1]), number)
}

function hyphenated(head: string): Mark | null {
  if (!/^[\da-zđIVX][\d.IVX]{0,8}\s?[-–]/.test(head)) return null
  for (const [pattern, kind] of HYPHENATED) {
    const hit = pattern.exec(head)
    if (!hit) continue
    const label = hit[1] as string
    if (kind === 'roman') {
      const value = romanValue(label)
      return value ? mark(kind, label, value, hit) : null
    }
    if (kind === 'letter') return mark(kind, label, letterValue(label), hit)
    return mark(kind, label, lastNumber(label), hit)
  }
  return null
}

const BULLETS: readonly [first: (code: number) => boolean, pattern: RegExp, kind: MarkKind][] = [
  [unitsLike(/[-–—−]/), DASH_MARK, 'dash'],
  [unitsLike(/\+/), PLUS_MARK, 'plus'],
  [unitsLike(/[•●▪■◦○*·‒o]/), BULLET_MARK, 'bullet'],
]

function dashed(head: string): Mark | null {
  const code = head.charCodeAt(0)
  for (const [isFirst, pattern, kind] of BULLETS) {
    const hit = isFirst(code) ? pattern.exec(head) : null
    if (hit) return mark(kind, '', 0, hit)
  }
  return null
}

function mark(kind: MarkKind, label: string, ordinal: number, hit: RegExpExecArray): Mark {
  return { kind, label, ordinal, length: hit[0].length }
}

function lastNumber(label: string): number {
  return Number(label.slice(label.lastIndexOf('.') + 1))
}
