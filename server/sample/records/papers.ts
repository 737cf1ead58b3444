/** Documents of the last weeks, through the acts of people: drafts, routes, signatures by keys, seals. */
import type { KnownActor } from '../../platform/actor.ts'
import { VIETNAM } from '../../platform/calendar.ts'
import type { Database, Transaction } from '../../platform/db.ts'
import type { Deps } from '../../platform/room.ts'
import { agree, editDraft, issue, makeDraft, seal, sendBack, sendDraft, signOutgoing } from '../../records/index.ts'
import { type Random, randomFrom } from '../random.ts'
import type { Year } from './incoming.ts'
import type { Body } from './office.ts'
import { contentOf, recipientsOf, textOf } from './outgoing.ts'

type Trx = Transaction<Database>

/** How far each of the last documents has come, the latest last. */
const LAST = ['drafted', 'returned', 'inReview', 'forSignature', 'signed', 'sealed'] as const
type Stage = 'issued' | (typeof LAST)[number]

/** A document that carries signatures, to be raised at the hour after its seal. */
export interface SignedPaper {
  id: number
  sealedAt: Temporal.Instant
}

/**
 * `issued` documents issued in the last weeks, and of the whole sample one at each stage before that. Each second one had an opinion before the head of
 * the office, the third was returned once. Returns those that were sealed.
 */
export async function writePapers(
  trx: Trx,
  deps: Deps,
  body: Body,
  { year, issued, isWhole }: { year: Year; issued: number; isWhole: boolean },
): Promise<SignedPaper[]> {
  const random = randomFrom(body.seed + 2)
  const stages: Stage[] = [
    ...Array.from({ length: issued }, () => 'issued' as const),
    ...(isWhole ? LAST.toReversed() : []),
  ]
  const papers: SignedPaper[] = []
  for (const [place, stage] of stages.entries()) {
    const ago = stages.length - place
    const day = year.calendar.addWorkingDays(year.to, -ago)
    const before = year.calendar.addWorkingDays(day, -2)
    if (before < year.from) continue
    const paper = await write(trx, deps, { body, random, year, day, before, stage, isReturnedOnce: place % 3 === 2 })
    if (paper) papers.push(paper)
  }
  return papers
}

interface Writing {
  body: Body
  random: Random
  year: Year
  /** On which it is signed; drafted two working days before. */
  day: string
  before: string
  stage: Stage
  isReturnedOnce: boolean
}

const at = (day: string, time: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: VIETNAM, plainTime: time }).toInstant()

async function write(
  trx: Trx,
  deps: Deps,
  { body, random, year, day, before, stage, isReturnedOnce }: Writing,
): Promise<SignedPaper | null> {
  const { drafter, head, leader, clerk } = body
  const { kind, about, paragraphs } = textOf(random, body, Number(day.slice(5, 7)))
  const recipients = recipientsOf(random, body, year)
  const id = await makeDraft(trx, { actor: drafter, now: at(before, '09:00') }, { kind, about })
  const ask = (actor: KnownActor, now: Temporal.Instant, version: number) => ({ actor, id, now, version })
  let version = await editDraft(trx, ask(drafter, at(before, '09:40'), 1), {
    content: contentOf(paragraphs),
    recipients,
    place: body.place,
  })
  if (stage === 'drafted') return null
  const send = async (time: string, words: string) => {
    version = await sendDraft(trx, ask(drafter, at(before, time), version), {
      signerId: leader.personId!,
      steps: stepsOf(body),
      words,
    })
  }
  await send('10:00', 'Kính trình (MẪU).')
  if (stage === 'inReview') return null
  if (isReturnedOnce || stage === 'returned') {
    const [first] = stepsOf(body)
    const checker = first!.personId === head.personId ? head : body.colleague
    version = await sendBack(trx, ask(checker, at(before, '14:00'), version), {
      reason: 'Bổ sung số liệu đến hết tháng, ghi rõ nơi chậm (MẪU).',
    })
    if (stage === 'returned') return null
    version = await editDraft(trx, ask(drafter, at(before, '15:00'), version), {
      content: contentOf([...paragraphs.slice(0, -1), 'Số liệu chi tiết theo phụ lục gửi kèm.', paragraphs.at(-1)!]),
      note: 'Bổ sung số liệu theo ý kiến (MẪU)',
    })
    await send('15:20', 'Đã tiếp thu, kính trình lại (MẪU).')
  }
  for (const { personId } of stepsOf(body)) {
    const checker = personId === head.personId ? head : body.colleague
    version = await agree(trx, ask(checker, at(before, checker === head ? '16:30' : '16:00'), version), {
      words: 'Nhất trí với dự thảo (MẪU).',
    })
  }
  if (stage === 'forSignature') return null
  version = (await signOutgoing(trx, ask(leader, at(day, '09:30'), version), {}, deps)).version
  if (stage === 'signed') return null
  const sealedAt = at(day, '10:00')
  version = await seal(trx, ask(clerk, sealedAt, version), {}, deps)
  if (stage === 'issued') await issue(trx, ask(clerk, at(day, '10:10'), version))
  return { id, sealedAt }
}

/** An opinion first, where there is somebody besides the drafter. */
const stepsOf = ({ colleague, drafter, head }: Body) => [
  ...(colleague.personId === drafter.personId
    ? []
    : [{ position: 1, kind: 'opinion' as const, personId: colleague.personId! }]),
  { position: 2, kind: 'initial' as const, personId: head.personId! },
]
