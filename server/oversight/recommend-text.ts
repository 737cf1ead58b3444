/** Recommendations drafted from the data in the style of such reports, with bound figures. A person takes or leaves each. Pure. */
import type { FigureRef, KnownFigures } from './bound-text.ts'
import { parseReference } from './bound-text.ts'
import type { ComputedFigure } from './compute.ts'

interface Rule {
  rule: string
  /** The figures that decide; one that is missing leaves the rule out. */
  needs: readonly string[]
  when: (...values: number[]) => boolean
  body: string
}

/** Wording after Báo cáo tháng 02/2021 of the Task Force: "[body] + act + latest day". */
const RULES: readonly Rule[] = [
  {
    rule: 'overdueDebt',
    needs: ['tasks.openOverdue'],
    when: (overdue) => overdue > 0,
    body: 'Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ, Chủ tịch Ủy ban nhân dân tỉnh, thành phố trực thuộc Trung ương trực tiếp chỉ đạo thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao; hoàn thành dứt điểm {{tasks.openOverdue}} nhiệm vụ quá hạn trước ngày 10/{{nextMonth}}.',
  },
  {
    rule: 'shareRose',
    needs: ['tasks.overdueSharePoints', 'tasks.overdueShare'],
    when: (points) => points > 0,
    body: 'Tỷ lệ nhiệm vụ quá hạn là {{tasks.overdueShare}}, {{tasks.overdueSharePoints}} so với tháng trước; các bộ, cơ quan, địa phương rà soát tiến độ hằng tuần, không để phát sinh nhiệm vụ quá hạn mới.',
  },
  {
    rule: 'programmeOwed',
    needs: ['programme.owed; from=year'],
    when: (owed) => owed > 0,
    body: 'Các bộ, cơ quan khẩn trương đẩy nhanh tiến độ xây dựng {{programme.owed; from=year}} đề án nợ đọng, bảo đảm trình trước ngày 10/{{nextMonth}}.',
  },
  {
    rule: 'programmeNext',
    needs: ['programme.dueNextMonth'],
    when: (due) => due > 0,
    body: 'Các bộ, cơ quan bảo đảm tiến độ trình các đề án theo chương trình công tác tháng {{nextMonth}} ({{programme.dueNextMonth}} đề án), không để nợ đọng tiếp theo.',
  },
  {
    rule: 'plansOwed',
    needs: [
      'programme.plansDueMinistries; from=year',
      'programme.plansIssuedMinistries; from=year',
      'programme.plansDueProvinces; from=year',
      'programme.plansIssuedProvinces; from=year',
    ],
    when: (dueM, issuedM, dueP, issuedP) => dueM > issuedM || dueP > issuedP,
    body: 'Các bộ, cơ quan, địa phương chưa ban hành kế hoạch triển khai (mới có {{programme.plansIssuedMinistries; from=year}}/{{programme.plansDueMinistries; from=year}} bộ, cơ quan và {{programme.plansIssuedProvinces; from=year}}/{{programme.plansDueProvinces; from=year}} địa phương) ban hành ngay trong tháng {{nextMonth}}.',
  },
  {
    rule: 'dueNextMonth',
    needs: ['tasks.dueNextMonth'],
    when: (due) => due > 0,
    body: 'Các cơ quan chủ trì bảo đảm hoàn thành đúng hạn {{tasks.dueNextMonth}} nhiệm vụ đến hạn trong tháng {{nextMonth}}.',
  },
  {
    rule: 'recommendationsWaiting',
    needs: ['taskforce.waiting'],
    when: (waiting) => waiting > 0,
    body: 'Các cơ quan được kiến nghị trả lời {{taskforce.waiting}} kiến nghị của Tổ công tác chưa có ý kiến, trước ngày 15/{{nextMonth}}.',
  },
]
/** How many agencies the sentence about the most overdue ones names. */
const NAMED = 5

/** The figures that decide which recommendations are drafted. */
export function deciding(known: KnownFigures): FigureRef[] {
  return RULES.flatMap(({ needs }) => needs).flatMap((ref) => {
    const read = parseReference(ref, known)
    return 'message' in read ? [] : [read]
  })
}

export interface Suggested {
  rule: string
  body: string
}

/** The recommendations that follow from the figures; of the agencies with most overdue tasks, those are named. */
export function suggest(
  computed: readonly ComputedFigure[],
  late: readonly { agencyId: number; agencyName: string }[],
): Suggested[] {
  const values = new Map(computed.map(({ ref, value }) => [ref, value]))
  const drafted = RULES.flatMap(({ rule, needs, when, body }) => {
    const found = needs.map((ref) => values.get(ref) ?? null)
    return found.every((value) => value !== null) && when(...(found as number[])) ? [{ rule, body }] : []
  })
  if (late.length === 0) return drafted
  const named = late
    .slice(0, NAMED)
    .map(({ agencyId, agencyName }) => `${agencyName} ({{tasks.openOverdue; agency=${agencyId}}} nhiệm vụ)`)
  const sentence = {
    rule: 'mostOverdue',
    body: `Đề nghị thủ trưởng các cơ quan còn nhiều nhiệm vụ quá hạn trực tiếp chỉ đạo, báo cáo nguyên nhân và cam kết thời gian hoàn thành: ${named.join('; ')}${late.length > NAMED ? ' và các cơ quan khác tại bảng tổng hợp' : ''}.`,
  }
  return [...drafted.slice(0, 1), sentence, ...drafted.slice(1)]
}
