import { sql } from 'kysely'
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToAdd, AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, type Field, Invalid, wrong } from '../platform/errors.ts'
import { bodyOf, demand } from './access.ts'
import { ofArchiveToChange } from './case-access.ts'
import type { NewRetentionClass } from './case-shapes.ts'
import type { RecordsDb } from './db.ts'
import type { IssueNomenclature, NewNomenclature, SetLines } from './nomenclature-shapes.ts'
import { changeRow, marked } from './store.ts'

type Trx = Transaction<RecordsDb>
const about = (id: number) => ({ kind: 'nomenclature', id })

/** Begins the nomenclature of the body for this year or the next. Returns its id. */
export async function makeNomenclature(
  trx: Trx,
  ask: AskToMake,
  { year }: NewNomenclature,
  carriedFrom: number | null = null,
): Promise<number> {
  demand(ask.actor, 'records.archive')
  const today = dayInVietnam(ask.now)
  const thisYear = Number(today.slice(0, 4))
  if (year < thisYear || year > thisYear + 1)
    throw wrong('year', 'nomenclature.year_past', 'Chỉ lập danh mục hồ sơ cho năm nay hoặc năm sau.')
  const { nomenclature_id: id } = await trx
    .insertInto('records.nomenclature')
    .values({ agency_id: await bodyOf(trx, ask.actor, today), year, carried_from_id: carriedFrom, ...marked(ask) })
    .returning('nomenclature_id')
    .executeTakeFirstOrThrow()
  await record(trx, ask.actor, 'nomenclature.begun', {
    subject: about(id),
    at: ask.now.toString(),
    after: { year, ...(carriedFrom === null ? {} : { carriedFromId: carriedFrom }) },
  })
  return id
}

/** Begins the nomenclature of the next year with the lines of this one, as far as their retention is still in force. */
export async function carryOver(trx: Trx, ask: AskToAdd): Promise<number> {
  const one = await ofArchiveToChange(trx, ask, 'records.nomenclature', 'records.archive')
  if (one.state !== 'issued')
    throw new Conflict(
      'nomenclature.not_issued',
      'Danh mục chưa ban hành. Hãy ban hành trước rồi lập danh mục năm sau.',
    )
  const id = await makeNomenclature(trx, ask, { year: one.year + 1 }, ask.id)
  await sql`
    insert into records.nomenclature_line (nomenclature_id, position, heading, code, title, retention_class_id, unit_id, keeper_id, carried_from_id)
    select ${id}, l.position, l.heading, l.code, l.title,
           -- The class of the same name that is in force: a circular that was replaced goes on under the new one.
           coalesce((select n.retention_class_id from records.retention_class n
             where n.name = r.name and n.agency_id is not distinct from r.agency_id and n.valid @> make_date(${one.year + 1}, 1, 1)), l.retention_class_id),
           l.unit_id, l.keeper_id, l.nomenclature_line_id
    from records.nomenclature_line l join records.retention_class r using (retention_class_id)
    where l.nomenclature_id = ${ask.id}`.execute(trx)
  return id
}

const refusedLine = (place: number, name: string, code: string, words: string): Field => ({
  path: `lines.${place}.${name}`,
  code,
  message: `Dòng ${place + 1}: ${words}`,
})

/** Sets all lines of a draft, in the order given. Every line that is wrong is named. */
export async function setLines(trx: Trx, ask: Ask, { lines }: SetLines): Promise<number> {
  const one = await ofArchiveToChange(trx, ask, 'records.nomenclature', 'records.archive')
  demandDraft(one.state)
  const day = dayInVietnam(ask.now)
  const { rows } = await sql<{ place: number; unit: boolean; retention: boolean; keeper: boolean }>`
    with reached as (select registry.reach(array[${one.agency_id}]::bigint[], ${day}::date) as ids)
    select n.place::integer - 1 as place, n.unit_id = any(x.ids) as unit,
           exists (select from records.retention_class r where r.retention_class_id = n.class_id
             and (r.agency_id is null or r.agency_id = ${one.agency_id})) as retention,
           n.keeper_id is null or exists (select from registry.person_card p
             where p.person_id = n.keeper_id and p.valid @> ${day}::date and p.agency_id = any(x.ids)) as keeper
    from unnest(${lines.map(({ unitId }) => unitId)}::bigint[], ${lines.map(({ retentionClassId }) => retentionClassId)}::bigint[],
      ${lines.map(({ keeperId }) => keeperId ?? null)}::bigint[]) with ordinality as n(unit_id, class_id, keeper_id, place)
    cross join reached x order by n.place`.execute(trx)
  const seen = new Map<string, number>()
  const fields = lines.flatMap((line, place): Field[] => {
    const known = rows[place]!
    const code = line.code.trim()
    const twin = seen.get(code)
    seen.set(code, seen.get(code) ?? place)
    return [
      ...(twin === undefined
        ? []
        : [
            refusedLine(
              place,
              'code',
              'nomenclature.code_twice',
              `trùng mã ${code} với dòng ${twin + 1}. Hãy đặt mã khác.`,
            ),
          ]),
      ...(known.unit
        ? []
        : [
            refusedLine(
              place,
              'unitId',
              'nomenclature.unit_unknown',
              'đơn vị không thuộc cơ quan. Hãy chọn đơn vị khác.',
            ),
          ]),
      ...(known.retention
        ? []
        : [
            refusedLine(
              place,
              'retentionClassId',
              'nomenclature.retention_unknown',
              'không có thời hạn bảo quản này. Hãy chọn lại.',
            ),
          ]),
      ...(known.keeper
        ? []
        : [
            refusedLine(
              place,
              'keeperId',
              'nomenclature.keeper_unknown',
              'người giữ hồ sơ không công tác tại cơ quan. Hãy chọn người khác.',
            ),
          ]),
    ]
  })
  if (fields.length > 0) throw new Invalid(fields[0]!.code, fields[0]!.message, { fields })
  await trx.deleteFrom('records.nomenclature_line').where('nomenclature_id', '=', ask.id).execute()
  if (lines.length > 0)
    await trx
      .insertInto('records.nomenclature_line')
      .values(
        lines.map((line, place) => ({
          nomenclature_id: ask.id,
          position: place + 1,
          heading: line.heading?.trim() || null,
          code: line.code.trim(),
          title: line.title.trim(),
          retention_class_id: line.retentionClassId,
          unit_id: line.unitId,
          keeper_id: line.keeperId ?? null,
          carried_from_id: line.carriedFromId ?? null,
        })),
      )
      .execute()
  const version = await changeRow(trx, 'records.nomenclature', ask, {})
  await record(trx, ask.actor, 'nomenclature.edited', {
    subject: about(ask.id),
    at: ask.now.toString(),
    after: { lines: lines.length },
  })
  return version
}

function demandDraft(state: string): void {
  if (state === 'draft') return
  throw new Conflict(
    'nomenclature.issued',
    'Danh mục đã ban hành thì không sửa. Hồ sơ phát sinh mở ngoài danh mục, hoặc ghi vào danh mục năm sau.',
  )
}

/** Issues a nomenclature by the number and day of its decision: from then on cases are opened from it. */
export async function issueNomenclature(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  { number, issuedOn }: IssueNomenclature,
): Promise<number> {
  const one = await ofArchiveToChange(trx, ask, 'records.nomenclature', 'records.archive')
  demandDraft(one.state)
  if (issuedOn > dayInVietnam(ask.now))
    throw wrong('issuedOn', 'nomenclature.issued_ahead', 'Ngày ban hành không được sau hôm nay. Hãy sửa ngày.')
  const { rows } = await sql`
    select from records.nomenclature_line l where l.nomenclature_id = ${ask.id} limit 1`.execute(trx)
  if (rows.length === 0)
    throw new Conflict('nomenclature.empty', 'Danh mục chưa có dòng nào. Hãy ghi các hồ sơ dự kiến trước.')
  const version = await changeRow(trx, 'records.nomenclature', ask, {
    state: 'issued',
    number: number.trim(),
    issued_on: issuedOn,
    issued_at: ask.now.toString(),
    issued_by: signatureOf(ask.actor),
  })
  await record(trx, ask.actor, 'nomenclature.issued', {
    subject: about(ask.id),
    at: ask.now.toString(),
    on: issuedOn,
    after: { number, issuedOn },
  })
  return version
}

/** Adds a class of retention of the body: of a circular of its sector. Returns its id. */
export async function addRetentionClass(
  trx: Trx,
  ask: AskToMake,
  { name, years, source, validFrom }: NewRetentionClass,
): Promise<number> {
  demand(ask.actor, 'records.archive')
  const agencyId = await bodyOf(trx, ask.actor, dayInVietnam(ask.now))
  const { retention_class_id: id } = await trx
    .insertInto('records.retention_class')
    .values({
      agency_id: agencyId,
      name: name.trim(),
      years,
      valid: `[${validFrom},)`,
      source: source.trim(),
      confidence: 'own',
    })
    .returning('retention_class_id')
    .executeTakeFirstOrThrow()
  await record(trx, ask.actor, 'retentionClass.added', {
    subject: { kind: 'retentionClass', id },
    at: ask.now.toString(),
    after: { agencyId, name, years, source, validFrom },
  })
  return id
}
