import type { Handle } from '../platform/db.ts'
import { Conflict, NotFound } from '../platform/errors.ts'
import type { Rounding } from '../tasks/index.ts'
import type { OversightDb } from './db.ts'
import type { Section } from './section.ts'

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
