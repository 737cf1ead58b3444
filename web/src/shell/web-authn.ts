import { WebAuthnError } from '@simplewebauthn/browser'

/** The user cancelled, it timed out or the browser refused: not an error of the server. */
export function isStopped(error: unknown): boolean {
  return error instanceof WebAuthnError || (error instanceof Error && error.name === 'NotAllowedError')
}
