import { freePort, type RunningServer, startServer } from '../../e2e/server.ts'
import { findEmbedded } from '../../server/platform/embedded/server.ts'

export interface Measurable extends RunningServer {
  /** Address of its database, as the owner. */
  database: string
  /** Port of its inspector, if requested. */
  inspectorPort: number | undefined
}

/**
 * Starts the server on the national sample, or on a data directory loaded earlier, which is kept when it stops.
 * @param isInspected whether it can be profiled
 */
export async function startMeasurable(dataDir: string | undefined, isInspected: boolean): Promise<Measurable> {
  const inspectorPort = isInspected ? await freePort() : undefined
  const env = inspectorPort === undefined ? {} : { NODE_OPTIONS: `--inspect=127.0.0.1:${inspectorPort}` }
  const server = await startServer(env, dataDir)
  const database = await findEmbedded(server.dataDir)
  if (database === undefined) {
    await server.stop()
    throw new Error(`The server on ${server.dataDir} has no database of its own to measure against.`)
  }
  return { ...server, database, inspectorPort }
}
