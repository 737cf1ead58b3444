import { inflateRawSync } from 'node:zlib'
import { Unreadable } from '../../shapes.ts'
import { INFLATION_FLOOR_BYTES, MAX_INFLATION, MAX_PART_BYTES, MAX_ZIP_ENTRIES } from '../limits.ts'

export { Unreadable }

/** An entry as the directory describes it. */
export interface Entry {
  /** As written, so perhaps not as other readers take it. */
  name: string
  flags: number
  crc32: number
  method: number
  encrypted: boolean
  packed: number
  declared: number
  offset: number
}

/**
 * A ZIP container opened for reading single parts. Only the directory is read at first; a part is inflated on request,
 * never beyond its limit, regardless of the size it declares: a bomb is refused before it takes memory. The only reader
 * of containers, for documents here and for the server's sheets and evidence (`@dieuhanh/extraction/zip`).
 */
export class Zip {
  /** Names of all parts, in lower case, each once. */
  readonly names: string[]
  readonly #bytes: Uint8Array
  readonly #view: DataView
  /** Every entry of the directory: several may have the same name, and other readers may take any of them. */
  readonly #all: Entry[] = []
  readonly #entries: Map<string, Entry>

  /** @throws Unreadable `damaged` when the directory is missing or cut off, `bomb` when it has too many entries. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#entries = this.#directory()
    this.names = [...this.#entries.keys()]
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase())
  }

  /**
   * A part's bytes, or null when there is no such part. Names are compared without case, as Word does.
   *
   * @throws Unreadable `bomb`, `encrypted` or `damaged`.
   */
  part(name: string): Uint8Array | null {
    const entry = this.#entries.get(name.toLowerCase())
    return entry ? this.bytesOf(entry) : null
  }

  /** Every entry of the directory, for who must be strict about names and headers. */
  get entries(): readonly Entry[] {
    return this.#all
  }

  /** The bytes of one of `entries`, with the limits and errors of `part`. */
  bytesOf(entry: Entry): Uint8Array {
    if (entry.encrypted) throw encryptedFile()
    // Declared sizes can lie, so this only saves work; the real limit is the one on the output below.
    if (entry.declared > MAX_PART_BYTES || isBomb(entry.packed, entry.declared)) throw bomb()
    return this.#inflate(entry, Math.min(MAX_PART_BYTES, Math.max(INFLATION_FLOOR_BYTES, entry.packed * MAX_INFLATION)))
  }

  /**
   * Inflates every entry in turn, keeping none, and returns their total size: for a container that is passed to a reader
   * without its own limits.
   *
   * @throws Unreadable `bomb` when they come to more than `most`, `encrypted` or `damaged`.
   */
  inflatedSize(most: number): number {
    let size = 0
    for (const entry of this.#all) {
      if (entry.encrypted) throw encryptedFile()
      // Inflating cannot be limited to less than one byte.
      size += this.#inflate(entry, Math.max(1, most - size)).length
      if (size > most) throw bomb()
    }
    return size
  }

  /** One entry's bytes, at most `most`. */
  #inflate(entry: Entry, most: number): Uint8Array {
    const header = entry.offset
    if (header + 30 > this.#bytes.length || this.#view.getUint32(header, true) !== 0x04034b50) throw damagedContainer()
    const start = header + 30 + this.#view.getUint16(header + 26, true) + this.#view.getUint16(header + 28, true)
    const packed = this.#bytes.subarray(start, start + entry.packed)
    if (packed.length < entry.packed) throw damagedContainer()
    if (entry.method === 0) return packed
    if (entry.method !== 8) throw damagedContainer()
    try {
      return inflateRawSync(packed, { maxOutputLength: most })
    } catch (error) {
      if (error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw bomb()
      throw damagedContainer()
    }
  }

  /** The central directory at the end of the file (PKWARE APPNOTE 4.3.12 and 4.3.16). */
  #directory(): Map<string, Entry> {
    const end = this.#endRecord()
    const count = this.#view.getUint16(end + 10, true)
    if (count > MAX_ZIP_ENTRIES) throw bomb()
    // A field at its maximum sends other readers to a second end record (Zip64) with its own directory.
    const isZip64 = [4, 6, 8].some((field) => this.#view.getUint16(end + field, true) === 0xffff)
    if (isZip64 || [12, 16].some((field) => this.#view.getUint32(end + field, true) === 0xffffffff))
      throw damagedContainer()
    const entries = new Map<string, Entry>()
    let at = this.#view.getUint32(end + 16, true)
    for (let index = 0; index < count; index++) {
      if (at + 46 > this.#bytes.length || this.#view.getUint32(at, true) !== 0x02014b50) throw damagedContainer()
      const nameLength = this.#view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength))
      const entry: Entry = {
        name,
        flags: this.#view.getUint16(at + 8, true),
        crc32: this.#view.getUint32(at + 16, true),
        method: this.#view.getUint16(at + 10, true),
        encrypted: (this.#view.getUint16(at + 8, true) & 1) === 1,
        packed: this.#view.getUint32(at + 20, true),
        declared: this.#view.getUint32(at + 24, true),
        offset: this.#view.getUint32(at + 42, true),
      }
      this.#all.push(entry)
      entries.set(name.replace(/^\//, '').toLowerCase(), entry)
      at += 46 + nameLength + this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true)
    }
    // Some readers continue past the count in the end record, to entries that were not checked here.
    if (at + 4 <= this.#bytes.length && this.#view.getUint32(at, true) === 0x02014b50) throw damagedContainer()
    return entries
  }

  #endRecord(): number {
    // The record is 22 bytes and may be followed by a comment of up to 65,535.
    const lowest = Math.max(0, this.#bytes.length - 22 - 65_535)
    for (let at = this.#bytes.length - 22; at >= lowest; at--) {
      if (this.#view.getUint32(at, true) === 0x06054b50) return at
    }
    throw damagedContainer()
  }
}

function isBomb(packed: number, inflated: number): boolean {
  return inflated > INFLATION_FLOOR_BYTES && inflated > packed * MAX_INFLATION
}

/** Names of the parts of a container, in lower case; none where its directory is incomplete or damaged. */
export function partNames(bytes: Buffer): readonly string[] {
  try {
    return new Zip(bytes).names
  } catch (error) {
    if (error instanceof Unreadable) return []
    throw error
  }
}

export function bomb(): Unreadable {
  return new Unreadable(
    'bomb',
    'Tệp nén bất thường: khi mở ra phình to quá mức cho phép (dấu hiệu tệp phá hoại). Hãy xin lại tệp gốc từ nơi gửi, hoặc lưu văn bản thành PDF rồi nộp lại.',
  )
}

export function encryptedFile(): Unreadable {
  return new Unreadable(
    'encrypted',
    'Tệp có mật khẩu nên không đọc được. Hãy bỏ mật khẩu (Tệp → Thông tin → Bảo vệ tài liệu trong Word) rồi nộp lại.',
  )
}

function damagedContainer(): Unreadable {
  return new Unreadable(
    'damaged',
    'Tệp DOCX bị hỏng hoặc tải về chưa trọn vẹn. Hãy tải lại tệp, hoặc mở bằng Word và lưu lại, rồi nộp lại.',
  )
}
