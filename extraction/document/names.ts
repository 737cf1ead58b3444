import { lower } from '../language/fold.ts'
import { hitsOf } from '../language/hits.ts'
import { DEPARTMENT_FIELDS } from '../units/fields.ts'
import { PROVINCES } from './places.ts'

/**
 * Writes names in capitals as in a sentence: "ỦY BAN NHÂN DÂN TỈNH LÀO CAI" becomes "Ủy ban nhân dân tỉnh Lào Cai"
 * (capitals as in Nghị định 30/2020/NĐ-CP, Phụ lục II). Other text is unchanged.
 *
 * @param place a place name that the document prints, e.g. beside its day; it keeps its capitals.
 */
export function officialCase(printed: string, place: string | null = null): string {
  const letters = printed.replace(/[^\p{L}]/gu, '')
  if (letters === '' || letters.replace(/[^\p{Lu}]/gu, '').length < letters.length * 0.8) return printed
  const low = printed.toLowerCase()
  const marked = lower(low).length === low.length ? lower(low) : low
  let text = low
  /** Rules see the newer tone placement; capitals go to the letters as printed. */
  const raise = (pattern: RegExp, cased: (name: string) => string): void => {
    for (const hit of hitsOf(pattern, marked)) {
      const name = cased(hit[0])
      let out = ''
      for (let at = 0; at < name.length; at++) {
        const letter = text.charAt(hit.index + at)
        out += name.charAt(at) === name.charAt(at).toUpperCase() ? letter.toUpperCase() : letter
      }
      text = text.slice(0, hit.index) + out + text.slice(hit.index + name.length)
    }
  }
  for (const [pattern, cased] of PROPER) raise(pattern, cased)
  const proper = place?.replace(/^(?:thành phố|tp\.?|tỉnh|xã|phường|huyện)\s+/iu, '')
  if (proper) raise(wordsPattern([lower(proper)]), eachWord)
  text = text.replace(
    /(\d+\/(?:\d{4}\/)?)([\p{L}]+(?:-[\p{L}]+)+)/gu,
    (_, number: string, code: string) => number + code.toUpperCase().replace('TTG', 'TTg'),
  )
  text = text.replace(/\d+-(?:nq|kl|ct|qđ)\/(?:tw|tu)(?!\p{L})/gu, (code) => code.toUpperCase())
  for (const [pattern, short] of SHORTENED) text = text.replace(pattern, short)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const eachWord = (words: string): string => words.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())

/** Words that stay in capitals. */
const ABBREVIATIONS = [
  'UBND',
  'HĐND',
  'MTTQ',
  'UBMTTQ',
  'BCH',
  'BCĐ',
  'KT-XH',
  'BHXH',
  'CCHC',
  'PCCC',
  'OCOP',
  'GDP',
  'GRDP',
  'FDI',
]

function wordsPattern(phrases: readonly string[]): RegExp {
  const sorted = [...phrases].sort((a, b) => b.length - a.length)
  return new RegExp(`(?<![\\p{L}\\d])(?:${sorted.join('|')})(?![\\p{L}\\d])`, 'gu')
}

const SHORTENED = ABBREVIATIONS.map((short) => [wordsPattern([short.toLowerCase()]), short] as const)

const FIELDS = DEPARTMENT_FIELDS.join('|')
/** Plans, programmes and the like are written small where they mean any of their kind. */
const ANY_OF_KIND = '(?<!(?:các|những|mọi|một|chỉ tiêu|công tác|theo|tự|ra|bản|này|pháp|kỷ|dự án|dự thảo|xây dựng) )'

const PROPER: [RegExp, (name: string) => string][] = [
  // "Bộ Văn hóa, Thể thao và Du lịch": the noun and each part of its field.
  [
    new RegExp(`(?<![\\p{L}\\d])(?<!(?:cơ|trụ|cán|đồng|nội|toàn) )(?:bộ|sở)\\s(?:${FIELDS})(?!\\p{L})`, 'gu'),
    (name) => {
      const at = name.search(/\s/) + 1
      const field = name
        .slice(at)
        .split(/(, | và | - )/)
        .map((part) => (/^(?:, | và | - )$/.test(part) ? part : capital(part)))
        .join('')
      return capital(name.slice(0, at)) + field.replace('Công thương', 'Công Thương')
    },
  ],
  [new RegExp(`(?<=(?<![\\p{L}\\d])(?:vụ|cục)\\s)(?:${FIELDS})(?!\\p{L})`, 'gu'), capital],
  // A place at the end: "… trên địa bàn xã Bản Vược".
  [
    /(?<=(?:^|\s)(?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã|đặc khu)\s)(?!trực thuộc|ủy|đoàn|và|có|cấp|của|năm|lần|giai|về|khóa|thứ)\p{L}+(?:\s(?!năm|về|và|giai|đến|trong|trên|giữa|theo|thực|từ|khóa|lần|nhiệm|thứ|cộng)\p{L}+){0,3}$/gu,
    eachWord,
  ],
  [wordsPattern(PROVINCES), eachWord],
  [/(?<![\p{L}\d])(?:tỉnh|thành|xã|phường) đoàn(?= |$)/gu, capital],
  [/(?<![\p{L}\d])(?:thành phố(?= hồ chí minh)|thủ đô(?= hà nội))/gu, capital],
  [
    /(?<![\p{L}\d])(?:việt nam|mặt trận tổ quốc(?= việt nam))(?!\p{L})/gu,
    (name) => (name === 'việt nam' ? 'Việt Nam' : 'Mặt trận Tổ quốc'),
  ],
  [
    /(?<![\p{L}\d])(?:chính phủ|quốc hội|nhà nước|trung ương|phó thủ tướng|thủ tướng|ủy ban|hội đồng nhân dân|tỉnh ủy|thành ủy|đảng ủy|đảng bộ|bộ chính trị|ban bí thư|công an(?= tỉnh| thành| xã| phường| nhân)|đảng(?! viên)(?= bộ| ủy| cộng| và nhà nước|$))(?!\p{L})/gu,
    capital,
  ],
  [
    /(?<![\p{L}\d])ban (?=chấp hành|thường trực|thường vụ|chỉ đạo|tổ chức|tuyên giáo|nội chính|quản lý)\p{L}+/gu,
    eachWord,
  ],
  [/(?<=(?:^|\s)ủy ban )(?:kiểm tra|dân tộc)(?!\p{L})/gu, capital],
  // A document by its number, or one of a kind that titles name.
  [
    new RegExp(
      `${ANY_OF_KIND}(?<![\\p{L}\\d])(?:chỉ thị|nghị quyết|nghị định|thông tư|công điện|kết luận|kế hoạch|đề án|chương trình|quy hoạch|luật)(?!\\p{L})`,
      'gu',
    ),
    capital,
  ],
  [/(?<![\p{L}\d])(?:quyết định|thông báo|công văn|hướng dẫn|quy định)(?= số(?!\p{L})| \d)/gu, capital],
  [
    /(?<=(?<!pháp |kỷ )(?<!\p{L})luật )(?!tỉnh|thành|cho|đối|sửa đổi|của|và|về|trên|số|năm|này|có|trong)\p{L}+/gu,
    capital,
  ],
]
