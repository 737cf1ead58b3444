import type { Level, List } from '../numbering.ts'
import { numberIn, type Properties, propertiesOf, SPRM } from './properties.ts'

/** A style of the binary format, `basedOn` already followed. */
export interface DocStyle {
  properties: Properties
  /** Properties of its letters. */
  letters: Properties
  /** 1-based heading depth, null for body text. */
  level: number | null
}

/** Bytes with a read position. Reading past the end gives zeros, so callers limit lists by their counts. */
class Cursor {
  at = 0
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
  take(size: number): Uint8Array {
    const chunk = this.bytes.subarray(this.at, this.at + size)
    this.at += size
    return chunk
  }
  number(size: 1 | 2 | 4): number {
    const chunk = this.take(size)
    let value = 0
    for (let index = chunk.length - 1; index >= 0; index--) value = value * 256 + chunk[index]!
    return value
  }
  get ended(): boolean {
    return this.at >= this.bytes.length
  }
}

/** Number formats by code ([MS-OSHARED] 2.2.1.3). */
const FORMATS: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
}

/**
 * The lists of a document by the number its paragraphs use (from 1), from the two list tables ([MS-DOC] 2.9.131,
 * 2.9.132). `definitions` begins at the first table and includes the levels that follow it.
 */
export function listsOf(definitions: Uint8Array, overrides: Uint8Array): Map<string, List> {
  const lists = new Map<string, List>()
  const byId = levelsById(new Cursor(definitions))
  const cursor = new Cursor(overrides)
  const count = Math.min(cursor.number(4), 10_000)
  const heads: { id: number; levels: number }[] = []
  for (let index = 0; index < count && !cursor.ended; index++) {
    const id = cursor.number(4)
    cursor.take(8)
    const levels = cursor.number(1)
    cursor.take(3)
    heads.push({ id, levels })
  }
  heads.forEach(({ id, levels }, index) => {
    const list: List = { abstractId: String(id), levels: new Map(byId.get(id)), overrides: new Map() }
    cursor.take(4)
    for (let level = 0; level < Math.min(levels, 9) && !cursor.ended; level++) {
      const start = cursor.number(4)
      const flags = cursor.number(4)
      const number = flags & 0xf
      if (flags & 0x20) list.levels.set(number, levelFrom(cursor, number))
      else if (flags & 0x10) list.overrides.set(number, start)
    }
    lists.set(String(index + 1), list)
  })
  return lists
}

function levelsById(cursor: Cursor): Map<number, Map<number, Level>> {
  const count = Math.min(cursor.number(2), 10_000)
  const heads: { id: number; simple: boolean }[] = []
  for (let index = 0; index < count && !cursor.ended; index++) {
    const id = cursor.number(4)
    cursor.take(22)
    const simple = (cursor.number(1) & 1) === 1
    cursor.take(1)
    heads.push({ id, simple })
  }
  const found = new Map<number, Map<number, Level>>()
  for (const { id, simple } of heads) {
    const levels = new Map<number, Level>()
    for (let level = 0; level < (simple ? 1 : 9) && !cursor.ended; level++) levels.set(level, levelFrom(cursor, level))
    found.set(id, levels)
  }
  return found
}

/** One level: a fixed part, two groups of properties, and the printed text with control characters for numbers. */
function levelFrom(cursor: Cursor, number: number): Level {
  const start = cursor.number(4)
  const format = cursor.number(1)
  const flags = cursor.number(1)
  cursor.take(18)
  const letters = cursor.number(1)
  const paragraph = cursor.number(1)
  const restart = cursor.number(1)
  cursor.take(1 + paragraph + letters)
  const length = cursor.number(2)
  const text = new TextDecoder('utf-16le').decode(cursor.take(length * 2))
  return {
    start,
    format: FORMATS[format] ?? 'decimal',
    text: Array.from(text, (sign) => (sign.charCodeAt(0) < 9 ? `%${sign.charCodeAt(0) + 1}` : sign)).join(''),
    legal: (flags & 4) !== 0,
    restartAfter: flags & 8 ? restart - 1 : number - 1,
  }
}

/** The style sheet ([MS-DOC] 2.9.271). */
export function stylesOf(bytes: Uint8Array): (number: number) => DocStyle {
  const cursor = new Cursor(bytes)
  const infoSize = cursor.number(2)
  const info = new Cursor(cursor.take(infoSize))
  const count = Math.min(info.number(2), 4_096)
  const baseSize = info.number(2)
  const raw: (Uint8Array | null)[] = []
  for (let index = 0; index < count && !cursor.ended; index++) {
    const size = cursor.number(2)
    raw.push(size > 0 ? cursor.take(size) : null)
    if (cursor.at % 2 === 1) cursor.take(1)
  }
  const known = new Map<number, DocStyle>()
  const resolve = (number: number, depth: number): DocStyle => {
    const done = known.get(number)
    if (done) return done
    const definition = raw[number]
    if (!definition || depth > 20) return { properties: new Map(), letters: new Map(), level: null }
    const style = new Cursor(definition)
    const builtIn = style.number(2) & 0xfff
    const kindAndBase = style.number(2)
    const base = kindAndBase >> 4 === 0xfff ? null : resolve(kindAndBase >> 4, depth + 1)
    style.at = baseSize
    style.take(style.number(2) * 2 + 2)
    const own: DocStyle = {
      properties: new Map(base?.properties),
      letters: new Map(base?.letters),
      level: builtIn >= 1 && builtIn <= 9 ? builtIn : (base?.level ?? null),
    }
    if ((kindAndBase & 0xf) === 1) {
      propertiesOf(upx(style).subarray(2), own.properties)
      propertiesOf(upx(style), own.letters)
    }
    const outline = numberIn(own.properties, SPRM.outlineLevel)
    if (outline !== undefined && outline < 9) own.level = outline + 1
    known.set(number, own)
    return own
  }
  return (number) => resolve(number, 0)
}

function upx(style: Cursor): Uint8Array {
  if (style.at % 2 === 1) style.take(1)
  return style.take(style.number(2))
}

/** Names of the fonts by number ([MS-DOC] 2.9.275): they identify text in encodings from before Unicode. */
export function fontsOf(bytes: Uint8Array): string[] {
  const cursor = new Cursor(bytes)
  const count = Math.min(cursor.number(2), 4_096)
  cursor.take(2)
  const fonts: string[] = []
  for (let index = 0; index < count && !cursor.ended; index++) {
    const font = cursor.take(cursor.number(1))
    fonts.push(new TextDecoder('utf-16le').decode(font.subarray(39)).split('\0')[0] ?? '')
  }
  return fonts
}

/** Where a row's cells begin and end, and which continue the cell above ([MS-DOC] 2.9.343). */
export function rowShape(definition: Uint8Array): { borders: number[]; continuesAbove: boolean[]; covered: boolean[] } {
  const view = new DataView(definition.buffer, definition.byteOffset, definition.byteLength)
  const count = Math.min(definition[0] ?? 0, 63)
  const borders: number[] = []
  const continuesAbove: boolean[] = []
  const covered: boolean[] = []
  for (let index = 0; index <= count && 3 + index * 2 <= definition.length; index++) {
    borders.push(view.getInt16(1 + index * 2, true))
  }
  for (let index = 0; index < count; index++) {
    const at = 1 + (count + 1) * 2 + index * 20
    const flags = at + 2 <= definition.length ? view.getUint16(at, true) : 0
    continuesAbove.push(((flags >> 5) & 3) === 1)
    covered.push((flags & 3) === 1)
  }
  return { borders, continuesAbove, covered }
}
