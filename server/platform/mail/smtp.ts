import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailSettings } from './settings.ts'

/**
 * The outcome of sending a message. `accepted`: the server answered 250 and is responsible from now on; `refused`: it
 * will never accept it for this receiver (5xx at RCPT or DATA); `failed`: not now; `lost`: the message was sent and no
 * answer came back, so it may have arrived.
 */
export interface Handed {
  outcome: 'accepted' | 'refused' | 'failed' | 'lost'
  answer: string
}

export interface Parcel {
  from: string
  to: string
  raw: Buffer
  /** Returned in a delivery notice (RFC 3461). */
  envelopeId: string
}

interface SmtpError extends Error {
  responseCode?: number
  response?: string
  command?: string
}

const GREETING_MS = 15_000
const SILENCE_MS = 60_000
/** A server's answer has one or a few lines; this much of a longer one is kept. */
const ANSWER_KEPT = 1000

/** Sends one message. `beforeContent` is awaited just before its first byte leaves. Never throws for SMTP errors. */
export async function handOver(
  settings: MailSettings,
  parcel: Parcel,
  beforeContent: () => Promise<void>,
): Promise<Handed> {
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'direct',
    requireTLS: settings.security === 'starttls',
    ignoreTLS: settings.security === 'none',
    connectionTimeout: GREETING_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
    allowInternalNetworkInterfaces: true,
  })
  let isOut = false
  async function* content() {
    await beforeContent()
    isOut = true
    yield parcel.raw
  }
  try {
    // An error may arrive only as an event, whatever is awaited.
    const broken = new Promise<never>((_, reject) => connection.on('error', reject))
    const answer = await Promise.race([broken, converse(connection, settings, parcel, Readable.from(content()))])
    return { outcome: 'accepted', answer: short(answer) }
  } catch (error) {
    return ofError(error as SmtpError, isOut)
  } finally {
    connection.close()
  }
}

async function converse(
  connection: SMTPConnection,
  { user, password }: MailSettings,
  { from, to, raw, envelopeId }: Parcel,
  content: Readable,
): Promise<string> {
  await new Promise<void>((done, fail) => connection.connect((error) => (error ? fail(error) : done())))
  if (user !== undefined) {
    const auth = { user, pass: password ?? '' }
    await new Promise<void>((done, fail) => connection.login(auth, (error) => (error ? fail(error) : done())))
  }
  const dsn = { id: envelopeId, return: 'HDRS', notify: ['FAILURE', 'DELAY'] }
  return new Promise<string>((done, fail) =>
    connection.send({ from, to: [to], size: raw.length, dsn }, content, (error, info) =>
      error ? fail(error) : done(info.response),
    ),
  )
}

function ofError(error: SmtpError, isOut: boolean): Handed {
  const { responseCode, command = '' } = error
  const answer = short(error.response ?? error.message)
  if (responseCode === undefined) return { outcome: isOut ? 'lost' : 'failed', answer }
  // 5xx to our greeting, password or sender is about us and can be fixed; to receiver or content it is final.
  const isFinal = responseCode >= 500 && /^(RCPT TO|DATA)/.test(command)
  return { outcome: isFinal ? 'refused' : 'failed', answer }
}

function short(answer: string): string {
  return answer.trim().slice(0, ANSWER_KEPT)
}
