/** Property modifiers of the binary Word format ([MS-DOC] 2.6) needed for reading. */
export const SPRM = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  tableDepth: 0x6649,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  listLevel: 0x260a,
  list: 0x460b,
  outlineLevel: 0x2640,
  hugeProperties: 0x6646,
  defineTable: 0xd608,
  tableHeader: 0x3404,
  deleted: 0x0800,
  hidden: 0x083c,
  struck: 0x0837,
  struckTwice: 0x2a53,
  capitals: 0x083b,
  font: 0x4a4f,
} as const

/** Properties by code: the operand's bytes. */
export type Properties = Map<number, Uint8Array>

/** Reads a group of modifiers; a truncated last one is left out. */
export function propertiesOf(bytes: Uint8Array, into: Properties = new Map()): Properties {
  let at = 0
  while (at + 2 < bytes.length) {
    const code = bytes[at]! | (bytes[at + 1]! << 8)
    at += 2
    const [skip, size] = operandOf(code, bytes, at)
    into.set(code, bytes.subarray(at + skip, at + skip + size))
    at += skip + size
  }
  return into
}

/** Length of an operand, by the three upper bits of the code: [bytes before it, bytes of it]. */
function operandOf(code: number, bytes: Uint8Array, at: number): [number, number] {
  switch (code >> 13) {
    case 0:
    case 1:
      return [0, 1]
    case 3:
      return [0, 4]
    case 6:
      // The table definition states its length in two bytes, and one too high.
      if (code === SPRM.defineTable) return [2, Math.max(0, (bytes[at]! | ((bytes[at + 1] ?? 0) << 8)) - 1)]
      return [1, bytes[at]!]
    case 7:
      return [0, 3]
    default:
      return [0, 2]
  }
}

export function numberIn(properties: Properties, code: number): number | undefined {
  const bytes = properties.get(code)
  if (!bytes || bytes.length === 0) return undefined
  let value = 0
  for (let at = Math.min(4, bytes.length) - 1; at >= 0; at--) value = value * 256 + bytes[at]!
  return value
}

/** A range of the file whose text has the same properties. */
export interface FormatRun {
  from: number
  to: number
  style: number
  properties: Uint8Array
}

/**
 * Reads the formatted pages listed in a table of pages ([MS-DOC] 2.9.187, 2.9.33): paragraph runs have their style
 * before their properties, character runs do not.
 */
export function formatRuns(document: Uint8Array, plc: Uint8Array, kind: 'paragraph' | 'character'): FormatRun[] {
  const runs: FormatRun[] = []
  const count = Math.floor((plc.length - 4) / 8)
  const view = new DataView(plc.buffer, plc.byteOffset, plc.byteLength)
  for (let index = 0; index < count; index++) {
    const start = (view.getUint32((count + 1) * 4 + index * 4, true) & 0x3fffff) * 512
    const page = document.subarray(start, start + 512)
    if (page.length < 512) continue
    const inPage = new DataView(page.buffer, page.byteOffset, page.byteLength)
    const runCount = page[511]!
    const step = kind === 'paragraph' ? 13 : 1
    for (let run = 0; run < runCount; run++) {
      const at = (runCount + 1) * 4 + run * step
      if (at >= 511) break
      const from = inPage.getUint32(run * 4, true)
      const to = inPage.getUint32(run * 4 + 4, true)
      const offset = page[at]! * 2
      let style = 0
      let properties: Uint8Array = new Uint8Array()
      if (offset > 0 && kind === 'paragraph') {
        const short = page[offset]!
        const begin = short === 0 ? offset + 2 : offset + 1
        const size = short === 0 ? page[offset + 1]! * 2 : short * 2 - 1
        style = (page[begin] ?? 0) | ((page[begin + 1] ?? 0) << 8)
        properties = page.subarray(begin + 2, begin + size)
      } else if (offset > 0) {
        properties = page.subarray(offset + 1, offset + 1 + page[offset]!)
      }
      runs.push({ from, to, style, properties })
    }
  }
  return runs.sort((a, b) => a.from - b.from)
}

/** The run that contains a file position, by binary search. */
export function runAt(runs: FormatRun[], position: number): FormatRun | undefined {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const at = (low + high) >> 1
    const run = runs[at]!
    if (position < run.from) high = at - 1
    else if (position >= run.to) low = at + 1
    else return run
  }
  return undefined
}
