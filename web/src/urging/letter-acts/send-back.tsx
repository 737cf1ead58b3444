import { answer } from '@dieuhanh/client'
import { ReasonField } from '../../form/signing.tsx'
import { api } from '../../shell/api.ts'
import { actOnLetter, onLetter } from '../letter-act.tsx'

/** The signatory returns the draft unsigned. */
export const sendBack = actOnLetter<{ reason: string }>({
  Fields: ReasonField,
  send: (body, letter) => answer(api.POST('/api/urging/letters/{id}/send-back', { ...onLetter(letter), body })),
})
