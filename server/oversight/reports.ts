import type { Actor, KnownActor } from '../platform/actor.ts'
import type { Handle } from '../platform/db.ts'
import { actsFrom } from '../platform/official-document/signing.ts'
import { hasRight } from '../platform/rights.ts'
import { hasOwnReports, mayAct, reportToRead, seesDraft, seesDrafts, toReadReports } from './access.ts'
import type { OversightDb } from './db.ts'
import type { Issue } from './paper.ts'
import { kindToIssue } from './report-kinds.ts'
import { REPORT_ACTS, REPORT_STATE_NAMES, REPORT_STATES, type ReportAct, type ReportState } from './report-state.ts'
import type { Report, ReportRow } from './shapes.ts'
import { expectedOn, signatureOn } from './signature.ts'
import { findListed, findReports, type ListedReport, type ReportRecord } from './store.ts'

/** Reports the actor may see, newest month first; without a state all but dropped ones. */
export async function listReports(
  db: Handle<OversightDb>,
  actor: Actor,
  { state, kind }: { state?: ReportState; kind?: string },
): Promise<ReportRow[]> {
  toReadReports(actor)
  const wanted = (name: ReportState) => (state === undefined ? name !== 'dropped' : name === state)
  const readsIssued = hasRight(actor, 'report.read') || seesDrafts(actor)
  const office = REPORT_STATE_NAMES.filter(
    (name) => wanted(name) && (seesDrafts(actor) || (REPORT_STATES[name].isOut && readsIssued)),
  )
  const own = hasOwnReports(actor) ? REPORT_STATE_NAMES.filter(wanted) : []
  if (office.length + own.length === 0) return []
  return (await findReports(db, actor.personId, { office, own, agencies: actor.own }, kind)).map((report) =>
    rowOf(actor, report),
  )
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
  const isSeen = seesDraft(actor, report)
  const listed = (await findListed(db, actor.personId, id))!
  return {
    ...rowOf(actor, listed),
    isOwnWork: listed.is_own_work && mayAct(actor, report, 'sign'),
    corrects: report.corrects_id,
    correctionReason: report.correction_reason,
    signatoryId: report.signatory_id,
    place: report.place,
    knownOn: report.content === null ? report.known_on : report.content.knownOn,
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
  const kind = await kindToIssue(db, report)
  const signature = actsOn(actor, report).includes('sign')
    ? await signatureOn(db, actor, kind, today)
    : await expectedOn(db, report.signatory_id, kind, today)
  return { number: null, place, issuedOn: null, signature }
}

function rowOf(actor: Actor, report: ListedReport): ReportRow {
  const isSeen = seesDraft(actor, report)
  return {
    id: report.report_id,
    version: report.version,
    kind: report.kind,
    kindName: report.kind_name,
    period: report.period,
    month: report.content?.month ?? null,
    title: report.title,
    subjectName: report.subject_name ?? report.source_name,
    edition: report.edition,
    // A correction that is not issued does not exist for those who do not see drafts.
    correctedBy: report.is_corrected || isSeen ? report.corrected_by : null,
    isCorrected: report.is_corrected,
    asOf: report.as_of,
    state: report.state,
    number: report.number,
    issuedOn: report.issued_on,
    headline: report.content?.headline ?? null,
    signatoryName: report.signatory_name,
    signer: report.signer,
    // What passed inside the office before the issue.
    sentBackReason: isSeen ? report.sent_back_reason : null,
    createdBy: report.created_by,
    changedAt: report.changed_at,
    changedBy: report.changed_by,
    // What one has prepared oneself another signs.
    may: actsOn(actor, report).filter((act) => act !== 'sign' || !report.is_own_work),
  }
}

function actsOn(
  actor: Actor,
  report: Pick<ReportRecord, 'state' | 'signatory_id' | 'whose' | 'subject_agency_id'>,
): ReportAct[] {
  return actsFrom(REPORT_STATES, REPORT_ACTS, report.state, (act) => mayAct(actor, report, act))
}
