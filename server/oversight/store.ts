import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { Database, Handle, Transaction } from '../platform/db.ts'
import { Conflict } from '../platform/errors.ts'
import type { OversightDb } from './db.ts'
import { isOwnWork } from './own-work.ts'
import type { ReportState } from './report-state.ts'
import type { MonthlyReport } from './shapes.ts'
import type { ReportText } from './text-shapes.ts'

/** A report as stored; its content is as it was drawn up. The text as issued, with every row of its annexes, is read apart. */
export type ReportRecord = Omit<Selectable<Database['oversight.report']>, 'state' | 'content' | 'issued_text'> & {
  state: ReportState
  /** Of the computed report of a month; null for reports that are text with figures. */
  content: MonthlyReport | null
  /** Whose paper its kind is. */
  whose: 'office' | 'agency'
  kind_name: string
  /** Drawn up from what was recorded by its own last day, or a correction of such a report. */
  compares_as_reported: boolean
}

/** What the computed report of a month was drawn up with. */
export function monthlyOf(report: ReportRecord): MonthlyReport {
  if (report.content) return report.content
  throw new Conflict(
    'report.is_text',
    'Báo cáo này gồm lời văn và số liệu gắn kèm. Hãy sửa từng mục của báo cáo trên màn hình.',
  )
}

/** Returns the new report's id; undefined if one of the month is in the making. */
export async function insertReport(
  trx: Transaction<OversightDb>,
  report: Insertable<Database['oversight.report']>,
): Promise<number | undefined> {
  const made = await trx
    .insertInto('oversight.report')
    .values(report)
    .onConflict((conflict) =>
      conflict
        .expression(sql`kind, period, coalesce(subject_agency_id, 0), coalesce(source, '')`)
        .where(sql<boolean>`state in ('draft', 'submitted')`)
        .doNothing(),
    )
    .returning('report_id')
    .executeTakeFirst()
  return made?.report_id
}

/** Changes a report and raises its version; returns the new version. */
export async function updateReport(
  trx: Transaction<OversightDb>,
  id: number,
  change: Updateable<Database['oversight.report']>,
  by: string,
  at: string,
): Promise<number> {
  const { version } = await trx
    .updateTable('oversight.report')
    .set((row) => ({ ...change, version: row('version', '+', 1), changed_by: by, changed_at: at }))
    .where('report_id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

const OWN_COLUMNS = [
  'r.report_id',
  'r.kind',
  'r.period',
  'r.from_on',
  'r.as_of',
  'r.known_before',
  'r.number',
  'r.place',
  'r.issued_on',
  'r.signer',
  'r.signer_title',
  'r.assigned',
  'r.done_on_time',
  'r.done_late',
  'r.open_in_term',
  'r.open_overdue',
  'r.issued_at',
  'r.issued_by',
  'r.state',
  'r.version',
  'r.signatory_id',
  'r.sent_back_reason',
  'r.submitted_at',
  'r.submitted_by',
  'r.signer_id',
  'r.on_behalf_of_name',
  'r.created_at',
  'r.created_by',
  'r.changed_at',
  'r.changed_by',
  'r.title',
  'r.template_id',
  'r.subject_agency_id',
  'r.source',
  'r.source_name',
  'r.rounding',
  'r.counts_from',
  'r.addressee',
  'r.recipients',
  'r.known_on',
  'r.is_sample',
  'r.corrects_id',
  'r.edition',
  'r.correction_reason',
  'r.docx_sha256',
  'r.pdf_sha256',
  'r.xlsx_sha256',
  'r.svg_sha256',
  'r.png_sha256',
] as const
const comparesAsReported = sql<boolean>`case when r.corrects_id is null then coalesce(r.known_on = r.as_of, false) else (
  with recursive corrected as (
    select r.corrects_id as report_id
    union all
    select c.corrects_id from corrected d join oversight.report c on c.report_id = d.report_id where c.corrects_id is not null
  )
  select coalesce(bool_or(f.known_on = f.as_of), false)
  from corrected d join oversight.report f on f.report_id = d.report_id where f.corrects_id is null) end`
const joined = (db: Handle<OversightDb>) =>
  db.selectFrom('oversight.report as r').innerJoin('oversight.report_kind as k', 'k.kind', 'r.kind')
const withKind = (db: Handle<OversightDb>) => joined(db).select(OWN_COLUMNS).select(['k.whose', 'k.name as kind_name'])
/** What a list shows of a report, and what decides who may do what: the others of five hundred would be half its time. */
const LISTED_COLUMNS = [
  'r.report_id',
  'r.kind',
  'r.period',
  'r.as_of',
  'r.number',
  'r.issued_on',
  'r.signer',
  'r.state',
  'r.version',
  'r.signatory_id',
  'r.sent_back_reason',
  'r.created_by',
  'r.changed_at',
  'r.changed_by',
  'r.title',
  'r.subject_agency_id',
  'r.source_name',
  'r.edition',
  'k.whose',
  'k.name as kind_name',
] as const
/** Of the computed report of a month a list shows these alone: its content has every row, some megabytes. */
const headOfContent = sql<Pick<MonthlyReport, 'month' | 'headline'> | null>`
  case when r.content is not null then jsonb_build_object('month', r.content->'month', 'headline', r.content->'headline') end`

const nameOfSignatory = sql<string | null>`(
  select p.full_name from registry.person_card p where p.person_id = r.signatory_id limit 1)`
const nameOfSubject = sql<string | null>`(
  select a.name from registry.agency_latest a where a.agency_id = r.subject_agency_id)`
const correctedBy = sql<number | null>`(
  select c.report_id from oversight.report c where c.corrects_id = r.report_id and c.state <> 'dropped')`
const isCorrected = sql<boolean>`exists (
  select from oversight.report c where c.corrects_id = r.report_id and c.state = 'issued')`

/** The most reports that one list shows: the newest. A year has some three hundred, of all kinds. */
const MOST_LISTED = 500

type ListedColumn = Extract<(typeof LISTED_COLUMNS)[number], `r.${string}`> extends `r.${infer Name}` ? Name : never
export type ListedReport = Pick<ReportRecord, ListedColumn | 'whose' | 'kind_name'> & {
  /** Submitted, and in part the work of whoever lists it: for another to sign. */
  is_own_work: boolean
  content: Pick<MonthlyReport, 'month' | 'headline'> | null
  signatory_name: string | null
  subject_name: string | null
  corrected_by: number | null
  is_corrected: boolean
}

const listed = (db: Handle<OversightDb>, personId: number | null) =>
  joined(db)
    .select(LISTED_COLUMNS)
    .select([
      headOfContent.as('content'),
      nameOfSignatory.as('signatory_name'),
      nameOfSubject.as('subject_name'),
      correctedBy.as('corrected_by'),
      isCorrected.as('is_corrected'),
      sql<boolean>`(r.state = 'submitted' and ${isOwnWork(personId)})`.as('is_own_work'),
    ])

/** Reports, newest period first: of the Office in these states, and of these agencies in any. */
export async function findReports(
  db: Handle<OversightDb>,
  personId: number | null,
  seen: { office: readonly ReportState[]; own: readonly ReportState[]; agencies: readonly number[] },
  kind?: string,
): Promise<ListedReport[]> {
  let query = listed(db, personId).where(({ or, and, eb }) =>
    or([
      and([eb('k.whose', '=', 'office'), sql<boolean>`r.state = any(${[...seen.office]}::text[])`]),
      and([
        eb('k.whose', '=', 'agency'),
        sql<boolean>`r.subject_agency_id = any(${[...seen.agencies]}::bigint[])`,
        sql<boolean>`r.state = any(${[...seen.own]}::text[])`,
      ]),
    ]),
  )
  if (kind !== undefined) query = query.where('r.kind', '=', kind)
  const rows = await query.orderBy('r.as_of', 'desc').orderBy('r.report_id', 'desc').limit(MOST_LISTED).execute()
  return rows as unknown as ListedReport[]
}

export async function findReport(db: Handle<OversightDb>, id: number): Promise<ReportRecord | undefined> {
  const row = await withKind(db)
    .select(['r.content', comparesAsReported.as('compares_as_reported')])
    .where('r.report_id', '=', id)
    .executeTakeFirst()
  return row as unknown as ReportRecord | undefined
}

/** The text as it was issued; null while it is not, and of the computed report of a month. */
export async function issuedTextOf(db: Handle<OversightDb>, id: number): Promise<ReportText | null> {
  const row = await db
    .selectFrom('oversight.report')
    .select('issued_text')
    .where('report_id', '=', id)
    .executeTakeFirst()
  return (row?.issued_text ?? null) as ReportText | null
}

/** One report as a list shows it. */
export async function findListed(
  db: Handle<OversightDb>,
  personId: number | null,
  id: number,
): Promise<ListedReport | undefined> {
  const row = await listed(db, personId).where('r.report_id', '=', id).executeTakeFirst()
  return row as unknown as ListedReport | undefined
}

/** Locks the row before reading it, so that the read sees what the previous lock holder wrote. */
export async function lockReport(trx: Transaction<OversightDb>, id: number): Promise<ReportRecord | undefined> {
  const locked = await trx
    .selectFrom('oversight.report')
    .select('report_id')
    .where('report_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return locked && (await findReport(trx, id))
}
