/**
 * What the office teaches and takes out, over HTTP, by eight clients at the same time: the office's labels, the export of
 * labelled documents, and the second reader's outcomes among a million. Each is compared with eight connections that run the
 * bare SQL of the same work.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { startServer } from '../e2e/server.ts'
import { findEmbedded } from '../server/platform/embedded/server.ts'
import { FILL, SUM } from './accuracy.ts'
import { sideBySide } from './figures/side-by-side.ts'
import type { Ratio } from './measure.ts'

/** One outcome in about two hundred is about a suggestion of the second reader; each of its two models suggests every field. */
const SECOND_READER = `update directives.outcome set reader = 'secondReader', model = 'mau-' || outcome_id / 1194 % 2 where outcome_id % 199 = 0`
/** An office that has taught for years, and withdrew as many. */
const LABELS = `
  insert into directives.label (phrase, role, added_at, added_by, withdrawn_at, withdrawn_by)
  select 'Nhãn thứ ' || n, (array['lead', 'coordinating', 'deadline', 'product'])[1 + n % 4], now(), 'Mẫu',
    case when n % 2 = 0 then now() end, case when n % 2 = 0 then 'Mẫu' end
  from generate_series(1, 10000) n`

/** A hundred copies of each confirmed document of the sample, so that a page of the export is full. */
export const COPIES = [
  `insert into directives.directive (sha256, file_name, media_type, size_bytes, state, number, type, issuer, issued_on, subject,
     assigned_on, uploaded_by, changed_by, confirmed_at, confirmed_by, compared_at)
   select encode(sha256((d.directive_id || ' ' || n)::bytea), 'hex'), 'copy-of-' || d.directive_id, media_type, size_bytes, state,
     number || '-' || n, type, issuer, issued_on, subject, assigned_on, uploaded_by, changed_by,
     confirmed_at - n * interval '1 minute', confirmed_by, now()
   from directives.directive d cross join generate_series(1, 100) n where state = 'confirmed'`,
  `insert into directives.reading (directive_id, reading, extraction)
   select c.directive_id, r.reading, r.extraction
   from directives.reading r join directives.directive c on c.file_name = 'copy-of-' || r.directive_id`,
  `insert into directives.draft (directive_id, position, ref, group_title, title, content, parties, deadlines, targets, product,
     warnings, confidence, changed_by)
   select c.directive_id, position, ref, group_title, title, content, parties, deadlines, targets, product, warnings, confidence,
     f.changed_by
   from directives.draft f join directives.directive c on c.file_name = 'copy-of-' || f.directive_id`,
]

const YEAR = `o.confirmed_on >= date_trunc('month', current_date) - interval '11 months'
  and o.confirmed_on < date_trunc('month', current_date) + interval '1 month'`
const OUTCOMES = (more: string) => `
  select o.outcome_id, o.directive_id, d.number, o.ref, o.field, o.verdict, o.suggested ->> 'text', o.confirmed ->> 'text',
    o.confidence, o.reader, o.model, o.type, o.confirmed_on,
    (select f.draft_id from directives.draft f where f.directive_id = o.directive_id and f.ref = o.ref order by f.is_dropped limit 1)
  from directives.outcome o join directives.directive d using (directive_id)
  where ${YEAR} and o.reader = 'secondReader' ${more} order by o.confirmed_on desc, o.outcome_id desc limit 51`
const LABELS_OF = (state: string) => `
  select label_id, phrase, role, version, added_at, added_by, withdrawn_at, withdrawn_by, folded from directives.label
  where withdrawn_at ${state} order by folded, label_id limit 51`

const ROWS = [
  { what: 'labels in force', as: 'quantri', address: 'labels', bare: LABELS_OF('is null') },
  { what: 'labels withdrawn', as: 'quantri', address: 'labels?state=withdrawn', bare: LABELS_OF('is not null') },
  {
    what: 'export of labelled documents',
    as: 'quantri',
    address: 'corpus',
    bare: `
      select d.*, r.reading ->> 'text', r.reading -> 'blocks', r.reading ->> 'format', r.extraction -> 'document',
        (select json_agg(f order by f.position) from directives.draft f where f.directive_id = d.directive_id)
      from directives.directive d join directives.reading r using (directive_id)
      where d.state = 'confirmed' order by d.confirmed_at, d.directive_id limit 20`,
  },
  {
    what: "the second reader's outcomes",
    as: 'theodoi',
    address: 'outcomes?reader=secondReader',
    bare: OUTCOMES(''),
  },
  {
    what: "the second reader's outcomes that were changed",
    as: 'theodoi',
    address: 'outcomes?reader=secondReader&verdict=changed',
    bare: OUTCOMES(`and o.verdict = 'changed'`),
  },
  {
    what: "one model's outcomes",
    as: 'theodoi',
    address: 'outcomes?reader=secondReader&model=mau-0&field=lead',
    bare: OUTCOMES(`and coalesce(o.model, '') = 'mau-0' and o.field = 'lead'`),
  },
] as const

export async function bench(): Promise<Ratio[]> {
  const server = await startServer()
  try {
    const accounts: { email: string; token: string }[] = JSON.parse(
      readFileSync(path.join(server.dataDir, 'sample-accounts.json'), 'utf8'),
    )
    const tokenOf = (name: string) => accounts.find(({ email }) => email.startsWith(`${name}@`))!.token
    const tables = ['outcome', 'outcome_count', 'label', 'directive', 'reading', 'draft']
    return await sideBySide(
      {
        url: server.url,
        connectionString: (await findEmbedded(server.dataDir))!,
        prepare: [
          FILL,
          SECOND_READER,
          SUM,
          LABELS,
          ...COPIES,
          ...tables.map((table) => `vacuum analyze directives.${table}`),
        ],
      },
      ROWS.map(({ what, as, address, bare }) => ({
        what,
        by: as,
        bare,
        call: { path: `/api/directives/${address}`, token: tokenOf(as) },
      })),
    )
  } finally {
    await server.stop()
  }
}
