import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { Rounding, Standing } from '../tasks/index.ts'
import { GOAL_STATES, GROUNDS } from './goal.ts'
import { PERIOD_SORTS } from './period.ts'
import { CHARTS, SECTION_KINDS, Section, SectionSettings, Sections } from './section.ts'

const strict = { additionalProperties: false }
const Count = Type.Integer()
const Counts = { assigned: Count, doneOnTime: Count, doneLate: Count, openInTerm: Count, openOverdue: Count }

export const AgencyLine = Type.Object({
  agencyId: Id,
  agencyName: Type.String(),
  ...Counts,
  overdueShare: Type.String(),
  rows: Type.String(),
})
export type AgencyLine = Static<typeof AgencyLine>
export const TaskLine = Type.Object({
  id: Id,
  code: Type.String(),
  title: Type.String(),
  agency: Type.String(),
  coordinating: Type.String(),
  source: Type.String(),
  assignedOn: Day,
  dueOn: Nullable(Day),
  standing: Standing,
  daysLate: Nullable(Type.Integer()),
})
export type TaskLine = Static<typeof TaskLine>
const DRAWN_SERIES = ['doneOnTime', 'doneLate', 'openInTerm', 'openOverdue'] as const
export const ChartData = Type.Object({
  chart: oneOf(CHARTS),
  /** Of a trend whose months each count from the start of their own year or period. */
  since: Type.Optional(oneOf(['year', 'period'] as const)),
  points: Type.Array(Type.Object({ label: Type.String(), ...Counts })),
  /** How it is drawn: the words and series of the picture in the files. */
  drawn: Type.Optional(
    Type.Object({
      title: Type.String(),
      unit: Type.String(),
      series: Type.Array(Type.Object({ key: oneOf(DRAWN_SERIES), name: Type.String() })),
    }),
  ),
})
export type ChartData = Static<typeof ChartData>
export const GoalLine = Type.Object({
  targetId: Id,
  taskId: Id,
  code: Type.String(),
  title: Type.String(),
  agency: Type.String(),
  measure: Type.String(),
  /** "10–15%", "ít nhất 80%" */
  required: Type.String(),
  unit: Type.String(),
  measured: Nullable(Type.Number()),
  measuredOn: Nullable(Day),
  /** Files given as evidence on the task. */
  evidence: Count,
  state: oneOf(GOAL_STATES),
  gap: Nullable(Type.Number()),
  /** What `required` and `words` say, in parts. Not in reports issued before this was kept. */
  comparator: Type.Optional(Type.String()),
  value: Type.Optional(Type.Number()),
  maxValue: Type.Optional(Nullable(Type.Number())),
  isOver: Type.Optional(Type.Boolean()),
  words: Type.String(),
  /** What the measurement rests on: a claim, the agency's papers, papers that were checked. */
  ground: oneOf(GROUNDS),
  dueOn: Nullable(Day),
})
export type GoalLine = Static<typeof GoalLine>
export const SectionData = Type.Object({
  agencies: Type.Optional(Type.Array(AgencyLine)),
  tasks: Type.Optional(Type.Array(TaskLine)),
  chart: Type.Optional(ChartData),
  goals: Type.Optional(Type.Array(GoalLine)),
})
export type SectionData = Static<typeof SectionData>

/** A piece of a line: plain words, or a figure by its reference. */
export const TextRun = Type.Object({ text: Type.String(), ref: Nullable(Type.String()) })
export type TextRun = Static<typeof TextRun>
export const FigureLine = Type.Object({
  ref: Type.String(),
  name: Type.String(),
  /** What it counts. */
  vi: Type.String(),
  en: Type.String(),
  /** What tells it apart from others of the same name: of which agency, document, from which day. Null: as the report has it. */
  about: Type.Optional(Nullable(Type.String())),
  from: Day,
  asOf: Day,
  knownOn: Nullable(Day),
  rounding: Type.String(),
  value: Nullable(Type.Number()),
  printed: Type.String(),
  rows: Nullable(Type.String()),
  missing: Nullable(Type.String()),
  /** Says so where the data begin later than the period it counts. Not in reports issued before this was said. */
  truncated: Type.Optional(Nullable(Type.String())),
  /** What it would print if it were computed now; null where that is the same. */
  now: Nullable(Type.Object({ printed: Type.String(), by: Nullable(Type.Number()) })),
  /** Of a correction: what the corrected report printed, where that differs, and why. */
  before: Nullable(Type.String()),
  why: Nullable(Type.String()),
})
export type FigureLine = Static<typeof FigureLine>
export const ComparedLine = Type.Object({
  label: Type.String(),
  cells: Type.Array(Type.Object({ ref: Type.String(), printed: Type.String(), rows: Nullable(Type.String()) })),
})
export const SectionView = Type.Object({
  key: Type.String(),
  kind: oneOf(SECTION_KINDS),
  heading: Nullable(Type.String()),
  body: Type.String(),
  settings: SectionSettings,
  paragraphs: Type.Array(Type.Array(TextRun)),
  data: Nullable(SectionData),
  /** Rows that the page leaves out; files have them all. */
  tasksLeftOut: Count,
  compared: Type.Array(ComparedLine),
})
export type SectionView = Static<typeof SectionView>
export const RECOMMENDATION_STATES = ['suggested', 'taken', 'left'] as const
export const RecommendationView = Type.Object({
  key: Type.String(),
  rule: Nullable(Type.String()),
  body: Type.String(),
  runs: Type.Array(TextRun),
  state: oneOf(RECOMMENDATION_STATES),
  decidedBy: Nullable(Type.String()),
})
/** A row of a table or list that a correction changed. */
export const ChangedRow = Type.Object({
  table: Type.String(),
  row: Type.String(),
  before: Type.String(),
  after: Type.String(),
})
export type ChangedRow = Static<typeof ChangedRow>
/** The text of a report with its figures. */
export const ReportText = Type.Object({
  kind: Type.String(),
  kindName: Type.String(),
  title: Type.String(),
  from: Day,
  asOf: Day,
  knownOn: Nullable(Day),
  rounding: Rounding,
  template: Type.Object({ id: Id, versionNumber: Count }),
  sections: Type.Array(SectionView),
  figures: Type.Array(FigureLine),
  recommendations: Type.Array(RecommendationView),
  recipients: Type.Array(Type.String()),
  isSample: Type.Boolean(),
  /** Of a draft: no figure of it has a value other than zero, as where its period lies outside the data. */
  isEmpty: Type.Optional(Type.Boolean()),
  /** What must be done before it can be submitted, in sentences. */
  open: Type.Array(Type.String()),
  /** The same in English, in the same order; null where its code says all there is. */
  openEn: Type.Optional(Type.Array(Type.Object({ code: Type.String(), en: Nullable(Type.String()) }))),
  /** Of a correction. */
  corrects: Nullable(Type.Object({ id: Id, number: Nullable(Type.String()), reason: Type.String() })),
  edition: Count,
  /** Of a correction: the rows of tables and lists that differ from what was issued. */
  changedRows: Type.Optional(Type.Array(ChangedRow)),
  /** Of a submitted report that the data do not bear out any more: names the difference that whoever signs accepts. */
  difference: Type.Optional(Nullable(Type.String())),
})
export type ReportText = Static<typeof ReportText>

/** POST /api/reports/written */
export const WriteReport = Type.Object(
  {
    kind: words(40),
    /** "2021-02", "2021-Q1", "2021-H1", "2021" or "2021-02-28", as the kind has it. */
    period: words(10),
    asOf: Type.Optional(Day),
    from: Type.Optional(Day),
    /** What was recorded after this day does not count; null: what is known until the report is issued. Left out: the day as of which. */
    knownOn: Type.Optional(Nullable(Day)),
    agencyId: Type.Optional(Id),
    /** "directive:12", "archive:01/NQ-CP" */
    source: Type.Optional(words(120)),
    place: Type.Optional(words(100)),
    number: Type.Optional(Nullable(words(100))),
    signatoryId: Type.Optional(Nullable(Id)),
  },
  strict,
)
export type WriteReport = Static<typeof WriteReport>
export const EditSection = Type.Object(
  { heading: Type.Optional(Nullable(words(300))), body: Type.String({ maxLength: 20_000 }) },
  strict,
)
export type EditSection = Static<typeof EditSection>
export const AddSection = Type.Object({ section: Section, after: Type.Optional(Nullable(words(40))) }, strict)
export type AddSection = Static<typeof AddSection>
export const SectionParams = Type.Object({ id: Id, key: Type.String() })
export const DecideRecommendation = Type.Object(
  { state: oneOf(['taken', 'left'] as const), body: Type.Optional(words(4000)) },
  strict,
)
export type DecideRecommendation = Static<typeof DecideRecommendation>
export const AddRecommendation = Type.Object({ body: words(4000) }, strict)
export const ExplainFigure = Type.Object({ ref: words(300), why: words(2000) }, strict)
export type ExplainFigure = Static<typeof ExplainFigure>
/** POST /api/reports/{id}/sign */
export const SignQuery = Type.Object(
  {
    accept: Type.Optional(
      Type.String({
        pattern: '^[0-9a-f]{32}$',
        description:
          'The `difference` of the text as it was shown: the signer accepts figures that moved since the submission',
      }),
    ),
  },
  strict,
)
export const CorrectReport = Type.Object({ reason: words(2000) }, strict)
export type CorrectReport = Static<typeof CorrectReport>
export const Recomputed = Type.Object({
  version: Version,
  moved: Type.Array(
    Type.Object({ ref: Type.String(), before: Type.String(), after: Type.String(), by: Nullable(Type.Number()) }),
  ),
})

export const KindRow = Type.Object({
  kind: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  sort: oneOf(PERIOD_SORTS),
  subject: oneOf(['none', 'agency', 'source'] as const),
  whose: oneOf(['office', 'agency'] as const),
  /** Whether the actor may draw up reports of the kind, and a template is in use. */
  mayWrite: Type.Boolean(),
  hasTemplate: Type.Boolean(),
})
export const KindList = Type.Object({ rows: Type.Array(KindRow) })
export const FigureList = Type.Object({
  rows: Type.Array(Type.Object({ name: Type.String(), vi: Type.String(), en: Type.String(), unit: Type.String() })),
  fields: Type.Array(Type.Object({ name: Type.String(), vi: Type.String() })),
})

export const TemplateRow = Type.Object({
  id: Id,
  version: Version,
  kind: Type.String(),
  kindName: Type.String(),
  versionNumber: Count,
  state: oneOf(['draft', 'inUse', 'retired'] as const),
  title: Type.String(),
  tried: Nullable(Type.Object({ period: Type.String(), at: Instant, by: Type.String(), isCurrent: Type.Boolean() })),
  usedFrom: Nullable(Instant),
  usedBy: Nullable(Type.String()),
  changedAt: Instant,
  changedBy: Type.String(),
})
export const TemplateList = Type.Object({ rows: Type.Array(TemplateRow) })
export const Template = Type.Object({
  ...TemplateRow.properties,
  sections: Sections,
  recipients: Type.Array(Type.String()),
  countsFrom: oneOf(['period', 'year', 'lastYear'] as const),
  rounding: Rounding,
  addressee: Nullable(Type.String()),
})
export type Template = Static<typeof Template>
export const EditTemplate = Type.Object(
  {
    title: Type.Optional(words(500)),
    sections: Type.Optional(Sections),
    recipients: Type.Optional(Type.Array(words(300), { minItems: 1, maxItems: 30 })),
    countsFrom: Type.Optional(oneOf(['period', 'year', 'lastYear'] as const)),
    rounding: Type.Optional(Rounding),
    addressee: Type.Optional(Nullable(words(100))),
  },
  strict,
)
export type EditTemplate = Static<typeof EditTemplate>
export const DraftTemplate = Type.Object({ kind: words(40) }, strict)
export const TryTemplate = Type.Object(
  { period: words(10), agencyId: Type.Optional(Id), source: Type.Optional(words(120)) },
  strict,
)
export type TryTemplate = Static<typeof TryTemplate>
export const TriedTemplate = Type.Object({
  version: Version,
  title: Type.String(),
  sections: Type.Array(SectionView),
  figures: Type.Array(FigureLine),
  /** What could not be computed, and why. */
  missing: Type.Array(Type.Object({ ref: Type.String(), why: Type.String() })),
})
export type TriedTemplate = Static<typeof TriedTemplate>

export const RegimeRow = Type.Object({
  id: Id,
  kind: Type.String(),
  kindName: Type.String(),
  validFrom: Day,
  validTo: Nullable(Day),
  dayOfMonth: Count,
  months: Type.Array(Count),
  of: oneOf(['running', 'before'] as const),
  instrument: Type.String(),
  nextOn: Nullable(Day),
  last: Nullable(
    Type.Object({
      period: Type.String(),
      dueOn: Day,
      /** Null where there is none, which `note` explains, or where the reader may not open it. */
      reportId: Nullable(Id),
      note: Nullable(Type.String()),
    }),
  ),
})
export const RegimeList = Type.Object({ rows: Type.Array(RegimeRow) })
export const AddRegime = Type.Object(
  {
    kind: words(40),
    validFrom: Day,
    dayOfMonth: Type.Integer({ minimum: 1, maximum: 31 }),
    months: Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), { minItems: 1, maxItems: 12, uniqueItems: true }),
    of: oneOf(['running', 'before'] as const),
    instrument: words(300),
  },
  strict,
)
export type AddRegime = Static<typeof AddRegime>
export const EndRegime = Type.Object({ validTo: Day }, strict)
export type EndRegime = Static<typeof EndRegime>

export const ScoreboardQuery = Type.Object({ source: words(120), asOf: Type.Optional(Day) }, strict)
export const Scoreboard = Type.Object({ asOf: Day, source: Type.String(), rows: Type.Array(GoalLine) })
export const MeasuredQuery = Type.Object({ asOf: Type.Optional(Day) }, strict)
export const MeasuredDocuments = Type.Object({
  rows: Type.Array(
    Type.Object({
      /** As the scoreboard and a report take it. */
      source: Type.String(),
      number: Nullable(Type.String()),
      title: Nullable(Type.String()),
      targets: Count,
    }),
  ),
  /** There are more than the list has. */
  isCut: Type.Boolean(),
})
export const PublishedList = Type.Object({
  rows: Type.Array(
    Type.Object({
      asOf: Day,
      from: Day,
      number: Nullable(Type.String()),
      source: Type.String(),
      assigned: Count,
      done: Count,
      doneOnTime: Count,
      doneLate: Count,
      openInTerm: Count,
      openOverdue: Count,
      printedShare: Type.String(),
      addsUp: Type.Boolean(),
      /** The rule by which the printed share follows from the counts; null: none, it is not reproducible. */
      rule: Nullable(Type.String()),
      tried: Type.Array(Type.Object({ rule: Type.String(), printed: Type.String() })),
    }),
  ),
})
