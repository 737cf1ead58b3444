/** The objects of a PDF file (ISO 32000-2, 7.3): read within bounds, and written. */

/** Why a PDF is not read, not signed, or not finished. the sentence of `code` is in `words-pdf.ts`; `message` is for the log. */
export type PdfRefusal =
  | 'pdf.not_pdf'
  | 'pdf.damaged'
  | 'pdf.too_much'
  | 'pdf.encrypted'
  | 'pdf.certified_closed'
  | 'pdf.fields_locked'
  | 'pdf.no_such_page'
  | 'pdf.place_outside'
  | 'pdf.no_signature_block'
  | 'pdf.picture_unreadable'
  | 'pdf.letter_unknown'
  | 'pdf.hole_too_small'

export class PdfError extends Error {
  readonly code: PdfRefusal
  readonly params: Readonly<Record<string, string | number>>
  constructor(code: PdfRefusal, message: string, params: Readonly<Record<string, string | number>> = {}) {
    super(message)
    this.code = code
    this.params = params
  }
}

export const damaged = (message: string): PdfError => new PdfError('pdf.damaged', message)

/** A name; the bytes as Latin-1, escapes resolved. */
export class Name {
  readonly value: string
  constructor(value: string) {
    this.value = value
  }
}

export class Ref {
  readonly num: number
  readonly gen: number
  constructor(num: number, gen = 0) {
    this.num = num
    this.gen = gen
  }
}

export class PdfString {
  readonly bytes: Uint8Array
  readonly isHex: boolean
  /** Where the token lies in what it was read from, with its brackets; 0, 0 if it was not read. */
  readonly start: number
  readonly end: number
  constructor(bytes: Uint8Array, isHex = false, start = 0, end = 0) {
    this.bytes = bytes
    this.isHex = isHex
    this.start = start
    this.end = end
  }
}

export class Dict extends Map<string, Value> {
  /** A key was in it twice. The last one is kept; readers differ in which they take. */
  isRepeated = false
}

/** A stream: its dictionary and its bytes as they are in the file (filters not undone). */
export class Stream {
  readonly dict: Dict
  readonly raw: Uint8Array
  constructor(dict: Dict, raw: Uint8Array) {
    this.dict = dict
    this.raw = raw
  }
}

export type Value = null | boolean | number | Name | Ref | PdfString | Value[] | Dict | Stream

/** How much may be done for one file: every token and every unpacked byte counts. What is more ends in `pdf.too_much`. */
export class Work {
  #tokens: number
  #unpacked: number
  constructor(fileLength: number) {
    this.#tokens = 1_000_000 + 2 * fileLength
    this.#unpacked = 128 * 1024 * 1024
  }
  spend(tokens: number): void {
    this.#tokens -= tokens
    if (this.#tokens < 0) throw new PdfError('pdf.too_much', 'reading this PDF takes more work than its size allows')
  }
  get mayUnpack(): number {
    return this.#unpacked
  }
  unpacked(bytes: number): void {
    this.#unpacked -= bytes
  }
}

const MOST_DEEP = 64
const MOST_VALUES = 1_000_000

/** Of each byte: 1 white space, 2 delimiter, 0 any other. */
const KIND = new Uint8Array(256)
for (const white of [0, 9, 10, 12, 13, 32]) KIND[white] = 1
for (const delimiter of '()<>[]{}/%') KIND[delimiter.charCodeAt(0)] = 2
export const isWhite = (byte: number | undefined): boolean => byte !== undefined && KIND[byte] === 1
/** The value of a hexadecimal digit, else -1. */
const HEX = new Int8Array(256).fill(-1)
for (let digit = 0; digit < 16; digit++) {
  HEX[digit.toString(16).charCodeAt(0)] = digit
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit
}
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57

/** Reads values from bytes, forward, each byte a bounded number of times. Throws `PdfError`. */
export class Scanner {
  readonly bytes: Uint8Array
  readonly end: number
  readonly work: Work
  at: number
  #values = 0
  constructor(bytes: Uint8Array, at: number, end: number, work: Work) {
    this.bytes = bytes
    this.at = at
    this.end = Math.min(end, bytes.length)
    this.work = work
  }

  passSpace(): void {
    const { bytes, end } = this
    const from = this.at
    while (this.at < end) {
      const byte = bytes[this.at]!
      if (KIND[byte] === 1) this.at++
      else if (byte === 0x25) {
        while (this.at < end && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at++
      } else break
    }
    if (this.at - from > 64) this.work.spend((this.at - from) >> 3)
  }

  /** Takes the word if it is here, after white space. */
  take(word: string): boolean {
    this.passSpace()
    return this.takeHere(word)
  }

  takeHere(word: string): boolean {
    const stop = this.at + word.length
    if (stop > this.end) return false
    for (let place = 0; place < word.length; place++)
      if (this.bytes[this.at + place] !== word.charCodeAt(place)) return false
    if (stop < this.end && KIND[this.bytes[stop]!] === 0 && KIND[word.charCodeAt(word.length - 1)] === 0) return false
    this.at = stop
    return true
  }

  /** A whole number without sign, or null (nothing is then taken). */
  whole(): number | null {
    this.passSpace()
    const from = this.at
    let value = 0
    while (this.at < this.end && isDigit(this.bytes[this.at])) {
      value = value * 10 + this.bytes[this.at]! - 48
      this.at++
    }
    const isEnded = this.at === this.end || KIND[this.bytes[this.at]!] !== 0
    if (this.at === from || this.at - from > 15 || !isEnded) {
      this.at = from
      return null
    }
    return value
  }

  /** One value. Streams are the business of who knows how long they are. */
  value(depth = 0): Value {
    this.work.spend(1)
    if (++this.#values > MOST_VALUES) throw new PdfError('pdf.too_much', 'an object of more than a million values')
    if (depth > MOST_DEEP) throw new PdfError('pdf.too_much', `an object nested deeper than ${MOST_DEEP}`)
    this.passSpace()
    const byte = this.at < this.end ? this.bytes[this.at]! : -1
    switch (byte) {
      case 0x2f:
        return new Name(this.#name())
      case 0x28:
        return this.#literal()
      case 0x5b: {
        this.at++
        const list: Value[] = []
        for (this.passSpace(); this.bytes[this.at] !== 0x5d; this.passSpace()) {
          if (this.at >= this.end) throw damaged('an array does not end')
          list.push(this.value(depth + 1))
        }
        this.at++
        return list
      }
      case 0x3c:
        return this.bytes[this.at + 1] === 0x3c ? this.#dict(depth) : this.#hex()
      case -1:
        throw damaged('the bytes end where a value should be')
    }
    if (isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e) return this.#number()
    if (this.takeHere('true')) return true
    if (this.takeHere('false')) return false
    if (this.takeHere('null')) return null
    throw damaged(`no value at byte ${this.at}`)
  }

  #number(): number | Ref {
    const from = this.at
    const whole = this.whole()
    if (whole !== null) {
      const after = this.at
      const gen = this.whole()
      if (gen !== null && gen <= 65535 && this.take('R')) return new Ref(whole, gen)
      this.at = after
      return whole
    }
    while (this.at < this.end && KIND[this.bytes[this.at]!] === 0) this.at++
    if (this.at - from > 40) throw damaged(`a number of ${this.at - from} characters`)
    const text = latin1(this.bytes.subarray(from, this.at))
    const number = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN
    if (Number.isNaN(number)) throw damaged(`not a number: ${text}`)
    return number
  }

  #name(): string {
    const from = ++this.at
    let hasEscape = false
    while (this.at < this.end && KIND[this.bytes[this.at]!] === 0) {
      if (this.bytes[this.at] === 0x23) hasEscape = true
      this.at++
    }
    if (this.at - from > 4096) throw damaged('a name longer than 4096 bytes')
    const text = latin1(this.bytes.subarray(from, this.at))
    return hasEscape
      ? text.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
      : text
  }

  #hex(): PdfString {
    const start = this.at++
    const close = this.bytes.indexOf(0x3e, this.at)
    if (close < 0 || close >= this.end) throw damaged('a hexadecimal string does not end')
    this.work.spend((close - start) >> 5)
    // Without white space between, as nearly all are, the platform reads it quickly; it stops where there is no digit.
    const quick = Buffer.from(latin1(this.bytes.subarray(this.at, close)), 'hex')
    if (quick.length * 2 === close - this.at) {
      this.at = close + 1
      return new PdfString(quick, true, start, this.at)
    }
    const out = new Uint8Array((close - this.at + 1) >> 1)
    let length = 0
    let high = -1
    for (; this.at < close; this.at++) {
      const digit = HEX[this.bytes[this.at]!]!
      if (digit < 0) {
        if (KIND[this.bytes[this.at]!] === 1) continue
        throw damaged('a hexadecimal string holds another character')
      }
      if (high < 0) high = digit
      else {
        out[length++] = (high << 4) | digit
        high = -1
      }
    }
    if (high >= 0) out[length++] = high << 4
    this.at = close + 1
    return new PdfString(out.subarray(0, length), true, start, this.at)
  }

  #literal(): PdfString {
    const start = this.at++
    const out: number[] = []
    for (let open = 1; ; ) {
      if (this.at >= this.end) throw damaged('a string does not end')
      const byte = this.bytes[this.at++]!
      if (byte === 0x28) open++
      else if (byte === 0x29 && --open === 0) break
      if (byte !== 0x5c) {
        if (byte === 13) {
          if (this.bytes[this.at] === 10) this.at++
          out.push(10)
        } else out.push(byte)
        continue
      }
      const escaped = this.bytes[this.at++] ?? 0
      if (escaped >= 48 && escaped <= 55) {
        let code = escaped - 48
        for (let more = 0; more < 2; more++) {
          const next = this.bytes[this.at]
          if (next === undefined || next < 48 || next > 55) break
          code = code * 8 + next - 48
          this.at++
        }
        out.push(code & 255)
      } else if (escaped === 13) {
        if (this.bytes[this.at] === 10) this.at++
      } else if (escaped !== 10) {
        const known = 'nrtbf'.indexOf(String.fromCharCode(escaped))
        out.push(known < 0 ? escaped : [10, 13, 9, 8, 12][known]!)
      }
    }
    this.work.spend((this.at - start) >> 4)
    return new PdfString(Uint8Array.from(out), false, start, this.at)
  }

  #dict(depth: number): Dict {
    this.at += 2
    const dict = new Dict()
    for (;;) {
      this.passSpace()
      const byte = this.bytes[this.at]
      if (this.at >= this.end) throw damaged('a dictionary does not end')
      if (byte === 0x3e && this.bytes[this.at + 1] === 0x3e) {
        this.at += 2
        return dict
      }
      if (byte !== 0x2f) throw damaged(`a dictionary without a key at byte ${this.at}`)
      const key = this.#name()
      if (dict.has(key)) dict.isRepeated = true
      dict.set(key, this.value(depth + 1))
    }
  }
}

export function latin1(bytes: Uint8Array): string {
  // For names, which are short and many, a buffer would cost more than the letters.
  if (bytes.length <= 24) return String.fromCharCode.apply(null, bytes as unknown as number[])
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** Text for the dictionary of a signature: ASCII as it is, anything else as UTF-16 with its mark. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return new PdfString(Buffer.from(text, 'latin1'))
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  return new PdfString(little.swap16(), true)
}

/** The text of such a string; also UTF-8 with its mark (PDF 2.0). */
export function textOf(value: Value | undefined): string | null {
  if (!(value instanceof PdfString)) return null
  const bytes = Buffer.from(value.bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return bytes
      .subarray(2, bytes.length - (bytes.length % 2))
      .swap16()
      .toString('utf16le')
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8')
  return bytes.toString('latin1')
}

const number = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(5).replace(/0+$/, '').replace(/\.$/, '').replace(/^-0$/, '0')

/** The name as it is written, with its slash. */
export const written = (name: string): string =>
  `/${name.replace(/[^!-~]|[()<>[\]{}/%#]/g, (one) => `#${one.charCodeAt(0).toString(16).padStart(2, '0')}`)}`

/** A value as it is written, Latin-1. Streams are written by `pdf-update.ts`. */
export function write(value: Value): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return number(value)
  if (value instanceof Name) return written(value.value)
  if (value instanceof Ref) return `${value.num} ${value.gen} R`
  if (value instanceof PdfString) return writeString(value)
  if (Array.isArray(value)) return `[${value.map(write).join(' ')}]`
  if (value instanceof Dict) return `<<${[...value].map(([key, one]) => `${written(key)} ${write(one)}`).join(' ')}>>`
  throw new TypeError('a stream is an object of its own')
}

function writeString({ bytes, isHex }: PdfString): string {
  const text = latin1(bytes)
  if (isHex || !/^[\x20-\x7e]*$/.test(text)) return `<${Buffer.from(bytes).toString('hex')}>`
  return `(${text.replace(/[()\\]/g, '\\$&')})`
}

/** A dictionary of these entries; undefined ones are left out. */
export function dictOf(entries: Readonly<Record<string, Value | undefined>>): Dict {
  const dict = new Dict()
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) dict.set(key, value)
  return dict
}
