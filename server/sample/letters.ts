import { addDays, VIETNAM } from '../platform/calendar.ts'
import type { Deps } from '../platform/room.ts'
import { calendarOf } from '../registry/index.ts'
import { answerLetter, makeLetters, signLetter, submitLetter } from '../urging/index.ts'
import { actorsOf } from './people.ts'

/** Agencies that were sent a letter, the first of which has answered; and one whose letter waits for signature. */
const URGED = ['bo-tai-chinh', 'bo-y-te', 'ubnd-ha-noi']
const WAITING = 'bo-xay-dung'
/** How long ago the letters were sent. */
const DAYS_AGO = 12
/** The one that waits was submitted the day before, so that it can be signed for days. */
const WAITS_FOR = 1

/**
 * Urges some agencies by letters marked MẪU, through the acts of the urging room: the officer prepares, the leader signs.
 * Does nothing if there is a letter already. Returns how many were issued.
 */
export async function urgeByLetters(deps: Deps, today: string): Promise<number> {
  const { db } = deps
  if (await db.selectFrom('urging.letter').select('letter_id').limit(1).executeTakeFirst()) return 0
  const calendar = await calendarOf(db)
  const day = calendar.nextWorkingDay(addDays(today, -DAYS_AGO))
  const now = morningOf(day)
  const people = await actorsOf(db, { officer: 'theodoi', leader: 'lanhdao' }, day)
  if (!people) return 0
  const { officer, leader } = people
  let issued = 0
  for (const slug of [...URGED, WAITING]) {
    const agency = await db
      .selectFrom('registry.agency')
      .select('agency_id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
    issued += await db.transaction().execute(async (trx) => {
      const at = slug === WAITING ? morningOf(addDays(today, -WAITS_FOR)) : now
      const { made } = await makeLetters(trx, { actor: officer, now: at }, { agencyIds: [agency.agency_id] })
      const letter = made[0]
      if (letter === undefined) return 0
      const version = await submitLetter(trx, { actor: officer, id: letter.id, version: 1, now: at })
      if (slug === WAITING) return 0
      const signed = await signLetter(trx, { actor: leader, id: letter.id, version, now }, deps)
      if (slug === URGED[0]) {
        const answer = {
          file: undefined,
          number: '15/BTC-MẪU',
          answeredOn: day,
          summary: 'Bộ đã giao các đơn vị hoàn thành trong tháng; nhiệm vụ cần gia hạn sẽ có văn bản riêng (MẪU).',
        }
        const ask = { actor: officer, id: letter.id, version: signed.version, now }
        await answerLetter(trx, ask, answer, deps)
      }
      return 1
    })
  }
  return issued
}

/** Nine in the morning of that day. */
function morningOf(day: string): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from('09:00')
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: VIETNAM, plainTime }).toInstant()
}
