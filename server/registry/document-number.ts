import { sql } from 'kysely'
import { formatDay } from '../platform/calendar.ts'
import { type AnyHandle, type AnyTransaction, type Handle, reading, within } from '../platform/db.ts'
import { asWritten } from '../platform/official-document/model.ts'
import type { RegistryDb } from './db.ts'

/** A series of numbers of a body: for documents of one kind that go out, or for all that come in. */
export interface Series {
  agencyId: number
  direction: 'outgoing' | 'incoming'
  /** Of `registry.document_kind`; "*" for documents that come in. */
  kind: string
  /** Secret documents have their own series. */
  isSecret?: boolean
  /** The register that is made if the body has none for this kind yet; by default it is named after body and kind. */
  named?: string
}

/** A document to be numbered. */
export interface ToNumber {
  /** The series; or the name of a register that belongs to no agency: "report/monthlyTasks". */
  register: string | Series
  /** Its day of issue, for a document that comes in its day of arrival: numbers restart each year. */
  issuedOn: string
}

/** What a number is given to, for the book of outgoing documents. */
export interface BookLine {
  kind: string
  about: string
  signer: string | null
  recipients: string | null
  sourceKind: string
  sourceId: number
  pdf?: Buffer | null
  isUrgent?: boolean
}

export interface DocumentNumber {
  /** The name of the register that has it. */
  register: string
  /** Null if a person wrote a notation that begins with no number. */
  number: number | null
  year: number
  /** As printed on the document: "12/VPCP-TH". */
  notation: string
}

/**
 * Number and notation as Nghị định 30/2020/NĐ-CP writes them, a number below ten with a zero before it: 4 and "/VPCP-TH"
 * are "04/VPCP-TH". Pure.
 */
export function notationOf(number: number, suffix: string): string {
  return asWritten(`${number}${suffix}`)
}

/** The number that a notation begins with: 12 of "12/VPCP-TH"; null if it begins with none. Pure. */
export function numberIn(notation: string): number | null {
  const digits = /^(\d{1,6})(?:\D|$)/.exec(notation)?.[1]
  return digits === undefined ? null : Number(digits)
}

/**
 * The series of a register that is named after the abbreviation of a body: "letter/VPCP" with letters of the body that was VPCP on
 * that day. The name alone if no body has it.
 */
export async function seriesNamed(db: AnyHandle, named: string, kind: string, on: string): Promise<string | Series> {
  const abbreviation = named.slice(named.indexOf('/') + 1)
  const { rows } = await sql<{ agencyId: number }>`
    select p.agency_id as "agencyId" from registry.agency_period p
    where p.abbreviation = ${abbreviation} and p.parent_id is null and p.valid @> ${on}::date
    order by p.agency_id limit 1`.execute(reading<RegistryDb>(db))
  return rows[0] ? { ...rows[0], direction: 'outgoing', kind, named } : named
}

async function findRegister(
  db: Handle<RegistryDb>,
  { agencyId, direction, kind, isSecret = false }: Series,
): Promise<string | undefined> {
  const found = await db
    .selectFrom('registry.register_kind')
    .select('register')
    .where('agency_id', '=', agencyId)
    .where('direction', '=', direction)
    .where('is_secret', '=', isSecret)
    .where('kind', 'in', [kind, '*'])
    .orderBy(sql`kind = '*'`)
    .executeTakeFirst()
  return found?.register
}

/** The name of the register of a series, which is made if there is none. Of two that ask first at once, one makes it. */
export async function registerFor(anyTrx: AnyTransaction, series: string | Series): Promise<string> {
  const trx = within<RegistryDb>(anyTrx)
  if (typeof series === 'string') {
    await trx
      .insertInto('registry.register')
      .values({ register: series, direction: 'outgoing' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return series
  }
  const found = await findRegister(trx, series)
  if (found !== undefined) return found
  const { agencyId, direction, kind, isSecret = false } = series
  const { rows } = await sql<{ register: string }>`
    insert into registry.register as r (register, agency_id, direction, is_secret)
    select coalesce(${series.named ?? null}, concat_ws('/', a.slug, ${direction}::text, ${isSecret ? 'secret' : null}::text, nullif(${kind}::text, '*'))),
           a.agency_id, ${direction}, ${isSecret}
    from registry.agency a where a.agency_id = ${agencyId}
    on conflict (register) do update set agency_id = coalesce(r.agency_id, excluded.agency_id)
    returning r.register`.execute(trx)
  await trx
    .insertInto('registry.register_kind')
    .values({ agency_id: agencyId, direction, is_secret: isSecret, kind, register: rows[0]!.register })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await findRegister(trx, series))!
}

/**
 * Gives the next number of a register. Numbers run from 1 within a year (Nghị định 30/2020/NĐ-CP, Điều 15) without gap
 * or duplicate: the row of the register is locked until the transaction ends, so of two concurrent requests the second
 * waits, and a number whose document was not issued after all is given again.
 */
export async function nextDocumentNumber(
  trx: AnyTransaction,
  { register: series, issuedOn }: ToNumber,
  suffix: string,
): Promise<DocumentNumber & { number: number }> {
  const register = await registerFor(trx, series)
  const year = yearOf(issuedOn)
  const { rows } = await sql<{ number: number }>`
    insert into registry.document_register as r (register, year, last_number) values (${register}, ${year}, 1)
    on conflict (register, year) do update set last_number = r.last_number + 1
    returning r.last_number as number`.execute(within<RegistryDb>(trx))
  const { number } = rows[0]!
  const notation = notationOf(number, suffix)
  await within<RegistryDb>(trx)
    .insertInto('registry.document_number')
    .values({ register, year, notation, number, issued_on: issuedOn })
    .execute()
  return { number, year, notation, register }
}

/** The same for many past documents of one register and year, in the order given. */
export async function nextDocumentNumbers(
  trx: AnyTransaction,
  { register: series, year }: { register: Series; year: number },
  documents: readonly { issuedOn: string; suffix: string }[],
): Promise<(DocumentNumber & { number: number })[]> {
  if (documents.length === 0) return []
  const register = await registerFor(trx, series)
  const { rows } = await sql<{ last: number }>`
    insert into registry.document_register as r (register, year, last_number) values (${register}, ${year}, ${documents.length})
    on conflict (register, year) do update set last_number = r.last_number + excluded.last_number
    returning r.last_number as last`.execute(within<RegistryDb>(trx))
  const before = rows[0]!.last - documents.length
  const given = documents.map(({ suffix }, place) => {
    const number = before + place + 1
    return { register, year, number, notation: notationOf(number, suffix) }
  })
  await sql`
    insert into registry.document_number (register, year, notation, number, issued_on)
    select ${register}, ${year}, n.notation, n.number, n.issued_on
    from unnest(${given.map(({ notation }) => notation)}::text[], ${given.map(({ number }) => number)}::integer[],
      ${documents.map(({ issuedOn }) => issuedOn)}::date[]) n(notation, number, issued_on)`.execute(
    within<RegistryDb>(trx),
  )
  return given
}

/** Enters a numbered document in the book of outgoing documents. */
export async function enterInBook(
  trx: AnyTransaction,
  { register, year, notation }: Pick<DocumentNumber, 'register' | 'year' | 'notation'>,
  line: BookLine,
  at: Temporal.Instant,
): Promise<void> {
  await within<RegistryDb>(trx)
    .insertInto('registry.book_entry')
    .values({
      register,
      year,
      notation,
      kind: line.kind,
      about: line.about,
      signer: line.signer?.trim() || null,
      recipients: line.recipients?.trim() || null,
      source_kind: line.sourceKind,
      source_id: line.sourceId,
      pdf_sha256: line.pdf ?? null,
      is_urgent: line.isUrgent ?? false,
      entered_at: at.toString(),
    })
    .execute()
}

/**
 * Records a number that a person has written, from a book kept elsewhere: gaps are that book's own. Returns `refused`,
 * with the message to show, if the register has it already in that year. Numbering continues after it.
 */
export async function takeDocumentNumber(
  anyTrx: AnyTransaction,
  { register: series, issuedOn }: ToNumber,
  written: string,
): Promise<DocumentNumber | { refused: string }> {
  const trx = within<RegistryDb>(anyTrx)
  const register = await registerFor(trx, series)
  const notation = asWritten(written)
  const [year, number] = [yearOf(issuedOn), numberIn(notation)]
  await sql`
    insert into registry.document_register as r (register, year, last_number)
    values (${register}, ${year}, ${number ?? 0})
    on conflict (register, year) do update set last_number = greatest(r.last_number, excluded.last_number)`.execute(trx)
  const taken = await trx
    .insertInto('registry.document_number')
    .values({ register, year, notation, number, issued_on: issuedOn })
    .onConflict((conflict) => conflict.doNothing())
    .returning('notation')
    .executeTakeFirst()
  return taken
    ? { number, year, notation, register }
    : { refused: (await numberTaken(trx, { register, issuedOn }, written))! }
}

/**
 * Why a number that a person has written cannot be recorded: the register has it already in that year; null if it has not. For
 * a draft, which keeps no number: `takeDocumentNumber` asks again.
 */
export async function numberTaken(
  db: AnyHandle,
  { register: series, issuedOn }: ToNumber,
  written: string,
): Promise<string | null> {
  const register = typeof series === 'string' ? series : await findRegister(reading<RegistryDb>(db), series)
  if (register === undefined) return null
  const [year, notation] = [yearOf(issuedOn), asWritten(written)]
  const taken = await reading<RegistryDb>(db)
    .selectFrom('registry.document_number')
    .select('issued_on')
    .where('register', '=', register)
    .where('year', '=', year)
    .where('notation', '=', notation)
    .executeTakeFirst()
  if (taken === undefined) return null
  return `Số ${notation} của năm ${year} đã cấp cho văn bản ngày ${formatDay(taken.issued_on)}. Hãy nhập số khác.`
}

const yearOf = (day: string) => Number(day.slice(0, 4))
