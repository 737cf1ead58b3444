import { actorOf } from '../actor.ts'
import type { EventDescription } from '../audit.ts'
import { changes } from '../change.ts'
import type { App } from '../http/server.ts'
import type { Deps } from '../room.ts'
import { IdParams } from '../shapes.ts'
import { fileIn } from '../upload.ts'
import { etag } from '../version.ts'
import { demandMailKeeper } from './access.ts'
import { listMail, mailStatus, sendAgain, sendTest, showMail } from './ledger.ts'
import { takeNotice } from './notice.ts'
import { Mail, MailAdded, MailList, MailQuery, MailStatus, NoticePaste, NoticeTaken } from './shapes.ts'

export const MAIL_EVENTS: readonly EventDescription[] = [
  { name: 'mail.sentAgain', vi: 'Yêu cầu gửi lại một thư', en: 'A message was queued to be sent again' },
  {
    name: 'mail.noticeTaken',
    vi: 'Đưa thông báo về việc chuyển thư vào sổ',
    en: 'A delivery notice was processed',
  },
  { name: 'mail.tested', vi: 'Gửi thư thử', en: 'A test message was sent' },
]

const tags = ['mail']

/** The ledger of mail: for system administrators only. */
export function mailRoutes(app: App, deps: Deps): void {
  const { db, config } = deps
  const { change, make, act } = changes(app, deps, ...tags)
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
      demandMailKeeper(actorOf(request))
      return listMail(db, request.query)
    },
  )

  app.get(
    '/api/mail/status',
    {
      schema: {
        operationId: 'getMailStatus',
        summary: 'Counts by state, and the mail server',
        tags,
        response: { 200: MailStatus },
      },
    },
    async (request) => {
      demandMailKeeper(actorOf(request))
      return mailStatus(db, config)
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
      demandMailKeeper(actorOf(request))
      const mail = await showMail(db, request.params.id)
      etag(reply, mail.version)
      return mail
    },
  )

  change(
    'POST',
    '/api/mail/:id/send-again',
    { operationId: 'sendMailAgain', summary: 'Resend a message that bounced, was given up or was kept' },
    sendAgain,
  )
  make(
    '/api/mail/test',
    { operationId: 'sendTestMail', summary: 'Send a message to oneself', answer: MailAdded },
    async (trx, ask) => ({ id: await sendTest(trx, ask) }),
  )
  act(
    'POST',
    '/api/mail/notices',
    {
      operationId: 'uploadMailNotice',
      summary: 'Process a delivery notice (RFC 3464) as a file .eml',
      description: 'multipart/form-data with one file under `file`.',
      consumes: ['multipart/form-data'],
      options: { preHandler: async (request) => demandMailKeeper(actorOf(request)) },
      answer: NoticeTaken,
    },
    (trx, ask, { form }) => {
      demandMailKeeper(ask.actor)
      const { bytes } = fileIn(form, 'mail.no_file', 'Chưa có tệp nào. Hãy chọn tệp .eml của thư báo lỗi.')
      return takeNotice(trx, ask, { bytes, path: 'file' })
    },
  )
  act(
    'POST',
    '/api/mail/notices/paste',
    {
      operationId: 'pasteMailNotice',
      summary: 'Process a delivery notice (RFC 3464) as text',
      body: NoticePaste,
      answer: NoticeTaken,
    },
    (trx, ask, { body }) => takeNotice(trx, ask, { bytes: Buffer.from(body.text), path: 'text' }),
  )
}
