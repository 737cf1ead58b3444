import type { ConstraintMeanings } from '../platform/http/problem.ts'

/** What a violated constraint of this room's tables means to the user who sent the change. */
export const CONSTRAINTS: ConstraintMeanings = {
  task_agrees_with_facts: {
    kind: 'conflict',
    code: 'task.does_not_add_up',
    detail: 'Thay đổi này làm số liệu không khớp với các sự kiện đã ghi nên không được lưu. Hãy báo quản trị hệ thống.',
  },
  task_source_ref_once: {
    kind: 'conflict',
    code: 'task.known',
    detail: 'Nhiệm vụ này của văn bản đã được giao. Hãy mở nhiệm vụ đã có.',
  },
  collective_from_task_once: {
    kind: 'conflict',
    code: 'task.distributed',
    detail: 'Nhiệm vụ này vừa được chia cho từng cơ quan. Hãy tải lại để xem các nhiệm vụ đã chia.',
  },
  contribution_one_requested: {
    kind: 'conflict',
    code: 'contribution.requested',
    detail: 'Cơ quan này vừa được đề nghị gửi ý kiến. Hãy tải lại để xem đề nghị đã có.',
  },
  period_once: {
    kind: 'conflict',
    code: 'period.known',
    detail: 'Kỳ báo cáo này vừa được mở. Hãy tải lại để xem.',
  },
  request_one_open: {
    kind: 'conflict',
    code: 'task.request_open',
    detail: 'Đang có một đề nghị cùng loại chờ quyết định. Hãy chờ quyết định rồi mới đề nghị tiếp.',
  },
  report_call_one_open: {
    kind: 'conflict',
    code: 'task.report_called',
    detail: 'Nhiệm vụ này vừa được yêu cầu báo cáo. Hãy tải lại để xem yêu cầu đã có.',
  },
}
