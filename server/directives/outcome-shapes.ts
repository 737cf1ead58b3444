import { type Static, Type } from 'typebox'
import { Day, Id, Month, Nullable, oneOf } from '../platform/shapes.ts'
import { OUTCOME_FIELDS, READERS, VERDICTS } from './compare.ts'

const strict = { additionalProperties: false }

/** How sure a suggestion was: from 0.9, from 0.7, below; `none` for what was added by hand. */
export const BANDS = ['high', 'middle', 'low', 'none'] as const

const Field = oneOf(OUTCOME_FIELDS)
const Verdict = oneOf(VERDICTS)
const Band = oneOf(BANDS)

const scope = {
  /** Months of confirmation, both included; by default the last twelve. */
  from: Type.Optional(Month),
  to: Type.Optional(Month),
  /** Kind of document as confirmed; empty for documents that state none. */
  type: Type.Optional(Type.String({ maxLength: 100 })),
  /** Who suggested the values; `rules` by default, which are judged as if they had read alone. */
  reader: Type.Optional(oneOf(READERS)),
}
export const AccuracyQuery = Type.Object(scope, strict)
export type AccuracyQuery = Static<typeof AccuracyQuery>

/** Counts of outcomes. What was suggested is the first, the second and the fourth together. */
const counts = {
  right: Type.Integer(),
  changed: Type.Integer(),
  /** By hand: the reader had missed it. */
  added: Type.Integer(),
  dropped: Type.Integer(),
}
export const AccuracyCounts = Type.Object(counts)
export type AccuracyCounts = Static<typeof AccuracyCounts>
/** GET /api/directives/accuracy */
export const Accuracy = Type.Object({
  from: Month,
  to: Month,
  /** Confirmed directives that are not compared yet, after an upgrade. */
  waiting: Type.Integer(),
  /** Kinds of documents of any month, to choose from. */
  types: Type.Array(Type.String()),
  /** Of these months and this kind of document, whatever the `reader`: the rules, and each model of the second reader. */
  byReader: Type.Array(
    Type.Object({
      reader: oneOf(READERS),
      /** As the installation named it; null for the rules, and for a server that has only one. */
      model: Nullable(Type.String()),
      ...counts,
    }),
  ),
  byField: Type.Array(Type.Object({ field: Field, ...counts })),
  byMonth: Type.Array(Type.Object({ month: Month, ...counts })),
  byType: Type.Array(Type.Object({ type: Type.String(), ...counts })),
  byBand: Type.Array(Type.Object({ band: Band, ...counts })),
})
export type Accuracy = Static<typeof Accuracy>

/** GET /api/directives/corrections: what was suggested and confirmed differently, the most frequent first. */
export const CorrectionsQuery = Type.Object({ ...scope, field: Type.Optional(Field) }, strict)
export type CorrectionsQuery = Static<typeof CorrectionsQuery>
export const CorrectionRow = Type.Object({
  field: Field,
  suggested: Type.String(),
  confirmed: Type.String(),
  agencyId: Nullable(Id),
  times: Type.Integer(),
  lastOn: Day,
  /** Number of the directive it was last seen in. */
  lastNumber: Nullable(Type.String()),
  /**
   * Whether `suggested` could be another name of the agency: `known` if the agency already has it, `open` with the
   * agency's version if the caller may add it, else null.
   */
  alias: Nullable(oneOf(['known', 'open'] as const)),
  agencyVersion: Nullable(Type.Integer()),
})
export type CorrectionRow = Static<typeof CorrectionRow>
export const Corrections = Type.Object({ rows: Type.Array(CorrectionRow) })
export type Corrections = Static<typeof Corrections>

/** GET /api/directives/missed-labels: labels that reviewers had to read themselves, the most frequent first. */
export const MissedLabelRow = Type.Object({
  phrase: Type.String(),
  /** What the words after it were confirmed to be; a label may have the role of the same name. */
  field: oneOf(['lead', 'coordinating', 'deadline', 'target'] as const),
  times: Type.Integer(),
  lastOn: Day,
  lastNumber: Nullable(Type.String()),
  /** `known` if it has been added since, `open` if the caller may add it, else null. */
  state: Nullable(oneOf(['known', 'open'] as const)),
})
export type MissedLabelRow = Static<typeof MissedLabelRow>
export const MissedLabels = Type.Object({ rows: Type.Array(MissedLabelRow) })
export type MissedLabels = Static<typeof MissedLabels>

/** GET /api/directives/outcomes: the rows behind a figure, newest first. */
export const OutcomeQuery = Type.Object(
  {
    ...scope,
    field: Type.Optional(Field),
    /** `suggested`: all but those added by hand. */
    verdict: Type.Optional(oneOf([...VERDICTS, 'suggested'] as const)),
    band: Type.Optional(Band),
    /** Exactly these texts: the rows of one correction. */
    suggested: Type.Optional(Type.String({ maxLength: 300 })),
    confirmed: Type.Optional(Type.String({ maxLength: 300 })),
    /** Exactly this model of the second reader; empty for a server that has only one. */
    model: Type.Optional(Type.String({ maxLength: 200 })),
    /** Exactly this label was not understood. */
    label: Type.Optional(Type.String({ maxLength: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 2000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  strict,
)
export type OutcomeQuery = Static<typeof OutcomeQuery>
export const OutcomeRow = Type.Object({
  id: Id,
  directiveId: Id,
  number: Nullable(Type.String()),
  /** Of the task; null for the document's own fields. */
  ref: Nullable(Type.String()),
  /** The draft it is about, if it still has that reference. */
  draftId: Nullable(Id),
  field: Field,
  verdict: Verdict,
  suggested: Nullable(Type.String()),
  confirmed: Nullable(Type.String()),
  confidence: Nullable(Type.Number()),
  reader: oneOf(READERS),
  model: Nullable(Type.String()),
  type: Type.String(),
  confirmedOn: Day,
})
export type OutcomeRow = Static<typeof OutcomeRow>
export const OutcomeList = Type.Object({ rows: Type.Array(OutcomeRow), nextCursor: Nullable(Type.String()) })
export type OutcomeList = Static<typeof OutcomeList>
