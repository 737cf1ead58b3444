/** Sections and figures as a screen and a paper read them. Pure. */
import {
  type FieldName,
  figuresIn,
  type KnownFigures,
  neededFiguresIn,
  parseReference,
  parseText,
  type Segment,
} from './bound-text.ts'
import { withDrawn } from './chart.ts'
import type { ComputedFigure, Figures } from './compute.ts'
import { movedBetween, UNCOUNTED } from './figure-change.ts'
import { comparedRefs, type Section } from './section.ts'
import type { FigureLine, SectionData, SectionView, TextRun } from './text-shapes.ts'

export interface StoredFigure extends ComputedFigure {
  before?: string | null
  why?: string | null
}
export interface StoredSection extends Section {
  data: SectionData | null
}

/** Tasks of a list that a page shows; its files have every row. */
export const SHOWN = 20

/** Every figure parses: a stored text was checked when it was written, and a name that is gone since is a figure without a value. */
const anyName = (known: KnownFigures): KnownFigures => ({ ...known, has: () => true })

export function resolveFields(text: string, fields: Record<FieldName, string>, known: KnownFigures): string {
  return parseText(text, anyName(known))
    .segments.map((one) => ('text' in one ? one.text : 'field' in one ? fields[one.field] : ''))
    .join('')
}

export function runsOf(
  text: string,
  printed: (ref: string) => string,
  fields: Record<FieldName, string>,
  known: KnownFigures,
): TextRun[] {
  const said = (one: Segment): TextRun[] => {
    if ('text' in one) return [{ text: one.text, ref: null }]
    if ('field' in one) return [{ text: fields[one.field], ref: null }]
    if ('figure' in one) return [{ text: printed(one.ref), ref: one.ref }]
    const choice = one.clause.find((pieces) =>
      figuresIn(pieces).every(({ ref }) => ![NONE, UNCOUNTED].includes(printed(ref))),
    )
    return (choice ?? []).flatMap(said)
  }
  return parseText(text, anyName(known)).segments.flatMap(said)
}

/** What is printed for a figure without a value. */
export const NONE = '…'

export function printerOf(figures: readonly StoredFigure[]): (ref: string) => string {
  const byRef = new Map(figures.map((one) => [one.ref, one]))
  return (ref) => byRef.get(ref)?.printed ?? NONE
}

/** A page shows the first rows of a list; `isWhole` gives them all. */
export function sectionViews(
  sections: readonly StoredSection[],
  figures: readonly StoredFigure[],
  fields: Record<FieldName, string>,
  known: KnownFigures,
  isWhole = false,
): SectionView[] {
  const printed = printerOf(figures)
  const rowsOf = new Map(figures.map(({ ref, rows }) => [ref, rows]))
  return sections.map(({ key, kind, heading, body, settings, data }) => ({
    key,
    kind,
    heading:
      heading === null
        ? null
        : runsOf(heading, printed, fields, known)
            .map(({ text }) => text)
            .join(''),
    body,
    settings,
    paragraphs: body
      .split('\n')
      .filter((line) => /\S/.test(line))
      .map((line) => runsOf(line, printed, fields, known))
      // A line that is one clause says nothing where its figure is missing.
      .filter((runs) => runs.some(({ text }) => /\S/.test(text))),
    data:
      data === null
        ? null
        : {
            ...data,
            ...(data.chart === undefined ? {} : { chart: withDrawn(data.chart) }),
            ...(data.tasks === undefined ? {} : { tasks: isWhole ? data.tasks : data.tasks.slice(0, SHOWN) }),
          },
    tasksLeftOut: isWhole ? 0 : Math.max((data?.tasks?.length ?? 0) - SHOWN, 0),
    compared: (settings.figures ?? []).map(({ label, ref }) => ({
      label,
      cells: comparedRefs(ref, anyName(known)).map(({ ref: one }) => ({
        ref: one,
        printed: printed(one) === NONE ? UNCOUNTED : printed(one),
        rows: rowsOf.get(one) ?? null,
      })),
    })),
  }))
}

/** The figures with what moved since: `now` is the later computation. */
export function figureLines(
  stored: readonly StoredFigure[],
  figures: Figures,
  now: readonly ComputedFigure[],
  aboutOf: (one: StoredFigure) => string | null = () => null,
): FigureLine[] {
  const moved = new Map(movedBetween(stored, now).map((one) => [one.ref, one]))
  return stored.map((one) => {
    const move = moved.get(one.ref)
    return {
      ref: one.ref,
      name: one.name,
      vi: figures.get(one.name)?.vi ?? one.name,
      en: figures.get(one.name)?.en ?? one.name,
      about: aboutOf(one),
      from: one.from,
      asOf: one.asOf,
      knownOn: one.knownOn,
      rounding: one.rounding,
      value: one.value,
      printed: one.printed,
      rows: one.rows,
      missing: one.missing,
      truncated: one.truncated,
      now: move === undefined ? null : { printed: move.after, by: move.by },
      before: one.before ?? null,
      why: one.why ?? null,
    }
  })
}

/** The references of texts that were stored, whatever rooms offer now. */
export function refsOfTexts(texts: readonly string[], known: KnownFigures) {
  return texts.flatMap((text) => figuresIn(parseText(text, anyName(known)).segments))
}

/** Of these, those that stand outside clauses: without a value they leave a hole in the words. */
export function neededRefsOf(texts: readonly string[], known: KnownFigures) {
  return texts.flatMap((text) => neededFiguresIn(parseText(text, anyName(known)).segments))
}

/** Of a stored reference. */
export function readStored(ref: string, known: KnownFigures) {
  const read = parseReference(ref, anyName(known))
  return 'message' in read ? { ref, name: ref.split(';')[0]!, params: {} } : read
}
