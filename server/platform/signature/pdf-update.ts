import { createHash } from 'node:crypto'
import type { PdfFile } from './pdf-file.ts'
import { Dict, dictOf, Name, PdfString, Ref, Stream, type Value, write } from './pdf-objects.ts'

/** Bytes that are written as they are: fixed places that are filled in later. */
export class Raw {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export interface Written {
  bytes: Uint8Array
  /** First byte of each object that was written. */
  offsets: ReadonlyMap<number, number>
}

/**
 * An incremental update: objects that are added or replaced, then written behind the bytes of the file, which stay as they
 * are. The table has the form of the newest one of the file.
 */
export class PdfUpdate {
  readonly file: PdfFile
  readonly #objects = new Map<number, { gen: number; value: Value | Raw }>()
  #next: number

  constructor(file: PdfFile) {
    this.file = file
    this.#next = file.size
  }

  /** Keeps a number for an object that comes later. */
  reserve(): Ref {
    return new Ref(this.#next++)
  }

  add(value: Value | Raw): Ref {
    const ref = this.reserve()
    this.put(ref, value)
    return ref
  }

  put(ref: Ref, value: Value | Raw): void {
    this.#objects.set(ref.num, { gen: ref.gen, value })
  }

  /** As it will be: what this update replaces, else what the file has. */
  resolve(value: Value | undefined): Value {
    const replaced = value instanceof Ref ? this.#objects.get(value.num)?.value : undefined
    return replaced === undefined || replaced instanceof Raw ? this.file.resolve(value) : replaced
  }

  /** The whole file with the update. One copy of the file is made. */
  write(): Written {
    const { file } = this
    const old = file.source.bytes.subarray(0, file.end)
    const parts: Uint8Array[] = []
    let at = old.length
    const push = (part: string | Uint8Array) => {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
      parts.push(bytes)
      at += bytes.length
    }
    if (old.at(-1) !== 10 && old.at(-1) !== 13) push('\n')
    const isStream = file.sections[0]!.isStream
    const table = isStream ? this.reserve() : null
    const offsets = new Map<number, number>()
    const numbers = [...this.#objects.keys()].sort((a, b) => a - b)
    for (const num of numbers) {
      const { gen, value } = this.#objects.get(num)!
      offsets.set(num, at)
      if (value instanceof Stream) {
        const dict = new Dict(value.dict).set('Length', value.raw.length)
        push(`${num} ${gen} obj\n${write(dict)}\nstream\n`)
        push(value.raw)
        push('\nendstream\nendobj\n')
      } else push(`${num} ${gen} obj\n${value instanceof Raw ? value.text : write(value)}\nendobj\n`)
    }
    const startxref = at
    const trailer = this.#trailer(old.length + startxref)
    if (table === null) push(`${this.#table(numbers, offsets)}trailer\n${write(trailer)}\n`)
    else {
      offsets.set(table.num, at)
      for (const part of tableStream(table, [...numbers, table.num], offsets, this.#generations(), trailer)) push(part)
    }
    push(`startxref\n${startxref}\n%%EOF\n`)
    const bytes = new Uint8Array(at)
    bytes.set(old)
    let to = old.length
    for (const part of parts) {
      bytes.set(part, to)
      to += part.length
    }
    return { bytes, offsets }
  }

  #generations(): ReadonlyMap<number, number> {
    return new Map([...this.#objects].map(([num, { gen }]) => [num, gen]))
  }

  /** The first part of the identifier stays, the second is of this writing. */
  #trailer(salt: number): Dict {
    const { trailer } = this.file
    const id = this.file.list(trailer.get('ID'))
    const [first, second] = id ?? []
    return dictOf({
      Size: this.#next,
      Root: trailer.get('Root'),
      Info: trailer.get('Info'),
      ID:
        first instanceof PdfString && second instanceof PdfString
          ? [
              new PdfString(first.bytes, true),
              new PdfString(createHash('sha256').update(second.bytes).update(`${salt}`).digest().subarray(0, 16), true),
            ]
          : undefined,
      Prev: this.file.startxref,
    })
  }

  #table(numbers: readonly number[], offsets: ReadonlyMap<number, number>): string {
    let text = 'xref\n'
    for (const run of runs(numbers)) {
      text += `${run[0]} ${run.length}\n`
      for (const num of run) {
        const gen = String(this.#objects.get(num)!.gen).padStart(5, '0')
        text += `${String(offsets.get(num)!).padStart(10, '0')} ${gen} n \n`
      }
    }
    return text
  }
}

function tableStream(
  ref: Ref,
  numbers: readonly number[],
  offsets: ReadonlyMap<number, number>,
  generations: ReadonlyMap<number, number>,
  trailer: Dict,
): [string, Uint8Array, string] {
  const data = new Uint8Array(numbers.length * 8)
  const view = new DataView(data.buffer)
  numbers.forEach((num, place) => {
    view.setUint8(place * 8, 1)
    view.setUint8(place * 8 + 1, Math.floor(offsets.get(num)! / 2 ** 32))
    view.setUint32(place * 8 + 2, offsets.get(num)! % 2 ** 32)
    view.setUint16(place * 8 + 6, generations.get(num) ?? 0)
  })
  const dict = new Dict(trailer)
  dict.set('Type', new Name('XRef'))
  dict.set(
    'Index',
    runs(numbers).flatMap((run) => [run[0]!, run.length]),
  )
  dict.set('W', [1, 5, 2])
  dict.set('Length', data.length)
  return [`${ref.num} 0 obj\n${write(dict)}\nstream\n`, data, '\nendstream\nendobj\n']
}

/** Rising numbers as runs without gaps. */
function runs(numbers: readonly number[]): number[][] {
  const found: number[][] = []
  for (const num of numbers) {
    const last = found.at(-1)
    if (last?.at(-1) === num - 1) last.push(num)
    else found.push([num])
  }
  return found
}
