import { answer, ifMatch } from '@dieuhanh/client'
import { api, newKey } from '../shell/api.ts'
import type { ActTarget, ActWords } from './acts.ts'
import type { Subtask } from './queries.ts'

/** What is done to what hangs on a task: a piece of it, evidence, a contribution, its rhythm. */
export const PIECE_ACTS = {
  start: 'pieceStart',
  report: 'pieceReport',
  finish: 'pieceFinish',
  accept: 'pieceAccept',
  sendBack: 'pieceSendBack',
  change: 'pieceChange',
  cancel: 'pieceCancel',
} as const
type PieceAct = (typeof PIECE_ACTS)[keyof typeof PIECE_ACTS]
export type DeskAct = 'split' | 'askContribution' | 'contribute' | 'setRhythm' | 'addDocument' | 'withdraw' | PieceAct

/** Sends one such act; a piece is changed on the version of it that was seen, the rhythm on that of the task. */
export function sendDesk(act: DeskAct, target: ActTarget, words: ActWords): Promise<unknown> {
  const { task } = target
  const on = { params: { path: { id: task.id } } }
  const adding = { ...on, headers: newKey() }
  const trimmed = (value: string | undefined) => value?.trim() ?? ''
  const later = trimmed(words.laterReason) === '' ? {} : { laterReason: trimmed(words.laterReason) }
  const piece = { title: trimmed(words.title), content: trimmed(words.content), dueOn: words.dueOn ?? '', ...later }
  switch (act) {
    case 'split':
      return answer(
        api.POST('/api/tasks/{id}/subtasks', { ...adding, body: { agencyId: words.agencyId ?? 0, ...piece } }),
      )
    case 'askContribution':
      return answer(
        api.POST('/api/tasks/{id}/contributions/ask', {
          ...adding,
          body: { agencyId: words.agencyId ?? 0, what: trimmed(words.what), dueOn: words.dueOn ?? '' },
        }),
      )
    case 'contribute':
      return answer(
        api.POST('/api/tasks/{id}/contributions', {
          ...adding,
          body: { body: trimmed(words.body), ...(words.evidence?.length ? { evidence: words.evidence } : {}) },
        }),
      )
    case 'setRhythm':
      return answer(
        api.PUT('/api/tasks/{id}/rhythm', {
          ...on,
          headers: ifMatch(task.version),
          body: {
            cadence: words.cadence ?? 'quarter',
            cutoff: words.cutoff ?? 'decree',
            dueDays: words.dueDays ?? 5,
          },
        }),
      )
    case 'addDocument':
      return answer(
        api.POST('/api/tasks/{id}/evidence/documents', {
          ...adding,
          body: {
            number: trimmed(words.number),
            issuedOn: words.issuedOn ?? '',
            issuer: trimmed(words.issuer),
            about: trimmed(words.about),
            ...(target.subtaskId === undefined ? {} : { subtaskId: target.subtaskId }),
          },
        }),
      )
    case 'withdraw':
      return answer(
        api.POST('/api/tasks/{id}/evidence/{evidenceId}/withdraw', {
          params: { path: { id: task.id, evidenceId: target.evidenceId ?? 0 } },
          body: { reason: trimmed(words.reason) },
        }),
      )
    default:
      return sendPiece(act, target, words, piece)
  }
}

function sendPiece(
  act: PieceAct,
  target: ActTarget,
  words: ActWords,
  piece: { title: string; content: string; dueOn: string; laterReason?: string },
): Promise<unknown> {
  const subtask = subtaskOf(target)
  const to = {
    params: { path: { id: target.task.id, subtaskId: target.subtaskId ?? 0 } },
    headers: ifMatch(subtask?.version ?? 0),
  }
  const reason = words.reason?.trim() ?? ''
  const body = words.body?.trim() ?? ''
  switch (act) {
    case 'pieceStart':
      return answer(api.POST('/api/tasks/{id}/subtasks/{subtaskId}/start', { ...to, body: {} }))
    case 'pieceReport':
      return answer(
        api.POST('/api/tasks/{id}/subtasks/{subtaskId}/report', { ...to, body: { percent: words.percent ?? 0, body } }),
      )
    case 'pieceFinish':
      return answer(
        api.POST('/api/tasks/{id}/subtasks/{subtaskId}/finish', { ...to, body: { doneOn: words.doneOn ?? '', body } }),
      )
    case 'pieceAccept':
      return answer(
        api.POST('/api/tasks/{id}/subtasks/{subtaskId}/accept', {
          ...to,
          body: words.note?.trim() ? { note: words.note.trim() } : {},
        }),
      )
    case 'pieceSendBack':
      return answer(api.POST('/api/tasks/{id}/subtasks/{subtaskId}/send-back', { ...to, body: { reason } }))
    case 'pieceCancel':
      return answer(api.POST('/api/tasks/{id}/subtasks/{subtaskId}/cancel', { ...to, body: { reason } }))
    case 'pieceChange':
      return answer(api.PUT('/api/tasks/{id}/subtasks/{subtaskId}', { ...to, body: piece }))
  }
}

/** The piece an act is about, as the task last fetched has it. */
export function subtaskOf({ task, subtaskId }: ActTarget): Subtask | undefined {
  return task.subtasks.find(({ id }) => id === subtaskId)
}
