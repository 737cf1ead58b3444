import { type Static, Type } from 'typebox'
import { Day, Id, Nullable } from '../platform/shapes.ts'
import { DraftDeadline, DraftTarget } from './shapes.ts'

/** GET /api/directives/corpus */
export const CorpusQuery = Type.Object(
  {
    /** Days of confirmation, both included. */
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    cursor: Type.Optional(Type.String({ maxLength: 2000 })),
    /** A page may have fewer rows: it ends when its texts are large. */
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  },
  { additionalProperties: false },
)
export type CorpusQuery = Static<typeof CorpusQuery>

/** What a labelled document states, in the form of `extraction/samples`. */
export const CorpusLabels = Type.Object({
  document: Type.Object({
    number: Nullable(Type.String()),
    type: Nullable(Type.String()),
    issuer: Nullable(Type.String()),
    issuedOn: Nullable(Day),
    subject: Nullable(Type.String()),
  }),
  legalBases: Type.Array(Type.String()),
  implements: Type.Array(Type.String()),
  tasks: Type.Array(
    Type.Object({
      ref: Type.String(),
      group: Nullable(Type.String()),
      title: Type.String(),
      lead: Type.Array(Type.String()),
      coordinating: Type.Array(Type.String()),
      deadlines: Type.Array(
        Type.Object({
          kind: DraftDeadline.properties.kind,
          text: Type.String(),
          dueOn: Nullable(Day),
          recurs: Type.Optional(Type.String()),
          inherited: Type.Optional(Type.Boolean()),
        }),
      ),
      targets: Type.Array(
        Type.Object({
          text: Type.String(),
          value: Type.Number(),
          max: Nullable(Type.Number()),
          unit: Type.String(),
          comparator: DraftTarget.properties.comparator,
        }),
      ),
    }),
  ),
})
export type CorpusLabels = Static<typeof CorpusLabels>
export const CorpusRow = Type.Object({
  id: Id,
  confirmedOn: Day,
  /** The extension of the file that `text` makes: a document with tables is HTML. */
  format: Type.Union([Type.Literal('txt'), Type.Literal('md'), Type.Literal('html')]),
  text: Type.String(),
  labels: CorpusLabels,
})
export type CorpusRow = Static<typeof CorpusRow>
export const Corpus = Type.Object({ rows: Type.Array(CorpusRow), nextCursor: Nullable(Type.String()) })
export type Corpus = Static<typeof Corpus>
