import type { EventDescription } from '../platform/audit.ts'
import type { ConstraintMeanings } from '../platform/http/problem.ts'

/** What happens to people, their posts and what posts may do; the subject is the person, or the role. */
export const PERSON_EVENTS: readonly EventDescription[] = [
  { name: 'person.added', vi: 'Thêm người dùng và vai trò', en: 'A person was given a post' },
  {
    name: 'person.changed',
    vi: 'Sửa họ tên, địa chỉ thư của người dùng',
    en: 'A person’s name or address was changed',
  },
  { name: 'person.invited', vi: 'Mời người dùng đặt mật khẩu', en: 'A person was invited to set a password' },
  {
    name: 'person.forgot',
    vi: 'Gửi liên kết đặt lại mật khẩu theo yêu cầu ở trang Quên mật khẩu',
    en: 'A link to set a new password was sent, as requested at the page of forgotten passwords',
  },
  {
    name: 'person.resetRequested',
    vi: 'Đề nghị đặt lại mật khẩu cho người khác',
    en: 'A new password for a person was requested',
  },
  { name: 'person.resetApproved', vi: 'Duyệt đặt lại mật khẩu', en: 'A new password for a person was approved' },
  { name: 'person.resetRefused', vi: 'Không duyệt đặt lại mật khẩu', en: 'A new password for a person was refused' },
  { name: 'person.passwordSet', vi: 'Người được mời đặt mật khẩu', en: 'An invited person set their password' },
  {
    name: 'person.closed',
    vi: 'Ngừng tài khoản, kết thúc mọi phiên',
    en: 'A sign-in was closed and its sessions ended',
  },
  { name: 'person.reopened', vi: 'Mở lại tài khoản đã ngừng', en: 'A closed sign-in was opened again' },
  {
    name: 'person.factorsCleared',
    vi: 'Gỡ xác thực hai lớp của người đã mất các lớp xác thực',
    en: 'Second factors that their owner lost were removed',
  },
  { name: 'person.postGiven', vi: 'Giao thêm một vị trí công tác', en: 'A person was given another post' },
  { name: 'person.postEnded', vi: 'Kết thúc một vị trí công tác', en: 'A post of a person was ended' },
  {
    name: 'person.postInherited',
    vi: 'Chuyển vị trí công tác theo sắp xếp tổ chức bộ máy',
    en: 'A post continued at the successor of its agency',
  },
  { name: 'person.postWithdrawn', vi: 'Hủy một vị trí giao nhầm', en: 'A post given by mistake was removed' },
  { name: 'person.postChosen', vi: 'Chuyển sang làm việc ở vị trí khác', en: 'A person continued in another post' },
  {
    name: 'person.deputed',
    vi: 'Ủy quyền hoặc giao làm thay khi vắng mặt',
    en: 'A person was deputed to another’s post',
  },
  { name: 'person.deputationRevoked', vi: 'Thu hồi ủy quyền', en: 'A deputation was revoked' },
  { name: 'person.followingSet', vi: 'Giao các cơ quan theo dõi', en: 'The agencies a person follows were set' },
  { name: 'role.changed', vi: 'Sửa quyền của một vai trò', en: 'What a role may do was changed' },
]

export const PERSON_CONSTRAINTS: ConstraintMeanings = {
  post_once: {
    kind: 'conflict',
    code: 'registry.posts_overlap',
    detail:
      'Người này đã giữ vị trí này trong khoảng thời gian đó. Hãy chọn khoảng khác hoặc kết thúc vị trí cũ trước.',
  },
  person_user_once: {
    kind: 'conflict',
    code: 'registry.person_exists',
    detail: 'Tài khoản này đã gắn với một người.',
  },
  deputation_once: {
    kind: 'conflict',
    code: 'deputation.overlaps',
    detail:
      'Người này đã được ủy quyền ở vị trí này trong khoảng thời gian đó. Hãy thu hồi lần trước hoặc chọn khoảng khác.',
  },
  deputation_not_oneself: {
    kind: 'invalid',
    code: 'deputation.oneself',
    detail: 'Không thể ủy quyền cho chính người giữ vị trí. Hãy chọn người khác.',
  },
  deputation_within_a_year: {
    kind: 'invalid',
    code: 'deputation.too_long',
    detail: 'Mỗi lần ủy quyền không quá một năm.',
  },
  deputation_in_writing: {
    kind: 'invalid',
    code: 'deputation.document',
    detail: 'Ủy quyền phải bằng văn bản. Hãy ghi số, ký hiệu và ngày của văn bản.',
  },
  person_name_plain: {
    kind: 'invalid',
    code: 'person.words',
    detail: 'Họ và tên phải nằm trên một dòng, không có ký tự điều khiển.',
  },
  following_pk: {
    kind: 'conflict',
    code: 'following.overlaps',
    detail: 'Người này đã theo dõi cơ quan đó trong khoảng thời gian đó.',
  },
  role_sees_what_it_reads: {
    kind: 'invalid',
    code: 'role.sees_too_little',
    detail: 'Vai trò có quyền đọc nội dung của mọi cơ quan phải xem được mọi cơ quan.',
  },
}
