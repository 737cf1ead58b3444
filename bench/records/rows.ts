/** Ten years of books of one ministry of the sample, written as rows. */
import type pg from 'pg'

export interface Office {
  body: number
  unit: number
  /** Who sent one in fifty of what came in. */
  sender: number
  person: Record<'clerk' | 'leader' | 'head' | 'officer', number>
  clerk: string
  leader: string
  officer: string
}

const NAMES = { clerk: 'vanthubtc', leader: 'thutruongbtc', head: 'chanhvpbtc', officer: 'soanthaobtc' } as const

export async function officeOf(client: pg.Client): Promise<Office> {
  const { rows } = await client.query<{ email: string; person: number; agency: number }>(
    `select u.email, p.person_id::integer as person, o.agency_id::integer as agency
     from platform.user u join registry.person p on p.user_id = u.id join registry.post o using (person_id)
     where u.email = any($1)`,
    [Object.values(NAMES).map((name) => `${name}@mau.example`)],
  )
  const of = (name: string) => rows.find(({ email }) => email === `${name}@mau.example`)!
  const { rows: senders } = await client.query(
    `select agency_id::integer as id from registry.agency where slug = 'bo-xay-dung'`,
  )
  return {
    body: of(NAMES.clerk).agency,
    unit: of(NAMES.head).agency,
    sender: senders[0].id,
    person: {
      clerk: of(NAMES.clerk).person,
      leader: of(NAMES.leader).person,
      head: of(NAMES.head).person,
      officer: of(NAMES.officer).person,
    },
    clerk: NAMES.clerk,
    leader: NAMES.leader,
    officer: NAMES.officer,
  }
}

const TABLES = [
  'platform.blob',
  'records.incoming',
  'records.incoming_file',
  'records.file_text',
  'records.handling',
  'records.outgoing',
  'records.document_version',
  'records.recipient',
  'records.route_step',
  'records.case_file',
  'records.case_item',
  'registry.document_number',
  'registry.book_entry',
] as const

const ABOUTS = `(array['báo cáo tình hình thực hiện', 'đề nghị hướng dẫn việc', 'lấy ý kiến dự thảo văn bản về', 'kế hoạch phối hợp', 'tổ chức họp về'])[1 + n % 5]
  || ' ' || (array['quản lý tài sản công', 'giải ngân vốn đầu tư công', 'chuyển đổi số', 'thu hồi nợ đọng thuế', 'đấu thầu qua mạng', 'bảo hiểm y tế', 'phòng chống thiên tai'])[1 + n % 7]
  || ' số ' || n || ' (MẪU)'`
const WORDS = `'Đề nghị quý cơ quan phối hợp, cung cấp số liệu kỳ ' || n % 977 || '. ' || case when n % 5003 = 17 then 'Mỏ quặng vonfram. ' else '' end`
/** From 2014 to 2024: the sample's own documents are later. */
const ARRIVED = `timestamptz '2014-01-06 08:00+07' + (n * interval '11 years' / $ROWS)`

/** Of those that arrived last nothing is booked. */
const booked = (value: string) => `case when n <= $ROWS - 200 then ${value} end`

/** Written once; ids above those of the sample. Of the documents the last thousand of what came in are still on their way. */
const written = (rows: number, { body, unit, sender, person }: Office): string[] =>
  [
    `insert into platform.blob (sha256, size, media_type, looked_at) select sha256(('đo ' || n)::bytea), 1000, 'application/pdf', now() from generate_series(1, $ROWS) n`,
    `insert into registry.document_register (register, year, last_number)
     select r, y, 0 from (values ('bo-tai-chinh/incoming'), ('do/outgoing')) v(r), generate_series(2014, 2024) y on conflict do nothing`,
    `insert into records.incoming (incoming_id, agency_id, state, arrived_at, arrived_by, way, register_due_at, described_at, described_by, sender_id, sender_name,
       notation, issued_on, kind, about, is_urgent, checked_at, checked_by, is_authentic, register, year, number, number_written, registered_at, registered_by,
       presented_to_id, presented_at, presented_by, assigned_at, due_on, done_at, is_sample, changed_at, changed_by) overriding system value
     select 10000000 + n, ${body}, case when n > $ROWS - 200 then 'arrived' when n > $ROWS - 500 then 'underway' else 'done' end, at, 'đo', 'upload', at + interval '9 hours', at, 'đo',
       case when n % 50 = 0 then ${sender} end, 'Cơ quan gửi số ' || n % 300, n || '/CQ-MẪU', at::date, 'CV', ${ABOUTS}, false, ${booked('at')}, ${booked("'đo'")}, ${booked('true')},
       ${booked("'bo-tai-chinh/incoming'")}, ${booked('extract(year from at)::integer')}, ${booked('n')}, ${booked('n::text')}, ${booked("at + (n % 25) * interval '30 minutes'")},
       ${booked("'đo'")}, ${booked(String(person.leader))}, ${booked("at + interval '13 hours'")}, ${booked("'đo'")}, ${booked("at + interval '14 hours'")}, ${booked('at::date + 7')},
       case when n <= $ROWS - 500 then at + (n % 10) * interval '1 day' + interval '15 hours' end, true, at, 'đo'
     from generate_series(1, $ROWS) n cross join lateral (select ${ARRIVED} as at) d`,
    `insert into records.incoming_file (incoming_file_id, incoming_id, position, is_main, name, media_type, sha256, size, added_at, added_by) overriding system value
     select 10000000 + n, 10000000 + n, 1, true, n || '.pdf', 'application/pdf', sha256(('đo ' || n)::bytea), 1000, now(), 'đo' from generate_series(1, $ROWS) n`,
    `insert into records.file_text (sha256, state, text, pages, percent, read_at)
     select sha256(('đo ' || n)::bytea), 'read', ${WORDS}, 1, 100, now() from generate_series(1, $ROWS) n`,
    `insert into records.handling (handling_id, incoming_id, agency_id, person_id, unit_id, part, due_on, state, assigned_at, assigned_by, started_at, ended_at, ended_by, result, is_online,
       changed_at, changed_by) overriding system value
     select 10000000 + n, 10000000 + n, case when n % 40 = 0 then null else ${unit} end, case when n % 40 = 0 then ${person.officer} end, ${unit}, 'lead', at::date + 7,
       case when n > $ROWS - 500 then 'underway' else 'done' end, at + interval '14 hours', 'đo', at + interval '15 hours',
       case when n <= $ROWS - 500 then at + (n % 10) * interval '1 day' + interval '15 hours' end, case when n <= $ROWS - 500 then 'đo' end,
       case when n <= $ROWS - 500 then 'xong' end, case when n <= $ROWS - 500 then true end, at, 'đo'
     from generate_series(1, $ROWS - 200) n cross join lateral (select ${ARRIVED} as at) d`,
    `insert into registry.register (register, agency_id, direction) values ('do/outgoing', ${body}, 'outgoing') on conflict do nothing`,
    `insert into registry.document_number (register, year, notation, number, issued_on)
     select 'do/outgoing', extract(year from at)::integer, n || '/BTC-DO', n, at::date from generate_series(1, $ROWS) n cross join lateral (select ${ARRIVED} as at) d`,
    `insert into records.outgoing (outgoing_id, agency_id, unit_id, drafter_id, kind, about, state, signer_id, submitted_at, submitted_by, register, year, number, notation, dated_on,
       signed_at, signed_by_id, signer_name, signer_title, sealed_at, sealed_by, issued_at, issued_by, pdf_sha256, is_sample, changed_at, changed_by) overriding system value
     select 10000000 + n, ${body}, ${unit}, case when n % 40 = 0 then ${person.officer} else ${person.head} end, 'CV', ${ABOUTS}, 'issued', ${person.leader}, at, 'đo',
       'do/outgoing', extract(year from at)::integer, n, n || '/BTC-DO', at::date, at, ${person.leader}, 'Thứ trưởng Mẫu', 'KT. BỘ TRƯỞNG', at, 'đo', at, 'đo',
       sha256(('đo ' || n)::bytea), true, at, 'đo'
     from generate_series(1, $ROWS) n cross join lateral (select ${ARRIVED} as at) d`,
    `insert into records.document_version (outgoing_id, number, content, made_at, made_by)
     select 10000000 + n, 1, jsonb_build_object('addressees', jsonb_build_array('Cơ quan ' || n % 300), 'parts', jsonb_build_array(jsonb_build_object(
       'kind', 'paragraph', 'runs', jsonb_build_array(jsonb_build_object('text', ${WORDS}))))), now(), 'đo' from generate_series(1, $ROWS) n`,
    `insert into records.recipient (outgoing_id, position, name, purpose) select 10000000 + n, 1, 'Cơ quan ' || n % 300, 'act' from generate_series(1, $ROWS) n`,
    `insert into records.route_step (route_step_id, outgoing_id, round, position, kind, person_id, state, opened_at, acted_at, acted_by, acted_by_id, version_seen) overriding system value
     select 10000000 + n, 10000000 + n, 1, 1, 'initial', case when n % 40 = 0 then ${person.head} else ${person.clerk} end, 'agreed', now(), now(), 'đo', 1, 1
     from generate_series(1, $ROWS) n where n % 20 = 0`,
    `insert into registry.book_entry (register, year, notation, kind, about, signer, recipients, source_kind, source_id, entered_at)
     select 'do/outgoing', extract(year from at)::integer, n || '/BTC-DO', 'CV', ${ABOUTS}, 'Thứ trưởng Mẫu', 'Cơ quan ' || n % 300, 'outgoing', 10000000 + n, at
     from generate_series(1, $ROWS) n cross join lateral (select ${ARRIVED} as at) d`,
    `insert into records.case_file (case_id, agency_id, unit_id, fonds_id, keeper_id, title, year, retention_class_id, retention_years, state, opened_on, opened_at, opened_by,
       ended_on, closed_at, closed_by, due_on, kept_until, handed_over_at, accepted_at, accepted_by, is_sample, changed_at, changed_by) overriding system value
     select 10000000 + n, ${body}, ${unit}, ${body}, case when n % 40 = 0 then ${person.officer} else ${person.head} end, 'Hồ sơ ' || ${ABOUTS}, extract(year from at)::integer,
       (select min(retention_class_id) from records.retention_class where years = 10), 10, 'accepted', at::date, at, 'đo', at::date + 60, at + interval '60 days', 'đo',
       at::date + 420, at::date + 4000, at + interval '200 days', at + interval '210 days', 'đo', true, at, 'đo'
     from generate_series(1, $ROWS / 10) n cross join lateral (select timestamptz '2014-01-06 08:00+07' + (n * interval '11 years' / ($ROWS / 10)) as at) d`,
    `insert into records.case_item (case_item_id, case_id, position, incoming_id, added_at, added_by) overriding system value
     select 10000000 + n, 10000000 + 1 + n % ($ROWS / 10), n, 10000000 + n, now(), 'đo' from generate_series(1, $ROWS) n where n % 2 = 0`,
  ].map((statement) => statement.replaceAll('$ROWS', String(rows)))

/** Adds the rows unless they are there. Indexes are made again from all rows at the end, which is several times quicker. */
export async function write(client: pg.Client, office: Office, rows: number): Promise<void> {
  const { rows: known } = await client.query('select from records.incoming where incoming_id = 10000001')
  if (known.length > 0) return
  const began = performance.now()
  const { rows: indexes } = await client.query<{ name: string; made: string; words: string | null }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made, obj_description(i.indexrelid) as words
     from pg_index i where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [TABLES],
  )
  await client.query('begin')
  await client.query(`set local session_replication_role = replica; set local maintenance_work_mem = '512MB'`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  for (const statement of written(rows, office)) await client.query(statement)
  for (const { name, made, words } of indexes) {
    await client.query(made)
    if (words !== null) await client.query(`comment on index ${name} is ${client.escapeLiteral(words)}`)
  }
  await client.query('commit')
  for (const table of TABLES) await client.query(`vacuum (analyze) ${table}`)
  console.log(`${rows} documents of each kind written in ${((performance.now() - began) / 1000).toFixed(0)} s`)
}
