import { sql } from 'kysely'
import { type KnownActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { nextDocumentNumber } from '../registry/index.ts'
import { incomingToChange } from './access.ts'
import type { LookDeps } from './case-check.ts'
import type { RecordsDb } from './db.ts'
import { type FileBeside, keepLooks, lookAt } from './file-checks.ts'
import { described } from './incoming-describe.ts'
import { duplicatesOf } from './incoming-duplicates.ts'
import { isReviewable, openReviewOf } from './incoming-review.ts'
import type { RegisterIncoming } from './incoming-shapes.ts'
import { type IncomingState, moveIncoming } from './incoming-state.ts'
import { about } from './incoming-store.ts'
import { filesOfIncoming, lastCheck } from './last-check.ts'
import { changeRow, findRow } from './store.ts'

type Trx = Transaction<RecordsDb>

/**
 * The clerk's check and the number of the book in one step: authentic, addressed to this body, described, and no document that came
 * before. The number is that of the day of registering in Viet Nam, without gap in its year. A directive opens its review where
 * the clerk may; else those who may are told.
 */
export async function registerIncoming(
  trx: Trx,
  ask: Ask<number, KnownActor>,
  { description, isAuthentic, isAddressedHere, words, isAnother = false }: RegisterIncoming,
  deps: LookDeps,
): Promise<{ version: number; number: string; directiveId: number | null }> {
  const { actor, now, id } = ask
  const row = await incomingToChange(trx, ask, 'records.register')
  const state = moveIncoming(row.state as IncomingState, 'register')
  if (!isAuthentic)
    throw wrong(
      'isAuthentic',
      'incoming.not_authentic',
      'Văn bản không xác thực thì không vào sổ. Hãy trả lại nơi gửi.',
    )
  if (!isAddressedHere)
    throw wrong('isAddressedHere', 'incoming.misaddressed', 'Văn bản gửi nhầm thì không vào sổ. Hãy trả lại nơi gửi.')
  if (description === undefined && row.described_at === null)
    throw wrong(
      'description',
      'incoming.not_described',
      'Hãy xác nhận nơi gửi, số ký hiệu, trích yếu của văn bản trước khi vào sổ.',
    )
  const set = description === undefined ? {} : await described(trx, ask, row, description, 'description.')
  const whole = { ...row, ...set }
  await lookAtUnseen(trx, ask, deps)
  if ((await worstCheck(trx, id)) === 'invalid' && !words?.trim())
    throw wrong(
      'words',
      'incoming.invalid_signature',
      'Chữ ký số của văn bản không hợp lệ. Hãy trả lại nơi gửi, hoặc ghi rõ vì sao vẫn vào sổ.',
    )
  // Of two clerks who register the same document at once, the second finds it in the book.
  await sql`select pg_advisory_xact_lock(hashtextextended('records.register', ${row.agency_id}))`.execute(trx)
  await demandAnother(trx, ask, whole, isAnother)
  const today = dayInVietnam(now)
  const given = await nextDocumentNumber(
    trx,
    { register: { agencyId: row.agency_id, direction: 'incoming', kind: '*' }, issuedOn: today },
    '',
  )
  const by = signatureOf(actor)
  const version = await changeRow(trx, 'records.incoming', ask, {
    ...set,
    state,
    checked_at: now.toString(),
    checked_by: by,
    is_authentic: true,
    check_words: words?.trim() || null,
    register: given.register,
    year: given.year,
    number: given.number,
    number_written: given.notation,
    registered_at: now.toString(),
    registered_by: by,
  })
  await record(trx, actor, 'incoming.registered', {
    subject: about(id),
    at: now.toString(),
    before: { state: row.state },
    after: { state, number: given.notation, year: given.year },
    detail: words?.trim() ? { reason: words.trim() } : undefined,
  })
  const opens = isReviewable(whole) && hasRight(actor, 'directive.review')
  if (!opens) return { version, number: given.notation, directiveId: null }
  const directiveId = await openReviewOf(trx, ask, deps.blobs)
  const { version: after } = (await findRow(trx, 'records.incoming', id))!
  return { version: after, number: given.notation, directiveId }
}

/** Looks at the signatures now where the job that does so has not come to it: nothing is registered on what nobody looked at. */
async function lookAtUnseen(trx: Trx, { id, now }: Ask, { blobs, config }: LookDeps): Promise<void> {
  const { rows } = await sql<FileBeside & { isSeen: boolean }>`
    select f.name, encode(f.sha256, 'hex') as sha256, c.state is not null as "isSeen" from records.incoming_file f
    left join ${lastCheck(sql`f.sha256`, filesOfIncoming(sql`f.incoming_id`))} c on true
    where f.incoming_id = ${id} order by f.position`.execute(trx)
  if (rows.every(({ isSeen }) => isSeen)) return
  const { looks } = await lookAt({ db: trx, blobs, config, now }, rows)
  await keepLooks(trx, looks, now)
}

/** Of the last look at each file, the worst. */
export async function worstCheck(trx: Trx, incomingId: number): Promise<string | null> {
  const { rows } = await sql<{ state: string }>`
    select c.state from records.incoming_file f
    cross join ${lastCheck(sql`f.sha256`, filesOfIncoming(sql`f.incoming_id`))} c where f.incoming_id = ${incomingId}`.execute(
    trx,
  )
  return ['invalid', 'unverifiable', 'valid', 'unsigned'].find((one) => rows.some(({ state }) => state === one)) ?? null
}

/** Throws a conflict with the documents that came before, unless the clerk has said that this is another. */
async function demandAnother(
  trx: Trx,
  { id }: Ask,
  row: {
    agency_id: number
    sender_id: number | null
    sender_name: string | null
    notation: string | null
    issued_on: string | null
  },
  isAnother: boolean,
): Promise<void> {
  if (isAnother) return
  const found = await duplicatesOf(
    trx,
    { id, agencyId: row.agency_id },
    {
      senderId: row.sender_id,
      senderName: row.sender_name,
      notation: row.notation,
      issuedOn: row.issued_on,
      // A similar subject keeps no document out of the book.
      about: null,
    },
  )
  const before = found.filter(({ number }) => number !== null)
  if (before.length === 0) return
  throw new Conflict(
    'incoming.came_before',
    `Văn bản này đã vào sổ: số đến ${before.map(({ number }) => number).join(', ')}. Hãy chọn “cùng một văn bản”, hoặc xác nhận đây là văn bản khác.`,
    { extra: { duplicates: before.map(({ id: other, number }) => ({ id: other, number })) } },
  )
}
