import { SigningRefused } from './signer.ts'

/** Why a key cannot be used, in words for the one who must do something about it; `code` is that of `SigningRefused`. */
export const KEY_WORDS = {
  'certificate.unreadable': {
    code: 'unreadable',
    vi: 'Không đọc được chứng thư số. Hãy lấy lại tệp chứng thư từ tổ chức cung cấp.',
    en: 'The certificate cannot be read. Get it again from the authority that issued it.',
  },
  'certificate.missing': {
    code: 'unreadable',
    vi: 'Thiếu chứng thư số của khóa này. Hãy đưa lên tệp chứng thư kèm theo.',
    en: 'The certificate of this key is missing. Add the file of certificates.',
  },
  'certificate.algorithm': {
    code: 'unreadable',
    vi: 'Loại khóa của chứng thư không được dùng để ký. Cần RSA từ 2048 bit, P-256 hoặc P-384.',
    en: 'Keys of this kind are not used for signing. RSA of 2048 bits or more, P-256 or P-384 is needed.',
  },
  'certificate.not_yet': {
    code: 'expired',
    vi: 'Chứng thư số chưa đến ngày có hiệu lực. Hãy chờ đến ngày đó hoặc dùng chứng thư khác.',
    en: 'The certificate is not in force yet. Wait for its first day, or use another.',
  },
  'certificate.ended': {
    code: 'expired',
    vi: 'Chứng thư số đã hết hạn. Hãy gia hạn với tổ chức cung cấp rồi đưa lên chứng thư mới.',
    en: 'The certificate has ended. Have it renewed by its authority, and add the new one.',
  },
  'certificate.does_not_fit': {
    code: 'refused',
    vi: 'Chữ ký không khớp với chứng thư số. Hãy kiểm tra đã chọn đúng thiết bị và đúng khóa.',
    en: 'The signature does not fit the certificate. Check that this is the right device and the right key.',
  },
  'pkcs12.too_large': {
    code: 'unreadable',
    vi: 'Tệp khóa lớn quá 1 MB, không phải tệp .p12 hoặc .pfx của một khóa.',
    en: 'The file has more than 1 MB, which no .p12 or .pfx file of one key has.',
  },
  'pkcs12.unreadable': {
    code: 'unreadable',
    vi: 'Tệp không phải tệp khóa PKCS #12 (.p12, .pfx) hoặc đã hỏng. Hãy xuất lại tệp từ nơi giữ khóa.',
    en: 'The file is no PKCS #12 file (.p12, .pfx), or is damaged. Export it again from where the key is kept.',
  },
  'pkcs12.no_mac': {
    code: 'unreadable',
    vi: 'Tệp khóa không có mã kiểm tra toàn vẹn nên không tin được. Hãy xuất lại tệp có mật khẩu.',
    en: 'The file has no integrity check, so it cannot be trusted. Export it again with a password.',
  },
  'pkcs12.password': {
    code: 'pin',
    vi: 'Mật khẩu của tệp khóa không đúng, hoặc tệp đã bị thay đổi. Hãy nhập lại mật khẩu.',
    en: 'The password of the file is wrong, or the file was changed. Type the password again.',
  },
  'pkcs12.old_cipher': {
    code: 'unreadable',
    vi: 'Tệp khóa dùng mã hóa cũ không còn an toàn (RC2 hoặc RC4). Hãy chuyển đổi: openssl pkcs12 -legacy -in cu.p12 -out tam.pem rồi openssl pkcs12 -export -in tam.pem -out moi.p12, xóa tam.pem.',
    en: 'The file uses an old cipher that is not safe (RC2 or RC4). Convert it: openssl pkcs12 -legacy -in old.p12 -out between.pem, then openssl pkcs12 -export -in between.pem -out new.p12, and delete between.pem.',
  },
  'pkcs12.cipher': {
    code: 'unreadable',
    vi: 'Tệp khóa dùng cách mã hóa không hỗ trợ. Hãy xuất lại bằng AES-256 (PBES2).',
    en: 'The file uses a cipher that is not supported. Export it again with AES-256 (PBES2).',
  },
  'pkcs12.too_slow': {
    code: 'unreadable',
    vi: 'Tệp khóa đòi số vòng tính mật khẩu quá lớn. Hãy xuất lại với số vòng mặc định.',
    en: 'The file asks for too many rounds of its password. Export it again with the usual number.',
  },
  'pkcs12.no_key': {
    code: 'absent',
    vi: 'Tệp không có khóa riêng, chỉ có chứng thư. Hãy xuất lại kèm khóa riêng.',
    en: 'The file holds no private key, only certificates. Export it again with the private key.',
  },
  'pkcs12.several_keys': {
    code: 'unreadable',
    vi: 'Tệp có nhiều khóa riêng. Hãy xuất mỗi khóa thành một tệp.',
    en: 'The file holds several private keys. Export each into a file of its own.',
  },
  'pkcs12.no_certificate': {
    code: 'unreadable',
    vi: 'Tệp có khóa riêng nhưng không có chứng thư. Hãy xuất lại kèm chứng thư.',
    en: 'The file holds a private key and no certificate. Export it again with the certificate.',
  },
  'pkcs12.does_not_fit': {
    code: 'unreadable',
    vi: 'Khóa riêng và chứng thư trong tệp không khớp nhau. Hãy xuất lại đúng cặp.',
    en: 'The private key and the certificates in the file do not fit. Export the right pair.',
  },
  'token.pin': {
    code: 'pin',
    vi: 'Mã PIN của thiết bị ký không đúng. Hãy nhập lại; thiết bị tự khóa sau vài lần sai.',
    en: 'The PIN of the device is wrong. Type it again; the device locks itself after a few wrong ones.',
  },
  'token.locked': {
    code: 'locked',
    vi: 'Thiết bị ký đã khóa vì nhập sai mã PIN nhiều lần. Hãy nhờ tổ chức cung cấp mở khóa.',
    en: 'The device locked itself after several wrong PINs. Ask its authority to unlock it.',
  },
  'token.pin_ended': {
    code: 'expired',
    vi: 'Mã PIN của thiết bị đã hết hạn. Hãy đổi mã PIN bằng phần mềm của thiết bị.',
    en: 'The PIN of the device has ended. Change it with the software of the device.',
  },
  'token.absent': {
    code: 'absent',
    vi: 'Không thấy thiết bị ký hoặc khóa trong thiết bị. Hãy cắm thiết bị và kiểm tra tên, mã khóa.',
    en: 'The device, or the key on it, is not there. Plug it in, and check its name and the id of the key.',
  },
  'token.refused': {
    code: 'refused',
    vi: 'Thiết bị ký từ chối ký bằng khóa này. Hãy kiểm tra khóa có được phép ký không.',
    en: 'The device refuses to sign with this key. Check that the key may sign.',
  },
  'token.unreachable': {
    code: 'unreachable',
    vi: 'Phần mềm của thiết bị ký không trả lời. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống.',
    en: 'The software of the device does not answer. Try again; if that fails, tell the administrator.',
  },
  'provider.pin': {
    code: 'pin',
    vi: 'Mã PIN hoặc mã OTP không đúng. Hãy nhập lại.',
    en: 'The PIN or the one-time code is wrong. Type it again.',
  },
  'provider.locked': {
    code: 'locked',
    vi: 'Khóa ký từ xa đang bị khóa. Hãy liên hệ nhà cung cấp dịch vụ ký.',
    en: 'The remote key is locked. Contact the provider.',
  },
  'provider.absent': {
    code: 'absent',
    vi: 'Nhà cung cấp không có khóa này. Hãy kiểm tra mã chứng thư của dịch vụ ký từ xa.',
    en: 'The provider has no such key. Check the id of the credential.',
  },
  'provider.expired': {
    code: 'expired',
    vi: 'Lượt cho phép ký đã hết hạn. Hãy ký lại.',
    en: 'The authorisation to sign has ended. Sign again.',
  },
  'provider.refused': {
    code: 'refused',
    vi: 'Nhà cung cấp dịch vụ ký từ chối yêu cầu. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống.',
    en: 'The provider refused the request. Try again; if that fails, tell the administrator.',
  },
  'provider.unreachable': {
    code: 'unreachable',
    vi: 'Không kết nối được nhà cung cấp dịch vụ ký từ xa. Hãy thử lại sau ít phút.',
    en: 'The provider of remote signing cannot be reached. Try again in a few minutes.',
  },
  'provider.unreadable': {
    code: 'unreadable',
    vi: 'Nhà cung cấp dịch vụ ký trả lời sai quy cách. Hãy báo quản trị hệ thống.',
    en: 'The provider answers against its specification. Tell the administrator.',
  },
  'identity.not_in_force': {
    code: 'refused',
    vi: 'Chữ ký số này không còn hoặc chưa có hiệu lực. Hãy kiểm tra mục Chữ ký số trong tài khoản.',
    en: 'This signing identity is not in force. See the electronic signatures of the account.',
  },
  'identity.device': {
    code: 'refused',
    vi: 'Khóa nằm trong thiết bị ở máy của người ký. Hãy ký bằng phần mềm của thiết bị trên máy đó.',
    en: 'The key lies in a device at the holder’s own machine. Sign there, with the software of the device.',
  },
  'identity.sealed': {
    code: 'unreadable',
    vi: 'Không mở được khóa đã niêm phong vì khóa bí mật của hệ thống đã đổi. Hãy kết thúc và thêm lại chữ ký số.',
    en: 'The sealed key cannot be opened, because the secret of the installation changed. End it, and add it again.',
  },
  'identity.library': {
    code: 'absent',
    vi: 'Không có phần mềm thiết bị ký mang tên này. Hãy chọn trong danh sách hoặc báo quản trị hệ thống.',
    en: 'No library of tokens has this name. Choose one of the list, or tell the administrator.',
  },
  'identity.provider': {
    code: 'absent',
    vi: 'Không có nhà cung cấp dịch vụ ký mang tên này. Hãy chọn trong danh sách hoặc báo quản trị hệ thống.',
    en: 'No provider has this name. Choose one of the list, or tell the administrator.',
  },
} as const satisfies Record<string, { code: SigningRefused['code']; vi: string; en: string }>
export type KeyReason = keyof typeof KEY_WORDS

/** `SigningRefused` with a reason that has its sentence in both languages. */
export class KeyRefused extends SigningRefused {
  readonly reason: KeyReason
  /** `message` is for the log and holds no secret. */
  constructor(reason: KeyReason, message: string, options?: ErrorOptions) {
    super(KEY_WORDS[reason].code, message, options)
    this.reason = reason
  }
}
