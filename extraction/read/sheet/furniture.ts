import type { Line } from './sheet.ts'

export type Furniture = 'pageNumber' | 'header' | 'footer' | 'note'

interface Page {
  height: number
  lines: Line[]
}

/** Share of the page's height at its top and bottom where page numbers and running headers are. */
const EDGE = 0.12

/** What a digital signature prints on the page: not part of the document. */
const SIGNATURE_NOTE =
  /^(?:Người ký|Ký bởi|Được ký bởi|Ký số bởi|Cơ quan|Email|Thời gian ký|Ngày ký|Signature (?:Not )?Verified|Digitally signed by)\s*:?\s/iu
const SIGNATURE_SURE = /^(?:Người ký|Ký bởi|Được ký bởi|Ký số bởi|Thời gian ký|Ngày ký|Digitally signed by)\s*:/iu

const PAGE_NUMBER = /^(?:trang\s*)?[-–—_.\s]*\d{1,4}(?:\s*\/\s*\d{1,4})?[-–—_.\s]*$/iu

/** Lines that belong to the page, not to the text, with their kind. */
export function furnitureOf(pages: Page[]): Map<Line, Furniture> {
  const found = new Map<Line, Furniture>()
  const repeated = repeatedEdges(pages)
  for (const { height, lines } of pages) {
    const signed = lines.some((line) => SIGNATURE_SURE.test(line.text))
    lines.forEach((line, index) => {
      const outer = index < 2 || index >= lines.length - 2
      const edge = edgeOf(line, height)
      if (signed && SIGNATURE_NOTE.test(line.text)) found.set(line, 'note')
      else if (edge && outer && PAGE_NUMBER.test(line.text)) found.set(line, 'pageNumber')
      else if (edge && repeated.has(`${edge} ${folded(line.text)}`)) found.set(line, edge)
    })
  }
  return found
}

/** Texts at the same edge of at least three pages and at least half of all, ignoring numbers. */
function repeatedEdges(pages: Page[]): Set<string> {
  const counts = new Map<string, number>()
  for (const { height, lines } of pages) {
    const seen = new Set<string>()
    for (const line of [...lines.slice(0, 3), ...lines.slice(-3)]) {
      const edge = edgeOf(line, height)
      if (edge) seen.add(`${edge} ${folded(line.text)}`)
    }
    for (const text of seen) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const least = Math.max(3, pages.length / 2)
  return new Set([...counts].filter(([, count]) => count >= least).map(([text]) => text))
}

function edgeOf(line: Line, height: number): 'header' | 'footer' | null {
  if (line.bottom < height * EDGE) return 'header'
  return line.top > height * (1 - EDGE) ? 'footer' : null
}

function folded(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')
}
