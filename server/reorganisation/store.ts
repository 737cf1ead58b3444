import { sql } from 'kysely'
import { type Handle, type Transaction, toJson } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import type { ReorganisationDb } from './db.ts'
import type { LineRow } from './match.ts'

type Db = Handle<ReorganisationDb>
type Trx = Transaction<ReorganisationDb>

export interface Head {
  id: number
  title: string
  source: string
  fileName: string | null
  state: 'draft' | 'applied'
  version: number
  changedAt: string
  changedBy: string
  appliedAt: string | null
  appliedBy: string | null
}

const HEAD = [
  'reorganisation_id as id',
  'title',
  'source',
  'file_name as fileName',
  'state',
  'version',
  'changed_at as changedAt',
  'changed_by as changedBy',
  'applied_at as appliedAt',
  'applied_by as appliedBy',
] as const

export async function getHead(db: Db, id: number): Promise<Head> {
  const head = await db
    .selectFrom('reorganisation.reorganisation')
    .select(HEAD)
    .where('reorganisation_id', '=', id)
    .executeTakeFirst()
  if (!head) throw notFound()
  return head as Head
}

/** The same, locked against change, run and drop. */
export async function lockHead(trx: Trx, id: number): Promise<Head> {
  await sql`select from reorganisation.reorganisation where reorganisation_id = ${id} for update`.execute(trx)
  return getHead(trx, id)
}

function notFound(): NotFound {
  return new NotFound('reorganisation.not_found', 'Không tìm thấy phương án sắp xếp này.')
}

/** All of them, newest first: there are a few each year. */
export async function listHeads(db: Db) {
  const { rows } = await sql<
    Head & { lines: number; firstOn: string | null; lastOn: string | null; tasks: number | null }
  >`
    select r.reorganisation_id as id, r.title, r.source, r.file_name as "fileName", r.state, r.version,
           r.changed_at as "changedAt", r.changed_by as "changedBy", r.applied_at as "appliedAt",
           r.applied_by as "appliedBy", l.lines, l.first_on as "firstOn", l.last_on as "lastOn",
           (select (u.outcome->>'tasks')::integer from reorganisation.run u
            where u.reorganisation_id = r.reorganisation_id and u.kind = 'application' and u.state = 'done'
            order by u.run_id desc limit 1) as tasks
    from reorganisation.reorganisation r
    cross join lateral (
      select count(*) as lines, min(effective_on) as first_on, max(effective_on) as last_on
      from reorganisation.line l where l.reorganisation_id = r.reorganisation_id
    ) l
    order by r.reorganisation_id desc`.execute(db)
  return rows
}

export async function insertHead(
  trx: Trx,
  head: { title: string; source: string; fileName: string | null; by: string; at: string },
): Promise<number> {
  const { reorganisation_id: id } = await trx
    .insertInto('reorganisation.reorganisation')
    .values({
      title: head.title,
      source: head.source,
      file_name: head.fileName,
      created_at: head.at,
      created_by: head.by,
      changed_at: head.at,
      changed_by: head.by,
    })
    .returning('reorganisation_id')
    .executeTakeFirstOrThrow()
  return id
}

/** Records a change of the plan or its choices, which makes earlier rehearsals stale. Returns the new version. */
export async function touchHead(
  trx: Trx,
  id: number,
  { by, at }: { by: string; at: string },
  patch: { title?: string; source?: string } = {},
): Promise<number> {
  const { version } = await trx
    .updateTable('reorganisation.reorganisation')
    .set({ ...patch, version: sql<number>`version + 1`, changed_at: at, changed_by: by })
    .where('reorganisation_id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function markApplied(trx: Trx, id: number, { by, at }: { by: string; at: string }): Promise<void> {
  await trx
    .updateTable('reorganisation.reorganisation')
    .set({ state: 'applied', applied_at: at, applied_by: by, version: sql<number>`version + 1` })
    .where('reorganisation_id', '=', id)
    .execute()
}

export async function deleteHead(trx: Trx, id: number): Promise<void> {
  await trx.deleteFrom('reorganisation.reorganisation').where('reorganisation_id', '=', id).execute()
}

interface Written {
  old: string
  new: string
  kind: string | null
  day: string | null
}

export async function linesOf(db: Db, id: number): Promise<LineRow[]> {
  const rows = await db
    .selectFrom('reorganisation.line')
    .select(['line_id', 'position', 'written', 'kind', 'subject', 'effective_on', 'source'])
    .select(['old_agency_id', 'new_agency_id', 'founding'])
    .where('reorganisation_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => {
    const written = row.written as Written
    return {
      id: row.line_id,
      position: row.position,
      old: written.old,
      new: written.new,
      kindWritten: written.kind,
      dayWritten: written.day,
      kind: row.kind as LineRow['kind'],
      subject: row.subject,
      effectiveOn: row.effective_on,
      source: row.source,
      oldId: row.old_agency_id,
      newId: row.new_agency_id,
      founding: row.founding as LineRow['founding'],
    }
  })
}

/** Replaces the lines, in this order; a line with an id keeps its identity and choices. */
export async function saveLines(
  trx: Trx,
  id: number,
  lines: readonly (Omit<LineRow, 'id' | 'position'> & { id: number | null })[],
): Promise<void> {
  const kept = lines.flatMap((line) => (line.id === null ? [] : [line.id]))
  await sql`delete from reorganisation.line
    where reorganisation_id = ${id} and not line_id = any(${kept}::bigint[])`.execute(trx)
  for (const [position, line] of lines.entries()) {
    const row = {
      position,
      written: toJson({ old: line.old, new: line.new, kind: line.kindWritten, day: line.dayWritten }),
      kind: line.kind,
      subject: line.subject,
      effective_on: line.effectiveOn,
      source: line.source,
      old_agency_id: line.oldId,
      new_agency_id: line.newId,
      founding: line.founding === null ? null : toJson(line.founding),
    }
    if (line.id === null) {
      await trx
        .insertInto('reorganisation.line')
        .values({ ...row, reorganisation_id: id })
        .execute()
    } else {
      await trx.updateTable('reorganisation.line').set(row).where('line_id', '=', line.id).execute()
    }
  }
}

export interface Choice {
  taskId: number
  lineId: number
  agencyId: number | null
}

export async function choicesOf(db: Db, id: number): Promise<Choice[]> {
  return db
    .selectFrom('reorganisation.choice')
    .select(['task_id as taskId', 'line_id as lineId', 'agency_id as agencyId'])
    .where('reorganisation_id', '=', id)
    .orderBy('task_id')
    .execute()
}

export async function saveChoices(
  trx: Trx,
  id: number,
  { lineId, taskIds, agencyId }: { lineId: number; taskIds: readonly number[]; agencyId: number | null },
  { by, at }: { by: string; at: string },
): Promise<void> {
  await sql`
    insert into reorganisation.choice (reorganisation_id, task_id, line_id, agency_id, chosen_at, chosen_by)
    select ${id}, k.task_id, ${lineId}, ${agencyId}, ${at}::timestamptz, ${by}
    from unnest(${[...taskIds]}::bigint[]) as k(task_id)
    on conflict (reorganisation_id, task_id) do update
    set line_id = excluded.line_id, agency_id = excluded.agency_id, chosen_at = excluded.chosen_at,
        chosen_by = excluded.chosen_by`.execute(trx)
}

export async function removeChoices(trx: Trx, id: number, taskIds: readonly number[]): Promise<void> {
  await sql`delete from reorganisation.choice
    where reorganisation_id = ${id} and task_id = any(${[...taskIds]}::bigint[])`.execute(trx)
}
