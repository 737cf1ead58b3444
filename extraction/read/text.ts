import { type Block, type Cell, type Reading, type Span, Unreadable } from '../shapes.ts'
import { Composer, checkExtent, LINE_OF_CELL } from './compose.ts'
import { regionsOf } from './layout.ts'
import { MAX_TEXT } from './limits.ts'
import { struckWarnings, withoutUnshown } from './markdown-marks.ts'
import { closedUp } from './spaced.ts'

/** Control characters other than tab, line end and form feed, and the byte order mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed.
const CONTROLS = /[\0-\x08\x0b\x0d-\x1f\x7f-\x9f\ufeff]/g

/** A line break that Markdown takes from HTML, most often inside a cell. */
const BREAK = /\s*<br\s*\/?>\s*/gi

/**
 * Splits plain text or Markdown into blocks. The text is kept unchanged, because the reviewer sees it next to the tasks;
 * only the form of its letters (NFC) and its line ends are normalised, and columns laid out by spaces are separated.
 * Blocks: a `#` heading; a run of lines up to an empty one; a pipe table with the positions of its cells.
 */
export function readText(raw: string, name: string, format: 'txt' | 'markdown' = 'txt'): Reading {
  const printed = raw
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(CONTROLS, '')
    .normalize('NFC')
    .replace(/^.*<br\s*\/?>.*$/gim, (line) => line.replace(BREAK, line.includes('|') ? LINE_OF_CELL : '\n'))
  if (printed.length > MAX_TEXT) {
    throw new Unreadable(
      'too_large',
      'Văn bản quá dài (trên 20 triệu ký tự). Hãy tách tệp thành nhiều phần, mỗi phần một văn bản, rồi nộp lại.',
    )
  }
  const shown = format === 'markdown' ? withoutUnshown(printed) : { text: printed, struck: [] }
  const { text, blocks } = laidOut(shown.text.split('\n').map(closedUp))
  const warnings = struckWarnings(text, shown.text, shown.struck)
  return { name, format, text, blocks, pages: null, recognised: false, warnings }
}

/**
 * The text with its blocks. Columns that are kept apart by spaces are put one after the other, because no span of such
 * text could select what one column says; a table of that kind becomes a table.
 */
function laidOut(lines: readonly string[]): { text: string; blocks: Block[] } {
  const regions = regionsOf(lines)
  if (regions.length === 0) {
    const text = lines.join('\n')
    return { text, blocks: blocksOf(text) }
  }
  const blocks: Block[] = []
  let text = ''
  const append = (part: string): void => {
    text += text === '' ? part : `\n${part}`
  }
  const verbatim = (from: number, to: number): void => {
    if (from >= to) return
    const part = lines.slice(from, to).join('\n')
    const base = text === '' ? 0 : text.length + 1
    append(part)
    for (const block of blocksOf(part)) blocks.push(moved(block, base))
  }
  let at = 0
  for (const region of regions) {
    verbatim(at, region.from)
    const base = text === '' ? 0 : text.length + 1
    const composer = new Composer()
    if (region.kind === 'sides') for (const line of region.lines) composer.add('paragraph', line)
    else composer.addTable(region.cells, region.headerRows > 0 ? { headerRows: region.headerRows } : {})
    const reading = composer.reading('', 'txt')
    append(reading.text)
    for (const block of reading.blocks) blocks.push(moved(block, base))
    at = region.to
  }
  verbatim(at, lines.length)
  return { text, blocks }
}

function moved(block: Block, by: number): Block {
  const at = ({ start, end }: Span): Span => ({ start: start + by, end: end + by })
  const cells = block.cells?.map((cell) => ({ ...cell, span: at(cell.span) }))
  return { ...block, span: at(block.span), ...(cells ? { cells } : {}) }
}

interface Line {
  start: number
  end: number
  text: string
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let run: Line[] = []
  const close = (): void => {
    const first = run[0]
    const last = run.at(-1)
    if (first && last) blocks.push({ kind: 'paragraph', span: { start: first.start, end: last.end } })
    run = []
  }
  const lines = [...linesOf(text)]
  const frontMatter = frontMatterIn(lines)
  if (frontMatter > 0)
    blocks.push({ kind: 'header', span: { start: lines[0]!.start, end: lines[frontMatter - 1]!.end } })
  for (let at = frontMatter; at < lines.length; at++) {
    const line = lines[at]!
    const heading = line.text.includes('#') ? /^ {0,3}(#{1,6})\s+\S/.exec(line.text) : null
    const rows = heading ? [] : tableAt(lines, at)
    if (line.text.trim() === '') {
      close()
    } else if (heading) {
      close()
      blocks.push({ kind: 'heading', span: { start: line.start, end: line.end }, level: heading[1]!.length })
    } else if (rows.length > 0) {
      close()
      blocks.push(tableOf(rows))
      at += rows.length - 1
    } else {
      run.push(line)
    }
  }
  close()
  return blocks
}

/** Front matter has no more lines. */
const LONGEST_FRONT_MATTER = 40

/** The lines of "---", "title: …", "---": what a program says of the copy is no part of the document. */
function frontMatterIn(lines: readonly Line[]): number {
  if (lines[0]?.text.trim() !== '---' || !KEY.test(lines[1]?.text ?? '')) return 0
  for (let at = 2; at < Math.min(lines.length, LONGEST_FRONT_MATTER); at++) {
    const { text } = lines[at]!
    if (text.trim() === '---') return at + 1
    // A list or a text of several lines belongs to the key above it.
    if (!KEY.test(text) && !/^(?:\s+\S|-\s|\s*$)/.test(text)) return 0
  }
  return 0
}

/** A key of YAML; those of Vietnamese text have letters with marks or spaces. */
const KEY = /^[a-z][a-z0-9_-]*:(?:\s|$)/i

function* linesOf(text: string): Generator<Line> {
  let start = 0
  while (start <= text.length) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    yield { start, end, text: text.slice(start, end) }
    start = end + 1
  }
}

/** The lines of a Markdown table that begins here: a row, a ruler of dashes, and all rows after it. */
function tableAt(lines: Line[], at: number): Line[] {
  const ruler = lines[at + 1]?.text
  if (!lines[at]!.text.includes('|') || !ruler?.includes('|') || !isRuler(ruler)) return []
  let end = at + 2
  while (lines[end]?.text.includes('|')) end++
  return lines.slice(at, end)
}

/**
 * A line such as `| --- | :-: |`. Checked cell by cell: one pattern for the whole line would backtrack over every
 * split.
 */
function isRuler(line: string): boolean {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
  return cells.every((cell) => /^:?-{3,}:?$/.test(cell.trim()))
}

function tableOf(rows: Line[]): Block {
  const cells: Cell[] = []
  rows.forEach((line, index) => {
    if (index === 1) return
    let column = 0
    for (const span of cellSpans(line)) {
      cells.push({ row: index === 0 ? 0 : index - 1, column: column++, rowSpan: 1, columnSpan: 1, span })
      checkExtent(cells.length)
    }
  })
  return { kind: 'table', span: { start: rows[0]!.start, end: rows.at(-1)!.end }, cells, headerRows: 1 }
}

/** Each cell's text without the white space around it; `\|` is a bar inside a cell. */
function* cellSpans(line: Line): Generator<{ start: number; end: number }> {
  const open = /^\s*\|/.exec(line.text)?.[0].length ?? 0
  const inner = line.text.slice(open).replace(/\|\s*$/, '')
  let from = 0
  for (const cell of inner.split(/(?<!\\)\|/)) {
    const trimmed = cell.trim()
    const start = line.start + open + from + (trimmed === '' ? 0 : cell.indexOf(trimmed))
    yield { start, end: start + trimmed.length }
    from += cell.length + 1
  }
}
