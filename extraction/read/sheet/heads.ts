import { plain } from '../../language/fold.ts'
import type { Line, Word } from './sheet.ts'

/** The printed name of a column, and where it stands. */
export interface HeadName {
  text: string
  left: number
  right: number
}

/** What the names of columns say, by how they begin (folded): one sentence rarely has two of them side by side. */
const KINDS: readonly [string, RegExp][] = [
  ['number', /^(?:s?tt|so tt|so)\.?$/],
  [
    'content',
    /^(?:nhiem vu|noi dung|cong viec|hoat dong|ten (?:nhiem|de|van|cong|du)|de an|giai phap|dau viec|danh muc|viec can|nhom nhiem|muc tieu|chi tieu)(?![a-z])/,
  ],
  [
    'unit',
    /^(?:co quan|don vi|bo phan|chu tri|phoi hop|phan cong|trach nhiem|dau moi|nguoi|ca nhan|lanh dao)(?![a-z])/,
  ],
  ['time', /^(?:thoi (?:han|gian|diem|ky)|han|tien do|hoan thanh|lo trinh)(?![a-z])/],
  ['other', /^(?:san pham|ket qua|ghi chu|kinh phi|nguon|cap (?:trinh|ban)|hinh thuc|dia diem|yeu cau)(?![a-z])/],
]
/** A longer text is no name of a column. */
const LONGEST = 60
/** A gap wider than this share of a line's height parts two names; a narrower one only before a known name. */
const GAP = 0.9
const LEAST_GAP = 0.33

/**
 * The names of columns in the line of a head; null if the line is none. Names of two kinds stand in it ("Nhiệm vụ", "Thời
 * hạn"), apart from each other, and nothing that is longer than a name or ends a sentence.
 */
export function headNamesIn(line: Line): HeadName[] | null {
  // Most lines are no heads, and most of them are seen to be none by their length or signs.
  if (line.text.length > LONGEST * 4 || /[:;]|[.,](?: |$)/.test(line.text.replace(/TT\./gi, 'TT'))) return null
  const names = namesOf(line)
  if (names.length < 2 || names.some(({ text }) => text.length > LONGEST || !/^[\p{Lu}\d(]/u.test(text))) return null
  const kinds = names.map(({ text }) => kindOf(text))
  const isHead = new Set(kinds.filter((kind) => kind !== null && kind !== 'other')).size >= 2
  return isHead && kinds.filter((kind) => kind === null).length * 3 <= kinds.length ? names : null
}

function kindOf(text: string): string | null {
  const folded = plain(text)
  return KINDS.find(([, form]) => form.test(folded))?.[0] ?? null
}

/** The texts of a line that stand apart, or begin like the name of a column. */
export function namesOf(line: Line): HeadName[] {
  const height = line.words.reduce((most, { top, bottom }) => Math.max(most, bottom - top), 0)
  const tokens = tokensOf(line.words)
  const names: HeadName[] = []
  tokens.forEach((token, at) => {
    const last = names.at(-1)
    const gap = last ? token.left - last.right : Number.POSITIVE_INFINITY
    const begins = (): boolean => {
      const text = [token, ...tokens.slice(at + 1, at + 3)].map((one) => one.text).join(' ')
      return /^\p{Lu}/u.test(token.text) && kindOf(text.slice(0, LONGEST)) !== null
    }
    if (!last || gap > height * GAP || (gap > height * LEAST_GAP && begins())) names.push({ ...token })
    else {
      last.text += gap > height * GLUED ? ` ${token.text}` : token.text
      last.right = token.right
    }
  })
  return names
}

/** Letters closer than this share of a line's height are one word. */
const GLUED = 0.12

/** The words of a line one by one; an item of the page may hold several. */
function tokensOf(words: readonly Word[]): HeadName[] {
  const tokens: HeadName[] = []
  for (const { text, left, right, top, bottom } of words) {
    const perLetter = (right - left) / Math.max(1, text.length)
    for (const { 0: token, index } of text.matchAll(/\S+/g)) {
      const from = left + index * perLetter
      const to = from + token.length * perLetter
      const last = tokens.at(-1)
      if (last && index === 0 && from - last.right < (bottom - top) * GLUED) {
        last.text += token
        last.right = to
      } else tokens.push({ text: token, left: from, right: to })
    }
  }
  return tokens
}
