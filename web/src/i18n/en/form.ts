import type { form as vi } from '../vi/form.ts'

export const form: typeof vi = {
  typed: { date: 'dd/mm/yyyy', month: 'mm/yyyy' },
  stale: '{{by}} changed it at {{at}}.',
  staleHint: 'Your input is still below.',
  staleKeep: 'Load the new version, keep my input',
  staleDrop: 'Discard my input',
}
