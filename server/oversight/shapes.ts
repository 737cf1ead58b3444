import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Month, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { Counting, Partition, RecordedLater, Rounding, Share, TaskRow } from '../tasks/index.ts'
import { REPORT_ACTS, REPORT_STATE_NAMES } from './report-state.ts'

const strict = { additionalProperties: false }
const MOST_RECOMMENDATIONS = 20

/** A task of a report. Issued reports are never generated again: their rows keep the fields they were issued with. */
const ReportTaskRow = Type.Omit(TaskRow, ['sourceId', 'sourceTitle', 'sourcePath', 'collective'])

/** GET /api/reports/monthly?month=2021-02: the draft, computed from rows. */
export const MonthlyQuery = Type.Object(
  {
    month: Month,
    from: Type.Optional(Day),
    asOf: Type.Optional(Day),
    knownOn: Type.Optional(Day),
    rounding: Type.Optional(Rounding),
    /** How tasks given together to several agencies count in the whole; each where left out. */
    counting: Type.Optional(Counting),
    /** A person: only tasks led by the agencies they follow. Reports that are drawn up are of all agencies. */
    followerId: Type.Optional(Id),
  },
  strict,
)
export type MonthlyQuery = Static<typeof MonthlyQuery>

/** A figure and the address of the rows it counts. */
export const Figure = Type.Object({ value: Type.Integer(), printed: Type.String(), rows: Type.String() })
export type Figure = Static<typeof Figure>

export const ReportAgencyRow = Type.Object({
  agencyId: Id,
  agencyName: Type.String(),
  partition: Partition,
  overdueShare: Share,
  rows: Type.String(),
})
export const MonthlyReport = Type.Object({
  month: Month,
  from: Day,
  asOf: Day,
  knownOn: Nullable(Day),
  rounding: Rounding,
  title: Type.String(),
  /** Made by an invented person from invented rows; its documents are marked. */
  isSample: Type.Boolean(),
  headline: Partition,
  /** How tasks given together count in the headline; left out of reports issued before there was a choice: each. */
  counting: Type.Optional(Counting),
  /** What the agencies' rows add up to: each agency's own task, whatever the headline counts. */
  agenciesTotal: Type.Optional(Type.Object({ partition: Partition, overdueShare: Share })),
  /** The rule by which the figures count, as it is printed under them. */
  footnote: Type.Optional(Nullable(Type.String())),
  /**
   * Why there is nothing to report: what was recorded after the day up to which records count, or `recordedLater` null
   * where nothing was assigned in the period. Null where there are figures; such a report alone can be drawn up.
   */
  empty: Type.Optional(Nullable(Type.Object({ recordedLater: Nullable(RecordedLater) }))),
  /** Tasks assigned since 1 January of the month's year. */
  assignedThisYear: Figure,
  figures: Type.Object({
    assigned: Figure,
    done: Figure,
    doneOnTime: Figure,
    doneLate: Figure,
    openInTerm: Figure,
    openOverdue: Figure,
  }),
  overdueShare: Share,
  /** "tăng 0,1 điểm % so với tháng trước" */
  againstPreviousMonth: Type.Object({ asOf: Day, share: Share, points: Type.String(), words: Type.String() }),
  againstLastYear: Nullable(Type.Object({ asOf: Day, share: Share, points: Type.String(), words: Type.String() })),
  agencies: Type.Array(ReportAgencyRow),
  overdue: Type.Array(ReportTaskRow),
  dueNextMonth: Type.Array(ReportTaskRow),
  /** Sentences of recommendation, from rules over the figures, or as the office has worded them. */
  recommendations: Type.Array(Type.String()),
  /** The office's own words: they stay when the figures are computed again. */
  isRecommendedByOffice: Type.Optional(Type.Boolean()),
  /** The report's own paragraphs in order, each with its figures marked as links. */
  paragraphs: Type.Array(
    Type.Object({
      heading: Nullable(Type.String()),
      runs: Type.Array(Type.Object({ text: Type.String(), rows: Nullable(Type.String()) })),
    }),
  ),
})
export type MonthlyReport = Static<typeof MonthlyReport>

const WrittenNumber = Type.Union([words(100), Type.Null()], {
  description: 'From a book kept elsewhere; without one the next number of the register is given at the signature',
})

/** POST /api/reports: the month's figures as the draft shows them, and how the report is to be issued. */
export const DrawUp = Type.Object(
  {
    ...Type.Omit(MonthlyQuery, ['followerId']).properties,
    number: Type.Optional(WrittenNumber),
    place: Type.Optional(words(100)),
    signatoryId: Type.Optional(Nullable(Id)),
  },
  strict,
)
export type DrawUp = Static<typeof DrawUp>
/** PATCH /api/reports/:id: what is left out stays; the figures are computed again. */
export const EditReport = Type.Object(
  {
    knownOn: Type.Optional(Nullable(Day)),
    number: Type.Optional(WrittenNumber),
    place: Type.Optional(words(100)),
    signatoryId: Type.Optional(Nullable(Id)),
    /** The recommendations in the office's own words, in order; null: those that follow from the figures again. */
    recommendations: Type.Optional(Nullable(Type.Array(words(2000), { minItems: 1, maxItems: MOST_RECOMMENDATIONS }))),
  },
  strict,
)
export type EditReport = Static<typeof EditReport>
export const SendBack = Type.Object({ reason: words(2000) }, strict)
export type SendBack = Static<typeof SendBack>
export const SignedReport = Type.Object({ version: Version, number: Type.String() })

export const ReportQuery = Type.Object(
  { state: Type.Optional(oneOf(REPORT_STATE_NAMES)), kind: Type.Optional(words(40)) },
  strict,
)
export const ReportRow = Type.Object({
  id: Id,
  version: Version,
  kind: Type.String(),
  kindName: Type.String(),
  /** "2021-02", "2021-Q1", "2021-H1", "2021" or "2021-02-28", by its kind. */
  period: Type.String(),
  /** Of the computed monthly report; null for reports that are text with figures. */
  month: Nullable(Month),
  title: Nullable(Type.String()),
  /** The agency or the document that it is about. */
  subjectName: Nullable(Type.String()),
  /** 1, and one more for each correction. */
  edition: Type.Integer(),
  /** The report that corrects this one. */
  correctedBy: Nullable(Id),
  /** Whether that one is issued; until then this one stands. */
  isCorrected: Type.Boolean(),
  asOf: Day,
  state: oneOf(REPORT_STATE_NAMES),
  number: Nullable(Type.String()),
  issuedOn: Nullable(Day),
  headline: Nullable(Partition),
  /** Whose signature it is submitted for; null: that of whoever may sign. */
  signatoryName: Nullable(Type.String()),
  signer: Nullable(Type.String()),
  sentBackReason: Nullable(Type.String()),
  createdBy: Type.String(),
  changedAt: Instant,
  changedBy: Type.String(),
  may: Type.Array(oneOf(REPORT_ACTS)),
})
export type ReportRow = Static<typeof ReportRow>
export const ReportList = Type.Object({ rows: Type.Array(ReportRow) })
export const Report = Type.Object({
  ...ReportRow.properties,
  /** The report that it corrects, and why. */
  corrects: Nullable(Id),
  correctionReason: Nullable(Type.String()),
  signatoryId: Nullable(Id),
  place: Type.String(),
  knownOn: Nullable(Day),
  /** As printed under the report, or as it would be. */
  signature: Type.Object({ title: Type.String(), name: Nullable(Type.String()) }),
  /** The holder of the post, if a deputy signed. */
  onBehalfOfName: Nullable(Type.String()),
  issuedAt: Nullable(Instant),
  issuedBy: Nullable(Type.String()),
  createdAt: Instant,
  submittedAt: Nullable(Instant),
  submittedBy: Nullable(Type.String()),
  /** It waits for a signature that the reader might give, had they not prepared it in part: `sign` is not in `may`. */
  isOwnWork: Type.Boolean(),
  /** Of the computed monthly report; the text of the others is at /text. */
  content: Nullable(MonthlyReport),
})
export type Report = Static<typeof Report>
export const Signatories = Type.Object({
  signatories: Type.Array(Type.Object({ id: Id, name: Type.String(), title: Type.String() })),
})
/** GET /api/reports/monthly/document?month=…&format=docx (the month as computed now) and GET /api/reports/:id/document?format=docx (an issued one: kept bytes) */
export const DocumentFormat = oneOf(['docx', 'pdf', 'xlsx', 'html'] as const)
export const DocumentQuery = Type.Object({ ...MonthlyQuery.properties, format: DocumentFormat }, strict)
/** Pictures of the figures: of reports that are text with figures. */
export const ReportFormat = oneOf(['docx', 'pdf', 'xlsx', 'html', 'svg', 'png'] as const)
export const ReportDocumentQuery = Type.Object({ format: ReportFormat }, strict)
