import type { EventDescription } from '../platform/audit.ts'

/** What this room records and announces. */
export const EVENTS = [
  { name: 'programme.drafted', vi: 'Lập chương trình công tác', en: 'Programme drafted' },
  { name: 'programme.issued', vi: 'Ban hành chương trình công tác', en: 'Programme issued' },
  {
    name: 'programme.yearClosed',
    vi: 'Chốt nợ đọng cuối năm, chuyển sang năm sau',
    en: 'Debt of a year closed and carried over',
  },
  { name: 'item.registered', vi: 'Đăng ký đề án vào chương trình', en: 'Entry registered' },
  { name: 'item.added', vi: 'Đưa đề án vào chương trình', en: 'Entry added to the programme' },
  { name: 'item.corrected', vi: 'Sửa thông tin đề án', en: 'Entry corrected' },
  { name: 'item.changeAsked', vi: 'Đề nghị điều chỉnh đề án', en: 'Change of the entry requested' },
  { name: 'item.changeGranted', vi: 'Đồng ý điều chỉnh đề án', en: 'Change of the entry granted' },
  { name: 'item.changeRefused', vi: 'Không đồng ý điều chỉnh đề án', en: 'Change of the entry refused' },
  { name: 'item.changeWithdrawn', vi: 'Rút đề nghị điều chỉnh', en: 'Request withdrawn' },
  { name: 'item.submitted', vi: 'Trình đề án', en: 'Entry submitted' },
  { name: 'item.fileComplete', vi: 'Hồ sơ trình đầy đủ', en: 'File found complete' },
  { name: 'item.fileReturned', vi: 'Trả lại hồ sơ trình', en: 'File returned' },
  { name: 'item.considered', vi: 'Đã xem xét, cho ý kiến', en: 'Entry considered' },
  { name: 'item.revising', vi: 'Yêu cầu tiếp thu, chỉnh lý', en: 'Entry to be revised' },
  { name: 'item.signed', vi: 'Văn bản được ký', en: 'Text signed' },
  { name: 'item.issued', vi: 'Văn bản được ban hành', en: 'Text issued' },
  { name: 'item.stepNoted', vi: 'Ghi bước chuẩn bị đề án', en: 'Step noted' },
  { name: 'item.recoveryPromised', vi: 'Cam kết ngày trình đề án nợ đọng', en: 'Day of recovery promised' },
  { name: 'item.tied', vi: 'Gắn đề án với nhiệm vụ', en: 'Entry tied to a task' },
  { name: 'item.untied', vi: 'Gỡ đề án khỏi nhiệm vụ', en: 'Entry no longer tied to its task' },
  {
    name: 'item.movedBySuccession',
    vi: 'Chuyển đề án theo sắp xếp tổ chức bộ máy',
    en: 'Entry moved by a reorganisation',
  },
  { name: 'annex.read', vi: 'Đọc danh mục đề án từ tệp', en: 'Annex read' },
  { name: 'annex.corrected', vi: 'Sửa dòng của danh mục đang rà soát', en: 'Row of an annex corrected' },
  { name: 'annex.confirmed', vi: 'Đưa danh mục vào chương trình', en: 'Annex added to the programme' },
  { name: 'annex.dropped', vi: 'Bỏ danh mục đã đọc', en: 'Annex dropped' },
  { name: 'planCall.made', vi: 'Ghi yêu cầu ban hành kế hoạch', en: 'Action plans called for' },
  { name: 'plan.issued', vi: 'Ghi kế hoạch đã ban hành', en: 'Action plan recorded' },
  { name: 'plan.withdrawn', vi: 'Rút ghi nhận kế hoạch', en: 'Record of an action plan withdrawn' },
  {
    name: 'plan.movedBySuccession',
    vi: 'Chuyển kế hoạch phải ban hành theo sắp xếp tổ chức bộ máy',
    en: 'Action plan moved by a reorganisation',
  },
  {
    name: 'detailing.movedBySuccession',
    vi: 'Chuyển văn bản quy định chi tiết theo sắp xếp tổ chức bộ máy',
    en: 'Detailing text moved by a reorganisation',
  },
  { name: 'detailing.owed', vi: 'Ghi văn bản quy định chi tiết phải ban hành', en: 'Detailing text owed' },
  { name: 'detailing.issued', vi: 'Ghi văn bản quy định chi tiết đã ban hành', en: 'Detailing text issued' },
  { name: 'sitting.set', vi: 'Ghi lịch tuần', en: 'Line of the week set' },
  { name: 'sitting.withdrawn', vi: 'Rút khỏi lịch tuần', en: 'Line of the week withdrawn' },
  { name: 'programmeFeed.added', vi: 'Tạo địa chỉ lịch chương trình', en: 'Calendar address of the programme added' },
  {
    name: 'programmeFeed.revoked',
    vi: 'Thu hồi địa chỉ lịch chương trình',
    en: 'Calendar address of the programme revoked',
  },
] as const satisfies readonly EventDescription[]

export type ProgrammeEvent = (typeof EVENTS)[number]['name']
