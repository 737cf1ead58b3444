import type { EventDescription } from '../platform/audit.ts'
import { CASE_EVENTS } from './case-events.ts'
import { INCOMING_EVENTS } from './incoming-events.ts'
import { OUTGOING_EVENTS } from './outgoing-events.ts'

/** The acts of this room. None is public: other systems hear of documents through the exchange. */
export const RECORDS_EVENTS: readonly EventDescription[] = [...INCOMING_EVENTS, ...OUTGOING_EVENTS, ...CASE_EVENTS]
