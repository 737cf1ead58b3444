/**
 * The page of accuracy over HTTP with a million outcomes of ten years, compared with the bare SQL of the same work. The
 * outcomes are written straight into the table, on the directives of the national sample.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startServer } from '../e2e/server.ts'
import { findEmbedded } from '../server/platform/embedded/server.ts'
import { median, type Ratio } from './measure.ts'

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
  figures: `select field, month, type, band, verdict, sum(outcomes) from directives.outcome_count
    where month >= date_trunc('month', current_date) - interval '11 months' and reader = 'rules'
    group by grouping sets ((field, verdict), (month, verdict), (type, verdict), (band, verdict))`,
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
    const ask = async (what: string) => {
      const answer = await fetch(`${server.url}/api/directives/${what}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      assert.equal(answer.status, 200, what)
      return (await answer.json()) as { rows: unknown[] }
    }
    const database = new pg.Client({ connectionString: await findEmbedded(server.dataDir) })
    await database.connect()
    for (const statement of [FILL, SUM, 'vacuum analyze directives.outcome', 'analyze directives.outcome_count']) {
      await database.query(statement)
    }
    const compared = async (what: string, address: string, bare: string, atMost: number): Promise<Ratio> => ({
      what,
      slow: await median(15, () => ask(address)),
      fast: await median(15, () => database.query(bare)),
      atMost,
    })
    assert.equal((await ask('outcomes?field=lead&verdict=changed')).rows.length, 50)
    assert.equal((await ask('corrections')).rows.length, 50)
    const ratios = [
      // Five queries and a request against one statement of a few milliseconds.
      await compared('figures of a year', 'accuracy', BARE.figures, 10),
      await compared('rows behind a figure', 'outcomes?field=lead&verdict=changed', BARE.rows, 10),
      await compared('corrections of a year', 'corrections', BARE.corrections, 3),
    ]
    await database.end()
    return ratios
  } finally {
    await server.stop()
  }
}
