import type { SpecialDay } from './queries.ts'

/** The mark of a day: letter, text and background, never colour alone. */
export type Mark = 'holiday' | 'compensation' | 'off' | 'work'

export function markOf({ kind, isWorking }: SpecialDay): Mark {
  if (kind === 'planned') return isWorking ? 'work' : 'off'
  return kind
}

/** Day of the week, Monday first: 1 to 7. */
export function weekdayOf(day: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

/** The days of a month by weeks from Monday; null for days outside the month. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const two = String(month).padStart(2, '0')
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const days = Array.from({ length: count }, (_, index) => `${year}-${two}-${String(index + 1).padStart(2, '0')}`)
  const cells: (string | null)[] = [...Array.from({ length: weekdayOf(days[0]!) - 1 }, () => null), ...days]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
