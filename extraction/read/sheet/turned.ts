import { isSyllable } from '../../language/syllable.ts'
import { firstAbove, type Line, middle, type TurnedWord, type Word } from './sheet.ts'

/** A page with more pieces of turned text is a plan or a map. */
const MOST_TURNED = 2_000
/** Pieces on one line of turned text differ by less than this share of their size in the place of the line. */
const SAME_LINE = 0.3
/** A wider gap than this share of the size is a space; one wider than the second ends the text. */
const SPACE = 0.12
const APART = 0.8
/** Lines of one text are at most this many sizes apart. */
const PITCH = 1.9

/** Where a piece stands across its reading direction (which line it is on), and where it begins and ends along it. */
const across = ({ reads, left, right }: TurnedWord): number => (reads === 'up' ? right : -left)
const begin = ({ reads, top, bottom }: TurnedWord): number => (reads === 'up' ? -bottom : top)
const end = ({ reads, top, bottom }: TurnedWord): number => (reads === 'up' ? -top : bottom)

/** The text of the turned pieces of one cell. A narrow cell breaks words anywhere: "C" over "hủ" is one word. */
export function turnedText(pieces: readonly TurnedWord[]): string {
  return turnedLines(pieces)
    .flat()
    .reduce((text, line) => (text === '' ? textOf(line) : joined(text, textOf(line))), '')
}

/** The lines of turned text, in order, each in runs without a wide gap. */
function turnedLines(pieces: readonly TurnedWord[]): TurnedWord[][][] {
  const lines: TurnedWord[][] = []
  for (const piece of pieces.toSorted((a, b) => across(a) - across(b))) {
    const last = lines.at(-1)?.[0]
    const isSame = last?.reads === piece.reads && across(piece) - across(last) < piece.size * SAME_LINE
    if (isSame) lines.at(-1)!.push(piece)
    else lines.push([piece])
  }
  return lines.map((line) => {
    const runs: TurnedWord[][] = []
    for (const piece of line.sort((a, b) => begin(a) - begin(b))) {
      const last = runs.at(-1)?.at(-1)
      if (last && begin(piece) - end(last) < piece.size * APART) runs.at(-1)!.push(piece)
      else runs.push([piece])
    }
    return runs
  })
}

function textOf(line: readonly TurnedWord[]): string {
  let text = ''
  line.forEach((piece, at) => {
    const before = line[at - 1]
    const isApart = before !== undefined && begin(piece) - end(before) > piece.size * SPACE
    text += isApart && !/\s$/.test(text) && !/^\s/.test(piece.text) ? ` ${piece.text}` : piece.text
  })
  return text.replace(/\s+/g, ' ').trim()
}

/** Two lines with a space between them, or without one where a word, a number or a short form is broken. */
function joined(above: string, below: string): string {
  const last = /\S*$/.exec(above)![0]
  const first = /^\S*/.exec(below)![0]
  const isDay =
    /^[\d/]+$/.test(last + first) && /\//.test(last + first) && /^\d{0,2}(?:\/\d{0,2}){0,2}\d{0,4}$/.test(last + first)
  const isBroken =
    (/\p{L}$/u.test(last) && /^\p{Ll}/u.test(first) && !(isSyllable(last) && isSyllable(first))) ||
    /^(?:T T|TT ?|ST T|S TT|ST|T)$/.test(`${last} ${first}`.trim())
  return isDay || (isBroken && isSyllable(last + first)) || /^S?TT$/.test(last + first)
    ? above + below
    : `${above} ${below}`
}

/**
 * Puts turned text that no ruled table took on the line beside its middle, for a table without rules that may hold it. Text
 * beside the lines of the page, such as the stamp of a register, stays out.
 */
export function laidOnLines(turned: readonly TurnedWord[], lines: readonly Line[]): Word[] {
  if (turned.length === 0 || turned.length > MOST_TURNED || lines.length === 0) return []
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(...lines.map((line) => line.right))
  const bottoms = lines.map((line) => line.bottom)
  return blocksOf(turned).flatMap((block) => {
    const box = {
      left: Math.min(...block.map((piece) => piece.left)),
      right: Math.max(...block.map((piece) => piece.right)),
      top: Math.min(...block.map((piece) => piece.top)),
      bottom: Math.max(...block.map((piece) => piece.bottom)),
    }
    const { x, y } = middle(box)
    const { size } = block[0]!
    if (x < left || x > right + size * 12) return []
    // The line nearest to the middle among those beside the block.
    let nearest: Line | undefined
    for (let at = firstAbove(bottoms, box.top); at < lines.length && lines[at]!.top < box.bottom; at++) {
      const line = lines[at]!
      if (!nearest || Math.abs(middle(line).y - y) < Math.abs(middle(nearest).y - y)) nearest = line
    }
    const rows = nearest ?? { top: y - size / 2, bottom: y + size / 2 }
    // Its middle says which column it is in; its lines may seem to close the gap to the next.
    return [{ text: turnedText(block), left: x - size / 2, right: x + size / 2, top: rows.top, bottom: rows.bottom }]
  })
}

/** Turned pieces that belong to one text: lines beside each other. */
function blocksOf(turned: readonly TurnedWord[]): TurnedWord[][] {
  const blocks: { pieces: TurnedWord[]; reads: string; place: number; from: number; to: number }[] = []
  for (const run of turnedLines(turned).flat()) {
    const first = run[0]!
    const [place, from, to] = [across(first), begin(first), end(run.at(-1)!)]
    const mate = blocks.find(
      (block) =>
        block.reads === first.reads && place - block.place < first.size * PITCH && from < block.to && to > block.from,
    )
    if (mate) {
      mate.pieces.push(...run)
      mate.place = place
      mate.from = Math.min(mate.from, from)
      mate.to = Math.max(mate.to, to)
    } else blocks.push({ pieces: [...run], reads: first.reads, place, from, to })
  }
  return blocks.map(({ pieces }) => pieces)
}
