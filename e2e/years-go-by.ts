import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/**
 * Lets the retention of a case end yesterday: no story waits five years. Nothing else of the case is touched. The database is the
 * server's own, whose port and password stand in its folder.
 */
export async function endRetention(caseId: number, yesterday: string): Promise<void> {
  const folder = process.env.E2E_DATA_DIR!
  const port = Number(readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3])
  const password = readFileSync(path.join(folder, 'postgres.password'), 'utf8').trim()
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'dieuhanh_owner', password, database: 'dieuhanh' })
  await client.connect()
  try {
    await client.query('update records.case_file set kept_until = $1 where case_id = $2', [yesterday, caseId])
  } finally {
    await client.end()
  }
}
