import type { TurnedWord } from '../sheet/sheet.ts'
import type { Letter } from './letters.ts'
import { type Matrix, times } from './matrix.ts'
import type { PdfPage, TextItem } from './page.ts'

/** Text leaning by less than this, in radians, is upright. */
const LEAN = 0.1

/** By how many degrees the text of this matrix is turned to the right, as the page is seen: a right angle, or null. */
export function angleOf(place: Matrix): 0 | 90 | 180 | 270 | null {
  const quarters = Math.atan2(place[1], place[0]) / (Math.PI / 2)
  const nearest = Math.round(quarters)
  if (Math.abs(quarters - nearest) * (Math.PI / 2) > LEAN) return null
  return (((nearest + 4) % 4) * 90) as 0 | 90 | 180 | 270
}

/** Share of the letters of a page that must be turned the same way for the page to be turned. */
const MOST_LETTERS = 0.8
/** A page with fewer letters is a picture, or says too little to be turned by. */
const LEAST_LETTERS = 100

/** By how many degrees a page must be turned to be read: a wide table is often put on an upright page as it is. */
export function turnOf(items: readonly TextItem[], page: PdfPage): number {
  const toView = page.getViewport({ scale: 1 }).transform as Matrix
  const letters = new Map<number | null, number>()
  let all = 0
  for (const { str, transform } of items) {
    const count = str.trim().length
    const angle = angleOf(times(toView, transform as Matrix))
    letters.set(angle, (letters.get(angle) ?? 0) + count)
    all += count
  }
  if (all < LEAST_LETTERS) return 0
  const most = [90, 180, 270].find((angle) => (letters.get(angle) ?? 0) > all * MOST_LETTERS)
  return most === undefined ? 0 : 360 - most
}

/** Whether any letter of a piece is to be read: not all of them are drawn again, hidden or struck. */
export function isDrawnOnce(letters: readonly Letter[] | null): boolean {
  return !letters || letters.some((letter) => letter?.fate === 'kept')
}

export function turnedWord(item: TextItem, place: Matrix, size: number, angle: 90 | 270): TurnedWord {
  const [x, y] = [place[4], place[5]]
  const text = item.str.replace(/[\ufb00-\ufb06]/g, (joined) => joined.normalize('NFKC'))
  return angle === 270
    ? { text, reads: 'up', size, left: x - size * 0.8, right: x + size * 0.2, top: y - item.width, bottom: y }
    : { text, reads: 'down', size, left: x - size * 0.2, right: x + size * 0.8, top: y, bottom: y + item.width }
}
