import type { Room } from '../platform/room.ts'
import { reportFinder } from './find.ts'
import { oversightLanding } from './landing.ts'
import { loadKinds } from './report-kinds.ts'
import { oversightRoutes } from './routes.ts'
import { scheduledDrafts } from './scheduled.ts'
import { oversightSubjects } from './subjects.ts'
import { oversightTells } from './tells.ts'
import { loadTemplates } from './template.ts'
import { reportsToSign } from './to-sign.ts'

export const oversight: Room = {
  name: 'oversight',
  tokenScopes: { oversight: 'oversight' },
  subjects: oversightSubjects,
  routes: oversightRoutes,
  prepare: async (trx) => {
    await loadKinds(trx)
    await loadTemplates(trx, Temporal.Now.instant().toString())
  },
  handlers: (all) => ({ 'oversight.scheduledDrafts': scheduledDrafts(all) }),
  // Every hour, and what a server that stood still has missed when it starts.
  schedules: [{ at: '11 * * * *', job: 'oversight.scheduledDrafts', atStart: true }],
  landing: oversightLanding,
  search: [reportFinder],
  toSign: reportsToSign,
  tells: oversightTells,
  events: [
    { name: 'report.drafted', vi: 'Lập báo cáo', en: 'Report drawn up' },
    { name: 'report.scheduled', vi: 'Dự thảo báo cáo có sẵn theo lịch', en: 'Draft there on its day' },
    {
      name: 'report.recomputed',
      vi: 'Cập nhật số liệu của dự thảo báo cáo',
      en: 'Figures of a draft taken as they are now',
    },
    { name: 'report.recommendationDecided', vi: 'Chọn kiến nghị của báo cáo', en: 'Recommendation taken or left out' },
    { name: 'report.corrected', vi: 'Lập bản đính chính báo cáo', en: 'Correction of an issued report begun' },
    { name: 'reportTemplate.drafted', vi: 'Lập bản mới của mẫu báo cáo', en: 'New version of a template drafted' },
    { name: 'reportTemplate.edited', vi: 'Sửa mẫu báo cáo', en: 'Drafted template changed' },
    { name: 'reportTemplate.tried', vi: 'Thử mẫu báo cáo trên kỳ đã qua', en: 'Template tried on a past period' },
    { name: 'reportTemplate.putInUse', vi: 'Đưa mẫu báo cáo vào sử dụng', en: 'Template put in use' },
    { name: 'reportTemplate.dropped', vi: 'Bỏ bản mẫu báo cáo chưa dùng', en: 'Drafted template dropped' },
    { name: 'reportRegime.added', vi: 'Đặt lịch lập báo cáo', en: 'Day of a draft set' },
    { name: 'reportRegime.ended', vi: 'Kết thúc lịch lập báo cáo', en: 'Day of a draft ended' },
    {
      name: 'report.edited',
      vi: 'Sửa dự thảo báo cáo',
      en: 'Drafted report changed',
    },
    { name: 'report.submitted', vi: 'Trình ký báo cáo', en: 'Report submitted for signature' },
    { name: 'report.withdrawn', vi: 'Rút báo cáo đã trình', en: 'Report withdrawn' },
    { name: 'report.sentBack', vi: 'Trả lại báo cáo, không ký', en: 'Report sent back unsigned' },
    { name: 'report.issued', vi: 'Ký, phát hành báo cáo', en: 'Report signed and issued' },
    { name: 'report.dropped', vi: 'Bỏ dự thảo báo cáo', en: 'Drafted report dropped' },
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
    report_corrected_once: {
      kind: 'conflict',
      code: 'report.corrected_already',
      detail: 'Báo cáo này đã có bản đính chính. Hãy mở bản đó.',
    },
    report_number_once: {
      kind: 'conflict',
      code: 'report.number_taken',
      detail: 'Số báo cáo này đã cấp trong ngày. Báo cáo phải được trả lại để đổi số.',
    },
    report_template_one_draft: {
      kind: 'conflict',
      code: 'report.template_one_draft',
      detail: 'Loại báo cáo này đang có một bản mẫu chưa dùng. Hãy sửa hoặc bỏ bản đó.',
    },
    report_template_in_use: {
      kind: 'conflict',
      code: 'report.template_in_use',
      detail: 'Người khác vừa đưa một mẫu khác vào sử dụng. Hãy tải lại trang.',
    },
    report_template_stays: {
      kind: 'conflict',
      code: 'report.template_stays',
      detail: 'Mẫu đã đưa vào sử dụng không sửa được. Hãy lập bản mới của mẫu.',
    },
    report_template_tried_first: {
      kind: 'conflict',
      code: 'report.template_untried',
      detail: 'Mẫu chưa được thử như hiện nay. Hãy thử trên một kỳ đã qua rồi mới đưa vào sử dụng.',
    },
    report_regime_once: {
      kind: 'conflict',
      code: 'report.regime_overlaps',
      detail: 'Loại báo cáo này đã có lịch trong thời gian đó. Hãy kết thúc lịch cũ trước ngày bắt đầu lịch mới.',
    },
    report_issued_stays: {
      kind: 'conflict',
      code: 'report.issued_stays',
      detail: 'Báo cáo đã phát hành không thay đổi được. Nếu cần, hãy lập báo cáo mới.',
    },
  },
}
