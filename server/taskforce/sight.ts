import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { hasRight } from '../platform/rights.ts'

/*
 * Who sees what of the Task Force's work, in one place. The office (whoever keeps it, leads inspections or reads drafts of
 * reports) sees all. Others see what was sent to an agency that they may see; a member of a delegation sees that inspection, a
 * member of a task force that task force with its plans and dialogues.
 */

/** Sees drafts, plans of inspections, and every agency. */
export const isOffice = (actor: Actor): boolean =>
  hasRight(actor, 'taskforce.keep') || hasRight(actor, 'inspection.lead') || hasRight(actor, 'report.draft')

/** For a column with an agency: the actor may see it. */
export function seesAgency({ seen }: Actor, ...columns: readonly string[]): RawBuilder<boolean> {
  if (seen === null) return sql<boolean>`true`
  return sql<boolean>`(${sql.join(
    columns.map((column) => sql`${sql.ref(column)} = any(${[...seen]}::bigint[])`),
    sql` or `,
  )})`
}

/** For `taskforce.recommendation r`. */
export function seesRecommendation(actor: Actor): RawBuilder<boolean> {
  if (isOffice(actor)) return sql<boolean>`true`
  return sql<boolean>`(r.made_on is not null and ${seesAgency(actor, 'r.agency_id', 'r.addressee_id')})`
}

/** For `taskforce.inspection i`: decided, and if unannounced begun. What is not announced, the agency does not learn. */
export const isAnnounced = sql<boolean>`(i.decided_on is not null
      and (i.form <> 'unannounced' or i.requested_on is not null or i.state not in ('announced', 'planned', 'stopped')
        or exists (select from taskforce.minutes m where m.inspection_id = i.inspection_id)))`

/** For `taskforce.inspection i`: somebody with an account is on its delegation. */
export const isDelegated = sql<boolean>`exists (
    select from taskforce.delegate d where d.inspection_id = i.inspection_id and d.decision_no = i.decision_no and d.person_id is not null)`

/** For `taskforce.inspection i`. */
export function seesInspection(actor: Actor): RawBuilder<boolean> {
  if (isOffice(actor)) return sql<boolean>`true`
  return sql<boolean>`(${isAnnounced} and ${seesAgency(actor, 'i.agency_id', 'i.subject_id')}
    or ${isDelegate(actor)})`
}

/**
 * For `taskforce.inspection i`: the actor may see it whole, or a finding of it for which a body that they may see is responsible:
 * of the rest they see what such a body needs to answer and to remedy it.
 */
export function seesPartOfInspection(actor: Actor): RawBuilder<boolean> {
  if (isOffice(actor)) return sql<boolean>`true`
  return sql<boolean>`(${seesInspection(actor)} or exists (
    select from taskforce.finding f
    where f.inspection_id = i.inspection_id and f.sent_on is not null and ${seesAgency(actor, 'f.responsible_id')}))`
}

/**
 * For `taskforce.inspection_paper p` of `taskforce.inspection i` of which the actor may see something: all to whoever may see the
 * inspection whole; the conclusion also to each body that it names among its recipients, as responsible for a finding.
 */
export function seesPaper(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${seesInspection(actor)} or (p.kind = 'conclusion' and exists (
    select from taskforce.finding f
    where f.inspection_id = i.inspection_id and f.state not in ('draft', 'dropped') and ${seesAgency(actor, 'f.responsible_id')})))`
}

/** For `taskforce.finding f` of `taskforce.inspection i`. One that was not sent does not exist but for those who work on it. */
export function seesFinding(actor: Actor): RawBuilder<boolean> {
  if (isOffice(actor)) return sql<boolean>`true`
  return sql<boolean>`(${isDelegate(actor)} or (f.sent_on is not null
    and (${seesAgency(actor, 'f.responsible_id')} or ${seesInspection(actor)})))`
}

/** For `taskforce.inspection i`: the actor is on its delegation. */
export function isDelegate({ personId }: Actor): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from taskforce.delegate d where d.inspection_id = i.inspection_id and d.decision_no = i.decision_no and d.person_id = ${personId}::bigint)`
}

/**
 * For `taskforce.truth_mark m`: what the office saw itself; of an inspection what it has told the agency, with its findings or in
 * its conclusion; and to a delegation what it saw.
 */
export function seesMark(actor: Actor): RawBuilder<boolean> {
  if (isOffice(actor)) return sql<boolean>`true`
  return sql<boolean>`(m.inspection_id is null or exists (
    select from taskforce.inspection i where i.inspection_id = m.inspection_id
      and (i.findings_sent_on is not null or i.concluded_on is not null or ${isDelegate(actor)})))`
}

/** For `taskforce.question q`: it was once sent to an agency that the actor may see, which opens what counts against it. */
export function hadQuestion(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from taskforce.question_sending s where s.question_id = q.question_id and ${seesAgency(actor, 's.agency_id')})`
}

/** `member m` sits in its task force on a day: an end that was recorded ahead is not over yet. */
export const sitsOn = (today: string): RawBuilder<boolean> =>
  sql<boolean>`(m.from_on <= ${today}::date and (m.to_on is null or m.to_on >= ${today}::date))`

/** For a column with a task force: to the office all, to who sits in it that day theirs. */
export function seesForce(actor: Actor, column: string, today: string): RawBuilder<boolean> {
  if (isOffice(actor)) return sql<boolean>`true`
  return sql<boolean>`exists (
    select from taskforce.member m where m.task_force_id = ${sql.ref(column)} and ${sitsOn(today)}
      and m.person_id in (${actor.personId}::bigint, ${actor.followerId}::bigint))`
}

/** For `taskforce.question q`: to the office all, to others what was sent to an agency that they may see and waits there or was answered. */
export function hasQuestion(actor: Actor): RawBuilder<boolean> {
  if (isOffice(actor)) return sql<boolean>`true`
  return sql<boolean>`(q.agency_id is not null and q.sent_on is not null and ${seesAgency(actor, 'q.agency_id', 'q.sent_to_id')})`
}

/** The same, and to a member those of the dialogues of their task force. */
export function seesQuestion(actor: Actor, today: string): RawBuilder<boolean> {
  return sql<boolean>`(${hasQuestion(actor)}
    or exists (select from taskforce.dialogue e where e.dialogue_id = q.dialogue_id and ${seesForce(actor, 'e.task_force_id', today)}))`
}
