import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { addDays, dayInVietnam, VIETNAM } from '../platform/calendar.ts'
import type { Database, Transaction } from '../platform/db.ts'
import type { Deps } from '../platform/room.ts'
import { attachDocument, contribute, receive, reportSubtask, requestContribution, split } from '../tasks/index.ts'
import { actorsOf } from './people.ts'

/** The officer of a ministry who divides its work, and the officer of the unit that does a part. */
const PEOPLE = { lead: 'botaichinh', unit: 'cucthue' } as const
const UNIT_SLUG = 'btc-co-quan-thue'
/** How many of the ministry's open tasks get work on the desk. */
const DESKS = 3

/**
 * Lets the sample's officers work on a few open tasks of one ministry: sub-tasks for its unit, a document as evidence, a
 * contribution requested of a coordinating agency. A task on which a unit already works is skipped. Returns how many were
 * worked on.
 */
export async function workAtDesk({ db, clock }: Deps, today: string): Promise<number> {
  const people = await actorsOf(db, PEOPLE, today)
  if (!people) return 0
  const { lead, unit } = people
  const { rows: tasks } = await sql<Given>`
    select t.task_id as id, t.version, t.state from tasks.task t
    where t.state in ('assigned', 'received', 'inProgress') and t.lead_agency_id = any(${[...lead.own]}::bigint[])
      and not exists (select from tasks.subtask s where s.task_id = t.task_id)
      and (select count(distinct s.task_id) from tasks.subtask s) < ${DESKS}
    order by t.state = 'assigned', t.due_on nulls last, t.task_id limit ${DESKS}`.execute(db)
  const { rows: units } = await sql<{ id: number }>`
    select agency_id as id from registry.agency where slug = ${UNIT_SLUG}`.execute(db)
  const unitId = units[0]!.id
  for (const task of tasks) {
    await db.transaction().execute((trx) => workOn(trx, { lead, unit, unitId }, task, clock.now()))
  }
  return tasks.length
}

interface Given {
  id: number
  version: number
  state: string
}

interface People {
  lead: Actor
  unit: Actor
  unitId: number
}

async function workOn(
  trx: Transaction<Database>,
  { lead, unit, unitId }: People,
  task: Given,
  now: Temporal.Instant,
): Promise<void> {
  const { id } = task
  const today = dayInVietnam(now)
  // Given just now, so its acts happen now as well.
  const isNew = task.state === 'assigned'
  const on = (actor: Actor, day: number) => ({ actor, id, now: isNew ? now : noon(addDays(today, day)) })
  if (isNew) await receive(trx, { ...on(lead, 0), version: task.version })
  const laterReason = 'Số liệu cả năm chỉ có sau khi địa phương khóa sổ (MẪU).'
  const first = await split(trx, on(lead, -12), {
    agencyId: unitId,
    title: 'Rà soát, tổng hợp số liệu đến hết tháng trước',
    content: 'Tổng hợp số liệu theo địa phương, nêu rõ nơi chưa gửi và lý do (MẪU).',
    dueOn: addDays(today, 9),
    laterReason,
  })
  await split(trx, on(lead, -12), {
    agencyId: unitId,
    title: 'Dự thảo báo cáo kết quả thực hiện',
    content: 'Dự thảo báo cáo kèm phụ lục số liệu, gửi lấy ý kiến các đơn vị trong Bộ (MẪU).',
    dueOn: addDays(today, 24),
    laterReason,
  })
  await reportSubtask(
    trx,
    { ...on(unit, -4), version: 1 },
    {
      subtaskId: first,
      percent: 60,
      body: 'Đã nhận số liệu của 21 địa phương; 13 địa phương đang được đôn đốc (MẪU).',
    },
  )
  await attachDocument(trx, on(unit, -4), {
    number: '218/BC-MẪU',
    issuedOn: addDays(today, -5),
    issuer: 'Cục Thuế (MẪU)',
    about: 'Báo cáo nhanh tình hình tổng hợp số liệu',
    subtaskId: first,
  })
  await attachDocument(trx, on(lead, -3), {
    number: '1093/MẪU-TH',
    issuedOn: addDays(today, -6),
    issuer: 'Bộ Tài chính (MẪU)',
    about: 'Kế hoạch triển khai nhiệm vụ, phân công đơn vị đầu mối',
  })
  const { rows: helpers } = await sql<{ agency_id: number }>`
    select p.agency_id from tasks.party p join registry.agency_latest a on a.agency_id = p.agency_id
    where p.task_id = ${id} and p.role = 'coordinating' and p.ended_on is null and a.valid_to is null
      and not p.agency_id = any(${[...lead.own]}::bigint[])
    order by p.position`.execute(trx)
  for (const [place, { agency_id }] of helpers.entries()) {
    await requestContribution(trx, on(lead, -10), {
      agencyId: agency_id,
      what: 'Đề nghị góp ý dự thảo đề cương và cung cấp số liệu thuộc phạm vi quản lý (MẪU).',
      dueOn: addDays(today, place === 0 && !isNew ? -2 : 6),
    })
    if (place === 0) continue
    const helper = { ...lead, name: 'Đầu mối phối hợp (MẪU)', own: [agency_id], seen: [agency_id], agencyId: agency_id }
    await contribute(trx, on({ ...helper, personId: null }, -3), {
      body: 'Nhất trí với dự thảo đề cương; gửi kèm số liệu đến hết tháng trước (MẪU).',
    })
  }
}

function noon(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: VIETNAM, plainTime: '12:00' }).toInstant()
}
