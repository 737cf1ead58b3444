import type { Passage } from '../language/passage.ts'
import { remembered } from '../language/remembered.ts'
import type { Stretch } from '../language/sentences.ts'
import { list } from '../language/vocabulary.ts'
import { lexicon, opensPhrase, wordsOf } from '../language/words.ts'

/** Names of ministries' and departments' fields that contain "và" or commas. */
export const FIELD_NAMES = list(`
  kế hoạch và đầu tư | tài nguyên và môi trường | nông nghiệp và phát triển nông thôn | nông nghiệp và môi trường |
  nông nghiệp và ptnt | văn hóa, thể thao và du lịch | văn hóa và thể thao | văn hóa, thể thao, du lịch |
  văn hóa và du lịch | khoa học và công nghệ | khoa học, công nghệ và môi trường |
  khoa học công nghệ và môi trường | giáo dục và đào tạo | giáo dục, đào tạo | thông tin và truyền thông |
  lao động - thương binh và xã hội | dân tộc và tôn giáo | lao động, thương binh và xã hội |
  quy hoạch và kiến trúc | đảng ủy, hội đồng nhân dân | dân nguyện và giám sát |
  hội đồng nhân dân và ủy ban nhân dân | đoàn đại biểu quốc hội và hội đồng nhân dân | đoàn đbqh và hđnd |
  tuyên giáo và dân vận | phát thanh và truyền hình | phát thanh - truyền hình | thương mại và công nghiệp |
  kinh tế và đô thị | phòng, chống | phòng cháy, chữa cháy và cứu nạn, cứu hộ | chính phủ, thủ tướng chính phủ | thủ tướng |
  thể thao và du lịch | kiến trúc và quy hoạch | đất đai và môi trường | tài chính và đầu tư |
  công nghiệp và thương mại | thanh tra, kiểm tra | cứu nạn, cứu hộ | kinh tế, hạ tầng và đô thị |
  văn hóa - xã hội | vận tải và an toàn giao thông | báo và đài phát thanh, truyền hình |
  báo và đài phát thanh và truyền hình | báo và phát thanh, truyền hình | báo và phát thanh và truyền hình |
  phát thanh, truyền hình | phát thanh và truyền hình | phòng cháy, chữa cháy | phòng cháy và chữa cháy |
  khí tượng thủy văn | đăng kiểm | khám, chữa bệnh | bổ trợ tư pháp | xuất nhập khẩu | kiểm soát thủ tục hành chính |
  công nghiệp than - khoáng sản | đầu tư và phát triển | phát triển và hợp tác |
  thông tin, thống kê | quốc hội, địa phương và đoàn thể | y, dược | quản lý, giám sát | bảo vệ, chăm sóc | lâm nghiệp và kiểm lâm |
  chế xuất và công nghiệp | công nghiệp và chế xuất | đoàn đại biểu quốc hội và hđnd | đoàn đbqh và hội đồng nhân dân |
  hđnd và ubnd | hội đồng nhân dân và ubnd | hđnd và ủy ban nhân dân | văn hóa và xã hội | kinh tế và tài chính |
  pháp luật và tư pháp | quốc phòng, an ninh và đối ngoại | đào tạo, bồi dưỡng | phổ biến, giáo dục | kinh tế - ngân sách |
  mặt trận tổ quốc, các đoàn thể | chuyển đổi số | tổ chức cán bộ | tổ chức - cán bộ | hợp tác quốc tế | kế hoạch, tài chính | thi đua, khen thưởng
`)

/** Fields of ministries and departments without comma or "và"; with FIELD_NAMES, all that can follow "Bộ" and "Sở". */
const SINGLE_FIELDS = list(`
  tài chính | xây dựng | công thương | nội vụ | tư pháp | y tế | quốc phòng | công an | ngoại giao | giao thông vận tải |
  du lịch | ngoại vụ | thủy sản | công nghiệp | an toàn thực phẩm
`)
export const DEPARTMENT_FIELDS = [
  ...FIELD_NAMES.filter((name) =>
    /^(?:kế hoạch|tài nguyên|nông nghiệp|văn hóa|khoa học|giáo dục|thông tin|lao động|dân tộc|quy hoạch)/.test(name),
  ),
  ...SINGLE_FIELDS,
].sort((a, b) => b.length - a.length)

/** Names of departments with words that elsewhere are verbs or end a list ("trong", "tại"). */
const NAMES_WITH_VERBS = list(`
  công nghệ thông tin | an toàn thông tin | quản lý đăng ký kinh doanh | đăng ký quốc gia giao dịch bảo đảm |
  giám sát và thẩm định đầu tư | phát triển thị trường trong nước | thị trường trong nước | nghiên cứu quản lý kinh tế |
  quản lý vốn nhà nước tại doanh nghiệp | quản lý giám sát bảo hiểm | quản lý đấu thầu | quản lý lao động ngoài nước |
  quản lý xây dựng công trình | kiểm tra văn bản | kiểm tra sau thông quan | giám sát quản lý về hải quan |
  hỗ trợ khởi nghiệp | hỗ trợ phát triển doanh nghiệp | phát triển hợp tác xã | ứng dụng và phát triển công nghệ |
  đầu tư phát triển | đầu tư xây dựng | vật liệu xây dựng | hoạt động xây dựng | kinh tế hợp tác | cảnh sát giao thông |
  cán bộ quản lý giáo dục | giáo dục thường xuyên | kinh tế tổng hợp | giao dịch bảo đảm | khoa học công nghệ xây dựng |
  giáo dục nghề nghiệp và giáo dục thường xuyên | nhà giáo và cán bộ quản lý giáo dục | dịch vụ việc làm |
  dịch vụ tổng hợp | đăng ký giao dịch bảo đảm | công nghiệp công nghệ thông tin | thi hành án dân sự | xuất nhập khẩu | xuất nhập cảnh |
  theo dõi công tác thanh tra | nông nghiệp ứng dụng công nghệ cao | chuyển giao công nghệ | khuyến khích đầu tư | xây dựng nông thôn mới
`)

/** Fields as written in names, because words inside them are verbs elsewhere ("Đào tạo", "Ngoại giao"). */
export const CAPITAL_FIELDS = [...DEPARTMENT_FIELDS.filter((name) => !/[,-]/.test(name)), ...NAMES_WITH_VERBS]

/** A field name that begins here; longest first, so that the whole name matches. */
const NAME_HERE = new RegExp(
  `(?:${[...FIELD_NAMES]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(' - ', ' ?- ?'))
    .join('|')})(?!\\p{L})`,
  'uy',
)
/** The words that field names begin with: only there the names are tried. */
const FIRST_WORDS = lexicon(FIELD_NAMES.map((name) => /^[^ ,]+/.exec(name)![0]))

/** Where field names with "và", a comma or a dash are in a passage, in order. */
export function fieldNamesOf(passage: Passage): readonly Stretch[] {
  return namesIn(passage, 0, passage.text.length)
}

const namesIn = remembered((passage): readonly Stretch[] => {
  const names: Stretch[] = []
  const words = wordsOf(passage)
  let end = 0
  for (let at = 0; at < words.length; at++) {
    const from = words[at]!.start
    if (from < end || !opensPhrase(words[at]!, FIRST_WORDS)) continue
    NAME_HERE.lastIndex = from
    const hit = NAME_HERE.exec(passage.lower)
    if (!hit) continue
    end = from + hit[0].length
    names.push({ from, to: end })
  }
  return names
})

/** The field name that covers this place, or ends there. */
export function fieldNameAt(passage: Passage, place: number): Stretch | null {
  const names = fieldNamesOf(passage)
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.to < place) low = middle + 1
    else high = middle
  }
  const name = names[low]
  return name && name.from < place ? name : null
}
