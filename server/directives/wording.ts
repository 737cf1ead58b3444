import { refusalIn, wordsOf } from '@dieuhanh/extraction'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { formatDay } from '../platform/calendar.ts'
import { answerIn, type Language } from '../platform/http/language.ts'
import { problemIn } from './problems.ts'
import type { Directive, DirectiveList, DirectiveRow, DraftsChanged, Problem, Warning } from './shapes.ts'

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

/** English of why the server itself gave up a file; what its reader refuses is worded by the library. */
const GIVEN_UP: Record<string, string> = {
  too_heavy: 'Reading needed too much memory and was stopped. Split it into smaller files and upload them.',
  broken:
    'Reading failed. Save it as a new DOCX or PDF and upload it again; if it fails again, tell the administrator.',
  given_up:
    'The document was not read because of an error of the system, after several tries. Try again in some minutes; if it fails again, tell the administrator.',
}

/** Why a document was not read, in a language; null if it was. */
function failureIn({ failure, failureCode }: Pick<DirectiveRow, 'failure' | 'failureCode'>, language: Language) {
  if (language === 'vi' || failure === null || failureCode === null) return failure
  return GIVEN_UP[failureCode] ?? refusalIn({ code: failureCode, message: failure }, language)
}

/**
 * Says the doubts, problems and failures of an answer in the language asked for: a hook, because the answer of an act is kept under its
 * `Idempotency-Key` and may be repeated to a caller with another language.
 */
export async function inLanguageAsked(request: FastifyRequest, reply: FastifyReply, shown: unknown): Promise<unknown> {
  const language = answerIn(request, reply)
  if (language === 'vi') return shown
  if (hasRows(shown))
    return { ...shown, rows: shown.rows.map((row) => ({ ...row, failure: failureIn(row, language) })) }
  if (!hasDrafts(shown)) return shown
  const doubts = (all: readonly Warning[]) => all.map((doubt) => worded(doubt, language))
  const problems = (all: readonly Problem[]) => all.map((one) => problemIn(one, language))
  return {
    ...shown,
    ...('warnings' in shown
      ? {
          failure: failureIn(shown, language),
          warnings: doubts(shown.warnings),
          problems: problems(shown.problems),
        }
      : {}),
    drafts: shown.drafts.map((draft) => ({
      ...draft,
      warnings: doubts(draft.warnings),
      problems: problems(draft.problems),
    })),
  }
}

/** False for a refusal, which passes here too. */
function hasDrafts(shown: unknown): shown is Directive | DraftsChanged {
  return typeof shown === 'object' && shown !== null && 'drafts' in shown && Array.isArray(shown.drafts)
}

function hasRows(shown: unknown): shown is DirectiveList {
  return typeof shown === 'object' && shown !== null && 'rows' in shown && Array.isArray(shown.rows)
}
