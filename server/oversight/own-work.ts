/** Prepared by one, signed by another: whoever had a hand in a report that stands to be signed does not sign it. */
import { type RawBuilder, sql } from 'kysely'
import type { Handle } from '../platform/db.ts'
import type { OversightDb } from './db.ts'

/** Whoever began it, whenever that was. */
const BEGAN = ['report.drafted', 'report.corrected']
/** Whoever changed words or choices, or submitted it, since it was last sent back or withdrawn: what was submitted anew is the work of who did so. */
const WORKED = ['report.edited', 'report.recommendationDecided', 'report.submitted']

/** What somebody did to `oversight.report r` that keeps them from signing it: a condition on `platform.audit_entry e`. */
const isHand = sql<boolean>`(e.subject_kind = 'report' and e.subject_id = r.report_id::text and (e.event = any(${BEGAN}::text[])
  or (e.event = any(${WORKED}::text[]) and e.audit_id > coalesce((
    select s.audit_id from platform.audit_entry s
    where s.subject_kind = 'report' and s.subject_id = r.report_id::text and s.event = 'report.submitted'
    order by s.audit_id desc offset (case when r.state = 'submitted' then 1 else 0 end) limit 1), 0))))`

/** For `oversight.report r`: it is this person's own work, at least in part. */
export const isOwnWork = (personId: number | null): RawBuilder<boolean> =>
  personId === null
    ? sql<boolean>`false`
    : sql<boolean>`exists (select from platform.audit_entry e where e.actor_person_id = ${personId} and ${isHand})`

/** The people whose own work a report is. */
export async function handsIn(db: Handle<OversightDb>, reportId: number): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select distinct e.actor_person_id as id from oversight.report r, platform.audit_entry e
    where r.report_id = ${reportId} and e.actor_person_id is not null and ${isHand}`.execute(db)
  return new Set(rows.map(({ id }) => Number(id)))
}

const DID: Record<string, string> = {
  'report.drafted': 'lập',
  'report.corrected': 'lập',
  'report.edited': 'sửa',
  'report.recommendationDecided': 'sửa',
  'report.submitted': 'trình',
}

/**
 * Why a person may not sign a report, with the remedy: "Ông A đã lập, sửa báo cáo này nên không ký được: …"; null where they may.
 */
export async function whyOwnWork(
  db: Handle<OversightDb>,
  reportId: number,
  person: { id: number | null; name: string },
): Promise<string | null> {
  if (person.id === null) return null
  const { rows } = await sql<{ event: string }>`
    select e.event from oversight.report r, platform.audit_entry e
    where r.report_id = ${reportId} and e.actor_person_id = ${person.id} and ${isHand}
    order by e.audit_id`.execute(db)
  if (rows.length === 0) return null
  const did = [...new Set(rows.map(({ event }) => DID[event]!))]
  const back = did.includes('lập') ? '' : ', hoặc trả lại kèm ý kiến để chuyên viên sửa và trình lại'
  return `${person.name} đã ${did.join(', ')} báo cáo này nên không ký được: một người soạn, người khác ký. Hãy để lãnh đạo khác ký${back}.`
}
