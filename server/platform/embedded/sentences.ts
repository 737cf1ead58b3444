import { CannotStart, type Sentence } from '../errors.ts'

/** What can prevent our own PostgreSQL from running, each with its remedy. */
export const SENTENCES = {
  otherServer: (folder: string) => ({
    vi: `Một máy chủ khác đang chạy trên ${folder}; hãy dừng nó, hoặc đặt DATA_DIR khác.`,
    en: `Another server already runs on ${folder}; stop it first, or give another DATA_DIR.`,
  }),
  wrongPassword: {
    vi: 'Mật khẩu trong postgres.password không phải của cơ sở dữ liệu bên cạnh; hãy khôi phục cả hai từ cùng một bản sao lưu.',
    en: 'The password in postgres.password is not that of the database beside it; restore both from one backup.',
  },
  lostPassword: (path: string) => ({
    vi: `Thiếu ${path}, không mở được cơ sở dữ liệu; hãy khôi phục tệp này từ bản sao lưu.`,
    en: `${path} is missing, and the database cannot be opened without it; restore it from the backup.`,
  }),
  newerCluster: (made: number, ours: number) => ({
    vi: `Dữ liệu do PostgreSQL ${made} tạo, mới hơn bản ${ours} của phiên bản này; hãy cài phiên bản Điều Hành đã tạo ra nó hoặc mới hơn.`,
    en: `The data was made by PostgreSQL ${made}, newer than the ${ours} of this version; install the version of Điều Hành that made it, or a later one.`,
  }),
  olderCluster: (made: number, ours: number) => ({
    vi: `Dữ liệu do PostgreSQL ${made} tạo, phiên bản này chạy ${ours}; hãy sao lưu bằng phiên bản cũ rồi khôi phục vào đây (docs/operating.md).`,
    en: `The data was made by PostgreSQL ${made}, this version runs ${ours}; back it up with the earlier version and restore it here (docs/operating.md).`,
  }),
  notPackaged: {
    vi: `Không có sẵn PostgreSQL cho ${process.platform} ${process.arch}; hãy đặt DATABASE_URL.`,
    en: `There is no packaged PostgreSQL for ${process.platform} on ${process.arch}, or npm left it out; give DATABASE_URL.`,
  },
  missingLibraries: {
    vi: 'PostgreSQL thiếu thư viện đi kèm; hãy xóa node_modules rồi cài lại.',
    en: 'PostgreSQL lacks the libraries that come with it; remove node_modules and install again.',
  },
  noAccount: {
    vi: 'PostgreSQL không chạy dưới quyền root, mà máy không có tài khoản postgres hay no one; hãy chạy bằng tài khoản khác, hoặc đặt DATABASE_URL.',
    en: 'PostgreSQL does not run as root and this machine has neither an account postgres nor nobody; start as another user, or give DATABASE_URL.',
  },
  noSharedHome: (folder: string) => ({
    vi: `PostgreSQL không chạy dưới quyền root, tài khoản khác không vào được thư mục này và không tạo được ${folder}; hãy chuyển thư mục ra ngoài thư mục riêng của root, hoặc đặt DATABASE_URL.`,
    en: `PostgreSQL does not run as root, no other account may enter this folder, and ${folder} cannot be made; move the project or DATA_DIR out of root's home, or give DATABASE_URL.`,
  }),
  diskFull: (folder: string) => ({
    vi: `Ổ đĩa chứa ${folder} đã đầy; hãy giải phóng chỗ, hoặc đặt DATA_DIR trên ổ khác.`,
    en: `The disk of ${folder} is full; free some space, or give a DATA_DIR on another disk.`,
  }),
  readOnly: (folder: string) => ({
    vi: `${folder} nằm trên ổ chỉ đọc; hãy đặt DATA_DIR khác.`,
    en: `${folder} is on a disk that cannot be written to; give another DATA_DIR.`,
  }),
  noRight: (folder: string) => ({
    vi: `Không có quyền ghi vào ${folder} hoặc chạy PostgreSQL từ đó; hãy đặt DATA_DIR khác.`,
    en: `There is no right to write to ${folder} or to run PostgreSQL from it; give another DATA_DIR.`,
  }),
  notFolder: (folder: string) => ({
    vi: `${folder} không phải thư mục; hãy đặt DATA_DIR khác.`,
    en: `${folder} is not a folder; give another DATA_DIR.`,
  }),
  revived: (how: string) => ({
    vi: `PostgreSQL tự dừng (${how}) và đã được chạy lại.`,
    en: `PostgreSQL ended by itself (${how}) and was started again.`,
  }),
  keepsEnding: (how: string, log: string) => ({
    vi: `PostgreSQL tự dừng nhiều lần liền (${how}), máy chủ không phục vụ tiếp được; xem ${log}, kiểm tra bộ nhớ và ổ đĩa rồi chạy lại.`,
    en: `PostgreSQL keeps ending by itself (${how}), so nothing can be served; see ${log}, check memory and disk, and start again.`,
  }),
  unknown: (words: string, log: string) => ({
    vi: `PostgreSQL không khởi động được: ${words} (xem ${log})`,
    en: `PostgreSQL did not start: ${words} (see ${log})`,
  }),
} as const satisfies Record<string, Sentence | ((...args: never[]) => Sentence)>

/** The one reason, out of the output of the system or PostgreSQL. */
export function asCannotStart(error: unknown, dataDir: string, log: string): CannotStart {
  if (error instanceof CannotStart) return error
  const text =
    error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}`.trim() : String(error)
  const known: [RegExp, Sentence][] = [
    [/ENOSPC|No space left on device|wrote only \d+ of \d+ bytes/i, SENTENCES.diskFull(dataDir)],
    [/EROFS|Read-only file system/i, SENTENCES.readOnly(dataDir)],
    [/EACCES|EPERM|Permission denied|Operation not permitted/i, SENTENCES.noRight(dataDir)],
    [/ENOTDIR|EEXIST/, SENTENCES.notFolder(dataDir)],
    [/error while loading shared libraries/i, SENTENCES.missingLibraries],
  ]
  return new CannotStart(known.find(([sign]) => sign.test(text))?.[1] ?? SENTENCES.unknown(text, log), error)
}
