import pg from 'pg'
import { askFor, later } from './asking.ts'

/** How long PostgreSQL may take to give a sign of life: to answer a new connection, to take a cancellation. */
export const SIGN_MS = 2_000

/** The parts of the driver that its types leave out. */
interface Wire extends pg.Connection {
  connect(port: number | string, host?: string): void
  requestSsl(): void
  cancel(processId: number, secretKey: number): void
}
interface Inside {
  connection: Wire
  processID: number
  secretKey: number
}

/**
 * Cancels what the connection is at, by PostgreSQL's own message: it needs no connection of the pool, and no right over
 * other sessions. Resolves when the server has taken it; a connection for which that is not known is broken off.
 */
export function cancelStatement(client: pg.Client): Promise<void> {
  return askFor(undefined, () => {
    const { processID, secretKey } = client as unknown as Inside
    const wire = new pg.Connection({ ssl: client.ssl }) as Wire
    return new Promise((resolve) => {
      let isSent = false
      const forget = later(SIGN_MS, () => {
        isSent = false
        wire.stream.destroy()
      })
      const send = () => {
        isSent = true
        wire.cancel(processID, secretKey)
      }
      wire.on('error', () => {})
      wire.once('connect', () => (client.ssl ? wire.requestSsl() : send()))
      wire.once('sslconnect', send)
      // The server hangs up when the signal is given.
      wire.once('end', () => {
        forget()
        if (!isSent) breakOff(client, new Error('Connection terminated: its statement could not be cancelled'))
        resolve()
      })
      if (client.host.startsWith('/')) wire.connect(`${client.host}/.s.PGSQL.${client.port}`)
      else wire.connect(client.port, client.host)
    })
  })
}

/** Closes the socket of a connection; what it was asked fails with `error`, and its pool lets it go. */
export function breakOff(client: pg.Client, error: Error): void {
  ;(client as unknown as Inside).connection.stream.destroy(error)
}
