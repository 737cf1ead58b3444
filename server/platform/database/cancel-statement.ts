import pg from 'pg'
import { later, runInScope } from './request-scope.ts'

/** How long PostgreSQL may take to respond to a new connection or a cancellation. */
export const SIGN_MS = 2_000

/** Parts of the driver that its types omit. */
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
 * Cancels the connection's current statement with PostgreSQL's own message: it needs no connection of the pool, and no
 * right over other sessions. Resolves when the server has accepted it; a connection for which that is not known is
 * closed.
 */
export function cancelStatement(client: pg.Client): Promise<void> {
  return runInScope(undefined, () => {
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
      // The server hangs up when the signal is sent.
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

/** Closes the socket of a connection; its pending statement fails with `error`, and its pool drops it. */
export function breakOff(client: pg.Client, error: Error): void {
  ;(client as unknown as Inside).connection.stream.destroy(error)
}
