import { isUtf8 } from 'node:buffer'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { AskToAdd } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { putUpload } from '../platform/secrecy.ts'
import type { UploadedFile } from '../platform/upload.ts'
import { assignAll, basisFileName, keepBasisFile, type NewTask, succeedReopened } from '../tasks/index.ts'
import { keptToAddTo } from './access.ts'
import { demandInForce } from './days.ts'
import type { TaskforceDb } from './db.ts'
import type { NewActivity, NewPlan } from './force-shapes.ts'
import { demandAgencies } from './set-up.ts'
import { recorded } from './store.ts'

/** The kind of source that the tasks of a plan have. */
export const PLAN_SOURCE = 'taskForcePlan'

/**
 * Issues the plan of activities of a task force: each line becomes a task of the agency that answers for it, by default the
 * standing agency. When a line is due and how far it is, is from then on what its task says. Returns the id of the plan.
 */
export async function issuePlan(
  trx: Transaction<TaskforceDb>,
  ask: AskToAdd,
  { file, ...input }: NewPlan & { file: UploadedFile | undefined },
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const force = await keptToAddTo(trx, ask, 'taskforce.task_force')
  const today = dayInVietnam(ask.now)
  if (input.issuedOn > today)
    throw wrong('issuedOn', 'plan.issued_in_future', 'Ngày của kế hoạch không được sau hôm nay.')
  demandInForce(force, input.issuedOn, 'issuedOn')
  if (input.toOn < input.fromOn) throw wrong('toOn', 'plan.backwards', 'Ngày cuối phải bằng hoặc sau ngày đầu.')
  for (const [place, { dueOn }] of input.activities.entries()) {
    if (dueOn !== null && dueOn < input.issuedOn) {
      throw wrong(
        `activities.${place}.dueOn`,
        'plan.due_before_issue',
        `Dòng ${place + 1}: hạn ${formatDay(dueOn)} trước ngày của kế hoạch ${formatDay(input.issuedOn)}. Hãy sửa hạn.`,
      )
    }
  }
  const leads = input.activities.map(({ leadAgencyId }) => leadAgencyId ?? force.standing_agency_id)
  await demandAgencies(trx, 'activities', [...new Set(leads)], input.issuedOn)
  const { plan_id: id } = await trx
    .insertInto('taskforce.plan')
    .values({
      task_force_id: ask.id,
      number: input.number.trim(),
      title: input.title.trim(),
      issued_on: input.issuedOn,
      from_on: input.fromOn,
      to_on: input.toOn,
      ...(file && (await keepPlanFile(trx, blobs, file))),
      ...recorded(ask),
    })
    .returning('plan_id')
    .executeTakeFirstOrThrow()
  const source = {
    kind: PLAN_SOURCE,
    id,
    number: input.number.trim(),
    title: input.title.trim(),
    assignedOn: input.issuedOn,
    followUpAgencyId: force.standing_agency_id,
  }
  const tasks = input.activities.map((activity, place) => taskOf(endingWith(input, activity), place, leads[place]!))
  const taskIds = await assignAll(trx, ask.actor, source, tasks, ask.now)
  // A plan that is recorded after a reorganisation is carried out by the successors, as if it had been there.
  for (const taskId of taskIds) await succeedReopened(trx, ask.actor, taskId, ask.now)
  await trx
    .insertInto('taskforce.activity')
    .values(
      input.activities.map(({ title, words, form, doneBy }, place) => ({
        plan_id: id,
        position: place + 1,
        title: title.trim(),
        words: words.trim(),
        form,
        done_by: doneBy?.trim() || null,
        task_id: taskIds[place]!,
      })),
    )
    .execute()
  await record(trx, ask.actor, 'taskForce.planIssued', {
    subject: { kind: 'taskForce', id: ask.id },
    at: ask.now.toString(),
    on: input.issuedOn,
    after: { planId: id, number: input.number, title: input.title, activities: input.activities.length },
  })
  return id
}

/** A plan may also come as plain text; other types are those of evidence. */
async function keepPlanFile(trx: Transaction<TaskforceDb>, blobs: Blobs, file: UploadedFile) {
  if (!isPlainText(file.bytes)) return keepBasisFile(trx, blobs, file)
  const { sha256, size } = await putUpload(trx, blobs, file, 'text/plain; charset=utf-8')
  return {
    sha256: Buffer.from(sha256, 'hex'),
    file_name: basisFileName(file),
    media_type: 'text/plain; charset=utf-8',
    size_bytes: size,
  }
}

const isPlainText = (bytes: Buffer): boolean =>
  !bytes.includes(0) && isUtf8(bytes) && !bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))

/**
 * A duty that recurs ends with its plan: it is due on the plan's last day, and until then reported period by period. Without that
 * day it would wait for ever and never be late.
 */
function endingWith({ issuedOn, toOn }: NewPlan, activity: NewActivity): NewActivity {
  if (activity.recurs === null || activity.dueOn !== null || toOn < issuedOn) return activity
  return { ...activity, kind: 'date', dueOn: toOn }
}

function taskOf(
  { title, words, doneBy, kind, literal, dueOn, isStrict, recurs }: NewActivity,
  place: number,
  lead: number,
): NewTask {
  return {
    ref: `HĐ.${place + 1}`,
    groupTitle: 'Kế hoạch hoạt động',
    title: title.trim(),
    content: words.trim(),
    product: null,
    implements: [],
    span: null,
    sentence: words.trim(),
    parties: [
      {
        role: 'lead',
        agencyId: lead,
        namedAs: doneBy?.trim() || 'Cơ quan thường trực',
        scope: null,
        isAccountable: true,
      },
    ],
    deadlines: [
      { kind, literal: literal.trim() || title.trim(), dueOn, isMilestone: false, isStrict, recurs, rule: null },
    ],
    targets: [],
  }
}
