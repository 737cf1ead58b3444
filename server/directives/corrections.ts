import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Clock } from '../platform/clock.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { hasRight } from '../platform/rights.ts'
import { agenciesToKeep } from '../registry/index.ts'
import { checkMaySeeAll } from './access.ts'
import { inScope, isMissed, scopeOf } from './accuracy.ts'
import type { DirectivesDb } from './db.ts'
import type {
  AccuracyQuery,
  CorrectionRow,
  Corrections,
  CorrectionsQuery,
  MissedLabelRow,
  MissedLabels,
} from './outcome-shapes.ts'

/** More than this no one reads; the next ones come up when these are dealt with. */
const MOST = 50

interface Found extends Omit<CorrectionRow, 'alias' | 'agencyVersion'> {
  /** A name stayed as the document has it, and a person chose the agency: an alias would have matched it. */
  isName: boolean
}

/**
 * The most frequent corrections. Where a person chose the agency that a name means, the name can be added to that agency
 * as an alias, so that the next document is read right; not a phrase for many agencies, which is no one's name.
 */
export async function correctionsOf(
  db: AnyHandle,
  clock: Clock,
  actor: Actor,
  query: CorrectionsQuery,
): Promise<Corrections> {
  checkMaySeeAll(actor)
  const handle = reading<DirectivesDb>(db)
  const { rows } = await sql<Found>`
    select o.field, o.suggested ->> 'text' as suggested, o.confirmed ->> 'text' as confirmed, o.agency_id as "agencyId",
           count(*) as times, max(o.confirmed_on) as "lastOn",
           (select d.number from directives.directive d where d.directive_id = max(o.directive_id)) as "lastNumber",
           o.agency_id is not null and coalesce(bool_and(o.confirmed ->> 'name' = o.suggested ->> 'text'), false)
             and not bool_or(o.suggested ? 'isCollective') as "isName"
    from directives.outcome o
    where o.verdict = 'changed' and ${inScope(scopeOf(query, clock))}
      and ${query.field === undefined ? sql`true` : sql`o.field = ${query.field}`}
    group by 1, 2, 3, 4
    order by times desc, "lastOn" desc, 1, 2, 3 limit ${MOST}`.execute(handle)
  const names = rows.filter(({ isName }) => isName)
  const holders = await holdersOf(
    handle,
    names.map(({ suggested }) => suggested),
  )
  const versions = await agenciesToKeep(db, actor, [...new Set(names.map(({ agencyId }) => agencyId!))])
  return {
    rows: rows.map(({ isName, ...row }) => {
      const none = { ...row, alias: null, agencyVersion: null }
      if (!isName) return none
      const held = holders.get(row.suggested) ?? []
      if (held.includes(row.agencyId!)) return { ...none, alias: 'known' }
      const agencyVersion = versions.get(row.agencyId!) ?? null
      // A name that another agency has would mean two agencies, and be read no better.
      return held.length > 0 || agencyVersion === null ? none : { ...row, alias: 'open', agencyVersion }
    }),
  }
}

/** The labels before values that reviewers had to add or replace; each can be added to those the reader knows. */
export async function missedLabels(
  db: AnyHandle,
  clock: Clock,
  actor: Actor,
  query: AccuracyQuery,
): Promise<MissedLabels> {
  checkMaySeeAll(actor)
  const { rows } = await sql<Omit<MissedLabelRow, 'state'> & { isKnown: boolean }>`
    select m.*, exists (select from directives.label l
      where l.withdrawn_at is null and l.folded = platform.fold(m.phrase)) as "isKnown"
    from (
      select o.confirmed ->> 'label' as phrase, o.field, count(*) as times, max(o.confirmed_on) as "lastOn",
             (select d.number from directives.directive d where d.directive_id = max(o.directive_id)) as "lastNumber"
      from directives.outcome o
      where ${isMissed(null)} and ${inScope(scopeOf(query, clock))}
      group by 1, 2 order by times desc, "lastOn" desc, 1, 2 limit ${MOST}
    ) m`.execute(reading<DirectivesDb>(db))
  const mayAdd = hasRight(actor, 'registry.keep')
  return { rows: rows.map(({ isKnown, ...row }) => ({ ...row, state: isKnown ? 'known' : mayAdd ? 'open' : null })) }
}

/** The agencies that have each of these names, whatever its case and marks. */
async function holdersOf(db: Handle<DirectivesDb>, names: readonly string[]): Promise<Map<string, number[]>> {
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ name: string; agencyIds: number[] }>`
    select n.name, array_agg(s.agency_id) as "agencyIds"
    from unnest(${[...new Set(names)]}::text[]) as n(name)
    join registry.agency_spelling s on platform.fold(s.spelling) = platform.fold(n.name)
    group by 1`.execute(db)
  return new Map(rows.map(({ name, agencyIds }) => [name, agencyIds]))
}
