import { sql } from 'kysely'
import { formatDay } from '../platform/calendar.ts'
import { type AnyTransaction, type Handle, within } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { type Head, headTitleOf, headWithTitle, OFFICE_HEAD, takeoversOf } from '../registry/index.ts'
import type { OversightDb } from './db.ts'
import type { PeriodSort } from './period.ts'

/** The computed report of a month, from before reports were text with figures. Its row is of the migration. */
export const MONTHLY_TASKS = 'monthlyTasks'

export interface ReportKind {
  kind: string
  name: string
  name_en: string
  sort: PeriodSort
  subject: 'none' | 'agency' | 'source'
  whose: 'office' | 'agency'
  superior_agency: string | null
  issuing_agency: string | null
  head_title: string | null
  notation: string | null
  register: string | null
}

type Made = Pick<ReportKind, 'kind' | 'name' | 'name_en' | 'sort' | 'subject'>
const TASK_FORCE = {
  whose: 'office',
  superior_agency: 'Thủ tướng Chính phủ',
  issuing_agency: 'Tổ công tác',
  head_title: 'Tổ trưởng',
  notation: '/BC-TCT',
  // One book with the computed monthly report.
  register: 'report/monthlyTasks',
} as const
const OFFICE = {
  whose: 'office',
  superior_agency: null,
  issuing_agency: 'Văn phòng Chính phủ',
  head_title: OFFICE_HEAD.headTitle,
  notation: '/BC-VPCP',
  register: 'report/VPCP',
} as const
const OWN = {
  whose: 'agency',
  superior_agency: null,
  issuing_agency: null,
  head_title: null,
  notation: null,
  register: null,
} as const

const taskForce = (kind: Made): ReportKind => ({ ...kind, ...TASK_FORCE })
const office = (kind: Made): ReportKind => ({ ...kind, ...OFFICE })

/** The kinds in the order in which they are chosen. */
export const KINDS: readonly ReportKind[] = [
  taskForce({
    kind: 'monthlyTaskForce',
    name: 'Báo cáo tháng của Tổ công tác',
    name_en: 'Monthly report of the Task Force',
    sort: 'month',
    subject: 'none',
  }),
  office({
    kind: 'governmentSession',
    name: 'Báo cáo phiên họp Chính phủ thường kỳ',
    name_en: 'Report to the monthly Government session',
    sort: 'month',
    subject: 'none',
  }),
  taskForce({ kind: 'quarterly', name: 'Báo cáo quý', name_en: 'Quarterly report', sort: 'quarter', subject: 'none' }),
  office({
    kind: 'halfYear',
    name: 'Báo cáo phiên họp tháng 6, tháng 12',
    name_en: 'Report to the June and December sessions',
    sort: 'half',
    subject: 'none',
  }),
  office({
    kind: 'planningMinistry',
    name: 'Báo cáo gửi cơ quan quản lý nhà nước về kế hoạch',
    name_en: 'Report to the ministry in charge of planning',
    sort: 'quarter',
    subject: 'none',
  }),
  office({
    kind: 'directive',
    name: 'Báo cáo thực hiện một văn bản chỉ đạo',
    name_en: 'Report on one directive',
    sort: 'day',
    subject: 'source',
  }),
  office({
    kind: 'agency',
    name: 'Báo cáo về một cơ quan',
    name_en: 'Report about one agency',
    sort: 'day',
    subject: 'agency',
  }),
  office({
    kind: 'resolutionPage',
    name: 'Nghị quyết đang ở đâu (một trang)',
    name_en: 'Where are we with a resolution (one page)',
    sort: 'day',
    subject: 'source',
  }),
  taskForce({ kind: 'yearly', name: 'Báo cáo năm', name_en: 'Yearly report', sort: 'year', subject: 'none' }),
  {
    kind: 'agencyToHead',
    name: 'Báo cáo của cơ quan gửi người đứng đầu',
    name_en: "An agency's report to its head",
    sort: 'month',
    subject: 'agency',
    ...OWN,
  },
]

/** Records the kinds; run at each start. */
export async function loadKinds(handle: AnyTransaction): Promise<void> {
  const trx = within<OversightDb>(handle)
  for (const [place, kind] of KINDS.entries()) {
    await trx
      .insertInto('oversight.report_kind')
      .values({ ...kind, position: place + 2 })
      .onConflict((conflict) => conflict.column('kind').doUpdateSet({ ...kind, position: place + 2 }))
      .execute()
  }
}

export async function getKind(db: Handle<OversightDb>, kind: string): Promise<ReportKind> {
  const found = await db.selectFrom('oversight.report_kind').selectAll().where('kind', '=', kind).executeTakeFirst()
  if (!found) throw new NotFound('report.no_such_kind', 'Không có loại báo cáo này.')
  return found as ReportKind
}

/**
 * The kind as a report of it is issued: an agency's own report under its name, with its abbreviation in the number (Nghị định
 * 30/2020/NĐ-CP, Phụ lục I, Mục II.3; a people's committee is "UBND") and under its head's title.
 */
export async function kindToIssue(
  db: Handle<OversightDb>,
  report: { kind: string; subject_agency_id: number | null; as_of: string },
): Promise<ReportKind> {
  const kind = await getKind(db, report.kind)
  const { subject_agency_id: id, as_of: day } = report
  if (kind.whose !== 'agency' || id === null) return kind
  const { rows } = await sql<{ kind: string; name: string; abbreviation: string | null }>`
    select c.kind, c.name, c.abbreviation from registry.agency_card c
    where c.agency_id = ${id} order by c.valid @> ${day}::date desc, c.valid_from desc limit 1`.execute(db)
  const agency = rows[0]
  if (!agency) return kind
  const short = agency.kind === 'province' ? 'UBND' : agency.abbreviation
  return {
    ...kind,
    issuing_agency: agency.name,
    notation: short ? `/BC-${short}` : '/BC',
    head_title: headTitleOf(agency),
  }
}

/** For whom others sign a report of the kind. */
export const headOf = ({ head_title: title }: Pick<ReportKind, 'head_title'>): Head => headWithTitle(title)

/** The name of an agency on a day, or as last known. */
export async function agencyNameOn(db: Handle<OversightDb>, agencyId: number, day: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(
      (select c.name from registry.agency_card c where c.agency_id = ${agencyId} and c.valid @> ${day}::date limit 1),
      (select l.name from registry.agency_latest l where l.agency_id = ${agencyId})) as name`.execute(db)
  return rows[0]?.name ?? `cơ quan số ${agencyId}`
}

/** The agency of this slug on a day or, where it passed to another, its successor. */
export async function heirOf(db: Handle<OversightDb>, slug: string, day: string): Promise<string | null> {
  const { rows } = await sql<{ id: number }>`
    select coalesce(h.heir_id, l.agency_id) as id from registry.agency_latest l
    left join registry.heirs(${day}::date) h on h.agency_id = l.agency_id where l.slug = ${slug}`.execute(db)
  return rows[0] === undefined ? null : agencyNameOn(db, rows[0].id, day)
}

interface AgencyProblem {
  code: 'report.no_such_agency' | 'report.agency_not_yet' | 'report.agency_ended'
  message: string
}

/** Why nothing can be said of this agency on a day: there is none of this number, it was set up later, or another took over from it. */
export async function agencyProblem(
  db: Handle<OversightDb>,
  agencyId: number,
  day: string,
): Promise<AgencyProblem | null> {
  const [first] = await db
    .selectFrom('registry.agency_card')
    .select(['valid_from', 'name'])
    .where('agency_id', '=', agencyId)
    .orderBy('valid_from')
    .limit(1)
    .execute()
  if (first === undefined)
    return {
      code: 'report.no_such_agency',
      message: `Không có cơ quan số ${agencyId}. Hãy chọn cơ quan trong danh mục.`,
    }
  if (first.valid_from === null || String(first.valid_from) <= day) return agencyEnded(db, agencyId, day)
  return {
    code: 'report.agency_not_yet',
    message: `Ngày ${formatDay(day)} chưa có ${first.name} (thành lập từ ${formatDay(String(first.valid_from))}). Hãy chọn cơ quan khác hoặc kỳ muộn hơn.`,
  }
}

async function agencyEnded(db: Handle<OversightDb>, agencyId: number, day: string): Promise<AgencyProblem | null> {
  const { rows } = await sql<{ is: boolean; last: string | null }>`
    select coalesce(bool_or(c.valid @> ${day}::date), false) as is, (max(upper(c.valid)))::text as last
    from registry.agency_card c where c.agency_id = ${agencyId}`.execute(db)
  const { is, last } = rows[0]!
  if (is) return null
  const name = await agencyNameOn(db, agencyId, day)
  const heir = (await takeoversOf(db, agencyId, day)).at(-1)?.to.id
  const next = heir === undefined ? undefined : await agencyNameOn(db, heir, day)
  return {
    code: 'report.agency_ended',
    message: `Ngày ${formatDay(day)} không còn ${name}${last === null ? '' : ` (kết thúc hoạt động từ ${formatDay(last)})`}. ${next === undefined ? 'Hãy chọn cơ quan khác hoặc kỳ sớm hơn.' : `Cơ quan kế thừa là ${next}: hãy chọn ${next} hoặc kỳ sớm hơn.`}`,
  }
}
