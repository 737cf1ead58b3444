/** Whether the agencies and documents that a template's figures name are there: they would be missing in every report. */
import { isDay } from '../platform/calendar.ts'
import type { Handle } from '../platform/db.ts'
import type { Field } from '../platform/errors.ts'
import { type FigureRef, figuresIn, type KnownFigures, parseReference, parseText } from './bound-text.ts'
import { type Figures, knownFigures, knownSources } from './compute.ts'
import type { OversightDb } from './db.ts'
import { agencyProblem } from './report-kinds.ts'
import type { Section } from './section.ts'

/** What is wrong with them, each with its place. */
export async function unknownNamed(
  db: Handle<OversightDb>,
  sections: readonly Section[],
  figures: Figures,
  today: string,
): Promise<Field[]> {
  const isKnown = knownSources(db, figures)
  const fields: Field[] = []
  for (const { path, ref, params } of placesOf(sections, { ...knownFigures(figures), has: () => true })) {
    const refuse = (why: string) =>
      fields.push({ path, code: 'report.parameter', message: `Số liệu “${ref}” sẽ luôn thiếu: ${why}` })
    const day = params.asOf !== undefined && isDay(params.asOf) ? params.asOf : today
    const problem = params.agency === undefined ? null : await agencyProblem(db, Number(params.agency), day)
    if (problem !== null) refuse(problem.message)
    if (params.source !== undefined && !(await isKnown(params.source)))
      refuse(`không có nhiệm vụ, đề án nào của văn bản “${params.source}”. Hãy kiểm tra lại mã hoặc số văn bản.`)
  }
  return fields
}

function placesOf(sections: readonly Section[], known: KnownFigures): (FigureRef & { path: string })[] {
  return sections.flatMap(({ heading, body, settings }, place) => {
    const at = (name: string, text: string) =>
      figuresIn(parseText(text, known).segments).map((one) => ({ ...one, path: `sections.${place}.${name}` }))
    const compared = (settings.figures ?? []).flatMap(({ ref }, index) => {
      const read = parseReference(ref, known)
      return 'message' in read ? [] : [{ ...read, path: `sections.${place}.settings.figures.${index}.ref` }]
    })
    return [...at('heading', heading ?? ''), ...at('body', body), ...compared]
  })
}
