/** What a report says beside what the data say now: asked before the submission, before the signature and on its page. */
import type { Handle } from '../platform/db.ts'
import { type ComputedFigure, computeFigures, type Figures, knownFigures, type Scope } from './compute.ts'
import type { OversightDb } from './db.ts'
import { type Moved, movedBetween } from './figure-change.ts'
import { deciding, groundless } from './recommend-text.ts'
import { figuresOfReport, recommendationsOf, type StoredRecommendation, sectionsOf } from './text-store.ts'
import { aboutOf, computeAll } from './write.ts'

/** The parts of a report as they are kept. */
export interface Parts {
  sections: Awaited<ReturnType<typeof sectionsOf>>
  stored: Awaited<ReturnType<typeof figuresOfReport>>
  recommendations: Awaited<ReturnType<typeof recommendationsOf>>
}
export async function partsOf(db: Handle<OversightDb>, id: number): Promise<Parts> {
  return {
    sections: await sectionsOf(db, id),
    stored: await figuresOfReport(db, id),
    recommendations: await recommendationsOf(db, id),
  }
}

export interface Compared {
  /** Its figures as they are now. */
  now: readonly ComputedFigure[]
  moved: readonly Moved[]
  /** The recommendations that were taken and that the figures do not bear out any more. */
  gone: readonly StoredRecommendation[]
}
export const UNCOMPARED: Compared = { now: [], moved: [], gone: [] }

/** @param scope of the report as it would be computed now, with all that is known */
export async function comparedNow(
  db: Handle<OversightDb>,
  parts: Parts,
  scope: Scope,
  figures: Figures,
  today: string,
): Promise<Compared> {
  const texts = parts.recommendations.filter(({ state }) => state !== 'left').map(({ body }) => body)
  const now = await computeAll(db, parts.sections, texts, scope, today, figures)
  return {
    now,
    moved: movedBetween(parts.stored, now),
    gone: await groundlessIn(db, parts, now, scope, figures, today),
  }
}

async function groundlessIn(
  db: Handle<OversightDb>,
  { sections, recommendations }: Parts,
  computed: readonly ComputedFigure[],
  scope: Scope,
  figures: Figures,
  today: string,
): Promise<StoredRecommendation[]> {
  const taken = recommendations.filter(({ state, rule }) => state === 'taken' && rule !== null)
  if (taken.length === 0) return []
  const known = { ...knownFigures(figures), has: () => true }
  const about = await aboutOf(db, scope, sections, figures, today)
  const have = new Set(computed.map(({ ref }) => ref))
  const others = deciding(about, figures, known).filter(({ ref }) => !have.has(ref))
  const decided = [...computed, ...(await computeFigures(db, figures, others, scope, today))]
  return groundless(taken, about, figures, known, decided)
}
