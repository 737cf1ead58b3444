import { deadlinesInText, type Times } from '../deadlines/deadlines.ts'
import { plain } from '../language/fold.ts'
import type { Passage } from '../language/passage.ts'
import type { Stretch } from '../language/sentences.ts'
import { termFor } from '../outline/closing.ts'
import type { Item } from '../outline/outline.ts'
import type { Deadline } from '../shapes.ts'
import { type Context, type Draft, inherited, type Setting } from './drafts.ts'
import { wholeDraft } from './whole-draft.ts'

/** The last sentence is only a term: "Thời hạn hoàn thành: trước ngày …". */
const ONLY_TERM =
  /(?:^|[.;] )(?:thoi (?:han|gian)|hoan thanh|(?:cac |nhung )(?:noi dung|nhiem vu|cong viec))[^.;]{4,80}[.;\s]*$/

/**
 * A term in a sentence of its own after several orders of one item is the term of all of them. `last` is the order that it
 * was read with.
 */
export function sharedLimit(drafts: Draft[], passage: Passage, last: Stretch, times: Times): Draft[] {
  const hit = ONLY_TERM.exec(passage.plain.slice(Math.max(last.from, last.to - 100), last.to))
  if (!hit) return drafts
  const limits = deadlinesInText(passage, last.to - hit[0].length, last.to, times)
  for (const { task } of drafts)
    if (limits.length > 0 && task.deadlines.length === 0) task.deadlines = asInherited(limits)
  return drafts
}

/** "… Giao Sở A chủ trì, hoàn thành trước 20/5/2026.", "… (Sở A, xong trong tháng 6)": the term stands with the lead, after the work. */
export function withTerm(drafts: readonly Draft[], passage: Passage, { from, to }: Stretch, times: Times): void {
  const unlimited = drafts.filter(({ task }) => task.deadlines.length === 0)
  if (unlimited.length > 0) for (const { task } of unlimited) task.deadlines = deadlinesInText(passage, from, to, times)
}

function asInherited(limits: readonly Deadline[]): Deadline[] {
  return limits.map((one) => ({ ...one, inherited: true, confidence: Math.min(one.confidence, 0.75) }))
}

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
  for (const { task } of unlimited) task.deadlines = asInherited(limits)
  return []
}

function reportDraft(item: Item, deadlines: Deadline[], context: Context, setting: Setting): Draft {
  return wholeDraft(item, { from: 0, to: item.passage.text.length }, context, {
    lead: context.lead.length > 0 ? context.lead : inherited(setting.addressees),
    coordinating: [],
    deadlines,
  })
}
