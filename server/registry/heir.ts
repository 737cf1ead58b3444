import { sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { RegistryDb } from './db.ts'

interface Named {
  id: number
  name: string
}

/** One agency that took over from one that has ended. */
export interface Takeover {
  from: Named
  to: Named
  /** The first day without the ended agency. */
  on: string
}

/** The words of a record for what passes so: which reorganisation it was is not asked. */
export const REORGANISED = 'sắp xếp tổ chức bộ máy'

/**
 * From an agency that has ended to its successor of today, one after the other over any number of reorganisations. Empty where
 * the agency still exists, or no one took over. For what comes back to an agency after its end, or is recorded so late.
 */
export async function takeoversOf(handle: AnyHandle, agencyId: number, today: string): Promise<Takeover[]> {
  const { rows } = await sql<Takeover>`
    with recursive
    -- If an agency has two main successors over time, the later one has it now; it was without its own from the first day on.
    next_one as (
      select distinct on (s.old_agency_id) s.old_agency_id as old, s.new_agency_id as new,
             min(s.effective_on) over (partition by s.old_agency_id) as ended_on
      from registry.succession s where s.kind = 'main' and s.effective_on <= ${today}::date
      order by s.old_agency_id, s.effective_on desc, s.succession_id desc
    ),
    way as (
      select n.old, n.new, n.ended_on, 1 as step from next_one n
      where n.old = ${agencyId} and not exists (
        select from registry.agency_card c where c.agency_id = n.old and c.valid @> ${today}::date)
      union all
      select n.old, n.new, greatest(n.ended_on, w.ended_on), w.step + 1 from way w join next_one n on n.old = w.new
    )
    select jsonb_build_object('id', o.agency_id, 'name', o.name) as "from",
           jsonb_build_object('id', n.agency_id, 'name', n.name) as "to", w.ended_on::text as "on"
    from way w
    join registry.agency_latest o on o.agency_id = w.old
    join registry.agency_latest n on n.agency_id = w.new
    order by w.step`.execute(reading<RegistryDb>(handle))
  return rows
}

/**
 * The same of a thing that was with the agency from a day on: each step from its own day, none before that day. Of several that
 * were before it the last agency alone had it. Pure.
 */
export function takeoversSince(takeovers: readonly Takeover[], since: string): Takeover[] {
  const steps: Takeover[] = []
  for (const { from, to, on: ended } of takeovers) {
    const on = ended > since ? ended : since
    const before = steps.at(-1)
    if (before?.on === on) steps.splice(-1, 1, { ...before, to })
    else steps.push({ from, to, on })
  }
  return steps
}
