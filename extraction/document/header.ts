import type { Passage } from '../language/passage.ts'

/** The header of official documents, and how to separate it from the document's own text. */

const MOTTO =
  /c[oộ]ng\s+h[oòóa-ỹ]{1,3}\s+x[aã]\s+h[oộ]i\s+ch[uủ]\s+ngh[iĩ]a\s+vi[eệ]t\s+nam|đ[oộ]c\s+l[aậ]p\s*[-–]\s*t[uự]\s+do\s*[-–]\s*h[aạ]nh\s+ph[uú]c/giu
/** The national name and motto; a narrow column breaks them at any word. */
const MOTTO_WORDS = ' cong hoa xa hoi chu nghia viet nam doc lap tu do hanh phuc '

/** The line is a piece of the national name or motto and nothing else. */
export function isMotto(passage: Passage): boolean {
  const words = passage.plain.replace(/[^a-z]+/g, ' ').trim()
  return words.includes(' ') && MOTTO_WORDS.includes(` ${words} `)
}

/** Number and notation as the header prints them: "Số: 12/QĐ-VPCP". */
export const OWN_NUMBER =
  /(?:^|[\s|(])số\s*:?\s*(\d{1,5}[a-zA-Z]?\s?(?:\/\s?(?:19|20)\d{2}\s?)?[/-]\s?\p{Lu}[\p{L}\d&]{0,12}(?:\s?[-–/]\s?\p{Lu}[\p{L}\d&+]{0,14}){0,3})/iu
/** Place and day: "Hà Nội, ngày 12 tháng 01 năm 2021", "Hoa Lư, ngày 15/02/2026". */
export const PLACE_DAY =
  /(?<![\p{L}-])((?:TP\.?\s?|Thành phố\s)?\p{Lu}\p{Ll}*(?:[\s-]\p{Lu}\p{Ll}+){0,4})\s*,\s*ngày\s*(\d{1,2})(?:\s*tháng\s*|\s?[/.-]\s?)(\d{1,2})(?:\s*năm\s*|\s?[/.-]\s?)(\d{4})/u
/** The day alone on its line, where the place was left out. */
export const OWN_DAY =
  /^\W{0,3}ngày\s*(\d{1,2})(?:\s*tháng\s*|\s?[/.-]\s?)(\d{1,2})(?:\s*năm\s*|\s?[/.-]\s?)(\d{4})\W{0,3}$/iu

/** The text of a header line without the national name and motto, the number and the day that may be next to it. */
export function headText(text: string): string {
  return text
    .replace(MOTTO, ' ')
    .replace(PLACE_DAY, ' ')
    .replace(OWN_NUMBER, ' ')
    .replace(/\sSố\s?:.*$/u, ' ')
    .replace(/[-_=*]{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Words that the subject begins with behind the name of who decided, in a title of capitals only. */
const SUBJECT_OPENER = /^(?:VỀ|TẠI|TRONG|V\/V|NGÀY)$/u

/**
 * Length of "CỦA BỘ CHÍNH TRỊ" at the beginning of a text: who decided, printed in capitals behind or below the type. 0 if
 * it does not begin so.
 */
export function authorityLength(text: string): number {
  // A person is no authority: the subject says whose conclusion it is.
  if (!/^CỦA\s\p{Lu}{2}/u.test(text) || /^CỦA ĐỒNG CHÍ\s/u.test(text)) return 0
  let length = 0
  for (const word of text.slice(0, 200).matchAll(/\S+\s*/g)) {
    const printed = word[0].trim()
    if (printed !== printed.toUpperCase() || SUBJECT_OPENER.test(printed)) break
    length += word[0].length
  }
  return length
}

/** A note that the document is only a specimen is not part of its content; "Mẫu Sơn, ngày …" is a place. */
export function isDisclaimer({ plain, text }: Passage): boolean {
  return (
    !PLACE_DAY.test(text) &&
    /^\W*(?:van ban )?mau(?:\W|$)(?! so\b)|khong co gia tri phap ly/.test(plain) &&
    plain.length < 160
  )
}

/** True for lines that are mostly header. */
export function isHeaderLine(passage: Passage): boolean {
  return headText(passage.text).length < passage.text.length * 0.5
}
