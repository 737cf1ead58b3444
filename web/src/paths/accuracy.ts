import type { Query } from '@dieuhanh/client'
import { compact, month, oneOf, type Raw, text, textOrNothing } from './parse.ts'

export const OUTCOME_FIELDS = [
  'number',
  'type',
  'issuer',
  'issuedOn',
  'subject',
  'task',
  'group',
  'lead',
  'coordinating',
  'deadline',
  'target',
] as const
export const VERDICTS = ['right', 'changed', 'added', 'dropped', 'suggested'] as const
export const BANDS = ['high', 'middle', 'low', 'none'] as const
export const LABEL_ROLES = ['lead', 'coordinating', 'deadline', 'product', 'target', 'content', 'other'] as const

export const READERS = ['rules', 'secondReader'] as const

/** Which months and kinds of documents the figures are about, and whose suggestions: of the rules, if left out. */
export type AccuracySearch = Pick<Query<'/api/directives/accuracy'>, 'from' | 'to' | 'type' | 'reader'>
export const accuracySearchOf = (raw: Raw): AccuracySearch =>
  compact({
    from: month(raw.from),
    to: month(raw.to),
    type: textOrNothing(raw.type, 100),
    reader: oneOf(['secondReader'] as const)(raw.reader),
  })

/** The rows behind one figure. */
export type OutcomesSearch = Omit<Query<'/api/directives/outcomes'>, 'cursor' | 'limit'>
export const outcomesSearchOf = (raw: Raw): OutcomesSearch =>
  compact({
    ...accuracySearchOf(raw),
    field: oneOf(OUTCOME_FIELDS)(raw.field),
    verdict: oneOf(VERDICTS)(raw.verdict),
    band: oneOf(BANDS)(raw.band),
    suggested: text(raw.suggested, 300),
    confirmed: text(raw.confirmed, 300),
    label: text(raw.label, 100),
    model: textOrNothing(raw.model, 200),
  })

export interface LabelsSearch {
  search?: string
  role?: (typeof LABEL_ROLES)[number]
  state?: 'withdrawn'
  act?: 'add'
}
export const labelsSearchOf = (raw: Raw): LabelsSearch =>
  compact({
    search: text(raw.search, 100),
    role: oneOf(LABEL_ROLES)(raw.role),
    state: oneOf(['withdrawn'] as const)(raw.state),
    act: oneOf(['add'] as const)(raw.act),
  })
