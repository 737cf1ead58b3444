import { setImmediate } from 'node:timers/promises'
import { type AnyHandle, reading } from '../platform/db.ts'
import { Invalid } from '../platform/errors.ts'
import { membersOfPhrase } from './collective.ts'
import type { RegistryDb } from './db.ts'
import { findElsewhere } from './elsewhere.ts'
import { candidate, type Lexicon, readLexicon, type Spelling } from './lexicon.ts'
import type { Candidate, Resolution } from './shapes.ts'
import { holdersOf } from './store.ts'
import { folded, hasMarks, likeness, plain } from './words.ts'

export interface ResolveOptions {
  /** The agency whose units are meant first: the issuer of the document. */
  within?: number
}

/** Minimum similarity to count as a misprint of one agency … */
const LIKELY = 0.88
/** … and minimum lead over the next agency. */
const AHEAD = 0.04
/** Candidates less similar than this are not shown. */
const WORTH_SHOWING = 0.55
const MOST_SHOWN = 5
/** How long matching may block everything else, in milliseconds. */
const TURN = 25

/**
 * Which agency a name or code means on a day (ISO). 'certain' for a name, abbreviation, other name or code of that day
 * written in any accepted spelling; 'likely' for a misprint of a single agency, or an older name of the same agency;
 * 'unsure' with candidates, best first; 'collective' with the members of the day; 'unknown'. `on` null asks about all
 * days. Throws `registry.code_needs_day` for a two-digit statistical code without a day: seven of them changed owner on
 * 01/7/2025.
 */
export async function resolveAgency(
  db: AnyHandle,
  nameOrCode: string,
  on: string | null,
  options: ResolveOptions = {},
): Promise<Resolution> {
  const [resolution] = await resolveMany(db, [nameOrCode], on, options)
  return resolution!
}

/** The same for many names, in their order; names and phrases are read from the database once. */
export async function resolveMany(
  db: AnyHandle,
  names: readonly string[],
  on: string | null,
  options: ResolveOptions = {},
): Promise<Resolution[]> {
  if (names.length === 0) return []
  const lexicon = await readLexicon(reading<RegistryDb>(db), on)
  const answered = new Map<string, Resolution>()
  let since = performance.now()
  for (const name of names) {
    if (!answered.has(name)) {
      // A document may name thousands of unknown units; other requests are served in between.
      if (performance.now() - since > TURN) {
        await setImmediate()
        since = performance.now()
      }
      answered.set(name, (await byCode(db, lexicon, name)) ?? byName(lexicon, name, options.within))
    }
  }
  return names.map((name) => answered.get(name)!)
}

/** Every agency a collective phrase means on a day; undefined if it means none. */
export async function membersOf(
  db: AnyHandle,
  phrase: string,
  on: string,
  options: ResolveOptions = {},
): Promise<Candidate[] | undefined> {
  return membersOfPhrase(await readLexicon(reading<RegistryDb>(db), on), phrase, options.within)
}

/** QCVN 102 ("G22", "000.00.00.G22", "000.00.15.H51"), Quyết định 20/2020 ("G09.20") and the list of provinces ("15"). */
const CODE = /^(?:000\.00\.00\.)?([GH]\d{2}(?:\.[A-Z\d]{1,10}){0,3}|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|\d{2})$/i

/** Whether the text has the form of a code rather than of a name. */
export function looksLikeCode(text: string): boolean {
  return CODE.test(text.trim())
}

async function byCode(db: AnyHandle, lexicon: Lexicon, text: string): Promise<Resolution | undefined> {
  const code = CODE.exec(text.trim())?.[1]?.toUpperCase()
  if (code === undefined) return undefined
  if (lexicon.on === null && /^\d{2}$/.test(code)) {
    throw new Invalid(
      'registry.code_needs_day',
      `Mã ${code} không đủ để xác định cơ quan: một số mã tỉnh đã đổi chủ từ ngày 01/7/2025. Hãy nêu ngày.`,
      { fields: [{ path: 'on', code: 'required', message: 'Bắt buộc phải có khi tra theo mã hai chữ số.' }] },
    )
  }
  const holders = await holdersOf(reading<RegistryDb>(db), code, lexicon.on)
  const ids = [...new Set(holders.map(({ id }) => id))]
  const found = ids.flatMap((id) => {
    const row = lexicon.rows.find((each) => each.id === id && each.isThere)
    return row ? [candidate(row, 1)] : []
  })
  return found.length === 1 ? one('certain', found) : choice(found)
}

function byName(lexicon: Lexicon, text: string, within: number | undefined): Resolution {
  const readings = readingsOf(text)
  const last = readings.at(-1)
  // Text of punctuation only, as a scanner leaves it, names no agency.
  if (last === undefined) return choice([])
  for (const reading of readings) {
    const exact = exactly(lexicon.spellings, reading, within)
    if (exact) return exact
  }
  const members = membersOfPhrase(lexicon, text, within)
  if (members) return { outcome: 'collective', agency: null, candidates: [], members }
  for (const reading of readings) {
    const elsewhere = findElsewhere(lexicon, plain(reading))
    if (elsewhere) return elsewhere
  }
  return nearest(lexicon, last, within)
}

const HEADS =
  /^(?:đồng chí\s+)?(?:phó\s+)?(?:bộ trưởng, chủ nhiệm|bộ trưởng|thủ trưởng|chủ tịch|chủ nhiệm|thống đốc|tổng giám đốc|giám đốc|tổng cục trưởng|cục trưởng|vụ trưởng|viện trưởng|chánh án|tổng kiểm toán|người đứng đầu|lãnh đạo)\s+/iu

/** The text as written; without brackets at its end ("đối với Nghị quyết số 01"); the agency instead of its head. */
function readingsOf(text: string): string[] {
  const whole = text
    .normalize('NFC')
    .trim()
    .replace(/[.;:,]+$/u, '')
  const unbracketed = whole.replace(/\s*\([^()]*\)\s*$/u, '')
  const headless = unbracketed.replace(HEADS, '').replace(/^Tổng Thanh tra Chính phủ$/iu, 'Thanh tra Chính phủ')
  return [...new Set([whole, unbracketed, headless])].filter((reading) => plain(reading) !== '')
}

/** A spelling of the day; without diacritics if the whole text was typed without them. */
function exactly(spellings: readonly Spelling[], text: string, within: number | undefined): Resolution | undefined {
  const key = plain(text)
  let found = spellings.filter((spelling) => spelling.plain === key)
  if (found.length === 0 && !hasMarks(text)) found = spellings.filter((spelling) => spelling.folded === key)
  const open = found.filter(({ isInternal, row }) => !isInternal || row.parentId === within)
  const inside = within === undefined ? [] : open.filter(({ row }) => row.parentId === within)
  const agencies = distinct((inside.length > 0 ? inside : open).map(({ row }) => candidate(row, 1)))
  if (agencies.length === 0) return undefined
  return agencies.length === 1 ? one('certain', agencies) : choice(agencies)
}

/** The most similar agencies; one far ahead of the rest is a misprint of that one. */
function nearest(lexicon: Lexicon, text: string, within: number | undefined): Resolution {
  const key = plain(text)
  const scored = lexicon.spellings
    .filter(({ isInternal, plain: name }) => !isInternal && mayBeAlike(key, name) && sameSort(key, name))
    .map(({ row, plain: name }) => {
      const alike = Math.max(likeness(key, name), startOf(key, name), startOf(name, key))
      return candidate(
        row,
        within !== undefined && row.parentId === within ? alike : alike - (row.kind === 'unit' ? 0.01 : 0),
      )
    })
    .sort((a, b) => b.likeness - a.likeness)
  const agencies = distinct(scored).filter((body) => body.likeness >= WORTH_SHOWING)
  const [best, next] = agencies
  if (best && isMisprint(key, best.likeness) && best.likeness - (next?.likeness ?? 0) >= AHEAD)
    return one('likely', agencies)
  return choice(agencies)
}

/** A short name may have one slip: in "Hà Nam" two would make "Hà Nội". */
function isMisprint(key: string, alike: number): boolean {
  return alike >= Math.max(LIKELY, 1 - 1.5 / key.length) || (key.length > 20 && alike >= LIKELY)
}

/** Lengths too far apart cannot be similar enough to show: saves most of the work. */
function mayBeAlike(a: string, b: string): boolean {
  return (
    b.startsWith(`${a} `) ||
    a.startsWith(`${b} `) ||
    Math.min(a.length, b.length) / Math.max(a.length, b.length) >= WORTH_SHOWING
  )
}

/**
 * The first words that distinguish kinds of agencies, without diacritics: "Sở Giáo dục và Đào tạo" is no misprint of
 * "Bộ …".
 */
const SORTS = new Set(
  'ban bo chi cuc cong dai doan hoi huyen lien ngan phong quan so tap thanh tinh toa tong trung truong uy van vien vu xa'.split(
    ' ',
  ),
)

function sameSort(a: string, b: string): boolean {
  const first = folded(a).split(' ', 1)[0]!
  return !SORTS.has(first) || folded(b).split(' ', 1)[0] === first
}

/** "Bộ Lao động" begins one name, and a name may be followed by words that are not part of it; never certain. */
function startOf(short: string, long: string): number {
  const begins = folded(long).startsWith(`${folded(short)} `)
  return begins && short.includes(' ') ? 0.6 + (0.25 * short.length) / long.length : 0
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<number>()
  return candidates.filter(({ id }) => !seen.has(id) && seen.add(id))
}

function one(outcome: 'certain' | 'likely', agencies: Candidate[]): Resolution {
  return { outcome, agency: agencies[0]!, candidates: agencies.slice(0, MOST_SHOWN), members: [] }
}

function choice(agencies: Candidate[]): Resolution {
  return {
    outcome: agencies.length === 0 ? 'unknown' : 'unsure',
    agency: null,
    candidates: agencies.slice(0, MOST_SHOWN),
    members: [],
  }
}
