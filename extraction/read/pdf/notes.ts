import type { Word } from '../sheet/sheet.ts'
import type { StruckBox } from './letters.ts'
import { apply, type Matrix } from './matrix.ts'

/** The part of PDF.js' annotations that is used. */
export interface PdfAnnotation {
  subtype?: string
  rect?: number[]
  quadPoints?: ArrayLike<number> | null
  hidden?: boolean
  annotationFlags?: number
  fieldType?: string
  fieldValue?: unknown
  exportValue?: unknown
  checkBox?: boolean
  radioButton?: boolean
  buttonValue?: unknown
  contentsObj?: { str?: string }
}

/** What the annotations of a page say: words typed over it, values of form fields, and places struck out. */
export interface PageNotes {
  words: Word[]
  /** Values of filled form fields, in the order of the page. */
  values: string[]
  struck: StruckBox[]
}

/** Flags of annotations that are not shown: hidden, no view (ISO 32000-1, 12.5.3). */
const NOT_SHOWN = 2 | 32
/** Size of typed letters that the file does not state, in points. */
const USUAL_SIZE = 11
const MOST_LINES = 200

export function notesOf(annotations: readonly PdfAnnotation[], toView: Matrix): PageNotes {
  const notes: PageNotes = { words: [], values: [], struck: [] }
  for (const annotation of annotations) {
    if (annotation.hidden || ((annotation.annotationFlags ?? 0) & NOT_SHOWN) !== 0) continue
    if (annotation.subtype === 'StrikeOut') notes.struck.push(...struckBy(annotation, toView))
    else if (annotation.subtype === 'FreeText') type(annotation.contentsObj?.str ?? '', annotation, toView, notes)
    else if (annotation.subtype === 'Widget') {
      const value = filledValue(annotation)
      if (type(value, annotation, toView, notes)) notes.values.push(value.trim())
    }
  }
  return notes
}

function filledValue(annotation: PdfAnnotation): string {
  const { fieldType, fieldValue } = annotation
  if (fieldType === 'Tx' || fieldType === 'Ch') {
    const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue]
    return values.filter((value) => typeof value === 'string').join(', ')
  }
  const isChecked =
    (annotation.checkBox && fieldValue === annotation.exportValue) ||
    (annotation.radioButton && fieldValue !== undefined && fieldValue === annotation.buttonValue)
  return isChecked && fieldValue !== null && fieldValue !== undefined ? '☒' : ''
}

/** Puts a value into its box, line by line; false if it says nothing. */
function type(value: string, annotation: PdfAnnotation, toView: Matrix, notes: PageNotes): boolean {
  const box = boxOf(annotation.rect ?? [], toView)
  const lines = value.split(/\r\n?|\n/, MOST_LINES).filter((line) => line.trim() !== '')
  if (!box || lines.length === 0) return false
  const room = (box.bottom - box.top) / lines.length
  const size = Math.min(room, USUAL_SIZE)
  lines.forEach((text, index) => {
    const y = box.top + room * (index + 0.5)
    notes.words.push({ text, left: box.left, right: box.right, top: y - size / 2, bottom: y + size / 2 })
  })
  return true
}

function struckBy({ quadPoints, rect }: PdfAnnotation, toView: Matrix): StruckBox[] {
  const points = Array.from(quadPoints ?? [])
  const boxes: (StruckBox | null)[] = []
  for (let at = 0; at + 8 <= points.length; at += 8) boxes.push(boxOf(points.slice(at, at + 8), toView))
  if (boxes.length === 0) boxes.push(boxOf(rect ?? [], toView))
  return boxes.filter((box) => box !== null)
}

function boxOf(points: readonly number[], toView: Matrix): StruckBox | null {
  if (points.length < 4) return null
  const seen: [number, number][] = []
  for (let at = 0; at + 2 <= points.length; at += 2) seen.push(apply(toView, points[at]!, points[at + 1]!))
  const xs = seen.map(([x]) => x)
  const ys = seen.map(([, y]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}
