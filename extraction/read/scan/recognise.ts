import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Page, Word as RecognisedWord, Worker } from 'tesseract.js'
import { splitSyllables } from '../../language/syllable.ts'
import { Unreadable } from '../../shapes.ts'
import type { Composer } from '../compose.ts'
import { PAGE_MILLISECONDS } from '../limits.ts'
import type { Sheet, Word } from '../sheet/sheet.ts'
import { eraseRules, inkOf, type Picture, rulesIn, skewOf, turned } from './picture.ts'

interface Recognised {
  sheet: Sheet
  /** Mean confidence of the words, 0 to 100. */
  confidence: number
  letters: number
  /** Words are taller than wide: the page is on its side, and recognition rotated it to read it. */
  sideways: boolean
}

/** Below this mean confidence the page may be sideways or upside down, and other rotations are tried. */
const DOUBTFUL = 50
/** A page with a smaller dark share is blank: even a single page number has more. */
const LEAST_INK = 0.000_02
/** Most pages that a warning names. */
const MOST_NAMED = 10
/** Below this the reviewer gets a warning that names the page. */
const POOR = 75
/** Specks of dust are recognised as single signs of low confidence. */
const LEAST_CONFIDENCE_OF_SIGNS = 60
/** With fewer certain letters on all pages together there is no text. */
const LEAST_LETTERS = 20

/**
 * Vietnamese character recognition (tesseract, its model from the npm package `@tesseract.js-data/vie`). One engine
 * serves all pages of a document; a page that takes too long ends the engine, and a new one starts for the next page.
 */
export class Recogniser {
  #engine: Worker | null = null
  #pages = 0
  #letters = 0

  /** @throws Unreadable `too_slow` when the page takes longer than its limit. */
  async page(picture: Picture, number: number): Promise<Recognised> {
    const upright = await this.#recognise(picture, number)
    const certain = !upright.sideways && (upright.confidence >= DOUBTFUL || upright.letters > 400)
    if (certain || upright.sheet.words.length === 0) return this.#counted(upright)
    let best = upright.sideways ? { ...upright, confidence: 0 } : upright
    for (const quarter of [1, 3, 2]) {
      const other = await this.#recognise(await turned(picture, (quarter * Math.PI) / 2), number)
      const better = other.confidence > best.confidence + 10 && other.letters >= best.letters / 2
      if (better && !other.sideways) best = other
      if (best.confidence > POOR) break
    }
    return this.#counted(best)
  }

  /**
   * Adds the warnings about recognised text for the reviewer.
   *
   * @throws Unreadable `no_text` when nothing certain was read on any page.
   */
  conclude(composer: Composer, doubtful: { page: number; confidence: number }[], what: 'ảnh' | 'PDF'): void {
    if (this.#letters < LEAST_LETTERS) {
      throw new Unreadable(
        'no_text',
        what === 'ảnh'
          ? 'Ảnh không có chữ đọc được. Hãy chụp hoặc quét lại văn bản rõ nét, đúng chiều, từ 200 dpi trở lên rồi nộp lại.'
          : 'Các trang quét trong tệp PDF không có chữ đọc được. Hãy quét lại rõ nét, đúng chiều, từ 200 dpi trở lên, hoặc nộp bản DOCX.',
      )
    }
    composer.warn('recognised', { pages: this.#pages })
    const poor = doubtful.filter((page) => page.confidence < POOR)
    if (poor.length > 0) {
      const named = poor.slice(0, MOST_NAMED).map((page) => `${page.page} (${Math.round(page.confidence)}%)`)
      composer.warn('recognised_poorly', { pages: named.join(', '), more: poor.length - named.length })
    }
  }

  async close(): Promise<void> {
    const engine = this.#engine
    this.#engine = null
    await engine?.terminate()
  }

  #counted(result: Recognised): Recognised {
    this.#pages++
    this.#letters += result.letters
    return result
  }

  async #recognise(picture: Picture, number: number): Promise<Recognised> {
    const scale = picture.pixelsPerPoint
    const seen = inkOf(picture)
    const skew = seen.share < LEAST_INK ? 0 : skewOf(seen)
    const straight = Math.abs(skew) < 0.001 ? picture : await turned(picture, -skew)
    const sheet: Sheet = {
      page: number,
      width: picture.canvas.width / scale,
      height: picture.canvas.height / scale,
      words: [],
      rules: seen.share < LEAST_INK ? [] : rulesIn(straight === picture ? seen : inkOf(straight), scale),
    }
    if (seen.share < LEAST_INK) return { sheet, confidence: 0, letters: 0, sideways: false }
    const clean = await turned(straight, 0)
    eraseRules(clean, sheet.rules)
    const page = await this.#withinTime(await clean.canvas.encode('png'), number)
    const { words, confidence, letters } = wordsOf(page, scale)
    sheet.words = words
    return { sheet, confidence, letters, sideways: isSideways(page) }
  }

  async #withinTime(png: Buffer, number: number): Promise<Page> {
    this.#engine ??= await startEngine()
    const engine = this.#engine
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#engine = null
        void engine.terminate()
        reject(
          new Unreadable(
            'too_slow',
            `Trang ${number} nhận dạng quá lâu. Hãy quét lại ở 300 dpi, đen trắng, rồi nộp lại.`,
          ),
        )
      }, PAGE_MILLISECONDS)
    })
    try {
      const result = await Promise.race([engine.recognize(png, {}, { blocks: true, text: false }), late])
      return result.data
    } finally {
      clearTimeout(timer)
    }
  }
}

async function startEngine(): Promise<Worker> {
  const { createWorker, OEM, PSM } = await import('tesseract.js')
  const packaged = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))
  const engine = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath: join(packaged, '4.0.0_best_int'),
    gzip: true,
    // Otherwise the model would be unpacked into the working directory.
    cacheMethod: 'none',
    errorHandler: () => {},
  })
  await engine.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: '300' })
  return engine
}

function wordsOf(page: Page, scale: number): { words: Word[]; confidence: number; letters: number } {
  const words: Word[] = []
  let sum = 0
  let counted = 0
  let letters = 0
  for (const block of page.blocks ?? []) {
    for (const paragraph of block.paragraphs) {
      for (const line of paragraph.lines) {
        for (const [index, word] of line.words.entries()) {
          const own = word.text.replace(/[^\p{L}\p{N}]/gu, '').length
          if (
            word.text.trim() === '' ||
            (own < 2 && word.confidence < LEAST_CONFIDENCE_OF_SIGNS && !/\d/.test(word.text))
          )
            continue
          // The line's height, not the word's: "ô" and "p" have the same top and bottom in print, but not as boxes.
          words.push({
            // Recognition already separates words, however narrow the gap.
            text: `${splitSyllables(withPoint(word, index === 0 ? line.words[1] : undefined))} `,
            left: word.bbox.x0 / scale,
            right: word.bbox.x1 / scale,
            top: line.bbox.y0 / scale,
            bottom: line.bbox.y1 / scale,
          })
          sum += word.confidence
          counted++
          if (word.confidence >= 60) letters += own
        }
      }
    }
  }
  return { words, confidence: counted === 0 ? 0 : sum / counted, letters }
}

/**
 * The point after an item's number is the smallest sign on the page and the first that a scan loses. It is restored after
 * a number of one or two digits at the start of a line with a wider gap than a number in a sentence has.
 */
function withPoint(word: RecognisedWord, next: RecognisedWord | undefined): string {
  if (!next || !/^\d{1,2}$/.test(word.text) || !/^\p{Lu}/u.test(next.text)) return word.text
  const height = word.bbox.y1 - word.bbox.y0
  return next.bbox.x0 - word.bbox.x1 > height * 1.2 ? `${word.text}.` : word.text
}

/** Whether most words of some length are taller than wide. */
function isSideways(page: Page): boolean {
  let tall = 0
  let all = 0
  for (const block of page.blocks ?? []) {
    for (const paragraph of block.paragraphs) {
      for (const line of paragraph.lines) {
        for (const { text, bbox } of line.words) {
          if (text.length < 4) continue
          all++
          if (bbox.y1 - bbox.y0 > bbox.x1 - bbox.x0) tall++
        }
      }
    }
  }
  return all > 0 && tall > all / 2
}
