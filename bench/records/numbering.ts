/** Eight clerks at the same time, each registering documents: the number, the row, the log, in one transaction each. */
import pg from 'pg'
import { HttpClient, measure } from '../figures/load.ts'
import type { Ratio } from '../measure.ts'
import type { SampleServer } from '../sample-server.ts'
import type { Office } from './rows.ts'

const CLIENTS = 8
const EACH = 150

/** Compared with eight connections that write the same: the register's row is what they all wait for. */
export async function numbering(
  { url, connectionString, client, tokenOf }: SampleServer,
  { body, clerk }: Office,
): Promise<Ratio> {
  const { rows: kept } = await client.query<{ id: number }>(
    `insert into records.incoming (agency_id, arrived_at, arrived_by, way, register_due_at, changed_at, changed_by, is_sample)
     select ${body}, now() - interval '1 minute', 'đo', 'upload', now(), now(), 'đo', true from generate_series(1, ${2 * CLIENTS * EACH})
     returning incoming_id::integer as id`,
  )
  const ids = kept.map(({ id }) => id)
  const http = new HttpClient(url, CLIENTS)
  const connections = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const one = new pg.Client({ connectionString })
      await one.connect()
      return one
    }),
  )
  let run = 0
  try {
    const ours = (place: number) => {
      const id = ids.pop()!
      run += 1
      return http.ask({
        path: `/api/records/incoming/${id}/register`,
        token: tokenOf(clerk),
        version: 1,
        body: {
          description: {
            senderName: `Cơ quan ${place}`,
            notation: `${id}/ĐO-MẪU`,
            about: `đo số ${id} (MẪU)`,
            kind: 'CV',
          },
          isAuthentic: true,
          isAddressedHere: true,
        },
      })
    }
    const bare = async (place: number) => {
      const id = ids.pop()!
      run += 1
      const one = connections[place]!
      await one.query('begin')
      await one.query('select * from records.incoming where incoming_id = $1 for update', [id])
      const { rows } = await one.query(
        `insert into registry.document_register as r (register, year, last_number) values ('bo-tai-chinh/incoming', extract(year from now())::integer, 1)
         on conflict (register, year) do update set last_number = r.last_number + 1 returning last_number as number, year`,
      )
      const { number, year } = rows[0]
      await one.query(
        `insert into registry.document_number (register, year, notation, number, issued_on) values ('bo-tai-chinh/incoming', $1, $2, $3, current_date)`,
        [year, String(number), number],
      )
      await one.query(
        `update records.incoming set state = 'registered', sender_name = 'Cơ quan', notation = $2, about = 'đo', described_at = now(), described_by = 'đo', checked_at = now(), checked_by = 'đo', is_authentic = true,
           register = 'bo-tai-chinh/incoming', year = $3, number = $4, number_written = $5, registered_at = now(), registered_by = 'đo', version = 2 where incoming_id = $1`,
        [id, `${id}/ĐO-MẪU`, year, number, String(number)],
      )
      await one.query(
        `insert into platform.audit (actor_name, event, subject_kind, subject_id) values ('đo', 'incoming.registered', 'incoming', $1)`,
        [String(id)],
      )
      await one.query('commit')
    }
    const { http: slow, bare: fast } = await measure({ http: ours, bare }, CLIENTS, 3)
    console.log(
      `  ${slow.perSecond.toFixed(0)} registered a second over HTTP, ${fast.perSecond.toFixed(0)} by bare SQL, ${run} in all`,
    )
    const { rows } = await client.query(
      `select count(*) - max(number) + min(number) - 1 as gaps from registry.document_number
       where register = 'bo-tai-chinh/incoming' and year = extract(year from now())::integer`,
    )
    if (Number(rows[0].gaps) !== 0) throw new Error(`${rows[0].gaps} gaps or doubles in the register`)
    return {
      what: 'a document checked, numbered and logged, eight clerks at once',
      slow: 1000 / slow.perSecond,
      fast: 1000 / fast.perSecond,
      atMost: 3,
    }
  } finally {
    http.close()
    for (const one of connections) await one.end()
  }
}
