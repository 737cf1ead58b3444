import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Month, Nullable, oneOf, words } from '../platform/shapes.ts'
import { Partition, Rounding, Share, TaskRow } from '../tasks/index.ts'

const strict = { additionalProperties: false }

/** A task of a report. Issued reports are never generated again: their rows keep the fields they were issued with. */
const ReportTaskRow = Type.Omit(TaskRow, ['sourceId', 'sourceTitle', 'sourcePath'])

/** GET /api/reports/monthly?month=2021-02: the draft, computed from rows. */
export const MonthlyQuery = Type.Object(
  {
    month: Month,
    from: Type.Optional(Day),
    asOf: Type.Optional(Day),
    knownOn: Type.Optional(Day),
    rounding: Type.Optional(Rounding),
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
  /** Sentences of recommendation, from rules over the figures. */
  recommendations: Type.Array(Type.String()),
  /** The report's own paragraphs in order, each with its figures marked as links. */
  paragraphs: Type.Array(
    Type.Object({
      heading: Nullable(Type.String()),
      runs: Type.Array(Type.Object({ text: Type.String(), rows: Nullable(Type.String()) })),
    }),
  ),
})
export type MonthlyReport = Static<typeof MonthlyReport>

/** POST /api/reports/monthly/freeze */
export const Freeze = Type.Object(
  {
    month: Month,
    from: Type.Optional(Day),
    asOf: Type.Optional(Day),
    rounding: Type.Optional(Rounding),
    number: words(100),
    issuedOn: Day,
    place: Type.Optional(words(100)),
    signer: words(200),
    signerTitle: words(300),
  },
  strict,
)
export type Freeze = Static<typeof Freeze>
export const FrozenRow = Type.Object({
  id: Id,
  month: Month,
  number: Type.String(),
  issuedOn: Day,
  asOf: Day,
  headline: Partition,
  signer: Type.String(),
  frozenAt: Instant,
  frozenBy: Type.String(),
})
export const FrozenList = Type.Object({ rows: Type.Array(FrozenRow) })
export const FrozenReport = Type.Object({ ...FrozenRow.properties, content: MonthlyReport })
/** GET /api/reports/monthly/document?month=…&format=docx (draft) and GET /api/reports/:id/document?format=docx (frozen bytes) */
export const DocumentFormat = oneOf(['docx', 'pdf', 'xlsx', 'html'] as const)
export const DocumentQuery = Type.Object({ ...MonthlyQuery.properties, format: DocumentFormat }, strict)
export const FrozenDocumentQuery = Type.Object({ format: DocumentFormat }, strict)
