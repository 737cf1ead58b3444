import type { Answer } from '@dieuhanh/client'

/** What a source states of a task, as people enter it: in the review of a draft, by hand, or to amend it. */
export interface PartyContent {
  role: 'lead' | 'coordinating'
  /** As the source names it. */
  name: string
  /** The one accountable lead. */
  accountable: boolean
  agencyId: number | null
  scope?: string | null
  /** A phrase for many agencies. */
  collective?: boolean
}
type Stated = Answer<'/api/tasks/{id}'>
export interface DeadlineContent {
  kind: Stated['deadlineKind']
  text: string
  dueOn: string | null
  strict: boolean
  recurs: Stated['recurs']
  milestone: boolean
  rule: string | null
}
export interface TargetContent {
  text: string
  measure: string
  comparator: Stated['targets'][number]['comparator']
  value: number
  max: number | null
  unit: string
  baseline: string | null
  scope: string | null
  byWhen: string | null
}

export const blankParty = (role: PartyContent['role'], isFirst: boolean): PartyContent => ({
  role,
  name: '',
  accountable: role === 'lead' && isFirst,
  agencyId: null,
  scope: null,
})
export const blankDeadline = (): DeadlineContent => ({
  kind: 'date',
  text: '',
  dueOn: null,
  strict: false,
  recurs: null,
  milestone: false,
  rule: null,
})
export const blankTarget = (): TargetContent => ({
  text: '',
  measure: '',
  comparator: '=',
  value: 100,
  max: null,
  unit: '%',
  baseline: null,
  scope: null,
  byWhen: null,
})

const words = (value: string | null | undefined) => value?.trim() || null

/** What is sent: empty text becomes null, empty rows are left out; a target always has its own text. */
export const cleanParties = <P extends PartyContent>(parties: readonly P[]): P[] =>
  parties
    .filter(({ name, agencyId }) => name.trim() !== '' || agencyId !== null)
    .map((party) => ({ ...party, name: party.name.trim(), scope: words(party.scope) }))
export const cleanDeadlines = <D extends DeadlineContent>(deadlines: readonly D[]): D[] =>
  deadlines.map((deadline) => ({ ...deadline, text: deadline.text.trim(), rule: words(deadline.rule) }))
export const cleanTargets = <T extends TargetContent>(targets: readonly T[]): T[] =>
  targets.map((target) => ({
    ...target,
    measure: target.measure.trim(),
    text: target.text.trim() || target.measure.trim(),
    unit: target.unit.trim(),
    max: target.comparator === 'range' ? target.max : null,
  }))
