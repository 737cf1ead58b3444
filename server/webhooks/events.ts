import type { EventDescription } from '../platform/audit.ts'

/** All events, including those added later. */
export const EVERY = '*'
/** The event that the test console sends. */
export const TEST_EVENT = 'webhook.test'

/** The audit events of this room. An endpoint can subscribe to the events that rooms declare public (`publicEvents`). */
export const EVENTS: readonly EventDescription[] = [
  { name: 'webhook.added', vi: 'Thêm địa chỉ nhận webhook', en: 'A webhook endpoint was added' },
  { name: 'webhook.edited', vi: 'Sửa địa chỉ nhận webhook', en: 'A webhook endpoint was changed' },
  { name: 'webhook.paused', vi: 'Tạm dừng gửi webhook', en: 'A webhook endpoint was paused' },
  { name: 'webhook.resumed', vi: 'Gửi webhook trở lại', en: 'A webhook endpoint was resumed' },
  { name: 'webhook.removed', vi: 'Gỡ địa chỉ nhận webhook', en: 'A webhook endpoint was removed' },
  { name: 'webhook.secretRenewed', vi: 'Cấp khóa ký webhook mới', en: 'A webhook endpoint got a new secret' },
  { name: 'webhook.replayed', vi: 'Gửi lại các sự kiện webhook', en: 'Webhook deliveries were requested again' },
  {
    name: 'webhook.movedOn',
    vi: 'Chuyển địa chỉ nhận webhook sang cơ quan kế thừa',
    en: 'A webhook endpoint passed to a successor',
  },
]
