import { deadlinesInText } from '../deadlines/deadlines.ts'
import type { Item } from '../outline/outline.ts'
import type { Context, Draft, Setting } from './drafts.ts'

/** "Báo cáo của các cơ quan gửi về … trước ngày …": the term of the reports above. */
const REPORTS = /^(?:bao cao|ket qua|van ban|y kien|noi dung bao cao)\b[^.;:]{0,120}\b(?:gui|bao cao|ve)\b/
/** "Các nội dung trên hoàn thành trước ngày …": the term of all that stands above. */
const ALL =
  /^(?:(?:thoi (?:han|gian) )?(?:hoan thanh )?(?:cac|nhung|toan bo) (?:noi dung|nhiem vu|cong viec|viec)[a-z ]{0,20}\b(?:tren|nay)\b|thoi (?:han|gian) (?:hoan thanh|thuc hien|bao cao)[^:]{0,40}:)/

/**
 * Gives the term stated in a paragraph below a list to the drafts of the list that have none; false if the paragraph
 * states no term for them.
 */
export function shareLimit(item: Item, context: Context, setting: Setting, above: readonly Draft[]): boolean {
  const { passage } = item
  const folded = passage.plain.slice(0, 300)
  const isForReports = REPORTS.test(folded)
  if (!isForReports && !ALL.test(folded)) return false
  const limits = deadlinesInText(passage, 0, passage.text.length, setting.times)
  // The term of a report on the document as a whole, or one that recurs, is not the term of the work.
  if (
    isForReports &&
    (/\b(?:ke hoach|chi thi|cong van|quyet dinh) nay\b/.test(folded) || limits.some((one) => one.recurs))
  )
    return false
  const wanted = above.filter(({ task }) => task.deadlines.length === 0)
  if (limits.length === 0 || wanted.length === 0 || context.section === 'aims') return false
  for (const { task } of wanted)
    task.deadlines = limits.map((limit) => ({
      ...limit,
      inherited: true,
      confidence: Math.min(limit.confidence, 0.75),
    }))
  return true
}
