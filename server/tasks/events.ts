import type { EventDescription } from '../platform/audit.ts'

/** What this room records and announces. */
export const EVENTS = [
  { name: 'task.assigned', vi: 'Giao nhiệm vụ', en: 'Task assigned' },
  { name: 'task.received', vi: 'Tiếp nhận nhiệm vụ', en: 'Task received' },
  { name: 'task.started', vi: 'Bắt đầu thực hiện', en: 'Work started' },
  { name: 'task.progressReported', vi: 'Báo cáo tiến độ', en: 'Progress reported' },
  { name: 'task.milestoneFinished', vi: 'Hoàn thành một mốc của nhiệm vụ', en: 'Milestone finished' },
  { name: 'task.reportedDone', vi: 'Báo cáo hoàn thành, chờ xác nhận', en: 'Completion claimed' },
  { name: 'task.confirmed', vi: 'Xác nhận hoàn thành', en: 'Completion confirmed' },
  { name: 'task.sentBack', vi: 'Không xác nhận, yêu cầu làm tiếp', en: 'Claim sent back' },
  {
    name: 'task.extensionRequested',
    formerNames: ['task.extensionAsked'],
    vi: 'Đề nghị gia hạn',
    en: 'Extension requested',
  },
  {
    name: 'task.returnRequested',
    formerNames: ['task.returnAsked'],
    vi: 'Đề nghị trả lại nhiệm vụ',
    en: 'Return requested',
  },
  {
    name: 'task.transferRequested',
    formerNames: ['task.transferAsked'],
    vi: 'Đề nghị chuyển cơ quan khác',
    en: 'Transfer requested',
  },
  { name: 'task.requestRefused', vi: 'Từ chối đề nghị', en: 'Request refused' },
  { name: 'task.extended', vi: 'Gia hạn nhiệm vụ', en: 'Deadline extended' },
  { name: 'task.returned', vi: 'Nhận lại nhiệm vụ', en: 'Task taken back' },
  { name: 'task.transferred', vi: 'Chuyển nhiệm vụ cho cơ quan khác', en: 'Task transferred' },
  { name: 'task.movedBySuccession', vi: 'Chuyển theo sắp xếp tổ chức bộ máy', en: 'Transferred by a reorganisation' },
  {
    name: 'task.partMovedBySuccession',
    vi: 'Chuyển phần tham gia theo sắp xếp tổ chức bộ máy',
    en: 'Part transferred by a reorganisation',
  },
  { name: 'task.cancelled', vi: 'Hủy nhiệm vụ', en: 'Task cancelled' },
  { name: 'task.distributed', vi: 'Chia nhiệm vụ giao chung cho từng cơ quan', en: 'Task distributed to its agencies' },
  {
    name: 'task.coordinatingDistributed',
    vi: 'Ghi từng cơ quan phối hợp thay cho cách gọi chung',
    en: 'Coordinating agencies named one by one',
  },
  { name: 'task.corrected', vi: 'Đính chính ngày hoàn thành', en: 'Completion corrected' },
  {
    name: 'task.amended',
    vi: 'Đính chính nội dung nhiệm vụ',
    en: 'Content of the task amended',
  },
  {
    name: 'task.amendmentFilePurged',
    vi: 'Gỡ tệp đính chính mang dấu mật',
    en: 'File of an amendment removed: mark of secrecy',
  },
  { name: 'task.reportCalled', vi: 'Yêu cầu báo cáo', en: 'Report called for' },
  { name: 'task.rhythmSet', vi: 'Đặt chế độ báo cáo định kỳ', en: 'Reporting rhythm set' },
  // Events about what belongs to a task. Their subject is the task; its version does not change.
  { name: 'subtask.given', vi: 'Giao việc cho đơn vị trực thuộc', en: 'Sub-task given to a unit' },
  { name: 'subtask.started', vi: 'Đơn vị bắt đầu thực hiện', en: 'Unit started its sub-task' },
  { name: 'subtask.reported', vi: 'Đơn vị báo cáo tiến độ', en: 'Unit reported progress' },
  { name: 'subtask.finished', vi: 'Đơn vị báo cáo đã làm xong', en: 'Unit reported its sub-task done' },
  { name: 'subtask.accepted', vi: 'Nghiệm thu việc của đơn vị', en: 'Sub-task accepted' },
  { name: 'subtask.sentBack', vi: 'Yêu cầu đơn vị làm lại', en: 'Sub-task sent back' },
  { name: 'subtask.changed', vi: 'Sửa việc đã giao đơn vị', en: 'Sub-task changed' },
  { name: 'subtask.cancelled', vi: 'Hủy việc đã giao đơn vị', en: 'Sub-task cancelled' },
  { name: 'evidence.added', vi: 'Đính kèm minh chứng', en: 'Evidence added' },
  { name: 'evidence.withdrawn', vi: 'Rút minh chứng', en: 'Evidence withdrawn' },
  {
    name: 'contribution.requested',
    formerNames: ['contribution.asked'],
    vi: 'Đề nghị cơ quan phối hợp gửi ý kiến',
    en: 'Contribution requested',
  },
  { name: 'contribution.given', vi: 'Cơ quan phối hợp gửi ý kiến', en: 'Contribution given' },
  { name: 'period.opened', vi: 'Mở kỳ báo cáo', en: 'Reporting period opened' },
  { name: 'period.missed', vi: 'Quá hạn nộp báo cáo kỳ', en: 'Period report missed' },
  { name: 'figures.rebuilt', vi: 'Tính lại số liệu từ dữ kiện', en: 'Figures rebuilt from the facts' },
] as const satisfies readonly EventDescription[]

export type TaskEvent = (typeof EVENTS)[number]['name']
