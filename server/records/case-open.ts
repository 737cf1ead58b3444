import { sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { AnyHandle, Transaction } from '../platform/db.ts'
import { reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { bodyOf, demand } from './access.ts'
import { caseToChange, personOf } from './case-access.ts'
import type { EditCase, NewCase } from './case-shapes.ts'
import { moveCase } from './case-state.ts'
import type { RecordsDb } from './db.ts'
import { changeRow, marked } from './store.ts'

type Trx = Transaction<RecordsDb>

export interface Retention {
  id: number
  name: string
  years: number | null
}

/** A retention class in force on a day that the body may use. Throws on the field that named it. */
export async function retentionClass(
  db: AnyHandle,
  id: number,
  { agencyId, on, path }: { agencyId: number; on: string; path: string },
): Promise<Retention> {
  const { rows } = await sql<Retention>`
    select r.retention_class_id as id, r.name, r.years from records.retention_class r
    where r.retention_class_id = ${id} and r.valid @> ${on}::date and (r.agency_id is null or r.agency_id = ${agencyId})`.execute(
    reading<RecordsDb>(db),
  )
  if (rows[0]) return rows[0]
  throw wrong(path, 'case.retention_unknown', 'Không có thời hạn bảo quản này vào hôm nay. Hãy chọn trong danh sách.')
}

/** Refuses a keeper who has no post in the body today. */
export async function demandKeeper(
  db: AnyHandle,
  id: number,
  { agencyId, on, path = 'keeperId' }: { agencyId: number; on: string; path?: string },
): Promise<void> {
  const { rows } = await sql`
    select from registry.person_card p where p.person_id = ${id} and p.valid @> ${on}::date
      and p.agency_id = any(registry.reach(array[${agencyId}]::bigint[], ${on}::date)) limit 1`.execute(
    reading<RecordsDb>(db),
  )
  if (rows.length === 0)
    throw wrong(path, 'case.keeper_unknown', 'Người giữ hồ sơ không công tác tại cơ quan này. Hãy chọn người khác.')
}

interface Line {
  id: number
  code: string
  title: string
  year: number
  unitId: number
  keeperId: number | null
  classId: number
}

/** A line of an issued nomenclature of the body that is of the actor's own unit. */
async function lineOf(trx: Trx, actor: KnownActor, id: number, agencyId: number): Promise<Line> {
  const { rows } = await sql<Line>`
    select l.nomenclature_line_id as id, l.code, l.title, n.year, l.unit_id as "unitId", l.keeper_id as "keeperId",
           l.retention_class_id as "classId"
    from records.nomenclature_line l join records.nomenclature n using (nomenclature_id)
    where l.nomenclature_line_id = ${id} and n.agency_id = ${agencyId} and n.state = 'issued'
      and (l.unit_id = ${actor.agencyId} or l.unit_id = any(${[...actor.own]}::bigint[]))`.execute(trx)
  if (rows[0]) return rows[0]
  throw wrong(
    'lineId',
    'case.line_unknown',
    'Danh mục hồ sơ của đơn vị bạn không có dòng này. Hãy chọn dòng khác, hoặc bỏ trống và ghi tiêu đề.',
  )
}

/** Opens a case for work of the own unit, from a line of the nomenclature or outside it. Returns its id. */
export async function openCase(trx: Trx, ask: AskToMake<KnownActor>, input: NewCase): Promise<number> {
  const { actor, now } = ask
  demand(actor, 'records.draft')
  const self = personOf(actor)
  const today = dayInVietnam(now)
  const agencyId = await bodyOf(trx, actor, today)
  const line = input.lineId === undefined ? undefined : await lineOf(trx, actor, input.lineId, agencyId)
  const year = input.year ?? line?.year ?? Number(today.slice(0, 4))
  if (year !== Number(today.slice(0, 4)) || (line && line.year !== year)) {
    throw wrong(
      line && line.year !== year ? 'lineId' : 'year',
      'case.year_past',
      `Chỉ mở hồ sơ của năm nay (${today.slice(0, 4)}). Hồ sơ năm trước còn dở thì tiếp tục trong hồ sơ đã mở.`,
    )
  }
  const title = input.title?.trim() || line?.title
  if (title === undefined)
    throw wrong('title', 'case.title_missing', 'Hãy ghi tiêu đề hồ sơ, hoặc chọn dòng của danh mục.')
  const classId = input.retentionClassId ?? line?.classId
  if (classId === undefined)
    throw wrong(
      'retentionClassId',
      'case.retention_missing',
      'Hãy chọn thời hạn bảo quản, hoặc chọn dòng của danh mục.',
    )
  // A line keeps the class it was issued with: one that was replaced since still says what was decided.
  const retention =
    input.retentionClassId === undefined
      ? await classAsIssued(trx, classId)
      : await retentionClass(trx, classId, { agencyId, on: today, path: 'retentionClassId' })
  const keeperId = input.keeperId ?? line?.keeperId ?? self
  if (keeperId !== self) await demandKeeper(trx, keeperId, { agencyId, on: today })
  const { case_id: id } = await trx
    .insertInto('records.case_file')
    .values({
      agency_id: agencyId,
      unit_id: line?.unitId ?? actor.agencyId,
      fonds_id: agencyId,
      keeper_id: keeperId,
      nomenclature_line_id: line?.id ?? null,
      code: line?.code ?? null,
      title,
      year,
      retention_class_id: retention.id,
      retention_years: retention.years,
      opened_on: today,
      opened_at: now.toString(),
      opened_by: marked(ask).changed_by,
      is_sample: actor.sample,
      ...marked(ask),
    })
    .returning('case_id')
    .executeTakeFirstOrThrow()
  await record(trx, actor, 'case.opened', {
    subject: { kind: 'caseFile', id },
    at: now.toString(),
    after: { code: line?.code ?? null, title, year, keeperId },
  })
  return id
}

async function classAsIssued(trx: Trx, id: number): Promise<Retention> {
  const { rows } = await sql<Retention>`
    select r.retention_class_id as id, r.name, r.years from records.retention_class r where r.retention_class_id = ${id}`.execute(
    trx,
  )
  return rows[0]!
}

/** Corrects the title, retention and keeper of an open case. */
export async function editCase(trx: Trx, ask: Ask, input: EditCase): Promise<number> {
  const one = await caseToChange(trx, ask, 'keep')
  const state = moveCase(one.state, 'edit')
  const on = dayInVietnam(ask.now)
  const { agency_id: agencyId } = one
  const retention =
    input.retentionClassId === one.retention_class_id
      ? { id: one.retention_class_id, years: one.retention_years }
      : await retentionClass(trx, input.retentionClassId, { agencyId, on, path: 'retentionClassId' })
  if (input.keeperId !== one.keeper_id) await demandKeeper(trx, input.keeperId, { agencyId, on })
  const version = await changeRow(trx, 'records.case_file', ask, {
    state,
    title: input.title.trim(),
    retention_class_id: retention.id,
    retention_years: retention.years,
    keeper_id: input.keeperId,
  })
  await record(trx, ask.actor, 'case.edited', {
    subject: { kind: 'caseFile', id: ask.id },
    at: ask.now.toString(),
    before: { title: one.title, retentionClassId: one.retention_class_id, keeperId: one.keeper_id },
    after: input,
  })
  return version
}
