import type { EventDescription } from '../audit.ts'

/** Acts on the ways in which a user proves who they are. */
export const accountEvents: EventDescription[] = [
  { name: 'password.changed', vi: 'Đổi mật khẩu', en: 'The password was changed' },
  { name: 'secondFactor.enrolled', vi: 'Đăng ký ứng dụng xác thực', en: 'An authenticator app was enrolled' },
  { name: 'secondFactor.removed', vi: 'Gỡ ứng dụng xác thực', en: 'The authenticator app was removed' },
  {
    name: 'secondFactor.recovered',
    vi: 'Đăng nhập bằng mã dự phòng',
    en: 'A recovery code was used to sign in',
  },
  {
    name: 'secondFactor.codesRenewed',
    vi: 'Tạo lại mã dự phòng; mã cũ hết hiệu lực',
    en: 'New recovery codes were made; the old ones became invalid',
  },
  {
    name: 'secondFactor.guessed',
    vi: 'Nhập sai mã xác thực quá số lần sau khi mật khẩu đúng',
    en: 'Too many wrong codes were tried after a correct password',
  },
  { name: 'passkey.added', vi: 'Thêm khóa truy cập', en: 'A passkey was added' },
  { name: 'passkey.removed', vi: 'Gỡ khóa truy cập', en: 'A passkey was removed' },
  { name: 'session.revoked', vi: 'Kết thúc phiên đăng nhập ở nơi khác', en: 'A session was ended from elsewhere' },
  { name: 'identity.linked', vi: 'Liên kết danh tính điện tử', en: 'An identity was linked' },
  { name: 'identity.unlinked', vi: 'Gỡ liên kết danh tính điện tử', en: 'The link to an identity was ended' },
  { name: 'token.made', vi: 'Tạo mã API', en: 'An API token was made' },
  { name: 'token.revoked', vi: 'Thu hồi mã API', en: 'An API token was revoked' },
]
