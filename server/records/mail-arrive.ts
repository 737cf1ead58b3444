/** A message becomes a document that arrived: its files as they came, and what it said beside them. */
import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { type AnyHandle, reading, type Transaction, toJson } from '../platform/db.ts'
import { Conflict, Invalid } from '../platform/errors.ts'
import { LARGEST_FILE } from '../platform/http/problem.ts'
import { cleanFileName } from '../platform/upload.ts'
import type { RecordsDb } from './db.ts'
import { addFile, isSignature, type KeptFile, keepFile, keepSignature, MOST_FILES } from './incoming-arrive.ts'
import { about, registerDueAt } from './incoming-store.ts'
import type { MailMessage } from './mail-message.ts'
import { marked } from './store.ts'

const CARRIER = systemActor('thư điện tử đến')
const MAIN = ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']

/** Nothing in it is a document, or it may not come this way: the sender is told so, in words. */
export class Unwelcome extends Error {
  readonly inEnglish: string
  constructor(words: string, inEnglish = 'No file that can be taken.') {
    super(words)
    this.inEnglish = inEnglish
  }
}

/** Whose mail an address takes; undefined: nobody's, or of a body that is no more. */
export async function bodyOfAddress(db: AnyHandle, address: string, on: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select a.agency_id as id from records.mail_address a
    where a.address = ${address.toLowerCase()} and a.ended_at is null
      and exists (select from registry.agency_card c where c.agency_id = a.agency_id and c.valid @> ${on}::date)`.execute(
    reading<RecordsDb>(db),
  )
  return rows[0]?.id
}

/** Whether this body has the message already: a message that is delivered again makes no second document. */
export async function hasMessage(db: AnyHandle, agencyId: number, messageId: string): Promise<boolean> {
  const row = await reading<RecordsDb>(db)
    .selectFrom('records.incoming_mail')
    .select('incoming_id')
    .where('agency_id', '=', agencyId)
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return row !== undefined
}

/** Throws `Unwelcome` for a message without a file that can be taken. Returns the id of the document. */
export async function arriveByMail(
  trx: Transaction<RecordsDb>,
  {
    agencyId,
    address,
    message,
    now,
  }: { agencyId: number; address: string; message: MailMessage; now: Temporal.Instant },
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const { kept, refused } = await filesOf(trx, message, blobs)
  const main = MAIN.map((type) => kept.find(({ mediaType }) => mediaType === type)).find(Boolean) ?? kept.find(isPage)
  if (!main) {
    const why = refused.map(({ name, reason }) => `${name}: ${reason}`).join(' ')
    throw new Unwelcome(`Thư không có tệp văn bản nào nhận được. ${why}`.trim())
  }
  const ask = { actor: CARRIER, now }
  const { incoming_id: id } = await trx
    .insertInto('records.incoming')
    .values({
      agency_id: agencyId,
      arrived_at: now.toString(),
      arrived_by: CARRIER.name,
      way: 'mail',
      register_due_at: await registerDueAt(trx, now, false),
      ...marked(ask),
    })
    .returning('incoming_id')
    .executeTakeFirstOrThrow()
  for (const [place, file] of [main, ...kept.filter((one) => one !== main)].entries())
    await addFile(trx, { ...ask, id }, file, { position: place + 1, isMain: place === 0 })
  await trx
    .insertInto('records.incoming_mail')
    .values({
      incoming_id: id,
      agency_id: agencyId,
      message_id: message.id,
      address: address.toLowerCase(),
      from_address: message.from.address,
      from_name: message.from.name,
      subject: message.subject,
      words: message.words,
      refused: toJson(refused),
    })
    .execute()
  await record(trx, CARRIER, 'incoming.arrived', {
    subject: about(id),
    at: now.toString(),
    after: { way: 'mail', file: main.name, sha256: main.sha256, arrivedAt: now.toString(), from: message.from.address },
  })
  return id
}

/** A signature alone is no document. */
const isPage = ({ mediaType }: KeptFile) => mediaType !== 'application/pkcs7-signature'

async function filesOf(trx: Transaction<RecordsDb>, { files }: MailMessage, blobs: Blobs) {
  const kept: KeptFile[] = []
  const refused: { name: string; reason: string }[] = []
  for (const [place, file] of files.entries()) {
    const name = cleanFileName(file.fileName, `tệp ${place + 1}`)
    if (file.isOfTheText) {
      refused.push({ name, reason: 'Ảnh chèn trong lời thư không được nhận làm tệp văn bản.' })
      continue
    }
    if (file.bytes.length > LARGEST_FILE) {
      refused.push({ name, reason: `Tệp lớn hơn ${LARGEST_FILE / 1024 / 1024} MB.` })
      continue
    }
    if (kept.length >= MOST_FILES) {
      refused.push({ name, reason: `Một văn bản có nhiều nhất ${MOST_FILES} tệp.` })
      continue
    }
    try {
      const one = await (isSignature(file) ? keepSignature : keepFile)(trx, file, blobs)
      if (!kept.some(({ sha256 }) => sha256 === one.sha256)) kept.push(one)
    } catch (error) {
      // It stays so: asked for again, it would come until the sending system gives up.
      if (error instanceof Conflict && error.code === 'blob.purged')
        throw new Unwelcome(error.detail, 'It holds a file that is marked secret.')
      if (!(error instanceof Invalid)) throw error
      refused.push({ name, reason: error.detail })
    }
  }
  return { kept, refused: named(refused) }
}

/** The first of them by name, and how many more there were. */
function named<One extends { name: string; reason: string }>(refused: readonly One[]) {
  const more = refused.length - MOST_FILES
  if (more <= 0) return refused
  return [...refused.slice(0, MOST_FILES), { name: `${more} tệp khác`, reason: 'Không được nhận.' }]
}
