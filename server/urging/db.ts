import type { Database } from '../platform/db.ts'

/** The tables this module owns. What it knows of tasks and agencies comes through their doors and published views. */
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
  | 'platform.user_card'
  | 'platform.mail_card'
>
