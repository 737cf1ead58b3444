/**
 * The work programme over HTTP by eight clients at the same time, with twelve thousand entries of twenty years and their histories:
 * the month's figures, the ledger, a page of the list and the years, each compared with eight connections that run the bare SQL.
 */
import { sideBySide } from './figures/side-by-side.ts'
import type { Ratio } from './measure.ts'
import { onSample } from './sample-server.ts'

const ENTRIES = 12_000
const FIRST_YEAR = 2006
/** Each is planned, postponed (one in four) and submitted (nine in ten), some late; recorded as it happened. */
const WRITTEN = [
  `insert into programme.item (code, name, text_kind, origin, state, lead_agency_id, level, in_charge, due_on, first_due_on, state_on,
     created_at, created_by, created_by_agency_id, changed_at, changed_by)
   select 'B-' || n, 'Đề án đo số ' || n, 'scheme', 'own', 'planned', l.agency_id, 'government', 'Phó Thủ tướng ' || n % 4, d.due, d.due, d.on_day,
     d.on_day, 'đo', l.agency_id, d.on_day, 'đo'
   from generate_series(1, ${ENTRIES}) n
   cross join lateral (select (date '${FIRST_YEAR}-01-31' + (n % 240) * interval '1 month')::date as due,
     (date '2005-12-20' + (n % 240) * interval '1 month')::date as on_day) d
   cross join lateral (select array_agg(agency_id order by agency_id) as all_of from registry.agency_latest where kind = 'ministry') a
   cross join lateral (select a.all_of[1 + n % cardinality(a.all_of)] as agency_id) l`,
  `insert into programme.fact (item_id, dimension, effective_on, recorded_at, state, agency_id, words, day)
   select i.item_id, f.dimension, i.state_on, i.created_at, f.state, f.agency_id, f.words, f.day
   from programme.item i
   cross join lateral (values ('state', 'planned', null::bigint, null, null::date), ('lead', null, i.lead_agency_id, null, null),
     ('level', null, null, 'government', null), ('inCharge', null, null, i.in_charge, null), ('due', null, null, null, i.due_on))
     f (dimension, state, agency_id, words, day)
   where i.code like 'B-%'`,
  `update programme.item set state = 'submitted', state_on = due_on + 5 - (item_id % 20)::integer where code like 'B-%' and item_id % 10 > 0`,
  `insert into programme.fact (item_id, dimension, effective_on, recorded_at, state)
   select item_id, 'state', state_on, state_on, 'submitted' from programme.item where code like 'B-%' and state = 'submitted'`,
]

const AS_OF = (day: string) =>
  `v.valid_from <= '${day}' and v.valid_to > '${day}' and v.known_from < 'infinity' and v.known_to = 'infinity'`
const period = (from: string, to: string) => `
  select count(*) filter (where state not in ('stopped', 'registered')), count(*) filter (where state not in ('planned', 'returned', 'stopped', 'registered')),
         count(*) filter (where state in ('planned', 'returned')), count(*) filter (where submitted_on > due_on)
  from programme.item_version v where ${AS_OF(to)} and due_on between '${from}' and '${to}'`
const OWED = `v.state in ('planned', 'returned') and v.due_on <= '2021-02-28'`

export async function bench(): Promise<Ratio[]> {
  return onSample(async ({ url, connectionString, client, tokenOf }) => {
    const token = tokenOf('theodoi')
    const { rows } = await client.query(`select 1 from programme.item where code = 'B-1'`)
    if (rows.length === 0) {
      // In one transaction: at its end each entry has to agree with its facts.
      await client.query(`begin; ${WRITTEN.join(';')}; commit`)
      for (const table of ['item', 'fact', 'item_version']) await client.query(`vacuum analyze programme.${table}`)
    }
    const api = '/api/programme'
    return await sideBySide({ url, connectionString, prepare: [] }, [
      {
        by: 'theodoi',
        what: 'figures of a month with the same period of the year before',
        call: { path: `${api}/summary?from=2021-01-01&to=2021-02-28&asOf=2021-02-28`, token },
        countOf: () => 1,
        bare: [
          period('2021-01-01', '2021-02-28'),
          period('2020-01-01', '2020-02-29'),
          `select count(*) from programme.item_version v where ${AS_OF('2021-02-28')} and due_on between '2021-03-01' and '2021-03-31'`,
        ],
      },
      {
        by: 'theodoi',
        what: 'the ledger of a day by agency, with how the debt moved',
        call: { path: `${api}/ledger?asOf=2021-02-28`, token },
        countOf: ({ groups }: { groups: unknown[] }) => groups.length,
        bare: [
          `select v.lead_agency_id, min(a.name), count(*) filter (where ${OWED}), count(*), min(v.due_on), max(date '2021-02-28' - v.first_due_on), sum(v.moves)
           from programme.item_version v join programme.item i using (item_id) join registry.agency_latest a on a.agency_id = v.lead_agency_id
           where ${AS_OF('2021-02-28')} and v.due_on <= '2021-02-28' and (v.due_on >= '2021-01-01' or ${OWED})
           group by 1 having count(*) filter (where ${OWED}) > 0`,
          `select count(*), count(*) filter (where due_on < '2021-01-01') from programme.item_version v where ${AS_OF('2021-02-28')} and ${OWED}`,
          `select count(*), avg(due_on - first_due_on) from programme.item_version v where ${AS_OF('2021-02-28')} and first_due_on between '2021-01-01' and '2021-02-28'`,
          `select * from programme.debt_flow('2021-01-01', '2021-02-28', 'infinity')`,
        ],
      },
      {
        by: 'theodoi',
        what: 'a page of what is owed, oldest first, and how many there are',
        call: { path: `${api}/items?standing=owed&order=age&asOf=2021-02-28&limit=50`, token },
        countOf: ({ rows: found }: { rows: unknown[] }) => found.length,
        bare: [
          `select i.code, i.name, v.*, a.name as lead from programme.item_version v join programme.item i using (item_id)
           join registry.agency_latest a on a.agency_id = v.lead_agency_id
           where ${AS_OF('2021-02-28')} and ${OWED} order by v.first_due_on, v.item_id limit 50`,
          `select count(*) from programme.item_version v where ${AS_OF('2021-02-28')} and ${OWED}`,
        ],
      },
      {
        by: 'theodoi',
        what: 'the debt of every year, none of them closed',
        call: { path: `${api}/years`, token },
        countOf: () => 1,
        bare: Array.from(
          { length: new Date().getFullYear() - FIRST_YEAR + 1 },
          (_, place) =>
            `select * from programme.debt_flow('${FIRST_YEAR + place}-01-01', least('${FIRST_YEAR + place}-12-31', current_date), 'infinity')`,
        ),
      },
    ])
  })
}
