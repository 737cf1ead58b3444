import type { FastifyRequest } from 'fastify'
import { type Actor, actorOf } from '../actor.ts'
import type { EventDescription } from '../audit.ts'
import { wrong } from '../errors.ts'
import type { App } from '../http/server.ts'
import { idempotencyKey, idempotent } from '../idempotency.ts'
import { demandRight } from '../rights.ts'
import type { Deps } from '../room.ts'
import { Changed, IdParams } from '../shapes.ts'
import { uploadedFile } from '../upload.ts'
import { etag, ifMatch } from '../version.ts'
import { listMail, mailStanding, sendAgain, sendTest, showMail } from './ledger.ts'
import { takeNotice } from './notice.ts'
import { Mail, MailAdded, MailList, MailQuery, MailStanding, NoticePaste, NoticeTaken } from './shapes.ts'

export const MAIL_EVENTS: readonly EventDescription[] = [
  { name: 'mail.sentAgain', vi: 'Yêu cầu gửi lại một thư', en: 'A message was asked to be sent again' },
  {
    name: 'mail.noticeTaken',
    vi: 'Đưa thông báo về việc chuyển thư vào sổ',
    en: 'A notice on the delivery of a message was taken in',
  },
  { name: 'mail.tested', vi: 'Gửi thư thử', en: 'A test message was sent' },
]

const tags = ['mail']

function keeper(request: FastifyRequest): Actor {
  const actor = actorOf(request)
  demandRight(actor, 'system.keep', 'mail.not_allowed', 'Chỉ quản trị hệ thống mới xem và gửi lại được thư trong sổ.')
  return actor
}

/** The ledger of mail: for those who keep the system, and nobody else. */
export function mailRoutes(app: App, { db, config, clock }: Deps): void {
  app.get(
    '/api/mail',
    {
      schema: {
        operationId: 'listMail',
        summary: 'The ledger of mail, newest first',
        tags,
        querystring: MailQuery,
        response: { 200: MailList },
      },
    },
    async (request) => {
      keeper(request)
      return listMail(db, request.query)
    },
  )

  app.get(
    '/api/mail/standing',
    {
      schema: {
        operationId: 'getMailStanding',
        summary: 'Counts by state, and the mail server',
        tags,
        response: { 200: MailStanding },
      },
    },
    async (request) => {
      keeper(request)
      return mailStanding(db, config)
    },
  )

  app.get(
    '/api/mail/:id',
    {
      schema: {
        operationId: 'getMail',
        summary: 'One message as it went out, every try and notice',
        tags,
        params: IdParams,
        response: { 200: Mail },
      },
    },
    async (request, reply) => {
      keeper(request)
      const mail = await showMail(db, request.params.id)
      etag(reply, mail.version)
      return mail
    },
  )

  app.post(
    '/api/mail/:id/send-again',
    {
      schema: {
        operationId: 'sendMailAgain',
        summary: 'Send a message again that bounced, was given up or was kept',
        tags,
        params: IdParams,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const actor = keeper(request)
      const seen = ifMatch(request)
      const version = await db.transaction().execute((trx) => sendAgain(trx, actor, request.params.id, seen))
      etag(reply, version)
      return { version }
    },
  )

  app.post(
    '/api/mail/test',
    {
      schema: {
        operationId: 'sendTestMail',
        summary: 'Send a message to oneself',
        tags,
        response: { 201: MailAdded },
      },
    },
    async (request, reply) => {
      const actor = keeper(request)
      const id = await db
        .transaction()
        .execute((trx) => idempotent(trx, actor, idempotencyKey(request), () => sendTest(trx, actor, clock.now())))
      return reply.code(201).send({ id })
    },
  )

  app.post(
    '/api/mail/notices',
    {
      schema: {
        operationId: 'uploadMailNotice',
        summary: 'Take in a notice on a delivery (RFC 3464) as a file .eml',
        description: 'multipart/form-data with one file under `file`.',
        tags,
        consumes: ['multipart/form-data'],
        response: { 200: NoticeTaken },
      },
    },
    async (request) => {
      const actor = keeper(request)
      const file = await uploadedFile(request)
      if (!file) throw wrong('file', 'mail.no_file', 'Chưa có tệp nào. Hãy chọn tệp .eml của thư báo lỗi.')
      return db.transaction().execute((trx) => takeNotice(trx, actor, file.bytes, 'file'))
    },
  )

  app.post(
    '/api/mail/notices/paste',
    {
      schema: {
        operationId: 'pasteMailNotice',
        summary: 'Take in a notice on a delivery (RFC 3464) as text',
        tags,
        body: NoticePaste,
        response: { 200: NoticeTaken },
      },
    },
    async (request) => {
      const actor = keeper(request)
      const bytes = Buffer.from(request.body.text)
      return db.transaction().execute((trx) => takeNotice(trx, actor, bytes, 'text'))
    },
  )
}
