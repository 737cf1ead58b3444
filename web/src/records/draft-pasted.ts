/** What is pasted from elsewhere, as parts of a draft: nothing else can come in. */
import type { Content } from './outgoing-queries.ts'

export type Part = Content['parts'][number]
type Paragraph = Extract<Part, { kind: 'paragraph' }>
type Run = Paragraph['runs'][number]
type Table = Extract<Part, { kind: 'table' }>
type Align = Table['columns'][number]['align']

const SKIPPED = new Set(['STYLE', 'SCRIPT', 'META', 'LINK', 'TITLE', 'HEAD', 'TEMPLATE', 'O:P', 'IMG', 'SVG', 'OBJECT'])
const BLOCKS = new Set(
  'P DIV H1 H2 H3 H4 H5 H6 LI UL OL TABLE TBODY THEAD TFOOT TR TD TH SECTION ARTICLE BLOCKQUOTE PRE BODY CENTER'.split(
    ' ',
  ),
)
const isElement = (node: Node): node is HTMLElement => node.nodeType === 1
const clean = (text: string) => text.replace(/[\s\u00a0]+/g, ' ')

interface Look {
  bold: boolean
  italic: boolean
}
function lookOf(node: HTMLElement, { bold, italic }: Look): Look {
  const { fontWeight, fontStyle } = node.style
  const byTag = { bold: bold || /^(B|STRONG|TH)$/.test(node.tagName), italic: italic || /^(I|EM)$/.test(node.tagName) }
  return {
    bold: fontWeight ? /^(bold|bolder|[6-9]00)$/.test(fontWeight) : byTag.bold,
    italic: fontStyle ? /^(italic|oblique)/.test(fontStyle) : byTag.italic,
  }
}
const isCentred = (node: HTMLElement) =>
  node.tagName === 'CENTER' || node.style.textAlign === 'center' || node.getAttribute('align') === 'center'

/** Runs of one look joined, without space at the ends; empty if there is no word. */
function tidy(runs: readonly Run[]): Run[] {
  const joined: { text: string; bold: boolean; italic: boolean }[] = []
  for (const { text, bold = false, italic = false } of runs) {
    const last = joined.at(-1)
    if (last && last.bold === bold && last.italic === italic) last.text += text
    else joined.push({ text, bold, italic })
  }
  for (const run of joined) run.text = clean(run.text)
  if (joined.length > 0) {
    joined[0]!.text = joined[0]!.text.trimStart()
    joined.at(-1)!.text = joined.at(-1)!.text.trimEnd()
  }
  return joined
    .filter(({ text }) => text !== '')
    .map(({ text, bold, italic }) => ({ text, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) }))
}

function runsIn(node: Node, look: Look = { bold: false, italic: false }): Run[] {
  if (node.nodeType === 3) return [{ text: node.textContent ?? '', ...look }]
  if (!isElement(node) || SKIPPED.has(node.tagName.toUpperCase())) return []
  if (node.tagName === 'BR') return [{ text: ' ', ...look }]
  const own = lookOf(node, look)
  return [...node.childNodes].flatMap((child) => runsIn(child, own))
}
const wordsIn = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')

const MOST_COLUMNS = 20
function tableOf(node: HTMLElement): Table[] {
  const lines = [...node.querySelectorAll('tr')]
    .filter((line) => line.closest('table') === node)
    .map((line) => [...line.children].filter((cell) => /^T[DH]$/.test(cell.tagName)) as HTMLElement[])
    .filter((cells) => cells.length > 0)
  const count = Math.min(MOST_COLUMNS, Math.max(0, ...lines.map((cells) => cells.length)))
  const [head, ...rest] = lines
  if (head === undefined || count === 0) return []
  const cellOf = (cell: HTMLElement | undefined): Run => {
    const runs = cell ? tidy([...cell.childNodes].flatMap((child) => runsIn(child))) : []
    return {
      text: wordsIn(runs),
      ...(runs.length > 0 && runs.every(({ bold }) => bold) ? { bold: true } : {}),
      ...(runs.length > 0 && runs.every(({ italic }) => italic) ? { italic: true } : {}),
    }
  }
  const places = Array.from({ length: count }, (_, place) => place)
  return [
    {
      kind: 'table',
      columns: places.map((place) => ({
        title: cellOf(head[place]).text.slice(0, 300),
        width: Number(head[place]?.dataset.width) || 1,
        align:
          (['left', 'center', 'right'] as const).find((align) => align === head[place]?.dataset.align) ??
          ('left' as Align),
      })),
      rows: rest.map((cells) => places.map((place) => cellOf(cells[place]))),
    },
  ]
}

/** The parts that stand in a node of what is pasted. */
function partsIn(root: Node): Part[] {
  const parts: Part[] = []
  let line: Run[] = []
  const end = (block?: HTMLElement) => {
    const runs = tidy(line)
    line = []
    // Word writes the mark of a list item as a letter of its own.
    if (runs[0]) runs[0].text = runs[0].text.replace(/^[·•o§▪‑–]\s+/, '- ')
    const text = wordsIn(runs).trim()
    if (text === '') return
    if (block && /^H[1-6]$/.test(block.tagName))
      parts.push({ kind: 'heading', level: /^H[12]$/.test(block.tagName) ? 1 : 2, text: text.slice(0, 1000) })
    else if (block && isCentred(block) && text.length <= 500) parts.push({ kind: 'centred', text })
    else parts.push({ kind: 'paragraph', runs: runs.slice(0, 200) })
  }
  const walk = (node: Node, look: Look, block: HTMLElement | undefined) => {
    if (node.nodeType === 3) {
      line.push({ text: node.textContent ?? '', ...look })
      return
    }
    if (!isElement(node) || SKIPPED.has(node.tagName.toUpperCase())) return
    if (node.tagName === 'BR') return end(block)
    if (node.tagName === 'TABLE') {
      end(block)
      parts.push(...tableOf(node))
      return
    }
    const isBlock = BLOCKS.has(node.tagName)
    if (isBlock) end(block)
    if (node.tagName === 'LI') line.push({ text: '- ', ...look })
    const within = isBlock ? node : block
    // A heading is bold of itself.
    const own = /^H[1-6]$/.test(node.tagName) ? look : lookOf(node, look)
    for (const child of [...node.childNodes]) walk(child, own, within)
    if (isBlock) end(node)
  }
  for (const child of [...root.childNodes]) walk(child, { bold: false, italic: false }, undefined)
  end()
  return parts
}

/** What was copied elsewhere, as parts; each line of plain text is a paragraph. */
export function partsOfPaste(html: string, plain: string): Part[] {
  if (html.trim() !== '') {
    const parts = partsIn(new DOMParser().parseFromString(html, 'text/html').body)
    if (parts.length > 0) return parts
  }
  return plain
    .split(/\r?\n/)
    .map(clean)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ kind: 'paragraph', runs: [{ text: text.trim() }] }))
}
