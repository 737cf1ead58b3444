import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import PostalMime, { type Attachment } from 'postal-mime'
import type { Static } from 'typebox'
import { record } from '../audit.ts'
import type { Ask } from '../change.ts'
import type { Transaction } from '../db.ts'
import { Conflict, wrong } from '../errors.ts'
import type { MailDb } from '../mail.ts'
import { demandMailKeeper } from './access.ts'
import { ACTIONS, type NoticeTaken } from './shapes.ts'

/** What a delivery status notification (RFC 3464) says. */
export interface Notice {
  /** Message-ID of the message it is about; null if it includes no header of it. */
  messageId: string | null
  /** Number of our row by the envelope id we gave; null if it includes none. */
  mailId: number | null
  recipient: string
  action: (typeof ACTIONS)[number]
  status: string
  diagnostic: string | null
  reportedBy: string | null
}

const NOT_A_NOTICE =
  'Nội dung này không phải thông báo về việc chuyển thư (RFC 3464). Hãy tải thư báo lỗi về dưới dạng .eml, nguyên vẹn, rồi gửi lại.'

/** Reads a notice. Throws `Invalid` on the field `path` for any other file. */
export async function readNotice(bytes: Uint8Array, path: string): Promise<Notice> {
  const parts = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', maxNestingDepth: 20 }).then(
    ({ attachments }) => attachments,
    () => [] as Attachment[],
  )
  const text = (...types: string[]) => {
    const part = parts.find(({ mimeType }) => types.includes(mimeType))
    return part === undefined ? '' : decode(part.content)
  }
  const [ofMessage, ofRecipient] = fieldsOf(text('message/delivery-status', 'message/global-delivery-status'))
  const action = ACTIONS.find((known) => known === ofRecipient?.get('action')?.toLowerCase())
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(ofRecipient?.get('status') ?? '')?.[0]
  const recipient = ofType(ofRecipient?.get('original-recipient') ?? ofRecipient?.get('final-recipient'))
  if (!ofMessage || !action || !status || !recipient) throw wrong(path, 'mail.not_a_notice', NOT_A_NOTICE)
  const head = text('message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers')
  return {
    messageId: /<[^<>\s]+>/.exec(fieldsOf(head)[0]?.get('message-id') ?? '')?.[0] ?? null,
    mailId: Number(/^dieuhanh-(\d{1,15})$/.exec(ofMessage.get('original-envelope-id') ?? '')?.[1] ?? 0) || null,
    recipient: recipient.slice(0, 300),
    action,
    status,
    diagnostic: ofType(ofRecipient?.get('diagnostic-code'))?.slice(0, 1000) ?? null,
    reportedBy: ofType(ofMessage.get('reporting-mta'))?.slice(0, 300) ?? null,
  }
}

/** Groups of fields separated by an empty line; a line that begins with a space continues the previous one. */
function fieldsOf(text: string): Map<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n[ \t]*\n/)
    .map((group) => {
      const lines = group.replace(/\n[ \t]+/g, ' ').split('\n')
      const pairs = lines.map((line) => /^([^:\s]+)[ \t]*:[ \t]*(.*)$/.exec(line)).filter((found) => found !== null)
      return new Map(pairs.map(([, name, value]) => [name!.toLowerCase(), value!.trim()]))
    })
}

/** "rfc822; a@b.example" → "a@b.example" */
const ofType = (value: string | undefined) => value?.replace(/^[\w-]+\s*;\s*/, '').trim() || undefined

function decode(content: Attachment['content']): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

/**
 * Processes a notice: it is kept with the message it is about, and a message that could not be delivered has bounced.
 * The same notice again changes nothing. Throws `Invalid` on `path` if it is about no message of ours.
 */
export async function takeNotice(
  trx: Transaction<MailDb>,
  { actor }: Pick<Ask, 'actor'>,
  { bytes, path }: { bytes: Uint8Array; path: string },
): Promise<Static<typeof NoticeTaken>> {
  demandMailKeeper(actor)
  const notice = await readNotice(bytes, path)
  const mail = await messageOf(trx, notice)
  if (!mail) {
    throw wrong(
      path,
      'mail.notice_of_another',
      `Không có thư nào trong sổ mang Message-ID ${notice.messageId ?? '(không ghi)'}. Hãy kiểm tra thông báo có đúng là của hệ thống này không.`,
    )
  }
  if (mail.state === 'sending') {
    throw new Conflict('mail.sending', 'Thư này đang được gửi. Hãy đưa thông báo vào lại sau ít phút.', {
      retryAfter: 60,
    })
  }
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('platform.mail_notice')
    .values({
      mail_id: mail.mail_id,
      sha256: createHash('sha256').update(bytes).digest(),
      recipient: notice.recipient,
      action: notice.action,
      status: notice.status,
      diagnostic: notice.diagnostic,
      reported_by: notice.reportedBy,
      taken_by: actor.name,
    })
    .onConflict((conflict) => conflict.constraint('mail_notice_once').doNothing())
    .executeTakeFirstOrThrow()
  const isNew = numInsertedOrUpdatedRows === 1n
  const hasBounced = isNew && notice.action === 'failed' && mail.state !== 'bounced'
  if (hasBounced) {
    await trx
      .updateTable('platform.mail')
      .set((row) => ({
        state: 'bounced',
        answer: notice.diagnostic ?? notice.status,
        next_try_at: null,
        settled_at: sql<string>`now()`,
        version: row('version', '+', 1),
      }))
      .where('mail_id', '=', mail.mail_id)
      .execute()
  }
  if (isNew) {
    const { action, status, diagnostic, recipient } = notice
    await record(trx, actor, 'mail.noticeTaken', {
      subject: { kind: 'mail', id: mail.mail_id },
      after: { action, status, diagnostic, recipient },
    })
  }
  return { id: mail.mail_id, action: notice.action, state: hasBounced ? 'bounced' : mail.state, isNew }
}

/** By its Message-ID; if the notice includes no header of it, by our number on the envelope and the same receiver. */
async function messageOf(trx: Transaction<MailDb>, notice: Notice) {
  const message = trx.selectFrom('platform.mail').select(['mail_id', 'state']).forUpdate()
  if (notice.messageId !== null) return message.where('message_id', '=', notice.messageId).executeTakeFirst()
  if (notice.mailId === null) return undefined
  return message
    .where('mail_id', '=', notice.mailId)
    .where('to_address', '=', notice.recipient.toLowerCase())
    .executeTakeFirst()
}
