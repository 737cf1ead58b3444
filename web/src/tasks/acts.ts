import { answer, ifMatch } from '@dieuhanh/client'
import { api } from '../shell/api.ts'
import { readNumber } from '../ui/format.ts'
import { type DeskAct, sendDesk } from './desk-acts.ts'
import type { Act, Task } from './queries.ts'

/** What the forms of all acts can hold, by field name. Empty fields are left out of what is sent. */
export interface ActWords {
  note?: string
  reason?: string
  percent?: number
  body?: string
  obstacles?: string
  measured?: Record<string, string | undefined>
  completedOn?: string
  productNumber?: string
  productDate?: string
  newDueOn?: string
  approvedBy?: string
  document?: string
  agencyId?: number
  decision?: 'granted' | 'refused'
  doneOn?: string
  proposals?: string
  /** `none`: the report answers for no period. */
  periodId?: number | 'none'
  evidence?: number[]
  title?: string
  content?: string
  dueOn?: string
  laterReason?: string
  what?: string
  cadence?: NonNullable<Task['rhythm']>['cadence']
  cutoff?: NonNullable<Task['rhythm']>['cutoff']
  dueDays?: number
  number?: string
  issuedOn?: string
  issuer?: string
  about?: string
}
/** On what an act is done: the task as seen, and the request, milestone, piece or evidence the act is about. */
export interface ActTarget {
  task: Task
  requestId?: number
  deadlineId?: number
  subtaskId?: number
  evidenceId?: number
  /** A coordinating unit that is asked for its part. */
  agencyId?: number
}
/** Every act that has a form on the page of a task. */
export type Deed = Exclude<Act, 'attach'> | DeskAct

/** Acts in the order they come in the life of a task; `measure` goes with the progress report, which carries the values. */
export const SHOWN_ACTS = [
  'receive',
  'start',
  'report',
  'split',
  'contribute',
  'reportDone',
  'confirm',
  'sendBack',
  'requestExtension',
  'requestReturn',
  'requestTransfer',
  'extend',
  'transfer',
  'cancel',
  'correct',
] as const satisfies readonly Act[]

/** Sends one act on the version of the task that was seen. Throws `ApiProblem`; a stale one says who changed it. */
export function send(act: Deed, target: ActTarget, words: ActWords): Promise<unknown> {
  const { task, requestId = 0, deadlineId = 0 } = target
  const on = { params: { path: { id: task.id } }, headers: ifMatch(task.version) }
  const note = words.note?.trim() ? { note: words.note.trim() } : {}
  const reason = words.reason?.trim() ?? ''
  switch (act) {
    case 'receive':
      return answer(api.POST('/api/tasks/{id}/receive', { ...on, body: note }))
    case 'start':
      return answer(api.POST('/api/tasks/{id}/start', { ...on, body: note }))
    case 'report':
    case 'measure': {
      const measurements = measurementsOf(words.measured)
      return answer(
        api.POST('/api/tasks/{id}/progress', {
          ...on,
          body: {
            percent: words.percent ?? task.percent,
            body: words.body?.trim() ?? '',
            ...(words.obstacles?.trim() ? { obstacles: words.obstacles.trim() } : {}),
            ...(words.proposals?.trim() ? { proposals: words.proposals.trim() } : {}),
            ...(words.periodId === undefined ? {} : { periodId: words.periodId === 'none' ? null : words.periodId }),
            ...(words.evidence?.length ? { evidence: words.evidence } : {}),
            ...(measurements.length > 0 ? { measurements } : {}),
          },
        }),
      )
    }
    case 'reportDone':
      return answer(
        api.POST('/api/tasks/{id}/done', {
          ...on,
          body: {
            completedOn: words.completedOn ?? '',
            body: words.body?.trim() ?? '',
            ...(words.productNumber?.trim() ? { productNumber: words.productNumber.trim() } : {}),
            ...(words.productDate ? { productDate: words.productDate } : {}),
            ...(words.evidence?.length ? { evidence: words.evidence } : {}),
          },
        }),
      )
    case 'confirm':
      return answer(api.POST('/api/tasks/{id}/confirm', { ...on, body: note }))
    case 'sendBack':
      return answer(api.POST('/api/tasks/{id}/send-back', { ...on, body: { reason } }))
    case 'requestExtension':
      return answer(
        api.POST('/api/tasks/{id}/requests/extension', {
          ...on,
          body: {
            newDueOn: words.newDueOn ?? '',
            reason,
            ...(words.document?.trim() ? { document: words.document.trim() } : {}),
          },
        }),
      )
    case 'requestReturn':
      return answer(api.POST('/api/tasks/{id}/requests/return', { ...on, body: { reason } }))
    case 'requestTransfer':
      return answer(
        api.POST('/api/tasks/{id}/requests/transfer', { ...on, body: { agencyId: words.agencyId ?? 0, reason } }),
      )
    case 'decide':
      return answer(
        api.POST('/api/tasks/{id}/requests/{requestId}/decide', {
          params: { path: { id: task.id, requestId } },
          headers: ifMatch(task.version),
          body: {
            decision: words.decision ?? 'refused',
            ...note,
            ...(words.approvedBy?.trim() ? { approvedBy: words.approvedBy.trim() } : {}),
          },
        }),
      )
    case 'extend':
      return answer(
        api.POST('/api/tasks/{id}/extend', {
          ...on,
          body: { newDueOn: words.newDueOn ?? '', reason, approvedBy: words.approvedBy?.trim() ?? '' },
        }),
      )
    case 'transfer':
      return answer(api.POST('/api/tasks/{id}/transfer', { ...on, body: { agencyId: words.agencyId ?? 0, reason } }))
    case 'cancel':
      return answer(api.POST('/api/tasks/{id}/cancel', { ...on, body: { reason } }))
    case 'correct':
      return answer(
        api.POST('/api/tasks/{id}/correct', { ...on, body: { completedOn: words.completedOn ?? null, reason } }),
      )
    case 'finishMilestone':
      return answer(
        api.POST('/api/tasks/{id}/deadlines/{deadlineId}/finish', {
          params: { path: { id: task.id, deadlineId } },
          headers: ifMatch(task.version),
          body: { doneOn: words.doneOn ?? '' },
        }),
      )
    default:
      return sendDesk(act, target, words)
  }
}

/** The values typed beside the targets; the form has refused what is no number. */
function measurementsOf(measured: ActWords['measured']): { targetId: number; value: number }[] {
  return Object.entries(measured ?? {}).flatMap(([targetId, typed]) => {
    const value = readNumber(typed ?? '')
    return value === null ? [] : [{ targetId: Number(targetId), value }]
  })
}
