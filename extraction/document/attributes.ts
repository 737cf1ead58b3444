import type { Paragraph } from '../blocks/fragments.ts'
import type { DocumentParts } from '../blocks/parts.ts'
import { isoDay } from '../deadlines/days.ts'
import type { DocumentFields } from '../shapes.ts'
import { NOTATION, repairNotation, typeOfHeading, typeOfNotation } from './notation.ts'
import type { Note } from './note.ts'

type Attribute = 'number' | 'type' | 'issuer' | 'issuedOn' | 'subject'

/** What sites call the attributes of a document that they print beside it. */
const NAMES: [RegExp, Attribute][] = [
  [/^(?:so hieu|so,? ?\/? ?ky hieu|so van ban|so hieu van ban)\s*:?\s*/, 'number'],
  [/^(?:loai van ban|hinh thuc van ban|the loai)\s*:?\s*/, 'type'],
  [/^(?:noi ban hanh|co quan ban hanh|don vi ban hanh)\s*:?\s*/, 'issuer'],
  [/^(?:ngay ban hanh|ngay ky)\s*:?\s*/, 'issuedOn'],
  [/^(?:trich yeu(?: noi dung)?)\s*:?\s*/, 'subject'],
]

/** Fills what the document's own head left open from the attributes that its page prints, in a line or in two. */
export function readAttributes(fields: DocumentFields, parts: DocumentParts, note: Note): void {
  // A page without a letterhead below them has its attributes among the first lines of the document.
  const lines = [...parts.around.slice(0, 400), ...parts.front.slice(0, 60)]
  for (const [at, line] of lines.entries()) {
    for (const [name, attribute] of NAMES) {
      const hit = name.exec(line.passage.plain)
      if (!hit || fields[attribute] !== null) continue
      const isNext = hit[0].length >= line.passage.text.length
      const from = isNext ? lines[at + 1] : line
      if (from) take(fields, attribute, from, isNext ? 0 : hit[0].length, note)
    }
  }
}

function take(fields: DocumentFields, attribute: Attribute, { passage }: Paragraph, from: number, note: Note): void {
  const value = passage.text.slice(from).trim()
  if (value === '' || value.length > 500) return
  if (attribute === 'number') {
    const hit = value.matchAll(NOTATION).next().value
    if (!hit || hit.index > 3) return
    fields.number = repairNotation(hit[0])
    fields.type ??= typeOfNotation(fields.number)
  } else if (attribute === 'issuedOn') {
    const day = /^\D{0,8}(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})/.exec(value)
    if (!day) return
    fields.issuedOn = isoDay(Number(day[3]), Number(day[2]), Number(day[1]))
    if (!fields.issuedOn) return
  } else if (attribute === 'type') {
    const named = typeOfHeading(value)
    if (!named) return
    fields.type = named.type
  } else fields[attribute] = value
  note(attribute, passage.span(from), 0.8)
}
