import type { Stretch } from '../language/sentences.ts'
import type { Item } from '../outline/outline.ts'
import { type TaskParts, taskOf } from './assemble.ts'
import type { Context, Draft } from './drafts.ts'

/** A draft whose action is a whole stretch of an item, as printed. */
export function wholeDraft(
  item: Item,
  { from, to }: Stretch,
  context: Context,
  found: Pick<TaskParts, 'lead' | 'coordinating' | 'deadlines' | 'unreadLead'>,
): Draft {
  const bounds = { passage: item.passage, from, to }
  return {
    source: 'text',
    section: context.section,
    task: taskOf({
      path: context.path,
      annex: item.annex,
      group: context.group ?? context.part,
      body: [bounds],
      action: bounds,
      span: item.passage.span(0, to),
      ...found,
    }),
  }
}
