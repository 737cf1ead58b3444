import type { Database } from '../platform/db.ts'

/** The tables of this room, and the views of other rooms it may read. */
export type WebhooksDb = Pick<
  Database,
  | 'webhooks.endpoint'
  | 'webhooks.secret'
  | 'webhooks.numbering'
  | 'webhooks.delivery'
  | 'webhooks.delivery_try'
  | 'registry.agency_latest'
  | 'tasks.task_audience'
  | 'tasks.subtask_audience'
  | 'platform.audit_entry'
>
