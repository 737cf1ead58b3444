import { sql } from 'kysely'
import { formatDay } from '../platform/calendar.ts'
import { type AnyHandle, type AnyTransaction, reading, within } from '../platform/db.ts'
import { asWritten } from '../platform/official-document/model.ts'
import type { RegistryDb } from './db.ts'

/** A document to be numbered. */
export interface ToNumber {
  /** The register: "letter/VPCP". */
  register: string
  /** Its day of issue: numbers restart each year. */
  issuedOn: string
}

export interface DocumentNumber {
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
 * Gives the next number of a register. Numbers run from 1 within a year (Nghị định 30/2020/NĐ-CP, Điều 15) without gap
 * or duplicate: the row of the register is locked until the transaction ends, so of two concurrent requests the second
 * waits, and a number whose document was not issued after all is given again.
 */
export async function nextDocumentNumber(
  trx: AnyTransaction,
  { register, issuedOn }: ToNumber,
  suffix: string,
): Promise<DocumentNumber & { number: number }> {
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
  return { number, year, notation }
}

/**
 * Records a number that a person has written, from a book kept elsewhere: gaps are that book's own. Returns `refused`,
 * with the message to show, if the register has it already in that year. Numbering continues after it.
 */
export async function takeDocumentNumber(
  anyTrx: AnyTransaction,
  { register, issuedOn }: ToNumber,
  written: string,
): Promise<DocumentNumber | { refused: string }> {
  const trx = within<RegistryDb>(anyTrx)
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
  return taken ? { number, year, notation } : { refused: (await numberTaken(trx, { register, issuedOn }, written))! }
}

/**
 * Why a number that a person has written cannot be recorded: the register has it already in that year; null if it has not. For
 * a draft, which keeps no number: `takeDocumentNumber` asks again.
 */
export async function numberTaken(
  db: AnyHandle,
  { register, issuedOn }: ToNumber,
  written: string,
): Promise<string | null> {
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
