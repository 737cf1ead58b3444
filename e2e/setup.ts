import { startServer } from './server.ts'

/**
 * Starts one server for all stories and gives its address to the workers in `E2E_URL` and `E2E_DATA_DIR`. With `E2E_URL`
 * already set (and `E2E_DATA_DIR` beside it) the stories run against that server instead.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_URL) return
  const server = await startServer({ WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' })
  process.env.E2E_URL = server.url
  process.env.E2E_DATA_DIR = server.dataDir
  return server.stop
}
