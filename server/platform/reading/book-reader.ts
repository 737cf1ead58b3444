/** The process in which one workbook is read: started by `open-book.ts`, which bounds its time and memory. */
import ExcelJS from 'exceljs'

/** The workbook as data; or that it has more cells than any sheet of ours; or why it could not be read. */
export type FromBookReader = { model: ExcelJS.WorkbookModel } | { isTooLarge: true } | { broken: string }

/** Three thousand tasks with forty columns are half of this. */
const MOST_CELLS = 250_000

/** One cell in the last row of all makes a million rows for whoever goes through them. */
const MOST_ROWS = 20_000
const MOST_COLUMNS = 500
const isEndless = ({ rowCount, columnCount }: ExcelJS.Worksheet) => rowCount > MOST_ROWS || columnCount > MOST_COLUMNS

process.once('message', async (bytes: Uint8Array) => {
  process.send!(await read(bytes), () => process.exit(0))
})
// The parent is gone: no one waits for the answer.
process.once('disconnect', () => process.exit(0))

async function read(bytes: Uint8Array): Promise<FromBookReader> {
  try {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    if (book.worksheets.length === 0) return { broken: 'no sheet in it' }
    let cells = 0
    if (book.worksheets.some(isEndless)) return { isTooLarge: true }
    for (const sheet of book.worksheets) {
      const merged: [cell: ExcelJS.Cell, value: ExcelJS.CellValue][] = []
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          cells += 1
          if (cell.isMerged) merged.push([cell, cell.value])
        }),
      )
      if (cells > MOST_CELLS) return { isTooLarge: true }
      // A merged cell is read as what is written over it.
      for (const range of sheet.model.merges) sheet.unMergeCells(range)
      for (const [cell, value] of merged) cell.value = value
    }
    const { model } = book
    // What guides whoever fills the sheet in is not read, and can name every cell there is.
    for (const sheet of model.worksheets) Object.assign(sheet, { dataValidations: {}, conditionalFormattings: [] })
    return { model }
  } catch (error) {
    return { broken: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
