/**
 * Whom each act on a task tells: the other side of it. What an agency is given or told of its request goes to the people who
 * carry out its tasks; what it does goes to those who decide about it and to the members of the Task Force who follow it; how
 * a lead divides its work stays between the lead and its units.
 */
import { sql } from 'kysely'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { prepared } from '../platform/prepared.ts'
import { noted, type Tell, type Telling, type TellKind, type TellReason, type Told } from '../platform/tell.ts'
import { followersOf, overseersOf, type Worker, whoFollow, workersOf } from '../registry/index.ts'
import type { TasksDb } from './db.ts'
import type { TaskEvent } from './events.ts'

type Act = Parameters<Tell['tell']>[1]

interface TaskTold {
  task_id: number
  code: string
  title: string
  lead_agency_id: number
  follow_up_agency_id: number
  leads: number[]
  coordinating: number[]
}

/** What an act on a task is told by: the act, the task after it, and the day. */
interface Occasion {
  trx: AnyTransaction
  act: Act
  task: TaskTold
  on: string
}

async function occasionOf(trx: AnyTransaction, act: Act): Promise<Occasion> {
  const { rows } = await prepared(sql<TaskTold>`
    select t.task_id, t.code, t.title, t.lead_agency_id, t.follow_up_agency_id,
           array(select p.agency_id from tasks.party p where p.task_id = t.task_id and p.agency_id is not null
                   and p.role = 'lead' and p.ended_on is null) as leads,
           array(select p.agency_id from tasks.party p where p.task_id = t.task_id and p.agency_id is not null
                   and p.role = 'coordinating' and p.ended_on is null) as coordinating
    from tasks.task t where t.task_id = ${Number(act.subject.id)}`).execute(within<TasksDb>(trx))
  return { trx, act, task: rows[0]!, on: dayInVietnam(act.at) }
}

const asTold =
  (why: TellReason) =>
  ({ personId, agencyId, isFocal }: Pick<Worker, 'personId' | 'agencyId'> & { isFocal?: boolean }): Told => ({
    personId,
    agencyId,
    why,
    ...(isFocal === undefined ? {} : { isFocal }),
  })

/** The people who carry out the tasks of these agencies. */
async function agencies({ trx, on }: Occasion, ids: readonly number[], why: TellReason): Promise<Told[]> {
  return (await workersOf(trx, ids, 'task.carryOut', on)).map(asTold(why))
}

const leads = (at: Occasion) => agencies(at, at.task.leads, 'lead')

/**
 * Those who decide about the task: of its follow-up unit; if no one there may, everyone who may for all agencies. Of these, the
 * ones who follow its lead, and their deputies; everyone where nobody does, so that nothing is told to no one.
 */
async function deciders({ trx, task, on }: Occasion): Promise<Told[]> {
  const own = await workersOf(trx, [task.follow_up_agency_id], 'task.steer', on)
  const found = own.length > 0 ? own : await overseersOf(trx, 'task.steer', on)
  const followers = await whoFollow(trx, task.lead_agency_id, on)
  const following = found.filter(({ holderId }) => followers.has(holderId))
  return (following.length > 0 ? following : found).map(asTold('followUp'))
}

/** Who is in charge of a task on either side: of the agency that leads it, and of those who decide for the giver. */
export interface InCharge {
  code: string
  title: string
  leads: Told[]
  deciders: Told[]
}

export async function inChargeOf(trx: AnyTransaction, act: Act): Promise<InCharge> {
  const at = await occasionOf(trx, act)
  return { code: at.task.code, title: at.task.title, leads: await leads(at), deciders: await deciders(at) }
}

async function giverSide(at: Occasion): Promise<Told[]> {
  const members = await followersOf(at.trx, [at.task.lead_agency_id], at.on)
  return [...(await deciders(at)), ...members.map(asTold('taskForce'))]
}

/** The agency that had the task before the act. */
async function former(at: Occasion): Promise<Told[]> {
  const id = noted(at.act.before, 'leadAgencyId', 'number')
  return id === undefined ? leads(at) : agencies(at, [id], 'formerLead')
}

const telling = (
  { task, act }: Occasion,
  kind: TellKind,
  people: readonly Told[],
  about: { title?: string; note?: string | null } = {},
): Telling => ({
  kind,
  about: {
    code: task.code,
    title: about.title ?? task.title,
    to: `/nhiem-vu/${task.task_id}`,
    note: about.note === undefined ? said(act) : about.note,
  },
  people,
})

/** The reason, note or report that came with an act. */
function said({ detail }: Act): string | null {
  return noted(detail, 'note', 'string') ?? noted(detail, 'reason', 'string') ?? noted(detail, 'body', 'string') ?? null
}

/** What an act says of its day: "Hạn 31/03/2021. Chờ ý kiến các bộ". */
function withDay(act: Act, words: string, day: unknown): string | null {
  return [typeof day === 'string' ? `${words} ${formatDay(day)}` : [], said(act) ?? []].flat().join('. ') || null
}

interface SubtaskTold {
  title: string
  agency_id: number
  by_agency_id: number
}

async function subtaskOf({ trx, act }: Occasion): Promise<SubtaskTold | undefined> {
  return within<TasksDb>(trx)
    .selectFrom('tasks.subtask')
    .select(['title', 'agency_id', 'by_agency_id'])
    .where('subtask_id', '=', noted(act.detail, 'subtaskId', 'number') ?? 0)
    .executeTakeFirst()
}

/** Tells the unit that has the sub-task, or the lead that gave it. */
const ofSubtask = (kind: TellKind, side: 'unit' | 'giver') => async (at: Occasion) => {
  const subtask = await subtaskOf(at)
  if (!subtask) return []
  const { title, agency_id, by_agency_id } = subtask
  const people = side === 'unit' ? await agencies(at, [agency_id], 'unit') : await agencies(at, [by_agency_id], 'lead')
  return [telling(at, kind, people, { title, note: withDay(at.act, 'Hạn', noted(at.act.after, 'dueOn', 'string')) })]
}

/** A document whose bytes are gone must be handled by whoever put it here. */
async function purged(at: Occasion): Promise<Telling[]> {
  const evidence = await within<TasksDb>(at.trx)
    .selectFrom('tasks.evidence')
    .select('agency_id')
    .where('evidence_id', '=', noted(at.act.detail, 'evidenceId', 'number') ?? 0)
    .executeTakeFirst()
  if (!('system' in at.act.actor) || !evidence) return []
  return [telling(at, 'evidence', await agencies(at, [evidence.agency_id], 'owner'))]
}

async function contributed(at: Occasion): Promise<Telling[]> {
  const row = await within<TasksDb>(at.trx)
    .selectFrom('tasks.contribution')
    .select('requested_by_agency_id')
    .where('contribution_id', '=', noted(at.act.detail, 'contributionId', 'number') ?? 0)
    .executeTakeFirst()
  const asked = row?.requested_by_agency_id
  const people = asked == null ? await leads(at) : await agencies(at, [asked], 'lead')
  return [telling(at, 'contribution', people)]
}

async function requestedContribution(at: Occasion): Promise<Telling[]> {
  const agencyId = noted(at.act.detail, 'agencyId', 'number')
  const what = noted(at.act.after, 'requestedWhat', 'string')
  const due = noted(at.act.after, 'requestedDueOn', 'string')
  const note = [due ? `Hạn gửi ${formatDay(due)}` : [], what ?? []].flat().join('. ')
  return [telling(at, 'contribution', await agencies(at, agencyId ? [agencyId] : [], 'coordinating'), { note })]
}

async function assigned(at: Occasion): Promise<Telling[]> {
  const people = [...(await leads(at)), ...(await agencies(at, at.task.coordinating, 'coordinating'))]
  return [telling(at, 'assignment', people, { note: withDay(at.act, 'Hạn', noted(at.act.after, 'dueOn', 'string')) })]
}

async function transferred(at: Occasion): Promise<Telling[]> {
  return [telling(at, 'assignment', await leads(at)), telling(at, 'decision', await former(at))]
}

/** The agency that should have been named is given the task; the one that was named wrongly, and all others, learn of it. */
async function amended(at: Occasion): Promise<Telling[]> {
  const coordinating = await agencies(at, at.task.coordinating, 'coordinating')
  if (noted(at.act.after, 'leadAgencyId', 'number') === undefined) {
    return [telling(at, 'change', [...(await leads(at)), ...coordinating])]
  }
  return [telling(at, 'assignment', await leads(at)), telling(at, 'change', [...(await former(at)), ...coordinating])]
}

/** The agencies that were named in the place of a phrase for many: those whose part began with the act. */
async function coordinatingNamed(at: Occasion): Promise<Telling[]> {
  const fresh = await within<TasksDb>(at.trx)
    .selectFrom('tasks.party')
    .select('agency_id')
    .where('task_id', '=', at.task.task_id)
    .where('role', '=', 'coordinating')
    .where('ended_on', 'is', null)
    .where('known_at', '=', at.act.at.toString())
    .execute()
  const ids = fresh.flatMap(({ agency_id }) => agency_id ?? [])
  return [telling(at, 'assignment', await agencies(at, ids, 'coordinating'))]
}

async function calledForReport(at: Occasion): Promise<Telling[]> {
  const day = noted(at.act.after, 'reportDueOn', 'string')
  const words = noted(at.act.detail, 'words', 'string')
  const note = [day ? `Báo cáo trước hết ngày ${formatDay(day)}` : [], words ?? []].flat().join('. ')
  return [telling(at, 'request', await leads(at), { note })]
}

async function reported(at: Occasion): Promise<Telling[]> {
  const report = await within<TasksDb>(at.trx)
    .selectFrom('tasks.progress_report')
    .select(['percent', 'body'])
    .where('task_id', '=', at.task.task_id)
    .orderBy('progress_report_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return [telling(at, 'report', await giverSide(at), { note: report ? `${report.percent}%. ${report.body}` : null })]
}

const toLeads = (kind: TellKind) => async (at: Occasion) => [telling(at, kind, await leads(at))]
const toGiver = (kind: TellKind) => async (at: Occasion) => [telling(at, kind, await giverSide(at))]

const WHOM: Partial<Record<TaskEvent, (at: Occasion) => Promise<Telling[]>>> = {
  'task.assigned': assigned,
  'task.received': toGiver('receipt'),
  'task.started': toGiver('receipt'),
  'task.progressReported': reported,
  'task.milestoneFinished': async (at) => [
    telling(at, 'report', await giverSide(at), { note: noted(at.act.after, 'milestone', 'string') ?? null }),
  ],
  'task.reportedDone': toGiver('completion'),
  'task.extensionRequested': async (at) => [
    telling(at, 'request', await deciders(at), {
      note: withDay(at.act, 'Đề nghị hạn', noted(at.act.detail, 'newDueOn', 'string')),
    }),
  ],
  'task.returnRequested': async (at) => [telling(at, 'request', await deciders(at))],
  'task.transferRequested': async (at) => [telling(at, 'request', await deciders(at))],
  'task.extended': async (at) => [
    telling(at, 'decision', await leads(at), {
      note: withDay(at.act, 'Hạn mới', noted(at.act.after, 'dueOn', 'string')),
    }),
  ],
  'task.returned': async (at) => [telling(at, 'decision', await former(at))],
  'task.transferred': transferred,
  'task.requestRefused': toLeads('decision'),
  'task.confirmed': toLeads('decision'),
  'task.sentBack': toLeads('sentBack'),
  'task.cancelled': async (at) => [
    telling(at, 'change', [...(await leads(at)), ...(await agencies(at, at.task.coordinating, 'coordinating'))]),
  ],
  'task.corrected': toLeads('change'),
  'task.tiedToProof': async (at) => [
    telling(at, 'change', await leads(at), { note: noted(at.act.after, 'proof', 'string') ?? null }),
  ],
  'task.reopened': toLeads('sentBack'),
  'task.amended': amended,
  // The tasks it became tell their own leads, as every task that is assigned does.
  'task.distributed': toLeads('change'),
  'task.coordinatingDistributed': coordinatingNamed,
  'task.reportCalled': calledForReport,
  'subtask.given': ofSubtask('assignment', 'unit'),
  'subtask.changed': ofSubtask('change', 'unit'),
  'subtask.cancelled': ofSubtask('change', 'unit'),
  'subtask.accepted': ofSubtask('decision', 'unit'),
  'subtask.sentBack': ofSubtask('sentBack', 'unit'),
  'subtask.started': ofSubtask('receipt', 'giver'),
  'subtask.reported': ofSubtask('report', 'giver'),
  'subtask.finished': ofSubtask('completion', 'giver'),
  'contribution.requested': requestedContribution,
  'contribution.given': contributed,
  'evidence.withdrawn': purged,
}

export const taskTells: readonly Tell[] = Object.entries(WHOM).map(([event, tell]) => ({
  events: [event],
  tell: async (trx, act) => tell(await occasionOf(trx, act)),
}))
