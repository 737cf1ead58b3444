import type { EventDescription } from '../platform/audit.ts'

/** The events of this room. Of a review the subject is always the directive, so that its log shows the whole review. */
export const EVENTS: readonly EventDescription[] = [
  { name: 'directive.uploaded', vi: 'Nộp văn bản', en: 'Document uploaded' },
  { name: 'directive.read', vi: 'Đọc xong văn bản, lập nhiệm vụ dự kiến', en: 'Document read, tasks drafted' },
  { name: 'directive.failed', vi: 'Không đọc được văn bản', en: 'Document could not be read' },
  { name: 'directive.retried', vi: 'Yêu cầu đọc lại văn bản', en: 'Reading requested again' },
  { name: 'directive.corrected', vi: 'Sửa thông tin văn bản', en: 'Document fields corrected' },
  { name: 'directive.dropped', vi: 'Bỏ văn bản', en: 'Document dropped' },
  { name: 'directive.confirmed', vi: 'Xác nhận văn bản, giao nhiệm vụ', en: 'Document confirmed, tasks assigned' },
  { name: 'directive.draftAdded', vi: 'Thêm nhiệm vụ dự kiến', en: 'Draft task added' },
  { name: 'directive.draftEdited', vi: 'Sửa nhiệm vụ dự kiến', en: 'Draft task edited' },
  { name: 'directive.draftChecked', vi: 'Xem và xác nhận đọc đúng', en: 'Draft task checked as read' },
  { name: 'directive.draftSplit', vi: 'Tách nhiệm vụ dự kiến', en: 'Draft task split' },
  { name: 'directive.draftsMerged', vi: 'Gộp nhiệm vụ dự kiến', en: 'Draft tasks merged' },
  { name: 'directive.draftDropped', vi: 'Bỏ nhiệm vụ dự kiến', en: 'Draft task dropped' },
  { name: 'directive.draftRestored', vi: 'Khôi phục nhiệm vụ dự kiến', en: 'Draft task restored' },
  { name: 'directive.draftDistributed', vi: 'Chia nhiệm vụ dự kiến cho từng cơ quan', en: 'Draft task distributed' },
  { name: 'directive.distributionUndone', vi: 'Hoàn tác việc chia nhiệm vụ dự kiến', en: 'Distribution undone' },
  { name: 'directive.sharingChanged', vi: 'Đổi quy định đọc văn bản', en: 'Rule on reading documents changed' },
  {
    name: 'outsideOrder.recorded',
    vi: 'Nhập chỉ đạo ngoài hệ thống, giao nhiệm vụ',
    en: 'Outside order entered, tasks assigned',
  },
  {
    name: 'outsideOrder.taskAdded',
    vi: 'Thêm nhiệm vụ của chỉ đạo ngoài hệ thống',
    en: 'Tasks added to an outside order',
  },
  {
    name: 'outsideOrder.filePurged',
    vi: 'Gỡ tệp chỉ đạo mang dấu mật',
    en: 'File of an outside order removed: mark of secrecy',
  },
  { name: 'label.added', vi: 'Thêm nhãn cho máy đọc', en: 'Label added for reading documents' },
  { name: 'label.withdrawn', vi: 'Rút nhãn của máy đọc', en: 'Label withdrawn from reading documents' },
]
