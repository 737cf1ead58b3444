import type { Progress } from '../../shapes.ts'
import { Unreadable } from '../../shapes.ts'
import type { Composer } from '../compose.ts'
import { MAX_PIXELS, MAX_SCANNED_PAGES, RECOGNISE_MILLISECONDS, tooManyPages } from '../limits.ts'
import type { Sheet } from '../sheet/sheet.ts'
import type { Picture } from './picture.ts'
import { Recogniser } from './recognise.ts'

/**
 * Pixels per point when a page is drawn for recognition: 250 dpi, where the accents of Vietnamese letters stay
 * separate.
 */
const SCALE = 250 / 72

/** Fewer letters than this on the pages recognised are no text of their own. */
const LEAST_LETTERS = 20

/** Letters that the page has as text, though too few to trust that they are all. */
function lettersOf({ words }: Sheet): number {
  return words.reduce((sum, { text }) => sum + text.replace(/[^\p{L}]/gu, '').length, 0)
}

/**
 * Draws the given pages of a PDF and recognises them; each result replaces its page in `sheets`. True if any text was
 * recognised.
 *
 * @throws Unreadable `too_large` for too many pages, `no_text` if the whole document is pictures without words.
 */
export async function recognisePages(
  bytes: Uint8Array,
  sheets: Sheet[],
  pictures: number[],
  composer: Composer,
  onProgress: (progress: Progress) => void,
): Promise<boolean> {
  if (pictures.length > MAX_SCANNED_PAGES) {
    throw new Unreadable('too_large', tooManyPages(pictures.length, MAX_SCANNED_PAGES))
  }
  const { createIsomorphicCanvasFactory, getDocumentProxy } = await import('unpdf')
  const { createCanvas } = await import('@napi-rs/canvas')
  const CanvasFactory = await createIsomorphicCanvasFactory(() => import('@napi-rs/canvas'))
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { maxImageSize: MAX_PIXELS * 2, CanvasFactory })
  const recogniser = new Recogniser()
  const confidences: { page: number; confidence: number }[] = []
  const late: number[] = []
  /** The recognised pages, by their place in `sheets`. */
  const found = new Map<number, Sheet>()
  let read = 0
  const until = performance.now() + RECOGNISE_MILLISECONDS
  try {
    for (const [index, number] of pictures.entries()) {
      onProgress({ stage: 'recognising', done: index, total: pictures.length })
      if (performance.now() > until) {
        throw new Unreadable(
          'too_slow',
          `Nhận dạng quá lâu: sau một giờ mới xong ${index}/${pictures.length} trang. Hãy tách tệp thành nhiều phần rồi nộp lại.`,
        )
      }
      const page = await pdf.getPage(number)
      const size = page.getViewport({ scale: 1 })
      const scale = Math.min(SCALE, Math.sqrt(MAX_PIXELS / Math.max(1, size.width * size.height)))
      const viewport = page.getViewport({ scale })
      const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)))
      const context = canvas.getContext('2d')
      const surface = { canvas: canvas as never, canvasContext: context as never, viewport, background: 'white' }
      await page.render(surface).promise
      page.cleanup()
      try {
        const picture: Picture = { canvas, context, pixelsPerPoint: scale }
        const { sheet, confidence, letters } = await recogniser.page(picture, number)
        const at = sheets.findIndex((one) => one.page === number)
        if (at >= 0 && letters > lettersOf(sheets[at]!)) {
          found.set(at, sheet)
          confidences.push({ page: number, confidence })
          read += letters
        }
      } catch (error) {
        if (!(error instanceof Unreadable) || error.code !== 'too_slow') throw error
        late.push(number)
      }
    }
    onProgress({ stage: 'recognising', done: pictures.length, total: pictures.length })
  } finally {
    await recogniser.close()
    await pdf.loadingTask.destroy().catch(() => {})
  }
  if (late.length > 0) {
    composer.warn('pages_lost', { late: late.join(', ') })
  }
  // A document with text is not refused for a blank back page, or for the last of its recipients alone on a page.
  if (pictures.length < sheets.length && read < LEAST_LETTERS) return false
  for (const [at, sheet] of found) sheets[at] = sheet
  recogniser.conclude(composer, confidences, 'PDF')
  return true
}
