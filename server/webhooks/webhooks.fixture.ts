import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { readWebhooks } from '../platform/webhook-settings.ts'
import { assignAll } from '../tasks/index.ts'
import { aSource, aTask } from '../tasks/task.fixture.ts'
import { freshApp, type TestApp, type Visitor } from '../test/app.ts'

export interface Made {
  id: number
  secret: string
  version: number
}

/** The app, allowed to call systems on this machine, with functions to give tasks and add endpoints. */
export async function openWebhooks(t: TestContext) {
  const app = await freshApp(t)
  app.config.webhooks = readWebhooks({ WEBHOOK_PRIVATE_HOSTS: '127.0.0.1, localhost' })
  let count = 0
  /** Gives one task to these agencies, the first leading; returns its id. */
  const give = async (...slugs: string[]) => {
    count += 1
    const n = count
    const [lead, ...others] = await Promise.all(slugs.map(app.agency))
    const office = await app.agency('van-phong-chinh-phu')
    const task = aTask(String(n), lead!, '2021-03-31', { title: `Việc ${n}` })
    task.parties.push(
      ...others.map((agencyId) => ({ role: 'coordinating' as const, agencyId, namedAs: 'x', scope: null })),
    )
    const source = {
      ...aSource({ office } as Parameters<typeof aSource>[0]),
      kind: 'archive' as const,
      number: `${n}/QĐ`,
    }
    const [id] = await app.db
      .transaction()
      .execute((trx) => assignAll(trx, systemActor('thử'), source, [task], app.clock.now()))
    return id!
  }
  const add = async (who: Visitor, agency: string, url: string, events = ['*'], name = 'Hệ thống tích hợp') => {
    const body = { agencyId: await app.agency(agency), name, url, events }
    const answer = await who.send('POST', '/api/webhooks', { body })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    return answer.body as Made
  }
  return { ...app, give, add }
}

/** Makes every delayed try due now. */
export async function pass({ db }: Pick<TestApp, 'db'>): Promise<void> {
  await db
    .updateTable('webhooks.delivery')
    .set({ next_try_at: sql<string>`now()` })
    .where('state', '=', 'due')
    .execute()
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(db)
}
