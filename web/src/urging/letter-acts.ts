import type { Act } from '../form/act.tsx'
import type { LetterForm } from './letter-act.tsx'
import { answer } from './letter-acts/answer.tsx'
import { close } from './letter-acts/close.tsx'
import { edit } from './letter-acts/edit.tsx'
import { sendBack } from './letter-acts/send-back.tsx'
import type { Letter } from './queries.ts'

/** The acts on a letter that need input: one file each, with its fields and its request. */
export const FORMS: Record<LetterForm, Act<LetterForm, Letter>> = { edit, sendBack, close, answer }
