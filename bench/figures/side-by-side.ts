/** HTTP beside the bare SQL of the same work: eight clients at the same time, then eight connections. */
import assert from 'node:assert/strict'
import pg from 'pg'
import { median, type Ratio } from '../measure.ts'
import { type Call, HttpClient } from './load.ts'

const CLIENTS = 8
const TURNS = 15

export interface Side {
  what: string
  /** The account of the sample that asks. */
  by: string
  call: Call
  /** One statement, or several one after the other, of which the first finds the rows. */
  bare: string | readonly string[]
  /** How many rows an answer holds; it must be as many as the bare SQL finds, up to a page of fifty. Null: it is no list. */
  countOf?: ((answer: never) => number) | null
}

/** Who asks, in which post, with which rights: part of every request, and so of its bare SQL. */
const whoIs = (account: string) => `
  select p.person_id, p.full_name, o.title, o.agency_id, r.rights, r.sees, registry.reach(array[o.agency_id], current_date)
  from platform.user u join registry.person p on p.user_id = u.id join registry.post o using (person_id)
  join registry.role r using (role) where u.email = '${account}@mau.example' and o.valid @> current_date`

/**
 * Measures each side in the same run; `BENCH_PLANS=1` prints the plans of the bare SQL. Throws if the two do not do the same
 * work.
 */
export async function sideBySide(
  { url, connectionString, prepare }: { url: string; connectionString: string; prepare: readonly string[] },
  sides: readonly Side[],
): Promise<Ratio[]> {
  const connections: pg.Client[] = []
  const http = new HttpClient(url, CLIENTS)
  try {
    for (let made = 0; made < CLIENTS; made++) {
      const connection = new pg.Client({ connectionString })
      connections.push(connection)
      await connection.connect()
    }
    const first = connections[0]!
    for (const statement of prepare) await first.query(statement)
    const together = (work: (connection: pg.Client) => Promise<unknown>) => () => Promise.all(connections.map(work))
    const ratios: Ratio[] = []
    for (const { what, by, call, bare, countOf = ({ rows }: { rows: unknown[] }) => rows.length } of sides) {
      const statements = [...(typeof bare === 'string' ? [bare] : bare), whoIs(by)]
      const expected = await first.query(statements[0]!)
      assert.ok(expected.rows.length > 0, `${what}: no rows`)
      const answer = (await http.read(call)) as never
      if (countOf !== null) assert.equal(countOf(answer), Math.min(50, expected.rows.length), what)
      if (process.env.BENCH_PLANS) {
        for (const statement of statements) {
          const plan = await first.query(`explain (analyze, buffers) ${statement}`)
          console.log(`${what}\n${plan.rows.map((row) => `  ${row['QUERY PLAN']}`).join('\n')}`)
        }
      }
      ratios.push({
        what,
        slow: await median(
          TURNS,
          together(() => http.ask(call)),
        ),
        fast: await median(
          TURNS,
          together(async (connection) => {
            for (const statement of statements) await connection.query(statement)
          }),
        ),
        atMost: 3,
      })
    }
    return ratios
  } finally {
    http.close()
    for (const connection of connections) await connection.end()
  }
}
