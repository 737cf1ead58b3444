import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version } from '../platform/shapes.ts'
import { FINDING_STATES } from './finding-state.ts'
import { INSPECTION_STATES } from './inspection-state.ts'
import { AgencyName, Cursor, Document, FigureDays, Limit, Line, Long, mayOf, strict, Text, Words } from './shapes.ts'

export const FORMS = ['onSite', 'onPaper', 'online', 'unannounced'] as const
export const DELEGATE_ROLES = ['head', 'deputy', 'member', 'secretary'] as const
export const DEGREES = ['minor', 'serious', 'grave'] as const
/** Ours, not official: the design says so, and each comes with words. */
export const CAUSES = ['rule', 'money', 'people', 'coordination', 'wrongAddressee', 'deadline', 'other'] as const
export const SEEN = ['onPaper', 'onSpot'] as const
export const MOST_TASKS = 2_000
export const PAPER_KINDS = ['decision', 'minutes', 'conclusion'] as const
export const PAPER_FORMATS = ['docx', 'pdf'] as const
export const PaperQuery = Type.Object({ format: oneOf(PAPER_FORMATS) }, strict)

const Planned = { title: Line, form: oneOf(FORMS), place: Type.Optional(Line), fromOn: Day, toOn: Day }
export const NewInspection = Type.Object({ taskForceId: Id, agencyId: Id, ...Planned }, strict)
export type NewInspection = Static<typeof NewInspection>
export const EditInspection = Type.Object(Planned, strict)
export type EditInspection = Static<typeof EditInspection>
export const Decide = Type.Object(
  {
    decision: Line,
    decidedOn: Day,
    /** What it rests on besides the act that set up the task force, one on a line. */
    bases: Type.Optional(Words),
    /** The tasks in scope, as they are now: the list is frozen with their versions. */
    taskIds: Type.Array(Id, { minItems: 1, maxItems: MOST_TASKS, uniqueItems: true }),
    delegation: Type.Array(
      Type.Object({ personId: Type.Optional(Id), fullName: Line, office: Line, role: oneOf(DELEGATE_ROLES) }, strict),
      { minItems: 1, maxItems: 50 },
    ),
    /** Other planned inspections of the task force that the same decision orders: of other bodies, by the same delegation. */
    also: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Id,
            version: Version,
            taskIds: Type.Array(Id, { minItems: 1, maxItems: MOST_TASKS, uniqueItems: true }),
          },
          strict,
        ),
        { maxItems: 50 },
      ),
    ),
  },
  strict,
)
export type Decide = Static<typeof Decide>
export const RequestExplanation = Type.Object(
  {
    explainBy: Day,
    issues: Type.Array(Type.Object({ words: Words, papers: Type.Optional(Words) }, strict), {
      minItems: 1,
      maxItems: 50,
    }),
  },
  strict,
)
export type RequestExplanation = Static<typeof RequestExplanation>
export const Explain = Type.Object({ words: Long, document: Document, signer: Line, on: Day }, strict)
export type Explain = Static<typeof Explain>
export const Minutes = Type.Object(
  { heldOn: Day, place: Line, officeSide: Words, agencySide: Words, words: Long, commitments: Type.Optional(Words) },
  strict,
)
export type Minutes = Static<typeof Minutes>

const FindingFields = {
  issueId: Type.Optional(Id),
  taskId: Type.Optional(Id),
  fact: Words,
  nature: Words,
  degree: oneOf(DEGREES),
  cause: Type.Optional(oneOf(CAUSES)),
  causeWords: Type.Optional(Words),
  /** The body that answers and remedies: the agency inspected where left out. */
  responsibleId: Type.Optional(Id),
  responsibleWords: Type.Optional(Line),
  evidence: Words,
  /** The earlier finding that this one repeats. */
  repeatsId: Type.Optional(Id),
}
export const NewFinding = Type.Object(FindingFields, strict)
export type NewFinding = Static<typeof NewFinding>
export const SetCause = Type.Object({ cause: oneOf(CAUSES), causeWords: Words }, strict)
export type SetCause = Static<typeof SetCause>
export const SendFindings = Type.Object(
  { /** Five working days where left out. */ answerBy: Type.Optional(Day) },
  strict,
)
export type SendFindings = Static<typeof SendFindings>
export const AnswerFinding = Type.Object({ words: Words, agrees: Type.Boolean() }, strict)
export type AnswerFinding = Static<typeof AnswerFinding>
export const PlanRemedy = Type.Object({ words: Words, remedyBy: Day }, strict)
export type PlanRemedy = Static<typeof PlanRemedy>
export const ClaimRemedy = Type.Object({ words: Words, document: Line, on: Day }, strict)
export type ClaimRemedy = Static<typeof ClaimRemedy>
export const JudgeRemedy = Type.Object({ words: Words, document: Document, seen: oneOf(SEEN), on: Day }, strict)
export type JudgeRemedy = Static<typeof JudgeRemedy>
export const Conclude = Type.Object({ conclusion: Line, on: Day, words: Long }, strict)
export type Conclude = Static<typeof Conclude>
export const MarkTask = Type.Object(
  { seen: oneOf(SEEN), isTrue: Type.Boolean(), words: Words, on: Day, inspectionId: Type.Optional(Id) },
  strict,
)
export type MarkTask = Static<typeof MarkTask>

export const FINDING_SCREEN_ACTS = [
  'edit',
  'cause',
  'drop',
  'answer',
  'plan',
  'claim',
  'confirm',
  'refuse',
  'recommend',
] as const
export const Finding = Type.Object({
  id: Id,
  version: Version,
  inspectionId: Id,
  position: Type.Integer(),
  issueId: Nullable(Id),
  task: Nullable(Type.Object({ id: Id, code: Type.String(), title: Type.String() })),
  fact: Type.String(),
  nature: Type.String(),
  degree: oneOf(DEGREES),
  cause: Nullable(oneOf(CAUSES)),
  causeWords: Text,
  responsible: AgencyName,
  responsibleWords: Text,
  evidence: Type.String(),
  repeats: Nullable(Type.Object({ id: Id, inspectionId: Id, fact: Type.String(), inspection: Type.String() })),
  /** Whether a later finding repeats it. */
  isRepeated: Type.Boolean(),
  state: oneOf(FINDING_STATES),
  /** The last day for the answer; an inspection may send findings more than once, each time with another day. */
  answerBy: Nullable(Day),
  answer: Text,
  agrees: Nullable(Type.Boolean()),
  answeredAt: Nullable(Instant),
  answeredBy: Text,
  remedyBy: Nullable(Day),
  steps: Type.Array(
    Type.Object({
      act: oneOf(['plan', 'claim', 'confirm', 'refuse', 'drop'] as const),
      words: Type.String(),
      document: Text,
      seen: Nullable(oneOf(SEEN)),
      on: Day,
      by: Type.String(),
      at: Instant,
    }),
  ),
  recommendations: Type.Array(Type.Object({ id: Id, words: Type.String(), state: Type.String() })),
  may: mayOf(FINDING_SCREEN_ACTS),
})
export type Finding = Static<typeof Finding>

export const InspectionRow = Type.Object({
  id: Id,
  version: Version,
  title: Type.String(),
  agency: AgencyName,
  form: oneOf(FORMS),
  fromOn: Day,
  toOn: Day,
  state: oneOf(INSPECTION_STATES),
  decision: Text,
  explainBy: Nullable(Day),
  answerBy: Nullable(Day),
  concludedOn: Nullable(Day),
  findings: Type.Integer(),
})
export type InspectionRow = Static<typeof InspectionRow>
/** What leads on comes first: the screen stresses the first that is offered. */
export const INSPECTION_SCREEN_ACTS = [
  'decide',
  'request',
  'explain',
  'writeMinutes',
  'signMinutes',
  'find',
  'sendFindings',
  'conclude',
  'edit',
  'postpone',
  'stop',
  'mark',
] as const
const Delegation = Type.Array(
  Type.Object({
    fullName: Type.String(),
    office: Type.String(),
    role: oneOf(DELEGATE_ROLES),
    personId: Nullable(Id),
  }),
)
export const Inspection = Type.Object({
  ...InspectionRow.properties,
  taskForce: AgencyName,
  /** The agency as decided, if the work has passed to another since. */
  subject: AgencyName,
  place: Text,
  decidedOn: Nullable(Day),
  /** The inspections of other bodies that its decisions name too, as far as the user may see them; the last decision first. */
  together: Type.Array(
    Type.Object({
      id: Id,
      title: Type.String(),
      agency: Type.String(),
      decision: Type.String({ description: 'The decision that names both' }),
      isNow: Type.Boolean({ description: 'It is the last decision of both' }),
      postponedOn: Nullable(Day),
      later: Nullable(Type.Object({ decision: Type.String(), decidedOn: Day })),
    }),
  ),
  requestedOn: Nullable(Day),
  findingsSentOn: Nullable(Day),
  conclusion: Text,
  conclusionWords: Text,
  concludedBy: Text,
  stoppedOn: Nullable(Day),
  reason: Text,
  createdBy: Text,
  scope: Type.Array(
    Type.Object({
      taskId: Id,
      code: Type.String(),
      title: Type.String(),
      version: Version,
      state: Type.String(),
      dueOn: Nullable(Day),
      completedOn: Nullable(Day),
      /** As it is now. */
      now: Type.Object({ version: Version, state: Type.String(), completedOn: Nullable(Day) }),
      claimedOn: Nullable(Day),
      marks: Type.Array(Type.Object({ seen: oneOf(SEEN), isTrue: Type.Boolean(), on: Day, words: Type.String() })),
    }),
  ),
  delegation: Delegation,
  /** Decisions before the last, with the list and the delegation of each. */
  formerDecisions: Type.Array(
    Type.Object({
      decision: Type.String(),
      decidedOn: Day,
      postponedOn: Nullable(Day),
      reason: Text,
      postponedBy: Text,
      scope: Type.Array(
        Type.Object({ taskId: Id, code: Type.String(), title: Type.String(), version: Version, state: Type.String() }),
      ),
      delegation: Delegation,
    }),
  ),
  issues: Type.Array(
    Type.Object({
      id: Id,
      position: Type.Integer(),
      words: Type.String(),
      papers: Text,
      explanations: Type.Array(
        Type.Object({
          id: Id,
          words: Type.String(),
          document: Text,
          signer: Type.String(),
          agencyName: Type.String(),
          on: Day,
          fileName: Text,
          by: Type.String(),
        }),
      ),
    }),
  ),
  minutes: Nullable(
    Type.Object({
      version: Version,
      heldOn: Day,
      place: Type.String(),
      officeSide: Type.String(),
      agencySide: Type.String(),
      words: Type.String(),
      commitments: Text,
      writtenBy: Type.String(),
      officeSigner: Text,
      officeSignedAt: Nullable(Instant),
      agencySigner: Text,
      agencySignedAt: Nullable(Instant),
    }),
  ),
  findingList: Type.Array(Finding),
  /** False for a body that is responsible for a finding and was not inspected: it sees that finding, and of the rest what it needs. */
  isWhole: Type.Boolean(),
  /** The papers as they were signed, in their order: their files never change. */
  papers: Type.Array(Type.Object({ id: Id, kind: oneOf(PAPER_KINDS), number: Type.String(), on: Day })),
  /** For the agency: findings are not sent yet, or it has none to see. */
  may: mayOf(INSPECTION_SCREEN_ACTS),
})
export type Inspection = Static<typeof Inspection>
export const InspectionQuery = Type.Object(
  {
    state: Type.Optional(oneOf(INSPECTION_STATES)),
    /** Decided and not concluded. */
    isOpen: Type.Optional(Type.Boolean()),
    agencyId: Type.Optional(Id),
    taskForceId: Type.Optional(Id),
    search: Type.Optional(Type.String({ maxLength: 200 })),
    /** Only what this figure of a report counts, with its period and days. */
    figure: Type.Optional(oneOf(['held'] as const)),
    ...FigureDays,
    cursor: Cursor,
    limit: Limit,
  },
  strict,
)
export type InspectionQuery = Static<typeof InspectionQuery>
export const InspectionList = Type.Object({
  rows: Type.Array(InspectionRow),
  nextCursor: Nullable(Type.String()),
  mayAdd: Type.Boolean(),
})
export type InspectionList = Static<typeof InspectionList>
export const FindingRow = Type.Object({
  id: Id,
  inspectionId: Id,
  inspectionTitle: Type.String(),
  fact: Type.String(),
  degree: oneOf(DEGREES),
  cause: Nullable(oneOf(CAUSES)),
  agency: AgencyName,
  state: oneOf(FINDING_STATES),
  remedyBy: Nullable(Day),
  concludedOn: Nullable(Day),
  repeatsId: Nullable(Id),
})
export type FindingRow = Static<typeof FindingRow>
export const FindingQuery = Type.Object(
  {
    /** Concluded and not confirmed. */
    isOpen: Type.Optional(Type.Boolean()),
    /** Sent, and the body responsible has not answered. */
    toAnswer: Type.Optional(Type.Boolean()),
    /** Only what this figure of a report counts, with its days. */
    figure: Type.Optional(oneOf(['open'] as const)),
    ...FigureDays,
    state: Type.Optional(oneOf(FINDING_STATES)),
    agencyId: Type.Optional(Id),
    search: Type.Optional(Type.String({ maxLength: 200 })),
    cursor: Cursor,
    limit: Limit,
  },
  strict,
)
export type FindingQuery = Static<typeof FindingQuery>
export const FindingList = Type.Object({ rows: Type.Array(FindingRow), nextCursor: Nullable(Type.String()) })
export type FindingList = Static<typeof FindingList>

/** What the Task Force knows of a task. */
export const TaskTrace = Type.Object({
  claimedOn: Nullable(Day),
  completedOn: Nullable(Day),
  marks: Type.Array(
    Type.Object({
      id: Id,
      seen: oneOf(SEEN),
      isTrue: Type.Boolean(),
      words: Type.String(),
      on: Day,
      by: Type.String(),
      inspection: Nullable(Type.Object({ id: Id, title: Type.String() })),
    }),
  ),
  recommendation: Nullable(Type.Object({ id: Id, words: Type.String() })),
  activity: Nullable(Type.Object({ planId: Id, number: Type.String() })),
  inspections: Type.Array(Type.Object({ id: Id, title: Type.String(), state: oneOf(INSPECTION_STATES) })),
  mayMark: Type.Boolean(),
})
export type TaskTrace = Static<typeof TaskTrace>
