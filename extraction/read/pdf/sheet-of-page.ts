import type { Rule, Sheet, Word } from '../sheet/sheet.ts'

/** The part of PDF.js used here, so that its large type files are not needed to read this file. */
export interface PdfPage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] }
  getTextContent(): Promise<{ items: object[] }>
  getOperatorList(): Promise<{ fnArray: number[]; argsArray: unknown[] }>
  cleanup(): unknown
}

type Matrix = [number, number, number, number, number, number]

/** How many numbers follow each step of a path in PDF.js' codes: move, line, curve, quadratic curve, close. */
const STEP_NUMBERS = [2, 2, 6, 4, 0]

/** A page with more drawing than this is a map or a plan; its lines are not searched for tables. */
const MAX_RULES = 20_000

/** The words of a page with their positions, rotated as the reader sees the page. */
export async function sheetOf(page: PdfPage, number: number): Promise<Sheet> {
  const view = page.getViewport({ scale: 1 })
  const toView = view.transform as Matrix
  const words: Word[] = []
  for (const item of (await page.getTextContent()).items) {
    const { str, transform, width, height } = item as {
      str?: string
      transform?: number[]
      width?: number
      height?: number
    }
    if (!str || str.trim() === '' || !transform || !width) continue
    const place = times(toView, transform as Matrix)
    const size = height || Math.hypot(place[2], place[3])
    const angle = Math.atan2(place[1], place[0])
    // Vertical text in the margin (a receipt stamp, a plotted label) would mix with the lines it crosses.
    if (Math.abs(angle) > 0.1) continue
    const [x, y] = [place[4], place[5]]
    words.push(...splitWords({ text: str, left: x, right: x + width, top: y - size * 0.8, bottom: y + size * 0.2 }))
  }
  return { page: number, width: view.width, height: view.height, words, rules: [] }
}

/** Straight horizontal and vertical lines of a page, including thin boxes. `ops` are PDF.js' operator codes. */
export async function rulesOf(page: PdfPage, ops: Record<string, number>): Promise<Rule[]> {
  const rules: Rule[] = []
  const toView = page.getViewport({ scale: 1 }).transform as Matrix
  const { fnArray, argsArray } = await page.getOperatorList()
  const stack: Matrix[] = []
  let matrix = toView
  for (let at = 0; at < fnArray.length && rules.length < MAX_RULES; at++) {
    const op = fnArray[at]
    if (op === ops.save || op === ops.paintFormXObjectBegin) {
      stack.push(matrix)
      const form = op === ops.save ? null : (argsArray[at] as [number[] | null] | null)?.[0]
      if (form) matrix = times(matrix, form as Matrix)
    } else if (op === ops.restore || op === ops.paintFormXObjectEnd) matrix = stack.pop() ?? toView
    else if (op === ops.transform) matrix = times(matrix, argsArray[at] as Matrix)
    else if (op === ops.constructPath) {
      const [paint, data] = argsArray[at] as [number, (Record<number, number> | null)[]]
      if (paint === ops.endPath || !data[0]) continue
      straightLines(Object.values(data[0]), matrix, rules)
    }
  }
  return rules
}

function straightLines(path: number[], matrix: Matrix, rules: Rule[]): void {
  let at = 0
  let from: [number, number] = [0, 0]
  let begun = from
  const draw = (to: [number, number]): void => {
    const rule = {
      left: Math.min(from[0], to[0]),
      right: Math.max(from[0], to[0]),
      top: Math.min(from[1], to[1]),
      bottom: Math.max(from[1], to[1]),
    }
    const thin = Math.min(rule.right - rule.left, rule.bottom - rule.top)
    if (thin < 1 && rules.length < MAX_RULES) rules.push(rule)
    from = to
  }
  while (at < path.length) {
    const step = path[at]!
    const count = STEP_NUMBERS[step]
    if (count === undefined) return
    const end = at + 1 + count
    const to: [number, number] = count > 0 ? apply(matrix, path[end - 2]!, path[end - 1]!) : begun
    if (step === 0) {
      from = to
      begun = to
    } else if (step === 1 || step === 4) draw(to)
    else from = to
    at = end
  }
}

/** One item of PDF.js may contain words with wide gaps drawn as spaces; single words fit better into columns. */
function splitWords(item: Word): Word[] {
  const parts = item.text.split(/( {2,})/)
  if (parts.length === 1) return [item]
  const perLetter = (item.right - item.left) / item.text.length
  let at = 0
  return parts.flatMap((part) => {
    const left = item.left + at * perLetter
    at += part.length
    return part.trim() === '' ? [] : [{ ...item, text: part, left, right: left + part.length * perLetter }]
  })
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
}
