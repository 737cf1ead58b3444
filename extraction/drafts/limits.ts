import { deadlinesInText } from '../deadlines/deadlines.ts'
import { plain } from '../language/fold.ts'
import { termFor } from '../outline/closing.ts'
import type { Item } from '../outline/outline.ts'
import type { Deadline } from '../shapes.ts'
import { type Context, type Draft, inherited, type Setting } from './drafts.ts'
import { wholeDraft } from './whole-draft.ts'

const REPORTS_ITSELF = /^(?:tong hop|bao cao|cung cap|gui|danh gia|thong ke|gop y|tham gia y kien|dang ky)\b/

/**
 * What a paragraph below a list states about the list: the term of all its items, which the drafts above get if they have
 * none; or the term of a report on the whole, which is a draft of its own. Null if it states neither.
 */
export function belowList(
  item: Item,
  context: Context,
  setting: Setting,
  drafts: () => readonly Draft[],
): Draft[] | null {
  const { passage } = item
  const kind = context.section === 'aims' ? null : termFor(passage)
  if (!kind) return null
  const limits = deadlinesInText(passage, 0, passage.text.length, setting.times)
  if (limits.length === 0) return null
  const above = drafts()
  const unlimited = above.filter(({ task }) => task.deadlines.length === 0)
  const isReport = kind !== 'all'
  if (kind === 'asked reports' && !above.every(({ task }) => REPORTS_ITSELF.test(plain(task.title)))) return null
  const isOnWhole = /\b(?:ke hoach|chi thi|cong van|quyet dinh) nay\b/.test(passage.plain.slice(0, 300))
  if (isReport && (isOnWhole || limits.some((one) => one.recurs))) return [reportDraft(item, limits, context, setting)]
  if (unlimited.length === 0) return null
  for (const { task } of unlimited)
    task.deadlines = limits.map((limit) => ({
      ...limit,
      inherited: true,
      confidence: Math.min(limit.confidence, 0.75),
    }))
  return []
}

function reportDraft(item: Item, deadlines: Deadline[], context: Context, setting: Setting): Draft {
  return wholeDraft(item, { from: 0, to: item.passage.text.length }, context, {
    lead: context.lead.length > 0 ? context.lead : inherited(setting.addressees),
    coordinating: [],
    deadlines,
  })
}
