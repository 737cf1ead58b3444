import type { Progress } from '../../shapes.ts'
import { type Reading, Unreadable } from '../../shapes.ts'
import { Composer } from '../compose.ts'
import { fromTcvn3, fromVni, repairFontEncoding } from '../decode.ts'
import { brokenLetters } from '../legible.ts'
import { MAX_PAGES, tooManyPages } from '../limits.ts'
import { composeSheets } from '../sheet/flow.ts'
import type { Sheet } from '../sheet/sheet.ts'
import type { Layers } from './drawing.ts'
import type { PdfPage } from './page.ts'
import { sheetOf } from './sheet-of-page.ts'

/** A page with fewer letters than this has no text of its own: a scan may have a stamp or a page number as text. */
const LEAST_LETTERS = 20

/**
 * Reads a PDF: its text where it has text, recognition for pages that are pictures.
 *
 * @throws Unreadable `encrypted`, `damaged`, `no_pages`, `no_text`, `too_large`.
 */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  onProgress: (progress: Progress) => void = () => {},
  mostPictures = Number.POSITIVE_INFINITY,
): Promise<Reading> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf')
  const { OPS } = await getResolvedPDFJS()
  const composer = new Composer()
  // PDF.js takes ownership of the buffer. Pictures are not decoded here: only lines and letters are needed.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { maxImageSize: 1 }).catch(refusePdf)
  try {
    const pages = pdf.numPages
    if (pages < 1) throw noPages()
    if (pages > MAX_PAGES) throw new Unreadable('too_large', tooManyPages(pages, MAX_PAGES))
    const sheets: Sheet[] = []
    const pictures: number[] = []
    const filled: string[] = []
    const broken: BrokenPage[] = []
    const layers = (await pdf.getOptionalContentConfig().catch(() => null)) as Layers | null
    let unreadable = 0
    for (let number = 1; number <= pages; number++) {
      try {
        const page = (await pdf.getPage(number)) as unknown as PdfPage
        const { sheet, values } = await sheetOf(page, number, OPS as unknown as Record<string, number>, layers)
        const letters = sheet.words.reduce((sum, word) => sum + word.text.replace(/[^\p{L}]/gu, '').length, 0)
        if (letters < LEAST_LETTERS) pictures.push(number)
        else judge(sheet, broken)
        sheets.push(sheet)
        filled.push(...values)
        page.cleanup()
      } catch (error) {
        if (error instanceof Unreadable) throw error
        unreadable++
      }
      onProgress({ stage: 'reading', done: number, total: pages })
    }
    if (unreadable === pages) throw damagedPdf()
    if (unreadable > 0) {
      composer.warn('pages_lost', { lost: unreadable, pages })
    }
    if (filled.length > 0) warnOfFields(filled, composer)
    if (broken.length > 0) warnOfBroken(broken, composer)
    pictures.push(...broken.map(({ page }) => page))
    pictures.sort((a, b) => a - b)
    if (pictures.length > mostPictures) {
      throw new Unreadable(
        'no_text',
        `Tệp có ${pictures.length} trang không có chữ (bản quét). Hãy nộp PDF có chữ, hoặc bản DOCX gốc.`,
      )
    }
    const recognised = await recognisePictures(bytes, sheets, pictures, composer, onProgress)
    composeSheets(sheets, composer)
    if (composer.blocks.length === 0) {
      throw new Unreadable(
        'no_text',
        'Tệp PDF không có chữ đọc được. Hãy quét lại rõ nét hơn (từ 200 dpi trở lên, đúng chiều), hoặc nộp bản DOCX.',
      )
    }
    return composer.reading(name, 'pdf', { pages, recognised })
  } finally {
    await pdf.loadingTask.destroy().catch(() => {})
  }
}

/** A page whose text layer nobody can read, with an example of it. */
interface BrokenPage {
  page: number
  example: string
}

/**
 * Repairs text set in fonts from before Unicode, which PDF stores as Western letters, and notes a page whose letters are
 * broken, so that it is recognised from its picture.
 */
function judge(sheet: Sheet, broken: BrokenPage[]): void {
  const text = sheet.words.map((word) => word.text).join(' ')
  const { encoding } = repairFontEncoding(text)
  if (encoding)
    for (const word of sheet.words) word.text = encoding === 'vni' ? fromVni(word.text) : fromTcvn3(word.text)
  else {
    const example = brokenLetters(text)
    if (example) broken.push({ page: sheet.page, example })
  }
}

/** Most pages that a warning names. */
const MOST_PAGES_NAMED = 10

function warnOfBroken(broken: BrokenPage[], composer: Composer): void {
  const named = broken.slice(0, MOST_PAGES_NAMED).map(({ page }) => page)
  const more = broken.length - named.length
  composer.warn('broken_letters', { pages: named.join(', '), more, example: broken[0]!.example })
}

/** Most values of form fields that a warning names. */
const MOST_NAMED = 5

function warnOfFields(values: string[], composer: Composer): void {
  const filled = values.slice(0, MOST_NAMED)
  composer.warn('form_fields', { filled, more: values.length - filled.length })
}

/** Recognises the pages that are pictures; true if there was any. */
async function recognisePictures(
  bytes: Uint8Array,
  sheets: Sheet[],
  pictures: number[],
  composer: Composer,
  onProgress: (progress: Progress) => void,
): Promise<boolean> {
  if (pictures.length === 0) return false
  const { recognisePages } = await import('../scan/recognise-pdf.ts')
  return await recognisePages(bytes, sheets, pictures, composer, onProgress)
}

function refusePdf(error: unknown): never {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') {
    throw new Unreadable(
      'encrypted',
      'Tệp PDF có mật khẩu nên không đọc được. Hãy bỏ mật khẩu (in lại thành PDF mới) rồi nộp lại.',
    )
  }
  throw damagedPdf()
}

function noPages(): Unreadable {
  return new Unreadable('no_pages', 'Tệp PDF không có trang nào. Hãy tạo lại tệp PDF từ văn bản gốc rồi nộp lại.')
}

function damagedPdf(): Unreadable {
  return new Unreadable(
    'damaged',
    'Tệp PDF bị hỏng hoặc tải về chưa trọn vẹn. Hãy tải lại tệp, hoặc in lại thành PDF từ văn bản gốc, rồi nộp lại.',
  )
}
