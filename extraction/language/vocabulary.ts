/**
 * The vocabulary of official documents, in one place. All entries are lower case with the newer tone placement ("ủy",
 * "hóa"), as `lower()` returns them. Names are facts of public administration, not the wording of one text.
 */

export const list = (words: string): string[] =>
  words
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Nouns that begin the name of an agency or an office-holder that can be given work. */
export const UNIT_HEADS = list(`
  ủy ban nhân dân | ubnd | hội đồng nhân dân | hđnd | ủy ban mặt trận | ủy ban | mặt trận tổ quốc | mttq | ubmttq |
  bộ trưởng | thứ trưởng | bộ tư lệnh | bộ chỉ huy | bộ đội | bộ | sở | ban quản lý | ban chỉ đạo | ban chỉ huy |
  ban tổ chức | ban thường vụ | ban | tổng cục | chi cục | cục | vụ | học viện | viện kiểm sát | viện | trung tâm |
  văn phòng | vpcp | thanh tra | ngân hàng | hiệp hội | hội | liên đoàn | liên minh | liên hiệp | đài | báo |
  nhà xuất bản | bảo tàng | thư viện | trung ương đoàn | trung ương hội | tạp chí | thông tấn xã | công an | phòng | trường | đại học | tập đoàn | tổng công ty | công ty | kho bạc |
  bảo hiểm xã hội | kiểm toán nhà nước | tòa án | đảng ủy | tỉnh ủy | thành ủy | huyện ủy | quận ủy | tỉnh đoàn |
  thành đoàn | đoàn | quân khu | quân chủng | tổ công tác | tổ | hội đồng | chủ tịch | phó chủ tịch | thủ trưởng |
  phó thủ tướng | tổng giám đốc | giám đốc | chánh văn phòng | chánh thanh tra | cục trưởng | vụ trưởng |
  tổng cục trưởng | viện trưởng | thống đốc | tổng thanh tra | trưởng ban | trưởng phòng | trưởng | chủ nhiệm |
  cơ quan | đơn vị | chủ đầu tư | nhà đầu tư | nhà thầu | doanh nghiệp | cảng vụ | hải quan | thuế | cổng |
  lãnh đạo | người đứng đầu | cấp ủy | chính quyền | địa phương | bệnh viện | quỹ | tư vấn | thủ tướng chính phủ | thủ tướng |
  chính phủ | thường trực | lực lượng | tổ chức | hạt kiểm lâm | vườn quốc gia | kiểm lâm | điện lực | bưu điện |
  thống kê | chủ rừng | các thành viên | đồng chí | nhóm | xí nghiệp | hợp tác xã | nhà trường | nhà máy |
  bên mời thầu | thành viên | tiểu ban | tổng liên đoàn | cơ quan thường trực | tổng biên tập | kho bạc nhà nước |
  chi nhánh | trạm | đội | ban dân tộc | ban tôn giáo | thường vụ | tổng thư ký | hội khuyến học | hội cựu chiến binh |
  vnpt | viettel | mobifone | vinaphone | evn | petrovietnam | vietnam airlines | phân viện | lữ đoàn | trung đoàn |
  vãn phòng | vàn phòng | vân phòng | văn phòn | ùy ban nhân dân | úy ban nhân dân | ửy ban nhân dân | bô trưởng |
  bô | sờ | sớ | chù tịch | chú tịch | giám dốc | thú trưởng | thù trưởng | công thông tin
`)

/** Words that, after a head noun, show that it is not an agency: "ban hành", "phòng ngừa", "báo cáo", "bộ tiêu chí". */
export const NOT_A_UNIT: Record<string, readonly string[]> = {
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
}

/**
 * Heads that count only before a proper name ("Báo Nhân Dân", "Thanh tra tỉnh"), because they are also verbs or things.
 */
export const NEEDS_NAME = new Set(
  list(`
  báo | đài | cổng | quỹ | thuế | phòng | thanh tra | thống kê | trường | đoàn | hội | tổ | tư vấn | nhóm | viện |
  điện lực | bưu điện | hải quan | tổ chức | vụ | đại học | trưởng | kiểm lâm | lực lượng | chính quyền |
  doanh nghiệp | bộ | sở | cục | ban | nhà máy | thành viên | đồng chí | trạm | đội | bô | sờ | sớ | chi nhánh | thường vụ
`),
)

/** What may follow such a head instead of a name. */
export const NAME_WORDS = new Set(
  list(`
  tỉnh | thành | huyện | quận | xã | phường | nhà | quốc | trung | cơ | các | cấp | chuyên | liên | có | trực |
  thuộc | ngành | quản | chỉ | tổ | thường | nội | tài | khu | vùng | bộ | sở | địa | chức | công | được | kỹ |
  ngang | đảng | của | dân | xây | y | văn | giáo | nông | khoa | tư | ngoại | giao | lãnh | kế | thông | lao |
  khác | và | dự
`),
)

/** Common nouns that mean many agencies: "các bộ, ngành, địa phương". */
export const COLLECTIVE_NOUNS = new Set(
  list(`
  bộ | ngành | sở | ban | vụ | cục | đơn vị | cơ quan | địa phương | tổ chức | cá nhân | đoàn thể | phòng | viện |
  trường | hội | hiệp hội | doanh nghiệp | tập đoàn | tổng công ty | cấp | lực lượng | thành viên | khối | xã |
  phường | huyện | quận | thị xã | thị trấn | thành phố | tỉnh | đặc khu | chi cục | tổng cục | trung tâm |
  ban ngành | văn phòng | bệnh viện | ngân hàng | công ty | hộ | đảng ủy | chi bộ | đảng bộ | bộ phận | học viện |
  ủy ban | cơ sở | nhà trường | công chức | bộ trưởng | vụ trưởng | cục trưởng | trưởng | phó | quý | ban quản lý |
  đồng chí | sở ngành
`),
)

/** Collective nouns that also begin proper names; they mean many only if no name follows. */
export const SHORT_NOUNS = new Set(
  list(`
  bộ | sở | ban | vụ | cục | phòng | viện | trường | hội | hiệp hội | tập đoàn | tổng công ty | chi cục | tổng cục |
  trung tâm | văn phòng | bệnh viện | ngân hàng | công ty | đảng ủy | học viện | ủy ban | bộ trưởng | vụ trưởng |
  cục trưởng | trưởng | ban quản lý | đồng chí
`),
)

/** Words after a short noun that show it means many: "bộ liên quan", "ban của Đảng". */
export const QUALIFIERS = new Set(
  list(`
  liên | có | thuộc | trực | ngang | ngành | khác | chức | của | ở | trên | cấp | chuyên | đảng | cùng | tỉnh |
  thành | và | hữu | nêu | này | được | đơn | cơ | tại
`),
)

export const PLACE_NOUNS = new Set(
  list(`
  tỉnh | thành phố | huyện | quận | xã | phường | thị xã | thị trấn | đặc khu
`),
)

/** Names of ministries' and departments' fields that contain "và" or commas. */
export const FIELD_NAMES = list(`
  kế hoạch và đầu tư | tài nguyên và môi trường | nông nghiệp và phát triển nông thôn | nông nghiệp và môi trường |
  nông nghiệp và ptnt | văn hóa, thể thao và du lịch | văn hóa và thể thao | văn hóa, thể thao, du lịch |
  văn hóa và du lịch | khoa học và công nghệ | khoa học, công nghệ và môi trường |
  khoa học công nghệ và môi trường | giáo dục và đào tạo | thông tin và truyền thông |
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
  chuyển đổi số | tổ chức cán bộ | tổ chức - cán bộ | hợp tác quốc tế | kế hoạch, tài chính | thi đua, khen thưởng
`)

/** Fields of ministries and departments without comma or "và"; with FIELD_NAMES, all that can follow "Bộ" and "Sở". */
const SINGLE_FIELDS = list(`
  tài chính | xây dựng | công thương | nội vụ | tư pháp | y tế | quốc phòng | công an | ngoại giao | giao thông vận tải |
  du lịch | ngoại vụ | thủy sản | công nghiệp
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
  theo dõi công tác thanh tra | chuyển giao công nghệ | khuyến khích đầu tư | xây dựng nông thôn mới
`)

/** Fields as written in names, because words inside them are verbs elsewhere ("Đào tạo", "Ngoại giao"). */
export const CAPITAL_FIELDS = [...DEPARTMENT_FIELDS.filter((name) => !/[,-]/.test(name)), ...NAMES_WITH_VERBS]

/** Verbs that open an order and are rarely part of an agency's name. */
export const ORDER_VERBS = list(`
  điều hành | tháo gỡ | giải thích | chỉ định | công nhận | tôn trọng | phát triển | liên kết | liên hệ | tra cứu | bảo hộ | chia | phân bố | giao ban | họp | gia tăng | tiết kiệm | cắt | hoạch định | định hướng | định giá | bình ổn | niêm | thanh lý | đấu giá | cho thuê | cho phép | cấm | chủ quản | cùng phối hợp | cần | nêu | xin | tiến | tổng kiểm tra | tổng hợp | làm việc | lưu ý | lãnh đạo |
  chủ trì | phối hợp | chủ động | khẩn trương | tiếp tục | tập trung | tăng cường | đẩy mạnh | đẩy nhanh |
  nâng cao | triển khai | thực hiện | hoàn thiện | hoàn thành | hoàn chỉnh | rà soát | đề xuất | tham mưu | trình |
  báo cáo | ban hành | hướng dẫn | chỉ đạo | theo dõi | đôn đốc | đánh giá | xử lý | giải quyết | tháo gỡ | bố trí |
  bảo đảm | đảm bảo | cân đối | phân bổ | khai thác | duy trì | cập nhật | công bố | công khai | chia sẻ | kết nối |
  tích hợp | tuyên truyền | phổ biến | quán triệt | chấp hành | tuân thủ | điều tra | khảo sát | lập | thẩm tra |
  phê duyệt | quyết định | xem xét | cho ý kiến | có ý kiến | góp ý | sửa đổi | bổ sung | điều chỉnh | chuẩn bị |
  thành lập | kiện toàn | củng cố | bồi dưỡng | tập huấn | tạo | khuyến khích | huy động | vận động | thu hút |
  mời gọi | mở rộng | nhân rộng | thí điểm | áp dụng | số hóa | bàn giao | tiếp nhận | giao | phân công | ủy quyền |
  phân cấp | ký kết | đấu tranh | ngăn chặn | phát hiện | xử phạt | thu hồi | cắt giảm | đơn giản hóa | khắc phục |
  chấn chỉnh | rút kinh nghiệm | tổng kết | sơ kết | gửi | nộp | lấy ý kiến | tiếp thu | giải trình | xác định |
  lựa chọn | di dời | sơ tán | sẵn sàng | đăng tải | lồng ghép | gắn | cụ thể hóa | thể chế hóa | thúc đẩy |
  phấn đấu | quyết liệt | nghiêm túc | kịp thời | thường xuyên | định kỳ | trực tiếp | chịu trách nhiệm |
  có trách nhiệm | có | căn cứ | tiến hành | san tạo | nắm bắt | quan tâm | chú trọng | ưu tiên | hạn chế | không |
  phát huy | phát động | biểu dương | lưu trữ | bảo quản | làm | đề nghị | yêu cầu | kiến nghị | thông báo |
  trả lời | phân tích | tổng hợp | thống nhất | trên cơ sở | sớm | nghiêm cấm | bám sát | chuyển | đưa | trao đổi |
  tham gia | thẩm định | phân loại | ứng dụng | xây dựng | nghiên cứu | tổ chức | kiểm tra | thanh tra | giám sát |
  hỗ trợ | cung cấp | quản lý | vận hành | đào tạo | đầu tư | phát triển | thống kê | truyền thông | cải cách |
  cải thiện | đổi mới | bảo vệ | bảo tồn | sử dụng | kiểm soát | dự báo | cảnh báo | ứng phó | tuyển dụng | cấp |
  thông tin | chuyển đổi | phòng ngừa | đấu thầu | thi công | quy định | hợp tác | đàm phán | tư vấn | kiểm kê |
  quy hoạch | đẩy lùi | siết chặt | làm rõ | nghiệm thu | giải ngân | tập hợp | lắng nghe | đối thoại | phản ánh |
  phát hành | thực thi | giải phóng | bồi thường | cử | mời | ký | hoàn tất | tranh thủ | tận dụng | xúc tiến |
  đăng ký | khởi công | khẳng định | xác minh | tính toán | so sánh | đối chiếu | ghi nhận | phân định | thiết lập |
  thiết kế | soạn thảo | dự thảo | thay thế | bãi bỏ | tôn vinh | khen thưởng | dành | kiên quyết | chăm lo |
  sắp xếp | bổ nhiệm | luân chuyển | giới thiệu | nạo vét | khơi thông | đặt | vệ sinh | tháo dỡ | di chuyển |
  cứu trợ | kêu gọi | thông tuyến | khôi phục | phục hồi | sửa chữa | nâng cấp | cải tạo | bảo dưỡng | bảo trì |
  mua sắm | đóng góp | vận chuyển | lắp đặt | trang bị | kiểm đếm | đo đạc | cắm mốc | giao nộp | tịch thu |
  truy thu | truy quét | triệt phá | tuần tra | canh gác | trực ban | ứng trực | kích hoạt | phòng chống |
  diễn tập | huấn luyện | tập luyện | bình chọn | kỷ luật | khởi tố | điều động | bổ trí | biên chế | sáp nhập |
  hợp nhất | giải thể | chuyển giao | tiếp quản | kết luận | giải đáp | tư pháp hóa | niêm yết | công chứng |
  chứng thực | xác nhận | cấp phép | cấp phát | thu gom | tái chế | tiêu hủy | quan trắc | giám định | kiểm định |
  kiểm nghiệm | truy xuất | quảng bá | phát thanh | in ấn | xuất bản | biên soạn | biên tập | sưu tầm | khai báo |
  kê khai | đồng bộ | liên thông | chuẩn hóa | làm sạch | cài đặt | bảo lãnh | cho vay | thanh toán | quyết toán |
  tạm ứng | hoàn trả | gia hạn | rút ngắn | đơn giản | tinh gọn | tinh giản | tạm dừng | tạm ngừng | đình chỉ |
  khai trương | khánh thành | khai giảng | bế mạc | tôn tạo | trùng tu | chăm sóc | điều trị | xét nghiệm |
  cách ly | giám hộ | thu hoạch | chống hạn | giữ gìn | gìn giữ | tích trữ | dự trữ | đề cử | nhất trí | cam kết |
  gương mẫu | nêu cao | hình thành | tổng rà soát | đa dạng hóa | tối ưu | hiện đại hóa | tái cấu trúc |
  minh bạch hóa | phục vụ | giáo dục | thu thập | đầu mối | kính | trân trọng | hằng năm | hàng năm | hằng quý |
  hàng quý | hằng tháng | hàng tháng | trồng mới | trồng rừng | tăng thời lượng | giảm thời gian | tiết giảm |
  mở lớp | mở đợt | chịu sự | nhận diện
`)

/** Of these, the ones that also occur in lower case inside agencies' names ("Ban quản lý", "cơ quan thanh tra"). */
export const NAME_VERBS = new Set(
  list(`
  quản lý | tổ chức | kiểm tra | thanh tra | giám sát | thông tin | phát triển | đầu tư | thẩm định | tư vấn |
  giáo dục | đào tạo | nghiên cứu | sử dụng | xây dựng | truyền thông | cải cách | đổi mới | cải thiện | hỗ trợ |
  bảo vệ | bảo tồn | vận hành | cung cấp | kiểm soát | thống kê | quy hoạch | phòng ngừa | ứng phó | chỉ đạo |
  tổng hợp | chuyển đổi | cấp | thực hiện | chủ trì | phục vụ | thi công | dự báo | hợp tác | đấu thầu | cảnh báo |
  điều tra | khai thác | ứng dụng | có | tuyên truyền | không | xúc tiến | đối thoại | phối hợp | thực thi |
  đăng ký | chống | báo cáo | giao | quy định | xử lý | giải phóng | trình | quyết định | thu | lập | phát |
  tham mưu | soạn thảo | sắp xếp | đầu mối | cùng | thu hút | tham gia | tiếp nhận | phát hành | tháo gỡ
`),
)

/** Nouns that such a verb may follow directly inside a name. */
export const NAME_BINDERS = new Set(
  list(`
  ban | cục | vụ | viện | phòng | nhà | chủ | quỹ | cổng | đội | khu | hội | cơ quan | đơn vị | hội đồng | cơ sở |
  trung tâm | tổ chức | lực lượng | bộ phận | nhà trường | công ty | ủy ban | tiểu ban | doanh nghiệp | người
`),
)

/** Words that end a list of agencies before any verb. */
export const LIST_ENDS = new Set(
  list(`
  trong | để | về | nhằm | theo | tại | khi | nếu | đã | đang | sẽ | phải | cần | là | vào | trước | từ | căn |
  nghiêm | tiếp | làm | thì | do | bằng | qua | đến | chậm | sau | hoặc | như | mà | rà
`),
)

/** Verbs by which an authority gives work: "giao Bộ X …", "yêu cầu các sở …". */
export const COMMANDS = list(`
  kính đề nghị | trân trọng đề nghị | đề nghị | yêu cầu | đồng ý giao | thống nhất giao | giao trách nhiệm cho |
  giao cho | giao nhiệm vụ cho | giao | phân công nhiệm vụ cho | phân công | ủy quyền cho | nhất trí giao |
  đồng thời giao | đồng thời đề nghị | đồng thời yêu cầu | kính mong | kính yêu cầu
`)

/** Words that only introduce whose work follows: "Trách nhiệm của Bộ X:", "Đối với Sở Y:". */
export const POINTERS = list(`
  trách nhiệm của | trách nhiệm | đối với | nhiệm vụ của | về phía | các nhiệm vụ của
`)

/** Of these, the ones that say whose work follows, whatever the name after them; "Đối với …" may also open a topic. */
export const POINTERS_TO_DUTY = list(`
  trách nhiệm của | nhiệm vụ của | các nhiệm vụ của | trách nhiệm, nhiệm vụ của | về trách nhiệm của | về nhiệm vụ của
`)

/** Persons and bodies that act but are no agencies; they count only where a heading or a request names those who act. */
export const PERSONS = list(`
  các | những | mọi | người | hộ | chủ | nhân dân | cán bộ | đảng viên | đoàn viên | hội viên | công chức | viên chức |
  đảng bộ | chi bộ | cấp ủy | mặt trận | đoàn thể | bí thư | doanh nghiệp | cá nhân | học sinh |
  giáo viên | phụ huynh | chủ đầu tư | chủ tàu | bà con | hợp tác xã | toàn thể | từng | mỗi | thành viên
`)

/** Of these, the ones that are subjects of orders in running text, where "các" alone may begin any thing. */
export const ACTING_PERSONS = list(`
  thôn | bản | xóm | ấp | khu phố | khu dân cư | tổ dân phố | hộ dân | hộ gia đình | hộ kinh doanh | chủ hộ |
  chủ phương tiện | chủ cơ sở | chủ tàu | chủ rừng | chủ trang trại | người dân | người đứng đầu | trường học |
  cán bộ | đảng viên | hội viên | đoàn viên | bí thư chi bộ | trưởng thôn | trưởng bản | chi bộ | đảng bộ
`)

/** What an authority itself decides before it gives work: it orders no one (folded). */
export const AUTHORITY_ACT =
  /^(?:co ban )?(?:nhat tri|dong y|thong nhat (?:chu truong|voi|noi dung|de xuat|phuong an|ve|su|thong qua|danh gia|nhan dinh|cao)|chap thuan|ghi nhan|bieu duong|hoan nghenh|danh gia cao|cho phep|khong dong y)\b/

/** Words between an agency and its action that only say by what right or in what manner it acts. */
export const MANNER_WORDS = new Set(
  list(`
  theo | căn | cứ | trên | cơ | sở | trong | phạm | vi | tùy | vào | và | của | mình | chức | năng | nhiệm | vụ | quyền |
  hạn | thẩm | được | giao | phân | công | quản | lý | lĩnh | vực | ngành | địa | bàn | phụ | trách | tình | hình |
  thực | tế | điều | kiện | kế | hoạch | này | quy | định | pháp | luật | hiện | hành | nội | dung | nêu | là | cơ |
  quan | đơn | vị | đầu | mối | thường | trực | các | từng | cụ | thể | phương | có | trách | cấp | nhà | nước | đúng
`),
)

/** Headings under which no one is given work. */
export const AIM_HEADINGS =
  /^(?:ve )?(?:muc dich|muc tieu|quan diem|yeu cau|nguyen tac|phuong cham|can cu|co so phap ly|bai hoc|pham vi|doi tuong|du bao|boi canh|su can thiet|giai thich tu ngu|dinh huong chung|tu tuong|tom tat|noi dung chinh)\b/

/** Headings of a description of the situation; only explicit orders there are tasks. */
export const ACCOUNT_HEADINGS =
  /^(?:ve )?(?:tinh hinh|thuc trang|danh gia|ket qua|ton tai|han che|nguyen nhan|nhung ket qua|mot so ket qua|khai quat)\b/

/** Headings under which duties are assigned in general terms, after the tasks have been listed. */
export const IMPLEMENTATION_HEADINGS =
  /^(?:(?:ve )?to chuc (?:thuc hien|trien khai|thi hanh)|trach nhiem (?:thuc hien|thi hanh|to chuc thuc hien|cua cac (?:co quan|don vi|so|cap|to chuc)\b)|phan cong\b|dieu khoan thi hanh|che do (?:bao cao|thong tin)|(?:nguon )?kinh phi|hieu luc thi hanh)/

/**
 * Words of clauses that only say that the document is to be carried out, paid for and reported on. An action of these
 * words alone is no task of its own.
 */
export const GENERAL_WORDS = new Set(
  list(`
  nghiêm | túc | khẩn | trương | kịp | thời | chủ | động | tích | cực | tổ | chức | triển | khai | thực | hiện | nội |
  dung | nhiệm | vụ | giải | pháp | kế | hoạch | chỉ | thị | văn | bản | quyết | định | nghị | thông | báo | chương |
  trình | đề | án | này | trên | nêu | được | giao | phân | công | theo | đúng | quy | chức | năng | hiệu | quả | đồng |
  bộ | đầy | đủ | bảo | đảm | tiến | độ | chất | lượng | và | các | của | có | trách | căn | cứ | phạm | vi | quản | lý |
  đơn | vị | mình | cơ | quan | địa | phương | thẩm | quyền | phối | hợp | với | liên | dõi | đôn | đốc | kiểm | tra |
  việc | báo | cáo | kết | tổng | định | kỳ | ủy | ban | nhân | dân | tỉnh | thành | phố | xã | phường | thường | xuyên |
  vướng | mắc | khó | khăn | phản | ánh | về | để | xem | xét | đạo | quyết | gửi | kinh | phí | bố | trí | cân | đối |
  ngân | sách | nguồn | hằng | hàng | năm | hiện | hành | nhà | nước | trong | quá | nếu | phát | sinh | là | đầu | mối |
  chịu | hoàn | toàn | trước | tham | mưu | giúp | sở | ngành | bàn | lĩnh | vực | phụ | ý | kiến | chung | tốt | sát |
  tình | hình | hướng | dẫn | cho | tại | đến | từng | cấp | lãnh | pháp | luật | như | khi | sau | đã | phát | huy
`),
)

/** Headings that only announce that work follows; they name no theme. */
export const GENERIC_HEADING =
  /^(?:(?:cac|nhung|mot so|ve|va|cua|de|tu)\s|(?:noi dung|nhiem vu|giai phap|chu yeu|trong tam|cu the|chi tiet|thuc hien|to chuc|trien khai|phan cong|trach nhiem|hoat dong|ke hoach|chuong trinh|cong viec|nhom|nam|tam|quy|thang|danh muc|chinh|phu luc|thi hanh|dieu khoan|trong thoi gian toi|thoi gian toi|yeu cau|chung|\d+)(?=[\s,:.;-]|$)[\s,:.;-]*)+$/

/** Words after which no paragraph ends: the next line continues it. */
export const LINE_NEVER_ENDS =
  /(?:[,-]|(?:^|\s)(?:các|những|và|với|của|cùng|thuộc|về|theo|trước|đến|hết|từ|trong|sau|cho|tại|ngày|ủy ban|ủy ban nhân|ubnd các))$/u

/** The first word of a name or a date after a label or a sign: its value goes on in the next line. */
export const NAME_JUST_BEGUN = new RegExp(
  `(?:[:;,]|\\s(?:các|và))\\s*(?:${list(`
  sở | bộ | ban | cục | vụ | phòng | chi cục | tổng cục | ủy ban nhân dân | ubnd | hđnd | trung tâm | trường | viện |
  hội | tổ | chủ tịch | giám đốc | văn phòng | quý | tháng | năm | ngày | trước | trước ngày | đến ngày | hết tháng |
  tỉnh | thành phố | xã | phường | đặc khu | công ty | đội | đoàn | liên đoàn | mặt trận
  `).join('|')})$|(?:tháng \\d{1,2} năm|(?:các|ubnd|ủy ban nhân dân) (?:xã|phường|sở|bộ))$`,
  'u',
)

/** Beginnings of sentences that state something and order nothing: a thing as subject, a passive (folded). */
export const NO_ORDER =
  /^(?:trong (?:nam|thoi gian|qua trinh)[^,]{0,40}, )?(?:(?:viec|cong tac|tinh hinh|ket qua|hoat dong|tien do|chat luong|nhan thuc|an ninh|doi song|nhieu|mot so|tuy nhien|day la|qua (?:kiem tra|theo doi|ra soat)|thoi gian qua|nhin chung)\b[^.;:]{0,120}\b(?:duoc|da|con|la|dat|tang|giam|co|vuot)\b|(?:nguon )?kinh phi (?:thuc hien|bao dam|to chuc|trien khai)[^.;:]{0,120}\b(?:duoc|do|tu|bo tri|theo)\b|(?:day|do) la\b|noi dung (?:hop|cuoc hop|bao cao|lam viec|kiem tra)\b|(?:ho so|thanh phan|noi dung|tai lieu|so lieu|mau)\b[^.;:]{0,60}\bgom\b)/

/** Words that oblige someone, in a section that otherwise only describes (folded). */
export const OBLIGATION =
  /\b(?:can (?!cu|bo)|phai|co trach nhiem|chiu trach nhiem|chu tri|khan truong|nghiem tuc|giao|yeu cau|de nghi)\b/
