import type { Selectable } from 'kysely'
import type { Database } from '../platform/db.ts'
import { SIGNATURE_HEADER } from './signature.ts'

export type DeliveryRecord = Selectable<Database['webhooks.delivery']>

/** The request body, the same for every try: the columns it is made from never change. */
export function bodyOf(
  delivery: Pick<DeliveryRecord, 'delivery_id' | 'sequence' | 'event' | 'occurred_at' | 'data'>,
): string {
  return JSON.stringify({
    id: delivery.delivery_id,
    sequence: delivery.sequence,
    event: delivery.event,
    occurredAt: delivery.occurred_at,
    data: delivery.data,
  })
}

export function headersOf(
  { delivery_id, event }: Pick<DeliveryRecord, 'delivery_id' | 'event'>,
  signature: string,
): Record<string, string> {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'User-Agent': 'Dieuhanh-Webhook/1',
    'Dieuhanh-Delivery': String(delivery_id),
    'Dieuhanh-Event': event,
    [SIGNATURE_HEADER]: signature,
  }
}
