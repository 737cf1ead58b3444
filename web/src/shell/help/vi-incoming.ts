import type { HelpPage, HelpTexts } from './pages.ts'

type IncomingPage = Extract<HelpPage, `/van-ban-den${string}`>

/** Trợ giúp về văn bản đến. */
export const incomingPages: Pick<HelpTexts['pages'], IncomingPage> = {
  '/van-ban-den': {
    name: 'Văn bản đến',
    about: 'Văn bản gửi đến cơ quan, theo việc bạn cần làm: vào sổ, trình, giao, theo dõi hạn.',
    acts: {
      arrive: 'Kéo thả tệp vào trang để tiếp nhận; mỗi tệp là một văn bản, máy đọc ngay.',
      register: 'Mở văn bản chờ vào sổ, đối chiếu thông tin máy đọc rồi cấp số trong một bước.',
      duplicates: 'Xem văn bản có thể trùng trước khi vào sổ.',
      assign: 'Mở văn bản chờ bạn giao; chọn nơi chủ trì, phối hợp, hạn và bút phê.',
      find: 'Tìm theo số, nơi gửi, trích yếu hoặc chữ trong tệp, có dấu hoặc không dấu.',
    },
  },
  '/van-ban-den/cua-toi': {
    name: 'Văn bản của tôi',
    about: 'Phần việc giao bạn hoặc đơn vị bạn; việc đến hạn trước đứng trên.',
    acts: {
      mine: 'Lọc việc còn phải xử lý, việc quá hạn.',
      handle: 'Mở văn bản để nhận, giao tiếp, ghi kết quả hoặc trả lại.',
      whole: 'Xem phần việc của cả cơ quan.',
    },
  },
  '/van-ban-den/so': {
    name: 'Sổ văn bản đến',
    about: 'Sổ của một năm theo mẫu của Nghị định 30/2020/NĐ-CP.',
    acts: { find: 'Chọn năm, tìm theo số, nơi gửi, trích yếu.', print: 'Tải PDF để in, hoặc XLSX.' },
  },
  '/van-ban-den/so-lieu': {
    name: 'Số liệu xử lý văn bản đến',
    about: 'Vào sổ đúng hạn, xử lý trên mạng theo đơn vị, số ngày mỗi bước, bước chậm theo người.',
    acts: { period: 'Chọn kỳ số liệu.', open: 'Bấm một con số để mở đúng các văn bản, phần việc nó đếm.' },
  },
  '/van-ban-den/$id': {
    name: 'Một văn bản đến',
    about: 'Tệp như khi đến, thông tin, chữ ký số, ai xử lý, diễn biến.',
    acts: {
      read: 'Đọc tệp, chữ máy đã đọc và kết luận về chữ ký số.',
      register: 'Vào sổ, trình, trả lại nơi gửi, thêm phụ lục.',
      assign: 'Giao đơn vị, cá nhân; thu hồi, kết thúc, mở lại.',
      handle: 'Nhận xử lý, giao tiếp, ghi kết quả, trả lại phần việc.',
      answer: 'Soạn văn bản trả lời, gắn nhiệm vụ, đưa vào hồ sơ.',
    },
  },
}
