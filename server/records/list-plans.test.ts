import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { query } from '../test/cluster.ts'
import { base, type Desk, desk } from './incoming.fixture.ts'

/** Documents of each kind, of eleven years. */
const ROWS = 20_000

/** Rows as eleven years of acts would leave them, without files. */
const books = ({ clerk, leader, head, officer, unit }: Desk): string[] => {
  const { agencyId } = clerk.actor
  const at = `timestamptz '2015-01-06 08:00+07' + n * interval '11 years' / ${ROWS}`
  const person = `case when n % 200 = 0 then ${officer.actor.personId} else ${head.actor.personId} end`
  return [
    `insert into registry.register (register, agency_id, direction, is_secret) values ('thu/den', ${agencyId}, 'incoming', false), ('thu/di', ${agencyId}, 'outgoing', false)`,
    `insert into registry.register_kind (agency_id, direction, is_secret, kind, register) values (${agencyId}, 'incoming', false, '*', 'thu/den')`,
    `insert into registry.document_register (register, year, last_number) select r, y, 0 from (values ('thu/den'), ('thu/di')) v(r), generate_series(2015, 2026) y`,
    `insert into records.incoming (agency_id, state, arrived_at, arrived_by, way, register_due_at, sender_name, about, notation, described_at, described_by, checked_at, checked_by,
       is_authentic, register, year, number, number_written, registered_at, registered_by, presented_to_id, done_at, changed_at, changed_by)
     select ${agencyId}, case when n > ${ROWS - 100} then 'underway' else 'done' end, at, 'x', 'upload', at, 'Cơ quan ' || n % 90, 'việc số ' || n, n || '/X', at, 'x', at, 'x',
       true, 'thu/den', extract(year from at)::integer, n, n::text, at, 'x', ${leader.actor.personId}, case when n <= ${ROWS - 100} then at end, at, 'x'
     from generate_series(1, ${ROWS}) n cross join lateral (select ${at} as at) d`,
    `insert into records.handling (incoming_id, person_id, unit_id, part, due_on, state, assigned_at, assigned_by, ended_at, is_online, changed_at, changed_by)
     select i.incoming_id, case when i.number % 200 = 0 then ${officer.actor.personId} else ${head.actor.personId} end, ${unit}, 'lead', i.arrived_at::date + 5,
       case when i.state = 'done' then 'done' else 'underway' end, i.arrived_at, 'x', i.done_at, case when i.state = 'done' then true end, i.arrived_at, 'x' from records.incoming i`,
    `insert into registry.document_number (register, year, notation, number, issued_on)
     select 'thu/di', extract(year from at)::integer, n || '/Y', n, at::date from generate_series(1, ${ROWS}) n cross join lateral (select ${at} as at) d`,
    `insert into platform.blob (sha256, size, media_type) values (sha256('x'), 1, 'application/pdf')`,
    `insert into records.outgoing (agency_id, unit_id, drafter_id, kind, about, state, signer_id, submitted_at, register, year, number, notation, dated_on, signed_at, signed_by_id,
       signer_name, signer_title, sealed_at, issued_at, pdf_sha256, changed_at, changed_by)
     select ${agencyId}, ${unit}, ${person}, 'CV', 'văn bản số ' || n, 'issued', ${leader.actor.personId}, at, 'thu/di', extract(year from at)::integer, n, n || '/Y', at::date, at,
       ${leader.actor.personId}, 'x', 'x', at, at, sha256('x'), at, 'x' from generate_series(1, ${ROWS}) n cross join lateral (select ${at} as at) d`,
    `insert into records.document_version (outgoing_id, number, content, made_at, made_by)
     select o.outgoing_id, 1, jsonb_build_object('addressees', '[]'::jsonb, 'parts', jsonb_build_array(jsonb_build_object('kind', 'paragraph',
       'runs', jsonb_build_array(jsonb_build_object('text', case when o.number = 77 then 'quặng vonfram' else 'lời văn ' || o.number end))))), o.changed_at, 'x' from records.outgoing o`,
    `insert into records.case_file (agency_id, unit_id, fonds_id, keeper_id, title, year, retention_class_id, retention_years, opened_on, opened_at, opened_by, changed_at, changed_by)
     select ${agencyId}, ${unit}, ${agencyId}, ${person}, 'hồ sơ ' || n, extract(year from at)::integer, (select min(retention_class_id) from records.retention_class where years = 10), 10,
       at::date, at, 'x', at, 'x' from generate_series(1, ${ROWS}) n cross join lateral (select ${at} as at) d`,
  ]
}

const TABLES = [
  'records.incoming',
  'records.handling',
  'records.outgoing',
  'records.document_version',
  'records.case_file',
  'registry.document_number',
]
const NAMES = TABLES.map((table) => table.split('.')[1])

/** Addresses, who asks, and how many rows of a table a page may read: more than the page, and far from all. */
const PAGES: readonly (readonly [who: 'clerk' | 'leader' | 'head' | 'officer', path: string, most: number])[] = [
  ['clerk', '/incoming?list=toRegister', 400],
  ['clerk', '/incoming', 400],
  ['clerk', '/incoming?overdue=true', 400],
  ['leader', '/incoming', 400],
  ['leader', '/incoming?list=toAssign', 400],
  ['clerk', '/incoming?list=toPresent', 400],
  ['clerk', '/incoming?list=returned', 400],
  ['clerk', '/incoming?list=dueToday', 400],
  ['officer', '/incoming', 400],
  ['officer', '/handlings?list=mine', 400],
  ['clerk', '/handlings?list=all', 400],
  ['clerk', '/handlings?list=all&overdue=true', 400],
  ['clerk', '/incoming/figures?from=2023-03-01&to=2023-03-31', 1_500],
  ['clerk', '/outgoing', 400],
  ['leader', '/outgoing', 400],
  ['head', '/outgoing', 400],
  ['leader', '/outgoing?list=toSign', 400],
  ['officer', '/outgoing?list=mine', 400],
  ['clerk', `/outgoing?words=${encodeURIComponent('quặng vonfram')}`, 400],
  ['clerk', '/outgoing?words=quang%20vonfram', 400],
  ['clerk', '/outgoing/book?year=2023', 400],
  ['clerk', '/cases', 400],
  ['officer', '/cases', 400],
]

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Plan[]
}

/** Rows of the tables of books that a plan read, kept or not. */
const readBy = (plan: Plan): number =>
  (NAMES.includes(plan['Relation Name'])
    ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)) *
      plan['Actual Loops']
    : 0) + (plan.Plans ?? []).reduce((sum, part) => sum + readBy(part), 0)

interface Asked {
  text: string
  values: unknown[] | undefined
  /** Sent by name (`prepared`): one plan for all values. */
  isNamed: boolean
}

/** The statements on tables of books that are asked while it is set. Before any connection is made: each keeps the method it finds. */
let asked: Asked[] | null = null
const original = pg.Client.prototype.query as (...args: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [given, apart] = args
  const isNamed = typeof given === 'object'
  const { text, values } = isNamed ? (given as Asked) : { text: given, values: apart }
  if (asked && typeof text === 'string' && TABLES.some((table) => text.includes(table)))
    asked.push({ text, values: Array.isArray(values) ? values : undefined, isNamed })
  return original.apply(this, args)
} as never

const literalOf = (value: unknown) =>
  value === null ? 'null' : pg.escapeLiteral(Array.isArray(value) ? `{${value.join(',')}}` : String(value))

async function plansOf(url: string, statements: readonly Asked[]): Promise<Plan[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const plans: Plan[] = []
    await client.query('set plan_cache_mode = force_generic_plan')
    for (const { text, values = [], isNamed } of statements) {
      if (isNamed) await client.query(`prepare asked as ${text}`)
      const executed = `execute asked(${values.map(literalOf).join(', ')})`
      const { rows } = await client.query(
        `explain (analyze, format json) ${isNamed ? executed : text}`,
        isNamed ? [] : values,
      )
      plans.push(rows[0]['QUERY PLAN'][0].Plan)
      if (isNamed) await client.query('deallocate asked')
    }
    return plans
  } finally {
    await client.end()
  }
}

test('a page and a figure read a few hundred rows, however many years the books have', async (t) => {
  const world = await desk(t)
  await query(world.url, 'set session_replication_role = replica', ...books(world))
  await query(world.url, ...TABLES.map((table) => `vacuum analyze ${table}`))
  // Of agencies too: on a machine with much to do nobody has looked at them yet, and the plans are others.
  await query(world.url, 'analyze')
  for (const [who, path, most] of PAGES) {
    await t.test(`${who} ${decodeURIComponent(path)}`, async () => {
      asked = []
      await world.ok(world[who], 'GET', `${base}${path}`)
      const statements = asked
      asked = null
      assert.ok(statements.length > 0)
      const plans = await plansOf(world.url, statements)
      const read = plans.reduce((sum, plan) => sum + readBy(plan), 0)
      assert.ok(
        read <= most,
        `${read} rows read\n${statements.map(({ text }, place) => `${text}\n${JSON.stringify(plans[place])}`).join('\n')}`,
      )
    })
  }
})
