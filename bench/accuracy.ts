/**
 * The page of accuracy over HTTP with a million outcomes of ten years, by eight clients at the same time,
 * compared with eight connections that run the bare SQL. The outcomes are written straight into the table, on the directives of
 * the national sample.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { startServer } from '../e2e/server.ts'
import { findEmbedded } from '../server/platform/embedded/server.ts'
import { type Side, sideBySide } from './figures/side-by-side.ts'
import type { Ratio } from './measure.ts'

const OUTCOMES = 1_000_000
/** One value in sixteen was changed, a third of those to one of a few hundred agencies. */
export const FILL = `
  insert into directives.outcome (directive_id, ref, field, suggested, confirmed, verdict, confidence, type, agency_id, confirmed_on)
  select d.id, 'I.' || n % 40, f.field,
    jsonb_build_object('text', f.words), jsonb_build_object('text', case when n % 16 = 0 then 'Đơn vị ' || n % 300 else f.words end),
    case when n % 16 = 0 then 'changed' else 'right' end, 0.5 + (n % 50) / 100.0, 'Quyết định', null,
    current_date - (n % 3650)::integer
  from generate_series(1, ${OUTCOMES}) n
  cross join lateral (select (array_agg(directive_id))[1] as id from directives.directive where state = 'confirmed') d
  cross join lateral (select
    (array['lead', 'coordinating', 'deadline', 'target', 'group', 'task'])[1 + n % 6] as field,
    case when n % 3 = 0 then 'Tên viết ' || n % 900 else 'Giá trị ' || n end as words) f`
export const SUM = `
  insert into directives.outcome_count as c (month, type, reader, model, field, verdict, band, outcomes)
  select date_trunc('month', confirmed_on)::date, type, reader, coalesce(model, ''), field, verdict,
    case when confidence is null then 'none' when confidence >= 0.9::real then 'high'
         when confidence >= 0.7::real then 'middle' else 'low' end, count(*)
  from directives.outcome group by 1, 2, 3, 4, 5, 6, 7
  on conflict on constraint outcome_count_pk do update set outcomes = excluded.outcomes`

const YEAR = `confirmed_on >= date_trunc('month', current_date) - interval '11 months'
  and confirmed_on < date_trunc('month', current_date) + interval '1 month'`

const BARE = {
  figures: [
    `select field, month, type, band, verdict, sum(outcomes) from directives.outcome_count
    where month >= date_trunc('month', current_date) - interval '11 months' and reader = 'rules'
    group by grouping sets ((field, verdict), (month, verdict), (type, verdict), (band, verdict))`,
    `select reader, model, verdict, sum(outcomes) from directives.outcome_count
    where month >= date_trunc('month', current_date) - interval '11 months' group by reader, model, verdict`,
    'select distinct type from directives.outcome_count',
    "select count(*) from directives.directive where state = 'confirmed' and compared_at is null",
  ],
  rows: `select o.*, d.number from directives.outcome o join directives.directive d using (directive_id)
    where ${YEAR} and field = 'lead' and verdict = 'changed' order by confirmed_on desc, outcome_id desc limit 51`,
  corrections: `select field, suggested ->> 'text', confirmed ->> 'text', count(*), max(confirmed_on) from directives.outcome
    where verdict = 'changed' and ${YEAR} group by 1, 2, 3 order by 4 desc limit 50`,
}

export async function bench(): Promise<Ratio[]> {
  const server = await startServer()
  try {
    const accounts = JSON.parse(readFileSync(path.join(server.dataDir, 'sample-accounts.json'), 'utf8'))
    const { token } = accounts.find((account: { email: string }) => account.email.startsWith('theodoi@'))
    const side = (what: string, address: string, bare: Side['bare']): Side => ({
      what,
      by: 'theodoi',
      call: { path: `/api/directives/${address}`, token },
      bare,
    })
    return await sideBySide(
      {
        url: server.url,
        connectionString: (await findEmbedded(server.dataDir))!,
        prepare: [FILL, SUM, 'vacuum analyze directives.outcome', 'analyze directives.outcome_count'],
      },
      [
        { ...side('figures of a year', 'accuracy', BARE.figures), countOf: null },
        side('rows behind a figure', 'outcomes?field=lead&verdict=changed', BARE.rows),
        side('corrections of a year', 'corrections', BARE.corrections),
      ],
    )
  } finally {
    await server.stop()
  }
}
