import type { Line, Word } from './sheet.ts'

/** What marks a note: a number or a star, small and raised. */
const NOTE_MARK = /^[([]?(?:\d{1,2}|\*{1,3})[)\]]?$/
/** After these a small raised number is a power: "m²" is no note. */
const UNIT_BEFORE = /(?:^|[\s\d(/])(?:[kcdm]?m|ha)$/iu

/** Share of the letters' height that a mark has at most, and by which it is raised at least. */
const SMALL = 0.87
const RAISED = 0.12
const BAND = 8

/**
 * Puts the small raised marks of notes on the lines of the words they follow, and says that they are no text: "năm 2026"
 * with a note 1 is not "năm 20261".
 */
export function settleNoteMarks(words: readonly Word[]): void {
  const marks = words.filter((word) => NOTE_MARK.test(word.text.trim()))
  if (marks.length === 0) return
  const bands = new Map<number, Word[]>()
  for (const word of words) {
    const band = Math.floor(word.bottom / BAND)
    const found = bands.get(band)
    if (found) found.push(word)
    else bands.set(band, [word])
  }
  for (const mark of marks) {
    const height = mark.bottom - mark.top
    const first = Math.floor(mark.bottom / BAND)
    for (let band = first; band <= first + 2; band++) {
      const bearer = bands.get(band)?.find((word) => bears(word, mark, height))
      if (!bearer) continue
      if (UNIT_BEFORE.test(bearer.text.trimEnd())) break
      // Before its word the mark begins the note itself.
      mark.isNoteMark = bearer.right <= mark.left + height * 0.5
      mark.beginsNote = !mark.isNoteMark
      mark.top = bearer.top
      mark.bottom = bearer.bottom
      if (!mark.isNoteMark && !mark.text.endsWith(' ')) mark.text += ' '
      break
    }
  }
}

function bears(word: Word, mark: Word, height: number): boolean {
  const size = word.bottom - word.top
  if (word === mark || height > size * SMALL || word.isNoteMark) return false
  const raise = word.bottom - mark.bottom
  if (raise < size * RAISED || mark.bottom < word.top + size * 0.1) return false
  const after = mark.left - word.right
  const before = word.left - mark.right
  return (after > -size * 0.4 && after < size * 0.35) || (before > -size * 0.2 && before < size * 0.8)
}

/** Lines of notes are set smaller than the text by at least this share. */
const NOTE_SIZE = 0.92
/** Notes stand below this share of the page's height. */
const NOTES_FROM = 0.45
const NOTE_BEGINS = /^[([]?(?:\d{1,2}|\*{1,3})[)\]]?\s+\S/

/** The notes at the foot of a page: small lines down to its end, from the first that begins with a mark. */
export function footnotesOf(lines: readonly Line[], height: number, textSize: number): Line[] {
  let from = lines.length
  while (from > 0 && isSmall(lines[from - 1]!, textSize) && lines[from - 1]!.top > height * NOTES_FROM) from--
  const isMarked = (line: Line): boolean => line.words[0]?.beginsNote === true || refersTo(lines, from, line)
  const first = lines.findIndex((line, index) => index >= from && NOTE_BEGINS.test(line.text) && isMarked(line))
  return first < 0 ? [] : lines.slice(first)
}

/** Whether the text above refers to a note by its mark. A small table below the text has numbers too, but no one refers to it. */
function refersTo(lines: readonly Line[], to: number, note: Line): boolean {
  const mark = note.text.match(/\d{1,2}|\*{1,3}/)?.[0]
  return lines
    .slice(0, to)
    .some(({ words }) => words.some((word) => word.isNoteMark && word.text.replace(/[^\d*]/g, '') === mark))
}

function isSmall(line: Line, textSize: number): boolean {
  return line.bottom - line.top < textSize * NOTE_SIZE
}
