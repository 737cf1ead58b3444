import type { Actor, KnownActor } from '../platform/actor.ts'
import type { Handle } from '../platform/db.ts'
import { actsFrom } from '../platform/official-document/signing.ts'
import { expectedSignature, signatureFor } from '../registry/index.ts'
import { mayAct, reportToRead, seesDrafts, toReadReports } from './access.ts'
import type { OversightDb } from './db.ts'
import { HEAD, type Issue } from './paper.ts'
import { REPORT_ACTS, REPORT_STATE_NAMES, REPORT_STATES, type ReportAct, type ReportState } from './report-state.ts'
import type { Report, ReportRow } from './shapes.ts'
import { findReports, type ReportRecord } from './store.ts'

/** Reports the actor may see, newest month first; without a state all but dropped ones. */
export async function listReports(
  db: Handle<OversightDb>,
  actor: Actor,
  { state }: { state?: ReportState },
): Promise<ReportRow[]> {
  toReadReports(actor)
  const seen = REPORT_STATE_NAMES.filter((name) => REPORT_STATES[name].isOut || seesDrafts(actor))
  const states = seen.filter((name) => (state === undefined ? name !== 'dropped' : name === state))
  if (states.length === 0) return []
  return (await findReports(db, states)).map((report) => rowOf(actor, report, report.signatory_name))
}

/** One report with its content, and whose signature it has or will have. */
export async function showReport(
  db: Handle<OversightDb>,
  actor: KnownActor,
  id: number,
  today: string,
): Promise<Report> {
  const report = await reportToRead(db, actor, id)
  const { signature } = await issueOf(db, actor, report, today)
  const isSeen = seesDrafts(actor)
  return {
    ...rowOf(actor, report, report.signatory_id === null ? null : await nameOf(db, report.signatory_id)),
    signatoryId: report.signatory_id,
    place: report.place,
    knownOn: report.content.knownOn,
    signature,
    onBehalfOfName: report.on_behalf_of_name,
    issuedAt: report.issued_at,
    issuedBy: report.issued_by,
    createdAt: report.created_at,
    submittedAt: isSeen ? report.submitted_at : null,
    submittedBy: isSeen ? report.submitted_by : null,
    content: report.content,
  }
}

/**
 * What the paper prints beside the figures: as issued, else as it would be printed today, without a number. Whoever may
 * sign it now has their own signature before them.
 */
export async function issueOf(
  db: Handle<OversightDb>,
  actor: KnownActor,
  report: ReportRecord,
  today: string,
): Promise<Issue> {
  const { place, issued_on: issuedOn } = report
  if (REPORT_STATES[report.state].isOut) {
    const signature = { title: report.signer_title ?? '', name: report.signer }
    return { number: report.number, place, issuedOn, signature }
  }
  const signature = actsOn(actor, report).includes('sign')
    ? await signatureFor(db, actor, HEAD, today)
    : await expectedSignature(db, report.signatory_id, HEAD, today)
  return { number: null, place, issuedOn: null, signature }
}

function rowOf(actor: Actor, report: ReportRecord, signatoryName: string | null): ReportRow {
  const isSeen = seesDrafts(actor)
  return {
    id: report.report_id,
    version: report.version,
    month: report.month,
    asOf: report.as_of,
    state: report.state,
    number: report.number,
    issuedOn: report.issued_on,
    headline: report.content.headline,
    signatoryName,
    signer: report.signer,
    // What passed inside the office before the issue.
    sentBackReason: isSeen ? report.sent_back_reason : null,
    createdBy: report.created_by,
    changedAt: report.changed_at,
    changedBy: report.changed_by,
    may: actsOn(actor, report),
  }
}

function actsOn(actor: Actor, report: ReportRecord): ReportAct[] {
  return actsFrom(REPORT_STATES, REPORT_ACTS, report.state, (act) => mayAct(actor, report, act))
}

async function nameOf(db: Handle<OversightDb>, personId: number): Promise<string | null> {
  const row = await db
    .selectFrom('registry.person_card')
    .select('full_name')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.full_name ?? null
}
