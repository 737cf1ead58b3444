import { type Selectable, sql } from 'kysely'
import { alone } from '../alone.ts'
import type { Database, Db, Transaction } from '../db.ts'
import type { JobContext, JobHandlers, Schedule } from '../jobs.ts'
import { addSending, type MailDb, openBodies, SEND_JOB } from '../mail.ts'
import { composeLetter, messageIdOf } from './message.ts'
import type { MailSettings } from './settings.ts'
import { type Handed, handOver } from './smtp.ts'

const RESUME_JOB = 'mail.resume'

/** Minutes before the second try, the third and so on; after the last of them the message is given up. */
const PAUSES = [1, 5, 15, 60, 240, 720]
const MOST_TRIES = PAUSES.length + 1

export const mailJobs: JobHandlers = {
  [SEND_JOB]: ({ mailId }: { mailId: number }, context: JobContext) => sendMail(mailId, context),
  [RESUME_JOB]: (_payload: unknown, { db }: JobContext) => resumeMail(db),
}

/** What a killed process left is resumed within a minute, and when a worker starts. */
export const mailSchedules: readonly Schedule[] = [{ at: '* * * * *', job: RESUME_JOB, atStart: true }]

type Mail = Selectable<Database['platform.mail']>

/** A message with its final header and the number of the try that was just recorded. */
interface Begun {
  mail: Mail & { message_id: string; dated_at: string }
  tryNo: number
}

/**
 * Tries once to send a message. Each step is recorded before it happens (the try; then, that its content goes out), and
 * the answer right after, so that a process killed at any moment leaves a row that says how far it came. The next try
 * carries the same Message-ID.
 */
export async function sendMail(mailId: number, { db, config }: JobContext): Promise<void> {
  const { mail: settings } = config
  await alone<MailDb>(db, `mail/${mailId}`, async (held) => {
    const begun = await held.transaction().execute((trx) => beginTry(trx, mailId, settings))
    if (!begun || !settings) return
    const handed = await send(held, begun, settings, config)
    await held.transaction().execute((trx) => endTry(trx, begun, handed))
  })
}

async function send(
  db: Db<MailDb>,
  { mail, tryNo }: Begun,
  settings: MailSettings,
  config: JobContext['config'],
): Promise<Handed> {
  const raw = await composeLetter({
    mailId: mail.mail_id,
    from: settings.from,
    to: { name: mail.to_name, address: mail.to_address },
    subject: mail.subject,
    ...openBodies(mail, config),
    messageId: mail.message_id,
    datedAt: mail.dated_at,
  })
  const parcel = { from: settings.from.address, to: mail.to_address, raw, envelopeId: `dieuhanh-${mail.mail_id}` }
  return handOver(settings, parcel, async () => {
    await db
      .updateTable('platform.mail_try')
      .set({ handed_over_at: sql<string>`clock_timestamp()` })
      .where('mail_id', '=', mail.mail_id)
      .where('try_no', '=', tryNo)
      .execute()
  })
}

async function beginTry(
  trx: Transaction<MailDb>,
  mailId: number,
  settings: MailSettings | undefined,
): Promise<Begun | undefined> {
  const mail = await trx
    .selectFrom('platform.mail')
    .selectAll()
    .select(sql<boolean>`next_try_at > now()`.as('isEarly'))
    .where('mail_id', '=', mailId)
    .forUpdate()
    .executeTakeFirst()
  if (!mail || !['due', 'sending'].includes(mail.state) || (mail.state === 'due' && mail.isEarly)) return undefined
  await closeLostTry(trx, mailId)
  if (!settings) {
    await settle(trx, mailId, 'kept', null)
    return undefined
  }
  if (mail.round_tries >= MOST_TRIES) {
    await settle(trx, mailId, 'givenUp', 'Tiến trình gửi thư dừng giữa chừng quá nhiều lần.')
    return undefined
  }
  const domain = settings.from.address.split('@')[1]!
  const row = { mailId, key: mail.key, createdAt: mail.created_at }
  const { message_id, dated_at } = await trx
    .updateTable('platform.mail')
    .set({
      state: 'sending',
      next_try_at: null,
      round_tries: mail.round_tries + 1,
      message_id: mail.message_id ?? messageIdOf(row, domain),
      dated_at: mail.dated_at ?? sql<string>`now()`,
    })
    .where('mail_id', '=', mailId)
    .returning(['message_id', 'dated_at'])
    .executeTakeFirstOrThrow()
  const { try_no: tryNo } = await trx
    .insertInto('platform.mail_try')
    .values({
      mail_id: mailId,
      try_no: sql<number>`(select coalesce(max(try_no), 0) + 1 from platform.mail_try where mail_id = ${mailId})`,
      sender: `${settings.from.name} <${settings.from.address}>`,
      server: `${settings.host}:${settings.port}`,
    })
    .returning('try_no')
    .executeTakeFirstOrThrow()
  return { mail: { ...mail, message_id: message_id!, dated_at: dated_at! }, tryNo }
}

/** The process that made the try is gone; otherwise the message could not have been locked. */
async function closeLostTry(trx: Transaction<MailDb>, mailId: number): Promise<void> {
  await trx
    .updateTable('platform.mail_try')
    .set({
      ended_at: sql<string>`clock_timestamp()`,
      outcome: sql<'lost'>`case when handed_over_at is null then 'failed' else 'lost' end`,
      answer: 'Tiến trình gửi thư dừng trước khi ghi được câu trả lời của máy chủ thư.',
    })
    .where('mail_id', '=', mailId)
    .where('outcome', 'is', null)
    .execute()
}

async function endTry(trx: Transaction<MailDb>, { mail, tryNo }: Begun, { outcome, answer }: Handed): Promise<void> {
  const { mail_id: mailId } = mail
  await trx
    .updateTable('platform.mail_try')
    .set({ ended_at: sql<string>`clock_timestamp()`, outcome, answer })
    .where('mail_id', '=', mailId)
    .where('try_no', '=', tryNo)
    .execute()
  if (outcome === 'accepted') return settle(trx, mailId, 'accepted', answer)
  if (outcome === 'refused') return settle(trx, mailId, 'bounced', answer)
  const pause = PAUSES[mail.round_tries]
  if (pause === undefined) return settle(trx, mailId, 'givenUp', answer)
  const { next_try_at } = await trx
    .updateTable('platform.mail')
    .set({ state: 'due', answer, next_try_at: sql<string>`now() + make_interval(mins => ${pause})` })
    .where('mail_id', '=', mailId)
    .returning('next_try_at')
    .executeTakeFirstOrThrow()
  await addSending(trx, mailId, next_try_at!)
}

async function settle(
  trx: Transaction<MailDb>,
  mailId: number,
  state: 'accepted' | 'bounced' | 'givenUp' | 'kept',
  answer: string | null,
): Promise<void> {
  await trx
    .updateTable('platform.mail')
    .set((row) => ({
      state,
      answer,
      next_try_at: null,
      settled_at: sql<string>`clock_timestamp()`,
      version: row('version', '+', 1),
      // The receiver has it; nobody else needs it any more.
      ...(state === 'accepted' ? { sealed_secret: null } : {}),
    }))
    .where('mail_id', '=', mailId)
    .execute()
}

/**
 * Adds the job of every message that should be under way; if one already is, the job finds it locked and does nothing.
 */
async function resumeMail(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const waiting = await trx
      .selectFrom('platform.mail')
      .select('mail_id')
      .where((row) =>
        row.or([
          row('state', '=', 'sending'),
          row.and([row('state', '=', 'due'), row('next_try_at', '<=', sql<string>`now()`)]),
        ]),
      )
      .orderBy('mail_id')
      .execute()
    for (const { mail_id } of waiting) await addSending(trx, mail_id)
  })
}
