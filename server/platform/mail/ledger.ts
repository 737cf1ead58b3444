import { sql } from 'kysely'
import type { Static } from 'typebox'
import { record } from '../audit.ts'
import type { Ask, AskToMake } from '../change.ts'
import type { Config } from '../config.ts'
import type { Database, Handle, Transaction } from '../db.ts'
import { Conflict, NotFound } from '../errors.ts'
import { addSending, enqueueMail, isSecretGone, MAIL_STATES, type MailDb } from '../mail.ts'
import { decodeCursor, onlyId, pageOf } from '../paging.ts'
import { checkVersion } from '../version.ts'
import { demandMailKeeper } from './access.ts'
import type { Mail, MailList, MailQuery, MailStatus } from './shapes.ts'

/** Content that was sent twice or more may have arrived as often; its Message-ID was the same each time. */
const MAYBE_TWICE = sql<boolean>`(
  select count(*) > 1 from platform.mail_try t
  where t.mail_id = mail.mail_id and t.handed_over_at is not null and coalesce(t.outcome, 'lost') in ('accepted', 'lost'))`

const rowsOf = (db: Handle<MailDb>) =>
  db
    .selectFrom('platform.mail as mail')
    .select([
      'mail_id as id',
      'state',
      'to_name as toName',
      'to_address as toAddress',
      'subject',
      'created_at as createdAt',
      'settled_at as settledAt',
      'next_try_at as nextTryAt',
      'answer',
      sql<number>`(select count(*) from platform.mail_try t where t.mail_id = mail.mail_id)`.as('tries'),
      MAYBE_TWICE.as('maybeTwice'),
    ])

/** The ledger, newest first. */
export async function listMail(db: Handle<MailDb>, query: MailQuery): Promise<Static<typeof MailList>> {
  const limit = query.limit ?? 50
  const after = decodeCursor(query, query.cursor, onlyId)
  let rows = rowsOf(db)
    .orderBy('mail_id', 'desc')
    .limit(limit + 1)
  if (query.state) rows = rows.where('state', '=', query.state)
  if (query.aboutKind) rows = rows.where('about_kind', '=', query.aboutKind)
  if (query.aboutId) rows = rows.where('about_id', '=', query.aboutId)
  if (after) rows = rows.where('mail_id', '<', after[0])
  if (query.search?.trim()) {
    const words = query.search.trim()
    rows = rows.where(
      sql<boolean>`strpos(platform.fold(to_name || ' ' || to_address || ' ' || subject), platform.fold(${words})) > 0`,
    )
  }
  const page = pageOf(query, await rows.execute(), limit, ({ id }) => [id])
  return { rows: page.items, nextCursor: page.next }
}

/** Counts of the whole ledger by state, and what is known of the mail server. */
export async function mailStatus(
  db: Handle<MailDb>,
  { mail }: Pick<Config, 'mail'>,
): Promise<Static<typeof MailStatus>> {
  const found = await db
    .selectFrom('platform.mail')
    .select(['state', sql<number>`count(*)`.as('count')])
    .groupBy('state')
    .execute()
  const { last } = await db
    .selectFrom('platform.mail')
    .select(sql<string | null>`max(settled_at)`.as('last'))
    .where('state', '=', 'accepted')
    .executeTakeFirstOrThrow()
  return {
    counts: Object.fromEntries(
      MAIL_STATES.map((state) => [state, found.find((row) => row.state === state)?.count ?? 0]),
    ) as Static<typeof MailStatus>['counts'],
    server: mail
      ? {
          host: mail.host,
          port: mail.port,
          security: mail.security,
          signsIn: mail.user !== undefined,
          from: `${mail.from.name} <${mail.from.address}>`,
        }
      : null,
    lastAccepted: last,
  }
}

/** One message with every try and notice. Throws 404. */
export async function showMail(db: Handle<MailDb>, id: number): Promise<Static<typeof Mail>> {
  const row = await rowsOf(db)
    .select([
      'version',
      'text_body as text',
      'html_body as html',
      'message_id as messageId',
      'dated_at as datedAt',
      'about_kind',
      'about_id',
    ])
    .where('mail_id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const { about_kind: kind, about_id: aboutId, ...mail } = row
  const tryRows = await db
    .selectFrom('platform.mail_try')
    .select([
      'try_no as no',
      'sender',
      'server',
      'began_at as beganAt',
      'handed_over_at as handedOverAt',
      'ended_at as endedAt',
      'outcome',
      'answer',
    ])
    .where('mail_id', '=', id)
    .orderBy('try_no')
    .execute()
  const notices = await db
    .selectFrom('platform.mail_notice')
    .select([
      'recipient',
      'action',
      'status',
      'diagnostic',
      'reported_by as reportedBy',
      'taken_at as takenAt',
      'taken_by as takenBy',
    ])
    .where('mail_id', '=', id)
    .orderBy('notice_id')
    .execute()
  return { ...mail, about: kind === null || aboutId === null ? null : { kind, id: aboutId }, tryRows, notices }
}

/** The same message, with the same Message-ID, is due again. For one that bounced, was given up or was kept. */
export async function sendAgain(trx: Transaction<MailDb>, { actor, id, version }: Ask): Promise<number> {
  demandMailKeeper(actor)
  const mail = await trx
    .selectFrom('platform.mail')
    .select(['state', 'version', 'answer', 'settled_at', 'text_body', 'html_body', 'sealed_secret'])
    .where('mail_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!mail) throw notFound()
  checkVersion(version, mail.version)
  if (!['bounced', 'givenUp', 'kept'].includes(mail.state)) {
    throw new Conflict(
      'mail.not_to_send_again',
      'Chỉ gửi lại được thư bị trả lại, thư đã ngừng gửi hoặc thư giữ tại hệ thống.',
    )
  }
  if (isSecretGone(mail)) {
    throw new Conflict(
      'mail.secret_gone',
      'Thư này mang một liên kết riêng đã được trao cho máy chủ thư nên không gửi lại được. Hãy gửi lời mời mới.',
    )
  }
  const next = mail.version + 1
  await trx
    .updateTable('platform.mail')
    .set({ state: 'due', round_tries: 0, next_try_at: sql<string>`now()`, settled_at: null, version: next })
    .where('mail_id', '=', id)
    .execute()
  await addSending(trx, id)
  await record(trx, actor, 'mail.sentAgain', {
    subject: { kind: 'mail', id },
    before: { state: mail.state, answer: mail.answer },
    after: { state: 'due' },
  })
  return next
}

/** A message to the actor's own address. */
export async function sendTest(
  trx: Transaction<MailDb & Pick<Database, 'platform.user'>>,
  { actor, now }: AskToMake,
): Promise<number> {
  demandMailKeeper(actor)
  const user = await trx.selectFrom('platform.user').select('email').where('id', '=', actor.userId).executeTakeFirst()
  if (!user) throw new Conflict('mail.no_address', 'Tài khoản này không có địa chỉ thư điện tử để gửi thử.')
  const at = now.toZonedDateTimeISO('Asia/Ho_Chi_Minh')
  const when = `${at.toPlainTime().toString({ smallestUnit: 'second' })} ngày ${at.day}/${at.month}/${at.year}`
  const text = `Đây là thư thử của hệ thống Điều Hành, do ${actor.name} yêu cầu lúc ${when}.\n\nNhận được thư này nghĩa là máy chủ thư đã được đặt đúng. Không cần trả lời.\n`
  const id = await enqueueMail(trx, {
    key: `test/${actor.userId}/${crypto.randomUUID()}`,
    to: { name: actor.name, address: user.email },
    subject: 'Thư thử từ hệ thống Điều Hành',
    text,
    html: `<!doctype html><html lang="vi"><meta charset="utf-8"><body>${text
      .trim()
      .split('\n\n')
      .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
      .join('')}</body></html>`,
    about: { kind: 'test', id: actor.userId },
  })
  await record(trx, actor, 'mail.tested', { subject: { kind: 'mail', id } })
  return id
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function notFound(): NotFound {
  return new NotFound('mail.not_found', 'Không tìm thấy thư này trong sổ.')
}
