/** Action plans: who must issue one under a resolution, by when, who has, with which document. */
import { sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { AskToAdd, AskToMake } from '../platform/change.ts'
import { type AnyHandle, type Handle, reading, type Transaction } from '../platform/db.ts'
import { Conflict, Forbidden, NotFound, wrong } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import type { UploadedFile } from '../platform/upload.ts'
import { membersOf } from '../registry/index.ts'
import { keepBasisFile } from '../tasks/index.ts'
import { isKeeper, toKeep } from './access.ts'
import type { ProgrammeDb } from './db.ts'
import { heldOn } from './holder.ts'
import type { CallForPlans, IssuePlan, PlanCall, PlanCallCard, PlanCallQuery, PlanQuery } from './plan-shapes.ts'
import { agenciesMissing, agencyName, isOfNow, type Known, knownIn } from './store.ts'

/** Ministries and ministerial agencies, and provinces, as official texts call them. */
const MINISTRIES = 'các bộ, cơ quan ngang bộ'
const PROVINCES = 'các tỉnh, thành phố trực thuộc trung ương'

export async function callForPlans(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: AskToMake,
  input: CallForPlans,
): Promise<number> {
  toKeep(actor)
  const on = input.calledOn
  if (on > dayInVietnam(now)) throw wrong('calledOn', 'planCall.in_future', 'Ngày của văn bản không được sau hôm nay.')
  if (input.dueOn !== undefined && input.dueOn < on) {
    throw wrong('dueOn', 'planCall.due_before', 'Hạn ban hành kế hoạch không được trước ngày của văn bản.')
  }
  const duties = new Map<number, 'ministry' | 'province' | 'other'>()
  for (const id of input.agencyIds ?? []) duties.set(id, await groupOf(trx, id, on))
  if (input.ministries) for (const { id } of (await membersOf(trx, MINISTRIES, on)) ?? []) duties.set(id, 'ministry')
  if (input.provinces) for (const { id } of (await membersOf(trx, PROVINCES, on)) ?? []) duties.set(id, 'province')
  if (duties.size === 0) {
    throw wrong(
      'agencyIds',
      'planCall.no_one',
      'Hãy chọn các cơ quan phải ban hành kế hoạch: bộ, địa phương, hoặc từng cơ quan.',
    )
  }
  const missing = await agenciesMissing(trx, [...duties.keys()], on)
  if (missing.length > 0) {
    throw wrong(
      'agencyIds',
      'planCall.no_such_agency',
      `Có cơ quan không hoạt động vào ngày ${formatDay(on)}. Hãy chọn lại.`,
    )
  }
  const { plan_call_id: id } = await trx
    .insertInto('programme.plan_call')
    .values({
      source_kind: input.directiveId === undefined ? null : 'directive',
      source_id: input.directiveId ?? null,
      number: input.number,
      title: input.title,
      called_on: on,
      due_on: input.dueOn ?? null,
      words: input.words ?? null,
      recorded_at: now.toString(),
      recorded_by: signatureOf(actor),
    })
    .returning('plan_call_id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('programme.plan_duty')
    .values([...duties].map(([agency_id, agency_group]) => ({ plan_call_id: id, agency_id, agency_group })))
    .execute()
  await record(trx, actor, 'planCall.made', {
    subject: { kind: 'planCall', id },
    on,
    at: now.toString(),
    after: { number: input.number, title: input.title, dueOn: input.dueOn, agencies: duties.size },
  })
  return id
}

async function groupOf(
  db: Handle<ProgrammeDb>,
  agencyId: number,
  on: string,
): Promise<'ministry' | 'province' | 'other'> {
  const { rows } = await sql<{ kind: string }>`
    select kind from registry.agency_card where agency_id = ${agencyId} and valid @> ${on}::date`.execute(db)
  const kind = rows[0]?.kind
  return kind === 'province' ? 'province' : kind === 'ministry' || kind === 'ministerialAgency' ? 'ministry' : 'other'
}

interface Duty {
  plan_duty_id: number
  agency_id: number
  plan_call_id: number
  called_on: string
  number: string
}

async function dutyToChange(trx: Transaction<ProgrammeDb>, { actor, id, now }: AskToAdd): Promise<Duty> {
  const held = heldOn('plan', { asOf: dayInVietnam(now) })
  const { rows } = await sql<Duty>`
    select d.plan_duty_id, ${held.ofDay} as agency_id, d.plan_call_id, c.called_on, c.number
    from programme.plan_duty d join programme.plan_call c on c.plan_call_id = d.plan_call_id ${held.join}
    where d.plan_duty_id = ${id} and ${held.seenBy(actor)} for update of c`.execute(trx)
  const duty = rows[0]
  if (!duty) throw new NotFound('plan.not_found', 'Không tìm thấy kế hoạch phải ban hành này.')
  if (mayIssue(actor, duty.agency_id)) return duty
  throw new Forbidden(
    'plan.not_yours',
    'Chỉ cơ quan phải ban hành, hoặc cán bộ theo dõi chương trình, mới ghi được kế hoạch này.',
  )
}

const mayIssue = (actor: Actor, agencyId: number): boolean =>
  isKeeper(actor) || (hasRight(actor, 'programme.register') && actor.own.includes(agencyId))

/** The agency, or a keeper for it, records the document by which it issued its plan. */
export async function issuePlan(
  trx: Transaction<ProgrammeDb>,
  ask: AskToAdd,
  input: IssuePlan & { file: UploadedFile | undefined },
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const duty = await dutyToChange(trx, ask)
  const { actor, now } = ask
  if (input.issuedOn > dayInVietnam(now))
    throw wrong('issuedOn', 'plan.in_future', 'Ngày ban hành không được sau hôm nay.')
  if (input.issuedOn < duty.called_on) {
    throw wrong(
      'issuedOn',
      'plan.before_call',
      `Kế hoạch triển khai ${duty.number} không thể ban hành trước ${formatDay(duty.called_on)}.`,
    )
  }
  const file = input.file && (await keepBasisFile(trx, blobs, input.file))
  const { plan_issue_id: id } = await trx
    .insertInto('programme.plan_issue')
    .values({
      plan_duty_id: duty.plan_duty_id,
      number: input.number,
      issued_on: input.issuedOn,
      title: input.title ?? null,
      recorded_at: now.toString(),
      recorded_by: signatureOf(actor),
      ...file,
    })
    .returning('plan_issue_id')
    .executeTakeFirstOrThrow()
  await record(trx, actor, 'plan.issued', {
    subject: { kind: 'planCall', id: duty.plan_call_id },
    on: input.issuedOn,
    at: now.toString(),
    after: { number: input.number, issuedOn: input.issuedOn, agencyId: duty.agency_id },
  })
  return id
}

/** A plan that was recorded wrongly is withdrawn; figures known before stay. */
export async function withdrawPlan(
  trx: Transaction<ProgrammeDb>,
  ask: AskToAdd,
  { reason }: { reason: string },
): Promise<void> {
  const duty = await dutyToChange(trx, ask)
  const { numUpdatedRows } = await trx
    .updateTable('programme.plan_issue')
    .set({ withdrawn_at: ask.now.toString(), withdrawn_by: signatureOf(ask.actor), withdrawn_because: reason })
    .where('plan_duty_id', '=', duty.plan_duty_id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Conflict('plan.nothing_to_withdraw', 'Chưa ghi kế hoạch nào để rút.')
  await record(trx, ask.actor, 'plan.withdrawn', {
    subject: { kind: 'planCall', id: duty.plan_call_id },
    at: ask.now.toString(),
    detail: { reason, agencyId: duty.agency_id },
  })
}

/** For `programme.plan_duty d`: the plan in force at the end of a day, as known by then. */
export const planIssuedBy = (asOf: string, query: Known) => {
  const known = knownIn(query)
  return sql`
  left join lateral (
    select p.* from programme.plan_issue p
    where p.plan_duty_id = d.plan_duty_id and p.issued_on <= ${asOf}::date and p.recorded_at < ${known}
      and (p.withdrawn_at is null or p.withdrawn_at >= ${known})
    order by p.plan_issue_id desc limit 1
  ) p on true`
}

/** For `programme.plan_call c`: there at the end of a day, as known by then. */
export const isCalled = (asOf: string, query: Known) =>
  sql`c.called_on <= ${asOf}::date and c.recorded_at < ${knownIn(query)}`

const tally = (group: string) => sql`jsonb_build_object(
  'due', count(*) filter (where d.agency_group = ${group}),
  'issued', count(*) filter (where d.agency_group = ${group} and p.plan_issue_id is not null),
  'late', count(*) filter (where d.agency_group = ${group} and p.issued_on > c.due_on))`

const CARD = sql`c.plan_call_id as id, c.number, c.title, c.called_on as "calledOn", c.due_on as "dueOn", c.words,
  case when c.source_kind = 'directive' then '/van-ban/' || c.source_id end as "sourcePath",
  ${tally('ministry')} as ministries, ${tally('province')} as provinces, ${tally('other')} as others`

/** The resolutions that call for plans, newest first, with how many of those the actor sees have issued theirs. */
export async function listPlanCalls(
  db: AnyHandle,
  actor: Actor,
  query: PlanCallQuery,
  today: string,
): Promise<{ rows: PlanCallCard[]; asOf: string }> {
  const asOf = query.asOf ?? today
  const held = heldOn('plan', { asOf, knownOn: query.knownOn, knownBefore: query.knownBefore })
  const { rows } = await sql<PlanCallCard>`
    select ${CARD}
    from programme.plan_call c join programme.plan_duty d on d.plan_call_id = c.plan_call_id ${held.join} ${planIssuedBy(asOf, query)}
    where ${isCalled(asOf, query)} and ${held.seenBy(actor)}
      and (${query.year ?? null}::integer is null or extract(year from c.called_on) = ${query.year ?? null})
      and (${query.directiveId ?? null}::bigint is null or c.source_kind = 'directive' and c.source_id = ${query.directiveId ?? null})
    group by c.plan_call_id order by c.called_on desc, c.plan_call_id desc limit 200`.execute(reading<ProgrammeDb>(db))
  return { rows, asOf }
}

/** Who owes a plan under one resolution, and who has issued it. */
export async function showPlanCall(
  db: AnyHandle,
  actor: Actor,
  id: number,
  query: PlanQuery,
  today: string,
): Promise<PlanCall> {
  const asOf = query.asOf ?? today
  const mapOn = query.map === 'today' ? today : null
  const held = heldOn('plan', { asOf, knownOn: query.knownOn, knownBefore: query.knownBefore, mapOn })
  const handle = reading<ProgrammeDb>(db)
  const { rows: heads } = await sql<PlanCallCard & { version: number }>`
    select ${CARD}, c.version
    from programme.plan_call c join programme.plan_duty d on d.plan_call_id = c.plan_call_id ${held.join} ${planIssuedBy(asOf, query)}
    where c.plan_call_id = ${id} and ${isCalled(asOf, query)} and ${held.seenBy(actor)} group by c.plan_call_id`.execute(
    handle,
  )
  const head = heads[0]
  if (!head) throw new NotFound('planCall.not_found', 'Không tìm thấy yêu cầu ban hành kế hoạch này.')
  const which = { issued: sql`p.plan_issue_id is not null`, owed: sql`p.plan_issue_id is null` }
  const { rows: duties } = await sql<Omit<PlanCall['duties'][number], 'may'> & { holderId: number }>`
    select d.plan_duty_id as id, ${held.ofDay} as "holderId", ${held.agency} as "agencyId", ${agencyName(held.agency, mapOn ?? asOf)} as "agencyName",
           case when ${held.agency} <> ${held.first} then ${agencyName(held.first, head.calledOn)} end as "takenOverFrom",
           d.agency_group as "group", p.issued_on as "issuedOn", p.number, p.title, p.file_name as "fileName",
           p.plan_issue_id as "issueId", coalesce(coalesce(p.issued_on, ${asOf}::date) > c.due_on, false) as "isLate"
    from programme.plan_duty d join programme.plan_call c on c.plan_call_id = d.plan_call_id ${held.join} ${planIssuedBy(asOf, query)}
    where d.plan_call_id = ${id} and ${held.seenBy(actor)}
      and (${query.group ?? null}::text is null or d.agency_group = ${query.group ?? null})
      and (${query.agencyId ?? null}::bigint is null or ${held.agency} = ${query.agencyId ?? null})
      and ${query.plan === undefined ? sql`true` : which[query.plan]}
    order by d.agency_group, p.plan_issue_id is not null, 4, 5 nulls first`.execute(handle)
  // Whoever holds it today acts on it, whichever agency it counts for.
  const mayAct = (holderId: number) => isOfNow(query, today) && mayIssue(actor, holderId)
  return {
    ...head,
    asOf,
    mapOn,
    duties: duties.map(({ holderId, ...duty }) => ({
      ...duty,
      may: mayAct(holderId) ? [duty.issueId === null ? ('issue' as const) : ('withdraw' as const)] : [],
    })),
  }
}

export async function planFile(db: AnyHandle, blobs: Blobs, actor: Actor, issueId: number, today: string) {
  const held = heldOn('plan', { asOf: today })
  const { rows } = await sql<{ sha256: string; file_name: string }>`
    select encode(p.sha256, 'hex') as sha256, p.file_name
    from programme.plan_issue p join programme.plan_duty d on d.plan_duty_id = p.plan_duty_id ${held.join}
    where p.plan_issue_id = ${issueId} and p.sha256 is not null and ${held.seenBy(actor)}`.execute(
    reading<ProgrammeDb>(db),
  )
  if (!rows[0]) throw new NotFound('plan.file_not_found', 'Không tìm thấy tệp này.')
  return { ...(await getBlob(db, blobs, rows[0].sha256)), fileName: rows[0].file_name }
}
