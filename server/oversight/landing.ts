import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Landing, type LandingWords, landingRows } from '../platform/landing.ts'
import { hasRight, type Right } from '../platform/rights.ts'
import { hasOwnReports, seesDrafts } from './access.ts'
import type { OversightDb } from './db.ts'
import type { ReportState } from './report-state.ts'

const reportsIn = (state: ReportState, vi: string, en: string): LandingWords => ({
  name: `reports.${state}`,
  urgency: 'now',
  vi,
  en,
  to: `/bao-cao?state=${state}`,
})

const has = (actor: { rights: readonly Right[] }, ...rights: Right[]) => rights.some((right) => hasRight(actor, right))

/** Reports waiting for the actor; each count equals the length of the list in that state. */
export const oversightLanding: Landing = async ({ db, actor }) => {
  const words: LandingWords[] = []
  const [signs, prepares] = [
    has(actor, 'report.sign', 'report.signOwn'),
    has(actor, 'report.prepare', 'report.prepareOwn'),
  ]
  if (signs) words.push(reportsIn('submitted', 'Báo cáo chờ ký', 'Reports to sign'))
  if (prepares) words.push(reportsIn('draft', 'Báo cáo đang lập, chưa trình ký', 'Reports to submit'))
  if (words.length === 0) return []
  const { rows } = await sql<Record<string, number>>`
    select count(*) filter (where r.state = 'submitted')::integer as "reports.submitted",
           count(*) filter (where r.state = 'draft')::integer as "reports.draft"
    from oversight.report r join oversight.report_kind k on k.kind = r.kind
    where r.state in ('draft', 'submitted') and case k.whose when 'office' then ${seesDrafts(actor)}::boolean
      else ${hasOwnReports(actor)}::boolean and r.subject_agency_id = any(${[...actor.own]}::bigint[]) end`.execute(
    reading<OversightDb>(db),
  )
  return landingRows(words, rows[0])
}
