import { wordsOf } from '@dieuhanh/extraction'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { formatDay } from '../platform/calendar.ts'
import { answerIn, type Language } from '../platform/http/language.ts'
import type { Directive, DraftsChanged, Warning } from './shapes.ts'

/** The words of a doubt of a reading or of a draft, in a language. */
export function worded(doubt: Warning, language: Language): Warning {
  if (language === 'vi') return doubt
  const own = OWN[doubt.code]
  return { ...doubt, message: own && doubt.values ? own(doubt.values) : wordsOf(doubt, language) }
}

/** English of the doubts of `doubtsOf` (draft.ts), which are about a draft as it is now. */
const OWN: Record<string, (values: NonNullable<Warning['values']>) => string> = {
  due_before_assigned: ({ dueOn, assignedOn }) =>
    `The deadline ${formatDay(String(dueOn))} is before the day of assignment, ${formatDay(String(assignedOn))}. Check the days.`,
  collective_lead: ({ name, agency }) =>
    `“${name}” stands for several agencies; ${agency} is accountable until a particular unit is chosen.`,
}

/**
 * Says the doubts of an answer in the language asked for: a hook, because the answer of an act is kept under its
 * `Idempotency-Key` and may be repeated to a caller with another language.
 */
export async function inLanguageAsked(request: FastifyRequest, reply: FastifyReply, shown: unknown): Promise<unknown> {
  const language = answerIn(request, reply)
  if (language === 'vi' || !hasDrafts(shown)) return shown
  const all = (doubts: readonly Warning[]) => doubts.map((doubt) => worded(doubt, language))
  return {
    ...shown,
    ...('warnings' in shown ? { warnings: all(shown.warnings) } : {}),
    drafts: shown.drafts.map((draft) => ({ ...draft, warnings: all(draft.warnings) })),
  }
}

/** False for a refusal, which passes here too. */
function hasDrafts(shown: unknown): shown is Directive | DraftsChanged {
  return typeof shown === 'object' && shown !== null && 'drafts' in shown && Array.isArray(shown.drafts)
}
