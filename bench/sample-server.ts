import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startServer } from '../e2e/server.ts'
import { findEmbedded } from '../server/platform/embedded/server.ts'

/** A server with the sample, ended after the benchmark. */
export interface SampleServer {
  url: string
  connectionString: string
  /** A connection for what the benchmark prepares. */
  client: pg.Client
  /** The token of a sample account, by its name before the "@". */
  tokenOf: (name: string) => string
}

/** Runs a benchmark on a server with the national sample, or with the data of BENCH_DATA_DIR, which it leaves there. */
export async function onSample<Result>(work: (server: SampleServer) => Promise<Result>): Promise<Result> {
  const server = await startServer({}, process.env.BENCH_DATA_DIR)
  try {
    const accounts: { email: string; token: string }[] = JSON.parse(
      readFileSync(path.join(server.dataDir, 'sample-accounts.json'), 'utf8'),
    )
    const connectionString = (await findEmbedded(server.dataDir))!
    const client = new pg.Client({ connectionString })
    await client.connect()
    try {
      const tokenOf = (name: string) => accounts.find(({ email }) => email.startsWith(`${name}@`))!.token
      return await work({ url: server.url, connectionString, client, tokenOf })
    } finally {
      await client.end()
    }
  } finally {
    await server.stop()
  }
}
