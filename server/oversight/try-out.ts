import type { Handle } from '../platform/db.ts'
import { computeFigures, type Figures, fieldsOf, knownFigures } from './compute.ts'
import type { OversightDb } from './db.ts'
import { sectionsPerDocument } from './per-document.ts'
import type { Period } from './period.ts'
import type { ReportKind } from './report-kinds.ts'
import { scopeFor } from './report-scope.ts'
import { figuresOfSections } from './section.ts'
import { computeSections } from './section-data.ts'
import type { TemplateRecord } from './template-store.ts'
import type { TriedTemplate } from './text-shapes.ts'
import { figureLines, resolveFields, sectionViews } from './text-view.ts'

/** A template as it would read for a period; nothing is kept. */
export async function tryOut(
  db: Handle<OversightDb>,
  input: {
    template: TemplateRecord
    kind: ReportKind
    period: Period
    today: string
    figures: Figures
    agencyId?: number
    source?: string
  },
): Promise<Omit<TriedTemplate, 'version'>> {
  const { template, kind, period, today, figures } = input
  const scope = await scopeFor(db, kind, template, { period, agencyId: input.agencyId, source: input.source }, today)
  const known = knownFigures(figures)
  const sections = await sectionsPerDocument(db, figures, template.sections, scope, today)
  const computed = await computeFigures(db, figures, figuresOfSections(sections, known), scope, today)
  const data = await computeSections(db, sections, scope, today)
  const fields = await fieldsOf(db, scope)
  const rows = sections.map((section) => ({ ...section, data: data.get(section.key) ?? null }))
  return {
    title: resolveFields(template.title, fields, known),
    sections: sectionViews(rows, computed, fields, known),
    figures: figureLines(computed, figures, []),
    missing: computed.flatMap(({ ref, missing }) => (missing === null ? [] : [{ ref, why: missing }])),
  }
}
