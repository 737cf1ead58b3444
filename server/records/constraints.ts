import type { ConstraintMeanings } from '../platform/http/problem.ts'

/** What a violated constraint of this room's tables means to the user who sent the change. */
export const CONSTRAINTS: ConstraintMeanings = {
  handling_one_lead: {
    kind: 'conflict',
    code: 'handling.one_lead',
    detail: 'Văn bản đã có nơi chủ trì xử lý. Hãy đổi nơi chủ trì trước.',
  },
  recipient_agency: {
    kind: 'invalid',
    code: 'recipient.no_agency',
    detail: 'Nơi nhận không có trong danh bạ cơ quan. Hãy chọn lại nơi nhận.',
  },
  outgoing_signer: {
    kind: 'invalid',
    code: 'outgoing.no_such_signer',
    detail: 'Không có người ký này. Hãy chọn người khác.',
  },
  mail_address_once: {
    kind: 'conflict',
    code: 'mail_address.known',
    detail: 'Địa chỉ này đang nhận văn bản cho một cơ quan. Hãy kiểm tra lại, hoặc ngừng nhận ở nơi đó trước.',
  },
  template_name_once: {
    kind: 'conflict',
    code: 'template.known',
    detail: 'Đã có mẫu văn bản tên này. Hãy đặt tên khác hoặc sửa mẫu đã có.',
  },
  recipient_once: {
    kind: 'conflict',
    code: 'recipient.twice',
    detail: 'Một cơ quan chỉ nhận văn bản một lần. Hãy bỏ nơi nhận bị trùng.',
  },
  route_step_once: {
    kind: 'conflict',
    code: 'route_step.twice',
    detail: 'Mỗi người chỉ có một bước trong quy trình trình ký. Hãy bỏ bước bị trùng.',
  },
  nomenclature_once: {
    kind: 'conflict',
    code: 'nomenclature.known',
    detail: 'Cơ quan đã có danh mục hồ sơ của năm này. Hãy mở danh mục đã có.',
  },
  retention_class_name_once: {
    kind: 'conflict',
    code: 'retention_class.known',
    detail: 'Cơ quan đã có thời hạn bảo quản tên này. Hãy đặt tên khác.',
  },
}
