import type { Static } from 'typebox'
import { formatNumber } from '../platform/calendar.ts'
import type { Partition, TaskRow } from '../tasks/index.ts'
import type { ReportAgencyRow } from './shapes.ts'

/** Days past due after which a task is long overdue and its cause must be explained (Quyết định 42/2014/QĐ-TTg). */
const LONG_OVERDUE_DAYS = 90
/** How many agencies one sentence names; the table names all. */
const NAMED = 5

interface Findings {
  month: string
  total: Static<typeof Partition>
  agencies: Static<typeof ReportAgencyRow>[]
  overdue: Static<typeof TaskRow>[]
  dueNextMonth: Static<typeof TaskRow>[]
  againstPreviousMonth: { points: string; words: string }
}

/** The Task Force's proposals as sentences, each from a rule over the month's figures. */
export function recommend(found: Findings): string[] {
  const sentences: string[] = []
  const late = found.agencies.filter((agency) => agency.partition.openOverdue > 0)
  if (late.length > 0) {
    const named = late
      .slice(0, NAMED)
      .map((agency) => `${agency.agencyName} (${formatNumber(agency.partition.openOverdue)} nhiệm vụ)`)
    const rest = late.length - named.length
    sentences.push(
      `Đề nghị thủ trưởng các cơ quan còn nhiều nhiệm vụ quá hạn trực tiếp chỉ đạo hoàn thành dứt điểm: ${named.join('; ')}${
        rest > 0 ? ` và ${formatNumber(rest)} cơ quan khác tại bảng tổng hợp` : ''
      }.`,
    )
  }
  const long = found.overdue.filter((task) => (task.daysLate ?? 0) > LONG_OVERDUE_DAYS)
  if (long.length > 0) {
    sentences.push(
      `Đối với ${formatNumber(long.length)} nhiệm vụ quá hạn trên ${LONG_OVERDUE_DAYS} ngày, cơ quan chủ trì báo cáo rõ nguyên nhân, trách nhiệm và cam kết thời gian hoàn thành.`,
    )
  }
  if (found.againstPreviousMonth.points.startsWith('+') && late.length > 0) {
    sentences.push(
      `Tỷ lệ nhiệm vụ quá hạn ${found.againstPreviousMonth.words}; các bộ, cơ quan, địa phương rà soát tiến độ hằng tuần, không để phát sinh nhiệm vụ quá hạn mới.`,
    )
  }
  if (found.dueNextMonth.length > 0) {
    sentences.push(
      `Các cơ quan chủ trì bảo đảm hoàn thành đúng hạn ${formatNumber(found.dueNextMonth.length)} nhiệm vụ đến hạn trong tháng tới.`,
    )
  }
  if (found.total.awaitingConfirmation > 0) {
    sentences.push(
      `Các đơn vị theo dõi của Văn phòng Chính phủ xác nhận kết quả ${formatNumber(found.total.awaitingConfirmation)} nhiệm vụ đã được báo cáo hoàn thành.`,
    )
  }
  return sentences
}
