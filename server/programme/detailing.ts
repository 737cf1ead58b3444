/** The second debt: texts that laws in force leave to be issued, and that are not. */
import { type RawBuilder, sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { addMonths, dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { Conflict, NotFound, wrong } from '../platform/errors.ts'
import { holdsTyped } from '../platform/search.ts'
import { checkVersion } from '../platform/version.ts'
import { isKeeper, toKeep } from './access.ts'
import type { ProgrammeDb } from './db.ts'
import { heldOn } from './holder.ts'
import type { DetailingList, DetailingQuery, IssueDetailing, OweDetailing } from './plan-shapes.ts'
import { agencyName, isOfNow, type Known, knownIn, refuseMissingAgency } from './store.ts'

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
    .select(['version', 'law_number', 'law_effect_on'])
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
  if (known) {
    throw new Conflict(
      'detailing.issued',
      `Văn bản này đã ban hành: ${known.number}. Nếu ghi sai, hãy hủy ghi nhận đó trước.`,
    )
  }
  refuseEarlier(duty, input.issuedOn)
  await refuseOtherDay(trx, ask.id, input)
  await trx
    .insertInto('programme.detailing_text')
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

/** For `programme.detailing_duty d`: the earliest day on which its law can have been passed, as `refuseEarlier` counts. */
const WAS_PASSED = sql`coalesce(make_date(substring(d.law_number from '/(\\d{4})/')::integer, 1, 1), (d.law_effect_on - interval '36 months')::date)`

/** No text details a law of a later year; of a law whose number says no year, none is older than three years before its effect. */
function refuseEarlier({ law_number, law_effect_on }: { law_number: string; law_effect_on: string }, on: string): void {
  const year = /\/(\d{4})\//.exec(law_number)?.[1]
  const earliest = year === undefined ? addMonths(law_effect_on, -36) : `${year}-01-01`
  if (on >= earliest) return
  throw wrong(
    'issuedOn',
    'detailing.before_law',
    `Văn bản quy định chi tiết ${law_number} không thể ban hành trước ${formatDay(earliest)}. Hãy kiểm tra lại ngày.`,
  )
}

/** One decree may detail several clauses; it was issued on one day. */
async function refuseOtherDay(
  trx: Transaction<ProgrammeDb>,
  dutyId: number,
  { number, issuedOn, effectOn }: IssueDetailing,
): Promise<void> {
  const { rows } = await sql<{ issuedOn: string; effectOn: string }>`
    select s.issued_on as "issuedOn", s.effect_on as "effectOn" from programme.detailing_issue s
    where s.detailing_duty_id <> ${dutyId} and platform.fold(s.number) = platform.fold(${number.trim()})
      and extract(year from s.issued_on) = ${issuedOn.slice(0, 4)}::integer
      and (s.issued_on, s.effect_on) <> (${issuedOn}::date, ${effectOn}::date) limit 1`.execute(trx)
  const [other] = rows
  if (!other) return
  throw wrong(
    'number',
    'detailing.number_used',
    `Số này đã ghi cho văn bản ban hành ngày ${formatDay(other.issuedOn)}, hiệu lực từ ${formatDay(other.effectOn)}. Hãy kiểm tra lại số và ngày.`,
  )
}

/** The text that was recorded was not the one, or is none: as known from now on the duty never had it. */
export async function annulDetailing(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  { reason }: { reason: string },
): Promise<number> {
  toKeep(ask.actor)
  const duty = await trx
    .selectFrom('programme.detailing_duty')
    .select('version')
    .where('detailing_duty_id', '=', ask.id)
    .forUpdate()
    .executeTakeFirst()
  if (!duty) throw new NotFound('detailing.not_found', 'Không tìm thấy văn bản quy định chi tiết này.')
  checkVersion(ask.version, duty.version)
  const annulled = await trx
    .updateTable('programme.detailing_text')
    .set({ annulled_at: ask.now.toString(), annulled_by: signatureOf(ask.actor), annulled_because: reason })
    .where('detailing_duty_id', '=', ask.id)
    .where('annulled_at', 'is', null)
    .returning(['number', 'issued_on'])
    .executeTakeFirst()
  if (!annulled) throw new Conflict('detailing.nothing_to_annul', 'Chưa ghi văn bản nào để hủy.')
  await trx
    .updateTable('programme.detailing_duty')
    .set({ version: ask.version + 1 })
    .where('detailing_duty_id', '=', ask.id)
    .execute()
  await record(trx, ask.actor, 'detailing.annulled', {
    subject: { kind: 'detailingDuty', id: ask.id },
    at: ask.now.toString(),
    before: { number: annulled.number, issuedOn: annulled.issued_on },
    detail: { reason },
  })
  return ask.version + 1
}

/** For `programme.detailing_duty d`: the text `s` in force at the end of a day, as known by then. */
export const textIssuedBy = (asOf: string, query: Known): RawBuilder<unknown> => {
  const known = knownIn(query)
  return sql`
  left join programme.detailing_text s on s.detailing_duty_id = d.detailing_duty_id and s.issued_on <= ${asOf}::date
    and s.recorded_at < ${known} and (s.annulled_at is null or s.annulled_at >= ${known})`
}

/** Texts on a day: owed since the law took effect, coming with a law not in force yet, issued in time or late. */
export async function listDetailing(
  db: AnyHandle,
  actor: Actor,
  query: DetailingQuery,
  today: string,
): Promise<DetailingList> {
  const asOf = query.asOf ?? today
  const known = knownIn(query)
  const { knownOn, knownBefore } = query
  const held = heldOn('detailing', { asOf, knownOn, knownBefore })
  const all = sql`
    select d.detailing_duty_id as id, d.law_number as "lawNumber", d.law_title as "lawTitle", d.law_effect_on as "lawEffectOn", d.clause,
           d.name, d.text_kind as "textKind", ${held.agency} as "leadAgencyId", d.in_charge as "inCharge", d.item_id, d.version,
           s.number, s.issued_on as "issuedOn", s.effect_on as "effectOn",
           case when s.issued_on is null then case when d.law_effect_on <= ${asOf}::date then 'owed' else 'coming' end
                when s.issued_on > d.law_effect_on then 'issuedLate' else 'issued' end as standing,
           nullif(greatest(coalesce(s.issued_on, ${asOf}::date) - d.law_effect_on, 0), 0) as "daysLate"
    from programme.detailing_duty d ${held.join} ${textIssuedBy(asOf, query)}
    where d.recorded_at < ${known} and ${WAS_PASSED} <= ${asOf}::date and ${held.seenBy(actor)}`
  const handle = reading<ProgrammeDb>(db)
  const { rows: totals } = await sql<Pick<DetailingList, 'laws' | 'owed' | 'issued' | 'issuedLate'>>`
    select count(distinct x."lawNumber")::integer as laws, (count(*) filter (where x.standing = 'owed'))::integer as owed,
           (count(*) filter (where x.standing in ('issued', 'issuedLate')))::integer as issued,
           (count(*) filter (where x.standing = 'issuedLate'))::integer as "issuedLate"
    from (${all}) x`.execute(handle)
  const STANDING = { owed: ['owed'], coming: ['coming'], issued: ['issued', 'issuedLate'], late: ['issuedLate'] }
  const { rows } = await sql<Omit<DetailingList['rows'][number], 'mayIssue' | 'mayAnnul'>>`
    select x.id, x."lawNumber", x."lawTitle", x."lawEffectOn", x.clause, x.name, x."textKind", x."leadAgencyId",
           ${agencyName(sql`x."leadAgencyId"`, asOf)} as "leadAgencyName", x."inCharge",
           case when i.item_id is not null then jsonb_build_object('id', i.item_id, 'code', i.code) end as item,
           x.standing, x.number, x."issuedOn", x."effectOn", x."daysLate", x.version
    from (${all}) x left join programme.item i on i.item_id = x.item_id
    where (${query.agencyId ?? null}::bigint is null or x."leadAgencyId" = ${query.agencyId ?? null})
      and ${query.detailing === undefined ? sql`true` : sql`x.standing = any(${STANDING[query.detailing]}::text[])`}
      and ${query.search === undefined ? sql`true` : holdsTyped(sql`platform.fold(x."lawNumber" || ' ' || x."lawTitle" || ' ' || x.name)`, query.search)}
    order by x.standing <> 'owed', x."lawEffectOn", x.id limit 500`.execute(handle)
  const mayKeep = isKeeper(actor) && isOfNow(query, today)
  return {
    asOf,
    ...totals[0]!,
    rows: rows.map((row) => ({
      ...row,
      mayIssue: mayKeep && row.number === null,
      mayAnnul: mayKeep && row.number !== null,
    })),
  }
}
