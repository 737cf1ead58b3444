import { constants, inflateSync } from 'node:zlib'
import {
  Dict,
  damaged,
  isWhite,
  latin1,
  Name,
  PdfError,
  Ref,
  Scanner,
  Stream,
  type Value,
  Work,
} from './pdf-objects.ts'

/** Where an object lies: at a byte of the file, or at a place in an object stream. */
export interface Entry {
  kind: 'free' | 'at' | 'in'
  /** Byte of the file, or number of the object stream. */
  where: number
  /** Generation, or place in the stream. */
  gen: number
}

/** One table of the file: what one writing of it added. */
export interface Section {
  start: number
  end: number
  entries: Map<number, Entry>
  trailer: Dict
  isStream: boolean
}

interface Indirect {
  num: number
  gen: number
  value: Value
  start: number
  end: number
}

const MOST_SECTIONS = 4096
const MOST_ENTRIES = 1 << 20
const MOST_PAGES = 100_000
const MOST_UNPACKED = 64 * 1024 * 1024

/**
 * What has been read of some bytes, whichever revision asks. Nothing is repaired: a reader that repairs shows what its own
 * guess finds, and signatures are about what all readers show.
 */
export class PdfBytes {
  readonly bytes: Uint8Array
  readonly work: Work
  readonly sections = new Map<number, Section>()
  readonly objects = new Map<number, Indirect>()
  readonly unpacked = new Map<Stream, Map<number, Value>>()
  entries = 0
  constructor(bytes: Uint8Array) {
    const header = latin1(bytes.subarray(0, 1024))
    if (!header.includes('%PDF-')) throw new PdfError('pdf.not_pdf', 'no PDF header in the first 1024 bytes')
    if (!header.startsWith('%PDF-')) throw damaged('bytes before the header')
    this.bytes = bytes
    this.work = new Work(bytes.length)
  }
}

/** A page: its object, what it inherits, and its number from 1. */
export interface Page {
  number: number
  ref: Ref
  dict: Dict
  /** Resources, MediaBox, CropBox and Rotate, also where the tree above gives them. */
  inherited: Dict
}

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const

/** A PDF as it was when it was `end` bytes long. */
export class PdfFile {
  readonly source: PdfBytes
  readonly end: number
  /** Newest first. */
  readonly sections: readonly Section[]
  /** Byte of the newest table, as `startxref` says. */
  readonly startxref: number
  /** First byte after the last `startxref` and its number. */
  readonly tail: number
  #pages: readonly Page[] | undefined
  /** Lengths that are being looked up: one may lie in a stream whose own length is looked up. */
  #lengths = 0

  /** @throws {PdfError} damaged, too_much, not_pdf */
  constructor(source: PdfBytes, end = source.bytes.length) {
    this.source = source
    this.end = end
    const from = Math.max(0, end - 2048)
    const place = latin1(source.bytes.subarray(from, end)).lastIndexOf('startxref')
    if (place < 0) throw damaged('no startxref at the end')
    const scanner = new Scanner(source.bytes, from + place + 9, end, source.work)
    const start = scanner.whole()
    if (start === null) throw damaged('startxref without a number')
    this.startxref = start
    this.tail = scanner.at
    this.sections = this.#chain(start)
  }

  get trailer(): Dict {
    return this.sections[0]!.trailer
  }

  get isEncrypted(): boolean {
    return this.sections.some(({ trailer }) => (trailer.get('Encrypt') ?? null) !== null)
  }

  /** The number after the highest that is in use. */
  get size(): number {
    let size = 1
    for (const { trailer, entries } of this.sections) {
      const given = trailer.get('Size')
      if (typeof given === 'number' && given > size && given <= 8_388_608) size = given
      for (const num of entries.keys()) if (num >= size) size = num + 1
    }
    return size
  }

  entry(num: number): Entry | undefined {
    for (const { entries } of this.sections) {
      const found = entries.get(num)
      if (found !== undefined) return found
    }
    return undefined
  }

  /** The value an object has, null if it has none. @throws {PdfError} */
  object(num: number, gen?: number): Value {
    const entry = this.entry(num)
    if (entry === undefined || entry.kind === 'free') return null
    if (entry.kind === 'at') {
      if (gen !== undefined && gen !== entry.gen) return null
      return this.#objectAt(num, entry).value
    }
    if (gen !== undefined && gen !== 0) return null
    return this.#objectIn(num, entry)
  }

  /** Where an object lies in the file, from its number to `endobj`; null if it lies in a stream or nowhere. */
  extent(num: number): { start: number; end: number } | null {
    const entry = this.entry(num)
    if (entry?.kind !== 'at') return null
    const { start, end } = this.#objectAt(num, entry)
    return { start, end }
  }

  /** Every object that lies in the file itself, also those that a later table replaced. What cannot be read is passed over. */
  *everyObject(): Generator<{ num: number; start: number; end: number; value: Value }> {
    for (const { entries } of this.sections) {
      for (const [num, entry] of entries) {
        if (entry.kind !== 'at') continue
        try {
          const { start, end, value } = this.#objectAt(num, entry)
          yield { num, start, end, value }
        } catch (error) {
          if (!(error instanceof PdfError && error.code === 'pdf.damaged')) throw error
        }
      }
    }
  }

  resolve(value: Value | undefined): Value {
    let found: Value = value ?? null
    for (let step = 0; found instanceof Ref; step++) {
      if (step > 16) throw damaged('references that lead to each other')
      found = this.object(found.num, found.gen)
    }
    return found
  }

  dict(value: Value | undefined): Dict | null {
    const found = this.resolve(value)
    return found instanceof Dict ? found : null
  }

  list(value: Value | undefined): Value[] | null {
    const found = this.resolve(value)
    return Array.isArray(found) ? found : null
  }

  name(value: Value | undefined): string | null {
    const found = this.resolve(value)
    return found instanceof Name ? found.value : null
  }

  numbers(value: Value | undefined, count: number): number[] | null {
    const found = this.list(value)?.map((one) => this.resolve(one))
    return found?.length === count && found.every((one) => typeof one === 'number') ? (found as number[]) : null
  }

  get catalog(): Dict {
    const root = this.dict(this.trailer.get('Root'))
    if (root === null) throw damaged('no catalog')
    return root
  }

  /** The pages in order. @throws {PdfError} damaged if the tree has a cycle or an end that is no page */
  get pages(): readonly Page[] {
    this.#pages ??= this.#pageTree()
    return this.#pages
  }

  #pageTree(): Page[] {
    const pages: Page[] = []
    const seen = new Set<number>()
    const open: { value: Value; above: Dict }[] = [{ value: this.catalog.get('Pages') ?? null, above: new Dict() }]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { value, above } = next
      if (!(value instanceof Ref)) throw damaged('a page that is not an object of its own')
      if (seen.has(value.num)) throw damaged('a page is twice in the page tree')
      seen.add(value.num)
      if (seen.size > MOST_PAGES) throw new PdfError('pdf.too_much', `more than ${MOST_PAGES} pages`)
      const dict = this.dict(value)
      if (dict === null) throw damaged('a page of the page tree is missing')
      const inherited = new Dict(above)
      for (const key of INHERITED) if (dict.has(key)) inherited.set(key, dict.get(key)!)
      const kids = this.list(dict.get('Kids'))
      if (kids !== null) {
        this.source.work.spend(kids.length)
        for (let place = kids.length - 1; place >= 0; place--) open.push({ value: kids[place]!, above: inherited })
      } else pages.push({ number: pages.length + 1, ref: value, dict, inherited })
    }
    return pages
  }

  #chain(start: number): Section[] {
    const sections: Section[] = []
    const seen = new Set<number>()
    for (let at: number | null = start; at !== null; ) {
      if (seen.has(at)) throw damaged('tables that lead back to themselves')
      seen.add(at)
      if (seen.size > MOST_SECTIONS) throw new PdfError('pdf.too_much', `more than ${MOST_SECTIONS} tables`)
      const section = this.#section(at)
      sections.push(section)
      const prev = section.trailer.get('Prev') ?? null
      if (prev !== null && !(typeof prev === 'number' && Number.isInteger(prev) && prev >= 0))
        throw damaged('Prev is not a place in the file')
      at = prev
    }
    return sections
  }

  #section(at: number): Section {
    const { source } = this
    const known = source.sections.get(at)
    if (known !== undefined) {
      if (known.end > this.end) throw damaged('a table reaches over the end')
      return known
    }
    const scanner = new Scanner(source.bytes, at, this.end, source.work)
    const section = scanner.take('xref') ? this.#table(at, scanner) : this.#tableStream(at)
    source.sections.set(at, section)
    return section
  }

  #add(entries: Map<number, Entry>, num: number, entry: Entry): void {
    if (++this.source.entries > MOST_ENTRIES) throw new PdfError('pdf.too_much', `more than ${MOST_ENTRIES} objects`)
    if (entries.has(num)) throw damaged(`object ${num} is twice in a table`)
    entries.set(num, entry)
  }

  #table(start: number, scanner: Scanner): Section {
    const entries = new Map<number, Entry>()
    while (!scanner.take('trailer')) {
      const first = scanner.whole()
      const count = scanner.whole()
      if (first === null || count === null) throw damaged('a table without its trailer')
      // The shortest entry has eighteen bytes: what is claimed must be there.
      if (count > (this.end - scanner.at) / 18) throw damaged('a table claims more objects than it has')
      for (let num = first; num < first + count; num++) {
        scanner.work.spend(1)
        const where = scanner.whole()
        const gen = scanner.whole()
        if (where === null || gen === null) throw damaged(`an entry of the table at byte ${scanner.at}`)
        if (scanner.take('n')) this.#add(entries, num, where === 0 ? FREE : { kind: 'at', where, gen })
        else if (scanner.take('f')) this.#add(entries, num, FREE)
        else throw damaged(`an entry of the table at byte ${scanner.at}`)
      }
    }
    const trailer = scanner.value()
    if (!(trailer instanceof Dict)) throw damaged('a table without its trailer')
    const hidden = trailer.get('XRefStm')
    if (typeof hidden === 'number') {
      // A hybrid file: what is free in the table may lie in the stream beside it.
      for (const [num, entry] of this.#tableStream(hidden).entries)
        if ((entries.get(num)?.kind ?? 'free') === 'free') entries.set(num, entry)
    }
    return { start, end: scanner.at, entries, trailer, isStream: false }
  }

  #tableStream(start: number): Section {
    const { value, end } = this.#indirectAt(start)
    if (!(value instanceof Stream)) throw damaged(`no table at byte ${start}`)
    const { dict } = value
    const type = dict.get('Type')
    const widths = dict.get('W')
    if (!(type instanceof Name && type.value === 'XRef') || !Array.isArray(widths)) throw damaged('not a table')
    const [w0, w1, w2] = widths as number[]
    if (widths.length !== 3 || !widths.every((one) => typeof one === 'number' && one >= 0 && one <= 7))
      throw damaged('the widths of a table')
    const data = this.decoded(value)
    const width = w0! + w1! + w2!
    const index = dict.get('Index') ?? [0, dict.get('Size') ?? 0]
    if (width === 0 || !Array.isArray(index) || index.length % 2 !== 0) throw damaged('the index of a table')
    const entries = new Map<number, Entry>()
    let at = 0
    const field = (bytes: number) => {
      let value = 0
      for (let place = 0; place < bytes; place++) value = value * 256 + data[at++]!
      return value
    }
    for (let pair = 0; pair < index.length; pair += 2) {
      const [first, count] = [index[pair], index[pair + 1]]
      if (!isWhole(first) || !isWhole(count) || count * width > data.length - at)
        throw damaged('a table claims more objects than it has')
      this.source.work.spend(count)
      for (let num = first; num < first + count; num++) {
        const kind = w0 === 0 ? 1 : field(w0!)
        const where = field(w1!)
        const gen = field(w2!)
        this.#add(
          entries,
          num,
          kind === 1 ? { kind: 'at', where, gen } : kind === 2 ? { kind: 'in', where, gen } : FREE,
        )
      }
    }
    return { start, end, entries, trailer: dict, isStream: true }
  }

  #objectAt(num: number, { where, gen }: Entry): Indirect {
    const found = this.#indirectAt(where)
    if (found.num !== num || found.gen !== gen) throw damaged(`object ${num} is not where the table says`)
    return found
  }

  #indirectAt(start: number): Indirect {
    const { source } = this
    const known = source.objects.get(start)
    if (known !== undefined) {
      if (known.end > this.end) throw damaged('an object reaches over the end')
      return known
    }
    const scanner = new Scanner(source.bytes, start, this.end, source.work)
    if (!isDigitAt(source.bytes, start)) throw damaged(`no object at byte ${start}`)
    const num = scanner.whole()
    const gen = scanner.whole()
    if (num === null || gen === null || !scanner.take('obj')) throw damaged(`no object at byte ${start}`)
    let value = scanner.value()
    scanner.passSpace()
    if (value instanceof Dict && scanner.takeHere('stream')) value = this.#stream(value, scanner)
    if (!scanner.take('endobj')) throw damaged(`object ${num} does not end`)
    const found = { num, gen, value, start, end: scanner.at }
    source.objects.set(start, found)
    return found
  }

  #stream(dict: Dict, scanner: Scanner): Stream {
    const { bytes } = scanner
    if (bytes[scanner.at] === 13 && bytes[scanner.at + 1] === 10) scanner.at += 2
    else if (bytes[scanner.at] === 10) scanner.at++
    else throw damaged('a stream without a line break before it')
    const length = this.#length(dict.get('Length'))
    const start = scanner.at
    if (start + length > this.end) throw damaged('a stream claims to be longer than the file')
    scanner.at = start + length
    if (!scanner.take('endstream')) throw damaged('a stream is not as long as it claims')
    return new Stream(dict, bytes.subarray(start, start + length))
  }

  /** A length may be in an object of its own, which is a number and nothing else. */
  #length(value: Value | undefined): number {
    let length: Value = value ?? null
    if (length instanceof Ref) {
      if (++this.#lengths > 8) throw damaged('lengths that lead to each other')
      const entry = this.sections === undefined ? undefined : this.entry(length.num)
      if (entry?.kind === 'at') {
        const scanner = new Scanner(this.source.bytes, entry.where, this.end, this.source.work)
        length = scanner.whole() !== null && scanner.whole() !== null && scanner.take('obj') ? scanner.whole() : null
      } else length = entry?.kind === 'in' ? this.#objectIn(length.num, entry) : null
      this.#lengths--
    }
    if (!isWhole(length)) throw damaged('a stream without a length')
    return length
  }

  #objectIn(num: number, { where, gen }: Entry): Value {
    const entry = this.entry(where)
    if (entry?.kind !== 'at') throw damaged(`object ${num} lies in a stream that is not there`)
    const stream = this.#objectAt(where, entry).value
    if (!(stream instanceof Stream)) throw damaged(`object ${num} lies in what is no stream`)
    let values = this.source.unpacked.get(stream)
    if (values === undefined) {
      values = this.#objectsOf(stream)
      this.source.unpacked.set(stream, values)
    }
    const value = values.get(num)
    if (value === undefined) throw damaged(`object ${num} is not in the stream at place ${gen}`)
    return value
  }

  #objectsOf(stream: Stream): Map<number, Value> {
    const { dict } = stream
    const [type, count, first] = ['Type', 'N', 'First'].map((key) => dict.get(key))
    if (!(type instanceof Name && type.value === 'ObjStm') || !isWhole(count) || !isWhole(first))
      throw damaged('not an object stream')
    const data = this.decoded(stream)
    if (count > data.length / 3 || first > data.length) throw damaged('an object stream claims more than it has')
    const header = new Scanner(data, 0, first, this.source.work)
    const values = new Map<number, Value>()
    for (let place = 0; place < count; place++) {
      const num = header.whole()
      const offset = header.whole()
      if (num === null || offset === null || values.has(num)) throw damaged('the head of an object stream')
      values.set(num, new Scanner(data, first + offset, data.length, this.source.work).value())
    }
    return values
  }

  /** The bytes of a stream, unpacked. @throws {PdfError} damaged if packed in a way other than Flate, too_much */
  decoded({ dict, raw }: Stream): Uint8Array {
    const one = (value: Value): Value => (Array.isArray(value) && value.length === 1 ? this.resolve(value[0]) : value)
    const filter = one(this.resolve(dict.get('Filter')))
    if (filter === null || (Array.isArray(filter) && filter.length === 0)) return raw
    if (!(filter instanceof Name && (filter.value === 'FlateDecode' || filter.value === 'Fl')))
      throw damaged('a stream packed in a way that is not read here')
    const { work } = this.source
    let data: Uint8Array
    try {
      data = inflateSync(raw, {
        maxOutputLength: Math.max(1, Math.min(MOST_UNPACKED, work.mayUnpack)),
        finishFlush: constants.Z_SYNC_FLUSH,
      })
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') {
        work.unpacked(MOST_UNPACKED)
        throw new PdfError('pdf.too_much', 'a stream unpacks to more than is read')
      }
      throw damaged('a stream cannot be unpacked')
    }
    work.unpacked(data.length)
    const parms = one(this.resolve(dict.get('DecodeParms')))
    return parms instanceof Dict ? this.#unpredicted(data, parms) : data
  }

  #unpredicted(data: Uint8Array, parms: Dict): Uint8Array {
    const get = (key: string, other: number) => {
      const value = this.resolve(parms.get(key))
      return isWhole(value) && value > 0 && value < 1_000_000 ? value : other
    }
    const predictor = get('Predictor', 1)
    if (predictor === 1) return data
    if (predictor < 10) throw damaged('a stream packed in a way that is not read here')
    const unit = Math.max(1, (get('Colors', 1) * get('BitsPerComponent', 8)) >> 3)
    const row = Math.ceil((get('Columns', 1) * get('Colors', 1) * get('BitsPerComponent', 8)) / 8)
    return unfiltered(data, row, unit)
  }
}

const FREE: Entry = { kind: 'free', where: 0, gen: 0 }
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isDigitAt = (bytes: Uint8Array, at: number) => {
  while (isWhite(bytes[at])) at++
  return bytes[at]! >= 48 && bytes[at]! <= 57
}

/** Undoes the filters of PNG (one byte before each row). @param unit bytes of a whole pixel */
export function unfiltered(data: Uint8Array, row: number, unit: number): Uint8Array {
  const rows = Math.floor(data.length / (row + 1))
  const out = new Uint8Array(rows * row)
  for (let line = 0; line < rows; line++) {
    const from = line * (row + 1)
    const filter = data[from]!
    const to = line * row
    for (let place = 0; place < row; place++) {
      const left = place >= unit ? out[to + place - unit]! : 0
      const up = line > 0 ? out[to + place - row]! : 0
      const corner = place >= unit && line > 0 ? out[to + place - row - unit]! : 0
      let guess = 0
      if (filter === 1) guess = left
      else if (filter === 2) guess = up
      else if (filter === 3) guess = (left + up) >> 1
      else if (filter === 4) {
        const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
        guess = a <= b && a <= c ? left : b <= c ? up : corner
      }
      out[to + place] = data[from + 1 + place]! + guess
    }
  }
  return out
}
