import type { Actor, KnownActor } from '../platform/actor.ts'
import { refuseDayAhead } from '../platform/day-ahead.ts'
import type { Handle } from '../platform/db.ts'
import { hasRight } from '../platform/rights.ts'
import { toReadReports } from './access.ts'
import { FIELDS } from './bound-text.ts'
import type { Figures } from './compute.ts'
import type { OversightDb } from './db.ts'
import { checkPublished } from './published-check.ts'
import { MONTHLY_TASKS, type ReportKind } from './report-kinds.ts'
import { measuredDocuments, scoreboardOn, scoreboardRows } from './scoreboard.ts'

/** The kinds in their order, with what the actor may do. */
export async function listKinds(db: Handle<OversightDb>, actor: Actor) {
  toReadReports(actor)
  const rows = (await db
    .selectFrom('oversight.report_kind')
    .selectAll()
    .where('kind', '<>', MONTHLY_TASKS)
    .orderBy('position')
    .execute()) as unknown as ReportKind[]
  const templates = await db
    .selectFrom('oversight.report_template')
    .select('kind')
    .where('state', '=', 'inUse')
    .execute()
  return rows.map(({ kind, name, name_en: nameEn, sort, subject, whose }) => {
    const hasTemplate = templates.some((one) => one.kind === kind)
    const right = whose === 'agency' ? 'report.prepareOwn' : 'report.prepare'
    return { kind, name, nameEn, sort, subject, whose, hasTemplate, mayWrite: hasTemplate && hasRight(actor, right) }
  })
}

export function listFigures(actor: Actor, figures: Figures) {
  toReadReports(actor)
  return {
    rows: [...figures.values()].map(({ name, vi, en, unit }) => ({ name, vi, en, unit })),
    fields: Object.entries(FIELDS).map(([name, vi]) => ({ name, vi })),
  }
}

/** The targets of a document among the tasks that the actor sees. */
export async function scoreboard(
  db: Handle<OversightDb>,
  actor: KnownActor,
  { source, asOf = undefined }: { source: string; asOf?: string | undefined },
  today: string,
) {
  toReadReports(actor)
  const day = asOf ?? today
  refuseDayAhead('asOf', day, today)
  return {
    asOf: day,
    source,
    rows: await scoreboardRows(db, actor, { ...scoreboardOn(day, today), source }, today),
  }
}

/** The documents that a scoreboard of that day can be of. */
export async function listMeasured(
  db: Handle<OversightDb>,
  actor: Actor,
  { asOf = undefined }: { asOf?: string | undefined },
  today: string,
) {
  toReadReports(actor)
  return measuredDocuments(db, actor, asOf ?? today, today)
}

/** What was printed, beside what its counts give. */
export async function publishedReports(db: Handle<OversightDb>, actor: Actor) {
  toReadReports(actor)
  const rows = await db.selectFrom('oversight.published_report').selectAll().orderBy('as_of', 'desc').execute()
  return rows.map((row) => {
    const counts = {
      assigned: row.assigned,
      done: row.done,
      doneOnTime: row.done_on_time,
      doneLate: row.done_late,
      openInTerm: row.open_in_term,
      openOverdue: row.open_overdue,
    }
    const { addsUp, derivation, tried } = checkPublished(counts, row.printed_share)
    return {
      asOf: row.as_of,
      from: row.from_on,
      number: row.number,
      source: row.source,
      ...counts,
      printedShare: row.printed_share,
      addsUp,
      rule: derivation?.rule ?? null,
      tried,
    }
  })
}
