import type { Pool } from 'pg'
import { Type } from 'typebox'
import { databaseAway } from '../database/away.ts'
import { inTime } from '../database/request-scope.ts'
import type { App } from './server.ts'

const Health = Type.Object(
  {
    status: Type.Literal('ok'),
    version: Type.String(),
    sample: Type.Boolean({ description: 'Whether the accounts of the sample data are listed beside the server' }),
    database: Type.Literal('ok'),
    jobs: Type.Object({
      waiting: Type.Integer({ description: 'Due and not started.' }),
      isLate: Type.Boolean({ description: 'One has been due for two minutes: no worker runs, or too few.' }),
      failed: Type.Integer({ description: 'Given up after their last try.' }),
    }),
  },
  { description: 'Whether the server can serve.' },
)

/** A balancer asks every few seconds and needs the answer in time. */
const LIMIT_MS = 2_000

/**
 * `GET /api/health`: 200 while the database answers, 503 otherwise; for balancers and operators, so open to all. It
 * uses the pool of sign-in, where no long statement blocks it.
 */
export function mountHealth(
  app: App,
  { pool, version, sample }: { pool: Pool; version: string; sample: boolean },
): void {
  app.get(
    '/api/health',
    {
      config: { open: true },
      schema: {
        operationId: 'getHealth',
        summary: 'Whether the server can serve',
        tags: ['system'],
        security: [],
        response: { 200: Health },
      },
    },
    async (request) => {
      try {
        const jobs = await inTime(LIMIT_MS, () => queue(pool))
        return { status: 'ok' as const, version, sample, database: 'ok' as const, jobs }
      } catch (error) {
        request.log.error({ err: error }, 'health')
        throw databaseAway(error)
      }
    },
  )
}

async function queue(pool: Pool): Promise<{ waiting: number; isLate: boolean; failed: number }> {
  const { rows } = await pool.query(`
    select (count(*) filter (where due))::integer as waiting,
      coalesce(bool_or(due and run_at < now() - interval '2 minutes'), false) as "isLate",
      (count(*) filter (where attempts >= max_attempts and locked_at is null))::integer as failed
    from (select *, run_at <= now() and locked_at is null and attempts < max_attempts as due
          from graphile_worker.jobs) job`)
  return rows[0] ?? { waiting: 0, isLate: false, failed: 0 }
}
