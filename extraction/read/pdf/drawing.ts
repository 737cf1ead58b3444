import type { Rule } from '../sheet/sheet.ts'
import { apply, type Matrix, times } from './matrix.ts'
import type { PdfPage } from './page.ts'

/** A letter where the page draws it, in points from the upper left corner of the page as seen. */
export interface Glyph {
  text: string
  left: number
  right: number
  /** The line it stands on. */
  base: number
  size: number
  /** Not to be seen: drawn invisibly (the text layer of a scan), or in a layer that is switched off. */
  hidden: boolean
  upright: boolean
}

/** What a page draws: its letters in drawing order, and its straight horizontal and vertical lines, thin boxes too. */
export interface Drawing {
  glyphs: Glyph[]
  rules: Rule[]
}

/** Whether a layer of the document is switched on. */
export interface Layers {
  isVisible(group: object): boolean
}

interface PdfGlyph {
  unicode: string
  width: number
  isSpace: boolean
}

interface TextState {
  matrix: Matrix
  /** Size and what turns the font's own units into it. */
  size: number
  unit: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  rise: number
  leading: number
  mode: number
}

/** How many numbers follow each step of a path in PDF.js' codes: move, line, curve, quadratic curve, close. */
const STEP_NUMBERS = [2, 2, 6, 4, 0]

/** A page with more drawing than this is a map or a plan; its lines are not searched for tables. */
const MAX_RULES = 20_000

/** Modes that draw nothing: invisible, and only for clipping (ISO 32000-1, 9.3.6). */
const INVISIBLE = new Set([3, 7])

/** Follows the drawing of a page, seen through `toView`. `ops` are PDF.js' operator codes. */
export async function drawingOf(
  page: PdfPage,
  toView: Matrix,
  ops: Record<string, number>,
  layers: Layers | null,
): Promise<Drawing> {
  // Appearances of annotations are left out: their values are read where the file states them.
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const pen = new Pen(page, toView, layers)
  const names = namesOf(ops)
  for (let at = 0; at < fnArray.length; at++) {
    const name = names.get(fnArray[at]!)
    if (name === 'constructPath') {
      const [paint, data] = argsArray[at] as [number, (Record<number, number> | null)[]]
      if (paint !== ops.endPath && data[0]) pen.path(data[0])
    } else if (name) pen.step(name, (argsArray[at] ?? []) as unknown[])
  }
  return pen.drawing
}

const knownNames = new WeakMap<Record<string, number>, Map<number, string>>()

function namesOf(ops: Record<string, number>): Map<number, string> {
  const known = knownNames.get(ops)
  if (known) return known
  const names = new Map(Object.entries(ops).map(([name, code]) => [code, name]))
  knownNames.set(ops, names)
  return names
}

const PLAIN_TEXT: TextState = {
  matrix: [1, 0, 0, 1, 0, 0],
  size: 0,
  unit: 0.001,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  rise: 0,
  leading: 0,
  mode: 0,
}

class Pen {
  readonly drawing: Drawing = { glyphs: [], rules: [] }
  readonly #page: PdfPage
  readonly #layers: Layers | null
  readonly #toView: Matrix
  #matrix: Matrix
  #text: TextState = { ...PLAIN_TEXT }
  #saved: { matrix: Matrix; text: TextState }[] = []
  /** Where the line of text begins, and where the next letter goes, in text space. */
  #line = { x: 0, y: 0 }
  #at = { x: 0, y: 0 }
  /** For each open marked content, whether it hides what is in it. */
  #hiding: boolean[] = []
  #hidden = 0

  constructor(page: PdfPage, toView: Matrix, layers: Layers | null) {
    this.#page = page
    this.#layers = layers
    this.#toView = toView
    this.#matrix = this.#toView
  }

  step(name: string, args: unknown[]): void {
    const number = args[0] as number
    switch (name) {
      case 'save':
        this.#save()
        break
      case 'restore':
      case 'paintFormXObjectEnd':
        this.#restore()
        break
      case 'paintFormXObjectBegin':
        this.#save()
        if (args[0]) this.#matrix = times(this.#matrix, args[0] as Matrix)
        break
      case 'transform':
        this.#matrix = times(this.#matrix, args as unknown as Matrix)
        break
      case 'beginText':
        this.#text.matrix = PLAIN_TEXT.matrix
        this.#line = { x: 0, y: 0 }
        this.#at = { x: 0, y: 0 }
        break
      case 'setTextMatrix': {
        const matrix = (args.length === 1 ? args[0] : args) as ArrayLike<number>
        this.#text.matrix = Array.from({ length: 6 }, (_, index) => matrix[index] ?? 0) as Matrix
        this.#line = { x: 0, y: 0 }
        this.#at = { x: 0, y: 0 }
        break
      }
      case 'moveText':
      case 'setLeadingMoveText':
        if (name === 'setLeadingMoveText') this.#text.leading = args[1] as number
        this.#move(number, args[1] as number)
        break
      case 'nextLine':
        this.#move(0, this.#text.leading)
        break
      case 'setLeading':
        this.#text.leading = -number
        break
      case 'setFont':
        this.#setFont(args[0] as string, args[1] as number)
        break
      case 'setGState':
        for (const [key, value] of args[0] as [string, unknown][]) {
          if (key === 'Font') this.#setFont(...(value as [string, number]))
        }
        break
      case 'setCharSpacing':
        this.#text.charSpacing = number
        break
      case 'setWordSpacing':
        this.#text.wordSpacing = number
        break
      case 'setHScale':
        this.#text.stretch = number / 100
        break
      case 'setTextRise':
        this.#text.rise = number
        break
      case 'setTextRenderingMode':
        this.#text.mode = number
        break
      case 'showText':
        this.#show(args[0] as (PdfGlyph | number | null)[])
        break
      case 'beginMarkedContent':
      case 'beginMarkedContentProps':
        this.#open(args[0] as string, args[1] as object | undefined)
        break
      case 'endMarkedContent':
        if (this.#hiding.pop()) this.#hidden--
        break
    }
  }

  path(numbers: Record<number, number>): void {
    if (this.drawing.rules.length < MAX_RULES && this.#hidden === 0) {
      straightLines(Object.values(numbers), this.#matrix, this.drawing.rules)
    }
  }

  #save(): void {
    this.#saved.push({ matrix: this.#matrix, text: { ...this.#text } })
  }

  #restore(): void {
    const saved = this.#saved.pop()
    this.#matrix = saved?.matrix ?? this.#toView
    if (saved) this.#text = saved.text
  }

  #move(x: number, y: number): void {
    this.#line = { x: this.#line.x + x, y: this.#line.y + y }
    this.#at = { ...this.#line }
  }

  #setFont(name: string, size: number): void {
    this.#text.size = size
    this.#text.unit = unitOf(this.#page, name)
  }

  #open(tag: string, properties: object | undefined): void {
    let hides = false
    if (tag === 'OC' && properties && this.#layers) {
      try {
        hides = !this.#layers.isVisible(properties)
      } catch {
        // A layer stated in a way that nobody can follow is shown.
      }
    }
    this.#hiding.push(hides)
    if (hides) this.#hidden++
  }

  #show(letters: readonly (PdfGlyph | number | null)[]): void {
    const { size, unit, stretch, rise } = this.#text
    const toPage = times(this.#matrix, this.#text.matrix)
    const seen = Math.hypot(toPage[2], toPage[3]) * Math.abs(size)
    const upright = Math.abs(Math.atan2(toPage[1], toPage[0])) <= 0.1
    const hidden = this.#hidden > 0 || INVISIBLE.has(this.#text.mode)
    let x = this.#at.x
    for (const letter of letters) {
      if (typeof letter === 'number') {
        x -= (letter * size * stretch) / 1000
        continue
      }
      if (!letter) continue
      const own = letter.width * size * unit * stretch
      const [left, base] = apply(toPage, x, this.#at.y + rise)
      const [right] = apply(toPage, x + own, this.#at.y + rise)
      this.drawing.glyphs.push({ text: letter.unicode, left, right, base, size: seen, hidden, upright })
      x += own + (this.#text.charSpacing + (letter.isSpace ? this.#text.wordSpacing : 0)) * stretch
    }
    this.#at.x = x
  }
}

/** What one unit of a font's own widths is at size 1: a thousandth, except in fonts that draw their letters themselves. */
function unitOf(page: PdfPage, name: string): number {
  try {
    const font = page.commonObjs.get(name) as { fontMatrix?: ArrayLike<number> } | null
    return font?.fontMatrix?.[0] || 0.001
  } catch {
    return 0.001
  }
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
