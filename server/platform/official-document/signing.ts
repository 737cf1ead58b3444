import { type Actor, signatureOf } from '../actor.ts'
import { Conflict } from '../errors.ts'
import { hasRight, type Right } from '../rights.ts'

/** What is done to a document on its way to the signature. */
export const SIGNING_ACTS = ['edit', 'submit', 'withdraw', 'sendBack', 'sign', 'drop'] as const
export type SigningAct = (typeof SIGNING_ACTS)[number]
export const SIGNING_STATES = ['draft', 'submitted', 'issued', 'dropped'] as const
export type SigningState = (typeof SIGNING_STATES)[number]

/** A state of a document: its name in a sentence, whether the document left the office, and where each act leads. */
export interface DocumentState<State extends string, Act extends string> {
  name: string
  /** From then on its content never changes. */
  isOut: boolean
  next: Partial<Record<Act, State>>
  /** What can be done instead of an act that the state does not have; else one is given by the state and the act. */
  remedy?: string
}

/**
 * The way of an official document to its signature: one person prepares and submits it, another signs or sends it back.
 * Kinds of documents go further from `issued` on.
 */
export const SIGNING: Record<SigningState, DocumentState<SigningState, SigningAct>> = {
  draft: { name: 'dự thảo', isOut: false, next: { edit: 'draft', submit: 'submitted', drop: 'dropped' } },
  submitted: { name: 'đã trình ký', isOut: false, next: { withdraw: 'draft', sendBack: 'draft', sign: 'issued' } },
  issued: { name: 'đã phát hành', isOut: true, next: {} },
  dropped: { name: 'đã bỏ', isOut: false, next: {} },
}

/** A kind of document in words and codes. */
export interface DocumentKind {
  /** "Công văn" */
  noun: string
  /** Of the refusal: "letter.wrong_state". */
  wrongState: string
}

/** The state after the act. Throws a conflict that names the state and what can be done first. */
export function moveDocument<State extends string, Act extends string>(
  states: Record<State, DocumentState<State, Act>>,
  kind: DocumentKind,
  state: NoInfer<State>,
  act: NoInfer<Act>,
): State {
  const to = states[state].next[act]
  if (to !== undefined) return to
  const message = `${kind.noun} ${states[state].name}. ${states[state].remedy ?? remedy(kind, state, act)}`
  throw new Conflict(kind.wrongState, message, { extra: { state } })
}

function remedy({ noun }: DocumentKind, state: string, act: string): string {
  const another = `hãy lập ${noun.toLocaleLowerCase('vi')} mới.`
  if (state === 'dropped') return `Nếu cần, ${another}`
  if (state === 'submitted') return 'Hãy rút lại rồi mới sửa, hoặc chờ lãnh đạo ký.'
  if (state === 'draft')
    return act === 'sign' || act === 'sendBack'
      ? `${noun} phải được trình ký trước.`
      : `${noun} phải được ký phát hành trước.`
  return `${noun} đã phát hành không sửa được; nếu cần, ${another}`
}

/** The acts that a state has and that `may` allows: what the screen offers. */
export function actsFrom<State extends string, Act extends string>(
  states: Record<State, DocumentState<State, Act>>,
  acts: readonly Act[],
  state: NoInfer<State>,
  may: (act: Act) => boolean,
): Act[] {
  return acts.filter((act) => states[state].next[act] !== undefined && may(act))
}

/**
 * May the actor sign the document or send it back? With the right to sign its kind; where it was submitted to one
 * person, only they or the one who deputises for them.
 */
export function mayHandle(actor: Actor, right: Right, signatoryId: number | null): boolean {
  return hasRight(actor, right) && (signatoryId === null || signatoryId === signingHand(actor))
}

/** Whose signature the actor gives: the holder's, for a deputy. */
export function signingHand({ personId, onBehalfOf }: Actor): number | null {
  return onBehalfOf?.personId ?? personId
}

/** What a step before the signature leaves on the row of the document. */
export function markOf(
  act: 'submit' | 'withdraw' | 'sendBack',
  { actor, now }: { actor: Actor; now: Temporal.Instant },
  reason: string | null = null,
): { submitted_at: string | null; submitted_by: string | null; sent_back_reason?: string | null } {
  if (act === 'submit')
    return { submitted_at: now.toString(), submitted_by: signatureOf(actor), sent_back_reason: null }
  const taken = { submitted_at: null, submitted_by: null }
  return act === 'sendBack' ? { ...taken, sent_back_reason: reason } : taken
}
