import type { HelpPage, HelpTexts } from './pages.ts'

type OutgoingPage = Extract<
  HelpPage,
  `/van-ban-di${string}` | `/van-ban/${'ho-so' | 'luu-tru' | 'danh-muc-ho-so'}${string}`
>

/** Help in Vietnamese on documents that go out, case files and the archive. */
export const outgoingPages: Pick<HelpTexts['pages'], OutgoingPage> = {
  '/van-ban-di': {
    name: 'Văn bản đi',
    about: 'Văn bản do cơ quan soạn, theo việc bạn phải làm: soạn, cho ý kiến, ký, đóng dấu, phát hành.',
    acts: {
      draft: 'Bấm “Soạn văn bản”, chọn loại, mẫu và người ký.',
      answer: 'Ở thẻ “Chờ tôi cho ý kiến”: mở dự thảo, đồng ý hoặc trả lại kèm lý do.',
      sign: 'Ở thẻ “Chờ tôi ký”: xem từng trang, chọn các văn bản rồi ký một lần.',
      seal: 'Đóng dấu, phát hành ngay trên dòng.',
    },
  },
  '/van-ban-di/$id': {
    name: 'Một văn bản đi',
    about: 'Trang văn bản, luồng trình, phiếu trình, các phiên bản, chữ ký, bản sao.',
    acts: {
      read: 'Đọc trang như sẽ in; tải PDF, DOCX.',
      send: 'Sửa thông tin, nơi nhận; trình theo luồng; rút về để sửa.',
      answer: 'Đồng ý hoặc trả lại; lời nói được ghi vào phiếu trình.',
      sign: 'Ký và cấp số, hoặc trả lại.',
      issue: 'Đóng dấu, phát hành, sao, thu hồi; lập văn bản đính chính, thay thế.',
      compare: 'Chọn hai phiên bản để xem khác nhau ở đâu.',
    },
  },
  '/van-ban-di/$id/soan': {
    name: 'Soạn nội dung',
    about: 'Chữ gõ ở đây là chữ sẽ in; quốc hiệu, số, ngày, chữ ký, nơi nhận do hệ thống in.',
    acts: {
      write: 'Gõ hoặc dán từ Word; gạch đầu dòng, đánh số, bảng có trên thanh công cụ; Ctrl+S lưu phiên bản.',
      fill: 'Bấm “chỗ cần điền” để tới từng trường còn trong ngoặc nhọn.',
      take: 'Nạp tệp DOCX làm phiên bản mới.',
    },
  },
  '/van-ban-di/so': {
    name: 'Sổ văn bản đi',
    about: 'Mọi số đã cấp trong năm, gồm cả bản sao, công văn đôn đốc, báo cáo.',
    acts: {
      find: 'Chọn năm, tìm theo số, trích yếu, nơi nhận.',
      print: 'Tải PDF để in theo mẫu của nghị định, hoặc XLSX.',
    },
  },
  '/van-ban-di/mau': {
    name: 'Mẫu văn bản',
    about: 'Mẫu mà dự thảo bắt đầu: mẫu riêng của cơ quan và mẫu chung.',
    acts: {
      find: 'Mở một mẫu để xem nội dung và phiên bản đang dùng.',
      add: 'Bấm “Thêm mẫu” để lập mẫu của cơ quan.',
    },
  },
  '/van-ban-di/mau/moi': {
    name: 'Thêm mẫu văn bản',
    about: 'Mẫu mới chưa dùng ngay: xem lại rồi đưa vào sử dụng.',
    acts: {
      write: 'Chọn loại, đặt tên, viết nội dung như soạn văn bản.',
      field: 'Bấm “Chèn trường” ở chỗ hệ thống sẽ điền; trường không có trong danh sách bị từ chối và nêu tên.',
    },
  },
  '/van-ban-di/mau/$id': {
    name: 'Một mẫu văn bản',
    about: 'Nội dung từng phiên bản, phiên bản đang dùng, các trường dùng được.',
    acts: {
      read: 'Xem phiên bản bất kỳ.',
      change: 'Sửa mẫu thành phiên bản mới; ngừng dùng mẫu.',
      use: 'Đưa một phiên bản vào sử dụng; dự thảo đã có không đổi.',
    },
  },
  '/van-ban/ho-so': {
    name: 'Hồ sơ công việc',
    about: 'Hồ sơ của đơn vị bạn và hồ sơ bạn giữ, tìm theo năm, đơn vị, trạng thái.',
    acts: {
      find: 'Tìm theo tiêu đề hoặc mã hồ sơ.',
      open: 'Mở hồ sơ theo danh mục, hoặc ngoài danh mục.',
      offer: 'Chọn các hồ sơ đã kết thúc để giao nộp một lần.',
    },
  },
  '/van-ban/ho-so/$id': {
    name: 'Một hồ sơ',
    about: 'Tài liệu theo thứ tự, chỗ còn thiếu, hạn nộp, lịch sử.',
    acts: {
      read: 'Mở từng văn bản; tải mục lục PDF.',
      add: 'Thêm văn bản tìm theo số, trích yếu; thêm tệp; đưa ra kèm lý do.',
      close: 'Kết thúc khi không còn thiếu gì, rồi nộp lưu trữ.',
    },
  },
  '/van-ban/luu-tru': {
    name: 'Lưu trữ',
    about: 'Hồ sơ chờ nhận, đến hạn nộp, hết thời hạn bảo quản, các lần giao nộp, hủy tài liệu.',
    acts: {
      take: 'Mở lần giao nộp ở “Chờ nhận” để nhận hoặc trả lại.',
      due: 'Xem hồ sơ đến hạn và hết thời hạn.',
      figures: 'Bấm vào một số để mở các hồ sơ được tính.',
    },
  },
  '/van-ban/luu-tru/giao-nop/$id': {
    name: 'Một lần giao nộp',
    about: 'Gói giao nộp, danh sách hồ sơ, tệp chưa xác thực được chữ ký.',
    acts: {
      read: 'Tải gói ZIP và kiểm tra từng tệp bằng mã băm.',
      take: 'Nhận hồ sơ, ghi lý do cho hồ sơ trả lại.',
    },
  },
  '/van-ban/luu-tru/huy/$id': {
    name: 'Một đề nghị hủy',
    about: 'Hồ sơ hết thời hạn, ý kiến hội đồng, quyết định, biên bản hủy.',
    acts: {
      read: 'Xem từng hồ sơ và thời hạn của nó.',
      decide: 'Quyết định hủy hoặc không chấp thuận.',
      carryOut: 'Ghi ý kiến hội đồng; thực hiện hủy và ghi người chứng kiến.',
    },
  },
  '/van-ban/danh-muc-ho-so': {
    name: 'Danh mục hồ sơ',
    about: 'Hồ sơ dự kiến của từng năm, và thời hạn bảo quản.',
    acts: {
      read: 'Mở danh mục của một năm; xem các thời hạn bảo quản và căn cứ.',
      begin: 'Lập danh mục cho năm nay hoặc năm sau.',
      period: 'Thêm thời hạn theo thông tư của ngành.',
    },
  },
  '/van-ban/danh-muc-ho-so/$id': {
    name: 'Danh mục của một năm',
    about: 'Các hồ sơ dự kiến: mã, tiêu đề, thời hạn, đơn vị, người giữ.',
    acts: {
      open: 'Mở hồ sơ từ một dòng.',
      lines: 'Thêm, sửa, bỏ dòng; ban hành; lập danh mục năm sau.',
      print: 'Tải PDF hoặc XLSX.',
    },
  },
}
