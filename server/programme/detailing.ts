/** The second debt: texts that laws in force leave to be issued, and that are not. */
import { sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { Conflict, NotFound, wrong } from '../platform/errors.ts'
import { holdsTyped } from '../platform/search.ts'
import { checkVersion } from '../platform/version.ts'
import { isKeeper, toKeep } from './access.ts'
import type { ProgrammeDb } from './db.ts'
import { heldOn } from './holder.ts'
import type { DetailingList, DetailingQuery, IssueDetailing, OweDetailing } from './plan-shapes.ts'
import { agencyName, knownBefore, refuseMissingAgency } from './store.ts'

export async function oweDetailing(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: AskToMake,
  input: OweDetailing,
): Promise<number> {
  toKeep(actor)
  await refuseMissingAgency(trx, 'leadAgencyId', input.leadAgencyId, dayInVietnam(now))
  if (input.itemId !== undefined) {
    const item = await trx
      .selectFrom('programme.item')
      .select('item_id')
      .where('item_id', '=', input.itemId)
      .executeTakeFirst()
    if (!item) throw wrong('itemId', 'detailing.no_item', 'Không có đề án này. Hãy chọn lại, hoặc để trống.')
  }
  const { detailing_duty_id: id } = await trx
    .insertInto('programme.detailing_duty')
    .values({
      law_number: input.lawNumber,
      law_title: input.lawTitle,
      law_effect_on: input.lawEffectOn,
      clause: input.clause,
      name: input.name,
      text_kind: input.textKind,
      lead_agency_id: input.leadAgencyId,
      in_charge: input.inCharge ?? null,
      item_id: input.itemId ?? null,
      recorded_at: now.toString(),
      recorded_by: signatureOf(actor),
    })
    .returning('detailing_duty_id')
    .executeTakeFirstOrThrow()
  await record(trx, actor, 'detailing.owed', {
    subject: { kind: 'detailingDuty', id },
    at: now.toString(),
    after: input,
  })
  return id
}

export async function issueDetailing(trx: Transaction<ProgrammeDb>, ask: Ask, input: IssueDetailing): Promise<number> {
  toKeep(ask.actor)
  const duty = await trx
    .selectFrom('programme.detailing_duty')
    .select(['version', 'law_number'])
    .where('detailing_duty_id', '=', ask.id)
    .forUpdate()
    .executeTakeFirst()
  if (!duty) throw new NotFound('detailing.not_found', 'Không tìm thấy văn bản quy định chi tiết này.')
  checkVersion(ask.version, duty.version)
  if (input.issuedOn > dayInVietnam(ask.now)) {
    throw wrong('issuedOn', 'detailing.in_future', 'Ngày ban hành không được sau hôm nay.')
  }
  if (input.effectOn < input.issuedOn) {
    throw wrong('effectOn', 'detailing.effect_before', 'Ngày có hiệu lực không được trước ngày ban hành.')
  }
  const known = await trx
    .selectFrom('programme.detailing_issue')
    .select('number')
    .where('detailing_duty_id', '=', ask.id)
    .executeTakeFirst()
  if (known) throw new Conflict('detailing.issued', `Văn bản này đã ban hành: ${known.number}.`)
  await trx
    .insertInto('programme.detailing_issue')
    .values({
      detailing_duty_id: ask.id,
      number: input.number,
      issued_on: input.issuedOn,
      effect_on: input.effectOn,
      recorded_at: ask.now.toString(),
      recorded_by: signatureOf(ask.actor),
    })
    .execute()
  await trx
    .updateTable('programme.detailing_duty')
    .set({ version: ask.version + 1 })
    .where('detailing_duty_id', '=', ask.id)
    .execute()
  await record(trx, ask.actor, 'detailing.issued', {
    subject: { kind: 'detailingDuty', id: ask.id },
    on: input.issuedOn,
    at: ask.now.toString(),
    after: input,
  })
  return ask.version + 1
}

/** Texts on a day: owed since the law took effect, coming with a law not in force yet, issued in time or late. */
export async function listDetailing(
  db: AnyHandle,
  actor: Actor,
  query: DetailingQuery,
  today: string,
): Promise<DetailingList> {
  const asOf = query.asOf ?? today
  const known = knownBefore(query.knownOn)
  const held = heldOn('detailing', { asOf, knownOn: query.knownOn })
  const seen = actor.seen === null ? sql`true` : sql`${held.ofDay} = any(${[...actor.seen]}::bigint[])`
  const all = sql`
    select d.detailing_duty_id as id, d.law_number as "lawNumber", d.law_title as "lawTitle", d.law_effect_on as "lawEffectOn", d.clause,
           d.name, d.text_kind as "textKind", ${held.agency} as "leadAgencyId", d.in_charge as "inCharge", d.item_id, d.version,
           s.number, s.issued_on as "issuedOn", s.effect_on as "effectOn",
           case when s.issued_on is null then case when d.law_effect_on <= ${asOf}::date then 'owed' else 'coming' end
                when s.issued_on > d.law_effect_on then 'issuedLate' else 'issued' end as standing,
           nullif(greatest(coalesce(s.issued_on, ${asOf}::date) - d.law_effect_on, 0), 0) as "daysLate"
    from programme.detailing_duty d ${held.join}
    left join programme.detailing_issue s on s.detailing_duty_id = d.detailing_duty_id and s.issued_on <= ${asOf}::date
      and s.recorded_at < ${known}
    where d.recorded_at < ${known} and ${seen}`
  const handle = reading<ProgrammeDb>(db)
  const { rows: totals } = await sql<Pick<DetailingList, 'laws' | 'owed' | 'issued' | 'issuedLate'>>`
    select count(distinct x."lawNumber")::integer as laws, (count(*) filter (where x.standing = 'owed'))::integer as owed,
           (count(*) filter (where x.standing in ('issued', 'issuedLate')))::integer as issued,
           (count(*) filter (where x.standing = 'issuedLate'))::integer as "issuedLate"
    from (${all}) x`.execute(handle)
  const STANDING = { owed: ['owed'], coming: ['coming'], issued: ['issued', 'issuedLate'], late: ['issuedLate'] }
  const { rows } = await sql<Omit<DetailingList['rows'][number], 'mayIssue'>>`
    select x.id, x."lawNumber", x."lawTitle", x."lawEffectOn", x.clause, x.name, x."textKind", x."leadAgencyId",
           ${agencyName(sql`x."leadAgencyId"`, asOf)} as "leadAgencyName", x."inCharge",
           case when i.item_id is not null then jsonb_build_object('id', i.item_id, 'code', i.code) end as item,
           x.standing, x.number, x."issuedOn", x."effectOn", x."daysLate", x.version
    from (${all}) x left join programme.item i on i.item_id = x.item_id
    where (${query.agencyId ?? null}::bigint is null or x."leadAgencyId" = ${query.agencyId ?? null})
      and ${query.detailing === undefined ? sql`true` : sql`x.standing = any(${STANDING[query.detailing]}::text[])`}
      and ${query.search === undefined ? sql`true` : holdsTyped(sql`platform.fold(x."lawNumber" || ' ' || x."lawTitle" || ' ' || x.name)`, query.search)}
    order by x.standing <> 'owed', x."lawEffectOn", x.id limit 500`.execute(handle)
  const mayIssue = isKeeper(actor)
  return { asOf, ...totals[0]!, rows: rows.map((row) => ({ ...row, mayIssue: mayIssue && row.number === null })) }
}
