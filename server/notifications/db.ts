import type { Database } from '../platform/db.ts'

/** The tables of this room, and the views of others that it reads. */
export type NotificationsDb = Pick<
  Database,
  | 'notifications.message'
  | 'notifications.notification'
  | 'notifications.preference'
  | 'urging.bell_notice'
  | 'registry.agency_latest'
  | 'registry.person_card'
  | 'platform.user_card'
>
