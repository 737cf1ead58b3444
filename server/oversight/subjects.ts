import { sql } from 'kysely'
import { numbers, type SubjectNames } from '../platform/audit/subject-names.ts'
import { reportsSeen } from './access.ts'

/** How the log names what this room keeps. */
export const oversightSubjects: readonly SubjectNames[] = [
  {
    kind: 'report',
    // Who reads the log may not read an agency's own report.
    named: (ids, actor) => sql`
        select r.report_id::text as id, coalesce(r.number, r.title, 'Báo cáo tháng ' || to_char((r.period || '-01')::date, 'FMMM/YYYY')) as name,
               case when ${reportsSeen(actor)} then '/bao-cao/' || r.report_id end as "to"
        from oversight.report r join oversight.report_kind k using (kind) where r.report_id = any(${numbers(ids)})`,
  },
  {
    kind: 'reportTemplate',
    named: (ids) => sql`
        select t.template_id::text as id, k.name || ', bản ' || t.version_number as name, '/bao-cao/mau?kind=' || t.kind as "to"
        from oversight.report_template t join oversight.report_kind k using (kind) where t.template_id = any(${numbers(ids)})`,
  },
  {
    kind: 'reportRegime',
    named: (ids) => sql`
        select g.regime_id::text as id, k.name as name, '/bao-cao/lich' as "to"
        from oversight.report_regime g join oversight.report_kind k using (kind) where g.regime_id = any(${numbers(ids)})`,
  },
]
