/**
 * How names are compared. Vietnamese documents write one name in many ways: "Ủy ban" and "Uỷ ban", "UBND", "TP.", "Lao
 * động - Thương binh", "KH&ĐT"; and scans lose diacritics: "Công Thông tin" for "Cổng Thông tin".
 */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Abbreviations that mean the same words wherever they occur, after `&` has become "và". */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  ubnd: 'ủy ban nhân dân',
  hdnd: 'hội đồng nhân dân',
  hđnd: 'hội đồng nhân dân',
  tp: 'thành phố',
  hcm: 'hồ chí minh',
  tphcm: 'thành phố hồ chí minh',
  tw: 'trung ương',
  cp: 'chính phủ',
  vp: 'văn phòng',
  vpcp: 'văn phòng chính phủ',
  ttgcp: 'thủ tướng chính phủ',
  tthc: 'thủ tục hành chính',
  cctthc: 'cải cách thủ tục hành chính',
  ttđt: 'thông tin điện tử',
  ub: 'ủy ban',
}

/**
 * The form in which two spellings of one name are equal: case, spaces, punctuation, the position of the tone mark (ủy,
 * uỷ), Unicode form and common abbreviations do not matter; every diacritic does.
 */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/&/g, ' và ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => toneLast(SHORT_FORMS[word] ?? word))
    .join(' ')
}

/** Each word with its tone mark after its letters, so that its position no longer matters. */
function toneLast(words: string): string {
  return words
    .split(' ')
    .map((word) => {
      const letters = word.normalize('NFD')
      const tones = letters.match(TONES)
      return tones ? letters.replace(TONES, '').normalize('NFC') + tones.join('') : word
    })
    .join(' ')
}

/** A plain form without diacritics, đ as d. */
export function folded(plainForm: string): string {
  return plainForm.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
}

/** Whether the text has any Vietnamese diacritic; one typed on a keyboard without them has none at all. */
export function hasMarks(text: string): boolean {
  return /[đ\p{M}]/u.test(text.normalize('NFD').toLowerCase())
}

/**
 * How similar two plain forms are, 0 to 1. The better of edits on the text as written and on the text without
 * diacritics, where a diacritic alone costs a quarter of a letter: scanners lose diacritics far more often than
 * letters.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const withMarks = 1 - edits(a, b) / Math.max(a.length, b.length)
  const foldedA = folded(a)
  const foldedB = folded(b)
  const bare = 1 - edits(foldedA, foldedB) / Math.max(foldedA.length, foldedB.length)
  return Math.max(withMarks, bare - (1 - withMarks) / 4, 0)
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
export function edits(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, beforeLast[j - 2]! + 1)
      }
      row.push(least)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]!
}
