/** A target in the words of a paper and of its picture. Pure. */
import { formatNumber } from '../platform/calendar.ts'
import type { GoalLine } from './text-shapes.ts'

interface GoalWords {
  /** "12,5%"; empty where nothing is measured. */
  measured: string
  /** "Đạt", "Thiếu 6%", "Chưa có số đo". */
  state: string
}

export function goalWords({ measured, unit, words }: Pick<GoalLine, 'measured' | 'unit' | 'words'>): GoalWords {
  return {
    measured: measured === null ? '' : `${formatNumber(measured)}${unit === '%' ? '%' : ` ${unit}`}`,
    state: words.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('vi')),
  }
}
