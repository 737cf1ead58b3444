/** One page of pictures from the figures of a report, as vectors and as points. */
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { formatDay } from '../platform/calendar.ts'
import { titleLines } from '../platform/official-document/typography.ts'
import { optionOf, svgOf } from './chart.ts'
import { EVER } from './figure-ask.ts'
import { fitted } from './fitted.ts'
import { goalWords } from './goal-words.ts'
import { isEmptyList } from './text-paper.ts'
import type { ReportText, SectionView } from './text-shapes.ts'

const WIDTH = 900
const EDGE = 40
const TILES = 6
const SHARP = 2
const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => ENTITY[mark]!)
/** Of a comparison table the first figures; without one the first figures of the words. */
const TILE = { width: (WIDTH - 2 * EDGE - 2 * 20) / 3, height: 136, inside: 16 }
const FACE = "Tinos, 'Times New Roman', serif"
const INK = { plain: '#1a1a1a', soft: '#555555', red: '#a61b1b', green: '#2e7d32' }
/** Of the list of targets: where each column begins and how wide it is. */
const GOAL = {
  measure: { x: EDGE, width: 360 },
  required: { x: EDGE + 376, width: 150 },
  measured: { x: EDGE + 536, width: 110 },
  state: { x: EDGE + 656, width: WIDTH - 2 * EDGE - 656 },
  line: 20,
} as const

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
  const tiles = tilesOf(text)
  for (const [place, { label, printed, change }] of tiles.entries()) {
    const x = EDGE + (place % 3) * (TILE.width + 20)
    const y = down + Math.floor(place / 3) * (TILE.height + 18)
    const room = TILE.width - 2 * TILE.inside
    const lines = fitted(label, 17, room, 2)
    const below = y + 78 + (lines.length - 1) * 20
    parts.push(
      `<rect x="${x}" y="${y}" width="${TILE.width}" height="${TILE.height}" rx="6" fill="#f6f4f1" stroke="#dcd6cd"/>`,
      textAt(printed, x + TILE.inside, y + 48, 40, `font-weight="bold" fill="${INK.red}"`),
      ...lines.map((line, at) => textAt(line, x + TILE.inside, y + 78 + at * 20, 17, `fill="${INK.plain}"`)),
      ...fitted(change, 14, room, 1).map((line) => textAt(line, x + TILE.inside, below + 22, 14, `fill="${INK.soft}"`)),
    )
  }
  down += Math.ceil(tiles.length / 3) * (TILE.height + 18) + 8
  for (const { data } of text.sections) {
    if (!data?.chart || data.chart.points.length === 0) continue
    const height = data.chart.chart === 'agencies' ? 70 + data.chart.points.length * 26 : 270
    const drawn = svgOf(optionOf(data.chart, WIDTH - 2 * EDGE), WIDTH - 2 * EDGE, height, `c${down}`)
    parts.push(drawn.replace(/^<svg /, `<svg x="${EDGE}" y="${down}" `))
    down += height + 14
  }
  for (const { data, heading } of text.sections) {
    if (!data?.goals || data.goals.length === 0) continue
    const drawn = goalList(data.goals, heading, down + 26)
    parts.push(...drawn.parts)
    down = drawn.down
  }
  down += 18
  for (const line of [footOf(text), ...shortOf(text)]) {
    words(line, down, 14, `fill="${INK.soft}"`)
    down += 20
  }
  down += EDGE - 20
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

type Goals = NonNullable<NonNullable<SectionView['data']>['goals']>

/** The targets one below the other: required, measured, how far off. */
function goalList(goals: Goals, heading: string | null, top: number): { parts: string[]; down: number } {
  const parts = [textAt(heading ?? 'CHỈ TIÊU', EDGE, top, 18, `font-weight="bold" fill="${INK.plain}"`)]
  let down = top + 26
  const head = { measure: 'Chỉ tiêu', required: 'Yêu cầu', measured: 'Đạt được', state: 'Đánh giá' } as const
  for (const [name, title] of Object.entries(head))
    parts.push(textAt(title, GOAL[name as keyof typeof head].x, down, 14, `fill="${INK.soft}"`))
  down += 10
  for (const goal of goals) {
    const said = goalWords(goal)
    const cells = [
      { ...GOAL.measure, words: goal.measure, more: `fill="${INK.plain}"` },
      { ...GOAL.required, words: goal.required, more: `fill="${INK.plain}"` },
      { ...GOAL.measured, words: said.measured || '–', more: `font-weight="bold" fill="${INK.plain}"` },
      {
        ...GOAL.state,
        words: `${said.state}${GROUND_WORDS[goal.ground]}`,
        more:
          goal.ground === 'claim'
            ? `font-style="italic" fill="${INK.plain}"`
            : `font-weight="bold" fill="${GOAL_INK[goal.state]}"`,
      },
    ].map((cell) => ({ ...cell, lines: fitted(cell.words, 16, cell.width, 3) }))
    parts.push(`<path d="M${EDGE} ${down}H${WIDTH - EDGE}" stroke="#dcd6cd" fill="none"/>`)
    for (const { lines, x, more } of cells)
      parts.push(...lines.map((line, at) => textAt(line, x, down + GOAL.line * (at + 1), 16, more)))
    down += GOAL.line * Math.max(...cells.map(({ lines }) => lines.length)) + 10
  }
  return { parts, down }
}
/** What a result rests on: a claim is not printed as a proof is. */
const GROUND_WORDS = {
  none: '',
  claim: ' (cơ quan báo)',
  evidence: ' (có minh chứng)',
  confirmed: ' (đã xác nhận)',
} as const
const GOAL_INK = { reached: INK.green, missed: INK.red, unmeasured: INK.soft }

/** Why a number of the page is a dash, or less than it was: the notes of the figures that its tiles show. */
function shortOf(text: ReportText): string[] {
  const compared = text.sections.flatMap((section) => section.compared).slice(0, TILES)
  const shown = new Set(compared.flatMap(({ cells }) => cells.map(({ ref }) => ref)))
  const notes = text.figures.filter(({ ref }) => shown.has(ref)).flatMap(({ truncated }) => truncated ?? [])
  return [...new Set(notes)].flatMap((note) => fitted(note, 14, WIDTH - 2 * EDGE, 3))
}

/** Where the numbers can be looked up: only what is so of this report. */
function footOf({ edition, sections }: ReportText): string {
  const hasAnnex = sections.some((one) => one.kind === 'tasks' && one.settings.isAnnex && !isEmptyList(one))
  return `${edition > 1 ? `Bản đính chính lần ${edition - 1}. ` : ''}Mỗi con số lấy từ báo cáo${hasAnnex ? '; danh sách nhiệm vụ ở phụ lục của báo cáo' : ''}.`
}

const textAt = (value: string, x: number, y: number, size: number, more: string) =>
  `<text x="${x}" y="${y}" font-family="${FACE}" font-size="${size}" ${more}>${escaped(value)}</text>`

/** The same page as points. */
export async function infographicPng(svg: string): Promise<Uint8Array> {
  const [, width = '0', height = '0'] = /width="(\d+)" height="(\d+(?:\.\d+)?)" role/.exec(svg) ?? []
  const image = await loadImage(Buffer.from(svg))
  const canvas = createCanvas(Number(width) * SHARP, Math.round(Number(height) * SHARP))
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Uint8Array(canvas.toBuffer('image/png'))
}
