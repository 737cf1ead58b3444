import { DAYS } from './days.ts'
import type { Form } from './form.ts'
import { MONTHS } from './months.ts'
import { NOW } from './now.ts'
import { QUARTERS } from './quarters.ts'
import { RELATIVE } from './relative.ts'
import { RHYTHMS } from './rhythms.ts'
import { CITED_ACTS, RULES } from './rules.ts'
import { YEARS } from './years.ts'

/**
 * The table of forms. Order matters only between two forms that match exactly the same words: the earlier one reads them
 * (scan.ts).
 */
export const FORMS: readonly Form[] = [
  ...CITED_ACTS,
  ...RHYTHMS,
  ...RELATIVE,
  ...DAYS,
  ...NOW,
  ...MONTHS,
  ...QUARTERS,
  ...YEARS,
  ...RULES,
]
