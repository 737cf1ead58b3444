import { list } from '../language/vocabulary.ts'
import { wordList } from '../language/words.ts'

/** Nouns that begin the name of an agency or an office-holder that can be given work. */
export const UNIT_HEADS = list(`
  ủy ban nhân dân | ubnd | hội đồng nhân dân | hđnd | ủy ban mặt trận | ủy ban | mặt trận tổ quốc | mttq | ubmttq |
  bộ trưởng | thứ trưởng | bộ tư lệnh | bộ chỉ huy | bộ đội | bộ | sở | ban quản lý | ban chỉ đạo | ban chỉ huy |
  ban tổ chức | ban thường vụ | ban | tổng cục | chi cục | cục | vụ | học viện | viện kiểm sát | viện | trung tâm |
  văn phòng | vpcp | thanh tra | ngân hàng | hiệp hội | hội | liên đoàn | liên minh | liên hiệp | đài | báo |
  nhà xuất bản | bảo tàng | thư viện | trung ương đoàn | trung ương hội | trung ương mặt trận | tạp chí | thông tấn xã | công an | phòng |
  trường | đại học | tập đoàn | tổng công ty | công ty | kho bạc | bảo hiểm xã hội | kiểm toán nhà nước | kiểm toán khu vực | tòa án | tand | vksnd |
  đảng ủy | quân ủy | đảng đoàn | ban cán sự | tỉnh ủy | thành ủy | huyện ủy | quận ủy | tỉnh đoàn | thành đoàn | đoàn | quân khu | quân chủng |
  tổ công tác | tổ | hội đồng | chủ tịch | phó chủ tịch | thủ trưởng | phó thủ tướng | tổng giám đốc | giám đốc |
  chánh văn phòng | chánh thanh tra | cục trưởng | vụ trưởng | tổng cục trưởng | viện trưởng | thống đốc |
  tổng thanh tra | trưởng ban | trưởng phòng | trưởng | chủ nhiệm | cơ quan | đơn vị | chủ đầu tư | nhà đầu tư |
  nhà thầu | doanh nghiệp | cảng vụ | hải quan | thuế | cổng | lãnh đạo | người đứng đầu | cấp ủy | chính quyền |
  địa phương | bệnh viện | quỹ | tư vấn | thủ tướng chính phủ | thủ tướng | chính phủ | thường trực | lực lượng |
  tổ chức | hạt kiểm lâm | vườn quốc gia | kiểm lâm | điện lực | bưu điện | thống kê | chủ rừng | các thành viên |
  đồng chí | nhóm | xí nghiệp | hợp tác xã | nhà trường | nhà máy | bên mời thầu | thành viên | tiểu ban |
  tổng liên đoàn | cơ quan thường trực | tổng biên tập | kho bạc nhà nước | chi nhánh | trạm | đội | ban dân tộc |
  ban tôn giáo | thường vụ | tổng thư ký | hội khuyến học | hội cựu chiến binh | vnpt | viettel | mobifone |
  vinaphone | evn | petrovietnam | vietnam airlines | phân viện | lữ đoàn | trung đoàn | vãn phòng | vàn phòng |
  vân phòng | văn phòn | ùy ban nhân dân | úy ban nhân dân | ửy ban nhân dân | bô trưởng | đại biểu | hiệu trưởng |
  ban giám hiệu | đội trưởng | tổ trưởng | chỉ huy trưởng | chính ủy | chi hội | người có uy tín | tổ bầu cử |
  khoa | bộ môn | quỹ tín dụng nhân dân | quỹ tín dụng | quỹ bảo trợ | quỹ khuyến học | quỹ hỗ trợ | quỹ đầu tư | quỹ bảo vệ | quỹ phát triển | quỹ vì người nghèo |
  tổ giúp việc | bộ phận giúp việc | tổ tư vấn | tổ thẩm định | tổ thẩm tra | tổ nghiên cứu | tổ chuyên gia | bộ phận thường trực | bộ phận một cửa |
  tổ thư ký | tổ hòa giải | tổ tự quản | tổ kiểm tra | tổ biên tập | tổ soạn thảo | tổ xung kích | tổ tuần tra |
  đội xung kích | đoàn công tác | đoàn kiểm tra | đoàn giám sát | đồn biên phòng | công đoàn | tiểu đoàn | sư đoàn | hải đội | đoàn thanh tra | trường học | trạm y tế |
  binh chủng | khu quản lý đường bộ | đảng bộ | chi bộ | chi đoàn | mặt trận | cộng đồng dân cư | thôn | tổ dân phố |
  khu phố | xã | phường | thị trấn | thi hành án dân sự | đặc khu | ban công tác mặt trận | cụm thi đua | khối thi đua | tổ đại biểu |
  ủy viên | bí thư | phó bí thư | phó giám đốc | trưởng thôn | hộ kinh doanh | cộng đồng doanh nghiệp |
  khối doanh nghiệp | hội quần chúng | bô | sờ | sớ | chù tịch | chú tịch | giám dốc | thú trưởng | thù trưởng |
  công thông tin | báo và phát thanh | báo và đài | đài phát thanh | đài truyền hình | đài truyền thanh |
  đài truyền thông | đài tiếng nói | đài khí tượng thủy văn | đài thông tin | lực lượng vũ trang | lực lượng quân đội |
  lực lượng quân sự | lực lượng công an | lực lượng cảnh sát | lực lượng biên phòng | lực lượng dân quân |
  lực lượng hải quan | lực lượng thuế | lực lượng chức năng | lực lượng xung kích | lực lượng kiểm lâm | lực lượng quản lý thị trường |
  lực lượng bảo vệ an ninh | ngành giáo dục | ngành y tế | ngành nông nghiệp | ngành công thương | ngành thuế |
  ngành điện | ngành văn hóa | ngành tài chính | ngành công an | ngành quân đội | ngành tư pháp | ngành nội vụ |
  ngành giao thông | ngành ngân hàng | ngành lao động | ngành du lịch | ngành tòa án |
  ngành kiểm sát | ngành chức năng | trạm trưởng | chi cục trưởng | phó trưởng | phó chánh | kế toán trưởng |
  phó hiệu trưởng | trưởng bản | trưởng ấp | trưởng xóm | trưởng khu phố | trưởng khu dân cư | xã đội trưởng |
  đội phó | tổ phó | bí thư chi bộ | bí thư đoàn | tổng giám đốc | phó tổng giám đốc | công chức | viên chức |
  cán bộ | kế toán | chuyên viên | tỉnh | thành phố | nghiệp đoàn | chi nhánh ngân hàng | phòng giao dịch |
  khu bảo tồn | khu di tích | chợ | câu lạc bộ | trang trại | lâm trường | nông trường | rừng phòng hộ | cảng |
  phòng khám | tổ hợp tác | nhà văn hóa | viễn thông | cơ sở đào tạo | cơ sở giáo dục | cơ sở y tế | cơ sở cai nghiện | cơ sở dạy nghề | cơ sở trợ giúp xã hội |
  nhà mạng | nhà xe | nhà cung cấp | nhà phân phối | viện nghiên cứu |
  trường đại học | trường cao đẳng | hội đồng phối hợp | ban xây dựng đảng | trưởng ban xây dựng đảng | phó trưởng ban xây dựng đảng
`)

/** What is held: before their names, capital or not, "Tổ chức" is the verb ("Tổ chức Ngày hội", "Tổ chức Hội nghị"). */
export const EVENTS = list(`
  đoàn kiểm tra | đoàn giám sát | đoàn thanh tra | đoàn công tác | đoàn khảo sát | ngày | đêm | tuần | tháng | lễ | tết | đại hội | hội nghị | hội thảo | hội đàm | các hoạt động | hội thi | hội thao | hội diễn | hội chợ | hội trại | hội xuân |
  hội báo | hội giảng | cuộc thi | cuộc họp | cuộc vận động | giải | đợt | phiên | kỳ họp | diễn đàn | chiến dịch | chương trình |
  khai giảng | bế giảng | khai mạc | bế mạc | khánh thành | khởi công | lễ hội |
  phong trào | liên hoan | triển lãm | festival | trại | khóa | lớp | tọa đàm | toạ đàm | buổi | vòng | chung kết | sơ kết | tổng kết
`)

/** Words that, after a head noun, show that it is not an agency: "ban hành", "phòng ngừa", "báo cáo", "bộ tiêu chí". */
export const NOT_A_UNIT: Record<string, readonly string[]> = {
  bản: ['vẽ', 'đồ', 'kế', 'tin', 'sao', 'án', 'dự', 'báo', 'thảo', 'chất', 'thân', 'quyền', 'ghi', 'cam', 'mô'],
  xã: ['hội', 'giao'],
  ban: ['hành', 'đầu', 'bố', 'ngày'],
  bộ: ['tiêu', 'chỉ', 'thủ', 'máy', 'phận', 'câu', 'dữ', 'hồ', 'luật', 'tài', 'mã', 'quy', 'công'],
  sở: ['hữu', 'thích', 'dĩ'],
  vụ: ['việc', 'án', 'mùa', 'đông', 'hè', 'xuân', 'cháy', 'tai'],
  hội: ['nghị', 'thảo', 'nhập', 'họp', 'đàm', 'chợ', 'đủ', 'thi', 'tụ', 'trường'],
  'hội đồng': [],
  báo: ['cáo', 'động', 'hiệu', 'giá', 'vệ'],
  phòng: ['ngừa', 'chống', 'cháy', 'bệnh', 'thủ', 'trừ', 'tránh', 'hộ', 'họp', 'học', 'vệ', 'dịch'],
  trường: ['hợp', 'lớp', 'học'],
  đoàn: ['kết', 'viên'],
  tổ: ['chức', 'quốc', 'hợp'],
  // "Tổ chức các lớp tập huấn", "tổ chức thông tin": the verb, unless a kind of organisation follows.
  'tổ chức': [
    'các',
    'những',
    'một',
    'ngành',
    'quản',
    'chỉ',
    'tổ',
    'thường',
    'nội',
    'tài',
    'địa',
    'chức',
    'công',
    'được',
    'kỹ',
    'xây',
    'y',
    'văn',
    'giáo',
    'tư',
    'ngoại',
    'giao',
    'lãnh',
    'kế',
    'thông',
    'lao',
    'dự',
    'chuyên',
    'thành',
    'trung',
    'cấp',
    'dân',
    'hội',
    'bộ',
    'sở',
    'vùng',
    'nông',
    'nhà',
    'tỉnh',
    'huyện',
  ],
  cổng: ['trường'],
  'thống kê': [],
  nhóm: ['nhiệm', 'giải', 'vấn', 'chỉ'],
  'tư vấn': [],
  viện: ['dẫn', 'trợ', 'phí'],
  trưởng: ['thành'],
  cục: ['bộ'],
  đài: ['tưởng'],
  'lực lượng': ['lao', 'sản'],
  // "Chủ tịch Hồ Chí Minh": of the movements named after him.
  'chủ tịch': ['hồ'],
}

/**
 * Heads that count only before a proper name ("Báo Nhân Dân", "Thanh tra tỉnh"), because they are also verbs or things.
 */
const NEEDS_NAME = new Set(
  list(`
  báo | đài | cổng | quỹ | thuế | phòng | thanh tra | thống kê | trường | đoàn | hội | tổ | tư vấn | nhóm | viện |
  điện lực | bưu điện | viễn thông | hải quan | tổ chức | vụ | đại học | trưởng | kiểm lâm | lực lượng | chính quyền |
  doanh nghiệp | lãnh đạo | đại biểu | trường học | chi hội | thôn | khu phố | xã | phường | thị trấn | thi hành án dân sự | đặc khu |
  mặt trận | đảng bộ | bộ | sở | cục | ban | nhà máy | thành viên | đồng chí | trạm | đội | bô | sờ | sớ |
  chi nhánh | thường vụ | chợ | cảng | phó trưởng | phó chánh
`),
)

/** Heads that count only before a capital letter, because they mean places and persons elsewhere ("tỉnh Lào Cai"). */
const NEEDS_CAPITAL = new Set(
  list(
    'khoa | bộ môn | tỉnh | thành phố | công chức | viên chức | cán bộ | kế toán | chuyên viên | trang trại | tư vấn',
  ),
)

/** What may follow such a head instead of a name. */
export const NAME_WORDS = wordList(
  list(`
  đơn | phòng | cục | vụ | tỉnh | thành | huyện | quận | xã | phường | nhà | quốc | trung | cơ | các | cấp | chuyên |
  liên | có | trực | thuộc | ngành | quản | chỉ | tổ | thường | nội | tài | khu | vùng | bộ | sở | địa | chức |
  công | được | kỹ | ngang | đảng | của | dân | xây | y | văn | giáo | nông | khoa | tư | ngoại | giao | lãnh | kế |
  thông | lao | khác | và | dự
`),
)

/** Common nouns that mean many agencies: "các bộ, ngành, địa phương". */
export const COLLECTIVE_NOUNS = new Set(
  list(`
  bộ | ngành | sở | ban | vụ | cục | đơn vị | cơ quan | địa phương | tổ chức | cá nhân | đoàn thể | phòng | viện |
  trường | hội | hiệp hội | doanh nghiệp | tập đoàn | tổng công ty | cấp | lực lượng | thành viên | khối | xã |
  trường học | cơ sở giáo dục | cơ sở y tế | trạm y tế | thôn | bản | tổ dân phố | khu phố | khu dân cư | ấp |
  chủ hộ | chủ bến | chủ tàu | chủ phương tiện | chủ hồ chứa | chủ cơ sở | chủ công trình | chủ đập | hộ kinh doanh |
  hộ dân | hộ gia đình | đảng bộ | hội quần chúng | tổ chức chính trị | phường | huyện | quận | thị xã | thị trấn |
  thành phố | tỉnh | đặc khu | chi cục | tổng cục | trung tâm | ban ngành | văn phòng | bệnh viện | ngân hàng |
  công ty | hộ | đảng ủy | chi bộ | bộ phận | học viện | ủy ban | cơ sở | nhà trường | công chức | bộ trưởng |
  xí nghiệp | phân xưởng | nhà máy | chi nhánh |
  vụ trưởng | cục trưởng | trưởng | phó | quý | ban quản lý | đồng chí | sở ngành | xóm | tổ công nghệ số cộng đồng
`),
)

/** Collective nouns that also begin proper names; they mean many only if no name follows. */
const SHORT_NOUNS = new Set(
  list(`
  bộ | sở | ban | vụ | cục | phòng | viện | trường | hội | hiệp hội | tập đoàn | tổng công ty | chi cục | tổng cục |
  trung tâm | văn phòng | bệnh viện | ngân hàng | công ty | đảng ủy | học viện | ủy ban | bộ trưởng | vụ trưởng |
  cục trưởng | trưởng | ban quản lý | đồng chí | xí nghiệp | phân xưởng | nhà máy | chi nhánh
`),
)

/** Words after a short noun that show it means many: "bộ liên quan", "ban của Đảng". */
export const QUALIFIERS = wordList(
  list(`
  liên | có | thuộc | trực | ngang | ngành | khác | chức | của | ở | trên | cấp | chuyên | đảng | cùng | tỉnh |
  thành | và | hữu | nêu | này | được | đơn | cơ | tại
`),
)

export const PLACE_NOUNS = new Set(
  list(`
  tỉnh | thành phố | huyện | quận | xã | phường | thị xã | thị trấn | đặc khu | thôn | bản | ấp | tổ dân phố |
  khu phố | khu dân cư
`),
)

/** What the lists above say of a head or a common noun, as bits: most say nothing of most heads. */
export const TRAITS = {
  /** Some words after it show that it is no agency. */
  ambiguous: 1,
  needsCapital: 2,
  needsName: 4,
  short: 8,
  collective: 16,
  /** It has a rule of its own. */
  special: 32,
} as const

const SPECIAL = new Set(list('phòng | thống kê | tổ chức | doanh nghiệp'))

export function traitsOf(noun: string): number {
  return (
    ((NOT_A_UNIT[noun]?.length ?? 0) > 0 ? TRAITS.ambiguous : 0) |
    (NEEDS_CAPITAL.has(noun) ? TRAITS.needsCapital : 0) |
    (NEEDS_NAME.has(noun) ? TRAITS.needsName : 0) |
    (SHORT_NOUNS.has(noun) ? TRAITS.short : 0) |
    (COLLECTIVE_NOUNS.has(noun) ? TRAITS.collective : 0) |
    (SPECIAL.has(noun) ? TRAITS.special : 0)
  )
}
