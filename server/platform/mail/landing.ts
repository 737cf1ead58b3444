import { sql } from 'kysely'
import { reading } from '../db.ts'
import { type Landing, landingRows } from '../landing.ts'
import type { MailDb } from '../mail.ts'
import { hasRight } from '../rights.ts'

/** For system administrators: messages that did not arrive. */
export const mailLanding: Landing = async ({ db, actor }) => {
  if (!hasRight(actor, 'system.keep')) return []
  const { rows } = await sql<Record<string, number>>`
    select count(*) filter (where m.state = 'bounced')::integer as "mail.bounced",
           count(*) filter (where m.state = 'givenUp')::integer as "mail.givenUp"
    from platform.mail m where m.state in ('bounced', 'givenUp')`.execute(reading<MailDb>(db))
  return landingRows(
    [
      {
        name: 'mail.bounced',
        urgency: 'now',
        vi: 'Thư bị trả lại',
        en: 'Mail that bounced',
        to: '/thu?state=bounced',
      },
      {
        name: 'mail.givenUp',
        urgency: 'now',
        vi: 'Thư không gửi được',
        en: 'Mail that could not be sent',
        to: '/thu?state=givenUp',
      },
    ],
    rows[0],
  )
}
