/**
 * A mail server in a separate process, for tests. Its parent sends messages about where to stop and wait; it reports where it
 * stopped and what it accepted. Addresses decide the answer: `khong.co@…` is unknown (550), `tam.hoan@…` is deferred (451).
 *
 *   MAIL_SERVER_PASSWORD: demand user "dieuhanh" with it
 */
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

/** Where a session can be made to wait: before the greeting, at the recipient, after the content but before the answer. */
export type Stop = 'greeting' | 'rcpt' | 'answer'
export type Order = { hold: Stop | null }
export type FromMailServer = { listens: number } | { reached: Stop } | { took: string; to: string[] }

const { MAIL_SERVER_PASSWORD: password } = process.env
let held: Stop | null = null
const report = (message: FromMailServer) => process.send?.(message)

async function waitAt(stop: Stop): Promise<void> {
  if (held !== stop) return
  report({ reached: stop })
  while (held === stop) await pause(20)
}

const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  authOptional: password === undefined,
  onAuth({ username, password: given }, _session, done) {
    if (username === 'dieuhanh' && given === password) done(null, { user: username })
    else done(refusal(535, 'wrong password'))
  },
  onConnect: (_session, done) => void waitAt('greeting').then(() => done()),
  onMailFrom: ({ address }, _session, done) =>
    address.startsWith('khong.duoc') ? done(refusal(553, 'sender not allowed')) : done(),
  onRcptTo({ address }, _session, done) {
    if (address.startsWith('khong.co')) return done(refusal(550, '5.1.1 no such user'))
    if (address.startsWith('tam.hoan')) return done(refusal(451, '4.2.0 try again later'))
    void waitAt('rcpt').then(() => done())
  },
  onData(stream, { envelope }, done) {
    stream.toArray().then(async (chunks) => {
      const to = envelope.rcptTo.map(({ address }) => address)
      // Reported before it is answered: from here on the receiver has the message, whatever answer the sender gets.
      report({ took: Buffer.concat(chunks).toString('utf8'), to })
      await waitAt('answer')
      done(to[0]?.startsWith('day.ap') ? refusal(554, '5.7.1 not taken') : null)
    }, done)
  },
})
server.on('error', () => {})
server.listen(Number(process.env.MAIL_SERVER_PORT ?? 0), '127.0.0.1', () => {
  const address = server.server.address()
  report({ listens: typeof address === 'object' && address ? address.port : 0 })
})
process.on('message', ({ hold }: Order) => {
  held = hold
})
process.on('disconnect', () => process.exit())
