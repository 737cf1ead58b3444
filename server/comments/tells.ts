import { sql } from 'kysely'
import type { Recorded } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import { type AnyTransaction, type Transaction, within } from '../platform/db.ts'
import { noted, type Tell, type Telling, type TellReason, type Told } from '../platform/tell.ts'
import { inChargeOf } from '../tasks/index.ts'
import type { CommentsDb } from './db.ts'
import type { Audience } from './shapes.ts'
import { readersOfComments } from './store.ts'

interface Given {
  task_id: number
  thread_id: number
  audience: Audience
  /** Mentioned now and not in an earlier text of this comment. */
  mentioned: number[]
  /** Wrote in the thread, or was mentioned in it. */
  participants: number[]
}

async function given(trx: Transaction<CommentsDb>, commentId: number): Promise<Given> {
  const { rows } = await sql<Given>`
    select c.task_id, c.thread_id, c.audience,
           array(select distinct m.person_id from comments.mention m
                 where m.comment_id = c.comment_id and m.version = c.version
                   and not exists (select from comments.mention e
                                   where e.comment_id = c.comment_id and e.version < c.version and e.person_id = m.person_id)) as mentioned,
           array(select x.author_id from comments.comment x where x.thread_id = c.thread_id
                 union
                 select m.person_id from comments.comment x join comments.mention m on m.comment_id = x.comment_id
                 where x.thread_id = c.thread_id) as participants
    from comments.comment c where c.comment_id = ${commentId}`.execute(trx)
  return rows[0]!
}

const inOwnName =
  (why: TellReason) =>
  (personId: number): Told => ({ personId, agencyId: null, why })

const isAmong = (people: readonly Told[], { actor }: Recorded) =>
  !('system' in actor) && people.some(({ personId }) => personId === actor.personId)

/**
 * A comment tells those it mentions; those who take part in the thread; and, those in charge: who decides for
 * the giver, and of what is shared the lead's people, unless one of them wrote it. Its words stay behind the sign-in: what is told is who wrote, and where. Only people who may read it now are told.
 */
async function added(trx: AnyTransaction, act: Recorded): Promise<Telling[]> {
  const commentId = noted(act.detail, 'commentId', 'number')!
  const {
    task_id: taskId,
    thread_id: threadId,
    audience,
    mentioned,
    participants,
  } = await given(within<CommentsDb>(trx), commentId)
  const { code, title, leads, deciders } = await inChargeOf(trx, { ...act, subject: { kind: 'task', id: taskId } })
  const others = [
    ...participants.map(inOwnName('participant')),
    ...deciders,
    ...(audience === 'shared' && !isAmong(leads, act) ? leads : []),
  ]
  const among = [...mentioned, ...others.map(({ personId }) => personId)]
  const readers = await readersOfComments(trx, { taskId, audience }, dayInVietnam(act.at), { among })
  const mayRead = new Set(readers.map(({ personId }) => personId))
  const about = {
    code,
    title,
    to: `/nhiem-vu/${taskId}?thread=${threadId}&comment=${commentId}`,
    note: null,
  }
  return [
    {
      kind: 'mention',
      about,
      people: mentioned.map(inOwnName('mentioned')).filter(({ personId }) => mayRead.has(personId)),
    },
    { kind: 'comment', about, people: others.filter(({ personId }) => mayRead.has(personId)) },
  ]
}

/** A correction tells those whom it mentions for the first time. */
async function corrected(trx: AnyTransaction, act: Recorded): Promise<Telling[]> {
  return (await added(trx, act)).filter(({ kind }) => kind === 'mention')
}

export const commentTells: readonly Tell[] = [
  { events: ['comment.added', 'internalComment.added'], tell: added },
  { events: ['comment.corrected', 'internalComment.corrected'], tell: corrected },
]
