import { sql } from 'kysely'
import { reply, startThread } from '../comments/index.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Transaction } from '../platform/db.ts'
import type { Deps } from '../platform/room.ts'
import { actorsOf } from './people.ts'

const PEOPLE = {
  follower: 'theodoi',
  leader: 'lanhdao',
  officer: 'botaichinh',
  deputyMinister: 'lanhdaobtc',
  unit: 'cucthue',
}
type Person = keyof typeof PEOPLE

/** What is said: `@name` of a person among these is a mention of them. */
interface Said {
  by: Person
  text: (name: (person: Person) => string) => string
  mentions?: readonly Person[]
}
interface Talk {
  audience: 'shared' | 'internal'
  said: readonly [Said, ...Said[]]
}

const TALKS: readonly Talk[] = [
  {
    audience: 'shared',
    said: [
      {
        by: 'officer',
        text: (name) =>
          `Bảng số liệu kèm báo cáo lấy theo mẫu cũ hay mẫu mới (MẪU)?\nNhờ ${name('follower')} cho ý kiến để kịp gửi trong tuần.`,
        mentions: ['follower'],
      },
      {
        by: 'follower',
        text: () => 'Dùng mẫu mới tại https://mau.example/bieu-mau-02. Cột “Nguồn vốn” ghi theo quyết định giao (MẪU).',
      },
      {
        by: 'officer',
        text: (name) => `Đã rõ. ${name('unit')} tổng hợp theo mẫu này nhé (MẪU).`,
        mentions: ['unit'],
      },
    ],
  },
  {
    audience: 'internal',
    said: [
      {
        by: 'follower',
        text: (name) =>
          `Bộ còn chờ số liệu của 13 địa phương, có thể chậm. Xin ý kiến ${name('leader')} về việc đôn đốc trực tiếp (MẪU).`,
        mentions: ['leader'],
      },
      { by: 'leader', text: () => 'Cho thêm ba ngày; sau đó gửi công văn đôn đốc (MẪU).' },
    ],
  },
  {
    audience: 'shared',
    said: [{ by: 'deputyMinister', text: () => 'Bộ sẽ báo cáo tại cuộc họp giao ban tuần tới (MẪU).' }],
  },
]

/**
 * A few threads about the ministry's task on which most work was done, through the acts of people. Does nothing if there are
 * comments already, or if the people are not there (loaded by an earlier version).
 */
export async function talkAboutTasks({ db, clock }: Deps, today: string): Promise<void> {
  if (await db.selectFrom('comments.thread').select('thread_id').limit(1).executeTakeFirst()) return
  const people = await actorsOf(db, PEOPLE, today)
  if (!people) return
  const { rows } = await sql<{ id: number }>`
    select s.task_id as id from tasks.subtask s join tasks.task t using (task_id)
    where t.state <> 'cancelled' and s.ended_on is null order by s.task_id limit 1`.execute(db)
  const [task] = rows
  if (!task) return
  await db.transaction().execute(async (trx) => {
    for (const talk of TALKS) await say(trx, people, task.id, talk, clock.now())
  })
}

async function say(
  trx: Transaction<Database>,
  people: Readonly<Record<Person, Actor>>,
  id: number,
  { audience, said }: Talk,
  now: Temporal.Instant,
): Promise<void> {
  let threadId: number | undefined
  for (const { by, text, mentions = [] } of said) {
    const nameOf = (person: Person) => `@${people[person].name}`
    const body = text(nameOf)
    const words = {
      body,
      mentions: mentions.map((person) => {
        const start = body.indexOf(nameOf(person))
        return { personId: people[person].personId!, start, end: start + nameOf(person).length }
      }),
    }
    const ask = { actor: people[by], id, now }
    if (threadId === undefined) threadId = (await startThread(trx, ask, { audience, ...words })).threadId
    else await reply(trx, ask, { threadId, ...words })
  }
}
