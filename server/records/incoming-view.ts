import { refusalIn } from '@dieuhanh/extraction'
import { sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import type { Download } from '../platform/attachment.ts'
import { historyOf } from '../platform/audit.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { noted } from '../platform/tell.ts'
import { incomingToRead } from './access.ts'
import { copiesOf } from './copy.ts'
import type { RecordsDb } from './db.ts'
import { holds } from './handling.ts'
import { type HandlingState, isOpen, mayMoveHandling } from './handling-state.ts'
import { duplicatesOf } from './incoming-duplicates.ts'
import { INCOMING_COLUMNS, INCOMING_JOINS } from './incoming-lists.ts'
import { isReviewable, mayReview } from './incoming-review.ts'
import type { Handling, IncomingDetail, IncomingFile, IncomingRow } from './incoming-shapes.ts'
import { type IncomingAct, type IncomingState, mayMove } from './incoming-state.ts'
import { headFor, type Incoming } from './incoming-store.ts'
import { filesOfIncoming, lastCheck } from './last-check.ts'
import { seesOutgoing } from './sight.ts'

/** One document with its files, verdicts, duplicates, handling, links and history, and what the actor may do now. */
export async function showIncoming(db: AnyHandle, actor: KnownActor, id: number): Promise<IncomingDetail> {
  const row = await incomingToRead(db, actor, id)
  const handle = reading<RecordsDb>(db)
  const { rows } = await sql<IncomingRow & Pick<IncomingDetail, 'agency' | 'sameAs'>>`
    select ${INCOMING_COLUMNS}, json_build_object('id', i.agency_id, 'name', a.name) as agency,
      case when s.incoming_id is not null then json_build_object('id', s.incoming_id, 'name',
        coalesce('số đến ' || s.number_written || ' · ', '') || coalesce(s.about, '')) end as "sameAs"
    from records.incoming i ${INCOMING_JOINS}
    join registry.agency_latest a on a.agency_id = i.agency_id
    left join records.incoming s on s.incoming_id = i.same_as_id
    where i.incoming_id = ${id}`.execute(handle)
  const listed = rows[0]!
  const head = row.described_at === null ? await headFor(db, id) : null
  const isClerk = hasRight(actor, 'records.register') && actor.own.includes(row.agency_id)
  const handlings = await handlingsOf(db, actor, row)
  return {
    ...listed,
    signerName: row.described_at === null ? (head?.signerName ?? null) : row.signer_name,
    addressedTo: row.described_at === null ? (head?.addressedTo ?? null) : row.addressed_to,
    pages: row.pages,
    describedBy: row.described_by,
    checked: row.checked_at === null ? null : { at: row.checked_at, by: row.checked_by!, words: row.check_words },
    registeredBy: row.registered_by,
    presented:
      row.presented_at === null
        ? null
        : { at: row.presented_at, by: row.presented_by ?? row.changed_by, words: row.presented_words },
    needsAnswer: row.needs_answer,
    done: row.done_at === null ? null : { at: row.done_at, words: row.done_words },
    returned: row.returned_at === null ? null : { at: row.returned_at, reason: row.returned_reason! },
    refused: row.refused_at === null ? null : { at: row.refused_at, reason: row.refused_reason! },
    directiveId: row.directive_id,
    isReviewable: isReviewable({ ...row, kind: listed.kind, about: listed.about }),
    fileList: await filesOf(db, id),
    mail: await mailOf(db, id),
    copies: await copiesOf(db, { incoming_id: id }),
    duplicateList:
      isClerk && row.state === 'arrived'
        ? await duplicatesOf(
            db,
            { id, agencyId: row.agency_id },
            {
              senderId: listed.sender?.id ?? null,
              senderName: listed.sender?.name ?? null,
              notation: listed.notation,
              issuedOn: listed.issuedOn,
              about: listed.about,
            },
          )
        : [],
    handlings,
    tasks: await tasksOf(db, actor, id),
    replies: await repliesOf(db, actor, id),
    history: (await historyOf(db, 'incoming', id)).map(({ recordedAt, actorName, onBehalfOfName, event, detail }) => ({
      at: recordedAt,
      by: onBehalfOfName === null ? actorName : `${actorName} (thay mặt ${onBehalfOfName})`,
      event,
      words: noted(detail, 'reason', 'string') ?? null,
    })),
    acts: actsOf(actor, row, handlings),
  }
}

/** What the actor may do with a document in its state: the doors that the page shows. */
function actsOf(actor: KnownActor, row: Incoming, handlings: readonly Handling[]): string[] {
  const isOfBody = actor.own.includes(row.agency_id)
  const isClerk = isOfBody && hasRight(actor, 'records.register')
  const isLeader = isOfBody && hasRight(actor, 'records.assign')
  const state = row.state as IncomingState
  const isHandled = handlings.some(({ state: of }) => isOpen(of))
  const may: Partial<Record<IncomingAct, boolean>> = {
    describe: isClerk,
    addFile: isClerk,
    register: isClerk,
    return: isClerk,
    present: isClerk || isLeader,
    assign: isLeader,
    finish: isLeader || (isClerk && !isHandled),
    reopen: isLeader,
  }
  const acts: string[] = (Object.keys(may) as IncomingAct[]).filter((act) => may[act] && mayMove(state, act))
  const isInBook = row.registered_at !== null && state !== 'returned' && state !== 'refused'
  if (state === 'arrived' && isClerk) acts.push('same')
  if (isInBook && mayReview(actor) && isReviewable(row)) acts.push('review')
  if (
    isInBook &&
    (['records.register', 'records.assign', 'records.draft'] as const).some((one) => hasRight(actor, one))
  )
    acts.push('linkTask')
  if (isInBook && hasRight(actor, 'records.draft')) acts.push('reply')
  if (isInBook && isClerk) acts.push('copy')
  if (state !== 'refused' && isClerk) acts.push('checkAgain')
  return acts
}

async function handlingsOf(db: AnyHandle, actor: KnownActor, row: Incoming): Promise<Handling[]> {
  const { rows } = await sql<Omit<Handling, 'acts'> & { giverId: number | null }>`
    select h.handling_id as id, h.version, h.from_id as "fromId",
      case when h.agency_id is not null then json_build_object('id', h.agency_id, 'name', a.name) end as agency,
      case when h.person_id is not null then json_build_object('id', h.person_id, 'name', (
        select c.full_name from registry.person_card c where c.person_id = h.person_id limit 1)) end as person,
      json_build_object('id', h.unit_id, 'name', u.name) as unit,
      h.part, h.state, h.words, h.due_on as "dueOn", h.assigned_at as "assignedAt", h.assigned_by as "assignedBy",
      h.started_at as "startedAt", h.ended_at as "endedAt", h.ended_by as "endedBy", h.result, h.is_online as "isOnline",
      h.paper_reason as "paperReason", o.agency_id as "giverId"
    from records.handling h
    join registry.agency_latest u on u.agency_id = h.unit_id
    left join registry.agency_latest a on a.agency_id = h.agency_id
    left join records.handling o on o.handling_id = h.from_id
    where h.incoming_id = ${row.incoming_id}
    order by h.assigned_at, h.handling_id`.execute(reading<RecordsDb>(db))
  return rows.map(({ giverId, ...handling }) => {
    const isHolder = holds(actor, { agency_id: handling.agency?.id ?? null, person_id: handling.person?.id ?? null })
    const isLeader = hasRight(actor, 'records.assign')
    const may = {
      start: isHolder && handling.part !== 'know',
      passOn: isLeader && handling.agency !== null && actor.own.includes(handling.agency.id),
      finish: isHolder,
      giveBack: isHolder,
      withdraw: isLeader && actor.own.includes(handling.fromId === null ? row.agency_id : (giverId ?? row.agency_id)),
    }
    const acts = (Object.keys(may) as (keyof typeof may)[]).filter(
      (act) => may[act] && mayMoveHandling(handling.state as HandlingState, act),
    )
    return { ...handling, acts }
  })
}

async function filesOf(db: AnyHandle, id: number): Promise<IncomingFile[]> {
  const { rows } = await sql<IncomingFile & { lookNote: string | null }>`
    select f.incoming_file_id as id, f.name, f.media_type as "mediaType", f.size, f.is_main as "isMain",
      b.purged_at is not null as "isGone",
      json_build_object('state', coalesce(t.state, 'unreadable'), 'percent', coalesce(t.percent, 100), 'note', t.note,
        'isRecognised', coalesce(t.is_recognised, false), 'pages', t.pages) as text,
      c.checked_at as "checkedAt", c.verdicts as verdict, b.look_note as "lookNote"
    from records.incoming_file f
    join platform.blob_card b using (sha256)
    left join records.file_text t using (sha256)
    left join ${lastCheck(sql`f.sha256`, filesOfIncoming(sql`f.incoming_id`))} c on true
    where f.incoming_id = ${id} order by f.position`.execute(reading<RecordsDb>(db))
  return rows.map(({ lookNote, text, ...file }) => {
    const { note } = text
    const inEnglish = note !== null && lookNote !== null ? refusalIn({ code: lookNote, message: note }, 'en') : note
    return { ...file, text: { ...text, noteEn: inEnglish === note ? null : inEnglish } }
  })
}

async function mailOf(db: AnyHandle, id: number): Promise<IncomingDetail['mail']> {
  const { rows } = await sql<NonNullable<IncomingDetail['mail']>>`
    select m.address, m.from_address as "fromAddress", m.from_name as "fromName", m.subject, m.words, m.refused
    from records.incoming_mail m where m.incoming_id = ${id}`.execute(reading<RecordsDb>(db))
  return rows[0] ?? null
}

/** Tasks that it answers: those the actor may see. */
async function tasksOf(db: AnyHandle, actor: KnownActor, id: number): Promise<IncomingDetail['tasks']> {
  const { rows } = await sql<IncomingDetail['tasks'][number]>`
    select t.task_id as id, t.code, t.title from records.task_answer a join tasks.task_card t using (task_id)
    where a.incoming_id = ${id} and ${
      actor.seen === null
        ? sql`true`
        : sql`exists (select from tasks.party_card p where p.task_id = t.task_id and p.agency_id = any(${[...actor.seen]}::bigint[]))`
    } order by t.task_id`.execute(reading<RecordsDb>(db))
  return rows
}

/** Documents of the body that answer it; those that the actor may not see yet are named without a way in. */
async function repliesOf(db: AnyHandle, actor: KnownActor, id: number): Promise<IncomingDetail['replies']> {
  const { rows } = await sql<IncomingDetail['replies'][number]>`
    select o.outgoing_id as id, o.notation, o.about, o.state, ${seesOutgoing(actor)} as "mayOpen" from records.outgoing o
    where o.reply_to_id = ${id} and o.state <> 'dropped' order by o.outgoing_id`.execute(reading<RecordsDb>(db))
  return rows
}

/** A file as it came. */
export async function incomingFile(
  db: AnyHandle,
  actor: KnownActor,
  { id, fileId }: { id: number; fileId: number },
  blobs: Blobs,
): Promise<Download> {
  await incomingToRead(db, actor, id)
  const file = await reading<RecordsDb>(db)
    .selectFrom('records.incoming_file')
    .select(['sha256', 'name', 'media_type'])
    .where('incoming_id', '=', id)
    .where('incoming_file_id', '=', fileId)
    .executeTakeFirst()
  if (!file) throw new NotFound('blob.not_found', 'Không tìm thấy tệp.')
  const { bytes } = await getBlob(db, blobs, file.sha256.toString('hex'))
  return { bytes, mediaType: file.media_type, fileName: file.name }
}

/** The words of a file, as they were read. */
export async function incomingText(
  db: AnyHandle,
  actor: KnownActor,
  { id, fileId }: { id: number; fileId: number },
): Promise<{ text: string }> {
  await incomingToRead(db, actor, id)
  const file = await reading<RecordsDb>(db)
    .selectFrom('records.incoming_file as f')
    .innerJoin('records.file_text as t', 't.sha256', 'f.sha256')
    .select('t.text')
    .where('f.incoming_id', '=', id)
    .where('f.incoming_file_id', '=', fileId)
    .executeTakeFirst()
  if (file?.text == null) throw new NotFound('incoming.no_text', 'Tệp này không có chữ đã đọc được.')
  return { text: file.text }
}
