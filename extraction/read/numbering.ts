export interface Level {
  start: number
  /** As WordprocessingML names number formats: "decimal", "upperRoman", "lowerLetter", "bullet" … */
  format: string
  /** What is printed, with %1 … %9 for the numbers of the levels. */
  text: string
  legal: boolean
  /** Level (0-based) after which this one restarts; -1: never. */
  restartAfter: number
}

export interface List {
  abstractId: string
  levels: Map<number, Level>
  /** Levels whose numbers restart the first time this list is used. */
  overrides: Map<number, number>
}

const MAX_LEVELS = 9

/**
 * Word's automatic numbers. Official documents use them for articles, clauses and points, and the text does not contain
 * them: they are counted here as Word counts them (ECMA-376 part 1, 17.9).
 */
export class Numbering {
  readonly #lists: Map<string, List>
  /** Current numbers by abstract list: lists that share one count together. */
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(lists: Map<string, List>) {
    this.#lists = lists
  }

  /** Counts one paragraph and returns the mark that Word prints before it, or null if the list prints none. */
  next(listId: string, levelNumber: number): string | null {
    const list = this.#lists.get(listId)
    const level = list?.levels.get(levelNumber)
    if (!list || !level || levelNumber < 0 || levelNumber >= MAX_LEVELS) return null
    const counters = this.#counters.get(list.abstractId) ?? []
    this.#counters.set(list.abstractId, counters)
    if (!this.#begun.has(listId)) {
      this.#begun.add(listId)
      for (const [at, start] of list.overrides) counters[at] = start - 1
    }
    counters[levelNumber] = (counters[levelNumber] ?? level.start - 1) + 1
    for (let deeper = levelNumber + 1; deeper < MAX_LEVELS; deeper++) {
      const limit = list.levels.get(deeper)?.restartAfter ?? deeper - 1
      if (levelNumber <= limit) counters[deeper] = undefined
    }
    if (level.format === 'bullet') return bulletOf(level.text, levelNumber)
    if (level.format === 'none' && !/%\d/.test(level.text) && level.text.trim() === '') return null
    const mark = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const shown = list.levels.get(at)
      if (!shown) return ''
      const value = counters[at] ?? shown.start
      return written(value, level.legal ? 'decimal' : shown.format)
    })
    return mark.trim() === '' ? null : mark.trim()
  }
}

/** Bullets are letters of symbol fonts; official documents print "-" and, one level below, "+". */
function bulletOf(text: string, level: number): string {
  const plain = text.trim()
  if (plain === '-' || plain === '–' || plain === '—') return '-'
  if (plain === '+' || plain === '*') return plain
  return level === 0 ? '-' : '+'
}

function written(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerLetter':
      return letters(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(value)
  }
}

/** 1 → a … 26 → z, 27 → aa, 28 → bb, as Word repeats the letter. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

export function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let mark = ''
  for (const [amount, sign] of ROMAN) {
    while (rest >= amount) {
      mark += sign
      rest -= amount
    }
  }
  return mark
}
