/** An annex that was read waits for a person: rows are put right or dropped, then all become entries at once. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import { type AnyHandle, type Handle, reading, type Transaction, toJson } from '../platform/db.ts'
import { Conflict, Invalid, NotFound, wrong } from '../platform/errors.ts'
import { putUpload } from '../platform/secrecy.ts'
import { cleanFileName, type UploadedFile } from '../platform/upload.ts'
import { checkVersion } from '../platform/version.ts'
import { type Resolution, resolveMany } from '../registry/index.ts'
import { toKeep } from './access.ts'
import { addItems, type ItemToAdd, lockEntries, monthsOf, outsideOf, programmeOf } from './add-items.ts'
import { LONGEST_NAME, problemsOf } from './annex-problems.ts'
import { mediaTypeOf } from './annex-read.ts'
import { type AnnexOfFile, type AnnexRow, kindOf, readLevel } from './columns.ts'
import type { ProgrammeDb } from './db.ts'
import { dueDayOf, dueOnDay, readTerm, type WorkingRule } from './due-day.ts'
import type { EditRow, Import, ImportRow } from './import-shapes.ts'
import { type Alike, entriesAlike, listEntries, lockListed } from './list-again.ts'
import { agencyName, nameKey, refuseMissingAgency, workingRules } from './store.ts'

const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

/** Keeps the rows of an annex for review, with the agencies that the registry knows by these names on the day of the act. */
export async function keepImport(
  trx: Transaction<ProgrammeDb>,
  { actor, now }: AskToMake,
  { programmeId, annex, file }: { programmeId: number; annex: AnnexOfFile; file: UploadedFile },
  { blobs }: { blobs: Blobs },
): Promise<number> {
  toKeep(actor)
  const programme = await programmeOf(trx, programmeId, 'issued')
  const on = programme.act_on!
  const year = Number(programme.first_on.slice(0, 4))
  const fileName = cleanFileName(file.fileName, 'danh-muc')
  await putUpload(trx, blobs, { bytes: file.bytes, fileName }, MEDIA[mediaTypeOf(file.bytes, file.fileName)])
  const by = signatureOf(actor)
  const at = now.toString()
  const { import_id: id } = await trx
    .insertInto('programme.import')
    .values({
      programme_id: programmeId,
      file_name: fileName,
      sha256: createHash('sha256').update(file.bytes).digest(),
      columns: toJson(annex.heads),
      unread: annex.unread,
      made_at: at,
      made_by: by,
      changed_at: at,
      changed_by: by,
    })
    .returning('import_id')
    .executeTakeFirstOrThrow()
  const names = annex.rows.flatMap(({ lead, coordinating }) => [lead, ...coordinating])
  const found = await resolveMany(trx, names, on)
  const meant = new Map(names.map((name, place) => [name, found[place]!]))
  await trx
    .insertInto('programme.import_row')
    .values(annex.rows.map((row, place) => ({ import_id: id, position: place + 1, ...rowOf(row, meant, year) })))
    .execute()
  await record(trx, actor, 'annex.read', {
    subject: { kind: 'programme', id: programmeId },
    at,
    after: { importId: id, fileName, rows: annex.rows.length },
  })
  return id
}

function rowOf(row: AnnexRow, meant: ReadonlyMap<string, Static<typeof Resolution>>, year: number) {
  const lead = meant.get(row.lead)
  const term = readTerm(row.term, year)
  const candidates = lead?.outcome === 'collective' ? lead.members.slice(0, 40) : (lead?.candidates ?? [])
  return {
    printed_row: row.at,
    name: row.name.slice(0, LONGEST_NAME),
    lead_words: row.lead,
    lead_agency_id: lead?.agency?.id ?? null,
    lead_outcome: row.lead === '' ? 'unknown' : (lead?.outcome ?? 'unknown'),
    candidates: toJson(candidates.map(({ id, name }) => ({ id, name }))),
    coordinating: toJson(row.coordinating.map((name) => ({ id: meant.get(name)?.agency?.id ?? null, name }))),
    level: readLevel(row.level),
    level_words: row.level,
    term_words: row.term,
    month: term?.month ?? null,
    day: term?.day ?? null,
    in_charge: row.inCharge?.slice(0, 200) ?? null,
    note: row.note?.slice(0, 4000) ?? null,
    text_kind: kindOf(row.name),
  }
}

type Head = {
  id: number
  programme_id: number
  state: Import['state']
  version: number
  changed_by: string
  changed_at: string
}

async function toReview(trx: Transaction<ProgrammeDb>, { actor, id, version }: Ask): Promise<Head> {
  toKeep(actor)
  const head = await trx
    .selectFrom('programme.import')
    .select(['import_id as id', 'programme_id', 'state', 'version', 'changed_by', 'changed_at'])
    .where('import_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!head) throw absent()
  checkVersion(version, head.version, { by: head.changed_by, at: head.changed_at })
  if (head.state !== 'review')
    throw new Conflict('annex.not_in_review', 'Danh mục này đã được đưa vào chương trình hoặc đã bỏ.')
  return head as Head
}
const absent = () => new NotFound('annex.not_found', 'Không tìm thấy danh mục này.')

async function nextVersion(
  trx: Transaction<ProgrammeDb>,
  { actor, id, now }: Ask,
  state: Import['state'] = 'review',
): Promise<number> {
  const { version } = await trx
    .updateTable('programme.import')
    .set({ state, version: sql<number>`version + 1`, changed_at: now.toString(), changed_by: signatureOf(actor) })
    .where('import_id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function editRow(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  { position, ...input }: EditRow & { position: number },
): Promise<number> {
  const head = await toReview(trx, ask)
  const programme = await programmeOf(trx, head.programme_id)
  if (input.leadAgencyId !== undefined)
    await refuseMissingAgency(trx, 'leadAgencyId', input.leadAgencyId, programme.act_on!)
  if (input.itemId != null) await refuseMissingEntry(trx, input.itemId)
  const { numUpdatedRows } = await trx
    .updateTable('programme.import_row')
    .set({
      ...(input.name === undefined ? {} : { name: input.name.trim() }),
      ...(input.textKind === undefined ? {} : { text_kind: input.textKind }),
      ...(input.leadAgencyId === undefined ? {} : { lead_agency_id: input.leadAgencyId, lead_outcome: 'chosen' }),
      ...(input.level === undefined ? {} : { level: input.level }),
      ...(input.month === undefined ? {} : { month: `${input.month}-01`, day: null }),
      ...(input.day === undefined ? {} : { day: input.day, month: null }),
      ...(input.inCharge === undefined ? {} : { in_charge: input.inCharge }),
      ...(input.itemId === undefined ? {} : { item_id: input.itemId, is_new: false }),
      ...(input.isNew === undefined ? {} : { is_new: input.isNew, ...(input.isNew ? { item_id: null } : {}) }),
      // Nothing was named: the row stays.
      is_dropped: input.isDropped ?? sql<boolean>`is_dropped`,
    })
    .where('import_id', '=', ask.id)
    .where('position', '=', position)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new NotFound('annex.row_not_found', 'Danh mục không có dòng này.')
  const version = await nextVersion(trx, ask)
  await record(trx, ask.actor, 'annex.corrected', {
    subject: { kind: 'programme', id: head.programme_id },
    at: ask.now.toString(),
    after: { importId: ask.id, position, ...input },
  })
  return version
}

/** Whether it can be listed here is a problem of the row (`annex.entry_gone`): that may change until the annex is confirmed. */
async function refuseMissingEntry(trx: Transaction<ProgrammeDb>, id: number): Promise<void> {
  const found = await trx.selectFrom('programme.item').select('item_id').where('item_id', '=', id).executeTakeFirst()
  if (!found) throw wrong('itemId', 'annex.no_entry', 'Không có đề án này. Hãy chọn lại.')
}

/** The level of every row that names none. */
export async function fillLevel(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
  { level }: { level: string },
): Promise<number> {
  const head = await toReview(trx, ask)
  await trx
    .updateTable('programme.import_row')
    .set({ level })
    .where('import_id', '=', ask.id)
    .where('level', 'is', null)
    .execute()
  const version = await nextVersion(trx, ask)
  await record(trx, ask.actor, 'annex.corrected', {
    subject: { kind: 'programme', id: head.programme_id },
    at: ask.now.toString(),
    after: { importId: ask.id, level },
  })
  return version
}

export async function dropImport(trx: Transaction<ProgrammeDb>, ask: Ask): Promise<number> {
  const head = await toReview(trx, ask)
  await record(trx, ask.actor, 'annex.dropped', {
    subject: { kind: 'programme', id: head.programme_id },
    at: ask.now.toString(),
    detail: { importId: ask.id },
  })
  return nextVersion(trx, ask, 'dropped')
}

/**
 * Every row that is not dropped becomes an entry or, where it is one already, lists it once more; all or none. A row with a
 * problem refuses the whole, naming each.
 */
export async function confirmImport(
  trx: Transaction<ProgrammeDb>,
  ask: Ask,
): Promise<{ version: number; added: number; listed: number }> {
  const head = await toReview(trx, ask)
  await lockEntries(trx)
  const programme = await programmeOf(trx, head.programme_id, 'issued')
  const rules = await workingRules(trx)
  const today = dayInVietnam(ask.now)
  const kept = async () =>
    (await rowsOf(trx, ask.id, { on: programme.act_on!, programme, rules, today })).filter(
      ({ isDropped }) => !isDropped,
    )
  await lockListed(
    trx,
    (await kept()).flatMap(({ entry }) => entry?.id ?? []),
  )
  // Read again: one that was stopped or postponed until it was locked can no longer be listed.
  const rows = await kept()
  const fields = rows.flatMap(({ position, problems }) =>
    problems.map(({ column, ...problem }) => ({ ...problem, path: `rows.${position}.${column}` })),
  )
  if (fields.length > 0) {
    const count = rows.filter(({ problems }) => problems.length > 0).length
    throw new Invalid('annex.rows_wrong', `Còn ${count} dòng chưa đúng. ${fields[0]!.message}`, {
      fields: fields.slice(0, 100),
    })
  }
  if (rows.length === 0)
    throw new Conflict('annex.empty', 'Mọi dòng đều đã bỏ. Hãy giữ ít nhất một dòng, hoặc bỏ cả danh mục.')
  const act = { act: programme.act_number!, actOn: programme.act_on!, on: programme.act_on! }
  const again = rows.flatMap(({ position, entry }) => (entry === null ? [] : [{ position, id: entry.id }]))
  await listEntries(
    trx,
    ask,
    { programmeId: head.programme_id, on: act.on, isTold: false },
    again.map(({ id }) => id),
  )
  await sql`
    update programme.import_row r set item_id = a.item_id
    from unnest(${again.map(({ position }) => position)}::integer[], ${again.map(({ id }) => id)}::bigint[]) a(position, item_id)
    where r.import_id = ${ask.id} and r.position = a.position`.execute(trx)
  const items = rows
    .filter(({ entry }) => entry === null)
    .map((row): ItemToAdd => {
      const due = row.day === null ? dueDayOf(rules, row.month!)! : dueOnDay(row.day)
      return {
        name: row.name,
        textKind: row.textKind,
        level: row.level!,
        leadAgencyId: row.lead!.id,
        coordinating: [
          ...new Map(
            row.coordinating
              // The lead is named among those that coordinate now and then: it does not coordinate with itself.
              .filter(({ id }) => id !== null && id !== row.lead!.id)
              .map(({ id, name }) => [id!, { agencyId: id!, namedAs: name }]),
          ).values(),
        ],
        inCharge: row.inCharge,
        dues: [{ ...due, ...act }],
        origin: 'own',
        originWords: null,
        note: noteOf(row),
        importId: ask.id,
      }
    })
  const added = await addItems(
    trx,
    ask,
    { programmeId: head.programme_id, state: 'planned', on: act.on, isTold: false },
    items,
  )
  const version = await nextVersion(trx, ask, 'confirmed')
  await record(trx, ask.actor, 'annex.confirmed', {
    subject: { kind: 'programme', id: head.programme_id },
    at: ask.now.toString(),
    after: { importId: ask.id, added: added.length, listed: again.length },
  })
  return { version, added: added.length, listed: again.length }
}

/** A coordinating agency that nobody knows takes no part, and is not lost. */
function noteOf({ note, coordinating }: ImportRow): string | null {
  const unknown = coordinating.filter(({ id }) => id === null).map(({ name }) => name)
  if (unknown.length === 0) return note
  const words = `Phối hợp theo danh mục, không có trong danh mục cơ quan: ${unknown.join('; ')}.`
  return note === null ? words : `${note} ${words}`
}

export async function showImport(handle: AnyHandle, actor: Actor, id: number, today: string): Promise<Import> {
  toKeep(actor)
  const db = reading<ProgrammeDb>(handle)
  type Head = Omit<Import, 'rows' | 'toAdd' | 'toList' | 'withProblems'> & { first_on: string; last_on: string }
  const { rows } = await sql<Head>`
    select m.import_id as id, m.programme_id as "programmeId", p.title as "programmeTitle", p.act_on as "actOn", m.state,
           m.file_name as "fileName", m.version, m.made_by as "madeBy", m.columns as heads, m.unread,
           p.first_on, p.last_on
    from programme.import m join programme.programme p on p.programme_id = m.programme_id
    where m.import_id = ${id}`.execute(db)
  if (!rows[0]) throw absent()
  const { first_on, last_on, ...head } = rows[0]
  const rules = await workingRules(db)
  const shown = await rowsOf(db, id, {
    on: head.actOn,
    programme: { programme_id: head.programmeId, title: head.programmeTitle, first_on, last_on },
    rules,
    today,
    isDone: head.state !== 'review',
  })
  const kept = shown.filter(({ isDropped }) => !isDropped)
  const ready = kept.filter(({ problems }) => problems.length === 0)
  const toList = ready.filter(({ entry }) => entry !== null).length
  return { ...head, rows: shown, toAdd: ready.length - toList, toList, withProblems: kept.length - ready.length }
}

async function rowsOf(
  db: Handle<ProgrammeDb>,
  id: number,
  {
    on,
    programme,
    rules,
    today,
    isDone = false,
  }: {
    on: string
    programme: Parameters<typeof outsideOf>[0] & Parameters<typeof entriesAlike>[2]
    rules: readonly WorkingRule[]
    today: string
    isDone?: boolean
  },
): Promise<ImportRow[]> {
  type Found = Omit<ImportRow, 'dueOn' | 'problems' | 'entry' | 'alike'> & {
    twiceAt: string | null
    knownAs: string | null
    isRegistered: boolean
    itemId: number | null
    listed: ImportRow['entry']
  }
  const { first, last } = monthsOf(programme)
  const { rows } = await sql<Found>`
    with heir as materialized (select h.agency_id, h.heir_id from registry.heirs(${today}::date) h),
    known as materialized (
      select distinct on (1, 2) coalesce(h.heir_id, i.lead_agency_id) as lead, ${nameKey(sql`i.name`)} as name, i.code,
             i.state = 'registered' as is_registered
      from programme.item i left join heir h on h.agency_id = i.lead_agency_id
      where i.state <> 'stopped'
        and (exists (select from programme.entry e where e.item_id = i.item_id and e.programme_id = ${programme.programme_id})
             -- What is registered for another programme of these months would be counted twice once it is decided.
             or i.state = 'registered' and i.due_on between ${first}::date and ${last}::date)
      order by 1, 2, is_registered
    ),
    read as materialized (
      select r.*, ${nameKey(sql`r.name`)} as folded, coalesce(h.heir_id, r.lead_agency_id) as heir
      from programme.import_row r left join heir h on h.agency_id = r.lead_agency_id where r.import_id = ${id}
    )
    select r.position, r.printed_row as at, r.name, r.text_kind as "textKind", r.lead_words as "leadWords",
           case when r.lead_agency_id is not null
                then jsonb_build_object('id', r.lead_agency_id, 'name', ${agencyName(sql`r.lead_agency_id`, on)}) end as lead,
           r.lead_outcome as "leadOutcome", r.candidates, r.coordinating, r.level_words as "levelWords", r.level,
           r.term_words as "termWords", r.month, r.day, r.in_charge as "inCharge", r.note, r.is_dropped as "isDropped",
           r.is_new as "isNew", r.item_id as "itemId",
           (select jsonb_build_object('id', i.item_id, 'code', i.code, 'name', i.name, 'dueOn', i.due_on, 'programme',
              (select p.title from programme.entry e join programme.programme p on p.programme_id = e.programme_id
               where e.item_id = i.item_id order by e.entry_id limit 1))
            from programme.item i where i.item_id = r.item_id) as listed,
           first_value(r.printed_row) over (partition by r.folded, r.heir, r.is_dropped order by r.position) as "twiceAt",
           k.code as "knownAs", coalesce(k.is_registered, false) as "isRegistered"
    from read r
    left join known k on k.lead = r.heir and k.name = r.folded
    order by r.position`.execute(db)
  const alike = isDone ? new Map<number, Alike[]>() : await entriesAlike(db, id, programme, today)
  const taken = new Map<number, string>()
  return rows.map(({ twiceAt, knownAs, isRegistered, itemId, listed, ...row }) => {
    const due = row.day !== null ? dueOnDay(row.day) : row.month === null ? undefined : dueDayOf(rules, row.month)
    const dueOn = due?.dueOn ?? null
    const outside = due && outsideOf(programme, due.month)
    const found = alike.get(row.position) ?? []
    const chosen = found.find(({ id: one, isLater }) => one === itemId && !isLater)
    const same = itemId === null && !row.isNew ? found.find(({ isSame, isDue }) => isSame && isDue) : undefined
    const entry = isDone ? listed : (chosen ?? same ?? null)
    const shown = { ...row, dueOn, entry: entry && entryOf(entry), alike: [] as ImportRow['alike'] }
    if (isDone || row.isDropped) return { ...shown, problems: [] }
    shown.alike = found
      .filter((one) => one !== entry && !one.isLater)
      .slice(0, MOST_ALIKE)
      .map(entryOf)
    const takenAt = entry === null ? undefined : taken.get(entry.id)
    if (entry !== null && takenAt === undefined) taken.set(entry.id, row.at)
    const isOpen = itemId === null && !row.isNew && entry === null
    // A row that is outside the programme itself is that problem alone.
    const asked = isOpen ? found.find(({ isSame, isLater }) => isSame && !(isLater && outside)) : undefined
    const gone = itemId !== null && !chosen ? listed! : undefined
    const twice = takenAt ?? twiceAt
    return {
      ...shown,
      problems: problemsOf(shown, { on, twiceAt: twice, knownAs, isRegistered, outside, asked, gone }),
    }
  })
}

/** As many as can be told apart at a glance. */
const MOST_ALIKE = 3
const entryOf = ({ id, code, name, programme, dueOn }: NonNullable<ImportRow['entry']>) => ({
  id,
  code,
  name,
  programme,
  dueOn,
})
