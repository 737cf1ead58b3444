import type { Actor } from '../platform/actor.ts'
import type { Handle } from '../platform/db.ts'
import { toReadTemplates } from './access.ts'
import type { OversightDb } from './db.ts'
import { findTemplate, type TemplateRecord } from './template-store.ts'
import type { Template } from './text-shapes.ts'

type Row = Omit<Template, 'sections' | 'recipients' | 'countsFrom' | 'rounding' | 'addressee'>

/** Every version of every template, in the order of the kinds, the newest first. */
export async function listTemplates(db: Handle<OversightDb>, actor: Actor): Promise<Row[]> {
  toReadTemplates(actor)
  const rows = await db
    .selectFrom('oversight.report_template as t')
    .innerJoin('oversight.report_kind as k', 'k.kind', 't.kind')
    .selectAll('t')
    .select('k.name')
    .orderBy('k.position')
    .orderBy('t.version_number', 'desc')
    .execute()
  return rows.map((row) => rowOf(row as unknown as TemplateRecord, row.name))
}

export async function showTemplate(db: Handle<OversightDb>, actor: Actor, id: number): Promise<Template> {
  toReadTemplates(actor)
  const template = await findTemplate(db, id)
  const { name } = await db
    .selectFrom('oversight.report_kind')
    .select('name')
    .where('kind', '=', template.kind)
    .executeTakeFirstOrThrow()
  return {
    ...rowOf(template, name),
    sections: template.sections,
    recipients: template.recipients,
    countsFrom: template.counts_from,
    rounding: template.rounding,
    addressee: template.addressee,
  }
}

function rowOf(row: TemplateRecord, kindName: string): Row {
  return {
    id: row.template_id,
    version: row.version,
    kind: row.kind,
    kindName,
    versionNumber: row.version_number,
    state: row.state,
    title: row.title,
    tried:
      row.tried_at === null || row.tried_period === null || row.tried_by === null
        ? null
        : {
            period: row.tried_period,
            at: row.tried_at,
            by: row.tried_by,
            isCurrent: row.tried_version === row.version,
          },
    usedFrom: row.used_from,
    usedBy: row.used_by,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }
}
