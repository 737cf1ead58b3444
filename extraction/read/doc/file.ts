import { Unreadable } from '../../shapes.ts'
import { type CompoundFile, damagedDoc } from '../container/cfb.ts'
import { encryptedFile } from '../container/zip.ts'
import { Numbering } from '../numbering.ts'
import { type FormatRun, formatRuns, numberIn, type Properties, propertiesOf, runAt, SPRM } from './properties.ts'
import { type DocStyle, fontsOf, listsOf, stylesOf } from './tables.ts'

/** A piece of the text, in the term of [MS-DOC]: consecutive characters, and their place in the file. */
interface Piece {
  from: number
  to: number
  position: number
  wide: boolean
}

export interface DocParagraph {
  /** Characters, including control characters, up to the mark that ends the paragraph (exclusive). */
  from: number
  to: number
  /** The mark: "\r", "\u0007" (cell or row), "\f". */
  mark: string
  properties: Properties
  style: DocStyle
}

/** Lengths of the consecutive texts in the file: body, footnotes, headers and footers … (from 0x4C on). */
interface Stories {
  body: number
  footnotes: number
  heads: number
  annotations: number
  endnotes: number
  boxes: number
}

/** An open binary Word file ([MS-DOC], Word 97 to 2003): its text, the properties of its paragraphs and letters. */
export class DocFile {
  readonly text: string
  readonly stories: Stories
  readonly numbering: Numbering
  readonly fonts: string[]
  readonly #pieces: Piece[]
  readonly #paragraphs: FormatRun[]
  readonly #letters: FormatRun[]
  readonly #style: (number: number) => DocStyle
  readonly #data: Uint8Array

  /** @throws Unreadable `encrypted`, `unknown_format`, `damaged`. */
  constructor(file: CompoundFile) {
    const document = file.stream('WordDocument')
    if (!document || document.length < 0x2f2) throw damagedDoc()
    const head = new DataView(document.buffer, document.byteOffset, document.byteLength)
    if (head.getUint16(0, true) !== 0xa5ec) throw damagedDoc()
    const flags = head.getUint16(0x0a, true)
    if (flags & 0x0100) throw encryptedFile()
    if (head.getUint16(2, true) < 0xc1) throw tooOld()
    const table = file.stream(flags & 0x0200 ? '1Table' : '0Table')
    if (!table) throw damagedDoc()
    const part = (at: number, toEnd = false): Uint8Array => {
      const start = head.getUint32(at, true)
      const size = head.getUint32(at + 4, true)
      return size === 0 ? new Uint8Array() : table.subarray(start, toEnd ? undefined : start + size)
    }
    this.#data = file.stream('Data') ?? new Uint8Array()
    this.#pieces = piecesOf(part(0x1a2))
    this.text = this.#pieces.map((piece) => textOf(document, piece)).join('')
    this.stories = {
      body: head.getUint32(0x4c, true),
      footnotes: head.getUint32(0x50, true),
      heads: head.getUint32(0x54, true),
      annotations: head.getUint32(0x5c, true),
      endnotes: head.getUint32(0x60, true),
      boxes: head.getUint32(0x64, true),
    }
    this.#letters = formatRuns(document, part(0xfa), 'character')
    this.#paragraphs = formatRuns(document, part(0x102), 'paragraph')
    this.#style = stylesOf(part(0xa2))
    this.fonts = fontsOf(part(0x112))
    this.numbering = new Numbering(listsOf(part(0x2e2, true), part(0x2ea)))
  }

  /** The paragraphs of a range of the text. */
  *paragraphs(from: number, to: number): Generator<DocParagraph> {
    let start = from
    for (let at = from; at < to; at++) {
      const mark = this.text[at]!
      if (mark !== '\r' && mark !== '\u0007' && mark !== '\f') continue
      const run = runAt(this.#paragraphs, this.#positionOf(at))
      const style = this.#style(run?.style ?? 0)
      yield { from: start, to: at, mark, style, properties: this.#own(style, run) }
      start = at + 1
    }
  }

  /** The letters of a range in runs with the same properties. */
  *letters(from: number, to: number, style: DocStyle): Generator<{ from: number; to: number; properties: Properties }> {
    let at = from
    while (at < to) {
      const piece = this.#pieceAt(at)
      if (!piece) return
      const run = runAt(this.#letters, this.#positionOf(at))
      const width = piece.wide ? 2 : 1
      const left = run ? Math.max(1, Math.floor((run.to - this.#positionOf(at)) / width)) : to - at
      const end = Math.min(to, piece.to, at + left)
      yield { from: at, to: end, properties: propertiesOf(run?.properties ?? new Uint8Array(), new Map(style.letters)) }
      at = end
    }
  }

  #own(style: DocStyle, run: FormatRun | undefined): Properties {
    const properties = propertiesOf(run?.properties ?? new Uint8Array(), new Map(style.properties))
    const huge = numberIn(properties, SPRM.hugeProperties)
    if (huge !== undefined && huge + 2 < this.#data.length) {
      const size = this.#data[huge]! | (this.#data[huge + 1]! << 8)
      propertiesOf(this.#data.subarray(huge + 2, huge + 2 + size), properties)
    }
    return properties
  }

  #positionOf(at: number): number {
    const piece = this.#pieceAt(at)
    return piece ? piece.position + (at - piece.from) * (piece.wide ? 2 : 1) : -1
  }

  #pieceAt(at: number): Piece | undefined {
    let low = 0
    let high = this.#pieces.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const piece = this.#pieces[middle]!
      if (at < piece.from) high = middle - 1
      else if (at >= piece.to) low = middle + 1
      else return piece
    }
    return undefined
  }
}

/** The piece table ([MS-DOC] 2.9.38): saved changes come first and are skipped. */
function piecesOf(clx: Uint8Array): Piece[] {
  const view = new DataView(clx.buffer, clx.byteOffset, clx.byteLength)
  let at = 0
  while (at + 3 < clx.length && clx[at] === 1) at += 3 + view.getUint16(at + 1, true)
  if (clx[at] !== 2 || at + 5 > clx.length) throw damagedDoc()
  const size = view.getUint32(at + 1, true)
  at += 5
  const count = Math.floor((Math.min(size, clx.length - at) - 4) / 12)
  const pieces: Piece[] = []
  for (let index = 0; index < count; index++) {
    const from = view.getUint32(at + index * 4, true)
    const to = view.getUint32(at + index * 4 + 4, true)
    const position = view.getUint32(at + (count + 1) * 4 + index * 8 + 2, true)
    const wide = (position & 0x40000000) === 0
    if (to < from) throw damagedDoc()
    pieces.push({ from, to, wide, position: wide ? position : (position & 0x3fffffff) >>> 1 })
  }
  return pieces
}

function textOf(document: Uint8Array, piece: Piece): string {
  const size = (piece.to - piece.from) * (piece.wide ? 2 : 1)
  const bytes = document.subarray(piece.position, piece.position + size)
  // No real document has pieces that overlap or exceed the file; they could expand it many times over.
  if (bytes.length < size) throw damagedDoc()
  return new TextDecoder(piece.wide ? 'utf-16le' : 'windows-1252').decode(bytes)
}

function tooOld(): Unreadable {
  return new Unreadable(
    'unknown_format',
    'Tệp DOC của Word 95 trở về trước, chưa đọc được. Hãy mở bằng Word và lưu thành DOCX rồi nộp lại.',
  )
}
