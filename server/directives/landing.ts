import { sql } from 'kysely'
import { reading } from '../platform/db.ts'
import { type Landing, landingRows } from '../platform/landing.ts'
import { hasRight } from '../platform/rights.ts'
import type { DirectivesDb } from './db.ts'

/** For those who review: documents read and not confirmed, and documents that could not be read. */
export const directivesLanding: Landing = async ({ db, actor }) => {
  if (!hasRight(actor, 'directive.review')) return []
  const { rows } = await sql<Record<string, number>>`
    select count(*) filter (where d.state = 'review')::integer as "directives.review",
           count(*) filter (where d.state = 'failed')::integer as "directives.failed"
    from directives.directive d where d.state in ('review', 'failed')`.execute(reading<DirectivesDb>(db))
  return landingRows(
    [
      {
        name: 'directives.review',
        urgency: 'now',
        vi: 'Văn bản chờ rà soát',
        en: 'Directives to review',
        to: '/van-ban?state=review',
      },
      {
        name: 'directives.failed',
        urgency: 'now',
        vi: 'Văn bản không đọc được',
        en: 'Documents that could not be read',
        to: '/van-ban?state=failed',
      },
    ],
    rows[0],
  )
}
