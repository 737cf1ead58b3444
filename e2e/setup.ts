import type { FullConfig } from '@playwright/test'
import { deleteData, loadedData, startServer } from './server.ts'

/**
 * Starts a server for each worker and puts the addresses in `E2E_URL_0`, `E2E_DATA_DIR_0` and so on; the configuration derives
 * the worker's own `E2E_URL` and `E2E_DATA_DIR` from them. If `E2E_URL` (and `E2E_DATA_DIR`) is already set, the stories
 * run against that server instead.
 */
export default async function setup({ workers }: FullConfig): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_URL) return
  const folders = await loadedData(workers)
  const starts = folders.map((folder) => startServer({ WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' }, folder))
  const settled = await Promise.allSettled(starts)
  const servers = settled.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()))
    for (const folder of folders) deleteData(folder)
  }
  const failed = settled.find((start) => start.status === 'rejected')
  if (failed) {
    await stop()
    throw failed.reason
  }
  for (const [place, { url, dataDir }] of servers.entries()) {
    process.env[`E2E_URL_${place}`] = url
    process.env[`E2E_DATA_DIR_${place}`] = dataDir
  }
  return stop
}
