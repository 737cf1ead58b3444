import { addAppearance, layOut, type Mark, pageOf } from './marks.ts'
import { addToPage, openPdf } from './pades.ts'
import { fieldsOf } from './pdf-fields.ts'
import { boxInFile, placeSeen, sightOf } from './pdf-geometry.ts'
import { dictOf, Name, PdfError, textString } from './pdf-objects.ts'
import { PdfUpdate } from './pdf-update.ts'

/**
 * A mark without a signature, where the body has no key here: the words of a copy, printed with the page. An incremental update, so
 * signatures of the original keep their bytes.
 * @throws {PdfError} for a PDF that cannot be read, and for a mark that has no place
 */
export function withPlainMark(pdf: Uint8Array, mark: Extract<Mark, { kind: 'copy' | 'annex' }>, at: Date): Uint8Array {
  const file = openPdf(pdf)
  const page = file.pages[pageOf(mark) - 1]
  if (page === undefined)
    throw new PdfError('pdf.no_such_page', 'the page of the mark is not there', { page: pageOf(mark) })
  const update = new PdfUpdate(file)
  const sight = sightOf(file, page)
  const marks = fieldsOf(file).flatMap(({ isSignature, widgets }) =>
    isSignature
      ? widgets.flatMap(({ page: on, rect }) => (on === page.number && rect ? [placeSeen(sight, on, rect)] : []))
      : [],
  )
  const drawing = layOut(mark, at, { sight, marks: marks.filter(({ width, height }) => width > 0 && height > 0) })
  const stamp = update.add(
    dictOf({
      Type: new Name('Annot'),
      Subtype: new Name('Stamp'),
      P: page.ref,
      Rect: boxInFile(sight, drawing.place),
      Contents: textString(drawing.lines.map(({ text }) => text).join('\n')),
      // Printed, locked, and not to be edited.
      F: 4 | 64 | 128,
      AP: dictOf({ N: addAppearance(update, drawing, sight.turn) }),
    }),
  )
  addToPage(update, page.ref, stamp)
  return update.write().bytes
}
