import { Conflict } from '../platform/errors.ts'

/** A state: its name within a sentence, where each act leads, and what can be done instead of an act it does not have. */
export interface StateOf<State extends string, Act extends string> {
  name: string
  next: Partial<Record<Act, State>>
  remedy: string
}
export type StateTable<State extends string, Act extends string> = Readonly<Record<State, StateOf<State, Act>>>

/** The state after the act. Throws a conflict that names the state and what can be done. */
export function moveIn<State extends string, Act extends string>(
  table: StateTable<State, Act>,
  { noun, code }: { noun: string; code: string },
  state: NoInfer<State>,
  act: NoInfer<Act>,
): State {
  const { name, next, remedy } = table[state]
  const to = next[act]
  if (to !== undefined) return to
  throw new Conflict(code, `${noun} ${name}. ${remedy}`, { extra: { state } })
}
