/**
 * DER (X.690): a strict writer, and a reader that is bounded, copies nothing, and on request also reads the BER lengths
 * that strangers use around their CMS. Values are read when they are asked for: what nobody looks at costs nothing.
 */

/** Bytes that are not what they claim to be. `code` is stable and has its sentence in `words-core.ts`. */
export class Unreadable extends Error {
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Values inside each other, and values looked at in one reading. A certificate has about 150 values, 12 deep. */
const MAX_DEPTH = 40
const MAX_VALUES = 100_000
const MAX_OID_BYTES = 64

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  printable: 0x13,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

// Reading

interface Source {
  readonly bytes: Uint8Array
  readonly isBer: boolean
  left: number
}

/** One value in the bytes it was read from: `bytes` is all of it, `content` what follows tag and length. */
export class Value {
  readonly tag: number
  readonly #source: Source
  readonly #start: number
  readonly #from: number
  readonly #to: number
  readonly #end: number
  readonly #depth: number
  #children: Value[] | undefined

  constructor(source: Source, tag: number, start: number, from: number, to: number, end: number, depth: number) {
    this.tag = tag
    this.#source = source
    this.#start = start
    this.#from = from
    this.#to = to
    this.#end = end
    this.#depth = depth
  }

  get bytes(): Uint8Array {
    return this.#source.bytes.subarray(this.#start, this.#end)
  }

  get content(): Uint8Array {
    return this.#source.bytes.subarray(this.#from, this.#to)
  }

  get isBer(): boolean {
    return this.#source.isBer
  }

  /** The values inside a constructed value, in their order. */
  get children(): readonly Value[] {
    if (this.#children !== undefined) return this.#children
    if ((this.tag & 0x20) === 0) throw new Unreadable('der.shape', `${this}: holds no values`)
    const children: Value[] = []
    for (let at = this.#from; at < this.#to; ) {
      const child = valueAt(this.#source, at, this.#to, this.#depth + 1)
      children.push(child)
      at = child.#end
    }
    this.#children = children
    return children
  }

  /** The value inside at a place; throws if there is none. */
  at(place: number): Value {
    const child = this.children[place]
    if (child === undefined) throw new Unreadable('der.shape', `${this}: value ${place} is missing`)
    return child
  }

  /** This value, if it has this tag; throws otherwise. */
  as(tag: number): this {
    if (this.tag !== tag) throw new Unreadable('der.shape', `${this}: tag ${hexByte(tag)} was expected`)
    return this
  }

  integer(): bigint {
    const hex = this.integerHex()
    const isNegative = this.content[0]! >= 0x80
    return isNegative ? BigInt.asIntN(hex.length * 4, BigInt(`0x${hex}`)) : BigInt(`0x${hex}`)
  }

  /** An integer that must be small, such as a version. */
  small(): number {
    const { content } = this
    if ((this.tag !== TAG.integer && this.tag !== TAG.enumerated) || content.length === 0 || content.length > 4)
      throw new Unreadable('der.shape', `${this}: is no small integer`)
    let value = content[0]! >= 0x80 ? -1 : 0
    for (const byte of content) value = (value << 8) | byte
    return value
  }

  /** The bytes of an integer, as a serial number is written: `7b2a`. */
  integerHex(): string {
    const { content } = this.as(TAG.integer)
    if (content.length === 0) throw new Unreadable('der.shape', `${this}: integer without bytes`)
    return toHex(content)
  }

  boolean(): boolean {
    const { content } = this.as(TAG.boolean)
    if (content.length !== 1) throw new Unreadable('der.shape', `${this}: boolean of ${content.length} bytes`)
    return content[0] !== 0
  }

  /** An object identifier in dotted form. */
  oid(): string {
    return oidText(this.as(TAG.oid).content)
  }

  /** The bytes of an octet string; a string that strangers wrote in pieces is joined. */
  octets(): Uint8Array {
    if (this.tag === (TAG.octetString | 0x20) && this.isBer) return joined(this)
    return this.as(TAG.octetString).content
  }

  /** The bytes of a bit string whose last byte is full, such as a signature. */
  bits(): Uint8Array {
    const { content } = this.as(TAG.bitString)
    if (content.length === 0 || content[0] !== 0) throw new Unreadable('der.shape', `${this}: bits that fill no bytes`)
    return content.subarray(1)
  }

  /** Whether each bit of a bit string of flags is set, from the first. */
  flags(): boolean[] {
    const { content } = this.as(TAG.bitString)
    if (content.length === 0 || content[0]! > 7) throw new Unreadable('der.shape', `${this}: no bit string`)
    const flags: boolean[] = []
    const count = Math.min(64, (content.length - 1) * 8 - content[0]!)
    for (let bit = 0; bit < count; bit++) flags.push((content[1 + (bit >> 3)]! & (0x80 >> (bit & 7))) !== 0)
    return flags
  }

  /** A text of any of the string types that names are written in. */
  text(): string {
    return textOf(this)
  }

  time(): Date {
    return timeOf(this)
  }

  toString(): string {
    return `tag ${hexByte(this.tag)} at byte ${this.#start}`
  }
}

/**
 * Reads one value that fills the bytes. `ber` also takes indefinite and longer lengths than needed, strings in pieces, and
 * zeros after the value, as PDF pads its signatures with.
 * @throws Unreadable
 */
export function readDer(bytes: Uint8Array, encoding: 'der' | 'ber' = 'der'): Value {
  const isBer = encoding === 'ber'
  const value = valueAt({ bytes, isBer, left: MAX_VALUES }, 0, bytes.length, 0)
  let end = value.bytes.length
  if (isBer) while (end < bytes.length && bytes[end] === 0) end++
  if (end !== bytes.length) throw new Unreadable('der.trailing', `${bytes.length - end} bytes follow the value`)
  return value
}

/** Where a value lies, without an object for it: for lists that may be very long. */
export class Cursor {
  readonly bytes: Uint8Array
  readonly #to: number
  tag = 0
  start = 0
  from = 0
  end: number

  constructor(bytes: Uint8Array, from = 0, to: number = bytes.length) {
    this.bytes = bytes
    this.#to = to
    this.end = from
  }

  /** Goes to the next value; false after the last. DER only. */
  next(): boolean {
    if (this.end >= this.#to) return false
    const header = headerAt(this.bytes, this.end, this.#to, false)
    this.start = this.end
    this.tag = header.tag
    this.from = header.from
    this.end = header.from + header.length
    return true
  }
}

const header = { tag: 0, from: 0, length: 0 }

/** The same object each time: read it before the next call. A length of -1 is indefinite. */
function headerAt(bytes: Uint8Array, at: number, limit: number, isBer: boolean): typeof header {
  if (at + 2 > limit) throw new Unreadable('der.truncated', `ends inside the value at byte ${at}`)
  const tag = bytes[at]!
  if ((tag & 0x1f) === 0x1f) throw new Unreadable('der.tag', `long tag at byte ${at}`)
  let length = bytes[at + 1]!
  let from = at + 2
  if (length === 0x80) {
    if (!isBer || (tag & 0x20) === 0) throw new Unreadable('der.length', `indefinite length at byte ${at}`)
    length = -1
  } else if (length > 0x80) {
    const end = from + (length & 0x7f)
    if (end > limit) throw new Unreadable('der.truncated', `ends inside the length at byte ${at}`)
    if (isBer) while (from < end - 1 && bytes[from] === 0) from++
    if (end - from > 4) throw new Unreadable('der.length', `length of ${end - from} bytes at byte ${at}`)
    length = 0
    const first = bytes[from]!
    while (from < end) length = length * 256 + bytes[from++]!
    if (!isBer && (first === 0 || length < 0x80))
      throw new Unreadable('der.length', `longer length than needed at byte ${at}`)
  }
  if (length >= 0 && from + length > limit)
    throw new Unreadable('der.truncated', `value at byte ${at} is longer than what holds it`)
  header.tag = tag
  header.from = from
  header.length = length
  return header
}

function spend(source: Source): void {
  if (--source.left < 0) throw new Unreadable('der.too_many', `more than ${MAX_VALUES} values`)
}

function valueAt(source: Source, at: number, limit: number, depth: number): Value {
  if (depth > MAX_DEPTH) throw new Unreadable('der.too_deep', `more than ${MAX_DEPTH} values inside each other`)
  spend(source)
  const { tag, from, length } = headerAt(source.bytes, at, limit, source.isBer)
  if (length >= 0) return new Value(source, tag, at, from, from + length, from + length, depth)
  const end = endOfIndefinite(source, from, limit, depth)
  return new Value(source, tag, at, from, end - 2, end, depth)
}

/** Where a value of indefinite length ends, its two zeros included. */
function endOfIndefinite(source: Source, from: number, limit: number, depth: number): number {
  const { bytes } = source
  let open = 1
  let at = from
  while (open > 0) {
    spend(source)
    if (at + 2 > limit) throw new Unreadable('der.truncated', `no end of the value at byte ${from}`)
    if (bytes[at] === 0 && bytes[at + 1] === 0) {
      open--
      at += 2
      continue
    }
    const { from: inside, length } = headerAt(bytes, at, limit, true)
    if (length >= 0) at = inside + length
    else {
      open++
      at = inside
      if (depth + open > MAX_DEPTH)
        throw new Unreadable('der.too_deep', `more than ${MAX_DEPTH} values inside each other`)
    }
  }
  return at
}

/** A string in pieces, joined. The pieces may be in pieces, within `MAX_DEPTH`. */
function joined(value: Value): Uint8Array {
  const pieces: Uint8Array[] = []
  const collect = (part: Value) => {
    if (part.tag & 0x20) part.children.forEach(collect)
    else pieces.push(part.content)
  }
  collect(value)
  return Buffer.concat(pieces)
}

/**
 * A value in DER, as signatures and hashes need it: BER lengths are shortened, pieces joined, sets ordered. The order of a
 * set of values that were DER already is kept, because whoever wrote it may have signed it so.
 */
export function derOf(value: Value): Uint8Array {
  if (!value.isBer) return value.bytes
  const { tag } = value
  if ((tag & 0x20) === 0) return tlv(tag, value.content)
  if (tag === (TAG.octetString | 0x20)) return tlv(TAG.octetString, joined(value))
  const children = value.children.map(derOf)
  return tag === TAG.set ? setOf(children) : listOf(tag, children)
}

// Text, times, identifiers

const utf8Decoder = new TextDecoder('utf-8', { fatal: true })
const utf16Decoder = new TextDecoder('utf-16be', { fatal: true })
/** `TextDecoder` takes Latin-1 for Windows-1252, and is slower. */
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

function textOf(value: Value): string {
  const { content, tag } = value
  try {
    switch (tag) {
      case TAG.utf8:
        return utf8Decoder.decode(content)
      case 0x12: // NumericString
      case TAG.printable:
      case TAG.ia5:
      case 0x1a: // VisibleString
      case 0x14: // TeletexString: Latin-1 in all that was ever written
        return latin1(content)
      case 0x1e: // BMPString
        return utf16Decoder.decode(content)
      case 0x1c: // UniversalString
        return universalText(content)
    }
  } catch (cause) {
    throw new Unreadable('der.text', `${value}: text that is not in its own encoding`, { cause })
  }
  throw new Unreadable('der.shape', `${value}: is no text`)
}

function universalText(content: Uint8Array): string {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  let text = ''
  for (let at = 0; at < content.length; at += 4) text += String.fromCodePoint(view.getUint32(at))
  return text
}

/** What follows the century. Strangers leave out seconds, or name their zone. */
const TIME = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d{4})$/

function timeOf(value: Value): Date {
  const { content, tag } = value
  if (tag !== TAG.utcTime && tag !== TAG.generalizedTime) throw new Unreadable('der.shape', `${value}: is no time`)
  const text = content.length <= 34 ? latin1(content) : ''
  const isShort = tag === TAG.utcTime
  const century = isShort ? (text < '5' ? '20' : '19') : text.slice(0, 2)
  const parts = TIME.exec(isShort ? text : text.slice(2))
  if (parts === null || !/^\d\d$/.test(century)) throw new Unreadable('der.time', `${value}: "${text}" is no time`)
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone] = parts
  const seconds = `${century}${year}-${month}-${day}T${hour}:${minute}:${second}`
  const date = new Date(`${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`)
  // `Date` turns 30 February into 1 March.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(seconds))
    throw new Unreadable('der.time', `${value}: "${text}" is no time`)
  if (zone === 'Z') return date
  const minutes = Number(zone!.slice(1, 3)) * 60 + Number(zone!.slice(3))
  return new Date(date.getTime() - (zone!.startsWith('+') ? minutes : -minutes) * 60_000)
}

const oidTexts = new Map<string, string>()

function oidText(content: Uint8Array): string {
  if (content.length === 0 || content.length > MAX_OID_BYTES || content.at(-1)! >= 0x80)
    throw new Unreadable('der.oid', 'object identifier that is empty, cut off or too long')
  const key = latin1(content)
  const known = oidTexts.get(key)
  if (known !== undefined) return known
  const arcs: bigint[] = []
  let arc = 0n
  for (const byte of content) {
    arc = (arc << 7n) | BigInt(byte & 0x7f)
    if (byte >= 0x80) continue
    if (arcs.length > 0) arcs.push(arc)
    else arcs.push(arc < 80n ? arc / 40n : 2n, arc < 80n ? arc % 40n : arc - 80n)
    arc = 0n
  }
  const text = arcs.join('.')
  // Bounded: strangers could fill it with identifiers that nobody uses.
  if (oidTexts.size < 1000) oidTexts.set(key, text)
  return text
}

// Writing

/** A value of a tag and its contents. */
export function tlv(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const content of contents) length += content.length
  const lengthBytes = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : length < 0x1000000 ? 3 : 4
  const bytes = Buffer.allocUnsafe(2 + lengthBytes + length)
  bytes[0] = tag
  if (lengthBytes === 0) bytes[1] = length
  else {
    bytes[1] = 0x80 | lengthBytes
    bytes.writeUIntBE(length, 2, lengthBytes)
  }
  let at = 2 + lengthBytes
  for (const content of contents) {
    bytes.set(content, at)
    at += content.length
  }
  return bytes
}

export const sequence = (...contents: readonly Uint8Array[]): Uint8Array => tlv(TAG.sequence, ...contents)

/** A set, in the order of DER: by the bytes of its members. */
export function setOf(members: readonly Uint8Array[], tag: number = TAG.set): Uint8Array {
  return listOf(tag, members.length < 2 ? members : [...members].sort(Buffer.compare))
}

/** As `tlv`, for lists that may be too long to be arguments. */
export const listOf = (tag: number, members: readonly Uint8Array[]): Uint8Array => tlv(tag, Buffer.concat(members))

/** `[number]` around values (explicit), or in place of the tag of a sequence or set (implicit). */
export const context = (number: number, ...contents: readonly Uint8Array[]): Uint8Array =>
  tlv(0xa0 | number, ...contents)

/** `[number]` in place of the tag of a value that holds no values. */
export const contextPrimitive = (number: number, content: Uint8Array): Uint8Array => tlv(0x80 | number, content)

/** An integer; bytes are taken as an unsigned number. */
export function integer(value: number | bigint | Uint8Array, tag: number = TAG.integer): Uint8Array {
  if (value instanceof Uint8Array) {
    let from = 0
    while (from < value.length - 1 && value[from] === 0) from++
    const magnitude = value.subarray(from)
    if (magnitude.length === 0) return tlv(tag, ZERO_BYTE)
    return magnitude[0]! < 0x80 ? tlv(tag, magnitude) : tlv(tag, ZERO_BYTE, magnitude)
  }
  const number = BigInt(value)
  let bytes = 1
  while (BigInt.asIntN(bytes * 8, number) !== number) bytes++
  const hex = BigInt.asUintN(bytes * 8, number)
    .toString(16)
    .padStart(bytes * 2, '0')
  return tlv(tag, Buffer.from(hex, 'hex'))
}

const ZERO_BYTE = Uint8Array.of(0)
export const NULL = Uint8Array.of(TAG.null, 0)
export const boolean = (value: boolean): Uint8Array => Uint8Array.of(TAG.boolean, 1, value ? 0xff : 0)
export const octetString = (content: Uint8Array): Uint8Array => tlv(TAG.octetString, content)
export const bitString = (content: Uint8Array, unused = 0): Uint8Array =>
  tlv(TAG.bitString, Uint8Array.of(unused), content)
export const utf8 = (text: string): Uint8Array => tlv(TAG.utf8, Buffer.from(text, 'utf8'))
export const printable = (text: string): Uint8Array => tlv(TAG.printable, Buffer.from(text, 'latin1'))
export const ia5 = (text: string): Uint8Array => tlv(TAG.ia5, Buffer.from(text, 'latin1'))

/** A time to the second: UTCTime until 2049 and GeneralizedTime after, as RFC 5280 has it, or always the latter. */
export function time(at: Date, form: 'either' | 'generalized' = 'either'): Uint8Array {
  const text = `${at.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}Z`
  const year = at.getUTCFullYear()
  return form === 'either' && year >= 1950 && year < 2050
    ? tlv(TAG.utcTime, Buffer.from(text.slice(2), 'latin1'))
    : tlv(TAG.generalizedTime, Buffer.from(text, 'latin1'))
}

const oidBytes = new Map<string, Uint8Array>()

/** An object identifier of its dotted form. */
export function oid(dotted: string): Uint8Array {
  const known = oidBytes.get(dotted)
  if (known !== undefined) return known
  const [first, second, ...rest] = dotted.split('.').map(BigInt)
  const bytes: number[] = []
  for (const arc of [first! * 40n + second!, ...rest]) {
    const groups = [Number(arc & 0x7fn)]
    for (let left = arc >> 7n; left > 0n; left >>= 7n) groups.unshift(Number(left & 0x7fn) | 0x80)
    bytes.push(...groups)
  }
  const value = tlv(TAG.oid, Uint8Array.from(bytes))
  if (oidBytes.size < 1000) oidBytes.set(dotted, value)
  return value
}

export const toHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')

export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && Buffer.compare(one, other) === 0

const hexByte = (byte: number) => `0x${byte.toString(16).padStart(2, '0')}`
