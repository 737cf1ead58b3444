import type { EventDescription } from '../platform/audit.ts'
import type { ConstraintMeanings } from '../platform/http/problem.ts'

/** What happens to keys that sign; the subject is the person or agency whose key it is. */
export const SIGNING_EVENTS: readonly EventDescription[] = [
  { name: 'signing.added', vi: 'Thêm chữ ký số hoặc con dấu số', en: 'A key that signs was added' },
  { name: 'signing.pictureSet', vi: 'Đặt ảnh chữ ký hoặc con dấu', en: 'The picture of a signature or seal was set' },
  { name: 'signing.ended', vi: 'Kết thúc chữ ký số hoặc con dấu số', en: 'A key that signs was ended' },
  { name: 'signing.ending', vi: 'Chứng thư số sắp hết hạn', en: 'A certificate ends soon' },
]

const OVERLAPS =
  'Trong khoảng thời gian đó đã có một chữ ký số đang dùng. Hãy kết thúc chữ ký số đó trước hoặc chọn ngày khác.'

export const SIGNING_CONSTRAINTS: ConstraintMeanings = {
  signing_identity_person_once: { kind: 'conflict', code: 'signing.overlaps', detail: OVERLAPS },
  signing_identity_agency_once: { kind: 'conflict', code: 'signing.overlaps', detail: OVERLAPS },
}
