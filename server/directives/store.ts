import { type RawBuilder, sql } from 'kysely'
import type { Handle, Transaction } from '../platform/db.ts'
import { settled } from '../platform/prepared.ts'
import type { DirectivesDb } from './db.ts'
import type { DirectiveState } from './shapes.ts'

/** A stored directive. Days are "2021-02-28", instants ISO. */
export interface DirectiveRecord {
  id: number
  sha256: string
  fileName: string
  mediaType: string
  sizeBytes: number
  isFileKept: boolean
  state: DirectiveState
  progress: number
  progressNote: string | null
  attempts: number
  failureCode: string | null
  failure: string | null
  number: string | null
  type: string | null
  issuer: string | null
  issuerAgencyId: number | null
  issuedOn: string | null
  place: string | null
  subject: string | null
  signer: string | null
  urgency: string | null
  effectOn: string | null
  assignedOn: string | null
  edition: number
  replacesId: number | null
  version: number
  uploadedAt: string
  uploadedBy: string
  changedAt: string
  changedBy: string
  confirmedAt: string | null
  confirmedBy: string | null
}

const COLUMNS = [
  'directive_id as id',
  'sha256',
  'file_name as fileName',
  'media_type as mediaType',
  'size_bytes as sizeBytes',
  'is_file_kept as isFileKept',
  'state',
  'progress',
  'progress_note as progressNote',
  'attempts',
  'failure_code as failureCode',
  'failure',
  'number',
  'type',
  'issuer',
  'issuer_agency_id as issuerAgencyId',
  'issued_on as issuedOn',
  'place',
  'subject',
  'signer',
  'urgency',
  'effect_on as effectOn',
  'assigned_on as assignedOn',
  'edition',
  'replaces_id as replacesId',
  'version',
  'uploaded_at as uploadedAt',
  'uploaded_by as uploadedBy',
  'changed_at as changedAt',
  'changed_by as changedBy',
  'confirmed_at as confirmedAt',
  'confirmed_by as confirmedBy',
] as const

function selectDirective(db: Handle<DirectivesDb>) {
  return db.selectFrom('directives.directive').select(COLUMNS).$castTo<DirectiveRecord>()
}

export async function findDirective(db: Handle<DirectivesDb>, id: number): Promise<DirectiveRecord | undefined> {
  return selectDirective(db).where('directive_id', '=', id).executeTakeFirst()
}

/** Several by id, in no order. */
export async function directivesByIds(db: Handle<DirectivesDb>, ids: readonly number[]): Promise<DirectiveRecord[]> {
  return ids.length === 0 ? [] : selectDirective(db).where('directive_id', 'in', ids).execute()
}

/** The row, locked until the transaction ends: acts on one directive and its drafts run one at a time. */
export async function lockDirective(trx: Transaction<DirectivesDb>, id: number): Promise<DirectiveRecord | undefined> {
  return selectDirective(trx).where('directive_id', '=', id).forUpdate().executeTakeFirst()
}

/** The existing directive with these bytes: being read, under review or confirmed. */
export async function directiveOfFile(db: Handle<DirectivesDb>, sha256: string): Promise<DirectiveRecord | undefined> {
  return selectDirective(db)
    .where('sha256', '=', sha256)
    .where('state', 'in', ['reading', 'review', 'confirmed'])
    .executeTakeFirst()
}

/** A condition: the directive of this id has a task in which these agencies have a part. */
export function hasPartOf(directiveId: RawBuilder<unknown>, agencies: readonly number[]) {
  return sql<boolean>`exists (select from directives.draft
    where directives.draft.directive_id = ${directiveId} and ${heldBy(agencies)})`
}

export async function hasPart(db: Handle<DirectivesDb>, id: number, agencies: readonly number[]): Promise<boolean> {
  return (await draftsWithPart(db, id, agencies)).length > 0
}

/** The drafts of a directive whose tasks these agencies have a part in. */
export async function draftsWithPart(
  db: Handle<DirectivesDb>,
  id: number,
  agencies: readonly number[],
): Promise<number[]> {
  const { rows } = await settled(sql<{ draftId: number }>`
    select draft_id as "draftId" from directives.draft where directive_id = ${id} and ${heldBy(agencies)}`).execute(db)
  return rows.map(({ draftId }) => draftId)
}

/**
 * A condition on `directives.draft`: these agencies have a part in its task. `offset 0` keeps it a look into an index for
 * each draft: as a join it would read all parts of an agency, a hundred thousand in a great ministry.
 */
export function heldBy(agencies: readonly number[]) {
  return sql<boolean>`exists (select from tasks.part_held p
    where p.task_id = directives.draft.task_id and p.agency_id = any(${[...agencies]}::bigint[]) offset 0)`
}

/** Confirmations of one notation run one at a time, so that two copies cannot both be the first edition. */
export async function lockNotation(trx: Transaction<DirectivesDb>, notation: Notation): Promise<void> {
  const words = `directives.notation ${notation.number} ${notation.issuedOn}`
  await sql`select pg_advisory_xact_lock(hashtextextended(platform.fold(${words}), 0))`.execute(trx)
}

export interface Notation {
  number: string
  issuer: string
  issuedOn: string
}

/** Other directives with the same number, issuer and day, ignoring case and diacritics, latest edition first. */
export async function sameNotation(
  db: Handle<DirectivesDb>,
  { number, issuer, issuedOn }: Notation,
  except: number,
  states: readonly DirectiveState[],
): Promise<DirectiveRecord[]> {
  return selectDirective(db)
    .where(sql<boolean>`platform.fold(number) = platform.fold(${number})`)
    .where(sql<boolean>`platform.fold(issuer) = platform.fold(${issuer})`)
    .where('issued_on', '=', issuedOn)
    .where('directive_id', '<>', except)
    .where('state', 'in', [...states])
    .orderBy(sql`state = 'confirmed'`, 'desc')
    .orderBy('edition', 'desc')
    .orderBy('directive_id', 'desc')
    .execute()
}

export interface NewDirective {
  sha256: string
  fileName: string
  mediaType: string
  sizeBytes: number
  by: string
  /** ISO instant of the upload. */
  at: string
}

/** Returns the id of the row, in state `reading`. */
export async function insertDirective(trx: Transaction<DirectivesDb>, file: NewDirective): Promise<number> {
  const { id } = await trx
    .insertInto('directives.directive')
    .values({
      sha256: file.sha256,
      file_name: file.fileName,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      state: 'reading',
      progress_note: 'Đang chờ đọc',
      uploaded_at: file.at,
      uploaded_by: file.by,
      changed_at: file.at,
      changed_by: file.by,
    })
    .returning('directive_id as id')
    .executeTakeFirstOrThrow()
  return id
}

export interface ReadFields {
  number: string | null
  type: string | null
  issuer: string | null
  issuerAgencyId: number | null
  issuedOn: string | null
  place: string | null
  subject: string | null
  signer: string | null
  urgency: string | null
  effectOn: string | null
}

export type CorrectedFields = Partial<Omit<ReadFields, 'place' | 'effectOn'> & { assignedOn: string | null }>

/** Saves corrected fields and raises the version. */
export async function saveCorrection(
  trx: Transaction<DirectivesDb>,
  id: number,
  fields: CorrectedFields,
  by: string,
): Promise<void> {
  await trx
    .updateTable('directives.directive')
    .set((of) => ({
      ...columnsOf(fields),
      version: of('version', '+', 1),
      changed_at: sql<string>`now()`,
      changed_by: by,
    }))
    .where('directive_id', '=', id)
    .execute()
}

/** Raises the version because a draft changed: confirming requires having seen it. Returns the new version. */
export async function touchDirective(trx: Transaction<DirectivesDb>, id: number, by: string): Promise<number> {
  const { version } = await trx
    .updateTable('directives.directive')
    .set((of) => ({ version: of('version', '+', 1), changed_at: sql<string>`now()`, changed_by: by }))
    .where('directive_id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function saveConfirmation(
  trx: Transaction<DirectivesDb>,
  id: number,
  confirmation: { assignedOn: string; edition: number; replacesId: number | null; at: string; by: string },
): Promise<void> {
  await trx
    .updateTable('directives.directive')
    .set((of) => ({
      state: 'confirmed',
      assigned_on: confirmation.assignedOn,
      edition: confirmation.edition,
      replaces_id: confirmation.replacesId,
      confirmed_at: confirmation.at,
      confirmed_by: confirmation.by,
      version: of('version', '+', 1),
      changed_at: confirmation.at,
      changed_by: confirmation.by,
    }))
    .where('directive_id', '=', id)
    .execute()
}

/** Marks as dropped and deletes the reading and drafts; the caller deletes the bytes. */
export async function saveDrop(trx: Transaction<DirectivesDb>, id: number, by: string): Promise<void> {
  await trx.deleteFrom('directives.draft').where('directive_id', '=', id).execute()
  await trx.deleteFrom('directives.reading').where('directive_id', '=', id).execute()
  await trx
    .updateTable('directives.directive')
    .set((of) => ({
      state: 'dropped',
      failure_code: null,
      failure: null,
      progress_note: null,
      version: of('version', '+', 1),
      changed_at: sql<string>`now()`,
      changed_by: by,
    }))
    .where('directive_id', '=', id)
    .execute()
}

const COLUMN_OF: Record<keyof ReadFields | 'assignedOn', string> = {
  number: 'number',
  type: 'type',
  issuer: 'issuer',
  issuerAgencyId: 'issuer_agency_id',
  issuedOn: 'issued_on',
  place: 'place',
  subject: 'subject',
  signer: 'signer',
  urgency: 'urgency',
  effectOn: 'effect_on',
  assignedOn: 'assigned_on',
}

/** Columns and values of the given fields. */
export function columnsOf(fields: CorrectedFields | ReadFields): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined ? [] : [[COLUMN_OF[name as keyof typeof COLUMN_OF], value]],
    ),
  )
}
