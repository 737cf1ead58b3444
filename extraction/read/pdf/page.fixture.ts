import type { Reading } from '../../shapes.ts'
import { readPdf } from './pdf.ts'

/** Something drawn on a test page; lengths in points from the upper left corner, y is the line that letters stand on. */
export type Draw =
  | {
      text: string
      x: number
      y: number
      size?: number
      invisible?: boolean
      layer?: 'off' | 'on'
      /** By how many degrees it is turned to the left around where it begins: 90 reads up the page. */
      turn?: number
    }
  | { from: [number, number]; to: [number, number] }

export interface TestPage {
  draw: Draw[]
  /** Annotations as PDF dictionaries; `[x1 y1 x2 y2]` counts from the lower left corner. */
  annotations?: string[]
}

export const WIDTH = 595
export const HEIGHT = 842

/** Widths of letters in thousandths, nearly those of Helvetica. */
export function widthOf(sign: string): number {
  const plain = sign.normalize('NFD')[0]!
  if (/[iljtfI.,:;'|()[\]/-]/.test(plain)) return 300
  if (/[mwMW]/.test(plain)) return 850
  if (plain === ' ') return 280
  return /[A-ZĐ]/.test(plain) ? 690 : 550
}

/** How far a text reaches, in points. */
export function reach(text: string, size = 12): number {
  return [...text].reduce((sum, sign) => sum + widthOf(sign), 0) * (size / 1000)
}

/** Breaks a text at spaces so that no line is wider. */
export function wrapped(text: string, width: number, size = 12, first = width): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && reach(longer, size) > (lines.length === 0 ? first : width)) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** A paragraph as printed: its first line indented, the others from the margin. */
export function paragraphAt(
  text: string,
  y: number,
  { x = 85, width = 453, indent = 28, pitch = 18, size = 13 } = {},
): Draw[] {
  return wrapped(text, width, size, width - indent).map((line, index) => ({
    text: line,
    x: index === 0 ? x + indent : x,
    y: y + index * pitch,
    size,
  }))
}

/** A PDF of these pages, in one font that knows the letters used (at most 250 different ones). */
export function pdfOf(pages: readonly TestPage[]): Uint8Array {
  const signs = [...new Set(pages.flatMap((page) => page.draw.flatMap((one) => ('text' in one ? [...one.text] : []))))]
  const codes = new Map(signs.map((sign, index) => [sign, index + 1]))
  const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0')
  const name = (sign: string): string => `/uni${hex(sign.codePointAt(0)!, 4)}`
  const unicode = signs.map((sign, index) => `<${hex(index + 1, 2)}> <${hex(sign.codePointAt(0)!, 4)}>`)
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def 1 begincodespacerange <00> <FF> endcodespacerange\n${unicode.map((pair) => `1 beginbfchar ${pair} endbfchar`).join('\n')}\nendcmap end end`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R 6 0 R] /D << /ON [5 0 R] /OFF [6 0 R] >> >> >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${7 + index * 2} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar ${signs.length} /Widths [${signs.map(widthOf).join(' ')}] /Encoding << /Type /Encoding /Differences [1 ${signs.map(name).join(' ')}] >> /ToUnicode 4 0 R >>`,
    `<< /Length ${map.length} >>\nstream\n${map}\nendstream`,
    '<< /Type /OCG /Name (on) >>',
    '<< /Type /OCG /Name (off) >>',
  ]
  for (const { draw, annotations = [] } of pages) {
    const content = draw.map((one) => drawn(one, codes)).join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${objects.length + 2} 0 R /Annots [${annotations.join(' ')}] /Resources << /Font << /F 3 0 R >> /Properties << /on 5 0 R /off 6 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  }
  let file = '%PDF-1.5\n'
  const offsets: number[] = []
  objects.forEach((object, index) => {
    offsets.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1')
}

function drawn(one: Draw, codes: Map<string, number>): string {
  if (!('text' in one)) return `${one.from[0]} ${HEIGHT - one.from[1]} m ${one.to[0]} ${HEIGHT - one.to[1]} l S`
  const letters = [...one.text].map((sign) => codes.get(sign)!.toString(16).padStart(2, '0')).join('')
  const angle = ((one.turn ?? 0) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle).toFixed(6), Math.sin(angle).toFixed(6)]
  const turned = one.turn ? `${cos} ${sin} ${-Number(sin)} ${cos}` : '1 0 0 1'
  const text = `BT /F ${one.size ?? 12} Tf ${one.invisible ? 3 : 0} Tr ${turned} ${one.x} ${HEIGHT - one.y} Tm <${letters}> Tj ET`
  return one.layer ? `/OC /${one.layer} BDC ${text} EMC` : text
}

/** Reads the pages as a PDF. */
export async function readPages(...pages: TestPage[]): Promise<Reading> {
  return await readPdf(pdfOf(pages), 'mau.pdf')
}

export function textsOf(reading: Reading, kind: Reading['blocks'][number]['kind'] = 'paragraph'): string[] {
  return reading.blocks
    .filter((block) => block.kind === kind)
    .map((block) => reading.text.slice(block.span.start, block.span.end))
}
