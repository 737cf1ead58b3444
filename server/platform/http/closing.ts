import type { App } from './server.ts'

/** A service manager waits longer than this before it kills (docs/operating.md: TimeoutStopSec). */
const STOP_SECONDS = 30

/**
 * Stops serving without cutting anyone off: no new connection is taken, a further request on an open one gets 503 and
 * leaves, running requests get their answer. What has no answer within `seconds` is cut, and logged.
 */
export async function closeGently(app: App, seconds = STOP_SECONDS): Promise<void> {
  const cut = setTimeout(() => {
    app.log.warn({ seconds }, 'requests that did not end in time are cut')
    app.server.closeAllConnections()
  }, seconds * 1000)
  // A browser keeps its connection open after the answer, for a next request that will not come.
  const leave = setInterval(() => app.server.closeIdleConnections(), 100)
  try {
    await app.close()
  } finally {
    clearTimeout(cut)
    clearInterval(leave)
  }
}
