/**
 * The bell over HTTP by eight clients at the same time, of an officer who was told sixty thousand things in ten months and
 * has not read the last two thousand. Each is compared with eight connections that run the bare SQL.
 */
import { sideBySide } from './figures/side-by-side.ts'
import type { Ratio } from './measure.ts'
import { onSample } from './sample-server.ts'

const PERSON = `(select p.person_id from registry.person p join platform.user u on u.id = p.user_id where u.email like 'theodoi@%')`
const EVENTS = `(array['task.received', 'task.progressReported', 'task.reportedDone', 'task.extensionRequested'])[1 + n % 4]`

const TODAY = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`
const YESTERDAY = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').subtract({ days: 1 }).toString()

const TOLD = [
  `delete from notifications.notification where person_id = ${PERSON}`,
  `delete from notifications.message where by_name = 'Người Đo'`,
  `insert into notifications.message (audit_id, event, kind, made_at, by_name, code, title, path, note)
   select a.id, ${EVENTS}, 'report', now() - make_interval(days => (n / 200)::integer), 'Người Đo', 'NV-' || n,
          'Nhiệm vụ đo ' || n, '/nhiem-vu/1', 'Đã làm phần ' || n
   from (select id, row_number() over (order by id desc) - 1 as n from platform.audit) a where n < 60000`,
  `insert into notifications.notification (person_id, audit_id, message_id, on_day, event, agency_id, why, in_bell,
                                           in_digest, by_mail, read_at)
   select ${PERSON}, m.audit_id, m.message_id, (m.made_at at time zone 'Asia/Ho_Chi_Minh')::date, m.event, null, 'followUp',
          true, true, false, case when substr(m.code, 4)::integer >= 2000 then now() end
   from notifications.message m where m.by_name = 'Người Đo'`,
  ...['message', 'notification', 'preference'].map((table) => `vacuum analyze notifications.${table}`),
]

const MINE = `n.person_id = ${PERSON} and n.in_bell`
const UNREAD = `select count(*) from (
  select from notifications.notification n where ${MINE} and n.read_at is null group by n.on_day, n.event) g`

export async function bench(): Promise<Ratio[]> {
  return onSample(async ({ url, connectionString, tokenOf }) => {
    const token = tokenOf('theodoi')
    return await sideBySide({ url, connectionString, prepare: TOLD }, [
      {
        by: 'theodoi',
        what: 'how many lines are unread',
        call: { path: '/api/notifications/unread', token },
        countOf: () => 1,
        bare: [UNREAD],
      },
      {
        by: 'theodoi',
        what: 'the first page of lines',
        call: { path: '/api/notifications', token },
        countOf: ({ rows }: { rows: { source: string }[] }) => rows.filter(({ source }) => source === 'act').length,
        bare: [
          `with line as (
               select n.on_day, n.event, count(*) as count,
                      array_agg(n.audit_id) filter (where n.read_at is null) as unread,
                      (array_agg(n.audit_id order by n.audit_id desc))[1:3] as newest
               from notifications.notification n
               where ${MINE} and n.on_day > ${TODAY} - 7 group by n.on_day, n.event)
             select l.*, x.rows from line l cross join lateral (
               select jsonb_agg(m) as rows from notifications.message m where m.audit_id = any(l.newest)
                 and m.message_id in (select o.message_id from notifications.notification o
                   where o.person_id = ${PERSON} and o.audit_id = any(l.newest))) x`,
        ],
      },
      {
        by: 'theodoi',
        what: 'the rows of one line',
        call: { path: `/api/notifications/rows?onDay=${YESTERDAY}&event=task.received`, token },
        bare: [
          `select m.*, n.why, n.read_at from notifications.notification n join notifications.message m using (message_id)
             where ${MINE} and n.on_day = '${YESTERDAY}' and n.event = 'task.received' order by n.audit_id desc limit 51`,
        ],
      },
    ])
  })
}
