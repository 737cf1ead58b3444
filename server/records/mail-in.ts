/**
 * The door for mail: the office's mail system hands over, by SMTP (RFC 5321), what is addressed to its clerks. A message is answered
 * with 250 when its document is committed, and not before: what could not be taken stays with the sending system, which tries again.
 */
import { once } from 'node:events'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { SMTPServer } from 'smtp-server'
import { todayInVietnam } from '../platform/calendar.ts'
import { within } from '../platform/db.ts'
import { CannotStart } from '../platform/errors.ts'
import type { MailInSettings } from '../platform/mail-in-settings.ts'
import type { Deps } from '../platform/room.ts'
import type { RecordsDb } from './db.ts'
import { arriveByMail, bodyOfAddress, hasMessage, Unwelcome } from './mail-arrive.ts'
import type { MailMessage } from './mail-message.ts'
import { readMailApart, Unreadable } from './mail-read.ts'

/** A file of 50 MB in base64, and some. */
const MOST_BYTES = 72 * 1024 * 1024
/** Each may hold a whole message in memory. */
const MOST_CLIENTS = 4
const SILENCE_MS = 60_000

export interface MailIn {
  port: number
  stop(): Promise<void>
}

const answered = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code })
const NOBODY = answered(550, '5.1.1 Khong co dia chi nay. No such address.')
const LATER = answered(451, '4.3.0 Chua luu duoc, hay gui lai sau. Try again later.')

/** Throws `CannotStart` where the port cannot be opened. */
export async function startMailIn(
  deps: Pick<Deps, 'db' | 'blobs' | 'clock'>,
  { host, port, from }: MailInSettings,
  onError: (error: unknown) => void,
): Promise<MailIn> {
  const isAllowed = (address: string) => {
    const plain = address.replace(/^::ffff:/, '')
    return isIP(plain) !== 0 && from.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
  }
  // One message at a time: what hostile ones take together is what one may take.
  let before: Promise<unknown> = Promise.resolve()
  const reading = (raw: Uint8Array): Promise<MailMessage> => {
    const read = before.then(() => readMailApart(raw))
    before = read.catch(() => {})
    return read
  }
  const server = new SMTPServer({
    // Whoever may connect is known by its address; nobody signs in here.
    disabledCommands: ['AUTH', 'STARTTLS'],
    banner: 'Dieu Hanh',
    size: MOST_BYTES,
    maxClients: MOST_CLIENTS,
    socketTimeout: SILENCE_MS,
    disableReverseLookup: true,
    onConnect: ({ remoteAddress }, done) =>
      done(isAllowed(remoteAddress) ? null : answered(554, '5.7.1 May nay khong duoc gui toi day. Not allowed.')),
    onRcptTo({ address }, _session, done) {
      bodyOfAddress(deps.db, address, todayInVietnam(deps.clock)).then(
        (body) => done(body === undefined ? NOBODY : null),
        (error) => {
          onError(error)
          done(LATER)
        },
      )
    },
    onData(stream, { envelope }, done) {
      take(
        { ...deps, reading },
        stream,
        envelope.rcptTo.map(({ address }) => address),
      ).then(
        () => done(null),
        (error) => {
          if ('responseCode' in (error as object)) return done(error as Error)
          onError(error)
          done(LATER)
        },
      )
    },
  })
  // A connection that breaks off is the other side's to repeat.
  server.on('error', () => {})
  const listening = server.listen(port, host)
  try {
    await once(listening, 'listening')
  } catch (error) {
    const { code } = error as { code?: string }
    throw new CannotStart({
      vi: `Không mở được cổng nhận thư ${host}:${port} (${code}); hãy đặt MAIL_IN_HOST, MAIL_IN_PORT khác.`,
      en: `${host}:${port} cannot be opened for mail (${code}); give another MAIL_IN_HOST or MAIL_IN_PORT.`,
    })
  }
  const open = listening.address()
  return {
    port: typeof open === 'object' && open ? open.port : port,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  }
}

/** One document for each body that is addressed. Throws what the sender is answered. */
async function take(
  { db, blobs, clock, reading }: Pick<Deps, 'db' | 'blobs' | 'clock'> & { reading: typeof readMailApart },
  stream: Readable,
  addresses: readonly string[],
): Promise<void> {
  const raw = await bytesOf(stream)
  const message = await reading(raw).catch((error) => {
    throw error instanceof Unreadable ? answered(554, '5.6.0 Thu khong doc duoc. The message cannot be read.') : error
  })
  if (message.isMarked)
    throw answered(554, '5.7.1 Thu mang dau mat, khong duoc gui qua day. Messages marked secret are not taken.')
  const bodies = new Map<number, string>()
  for (const address of addresses) {
    const agencyId = await bodyOfAddress(db, address, todayInVietnam(clock))
    // It ended while the message was on its way: answered with 250 it would be nowhere.
    if (agencyId === undefined) throw NOBODY
    if (!bodies.has(agencyId)) bodies.set(agencyId, address)
  }
  for (const [agencyId, address] of bodies) {
    if (await hasMessage(db, agencyId, message.id)) continue
    try {
      const arrival = { agencyId, address, message, now: clock.now() }
      await db.transaction().execute((trx) => arriveByMail(within<RecordsDb>(trx), arrival, { blobs }))
    } catch (error) {
      if (!(error instanceof Unwelcome)) throw error
      throw answered(550, `5.6.1 ${plain(error.message)} ${error.inEnglish}`)
    }
  }
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    // Read to its end, or the answer would not be heard; what is too much is not kept.
    if (size <= MOST_BYTES) chunks.push(chunk)
    else chunks.length = 0
  }
  if (size > MOST_BYTES) throw answered(552, '5.3.4 Thu qua lon. The message is too large.')
  return Buffer.concat(chunks)
}

/** An answer is one line of ASCII. */
const plain = (words: string) =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\x20-\x7e]+/g, ' ')
    .slice(0, 400)
