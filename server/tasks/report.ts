import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { type TaskOf, taskToChange } from './access.ts'
import type { ReportDone, ReportProgress } from './act-shapes.ts'
import { answerReportCall } from './call-for-report.ts'
import { carryOut } from './carry-out.ts'
import { partsNotGiven } from './collective.ts'
import type { TasksDb } from './db.ts'
import { lastReportOf } from './evidence-store.ts'
import { prove } from './prove.ts'
import { answerPeriod } from './rhythm.ts'
import { addMeasurement, targetIdsOf } from './store.ts'
import { isExact } from './target.ts'
import { whenOf } from './when.ts'

/** A lead reports progress, with the values its targets have reached. */
export async function reportProgress(trx: Transaction<TasksDb>, ask: Ask, input: ReportProgress): Promise<number> {
  const task = await taskToChange(trx, ask, 'report')
  const { measurements = [], periodId, evidence, ...report } = input
  const version = await carryOut(
    trx,
    ask,
    task,
    {
      act: 'report',
      ...report,
      agencyId: task.part === 'accountable' ? task.lead_agency_id : ask.actor.agencyId,
    },
    measurements.length > 0 ? { measurements } : {},
  )
  await measure(trx, ask, task, measurements)
  const reportId = await lastReportOf(trx, task.task_id)
  await answerPeriod(trx, task, reportId, whenOf(ask).on, periodId)
  if (task.part === 'accountable') await answerReportCall(trx, task.task_id, reportId, whenOf(ask))
  await prove(trx, ask, evidence, { progress_report_id: reportId })
  return version
}

/** The accountable lead claims the task is done. It counts as open until the claim is confirmed. */
export async function reportDone(trx: Transaction<TasksDb>, ask: Ask, input: ReportDone): Promise<number> {
  const task = await taskToChange(trx, ask, 'reportDone')
  const { evidence, missingParts, ...claim } = input
  const { body, productNumber, productDate } = claim
  if (productDate !== undefined && productDate > whenOf(ask).on) {
    throw wrong('productDate', 'task.product_in_future', 'Ngày của văn bản sản phẩm không được sau hôm nay.')
  }
  const missing = await partsNotGiven(trx, task.task_id)
  if (missing.length > 0 && missingParts === undefined) throw partsMissing(missing)
  const detail = {
    body,
    productNumber,
    productDate,
    ...(missing.length > 0 ? { missingParts, missing: missing.join('; ') } : {}),
  }
  const version = await carryOut(trx, ask, task, { act: 'reportDone', ...claim }, detail)
  const reportId = await lastReportOf(trx, task.task_id)
  await answerReportCall(trx, task.task_id, reportId, whenOf(ask))
  await prove(trx, ask, evidence, { progress_report_id: reportId })
  return version
}

/** A shared task is complete by its parts; without them the lead has to say why. */
function partsMissing(names: readonly string[]): Conflict {
  const message = 'Hãy nhắc các cơ quan này gửi phần việc của mình, hoặc nêu lý do báo cáo khi chưa đủ.'
  return new Conflict(
    'task.parts_missing',
    `Nhiệm vụ chung còn ${names.length} cơ quan chưa gửi phần việc: ${names.join('; ')}. ${message}`,
    { fields: [{ path: 'missingParts', code: 'task.parts_missing', message }] },
  )
}

async function measure(
  trx: Transaction<TasksDb>,
  ask: Ask,
  task: TaskOf,
  measurements: NonNullable<ReportProgress['measurements']>,
): Promise<void> {
  const when = whenOf(ask)
  const known = measurements.length > 0 ? await targetIdsOf(trx, task.task_id) : new Set<number>()
  for (const [place, { targetId, value, measuredOn = when.on, note }] of measurements.entries()) {
    const path = `measurements.${place}`
    if (!known.has(targetId)) {
      throw wrong(`${path}.targetId`, 'task.no_such_target', 'Nhiệm vụ không có chỉ tiêu này. Hãy chọn lại chỉ tiêu.')
    }
    if (!isExact(value)) {
      throw wrong(`${path}.value`, 'task.too_many_digits', 'Giá trị đo có quá 15 chữ số. Hãy làm tròn.')
    }
    if (measuredOn > when.on) {
      throw wrong(`${path}.measuredOn`, 'task.measured_in_future', 'Ngày đo không được sau hôm nay.')
    }
    if (measuredOn < task.assigned_on) {
      throw wrong(`${path}.measuredOn`, 'task.measured_before_assigned', 'Ngày đo không được trước ngày giao.')
    }
    await addMeasurement(trx, { targetId, value, measuredOn, note: note ?? null }, when)
  }
}
