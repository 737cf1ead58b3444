/**
 * Justified lines of a PDF. pdfmake widens a line between all its pieces, also where no space is: "28/02/2021 , Chính phủ" after
 * a link or inside a notation. Here it is widened between words alone.
 */
import { createRequire } from 'node:module'

interface Inline {
  text: string
  x: number
  alignment: string
  justifyShift?: number
}
interface Line {
  x?: number
  inlines: Inline[]
  newLineForced?: boolean
  lastLineInParagraph?: boolean
  getWidth: () => number
}
interface Writer {
  context: () => { availableWidth: number }
  alignLine: (line: Line) => void
}

/** Replaces how pdfmake sets justified lines, once for the process; `resolve` finds its parts. */
export function spreadBetweenWords(resolve: NodeJS.RequireResolve): void {
  const { default: writer } = createRequire(resolve('pdfmake'))('./ElementWriter.js') as {
    default: { prototype: Writer }
  }
  const alignOther = writer.prototype.alignLine
  writer.prototype.alignLine = function alignLine(line) {
    if (line.inlines[0]?.alignment !== 'justify') return alignOther.call(this, line)
    if (line.newLineForced || line.lastLineInParagraph) return
    const starts = line.inlines.map((one, place) => place > 0 && isApart(line.inlines[place - 1]!.text, one.text))
    const words = starts.filter(Boolean).length
    if (words === 0) return
    const each = (this.context().availableWidth - line.getWidth()) / words
    let shift = 0
    for (const [place, one] of line.inlines.entries()) {
      if (starts[place]) {
        shift += each
        one.justifyShift = each
      }
      one.x += shift
    }
  }
}

const isApart = (before: string, after: string) => /\s$/.test(before) || /^\s/.test(after)
