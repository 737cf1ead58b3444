/**
 * The words of headings of official documents. All entries are lower case with the newer tone placement ("ủy",
 * "hóa"), as `lower()` returns them. Names are facts of public administration, not the wording of one text.
 */

export const list = (words: string): string[] =>
  words
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Of these, the ones that say whose work follows, whatever the name after them; "Đối với …" may also open a topic. */
export const POINTERS_TO_DUTY = list(`
  trách nhiệm của | nhiệm vụ của | các nhiệm vụ của | trách nhiệm, nhiệm vụ của | về trách nhiệm của | về nhiệm vụ của |
  trách nhiệm chung của | nhiệm vụ chung của
`)

/** Persons and bodies that act but are no agencies; they count only where a heading or a request names those who act. */
export const PERSONS = list(`
  các | những | mọi | người | hộ | chủ | nhân dân | cán bộ | đảng viên | đoàn viên | hội viên | công chức | viên chức |
  đảng bộ | chi bộ | cấp ủy | mặt trận | đoàn thể | bí thư | doanh nghiệp | cá nhân | học sinh |
  giáo viên | phụ huynh | chuyên viên | kế toán | chủ đầu tư | chủ tàu | bà con | hợp tác xã | toàn thể | từng | mỗi | thành viên
`)

/** Of these, the ones that are subjects of orders in running text, where "các" alone may begin any thing. */
export const ACTING_PERSONS = list(`
  thôn | bản | xóm | ấp | khu phố | khu dân cư | tổ dân phố | hộ dân | hộ gia đình | hộ kinh doanh | chủ hộ |
  chủ phương tiện | chủ cơ sở | chủ tàu | chủ rừng | chủ trang trại | người dân | người đứng đầu | trường học |
  cán bộ | đảng viên | hội viên | đoàn viên | bí thư chi bộ | trưởng thôn | trưởng bản | chi bộ | đảng bộ
`)

/** Praise by who speaks; with what follows here it is work: "biểu dương, khen thưởng các tập thể …" (folded). */
export const PRAISE =
  'bieu duong(?!,? (?:va )?(?:nhan rong|khen thuong|ton vinh|kip thoi|guong|cac (?:dien hinh|mo hinh|guong|tap the|ca nhan)))'

/** What an authority itself decides before it gives work: it orders no one (folded). */
export const AUTHORITY_ACT = new RegExp(
  `^(?:co ban )?(?:nhat tri|dong y|thong nhat (?:chu truong|voi|noi dung|de xuat|phuong an|ve|su|thong qua|danh gia|nhan dinh|cao)|chap thuan|ghi nhan|${PRAISE}|hoan nghenh|danh gia cao|cho phep|khong dong y)\\b`,
)

/** Headings under which no one is given work. */
export const AIM_HEADINGS =
  /^(?:ve )?(?:muc dich|muc tieu|quan diem|yeu cau|nguyen tac|phuong cham|can cu|co so phap ly|bai hoc|pham vi|doi tuong|du bao|boi canh|su can thiet|giai thich tu ngu|dinh huong chung|tu tuong|tom tat|noi dung chinh|khau hieu|thoi gian(?:,| va) (?:pham vi|doi tuong))\b/

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
export const GENERAL_WORDS = list(`
  nghiêm | túc | khẩn | trương | kịp | thời | chủ | động | tích | cực | tổ | chức | triển | khai | thực | hiện | nội |
  dung | nhiệm | vụ | giải | pháp | kế | hoạch | chỉ | thị | văn | bản | quyết | định | nghị | thông | báo | chương |
  trình | đề | án | này | trên | nêu | được | giao | phân | công | theo | đúng | quy | chức | năng | hiệu | quả | đồng |
  bộ | đầy | đủ | bảo | đảm | tiến | độ | chất | lượng | và | các | của | có | trách | căn | cứ | phạm | vi | quản | lý |
  đơn | vị | mình | cơ | quan | địa | phương | thẩm | quyền | phối | hợp | với | liên | dõi | đôn | đốc | kiểm | tra |
  việc | báo | cáo | kết | tổng | định | kỳ | ủy | ban | nhân | dân | tỉnh | thành | phố | xã | phường | thường | xuyên |
  vướng | mắc | khó | khăn | phản | ánh | về | để | xem | xét | đạo | quyết | gửi | kinh | phí | bố | trí | cân | đối |
  ngân | sách | nguồn | hằng | hàng | năm | hiện | hành | nhà | nước | trong | quá | nếu | phát | sinh | là | đầu | mối |
  chịu | hoàn | toàn | trước | tham | mưu | giúp | sở | ngành | bàn | lĩnh | vực | phụ | ý | kiến | chung | tốt | sát |
  tình | hình | hướng | dẫn | cho | tại | đến | từng | cấp | lãnh | pháp | luật | như | khi | sau | đã | phát | huy | tâm
`)

/** Headings that only announce that work follows; they name no theme. */
export const GENERIC_HEADING =
  /^(?:(?:cac|nhung|mot so|ve|va|cua|de|tu)\s|(?:noi dung|nhiem vu|giai phap|chu yeu|trong tam|cu the|chi tiet|thuc hien|to chuc|trien khai|phan cong|trach nhiem|hoat dong|ke hoach|chuong trinh|cong viec|nhom|nam|tam|quy|thang|danh muc|chinh|phu luc|thi hanh|dieu khoan|trong thoi gian toi|thoi gian toi|yeu cau|chung|\d+)(?=[\s,:.;-]|$)[\s,:.;-]*)+$/

/** Words after which no paragraph ends: the next line continues it. */
export const LINE_NEVER_ENDS =
  /(?:[,-]|(?:^|\s)(?:các|những|và|với|của|cùng|thuộc|về|theo|trước|đến|hết|từ|trong|sau|cho|tại|ngày|số|ủy ban|ủy ban nhân|ubnd các))$/u

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
  /^(?:trong (?:nam|thoi gian|qua trinh)[^,]{0,40}, |(?:ben canh do|ngoai ra|mat khac|tuy vay), )?(?:(?:viec|cong tac|tinh hinh|ket qua|hoat dong|tien do|chat luong|nhan thuc|an ninh|doi song|du lieu|nhieu|mot so|tuy nhien|day la|qua (?:kiem tra|theo doi|ra soat)|thoi gian qua|nhin chung)\b[^.;:]{0,120}\b(?:duoc|da|con|la|dat|tang|giam|co|vuot|chua (?:cao|day du|dap ung|nghiem|kip thoi|tot|sat|manh|quan tam|chu dong|chat che|hieu qua|that su|thuc su))\b|(?:nguon )?kinh phi (?:thuc hien|bao dam|to chuc|trien khai)[^.;:]{0,120}\b(?:duoc|do|tu|bo tri|theo)\b|(?:day|do) la\b|(?=[^.;:,]{3,110} la (?:mot )?(?:trong nhung )?(?:nhiem vu|yeu cau|giai phap|khau|chu truong|trach nhiem|quyen loi|dong luc|tien de) )(?![^.;:]{0,110}\b(?:xac dinh|coi|xem|lay|quan triet)\b)|(?:[a-z]+ ){2,10}thong bao (?:de|cho) [^.;:]{3,200}\b(?:duoc )?biet\b|ho tro tu |(?:quyet dinh|van ban|ban|bien ban|giay|hop dong) [^.;:]{0,30}duoc lap thanh |noi dung (?:hop|cuoc hop|bao cao|lam viec|kiem tra)\b|(?:ho so|thanh phan|noi dung|tai lieu|so lieu|mau)\b[^.;:]{0,60}\bgom\b)/

/** Words that oblige someone, in a section that otherwise only describes (folded). */
export const OBLIGATION =
  /\b(?:can (?!cu|bo)|phai|co trach nhiem|chiu trach nhiem|chu tri|khan truong|nghiem tuc|giao|yeu cau|de nghi)\b/
