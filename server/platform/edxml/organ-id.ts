/**
 * Identifiers of agencies: QCVN 102:2016 (`000.00.15.H51`, read from right to left), Quyết định 20/2020/QĐ-TTg (`G09.20`, from left to
 * right), and what vendors write instead.
 */

export type OrganIdForm = 'qcvn102' | 'qd20' | 'other'

export interface OrganId {
  /** As it was said, composed and without white space around. */
  said: string
  form: OrganIdForm
  /** The one spelling of its form: two identifiers name the same body if form and code are the same. */
  code: string
  /** From the highest: `['H51', '15']`. Empty for what vendors write. */
  levels: readonly string[]
}

const LONGEST = 100
const FULL_QCVN = /^(\d{3})\.(\d{2})\.(\d{2})\.([A-Z]\d{2})$/
/** Zeros at the left are left out: `28.22.H17`, `00.22.W00`, `22.H17`. */
const SHORT_QCVN = /^(?:(\d{2})\.)?(\d{2})\.([A-Z]\d{2})$/
/** At most four levels and 35 characters (Quyết định 20/2020/QĐ-TTg). */
const QD20 = /^[A-Z]\d{2}(?:\.[A-Z0-9]+){1,3}$/
const LONGEST_QD20 = 35

/**
 * What an identifier says. A level alone (`G22`) is the same body in both forms, and read as the older.
 * Returns null where nothing is said.
 */
export function readOrganId(said: string): OrganId | null {
  const plain = said.normalize('NFC').trim().slice(0, LONGEST)
  if (plain === '') return null
  const upper = plain.toUpperCase()
  const full = FULL_QCVN.exec(upper)
  if (full) return ofQcvn(plain, full[1]!, full[2]!, full[3]!, full[4]!)
  const short = SHORT_QCVN.exec(upper)
  if (short) return ofQcvn(plain, '000', short[1] ?? '00', short[2]!, short[3]!)
  if (/^[A-Z]\d{2}$/.test(upper)) return ofQcvn(plain, '000', '00', '00', upper)
  if (QD20.test(upper) && upper.length <= LONGEST_QD20)
    return { said: plain, form: 'qd20', code: upper, levels: upper.split('.') }
  return { said: plain, form: 'other', code: plain.toLowerCase(), levels: [] }
}

function ofQcvn(said: string, fourth: string, third: string, second: string, first: string): OrganId {
  const levels = [first, second, third, fourth]
  // Below a level of zeros there is none.
  while (levels.length > 1 && /^0+$/.test(levels.at(-1)!)) levels.pop()
  return { said, form: 'qcvn102', code: `${fourth}.${third}.${second}.${first}`, levels }
}
