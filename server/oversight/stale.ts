/** What a submitted report says and the data do not any more: whoever signs accepts the difference that they were shown. */
import { createHash } from 'node:crypto'
import type { Handle } from '../platform/db.ts'
import { type Compared, comparedNow, partsOf } from './compared.ts'
import type { Figures } from './compute.ts'
import type { OversightDb } from './db.ts'
import { quoted } from './edit-text.ts'
import { type Moved, namesOf } from './figure-change.ts'
import { getKind } from './report-kinds.ts'
import { scopeOfReport } from './report-scope.ts'
import type { ReportRecord } from './store.ts'
import type { StoredRecommendation } from './text-store.ts'

export interface Difference {
  moved: Moved[]
  groundless: StoredRecommendation[]
  /** Which days the figures count. */
  days: Compared['now']
  /** Names this very difference; null: there is none. */
  digest: string | null
}

/** The difference between what was submitted and what the data say now. */
export function differenceOf(compared: Compared): Difference {
  const [moved, groundless, days] = [[...compared.moved], [...compared.gone], compared.now]
  if (moved.length === 0 && groundless.length === 0) return { moved, groundless, days, digest: null }
  const said = [
    moved.map(({ ref, before, after }) => [ref, before, after]),
    groundless.map(({ key, body }) => [key, body]),
  ]
  return {
    moved,
    groundless,
    days,
    digest: createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32),
  }
}

/** The same, computed now. */
export async function differenceNow(
  db: Handle<OversightDb>,
  report: ReportRecord,
  figures: Figures,
  today: string,
): Promise<Difference> {
  const scope = scopeOfReport(report, await getKind(db, report.kind), null)
  return differenceOf(await comparedNow(db, await partsOf(db, report.report_id), scope, figures, today))
}

/** The difference in a sentence, for whoever is to sign. */
export function inWords({ moved, groundless, days }: Difference, figures: Figures): string {
  const name = namesOf(moved, days, (ref) => figures.get(ref.split(';')[0]!)?.vi ?? ref, 'vi')
  const changed = moved.map(({ ref, before, after }) => `${name(ref)} ${before} → ${after}`)
  return [
    ...(changed.length === 0 ? [] : [`${changed.length} số liệu đã thay đổi từ khi trình: ${changed.join('; ')}.`]),
    ...groundless.map(({ body }) => `Kiến nghị “${quoted(body)}” không còn căn cứ.`),
  ].join(' ')
}
