import { compact, type Raw } from './parse.ts'

export interface NotificationsSearch {
  /** Only what is not read. */
  unread?: boolean | undefined
}
export const notificationsSearchOf = (raw: Raw): NotificationsSearch =>
  compact({ unread: raw.unread === true || raw.unread === 'true' ? true : undefined })
