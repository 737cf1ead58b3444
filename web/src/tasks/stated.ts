import type { DeadlineContent, PartyContent, TargetContent } from '../form/task-content.ts'
import type { Task } from './queries.ts'

/** What the source of a task states, as an amendment changes it. Days granted later are not part of it. */
export interface Stated {
  title: string
  content: string
  product: string | null
  parties: PartyContent[]
  deadlines: (DeadlineContent & { id?: number })[]
  targets: (TargetContent & { id?: number })[]
}

export function statedOf(task: Task): Stated {
  return {
    title: task.title,
    content: task.content,
    product: task.product,
    parties: task.parties
      .filter(({ endedOn }) => endedOn === null)
      .map(({ role, namedAs: name, isAccountable: accountable, agencyId, scope }) => {
        return { role, name, accountable, agencyId, scope }
      }),
    deadlines: task.deadlines
      .filter(({ approvedBy, amendedOn }) => approvedBy === null && amendedOn === null)
      .map(({ id, kind, literal: text, dueOn, isStrict: strict, recurs, isMilestone: milestone, rule }) => {
        return { id, kind, text, dueOn, strict, recurs, milestone, rule }
      }),
    targets: task.targets.map(
      ({ id, literal: text, measure, comparator, value, max, unit, baseline, scope, byWhen }) => {
        return { id, text, measure, comparator, value, max, unit, baseline, scope, byWhen }
      },
    ),
  }
}

export const STATED = ['title', 'content', 'product', 'parties', 'deadlines', 'targets'] as const

/** The fields that differ, as they are sent: what is left out of an amendment stays as it is. */
export function changedOf(before: Stated, after: Stated): Partial<Stated> {
  const changed = STATED.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(changed.map((name) => [name, after[name]]))
}
