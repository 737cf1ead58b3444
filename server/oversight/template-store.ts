import type { Handle } from '../platform/db.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import type { Rounding } from '../tasks/index.ts'
import type { KnownFigures } from './bound-text.ts'
import type { OversightDb } from './db.ts'
import { brokenTexts, type Section } from './section.ts'

export interface TemplateRecord {
  template_id: number
  kind: string
  version_number: number
  state: 'draft' | 'inUse' | 'retired'
  version: number
  title: string
  sections: Section[]
  recipients: string[]
  counts_from: 'period' | 'year' | 'lastYear'
  rounding: Rounding
  addressee: string | null
  tried_period: string | null
  tried_version: number | null
  tried_at: string | null
  tried_by: string | null
  used_from: string | null
  used_by: string | null
  changed_at: string
  changed_by: string
}

/** The template that reports of the kind are drawn up from. */
export async function templateInUse(db: Handle<OversightDb>, kind: string): Promise<TemplateRecord> {
  const row = await db
    .selectFrom('oversight.report_template')
    .selectAll()
    .where('kind', '=', kind)
    .where('state', '=', 'inUse')
    .executeTakeFirst()
  if (row) return row as unknown as TemplateRecord
  throw new Conflict(
    'report.no_template',
    'Loại báo cáo này chưa có mẫu đang dùng. Quản trị hệ thống cần đưa một mẫu vào sử dụng.',
  )
}

export async function findTemplate(db: Handle<OversightDb>, id: number): Promise<TemplateRecord> {
  const row = await db
    .selectFrom('oversight.report_template')
    .selectAll()
    .where('template_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('report.template_not_found', 'Không có mẫu báo cáo này.')
  return row as unknown as TemplateRecord
}

/** Throws where a stored template no longer reads: nothing is drawn up from half of it. */
export function checkReads(
  { kind, version_number: version, title, recipients, sections }: TemplateRecord,
  known: KnownFigures,
): void {
  const fields = brokenTexts(
    sections,
    [
      { path: 'title', name: 'tên báo cáo', nameEn: 'title', text: title },
      ...recipients.map((text, place) => ({
        path: `recipients.${place}`,
        name: 'nơi nhận',
        nameEn: 'recipients',
        text,
      })),
    ],
    known,
  ).map(({ en: _, ...field }) => field)
  if (fields.length === 0) return
  throw new Conflict(
    'report.template_broken',
    `Mẫu đang dùng (bản ${version}) không đọc được nữa. ${fields.map(({ message }) => message).join(' ')} Quản trị hệ thống hãy lập bản mới của mẫu, sửa chỗ này, thử rồi đưa vào sử dụng.`,
    { fields, extra: { kind } },
  )
}
