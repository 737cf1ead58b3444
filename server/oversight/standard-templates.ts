/** The templates that the product is shipped with, one of each kind: the wording of the published reports, as data. */
import type { Section } from './section.ts'

export interface StandardTemplate {
  kind: string
  title: string
  countsFrom: 'period' | 'year' | 'lastYear'
  recipients: string[]
  addressee: string | null
  sections: Section[]
}

const text = (key: string, heading: string | null, ...lines: string[]): Section => ({
  key,
  kind: 'text',
  heading,
  body: lines.join('\n'),
  settings: {},
})
const of = (
  key: string,
  kind: Section['kind'],
  heading: string | null,
  settings: Section['settings'] = {},
  body = '',
): Section => ({ key, kind, heading, body, settings })

/** The four states in the words of the reports since 2017. */
const FOUR_STATES =
  'Lũy kế, từ {{from}} - {{asOf}}, Chính phủ, Thủ tướng Chính phủ giao {{tasks.assigned}} nhiệm vụ. Trong đó, có {{tasks.done}} nhiệm vụ đã hoàn thành (đúng hạn: {{tasks.doneOnTime}}, quá hạn: {{tasks.doneLate}}); {{tasks.openInTerm}} nhiệm vụ trong hạn; {{tasks.openOverdue}} nhiệm vụ quá hạn chưa hoàn thành[[ (chiếm {{tasks.overdueShare}}, {{tasks.overdueSharePoints}} so với tháng trước)| (chiếm {{tasks.overdueShare}})]].'
const SINCE_JANUARY =
  'Từ đầu năm {{year}} đến ngày {{asOf}}, Chính phủ, Thủ tướng Chính phủ giao {{tasks.assigned; from=year}} nhiệm vụ.'
const PROGRAMME =
  'Về thực hiện Chương trình công tác, từ đầu năm đến ngày {{asOf}}, có {{programme.dueInPeriod; from=year}} đề án phải trình. Đến nay, các bộ, cơ quan đã trình {{programme.submitted; from=year}}/{{programme.dueInPeriod; from=year}} đề án, còn {{programme.owed; from=year}} đề án chưa trình[[, chiếm {{programme.owedShare; from=year}}]][[ ({{programme.owedSharePoints; from=year}} so với cùng kỳ năm trước)]][[; còn {{programme.owedEarlier; from=year}} đề án nợ đọng từ các năm trước chuyển sang, tổng cộng {{programme.owedAll}} đề án nợ đọng]].'
const PROGRAMME_NEXT =
  'Trong tháng {{nextMonth}} có {{programme.dueNextMonth}} đề án phải trình theo Chương trình công tác.'
const PLANS =
  '[[Tính đến ngày {{asOf}}, có {{programme.plansIssuedMinistries; from=year}}/{{programme.plansDueMinistries; from=year}} bộ, cơ quan ngang bộ và {{programme.plansIssuedProvinces; from=year}}/{{programme.plansDueProvinces; from=year}} địa phương ban hành Kế hoạch triển khai {{resolution}}.|Chưa có số liệu ban hành kế hoạch triển khai nghị quyết trong kỳ.]]'
const TASK_FORCE =
  'Tổ công tác đã có {{taskforce.recommendationsMade; from=year}} kiến nghị, trong đó {{taskforce.accepted; from=year}} kiến nghị được chấp thuận, {{taskforce.unanswered; from=year}} kiến nghị chưa trả lời (quá hạn trả lời: {{taskforce.waiting; from=year}}); đã thực hiện {{taskforce.inspectionsHeld; from=year}} cuộc kiểm tra, còn {{taskforce.findingsOpen}} nội dung phải khắc phục.'
const COMPARED = {
  figures: [
    { label: 'Nhiệm vụ đã giao', ref: 'tasks.assigned' },
    { label: 'Hoàn thành đúng hạn', ref: 'tasks.doneOnTime' },
    { label: 'Hoàn thành quá hạn', ref: 'tasks.doneLate' },
    { label: 'Chưa hoàn thành, trong hạn', ref: 'tasks.openInTerm' },
    { label: 'Chưa hoàn thành, quá hạn', ref: 'tasks.openOverdue' },
    { label: 'Tỷ lệ quá hạn', ref: 'tasks.overdueShare' },
  ],
} satisfies Section['settings']

const comparison = of('comparison', 'comparison', 'SO SÁNH VỚI KỲ TRƯỚC VÀ CÙNG KỲ NĂM TRƯỚC', COMPARED)
const agencies = of('agencies', 'agencies', 'KẾT QUẢ THEO CƠ QUAN CHỦ TRÌ')
const standings = of('standings', 'chart', null, { chart: 'standings' })
const trend = of('trend', 'chart', null, { chart: 'trend' })
const mostOverdue = of('mostOverdue', 'chart', null, { chart: 'agencies' })
const recommendations = of('recommendations', 'recommendations', 'KIẾN NGHỊ')
const overdueAnnex = of('overdueTasks', 'tasks', 'NHIỆM VỤ QUÁ HẠN CHƯA HOÀN THÀNH', {
  which: 'overdue',
  isAnnex: true,
})
const nextAnnex = of('nextTasks', 'tasks', 'NHIỆM VỤ ĐẾN HẠN TRONG THÁNG TỚI', { which: 'dueNextMonth', isAnnex: true })
const closing = (who: string) => text('closing', null, `${who} kính báo cáo Chính phủ, Thủ tướng Chính phủ./.`)

const TASK_FORCE_RECIPIENTS = [
  'Thủ tướng, các Phó Thủ tướng Chính phủ (để báo cáo)',
  'Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ',
  'UBND các tỉnh, thành phố trực thuộc Trung ương',
  'Các thành viên Tổ công tác',
  'Lưu: VT, TCT',
]
const OFFICE_RECIPIENTS = ['Thủ tướng, các Phó Thủ tướng Chính phủ', 'Các thành viên Chính phủ', 'Lưu: VT, TH']

export const STANDARD_TEMPLATES: readonly StandardTemplate[] = [
  {
    kind: 'monthlyTaskForce',
    title: 'Tình hình thực hiện nhiệm vụ giao và hoạt động của Tổ công tác {{period}}',
    countsFrom: 'lastYear',
    recipients: TASK_FORCE_RECIPIENTS,
    addressee: null,
    sections: [
      text('tasks', 'I. VỀ THỰC HIỆN NHIỆM VỤ GIAO', SINCE_JANUARY, FOUR_STATES),
      standings,
      comparison,
      text('programme', 'II. VỀ THỰC HIỆN CHƯƠNG TRÌNH CÔNG TÁC', PROGRAMME, PROGRAMME_NEXT),
      text('reform', 'III. VỀ CẢI CÁCH, KIỂM SOÁT THỦ TỤC HÀNH CHÍNH', PLANS),
      text('taskForce', 'IV. HOẠT ĐỘNG CỦA TỔ CÔNG TÁC', TASK_FORCE),
      { ...recommendations, heading: 'V. KIẾN NGHỊ' },
      text('closing', null, 'Tổ công tác của Thủ tướng Chính phủ kính báo cáo Chính phủ, Thủ tướng Chính phủ./.'),
      { ...agencies, settings: { isAnnex: true } },
      overdueAnnex,
      nextAnnex,
    ],
  },
  {
    kind: 'governmentSession',
    title:
      'Tình hình thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao {{period}}, phục vụ phiên họp Chính phủ thường kỳ',
    countsFrom: 'year',
    recipients: OFFICE_RECIPIENTS,
    addressee: null,
    sections: [
      text(
        'tasks',
        'I. NHIỆM VỤ CHÍNH PHỦ, THỦ TƯỚNG CHÍNH PHỦ GIAO',
        'Trong {{period}}, Chính phủ, Thủ tướng Chính phủ giao {{tasks.assigned; from=period}} nhiệm vụ.',
        FOUR_STATES,
      ),
      trend,
      text('programme', 'II. CHƯƠNG TRÌNH CÔNG TÁC', PROGRAMME, PROGRAMME_NEXT),
      { ...comparison, heading: 'III. SO SÁNH VỚI KỲ TRƯỚC VÀ CÙNG KỲ NĂM TRƯỚC' },
      { ...recommendations, heading: 'IV. KIẾN NGHỊ' },
      closing('Văn phòng Chính phủ'),
    ],
  },
  {
    kind: 'quarterly',
    title: 'Tình hình thực hiện nhiệm vụ giao và hoạt động của Tổ công tác {{period}}',
    countsFrom: 'year',
    recipients: TASK_FORCE_RECIPIENTS,
    addressee: null,
    sections: [
      text(
        'tasks',
        'I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ GIAO',
        'Trong {{period}}, Chính phủ, Thủ tướng Chính phủ giao {{tasks.assigned; from=period}} nhiệm vụ.',
        FOUR_STATES,
      ),
      trend,
      comparison,
      text('programme', 'II. CHƯƠNG TRÌNH CÔNG TÁC', PROGRAMME),
      text('taskForce', 'III. HOẠT ĐỘNG CỦA TỔ CÔNG TÁC', TASK_FORCE),
      { ...agencies, heading: 'IV. KẾT QUẢ THEO CƠ QUAN CHỦ TRÌ' },
      { ...recommendations, heading: 'V. KIẾN NGHỊ' },
      text('closing', null, 'Tổ công tác của Thủ tướng Chính phủ kính báo cáo Chính phủ, Thủ tướng Chính phủ./.'),
      overdueAnnex,
    ],
  },
  {
    kind: 'halfYear',
    title: 'Tình hình thực hiện các nhiệm vụ, giải pháp cải thiện môi trường kinh doanh và nhiệm vụ giao {{period}}',
    countsFrom: 'year',
    recipients: OFFICE_RECIPIENTS,
    addressee: null,
    sections: [
      text(
        'tasks',
        'I. NHIỆM VỤ GIAO',
        FOUR_STATES,
        '[[Tỷ lệ quá hạn {{tasks.overdueSharePointsLastYear}} so với cùng kỳ năm trước.|Chưa có số liệu cùng kỳ năm trước để so sánh tỷ lệ quá hạn.]]',
      ),
      comparison,
      text('plans', 'II. KẾ HOẠCH TRIỂN KHAI CỦA BỘ, CƠ QUAN, ĐỊA PHƯƠNG', PLANS),
      text('programme', 'III. CHƯƠNG TRÌNH CÔNG TÁC', PROGRAMME),
      { ...recommendations, heading: 'IV. KIẾN NGHỊ' },
      closing('Văn phòng Chính phủ'),
      { ...agencies, settings: { isAnnex: true } },
    ],
  },
  {
    kind: 'planningMinistry',
    title: 'Kết quả thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao {{period}}',
    countsFrom: 'year',
    recipients: ['{{addressee}} (để tổng hợp)', 'Lưu: VT, KTTH'],
    addressee: 'bo-ke-hoach-va-dau-tu',
    sections: [
      text(
        'opening',
        null,
        'Văn phòng Chính phủ gửi {{addressee}} báo cáo kết quả {{period}} để tổng hợp, báo cáo Chính phủ.',
      ),
      text('tasks', 'I. KẾT QUẢ', FOUR_STATES),
      comparison,
      text('plans', 'II. KẾ HOẠCH TRIỂN KHAI', PLANS),
      text('closing', null, 'Văn phòng Chính phủ gửi {{addressee}} tổng hợp./.'),
    ],
  },
  {
    kind: 'directive',
    title: 'Tình hình thực hiện {{source}}, {{period}}',
    countsFrom: 'lastYear',
    recipients: OFFICE_RECIPIENTS,
    addressee: null,
    sections: [
      text(
        'tasks',
        'I. TÌNH HÌNH CHUNG',
        '{{source}} giao {{tasks.assigned}} nhiệm vụ. Đến ngày {{asOf}}, {{tasks.done}} nhiệm vụ đã hoàn thành ({{tasks.doneOnTime}} đúng hạn, {{tasks.doneLate}} quá hạn), {{tasks.openInTerm}} nhiệm vụ còn trong hạn, {{tasks.openOverdue}} nhiệm vụ quá hạn.',
      ),
      standings,
      { ...agencies, heading: 'II. KẾT QUẢ THEO CƠ QUAN CHỦ TRÌ' },
      of('goals', 'goals', 'III. CHỈ TIÊU'),
      { ...recommendations, heading: 'IV. KIẾN NGHỊ' },
      closing('Văn phòng Chính phủ'),
      of('allTasks', 'tasks', 'NHIỆM VỤ CỦA VĂN BẢN', { which: 'all', isAnnex: true }),
    ],
  },
  {
    kind: 'agency',
    title: 'Tình hình thực hiện nhiệm vụ giao của {{agency}}, {{period}}',
    countsFrom: 'lastYear',
    recipients: ['{{agency}}', ...OFFICE_RECIPIENTS],
    addressee: null,
    sections: [
      text(
        'tasks',
        'I. KẾT QUẢ',
        'Từ {{from}} đến {{asOf}}, {{agency}} được giao chủ trì {{tasks.assigned}} nhiệm vụ: {{tasks.doneOnTime}} hoàn thành đúng hạn, {{tasks.doneLate}} hoàn thành quá hạn, {{tasks.openInTerm}} trong hạn, {{tasks.openOverdue}} quá hạn[[ (chiếm {{tasks.overdueShare}}, {{tasks.overdueSharePoints}} so với tháng trước)| (chiếm {{tasks.overdueShare}})]].',
      ),
      trend,
      comparison,
      { ...recommendations, heading: 'II. KIẾN NGHỊ' },
      closing('Văn phòng Chính phủ'),
      overdueAnnex,
      nextAnnex,
    ],
  },
  {
    kind: 'resolutionPage',
    title: '{{source}} đang ở đâu, {{period}}',
    countsFrom: 'lastYear',
    recipients: ['Lãnh đạo Chính phủ', 'Lưu: VT'],
    addressee: null,
    sections: [
      text(
        'tasks',
        null,
        '{{tasks.assigned}} nhiệm vụ · {{tasks.done}} đã xong · {{tasks.openInTerm}} trong hạn · {{tasks.openOverdue}} quá hạn[[ ({{tasks.overdueShare}})]].',
      ),
      standings,
      of('goals', 'goals', 'CHỈ TIÊU'),
    ],
  },
  {
    kind: 'yearly',
    title: 'Tình hình thực hiện nhiệm vụ giao và hoạt động của Tổ công tác {{period}}',
    countsFrom: 'year',
    recipients: TASK_FORCE_RECIPIENTS,
    addressee: null,
    sections: [
      text(
        'tasks',
        'I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ GIAO',
        FOUR_STATES,
        '[[Trên số nhiệm vụ đến hạn, tỷ lệ hoàn thành là {{tasks.doneOfDueShare; rounding=truncate2}}.]]',
      ),
      trend,
      comparison,
      text('programme', 'II. CHƯƠNG TRÌNH CÔNG TÁC', PROGRAMME),
      text('taskForce', 'III. HOẠT ĐỘNG CỦA TỔ CÔNG TÁC', TASK_FORCE),
      mostOverdue,
      { ...agencies, heading: 'IV. KẾT QUẢ THEO CƠ QUAN CHỦ TRÌ' },
      { ...recommendations, heading: 'V. KIẾN NGHỊ' },
      text('closing', null, 'Tổ công tác của Thủ tướng Chính phủ kính báo cáo Chính phủ, Thủ tướng Chính phủ./.'),
      overdueAnnex,
    ],
  },
  {
    kind: 'agencyToHead',
    title: 'Tình hình thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao của {{agency}} {{period}}',
    countsFrom: 'lastYear',
    recipients: ['Lãnh đạo {{agency}}', 'Lưu: VT'],
    addressee: null,
    sections: [
      text(
        'tasks',
        'I. KẾT QUẢ',
        'Từ {{from}} đến {{asOf}}, {{agency}} chủ trì {{tasks.assigned}} nhiệm vụ: {{tasks.done}} đã hoàn thành ({{tasks.doneOnTime}} đúng hạn, {{tasks.doneLate}} quá hạn), {{tasks.openInTerm}} trong hạn, {{tasks.openOverdue}} quá hạn[[ (chiếm {{tasks.overdueShare}})]].',
        'Trong tháng {{nextMonth}} có {{tasks.dueNextMonth}} nhiệm vụ đến hạn.',
      ),
      comparison,
      { ...recommendations, heading: 'II. ĐỀ XUẤT' },
      text('closing', null, 'Kính báo cáo lãnh đạo {{agency}}./.'),
      overdueAnnex,
      nextAnnex,
    ],
  },
]
