import { Unreadable, Zip } from '@dieuhanh/extraction/zip'

/** The cells of a workbook as lines of text, which the reader of documents does not read; any other file as it is. */
export function cellsAsText(bytes: Uint8Array, fileName: string): { bytes: Uint8Array; name: string } {
  const cells = cellsOf(bytes)
  return cells === null ? { bytes, name: fileName } : { bytes: Buffer.from(cells.join('\n')), name: 'o.txt' }
}

/** A mark stands in the first cells; a workbook of data has millions. */
const MOST_CELLS = 2_000
const MOST_BYTES = 4 * 1024 * 1024

function cellsOf(bytes: Uint8Array): string[] | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  try {
    const zip = new Zip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    if (!zip.names.includes('xl/workbook.xml')) return null
    const parts = zip.names.filter((name) => /^xl\/(?:sharedstrings|worksheets\/sheet\d+)\.xml$/.test(name))
    const cells: string[] = []
    for (const part of parts) {
      const xml = new TextDecoder().decode((zip.part(part) ?? new Uint8Array()).subarray(0, MOST_BYTES))
      for (const [, text = ''] of xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)) {
        if (cells.push(decoded(text)) >= MOST_CELLS) return cells
      }
    }
    return cells
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(xml: string): string {
  return xml
    .replace(/&#(x?)([\da-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, hex ? 16 : 10))),
    )
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!)
}
