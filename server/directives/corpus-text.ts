/** A document as read, as the content of a file that is read the same again. Pure. */
import type { Reading } from '@dieuhanh/extraction'
import type { CorpusRow } from './corpus-shapes.ts'

type Block = Reading['blocks'][number]

/** Text that the reader put on every page is no part of the document. */
const OFF_THE_PAGE: readonly Block['kind'][] = ['pageNumber', 'header', 'footer']

/** The text itself, unless it has tables whose cells plain text would lose: then HTML with the same tables. */
export function corpusText(reading: Pick<Reading, 'format' | 'text' | 'blocks'>): Pick<CorpusRow, 'format' | 'text'> {
  const { format, text, blocks } = reading
  if (format === 'txt' || format === 'markdown') return { format: format === 'txt' ? 'txt' : 'md', text }
  if (!blocks.some(({ cells }) => cells !== undefined)) return { format: 'txt', text }
  const body = blocks.filter(({ kind }) => !OFF_THE_PAGE.includes(kind)).map((block) => elementOf(block, text))
  return { format: 'html', text: `<!doctype html>\n<meta charset="utf-8">\n${body.join('\n')}\n` }
}

function elementOf(block: Block, text: string): string {
  if (block.cells) return tableOf(block, text)
  const words = escaped(text.slice(block.span.start, block.span.end))
  if (block.kind !== 'heading') return `<p>${words}</p>`
  const level = Math.min(6, Math.max(1, block.level ?? 2))
  return `<h${level}>${words}</h${level}>`
}

function tableOf({ cells = [], headerRows = 0 }: Block, text: string): string {
  const rows = Map.groupBy(cells, ({ row }) => row)
  const lines = [...rows.keys()]
    .sort((a, b) => a - b)
    .map((row) => {
      const tag = row < headerRows ? 'th' : 'td'
      const inRow = rows.get(row)!.sort((a, b) => a.column - b.column)
      const words = inRow.map(({ rowSpan, columnSpan, span }) => {
        const extent = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`
        return `<${tag}${extent}>${escaped(text.slice(span.start, span.end))}</${tag}>`
      })
      return `<tr>${words.join('')}</tr>`
    })
  return `<table>\n${lines.join('\n')}\n</table>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>')
}
