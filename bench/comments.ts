/**
 * Comments over HTTP by eight clients at the same time, of a task with six thousand of them in a thousand threads, half of them
 * internal and one as long as a thread may be, among half a million of other tasks. Each is compared with eight connections
 * that run the bare SQL.
 */
import { sideBySide } from './figures/side-by-side.ts'
import type { Ratio } from './measure.ts'
import { onSample } from './sample-server.ts'

const TASK = `(select t.task_id from tasks.task t join registry.agency a on a.agency_id = t.lead_agency_id
  where a.slug = 'bo-tai-chinh' order by t.task_id limit 1)`
const PERSON = `(select p.person_id from registry.person p join platform.user u on u.id = p.user_id where u.email like 'theodoi@%')`
const OFFICE = `(select agency_id from registry.agency where slug = 'van-phong-chinh-phu')`
const LONG = 500

/** Threads of others first, so that those of the task are not the only ones of the tables. */
const WRITTEN = [
  'delete from comments.last_seen',
  ...['mention', 'comment_version', 'comment', 'thread'].map((table) => `delete from comments.${table}`),
  `insert into comments.thread (task_id, audience)
   select t.task_id, 'shared' from tasks.task t cross join generate_series(1, 10) where t.task_id <> ${TASK}`,
  `insert into comments.thread (task_id, audience)
   select ${TASK}, case when n % 2 = 0 then 'shared' else 'internal' end from generate_series(1, 1000) n`,
  `insert into comments.comment (thread_id, task_id, audience, author_id, author_name, author_title, agency_id, agency_name, made_at, changed_at)
   select t.thread_id, t.task_id, t.audience, ${PERSON}, 'Người Đo', 'Chuyên viên', ${OFFICE}, 'Văn phòng Chính phủ', now(), now()
   from comments.thread t cross join lateral generate_series(1, case
     when t.thread_id = (select max(x.thread_id) from comments.thread x) then ${LONG} else 5 end) n`,
  `insert into comments.comment_version (comment_id, version, body, made_at)
   select comment_id, 1, 'Ý kiến số ' || comment_id || repeat(' về số liệu quý này', 8), now() from comments.comment`,
  `insert into comments.mention (comment_id, version, starts_at, ends_at, person_id, name)
   select comment_id, 1, 0, 2, ${PERSON}, 'Ý' from comments.comment where comment_id % 3 = 0`,
  ...['thread', 'comment', 'comment_version', 'mention', 'last_seen'].map(
    (table) => `vacuum analyze comments.${table}`,
  ),
]

const SHOWN = `c.*, v.body, (select jsonb_agg(m) from comments.mention m where m.comment_id = c.comment_id and m.version = v.version) as mentions`
const page = (audiences: string) => `
  select t.thread_id, x.list from (
    select thread_id from comments.thread where task_id = ${TASK} and audience in (${audiences}) order by thread_id desc limit 20) t
  cross join lateral (
    select jsonb_agg(r) as list from (
      select ${SHOWN} from comments.comment c join comments.comment_version v using (comment_id)
      where c.thread_id = t.thread_id order by c.comment_id desc limit 10) r) x`
const READERS = `
  select o.person_id, p.full_name, o.title, a.name from registry.post o join registry.person p using (person_id)
  join registry.role r using (role) join registry.agency_latest a on a.agency_id = o.agency_id
  where o.valid @> current_date and (r.sees = 'all' or o.agency_id = any(registry.above(
      array(select agency_id from tasks.sight where task_id = ${TASK}), current_date)))
    and platform.fold(p.full_name || ' ' || o.title || ' ' || a.name) like '%mau%' limit 9`

export async function bench(): Promise<Ratio[]> {
  return onSample(async ({ url, connectionString, client, tokenOf }) => {
    const { rows } = await client.query(`select ${TASK} as id, ${PERSON} as person`)
    for (const statement of WRITTEN) await client.query(statement)
    const { rows: last } = await client.query('select max(thread_id) as id from comments.thread')
    const api = `/api/tasks/${rows[0].id}`
    const countOf = ({ threads }: { threads: unknown[] }) => threads.length
    return await sideBySide({ url, connectionString, prepare: [] }, [
      {
        by: 'botaichinh',
        what: 'comments of a task with six thousand, as its lead reads them',
        call: { path: `${api}/comments`, token: tokenOf('botaichinh') },
        countOf,
        bare: page(`'shared'`),
      },
      {
        by: 'theodoi',
        what: 'the same with internal ones',
        call: { path: `${api}/comments`, token: tokenOf('theodoi') },
        countOf,
        bare: page(`'shared', 'internal'`),
      },
      {
        by: 'theodoi',
        what: 'a whole thread of five hundred',
        call: { path: `${api}/threads/${last[0].id}`, token: tokenOf('botaichinh') },
        countOf: ({ comments }: { comments: unknown[] }) => Math.min(50, comments.length),
        bare: `select ${SHOWN} from comments.comment c join comments.comment_version v using (comment_id)
          where c.thread_id = ${last[0].id} order by c.comment_id`,
      },
      {
        by: 'theodoi',
        what: 'people to mention',
        call: { path: `${api}/comment-readers?audience=shared&words=mau`, token: tokenOf('theodoi') },
        countOf: () => 1,
        bare: [`select 1`, READERS],
      },
    ])
  })
}
