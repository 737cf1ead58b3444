import { list } from '../language/vocabulary.ts'

/**
 * Verbs of everyday work, as communes, services and enterprises are told to do it, by kind of work. A name ends before
 * them, but for those after which bodies are named (`BODY_WORK`, `NAME_VERBS`).
 */
const MESSAGES = list(`
  nhắn tin | nhắn | gọi điện | phát tờ rơi | phát thư | chuyển phát | viết bài | viết tin | viết đơn | nhắc lịch |
  nhắc lại | nhắc | loan báo | báo tin | báo ngay | báo nhanh | dán mã | dán tem | biên dịch | phiên dịch | dịch tài liệu | phúc đáp |
  tọa đàm | quay phim | chụp ảnh | cổ động | treo cờ | treo băng rôn | trang trí
`)

const MEETINGS = list(`
  họp bàn | họp dân | triệu tập | hội ý | bàn bạc | thảo luận | biểu quyết | bỏ phiếu | chốt danh sách | chốt số liệu |
  học tập | học hỏi | thi đua | thi tuyển | sát hạch | xét tuyển | chấm điểm | tuyên dương | trao tặng | trao quà |
  dâng hương | tuyển sinh | tuyển chọn | kiểm điểm | tự kiểm điểm | chỉnh lý | chỉnh trang | bình xét | bình bầu
`)

const STARTS_AND_STOPS = list(`
  ra quân | xuất quân | bắt tay | bắt đầu | khởi động | khai mạc | dừng | ngừng | ngưng | chấm dứt | hủy bỏ | hủy |
  rút giấy phép | lược bỏ | loại bỏ | hoãn | tạm hoãn | kết thúc | nối lại | chạy thử | vận hành thử | thử nghiệm | gỡ bỏ
`)

const MOVES = list(`
  dời | chở | bốc dỡ | thả | vớt | trục vớt | kéo điện | kéo dài | dẫn đầu | dẫn dắt | hộ tống | đưa đón | xuống cơ sở |
  bám địa bàn | bám cơ sở | bám dân | bám nắm | nắm địa bàn | tập kết | điều xe | dẹp | giải tán
`)

const HOLDS = list(`
  giữ nguyên | giữ ổn định | giữ liên lạc | chốt chặn | chốt trực | canh trực | trông coi | trông giữ | bao vây |
  khống chế | rào chắn | khóa van | trực gác | lục soát | khám xét | soi chiếu
`)

const LAND_AND_WATER = list(`
  san lấp | san gạt | san ủi | đổ đất | đổ bê tông | khai thông | tháo nước | xả lũ | xả nước | tích nước | bơm nước |
  tưới | tiêu úng | tiêu nước | gieo cấy | gieo trồng | gieo mạ | gieo | đốt dọn | phát cỏ | phát dọn | cắt cỏ | cắt tỉa |
  quét dọn | quét vôi | lau dọn | chôn lấp | bê tông hóa | cứng hóa | thảm nhựa | vá đường | chằng chống | hộ đê |
  cấp cứu | phun thuốc | rắc vôi | tiêm vắc xin | tiêm chủng | xua đuổi | nuôi thả
`)

const PEOPLE_AND_MONEY = list(`
  lo liệu | lo chỗ ở | lo | chăm nom | giúp đỡ | đỡ đầu | kết nghĩa | nhận nuôi | nhận hồ sơ | nhận đỡ đầu | nhận lại |
  nhận đơn | trả lại | trả đơn | cho học sinh | cho sinh viên | cho mượn | phát gạo | phát quà | phát thuốc | cấp gạo | cấp thuốc | khoán |
  ứng trước | ứng vốn | miễn giảm | bù đắp | bù lỗ | đền bù | nâng mức | nâng hạng | nâng công suất | nâng | hạ mức | hạ giá |
  tăng mức | tăng ca | tăng giờ | tăng chuyến | tăng giá | giảm mức | giảm giá | giảm phí | tính lại | tính đúng | tính đủ | kê lại | truy đòi | xếp lịch |
  xếp lương | xếp loại | phân ca | phân lịch | cắt cử | cắt điện | tự chủ | tự cân đối | tự chịu | khảo giá | chào giá |
  soi | soi phát nhiệt | thay mới | đo tải | đo kiểm | cân đo | nhân bản | nối mạng | đảm nhiệm | đảm nhận | đảm trách | gánh vác
`)

const RECORDS_AND_DATA = list(`
  đối soát | kết xuất | trích lục | trích xuất | sao kê | sao lưu | lưu chiểu | định danh | vá lỗi | rà quét |
  rà lại | soát xét | xem lại | bốc tách | bóc tách | phân tách | phân nhóm | ghép nối | kiểm quỹ |
  kiểm kho | kiểm tính | vào sổ | truy cập | đổi mật khẩu | xác thực | xác lập | định lượng | đánh số | quy đổi |
  quy tập | quy tụ | quy chủ | quy gom | đổi tên | điểm danh
`)

const RULES_AND_OPINIONS = list(`
  hậu kiểm | tiền kiểm | phúc tra | phúc khảo | hiệp y | tham vấn | phản biện | vận dụng | luật hóa | nội luật hóa |
  pháp điển hóa | hệ thống hóa | phê chuẩn | ban bố | tuyên bố | chuẩn y | thẩm duyệt | kiểm duyệt | tái thẩm định |
  phản hồi | tiếp xúc | khuyến cáo | khuyến nghị | bàn thảo | hội đàm | gặp mặt | gặp gỡ | đối chất | chất vấn |
  thuyết trình | đệ trình | đề đạt | hiến kế | đúc kết | thấm nhuần | khởi xướng | ra quyết định | tống đạt |
  lên kế hoạch | lên lịch | miễn nhiệm | cách chức | khiển trách | biệt phái | sơ tuyển | bốc thăm | xét duyệt |
  xét chọn | truy tặng | luân phiên | nới lỏng | hạ thấp | uốn nắn | răn đe | cảnh tỉnh | thuyết phục | cảm hóa |
  khơi dậy | sắp đặt | bổ khuyết
`)

const MONEY_AND_LAND = list(`
  hoàn ứng | khấu trừ | giãn hoãn | khoanh nợ | cơ cấu lại | tái cơ cấu | cổ phần hóa | thoái vốn | thế chấp |
  giải chấp | đáo hạn | hoán đổi | khai thuế | kiểm thu | dự trù | rót vốn | điều chuyển | thẩm giá | áp giá |
  chào bán | khoanh định | khoanh vẽ | khoanh nuôi | dồn dịch | dồn ghép | dồn điền | đổi thửa | kê biên |
  tạm nhập | tái xuất | thu mua | thông quan
`)

const ORDER_AND_RESCUE = list(`
  mai phục | truy bắt | vây bắt | áp giải | dẫn độ | quản thúc | triệt xóa | bóc gỡ | phá án | bố ráp | bố phòng |
  tuần phòng | tố giác | trục xuất | rà phá | hành quân | hiệp đồng | dập lửa | thoát nạn | di dân | truy vết |
  khử trùng | phong tỏa | dỡ bỏ | phân làn | soát vé | trông xe
`)

const HEALTH_AND_SCHOOLS = list(`
  lấy mẫu | chẩn đoán | sàng lọc | tẩy giun | phụng dưỡng | hội chẩn | kê đơn | cân trẻ | khoanh ổ dịch | cưu mang |
  đùm bọc | kèm cặp | lên lớp | phổ cập | dạy nghề | dạy bù | phụ đạo | ôn tập | ra đề | coi thi | luyện tập |
  tranh tài | bế giảng | tựu trường | tiếp sức | tiếp đón | viếng | dâng hoa | tổng duyệt | sơ duyệt | dàn dựng |
  tường thuật | phân phát
`)

const WORKS_AND_FIELDS = list(`
  thông xe | phá dỡ | phục dựng | khai quật | hạ giải | sửa sang | sửa | trải nhựa | kè bờ | khơi dòng | khơi rãnh |
  thông tắc | hút bùn | nạo hút | be bờ | gia cường | chèn chống | neo giữ | chằng néo | đốn hạ | bứng trồng |
  bứng | ươm giống | ươm tạo | cải hoán | hoán cải | tân trang | tái thiết | vực dậy | tái mở | xuống giống |
  tái đàn | sơ chế | bảo hành | đo đếm
`)

/** These end a name and open an action. */
export const EVERYDAY_VERBS = [
  ...MESSAGES,
  ...MEETINGS,
  ...STARTS_AND_STOPS,
  ...MOVES,
  ...HOLDS,
  ...LAND_AND_WATER,
  ...PEOPLE_AND_MONEY,
  ...RECORDS_AND_DATA,
  ...RULES_AND_OPINIONS,
  ...MONEY_AND_LAND,
  ...ORDER_AND_RESCUE,
  ...HEALTH_AND_SCHOOLS,
  ...WORKS_AND_FIELDS,
]

/**
 * Verbs of one syllable that are also a part of common nouns ("lưu giữ", "cấp tăng"), so they prove no end of a name; at
 * the start of an action, where no name is before them, they are verbs.
 */
export const OPENING_VERBS = list(`
  giữ | giảm | tăng | bắt | san | đổ | xả | tháo | đốt | bón | rút | trao | xếp | chốt | nối | gỡ | đòi | bơm | vét |
  chặn | nhận | kéo | cấy | gặt | viết | học | thi | mổ | rào | chặt | tách | bù | chấm | phụ trách
`)

/**
 * Common verbs that may also be a part of a name or of a noun. In a sentence that shows no other verb, the first of them
 * is the action.
 */
export const RESCUING_VERBS = [
  ...OPENING_VERBS,
  ...list(`
  lấy | nói | ra | dùng | đo | cân | xem | cho | bán | mua | in | gọi | chia | đạt | làm | cắm | gắn | khoan |
  hiến | quyên | ghim | ngầm hóa | xanh hóa | dồn | ghép | nuôi | thử | chạy | đánh | quét | tẩm | ngâm | ủ | trữ | lọc | đãi |
  thưởng | phạt | chống | vượt | hướng về | hướng tới | chung tay | chung sức | cùng | đồng lòng | nhường | sẻ chia | chia sẻ
`),
]
