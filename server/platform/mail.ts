import { sql } from 'kysely'
import { secretOf } from './auth.ts'
import type { Config } from './config.ts'
import { type AnyHandle, type AnyTransaction, type Database, reading, within } from './db.ts'
import { readEmail } from './email.ts'
import { wrong } from './errors.ts'
import { addJob } from './jobs.ts'
import { keyFor, seal, unseal } from './sealed.ts'

export type MailDb = Pick<Database, 'platform.mail' | 'platform.mail_try' | 'platform.mail_notice'>

/** Sends one message; payload `{ mailId }`. */
export const SEND_JOB = 'mail.send'

export const MAIL_STATES = ['due', 'sending', 'accepted', 'bounced', 'givenUp', 'kept'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** What messages are about: a letter, a digest. All messages about one thing are counted together. */
export interface About {
  kind: string
  id: number | string
}

export interface NewMessage {
  /** Its purpose, unique: "digest/2021-02-28/17". The same key again adds nothing. At most 200 characters. */
  key: string
  to: { name: string; address: string }
  subject: string
  text: string
  /** Without scripts and external pictures: it is shown in a sandboxed frame. */
  html: string
  about?: About
  /** A part of `text` and `html` that the receiver alone may read: who keeps the ledger sees dots in its place. */
  secret?: { words: string; config: SecretKeeper }
}

type SecretKeeper = Pick<Config, 'authSecret' | 'dataDir'>
const DOTS = '•••••'

const secretKey = (config: SecretKeeper): Buffer => keyFor(secretOf(config), 'mail')

/** The bodies as they are handed over, with the secret in its place. */
export function openBodies(
  mail: { key: string; text_body: string; html_body: string; sealed_secret: Buffer | null },
  config: SecretKeeper,
): { text: string; html: string } {
  const { key, text_body: text, html_body: html, sealed_secret: sealed } = mail
  if (sealed === null) return { text, html }
  const words = unseal(secretKey(config), sealed, `mail/${key}`).toString()
  return { text: text.replaceAll(DOTS, words), html: html.replaceAll(DOTS, words) }
}

/** It was handed over once, so the ledger no longer has all of it. */
export function isSecretGone(mail: { text_body: string; html_body: string; sealed_secret: Buffer | null }): boolean {
  return mail.sealed_secret === null && (mail.text_body + mail.html_body).includes(DOTS)
}

/**
 * Adds a message to the ledger, and its sending to the jobs, in the caller's transaction: it is sent if, and only if,
 * that commits. Returns its id; for a known key, the existing id. Throws `Invalid` on the field `path` for an invalid
 * address (a line break in it, several addresses, no @).
 */
export async function enqueueMail(trx: AnyTransaction, message: NewMessage, path = 'to.address'): Promise<number> {
  const db = within<MailDb>(trx)
  const { secret } = message
  const shown = (body: string) => (secret ? body.replaceAll(secret.words, DOTS) : body)
  const added = await db
    .insertInto('platform.mail')
    .values({
      key: message.key,
      to_name: oneLine(message.to.name),
      to_address: mailAddress(message.to.address, path),
      subject: oneLine(message.subject),
      text_body: shown(message.text),
      html_body: shown(message.html),
      sealed_secret: secret ? seal(secretKey(secret.config), Buffer.from(secret.words), `mail/${message.key}`) : null,
      about_kind: message.about?.kind ?? null,
      about_id: message.about === undefined ? null : String(message.about.id),
      next_try_at: sql<string>`now()`,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('mail_id')
    .executeTakeFirst()
  if (added) {
    await addSending(trx, added.mail_id)
    return added.mail_id
  }
  const known = await db
    .selectFrom('platform.mail')
    .select('mail_id')
    .where('key', '=', message.key)
    .executeTakeFirstOrThrow()
  return known.mail_id
}

/** One job per message at a time; `at` (ISO) postpones it. */
export async function addSending(trx: AnyTransaction, mailId: number, at?: string): Promise<void> {
  await addJob(trx, SEND_JOB, { mailId }, { jobKey: `mail/${mailId}`, ...(at === undefined ? {} : { runAt: at }) })
}

/** An address as it is stored. Throws `Invalid` on the field `path`, with the remedy. */
export function mailAddress(typed: string, path: string): string {
  const address = readEmail(typed.trim())
  if (address !== undefined && !/[\r\n]/.test(typed)) return address
  throw wrong(path, 'mail.address_invalid', `${whyNot(typed)} Hãy ghi đúng một địa chỉ, ví dụ ten@coquan.gov.vn.`)
}

function whyNot(typed: string): string {
  if (/[\r\n]/.test(typed)) return 'Địa chỉ thư điện tử có dấu xuống dòng.'
  if (!typed.includes('@')) return 'Địa chỉ thư điện tử thiếu ký tự @.'
  if (typed.indexOf('@') !== typed.lastIndexOf('@') || /[,;]/.test(typed)) {
    return 'Chỉ được ghi một địa chỉ thư điện tử.'
  }
  return 'Địa chỉ thư điện tử không đúng dạng.'
}

/** A header line is one line: a character that would start another becomes a space. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
  return text.replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ').trim()
}

/**
 * How many messages about one thing are in each state. `due`: waiting or being sent; `kept`: there is no mail server,
 * so kept here.
 */
export interface MailCounts {
  due: number
  accepted: number
  bounced: number
  givenUp: number
  kept: number
}

/** Counts the messages about one thing by state. */
export async function mailState(db: AnyHandle, about: About): Promise<MailCounts> {
  const rows = await reading<MailDb>(db)
    .selectFrom('platform.mail')
    .select(['state', sql<number>`count(*)`.as('count')])
    .where('about_kind', '=', about.kind)
    .where('about_id', '=', String(about.id))
    .groupBy('state')
    .execute()
  const of = (state: MailState) => rows.find((row) => row.state === state)?.count ?? 0
  return {
    due: of('due') + of('sending'),
    accepted: of('accepted'),
    bounced: of('bounced'),
    givenUp: of('givenUp'),
    kept: of('kept'),
  }
}

/** Whether they may be called sent: there are messages, and a mail server has accepted every one of them. */
export function isAllAccepted({ due, accepted, bounced, givenUp, kept }: MailCounts): boolean {
  return accepted > 0 && due + bounced + givenUp + kept === 0
}
