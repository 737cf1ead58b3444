import type { ConstraintMeanings } from '../platform/http/problem.ts'

/** What a violated constraint of this room's tables means to the user who sent the change. */
export const CONSTRAINTS: ConstraintMeanings = {
  task_force_act_once: {
    kind: 'conflict',
    code: 'task_force.known',
    detail: 'Đã có Tổ công tác thành lập theo quyết định này. Hãy mở Tổ công tác đã có.',
  },
  member_one_head: {
    kind: 'conflict',
    code: 'member.one_head',
    detail: 'Tổ công tác đã có Tổ trưởng trong thời gian này. Hãy kết thúc vai trò của Tổ trưởng cũ trước.',
  },
  member_once: {
    kind: 'conflict',
    code: 'member.known',
    detail: 'Người này đã là thành viên trong thời gian đó. Hãy kết thúc vai trò cũ trước.',
  },
  area_once: {
    kind: 'conflict',
    code: 'area.known',
    detail: 'Thành viên đã theo dõi cơ quan này trong thời gian đó. Hãy tải lại để xem.',
  },
  plan_number_once: {
    kind: 'conflict',
    code: 'plan.known',
    detail: 'Kế hoạch số này của Tổ công tác đã được nhập. Hãy mở kế hoạch đã có.',
  },
  recommendation_words_stay: {
    kind: 'conflict',
    code: 'recommendation.words_stay',
    detail: 'Nội dung kiến nghị không sửa được. Hãy thay bằng kiến nghị khác.',
  },
  inspection_decision_number_once: {
    kind: 'conflict',
    code: 'inspection.decision_known',
    detail: 'Quyết định số này, ngày này đã được dùng để kiểm tra cơ quan này. Hãy kiểm tra lại số và ngày.',
  },
  decision_number_once: {
    kind: 'conflict',
    code: 'inspection.decision_number_used',
    detail:
      'Số này của năm đã dùng cho một quyết định kiểm tra khác của Tổ công tác. Để kiểm tra nhiều cơ quan trong một quyết định, hãy chọn các cơ quan khi quyết định.',
  },
  inspection_conclusion_number_once: {
    kind: 'conflict',
    code: 'inspection.conclusion_known',
    detail: 'Tổ công tác đã ký một kết luận khác số này, ngày này. Hãy kiểm tra lại số và ngày.',
  },
  delegate_once: {
    kind: 'conflict',
    code: 'inspection.delegate_twice',
    detail: 'Một người được nêu hai lần trong Đoàn kiểm tra. Hãy bỏ bớt.',
  },
  delegate_one_head: {
    kind: 'conflict',
    code: 'inspection.two_heads',
    detail: 'Đoàn kiểm tra chỉ có một Trưởng đoàn. Hãy chọn lại vai trò.',
  },
  minutes_stay: {
    kind: 'conflict',
    code: 'minutes.stay',
    detail: 'Biên bản đã có bên ký nên không sửa được. Hãy tải lại để xem.',
  },
  finding_task_in_scope: {
    kind: 'invalid',
    code: 'finding.task_out_of_scope',
    detail: 'Nhiệm vụ không thuộc phạm vi của quyết định kiểm tra. Hãy chọn nhiệm vụ trong danh sách.',
  },
  finding_issue: {
    kind: 'invalid',
    code: 'finding.issue_unknown',
    detail: 'Vấn đề không thuộc yêu cầu giải trình của cuộc kiểm tra này. Hãy chọn lại.',
  },
  finding_responsible: {
    kind: 'invalid',
    code: 'finding.responsible_unknown',
    detail: 'Không có cơ quan chịu trách nhiệm này. Hãy chọn lại.',
  },
  task_force_facts_stay: {
    kind: 'conflict',
    code: 'taskforce.facts_stay',
    detail: 'Nội dung đã ghi nhận không sửa, không xóa được. Hãy ghi nội dung mới.',
  },
  assessment_method_once: {
    kind: 'conflict',
    code: 'assessment.method_known',
    detail: 'Phương pháp từ ngày này vừa được đặt. Hãy tải lại để xem.',
  },
  fixed_assessment_once: {
    kind: 'conflict',
    code: 'assessment.fixed',
    detail: 'Kết quả đánh giá của kỳ này đã chốt. Nếu số liệu có thay đổi, hãy mở kết quả đã chốt và đính chính.',
  },
  fixed_assessment_corrected_once: {
    kind: 'conflict',
    code: 'assessment.corrected_before',
    detail: 'Kết quả này đã có bản đính chính. Hãy mở bản mới nhất rồi đính chính bản đó.',
  },
}
