/** Pure: who is asked about a draft, in which order, and who may not be the same person (Nghị định 30/2020/NĐ-CP, Điều 12, 13). */

export const STEP_KINDS = ['opinion', 'initial', 'approve'] as const
export type StepKind = (typeof STEP_KINDS)[number]
export type StepState = 'waiting' | 'open' | 'agreed' | 'returned' | 'ended'

/** A step as it is planned. Steps of one position are open side by side. */
export interface PlannedStep {
  position: number
  kind: StepKind
  personId: number
}
export interface Step extends PlannedStep {
  id: number
  state: StepState
}

/** What is wrong with a route: `place` is of the step, null of the whole. */
export interface RouteProblem {
  place: number | null
  code: 'route.nobody_checks' | 'route.twice' | 'route.drafter' | 'route.signer' | 'route.opinion_late'
}

/**
 * Whoever answers for the content checks it before it is signed (Điều 12.1), and nobody checks or signs their own work: a person
 * has one part among drafter, reviewer and signer. Opinions come before the first approval, which would otherwise be of a text
 * that may still change.
 */
export function problemsOfRoute(
  steps: readonly PlannedStep[],
  { drafterId, signerId }: { drafterId: number; signerId: number | null },
): RouteProblem[] {
  const problems: RouteProblem[] = []
  const seen = new Set<number>()
  const firstApproval = Math.min(...steps.filter(({ kind }) => kind === 'approve').map(({ position }) => position))
  for (const [place, { personId, kind, position }] of steps.entries()) {
    if (seen.has(personId)) problems.push({ place, code: 'route.twice' })
    else if (personId === drafterId) problems.push({ place, code: 'route.drafter' })
    else if (personId === signerId) problems.push({ place, code: 'route.signer' })
    if (kind !== 'approve' && position >= firstApproval) problems.push({ place, code: 'route.opinion_late' })
    seen.add(personId)
  }
  if (!steps.some(({ kind }) => kind !== 'opinion')) problems.push({ place: null, code: 'route.nobody_checks' })
  return problems
}

/** The steps that open now: those of the lowest position that waits, once none is open. */
export function stepsToOpen(steps: readonly Step[]): number[] {
  if (steps.some(({ state }) => state === 'open' || state === 'returned')) return []
  const waiting = steps.filter(({ state }) => state === 'waiting')
  const lowest = Math.min(...waiting.map(({ position }) => position))
  return waiting.filter(({ position }) => position === lowest).map(({ id }) => id)
}

/** What follows when a step is agreed: which open, and whether the route is at its end. */
export function afterAgreement(steps: readonly Step[], id: number): { opens: number[]; isLast: boolean } {
  const after = steps.map((step) => (step.id === id ? { ...step, state: 'agreed' as const } : step))
  return { opens: stepsToOpen(after), isLast: after.every(({ state }) => state === 'agreed' || state === 'ended') }
}

/** The steps that end when a draft goes back: whatever is not decided. The next round asks again. */
export function endedByReturn(steps: readonly Step[], id: number | null): number[] {
  return steps.filter((step) => step.id !== id && (step.state === 'open' || step.state === 'waiting')).map((s) => s.id)
}

/** Who acts: the person, and for a deputy the one they stand for. */
export interface Hands {
  personId: number
  onBehalfOf: number | null
}

/**
 * Why these hands may not sign: they drafted it, or checked it in this round. A deputy counts as themselves and as the one they stand
 * for. Null: they may.
 */
export function whyNotSign(
  { personId, onBehalfOf }: Hands,
  { drafterId, checkers }: { drafterId: number; checkers: readonly number[] },
): 'drafter' | 'checker' | null {
  const hands = [personId, onBehalfOf].filter((id) => id !== null)
  if (hands.includes(drafterId)) return 'drafter'
  return hands.some((id) => checkers.includes(id)) ? 'checker' : null
}
