import { compact, oneOf, type Raw, text } from './parse.ts'

/** Where to go afterwards: a path of this console. */
export interface DoorSearch {
  to?: string
}
/** Why the sign-in at the identity provider failed. */
export const IDENTITY_PROBLEMS = [
  'auth.challenge_gone',
  'auth.second_factor_required',
  'auth.session_required',
  'auth.too_many',
  'auth.required',
  'identity.away',
  'identity.denied',
  'identity.failed',
  'identity.level_too_low',
  'identity.not_configured',
  'identity.not_linked',
  'identity.one_only',
  'identity.taken',
] as const
interface IdentitySearch {
  problem?: (typeof IDENTITY_PROBLEMS)[number]
  /** The level of assurance the provider reported, and the required one. */
  level?: string
  needed?: string
}
export interface SignInSearch extends DoorSearch, IdentitySearch {}
export interface AccountSearch extends IdentitySearch {
  done?: 'identity.linked'
}
/** Only a path of this console: an external address would make the sign-in page an open redirect. */
export const doorSearchOf = (raw: Raw): DoorSearch => {
  const to = text(raw.to, 2000)
  return compact({ to: to && /^\/(?![/\\])/.test(to) ? to : undefined })
}
/** A level is one short word, so that a link cannot put arbitrary text on our page. */
const level = (value: unknown) => {
  const found = text(value)
  return found && /^[\w.:-]{1,40}$/.test(found) ? found : undefined
}
const identitySearchOf = (raw: Raw): IdentitySearch => ({
  problem: oneOf(IDENTITY_PROBLEMS)(raw.problem),
  level: level(raw.level),
  needed: level(raw.needed),
})
export const signInSearchOf = (raw: Raw): SignInSearch => compact({ ...doorSearchOf(raw), ...identitySearchOf(raw) })
export const accountSearchOf = (raw: Raw): AccountSearch =>
  compact({ ...identitySearchOf(raw), done: oneOf(['identity.linked'] as const)(raw.done) })
