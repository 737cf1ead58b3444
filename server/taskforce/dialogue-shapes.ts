import { type Static, Type } from 'typebox'
import { Day, Id, Nullable, oneOf, Version } from '../platform/shapes.ts'
import { QUESTION_STATES } from './question-state.ts'
import { AgencyName, Cursor, Limit, Line, mayOf, strict, Text, Words } from './shapes.ts'

export const DIALOGUE_FORMS = ['inPerson', 'online', 'mixed'] as const
export const ASKERS = ['firm', 'association', 'person', 'council'] as const
/** Clear: the rules answer it; rule: the rule itself would have to change; outside: of no agency of the Government. */
export const CLASSES = ['clear', 'rule', 'outside'] as const
export const MOST_QUESTIONS = 2_000

export const NewDialogue = Type.Object(
  { taskForceId: Id, title: Line, form: oneOf(DIALOGUE_FORMS), partner: Line, place: Type.Optional(Line), heldOn: Day },
  strict,
)
export type NewDialogue = Static<typeof NewDialogue>
export const Hold = Type.Object({ heldOn: Day, participants: Words }, strict)
export type Hold = Static<typeof Hold>
export const NewQuestions = Type.Object(
  {
    questions: Type.Array(Type.Object({ asker: Line, askerKind: oneOf(ASKERS), words: Words }, strict), {
      minItems: 1,
      maxItems: MOST_QUESTIONS,
    }),
  },
  strict,
)
export type NewQuestions = Static<typeof NewQuestions>
/** Classes questions and, where an agency is named, sends them to it: each with the version that was seen. */
export const Sort = Type.Object(
  {
    questions: Type.Array(
      Type.Object(
        {
          id: Id,
          version: Version,
          class: oneOf(CLASSES),
          agencyId: Type.Optional(Id),
          /** With an agency: the last day for its answer. */
          dueOn: Type.Optional(Day),
        },
        strict,
      ),
      { minItems: 1, maxItems: MOST_QUESTIONS },
    ),
  },
  strict,
)
export type Sort = Static<typeof Sort>
export const Sorted = Type.Object({ classed: Type.Integer(), sent: Type.Integer(), agencies: Type.Integer() })
export type Sorted = Static<typeof Sorted>
export const AnswerQuestion = Type.Object(
  { words: Words, on: Day, /** On the spot, by the office: its class. */ class: Type.Optional(oneOf(CLASSES)) },
  strict,
)
export type AnswerQuestion = Static<typeof AnswerQuestion>
export const Judge = Type.Object({ isSatisfied: Type.Boolean(), words: Type.Optional(Words) }, strict)
export type Judge = Static<typeof Judge>

const SCREEN_ACTS = ['class', 'send', 'answerHere', 'answer', 'return', 'judge', 'confirmDay', 'recommend'] as const
export const QUESTION_SCREEN_ACTS = SCREEN_ACTS
export const Question = Type.Object({
  id: Id,
  version: Version,
  dialogueId: Id,
  dialogueTitle: Type.String(),
  position: Type.Integer(),
  asker: Type.String(),
  askerKind: oneOf(ASKERS),
  words: Type.String(),
  state: oneOf(QUESTION_STATES),
  class: Nullable(oneOf(CLASSES)),
  agency: Nullable(AgencyName),
  sentOn: Nullable(Day),
  dueOn: Nullable(Day),
  isLate: Type.Boolean(),
  /** Each sending with its addressee and its term, the last as well: one is never overwritten by the next. */
  sendings: Type.Array(
    Type.Object({
      agency: AgencyName,
      sentOn: Day,
      dueOn: Day,
      endedOn: Nullable(Day),
      ending: Nullable(oneOf(['answered', 'returned', 'sentAgain'] as const)),
      reason: Text,
      /** Ended, or still open, after its term. */
      isLate: Type.Boolean(),
    }),
  ),
  answer: Text,
  /** The day that was named. */
  answeredOn: Nullable(Day),
  /** The day from which it counts: that day, or the later one on which it was recorded and which the office may correct. */
  countsOn: Nullable(Day),
  answeredBy: Text,
  isOnTheSpot: Type.Boolean(),
  isSatisfied: Nullable(Type.Boolean()),
  note: Text,
  recommendationId: Nullable(Id),
  may: mayOf(SCREEN_ACTS),
})
export type Question = Static<typeof Question>
/** What a session counts of its questions. */
export const DIALOGUE_COUNTS = [
  'asked',
  'classed',
  'sent',
  'answered',
  'onTheSpot',
  'inTerm',
  'late',
  'rule',
  'satisfied',
  'unsatisfied',
] as const
export const QuestionQuery = Type.Object(
  {
    state: Type.Optional(oneOf(QUESTION_STATES)),
    class: Type.Optional(oneOf(CLASSES)),
    agencyId: Type.Optional(Id),
    dialogueId: Type.Optional(Id),
    /** Sent to one's agency and not answered; for the office those of every agency. */
    toAnswer: Type.Optional(Type.Boolean()),
    /** Sent, past its day and not answered. */
    isLate: Type.Optional(Type.Boolean()),
    /** Only the questions that this count of a session counts. */
    counted: Type.Optional(oneOf(DIALOGUE_COUNTS)),
    search: Type.Optional(Type.String({ maxLength: 200 })),
    cursor: Cursor,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  },
  strict,
)
export type QuestionQuery = Static<typeof QuestionQuery>
export const QuestionList = Type.Object({
  rows: Type.Array(Question),
  nextCursor: Nullable(Type.String()),
  /** Of a session, on its first page and for who sorts: all questions of the list that were not sent yet, loaded or not. */
  toSort: Nullable(Type.Array(Type.Object({ id: Id, version: Version }))),
})
export type QuestionList = Static<typeof QuestionList>
export const DialogueRow = Type.Object({
  id: Id,
  version: Version,
  title: Type.String(),
  form: oneOf(DIALOGUE_FORMS),
  partner: Type.String(),
  heldOn: Day,
  state: oneOf(['planned', 'held', 'cancelled'] as const),
  questions: Type.Integer(),
  answered: Type.Integer(),
  /** Of the questions: answered by the next session of the task force. Null while that has not been held. */
  answeredByNext: Nullable(Type.Integer()),
  nextOn: Nullable(Day),
})
export type DialogueRow = Static<typeof DialogueRow>
export const Dialogue = Type.Object({
  ...DialogueRow.properties,
  taskForce: AgencyName,
  place: Text,
  participants: Text,
  reason: Text,
  counts: Type.Object({
    asked: Type.Integer(),
    classed: Type.Integer(),
    sent: Type.Integer(),
    answered: Type.Integer(),
    onTheSpot: Type.Integer(),
    inTerm: Type.Integer(),
    late: Type.Integer(),
    satisfied: Type.Integer(),
    unsatisfied: Type.Integer(),
    rule: Type.Integer(),
  }),
  /** What became of the questions of the session before, to be read out at this one. */
  before: Nullable(
    Type.Object({ id: Id, title: Type.String(), heldOn: Day, questions: Type.Integer(), answered: Type.Integer() }),
  ),
  may: mayOf(['hold', 'cancel', 'ask', 'sort'] as const),
})
export type Dialogue = Static<typeof Dialogue>
export const DialogueQuery = Type.Object({ taskForceId: Type.Optional(Id), cursor: Cursor, limit: Limit }, strict)
export type DialogueQuery = Static<typeof DialogueQuery>
export const DialogueList = Type.Object({
  rows: Type.Array(DialogueRow),
  nextCursor: Nullable(Type.String()),
  mayAdd: Type.Boolean(),
})
export type DialogueList = Static<typeof DialogueList>
