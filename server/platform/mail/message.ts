import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'

export interface Letter {
  mailId: number
  from: { name: string; address: string }
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  messageId: string
  /** ISO instant. */
  datedAt: string
}

/** The Message-ID of a row of the ledger: the same for all its tries. `domain` is the sender's. */
export function messageIdOf(row: { mailId: number; key: string; createdAt: string }, domain: string): string {
  const mark = createHash('sha256').update(`${row.key}\n${row.createdAt}`).digest('hex').slice(0, 20)
  return `<dieuhanh.${row.mailId}.${mark}@${domain}>`
}

/** The bytes of a message, plain and HTML as alternatives. The same letter gives the same bytes. */
export function composeLetter(letter: Letter): Promise<Buffer> {
  return new MailComposer({
    from: letter.from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: letter.messageId,
    date: new Date(letter.datedAt),
    // Marks it as automatic: vacation responders and other programs do not answer it (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    baseBoundary: createHash('sha256').update(letter.messageId).digest('hex').slice(0, 24),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}
