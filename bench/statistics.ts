/**
 * What the screens of the national sample cost over HTTP, compared with PostgreSQL only counting the facts in force that
 * they are based on. The statistics query four days: the day itself, the same tasks by their first due days, the month
 * before, the year before.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startServer } from '../e2e/server.ts'
import { findEmbedded } from '../server/platform/embedded/server.ts'
import { median, type Ratio } from './measure.ts'

const FACTS_IN_FORCE = `
  select count(*) from (
    select distinct task_id, dimension from tasks.fact where effective_on <= '2021-02-28'
  ) fact`

export async function bench(): Promise<Ratio[]> {
  const server = await startServer()
  try {
    const accounts = JSON.parse(readFileSync(path.join(server.dataDir, 'sample-accounts.json'), 'utf8'))
    const { token } = accounts.find((account: { email: string }) => account.email.startsWith('theodoi@'))
    const ask = async (address: string) => {
      const answer = await fetch(`${server.url}${address}`, { headers: { authorization: `Bearer ${token}` } })
      assert.equal(answer.status, 200, address)
      return (await answer.json()) as { total?: { assigned: number } }
    }
    const query = 'from=2020-01-01&asOf=2021-02-28'
    const { total } = await ask(`/api/statistics?${query}`)
    assert.equal(total?.assigned, 10_527)

    const database = new pg.Client({ connectionString: await findEmbedded(server.dataDir) })
    await database.connect()
    const fast = await median(15, () => database.query(FACTS_IN_FORCE))
    await database.end()
    return [
      {
        what: 'statistics by agency / counting the facts',
        slow: await median(9, () => ask(`/api/statistics?${query}&by=agency`)),
        fast,
        atMost: 15,
      },
      {
        what: 'first page of tasks / counting the facts',
        slow: await median(9, () => ask(`/api/tasks?${query}`)),
        fast,
        atMost: 8,
      },
    ]
  } finally {
    await server.stop()
  }
}
