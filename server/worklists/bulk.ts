import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Actor } from '../platform/actor.ts'
import type { Ask } from '../platform/change.ts'
import type { Db, Handle, Transaction } from '../platform/db.ts'
import { type Field, Invalid, type Problem } from '../platform/errors.ts'
import { asProblem } from '../platform/http/problem.ts'
import { compileValidator, fieldsOf } from '../platform/http/validator.ts'
import { type BulkAct, CONSTRAINTS, mayDo, runAct, TASK_ACTS, tasksToRead } from '../tasks/index.ts'
import type { ActsOf, Bulk, BulkItem, BulkResult, Refused } from './bulk-shapes.ts'
import type { WorklistsDb } from './db.ts'

/** One checked item; its input is the input for all, overridden by its own. */
export interface Checked {
  item: BulkItem
  input: object
}

/** One refused task, by id; code and title are added at the end. */
export interface Failure {
  id: number
  problem: Problem
}

const checks = new Map<BulkAct, ReturnType<typeof compileValidator>>()

/** Throws `Invalid` naming each field, as the single act would, prefixed with the place of the item. */
export function checkedItems({ act, items, body = {} }: Pick<Bulk, 'act' | 'items' | 'body'>): Checked[] {
  const check = checks.get(act) ?? compileValidator({ schema: TASK_ACTS[act].body, httpPart: 'body' } as never)
  checks.set(act, check)
  const seen = new Set<number>()
  const fields: Field[] = []
  const checked = items.map((item, place) => {
    const input = { ...body, ...item.body }
    const result = check(input) as { error?: Parameters<typeof fieldsOf>[0] }
    for (const field of fieldsOf(result.error ?? [])) {
      const own = Object.hasOwn(item.body ?? {}, field.path.split('.')[0] ?? '')
      fields.push({ ...field, path: own ? `items.${place}.body.${field.path}` : `body.${field.path}` })
    }
    if (seen.has(item.id)) {
      fields.push({ path: `items.${place}.id`, code: 'task.twice', message: 'Nhiệm vụ này đã có ở trên.' })
    }
    if (act !== 'decide' && item.requestId !== undefined) {
      fields.push({ path: `items.${place}.requestId`, code: 'additionalProperties', message: 'Không có trường này.' })
    }
    if (act === 'decide' && item.requestId === undefined) {
      fields.push({ path: `items.${place}.requestId`, code: 'required', message: 'Hãy nêu đề nghị được quyết định.' })
    }
    seen.add(item.id)
    return { item, input }
  })
  if (fields.length > 0) throw new Invalid('request.invalid', 'Có chỗ chưa đúng.', { fields: withoutRepeats(fields) })
  // In a fixed order, so that two bulk acts do not deadlock.
  return checked.sort((a, b) => a.item.id - b.item.id)
}

/** Does one act, in the caller's transaction. Returns the next version of the task. */
export function doOne(
  trx: Transaction<WorklistsDb>,
  { actor, now }: Pick<Ask, 'actor' | 'now'>,
  act: BulkAct,
  { item, input }: Checked,
): Promise<number> {
  const { id, version, requestId } = item
  return runAct(trx, { actor, now, id, version }, act, requestId === undefined ? input : { ...input, requestId })
}

/** The problem of a refusal. An internal error is logged and answered without its details. */
export function problemIn(error: unknown, log: (error: unknown) => void): Problem {
  const problem = asProblem(error as Error, CONSTRAINTS)
  if (problem.status >= 500) log(error)
  return problem
}

/** The same act on many tasks, with the rules, rights and errors of the single act. */
export async function doBulk(
  db: Db,
  who: Pick<Ask, 'actor' | 'now'>,
  bulk: Bulk,
  log: (error: unknown) => void,
): Promise<BulkResult> {
  const checked = checkedItems(bulk)
  const { done, failed } = await (bulk.mode === 'all' ? allOrNothing : eachSeparately)(db, who, bulk.act, checked, log)
  return {
    applied: done.length > 0,
    done,
    failed: await refusals(db, who.actor, failed),
  }
}

type Outcome = { done: BulkResult['done']; failed: Failure[] }
type RunItems = (
  db: Db,
  who: Pick<Ask, 'actor' | 'now'>,
  act: BulkAct,
  checked: readonly Checked[],
  log: (error: unknown) => void,
) => Promise<Outcome>

const eachSeparately: RunItems = async (db, who, act, checked, log) => {
  const outcome: Outcome = { done: [], failed: [] }
  for (const one of checked) {
    try {
      const version = await db.transaction().execute((trx) => doOne(trx, who, act, one))
      outcome.done.push({ id: one.item.id, version })
    } catch (error) {
      outcome.failed.push({ id: one.item.id, problem: problemIn(error, log) })
    }
  }
  return outcome
}

const allOrNothing: RunItems = async (db, who, act, checked, log) => {
  const outcome: Outcome = { done: [], failed: [] }
  await db
    .transaction()
    .execute(async (trx) => {
      for (const one of checked) await tryOne(trx, outcome, one, () => doOne(trx, who, act, one), log)
      if (outcome.failed.length > 0) throw new Undone()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
      outcome.done = []
    })
  return outcome
}

/** Thrown to undo the acts done before a refusal. */
export class Undone extends Error {}

/** Tries one of several acts in one transaction. A refusal leaves no trace and the next is tried, so all refusals are returned. */
export async function tryOne(
  trx: Transaction<WorklistsDb>,
  outcome: Outcome,
  { item: { id } }: Checked,
  act: () => Promise<number>,
  log: (error: unknown) => void,
): Promise<void> {
  await sql`savepoint one`.execute(trx)
  try {
    outcome.done.push({ id, version: await act() })
    await sql`release savepoint one`.execute(trx)
  } catch (error) {
    await sql`rollback to savepoint one`.execute(trx)
    outcome.failed.push({ id, problem: problemIn(error, log) })
  }
}

/** The refusals, with code and title where the actor may read the task. */
export async function refusals(
  db: Handle<WorklistsDb>,
  actor: Actor,
  failed: readonly Pick<Failure, 'id' | 'problem'>[],
): Promise<Refused[]> {
  if (failed.length === 0) return []
  const seen = await tasksToRead(
    db,
    actor,
    failed.map(({ id }) => id),
  )
  const words = await db
    .selectFrom('tasks.task_card')
    .select(['task_id', 'code', 'title'])
    .where('task_id', 'in', [0, ...seen.map(({ task_id }) => task_id)])
    .execute()
  const of = new Map(words.map(({ task_id, code, title }) => [task_id, { code, title }]))
  return failed.map(({ id, problem: { status, code, detail, fields } }) => ({
    id,
    ...(of.get(id) ?? { code: null, title: null }),
    problem: { status, code, detail, fields },
  }))
}

type RequestKind = Static<typeof ActsOf>['tasks'][number]['requests'][number]['kind']

/** The acts allowed now on each of these tasks, for a screen that offers those that all of them allow. */
export async function actsOf(
  db: Handle<WorklistsDb>,
  actor: Actor,
  ids: readonly number[],
): Promise<Static<typeof ActsOf>> {
  const seen = await tasksToRead(db, actor, ids)
  const requests = await db
    .selectFrom('tasks.request_card')
    .select(['request_id', 'task_id', 'kind'])
    .$narrowType<{ kind: RequestKind }>()
    .where('decision', 'is', null)
    .where('task_id', 'in', [0, ...seen.map(({ task_id }) => task_id)])
    .orderBy('request_id')
    .execute()
  return {
    tasks: seen.map((task) => ({
      id: task.task_id,
      version: task.version,
      may: mayDo(actor, task),
      requests: requests
        .filter(({ task_id }) => task_id === task.task_id)
        .map(({ request_id, kind }) => ({ id: request_id, kind })),
    })),
  }
}

function withoutRepeats(fields: readonly Field[]): Field[] {
  return [...new Map(fields.map((field) => [field.path, field])).values()].slice(0, 100)
}
