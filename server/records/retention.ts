import { addMonths } from '../platform/calendar.ts'

/** A row of `records.archive_rule`: `years` null as the retention class says. */
export interface ArchiveRule {
  rule: 'handOver' | 'retention'
  countsFrom: 'day' | 'yearEnd'
  years: number | null
  source: string
}

const yearEnd = (day: string, years: number) => `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}-12-31`

/**
 * The last day on which a case goes to the archive of its body: within a year after the year in which the work ended (Luật Lưu trữ
 * 2024, Điều 17); before 1/7/2025 within a year after the day (Luật Lưu trữ 2011, Điều 11). Days ISO.
 */
export function dueForArchiveOn(endedOn: string, { countsFrom, years }: ArchiveRule): string {
  return countsFrom === 'day' ? addMonths(endedOn, 12 * years!) : yearEnd(endedOn, years!)
}

/** The last day of the retention of a case; null: permanently. Counted from the year in which the work ended. */
export function keptUntil(endedOn: string, retentionYears: number | null, { countsFrom }: ArchiveRule): string | null {
  if (retentionYears === null) return null
  return countsFrom === 'day' ? addMonths(endedOn, 12 * retentionYears) : yearEnd(endedOn, retentionYears)
}

/** Whether a case may be proposed for destruction: the day after its retention, never where it is permanent. */
export const hasRetentionEnded = (until: string | null, today: string): boolean => until !== null && until < today
