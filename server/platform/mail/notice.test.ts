import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp, upload, type Visitor } from '../../test/app.ts'
import { changedOnce } from '../../test/once.ts'
import { historyOf } from '../audit.ts'
import { Invalid } from '../errors.ts'
import { enqueueMail, mailState } from '../mail.ts'
import { readNotice } from './notice.ts'

interface Words {
  messageId?: string
  action?: string
  status?: string
  recipient?: string
  envelopeId?: string
}

/** A notice as a mail server writes it. */
const notice = ({
  messageId,
  action = 'failed',
  status = '5.1.1',
  recipient = 'uoc@boyte.example',
  envelopeId,
}: Words) =>
  [
    'From: Mail Delivery System <MAILER-DAEMON@thu.example>',
    'To: dieuhanh@vpcp.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I am sorry. Message-ID: <khong-phai@day.example>',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; thu.example',
    ...(envelopeId ? [`Original-Envelope-Id: ${envelopeId}`] : []),
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '    in virtual mailbox table',
    '',
    ...(messageId
      ? [
          '--b1',
          'Content-Type: message/rfc822',
          '',
          'Subject: =?utf-8?Q?=C4=90?=',
          'Message-ID:',
          ` ${messageId}`,
          '',
          'x',
          '',
        ]
      : []),
    '--b1--',
    '',
  ].join('\r\n')

test('a notice is read: which message, for whom, with which outcome and why', async () => {
  assert.deepEqual(await readNotice(Buffer.from(notice({ messageId: '<a.1@vpcp.example>' })), 'file'), {
    messageId: '<a.1@vpcp.example>',
    mailId: null,
    recipient: 'uoc@boyte.example',
    action: 'failed',
    status: '5.1.1',
    diagnostic: '550 5.1.1 User unknown in virtual mailbox table',
    reportedBy: 'thu.example',
  })
  const headOnly = notice({ messageId: '<a.1@vpcp.example>' }).replace('message/rfc822', 'text/rfc822-headers')
  assert.equal((await readNotice(Buffer.from(headOnly), 'file')).messageId, '<a.1@vpcp.example>')
  assert.equal((await readNotice(Buffer.from(notice({ envelopeId: 'dieuhanh-12' })), 'file')).mailId, 12)
})

for (const [what, bytes] of [
  ['nothing', ''],
  ['words', 'Thư không tới nơi.'],
  ['a letter', 'Subject: x\r\n\r\nMessage-ID: <a@b.example>\r\n'],
  ['bytes', '\u0000\u0001\u0002'],
  ['an unknown action', notice({ action: 'exploded' })],
  ['no status', notice({ status: 'bad' })],
] as const) {
  test(`${what} is no notice, and is refused on the field`, async () => {
    await assert.rejects(
      readNotice(Buffer.from(bytes), 'text'),
      (error) => error instanceof Invalid && error.fields[0]?.path === 'text' && error.code === 'mail.not_a_notice',
    )
  })
}

test('a bounce notice marks its message, once; a delay marks nothing; a notice of another message is refused', async (t) => {
  const app = await freshApp(t)
  const admin = await app.as('administrator')
  const about = { kind: 'thử', id: 1 }
  const id = await app.db.transaction().execute((trx) =>
    enqueueMail(trx, {
      key: 'thử',
      to: { name: 'Ước', address: 'uoc@boyte.example' },
      subject: 'Thư',
      text: 'x',
      html: '<p>x</p>',
      about,
    }),
  )
  const messageId = '<dieuhanh.1.abc@vpcp.example>'
  await app.db
    .updateTable('platform.mail')
    .set({
      state: 'accepted',
      message_id: messageId,
      dated_at: '2021-02-28T03:00:00Z',
      settled_at: '2021-02-28T03:00:00Z',
    })
    .where('mail_id', '=', id)
    .execute()
  const paste = (who: Visitor, text: string) => who.send('POST', '/api/mail/notices/paste', { body: { text } })

  const delayed = await paste(admin, notice({ messageId, action: 'delayed', status: '4.4.1' }))
  assert.deepEqual(delayed.body as object, { id, action: 'delayed', state: 'accepted', isNew: true })
  const file = upload('bao-loi.eml', Buffer.from(notice({ messageId })))
  const bounced = await admin.send('POST', '/api/mail/notices', file)
  assert.deepEqual(bounced.body as object, { id, action: 'failed', state: 'bounced', isNew: true })
  const again = await admin.send('POST', '/api/mail/notices', file)
  assert.deepEqual(again.body as object, { id, action: 'failed', state: 'bounced', isNew: false })
  assert.deepEqual(await mailState(app.db, about), { due: 0, accepted: 0, bounced: 1, givenUp: 0, kept: 0 })

  const shown = await admin.send('GET', `/api/mail/${id}`)
  const { notices, answer, version } = shown.body as { notices: { action: string }[]; answer: string; version: number }
  assert.deepEqual(
    notices.map(({ action }) => action),
    ['delayed', 'failed'],
  )
  assert.match(answer, /User unknown/)
  assert.deepEqual(
    (await historyOf(app.db, 'mail', id)).map(({ event }) => event),
    ['mail.noticeTaken', 'mail.noticeTaken'],
  )

  const another = await paste(admin, notice({ messageId: '<a@b.example>' }))
  assert.deepEqual([another.status, (another.body as { code: string }).code], [400, 'mail.notice_of_another'])
  const wrongReceiver = await paste(admin, notice({ envelopeId: `dieuhanh-${id}`, recipient: 'ai.do@boyte.example' }))
  assert.equal(wrongReceiver.status, 400)
  assert.equal((await paste(admin, notice({ envelopeId: `dieuhanh-${id}` }))).status, 200)

  const stale = await admin.send('POST', `/api/mail/${id}/send-again`, { ifMatch: 1 })
  assert.deepEqual([stale.status, (stale.body as { code: string }).code], [409, 'request.stale'])
  await changedOnce(admin, 'POST', `/api/mail/${id}/send-again`, { ifMatch: version })
  await changedOnce(admin, 'POST', '/api/mail/notices', file)
  const twice = await admin.send('POST', `/api/mail/${id}/send-again`, { ifMatch: version + 1 })
  assert.deepEqual([twice.status, (twice.body as { code: string }).code], [409, 'mail.not_to_send_again'])
})

test('the ledger is read by state, by words and page by page, and by system administrators only', async (t) => {
  const app = await freshApp(t)
  const admin = await app.as('administrator')
  for (const name of ['Ước', 'An', 'Bình']) {
    await app.db.transaction().execute((trx) =>
      enqueueMail(trx, {
        key: name,
        to: { name, address: 'x@boyte.example' },
        subject: `Đôn đốc ${name}`,
        text: 'x',
        html: '<p>x</p>',
      }),
    )
  }
  interface Listed {
    rows: { toName: string }[]
    nextCursor: string | null
  }
  const list = async (query: string) => (await admin.send('GET', `/api/mail${query}`)).body as Listed
  const names = ({ rows }: Listed) => rows.map(({ toName }) => toName)
  assert.deepEqual(names(await list('')), ['Bình', 'An', 'Ước'])
  assert.deepEqual(names(await list('?search=don%20doc%20uoc')), ['Ước'])
  assert.deepEqual(names(await list('?state=accepted')), [])
  const first = await list('?limit=2')
  assert.deepEqual(names(first), ['Bình', 'An'])
  assert.deepEqual(names(await list(`?limit=2&cursor=${first.nextCursor}`)), ['Ước'])

  const tested = await admin.send('POST', '/api/mail/test', { key: 'k1' })
  const same = await admin.send('POST', '/api/mail/test', { key: 'k1' })
  assert.deepEqual([tested.status, same.body as object], [201, tested.body as object])
  assert.equal((await list('?search=nguoi.thu')).rows.length, 1, 'to the address of the requesting user')
  for (const role of ['followUp', 'taskForce', 'officer'] as const) {
    const other = await app.as(role, { agency: 'bo-y-te' })
    assert.equal((await other.send('GET', '/api/mail')).status, 403)
  }
})
