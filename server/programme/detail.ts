import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { calendarOf } from '../registry/index.ts'
import { itemToRead, mayDo } from './access.ts'
import type { ProgrammeDb } from './db.ts'
import { dueDayOf } from './due-day.ts'
import { cardColumns, scopeOf } from './lists.ts'
import { promiseOf } from './recovery.ts'
import type { Item, ItemCard } from './shapes.ts'
import { agencyName, workingRules } from './store.ts'
import { requiredParts } from './submit.ts'

/** Working days within which the office checks a file (191/2026/NĐ-CP, Điều 15.1). */
const CHECK_WITHIN = 2

/** An entry as it is today with all that belongs to it, on one page: clause, entry, submissions, text. */
export async function showItem(handle: AnyHandle, actor: Actor, id: number, today: string): Promise<Item> {
  const row = await itemToRead(handle, actor, id)
  const db = reading<ProgrammeDb>(handle)
  const scope = scopeOf({}, today)
  const { rows } = await sql<ItemCard>`
    select ${cardColumns(scope)}
    from programme.item_version v join programme.item i on i.item_id = v.item_id
    where v.item_id = ${id} and v.known_to = 'infinity' and v.valid_to = 'infinity'`.execute(db)
  const submissions = await submissionsOf(db, id)
  const changes = await changesOf(db, id, today)
  const open = changes.find(({ state }) => state === 'asked')
  return {
    ...rows[0]!,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    origin: row.origin as Item['origin'],
    originWords: row.origin_words,
    note: row.note,
    ...(await around(db, id, row.task_id, today)),
    dues: await duesOf(db, id),
    changes: changes.map(({ byAgencyId: _, ...change }) => change),
    submissions,
    annulments: await annulmentsOf(db, id),
    steps: await stepsOf(db, id),
    promises: await promisesOf(db, id, rows[0]!, today),
    required: await requiredParts(db, row.text_kind, today),
    may: mayDo(actor, row, {
      open,
      isOwed: rows[0]!.standing === 'owed',
      isStopDecided: changes.some(
        ({ kind, state, isAnnulled }) => state === 'granted' && (kind === 'stop' || kind === 'merge') && !isAnnulled,
      ),
    }),
  }
}

type Around = Pick<Item, 'coordinating' | 'clause' | 'task' | 'programmes' | 'text' | 'related' | 'carriedSince'>

async function around(db: Handle<ProgrammeDb>, id: number, taskId: number | null, today: string): Promise<Around> {
  const { rows } = await sql<Around>`
    select
      coalesce((select jsonb_agg(jsonb_build_object('id', p.agency_id, 'name', coalesce(${agencyName(sql`p.agency_id`, today)}, p.named_as))
        order by p.position) from programme.item_party p where p.item_id = ${id}), '[]') as coordinating,
      (select jsonb_build_object('number', s.source_number, 'title', s.source_title, 'ref', s.source_ref, 'sentence', s.source_sentence,
         'path', s.source_path) from tasks.task_source_card s where s.task_id = ${taskId} and s.source_kind <> 'programmeItem') as clause,
      (select jsonb_build_object('id', t.task_id, 'code', t.code, 'title', t.title, 'state', t.state)
         from tasks.task_card t where t.task_id = ${taskId}) as task,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.programme_id, 'title', p.title, 'enteredOn', e.entered_on, 'carriedFrom', w.title)
        order by e.entry_id)
        from programme.entry e join programme.programme p on p.programme_id = e.programme_id
        left join programme.entry f on f.entry_id = e.carried_from_id
        left join programme.programme w on w.programme_id = f.programme_id
        where e.item_id = ${id}), '[]') as programmes,
      (select jsonb_build_object('number', s.number, 'signedOn', s.signed_on, 'issuedOn', s.issued_on, 'effectOn', s.effect_on,
         'signer', s.signer, 'isInForce', coalesce(s.effect_on <= ${today}::date, false))
         from programme.issue s where s.item_id = ${id} and s.annulled_at is null) as text,
      coalesce((select jsonb_agg(jsonb_build_object('id', o.item_id, 'code', o.code, 'name', o.name, 'how', o.how) order by o.item_id) from (
        select o.item_id, o.code, o.name, 'into' as how from programme.item o join programme.item i on i.into_item_id = o.item_id where i.item_id = ${id}
        union all select o.item_id, o.code, o.name, 'from' from programme.item o join programme.item i on i.from_item_id = o.item_id where i.item_id = ${id}
        union all select o.item_id, o.code, o.name, 'part' from programme.item o where o.from_item_id = ${id}
        union all select o.item_id, o.code, o.name, 'merged' from programme.item o where o.into_item_id = ${id}) o), '[]') as related,
      (select min(c.stems_from) from programme.carried c where c.item_id = ${id}) as "carriedSince"`.execute(db)
  return rows[0]!
}

async function duesOf(db: Handle<ProgrammeDb>, id: number): Promise<Item['dues']> {
  return db
    .selectFrom('programme.due')
    .select([
      'month',
      'due_on as dueOn',
      'words',
      'is_strict as isStrict',
      'act',
      'act_on as actOn',
      'effective_on as effectiveOn',
      'recorded_at as recordedAt',
      'recorded_by as recordedBy',
    ])
    .where('item_id', '=', id)
    .orderBy('position')
    .execute()
}

async function changesOf(
  db: Handle<ProgrammeDb>,
  id: number,
  today: string,
): Promise<(Item['changes'][number] & { byAgencyId: number })[]> {
  const { rows } = await sql<Item['changes'][number] & { byAgencyId: number }>`
    select c.change_id as id, c.kind, c.state, c.reason, c.answerable, c.new_day as "newDueOn", c.new_month as "newMonth",
           case when c.new_lead_id is not null then ${agencyName(sql`c.new_lead_id`, today)} end as "newLead",
           case when o.item_id is not null then jsonb_build_object('id', o.item_id, 'code', o.code, 'name', o.name) end as into,
           c.new_names as "newNames", c.was_owed as "wasOwed", c.asked_on as "askedOn", c.asked_by as "askedBy",
           ${agencyName(sql`c.asked_by_agency_id`, today)} as "askedByAgency", c.asked_by_agency_id as "byAgencyId",
           c.decided_on as "decidedOn", c.decided_by as "decidedBy", c.decider, c.act_number as "actNumber", c.act_on as "actOn", c.note,
           c.annulled_at is not null as "isAnnulled"
    from programme.change c left join programme.item o on o.item_id = c.into_item_id
    where c.item_id = ${id} order by c.change_id desc`.execute(db)
  const rules = rows.some(({ newMonth }) => newMonth !== null) ? await workingRules(db) : []
  return rows.map((row) => ({
    ...row,
    newDueOn: row.newDueOn ?? (row.newMonth === null ? null : (dueDayOf(rules, row.newMonth)?.dueOn ?? null)),
  }))
}

async function submissionsOf(db: Handle<ProgrammeDb>, id: number): Promise<Item['submissions']> {
  const { rows } = await sql<Omit<Item['submissions'][number], 'checkBy'>>`
    select s.submission_id as id, s.number, s.sent_on as "sentOn", coalesce(c.received_on, s.received_on) as "receivedOn",
           coalesce(c.registry_number, s.registry_number) as "registryNumber", least(s.counts_from, c.received_on) as "countsFrom", s.file_name as "fileName", s.note, s.recorded_by as "recordedBy", s.recorded_at as "recordedAt",
           coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'isConditional', p.is_conditional, 'isSaid', p.is_there,
               'isFound', f.is_there) order by p.position)
             from programme.submission_part p
             left join programme.submission_check_part f on f.submission_id = p.submission_id and f.position = p.position
             where p.submission_id = s.submission_id), '[]') as parts,
           c.outcome, c.checked_on as "checkedOn", c.recorded_by as "checkedBy", c.note as "checkNote",
           array(select r.reason from programme.submission_reason r where r.submission_id = s.submission_id order by r.position) as reasons,
           exists (select from programme.annulment a where a.submission_id = s.submission_id) as "isAnnulled"
    from programme.submission s left join programme.submission_check c on c.submission_id = s.submission_id
    where s.item_id = ${id} order by s.position desc`.execute(db)
  if (rows.length === 0) return []
  const calendar = await calendarOf(db)
  return rows.map((row) => ({
    ...row,
    checkBy: row.outcome === null && !row.isAnnulled ? calendar.addWorkingDays(row.countsFrom, CHECK_WITHIN) : null,
  }))
}

async function annulmentsOf(db: Handle<ProgrammeDb>, id: number): Promise<Item['annulments']> {
  const { rows } = await sql<Item['annulments'][number]>`
    select a.what, a.words, a.reason, a.recorded_at as "annulledAt", a.recorded_by as "annulledBy"
    from programme.annulment a where a.item_id = ${id} order by a.annulment_id desc`.execute(db)
  return rows
}

async function stepsOf(db: Handle<ProgrammeDb>, id: number): Promise<Item['steps']> {
  const { rows } = await sql<Item['steps'][number]>`
    select distinct on (s.kind) s.kind, s.planned_on as "plannedOn", s.done_on as "doneOn", s.note, s.recorded_by as "recordedBy",
           s.recorded_at as "recordedAt"
    from programme.step s where s.item_id = ${id} order by s.kind, s.step_id desc`.execute(db)
  return rows
}

async function promisesOf(
  db: Handle<ProgrammeDb>,
  id: number,
  card: ItemCard,
  today: string,
): Promise<Item['promises']> {
  const rows = await db
    .selectFrom('programme.promise')
    .select([
      'recover_by as recoverBy',
      'reason',
      'by_whom as byWhom',
      'document',
      'promised_on as promisedOn',
      'recorded_by as recordedBy',
    ])
    .where('item_id', '=', id)
    .orderBy('promise_id', 'desc')
    .execute()
  return rows.map((row, place) => ({
    ...row,
    outcome: promiseOf(
      {
        submittedOn: card.submittedOn,
        isGone: card.standing === 'stopped' || card.standing === 'inTerm',
        promisedBy: row.recoverBy,
        isReplaced: place > 0,
      },
      scopeOf({}, today).over,
    ),
  }))
}
