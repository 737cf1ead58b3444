import type { Database } from '../platform/db.ts'

/** The tables this room owns, and what the rooms below and the platform let it read. */
export type WorklistsDb = Pick<
  Database,
  | 'worklists.bulk_run'
  | 'worklists.bulk_result'
  | 'worklists.threshold'
  | 'worklists.calendar_address'
  | 'tasks.task_card'
  | 'tasks.open_task'
  | 'tasks.last_news'
  | 'tasks.party_card'
  | 'tasks.report_card'
  | 'tasks.request_card'
  | 'tasks.report_call_card'
  | 'tasks.subtask_card'
  | 'tasks.contribution_card'
  | 'tasks.period_card'
  | 'tasks.period_due'
  | 'tasks.open_milestone'
  | 'tasks.target_card'
  | 'tasks.missed_target'
  | 'tasks.evidence_card'
  | 'tasks.state_fact'
  | 'registry.agency_latest'
  | 'registry.person_card'
  | 'platform.audit_entry'
>
