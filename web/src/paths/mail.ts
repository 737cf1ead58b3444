import type { Query } from '@dieuhanh/client'
import { compact, id, oneOf, type Raw, text } from './parse.ts'

export const MAIL_STATES = [
  'due',
  'sending',
  'accepted',
  'bounced',
  'givenUp',
  'kept',
] as const satisfies readonly NonNullable<Query<'/api/mail'>['state']>[]
export interface MailSearch {
  state?: (typeof MAIL_STATES)[number]
  search?: string
  /** The message that is open. */
  open?: number
  act?: 'notice'
}
export const mailSearchOf = (raw: Raw): MailSearch =>
  compact({
    state: oneOf(MAIL_STATES)(raw.state),
    search: text(raw.search, 200),
    open: id(raw.open),
    act: oneOf(['notice'] as const)(raw.act),
  })
