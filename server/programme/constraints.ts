import type { ConstraintMeanings } from '../platform/http/problem.ts'

/** What a violated constraint of this room's tables means to the user who sent the change. */
export const CONSTRAINTS: ConstraintMeanings = {
  programme_once: {
    kind: 'conflict',
    code: 'programme.known',
    detail: 'Đã có chương trình của kỳ này. Hãy mở chương trình đã có.',
  },
  change_one_open: {
    kind: 'conflict',
    code: 'programme.change_open',
    detail: 'Đề án đang có một đề nghị chờ quyết định. Hãy chờ quyết định, hoặc rút đề nghị đó trước.',
  },
  change_owed_not_stopped: {
    kind: 'conflict',
    code: 'programme.owed_not_stopped',
    detail:
      'Đề án đang nợ đọng nên cơ quan chủ trì không tự xin dừng hoặc gộp được. Hãy trình đề án, hoặc đề nghị lùi thời hạn và nêu lý do.',
  },
  submission_proven: {
    kind: 'invalid',
    code: 'programme.no_proof',
    detail: 'Việc trình phải có căn cứ: số văn bản đến của Văn phòng, hoặc tệp Tờ trình đã ký.',
  },
  submission_returned_with_reasons: {
    kind: 'invalid',
    code: 'programme.return_says_why',
    detail: 'Trả lại hồ sơ phải nêu đầy đủ lý do, mỗi lý do một dòng.',
  },
  item_one_of_task: {
    kind: 'conflict',
    code: 'programme.task_taken',
    detail: 'Nhiệm vụ này đã gắn với một đề án khác. Hãy gỡ ở đề án đó trước.',
  },
  item_agrees_with_facts: {
    kind: 'conflict',
    code: 'programme.does_not_add_up',
    detail: 'Thay đổi này làm đề án không khớp với các sự kiện đã ghi nên không được lưu. Hãy báo quản trị hệ thống.',
  },
  year_close_pk: {
    kind: 'conflict',
    code: 'programme.year_closed',
    detail: 'Nợ đọng của năm này đã chốt. Hãy tải lại để xem.',
  },
  year_balances: {
    kind: 'conflict',
    code: 'programme.does_not_balance',
    detail: 'Số nợ đầu năm, phát sinh, đã trả và cuối năm không khớp nên chưa chốt được. Hãy báo quản trị hệ thống.',
  },
  year_agrees: {
    kind: 'conflict',
    code: 'programme.does_not_balance',
    detail: 'Số nợ chốt không khớp với từng đề án nên chưa chốt được. Hãy tải lại và thử lại.',
  },
  year_in_order: {
    kind: 'conflict',
    code: 'programme.year_not_next',
    detail:
      'Các năm được chốt lần lượt, để nợ cuối năm trước là nợ đầu năm sau. Hãy tải lại để xem năm chốt tiếp theo.',
  },
  plan_call_once: {
    kind: 'conflict',
    code: 'planCall.known',
    detail: 'Đã ghi yêu cầu ban hành kế hoạch của văn bản này. Hãy mở yêu cầu đã có.',
  },
  plan_issue_one: {
    kind: 'conflict',
    code: 'plan.known',
    detail: 'Kế hoạch của cơ quan này đã được ghi. Nếu ghi sai, hãy rút rồi ghi lại.',
  },
  detailing_duty_once: {
    kind: 'conflict',
    code: 'detailing.known',
    detail: 'Văn bản này của điều luật đó đã được ghi. Hãy mở dòng đã có.',
  },
}
