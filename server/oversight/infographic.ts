/** One page of pictures from the figures of a report, as vectors and as points. */
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { formatDay } from '../platform/calendar.ts'
import { titleLines } from '../platform/official-document/typography.ts'
import { optionOf, svgOf } from './chart.ts'
import { EVER } from './figure-ask.ts'
import type { ReportText } from './text-shapes.ts'

const WIDTH = 900
const EDGE = 40
const TILES = 6
const SHARP = 2
const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => ENTITY[mark]!)
/** Of a comparison table the first figures; without one the first figures of the words. */
const TILE = { width: (WIDTH - 2 * EDGE - 2 * 20) / 3, height: 116 }

/** The page as SVG: title, the leading figures large, the charts of the report, as of which day. */
export function infographicSvg(text: ReportText, issuer: string, mark: string | null): string {
  const parts: string[] = []
  let down = EDGE
  const words = (value: string, y: number, size: number, more = '') =>
    parts.push(
      `<text x="${EDGE}" y="${y}" font-family="Tinos, 'Times New Roman', serif" font-size="${size}" ${more}>${escaped(value)}</text>`,
    )
  if (mark)
    parts.push(
      `<text x="${WIDTH - EDGE}" y="${down}" text-anchor="end" font-family="Tinos, 'Times New Roman', serif" font-size="16" font-weight="bold" fill="#a61b1b">${escaped(mark)}</text>`,
    )
  words(issuer.toLocaleUpperCase('vi'), down, 16, 'fill="#555555" letter-spacing="1"')
  down += 38
  for (const line of titleLines(text.title, 58)) {
    words(line, down, 28, 'font-weight="bold" fill="#1a1a1a"')
    down += 36
  }
  words(
    `Số liệu đến hết ngày ${formatDay(text.asOf)}${text.from === EVER ? '' : `, tính từ ngày ${formatDay(text.from)}`}`,
    down,
    17,
    'fill="#555555"',
  )
  down += 26
  for (const [place, { label, printed, change }] of tilesOf(text).entries()) {
    const x = EDGE + (place % 3) * (TILE.width + 20)
    const y = down + Math.floor(place / 3) * (TILE.height + 18)
    parts.push(
      `<rect x="${x}" y="${y}" width="${TILE.width}" height="${TILE.height}" rx="6" fill="#f6f4f1" stroke="#dcd6cd"/>`,
      `<text x="${x + 16}" y="${y + 50}" font-family="Tinos, 'Times New Roman', serif" font-size="40" font-weight="bold" fill="#a61b1b">${escaped(printed)}</text>`,
      `<text x="${x + 16}" y="${y + 78}" font-family="Tinos, 'Times New Roman', serif" font-size="17" fill="#1a1a1a">${escaped(short(label, 34))}</text>`,
      `<text x="${x + 16}" y="${y + 101}" font-family="Tinos, 'Times New Roman', serif" font-size="14" fill="#555555">${escaped(change)}</text>`,
    )
  }
  down += Math.ceil(tilesOf(text).length / 3) * (TILE.height + 18) + 8
  for (const { data } of text.sections) {
    if (!data?.chart || data.chart.points.length === 0) continue
    const height = data.chart.chart === 'agencies' ? 70 + data.chart.points.length * 26 : 270
    const drawn = svgOf(optionOf(data.chart), WIDTH - 2 * EDGE, height, `c${down}`)
    parts.push(drawn.replace(/^<svg /, `<svg x="${EDGE}" y="${down}" `))
    down += height + 14
  }
  words(
    `${text.edition > 1 ? `Bản đính chính lần ${text.edition - 1}. ` : ''}Mỗi con số lấy từ báo cáo; xem danh sách nhiệm vụ ở phụ lục.`,
    down + 18,
    14,
    'fill="#555555"',
  )
  down += 18 + EDGE
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${down}" width="${WIDTH}" height="${down}" role="img" aria-label="${escaped(text.title)}"><rect width="${WIDTH}" height="${down}" fill="#ffffff"/>${parts.join('')}</svg>`
}

interface Tile {
  label: string
  printed: string
  change: string
}
function tilesOf(text: ReportText): Tile[] {
  const compared = text.sections.flatMap((section) => section.compared)
  if (compared.length > 0) {
    return compared.slice(0, TILES).map(({ label, cells }) => ({
      label,
      printed: cells[0]?.printed ?? '…',
      change: `kỳ trước ${cells[1]?.printed ?? '…'} · cùng kỳ ${cells[2]?.printed ?? '…'}`,
    }))
  }
  return text.figures
    .filter(({ value }) => value !== null)
    .slice(0, TILES)
    .map(({ vi, printed, asOf }) => ({ label: vi, printed, change: `đến ${formatDay(asOf)}` }))
}

const short = (words: string, most: number) => (words.length <= most ? words : `${words.slice(0, most - 1)}…`)

/** The same page as points. */
export async function infographicPng(svg: string): Promise<Uint8Array> {
  const [, width = '0', height = '0'] = /width="(\d+)" height="(\d+(?:\.\d+)?)" role/.exec(svg) ?? []
  const image = await loadImage(Buffer.from(svg))
  const canvas = createCanvas(Number(width) * SHARP, Math.round(Number(height) * SHARP))
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Uint8Array(canvas.toBuffer('image/png'))
}
