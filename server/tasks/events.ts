import type { EventDescription } from '../platform/audit.ts'

/** What this module records and announces. */
export const EVENTS = [
  { name: 'task.assigned', vi: 'Giao nhiệm vụ', en: 'Task assigned' },
  { name: 'task.received', vi: 'Tiếp nhận nhiệm vụ', en: 'Task received' },
  { name: 'task.started', vi: 'Bắt đầu thực hiện', en: 'Work started' },
  { name: 'task.progressReported', vi: 'Báo cáo tiến độ', en: 'Progress reported' },
  { name: 'task.milestoneFinished', vi: 'Hoàn thành một mốc của nhiệm vụ', en: 'Milestone finished' },
  { name: 'task.reportedDone', vi: 'Báo cáo hoàn thành, chờ xác nhận', en: 'Completion claimed' },
  { name: 'task.confirmed', vi: 'Xác nhận hoàn thành', en: 'Completion confirmed' },
  { name: 'task.sentBack', vi: 'Không xác nhận, yêu cầu làm tiếp', en: 'Claim sent back' },
  { name: 'task.extensionAsked', vi: 'Đề nghị gia hạn', en: 'Extension asked for' },
  { name: 'task.returnAsked', vi: 'Đề nghị trả lại nhiệm vụ', en: 'Return asked for' },
  { name: 'task.transferAsked', vi: 'Đề nghị chuyển cơ quan khác', en: 'Transfer asked for' },
  { name: 'task.requestRefused', vi: 'Từ chối đề nghị', en: 'Request refused' },
  { name: 'task.extended', vi: 'Gia hạn nhiệm vụ', en: 'Deadline extended' },
  { name: 'task.returned', vi: 'Nhận lại nhiệm vụ', en: 'Task taken back' },
  { name: 'task.transferred', vi: 'Chuyển nhiệm vụ cho cơ quan khác', en: 'Task transferred' },
  { name: 'task.movedBySuccession', vi: 'Chuyển theo sắp xếp tổ chức', en: 'Moved by a reorganisation' },
  {
    name: 'task.partMovedBySuccession',
    vi: 'Chuyển phần tham gia theo sắp xếp tổ chức',
    en: 'A part in it moved by a reorganisation',
  },
  { name: 'task.cancelled', vi: 'Hủy nhiệm vụ', en: 'Task cancelled' },
  { name: 'task.corrected', vi: 'Đính chính ngày hoàn thành', en: 'Completion corrected' },
] as const satisfies readonly EventDescription[]

export type TaskEvent = (typeof EVENTS)[number]['name']
