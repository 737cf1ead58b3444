import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { deflateSync } from 'node:zlib'
import { dictOf, Name, PdfError, type Ref, Stream, textString, type Value } from './pdf-objects.ts'
import type { PdfUpdate } from './pdf-update.ts'

/** A part of the face with some letters, ready to be put into a PDF file. */
export interface Subset {
  tag: string
  /** The file of the face, packed. */
  file: Uint8Array
  fileLength: number
  /** Of each letter: its glyph in the part, and its width in thousandths of the size. */
  glyphs: ReadonlyMap<string, { glyph: number; width: number }>
}

const FACE = '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'
/** In every part, so that marks of one agency at different times share one. */
const ALWAYS = ' 0123456789-:+T./'
const MOST_KEPT = 64

/** Tinos (metrics of Times New Roman), read once per process. */
class Face {
  readonly #view: DataView
  readonly #tables = new Map<string, { at: number; length: number }>()
  readonly #glyphOf: ReadonlyMap<number, number>
  readonly #long: boolean
  readonly #metrics: number
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const count = this.#view.getUint16(4)
    for (let place = 0; place < count; place++) {
      const at = 12 + place * 16
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4))
      this.#tables.set(tag, { at: this.#view.getUint32(at + 8), length: this.#view.getUint32(at + 12) })
    }
    const head = this.#at('head')
    this.unitsPerEm = this.#view.getUint16(head + 18)
    this.#long = this.#view.getInt16(head + 50) === 1
    this.ascent = this.#view.getInt16(this.#at('hhea') + 4)
    this.descent = this.#view.getInt16(this.#at('hhea') + 6)
    this.#metrics = this.#view.getUint16(this.#at('hhea') + 34)
    this.#glyphOf = this.#characters()
  }

  #at(tag: string): number {
    return this.#tables.get(tag)!.at
  }

  #bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + at, length)
  }

  /** From the table of characters in format 4, which every face for Unicode's first plane has. */
  #characters(): Map<number, number> {
    const view = this.#view
    const cmap = this.#at('cmap')
    const found = new Map<number, number>()
    for (let place = 0; place < view.getUint16(cmap + 2); place++) {
      const at = cmap + view.getUint32(cmap + 4 + place * 8 + 4)
      if (view.getUint16(at) !== 4) continue
      const segments = view.getUint16(at + 6) / 2
      for (let segment = 0; segment < segments; segment++) {
        const last = view.getUint16(at + 14 + segment * 2)
        const first = view.getUint16(at + 16 + segments * 2 + segment * 2)
        const delta = view.getUint16(at + 16 + segments * 4 + segment * 2)
        const rangeAt = at + 16 + segments * 6 + segment * 2
        const range = view.getUint16(rangeAt)
        for (let code = first; code <= last && code < 0xffff; code++) {
          const raw = range === 0 ? code : view.getUint16(rangeAt + range + (code - first) * 2)
          const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff
          if (glyph !== 0) found.set(code, glyph)
        }
      }
    }
    return found
  }

  glyphOf(letter: string): number | undefined {
    return this.#glyphOf.get(letter.codePointAt(0)!)
  }

  /** In thousandths of the size. */
  width(glyph: number): number {
    const at = this.#at('hmtx') + Math.min(glyph, this.#metrics - 1) * 4
    return (this.#view.getUint16(at) * 1000) / this.unitsPerEm
  }

  #outline(glyph: number): Uint8Array {
    const loca = this.#at('loca')
    const offset = (one: number) =>
      this.#long ? this.#view.getUint32(loca + one * 4) : this.#view.getUint16(loca + one * 2) * 2
    const from = offset(glyph)
    return this.#bytes(this.#at('glyf') + from, offset(glyph + 1) - from)
  }

  /** A file of the face that has the glyphs and what they are composed of, without instructions. */
  part(wanted: readonly number[]): Uint8Array {
    const glyphs = [...wanted]
    const outlines: Uint8Array[] = []
    // Grows while it is walked: what a glyph is composed of is added behind it.
    for (let place = 0; place < glyphs.length; place++) {
      const outline = withoutInstructions(this.#outline(glyphs[place]!))
      const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
      for (const at of componentsOf(view)) {
        const glyph = view.getUint16(at + 2)
        let found = glyphs.indexOf(glyph)
        if (found < 0) found = glyphs.push(glyph) - 1
        view.setUint16(at + 2, found)
      }
      outlines.push(outline)
    }
    const loca = new Uint8Array((glyphs.length + 1) * 4)
    const places = new DataView(loca.buffer)
    const glyf = new Uint8Array(outlines.reduce((sum, { length }) => sum + ((length + 3) & ~3), 0))
    let at = 0
    outlines.forEach((outline, place) => {
      glyf.set(outline, at)
      at += (outline.length + 3) & ~3
      places.setUint32((place + 1) * 4, at)
    })
    const hmtx = new Uint8Array(glyphs.length * 4)
    glyphs.forEach((glyph, place) => {
      const from = this.#at('hmtx') + Math.min(glyph, this.#metrics - 1) * 4
      hmtx.set(this.#bytes(from, 4), place * 4)
    })
    const copy = (tag: string) => this.#bytes(this.#at(tag), this.#tables.get(tag)!.length).slice()
    const [head, hhea, maxp] = [copy('head'), copy('hhea'), copy('maxp')]
    new DataView(head.buffer).setInt16(50, 1)
    new DataView(hhea.buffer).setUint16(34, glyphs.length)
    new DataView(maxp.buffer).setUint16(4, glyphs.length)
    return fileOf({ glyf, head, hhea, hmtx, loca, maxp })
  }
}

/** Where each component of a composed glyph begins. */
function componentsOf(view: DataView): number[] {
  const found: number[] = []
  if (view.byteLength < 12 || view.getInt16(0) >= 0) return found
  for (let at = 10, more = true; more; ) {
    found.push(at)
    const flags = view.getUint16(at)
    more = (flags & 0x20) !== 0
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0)
  }
  return found
}

/** Instructions call functions of the whole face, which the part leaves out. Returns a copy. */
function withoutInstructions(outline: Uint8Array): Uint8Array {
  const copy = outline.slice()
  if (copy.length < 12) return copy
  const view = new DataView(copy.buffer)
  const contours = view.getInt16(0)
  if (contours < 0) {
    for (const at of componentsOf(view)) view.setUint16(at, view.getUint16(at) & ~0x100)
    return copy
  }
  const at = 10 + contours * 2
  const length = view.getUint16(at)
  view.setUint16(at, 0)
  copy.copyWithin(at + 2, at + 2 + length)
  return copy.subarray(0, copy.length - length)
}

function fileOf(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(tables).sort()
  const headLength = 12 + names.length * 16
  const length = names.reduce((sum, name) => sum + ((tables[name]!.length + 3) & ~3), headLength)
  const file = new Uint8Array(length)
  const view = new DataView(file.buffer)
  const power = 2 ** Math.floor(Math.log2(names.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, names.length)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, names.length * 16 - power * 16)
  let at = headLength
  names.forEach((name, place) => {
    const table = tables[name]!
    file.set(table, at)
    let sum = 0
    for (let word = at; word < at + table.length; word += 4) sum = (sum + view.getUint32(word)) >>> 0
    const entry = 12 + place * 16
    for (let letter = 0; letter < 4; letter++) file[entry + letter] = name.charCodeAt(letter)
    view.setUint32(entry + 4, sum)
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, table.length)
    at += (table.length + 3) & ~3
  })
  return file
}

let face: Face | undefined
const theFace = (): Face => {
  face ??= new Face(readFileSync(createRequire(import.meta.url).resolve(FACE)))
  return face
}
const kept = new Map<string, Subset>()

/**
 * The part of the face with the letters of some texts; the same letters give the same part, which is kept.
 * @throws {PdfError} letter_unknown, with the letter
 */
export function subsetOf(texts: readonly string[]): Subset {
  const letters = [...new Set(ALWAYS + texts.join('').normalize('NFC'))].sort()
  const key = letters.join('')
  const known = kept.get(key)
  if (known !== undefined) return known
  const from = theFace()
  const glyphs = new Map<string, { glyph: number; width: number }>()
  const wanted = [0]
  for (const letter of letters) {
    const glyph = from.glyphOf(letter)
    if (glyph === undefined)
      throw new PdfError('pdf.letter_unknown', `the face of marks has no letter ${letter}`, { letter })
    let place = wanted.indexOf(glyph)
    if (place < 0) place = wanted.push(glyph) - 1
    glyphs.set(letter, { glyph: place, width: from.width(glyph) })
  }
  const file = from.part(wanted)
  let hash = 0
  for (const letter of letters) hash = (hash * 31 + letter.codePointAt(0)!) % 26 ** 6
  const tag = Array.from({ length: 6 }, (_, place) => String.fromCharCode(65 + (Math.floor(hash / 26 ** place) % 26)))
  const made = { tag: tag.join(''), file: deflateSync(file), fileLength: file.length, glyphs }
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, made)
  return made
}

/** In points. */
export function widthOf(subset: Subset, text: string, size: number): number {
  let width = 0
  for (const letter of text.normalize('NFC')) width += subset.glyphs.get(letter)!.width
  return (width * size) / 1000
}

/** The text as its glyphs, for `Tj`. */
export function shown(subset: Subset, text: string): string {
  let digits = ''
  for (const letter of text.normalize('NFC')) digits += subset.glyphs.get(letter)!.glyph.toString(16).padStart(4, '0')
  return `<${digits}>`
}

/** Puts the part into the update as a font whose text can be taken out again. */
export function addFont(update: PdfUpdate, subset: Subset): Ref {
  const { unitsPerEm, ascent, descent } = theFace()
  const scaled = (units: number) => Math.round((units * 1000) / unitsPerEm)
  const name = new Name(`${subset.tag}+Tinos-Regular`)
  const file = update.add(
    new Stream(dictOf({ Filter: new Name('FlateDecode'), Length1: subset.fileLength }), subset.file),
  )
  const descriptor = update.add(
    dictOf({
      Type: new Name('FontDescriptor'),
      FontName: name,
      Flags: 4,
      FontBBox: [-600, -310, 2100, 1050],
      ItalicAngle: 0,
      Ascent: scaled(ascent),
      Descent: scaled(descent),
      CapHeight: 662,
      StemV: 80,
      FontFile2: file,
    }),
  )
  const rows = [...subset.glyphs].map(([letter, { glyph, width }]) => ({ letter, glyph, width }))
  rows.sort((a, b) => a.glyph - b.glyph)
  const widths: Value[] = rows.flatMap(({ glyph, width }) => [glyph, [Math.round(width)]])
  const descendant = update.add(
    dictOf({
      Type: new Name('Font'),
      Subtype: new Name('CIDFontType2'),
      BaseFont: name,
      CIDSystemInfo: dictOf({ Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 }),
      FontDescriptor: descriptor,
      CIDToGIDMap: new Name('Identity'),
      W: widths,
    }),
  )
  const hex = (value: number) => value.toString(16).padStart(4, '0')
  const lines = rows.map(({ letter, glyph }) => `<${hex(glyph)}> <${hex(letter.codePointAt(0)!)}>`)
  const blocks: string[] = []
  for (let at = 0; at < lines.length; at += 100) {
    const some = lines.slice(at, at + 100)
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  const map = `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Letters def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${blocks.join('\n')}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend`
  return update.add(
    dictOf({
      Type: new Name('Font'),
      Subtype: new Name('Type0'),
      BaseFont: name,
      Encoding: new Name('Identity-H'),
      DescendantFonts: [descendant],
      ToUnicode: update.add(new Stream(dictOf({}), Buffer.from(map, 'latin1'))),
    }),
  )
}
