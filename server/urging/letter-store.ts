import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely'
import type { Database, Handle, Transaction } from '../platform/db.ts'
import type { UrgingDb } from './db.ts'
import type { LetterRow } from './letter-state.ts'

const COLUMNS = sql`
  l.letter_id as id, l.agency_id as "agencyId", l.agency_name as "agencyName", l.state, l.is_sample as "isSample",
  l.as_of as "asOf", l.about, l.opening, l.closing, l.recipients, l.reply_by as "replyBy", l.unit_id as "unitId",
  l.signatory_id as "signatoryId", l.sent_back_reason as "sentBackReason", l.submitted_at as "submittedAt",
  l.submitted_by as "submittedBy", l.notation, l.place, l.issued_on as "issuedOn", l.issued_at as "issuedAt",
  l.signer_name as "signerName", l.signer_title as "signerTitle", l.on_behalf_of_name as "onBehalfOfName", l.content,
  l.answered_at as "answeredAt", l.closed_at as "closedAt", l.closed_by as "closedBy", l.closed_note as "closedNote",
  l.created_at as "createdAt", l.created_by as "createdBy", l.version, l.changed_at as "changedAt",
  l.changed_by as "changedBy"`

export async function findLetter(db: Handle<UrgingDb>, id: number): Promise<LetterRow | undefined> {
  const { rows } = await sql<LetterRow>`select ${COLUMNS} from urging.letter l where l.letter_id = ${id}`.execute(db)
  return rows[0]
}

/** Locks the row before reading it, so that the read sees what the previous lock holder wrote. */
export async function lockLetter(trx: Transaction<UrgingDb>, id: number): Promise<LetterRow | undefined> {
  const { rows } = await sql<LetterRow>`
    select ${COLUMNS} from urging.letter l where l.letter_id = ${id} for update`.execute(trx)
  return rows[0]
}

/** The new letter's id; undefined if the agency already has an unissued letter. */
export async function insertLetter(
  trx: Transaction<UrgingDb>,
  letter: Insertable<Database['urging.letter']>,
): Promise<number | undefined> {
  const made = await trx
    .insertInto('urging.letter')
    .values(letter)
    .onConflict((conflict) =>
      conflict.column('agency_id').where(sql<boolean>`state in ('draft', 'submitted')`).doNothing(),
    )
    .returning('letter_id')
    .executeTakeFirst()
  return made?.letter_id
}

/** The unissued letter of an agency, if there is one. */
export async function findOpenLetter(db: Handle<UrgingDb>, agencyId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('urging.letter')
    .select('letter_id')
    .where('agency_id', '=', agencyId)
    .where('state', 'in', ['draft', 'submitted'])
    .executeTakeFirst()
  return row?.letter_id
}

/** Changes a letter and raises its version; returns the new version. */
export async function updateLetter(
  trx: Transaction<UrgingDb>,
  id: number,
  change: Updateable<Database['urging.letter']>,
  by: string,
  at: string,
): Promise<number> {
  const { version } = await trx
    .updateTable('urging.letter')
    .set((row) => ({ ...change, version: row('version', '+', 1), changed_by: by, changed_at: at }))
    .where('letter_id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** The tasks of a letter in their order; `dueOn` and `daysLate` are null until it is issued. */
export async function tasksOfLetter(
  db: Handle<UrgingDb>,
  id: number,
): Promise<{ taskId: number; dueOn: string | null; daysLate: number | null }[]> {
  return db
    .selectFrom('urging.letter_task')
    .select(['task_id as taskId', 'due_on as dueOn', 'days_late as daysLate'])
    .where('letter_id', '=', id)
    .orderBy('position')
    .execute()
}

/** Replaces the tasks of a letter, in the given order. */
export async function replaceTasks(trx: Transaction<UrgingDb>, id: number, taskIds: readonly number[]): Promise<void> {
  await trx.deleteFrom('urging.letter_task').where('letter_id', '=', id).execute()
  await trx
    .insertInto('urging.letter_task')
    .values(taskIds.map((taskId, place) => ({ letter_id: id, task_id: taskId, position: place + 1 })))
    .execute()
}

/** Stores what the letter prints of each task. Call before the letter is issued: afterwards nothing may change. */
export async function freezeTasks(
  trx: Transaction<UrgingDb>,
  id: number,
  tasks: readonly { taskId: number; dueOn: string | null; daysLate: number | null }[],
): Promise<void> {
  for (const { taskId, dueOn, daysLate } of tasks) {
    await trx
      .updateTable('urging.letter_task')
      .set({ due_on: dueOn, days_late: daysLate })
      .where('letter_id', '=', id)
      .where('task_id', '=', taskId)
      .execute()
  }
}

export interface LetterCard {
  id: number
  version: number
  agencyId: number
  agencyName: string
  state: LetterRow['state']
  isSample: boolean
  about: string
  notation: string | null
  issuedOn: string | null
  replyBy: string
  signatoryName: string | null
  signerName: string | null
  sentBackReason: string | null
  tasks: number
  overdue: number
  signatoryId: number | null
  createdBy: string
  changedAt: string
  changedBy: string
}

/** Letters for the list, newest first. `key`: only those before this one. */
export async function listLetterCards(
  db: Handle<UrgingDb>,
  seen: RawBuilder<boolean>,
  {
    state,
    agencyId,
    taskId,
  }: { state?: string | undefined; agencyId?: number | undefined; taskId?: number | undefined },
  today: string,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<LetterCard[]> {
  const { rows } = await sql<LetterCard>`
    select l.letter_id as id, l.version, l.agency_id as "agencyId", l.agency_name as "agencyName", l.state,
           l.is_sample as "isSample", l.about, l.notation, l.issued_on as "issuedOn", l.reply_by as "replyBy",
           (select p.full_name from registry.person_card p where p.person_id = l.signatory_id limit 1) as "signatoryName",
           l.signatory_id as "signatoryId", l.signer_name as "signerName", l.sent_back_reason as "sentBackReason",
           (select count(*)::integer from urging.letter_task x where x.letter_id = l.letter_id) as tasks,
           (select count(*)::integer from urging.letter_task x join tasks.task_card t using (task_id)
            where x.letter_id = l.letter_id
              and case when l.issued_on is null then t.due_on < ${today}::date else x.days_late > 0 end) as overdue,
           l.created_by as "createdBy", l.changed_at as "changedAt", l.changed_by as "changedBy"
    from urging.letter l
    where ${seen}
      ${state === undefined ? sql`and l.state <> 'dropped'` : sql`and l.state = ${state}`}
      ${agencyId === undefined ? sql`` : sql`and l.agency_id = ${agencyId}`}
      ${taskId === undefined ? sql`` : sql`and exists (select from urging.letter_task x where x.letter_id = l.letter_id and x.task_id = ${taskId})`}
      ${before === undefined ? sql`` : sql`and l.letter_id < ${before}`}
    order by l.letter_id desc limit ${limit}`.execute(db)
  return rows
}

export interface AnswerRow {
  id: number
  number: string | null
  answeredOn: string
  summary: string
  progressReportId: number | null
  taskId: number | null
  taskCode: string | null
  fileName: string | null
  recordedAt: string
  recordedBy: string
}

export async function answersTo(db: Handle<UrgingDb>, id: number): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select w.answer_id as id, w.number, w.answered_on as "answeredOn", w.summary,
           w.progress_report_id as "progressReportId", t.task_id as "taskId", t.code as "taskCode",
           w.file_name as "fileName", w.recorded_at as "recordedAt", w.recorded_by as "recordedBy"
    from urging.answer w
    left join tasks.report_card r on r.progress_report_id = w.progress_report_id
    left join tasks.task_card t on t.task_id = r.task_id
    where w.letter_id = ${id} order by w.answer_id`.execute(db)
  return rows
}

export async function insertAnswer(
  trx: Transaction<UrgingDb>,
  answer: Insertable<Database['urging.answer']>,
): Promise<number> {
  const { answer_id } = await trx
    .insertInto('urging.answer')
    .values(answer)
    .returning('answer_id')
    .executeTakeFirstOrThrow()
  return answer_id
}

/** The files of an issued letter, by hash in hexadecimal. */
export async function filesOf(db: Handle<UrgingDb>, id: number): Promise<{ docx: string; pdf: string } | undefined> {
  const row = await db
    .selectFrom('urging.letter')
    .select(['docx_sha256', 'pdf_sha256'])
    .where('letter_id', '=', id)
    .executeTakeFirst()
  if (!row?.docx_sha256 || !row.pdf_sha256) return undefined
  return { docx: row.docx_sha256.toString('hex'), pdf: row.pdf_sha256.toString('hex') }
}

/** The file of an answer; undefined if it has none or belongs to another letter. */
export async function answerFile(
  db: Handle<UrgingDb>,
  letterId: number,
  answerId: number,
): Promise<{ sha256: string; fileName: string } | undefined> {
  const row = await db
    .selectFrom('urging.answer')
    .select(['sha256', 'file_name'])
    .where('letter_id', '=', letterId)
    .where('answer_id', '=', answerId)
    .executeTakeFirst()
  if (!row?.sha256 || row.file_name === null) return undefined
  return { sha256: row.sha256.toString('hex'), fileName: row.file_name }
}
