/**
 * The paperless office over HTTP by eight clients at the same time, with ten years of books of one ministry (BENCH_ROWS documents of
 * each kind, a hundred thousand without it): lists, figures, books, searches, and numbering; each compared with eight connections
 * that run the bare SQL of the same work. The check of a signed file and the package of a hand-over are compared with what they cannot do without.
 */
import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type pg from 'pg'
import { type Side, sideBySide } from './figures/side-by-side.ts'
import { median, type Ratio } from './measure.ts'
import { numbering } from './records/numbering.ts'
import { type Office, officeOf, write } from './records/rows.ts'
import { onSample } from './sample-server.ts'

const PARTS =
  'select h.*, i.number_written, i.notation, i.sender_name, i.about from records.handling h join records.incoming i using (incoming_id)'
const ROWS = Number(process.env.BENCH_ROWS ?? 100_000)
/** A month in the middle of the books. */
const [FROM, TO] = ['2023-03-01', '2023-03-31']
const begins = (day: string) => `(date '${day}'::timestamp at time zone 'Asia/Ho_Chi_Minh')`
const PERIOD = `i.registered_at >= ${begins(FROM)} and i.registered_at < ${begins('2023-04-01')}`

const ROW = `i.incoming_id, i.state, i.arrived_at, i.sender_name, i.notation, i.about, i.number_written, i.due_on, i.version,
  (select f.name from records.incoming_file f where f.incoming_id = i.incoming_id and f.is_main),
  (select a.name from records.handling h join registry.agency_latest a on a.agency_id = h.unit_id where h.incoming_id = i.incoming_id and h.from_id is null limit 1),
  (select c.full_name from registry.person_card c where c.person_id = i.presented_to_id limit 1),
  (select max(k.state) from records.incoming_file n join records.signature_check k using (sha256) where n.incoming_id = i.incoming_id),
  case when i.state = 'arrived' then (select count(*) from (
    select f.incoming_id from records.incoming_file m join records.incoming_file f on f.sha256 = m.sha256 where m.incoming_id = i.incoming_id
    union select n.incoming_id from records.incoming n where n.agency_id = i.agency_id and n.notation = i.notation and n.issued_on = i.issued_on) w) end`
const OUT = `o.outgoing_id, o.state, o.about, o.notation, o.dated_on, u.name, d.full_name,
  (select count(*) from records.recipient r where r.outgoing_id = o.outgoing_id)
  from records.outgoing o join registry.agency_latest u on u.agency_id = o.unit_id
  cross join lateral (select c.full_name from registry.person_card c where c.person_id = o.drafter_id limit 1) d`

function sides({ body, unit, sender, clerk, officer, leader }: Office, tokenOf: (name: string) => string): Side[] {
  const side = (by: string, what: string, path: string, bare: Side['bare'], countOf?: Side['countOf']): Side => ({
    by,
    what,
    call: { path: `/api/records${path}`, token: tokenOf(by) },
    bare,
    ...(countOf === undefined ? {} : { countOf }),
  })
  const ended = `h.state = 'done' and h.ended_at >= ${begins(FROM)} and h.ended_at < ${begins('2023-04-01')}`
  const open = `h.state in ('assigned', 'underway') and h.due_on < current_date`
  return [
    side(
      clerk,
      'the desk: what arrived',
      '/incoming?list=toRegister',
      `select ${ROW} from records.incoming i
      where i.agency_id = ${body} and i.state = 'arrived' order by i.arrived_at desc, i.incoming_id desc limit 51`,
    ),
    side(
      clerk,
      'incoming documents, the latest',
      '/incoming',
      `select ${ROW} from records.incoming i
      where i.agency_id = ${body} order by i.arrived_at desc, i.incoming_id desc limit 51`,
    ),
    side(
      clerk,
      'incoming documents of one sender',
      `/incoming?senderId=${sender}`,
      `select ${ROW} from records.incoming i
      where i.agency_id = ${body} and i.sender_id = ${sender} order by i.arrived_at desc, i.incoming_id desc limit 51`,
    ),
    side(
      officer,
      'incoming documents given to me',
      '/incoming',
      `select ${ROW} from records.incoming i where i.incoming_id in (
        select h.incoming_id from records.handling h join registry.person p using (person_id) join platform.user u on u.id = p.user_id
        where u.email = '${officer}@mau.example') order by i.arrived_at desc, i.incoming_id desc limit 51`,
    ),
    side(
      officer,
      'my parts, what is due first',
      '/handlings?list=mine&open=true',
      `${PARTS} join registry.person p using (person_id) join platform.user u on u.id = p.user_id
      where u.email = '${officer}@mau.example' and h.state in ('assigned', 'underway') order by h.due_on, h.handling_id limit 51`,
    ),
    side(
      clerk,
      'all parts of the body, what is due first',
      '/handlings?list=all',
      `${PARTS}
      where h.unit_id = ${unit} order by coalesce(h.due_on, 'infinity'::date), h.handling_id limit 51`,
    ),
    side(
      clerk,
      'parts past their day',
      '/handlings?list=all&overdue=true',
      `${PARTS}
      where h.unit_id = ${unit} and ${open} order by h.due_on, h.handling_id limit 51`,
    ),
    side(
      clerk,
      'the book of incoming documents of a year',
      '/incoming/book?year=2023',
      `select ${ROW} from records.incoming i
      where i.register = 'bo-tai-chinh/incoming' and i.year = 2023 order by i.number desc limit 51`,
    ),
    side(
      clerk,
      'figures of a month',
      `/incoming/figures?from=${FROM}&to=${TO}`,
      [
        `select count(*), count(*) filter (where i.registered_at > i.register_due_at) from records.incoming i where i.agency_id = ${body} and ${PERIOD}`,
        `select ${[
          'registered_at - i.arrived_at',
          'presented_at - i.registered_at',
          'assigned_at - i.registered_at',
          'done_at - i.assigned_at',
        ]
          .map((span) => `count(i.${span}), avg(i.${span}), percentile_cont(0.5) within group (order by i.${span})`)
          .join(', ')} from records.incoming i where i.agency_id = ${body} and ${PERIOD}`,
        `select h.unit_id, count(*) filter (where ${ended}), count(*) filter (where ${ended} and h.is_online),
         count(*) filter (where ${ended} and (h.ended_at at time zone 'Asia/Ho_Chi_Minh')::date > h.due_on), count(*) filter (where ${open})
       from records.handling h join records.incoming i using (incoming_id)
       where h.part = 'lead' and h.from_id is null and h.unit_id = ${unit} and ((${ended}) or (${open})) group by 1`,
        `select h.person_id, count(*) filter (where ${ended} and (h.ended_at at time zone 'Asia/Ho_Chi_Minh')::date > h.due_on), count(*) filter (where ${open})
       from records.handling h join records.incoming i using (incoming_id)
       where h.person_id is not null and h.unit_id = ${unit} and ((${ended}) or (${open})) group by 1`,
      ],
      null,
    ),
    side(
      clerk,
      'outgoing documents, the latest',
      '/outgoing',
      `select ${OUT}
      where o.agency_id = ${body} and o.signed_at is not null order by o.changed_at desc, o.outgoing_id desc limit 51`,
    ),
    side(
      leader,
      'outgoing documents, of a leader',
      '/outgoing',
      `select ${OUT}
      where o.agency_id = ${body} and o.signed_at is not null order by o.changed_at desc, o.outgoing_id desc limit 51`,
    ),
    side(
      officer,
      'my drafts',
      '/outgoing?list=mine',
      `select ${OUT} join registry.person p on p.person_id = o.drafter_id
      join platform.user w on w.id = p.user_id where w.email = '${officer}@mau.example' order by o.changed_at desc, o.outgoing_id desc limit 51`,
    ),
    side(
      leader,
      'the signing tray',
      '/outgoing?list=toSign',
      `select ${OUT} join registry.person p on p.person_id = o.signer_id
      join platform.user w on w.id = p.user_id where w.email = '${leader}@mau.example' and o.state = 'forSignature'
      order by o.changed_at desc, o.outgoing_id desc limit 51`,
    ),
    side(
      clerk,
      'what waits for the seal',
      '/outgoing?list=toSeal',
      `select ${OUT}
      where o.agency_id = ${body} and o.state = 'signed' order by o.changed_at desc, o.outgoing_id desc limit 51`,
    ),
    side(
      clerk,
      'the book of outgoing documents of a year',
      '/outgoing/book?year=2023',
      `select n.notation, n.issued_on, e.about, e.signer, e.recipients, o.state, k.name,
        (select count(*) from records.recipient r where r.outgoing_id = o.outgoing_id)
      from registry.document_number n join registry.register g using (register) left join registry.book_entry e using (register, year, notation)
      left join records.outgoing o using (register, year, notation) left join registry.document_kind k on k.kind = e.kind
      where g.agency_id = ${body} and g.direction = 'outgoing' and n.year = 2023 order by n.issued_on desc, n.number desc limit 51`,
    ),
    side(
      clerk,
      'case files, the latest',
      '/cases',
      `select c.*, (select count(*) from records.case_item t where t.case_id = c.case_id),
        (select p.full_name from registry.person_card p where p.person_id = c.keeper_id limit 1)
      from records.case_file c where c.agency_id = ${body} order by c.year desc, c.case_id desc limit 51`,
    ),
    side(
      clerk,
      'case figures of a year',
      '/case-figures?year=2023',
      `select c.unit_id, count(*) filter (where c.year = 2023),
        count(*) filter (where c.ended_on between '2023-01-01' and '2023-12-31'), count(*) filter (where c.due_on between '2023-01-01' and '2023-12-31')
      from records.case_file c where c.agency_id = ${body} and (c.opened_on between '2023-01-01' and '2023-12-31'
        or c.ended_on between '2023-01-01' and '2023-12-31' or c.due_on between '2023-01-01' and '2023-12-31') group by 1`,
      null,
    ),
    side(
      clerk,
      'a rare word of the texts of files, with marks',
      `/incoming?words=${encodeURIComponent('quặng vonfram')}`,
      `select ${ROW} from records.incoming i
      where i.incoming_id in (select f.incoming_id from records.file_text t join records.incoming_file f using (sha256) where t.search @@ 'quang & vonfram:*')
      order by i.arrived_at desc limit 51`,
    ),
    side(clerk, 'a word of every document, without marks', `/incoming?words=${encodeURIComponent('de nghi')}`, [
      `select ${ROW} from records.incoming i where i.agency_id = ${body} and platform.fold(coalesce(i.notation, '') || ' ' || coalesce(i.sender_name, '') || ' ' || coalesce(i.about, '')) like '%de nghi%'
       order by i.arrived_at desc, i.incoming_id desc limit 51`,
      `select count(*) from (select from records.file_text t where t.search @@ 'de & nghi:*' limit 2001) w`,
    ]),
    side(
      clerk,
      'a rare word of the texts of drafts',
      `/outgoing?words=${encodeURIComponent('quặng vonfram')}`,
      `select ${OUT}
      where o.outgoing_id in (select v.outgoing_id from records.document_version v where v.search @@ 'quang & vonfram:*')
      order by o.changed_at desc limit 51`,
    ),
  ]
}

export async function bench(): Promise<Ratio[]> {
  return onSample(async ({ url, connectionString, client, tokenOf }) => {
    const office = await officeOf(client)
    await write(client, office, ROWS)
    const ratios = await sideBySide({ url, connectionString, prepare: [] }, sides(office, tokenOf))
    ratios.push(await numbering({ url, connectionString, client, tokenOf }, office))
    ratios.push(...(await files({ url, client, tokenOf }, office)))
    return ratios
  })
}

/** The verdict on a file with two signatures and a time stamp, and the download of a package, by one client. */
async function files(
  { url, client, tokenOf }: { url: string; client: pg.Client; tokenOf: (name: string) => string },
  { clerk, body }: Office,
): Promise<Ratio[]> {
  const headers = { authorization: `Bearer ${tokenOf(clerk)}` }
  const { rows: signed } = await client.query(
    `select outgoing_id as id from records.outgoing where agency_id = ${body} and signature_level is not null and state = 'issued' limit 1`,
  )
  const { rows: offered } = await client.query(
    `select hand_over_id as id, package_size as size from records.hand_over where agency_id = ${body} order by package_size desc limit 1`,
  )
  const read = async (path: string) => {
    const answer = await fetch(`${url}/api/records${path}`, { headers })
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return Buffer.from(await answer.arrayBuffer())
  }
  const pdf = await read(`/outgoing/${signed[0].id}/pdf`)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const value = sign('sha256', pdf, privateKey)
  const packed = await read(`/hand-overs/${offered[0].id}/package`)
  const bare = createServer((_, answer) => answer.end(packed)).listen(0, '127.0.0.1')
  await once(bare, 'listening')
  const address = `http://127.0.0.1:${(bare.address() as { port: number }).port}/`
  const ratios = [
    {
      what: 'the verdict on a file of two signatures and a time stamp / its PDF over HTTP, and as many signatures verified by node:crypto',
      slow: await median(15, () => read(`/outgoing/${signed[0].id}/verdict`)),
      // Each of the three with two certificates above it, and the lists of both authorities.
      fast: await median(15, async () => {
        await read(`/outgoing/${signed[0].id}/pdf`)
        for (let turn = 0; turn < 12; turn++) verify('sha256', pdf, publicKey, value)
      }),
      atMost: 3,
    },
    {
      what: `the package of a hand-over (${Math.round(packed.length / 1024)} kB) / the same bytes from a bare server, hashed`,
      slow: await median(15, () => read(`/hand-overs/${offered[0].id}/package`)),
      fast: await median(15, async () => {
        const answer = await fetch(address)
        createHash('sha256')
          .update(Buffer.from(await answer.arrayBuffer()))
          .digest()
      }),
      atMost: 12,
    },
  ]
  bare.close()
  bare.closeAllConnections()
  return ratios
}
