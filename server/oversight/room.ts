import type { Room } from '../platform/room.ts'
import { oversightLanding } from './landing.ts'
import { oversightRoutes } from './routes.ts'
import { oversightSubjects } from './subjects.ts'
import { oversightTells } from './tells.ts'
import { reportsToSign } from './to-sign.ts'

export const oversight: Room = {
  name: 'oversight',
  tokenScopes: { oversight: 'oversight' },
  subjects: oversightSubjects,
  routes: oversightRoutes,
  landing: oversightLanding,
  toSign: reportsToSign,
  tells: oversightTells,
  events: [
    { name: 'report.drafted', vi: 'Lập báo cáo tháng', en: 'Monthly report drawn up' },
    {
      name: 'report.edited',
      vi: 'Sửa báo cáo tháng, tính lại số liệu',
      en: 'Drafted report changed, figures computed again',
    },
    { name: 'report.submitted', vi: 'Trình ký báo cáo tháng', en: 'Report submitted for signature' },
    { name: 'report.withdrawn', vi: 'Rút báo cáo đã trình', en: 'Report withdrawn' },
    { name: 'report.sentBack', vi: 'Trả lại báo cáo, không ký', en: 'Report sent back unsigned' },
    { name: 'report.issued', vi: 'Ký, phát hành báo cáo tháng', en: 'Monthly report signed and issued' },
    { name: 'report.dropped', vi: 'Bỏ dự thảo báo cáo tháng', en: 'Drafted report dropped' },
    // Recorded until reports were signed by another person than the one who drew them up.
    {
      name: 'report.frozen',
      vi: 'Phát hành báo cáo tháng (khi chưa có bước ký)',
      en: 'Monthly report issued, before signing',
    },
  ],
  constraints: {
    report_one_open: {
      kind: 'conflict',
      code: 'report.one_open',
      detail: 'Đang có một báo cáo tháng này chưa phát hành. Hãy sửa, trình ký hoặc bỏ báo cáo đó.',
    },
    report_issued_stays: {
      kind: 'conflict',
      code: 'report.issued_stays',
      detail: 'Báo cáo đã phát hành không thay đổi được. Nếu cần, hãy lập báo cáo mới.',
    },
  },
}
