import type { Database } from '../platform/db.ts'

/** The tables of this room. It reads tasks and people through their `index.ts` and published views. */
export type OversightDb = Pick<
  Database,
  | 'oversight.report'
  | 'oversight.report_kind'
  | 'oversight.report_template'
  | 'oversight.report_section'
  | 'oversight.report_figure'
  | 'oversight.report_recommendation'
  | 'oversight.report_regime'
  | 'oversight.report_scheduled'
  | 'oversight.published_report'
  | 'platform.audit_entry'
  | 'registry.person_card'
  | 'registry.agency_card'
  | 'registry.agency_latest'
  | 'tasks.task_card'
  | 'tasks.task_source_card'
  | 'tasks.task_audience'
  | 'tasks.target_card'
  | 'tasks.measurement_card'
  | 'tasks.evidence_card'
>
