import { sql } from 'kysely'
import type { Transaction } from '../platform/db.ts'
import type { TasksDb } from './db.ts'

/**
 * Work that a document gives to several agencies under one name ("các bộ, cơ quan ngang bộ"). `each`: a task for each of
 * them. `shared`: one task, in which each leads a part and one answers for the whole (Nghị định 39/2022/NĐ-CP).
 */
export interface NewCollective {
  /** Its place in the source, where its tasks have places of their own ("5", with the tasks "5.1" to "5.22"). */
  ref: string
  form: 'each' | 'shared'
  /** As the text names them. */
  namedAs: string
  /** The common wording. */
  title: string
  /** The day of which they were the members. */
  membersOn: string
}

/** Makes the collectives of new tasks; those already known by source and ref are used. Returns their ids by ref. */
export async function saveCollectives(
  trx: Transaction<TasksDb>,
  source: { kind: string; id: number | null },
  tasks: readonly { collective?: NewCollective }[],
  { at, by, fromTaskId = null }: { at: string; by: string; fromTaskId?: number | null },
): Promise<Map<string, number>> {
  const wanted = new Map(tasks.flatMap(({ collective }) => (collective ? [[collective.ref, collective] as const] : [])))
  const ids = new Map<string, number>()
  for (const { ref, form, namedAs, title, membersOn } of wanted.values()) {
    await trx
      .insertInto('tasks.collective')
      .values({
        form,
        named_as: namedAs,
        title,
        members_on: membersOn,
        source_kind: source.kind,
        source_id: source.id,
        source_ref: ref,
        from_task_id: fromTaskId,
        made_at: at,
        made_by: by,
      })
      .onConflict((conflict) => conflict.constraint('collective_once').doNothing())
      .execute()
    const { rows } = await sql<{ id: number }>`
      select collective_id as id from tasks.collective
      where source_kind = ${source.kind} and source_ref = ${ref} and source_id is not distinct from ${source.id}::bigint`.execute(
      trx,
    )
    ids.set(ref, rows[0]!.id)
  }
  return ids
}

/** For `tasks.task t` and `tasks.party p`: the agency gives a part of the task that another answers for. */
export const givesPart = sql<boolean>`(p.role = 'coordinating' or (p.role = 'lead' and not p.is_accountable
  and exists (select from tasks.collective s where s.collective_id = t.collective_id and s.form = 'shared')))`

/** Names of the agencies that lead a part of a shared task and have not given it. Empty for every other task. */
export async function partsNotGiven(trx: Transaction<TasksDb>, taskId: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(n.name, p.named_as) as name
    from tasks.task t
    join tasks.collective s on s.collective_id = t.collective_id and s.form = 'shared'
    join tasks.party p on p.task_id = t.task_id
    left join registry.agency_latest n on n.agency_id = p.agency_id
    where t.task_id = ${taskId} and p.role = 'lead' and not p.is_accountable and p.ended_on is null
      and not exists (select from tasks.contribution c
        where c.task_id = p.task_id and c.agency_id = p.agency_id and c.given_on is not null)
    order by p.position`.execute(trx)
  return rows.map(({ name }) => name)
}

/**
 * References of what is made of one for each of several: "5.1" … "5.22". If one of these is taken, all are marked off by
 * another sign, so that they stay together.
 */
export function refsOfMembers(ref: string, numbers: readonly number[], taken: ReadonlySet<string>): string[] {
  const marked = (mark: string) => numbers.map((number) => `${ref}${mark}${number}`)
  for (let mark = '.'; ; mark = mark === '.' ? '-' : `${mark}-`) {
    const refs = marked(mark)
    if (refs.every((one) => !taken.has(one))) return refs
  }
}

/** The card of a collective `c` that the task of `t` belongs to. */
const CARD = sql`
  jsonb_build_object('id', c.collective_id, 'form', c.form, 'namedAs', c.named_as, 'title', c.title,
    'membersOn', c.members_on, 'fromTaskId', c.from_task_id, 'size',
    case c.form
      when 'each' then (select count(*) from tasks.task o where o.collective_id = c.collective_id)
      else (select count(*) from tasks.party p where p.task_id = t.task_id and p.role = 'lead' and p.ended_on is null)
    end)`

/** For `tasks.task t`: the collective it belongs to; null where it was given to one agency. */
export const COLLECTIVE_CARD = sql<unknown>`
  case when t.collective_id is not null then (
    select ${CARD} from tasks.collective c where c.collective_id = t.collective_id) end`

/** For `tasks.task t`: what it was distributed into; null where it was not. */
export const DISTRIBUTED_INTO = sql<unknown>`
  (select ${CARD} from tasks.collective c where c.from_task_id = t.task_id)`
