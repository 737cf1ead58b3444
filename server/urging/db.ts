import type { Database } from '../platform/db.ts'

/** The tables of this room. It reads tasks and agencies through their `index.ts` and published views. */
export type UrgingDb = Pick<
  Database,
  | 'urging.setting'
  | 'urging.rule'
  | 'urging.run'
  | 'urging.notice'
  | 'urging.digest'
  | 'urging.letter'
  | 'urging.letter_task'
  | 'urging.answer'
  | 'registry.agency_card'
  | 'registry.agency_latest'
  | 'registry.person_card'
  | 'tasks.task_card'
  | 'tasks.report_card'
  | 'platform.audit_entry'
  | 'platform.user_card'
  | 'platform.mail_card'
>
