import { plain } from '../language/fold.ts'
import type { Deadline, Warning } from '../shapes.ts'
import { type WhyOpen, warning } from '../warnings.ts'
import { SURE } from './printed.ts'

/** As printed, with any dash. */
const PRINTED_YEAR = /(?:19|20)\d{2}|\d{1,2}[/.\u2010-\u2015\u2212-]\d{1,2}[/.\u2010-\u2015\u2212-]\d{2}/
const PART_OF_PERIOD = /(?:^|[ (])(?:dau|giua)(?: cua)? (?:thang|quy|nam)|tuan (?:dau|thu|cuoi|\d)/

/** What a person has to check about a deadline that was read, or null. */
export function doubtOf(deadline: Deadline): Warning | null {
  const { text, span, kind, dueOn, recurs, relative, confidence } = deadline
  if (confidence <= SURE.doubtful) return warning('deadline_doubtful', { text }, span)
  if (dueOn !== null && kind !== 'perRegulation' && confidence <= SURE.vague && PART_OF_PERIOD.test(wordsOf(text)))
    return warning('deadline_vague', { text, day: dueOn }, span)
  if (dueOn !== null && relative === null && !PRINTED_YEAR.test(text)) return warning('deadline_year', { text }, span)
  if (kind === 'standing' && recurs === null && /\blan\b|dinh ky (?:\d|mot|hai|ba|bon|nam)/.test(wordsOf(text)))
    return warning('deadline_rhythm', { text }, span)
  if (kind !== 'standing' && kind !== 'perRegulation' && kind !== 'none' && dueOn === null && recurs === null)
    return warning('deadline_open', { text, why: whyOpen(deadline), anchor: relative?.anchor ?? '' }, span)
  return null
}

const wordsOf = (text: string): string => plain(text).replace(/\s+/g, ' ')

function whyOpen({ relative }: Deadline): WhyOpen {
  if (relative === null) return 'noDay'
  if (relative.unit === 'workingDay') return 'workingDays'
  return relative.anchor === '' ? 'noStart' : 'unknownStart'
}
