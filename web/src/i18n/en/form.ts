import type { form as vi } from '../vi/form.ts'

export const form: typeof vi = {
  stale: '{{by}} changed it at {{at}}.',
  staleHint: 'What you typed is still below.',
  staleKeep: 'Take the new version, keep what I typed',
  staleDrop: 'Discard what I typed',
}
