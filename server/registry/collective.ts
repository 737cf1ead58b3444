import { candidate, type Lexicon } from './lexicon.ts'
import type { Candidate } from './shapes.ts'
import { edits, folded, plain } from './words.ts'

/** Which agencies a phrase means: of these kinds, under this agency (null: under none). */
interface Meaning {
  kinds: Set<string>
  parentId: number | null
}

/**
 * The agencies of the day that a phrase means, in protocol order: "các bộ, ngành, địa phương" on 28/02/2021 are 22
 * ministries and ministerial agencies and 63 provinces. Empty if many are meant but not specified ("các cơ quan liên
 * quan"); undefined if the phrase means no such group. `issuer` is the agency whose units "các Vụ, Cục, đơn vị" are.
 */
export function membersOfPhrase(lexicon: Lexicon, phrase: string, issuer: number | undefined): Candidate[] | undefined {
  const meaning = meaningOf(lexicon, phrase, issuer)
  if (meaning === undefined) return undefined
  const seen = new Set<number>()
  return lexicon.rows
    .filter(
      ({ isThere, kind, parentId }) =>
        isThere && meaning.kinds.has(kind) && (kind !== 'unit' || parentId === meaning.parentId),
    )
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map((row) => candidate(row, 1))
}

function meaningOf(lexicon: Lexicon, phrase: string, issuer: number | undefined): Meaning | undefined {
  const words = trimmed(phrase)
  const whole = lexicon.collectives.find((row) => !row.isPart && same(plain(row.phrase), words.key))
  if (whole) return { kinds: new Set(whole.kinds), parentId: whole.isOfIssuer ? (issuer ?? null) : whole.parentId }
  if (words.isOpen) return { kinds: new Set(), parentId: null }
  return unitsOf(lexicon, words.text) ?? together(lexicon, words.text, issuer)
}

interface Words {
  text: string
  key: string
  /** "… liên quan": many, unspecified. */
  isOpen: boolean
}

/** Removes endings of such phrases that do not mean other agencies: "theo chức năng, nhiệm vụ được giao". */
function trimmed(phrase: string): Words {
  const text = phrase
    .normalize('NFC')
    .replace(/\([^()]*\)\s*$/u, '')
    .replace(/,?\s*theo (?:chức năng|phạm vi|thẩm quyền)\b.*$/iu, '')
    .replace(/\bcó liên quan/giu, 'liên quan')
    .trim()
  return { text, key: plain(text), isOpen: /^(?:các|những|một số)\s.*\sliên quan$/iu.test(text) }
}

/** "các Vụ, Cục thuộc Bộ X": units of the agency named last. */
function unitsOf(lexicon: Lexicon, text: string): Meaning | undefined {
  const found = /^(.*?)\s(?:trực\s)?thuộc\s(.+)$/iu.exec(text)
  if (!found) return undefined
  const left = together(lexicon, found[1]!, undefined)
  if (!left?.kinds.has('unit') || left.kinds.size > 1) return undefined
  const key = plain(found[2]!)
  const parent = lexicon.spellings.find((spelling) => !spelling.isInternal && spelling.plain === key)
  return parent && { kinds: left.kinds, parentId: parent.row.id }
}

/** "các bộ, cơ quan ngang bộ và Ủy ban nhân dân các tỉnh": each part separately, all of them known. */
function together(lexicon: Lexicon, text: string, issuer: number | undefined): Meaning | undefined {
  const parts = text.split(/\s*[,;/]\s*|\s+(?:và|cùng)\s+/iu).filter((part) => part !== '')
  if (parts.length === 0 || (parts.length === 1 && !/^(?:các|những|toàn bộ|tất cả)\s/iu.test(text))) return undefined
  const kinds = new Set<string>()
  let ofIssuer = false
  let parentId: number | null = null
  for (const part of parts) {
    const key = bare(plain(part))
    const row = lexicon.collectives.find(({ phrase }) => same(bare(plain(phrase)), key))
    if (row === undefined || row.kinds.length === 0) return undefined
    for (const kind of row.kinds) kinds.add(kind)
    ofIssuer ||= row.isOfIssuer
    parentId ??= row.parentId
  }
  return { kinds, parentId: ofIssuer ? (issuer ?? null) : parentId }
}

const LEADING = new RegExp(
  `^(?:${['toàn bộ các', 'tất cả các', 'thủ trưởng các', 'bộ trưởng các', 'chủ tịch', 'các', 'những'].map(plain).join('|')}) `,
  'u',
)

function bare(key: string): string {
  const rest = key.replace(LEADING, '')
  return rest === key ? key : bare(rest)
}

/** Equal, or with one or two misprints in a long phrase. */
function same(a: string, b: string): boolean {
  if (a === b) return true
  const longest = Math.max(a.length, b.length)
  if (Math.abs(a.length - b.length) > 2 || longest < 5) return false
  if (folded(a) === folded(b)) return true
  return edits(a, b) <= (longest >= 14 ? 2 : 1) && edits(folded(a), folded(b)) <= (longest >= 14 ? 2 : 1)
}
