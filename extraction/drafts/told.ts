import type { Passage } from '../language/passage.ts'
import type { Stretch } from '../language/sentences.ts'

/**
 * "Ngày 02/02/2026, …", "Ngoài ra, tại Báo cáo số 7/BC-SXD, …": the sentence opens with a day or with the document that
 * says what follows.
 */
const OPENS =
  /^(?:(?:ngoai ra|dong thoi|tiep do|truoc do|sau do),? )?(?:(?:ngay (?<day>\d{1,2})(?:\/| thang )(?<month>\d{1,2})(?:\/| nam )(?<year>\d{4}),? )?(?<cites>tai (?:cac )?(?:thong bao|bao cao|van ban|cong van|cong dien|to trinh|ket luan|chi thi|quyet dinh|ke hoach) (?:so )?\d)?)/
/** "Quyết định có hiệu lực kể từ ngày ký và giao Ủy ban nhân dân …": what the act that was told of says. */
const OTHER_ACT =
  /^(?:quyet dinh|nghi quyet|nghi dinh|thong tu|chi thi|luat)(?: so \S+)?(?: neu tren)? (?:co hieu luc|quy dinh|duoc ban hanh|da giao|cung giao|giao) /
/** The opening is at the start; a long sentence is not searched to its end. */
const REACH = 120

/**
 * Whether a sentence tells what another document or a day that is past has brought: an order in it was given then, and not
 * by this document. `issuedOn` is the day of the document, ISO 8601, or null.
 */
export function tellsOfThePast(passage: Passage, { from }: Stretch, issuedOn: string | null): boolean {
  const head = passage.plain.slice(from, from + REACH)
  if (OTHER_ACT.test(head)) return true
  const opening = OPENS.exec(head)?.groups
  if (!opening) return false
  if (opening.cites !== undefined) return true
  if (opening.day === undefined || issuedOn === null) return false
  const { year = '', month = '', day = '' } = opening
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` < issuedOn
}
