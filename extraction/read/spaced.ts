import { plain } from '../language/fold.ts'

/**
 * Titles set with a space between their letters ("C H Ỉ  T H Ị"). Nothing that looks for words would find one in them, so
 * the letters are put together again.
 */

/** Fewer letters are the marks of a form, or a table's empty columns. */
const FEWEST = 5
const LONGEST = 400
const SPACED = /^\W{0,6}\p{L} \p{L}(?: |$)/u

/** What heads and titles say, for lines in which the gap between words is no wider than that between letters. */
const PHRASES = [
  'cộng hòa xã hội chủ nghĩa việt nam',
  'đảng cộng sản việt nam',
  'độc lập - tự do - hạnh phúc',
  'ủy ban nhân dân',
  'hội đồng nhân dân',
  'thủ tướng chính phủ',
  'chỉ thị',
  'quyết định',
  'quyết định:',
  'quyết nghị',
  'quyết nghị:',
  'nghị quyết',
  'kế hoạch',
  'công điện',
  'thông báo',
  'kết luận',
  'chương trình',
  'hướng dẫn',
  'quy định',
  'quy chế',
  'báo cáo',
  'tờ trình',
  'đề án',
  'phương án',
  'phụ lục',
  'nơi nhận',
  'nơi nhận:',
].map((phrase) => ({ phrase, key: plain(phrase).replaceAll(' ', '') }))

/** The line with its letters together, or the line itself if they are not apart or the words in it are not certain. */
export function closedUp(line: string): string {
  if (line.length > LONGEST || !SPACED.test(line)) return line
  const parts = line.trim().split(/([ \t\u00a0]+)/)
  const texts = parts.filter((_, at) => at % 2 === 0)
  if (texts.length < FEWEST || texts.filter((text) => [...text].length > 1).length > texts.length * 0.1) return line
  const gaps = parts.filter((_, at) => at % 2 === 1)
  if (gaps.some((gap) => gap.length > 1))
    return parts.map((part, at) => (at % 2 === 0 ? part : part.length > 1 ? ' ' : '')).join('')
  const letters = texts.join('')
  const found = PHRASES.find(({ key }) => key === plain(letters))
  if (!found) return line
  let at = 0
  return [...found.phrase].map((letter) => (letter === ' ' ? ' ' : letters.charAt(at++))).join('')
}
