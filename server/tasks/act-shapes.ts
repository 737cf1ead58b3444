import { type Static, type TSchema, Type } from 'typebox'
import { Day, Id, Nullable, oneOf, words } from '../platform/shapes.ts'
import { EvidenceIds } from './subtask-act-shapes.ts'

const strict = { additionalProperties: false }
const Words = words(4000)
/**
 * The fields of a progress report: input of the act, and columns of `tasks.progress_report` under the same names. Its card
 * is `ProgressCard` in `shapes.ts`.
 */
export const REPORT_FIELDS = {
  percent: Type.Integer({ minimum: 0, maximum: 100 }),
  body: Words,
  obstacles: Type.Optional(Words),
  /** What the agency proposes to the giver. */
  proposals: Type.Optional(Words),
}
const ReportFields = Type.Object(REPORT_FIELDS)
export type ReportFields = Static<typeof ReportFields>
/** The report fields of an object that has more fields. */
export const reportFieldsOf = (from: ReportFields): ReportFields =>
  Object.fromEntries((Object.keys(REPORT_FIELDS) as (keyof ReportFields)[]).map((name) => [name, from[name]])) as never
export const ReportProgress = Type.Object(
  {
    ...REPORT_FIELDS,
    /** The period it reports on; the oldest one not reported yet where left out, none where null. */
    periodId: Type.Optional(Nullable(Id)),
    evidence: Type.Optional(EvidenceIds),
    measurements: Type.Optional(
      Type.Array(
        Type.Object(
          { targetId: Id, value: Type.Number(), measuredOn: Type.Optional(Day), note: Type.Optional(Words) },
          strict,
        ),
      ),
    ),
  },
  strict,
)
export type ReportProgress = Static<typeof ReportProgress>
/** The agency's claim: the day it was finished, and the product's number and date. */
export const ReportDone = Type.Object(
  {
    completedOn: Day,
    body: Words,
    productNumber: Type.Optional(Type.String({ maxLength: 200 })),
    productDate: Type.Optional(Day),
    evidence: Type.Optional(EvidenceIds),
    /** Of a shared task: why it is claimed done though agencies have not given their parts. */
    missingParts: Type.Optional(Words),
  },
  strict,
)
export type ReportDone = Static<typeof ReportDone>
export const Reasoned = Type.Object({ reason: Words }, strict)
export type Reasoned = Static<typeof Reasoned>
/** An optional explanation. */
export const Noted = Type.Object({ note: Type.Optional(Words) }, strict)
export type Noted = Static<typeof Noted>
export const Extend = Type.Object({ newDueOn: Day, reason: Words, approvedBy: words(300) }, strict)
export type Extend = Static<typeof Extend>
export const RequestExtension = Type.Object(
  { newDueOn: Day, reason: Words, document: Type.Optional(Type.String({ maxLength: 300 })) },
  strict,
)
export type RequestExtension = Static<typeof RequestExtension>
export const RequestTransfer = Type.Object({ agencyId: Id, reason: Words }, strict)
export type RequestTransfer = Static<typeof RequestTransfer>
export const Transfer = Type.Object({ agencyId: Id, reason: Words }, strict)
export type Transfer = Static<typeof Transfer>
export const Decide = Type.Object(
  {
    decision: oneOf(['granted', 'refused'] as const),
    note: Type.Optional(Words),
    /** The document that grants an extension. */
    approvedBy: Type.Optional(words(300)),
  },
  strict,
)
export type Decide = Static<typeof Decide>
/** The day of completion was recorded wrongly: the right day, or null where the task was not completed. */
export const Correct = Type.Object({ completedOn: Nullable(Day), reason: Words }, strict)
export type Correct = Static<typeof Correct>
/** The lead is to report by this day; `words` say on what. */
export const CallForReport = Type.Object({ dueOn: Day, words: Type.Optional(Words) }, strict)
export type CallForReport = Static<typeof CallForReport>
/** The agencies that get what was given to a phrase for many: a task each of its leads, a part each of its coordinating units. */
export const Distribute = Type.Object(
  {
    role: oneOf(['lead', 'coordinating'] as const),
    agencyIds: Type.Array(Id, { minItems: 2, maxItems: 200, uniqueItems: true }),
    reason: Words,
  },
  strict,
)
export type Distribute = Static<typeof Distribute>
export const FinishMilestone = Type.Object({ doneOn: Day }, strict)

/**
 * Who may do an act: the accountable agency, any lead agency, a coordinating one, any with a part or a sub-task, or the
 * officers who follow the task up for the giver.
 */
export type Who = 'accountable' | 'lead' | 'coordinating' | 'part' | 'giver'

/** An act behind `POST /api/tasks/:id/PATH`, on the version seen. What it does is in `acts.ts`. */
interface ActRow {
  who: Who
  /** Under `/api/tasks/:id/`. Left out for acts that have routes of their own (`subtask-routes.ts`). */
  path?: string
  operationId?: string
  summary?: string
  body?: TSchema
  /** A further id in the path, with its name there. */
  on?: string
  /** May be done to many tasks in one request. */
  isBulk?: true
}

/** The acts on a task. One row here and one in `acts.ts` give the route, the right, the bulk act and the button on the screen. */
export const TASK_ACTS = {
  receive: {
    who: 'accountable',
    path: 'receive',
    operationId: 'receiveTask',
    summary: 'Receive',
    body: Noted,
    isBulk: true,
  },
  start: {
    who: 'accountable',
    path: 'start',
    operationId: 'startTask',
    summary: 'Start the work',
    body: Noted,
    isBulk: true,
  },
  report: {
    who: 'lead',
    path: 'progress',
    operationId: 'reportProgress',
    summary: 'Report progress',
    body: ReportProgress,
    isBulk: true,
  },
  reportDone: {
    who: 'accountable',
    path: 'done',
    operationId: 'reportDone',
    summary: 'Claim completion',
    body: ReportDone,
    isBulk: true,
  },
  confirm: {
    who: 'giver',
    path: 'confirm',
    operationId: 'confirmTask',
    summary: 'Confirm completion',
    body: Noted,
    isBulk: true,
  },
  sendBack: {
    who: 'giver',
    path: 'send-back',
    operationId: 'sendTaskBack',
    summary: 'Refuse a claim',
    body: Reasoned,
    isBulk: true,
  },
  measure: { who: 'lead' },
  requestExtension: {
    who: 'accountable',
    path: 'requests/extension',
    operationId: 'requestExtension',
    summary: 'Request a later due day',
    body: RequestExtension,
    isBulk: true,
  },
  requestReturn: {
    who: 'accountable',
    path: 'requests/return',
    operationId: 'requestReturn',
    summary: 'Request to return the task',
    body: Reasoned,
    isBulk: true,
  },
  requestTransfer: {
    who: 'accountable',
    path: 'requests/transfer',
    operationId: 'requestTransfer',
    summary: 'Request a transfer to another agency',
    body: RequestTransfer,
    isBulk: true,
  },
  decide: {
    who: 'giver',
    path: 'requests/:requestId/decide',
    operationId: 'decideRequest',
    summary: 'Grant or refuse a request',
    body: Decide,
    on: 'requestId',
    isBulk: true,
  },
  extend: {
    who: 'giver',
    path: 'extend',
    operationId: 'extendTask',
    summary: 'Move the due day',
    body: Extend,
    isBulk: true,
  },
  transfer: {
    who: 'giver',
    path: 'transfer',
    operationId: 'transferTask',
    summary: 'Transfer to another agency',
    body: Transfer,
    isBulk: true,
  },
  cancel: { who: 'giver', path: 'cancel', operationId: 'cancelTask', summary: 'Cancel', body: Reasoned, isBulk: true },
  correct: {
    who: 'giver',
    path: 'correct',
    operationId: 'correctTask',
    summary: 'Correct the completion',
    body: Correct,
    isBulk: true,
  },
  distribute: {
    who: 'giver',
    path: 'distribute',
    operationId: 'distributeTask',
    summary: 'Give what a phrase for many agencies was given to each of them',
    body: Distribute,
  },
  finishMilestone: {
    who: 'accountable',
    path: 'deadlines/:deadlineId/finish',
    operationId: 'finishMilestone',
    summary: 'Finish a milestone',
    body: FinishMilestone,
    on: 'deadlineId',
  },
  split: { who: 'lead' },
  requestContribution: { who: 'lead' },
  contribute: { who: 'coordinating' },
  attach: { who: 'part' },
  setRhythm: { who: 'giver' },
  callForReport: {
    who: 'giver',
    path: 'report-calls',
    operationId: 'callForReport',
    summary: 'Call on the lead to report by a day',
    body: CallForReport,
    isBulk: true,
  },
  amend: { who: 'giver' },
} as const satisfies Record<string, ActRow>

export type Act = keyof typeof TASK_ACTS
export const ACTS = Object.keys(TASK_ACTS) as Act[]

type Table = typeof TASK_ACTS
/** The acts whose route has the common form. */
export type RoutedAct = { [Name in Act]: Table[Name] extends { path: string } ? Name : never }[Act]
export type BulkAct = { [Name in Act]: Table[Name] extends { isBulk: true } ? Name : never }[Act]

export const ROUTED_ACTS = ACTS.filter((name): name is RoutedAct => 'path' in TASK_ACTS[name])
export const BULK_ACTS = ACTS.filter((name): name is BulkAct => 'isBulk' in TASK_ACTS[name])

/** The input of an act: the body of its route, with the further id of its path. */
export type Input<Name extends RoutedAct> = Static<Table[Name]['body']> &
  (Table[Name] extends { on: infer On extends string } ? Record<On, number> : unknown)
