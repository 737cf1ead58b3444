import { VIETNAM } from '../platform/calendar.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import type { UrgingDb } from './db.ts'
import { getSetting } from './rule-store.ts'

/** When mail may go out: now, or at the end of the quiet hours that the office has set. */
export async function quietUntil(db: AnyHandle, now: Temporal.Instant): Promise<Temporal.Instant> {
  const { quietFrom, quietTo } = await getSetting(reading<UrgingDb>(db))
  return afterQuiet(now, quietFrom, quietTo)
}

/** The instant itself, or the end of the quiet hours it falls in; those may span midnight. Viet Nam time. */
export function afterQuiet(now: Temporal.Instant, from: string, to: string): Temporal.Instant {
  if (from === to) return now
  const local = now.toZonedDateTimeISO(VIETNAM)
  const time = local.toPlainTime().toString().slice(0, 5)
  const isQuiet = from < to ? time >= from && time < to : time >= from || time < to
  if (!isQuiet) return now
  const day = time >= to ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  return day.toZonedDateTime({ timeZone: VIETNAM, plainTime: Temporal.PlainTime.from(to) }).toInstant()
}
