import { WebAuthnError } from '@simplewebauthn/browser'

/** The person stopped, time ran out or the browser would not: nothing the server said. */
export function isStopped(error: unknown): boolean {
  return error instanceof WebAuthnError || (error instanceof Error && error.name === 'NotAllowedError')
}
