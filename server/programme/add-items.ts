import { sql } from 'kysely'
import { signatureOf } from '../platform/actor.ts'
import { record, recordMany } from '../platform/audit.ts'
import { dayInVietnam, formatDay, monthEnd, monthStart } from '../platform/calendar.ts'
import type { AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, NotFound, wrong } from '../platform/errors.ts'
import { toKeep, toRegister } from './access.ts'
import { kindOf } from './columns.ts'
import type { ProgrammeDb } from './db.ts'
import type { DueDay } from './due-day.ts'
import type { AddItem, Level, Origin, RegisterItem, TextKind } from './shapes.ts'
import { addFacts, agenciesMissing, dueOf, kinOf, nameKey, refuseMissingAgency, workingRules } from './store.ts'
import { passAdded } from './succeed.ts'

export interface ItemToAdd {
  name: string
  textKind: TextKind
  level: Level
  leadAgencyId: number
  coordinating: { agencyId: number; namedAs: string }[]
  inCharge: string | null
  /** The due days in their order; one but for a part of an entry that was postponed before it was split. */
  dues: (DueDay & { on: string; act: string; actOn: string })[]
  origin: Origin
  originWords: string | null
  note: string | null
  source?: { kind: string; id: number; ref: string; number: string | null }
  importId?: number
  fromItemId?: number
}

/**
 * Adds entries to a programme from a day on, all or none: rows, due days, facts and log, in a few statements however many
 * they are. `isTold` false: whoever acts tells of them together. Returns ids and codes in the order given.
 */
export async function addItems(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: AskToMake,
  {
    programmeId,
    state,
    on,
    isTold,
  }: { programmeId: number; state: 'planned' | 'registered'; on: string; isTold: boolean },
  items: readonly ItemToAdd[],
): Promise<{ id: number; code: string }[]> {
  if (items.length === 0) return []
  const at = now.toString()
  const by = signatureOf(actor)
  const { rows: numbers } = await sql<{ n: number }>`
    select nextval('programme.item_number') as n from generate_series(1, ${items.length}::integer)`.execute(trx)
  const last = (item: ItemToAdd) => item.dues.at(-1)!
  const added = await trx
    .insertInto('programme.item')
    .values(
      items.map((item, place) => ({
        code: `ĐA-${last(item).month.slice(0, 4)}-${String(numbers[place]!.n).padStart(4, '0')}`,
        name: item.name,
        text_kind: item.textKind,
        origin: item.origin,
        origin_words: item.originWords,
        note: item.note,
        source_kind: item.source?.kind ?? null,
        source_id: item.source?.id ?? null,
        source_ref: item.source?.ref ?? null,
        source_number: item.source?.number ?? null,
        from_item_id: item.fromItemId ?? null,
        import_id: item.importId ?? null,
        state,
        lead_agency_id: item.leadAgencyId,
        level: item.level,
        in_charge: item.inCharge,
        due_on: last(item).dueOn,
        first_due_on: item.dues[0]!.dueOn,
        state_on: on,
        created_at: at,
        created_by: by,
        created_by_agency_id: actor.agencyId,
        changed_at: at,
        changed_by: by,
      })),
    )
    .returning(['item_id as id', 'code'])
    .execute()
  const parties = items.flatMap(({ coordinating }, place) =>
    coordinating.map(({ agencyId, namedAs }, position) => ({
      item_id: added[place]!.id,
      agency_id: agencyId,
      position: position + 1,
      named_as: namedAs,
    })),
  )
  if (parties.length > 0) await trx.insertInto('programme.item_party').values(parties).execute()
  await trx
    .insertInto('programme.entry')
    .values(
      added.map(({ id }) => ({
        programme_id: programmeId,
        item_id: id,
        entered_on: on,
        recorded_at: at,
        recorded_by: by,
      })),
    )
    .execute()
  await trx
    .insertInto('programme.due')
    .values(
      items.flatMap(({ dues }, place) =>
        dues.map((due, position) => ({ item_id: added[place]!.id, ...dueColumns(due, position + 1, at, by) })),
      ),
    )
    .execute()
  await addFacts(
    trx,
    now,
    items.flatMap((item, place) => {
      const itemId = added[place]!.id
      return [
        { itemId, on, dimension: 'state' as const, state },
        { itemId, on, dimension: 'lead' as const, agencyId: item.leadAgencyId },
        { itemId, on, dimension: 'level' as const, words: item.level },
        { itemId, on, dimension: 'inCharge' as const, words: item.inCharge },
        ...item.dues.map((due) => ({ itemId, on: due.on, dimension: 'due' as const, day: due.dueOn })),
      ]
    }),
  )
  const event = state === 'planned' ? 'item.added' : 'item.registered'
  const facts = items.map((item, place) => ({
    subject: { kind: 'programmeItem', id: added[place]!.id },
    on,
    at,
    after: {
      code: added[place]!.code,
      name: item.name,
      leadAgencyId: item.leadAgencyId,
      dueOn: last(item).dueOn,
      state,
    },
    detail: { act: item.dues[0]!.act, programmeId },
  }))
  if (isTold) for (const fact of facts) await record(trx, actor, event, fact)
  else
    await recordMany(
      trx,
      facts.map((fact) => ({ ...fact, actor, event })),
    )
  await passAdded(
    trx,
    { actor, now },
    added.map(({ id }) => id),
  )
  return added
}

/** The columns of a due day. Its act is the document that set it. */
export const dueColumns = (
  due: DueDay & { on: string; act: string; actOn: string },
  position: number,
  at: string,
  by: string,
  changeId: number | null = null,
) => ({
  position,
  month: due.month,
  due_on: due.dueOn,
  is_day: due.ruleId === null,
  words: due.words,
  is_strict: due.isStrict,
  working_rule_id: due.ruleId,
  change_id: changeId,
  act: due.act,
  act_on: due.actOn,
  effective_on: due.on,
  recorded_at: at,
  recorded_by: by,
})

/** A keeper adds an entry that an act put into the programme. */
export async function addItem(
  trx: Transaction<ProgrammeDb>,
  ask: AskToMake,
  input: AddItem,
): Promise<{ id: number; code: string }> {
  toKeep(ask.actor)
  const { actNumber, actOn } = input
  if (actOn > dayInVietnam(ask.now))
    throw wrong('actOn', 'programme.act_in_future', 'Ngày của văn bản không được sau hôm nay.')
  await lockEntries(trx)
  const programme = await programmeOf(trx, input.programmeId, 'issued')
  if (actOn < programme.act_on!) {
    throw wrong(
      'actOn',
      'programme.act_before_programme',
      `${programme.title} ban hành ngày ${formatDay(programme.act_on!)}; văn bản đưa thêm đề án không thể có trước ngày đó.`,
    )
  }
  const item = await itemOf(trx, input, programme, { on: actOn, act: actNumber, actOn }, dayInVietnam(ask.now))
  const [made] = await addItems(
    trx,
    ask,
    { programmeId: input.programmeId, state: 'planned', on: actOn, isTold: true },
    [item],
  )
  return made!
}

/** A body registers an entry; it is in the programme once that is decided. */
export async function registerItem(
  trx: Transaction<ProgrammeDb>,
  ask: AskToMake,
  input: RegisterItem,
): Promise<{ id: number; code: string }> {
  toRegister(ask.actor, input.leadAgencyId)
  const today = dayInVietnam(ask.now)
  await lockEntries(trx)
  const programme = await programmeOf(trx, input.programmeId)
  if (programme.last_on < today) {
    throw wrong(
      'programmeId',
      'programme.period_over',
      `${programme.title} đã hết ngày ${formatDay(programme.last_on)}. Hãy đăng ký vào chương trình của kỳ này hoặc kỳ sau.`,
    )
  }
  const item = await itemOf(trx, input, programme, { on: today, act: 'Phiếu đăng ký', actOn: today }, today)
  const [made] = await addItems(
    trx,
    ask,
    { programmeId: input.programmeId, state: 'registered', on: today, isTold: true },
    [item],
  )
  await trx
    .insertInto('programme.change')
    .values({
      item_id: made!.id,
      kind: 'add',
      reason: input.reason,
      was_owed: false,
      is_by_lead: ask.actor.own.includes(input.leadAgencyId),
      asked_on: today,
      asked_by: signatureOf(ask.actor),
      asked_by_person_id: ask.actor.personId,
      asked_by_agency_id: ask.actor.agencyId,
      asked_at: ask.now.toString(),
    })
    .execute()
  return made!
}

type Period = Awaited<ReturnType<typeof programmeOf>>

/** A programme lists what is due in its months: a slip of the year would hide the entry from every ledger. */
function refuseOutside(programme: Period, { month }: DueDay, field: string): void {
  const words = outsideOf(programme, month)
  if (words) throw wrong(field, 'programme.outside_period', words)
}

/** What to tell of a month (its first day) that a programme does not list; undefined where it does. */
export function outsideOf(
  { title, first_on, last_on }: Pick<Period, 'title' | 'first_on' | 'last_on'>,
  month: string,
): string | undefined {
  const [first, last] = [monthStart(first_on), monthStart(last_on)]
  if (first <= month && month <= last) return undefined
  const printed = (day: string) => `${day.slice(5, 7)}/${day.slice(0, 4)}`
  const months =
    first === last ? `trong tháng ${printed(first)}` : `từ tháng ${printed(first)} đến tháng ${printed(last)}`
  return `${title} chỉ ghi đề án phải trình ${months}. Hãy kiểm tra lại thời hạn, hoặc chọn chương trình khác.`
}

async function itemOf(
  trx: Transaction<ProgrammeDb>,
  input: AddItem | RegisterItem,
  programme: Period,
  act: { on: string; act: string; actOn: string },
  today: string,
): Promise<ItemToAdd> {
  const due = dueOf(await workingRules(trx), input)
  refuseOutside(programme, due, input.day === undefined ? 'month' : 'day')
  await refuseMissingAgency(trx, 'leadAgencyId', input.leadAgencyId, act.on)
  const coordinating = await coordinatingOf(trx, input.coordinatingIds ?? [], act.on, input.leadAgencyId)
  await refuseTwice(trx, programme, input, today)
  return {
    name: input.name.trim(),
    textKind: input.textKind ?? kindOf(input.name),
    level: input.level,
    leadAgencyId: input.leadAgencyId,
    coordinating,
    inCharge: input.inCharge ?? null,
    dues: [{ ...due, ...act }],
    origin: input.origin ?? 'own',
    originWords: input.originWords ?? null,
    note: input.note ?? null,
  }
}

export async function coordinatingOf(
  trx: Transaction<ProgrammeDb>,
  ids: readonly number[],
  on: string,
  leadAgencyId: number,
): Promise<ItemToAdd['coordinating']> {
  if (ids.includes(leadAgencyId)) {
    throw wrong(
      'coordinatingIds',
      'programme.lead_coordinates',
      'Cơ quan chủ trì không đồng thời là cơ quan phối hợp. Hãy bỏ cơ quan đó khỏi các cơ quan phối hợp.',
    )
  }
  const missing = await agenciesMissing(trx, ids, on)
  if (missing.length > 0) {
    throw wrong(
      'coordinatingIds',
      'programme.no_such_agency',
      `Có cơ quan phối hợp không hoạt động vào ngày ${formatDay(on)}. Hãy chọn lại.`,
    )
  }
  if (ids.length === 0) return []
  const { rows } = await sql<{ agencyId: number; namedAs: string }>`
    select c.agency_id as "agencyId", c.name as "namedAs" from registry.agency_card c
    where c.agency_id = any(${[...ids]}::bigint[]) and c.valid @> ${on}::date`.execute(trx)
  const named = new Map(rows.map((row) => [row.agencyId, row]))
  return ids.flatMap((id) => named.get(id) ?? [])
}

/**
 * One entry of one body is not added twice: by a slip, from an annex that was imported before, or because the programme of the
 * year lists it and that of the month does again. Under `lockEntries`.
 */
async function refuseTwice(
  trx: Transaction<ProgrammeDb>,
  programme: Period,
  { name, leadAgencyId }: { name: string; leadAgencyId: number },
  today: string,
): Promise<void> {
  const { first, last } = monthsOf(programme)
  interface Known {
    code: string
    title: string
    dueOn: string
    isRegistered: boolean
    isHere: boolean
    isDue: boolean
  }
  const { rows } = await sql<Known>`
    select i.code, p.title, i.due_on as "dueOn", i.state = 'registered' as "isRegistered",
           p.programme_id = ${programme.programme_id} as "isHere", i.due_on between ${first}::date and ${last}::date as "isDue"
    from programme.item i
    join programme.entry e on e.item_id = i.item_id
    join programme.programme p on p.programme_id = e.programme_id
    where i.lead_agency_id = any(${kinOf(leadAgencyId, today)}) and i.state <> 'stopped'
      and ${nameKey(sql`i.name`)} = ${nameKey(sql`${name}`)}
      and (p.programme_id = ${programme.programme_id} or i.due_on between ${first}::date and ${last}::date
           or i.state in ('planned', 'returned'))
    order by "isHere" desc, "isDue" desc, e.entry_id limit 1`.execute(trx)
  const [known] = rows
  if (!known) return
  if (known.isRegistered) {
    throw wrong(
      'name',
      'programme.item_registered',
      `Đề án này đã đăng ký vào ${known.title} và chưa có quyết định: ${known.code}. Hãy quyết định hoặc rút đăng ký đó trước; ghi thành đề án mới thì bị tính hai lần.`,
    )
  }
  if (known.isHere) {
    throw wrong('name', 'programme.item_known', `Chương trình đã có đề án này: ${known.code}. Hãy mở đề án đã có.`)
  }
  if (known.isDue) {
    throw wrong(
      'name',
      'programme.item_elsewhere',
      `${known.title} đã có đề án này: ${known.code}. Văn phòng mở đề án đó và chọn “Đưa vào chương trình khác”; ghi thành đề án mới thì bị tính hai lần.`,
    )
  }
  throw wrong(
    'name',
    'programme.item_still_open',
    `${known.title} có đề án cùng tên, còn phải trình: ${known.code}, hạn ${formatDay(known.dueOn)}. Nếu là đề án đó, hãy mở đề án và điều chỉnh thời hạn; nếu là đề án khác, hãy ghi rõ điểm khác trong tên gọi.`,
  )
}

/**
 * Of two that add or list the same entry at once, the second sees the first. Held to the end of the transaction, and taken
 * before any programme or entry is locked, so that no two wait for each other.
 */
export async function lockEntries(trx: Transaction<ProgrammeDb>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('programme entries'))`.execute(trx)
}

/** The months of a programme, from their first to their last day. */
export const monthsOf = ({ first_on, last_on }: { first_on: string; last_on: string }) => ({
  first: monthStart(first_on),
  last: monthEnd(last_on),
})

/** A programme to add to. Throws where there is none, or where its act is not recorded yet. */
export async function programmeOf(
  trx: Transaction<ProgrammeDb>,
  id: number,
  needed?: 'issued',
): Promise<{
  programme_id: number
  kind: string
  first_on: string
  last_on: string
  title: string
  act_number: string | null
  act_on: string | null
  version: number
  changed_by: string
  changed_at: string
}> {
  const found = await trx
    .selectFrom('programme.programme')
    .select(['programme_id', 'kind', 'first_on', 'last_on', 'title', 'state', 'act_number', 'act_on', 'version'])
    .select(['changed_by', 'changed_at'])
    .where('programme_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound('programme.not_found', 'Không tìm thấy chương trình này.')
  if (needed === 'issued' && found.state !== 'issued') {
    throw new Conflict(
      'programme.not_issued',
      'Chương trình này chưa ban hành. Hãy ghi số, ngày văn bản ban hành trước, rồi đưa đề án vào.',
    )
  }
  return found
}
