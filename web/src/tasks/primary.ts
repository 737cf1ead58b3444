import type { MayDo, Task } from './queries.ts'

/** Days without a report after which the giver asks how things are. */
const SILENT_DAYS = 30

export type Primary = MayDo | 'urge'

/**
 * The one act that the state of a task calls for from this person; undefined where nothing waits for them. Everything else is
 * in the menu. `mayUrge`: they prepare letters, and the lead has something to do.
 */
export function primaryOf(task: Task, { today, mayUrge }: { today: string; mayUrge: boolean }): Primary | undefined {
  const may = (act: MayDo) => task.may.includes(act)
  const waiting: [MayDo, boolean][] = [
    // The giver: what waits for a decision.
    ['decide', true],
    ['confirm', true],
    ['transfer', task.state === 'returned'],
    // The agency: what it owes.
    ['receive', true],
    ['report', task.reportCall !== null],
    ['start', true],
    ['reportDone', task.percent === 100],
    ['report', true],
    ['contribute', task.contributions.some(({ state }) => state === 'requested' || state === 'late')],
  ]
  const waits = waiting.find(([act, isDue]) => isDue && may(act))
  if (waits) return waits[0]
  if (mayUrge && task.dueOn !== null && task.dueOn < today) return 'urge'
  return may('callForReport') && task.reportCall === null && isSilent(task, today) ? 'callForReport' : undefined
}

function isSilent({ progress, assignedOn }: Task, today: string): boolean {
  const heardOn = progress[0]?.reportedOn ?? assignedOn
  return (Date.parse(today) - Date.parse(heardOn)) / 86_400_000 >= SILENT_DAYS
}

/** Whether the lead of a task has something to do, and so can be urged. */
export const isToUrge = ({ state }: Pick<Task, 'state'>): boolean =>
  state === 'assigned' || state === 'received' || state === 'inProgress'
