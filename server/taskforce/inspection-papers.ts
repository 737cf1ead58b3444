/** The files of an inspection's papers: fixed at the act that signs them, read to the byte afterwards. */
import { sql } from 'kysely'
import type { Actor, KnownActor } from '../platform/actor.ts'
import type { Download } from '../platform/attachment.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { toDocx } from '../platform/official-document/docx.ts'
import { DOCX, keepPaper, PDF } from '../platform/official-document/kept.ts'
import type { OfficialDocument } from '../platform/official-document/model.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import { nextDocumentNumber } from '../registry/index.ts'
import { nameOn } from '../tasks/index.ts'
import { toRead, toReadPart } from './access.ts'
import type { TaskforceDb } from './db.ts'
import { conclusionPaper, decisionPaper, MINUTES_NOTATION, minutesPaper, type PaperFacts } from './inspection-paper.ts'
import type { PAPER_FORMATS, PAPER_KINDS } from './inspection-shapes.ts'
import { seesPaper } from './sight.ts'
import { signatureOfForce } from './signature.ts'
import { recorded } from './store.ts'

type Trx = Transaction<TaskforceDb>
type Kind = (typeof PAPER_KINDS)[number]
export type PaperFormat = (typeof PAPER_FORMATS)[number]

/** What the papers print, as it stands now; agencies by their names of that day. */
async function factsOf(db: AnyHandle, id: number, on: string, isSample: boolean): Promise<PaperFacts> {
  const { rows } = await sql<Omit<PaperFacts, 'isSample'>>`
    select i.title, ${nameOn(sql.ref('i.agency_id'), on)} as agency,
           json_build_object('id', f.task_force_id, 'name', f.name, 'act', f.act, 'actOn', f.act_on) as force, i.form, i.place, i.from_on as "fromOn",
           i.to_on as "toOn", i.decision, i.decided_on as "decidedOn", i.decision_bases as bases,
           i.conclusion_words as "conclusionWords",
           coalesce((select json_agg(json_build_object('fullName', d.full_name, 'office', d.office, 'role', d.role)
               order by array_position(array['head', 'deputy', 'member', 'secretary'], d.role), d.delegate_id)
             from taskforce.delegate d where d.inspection_id = i.inspection_id and d.decision_no = i.decision_no), '[]') as delegation,
           coalesce((select json_agg(json_build_object('code', s.code, 'words', coalesce(s.words, s.title), 'state', s.state, 'dueOn', s.due_on)
               order by s.due_on nulls last, s.code)
             from taskforce.inspection_task s where s.inspection_id = i.inspection_id and s.decision_no = i.decision_no), '[]') as scope,
           (select json_build_object('heldOn', m.held_on, 'place', m.place, 'officeSide', m.office_side, 'agencySide', m.agency_side,
               'words', m.words, 'commitments', m.commitments, 'officeSigner', m.office_signer, 'officeSignedAt', m.office_signed_at,
               'agencySigner', m.agency_signer, 'agencySignedAt', m.agency_signed_at)
             from taskforce.minutes m where m.inspection_id = i.inspection_id) as minutes,
           coalesce((select json_agg(json_build_object('fact', x.fact, 'nature', x.nature, 'degree', x.degree, 'cause', x.cause,
               'causeWords', x.cause_words, 'responsible', ${nameOn(sql.ref('x.responsible_id'), on)}, 'responsibleWords', x.responsible_words, 'evidence', x.evidence,
               'task', (select s.code || ' ' || coalesce(s.words, s.title) from taskforce.inspection_task s
                 where s.inspection_id = x.inspection_id and s.decision_no = x.decision_no and s.task_id = x.task_id),
               'repeats', (select p.title || ' (' || p.conclusion || ')' from taskforce.finding o
                 join taskforce.inspection p on p.inspection_id = o.inspection_id where o.finding_id = x.repeats_id),
               'answerBy', x.answer_by, 'answer', x.answer, 'agrees', x.agrees) order by x.position)
             from taskforce.finding x
             where x.inspection_id = i.inspection_id and x.state not in ('draft', 'dropped')), '[]') as findings,
           coalesce((select json_agg(json_build_object('code', s.code, 'seen', k.seen, 'isTrue', k.is_true, 'words', k.words)
               order by k.truth_mark_id)
             from taskforce.truth_mark k join taskforce.inspection_task s on s.inspection_id = k.inspection_id and s.task_id = k.task_id and s.decision_no = i.decision_no
             where k.inspection_id = i.inspection_id), '[]') as marks,
           coalesce((select json_agg(json_build_object('words', n.words, 'dueOn', n.due_on, 'addressee', ${nameOn(sql.ref('n.addressee_id'), on)}) order by n.recommendation_id)
             from taskforce.recommendation n
             join taskforce.finding x on n.source_kind = 'finding' and n.source_id = x.finding_id
             where x.inspection_id = i.inspection_id and n.made_on is not null and n.state not in ('withdrawn', 'replaced')), '[]')
             as recommendations
    from taskforce.inspection i
    join taskforce.task_force f on f.task_force_id = i.task_force_id
    where i.inspection_id = ${id}`.execute(reading<TaskforceDb>(db))
  return { ...rows[0]!, isSample }
}

async function keep(
  trx: Trx,
  ask: Ask,
  blobs: Blobs,
  { paper, ...named }: { kind: Kind; number: string; on: string; paper: OfficialDocument },
): Promise<void> {
  await keepRow(trx, ask, { ...named, files: await keepPaper(trx, blobs, paper) })
}

async function keepRow(
  trx: Trx,
  { actor, id, now }: Ask,
  { kind, number, on, files }: { kind: Kind; number: string; on: string; files: Awaited<ReturnType<typeof keepPaper>> },
): Promise<void> {
  await trx
    .insertInto('taskforce.inspection_paper')
    .values({
      inspection_id: id,
      kind,
      number,
      issued_on: on,
      ...files,
      ...recorded({ actor, now }),
    })
    .execute()
}

/** The decision as a file, signed by whoever decided, kept with each inspection that it orders. After the act: it prints what the rows say. */
export async function keepDecision(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  blobs: Blobs,
  ids: readonly number[],
): Promise<void> {
  const today = dayInVietnam(ask.now)
  const facts: PaperFacts[] = []
  for (const id of ids) facts.push(await factsOf(trx, id, today, ask.actor.sample))
  const signature = await signatureOfForce(trx, ask.actor, today, facts[0]!.force.id)
  const { decision: number, decidedOn: on } = facts[0]!
  const files = await keepPaper(trx, blobs, decisionPaper(facts as [PaperFacts, ...PaperFacts[]], signature))
  for (const id of ids) await keepRow(trx, { ...ask, id }, { kind: 'decision', number, on, files })
}

/** The minutes with both signatures. Numbers run by task force and year. */
export async function keepMinutes(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  blobs: Blobs,
  taskForceId: number,
): Promise<void> {
  const on = dayInVietnam(ask.now)
  const facts = await factsOf(trx, ask.id, on, ask.actor.sample)
  const register = { register: `taskforce/${taskForceId}/minutes`, issuedOn: on }
  const { notation: number } = await nextDocumentNumber(trx, register, MINUTES_NOTATION)
  await keep(trx, ask, blobs, { kind: 'minutes', number, on, paper: minutesPaper(facts, facts.minutes!, number) })
}

/** The conclusion, signed by whoever concluded. After the act. */
export async function keepConclusion(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  blobs: Blobs,
  { number, on }: { number: string; on: string },
): Promise<void> {
  const today = dayInVietnam(ask.now)
  const facts = await factsOf(trx, ask.id, today, ask.actor.sample)
  const signature = await signatureOfForce(trx, ask.actor, today, facts.force.id)
  await keep(trx, ask, blobs, {
    kind: 'conclusion',
    number,
    on,
    paper: conclusionPaper(facts, { number, on, signature }),
  })
}

const FILE_NAMES: Record<Kind, string> = {
  decision: 'Quyết định kiểm tra',
  minutes: 'Biên bản làm việc',
  conclusion: 'Thông báo kết luận kiểm tra',
}
export const MEDIA: Record<PaperFormat, string> = { docx: DOCX, pdf: PDF }

/** A kept file that the actor may read. */
export async function inspectionPaper(
  db: AnyHandle,
  blobs: Blobs,
  actor: Actor,
  { id, paperId, format }: { id: number; paperId: number; format: PaperFormat },
): Promise<Download> {
  await toReadPart(db, actor, id)
  const row = await reading<TaskforceDb>(db)
    .selectFrom('taskforce.inspection_paper as p')
    .innerJoin('taskforce.inspection as i', 'i.inspection_id', 'p.inspection_id')
    .select(['p.kind', 'p.number', 'p.docx_sha256', 'p.pdf_sha256'])
    .where('p.inspection_id', '=', id)
    .where('p.inspection_paper_id', '=', paperId)
    .where(seesPaper(actor))
    .executeTakeFirst()
  if (!row) throw new NotFound('inspection_paper.not_found', 'Không tìm thấy văn bản này của cuộc kiểm tra.')
  const sha256 = Buffer.from(format === 'pdf' ? row.pdf_sha256 : row.docx_sha256).toString('hex')
  const { bytes } = await getBlob(db, blobs, sha256)
  return { bytes, mediaType: MEDIA[format], fileName: nameOf(row.kind as Kind, row.number, format) }
}

/** The minutes before both sides have signed them: a draft to read and to correct, drawn anew each time. */
export async function draftMinutes(
  db: AnyHandle,
  actor: KnownActor,
  { id, format, today }: { id: number; format: PaperFormat; today: string },
): Promise<Download> {
  await toRead(db, actor, 'taskforce.inspection', id)
  const facts = await factsOf(db, id, today, actor.sample)
  const { minutes } = facts
  if (!minutes || (minutes.officeSignedAt !== null && minutes.agencySignedAt !== null)) {
    throw new NotFound('minutes.no_draft', 'Không có dự thảo biên bản. Nếu hai bên đã ký, hãy tải biên bản đã ký.')
  }
  const paper = minutesPaper(facts, { ...minutes, officeSigner: null, agencySigner: null }, null)
  return {
    bytes: format === 'pdf' ? await toPdf(paper) : await toDocx(paper),
    mediaType: MEDIA[format],
    fileName: nameOf('minutes', 'dự thảo', format),
  }
}

const nameOf = (kind: Kind, number: string, format: PaperFormat) =>
  `${FILE_NAMES[kind]} ${number.replaceAll('/', '-')}.${format}`
