import type { Query } from '@dieuhanh/client'
import { compact, id, oneOf, type Raw, text } from './parse.ts'

export const DELIVERY_STATES = ['due', 'delivering', 'delivered', 'givenUp'] as const satisfies readonly NonNullable<
  Query<'/api/webhooks/{id}/deliveries'>['state']
>[]
export const CONNECTION_TABS = ['apiClients', 'webhooks'] as const
export interface ConnectionsSearch {
  tab?: (typeof CONNECTION_TABS)[number]
  /** The endpoint whose deliveries are shown. */
  webhook?: number
  /** The delivery that is open. */
  delivery?: number
  state?: (typeof DELIVERY_STATES)[number]
  event?: string
}
export const connectionsSearchOf = (raw: Raw): ConnectionsSearch =>
  compact({
    tab: oneOf(CONNECTION_TABS)(raw.tab),
    webhook: id(raw.webhook),
    delivery: id(raw.delivery),
    state: oneOf(DELIVERY_STATES)(raw.state),
    event: text(raw.event, 80),
  })
