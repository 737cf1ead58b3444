/** A DOCX that was written elsewhere, taken in as a text to go on with. */
import { type Cell, MAX_BYTES, type Reading, read, Unreadable } from '@dieuhanh/extraction'
import { wrong } from '../platform/errors.ts'
import type { UploadedFile } from '../platform/upload.ts'
import type { DraftContent } from './draft-content.ts'

const LARGEST = Math.min(MAX_BYTES, 10 * 1024 * 1024)
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')

/**
 * The body of a document as parts of a draft: paragraphs, headings and tables, without letterhead, recipients and signature, which
 * the page has of itself. Bold and italic are not read. Throws 400 naming `file` for what is no DOCX, is too large or has no text.
 */
export async function takeIn({ bytes, fileName }: UploadedFile): Promise<DraftContent['parts']> {
  if (!bytes.subarray(0, 4).equals(ZIP) || !/\.docx$/i.test(fileName))
    throw wrong('file', 'draft.no_docx', 'Chỉ nhận tệp DOCX. Hãy lưu văn bản thành DOCX rồi nộp lại.')
  if (bytes.length > LARGEST)
    throw wrong('file', 'draft.too_large', 'Tệp lớn hơn 10 MB. Hãy bỏ bớt ảnh hoặc tách phụ lục rồi nộp lại.')
  let reading: Reading
  try {
    reading = await read(bytes, fileName, { maxBytes: LARGEST })
  } catch (error) {
    if (error instanceof Unreadable) throw wrong('file', 'draft.unreadable', error.message)
    throw error
  }
  const parts = partsIn(reading)
  if (parts.length === 0)
    throw wrong('file', 'draft.no_text', 'Tệp không có chữ để soạn tiếp. Hãy nộp tệp DOCX có nội dung dạng chữ.')
  return parts
}

const MOST_PARTS = 1000
const MOST_COLUMNS = 20

/** Pure. */
export function partsIn({ text, blocks }: Pick<Reading, 'text' | 'blocks'>): DraftContent['parts'] {
  const wordsIn = ({ start, end }: { start: number; end: number }) => text.slice(start, end).replace(/\s+/g, ' ').trim()
  return blocks
    .flatMap((block): DraftContent['parts'] => {
      if (block.kind === 'pageNumber' || block.kind === 'header' || block.kind === 'footer') return []
      if (block.kind === 'table') return tableOf(block.cells ?? [], wordsIn)
      const words = wordsIn(block.span)
      if (words === '') return []
      if (block.kind === 'heading' && words.length <= 1000)
        return [{ kind: 'heading', level: (block.level ?? 1) > 1 ? 2 : 1, text: words }]
      return [{ kind: 'paragraph', runs: [{ text: words }] }]
    })
    .slice(0, MOST_PARTS)
}

/** A table with its first row as titles; a cell over several columns or rows stands in the first of them. */
function tableOf(cells: readonly Cell[], wordsIn: (span: Cell['span']) => string): DraftContent['parts'] {
  const width = Math.max(0, ...cells.map(({ column, columnSpan }) => column + columnSpan))
  const height = Math.max(0, ...cells.map(({ row, rowSpan }) => row + rowSpan))
  if (width === 0 || cells.every(({ span }) => wordsIn(span) === '')) return []
  if (width > MOST_COLUMNS || height < 2)
    return cells
      .map(({ span }) => wordsIn(span))
      .filter(Boolean)
      .map((words) => ({ kind: 'paragraph', runs: [{ text: words }] }))
  const grid = Array.from({ length: height }, () => Array.from({ length: width }, () => ''))
  for (const { row, column, span } of cells) grid[row]![column] = wordsIn(span)
  const [titles, ...rows] = grid as [string[], ...string[][]]
  return [
    {
      kind: 'table',
      columns: titles.map((title, place) => ({
        title: title.slice(0, 300),
        width: Math.min(1000, Math.max(4, ...grid.map((line) => line[place]!.length))),
        align: 'left',
      })),
      rows: rows.map((row) => row.map((words) => ({ text: words }))),
    },
  ]
}
