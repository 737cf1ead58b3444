import type { Query } from '@dieuhanh/client'
import { compact, day, id, instant, oneOf, type Raw, text } from './parse.ts'

type Standing = NonNullable<Query<'/api/taskforce/recommendations'>['standing']>
type InspectionState = NonNullable<Query<'/api/taskforce/inspections'>['state']>
type FindingState = NonNullable<Query<'/api/taskforce/findings'>['state']>
type QuestionState = NonNullable<Query<'/api/taskforce/questions'>['state']>
type Part = Query<'/api/taskforce/assessment/{id}'>['part']

export const STANDINGS = [
  'drafted',
  'waiting',
  'overdueAnswer',
  'open',
  'late',
  'done',
  'declined',
  'closed',
] as const satisfies readonly Standing[]
export const INSPECTION_STATES = [
  'planned',
  'announced',
  'waiting',
  'explained',
  'held',
  'findingsSent',
  'answered',
  'concluded',
  'stopped',
] as const satisfies readonly InspectionState[]
export const FINDING_STATES = [
  'sent',
  'open',
  'remedying',
  'claimed',
  'confirmed',
] as const satisfies readonly FindingState[]
export const QUESTION_STATES = ['asked', 'classed', 'sent', 'answered'] as const satisfies readonly QuestionState[]
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
] as const satisfies readonly NonNullable<Query<'/api/taskforce/questions'>['counted']>[]
export const PARTS = [
  'onTime',
  'lateDays',
  'debt',
  'silence',
  'answerDays',
  'findings',
] as const satisfies readonly Part[]
export const TASKFORCE_TABS = [
  'mine',
  'forces',
  'inspections',
  'findings',
  'recommendations',
  'dialogues',
  'questions',
  'assessment',
] as const
export type TaskforceTab = (typeof TASKFORCE_TABS)[number]

export const TASKFORCE_FIGURES = ['made', 'accepted', 'unanswered', 'waiting', 'held', 'open'] as const
export type TaskforceFigure = (typeof TASKFORCE_FIGURES)[number]

export interface TaskforceSearch {
  tab?: TaskforceTab
  /** Of inspections. */
  state?: InspectionState
  standing?: Standing
  findingState?: FindingState
  /** Recommendations, findings and inspections that are not done. */
  isOpen?: 'true'
  /** Findings or questions that wait for the answer of one's agency. */
  toAnswer?: 'true'
  questionState?: QuestionState
  agencyId?: number
  search?: string
  /** The rows that a figure of a report counts, with its period and days. */
  figure?: TaskforceFigure
  knownOn?: string
  knownBefore?: string
  /** Of the assessment and of a figure: the period; and the rows that are open. */
  from?: string
  asOf?: string
  assessed?: number
  part?: Part
  /** The act whose form is open. */
  act?: string
  /** The question the act is on. */
  question?: number
}
export const taskforceSearchOf = (raw: Raw): TaskforceSearch =>
  compact({
    tab: oneOf(TASKFORCE_TABS)(raw.tab),
    state: oneOf(INSPECTION_STATES)(raw.state),
    standing: oneOf(STANDINGS)(raw.standing),
    findingState: oneOf(FINDING_STATES)(raw.findingState),
    isOpen: oneOf(['true'] as const)(String(raw.isOpen)),
    toAnswer: oneOf(['true'] as const)(String(raw.toAnswer)),
    questionState: oneOf(QUESTION_STATES)(raw.questionState),
    agencyId: id(raw.agencyId),
    search: text(raw.search, 200),
    figure: oneOf(TASKFORCE_FIGURES)(raw.figure),
    knownOn: day(raw.knownOn),
    knownBefore: instant(raw.knownBefore),
    from: day(raw.from),
    asOf: day(raw.asOf),
    assessed: id(raw.assessed),
    part: oneOf(PARTS)(raw.part),
    act: text(raw.act, 60),
    question: id(raw.question),
  })

/** A page of one thing: the act whose form is open, and the row it is on. */
export interface TaskforceActSearch {
  act?: string
  /** A member, a finding, an issue or a question of the page. */
  finding?: number
  issue?: number
  member?: number
  question?: number
  task?: number
}
export const taskforceActSearchOf = (raw: Raw): TaskforceActSearch =>
  compact({
    act: text(raw.act, 60),
    finding: id(raw.finding),
    issue: id(raw.issue),
    member: id(raw.member),
    question: id(raw.question),
    task: id(raw.task),
  })

/** Of a session: also the count whose questions are shown. */
export interface DialogueSearch extends TaskforceActSearch {
  counted?: (typeof DIALOGUE_COUNTS)[number]
}
export const dialogueSearchOf = (raw: Raw): DialogueSearch =>
  compact({ ...taskforceActSearchOf(raw), counted: oneOf(DIALOGUE_COUNTS)(raw.counted) })

/** Of a fixed assessment: the rows that are open, and the act whose form is. */
export interface FixedSearch {
  assessed?: number
  part?: Part
  act?: string
}
export const fixedSearchOf = (raw: Raw): FixedSearch =>
  compact({ assessed: id(raw.assessed), part: oneOf(PARTS)(raw.part), act: text(raw.act, 60) })

export const planFilePath = (planId: number): string => `/api/taskforce/plans/${planId}/file`
export const explanationFilePath = (inspectionId: number, explanationId: number): string =>
  `/api/taskforce/inspections/${inspectionId}/explanations/${explanationId}/file`
export const PAPER_FORMATS = [
  'docx',
  'pdf',
] as const satisfies readonly Query<'/api/taskforce/inspections/{id}/papers/{paperId}'>['format'][]
export type PaperFormat = (typeof PAPER_FORMATS)[number]
export const inspectionPaperPath = (inspectionId: number, paperId: number, format: PaperFormat): string =>
  `/api/taskforce/inspections/${inspectionId}/papers/${paperId}?format=${format}`
export const draftMinutesPath = (inspectionId: number, format: PaperFormat): string =>
  `/api/taskforce/inspections/${inspectionId}/minutes/draft?format=${format}`
export const dialoguePaperPath = (dialogueId: number, format: PaperFormat): string =>
  `/api/taskforce/dialogues/${dialogueId}/paper?format=${format}`
