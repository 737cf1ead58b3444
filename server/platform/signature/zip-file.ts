/** Containers in the ZIP format: written plainly, and read so that no two readers could see different files in one. */
import { crc32, deflateRawSync } from 'node:zlib'
import { type Entry, Unreadable, Zip } from '@dieuhanh/extraction/zip'

export interface ContainedFile {
  /** A path with `/`, composed (NFC). */
  name: string
  bytes: Uint8Array
}

const CONTAINER_LIMITS = { entries: 1_000, bytes: 400 * 1024 * 1024, name: 500 }

/** Why bytes are no container that is read here. Words: `asic.unreadable_CODE`. */
export class ContainerUnreadable extends Error {
  readonly code: 'damaged' | 'bomb' | 'encrypted' | 'name' | 'name_twice' | 'headers' | 'count'
  constructor(code: ContainerUnreadable['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/**
 * The files of a container in the order of its directory; folders are left out.
 *
 * Refused are names that lead out of it, two names that some system takes as one, headers that say something else than the
 * directory, parts that overlap or lie where no reader looks, contents with a wrong check sum, and bombs.
 *
 * @throws ContainerUnreadable
 */
export function readZip(bytes: Uint8Array): ContainedFile[] {
  const zip = opened(() => new Zip(bytes))
  const { entries } = zip
  if (entries.length > CONTAINER_LIMITS.entries)
    throw new ContainerUnreadable('count', `${entries.length} files in a container`)
  const names = checkedNames(entries.map(({ name }) => name))
  checkHeaders(bytes, entries)
  let left = CONTAINER_LIMITS.bytes
  for (const { declared } of entries) left -= declared
  if (left < 0) throw new ContainerUnreadable('bomb', `more than ${CONTAINER_LIMITS.bytes} bytes in all`)
  const files: ContainedFile[] = []
  entries.forEach((entry, place) => {
    const name = names[place]!
    if (name.endsWith('/')) {
      if (entry.declared > 0) throw new ContainerUnreadable('name', `the folder ${JSON.stringify(name)} has content`)
      return
    }
    const content = opened(() => zip.bytesOf(entry))
    if (content.length !== entry.declared || crc32(content) !== entry.crc32)
      throw new ContainerUnreadable('damaged', `${JSON.stringify(name)} does not have its size or check sum`)
    files.push({ name, bytes: content })
  })
  return files
}

function opened<T>(what: () => T): T {
  try {
    return what()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const code = error.code === 'bomb' || error.code === 'encrypted' ? error.code : 'damaged'
    throw new ContainerUnreadable(code, error.message, { cause: error })
  }
}

/**
 * Names, composed.
 * @throws ContainerUnreadable `name` where some system would put a file elsewhere or show another name, `name_twice` where some
 * system takes two for one
 */
function checkedNames(written: readonly string[]): string[] {
  const seen = new Set<string>()
  return written.map((each) => {
    const name = each.normalize('NFC')
    const parts = name.replace(/\/$/, '').split('/')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused, and signs that reorder what is shown.
    const isStrange = /[\0-\x1f\x7f\\:*?"<>|\ufffd\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(name)
    const isPath = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[ .]$/.test(part))
    if (isStrange || !isPath || !name.isWellFormed() || name.length > CONTAINER_LIMITS.name)
      throw new ContainerUnreadable('name', `${JSON.stringify(name.slice(0, 200))} is no name for a file`)
    // Windows and macOS do not tell such names apart.
    const key = name.replace(/\/$/, '').toLowerCase()
    if (seen.has(key)) throw new ContainerUnreadable('name_twice', `${JSON.stringify(name)} stands twice`)
    seen.add(key)
    return name
  })
}

const LOCAL = 0x04034b50
const DIRECTORY = 0x02014b50
const END = 0x06054b50
const DESCRIBED_LATER = 8
const UTF8 = 0x800

/** The header before each content has to say what the directory says, and contents lie one behind the other from the start. */
function checkHeaders(bytes: Uint8Array, entries: readonly Entry[]): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fail = (what: string): never => {
    throw new ContainerUnreadable('headers', what)
  }
  let expected = 0
  for (const entry of [...entries].sort((one, other) => one.offset - other.offset)) {
    const { offset, flags } = entry
    const isDescribedLater = (flags & DESCRIBED_LATER) !== 0
    if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) fail('no header where the directory says')
    if (offset !== expected) fail('something lies between the files, or two share their bytes')
    const nameLength = view.getUint16(offset + 26, true)
    const name = new TextDecoder().decode(bytes.subarray(offset + 30, offset + 30 + nameLength))
    if (name !== entry.name)
      fail(`${JSON.stringify(name.slice(0, 200))} is ${JSON.stringify(entry.name.slice(0, 200))} in the directory`)
    if (view.getUint16(offset + 6, true) !== flags || view.getUint16(offset + 8, true) !== entry.method)
      fail(`another way of packing ${JSON.stringify(name)}`)
    const sizes = [14, 18, 22].map((field) => view.getUint32(offset + field, true))
    const isSame = sizes[0] === entry.crc32 && sizes[1] === entry.packed && sizes[2] === entry.declared
    if (!isSame && !(isDescribedLater && sizes.every((size) => size === 0)))
      fail(`other sizes of ${JSON.stringify(name)}`)
    expected = offset + 30 + nameLength + view.getUint16(offset + 28, true) + entry.packed
    if (expected > bytes.length) fail(`${JSON.stringify(name)} breaks off`)
    if (isDescribedLater) expected += descriptorLength(view, expected, entry)
  }
  if (entries.length > 0 && (expected + 4 > bytes.length || view.getUint32(expected, true) !== DIRECTORY))
    fail('something lies before the directory')
}

function descriptorLength(view: DataView, at: number, { crc32, packed, declared }: Entry): number {
  for (const signature of [4, 0]) {
    if (at + signature + 12 > view.byteLength) continue
    const [sum, size, full] = [0, 4, 8].map((field) => view.getUint32(at + signature + field, true))
    if (sum === crc32 && size === packed && full === declared) return signature + 12
  }
  throw new ContainerUnreadable('headers', 'other sizes behind the content')
}

/**
 * A container of these files in this order; those in `stored` are not packed. The same files give the same bytes.
 * @throws ContainerUnreadable where a name would be refused when it is read
 */
export function writeZip(files: readonly ContainedFile[], stored: ReadonlySet<string>): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  const names = checkedNames(files.map(({ name }) => name))
  let offset = 0
  files.forEach(({ bytes }, place) => {
    const name = names[place]!
    const named = Buffer.from(name, 'utf8')
    const deflated = stored.has(name) ? null : deflateRawSync(bytes)
    const isPacked = deflated !== null && deflated.length < bytes.length
    const content = isPacked ? deflated : bytes
    // From the version that is needed to the length of the extra field: the same in both places (APPNOTE 4.3.7, 4.3.12).
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(/^[\x20-\x7e]*$/.test(name) ? 0 : UTF8, 2)
    common.writeUInt16LE(isPacked ? 8 : 0, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(named.length, 22)
    parts.push(number32(LOCAL), common, named, content)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(number32(DIRECTORY), Buffer.from([20, 0]), common, rest, named)
    offset += 30 + named.length + content.length
  })
  const directoryLength = directory.reduce((sum, each) => sum + each.length, 0)
  if (files.length > CONTAINER_LIMITS.entries || offset + directoryLength > 0xffff_0000)
    throw new RangeError('too many files, or too large, for a container')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directoryLength, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

function number32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
