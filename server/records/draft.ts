import { sql } from 'kysely'
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import { type Transaction, toJson } from '../platform/db.ts'
import { Conflict, Forbidden, wrong } from '../platform/errors.ts'
import { DOCX, keepFile } from '../platform/official-document/kept.ts'
import { isMarkedSecret } from '../platform/secrecy-mark.ts'
import type { UploadedFile } from '../platform/upload.ts'
import { bodyOf, demand, incomingToRead, outgoingToChange, ownOutgoingToRead } from './access.ts'
import type { RecordsDb } from './db.ts'
import { type DraftContent, linesOf, unevenTable } from './draft-content.ts'
import type { EditDraft, NewDraft, Recipient } from './outgoing-shapes.ts'
import { moveOutgoing, type OutgoingState } from './outgoing-state.ts'
import { currentVersion, type Outgoing, replaceRecipients } from './outgoing-store.ts'
import { peopleOf } from './sight.ts'
import { changeRow, marked } from './store.ts'
import { takeIn } from './taken-in.ts'
import { type FieldValues, fill, fillText } from './template-fields.ts'

type Trx = Transaction<RecordsDb>
export const about = (id: number) => ({ kind: 'outgoing', id })

/** Begins a draft, from a template if one is named, with its first version. Returns its id. */
export async function makeDraft(trx: Trx, ask: AskToMake<KnownActor>, input: NewDraft): Promise<number> {
  const { actor, now } = ask
  demand(actor, 'records.draft')
  if (actor.personId === null)
    throw new Forbidden('outgoing.by_people', 'Văn bản do người soạn thảo, không phải hệ thống.')
  const today = dayInVietnam(now)
  const agencyId = await bodyOf(trx, actor, today)
  const unitId = await unitToDraft(trx, actor, input.unitId, agencyId, today)
  await demandKind(trx, input.kind)
  const { replyTo, task } = await sourcesOf(trx, ask, input)
  const earlier = await earlierOf(trx, ask, input)
  const template = input.templateId === undefined ? undefined : await templateFor(trx, input.templateId, agencyId)
  if (template && template.kind !== input.kind)
    throw wrong('templateId', 'template.other_kind', 'Mẫu này của loại văn bản khác. Hãy chọn mẫu khác.')
  const values = await valuesFor(trx, { agencyId, unitId, signerId: input.signerId ?? null, replyTo, task, today })
  if (input.dueOn != null) refuseDue(input.dueOn, today)
  const content = template
    ? fill(template.content, values)
    : { addressees: replyTo?.sender_name ? [replyTo.sender_name] : [], parts: [] }
  const { outgoing_id: id } = await trx
    .insertInto('records.outgoing')
    .values({
      agency_id: agencyId,
      unit_id: unitId,
      drafter_id: actor.personId,
      kind: input.kind,
      about: fillText(input.about.trim(), values),
      is_urgent: input.isUrgent ?? false,
      reply_to_id: input.replyToId ?? null,
      task_id: input.taskId ?? null,
      signer_id: input.signerId ?? null,
      due_on: input.dueOn ?? null,
      corrects_id: earlier?.how === 'corrects' ? earlier.id : null,
      replaces_id: earlier?.how === 'replaces' ? earlier.id : null,
      is_sample: actor.sample,
      ...marked(ask),
    })
    .returning('outgoing_id')
    .executeTakeFirstOrThrow()
  refuseSecret(content, input.about)
  await keepVersion(trx, { ...ask, id }, 1, content, null)
  if (replyTo?.sender_name)
    await replaceRecipients(trx, id, [
      {
        ...(replyTo.sender_id === null ? {} : { agencyId: replyTo.sender_id }),
        name: replyTo.sender_name,
        purpose: 'act',
      },
    ])
  await note(trx, { ...ask, id }, 'drafted', null, 1)
  await record(trx, actor, 'outgoing.drafted', { subject: about(id), at: now.toString(), after: input })
  return id
}

/** Further ahead nobody plans an answer: a day like that is a slip of the pen. */
const MOST_YEARS_AHEAD = 2

function refuseDue(dueOn: string, today: string): void {
  if (dueOn < today) throw wrong('dueOn', 'outgoing.due_past', 'Hạn đã qua. Hãy chọn từ hôm nay trở đi.')
  if (dueOn > Temporal.PlainDate.from(today).add({ years: MOST_YEARS_AHEAD }).toString())
    throw wrong('dueOn', 'outgoing.due_far', `Hạn cách hôm nay hơn ${MOST_YEARS_AHEAD} năm. Hãy xem lại năm.`)
}

/** Changes a draft; a changed text is a new version. Returns the next version of the row. */
export async function editDraft(trx: Trx, ask: Ask, edit: EditDraft): Promise<number> {
  const row = await outgoingToChange(trx, ask)
  demandDrafter(row, ask)
  const state = moveOutgoing(row.state as OutgoingState, 'edit')
  if (edit.kind !== undefined) await demandKind(trx, edit.kind)
  if (edit.content !== undefined) refuseUneven(edit.content)
  refuseSecret(edit.content, edit.about)
  if (edit.dueOn != null && edit.dueOn !== row.due_on) refuseDue(edit.dueOn, dayInVietnam(ask.now))
  if (edit.recipients !== undefined) await replaceRecipients(trx, ask.id, edit.recipients)
  let number = (await currentVersion(trx, ask.id)).number
  if (edit.content !== undefined) {
    number += 1
    await keepVersion(trx, ask, number, edit.content, edit.note ?? null)
    await note(trx, ask, 'edited', edit.note ?? null, number)
  }
  const version = await changeRow(trx, 'records.outgoing', ask, {
    state,
    ...(edit.kind === undefined ? {} : { kind: edit.kind }),
    ...(edit.about === undefined ? {} : { about: edit.about.trim() }),
    ...(edit.signerId === undefined ? {} : { signer_id: edit.signerId }),
    ...(edit.dueOn === undefined ? {} : { due_on: edit.dueOn }),
    ...(edit.isUrgent === undefined ? {} : { is_urgent: edit.isUrgent }),
    ...(edit.place === undefined ? {} : { place: edit.place.trim() }),
  })
  const { content: _, ...rest } = edit
  await record(trx, ask.actor, 'outgoing.edited', {
    subject: about(ask.id),
    at: ask.now.toString(),
    after: { ...rest, ...(edit.content === undefined ? {} : { textVersion: number }) },
  })
  return version
}

/** Takes in a DOCX as the next version of a draft; the file is kept with that version. Returns the next version of the row. */
export async function takeInDraft(
  trx: Trx,
  ask: Ask,
  file: UploadedFile,
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const row = await outgoingToChange(trx, ask)
  demandDrafter(row, ask)
  const state = moveOutgoing(row.state as OutgoingState, 'edit')
  const { number, content } = await currentVersion(trx, ask.id)
  const taken = { addressees: content.addressees, parts: await takeIn(file) }
  refuseSecret(taken, undefined)
  const docx = await keepFile(trx, blobs, file.bytes, DOCX)
  await keepVersion(trx, ask, number + 1, taken, file.fileName, docx)
  await note(trx, ask, 'takenIn', file.fileName, number + 1)
  const version = await changeRow(trx, 'records.outgoing', ask, { state })
  await record(trx, ask.actor, 'outgoing.edited', {
    subject: about(ask.id),
    at: ask.now.toString(),
    after: { textVersion: number + 1, file: file.fileName },
  })
  return version
}

/** Gives a draft up. */
export async function dropDraft(trx: Trx, ask: Ask): Promise<number> {
  const row = await outgoingToChange(trx, ask)
  demandDrafter(row, ask)
  const state = moveOutgoing(row.state as OutgoingState, 'drop')
  const version = await changeRow(trx, 'records.outgoing', ask, { state, dropped_at: ask.now.toString() })
  await note(trx, ask, 'dropped', null)
  await record(trx, ask.actor, 'outgoing.dropped', { subject: about(ask.id), at: ask.now.toString(), after: { state } })
  return version
}

/** Throws 400 for words with a mark of secrecy: like a file that has one, they may not be here at all. */
function refuseSecret(content: DraftContent | undefined, about: string | undefined): void {
  if (!isMarkedSecret([about ?? '', ...(content ? linesOf(content) : [])])) return
  throw wrong(
    'content',
    'outgoing.secret',
    'Văn bản mang dấu mật không được soạn trên hệ thống này. Hãy soạn và gửi theo quy định về bảo vệ bí mật nhà nước.',
  )
}

/** Throws 403 to whoever may read a draft that another person drafts. */
export function demandDrafter(row: Outgoing, { actor }: Pick<Ask, 'actor'>): void {
  if (peopleOf(actor).includes(row.drafter_id)) return
  throw new Forbidden('outgoing.not_drafter', 'Chỉ người soạn thảo mới làm được việc này.')
}

/** Adds a line to the note sheet, on the version of the text that was seen. */
export async function note(
  trx: Trx,
  { actor, id, now }: Pick<Ask, 'actor' | 'id' | 'now'>,
  act: string,
  words: string | null,
  versionSeen?: number,
): Promise<void> {
  await trx
    .insertInto('records.note')
    .values({
      outgoing_id: id,
      at: now.toString(),
      by_id: actor.personId,
      by_name: signatureOf(actor),
      act,
      words: words?.trim() || null,
      version_seen: versionSeen ?? (await currentVersion(trx, id)).number,
    })
    .execute()
}

async function keepVersion(
  trx: Trx,
  { actor, id, now }: Pick<Ask, 'actor' | 'id' | 'now'>,
  number: number,
  content: DraftContent,
  words: string | null,
  docx: Buffer | null = null,
): Promise<void> {
  await trx
    .insertInto('records.document_version')
    .values({
      outgoing_id: id,
      number,
      content: toJson(content),
      docx_sha256: docx,
      note: words?.trim() || null,
      made_at: now.toString(),
      made_by: signatureOf(actor),
    })
    .execute()
}

async function unitToDraft(
  trx: Trx,
  actor: AskToMake['actor'],
  unitId: number | undefined,
  agencyId: number,
  today: string,
): Promise<number> {
  if (unitId === undefined) return actor.agencyId
  const { rows } = await sql`
    select from registry.agency_card a where a.agency_id = ${unitId} and a.valid @> ${today}::date
      and (a.agency_id = ${agencyId} or a.parent_id = ${agencyId})`.execute(trx)
  if (rows.length > 0) return unitId
  throw wrong('unitId', 'outgoing.no_such_unit', 'Đơn vị này không thuộc cơ quan của bạn. Hãy chọn đơn vị khác.')
}

/** Throws 400 that names the table whose rows do not fit its columns. */
export function refuseUneven(content: DraftContent): void {
  const uneven = unevenTable(content)
  if (uneven !== null)
    throw wrong(`content.parts.${uneven}`, 'outgoing.uneven_table', 'Bảng có dòng không đủ số cột. Hãy sửa bảng.')
}

/** Throws 400 to a kind that documents are not drafted in. */
export async function demandKind(trx: Trx, kind: string): Promise<void> {
  const found = await trx
    .selectFrom('registry.document_kind_card')
    .select('kind')
    .where('kind', '=', kind)
    .where('kind', 'not in', ['SY', 'SL', 'TrS'])
    .executeTakeFirst()
  if (!found) throw wrong('kind', 'outgoing.no_such_kind', 'Không có loại văn bản này. Hãy chọn trong danh mục.')
}

async function sourcesOf(trx: Trx, ask: AskToMake, { replyToId, taskId }: NewDraft) {
  const replyTo = replyToId === undefined ? null : await incomingToRead(trx, ask.actor, replyToId)
  if (taskId === undefined) return { replyTo, task: null }
  const { rows } = await sql<{ title: string; code: string }>`
    select t.title, t.code from tasks.task_card t where t.task_id = ${taskId}
      and ${
        ask.actor.seen === null
          ? sql`true`
          : sql`t.task_id in (
        select p.task_id from tasks.party_card p where p.agency_id = any(${[...ask.actor.seen]}::bigint[]))`
      }`.execute(trx)
  if (!rows[0]) throw wrong('taskId', 'outgoing.no_such_task', 'Không tìm thấy nhiệm vụ này. Hãy chọn nhiệm vụ khác.')
  return { replyTo, task: rows[0] }
}

/** The document that this one corrects or replaces: issued, of the same body. */
async function earlierOf(trx: Trx, ask: AskToMake, { correctsId, replacesId }: NewDraft) {
  if (correctsId !== undefined && replacesId !== undefined)
    throw wrong(
      'replacesId',
      'outgoing.corrects_or_replaces',
      'Văn bản chỉ đính chính hoặc chỉ thay thế. Hãy chọn một.',
    )
  const id = correctsId ?? replacesId
  if (id === undefined) return null
  const how = correctsId === undefined ? ('replaces' as const) : ('corrects' as const)
  const earlier = await ownOutgoingToRead(trx, ask.actor, id)
  if (earlier.state !== 'issued')
    throw new Conflict('outgoing.not_issued', 'Chỉ đính chính, thay thế văn bản đã phát hành và còn hiệu lực.')
  return { id, how }
}

/** A template in use of this body or of every body, with the text that drafts begin with. */
async function templateFor(trx: Trx, id: number, agencyId: number) {
  const found = await trx
    .selectFrom('records.template as t')
    .innerJoin('records.template_text as x', (join) =>
      join.onRef('x.template_id', '=', 't.template_id').onRef('x.number', '=', 't.used_number'),
    )
    .select(['t.kind', 'x.content'])
    .where('t.template_id', '=', id)
    .where('t.retired_at', 'is', null)
    .where((where) => where.or([where('t.agency_id', 'is', null), where('t.agency_id', '=', agencyId)]))
    .executeTakeFirst()
  if (found) return { kind: found.kind, content: found.content as unknown as DraftContent }
  throw wrong('templateId', 'template.not_found', 'Không tìm thấy mẫu văn bản này. Hãy chọn mẫu khác.')
}

async function valuesFor(
  trx: Trx,
  of: {
    agencyId: number
    unitId: number
    signerId: number | null
    replyTo: Awaited<ReturnType<typeof incomingToRead>> | null
    task: { title: string; code: string } | null
    today: string
  },
): Promise<FieldValues> {
  const { rows } = await sql<{ agency: string; unit: string; signerName: string | null; signerTitle: string | null }>`
    select (select name from registry.agency_latest where agency_id = ${of.agencyId}) as agency,
           (select name from registry.agency_latest where agency_id = ${of.unitId}) as unit,
           p.full_name as "signerName", p.title as "signerTitle"
    from (select 1) one
    left join lateral (select c.full_name, c.title from registry.person_card c
      where c.person_id = ${of.signerId} and c.valid @> ${of.today}::date order by c.post_id limit 1) p on true`.execute(
    trx,
  )
  const { agency, unit, signerName, signerTitle } = rows[0]!
  const { replyTo, task } = of
  return known({
    agency,
    unit,
    'signer.name': signerName,
    'signer.title': signerTitle,
    'incoming.notation': replyTo?.notation,
    'incoming.issuedOn': replyTo?.issued_on && formatDay(replyTo.issued_on),
    'incoming.sender': replyTo?.sender_name,
    'incoming.about': replyTo?.about,
    'task.title': task?.title,
    'task.code': task?.code,
    today: formatDay(of.today),
  })
}

const known = (values: Record<string, string | null | undefined>): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as FieldValues

export type { Recipient }
