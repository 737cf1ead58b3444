import { list } from '../language/vocabulary.ts'

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
