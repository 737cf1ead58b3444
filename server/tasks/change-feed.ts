import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import type { Actor } from '../platform/actor.ts'
import { secretOf } from '../platform/auth.ts'
import type { Config } from '../platform/config.ts'
import type { Handle } from '../platform/db.ts'
import { Invalid } from '../platform/errors.ts'
import { keyFor, seal, unseal } from '../platform/sealed.ts'
import { Day, Id, Instant, Nullable } from '../platform/shapes.ts'
import type { TasksDb } from './db.ts'
import { State } from './shapes.ts'
import { isActVisible } from './sight.ts'

export const ChangesQuery = Type.Object({
  after: Type.Optional(
    Type.String({ maxLength: 200, description: '`cursor` of the previous answer; everything where left out' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: '100 where left out' })),
})
export type ChangesQuery = Static<typeof ChangesQuery>
export const Change = Type.Object({
  taskId: Id,
  code: Type.String(),
  event: Type.String({ description: 'The act: docs/audit-events.md' }),
  happenedOn: Day,
  recordedAt: Instant,
  version: Type.Integer({ description: 'Current version of the task' }),
  state: State,
  title: Type.String(),
  dueOn: Nullable(Day),
})
export const Changes = Type.Object({
  changes: Type.Array(Change),
  cursor: Type.String({ description: 'Send it back as `after`; store it together with the changes you took in' }),
  more: Type.Boolean({ description: 'Whether there is more to read immediately; if not, read again later' }),
})
export type Changes = Static<typeof Changes>

type Secrets = Pick<Config, 'authSecret' | 'dataDir'>

/**
 * The acts on the tasks the actor may see since a cursor, in the order they were committed, so that no act is
 * skipped however many run in parallel. The cursor is sealed: its number would reveal how much is done elsewhere.
 * @throws Invalid `changes.cursor_unknown` for a cursor that is not this actor's
 */
export async function changesAfter(
  db: Handle<TasksDb>,
  actor: Actor,
  { after, limit = 100 }: ChangesQuery,
  config: Secrets,
): Promise<Changes> {
  const from = after === undefined ? 0 : open(after, actor, config)
  const { rows: heads } = await sql<{ position: number | null }>`
    select max(position) as position from platform.sealed_entry`.execute(db)
  const head = heads[0]?.position ?? 0
  const { rows } = await sql<Changes['changes'][number] & { position: number }>`
    select k.position, t.task_id as "taskId", t.code, a.event, a.happened_on as "happenedOn",
           a.recorded_at as "recordedAt", t.version, t.state, t.title, t.due_on as "dueOn"
    from platform.sealed_entry k
    join platform.audit_entry a on a.audit_id = k.audit_id and a.subject_kind = 'task'
    join tasks.task t on t.task_id = a.subject_id::bigint
    where k.position > ${from} and k.position <= ${head} and ${isActVisible(actor)}
    order by k.position limit ${limit + 1}`.execute(db)
  const more = rows.length > limit
  const changes = rows.slice(0, limit)
  return {
    changes: changes.map(({ position: _, ...change }) => change),
    cursor: close(more ? changes.at(-1)!.position : Math.max(from, head), actor, config),
    more,
  }
}

const PURPOSE = 'cursor of changes'

/** Eight bytes, sealed for one user: the same position looks different each time, and no one else can use it. */
function close(position: number, actor: Actor, config: Secrets): string {
  const place = Buffer.alloc(8)
  place.writeBigUInt64BE(BigInt(position))
  return seal(keyFor(secretOf(config), PURPOSE), place, actor.userId).toString('base64url')
}

function open(cursor: string, actor: Actor, config: Secrets): number {
  try {
    const place = unseal(keyFor(secretOf(config), PURPOSE), Buffer.from(cursor, 'base64url'), actor.userId)
    return Number(place.readBigUInt64BE())
  } catch (cause) {
    const detail = 'Con trỏ không phải do hệ thống cấp cho bạn. Hãy bắt đầu lại, không kèm after.'
    throw new Invalid('changes.cursor_unknown', detail, {
      fields: [{ path: 'after', code: 'changes.cursor_unknown', message: detail }],
      cause,
    })
  }
}
