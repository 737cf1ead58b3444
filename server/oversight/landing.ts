import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Landing, type LandingWords, landingRows } from '../platform/landing.ts'
import { hasRight } from '../platform/rights.ts'
import type { OversightDb } from './db.ts'
import type { ReportState } from './report-state.ts'

const reportsIn = (state: ReportState, vi: string, en: string): LandingWords => ({
  name: `reports.${state}`,
  urgency: 'now',
  vi,
  en,
  to: `/bao-cao?state=${state}`,
})

/** Reports waiting for the actor; each count equals the length of the list in that state. */
export const oversightLanding: Landing = async ({ db, actor }) => {
  const words: LandingWords[] = []
  if (hasRight(actor, 'report.sign')) words.push(reportsIn('submitted', 'Báo cáo chờ ký', 'Reports to sign'))
  if (hasRight(actor, 'report.prepare'))
    words.push(reportsIn('draft', 'Báo cáo đang lập, chưa trình ký', 'Reports to submit'))
  if (words.length === 0) return []
  const { rows } = await sql<Record<string, number>>`
    select count(*) filter (where state = 'submitted')::integer as "reports.submitted",
           count(*) filter (where state = 'draft')::integer as "reports.draft"
    from oversight.report where state in ('draft', 'submitted')`.execute(reading<OversightDb>(db))
  return landingRows(words, rows[0])
}
