import { plain } from '../language/fold.ts'
import type { Deadline, Warning } from '../shapes.ts'
import { SURE } from './printed.ts'

const PRINTED_YEAR = /(?:19|20)\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}/
const PART_OF_PERIOD = /(?:^|[ (])(?:dau|giua)(?: cua)? (?:thang|quy|nam)|tuan (?:dau|thu|cuoi|\d)/

/** What a person has to check about a deadline that was read, or null. */
export function doubtOf(deadline: Deadline): Warning | null {
  const { text, span, kind, dueOn, recurs, relative, confidence } = deadline
  const words = plain(text).replace(/\s+/g, ' ')
  const doubt = (code: string, rest: string): Warning => ({ code, message: `Thời hạn “${text}” ${rest}`, span })
  if (confidence <= SURE.doubtful)
    return doubt('deadline_doubtful', 'cần xem lại: không rõ năm hoặc trước ngày ban hành văn bản.')
  if (dueOn !== null && PART_OF_PERIOD.test(words) && kind !== 'perRegulation' && confidence <= SURE.vague)
    return doubt('deadline_vague', `không ghi ngày cuối; tạm lấy ngày ${printedDay(dueOn)}, cần xác nhận.`)
  if (dueOn !== null && relative === null && !PRINTED_YEAR.test(words))
    return doubt('deadline_year', 'không ghi năm; năm được suy từ ngày ban hành văn bản.')
  if (kind === 'standing' && recurs === null && /\blan\b|dinh ky (?:\d|mot|hai|ba|bon|nam)/.test(words))
    return doubt('deadline_rhythm', 'có nhịp không thuộc các nhịp báo cáo đã có; cần chọn nhịp gần nhất.')
  if (kind !== 'standing' && kind !== 'perRegulation' && kind !== 'none' && dueOn === null && recurs === null)
    return doubt('deadline_open', `${whyOpen(deadline)}; cần nhập ngày khi đã rõ.`)
  return null
}

function whyOpen({ relative }: Deadline): string {
  if (relative === null) return 'chưa tính được ngày vì văn bản không ghi ngày ban hành hoặc không ghi đủ ngày'
  if (relative.unit === 'workingDay') return 'tính theo ngày làm việc nên phải trừ ngày nghỉ'
  if (relative.anchor === '') return 'không ghi mốc bắt đầu'
  return `tính từ mốc “${relative.anchor}” chưa rõ ngày`
}

function printedDay(day: string): string {
  return day.split('-').reverse().join('/')
}
