import { list } from '../language/vocabulary.ts'

/**
 * Verbs of everyday work, as communes, services and enterprises are told to do it, by kind of work. None occurs in lower
 * case in an agency's name, so a name ends before it.
 */
const MESSAGES = list(`
  nhắn tin | nhắn | gọi điện | phát tờ rơi | phát thư | chuyển phát | viết bài | viết tin | viết đơn | nhắc lịch |
  nhắc lại | nhắc | loan báo | báo tin | báo ngay | báo nhanh | lắng nghe | giải thích | dán mã | dán nhãn | dán tem | biên dịch | phiên dịch | dịch tài liệu | phúc đáp |
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
  khống chế | rào chắn | khóa van | trực gác | bắt giữ | lục soát | khám xét | soi chiếu
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
  soi | soi phát nhiệt | thay mới | thay thế | đo tải | đo kiểm | cân đo | nhân bản | nối mạng | đảm nhiệm | đảm nhận | đảm trách | gánh vác
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
