import { DEPARTMENT_FIELDS } from '../units/fields.ts'

/**
 * Writes names in capitals as in a sentence: "ỦY BAN NHÂN DÂN TỈNH LÀO CAI" becomes "Ủy ban nhân dân tỉnh Lào Cai".
 * Other text is unchanged.
 */
export function officialCase(printed: string): string {
  const letters = printed.replace(/[^\p{L}]/gu, '')
  if (letters === '' || letters.replace(/[^\p{Lu}]/gu, '').length < letters.length * 0.8) return printed
  let text = printed.toLowerCase()
  for (const [pattern, replace] of PROPER) text = text.replace(pattern, replace)
  text = text.replace(
    /(\d+\/(?:\d{4}\/)?)([\p{L}]+(?:-[\p{L}]+)+)/gu,
    (_, number: string, code: string) => number + code.toUpperCase().replace('TTG', 'TTg'),
  )
  text = text.replace(/\d+-(?:nq|kl|ct|qđ)\/(?:tw|tu)(?!\p{L})/gu, (code) => code.toUpperCase())
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const eachWord = (words: string): string => words.split(' ').map(capital).join(' ')

const PROPER: [RegExp, (...parts: string[]) => string][] = [
  [
    new RegExp(`(?<=\\b(?:bộ|sở|vụ|cục)\\s)(${DEPARTMENT_FIELDS.join('|')})`, 'gu'),
    (name) =>
      name
        .split(/(, | và | - )/)
        .map((part) => (/^(?:, | và | - )$/.test(part) ? part : capital(part)))
        .join(''),
  ],
  [
    /(?<=(?:^|\s)(?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã)\s)((?!trực thuộc|ủy|và|có|cấp|của|năm)[\p{L}]+(?:\s(?!năm|về|và|giai|đến|trong|trên|giữa|theo|thực|từ)[\p{L}]+){0,3})$/gu,
    (name) => eachWord(name),
  ],
  [
    /(?<=(?:^|\s))(chính phủ|quốc hội|nhà nước|việt nam|hà nội|trung ương|thủ tướng|phó thủ tướng|chỉ thị|nghị quyết|quyết định|kế hoạch|đề án|chương trình|nghị định|luật|bộ|sở|công điện|ủy ban|quy hoạch)(?=[\s,.]|$)/gu,
    (name) => (name === 'việt nam' || name === 'hà nội' ? eachWord(name) : capital(name)),
  ],
]
