import type { BlockKind } from '../shapes.ts'
import type { LeftOut } from './compose.ts'

/**
 * Where a paragraph really ends. A line end in a file may be a break that only the width of a page or a stray key made:
 * a soft break in Word, `<br>` in a page, a paragraph for each printed line. These rules look at the two lines around it.
 */

/** A mark that begins an item, an article or a line with a fixed place in official documents. */
export const LINE_MARK =
  /^(?:[-–—+•●▪■◦*]\s*\S|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)/]\s|\d{1,3}(?:\.\d{1,3}){0,4}[.)](?=\p{Lu})|\(?[a-zđ][.)]\s|\(?[ivx]{1,4}\)\s|[IVXLC]{1,6}[.)/]\s|(?:Điều|Chương|Mục|Phần|Khoản|Phụ lục|Tiểu mục)\s+(?:thứ\s+)?[\dIVXLC]{1,6}(?=[.:\s]|$)|(?:Nơi nhận|Kính gửi|Kính chuyển|Số|V\/v|Về việc|KT\.|TM\.|TL\.|TUQ\.|Q\.)(?![\p{L}\d]))/iu

/** "Đơn vị chủ trì:", "Thời hạn hoàn thành:": a line with a label of its own. */
const LABEL = /^\p{Lu}[^.:;!?\n]{1,60}:/u

const SENTENCE_END = /[.;:!?…]["”’»)\]]*$/u
const STARTS_LOW = /^["“'(‘]?\p{Ll}/u
const STARTS_WITH_NUMBER = /^\(?\d/

/** A drawn line of dashes, stars or dots ("-------"). */
const DRAWN = /^[-–—_=~.*\s]+$/

/** Words that never end a paragraph; compared in lower case. */
const DANGLING = new Set(
  'với và của các những về cho tại theo trong từ đến là do để bởi hoặc như vào thuộc đối bằng nhằm mỗi cùng giữa nếu ủy uỷ'.split(
    ' ',
  ),
)
/** Words that end a paragraph ("hằng năm", "chuyển đổi số") unless a number follows. */
const BEFORE_NUMBER = new Set('ngày tháng năm quý số điều khoản mục trước sau đạt'.split(' '))

/** Below this length a line was ended by its writer: a heading, a name, a line of the header. */
const SHORTEST_FULL = 40

export function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}/u.test(text)
}

/** True if the line begins something of its own: an item, an article, a labelled line. */
function beginsItem(line: string): boolean {
  return LINE_MARK.test(line) || LABEL.test(line)
}

/** True if the line ends a sentence or announces a list. */
function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line)
}

/**
 * True if the sentence surely goes on from one line to the next: the line above ends nothing and the next begins in the
 * middle of a sentence.
 */
export function surelyContinues(above: string, below: string): boolean {
  if (above === '' || below === '' || beginsItem(below) || DRAWN.test(above) || DRAWN.test(below)) return false
  if (STARTS_LOW.test(below)) return !isCapitals(above) && (!endsSentence(above) || /;["”)]*$/u.test(above))
  if (endsSentence(above) || isCapitals(above) !== isCapitals(below)) return false
  if (STARTS_WITH_NUMBER.test(below)) return endsOpen(above) || BEFORE_NUMBER.has(lastWord(above))
  return !isCapitals(below) && endsOpen(above)
}

/**
 * True if a line of running text goes on after a break inside its paragraph. A name or heading on a short line of its own
 * does not, because a writer breaks after it on purpose.
 *
 * @param width length of the longest lines that are known to have been broken to a width; 0 if unknown.
 */
function continuesLine(above: string, below: string, width = 0): boolean {
  if (surelyContinues(above, below)) return true
  if (above === '' || below === '' || beginsItem(below) || endsSentence(above)) return false
  if (DRAWN.test(above) || DRAWN.test(below) || isCapitals(above) || isCapitals(below)) return false
  const next = below.indexOf(' ')
  const filled = above.length + 1 + (next < 0 ? below.length : next)
  return width > 0 && above.length >= SHORTEST_FULL && filled > width * 0.88
}

/** Joins the lines of one paragraph that were broken in the middle of a sentence. */
export function rejoined(lines: readonly string[]): string[] {
  if (lines.length < 2) return [...lines]
  const joined: string[] = []
  const width = brokenWidth(lines)
  let above = ''
  for (const line of lines) {
    const tidy = line.trim()
    if (joined.length > 0 && continuesLine(above, tidy, width)) joined[joined.length - 1] += ` ${tidy}`
    else joined.push(line)
    above = tidy
  }
  return joined
}

/** A paragraph as a file states it, before paragraphs that were only printed lines are joined. */
export interface StatedParagraph {
  kind: BlockKind
  text: string
  level?: number
  leftOut?: LeftOut[]
}

/**
 * Joins paragraphs that are printed lines: text pasted from a PDF or an e-mail has one for each line. A heading, a short
 * line and a line with a mark or a label stay what they are.
 */
export function joinedParagraphs<T extends StatedParagraph>(stated: readonly T[]): T[] {
  const width = brokenWidth(stated.map((paragraph) => paragraph.text))
  const joined: T[] = []
  let above = ''
  for (const paragraph of stated) {
    const open = joined.at(-1)
    const isText = open && isRunning(open) && paragraph.kind === 'paragraph' && paragraph.level === undefined
    const text = paragraph.text.trim()
    if (
      isText &&
      above.length >= SHORTEST_FULL &&
      (width > 0 || !endsSentence(above)) &&
      continuesLine(above, text, width)
    ) {
      const leftOut = [...(open.leftOut ?? []), ...(paragraph.leftOut ?? [])]
      joined[joined.length - 1] = { ...open, text: `${open.text} ${text}`, leftOut }
    } else joined.push(paragraph)
    above = text
  }
  return joined
}

function isRunning(paragraph: StatedParagraph): boolean {
  return (paragraph.kind === 'paragraph' || paragraph.kind === 'item') && paragraph.level === undefined
}

/** Longest line broken to fit a page: beyond it a line is a whole paragraph. */
const WIDEST = 150

/**
 * The width that lines were broken to: the length of the longest line after which a sentence surely goes on, 0 if there is
 * none or if other lines are much longer, because then the width broke nothing.
 */
function brokenWidth(lines: readonly string[]): number {
  let width = 0
  let longest = 0
  let above = ''
  for (const line of lines) {
    const tidy = line.trim()
    if (above.length >= SHORTEST_FULL && surelyContinues(above, tidy)) width = Math.max(width, above.length)
    longest = Math.max(longest, tidy.length)
    above = tidy
  }
  return width <= WIDEST && longest <= width * 1.25 ? width : 0
}

/** True if the line ends in the middle of a phrase: after a comma, a preposition, half of a name. */
export function endsOpen(line: string): boolean {
  return /[,–(]$/.test(line) || DANGLING.has(lastWord(line))
}

function lastWord(line: string): string {
  return line.slice(line.lastIndexOf(' ') + 1).toLowerCase()
}
