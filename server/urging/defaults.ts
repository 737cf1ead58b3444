import type { RuleEdit } from './shapes.ts'

/**
 * Why the default rules have these numbers. The regulation gives the Office the duty to follow up and urge, but does not
 * set how many days ahead or how often. So the numbers are the product's, and every office sets its own.
 */
const BASIS =
  'Mặc định của phần mềm. Quy chế ban hành kèm theo Quyết định 42/2014/QĐ-TTg (sửa đổi bởi Quyết định 23/2018/QĐ-TTg) giao Văn phòng Chính phủ theo dõi, đôn đốc, không định số ngày; đơn vị theo dõi sửa được.'

const URGENT = ['khẩn', 'thượng khẩn', 'hỏa tốc']
const ANY = { urgencies: [], deadlineKinds: [], agencyIds: [], isActive: true } satisfies Partial<RuleEdit>
const because = (reason: string) => `${reason} ${BASIS}`

/** The rules installed at the first start. From then on they are ordinary data. */
export const DEFAULT_RULES: readonly (RuleEdit & { key: string })[] = [
  {
    ...ANY,
    key: 'before-5',
    name: 'Nhắc trước hạn 5 ngày làm việc',
    reason: because('Cán bộ còn một tuần làm việc để hoàn thành hoặc đề nghị gia hạn kịp thời.'),
    event: 'before',
    days: 5,
    whom: ['officer'],
    how: ['inApp', 'email', 'webhook'],
  },
  {
    ...ANY,
    key: 'before-1',
    name: 'Nhắc trước hạn 1 ngày làm việc',
    reason: because('Lần nhắc cuối trước hạn, có lãnh đạo cùng biết.'),
    event: 'before',
    days: 1,
    whom: ['officer', 'leader'],
    how: ['inApp', 'email'],
  },
  {
    ...ANY,
    key: 'on',
    name: 'Nhắc ngày đến hạn',
    reason: because('Ngày cuối còn trong hạn.'),
    event: 'on',
    days: null,
    whom: ['officer'],
    how: ['inApp', 'email'],
  },
  {
    ...ANY,
    key: 'after-5',
    name: 'Đôn đốc quá hạn, mỗi 5 ngày làm việc',
    reason: because('Nhiệm vụ quá hạn được nhắc mỗi tuần cho tới khi có báo cáo hoàn thành.'),
    event: 'after',
    days: 5,
    whom: ['officer', 'leader', 'taskForce'],
    how: ['inApp', 'email', 'webhook'],
  },
  {
    ...ANY,
    key: 'urgent-after-1',
    name: 'Đôn đốc hằng ngày nhiệm vụ khẩn đã quá hạn',
    reason: because('Văn bản giao ghi độ khẩn thì không chờ tới tuần sau.'),
    event: 'after',
    days: 1,
    urgencies: URGENT,
    whom: ['officer', 'leader'],
    how: ['inApp', 'email'],
  },
  {
    ...ANY,
    key: 'after-20',
    name: 'Quá hạn 20 ngày làm việc: người đứng đầu và công văn',
    reason: because(
      'Quá hạn khoảng một tháng thì báo người đứng đầu và đề xuất công văn đôn đốc; người lập và ký vẫn là người.',
    ),
    event: 'after',
    days: 20,
    whom: ['minister', 'taskForce'],
    how: ['inApp', 'email', 'letter'],
  },
  {
    ...ANY,
    key: 'silence-30',
    name: 'Không báo cáo trong 30 ngày',
    reason: because('Nhiệm vụ còn mở phải có tin tiến độ ít nhất mỗi tháng, kịp báo cáo tháng.'),
    event: 'silence',
    days: 30,
    whom: ['officer'],
    how: ['inApp', 'email'],
  },
  {
    ...ANY,
    key: 'period',
    name: 'Thiếu báo cáo định kỳ của nhiệm vụ thường xuyên',
    reason: because(
      'Kỳ báo cáo đã qua mà chưa có báo cáo; nhắc lại mỗi 5 ngày làm việc. Nhiệm vụ thường xuyên không vì thế mà quá hạn.',
    ),
    event: 'period',
    days: 5,
    whom: ['officer'],
    how: ['inApp', 'email'],
  },
  {
    ...ANY,
    key: 'milestone',
    name: 'Mốc của nhiệm vụ đã qua',
    reason: because('Mốc giữa kỳ qua mà chưa báo hoàn thành; nhắc lại mỗi 10 ngày làm việc.'),
    event: 'milestone',
    days: 10,
    whom: ['officer'],
    how: ['inApp', 'email'],
  },
]
