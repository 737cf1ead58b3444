import type { Composer } from './compose.ts'
import { joinedParagraphs, type StatedParagraph } from './lines.ts'
import { tabbedAt } from './tabbed.ts'

/**
 * Adds the paragraphs that stand between two tables of a Word file: those that a person broke to fit the page as one, rows typed
 * with tabs as a table.
 */
export function addParagraphs(composer: Composer, run: readonly StatedParagraph[]): void {
  const texts = run.map(({ text }) => text)
  let from = 0
  for (let at = 0; at < run.length; at++) {
    const table = tabbedAt(texts, at, run.length)
    if (!table) continue
    addText(composer, run.slice(from, at))
    for (const cell of table.cells) if (cell.column === 0) cell.leftOut = [...(run[at + cell.row]?.leftOut ?? [])]
    composer.addTable(table.cells, { headerRows: table.headerRows })
    from = at + table.rows
    at = from - 1
  }
  addText(composer, run.slice(from))
}

function addText(composer: Composer, run: readonly StatedParagraph[]): void {
  for (const { kind, text, level, leftOut } of joinedParagraphs(run))
    composer.add(kind, text, level === undefined ? {} : { level }, leftOut)
}
