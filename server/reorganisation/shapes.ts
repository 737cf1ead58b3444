import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version } from '../platform/shapes.ts'
import { Candidate } from '../registry/index.ts'

export const KINDS = ['main', 'partial', 'renamed', 'abolished'] as const
export const Kind = oneOf(KINDS)
export type Kind = (typeof KINDS)[number]

/** Kinds of agencies that a plan may found; a `unit` is under the agency named as its parent. */
export const FOUNDED_KINDS = ['ministry', 'ministerialAgency', 'governmentAgency', 'province', 'unit', 'other'] as const
export const CODE_SCHEMES = ['qcvn102', 'qd20', 'nso'] as const
export const Founding = Type.Object(
  {
    kind: oneOf(FOUNDED_KINDS),
    parentId: Nullable(Id),
    abbreviation: Nullable(Type.String({ maxLength: 50 })),
    codes: Type.Array(
      Type.Object(
        { scheme: oneOf(CODE_SCHEMES), code: Type.String({ minLength: 1, maxLength: 40 }) },
        { additionalProperties: false },
      ),
      { maxItems: 6 },
    ),
  },
  { additionalProperties: false },
)
export type Founding = Static<typeof Founding>

const Name = Type.String({ maxLength: 300 })
/** A line from the form. An agency is given by name or code and, if that does not suffice, chosen. */
export const LineInput = Type.Object(
  {
    /** Of an existing line; its choices are kept. */
    id: Type.Optional(Id),
    old: Name,
    oldAgencyId: Type.Optional(Nullable(Id)),
    new: Name,
    newAgencyId: Type.Optional(Nullable(Id)),
    kind: Nullable(Kind),
    subject: Type.String({ maxLength: 1000 }),
    effectiveOn: Nullable(Day),
    /** The document, if different from that of the whole plan. */
    source: Type.String({ maxLength: 500 }),
    /** Founds the new agency. */
    founding: Nullable(Founding),
  },
  { additionalProperties: false },
)
export type LineInput = Static<typeof LineInput>

export const MOST_LINES = 500
export const PlanInput = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 300 }),
    source: Type.String({ minLength: 1, maxLength: 500 }),
    lines: Type.Array(LineInput, { maxItems: MOST_LINES }),
  },
  { additionalProperties: false },
)
export type PlanInput = Static<typeof PlanInput>

export const LineProblem = Type.Object({
  /** The field of the line: old, new, kind, subject, effectiveOn, founding. */
  path: Type.String(),
  code: Type.String(),
  message: Type.String(),
  /** Possible matches. */
  candidates: Type.Array(Candidate),
})
export type LineProblem = Static<typeof LineProblem>
const AgencyRef = Type.Object({ id: Id, name: Type.String() })
export const Line = Type.Object({
  id: Id,
  old: Type.String(),
  new: Type.String(),
  kind: Nullable(Kind),
  subject: Type.String(),
  effectiveOn: Nullable(Day),
  source: Type.String(),
  founding: Nullable(Founding),
  /** The matched agencies, by their names the day before and on the day. */
  oldAgency: Nullable(AgencyRef),
  newAgency: Nullable(AgencyRef),
  /** The registry already has this succession: only what is left to move is moved. */
  isKnown: Type.Boolean(),
  problems: Type.Array(LineProblem),
})
export type Line = Static<typeof Line>

/** What one line moves. */
export const LineOutcome = Type.Object({
  lineId: Id,
  /** Its changes in the registry: founded, renamed, ended, succession, units. */
  registry: Type.Array(Type.String()),
  /** Open tasks whose lead moves. */
  leads: Type.Integer(),
  /** Open tasks in which another part moves, and those whose follow-up moves. */
  parts: Type.Integer(),
  followUps: Type.Integer(),
  /** Open tasks that wait for a person to choose their agency. */
  undecided: Type.Integer(),
  /** Of a partial transfer: open tasks of the old agency from which a person may choose. */
  choosable: Type.Integer(),
  /** By kind: requests, posts, deputations, followings, … */
  others: Type.Record(Type.String(), Type.Integer()),
})
export type LineOutcome = Static<typeof LineOutcome>
export const PersonMoved = Type.Object({ lineId: Id, personId: Id, name: Type.String(), title: Type.String() })
export const Outcome = Type.Object({
  lines: Type.Array(LineOutcome),
  /** Different tasks touched. */
  tasks: Type.Integer(),
  people: Type.Array(PersonMoved),
  /** What prevents the plan from being applied. */
  blockers: Type.Array(Type.Object({ lineId: Id, code: Type.String(), message: Type.String(), count: Type.Integer() })),
})
export type Outcome = Static<typeof Outcome>

export const Run = Type.Object({
  id: Id,
  kind: oneOf(['rehearsal', 'application'] as const),
  state: oneOf(['waiting', 'running', 'done', 'failed'] as const),
  percent: Type.Integer(),
  /** Whether it is of the current plan. */
  isCurrent: Type.Boolean(),
  requestedAt: Instant,
  requestedBy: Type.String(),
  finishedAt: Nullable(Instant),
  outcome: Nullable(Outcome),
  problem: Nullable(Type.Object({ code: Type.String(), detail: Type.String() })),
})
export type Run = Static<typeof Run>

export const STATES = ['draft', 'applied'] as const
const Head = {
  id: Id,
  title: Type.String(),
  source: Type.String(),
  fileName: Nullable(Type.String()),
  state: oneOf(STATES),
  version: Version,
  changedAt: Instant,
  changedBy: Type.String(),
  appliedAt: Nullable(Instant),
  appliedBy: Nullable(Type.String()),
}
export const Reorganisation = Type.Object({
  ...Head,
  lines: Type.Array(Line),
  /** Tasks assigned by choice. */
  choices: Type.Integer(),
  /** The last run of either kind. */
  run: Nullable(Run),
})
export type Reorganisation = Static<typeof Reorganisation>
export const ReorganisationList = Type.Object({
  rows: Type.Array(
    Type.Object({
      ...Head,
      lines: Type.Integer(),
      firstOn: Nullable(Day),
      lastOn: Nullable(Day),
      /** Of the application: different tasks touched. */
      tasks: Nullable(Type.Integer()),
    }),
  ),
})
export const Started = Type.Object({ runId: Id })
export const Apply = Type.Object({ rehearsalId: Id }, { additionalProperties: false })
export type Apply = Static<typeof Apply>

export const ChoosableQuery = Type.Object(
  {
    lineId: Id,
    search: Type.Optional(Type.String({ maxLength: 200 })),
    /** Only chosen tasks. */
    chosen: Type.Optional(Type.Boolean()),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
)
export type ChoosableQuery = Static<typeof ChoosableQuery>
export const ChoosableList = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Id,
      code: Type.String(),
      title: Type.String(),
      dueOn: Nullable(Day),
      /** The line whose new agency it was assigned to; null: it goes to the main successor, or is undecided. */
      chosenLineId: Nullable(Id),
      chosenAgencyId: Nullable(Id),
      chosenAgencyName: Nullable(Type.String()),
    }),
  ),
  nextCursor: Nullable(Type.String()),
  total: Type.Integer(),
})
export const Choose = Type.Object(
  {
    lineId: Id,
    taskIds: Type.Array(Id, { minItems: 1, maxItems: 500 }),
    /** False assigns them back to the main successor. */
    isChosen: Type.Boolean(),
    /** Of a line that abolishes: the agency that takes them. */
    agencyId: Type.Optional(Id),
  },
  { additionalProperties: false },
)
export type Choose = Static<typeof Choose>

export const PARTS = ['lead', 'part', 'followUp', 'undecided'] as const
export const MovesQuery = Type.Object(
  {
    lineId: Id,
    part: oneOf(PARTS),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
)
export type MovesQuery = Static<typeof MovesQuery>
export const MoveList = Type.Object({
  rows: Type.Array(Type.Object({ id: Id, code: Type.String(), title: Type.String(), dueOn: Nullable(Day) })),
  nextCursor: Nullable(Type.String()),
})
