/**
 * Recommendations over HTTP by eight clients at the same time: the list among ten thousand, and one from its source to its
 * task and what proves it. Each is compared with eight connections that run the bare SQL.
 */
import { sideBySide } from './figures/side-by-side.ts'
import type { Ratio } from './measure.ts'
import { onSample } from './sample-server.ts'

/** Ten thousand, of all agencies that lead tasks; every fifth is a task. */
const WRITTEN = [
  `insert into taskforce.recommendation (source_kind, words, addressee_id, agency_id, theme, due_on, state, made_on, answer_by, task_id,
     created_by, changed_at, changed_by)
   select 'own', 'Đề nghị số ' || n || ' về kỷ luật báo cáo (MẪU)', t.lead_agency_id, t.lead_agency_id, 'Kỷ luật', date '2021-01-01' + n % 400,
     case when n % 5 = 0 then 'accepted' else (array['made', 'accepted', 'declined', 'claimed'])[1 + n % 4] end,
     date '2021-01-01' + n % 300, date '2021-01-22' + n % 300, case when n % 5 = 0 then t.task_id end, 'đo', now(), 'đo'
   from (select (row_number() over (order by task_id))::integer as n, task_id, lead_agency_id from tasks.task limit 10000) t`,
  'vacuum analyze taskforce.recommendation',
]
const LIST = `
  select r.recommendation_id, r.words, r.agency_id, a.name, r.theme, r.due_on, r.state, t.code, t.state, t.due_on
  from taskforce.recommendation r join registry.agency_latest a on a.agency_id = r.agency_id left join tasks.task t using (task_id)
  order by r.due_on desc, r.recommendation_id desc limit 50`

export async function bench(): Promise<Ratio[]> {
  return onSample(async ({ url, connectionString, client, tokenOf }) => {
    const { rows: before } = await client.query(
      `select 1 from taskforce.recommendation where words = 'Đề nghị số 1 về kỷ luật báo cáo (MẪU)' limit 1`,
    )
    if (before.length === 0) for (const statement of WRITTEN) await client.query(statement)
    const { rows } = await client.query(
      `select r.recommendation_id as id, r.task_id as task from taskforce.recommendation r where r.task_id is not null
       order by (r.source_kind = 'finding') desc, r.recommendation_id limit 1`,
    )
    const { id } = rows[0]
    const trace = `
      select r.*, t.*, f.fact, i.title,
        (select json_agg(e) from tasks.evidence e where e.task_id = r.task_id and e.withdrawn_on is null),
        (select json_agg(m) from taskforce.truth_mark m where m.task_id = r.task_id),
        (select json_agg(w) from taskforce.recommendation_answer w where w.recommendation_id = r.recommendation_id)
      from taskforce.recommendation r left join tasks.task t on t.task_id = r.task_id
      left join taskforce.finding f on r.source_kind = 'finding' and f.finding_id = r.source_id
      left join taskforce.inspection i on i.inspection_id = f.inspection_id
      where r.recommendation_id = ${id}`
    return await sideBySide({ url, connectionString, prepare: [] }, [
      {
        by: 'theodoi',
        what: 'recommendations, the first page of ten thousand',
        call: { path: '/api/taskforce/recommendations', token: tokenOf('theodoi') },
        countOf: ({ rows: shown }: { rows: unknown[] }) => shown.length,
        bare: LIST,
      },
      {
        by: 'theodoi',
        what: 'one from its source to its task and proof',
        call: { path: `/api/taskforce/recommendations/${id}`, token: tokenOf('theodoi') },
        countOf: () => 1,
        bare: trace,
      },
    ])
  })
}
