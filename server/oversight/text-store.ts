import type { Handle, Transaction } from '../platform/db.ts'
import { toJson } from '../platform/db.ts'
import type { ComputedFigure } from './compute.ts'
import type { OversightDb } from './db.ts'
import type { SectionData } from './text-shapes.ts'
import type { StoredFigure, StoredSection } from './text-view.ts'

type Trx = Transaction<OversightDb>

export interface StoredRecommendation {
  key: string
  position: number
  rule: string | null
  body: string
  state: 'suggested' | 'taken' | 'left'
  decided_by: string | null
  decided_at: string | null
}

export async function sectionsOf(db: Handle<OversightDb>, id: number): Promise<StoredSection[]> {
  const rows = await db
    .selectFrom('oversight.report_section')
    .select(['key', 'kind', 'heading', 'body', 'settings', 'data'])
    .where('report_id', '=', id)
    .orderBy('position')
    .execute()
  return rows as unknown as StoredSection[]
}

export async function figuresOfReport(
  db: Handle<OversightDb>,
  id: number,
): Promise<(StoredFigure & { before: string | null; why: string | null })[]> {
  const rows = await db
    .selectFrom('oversight.report_figure')
    .selectAll()
    .where('report_id', '=', id)
    .orderBy('ref')
    .execute()
  return rows.map((row) => ({
    ref: row.ref,
    name: row.name,
    from: row.from_on,
    asOf: row.as_of,
    knownOn: row.known_on,
    knownBefore: null,
    rounding: row.rounding,
    agencyId: null,
    source: null,
    value: row.value,
    printed: row.printed,
    rows: row.rows,
    missing: row.missing,
    truncated: row.truncated,
    before: row.printed_before,
    why: row.why,
  }))
}

export async function recommendationsOf(db: Handle<OversightDb>, id: number): Promise<StoredRecommendation[]> {
  const rows = await db
    .selectFrom('oversight.report_recommendation')
    .select(['key', 'position', 'rule', 'body', 'state', 'decided_by', 'decided_at'])
    .where('report_id', '=', id)
    .orderBy('position')
    .execute()
  return rows as unknown as StoredRecommendation[]
}

/** Writes the figures as computed: those no longer named go, what a correction printed before stays. */
export async function saveFigures(
  trx: Trx,
  id: number,
  computed: readonly ComputedFigure[],
  at: string,
): Promise<void> {
  const kept = computed.map(({ ref }) => ref)
  let gone = trx.deleteFrom('oversight.report_figure').where('report_id', '=', id)
  if (kept.length > 0) gone = gone.where('ref', 'not in', kept)
  await gone.execute()
  for (const one of computed) {
    const row = {
      name: one.name,
      from_on: one.from,
      as_of: one.asOf,
      known_on: one.knownOn,
      rounding: one.rounding,
      value: one.value,
      printed: one.printed,
      rows: one.rows,
      missing: one.missing,
      truncated: one.truncated,
      computed_at: at,
    }
    await trx
      .insertInto('oversight.report_figure')
      .values({ report_id: id, ref: one.ref, ...row })
      .onConflict((conflict) => conflict.columns(['report_id', 'ref']).doUpdateSet(row))
      .execute()
  }
}

export async function saveSectionData(trx: Trx, id: number, data: ReadonlyMap<string, SectionData>): Promise<void> {
  for (const [key, one] of data) {
    await trx
      .updateTable('oversight.report_section')
      .set({ data: toJson(one) })
      .where('report_id', '=', id)
      .where('key', '=', key)
      .execute()
  }
}
