import type { SignatureBlock } from './marks.ts'
import { type Page, PdfBytes, PdfFile } from './pdf-file.ts'
import { sightOf } from './pdf-geometry.ts'
import { type Dict, isWhite, Name, PdfError, PdfString, Scanner, Stream, type Value } from './pdf-objects.ts'

/** Letters shown at one go, in points as seen: `x`, `y` is where their base line begins. */
export interface TextPart {
  text: string
  /** How many letters, also where the font does not say which. */
  letters: number
  x: number
  y: number
  width: number
  size: number
}

type Matrix = readonly [number, number, number, number, number, number]
const SAME: Matrix = [1, 0, 0, 1, 0, 0]
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
]

/** A font, as far as placing and reading its letters goes. */
interface Font {
  /** Bytes of a code. */
  wide: 1 | 2
  widths: ReadonlyMap<number, number>
  other: number
  letters: ReadonlyMap<number, string>
}

/** Letters of simple fonts that do not say which they have. */
const WESTERN = [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, code) => code))]
const MOST_FORMS = 200
const MOST_DEEP = 6
const MOST_PARTS = 200_000

/** What the page's own content shows as text (not its annotations), within bounds; empty for fonts and filters not known here. */
export function textPartsOf(file: PdfFile, page: Page): TextPart[] {
  const reader = new ContentReader(file, page)
  const contents = file.resolve(page.dict.get('Contents'))
  const streams = (Array.isArray(contents) ? contents : [contents]).map((one) => file.resolve(one))
  const bytes = streams.flatMap((one) => (one instanceof Stream ? [decodedOf(file, one), Buffer.from('\n')] : []))
  reader.run(Buffer.concat(bytes), file.dict(page.inherited.get('Resources')), SAME, 0)
  return reader.parts
}

function decodedOf(file: PdfFile, stream: Stream): Uint8Array {
  try {
    return file.decoded(stream)
  } catch (error) {
    if (error instanceof PdfError && error.code === 'pdf.damaged') return new Uint8Array()
    throw error
  }
}

class ContentReader {
  readonly parts: TextPart[] = []
  readonly #file: PdfFile
  readonly #fonts = new Map<Dict, Font>()
  readonly #seen: (x: number, y: number) => [number, number]
  #forms = 0

  constructor(file: PdfFile, page: Page) {
    this.#file = file
    this.#seen = sightOf(file, page).seen
  }

  run(bytes: Uint8Array, resources: Dict | null, start: Matrix, depth: number): void {
    const file = this.#file
    const scanner = new Scanner(bytes, 0, bytes.length, file.source.work)
    const fonts = file.dict(resources?.get('Font'))
    const objects = file.dict(resources?.get('XObject'))
    let matrix = start
    const saved: { matrix: Matrix; text: TextState }[] = []
    let line: Matrix = SAME
    let at: Matrix = SAME
    let text: TextState = { font: null, size: 1, letter: 0, word: 0, stretch: 1, leading: 0, rise: 0 }
    const move = (x: number, y: number) => {
      line = times([1, 0, 0, 1, x, y], line)
      at = line
    }
    const show = (string: Value | undefined) => {
      if (string instanceof PdfString) at = this.#show(string.bytes, text, at, matrix)
    }
    for (const { name, operands } of operators(scanner)) {
      const n = (place: number) => (typeof operands[place] === 'number' ? operands[place] : 0)
      switch (name) {
        case 'q':
          if (saved.length < 512) saved.push({ matrix, text })
          break
        case 'Q':
          ;({ matrix, text } = saved.pop() ?? { matrix, text })
          break
        case 'cm':
          matrix = times([n(0), n(1), n(2), n(3), n(4), n(5)], matrix)
          break
        case 'BT':
          line = SAME
          at = SAME
          break
        case 'Tf': {
          const [font, size] = operands
          const dict = font instanceof Name ? file.dict(fonts?.get(font.value)) : null
          text = { ...text, font: dict && this.#font(dict), size: typeof size === 'number' ? size : 1 }
          break
        }
        case 'Tc':
          text = { ...text, letter: n(0) }
          break
        case 'Tw':
          text = { ...text, word: n(0) }
          break
        case 'Tz':
          text = { ...text, stretch: n(0) / 100 }
          break
        case 'TL':
          text = { ...text, leading: n(0) }
          break
        case 'Ts':
          text = { ...text, rise: n(0) }
          break
        case 'Td':
          move(n(0), n(1))
          break
        case 'TD':
          text = { ...text, leading: -n(1) }
          move(n(0), n(1))
          break
        case 'Tm':
          line = [n(0), n(1), n(2), n(3), n(4), n(5)]
          at = line
          break
        case 'T*':
          move(0, -text.leading)
          break
        case 'Tj':
          show(operands[0])
          break
        case "'":
        case '"':
          if (name === '"') text = { ...text, word: n(0), letter: n(1) }
          move(0, -text.leading)
          show(operands.at(-1))
          break
        case 'TJ':
          for (const one of Array.isArray(operands[0]) ? operands[0] : []) {
            if (typeof one === 'number') at = times([1, 0, 0, 1, (-one / 1000) * text.size * text.stretch, 0], at)
            else show(one)
          }
          break
        case 'Do': {
          const [form] = operands
          if (form instanceof Name) this.#form(file.resolve(objects?.get(form.value)), resources, matrix, depth)
        }
      }
    }
  }

  #form(form: Value, above: Dict | null, matrix: Matrix, depth: number): void {
    const file = this.#file
    if (!(form instanceof Stream) || file.name(form.dict.get('Subtype')) !== 'Form') return
    if (depth >= MOST_DEEP || ++this.#forms > MOST_FORMS) return
    const own = file.numbers(form.dict.get('Matrix'), 6) as unknown as Matrix | null
    const resources = file.dict(form.dict.get('Resources')) ?? above
    this.run(decodedOf(file, form), resources, own ? times(own, matrix) : matrix, depth + 1)
  }

  /** Returns where the next letter begins. */
  #show(bytes: Uint8Array, state: TextState, at: Matrix, matrix: Matrix): Matrix {
    const { font, size, stretch } = state
    const wide = font?.wide ?? 1
    let advance = 0
    let text = ''
    for (let place = 0; place + wide <= bytes.length; place += wide) {
      const code = wide === 2 ? (bytes[place]! << 8) | bytes[place + 1]! : bytes[place]!
      const width = font?.widths.get(code) ?? font?.other ?? 500
      text += font?.letters.get(code) ?? (wide === 1 ? WESTERN[code]! : '\ufffd')
      advance += ((width / 1000) * size + state.letter + (wide === 1 && code === 32 ? state.word : 0)) * stretch
    }
    const after = times([1, 0, 0, 1, advance, 0], at)
    const whole = times(at, matrix)
    const [x, y] = this.#seen(whole[4], whole[5] + state.rise)
    const end = times(after, matrix)
    const [toX, toY] = this.#seen(end[4], end[5] + state.rise)
    if (this.parts.length >= MOST_PARTS) throw new PdfError('pdf.too_much', 'a page with too much text')
    this.parts.push({
      text,
      letters: Math.floor(bytes.length / wide),
      x: Math.min(x, toX),
      y,
      width: Math.hypot(toX - x, toY - y),
      size: size * Math.hypot(whole[2], whole[3]),
    })
    return after
  }

  #font(dict: Dict): Font {
    const known = this.#fonts.get(dict)
    if (known !== undefined) return known
    const file = this.#file
    const letters = new Map<number, string>()
    const map = file.resolve(dict.get('ToUnicode'))
    if (map instanceof Stream)
      readLetters(new Scanner(decodedOf(file, map), 0, Number.MAX_SAFE_INTEGER, file.source.work), letters)
    const widths = new Map<number, number>()
    let font: Font
    if (file.name(dict.get('Subtype')) === 'Type0') {
      const [under] = file.list(dict.get('DescendantFonts')) ?? []
      const descendant = file.dict(under)
      const list = (file.list(descendant?.get('W')) ?? []).map((one) => file.resolve(one))
      for (let place = 0; place < list.length; ) {
        const [first, second, third] = list.slice(place, place + 3)
        if (typeof first === 'number' && Array.isArray(second)) {
          for (const [step, width] of second.entries()) if (typeof width === 'number') widths.set(first + step, width)
          place += 2
        } else if (typeof first === 'number' && typeof second === 'number' && typeof third === 'number') {
          for (let code = first; code <= Math.min(second, first + 65535, 65535); code++) widths.set(code, third)
          place += 3
        } else break
      }
      const other = file.resolve(descendant?.get('DW'))
      font = { wide: 2, widths, other: typeof other === 'number' ? other : 1000, letters }
    } else {
      const first = file.resolve(dict.get('FirstChar'))
      const list = file.list(dict.get('Widths')) ?? []
      list.slice(0, 256).forEach((one, step) => {
        const width = file.resolve(one)
        if (typeof width === 'number' && typeof first === 'number') widths.set(first + step, width)
      })
      font = { wide: 1, widths, other: 500, letters }
    }
    this.#fonts.set(dict, font)
    return font
  }
}

interface TextState {
  font: Font | null
  size: number
  letter: number
  word: number
  stretch: number
  leading: number
  rise: number
}

/** A map of letters has up to three hundred before one operator. */
const MOST_OPERANDS = 1024

/** Operators with what comes before them. What cannot be read is passed over, byte by byte. */
function* operators(scanner: Scanner): Generator<{ name: string; operands: Value[] }> {
  let operands: Value[] = []
  const { bytes, end } = scanner
  for (scanner.passSpace(); scanner.at < end; scanner.passSpace()) {
    const byte = bytes[scanner.at]!
    const isWord = (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 0x27 || byte === 0x22
    if (!isWord) {
      const from = scanner.at
      try {
        const value = scanner.value()
        if (operands.length < MOST_OPERANDS) operands.push(value)
      } catch (error) {
        if (error instanceof PdfError && error.code === 'pdf.too_much') throw error
        scanner.at = from + 1
        operands = []
      }
      continue
    }
    const from = scanner.at
    while (scanner.at < end && scanner.at - from < 64 && isOfWord(bytes[scanner.at]!)) scanner.at++
    scanner.work.spend(1)
    const name = String.fromCharCode(...bytes.subarray(from, scanner.at))
    if (name === 'ID') passPicture(scanner)
    else yield { name, operands }
    operands = []
  }
}

const isOfWord = (byte: number) =>
  (byte >= 65 && byte <= 90) ||
  (byte >= 97 && byte <= 122) ||
  (byte >= 48 && byte <= 57) ||
  byte === 0x2a ||
  byte === 0x27 ||
  byte === 0x22

/** To the end of an inline picture. */
function passPicture(scanner: Scanner): void {
  const { bytes, end } = scanner
  const from = scanner.at
  while (scanner.at < end) {
    const found = bytes.indexOf(0x45, scanner.at)
    if (found < 0 || found + 1 >= end) scanner.at = end
    else {
      scanner.at = found + 1
      const isEnd =
        bytes[found + 1] === 0x49 && isWhite(bytes[found - 1]) && (found + 2 >= end || isWhite(bytes[found + 2]))
      if (!isEnd) continue
      scanner.at = found + 2
    }
    break
  }
  scanner.work.spend((scanner.at - from) >> 4)
}

const MOST_LETTERS = 70_000

/** Which letters the codes of a font mean (ISO 32000-2, 9.10.3). */
function readLetters(scanner: Scanner, letters: Map<number, string>): void {
  const code = (value: Value) =>
    value instanceof PdfString ? value.bytes.reduce((sum, byte) => sum * 256 + byte, 0) : null
  const text = (value: Value) =>
    value instanceof PdfString && value.bytes.length % 2 === 0
      ? Buffer.from(value.bytes).swap16().toString('utf16le').normalize('NFC')
      : ''
  for (const { name, operands } of operators(scanner)) {
    if (letters.size > MOST_LETTERS) return
    if (name === 'endbfchar') {
      for (let place = 0; place + 1 < operands.length; place += 2) {
        const one = code(operands[place]!)
        if (one !== null) letters.set(one, text(operands[place + 1]!))
      }
    } else if (name === 'endbfrange') {
      for (let place = 0; place + 2 < operands.length; place += 3) {
        const [first, last] = [code(operands[place]!), code(operands[place + 1]!)]
        const to = operands[place + 2]!
        if (first === null || last === null) continue
        for (let one = first; one <= Math.min(last, first + 65535); one++) {
          if (Array.isArray(to)) letters.set(one, text(to[one - first] ?? null))
          else {
            const base = text(to)
            const end = base.charCodeAt(base.length - 1)
            letters.set(one, base.slice(0, -1) + String.fromCharCode(end + one - first))
          }
        }
      }
    }
  }
}

/** A line of a column: parts on one base line without a wide gap. */
interface Line {
  text: string
  x: number
  y: number
  width: number
  size: number
}

function linesOf(parts: readonly TextPart[]): Line[] {
  const rows = new Map<number, TextPart[]>()
  for (const part of parts) {
    const row = Math.round(part.y)
    const found = rows.get(row) ?? rows.get(row - 1) ?? rows.get(row + 1)
    if (found) found.push(part)
    else rows.set(row, [part])
  }
  const lines: Line[] = []
  for (const row of rows.values()) {
    row.sort((a, b) => a.x - b.x)
    let line: Line | null = null
    for (const { text, x, y, width, size } of row) {
      const gap: number = line === null ? Number.POSITIVE_INFINITY : x - line.x - line.width
      if (line === null || gap > size * 2.5) {
        line = { text, x, y, width, size }
        lines.push(line)
        continue
      }
      line.text += gap > size * 0.15 ? ` ${text}` : text
      line.width = x + width - line.x
    }
  }
  return lines
}

/** The words of some parts, line by line from the top. */
export function wordsOf(parts: readonly TextPart[]): string {
  const lines = linesOf(parts).sort((a, b) => b.y - a.y)
  return lines.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join(' ')
}

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/**
 * Where the signature block of a paper lies: the last place on which the name is a line of its own, from the last page
 * backwards, and the line above it (the office). For papers of this platform, of an office suite, of any application whose fonts
 * say which letters they have.
 * @throws {PdfError} no_signature_block if no line has this name, encrypted, damaged, too_much
 */
export function findBlock(pdf: Uint8Array, name: string): SignatureBlock {
  const file = new PdfFile(new PdfBytes(pdf))
  if (file.isEncrypted) throw new PdfError('pdf.encrypted', 'the PDF is encrypted')
  const wanted = plain(name)
  for (const page of file.pages.toReversed()) {
    const lines = linesOf(textPartsOf(file, page)).sort((a, b) => a.y - b.y)
    const line = lines.find(({ text }) => plain(text) === wanted)
    if (line === undefined) continue
    const centre = line.x + line.width / 2
    const above = lines.find(({ y, x, width }) => y > line.y + line.size * 1.5 && Math.abs(x + width / 2 - centre) < 40)
    const top = line.y + line.size * 0.75
    // A scanned or a bare paper may have no office above the name: the usual free space is taken.
    const office = above && above.y - line.y < 200 ? above.y - above.size * 0.25 : top + 88
    return { page: page.number, centre, office, name: top, under: line.y - line.size * 0.25 }
  }
  throw new PdfError('pdf.no_signature_block', 'no line is the name alone', { name })
}
