/**
 * Sentences about figures that have a value for one document alone: "có 19/22 bộ ban hành Kế hoạch triển khai {{resolution}}" is
 * said once for each resolution, names it and counts the bodies that it obliges. Two resolutions are never added up.
 */
import type { AnyHandle } from '../platform/db.ts'
import type { FigureDocument } from '../platform/figure.ts'
import { figuresIn, type KnownFigures, parseReference, parseText, spelled } from './bound-text.ts'
import { documentsOf, type Figures, knownFigures, type Scope } from './compute.ts'
import type { Section } from './section.ts'

const FIELD = '{{resolution}}'
const REFERENCE = /\{\{([^{}]*)\}\}/g

/** The documents that a text with the field speaks of; none where it has no such figure, or there is no document. */
export async function documentsIn(
  db: AnyHandle,
  figures: Figures,
  text: string,
  scope: Scope,
  today: string,
): Promise<readonly FigureDocument[]> {
  const known = { ...knownFigures(figures), has: () => true }
  for (const one of figuresIn(parseText(text, known).segments)) {
    if (figures.get(one.name)?.documents === undefined || one.params.source !== undefined) continue
    return documentsOf(db, figures, one, scope, today)
  }
  return []
}

/** The text about one document: it is named, and the figures that have a value for it alone are of it. Pure. */
export function aboutDocument(
  text: string,
  { source, name }: FigureDocument,
  figures: Figures,
  known: KnownFigures = { ...knownFigures(figures), has: () => true },
): string {
  return text.replaceAll(FIELD, name).replace(REFERENCE, (whole, inside: string) => {
    const read = parseReference(inside, known)
    if ('message' in read || read.params.source !== undefined || figures.get(read.name)?.documents === undefined)
      return whole
    return `{{${spelled(read.name, { ...read.params, source })}}}`
  })
}

/**
 * The sections of a report with what is said of each document said of those too that became known since: after the lines on the
 * others, in their words. A line that a writer took out stays out.
 * @param scopes the scope in which the report was computed last, and that of now
 */
export async function withNewDocuments(
  db: AnyHandle,
  figures: Figures,
  sections: readonly Section[],
  scopes: { last: Scope; now: Scope },
  today: string,
): Promise<Section[]> {
  const known = { ...knownFigures(figures), has: () => true }
  const figureOf = (line: string) =>
    figuresIn(parseText(line, known).segments).find(
      ({ name, params }) => params.source !== undefined && figures.get(name)?.documents !== undefined,
    )
  const made: Section[] = []
  for (const section of sections) {
    const lines = section.body.split('\n')
    const about = lines.map(figureOf)
    const first = about.find((one) => one !== undefined)
    if (first === undefined) {
      made.push(section)
      continue
    }
    const { source, ...params } = first.params
    const [had, has] = [
      await documentsOf(db, figures, { name: first.name, params }, scopes.last, today),
      await documentsOf(db, figures, { name: first.name, params }, scopes.now, today),
    ]
    const said = new Set([...had.map((one) => one.source), ...about.map((one) => one?.params.source)])
    const [of, fresh] = [has.find((one) => one.source === source), has.filter((one) => !said.has(one.source))]
    let model: string | undefined
    const written = lines.flatMap((line, place) => {
      if (about[place]?.params.source === source) model = line
      const next = about[place + 1]?.params.source
      const isLast = next === undefined || next === source
      if (of === undefined || model === undefined || !isLast) return [line]
      const copies = fresh.map((one) => aboutAnother(model!, of, one, figures, known))
      model = undefined
      return [line, ...copies]
    })
    made.push({ ...section, body: written.join('\n') })
  }
  return made
}

/** A line about one document, about another. */
const aboutAnother = (
  line: string,
  { source, name }: FigureDocument,
  other: FigureDocument,
  figures: Figures,
  known: KnownFigures,
): string =>
  line.replaceAll(name, other.name).replace(REFERENCE, (whole, inside: string) => {
    const read = parseReference(inside, known)
    if ('message' in read || read.params.source !== source || figures.get(read.name)?.documents === undefined)
      return whole
    return `{{${spelled(read.name, { ...read.params, source: other.source })}}}`
  })

/** The sections of a template for one report: each line with the field once for each document. Without one it stays as it is. */
export async function sectionsPerDocument(
  db: AnyHandle,
  figures: Figures,
  sections: readonly Section[],
  scope: Scope,
  today: string,
): Promise<Section[]> {
  const made: Section[] = []
  for (const section of sections) {
    const lines: string[] = []
    for (const line of section.body.split('\n')) {
      const documents = line.includes(FIELD) ? await documentsIn(db, figures, line, scope, today) : []
      lines.push(...(documents.length === 0 ? [line] : documents.map((one) => aboutDocument(line, one, figures))))
    }
    made.push({ ...section, body: lines.join('\n') })
  }
  return made
}
