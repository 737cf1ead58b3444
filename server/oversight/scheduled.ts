/** The job: brings the drafts that are due, and tells those who prepare. */
import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { type Transaction, within } from '../platform/db.ts'
import { Problem } from '../platform/errors.ts'
import type { JobContext } from '../platform/jobs.ts'
import type { Joined } from '../platform/room.ts'
import type { Figures } from './compute.ts'
import type { OversightDb } from './db.ts'
import { type DueDraft, draftsDue } from './draft-schedule.ts'
import { regimesIn } from './regime.ts'
import { getKind } from './report-kinds.ts'
import { figuresOfReport } from './text-store.ts'
import { drawUpText } from './write.ts'

export const scheduledDrafts =
  ({ figures }: Pick<Joined, 'figures'>) =>
  async (_payload: unknown, { db, clock, config }: Pick<JobContext, 'db' | 'clock' | 'config'>): Promise<void> => {
    const due = draftsDue(await regimesIn(db), todayInVietnam(clock))
    for (const one of due)
      await bringDraft(db, one, { figures, now: clock.now().toString(), isSample: config.sample !== 'none' })
  }

/** One draft in its own transaction: one that cannot be made does not hold up the others, and says why. */
async function bringDraft(
  db: JobContext['db'],
  due: DueDraft,
  by: { figures: Figures; now: string; isSample: boolean },
): Promise<void> {
  const isDone = await db
    .selectFrom('oversight.report_scheduled')
    .select('regime_id')
    .where('regime_id', '=', due.regimeId)
    .where('period', '=', due.period.text)
    .executeTakeFirst()
  if (isDone) return
  try {
    await db.transaction().execute((trx) => make(within<OversightDb>(trx), due, by))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await db.transaction().execute((trx) => note(within<OversightDb>(trx), due, by.now, error.detail))
  }
}

type Trx = Transaction<OversightDb>
async function make(
  trx: Trx,
  due: DueDraft,
  { figures, now, isSample }: { figures: Figures; now: string; isSample: boolean },
): Promise<void> {
  const actor = systemActor('lịch lập báo cáo')
  const id = await drawUpText(
    trx,
    { actor, now, isSample },
    await getKind(trx, due.kind),
    { kind: due.kind, period: due.period.text },
    figures,
  )
  if (!(await keep(trx, due, now, { report_id: id }))) throw new Error('two workers brought one draft')
  const missing = (await figuresOfReport(trx, id)).filter((one) => one.missing !== null)
  await record(trx, actor, 'report.scheduled', {
    subject: { kind: 'report', id },
    detail: {
      period: due.period.text,
      dueOn: due.dueOn,
      missing: missing.map(({ ref }) => ref),
      note:
        missing.length === 0
          ? null
          : `Còn thiếu ${missing.length} số liệu: ${[...new Set(missing.map(({ name }) => figures.get(name)?.vi ?? name))].join('; ')}`,
    },
  })
}

async function note(trx: Trx, due: DueDraft, now: string, words: string): Promise<void> {
  await keep(trx, due, now, { note: words })
}

async function keep(
  trx: Trx,
  due: DueDraft,
  now: string,
  outcome: { report_id: number } | { note: string },
): Promise<boolean> {
  const row = await trx
    .insertInto('oversight.report_scheduled')
    .values({ regime_id: due.regimeId, period: due.period.text, due_on: due.dueOn, made_at: now, ...outcome })
    .onConflict((conflict) => conflict.columns(['regime_id', 'period']).doNothing())
    .returning('regime_id')
    .executeTakeFirst()
  return row !== undefined
}
