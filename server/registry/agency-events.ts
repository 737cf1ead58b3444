import type { EventDescription } from '../platform/audit.ts'
import type { ConstraintMeanings } from '../platform/http/problem.ts'

/** What is announced of agencies and of the calendar. */
export const agencyEvents: EventDescription[] = [
  { name: 'agency.founded', vi: 'Lập cơ quan, đơn vị', en: 'An agency or unit was founded' },
  { name: 'agency.changed', vi: 'Đổi tên, loại hoặc cấp trên từ một ngày', en: 'An agency was changed from a day on' },
  { name: 'agency.corrected', vi: 'Sửa một giai đoạn đã ghi', en: 'A recorded period of an agency was corrected' },
  { name: 'agency.ended', vi: 'Kết thúc cơ quan, đơn vị', en: 'An agency or unit ended' },
  { name: 'agency.reopened', vi: 'Bỏ ngày kết thúc của cơ quan, đơn vị', en: 'The end of an agency was withdrawn' },
  { name: 'agency.succeeded', vi: 'Ghi quan hệ kế thừa', en: 'A succession was recorded' },
  { name: 'agency.successionRemoved', vi: 'Bỏ quan hệ kế thừa đã ghi', en: 'A succession was withdrawn' },
  { name: 'agency.codeAdded', vi: 'Gắn mã định danh', en: 'A code was given to an agency' },
  { name: 'agency.codeEnded', vi: 'Kết thúc mã định danh', en: 'A code of an agency ended' },
  { name: 'agency.aliasAdded', vi: 'Thêm cách viết tên', en: 'An alternative spelling of a name was added' },
  { name: 'agency.aliasRemoved', vi: 'Bỏ một cách viết tên', en: 'An alternative spelling of a name was removed' },
  { name: 'calendar.changed', vi: 'Sửa phương án nghỉ của năm', en: 'The choices of a year were changed' },
  { name: 'calendar.dayPlanned', vi: 'Thêm ngày nghỉ hoặc làm bù', en: 'A day was declared off or working' },
  { name: 'calendar.dayWithdrawn', vi: 'Bỏ ngày nghỉ hoặc làm bù đã ghi', en: 'A planned day was withdrawn' },
]

export const agencyConstraints: ConstraintMeanings = {
  agency_code_in_life: {
    kind: 'conflict',
    code: 'registry.code_outlives_agency',
    detail: 'Mã chỉ thuộc cơ quan trong thời gian cơ quan tồn tại. Hãy kết thúc mã trước.',
  },
  agency_period_parent_there: {
    kind: 'conflict',
    code: 'registry.parent_not_there',
    detail: 'Còn đơn vị thuộc cơ quan này sau ngày đó. Hãy chuyển hoặc kết thúc các đơn vị trước.',
  },
  agency_period_no_parent_cycle: {
    kind: 'conflict',
    code: 'registry.parent_cycle',
    detail: 'Cơ quan cấp trên không được thành vòng. Hãy chọn cơ quan khác.',
  },
  agency_period_district_is_past: {
    kind: 'invalid',
    code: 'registry.no_districts',
    detail: 'Từ ngày 01/7/2025 không còn cấp huyện.',
  },
  succession_no_cycle: {
    kind: 'conflict',
    code: 'registry.succession_cycle',
    detail: 'Kế thừa không được thành vòng. Hãy chọn cơ quan khác.',
  },
  day_plan_pk: {
    kind: 'conflict',
    code: 'calendar.day_planned',
    detail: 'Ngày này đã có trong phương án. Hãy bỏ dòng cũ trước.',
  },
}
