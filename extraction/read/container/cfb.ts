import { Unreadable } from '../../shapes.ts'

const FREE = 0xfffffffa

/**
 * A compound file, the container of Office files before 2007 ([MS-CFB]): a small file system of streams in sectors. A
 * chain of sectors is never followed for longer than the file, so a loop ends.
 */
export class CompoundFile {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #sectorSize: number
  readonly #miniSize: number
  readonly #cutoff: number
  readonly #fat: Int32Array
  readonly #miniFat: Int32Array
  readonly #entries = new Map<string, { start: number; size: number }>()
  readonly #mini: Uint8Array

  /** @throws Unreadable `damaged`. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < 1_536) throw damagedDoc()
    const sectorShift = this.#view.getUint16(30, true)
    const miniShift = this.#view.getUint16(32, true)
    if ((sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6) throw damagedDoc()
    this.#sectorSize = 1 << sectorShift
    this.#miniSize = 1 << miniShift
    this.#cutoff = this.#view.getUint32(56, true)
    this.#fat = this.#table(this.#fatSectors())
    this.#miniFat = this.#table(this.#chain(this.#view.getUint32(60, true), this.#fat))
    const root = this.#readDirectory(this.#joined(this.#chain(this.#view.getUint32(48, true), this.#fat)))
    this.#mini = root ? this.#joined(this.#chain(root.start, this.#fat)) : new Uint8Array()
  }

  get names(): string[] {
    return [...this.#entries.keys()]
  }

  /** A stream's bytes, or null when there is no stream of this name. */
  stream(name: string): Uint8Array | null {
    const entry = this.#entries.get(name)
    if (!entry) return null
    if (entry.size >= this.#cutoff) return this.#joined(this.#chain(entry.start, this.#fat)).subarray(0, entry.size)
    const chunks = this.#chain(entry.start, this.#miniFat).map((sector) =>
      this.#mini.subarray(sector * this.#miniSize, (sector + 1) * this.#miniSize),
    )
    return Buffer.concat(chunks).subarray(0, entry.size)
  }

  #fatSectors(): number[] {
    const sectors: number[] = []
    for (let at = 76; at < 512; at += 4) sectors.push(this.#view.getUint32(at, true))
    let next = this.#view.getUint32(68, true)
    const most = this.#bytes.length / this.#sectorSize
    for (let turn = 0; next < FREE && turn < most; turn++) {
      const from = (next + 1) * this.#sectorSize
      if (from + this.#sectorSize > this.#bytes.length) throw damagedDoc()
      for (let at = 0; at < this.#sectorSize - 4; at += 4) sectors.push(this.#view.getUint32(from + at, true))
      next = this.#view.getUint32(from + this.#sectorSize - 4, true)
    }
    return sectors.filter((sector) => sector < FREE)
  }

  #table(sectors: number[]): Int32Array {
    const bytes = this.#joined(sectors)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return Int32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getInt32(index * 4, true))
  }

  #chain(start: number, table: Int32Array): number[] {
    const chain: number[] = []
    let sector = start
    while (sector >= 0 && sector < FREE) {
      if (sector >= table.length || chain.length > table.length) throw damagedDoc()
      chain.push(sector)
      sector = table[sector]! >>> 0
    }
    return chain
  }

  #joined(sectors: number[]): Uint8Array {
    // A chain longer than the file repeats sectors.
    if (sectors.length * this.#sectorSize > this.#bytes.length + this.#sectorSize) throw damagedDoc()
    const chunks = sectors.map((sector) => {
      const from = (sector + 1) * this.#sectorSize
      if (from >= this.#bytes.length) throw damagedDoc()
      return this.#bytes.subarray(from, from + this.#sectorSize)
    })
    return Buffer.concat(chunks)
  }

  #readDirectory(bytes: Uint8Array): { start: number; size: number } | null {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let root: { start: number; size: number } | null = null
    for (let at = 0; at + 128 <= bytes.length; at += 128) {
      const length = view.getUint16(at + 64, true)
      const kind = bytes[at + 66]
      if (length < 2 || length > 64 || (kind !== 2 && kind !== 5)) continue
      const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2))
      const entry = { start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) }
      if (kind === 5) root = entry
      else if (!this.#entries.has(name)) this.#entries.set(name, entry)
    }
    return root
  }
}

export function damagedDoc(): Unreadable {
  return new Unreadable(
    'damaged',
    'Tệp DOC bị hỏng hoặc tải về chưa trọn vẹn. Hãy tải lại tệp, hoặc mở bằng Word và lưu thành DOCX, rồi nộp lại.',
  )
}
