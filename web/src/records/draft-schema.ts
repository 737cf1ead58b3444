import type { Body } from '@dieuhanh/client'
import { type DOMOutputSpec, type Node as Doc, Fragment, Schema } from 'prosemirror-model'
import { TableMap, tableNodes } from 'prosemirror-tables'

export type Parts = NonNullable<Body<'/api/records/outgoing/{id}', 'patch'>['content']>['parts']
type Part = Parts[number]
type TablePart = Extract<Part, { kind: 'table' }>
type Run = TablePart['rows'][number][number]
type Align = TablePart['columns'][number]['align']

const ALIGNS: readonly string[] = ['left', 'center', 'right'] satisfies Align[]
const alignIn = (value: unknown): Align => (ALIGNS.includes(String(value)) ? (value as Align) : 'left')
const block = (tag: string, type?: string): DOMOutputSpec => (type ? [tag, { class: type }, 0] : [tag, 0])

/**
 * What the editor can hold: exactly the parts of an official document. What is pasted or typed and has no place here cannot come in,
 * so nothing that is seen while drafting is missing on the page that is signed.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: () => block('p') },
    heading: {
      group: 'block',
      content: 'text*',
      marks: '',
      defining: true,
      attrs: { level: { default: 1 } },
      parseDOM: [1, 2].map((level) => ({ tag: `h${level + 1}`, attrs: { level } })),
      toDOM: ({ attrs }) => block(`h${Number(attrs.level) + 1}`),
    },
    centred: {
      group: 'block',
      content: 'text*',
      marks: '',
      defining: true,
      parseDOM: [{ tag: 'p.centred', priority: 60 }],
      toDOM: () => block('p', 'centred'),
    },
    ...tableNodes({
      tableGroup: 'block',
      cellContent: 'paragraph',
      cellAttributes: {
        align: {
          default: 'left',
          getFromDOM: (dom) => alignIn(dom.style.textAlign),
          setDOMAttr: (value, attrs) => {
            if (value && value !== 'left') attrs.style = `${attrs.style ?? ''}text-align: ${alignIn(value)};`
          },
        },
      },
    }),
    text: { group: 'inline' },
  },
  marks: {
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})
export const { nodes, marks } = schema

/** Width of the text of a page, in the units that the widths of columns are kept in. */
const PAGE = 640

/** The parts as the editor shows them; a draft without any is one empty paragraph. */
export function toDoc(parts: Parts): Doc {
  const blocks = parts.map(blockOf)
  return nodes.doc!.create(null, blocks.length > 0 ? blocks : [nodes.paragraph!.create()])
}

export function blockOf(part: Part): Doc {
  if (part.kind === 'heading') return nodes.heading!.create({ level: part.level }, words(part.text))
  if (part.kind === 'centred') return nodes.centred!.create(null, words(part.text))
  if (part.kind === 'paragraph') return nodes.paragraph!.create(null, part.runs.flatMap(runOf))
  const all = part.columns.reduce((sum, { width }) => sum + width, 0)
  const shares = part.columns.map(({ width }) => Math.max(1, Math.round((width / all) * PAGE)))
  const rowOf = (type: 'table_header' | 'table_cell', cells: readonly Run[]) =>
    nodes.table_row!.create(
      null,
      cells.map((cell, place) =>
        nodes[type]!.create(
          { colwidth: [shares[place] ?? 1], align: part.columns[place]?.align ?? 'left' },
          nodes.paragraph!.create(null, runOf(cell)),
        ),
      ),
    )
  return nodes.table!.create(null, [
    rowOf(
      'table_header',
      part.columns.map(({ title }) => ({ text: title })),
    ),
    ...part.rows.map((row) => rowOf('table_cell', row)),
  ])
}

const words = (text: string): Fragment => (text === '' ? Fragment.empty : Fragment.from(schema.text(text)))
function runOf({ text, bold, italic }: Run): Doc[] {
  if (text === '') return []
  return [schema.text(text, [...(bold ? [marks.strong!.create()] : []), ...(italic ? [marks.em!.create()] : [])])]
}

/** What the editor holds, as parts. Lines without a word are no parts: the page sets its own distances. */
export function toParts(doc: Doc): Parts {
  const parts: Parts = []
  doc.forEach((node) => {
    if (node.type === nodes.table) parts.push(tableIn(node))
    else if (node.textContent.trim() === '') return
    else if (node.type === nodes.heading)
      parts.push({ kind: 'heading', level: node.attrs.level === 2 ? 2 : 1, text: node.textContent.trim() })
    else if (node.type === nodes.centred) parts.push({ kind: 'centred', text: node.textContent.trim() })
    else parts.push({ kind: 'paragraph', runs: runsIn(node) })
  })
  return parts
}

function runsIn(node: Doc): Run[] {
  const runs: Run[] = []
  node.forEach((child) => {
    if (!child.text) return
    const isBold = child.marks.some(({ type }) => type === marks.strong)
    const isItalic = child.marks.some(({ type }) => type === marks.em)
    runs.push({ text: child.text, ...(isBold ? { bold: true } : {}), ...(isItalic ? { italic: true } : {}) })
  })
  return runs
}

/** Its first row names the columns. A cell over several places stands in the first of them. */
function tableIn(table: Doc): TablePart {
  const map = TableMap.get(table)
  const seen = new Set<number>()
  const grid = Array.from({ length: map.height }, (_, row) =>
    Array.from({ length: map.width }, (__, column) => {
      const at = map.map[row * map.width + column]!
      const isFirst = !seen.has(at)
      seen.add(at)
      const cell = table.nodeAt(at)!
      return { cell, run: isFirst ? cellRun(cell) : { text: '' } }
    }),
  )
  const [titles, ...rows] = grid as [(typeof grid)[number], ...typeof grid]
  return {
    kind: 'table',
    columns: titles.map(({ cell, run }) => ({
      title: run.text.slice(0, 300),
      width: Math.min(1000, Number(cell.attrs.colwidth?.[0] ?? Math.round(PAGE / map.width))),
      align: alignIn(cell.attrs.align),
    })),
    rows: rows.map((row) => row.map(({ run }) => run)),
  }
}

/** A cell is in one style: bold or italic where all of it is. */
function cellRun(cell: Doc): Run {
  const runs = runsIn(cell.firstChild!).filter(({ text }) => text.trim() !== '')
  const all = (style: 'bold' | 'italic') => runs.length > 0 && runs.every((run) => run[style])
  return {
    text: cell.textContent.trim(),
    ...(all('bold') ? { bold: true } : {}),
    ...(all('italic') ? { italic: true } : {}),
  }
}
