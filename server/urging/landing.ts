import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Landing, type LandingWords, landingRows } from '../platform/landing.ts'
import { hasRight } from '../platform/rights.ts'
import { letterSeen } from './access.ts'
import type { UrgingDb } from './db.ts'
import type { LetterState } from './letter-state.ts'

const lettersIn = (state: LetterState, urgency: LandingWords['urgency'], vi: string, en: string): LandingWords => ({
  name: `letters.${state}`,
  urgency,
  vi,
  en,
  to: `/don-doc?tab=letters&state=${state}`,
})

/** Letters waiting for the actor; each count equals the length of the list in that state. */
export const urgingLanding: Landing = async ({ db, actor, today }) => {
  const mayAnswer = actor.seen !== null && hasRight(actor, 'task.carryOut')
  if (!mayAnswer && !hasRight(actor, 'urge.prepare') && !hasRight(actor, 'urge.sign')) return []
  const { rows } = await sql<Record<string, number>>`
    select count(*) filter (where l.state = 'submitted')::integer as "letters.submitted",
           count(*) filter (where l.state = 'draft')::integer as "letters.draft",
           count(*) filter (where l.state = 'answered')::integer as "letters.answered",
           count(*) filter (where l.state = 'issued')::integer as "letters.issued",
           count(*) filter (where l.state = 'issued' and l.reply_by < ${today}::date)::integer as late
    from urging.letter l
    where l.state in ('draft', 'submitted', 'issued', 'answered') and ${letterSeen(actor)}`.execute(
    reading<UrgingDb>(db),
  )
  const counts = rows[0]
  const words: LandingWords[] = []
  if (mayAnswer) {
    const urgency = (counts?.late ?? 0) > 0 ? 'late' : 'now'
    words.push(lettersIn('issued', urgency, 'Công văn đôn đốc chờ trả lời', 'Letters to answer'))
  }
  if (hasRight(actor, 'urge.sign')) {
    words.push(lettersIn('submitted', 'now', 'Công văn đôn đốc chờ ký', 'Letters to sign'))
  }
  if (hasRight(actor, 'urge.prepare')) {
    words.push(
      lettersIn('draft', 'now', 'Dự thảo công văn chưa trình ký', 'Draft letters to submit'),
      lettersIn('answered', 'watch', 'Công văn đã trả lời, chờ kết thúc', 'Answered letters to close'),
    )
  }
  return landingRows(words, counts)
}
