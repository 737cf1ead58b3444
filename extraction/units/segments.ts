import { hitsOf } from '../language/hits.ts'
import { knownUnitAt } from '../language/known-units.ts'
import { unitsLike } from '../language/letters.ts'
import type { Passage } from '../language/passage.ts'
import { wordAt, wordsOf } from '../language/words.ts'
import { DEPARTMENT_FIELDS, fieldNamesOf } from './fields.ts'

type Separator = ',' | ';' | 'và' | 'cùng' | '/' | '-'

/** A part of a list that may be the name of a party, and the sign before it. */
export interface Segment {
  from: number
  to: number
  separator: Separator | null
}

const isSeparator = unitsLike(/[(),; /+•-]/)

/** Adds the parts of a list, cut at the signs between names; not inside brackets or known names. */
export function addSegments(segments: Segment[], passage: Passage, from: number, to: number): void {
  const { text, lower } = passage
  const closed = protectedPlaces(passage, from, to)
  let start = from
  let separator: Separator | null = null
  let depth = 0
  const cut = (end: number, next: number, sign: Separator): void => {
    addSegment(segments, passage, start, end, separator)
    start = next
    separator = sign
  }
  for (let i = from; i < to; i++) {
    if (!isSeparator(text.charCodeAt(i))) continue
    const sign = text.charAt(i)
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    if (depth > 0 || closed?.has(i)) continue
    if (sign === ',' || sign === ';') cut(i, i + 1, sign)
    else if (sign === ' ') {
      if (!isJoining(lower.charCodeAt(i + 1))) continue
      const word = /^ (?:và|cùng với|cùng(?! cấp)) /.exec(lower.slice(i, i + 10))
      if (word) cut(i, i + word[0].length, word[0] === ' và ' ? 'và' : 'cùng')
      else if (isMinistryBefore(passage, start, i)) cut(i, i + 1, ',')
    } else if (
      sign === '/' &&
      !/\d/.test(text.charAt(i + 1)) &&
      !/^\p{Lu}{1,5}(?!\p{L})/u.test(text.slice(i + 1, i + 7)) &&
      !isComrade(passage, i)
    )
      cut(i, i + 1, '/')
    else if (
      (sign === '-' || sign === '+' || sign === '•') &&
      text.charAt(i + 1) === ' ' &&
      /[;,:.]\s*$/.test(text.slice(Math.max(from, i - 3), i))
    )
      cut(i, i + 1, '-')
  }
  addSegment(segments, passage, start, to, separator)
}

/** The sign inside "đ/c", short for "đồng chí". */
function isComrade({ lower }: Passage, slash: number): boolean {
  return lower.startsWith('đ/c', slash - 1) && !/\p{L}/u.test(`${lower.charAt(slash - 2)}${lower.charAt(slash + 2)}`)
}

/** "Ở Trung ương: Bộ A; ở địa phương: …": where they act, before their names. */
const PLACE_FIRST = /^(?:ở |tại )?(?:trung ương|địa phương|cấp (?:trung ương|tỉnh|huyện|xã|cơ sở)) ?: ?/

/** How "và", "cùng" and "các" begin. */
const isJoining = unitsLike(/[vc]/)
const MINISTRY = new RegExp(`^bộ (?:${DEPARTMENT_FIELDS.join('|')})$`, 'u')

/** "Bộ Quốc phòng các tỉnh A, B": no province has a ministry, so a comma is missing before "các". */
function isMinistryBefore(passage: Passage, start: number, at: number): boolean {
  if (!passage.lower.startsWith(' các ', at)) return false
  return MINISTRY.test(passage.lower.slice(start, at).trim())
}

const PROVINCES_LISTED = /tỉnh(?:,? và |, )thành phố(?: trực thuộc trung ương)?(?:\s*:| (?=\p{L}))/gu
const BRANCHES_LISTED = /(?:bộ|sở)(?:, ban)?, ngành ?:/gu

/** Positions of separators that belong to a known name; null if there are none, as in most lists. */
function protectedPlaces(passage: Passage, from: number, to: number): Set<number> | null {
  const places = new Set<number>()
  if (passage.known.units.next.size > 0) protectKnown(passage, from, to, places)
  for (const name of fieldNamesOf(passage)) {
    for (let k = Math.max(from, name.from); k < Math.min(to, name.to); k++)
      if (isSeparator(passage.text.charCodeAt(k))) places.add(k)
  }
  const folded = passage.lower.slice(from, to)
  if (folded.includes('thành phố')) protectProvinces(passage, from, folded, places)
  if (folded.includes('ngành'))
    for (const hit of hitsOf(BRANCHES_LISTED, folded))
      for (let k = 0; k < hit[0].length; k++) places.add(from + hit.index + k)
  return places.size > 0 ? places : null
}

function protectProvinces(passage: Passage, from: number, folded: string, places: Set<number>): void {
  for (const hit of hitsOf(PROVINCES_LISTED, folded)) {
    const next = passage.text.charAt(from + hit.index + hit[0].length)
    if (!hit[0].endsWith(':') && next === next.toLowerCase()) continue
    for (let k = from + hit.index; k < from + hit.index + hit[0].length; k++)
      if (isSeparator(passage.text.charCodeAt(k))) places.add(k)
  }
}

function protectKnown(passage: Passage, from: number, to: number, places: Set<number>): void {
  const words = wordsOf(passage)
  for (let at = wordAt(words, from); at < words.length && words[at]!.start < to; at++) {
    const length = knownUnitAt(passage, at)?.length ?? 1
    const end = words[at + length - 1]!.end
    if (length > 1) for (let k = words[at]!.start; k < end; k++) places.add(k)
    at += length - 1
  }
}

const isBeforeName = unitsLike(/[\s.,;:–+•*-]/)
const isAfterName = unitsLike(/[\s.,;:–*/-]/)

/** A part of the list, without what stands before and behind its name. */
function addSegment(
  segments: Segment[],
  passage: Passage,
  first: number,
  end: number,
  separator: Separator | null,
): void {
  let from = first
  let to = end
  while (from < to && isBeforeName(passage.text.charCodeAt(from))) from++
  while (to > from && isAfterName(passage.text.charCodeAt(to - 1))) to--
  // The end of a bracket that opened before the name.
  if (passage.text.charAt(to - 1) === ')' && !passage.text.slice(from, to).includes('(')) to--
  const near = passage.lower.slice(from, Math.min(to, from + 30))
  const place = near.includes(':') ? PLACE_FIRST.exec(near) : null
  if (place) from += place[0].length
  const lead =
    /^(?:và |cùng với |cùng |với |do |gồm:? |là |giao (?!thông )|trừ |ngoài |(?:các )?(?:đồng chí|đ\/c) (?=(?:phó |tổng |chánh )?(?:bộ trưởng|thủ trưởng|chỉ huy |giám đốc|chủ tịch|bí thư|trưởng |chánh |cục trưởng|hiệu trưởng|đội trưởng|tổ trưởng|văn phòng)))/.exec(
      passage.lower.slice(from, to),
    )
  if (lead) from += lead[0].length
  if (to > from) segments.push({ from, to, separator })
}
