/**
 * Orders given outside the system and calls for reports, over HTTP by eight clients at the same time: an agency's orders among
 * five thousand, one of them, and the reports it is called on for among thousands of open calls. Each is compared with eight
 * connections that run the bare SQL.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { startServer } from '../e2e/server.ts'
import { findEmbedded } from '../server/platform/embedded/server.ts'
import { sideBySide } from './figures/side-by-side.ts'
import type { Ratio } from './measure.ts'

const MANY = [
  `insert into directives.outside_order (form, given_by, given_on, about, recorded_at, recorded_by)
   select 'meeting', 'Người chỉ đạo (MẪU)', date '2020-01-01' + n % 2000, 'Nội dung chỉ đạo ' || n, now(), 'Mẫu'
   from generate_series(1, 5000) n`,
  `insert into directives.outside_order_task (outside_order_id, task_id, position)
   select o.outside_order_id, t.task_id, 2
   from (select outside_order_id, row_number() over (order by outside_order_id) as place from directives.outside_order) o
   join (select task_id, row_number() over (order by task_id) as place from tasks.task) t using (place)
   where not exists (select from directives.outside_order_task x where x.task_id = t.task_id)`,
  `insert into tasks.report_call (task_id, due_on, words, called_on, called_at, called_by)
   select t.task_id, current_date + 10, 'Nêu vướng mắc', current_date - 1, now(), 'Mẫu' from tasks.task t
   where not exists (select from tasks.report_call c where c.task_id = t.task_id)`,
  'vacuum analyze directives.outside_order, directives.outside_order_task, tasks.report_call',
]
const OWN = `(select registry.reach(array[agency_id], current_date) from registry.agency where slug = 'bo-tai-chinh')::bigint[]`
const SEEN = `exists (select from tasks.part_held h where h.task_id = x.task_id and h.agency_id = any(${OWN}))`

export async function bench(): Promise<Ratio[]> {
  const server = await startServer()
  try {
    const accounts: { email: string; token: string }[] = JSON.parse(
      readFileSync(path.join(server.dataDir, 'sample-accounts.json'), 'utf8'),
    )
    const agency = accounts.find(({ email }) => email.startsWith('botaichinh@'))!.token
    return await sideBySide(
      { url: server.url, connectionString: (await findEmbedded(server.dataDir))!, prepare: MANY },
      [
        {
          by: 'botaichinh',
          what: "an agency's orders",
          call: { path: '/api/outside-orders', token: agency },
          bare: [
            `select o.*, (select count(*) from directives.outside_order_task x
                          where x.outside_order_id = o.outside_order_id and ${SEEN})
             from directives.outside_order o
             where exists (select from directives.outside_order_task x
                           where x.outside_order_id = o.outside_order_id and ${SEEN})
             order by o.given_on desc, o.outside_order_id desc limit 51`,
          ],
        },
        {
          by: 'botaichinh',
          what: 'reports the agency is called on for',
          call: { path: '/api/desk?group=calledFor', token: agency },
          countOf: ({ groups }: { groups: { rows: unknown[] }[] }) => groups[0]!.rows.length,
          bare: [
            `with g as materialized (
               select t.task_id, c.* from tasks.report_call_card c join tasks.open_task t on t.task_id = c.task_id
               where t.lead_agency_id = any(${OWN}) and t.state in ('assigned', 'received', 'inProgress'))
             select (select count(*) from g), k.*, a.name from (select * from g order by due_on, report_call_id limit 51) g
             join tasks.task_card k on k.task_id = g.task_id
             join registry.agency_latest a on a.agency_id = k.lead_agency_id`,
          ],
        },
      ],
    )
  } finally {
    await server.stop()
  }
}
