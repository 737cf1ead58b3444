/**
 * Tables of thousands of rows in a DOCX file. The library builds an object for every cell, which takes seconds and hundreds of
 * megabytes; here the rows are written as text into the document that the library made.
 */
import { unzipSync, zipSync } from 'fflate'
import type { Part, Run, Table } from './model.ts'
import { SIZE } from './model.ts'
import { bindSpaces } from './typography.ts'

/** From so many rows on. */
const LONG = 300
export const isLong = (part: Part): part is Table => part.kind === 'table' && part.rows.length >= LONG

const DOCUMENT = 'word/document.xml'
const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => (/[&<>]/.test(text) ? text.replace(/[&<>]/g, (mark) => ENTITY[mark]!) : text)
/** What XML cannot hold is left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones
const clean = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
const PARAGRAPH = /<w:p>(?:(?!<\/w:p>).)*?@@long-table-(\d+)@@.*?<\/w:p>/gs

/** The long tables of one document: each leaves a mark, which its rows replace. */
export class LongTables {
  readonly #tables: { table: Table; width: number }[] = []

  /** The mark to put where the table goes. */
  take(table: Table, width: number): string {
    this.#tables.push({ table, width })
    return `@@long-table-${this.#tables.length - 1}@@`
  }

  /** The file with the rows in place of the marks. */
  fill(file: Uint8Array): Uint8Array {
    if (this.#tables.length === 0) return file
    const parts = unzipSync(file)
    const xml = Buffer.from(parts[DOCUMENT]!).toString('utf8')
    const filled = xml.replace(PARAGRAPH, (_, place: string) => {
      const { table, width } = this.#tables[Number(place)]!
      return tableXml(table, width)
    })
    parts[DOCUMENT] = Buffer.from(filled, 'utf8')
    return zipSync(parts, { level: 1 })
  }
}

function tableXml(
  { columns, rows, totals = [], sections = [], size: points = SIZE.table }: Table,
  width: number,
): string {
  const whole = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => Math.floor((column.width / whole) * width))
  const size = `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
  // What is the same in every cell of a column is written once.
  const head = (index: number, align: string, bold: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${widths[index]}"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:jc w:val="${align}"/></w:pPr><w:r><w:rPr>${bold ? '<w:b/><w:bCs/>' : ''}${size}</w:rPr><w:t xml:space="preserve">`
  const TAIL = '</w:t></w:r></w:p></w:tc>'
  const plain = columns.map(({ align }, index) => head(index, align, false))
  const strong = columns.map(({ align }, index) => head(index, align, true))
  const bold = new Set(totals)
  const edge = (name: string) => `<w:${name} w:val="single" w:color="auto" w:sz="4" w:space="0"/>`
  const xml = [
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${width}"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:type="dxa" w:w="30"/><w:left w:type="dxa" w:w="60"/><w:bottom w:type="dxa" w:w="30"/><w:right w:type="dxa" w:w="60"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map(({ title }, index) => `${head(index, 'center', true)}${words(title)}${TAIL}`).join('')}</w:tr>`,
  ]
  const known = new Map<string, string>()
  const cell = (text: string): string => {
    if (text.length > SHORT) return words(text)
    let made = known.get(text)
    if (made === undefined) {
      made = words(text)
      known.set(text, made)
    }
    return made
  }
  const across = new Set(sections)
  const ACROSS = strong[0]!
    .replace(/<w:tcW [^>]*>/, `<w:tcW w:type="dxa" w:w="${width}"/><w:gridSpan w:val="${columns.length}"/>`)
    .replace(/<w:pPr>.*<\/w:pPr>/, '<w:pPr><w:keepNext/><w:jc w:val="left"/></w:pPr>')
  for (const [place, row] of rows.entries()) {
    if (across.has(place)) {
      xml.push(`<w:tr><w:trPr><w:cantSplit/></w:trPr>${ACROSS}${cell(row[0]!.text)}${TAIL}</w:tr>`)
      continue
    }
    const heads = bold.has(place) ? strong : plain
    let line = '<w:tr><w:trPr><w:cantSplit/></w:trPr>'
    for (let index = 0; index < row.length; index += 1)
      line += `${heads[index]}${cell((row[index] as Run).text)}${TAIL}`
    xml.push(`${line}</w:tr>`)
  }
  xml.push('</w:tbl>')
  return xml.join('')
}

/** Hyphens do not end a line, so that the rows are as high as in the PDF. */
const words = (text: string) =>
  escaped(clean(bindSpaces(text))).replaceAll('-', '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')
/** Up to so many characters a cell is likely to be in other rows too: an agency, a document, a day, a standing. */
const SHORT = 60
