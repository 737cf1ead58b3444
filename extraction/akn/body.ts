import type { Block, Reading, Span } from '../shapes.ts'
import { node, slug, type XmlNode } from './xml.ts'

/** A paragraph, item or table of the document, in order. */
export interface Fragment {
  span: Span
  text: string
  table: Block | null
  heading: boolean
}

/** A range of text that gets its own element: its place, and the element without its text. */
export interface Inline {
  span: Span
  element: XmlNode
}

interface Mark {
  element: string
  /** Its short name in eIds (Akoma Ntoso Naming Convention 5.3). */
  short: string
  rank: number
  /** The mark as printed and the number in it. */
  printed: string
  number: string
}

interface Open {
  mark: Mark
  element: XmlNode
  eId: string
  own: (XmlNode | string)[]
  children: XmlNode[]
}

/** How official documents number their parts, outer first (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const MARKS: [RegExp, string, string, number][] = [
  [/^(phần\s+(?:thứ\s+)?([\p{L}\d]+))[.:]?(?=\s|$)/iu, 'part', 'part', 1],
  [/^(chương\s+([IVXLC\d]+))[.:]?(?=\s|$)/iu, 'chapter', 'chp', 2],
  [/^(mục\s+([IVXLC\d]+))[.:]?(?=\s|$)/iu, 'section', 'sec', 3],
  [/^(điều\s+(\d+[a-zđ]?))[.:]?(?=\s|$)/iu, 'article', 'art', 4],
  [/^(([IVXLC]{1,6})(?:[.)]|\s?[-–]))\s/u, 'level', 'lvl', 5],
  [/^((\d{1,3})(?:[.)]|[-–]))\s/u, 'paragraph', 'para', 6],
  [/^((\d{1,3}(?:\.\d{1,3})+)[.)–-]?)\s/u, 'subparagraph', 'subpara', 7],
  [/^(([a-zđ])[.)–-])\s/u, 'point', 'point', 9],
  [/^(([-–—]))\s*/u, 'indent', 'indent', 10],
  [/^(([+•*]))\s/u, 'indent', 'indent', 11],
]

/** The mark with which a text begins, without Markdown signs before it. */
export function markOf(text: string): Mark | null {
  const plain = undecorated(text)
  for (const [pattern, element, short, rank] of MARKS) {
    const found = pattern.exec(plain)
    if (found) return { element, short, rank, printed: found[0].trim(), number: found[2] ?? '' }
  }
  return null
}

export function undecorated(text: string): string {
  return text.replace(/^[\s#>]+/u, '').replace(/^\*{1,3}(?=\S)/u, '')
}

/** Text blocks as fragments; each line of a text file that begins with a mark is a separate fragment. */
export function fragmentsOf(reading: Reading): Fragment[] {
  const fragments: Fragment[] = []
  for (const block of reading.blocks) {
    if (block.kind === 'pageNumber' || block.kind === 'header' || block.kind === 'footer') continue
    const heading = block.kind === 'heading'
    if (block.kind === 'table') {
      fragments.push({ span: block.span, text: '', table: block, heading })
      continue
    }
    let start = block.span.start
    let first = true
    for (const line of reading.text.slice(block.span.start, block.span.end).split('\n')) {
      const end = start + line.length
      const last = fragments.at(-1)
      const begins =
        first || markOf(line) !== null || isCapitals(line) || (last !== undefined && /[.;:]\s*$/.test(last.text))
      if (line.trim() !== '') {
        if (begins || !last) fragments.push({ span: { start, end }, text: line, table: null, heading })
        else {
          last.span = { start: last.span.start, end }
          last.text = reading.text.slice(last.span.start, end)
        }
        first = false
      }
      start = end + 1
    }
  }
  return fragments
}

function isCapitals(line: string): boolean {
  return line === line.toUpperCase() && /\p{Lu}/u.test(line)
}

/** Builds the elements of a document and records which text is in which, so that tasks can point there. */
export class BodyBuilder {
  readonly places: { span: Span; eId: string }[] = []
  readonly #reading: Reading
  readonly #inlines: Inline[]
  readonly #taken = new Set<string>()
  readonly #counts = new Map<string, number>()

  constructor(reading: Reading, inlines: Inline[]) {
    this.#reading = reading
    this.#inlines = [...inlines].sort((a, b) => a.span.start - b.span.start)
  }

  /** Plain blocks in a container named by `prefix`. */
  blocks(fragments: Fragment[], prefix: string): XmlNode[] {
    return fragments.map((fragment) => this.#block(fragment, prefix))
  }

  /** The hierarchy of marked fragments; a fragment without mark belongs to the one above it. */
  hierarchy(fragments: Fragment[], prefix: string): XmlNode[] {
    const top: XmlNode[] = []
    const open: Open[] = []
    const closeTo = (rank: number): void => {
      while (open.length > 0 && open.at(-1)!.mark.rank >= rank) {
        const done = open.pop()!
        finish(done)
        const parent = open.at(-1)
        if (parent) parent.children.push(done.element)
        else top.push(done.element)
      }
    }
    for (const fragment of fragments) {
      const mark = fragment.table ? null : (markOf(fragment.text) ?? (fragment.heading ? HEADING : null))
      if (!mark) {
        const holder = open.at(-1)
        const block = this.#block(fragment, holder?.eId ?? prefix)
        if (holder) holder.own.push(block)
        else top.push(block)
        continue
      }
      closeTo(mark.rank)
      const eId = this.#eId(open.at(-1)?.eId ?? prefix, mark.short, mark.rank >= 10 ? '' : mark.number)
      this.places.push({ span: fragment.span, eId })
      const element = node(mark.element, { eId })
      if (mark !== HEADING) element.children.push(node('num', {}, [mark.printed]))
      open.push({ mark, element, eId, own: [], children: [] })
      const skip = mark === HEADING ? 0 : fragment.text.indexOf(mark.printed) + mark.printed.length
      const content = this.#inline({ start: fragment.span.start + skip, end: fragment.span.end })
      if (content.length === 0) continue
      const isTitle = mark.rank <= 3 || mark === HEADING
      if (isTitle) element.children.push(node('heading', {}, content))
      else open.at(-1)!.own.push(node('p', { eId: this.#eId(eId, 'p', '') }, content))
    }
    closeTo(0)
    return top
  }

  #block(fragment: Fragment, prefix: string): XmlNode {
    if (fragment.table) return this.#table(fragment.table, prefix)
    const eId = this.#eId(prefix, 'p', '')
    this.places.push({ span: fragment.span, eId })
    const content = this.#inline(fragment.span)
    return node('p', { eId }, content.length > 0 ? content : [fragment.text.trim()])
  }

  #table(block: Block, prefix: string): XmlNode {
    const eId = this.#eId(prefix, 'table', '')
    const rows = new Map<number, XmlNode>()
    for (const cell of block.cells ?? []) {
      let row = rows.get(cell.row)
      if (!row) {
        const rowId = this.#eId(eId, 'tr', '')
        row = node('tr', { eId: rowId })
        rows.set(cell.row, row)
        const inRow = (block.cells ?? []).filter((other) => other.row === cell.row)
        const start = Math.min(...inRow.map((other) => other.span.start))
        this.places.push({ span: { start, end: Math.max(...inRow.map((other) => other.span.end)) }, eId: rowId })
      }
      const name = cell.row < (block.headerRows ?? 0) ? 'th' : 'td'
      const extent = {
        eId: this.#eId(row.attributes.eId!, name, ''),
        colspan: cell.columnSpan > 1 ? cell.columnSpan : null,
        rowspan: cell.rowSpan > 1 ? cell.rowSpan : null,
      }
      const text = this.#reading.text.slice(cell.span.start, cell.span.end)
      row.children.push(node(name, extent, [node('p', {}, text === '' ? [] : [text])]))
    }
    return node('table', { eId }, [...rows.values()])
  }

  /** A range of text with the elements in it. */
  #inline(span: Span): (XmlNode | string)[] {
    const { text } = this.#reading
    const content: (XmlNode | string)[] = []
    let at = span.start
    const add = (to: number): void => {
      const plain = text
        .slice(at, to)
        .replace(/\*{2,3}/g, '')
        .replace(/\s+/g, ' ')
      if (plain !== '') content.push(plain)
    }
    for (const { span: own, element } of this.#inlines) {
      if (own.start < at || own.end > span.end || own.end <= own.start) continue
      add(own.start)
      content.push({ ...element, children: [text.slice(own.start, own.end).replace(/\s+/g, ' ')] })
      at = own.end
    }
    add(span.end)
    const [first] = content
    if (typeof first === 'string') content[0] = undecorated(first)
    const last = content.at(-1)
    if (typeof last === 'string') content[content.length - 1] = last.trimEnd()
    return content.filter((part) => part !== '')
  }

  #eId(prefix: string, short: string, number: string): string {
    const stem = prefix === '' ? short : `${prefix}__${short}`
    let label = slug(number.replace(/đ/g, 'dd'))
    if (label === '') {
      const count = (this.#counts.get(stem) ?? 0) + 1
      this.#counts.set(stem, count)
      label = String(count)
    }
    let eId = `${stem}_${label}`
    // A document may repeat a number, but each eId must be unique.
    for (let again = 2; this.#taken.has(eId); again++) eId = `${stem}_${label}-${again}`
    this.#taken.add(eId)
    return eId
  }
}

const HEADING: Mark = { element: 'level', short: 'lvl', rank: 5, printed: '', number: '' }

/** Text with parts below it is their introduction; otherwise it is the content. */
function finish(open: Open): void {
  const { element, own, children } = open
  if (children.length === 0)
    element.children.push(node('content', { eId: `${open.eId}__content` }, own.length > 0 ? own : [node('p')]))
  else {
    if (own.length > 0) element.children.push(node('intro', { eId: `${open.eId}__intro` }, own))
    element.children.push(...children)
  }
}
