import { list } from '../language/vocabulary.ts'
import { wordList } from '../language/words.ts'
import { EVERYDAY_VERBS } from './everyday-verbs.ts'

/** Works of which one verb or noun would be taken for an order of its own: "Ban Chỉ đạo phổ cập giáo dục". */
const WHOLE_WORKS = list(`
  xóa mù chữ | chấm thi | xét tặng | tuyển quân | thẩm định giá | kiểm phiếu | tổng điều tra | nuôi dưỡng | thu phí |
  phổ cập giáo dục | đấu giá quyền sử dụng | dồn điền đổi thửa | di dân tái định cư | lấy mẫu xét nghiệm |
  phun thuốc khử trùng | chiếu phim | cải tạo môi trường | chấm điểm thi đua | đền bù giải phóng |
  bồi thường giải phóng | xóa nhà tạm | lựa chọn sách | khắc phục hậu quả | thu hồi nợ | chống thất thu | chống buôn lậu |
  kiểm tra sát hạch | tuần tra canh gác | trang trí khánh tiết | cưỡng chế thi hành án
`)

/** Verbs that open an order and are rarely part of an agency's name. */
export const ORDER_VERBS = [
  ...EVERYDAY_VERBS,
  ...list(`
  điều hành | tháo gỡ | giải thích | chỉ định | công nhận | tôn trọng | phát triển | liên kết | liên hệ | tra cứu |
  bảo hộ | chia | phân bố | giao ban | họp | gia tăng | tiết kiệm | cắt | hoạch định | định hướng | định giá |
  bình ổn | niêm | thanh lý | đấu giá | cho thuê | cho phép | cấm | cùng phối hợp | cần | nêu | xin |
  tiến | tổng kiểm tra | tổng hợp | làm việc | lưu ý | lãnh đạo | chủ trì | phối hợp | chủ động | khẩn trương |
  tiếp tục | tập trung | tăng cường | đẩy mạnh | đẩy nhanh | nâng cao | triển khai | thực hiện | hoàn thiện |
  hoàn thành | hoàn chỉnh | rà soát | đề xuất | tham mưu | trình | báo cáo | ban hành | hướng dẫn | chỉ đạo |
  theo dõi | đôn đốc | đánh giá | xử lý | giải quyết | bố trí | bảo đảm | đảm bảo | cân đối | phân bổ | khai thác |
  duy trì | cập nhật | công bố | công khai | chia sẻ | kết nối | tích hợp | tuyên truyền | phổ biến | quán triệt |
  chấp hành | tuân thủ | điều tra | khảo sát | lập | thẩm tra | phê duyệt | quyết định | xem xét | cho ý kiến |
  có ý kiến | góp ý | sửa đổi | bổ sung | điều chỉnh | chuẩn bị | thành lập | kiện toàn | củng cố | bồi dưỡng |
  tập huấn | tạo | khuyến khích | huy động | vận động | thu hút | mời gọi | mở rộng | nhân rộng | thí điểm |
  áp dụng | số hóa | bàn giao | tiếp nhận | giao | phân công | ủy quyền | phân cấp | ký kết | đấu tranh | ngăn chặn |
  phát hiện | xử phạt | thu hồi | cắt giảm | đơn giản hóa | khắc phục | chấn chỉnh | rút kinh nghiệm | tổng kết |
  sơ kết | gửi | nộp | lấy ý kiến | tiếp thu | giải trình | xác định | lựa chọn | di dời | sơ tán | sẵn sàng |
  đăng tải | lồng ghép | gắn | cụ thể hóa | thể chế hóa | thúc đẩy | phấn đấu | quyết liệt | nghiêm túc | kịp thời |
  thường xuyên | định kỳ | trực tiếp | chịu trách nhiệm | có trách nhiệm | có | căn cứ | tiến hành | san tạo |
  nắm bắt | quan tâm | chú trọng | ưu tiên | hạn chế | không | phát huy | phát động | biểu dương | lưu trữ |
  bảo quản | làm | đề nghị | yêu cầu | kiến nghị | thông báo | trả lời | phân tích | thống nhất | trên cơ sở | sớm |
  nghiêm cấm | bám sát | chuyển | đưa | trao đổi | tham gia | thẩm định | phân loại | ứng dụng | xây dựng |
  nghiên cứu | tổ chức | kiểm tra | thanh tra | giám sát | hỗ trợ | cung cấp | quản lý | vận hành | đào tạo |
  đầu tư | thống kê | truyền thông | cải cách | cải thiện | đổi mới | bảo vệ | bảo tồn | sử dụng | kiểm soát |
  dự báo | cảnh báo | ứng phó | tuyển dụng | cấp | thông tin | chuyển đổi | phòng ngừa | đấu thầu | thi công |
  quy định | hợp tác | đàm phán | tư vấn | kiểm kê | quy hoạch | đẩy lùi | siết chặt | làm rõ | nghiệm thu |
  giải ngân | tập hợp | lắng nghe | đối thoại | phản ánh | phát hành | thực thi | giải phóng | bồi thường | cử |
  mời | ký | hoàn tất | tranh thủ | tận dụng | xúc tiến | đăng ký | khởi công | khẳng định | xác minh | tính toán |
  so sánh | đối chiếu | ghi nhận | phân định | thiết lập | thiết kế | soạn thảo | dự thảo | thay thế | bãi bỏ |
  tôn vinh | khen thưởng | dành | kiên quyết | chăm lo | sắp xếp | bổ nhiệm | luân chuyển | giới thiệu | nạo vét |
  khơi thông | đặt | vệ sinh | tháo dỡ | di chuyển | cứu trợ | kêu gọi | thông tuyến | khôi phục | phục hồi |
  sửa chữa | nâng cấp | cải tạo | bảo dưỡng | bảo trì | mua sắm | đóng góp | vận chuyển | lắp đặt | trang bị |
  kiểm đếm | đo đạc | cắm mốc | giao nộp | tịch thu | truy thu | truy quét | triệt phá | tuần tra | canh gác |
  trực ban | ứng trực | kích hoạt | phòng chống | diễn tập | huấn luyện | tập luyện | bình chọn | kỷ luật | khởi tố |
  điều động | bổ trí | biên chế | sáp nhập | hợp nhất | giải thể | chuyển giao | tiếp quản | kết luận | giải đáp |
  tư pháp hóa | niêm yết | công chứng | chứng thực | xác nhận | cấp phép | cấp phát | thu gom | tái chế | tiêu hủy |
  quan trắc | giám định | kiểm định | kiểm nghiệm | truy xuất | quảng bá | phát thanh | in ấn | xuất bản |
  biên soạn | biên tập | sưu tầm | khai báo | kê khai | đồng bộ | liên thông | chuẩn hóa | làm sạch | cài đặt |
  bảo lãnh | cho vay | thanh toán | quyết toán | tạm ứng | hoàn trả | gia hạn | rút ngắn | đơn giản | tinh gọn |
  tinh giản | tạm dừng | tạm ngừng | đình chỉ | khai trương | khánh thành | khai giảng | bế mạc | tôn tạo |
  trùng tu | chăm sóc | điều trị | xét nghiệm | cách ly | giám hộ | thu hoạch | chống hạn | giữ gìn | gìn giữ |
  tích trữ | dự trữ | đề cử | nhất trí | cam kết | gương mẫu | nêu cao | hình thành | tổng rà soát | đa dạng hóa |
  tối ưu | hiện đại hóa | tái cấu trúc | minh bạch hóa | phục vụ | giáo dục | thu thập | đầu mối | kính |
  trân trọng | hằng năm | hàng năm | hằng quý | hàng quý | hằng tháng | hàng tháng | hằng tuần | hàng tuần | hằng ngày | hàng ngày | trồng mới | trồng rừng |
  tăng thời lượng | giảm thời gian | tiết giảm | mở lớp | mở đợt | chịu sự | nhận diện | gọi | gọi công dân |
  phủ sóng | giữ vững | tìm kiếm | tìm hiểu | tìm nguồn | rèn luyện | nắm chắc | nắm tình hình | nhắc nhở |
  phân luồng | phân tuyến | phân khai | phê bình | nâng tầm | nhập | xuất | giúp | dọn dẹp | dọn | phát quang |
  trồng | chặt tỉa | tỉa cành | nuôi | bán | mua | thuê | vay | trả | hoàn thuế | đóng cửa | đóng | mở | treo | sơn |
  lát | đào | đắp | xây | lắp | in | phát | chiếu | trưng bày | trưng dụng | trưng cầu | trợ cấp | trợ giúp |
  che chắn | gia cố | gia công | cảnh giới | canh phòng | túc trực | trực | trực chiến | neo đậu | hướng nghiệp |
  bốc xếp | tiêu thụ | tiêm phòng | tiêm | khám | khám bệnh | phun | khử khuẩn | khoanh vùng | dập dịch | dập tắt |
  chữa cháy | giải tỏa | cưỡng chế | xóa | xóa bỏ | xóa đói | giảm nghèo | chi trả | chi | thu | tận thu | thu nộp |
  quyên góp | ủng hộ | tặng | thăm hỏi | thăm | động viên | khích lệ | cổ vũ | tri ân | tưởng niệm | đón tiếp | đón |
  tiễn | tiếp công dân | tiếp dân | hòa giải | kháng nghị | truy tố | xét xử | thụ lý | thi hành | bắt giữ |
  tạm giữ | giam giữ | dẫn giải | cai nghiện | ngăn ngừa | phòng tránh | phòng trừ | tiêu diệt | triệt tiêu |
  tháo bỏ | cải chính | đính chính | hiệu chỉnh | điều tiết | điều phối | điều hòa | cân nhắc | lượng hóa |
  đồng hành | chia tách | tách | nhập khẩu | xuất khẩu | tái định cư | bố cục | dựng | kẻ vẽ | cấp đổi | cấp lại |
  cấp mới | gắn biển | gắn chíp | dán nhãn | dán | niêm phong | khóa sổ | khóa | tra soát | đọc soát | hạch toán |
  kiểm toán | tự kiểm tra | tự rà soát | tự đánh giá | hỏi | đáp | nêu gương | phong tặng | vinh danh | nhân giống |
  lai tạo | đánh bắt | khai hoang | canh tác | chăn thả | chế biến | nhanh chóng | chủ lực | tích cực | tự giác |
  đồng loạt | ráo riết | thần tốc | thận trọng | linh hoạt | tước | đuổi | cho thôi | cho nghỉ | nghỉ | đặt hàng |
  đấu nối | kết hợp | lồng | hiệp thương | bầu | bầu cử | ghi | ghi chép | chép | vẽ | quét | tải | đăng | đưa tin |
  đăng tin | phát sóng | ghi hình | livestream | hiệu chuẩn | tuyệt đối không | không tự ý | không tùy tiện | không được |
  không để | không tiếp tục | không lạm dụng | chốt | hót dọn | gộp | bỏ
`),
  ...WHOLE_WORKS,
]

/** Of these, the ones that also occur in lower case inside agencies' names ("Ban quản lý", "cơ quan thanh tra"). */
export const NAME_VERBS = new Set(
  list(`
  quản lý | tổ chức | kiểm tra | thanh tra | giám sát | thông tin | phát triển | đầu tư | thẩm định | tư vấn |
  giáo dục | đào tạo | nghiên cứu | sử dụng | xây dựng | truyền thông | cải cách | đổi mới | cải thiện | hỗ trợ |
  bảo vệ | bảo tồn | vận hành | cung cấp | kiểm soát | thống kê | quy hoạch | phòng ngừa | ứng phó | chỉ đạo |
  tổng hợp | chuyển đổi | cấp | thực hiện | chủ trì | phục vụ | thi công | dự báo | hợp tác | đấu thầu | cảnh báo |
  điều tra | khai thác | ứng dụng | có | tuyên truyền | không | xúc tiến | đối thoại | phối hợp | thực thi |
  đăng ký | chống | báo cáo | giao | quy định | xử lý | giải phóng | trình | quyết định | thu | lập | phát |
  tham mưu | soạn thảo | sắp xếp | đầu mối | cùng | thu hút | tham gia | tiếp nhận | phát hành | tháo gỡ |
  bồi dưỡng | chăm sóc | phổ biến | phòng chống | triển khai | điều hành | điều phối | thi hành | chế biến |
  xuất khẩu | nhập khẩu | kiểm toán | xét xử | điều tiết | khám | trợ giúp | giảm nghèo | hòa giải | bầu cử |
  tiếp công dân | bồi thường | mua | in | xuất | nhập | trực | đóng | đào | xây | lắp | chi | khám bệnh | chữa cháy |
  tái định cư | tìm kiếm | thi đua | chi trả | thu gom
`),
)

/** Works for which bodies are founded and named ("Hội đồng sơ tuyển", "Trung tâm định danh"), and which others do too. */
export const BODY_WORK = [
  ...list(`
  cổ phần hóa | tái cơ cấu | cơ cấu lại | thoái vốn | phổ cập | quy tập | coi thi | phúc khảo | sơ tuyển |
  xét duyệt | xét tuyển | xét chọn | tuyển chọn | tuyển sinh | tuyển dụng | thi tuyển | thi đua |
  sát hạch | chấm điểm | bình xét | bình chọn | ra đề | nghiệm thu | phản biện | kiểm kê | thanh lý | tiêu hủy | đấu giá |
  định giá | thẩm giá | kỷ luật | luân chuyển | khen thưởng | chẩn đoán | sàng lọc | xét nghiệm | điều trị |
  cai nghiện | cấp cứu | phụng dưỡng | dạy nghề | học tập | ươm tạo | định danh | xác thực | sao lưu | giới thiệu |
  hướng nghiệp | bảo hành | sơ chế | thử nghiệm | giám định | hiệu chuẩn | quan trắc | lưu trữ | di dân | dồn điền | rà phá |
  giải tỏa | giải phóng | khai quật | trục vớt | phun thuốc | khử trùng | truy vết | lấy mẫu | chốt chặn | xác minh | thu mua |
  cho thuê | đền bù | thẩm duyệt | phúc tra | hậu kiểm | tiếp sức | cứu trợ |
  vận động | tuần tra | thu gom | chi trả | hòa giải | tuyên truyền | canh gác | bảo dưỡng | chế biến | đổi mới | tái định cư |
  kiểm nghiệm | kiểm đếm | bốc xếp | sáp nhập | hợp nhất | giải thể | đón tiếp | nâng cấp | cưỡng chế | thi hành án | sửa chữa |
  bảo trì | số hóa | phục hồi | tìm kiếm | kê khai | cắm mốc | đo đạc | trao tặng | diễn tập | huấn luyện | khử khuẩn |
  trồng rừng | tiêm chủng | tiêm phòng | dập dịch | cách ly | niêm phong | nạo vét | gia cố | hộ đê | kiểm duyệt | phiên dịch |
  biên dịch | biên soạn | biên tập | xuất bản | sưu tầm | truy thu | truy quét | truy bắt | cấp phát | tinh giản | bình ổn |
  tái chế | phá dỡ | tháo dỡ | ôn tập | phụ đạo | trang trí | quyên góp | vận chuyển
`),
  ...WHOLE_WORKS,
]

/** Nouns that such a verb may follow directly inside a name. */
export const NAME_BINDERS = new Set(
  list(`
  ban | cục | vụ | viện | phòng | nhà | chủ | quỹ | cổng | đội | khu | hội | cơ quan | đơn vị | hội đồng | cơ sở |
  trung tâm | tổ chức | lực lượng | bộ phận | nhà trường | công ty | ủy ban | tiểu ban | doanh nghiệp | người |
  tội phạm | công trình | cổ phần | tnhh | hữu hạn
`),
)

/** Words that end a list of agencies before any verb. */
export const LIST_ENDS = wordList(
  list(`
  trong | để | về | nhằm | theo | tại | khi | nếu | đã | đang | sẽ | phải | cần | can | là | vào | trước | từ | căn |
  nghiêm | tiếp | làm | thì | do | bằng | qua | đến | chậm | sau | hoặc | như | mà | rà | nhất | gồm | nhưng | trừ |
  kể | xong
`),
)

/** Verbs by which an authority gives work: "giao Bộ X …", "yêu cầu các sở …". */
export const COMMANDS = list(`
  kính đề nghị | trân trọng đề nghị | đề nghị | yêu cầu | đồng ý giao | thống nhất giao | giao trách nhiệm cho |
  giao cho | giao nhiệm vụ cho | giao | đề nghị đồng chí | chỉ đạo giao | tiếp tục giao | đồng ý và giao |
  yêu cầu đồng chí | phân công nhiệm vụ cho | phân công | ủy quyền cho | nhất trí giao | đồng thời giao |
  đồng thời đề nghị | đồng thời yêu cầu | kính mong | kính yêu cầu
`)

/** Words that only introduce whose work follows: "Trách nhiệm của Bộ X:", "Đối với Sở Y:". */
export const POINTERS = list(`
  trách nhiệm của | trách nhiệm chung của | nhiệm vụ chung của | trách nhiệm | đối với | nhiệm vụ của | về phía | các nhiệm vụ của
`)

/**
 * Verbs whose object must follow them in a name, so the next verb is that object ("Cục Quản lý đầu tư …", "Cục Quản lý,
 * giám sát bảo hiểm").
 */
export const OBJECT_VERBS = new Set(
  list(`
  quản lý | kiểm soát | hỗ trợ | xúc tiến | phát triển | giám sát | bảo vệ | bảo tồn | theo dõi | đăng ký |
  nghiên cứu | ứng dụng | cải cách | chăm sóc | điều hành | điều phối | phòng chống | lập | khai thác | cung cấp |
  phổ biến | bảo trợ | kiểm định | phục vụ | bồi dưỡng | thi hành | đổi mới | ứng phó | giải quyết | xử lý |
  tiếp nhận | kiểm nghiệm | bảo đảm | phòng ngừa
`),
)

/** Heads that a purpose follows, with any verb: "Tổ công tác triển khai Đề án X", "Ban Chỉ đạo chuyển đổi số". */
export const PURPOSE_HEADS = new Set(
  list(`
  ban chỉ đạo | ban chỉ huy | ban điều hành | ban quản lý | ban quản lý dự án | tổ công tác | tổ giúp việc |
  hội đồng | tiểu ban | nhóm công tác | đoàn công tác | đội công tác | tổ chỉ đạo | ban vận động | quỹ |
  ban soạn thảo | cảnh sát | hội đồng phối hợp
`),
)

/** Compounds with a syllable that is a verb when it stands alone: "hàng không", "công trình", "giao thông". */
export const COMPOUNDS = new Set(
  list(`
  đi qua | đi đến | ứng cử | tiến cử | cử tri | chạy qua | chảy qua | hàng không | phòng không | công trình | chương trình | quy trình |
  lộ trình | hành trình | tiến trình | giáo trình | trình độ | trình diễn | dân lập | công lập | tư lập | độc lập |
  đối lập | trung lập | lập pháp | lập trường | sáng tạo | đào tạo | cải tạo | chế tạo | tái tạo | kiến tạo |
  cấu tạo | nhân tạo | giả tạo | tạo hình | thư ký | đăng ký | chữ ký | hậu cần | chuyên cần | việc làm | làm việc |
  ngoại giao | bàn giao | chuyển giao | xã giao | giao thông | giao dịch | giao lưu | giao tiếp | giao hưởng |
  giao nhận | trung cấp | cao cấp | sơ cấp | đẳng cấp | khẩn cấp | trợ cấp | cung cấp | phân cấp | quân cấp |
  cấp nước | cấp cứu | cấp thoát | cấp ủy | cấp bộ | thu nhập | thu phí | thu ngân | phát thanh | phát hành |
  phát triển | không gian | không khí | không quân | không lưu | không trung | liên không | người có | dân có |
  bầu cử | cử tri | hội họp | ngân phiếu | thuốc nổ | truyền hình | cơ yếu | bảo mật | đóng tàu | kinh doanh |
  xuất bản | xuất nhập | nhập cảnh | xuất cảnh | nhập khẩu | xuất khẩu | an toàn | hoàn toàn | bảo toàn | đề xuất | đột xuất | xuất hiện | xuất sắc | xuất xứ | xuất trình | sản xuất | trích xuất | gia nhập |
  sáp nhập | hội nhập | thâm nhập | du nhập | thu chi | chi nhánh | chi cục | chi bộ | chi hội | chi đoàn | chi phí |
  chi tiêu | chi tiết | in ấn | nghề in | đào thải | bồi đắp | nhà xây | xây lắp | lắp đặt | lắp máy | lắp ráp |
  trực thuộc | đóng quân | đóng chân | trực tuyến | thường trực | trực ban | trực tiếp | trực thăng | trực quan | túc trực | khách hàng |
  thuê bao | thuê đất | cho thuê | vay vốn | cho vay | nuôi trồng | chăn nuôi | nuôi dưỡng | cây trồng | trồng trọt |
  sơn la | sơn tây | thái sơn | lam sơn | kỳ sơn | sơn trà | đồ sơn | quỳnh sơn | bán đảo | bán lẻ | bán buôn |
  mua bán | mua sắm | mở rộng | cởi mở | khám chữa | tiêm chủng | phun trào | đóng góp | hải dương | dương đông |
  giúp việc | giúp đỡ | trợ giúp | đón tiếp | phát quang | đồng phát | xuất phát | ghi nhận | ghi chú | quét mã |
  vận tải | trọng tải | tải trọng | hải đăng | đăng kiểm | khóa học | niên khóa | bài bán | hoàn trả | hỏi đáp |
  chế xuất | thăm dò | buôn bán | đất đá | xây dựng | mùa xuân | phát biểu | mặt bằng | đồng bằng | văn bằng | công bằng | rà phá | đối đáp | nghỉ dưỡng | nghỉ hưu | nghỉ phép | nghỉ lễ
`),
)

/** Names of one syllable: what follows them is no second syllable of theirs ("Cục Thuế lập …"). */
export const SINGLE_NAMES = new Set(
  list(
    'bắc | nam | đông | tây | huế | thuế | dược | điện | giá | than | biển | đoàn | bộ | sở | đảng | tỉnh | xã | huyện',
  ),
)

/** Words that continue a complete name although they begin in lower case. */
export const CONTINUES_NAME = wordList(
  list(
    'và | của | thuộc | khác | đến | tới | tỉnh | thành | các | tại | trên | ở | cấp | trực | khu | thực | vùng | việt | liên | có | hữu | chuyên | phía | miền | nơi | được | ven | biên | nghèo | cùng | đặc | phường | xã | huyện | quận | thị | nêu | này | đó | trong | ngoài | giáp | lân | mới | cũ | dọc | với | cho | chịu | trọng | chi | nhánh',
  ),
)

/** Verbs by which an authority decides; what it then gives to an agency comes after "giao" in the same sentence. */
export const GIVER_VERBS = list(`
  nhất trí | cơ bản nhất trí | thống nhất | cơ bản thống nhất | đồng ý | cơ bản đồng ý | chấp thuận | cho phép |
  ghi nhận | tiếp thu | biểu dương | đánh giá cao | hoan nghênh | chấp nhận | không đồng ý | ủng hộ | đồng thuận |
  phê bình
`)

/** A duty in general terms before the action. */
export const DUTIES = list(`
  có trách nhiệm | chịu trách nhiệm | là cơ quan chủ trì | là đơn vị chủ trì | chủ động | khẩn trương | tiếp tục
`)

/** The scope, basis or role in which an agency acts, before the action. */
export const CAPACITIES = list(`
  theo chức năng | theo chức năng nhiệm vụ | theo nhiệm vụ | theo thẩm quyền | theo phạm vi | theo lĩnh vực |
  theo phân cấp | theo phân công | theo sự phân công | theo quy định | theo trách nhiệm | theo ngành dọc |
  theo địa bàn | trong phạm vi | trong thẩm quyền | trong lĩnh vực | căn cứ | trên cơ sở | trong chức năng |
  đúng chức năng | theo đúng chức năng | theo đúng thẩm quyền | tùy theo chức năng | tùy theo | thuộc phạm vi |
  theo kế hoạch | theo nội dung | theo tình hình | là đầu mối | là cơ quan đầu mối | là đơn vị đầu mối | làm đầu mối |
  là cơ quan thường trực | là đơn vị thường trực | giữ vai trò đầu mối | với vai trò | với tư cách | với trách nhiệm |
  với chức năng | trên cương vị | phát huy vai trò
`)

/** Words of the scope of an office, after "theo" and "trong phạm vi". */
export const SCOPE_WORDS = list(`
  chức năng | nhiệm vụ | quyền hạn | thẩm quyền | phạm vi | trách nhiệm | lĩnh vực | ngành | địa bàn | quản lý |
  quản lý nhà nước | phụ trách | được giao | được phân công | đã được giao | được phân cấp | của mình |
  của ngành mình | của đơn vị mình | của ngành | của đơn vị | của cơ quan | của địa phương | của từng cơ quan |
  của pháp luật | pháp luật | và | cụ thể | có liên quan | liên quan | mình | tình hình | điều kiện | khả năng |
  nhu cầu | thực tế | thực tiễn | kế hoạch | nội dung | này | nêu trên | quy định | hiện hành | nhà nước | là |
  cơ quan thường trực | đơn vị thường trực | thường trực | cơ quan chủ trì | đơn vị chủ trì | cơ quan đầu mối |
  đơn vị đầu mối | đầu mối | nòng cốt | lực lượng nòng cốt | chủ đầu tư | thành viên | trưởng ban | phó trưởng ban |
  ban chỉ đạo | tổ công tác | tiểu ban | hội đồng | ban tổ chức | tỉnh | thành phố | xã
`)
