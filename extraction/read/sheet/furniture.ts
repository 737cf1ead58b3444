import { footnotesOf } from './marks.ts'
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
  const textSize = usualSize(pages)
  for (const { height, lines } of pages) {
    const signed = lines.some((line) => SIGNATURE_SURE.test(line.text))
    lines.forEach((line, index) => {
      const outer = index < 2 || index >= lines.length - 2
      const edge = edgeOf(line, height)
      if (signed && SIGNATURE_NOTE.test(line.text)) found.set(line, 'note')
      else if (edge && outer && PAGE_NUMBER.test(line.text)) found.set(line, 'pageNumber')
      else if (edge && repeated.has(`${edge} ${folded(line.text)}`)) found.set(line, edge)
    })
    const text = lines.filter((line) => !found.has(line))
    for (const line of footnotesOf(text, height, textSize)) found.set(line, 'note')
  }
  return found
}

/** The height of lines in which most letters are set. */
function usualSize(pages: Page[]): number {
  const letters = new Map<number, number>()
  for (const { lines } of pages) {
    for (const line of lines) {
      const size = Math.round((line.bottom - line.top) * 2) / 2
      letters.set(size, (letters.get(size) ?? 0) + line.text.length)
    }
  }
  let usual = 0
  let most = 0
  for (const [size, count] of letters) {
    if (count > most) {
      most = count
      usual = size
    }
  }
  return usual
}

/** A line at an edge of a page, and how it stands there. */
interface EdgeLine {
  page: number
  top: number
  /** Farther from the next line of the text than lines of a paragraph are, or of another size. */
  apart: boolean
}

/** Lines at most this far apart, in points, stand at the same place of their pages. */
const SAME_HEIGHT = 3
/** A running head or foot keeps more than this times the height of its line away from the text. */
const APART = 0.9

/**
 * Texts that repeat at the same edge, ignoring numbers: on at least three pages and half of all. On fewer pages (the first
 * page has no running head; left and right pages differ; a chapter has its own) only at the same height of each page,
 * outermost and apart from the text: the last line of a paragraph may repeat too.
 */
function repeatedEdges(pages: Page[]): Set<string> {
  const found = new Map<string, EdgeLine[]>()
  pages.forEach(({ height, lines }, page) => {
    const seen = new Set<string>()
    lines.forEach((line, index) => {
      if (index > 2 && index < lines.length - 3) return
      const edge = edgeOf(line, height)
      const key = `${edge} ${folded(line.text)}`
      if (!edge || seen.has(key)) return
      seen.add(key)
      const places = found.get(key) ?? []
      found.set(key, places)
      places.push({ page, top: line.top, apart: isApart(lines, index, edge) })
    })
  })
  const repeated = new Set<string>()
  for (const [key, places] of found) {
    const isCommon = places.length >= Math.max(3, pages.length / 2)
    const isFurniture =
      places.length >= Math.max(2, pages.length / 4) &&
      /\p{L}{2}/u.test(key.slice(key.indexOf(' '))) &&
      places.every((place) => place.apart && Math.abs(place.top - places[0]!.top) <= SAME_HEIGHT)
    if (isCommon || isFurniture) repeated.add(key)
  }
  return repeated
}

/** Whether a line, with what stands beyond it at the edge, keeps its distance from the text or has another size. */
function isApart(lines: Line[], index: number, edge: 'header' | 'footer'): boolean {
  const line = lines[index]!
  const next = lines[index + (edge === 'header' ? 1 : -1)]
  if (!next) return true
  const height = line.bottom - line.top
  const gap = edge === 'header' ? next.top - line.bottom : line.top - next.bottom
  const other = next.bottom - next.top
  return gap > Math.max(height, other) * APART || (gap > height * 0.5 && Math.abs(other - height) > other * 0.12)
}

function edgeOf(line: Line, height: number): 'header' | 'footer' | null {
  if (line.bottom < height * EDGE) return 'header'
  return line.top > height * (1 - EDGE) ? 'footer' : null
}

/** The number of an item: items in one wording are no running head. */
const ITEM = /^\s*\d{1,3}(?:\.\d{1,3})*[.)]\s+(?=\p{L})/u

/** The words of a line without its numbers, by which running heads differ; an item keeps the number before it. */
function folded(text: string): string {
  const item = ITEM.exec(text)?.[0] ?? ''
  return `${item}${text.slice(item.length).toLowerCase().replace(/\d+/g, '#')}`.replace(/\s+/g, ' ')
}
