import { type Static, Type } from 'typebox'
import type { Part } from '../platform/official-document/model.ts'
import { SOMETHING } from '../platform/shapes.ts'

/** What a person types into a draft: parts of an official document (`official-document/model.ts`), without pictures. */
const strict = { additionalProperties: false } as const
const Run = Type.Object(
  {
    text: Type.String({ maxLength: 20_000 }),
    bold: Type.Optional(Type.Boolean()),
    italic: Type.Optional(Type.Boolean()),
  },
  strict,
)
const Heading = Type.Object(
  {
    kind: Type.Literal('heading'),
    level: Type.Union([Type.Literal(1), Type.Literal(2)]),
    text: Type.String({ maxLength: 1000, pattern: SOMETHING }),
  },
  strict,
)
const Paragraph = Type.Object(
  { kind: Type.Literal('paragraph'), runs: Type.Array(Run, { minItems: 1, maxItems: 200 }) },
  strict,
)
const Centred = Type.Object(
  { kind: Type.Literal('centred'), text: Type.String({ maxLength: 500, pattern: SOMETHING }) },
  strict,
)
const Column = Type.Object(
  {
    title: Type.String({ maxLength: 300 }),
    width: Type.Number({ exclusiveMinimum: 0, maximum: 1000 }),
    align: Type.Union([Type.Literal('left'), Type.Literal('center'), Type.Literal('right')]),
  },
  strict,
)
const Table = Type.Object(
  {
    kind: Type.Literal('table'),
    columns: Type.Array(Column, { minItems: 1, maxItems: 20 }),
    rows: Type.Array(Type.Array(Run, { minItems: 1, maxItems: 20 }), { maxItems: 2000 }),
  },
  strict,
)
export const DraftPart = Type.Union([Heading, Paragraph, Centred, Table])

export const DraftContent = Type.Object(
  {
    /** After "Kính gửi:"; of a letter only. */
    addressees: Type.Array(Type.String({ maxLength: 300, pattern: SOMETHING }), { maxItems: 100 }),
    parts: Type.Array(DraftPart, { maxItems: 1000 }),
  },
  strict,
)
export type DraftContent = Static<typeof DraftContent>

/** Whether there is a word in it: an empty draft is not sent to anybody. */
export function hasWords({ parts }: DraftContent): boolean {
  return linesOf({ addressees: [], parts }).some((line) => line.trim() !== '')
}

/** A table whose rows do not fit its columns: where it stands; null: all fit. */
export function unevenTable({ parts }: DraftContent): number | null {
  const place = parts.findIndex(
    (part) => part.kind === 'table' && part.rows.some((row) => row.length !== part.columns.length),
  )
  return place < 0 ? null : place
}

/** The words of a draft, a line for each paragraph and row: for search and for differences between versions. */
export function linesOf({ addressees, parts }: DraftContent): string[] {
  return [
    ...addressees.map((name) => `Kính gửi: ${name}`),
    ...parts.flatMap((part) => {
      if (part.kind === 'paragraph') return [part.runs.map(({ text }) => text).join('')]
      if (part.kind === 'table')
        return [
          part.columns.map(({ title }) => title).join(' | '),
          ...part.rows.map((row) => row.map(({ text }) => text).join(' | ')),
        ]
      return [part.text]
    }),
  ]
}

/** The same words with every text changed by a function. */
export function mapTexts(content: DraftContent, change: (text: string) => string): DraftContent {
  const runs = <T extends { text: string }>(all: readonly T[]) => all.map((run) => ({ ...run, text: change(run.text) }))
  return {
    addressees: content.addressees.map(change),
    parts: content.parts.map((part) => {
      if (part.kind === 'paragraph') return { ...part, runs: runs(part.runs) }
      if (part.kind === 'table')
        return {
          ...part,
          columns: part.columns.map((column) => ({ ...column, title: change(column.title) })),
          rows: part.rows.map(runs),
        }
      return { ...part, text: change(part.text) }
    }),
  }
}

/** As the renderers take it. */
export const partsOf = ({ parts }: DraftContent): Part[] => parts
