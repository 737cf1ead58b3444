import type { Language } from '../../ui/format.ts'
import type { StepId } from './tour-steps.ts'

type Texts = Record<StepId, readonly [title: string, about: string]>

const vi: Texts = {
  desk: [
    'Việc của tôi',
    'Mỗi ngày bắt đầu ở đây: mọi việc đang chờ cơ quan bạn, gấp nhất ở trên, kèm nút của bước cần làm.',
  ],
  overview: [
    'Tổng quan',
    'Số liệu tính đến một ngày và những gì hôm nay cần bạn. Bấm một con số để mở đúng những việc nó đếm.',
  ],
  queue: ['Cần xử lý', 'Những gì các cơ quan vừa báo cáo, đề nghị hoặc bỏ quên, đang chờ bạn quyết định.'],
  import: ['Văn bản', 'Đưa văn bản chỉ đạo vào, rà soát những gì máy đọc được, rồi xác nhận thành nhiệm vụ.'],
  sign: ['Đôn đốc', 'Công văn trình bạn ký nằm ở đây. Đọc, ký phát hành, hoặc trả lại kèm lý do.'],
  urge: ['Đôn đốc', 'Xem hôm nay nhắc ai; lập công văn đôn đốc và trình ký.'],
  letters: ['Đôn đốc', 'Công văn đôn đốc gửi cơ quan bạn; mở để đọc và ghi trả lời.'],
  issue: ['Báo cáo', 'Đọc báo cáo tháng như bản in, và ký phát hành báo cáo được trình.'],
  reports: ['Báo cáo', 'Báo cáo của từng tháng, đọc như bản in; mỗi con số mở đúng những nhiệm vụ nó đếm.'],
  people: ['Người dùng', 'Thêm người, giao vị trí, gửi lời mời đặt mật khẩu.'],
  roles: ['Vai trò và quyền', 'Mỗi vai trò được xem và được làm gì, và quyền nào của Văn phòng chưa ai có.'],
  audit: ['Nhật ký', 'Ai đã làm gì, lúc nào, trước và sau. Không ai sửa hay xóa được.'],
  tasks: ['Nhiệm vụ', 'Mọi nhiệm vụ bạn được xem: lọc, tìm, in, xuất XLSX; xem dạng bảng, biểu đồ hoặc lịch.'],
  search: ['Tìm kiếm', 'Tìm nhiệm vụ, số văn bản, cơ quan, người ở một chỗ. Không cần gõ dấu.'],
  help: ['Trợ giúp', 'Mỗi trang có trợ giúp riêng, kèm hướng dẫn có hình. Xem lại phần giới thiệu này cũng ở đây.'],
}

const en: Texts = {
  desk: [
    'My tasks',
    'Start each day here: everything that waits for your agency, the most urgent first, with the button for the next step.',
  ],
  overview: ['Overview', 'Figures as of a day, and what needs you today. Choose a figure to open what it counts.'],
  queue: ['Queue', 'What agencies reported, requested or left undone, and what waits for your decision.'],
  import: ['Documents', 'Import directives, review what was read from them, and confirm it into tasks.'],
  sign: ['Urging', 'Letters submitted to you are here. Read them, sign them, or send them back with a reason.'],
  urge: ['Urging', 'See who is reminded today; prepare letters and submit them for signature.'],
  letters: ['Urging', 'Letters to your agency; open one to read it and record the answer.'],
  issue: ['Reports', 'Read the report of a month as it will be printed, and sign those submitted to you.'],
  reports: ['Reports', 'The report of each month as it will be printed; each figure opens the tasks it counts.'],
  people: ['People', 'Add people, assign posts and send invitations.'],
  roles: ['Roles and rights', 'What each role sees and may do, and which rights of the office no one holds.'],
  audit: ['Audit log', 'Who did what and when, before and after. No one can change or delete it.'],
  tasks: ['Tasks', 'All tasks you may see: filter, search, print, export; as a table, a chart or a calendar.'],
  search: ['Search', 'Find tasks, numbers of documents, agencies and people in one place, without diacritics.'],
  help: ['Help', 'Every page has its own help, with a guide in pictures. You can start this tour again from there.'],
}

export const TOUR_TEXTS: Record<Language, Texts> = { vi, en }
