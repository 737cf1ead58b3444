import { sql } from 'kysely'
import type { KnownActor } from '../platform/actor.ts'
import type { Blobs } from '../platform/blobs.ts'
import { formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { asWritten } from '../platform/official-document/model.ts'
import { toLead } from './access.ts'
import { demandDay, demandInForce } from './days.ts'
import type { TaskforceDb } from './db.ts'
import { inspectionToChange, type KeptInspection, said } from './inspect.ts'
import { keepDecision } from './inspection-papers.ts'
import type { Decide } from './inspection-shapes.ts'
import { type InspectionState, moveInspection } from './inspection-state.ts'
import { demandPerson } from './set-up.ts'
import { changeRow, findRow, recorded } from './store.ts'

type Trx = Transaction<TaskforceDb>

/** One of the inspections that a decision orders, with its tasks in scope; `path` is where it stands in what was sent. */
interface Part {
  ask: Ask<number, KnownActor>
  one: KeptInspection
  state: InspectionState
  taskIds: readonly number[]
  path: string
}

/**
 * Decides an inspection: names the delegation, and freezes the tasks in scope with their versions in one statement. What
 * happens to a task afterwards is seen beside it, and changes nothing of the list. A decision on several bodies decides the
 * inspection of each in one act: all or none, under one number. It is kept as one paper that names them all.
 */
export async function decideInspection(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  input: Decide,
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const parts = await partsOf(trx, ask, input)
  const [{ one }] = parts
  const force = (await findRow(trx, 'taskforce.task_force', one.task_force_id))!
  const on = demandDay(
    ask,
    input.decidedOn,
    'decidedOn',
    ...parts.map(({ one }) => ['ngày ra quyết định trước', one.decided_on] as const),
  )
  demandInForce(force, on, 'decidedOn')
  if (!input.delegation.some(({ role }) => role === 'head')) {
    throw wrong('delegation', 'inspection.no_head', 'Đoàn kiểm tra phải có Trưởng đoàn. Hãy chọn một người.')
  }
  for (const [place, { personId }] of input.delegation.entries()) {
    if (personId !== undefined) await demandPerson(trx, personId, on, `delegation.${place}.personId`)
  }
  // The screen has the number as the paper prints it.
  const decision = asWritten(input.decision.trim())
  await demandFreeNumber(trx, one.task_force_id, decision, on)
  const { decision_id: decisionId } = await trx
    .insertInto('taskforce.decision')
    .values({ task_force_id: one.task_force_id, number: decision, decided_on: on, ...recorded(ask) })
    .returning('decision_id')
    .executeTakeFirstOrThrow()
  const versions: number[] = []
  for (const part of parts) versions.push(await decideOne(trx, part, { ...input, decision, on, decisionId }))
  await keepDecision(trx, ask, blobs, [ask.id, ...parts.slice(1).map(({ ask }) => ask.id)])
  return versions[0]!
}

/** The inspections that the decision orders, the one it is made from first; each may be decided, and by this actor. */
async function partsOf(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  { taskIds, also = [] }: Decide,
): Promise<[Part, ...Part[]]> {
  const asked = [
    { ask, taskIds, path: 'taskIds' },
    ...also.map(({ id, version, taskIds }, place) => ({
      ask: { ...ask, id, version },
      taskIds,
      path: `also.${place}.taskIds`,
    })),
  ]
  const twice = asked.findIndex(({ ask: { id } }, place) => asked.findIndex((other) => other.ask.id === id) !== place)
  if (twice > 0) {
    throw wrong(`also.${twice - 1}.id`, 'inspection.also_twice', 'Một cuộc kiểm tra được chọn hai lần. Hãy bỏ bớt.')
  }
  // Locked in one order, whichever of them a decision is made from.
  const kept = new Map<number, KeptInspection>()
  for (const part of [...asked].sort((a, b) => a.ask.id - b.ask.id)) {
    kept.set(part.ask.id, await inspectionToChange(trx, part.ask))
  }
  toLead(ask.actor)
  const parts = asked.map((part): Part => {
    const one = kept.get(part.ask.id)!
    return { ...part, one, state: moveInspection(one.state, 'decide') }
  })
  for (const [place, { one }] of parts.entries()) {
    if (place === 0) continue
    demandSameDecision(parts[0]!.one, one, `also.${place - 1}.id`)
    demandOtherBody(parts.slice(0, place), one, `also.${place - 1}.id`)
  }
  return parts as [Part, ...Part[]]
}

function demandSameDecision(first: KeptInspection, other: KeptInspection, path: string): void {
  if (other.task_force_id !== first.task_force_id) {
    throw wrong(
      path,
      'inspection.also_of_other_force',
      'Cuộc kiểm tra này của Tổ công tác khác. Một quyết định chỉ gồm các cuộc kiểm tra của một Tổ công tác.',
    )
  }
  // The paper names every body: one would learn of the unannounced inspection of the other.
  if (first.form === 'unannounced' || other.form === 'unannounced') {
    throw wrong(
      path,
      'inspection.also_unannounced',
      'Kiểm tra đột xuất phải có quyết định riêng, để cơ quan khác không biết trước. Hãy bỏ cuộc kiểm tra này.',
    )
  }
}

/** Refuses a second inspection of a body that the decision names already. */
function demandOtherBody(before: readonly Part[], { agency_id: agencyId }: KeptInspection, path: string): void {
  if (!before.some(({ one }) => one.agency_id === agencyId)) return
  throw wrong(
    path,
    'inspection.also_same_body',
    'Quyết định đã gồm một cuộc kiểm tra của cơ quan này. Hãy bỏ cuộc kiểm tra này; nhiệm vụ của nó có thể thêm vào phạm vi của cuộc kia.',
  )
}

/** Refuses a number that another decision of the task force has in the same year; the constraint does so for two at once. */
async function demandFreeNumber(trx: Trx, forceId: number, number: string, on: string): Promise<void> {
  const { rows } = await sql<{ on: string; agencies: string }>`
    select k.decided_on as on,
           (select string_agg(distinct a.name, ', ') from taskforce.inspection_decision d
            join registry.agency_latest a on a.agency_id = d.subject_id where d.decision_id = k.decision_id) as agencies
    from taskforce.decision k
    where k.task_force_id = ${forceId} and k.year = extract(year from ${on}::date)
      and k.number_key = taskforce.number_key(${number}::text)
    order by k.number_copy limit 1`.execute(trx)
  const [used] = rows
  if (!used) return
  throw new Conflict(
    'inspection.decision_number_used',
    `Số ${number} đã dùng cho quyết định kiểm tra ${used.agencies} ngày ${formatDay(used.on)}. Để kiểm tra nhiều cơ quan trong một quyết định, hãy chọn các cơ quan khi quyết định; nếu là quyết định khác, hãy sửa số.`,
  )
}

async function decideOne(
  trx: Trx,
  { ask, one, state, taskIds, path }: Part,
  { decision, on, decisionId, delegation, bases }: Decide & { on: string; decisionId: number },
): Promise<number> {
  // Decided again after a postponement: the list and the delegation are those of the new decision, and the old ones stay with theirs.
  const no = one.decision_no + 1
  await trx
    .insertInto('taskforce.inspection_decision')
    .values({
      inspection_id: ask.id,
      subject_id: one.subject_id,
      decision_id: decisionId,
      decision_no: no,
      decision,
      decided_on: on,
      ...recorded(ask),
    })
    .execute()
  const { rows } = await sql<{ id: number }>`
    insert into taskforce.inspection_task
      (inspection_id, decision_no, task_id, task_version, code, title, words, state, due_on, claimed_on, completed_on)
    select ${ask.id}, ${no}, t.task_id, t.version, t.code, t.title, t.words, t.state, t.due_on, t.claimed_on, t.completed_on
    from tasks.traced_task t
    where t.task_id = any(${[...taskIds]}::bigint[])
      and exists (select from tasks.party_card p where p.task_id = t.task_id
        and p.agency_id = any(registry.reach(array[${one.agency_id}::bigint], ${on}::date)))
    returning task_id as id`.execute(trx)
  if (rows.length !== taskIds.length) {
    const missing = taskIds.length - rows.length
    throw wrong(
      path,
      'inspection.task_of_other_agency',
      `Có ${missing} nhiệm vụ mà cơ quan được kiểm tra không chủ trì, không phối hợp. Hãy bỏ khỏi phạm vi.`,
    )
  }
  await trx
    .insertInto('taskforce.delegate')
    .values(
      delegation.map(({ personId, fullName, office, role }) => ({
        inspection_id: ask.id,
        decision_no: no,
        person_id: personId ?? null,
        full_name: fullName.trim(),
        office: office.trim(),
        role,
      })),
    )
    .execute()
  const version = await changeRow(trx, 'taskforce.inspection', ask, {
    state,
    decision,
    decided_on: on,
    decision_no: no,
    decision_bases: bases?.trim() || null,
    reason: null,
  })
  await said(trx, ask, 'decided', one.state, state, {
    decision,
    decidedOn: on,
    tasks: taskIds.length,
    delegation: delegation.length,
  })
  return version
}
