import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from './db.ts'
import { Problem } from './errors.ts'
import type { App } from './http.ts'

const Health = Type.Object(
  {
    status: Type.Literal('ok'),
    version: Type.String(),
    sample: Type.Boolean({ description: 'Whether the accounts of the sample data are listed beside the server' }),
    database: Type.Literal('ok'),
    jobs: Type.Object({
      waiting: Type.Integer({ description: 'Due and not begun.' }),
      isLate: Type.Boolean({ description: 'One has been due for two minutes: no worker runs, or too few.' }),
      failed: Type.Integer({ description: 'Given up after their last try.' }),
    }),
  },
  { description: 'Whether the server can serve.' },
)

/** `GET /api/health`: 200 while the database answers, 503 where not; for balancers and operators, so open to all. */
export function mountHealth(app: App, { db, version, sample }: { db: Db; version: string; sample: boolean }): void {
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
        return { status: 'ok' as const, version, sample, database: 'ok' as const, jobs: await queue(db) }
      } catch (error) {
        request.log.error({ err: error }, 'health')
        throw new Problem(503, 'server.database_away', 'Chưa nối được cơ sở dữ liệu. Hãy thử lại sau ít phút.', {
          retryAfter: 5,
        })
      }
    },
  )
}

async function queue(db: Db): Promise<{ waiting: number; isLate: boolean; failed: number }> {
  const { rows } = await sql<{ waiting: number; isLate: boolean; failed: number }>`
    select count(*) filter (where due) as waiting,
      coalesce(bool_or(due and run_at < now() - interval '2 minutes'), false) as "isLate",
      count(*) filter (where attempts >= max_attempts and locked_at is null) as failed
    from (select *, run_at <= now() and locked_at is null and attempts < max_attempts as due
          from graphile_worker.jobs) job`.execute(db)
  return rows[0] ?? { waiting: 0, isLate: false, failed: 0 }
}
