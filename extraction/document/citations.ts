import { isoDay } from '../deadlines/days.ts'
import type { Passage } from '../language/passage.ts'
import type { Citation } from '../shapes.ts'
import { NOTATION, repairNotation, TYPE_NAMES, typeOfNotation } from './notation.ts'

const TYPE_BEFORE = new RegExp(`(${TYPE_NAMES.join('|')})[^;.,]{0,60}?(?:số:?)?\\s*$`, 'iu')
const DAY_AFTER = /^[^;.]{0,40}?ngày\s+(\d{1,2})(?:\s+tháng\s+|\s?[/.-]\s?)(\d{1,2})(?:\s+năm\s+|\s?[/.-]\s?)(\d{4})/iu

/** Documents cited in a passage by number, each with its type and day if the text gives them. */
export function citationsIn(passage: Passage, from = 0, to = passage.text.length): Citation[] {
  const text = passage.text.slice(from, to)
  const found: Citation[] = []
  for (const hit of text.matchAll(NOTATION)) {
    const number = repairNotation(hit[0])
    const before = text.slice(Math.max(0, hit.index - 90), hit.index)
    const named = TYPE_BEFORE.exec(before)
    if (!named && !/số:?\s*$/i.test(before) && !/[A-ZĐ]{1,4}[-/]/u.test(hit[4] ?? '')) continue
    const after = text.slice(hit.index + hit[0].length)
    const day = DAY_AFTER.exec(after.slice(0, 90))
    const type = named
      ? (TYPE_NAMES.find((name) => name.toLowerCase() === named[1]!.toLowerCase()) ?? null)
      : typeOfNotation(number)
    found.push({
      number,
      type,
      issuedOn: day ? isoDay(Number(day[3]), Number(day[2]), Number(day[1])) : null,
      span: passage.span(from + hit.index, from + hit.index + hit[0].length),
    })
  }
  return found
}

/** The first mention of each number, with the day from any mention that gives one. */
export function distinct(citations: readonly Citation[]): Citation[] {
  const byNumber = new Map<string, Citation>()
  for (const one of citations) {
    const known = byNumber.get(one.number)
    if (!known) byNumber.set(one.number, { ...one })
    else if (!known.issuedOn && one.issuedOn) known.issuedOn = one.issuedOn
  }
  return [...byNumber.values()]
}
