/**
 * Reports over HTTP by eight clients at the same time: the list of five hundred, and one whose annex has every task of the
 * national sample. Each is compared with eight connections that run the bare SQL.
 */
import { sideBySide } from './figures/side-by-side.ts'
import type { Ratio } from './measure.ts'
import { onSample } from './sample-server.ts'

/** Five hundred issued reports, each the text of one that the sample issued, under numbers and days of their own. */
const WRITTEN = [
  `insert into oversight.report (kind, period, from_on, as_of, known_on, known_before, number, place, issued_on, signer, signer_title, issued_at,
     issued_by, state, created_at, created_by, changed_at, changed_by, title, template_id, rounding, counts_from, recipients, is_sample,
     edition, issued_text, submitted_at, submitted_by, signer_id, docx_sha256, pdf_sha256, xlsx_sha256, svg_sha256, png_sha256)
   select r.kind, to_char(date '1960-01-01' + n * interval '1 month', 'YYYY-MM'), r.from_on, (date '1960-01-31' + n * interval '1 month')::date,
     r.known_on, r.known_before, n || '/BC-ĐO', r.place, r.issued_on, r.signer, r.signer_title, r.issued_at, r.issued_by, r.state, r.created_at,
     r.created_by, r.changed_at, r.changed_by, r.title, r.template_id, r.rounding, r.counts_from, r.recipients, true, 1, r.issued_text,
     r.submitted_at, r.submitted_by, r.signer_id, r.docx_sha256, r.pdf_sha256, r.xlsx_sha256, r.svg_sha256, r.png_sha256
   from (select * from oversight.report where kind = 'monthlyTaskForce' and state = 'issued' order by report_id limit 1) r, generate_series(1, 500) n`,
  'vacuum analyze oversight.report',
]
const LIST = `
  select r.report_id, r.version, r.kind, k.name, r.period, r.title, r.edition, r.as_of, r.state, r.number, r.issued_on, r.signer, r.created_by,
         r.changed_at, r.changed_by, (select p.full_name from registry.person_card p where p.person_id = r.signatory_id limit 1),
         (select a.name from registry.agency_latest a where a.agency_id = r.subject_agency_id),
         (select c.report_id from oversight.report c where c.corrects_id = r.report_id and c.state <> 'dropped')
  from oversight.report r join oversight.report_kind k using (kind) where r.state <> 'dropped' and k.whose = 'office'
  order by r.as_of desc, r.report_id desc limit 500`

export async function bench(): Promise<Ratio[]> {
  return onSample(async ({ url, connectionString, client, tokenOf }) => {
    const token = tokenOf('theodoi')
    const { rows: before } = await client.query(`select 1 from oversight.report where number = '1/BC-ĐO'`)
    if (before.length === 0) for (const statement of WRITTEN) await client.query(statement)
    const { rows } = await client.query(
      `select report_id as id from oversight.report where kind = 'monthlyTaskForce' and state = 'issued' order by report_id limit 1`,
    )
    const { id } = rows[0]
    return await sideBySide({ url, connectionString, prepare: [] }, [
      {
        by: 'theodoi',
        what: 'the list of five hundred reports',
        call: { path: '/api/reports', token },
        countOf: ({ rows: shown }: { rows: unknown[] }) => Math.min(50, shown.length),
        bare: LIST,
      },
      {
        by: 'theodoi',
        what: 'one issued report, words and figures',
        call: { path: `/api/reports/${id}/text`, token },
        countOf: () => 1,
        bare: [
          `select r.*, k.whose from oversight.report r join oversight.report_kind k using (kind) where r.report_id = ${id}`,
        ],
      },
    ])
  })
}
