import { compact, daysOf, id, type Raw, text } from './parse.ts'

/** A work list: one of its groups, its filters, and the act that is open over it. */
export interface WorkSearch {
  group?: string
  silentDays?: number
  agencyId?: number
  /** Only what the agencies that a person follows lead. */
  followerId?: number
  task?: number
  act?: string
  /** The request the act is about. */
  about?: number
}
export const workSearchOf = (raw: Raw): WorkSearch =>
  compact({
    group: text(raw.group, 40),
    silentDays: daysOf(raw.silentDays),
    agencyId: id(raw.agencyId),
    followerId: id(raw.followerId),
    task: id(raw.task),
    act: text(raw.act, 60),
    about: id(raw.about),
  })

/** The workbook to report on many tasks at once. */
export const PROGRESS_SHEET = '/api/tasks/progress-sheet.xlsx'
