import { sql } from 'kysely'
import type { Actor, KnownActor } from '../platform/actor.ts'
import type { Download } from '../platform/attachment.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { toHtml } from '../platform/official-document/html.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import { hasRight } from '../platform/rights.ts'
import { expectedSignature } from '../registry/index.ts'
import { outgoingToRead, ownOutgoingToRead } from './access.ts'
import { copiesOf } from './copy.ts'
import type { RecordsDb } from './db.ts'
import { difference } from './difference.ts'
import type { DraftContent } from './draft-content.ts'
import { type ClockedRow, OUTGOING_COLUMNS, OUTGOING_JOINS, withTerms } from './outgoing-lists.ts'
import { issuerOn, outgoingPaper } from './outgoing-paper.ts'
import type { OutgoingDetail } from './outgoing-shapes.ts'
import { isOut, mayMove, type OutgoingAct, type OutgoingState } from './outgoing-state.ts'
import { currentVersion, type Outgoing, recipientsOf } from './outgoing-store.ts'
import { ownOutgoing, peopleOf } from './sight.ts'

/** One document with its text, versions, route, note sheet, signatures, and what the actor may do now. */
export async function showOutgoing(db: AnyHandle, actor: Actor, id: number): Promise<OutgoingDetail> {
  const row = await outgoingToRead(db, actor, id)
  const handle = reading<RecordsDb>(db)
  const { rows } = await sql<
    ClockedRow & { isOwn: boolean } & Pick<
        OutgoingDetail,
        'agency' | 'replyTo' | 'task' | 'corrects' | 'replaces' | 'followedBy'
      >
  >`
    select ${OUTGOING_COLUMNS}, ${ownOutgoing(actor)} as "isOwn", json_build_object('id', o.agency_id, 'name', a.name) as agency,
      case when i.incoming_id is not null then json_build_object('id', i.incoming_id, 'name', concat_ws(', ', i.notation, i.sender_name, i.about)) end as "replyTo",
      case when t.task_id is not null then json_build_object('id', t.task_id, 'name', t.code || ' ' || t.title) end as task,
      case when c.outgoing_id is not null then json_build_object('id', c.outgoing_id, 'name', c.notation) end as corrects,
      case when r.outgoing_id is not null then json_build_object('id', r.outgoing_id, 'name', r.notation) end as replaces,
      coalesce((select json_agg(json_build_object('id', n.outgoing_id, 'name', coalesce(n.notation, n.about),
          'how', case when n.corrects_id = o.outgoing_id then 'corrects' else 'replaces' end) order by n.outgoing_id)
        from records.outgoing n where (n.corrects_id = o.outgoing_id or n.replaces_id = o.outgoing_id) and n.issued_at is not null), '[]') as "followedBy"
    ${OUTGOING_JOINS}
    join registry.agency_latest a on a.agency_id = o.agency_id
    left join records.incoming i on i.incoming_id = o.reply_to_id
    left join tasks.task_card t on t.task_id = o.task_id
    left join records.outgoing c on c.outgoing_id = o.corrects_id
    left join records.outgoing r on r.outgoing_id = o.replaces_id
    where o.outgoing_id = ${id}`.execute(handle)
  const { content } = await currentVersion(db, id)
  const { rows: steps } = await sql<OutgoingDetail['steps'][number]>`
    select s.route_step_id as id, s.round, s.position, s.kind, json_build_object('id', s.person_id, 'name', p.full_name) as person,
           s.due_on as "dueOn", s.state, s.acted_at as "actedAt", s.acted_by as "actedBy", s.words, s.version_seen as "versionSeen"
    from records.route_step s
    left join lateral (select c.full_name from registry.person_card c where c.person_id = s.person_id limit 1) p on true
    where s.outgoing_id = ${id} order by s.round, s.position, s.route_step_id`.execute(handle)
  const open = steps.find(
    (step) => step.round === row.round && step.state === 'open' && peopleOf(actor).includes(step.person.id),
  )
  const [{ isOwn, ...found }] = (await withTerms(db, rows)) as [(typeof rows)[number] & Pick<OutgoingDetail, 'issueBy'>]
  return {
    ...found,
    place: row.place,
    // Recipients see the document, and nothing of how it was made.
    round: isOwn ? row.round : 1,
    content: isOwn ? content : null,
    ...(isOwn ? {} : { replyTo: null, task: null, drafter: null, changedBy: found.agency.name }),
    versions: isOwn ? await versionsOf(db, id) : [],
    recipientList: await recipientsOf(db, id),
    steps: isOwn ? steps : [],
    notes: isOwn ? await notesOf(db, id) : [],
    signed:
      row.signed_at === null
        ? null
        : {
            at: row.signed_at,
            name: row.signer_name!,
            title: row.signer_title!,
            onBehalfOf: row.on_behalf_of_name,
            level: row.signature_level,
          },
    signings: isOwn ? await signingsOf(db, id) : [],
    copies: isOwn ? await copiesOf(db, { outgoing_id: id }) : [],
    sealedAt: row.sealed_at,
    issuedAt: row.issued_at,
    recalled:
      row.recalled_at === null ? null : { at: row.recalled_at, by: row.recalled_by!, reason: row.recalled_reason! },
    hasFile: row.pdf_sha256 !== null,
    acts: isOwn ? actsOf(actor, row, open !== undefined) : [],
    openStepId: open?.id ?? null,
  }
}

/** What the actor may do with a document in its state: the doors that the page shows. */
function actsOf(actor: Actor, row: Outgoing, isAsked: boolean): string[] {
  const people = peopleOf(actor)
  const isDrafter = people.includes(row.drafter_id)
  const isSigner = hasRight(actor, 'records.sign') && row.signer_id !== null && people.includes(row.signer_id)
  const isClerk = hasRight(actor, 'records.register') && actor.own.includes(row.agency_id)
  const state = row.state as OutgoingState
  const may: Record<string, boolean> = {
    edit: isDrafter,
    send: isDrafter,
    drop: isDrafter,
    withdraw: isDrafter,
    agree: isAsked && !isDrafter,
    sendBack: state === 'inReview' ? isAsked && !isDrafter : isSigner,
    sign: isSigner && !isDrafter,
    seal: isClerk,
    issue: isClerk,
    recall: isClerk,
  }
  const acts = Object.keys(may).filter((act) => may[act] && mayMove(state, act as OutgoingAct))
  if (isDrafter && state === 'inReview') acts.push('replaceStep')
  if (state === 'issued' && hasRight(actor, 'records.draft')) acts.push('correct', 'replace')
  if ((state === 'issued' || state === 'replaced') && isClerk) acts.push('copy')
  return acts
}

async function versionsOf(db: AnyHandle, id: number): Promise<OutgoingDetail['versions']> {
  return reading<RecordsDb>(db)
    .selectFrom('records.document_version')
    .select([
      'number',
      'made_at as madeAt',
      'made_by as madeBy',
      'note',
      sql<boolean>`docx_sha256 is not null`.as('hasFile'),
    ])
    .where('outgoing_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
}

async function notesOf(db: AnyHandle, id: number): Promise<OutgoingDetail['notes']> {
  return reading<RecordsDb>(db)
    .selectFrom('records.note')
    .select(['at', 'by_name as by', 'act', 'words', 'version_seen as versionSeen'])
    .where('outgoing_id', '=', id)
    .orderBy('note_id')
    .execute()
}

async function signingsOf(db: AnyHandle, id: number): Promise<OutgoingDetail['signings']> {
  const rows = await reading<RecordsDb>(db)
    .selectFrom('records.signing')
    .select(['what', 'by_name as by', 'at', 'level', 'level_note as note'])
    .where('outgoing_id', '=', id)
    .orderBy('signing_id')
    .execute()
  return rows as OutgoingDetail['signings']
}

/** What changed between two versions of a text. Throws 404 if there is no such version. */
export async function compareVersions(
  db: AnyHandle,
  actor: Actor,
  id: number,
  { from, to }: { from: number; to: number },
) {
  await ownOutgoingToRead(db, actor, id)
  const [before, after] = [await contentOf(db, id, from), await contentOf(db, id, to)]
  return { rows: difference(before, after) }
}

async function contentOf(db: AnyHandle, id: number, number: number): Promise<DraftContent> {
  const row = await reading<RecordsDb>(db)
    .selectFrom('records.document_version')
    .select('content')
    .where('outgoing_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw new NotFound('outgoing.no_such_version', 'Không có phiên bản này.')
  return row.content as unknown as DraftContent
}

/** The page as it would be signed now, with the signature that is expected and no number. */
export async function previewOutgoing(db: AnyHandle, actor: KnownActor, id: number, today: string): Promise<string> {
  return toHtml(await draftPaper(db, await outgoingToRead(db, actor, id), today))
}

/** The DOCX that a version was taken from. Throws 404 if it was typed here. */
export async function takenFile(
  db: AnyHandle,
  actor: Actor,
  { id, number }: { id: number; number: number },
  blobs: Blobs,
): Promise<Download> {
  await ownOutgoingToRead(db, actor, id)
  const row = await reading<RecordsDb>(db)
    .selectFrom('records.document_version')
    .select(['docx_sha256', 'note'])
    .where('outgoing_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row?.docx_sha256) throw new NotFound('blob.not_found', 'Không tìm thấy tệp.')
  const { bytes, mediaType } = await getBlob(db, blobs, row.docx_sha256.toString('hex'))
  return { bytes, mediaType, fileName: row.note ?? `${id}-${number}.docx` }
}

/** The file: as signed and sealed; of a draft, the page with the mark of a draft. */
export async function outgoingFile(
  db: AnyHandle,
  actor: KnownActor,
  id: number,
  { blobs, today, form }: { blobs: Blobs; today: string; form: 'pdf' | 'docx' },
): Promise<Download> {
  const row = await outgoingToRead(db, actor, id)
  const fileName = `${(row.notation ?? row.about).replaceAll('/', '-')}.${form}`
  const hash = form === 'pdf' ? row.pdf_sha256 : row.docx_sha256
  if (hash !== null) {
    const { bytes, mediaType } = await getBlob(db, blobs, hash.toString('hex'))
    return { bytes, mediaType, fileName }
  }
  if (isOut(row.state as OutgoingState) || form === 'docx') throw new NotFound('blob.not_found', 'Không tìm thấy tệp.')
  return { bytes: await toPdf(await draftPaper(db, row, today)), mediaType: 'application/pdf', fileName }
}

async function draftPaper(db: AnyHandle, row: Outgoing, today: string) {
  const { content } = await currentVersion(db, row.outgoing_id)
  const issuer = await issuerOn(db, row, today)
  const isSigned = row.signed_at !== null
  return outgoingPaper(db, row, content, issuer, {
    notation: row.notation,
    datedOn: row.dated_on,
    signature: isSigned
      ? { title: row.signer_title!, name: row.signer_name }
      : await expectedSignature(db, row.signer_id, issuer.head, today),
  })
}
