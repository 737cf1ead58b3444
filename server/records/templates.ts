import { sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import { type AnyHandle, type AnyTransaction, reading, type Transaction, toJson, within } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { checkVersion } from '../platform/version.ts'
import { bodyOf, demand } from './access.ts'
import type { RecordsDb } from './db.ts'
import { demandKind, refuseUneven } from './draft.ts'
import type { DraftContent } from './draft-content.ts'
import { STANDARD_TEMPLATES } from './standard-templates.ts'
import { changeRow, lockRow, marked, notFound } from './store.ts'
import { refuseUnknownFields, TEMPLATE_FIELDS } from './template-fields.ts'
import type { NewTemplate, TemplateDetail, TemplateQuery, TemplateRow, UseTemplate } from './template-shapes.ts'

type Trx = Transaction<RecordsDb>
const subject = (id: number) => ({ kind: 'template', id })
const fields = Object.entries(TEMPLATE_FIELDS).map(([name, { vi, en }]) => ({ name, meaning: vi, meaningEn: en }))

/** The templates of the actor's body and those of every body; what is not in use yet is for those who keep them. */
export async function listTemplates(db: AnyHandle, actor: Actor, { kind, inUse }: TemplateQuery, today: string) {
  demand(actor, 'records.draft')
  const rows = await rowsFor(db, actor, today)
  return {
    rows: rows.filter((row) => (kind === undefined || row.kind === kind) && (!inUse || row.used !== null)),
    fields,
  }
}

/** A template with all its texts. */
export async function showTemplate(db: AnyHandle, actor: Actor, id: number, today: string): Promise<TemplateDetail> {
  demand(actor, 'records.draft')
  const [row] = await rowsFor(db, actor, today, id)
  if (!row) throw notFound('records.template')
  const texts = await reading<RecordsDb>(db)
    .selectFrom('records.template_text')
    .select(['number', 'about', 'content', 'made_at', 'made_by'])
    .where('template_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  return {
    ...row,
    texts: texts.map((text) => ({
      number: text.number,
      about: text.about,
      content: text.content as unknown as DraftContent,
      madeAt: text.made_at,
      madeBy: text.made_by,
    })),
    fields,
    mayChange: row.isOwn && hasRight(actor, 'records.register'),
  }
}

async function rowsFor(db: AnyHandle, actor: Actor, today: string, id?: number): Promise<TemplateRow[]> {
  const body = await bodyOf(db, actor, today)
  const { rows } = await sql<
    Omit<TemplateRow, 'used' | 'latest'> & {
      usedNumber: number | null
      usedAt: string
      usedBy: string
      number: number
      madeAt: string
      madeBy: string
    }
  >`
    select t.template_id as id, t.version, t.kind, t.name, coalesce(u.about, x.about) as about,
           t.agency_id is not null as "isOwn", t.used_number as "usedNumber", t.used_at as "usedAt", t.used_by as "usedBy",
           x.number, x.made_at as "madeAt", x.made_by as "madeBy"
    from records.template t
    join lateral (select * from records.template_text l where l.template_id = t.template_id
                  order by l.number desc limit 1) x on true
    left join records.template_text u on u.template_id = t.template_id and u.number = t.used_number
    where t.retired_at is null and (t.agency_id is null or t.agency_id = ${body})
      ${hasRight(actor, 'records.register') ? sql`` : sql`and t.used_number is not null`}
      ${id === undefined ? sql`` : sql`and t.template_id = ${id}`}
    order by t.agency_id is null, t.name, t.template_id`.execute(reading<RecordsDb>(db))
  return rows.map(({ usedNumber, usedAt, usedBy, number, madeAt, madeBy, ...row }) => ({
    ...row,
    used: usedNumber === null ? null : { number: usedNumber, at: usedAt, by: usedBy },
    latest: { number, madeAt, madeBy },
  }))
}

/** Adds a template of the actor's body, not in use yet. Throws 400 that names an unknown field. */
export async function makeTemplate(trx: Trx, ask: AskToMake, input: NewTemplate): Promise<number> {
  demand(ask.actor, 'records.register')
  refuseText(input)
  const agencyId = await bodyOf(trx, ask.actor, dayInVietnam(ask.now))
  const { kind, name } = input
  await demandKind(trx, kind)
  const { template_id: id } = await trx
    .insertInto('records.template')
    .values({ agency_id: agencyId, kind, name: name.trim(), ...marked(ask) })
    .returning('template_id')
    .executeTakeFirstOrThrow()
  await keepText(trx, { ...ask, id }, 1, input)
  await record(trx, ask.actor, 'template.made', { subject: subject(id), at: ask.now.toString(), after: { kind, name } })
  return id
}

/** Changes a template; a changed text is its next one. Drafts begin with the text that is in use until another is put in use. */
export async function changeTemplate(trx: Trx, ask: Ask, input: NewTemplate): Promise<number> {
  await ownTemplate(trx, ask)
  refuseText(input)
  const { kind, name } = input
  await demandKind(trx, kind)
  const last = await trx
    .selectFrom('records.template_text')
    .select(['number', 'about', 'content'])
    .where('template_id', '=', ask.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const isChanged = last.about !== input.about.trim() || !(await isSameContent(trx, last.content, input.content))
  const number = isChanged ? last.number + 1 : last.number
  if (isChanged) await keepText(trx, ask, number, input)
  const version = await changeRow(trx, 'records.template', ask, { kind, name: name.trim() })
  await record(trx, ask.actor, 'template.changed', {
    subject: subject(ask.id),
    at: ask.now.toString(),
    after: { kind, name, number },
  })
  return version
}

/** Lets drafts begin with a text. What was begun with another stays as it is. */
export async function useTemplate(trx: Trx, ask: Ask, { number }: UseTemplate): Promise<number> {
  const row = await ownTemplate(trx, ask)
  if (row.used_number === number)
    throw new Conflict('template.in_use', 'Phiên bản này đang được sử dụng. Hãy chọn phiên bản khác.')
  const text = await trx
    .selectFrom('records.template_text')
    .select(['about', 'content'])
    .where('template_id', '=', ask.id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!text) throw wrong('number', 'template.no_text', 'Mẫu không có phiên bản này. Hãy chọn phiên bản khác.')
  // The list of fields may have changed since it was written.
  refuseUnknownFields(text.content as unknown as DraftContent, text.about)
  const at = ask.now.toString()
  const version = await changeRow(trx, 'records.template', ask, {
    used_number: number,
    used_at: at,
    used_by: signatureOf(ask.actor),
  })
  await record(trx, ask.actor, 'template.putInUse', {
    subject: subject(ask.id),
    at,
    before: { number: row.used_number },
    after: { number },
  })
  return version
}

export async function retireTemplate(trx: Trx, ask: Ask): Promise<number> {
  await ownTemplate(trx, ask)
  const version = await changeRow(trx, 'records.template', ask, { retired_at: ask.now.toString() })
  await record(trx, ask.actor, 'template.retired', { subject: subject(ask.id), at: ask.now.toString() })
  return version
}

function refuseText({ about, content }: NewTemplate): void {
  refuseUnknownFields(content, about)
  refuseUneven(content)
}

/** Whether two contents are the same for the database, whatever the order of their keys. */
async function isSameContent(trx: Trx, before: unknown, after: DraftContent): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`
    select ${toJson(before)}::jsonb = ${toJson(after)}::jsonb as same`.execute(trx)
  return rows[0]!.same
}

async function keepText(
  trx: Trx,
  { id, now, actor }: Pick<Ask, 'id' | 'now' | 'actor'>,
  number: number,
  { about, content }: NewTemplate,
): Promise<void> {
  await trx
    .insertInto('records.template_text')
    .values({
      template_id: id,
      number,
      about: about.trim(),
      content: toJson(content),
      made_at: now.toString(),
      made_by: signatureOf(actor),
    })
    .execute()
}

/** A template of the actor's body, locked at the version seen. Those of every body are kept with the product. */
async function ownTemplate(trx: Trx, ask: Ask) {
  demand(ask.actor, 'records.register')
  const body = await bodyOf(trx, ask.actor, dayInVietnam(ask.now))
  const row = await lockRow(trx, 'records.template', ask.id)
  if (!row || row.agency_id !== body || row.retired_at !== null) throw notFound('records.template')
  checkVersion(ask.version, row.version, { by: row.changed_by, at: row.changed_at })
  return row
}

/** Loads the templates that every body can begin with, in use. A second run changes nothing. */
export async function loadTemplates(anyTrx: AnyTransaction): Promise<void> {
  const trx = within<RecordsDb>(anyTrx)
  for (const { kind, name, about, content } of STANDARD_TEMPLATES) {
    refuseUnknownFields(content, about)
    await sql`
      with made as (
        insert into records.template (kind, name, changed_at, changed_by)
        values (${kind}, ${name}, now(), 'dieuhanh')
        on conflict (agency_id, kind, name) where retired_at is null do nothing
        returning template_id
      ), one as (
        select template_id, 0 as number from made
        union all
        select t.template_id, x.number from records.template t
        join lateral (select number, about, content from records.template_text l
          where l.template_id = t.template_id order by number desc limit 1) x on true
        where t.agency_id is null and t.kind = ${kind} and t.name = ${name} and t.retired_at is null
          and (x.about, x.content) is distinct from (${about}, ${toJson(content)}::jsonb)
      )
      insert into records.template_text (template_id, number, about, content, made_at, made_by)
      select template_id, number + 1, ${about}, ${toJson(content)}, now(), 'dieuhanh' from one`.execute(trx)
  }
  await sql`
    update records.template t
    set used_number = x.number, used_at = now(), used_by = 'dieuhanh', version = t.version + 1, changed_at = now()
    from (select template_id, max(number) as number from records.template_text group by template_id) x
    where t.agency_id is null and x.template_id = t.template_id and t.used_number is distinct from x.number`.execute(
    trx,
  )
}
