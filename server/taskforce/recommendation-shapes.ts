import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version } from '../platform/shapes.ts'
import { COUNTED_RECOMMENDATIONS } from './figures.ts'
import { RECOMMENDATION_ACTS, RECOMMENDATION_STATES, STANDINGS } from './recommendation-state.ts'
import { AgencyName, Cursor, Document, FigureDays, Limit, Line, mayOf, strict, Text, Words } from './shapes.ts'

export const SOURCE_KINDS = ['finding', 'question', 'report', 'own'] as const

const Fields = {
  words: Words,
  agencyId: Id,
  /** Who decides about it, if not the agency itself: "Thủ tướng Chính phủ". */
  competent: Type.Optional(Line),
  basis: Type.Optional(Words),
  product: Type.Optional(Line),
  theme: Type.Optional(Line),
  dueOn: Day,
}
export const NewRecommendation = Type.Object(
  {
    ...Fields,
    taskForceId: Type.Optional(Id),
    sourceKind: oneOf(SOURCE_KINDS),
    /** The finding, question or report that it comes from; left out for one of its own. */
    sourceId: Type.Optional(Id),
  },
  strict,
)
export type NewRecommendation = Static<typeof NewRecommendation>
export const Replacement = Type.Object({ ...Fields, reason: Words }, strict)
export type Replacement = Static<typeof Replacement>
export const Answer = Type.Object({ words: Words, document: Document, on: Day }, strict)
export type Answer = Static<typeof Answer>
/** By what the office saw that the day is right: the register of incoming papers, the paper itself. */
export const ConfirmDay = Type.Object({ words: Words }, strict)
export type ConfirmDay = Static<typeof ConfirmDay>
export const IssueAsTask = Type.Object(
  { title: Line, dueOn: Day, leadAgencyId: Id, /** The document by which it is given. */ document: Line, givenOn: Day },
  strict,
)
export type IssueAsTask = Static<typeof IssueAsTask>

export const RecommendationRow = Type.Object({
  id: Id,
  version: Version,
  words: Type.String(),
  agency: AgencyName,
  theme: Text,
  dueOn: Day,
  madeOn: Nullable(Day),
  answerBy: Nullable(Day),
  state: oneOf(RECOMMENDATION_STATES),
  /** Where it is: read from its task if it has one. */
  standing: oneOf(STANDINGS),
  task: Nullable(
    Type.Object({
      id: Id,
      code: Type.String(),
      state: Type.String(),
      dueOn: Nullable(Day),
      completedOn: Nullable(Day),
    }),
  ),
  sourceKind: oneOf(SOURCE_KINDS),
})
export type RecommendationRow = Static<typeof RecommendationRow>
export const Recommendation = Type.Object({
  ...RecommendationRow.properties,
  addressee: AgencyName,
  competent: Text,
  basis: Text,
  product: Text,
  createdBy: Type.String(),
  closedOn: Nullable(Day),
  closingWords: Text,
  /** What it comes from, with its page. */
  source: Type.Object({ kind: oneOf(SOURCE_KINDS), title: Text, words: Text, to: Text }),
  replacedById: Nullable(Id),
  replacesId: Nullable(Id),
  /** The same lack was found again after it was done. */
  isNotEffective: Type.Boolean(),
  answers: Type.Array(
    Type.Object({
      id: Id,
      kind: oneOf(['accept', 'decline', 'claim', 'refuse'] as const),
      words: Type.String(),
      document: Text,
      agencyName: Type.String(),
      /** The day that was named. */
      on: Day,
      /** The day from which it counts: that day, or the later one on which it was recorded and which the office may correct. */
      countsOn: Day,
      mayConfirmDay: Type.Boolean(),
      by: Type.String(),
      at: Instant,
    }),
  ),
  /** Of its task: what proves it, and how it was seen. */
  evidence: Type.Array(Type.Object({ id: Id, name: Text, addedOn: Day, addedBy: Type.String() })),
  marks: Type.Array(
    Type.Object({ seen: oneOf(['onPaper', 'onSpot'] as const), isTrue: Type.Boolean(), on: Day, words: Type.String() }),
  ),
  may: mayOf(RECOMMENDATION_ACTS),
})
export type Recommendation = Static<typeof Recommendation>
export const RecommendationQuery = Type.Object(
  {
    standing: Type.Optional(oneOf(STANDINGS)),
    /** To be answered or carried out. */
    isOpen: Type.Optional(Type.Boolean()),
    agencyId: Type.Optional(Id),
    search: Type.Optional(Type.String({ maxLength: 200 })),
    sourceKind: Type.Optional(oneOf(SOURCE_KINDS)),
    sourceId: Type.Optional(Id),
    /** Only what this figure of a report counts, with its period and days. */
    figure: Type.Optional(oneOf(COUNTED_RECOMMENDATIONS)),
    ...FigureDays,
    cursor: Cursor,
    limit: Limit,
  },
  strict,
)
export type RecommendationQuery = Static<typeof RecommendationQuery>
export const RecommendationList = Type.Object({
  rows: Type.Array(RecommendationRow),
  nextCursor: Nullable(Type.String()),
  mayAdd: Type.Boolean(),
})
export type RecommendationList = Static<typeof RecommendationList>
