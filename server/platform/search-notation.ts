import { type RawBuilder, sql } from 'kysely'

/**
 * Abbreviations of types in notations (Nghị định 30/2020/NĐ-CP, Phụ lục III, and Hướng dẫn 36-HD/VPTW of the Party), folded,
 * with the names that people type instead.
 */
const TYPES: Readonly<Record<string, string>> = {
  nq: 'nghi quyet',
  qd: 'quyet dinh',
  ct: 'chi thi',
  cd: 'cong dien',
  kl: 'ket luan',
  tb: 'thong bao',
  kh: 'ke hoach',
  nd: 'nghi dinh',
  tt: 'thong tu',
  ttlt: 'thong tu lien tich',
  ctr: 'chuong trinh',
  bc: 'bao cao',
  ttr: 'to trinh',
  hd: 'huong dan',
  qc: 'quy che',
  bb: 'bien ban',
}
/** A letter has no type in its notation ("04/VPCP-TH"), but people name it. */
const LETTERS = /(?<= )(?:cong van|cv)(?= )/

/** A number of a document as someone typed it: "02/NQ-CP", "02nqcp", "QĐ 12/VPCP", "quyet dinh 12". */
export interface TypedNotation {
  /** Without leading zeros; a letter may follow ("12a"). */
  number: string
  year: string | null
  /** Folded; null if not typed. */
  type: string | null
  /** Folded, its parts joined by "-"; null if not typed. */
  issuer: string | null
}

const LONGEST = 60

/**
 * Reads a number with a type, an issuer or both, in any order and with any signs between them; null for other words, and for
 * a number alone. Pure.
 */
export function typedNotation(typed: string): TypedNotation | null {
  if (typed.length > LONGEST || !/\d/.test(typed)) return null
  let left = ` ${fold(typed)
    .replace(/(\d)(?=[a-z]{2})/g, '$1 ')
    .replace(/^([a-z]{2,4})(?=\d)/, '$1 ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `.replace(LETTERS, ' ')
  const named = NAMES.find(([, name]) => left.includes(` ${name} `))
  if (named) left = left.replace(` ${named[1]} `, ' ')
  const parts = left.split(' ').filter((part) => part !== '' && part !== 'so')
  const [number, ...years] = parts.filter((part) => /^\d{1,5}[a-z]?$/.test(part))
  const letters = parts.filter((part) => /^[a-z]{1,10}$|^[a-z]{2}\d{2}$/.test(part))
  const [year = null] = years
  if (!number || letters.length + years.length + 1 < parts.length || years.length > 1) return null
  if (year !== null && !/^(?:19|20)\d\d$/.test(year)) return null
  const codes = letters.flatMap((part, at) => (at === 0 ? glued(part) : [part]))
  const type = named?.[0] ?? (codes[0] !== undefined && codes[0] in TYPES ? codes[0] : null)
  const issuers = codes[0] === type ? codes.slice(1) : codes
  if (type === null && issuers.length === 0) return null
  if (issuers.length > 3 || !issuers.every((code) => isIssuer(code, typed))) return null
  return { number: number.replace(/^0+(?=\d)/, ''), year, type, issuer: issuers.length > 0 ? issuers.join('-') : null }
}

/** Longer names first: "thông tư liên tịch" is no "thông tư". */
const NAMES = Object.entries(TYPES).sort((a, b) => b[1].length - a[1].length)

/** "nqcp" is "nq" and "cp": typed without the hyphen. */
function glued(part: string): string[] {
  const code = NAMES.map(([one]) => one)
    .filter((one) => part.startsWith(one) && part.length - one.length >= 2)
    .sort((a, b) => b.length - a.length)[0]
  return code ? [code, part.slice(code.length)] : [part]
}

/** Letters that no Vietnamese word has, capitals, or letters that touch the number or a sign; "12 tháng" is no notation. */
function isIssuer(code: string, typed: string): boolean {
  if (!/[aeiouy]/.test(code) || ISSUERS.has(code)) return true
  const words = typed.split(/[\s/.–-]+/u)
  if (words.some((word) => word.length > 1 && word === word.toUpperCase() && fold(word) === code)) return true
  return new RegExp(`(?:\\d|[/-])[a-z]*${code}(?![a-z])`).test(fold(typed))
}

const ISSUERS = new Set(['ubnd', 'hdnd', 'tu', 'bca', 'qh', 'ubtvqh'])

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()
}

/**
 * Whether a folded text holds such a notation. The first condition is answered by a trigram index, the second decides; see
 * `holdsWords`.
 */
export function holdsNotation(folded: RawBuilder<unknown>, notation: TypedNotation): RawBuilder<boolean> {
  const pattern = `(^|[^[:alnum:]])${notationPattern(notation)}($|[^[:alnum:]])`
  const likes = sql.join(
    likesOf(notation).map((like) => sql`${folded} like ${like}`),
    sql` or `,
  )
  return sql<boolean>`((${likes}) and regexp_like(${folded} collate "C", ${pattern}))`
}

/**
 * The forms of a notation for the index, each with its signs: of "12" and "nq" alone, two letters each, no trigram could be
 * made, and every text would be read; "12/" and "/nq" have some. "2/nq" is found in "02/nq" as well.
 */
function likesOf(notation: TypedNotation): string[] {
  const { number, year, type } = notation
  const printed = printedOf(notation).replaceAll('-', '%')
  const between = type === null ? '%' : year === null ? '____' : ''
  const signs = ['/', '-']
  // A year, or a type that was not typed, may stand between.
  const apart = signs.flatMap((after) =>
    signs.map((before) => `%${number}${after}${year ?? ''}${between}${before}${printed}%`),
  )
  return year === null ? [...signs.map((after) => `%${number}${after}${printed}%`), ...apart] : apart
}

/** The notation in a folded text as a regular expression, in words that PostgreSQL and JavaScript share. */
export function notationPattern(notation: TypedNotation): string {
  const { number, year, type } = notation
  const printed = letters(printedOf(notation))
  const rest = type === null ? `([a-z0-9]{1,8}[-/])?${printed}` : printed
  return `0*${number}[/-](${year ?? '(19|20)[0-9]{2}'}[/-])${year ? '' : '?'}${rest}`
}

const printedOf = ({ type, issuer }: TypedNotation): string => [type, issuer].filter((part) => part !== null).join('-')

/** Hyphen or slash between the parts: "12-NQ/TU" and "12/NQ-TU" name the same. */
const letters = (parts: string): string => parts.split('-').join('[-/]')
