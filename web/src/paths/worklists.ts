import { compact, daysOf, id, type Raw, text } from './parse.ts'

/** A list of work: one group of it, what it is narrowed to, and the act that is open over it. */
export interface WorkSearch {
  group?: string
  silentDays?: number
  agencyId?: number
  task?: number
  act?: string
  /** What of the task the act is about: the request. */
  about?: number
}
export const workSearchOf = (raw: Raw): WorkSearch =>
  compact({
    group: text(raw.group, 40),
    silentDays: daysOf(raw.silentDays),
    agencyId: id(raw.agencyId),
    task: id(raw.task),
    act: text(raw.act, 60),
    about: id(raw.about),
  })

/** The workbook by which many tasks are reported at once. */
export const PROGRESS_SHEET = '/api/tasks/progress-sheet.xlsx'
