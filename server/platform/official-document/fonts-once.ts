/**
 * Fonts of a PDF. pdfkit reads the tables of a font, and how its letters join, anew for each file, though a face never changes:
 * a quarter of a second, and a paper is set several times to find its setting. Here each face is read once for the process.
 */
import { createRequire } from 'node:module'

/** What pdfkit keeps of a font in one file (the letters used), over the face read from its file. */
interface FileFont {
  font: object
  constructor: new (file: PdfKitFile, face: object, id: string) => FileFont
}
interface PdfKitFile {
  _font: FileFont
  /** By path and by name. */
  _fontFamilies: Record<string, FileFont>
  _fontCount: number
  font: (source: string, ...rest: unknown[]) => unknown
}

/** Replaces how pdfkit opens the faces at these paths, once for the process; `resolve` finds its parts. */
export function openFontsOnce(resolve: NodeJS.RequireResolve, paths: readonly string[]): void {
  const pdfkit = createRequire(resolve('pdfmake'))('pdfkit') as { prototype: PdfKitFile }
  const openAnew = pdfkit.prototype.font
  const opened = new Map<string, { face: object; InFile: FileFont['constructor'] }>()
  pdfkit.prototype.font = function font(source, ...rest) {
    const one = opened.get(source)
    // Found by pdfkit itself, under its path, as a font of this file.
    if (one) this._fontFamilies[source] ??= new one.InFile(this, ofThisFile(one.face), `F${++this._fontCount}`)
    const answer = openAnew.call(this, source, ...rest)
    const { font: face, constructor: InFile } = this._font
    // Not the font of this file, which would keep the file.
    if (!one && paths.includes(source)) opened.set(source, { face, InFile })
    return answer
  }
}

/**
 * The tables of the face, with letters of its own: fontkit notes on each which characters it stands for, by how it came upon it first in
 * the file. With letters of another file a text could not be copied or searched any more.
 */
const ofThisFile = (face: object): object => Object.assign(Object.create(face), { _glyphs: {} })
