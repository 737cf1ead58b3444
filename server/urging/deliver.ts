import { dayInVietnam, formatDay, formatNumber } from '../platform/calendar.ts'
import type { Config } from '../platform/config.ts'
import type { Transaction } from '../platform/db.ts'
import { escaped } from '../platform/digest.ts'
import { announceChanges } from '../platform/live/channel.ts'
import { enqueueMail } from '../platform/mail.ts'
import { followersOf, holdersOf } from '../registry/index.ts'
import { announceTo } from '../webhooks/index.ts'
import type { UrgingDb } from './db.ts'
import type { LetterTask } from './letter-content.ts'
import { type NotifiedAs, peopleOf, type Recipient } from './plan.ts'

interface Issued {
  id: number
  agencyId: number
  agencyName: string
  about: string
  replyBy: string
  notation: string
  issuedOn: string
}

/**
 * Delivers an issued letter to its agency: to every officer and leader by mail and on screen, to its systems by webhook; to
 * the Task Force members who follow it on screen. If the agency has no one to notify, those who follow up are notified that
 * the letter must be sent another way. Each message goes out once: `notice_once`, and the key of the message.
 */
export async function deliverLetter(
  trx: Transaction<UrgingDb>,
  letter: Issued,
  tasks: readonly LetterTask[],
  { now, config }: { now: Temporal.Instant; config: Config },
): Promise<void> {
  const on = dayInVietnam(now)
  const at = now.toString()
  const officers = (await peopleOf(trx, [letter.agencyId], on)).get(letter.agencyId) ?? []
  const isGap = officers.length === 0
  const others: Recipient[] = isGap
    ? (await holdersOf(trx, 'urge.prepare', on)).map((one) => ({ ...one, whom: 'followUp' as const }))
    : (await followersOf(trx, [letter.agencyId], on)).map((one) => ({ ...one, whom: 'taskForce' as const }))
  const common = { on_day: on, letter_id: letter.id, agency_id: letter.agencyId, event: 'letter' as const, made_at: at }
  for (const person of officers) {
    const mailId = await enqueueMail(trx, {
      key: `urging/letter/${letter.id}/${person.personId}`,
      to: { name: person.name, address: person.email },
      ...letterMail(person.name, letter, tasks, config.origin),
      about: { kind: 'letter', id: letter.id },
    })
    await save(trx, {
      ...common,
      recipient: 'person',
      person_id: person.personId,
      whom: person.whom,
      channels: ['inApp', 'email'],
      mail_id: mailId,
    })
  }
  for (const person of others.filter(({ personId }) => !officers.some((one) => one.personId === personId))) {
    await save(trx, {
      ...common,
      recipient: 'person',
      person_id: person.personId,
      whom: person.whom,
      channels: ['inApp'],
      is_gap: isGap,
    })
  }
  await announceChanges(
    trx,
    'notice',
    [...officers, ...others].map(({ personId }) => personId),
  )
  const systems = await announceTo(trx, letter.agencyId, 'letter.issued', {
    id: letter.id,
    notation: letter.notation,
    issuedOn: letter.issuedOn,
    replyBy: letter.replyBy,
    tasks: tasks.map(({ id, code, dueOn, daysLate }) => ({ id, code, dueOn, daysLate })),
  })
  if (systems > 0) await save(trx, { ...common, recipient: 'system', channels: ['webhook'] })
}

async function save(
  trx: Transaction<UrgingDb>,
  row: {
    on_day: string
    letter_id: number
    agency_id: number
    event: 'letter'
    made_at: string
    recipient: 'person' | 'system'
    channels: string[]
    person_id?: number
    whom?: NotifiedAs
    mail_id?: number
    is_gap?: boolean
  },
): Promise<void> {
  await trx
    .insertInto('urging.notice')
    .values(row)
    .onConflict((conflict) => conflict.constraint('notice_once').doNothing())
    .execute()
}

/** The mail about a letter: what it is, what it requests, where to read and answer it. */
function letterMail(name: string, letter: Issued, tasks: readonly LetterTask[], origin: string) {
  const link = `${origin}/don-doc/${letter.id}`
  const late = tasks.filter(({ daysLate }) => daysLate !== null).length
  const what = `Công văn số ${letter.notation} ngày ${formatDay(letter.issuedOn)} V/v ${letter.about}`
  const counted = `${formatNumber(tasks.length)} nhiệm vụ, trong đó ${formatNumber(late)} nhiệm vụ quá hạn`
  const asks = `Hạn trả lời: ${formatDay(letter.replyBy)}.`
  return {
    subject: `Công văn đôn đốc số ${letter.notation} gửi ${letter.agencyName}`,
    text: [
      `Kính gửi ${name},`,
      '',
      `${what}.`,
      `${letter.agencyName}: ${counted}. ${asks}`,
      '',
      `Xem công văn, tải bản PDF, DOCX và ghi trả lời: ${link}`,
      '',
      'Thư do hệ thống Điều Hành gửi; không cần trả lời thư này.',
    ].join('\n'),
    html: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Công văn đôn đốc</title></head>
<body style="font:15px/1.45 Arial,sans-serif;color:#1c2430;max-width:720px;margin:0 auto;padding:16px">
<p>Kính gửi ${escaped(name)},</p><p><strong>${escaped(what)}.</strong></p>
<p>${escaped(letter.agencyName)}: ${escaped(counted)}. ${escaped(asks)}</p>
<p><a href="${escaped(link)}">Xem công văn, tải bản PDF, DOCX và ghi trả lời</a></p>
<p style="color:#555;font-size:13px">Thư do hệ thống Điều Hành gửi; không cần trả lời thư này.</p></body></html>`,
  }
}
