import { Compile } from 'typebox/compile'
import { type Actor, type KnownActor, type SystemActor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type Blobs, putBlob } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { AskToAdd, AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { closed } from '../platform/http/validator.ts'
import { officeFile } from '../platform/office-file.ts'
import { isDetached, isSignatureName } from '../platform/signature/beside.ts'
import { fileFormOf } from '../platform/signature/file-forms.ts'
import { cleanFileName, fileIn, type UploadedFile, type UploadedForm } from '../platform/upload.ts'
import { bodyOf, demand, incomingToChange } from './access.ts'
import type { RecordsDb } from './db.ts'
import { checkLater, readLater } from './file-read.ts'
import { Arrival } from './incoming-shapes.ts'
import { type IncomingState, moveIncoming } from './incoming-state.ts'
import { about, registerDueAt } from './incoming-store.ts'
import { marked } from './store.ts'

type Trx = Transaction<RecordsDb>

export const ACCEPTED = 'PDF, DOCX, XLSX, PNG, JPEG hoặc TIFF'
const REFUSED = {
  macro: 'Tệp có macro không được nhận. Hãy lưu lại dạng không có macro (DOCX, XLSX).',
  archive: 'Tệp nén không được nhận, vì không xem được bên trong có gì. Hãy giải nén và tiếp nhận từng tệp.',
  wrapped:
    'Tệp ký số bọc ngoài văn bản (.p7m) không được nhận, vì không xem được bên trong. Hãy mở gói, rồi tiếp nhận văn bản và thêm chữ ký rời .p7s.',
  other: 'Loại tệp này không phải văn bản.',
} as const
/** A document has its main file and these. */
export const MOST_FILES = 50

/** A paper waits for its scan for weeks, not for years. */
const MOST_HOURS = 366 * 24

const shape = Compile(closed(Arrival))

/** Takes one file in as a document that arrived, to be read, checked and registered. Returns its id. */
export async function arrive(
  trx: Trx,
  ask: AskToMake<KnownActor>,
  form: UploadedForm,
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const { actor, now } = ask
  demand(actor, 'records.register')
  const { way = 'upload', arrivedAt } = arrivalIn(form)
  const file = fileIn(form, 'incoming.no_file', 'Hãy chọn tệp văn bản.')
  const came = instantOf(arrivedAt, now)
  const kept = await keepFile(trx, file, blobs)
  const { incoming_id: id } = await trx
    .insertInto('records.incoming')
    .values({
      agency_id: await bodyOf(trx, actor, dayInVietnam(now)),
      arrived_at: came.toString(),
      arrived_by: signatureOf(actor),
      way,
      register_due_at: await registerDueAt(trx, came, false),
      is_sample: actor.sample,
      ...marked(ask),
    })
    .returning('incoming_id')
    .executeTakeFirstOrThrow()
  await addFile(trx, { ...ask, id }, kept, { position: 1, isMain: true })
  await record(trx, actor, 'incoming.arrived', {
    subject: about(id),
    at: now.toString(),
    after: { way, file: kept.name, sha256: kept.sha256, arrivedAt: came.toString() },
  })
  return id
}

/** Adds an attachment to a document that is not registered yet. Returns the id of the file. */
export async function attach(
  trx: Trx,
  ask: AskToAdd,
  form: UploadedForm,
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const row = await incomingToChange(trx, ask, 'records.register')
  moveIncoming(row.state as IncomingState, 'addFile')
  const file = fileIn(form, 'incoming.no_file', 'Hãy chọn tệp văn bản.')
  const others = await trx
    .selectFrom('records.incoming_file')
    .select(['position', 'sha256', 'name'])
    .where('incoming_id', '=', ask.id)
    .orderBy('position', 'desc')
    .execute()
  if (others.length >= MOST_FILES)
    throw wrong('file', 'incoming.many_files', `Một văn bản có nhiều nhất ${MOST_FILES} tệp.`)
  const kept = await (isSignature(file) ? keepSignature : keepFile)(trx, file, blobs)
  if (others.some(({ sha256 }) => sha256.toString('hex') === kept.sha256))
    throw wrong('file', 'incoming.file_twice', 'Văn bản đã có tệp này.')
  const id = await addFile(trx, ask, kept, { position: (others[0]?.position ?? 0) + 1, isMain: false })
  // Again when its file comes after it.
  if ([kept, ...others].some(({ name }) => isSignatureName(name))) await checkLater(trx, ask.id)
  await record(trx, ask.actor, 'incoming.fileAdded', {
    subject: about(ask.id),
    at: ask.now.toString(),
    after: { file: kept.name, sha256: kept.sha256 },
  })
  return id
}

function arrivalIn({ fields }: UploadedForm): Arrival {
  const input = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''))
  if (shape.Check(input)) return input
  const path = [...shape.Errors(input)][0]?.instancePath.slice(1) || 'way'
  throw wrong(
    path,
    'incoming.arrival_invalid',
    path === 'arrivedAt' ? 'Hãy nhập giờ, ngày văn bản đến.' : 'Hãy chọn cách văn bản đến: tải lên hoặc quét.',
  )
}

/** A paper that is scanned came earlier; nothing comes later than now. */
function instantOf(written: string | undefined, now: Temporal.Instant): Temporal.Instant {
  if (written === undefined) return now
  const at = Temporal.Instant.from(written)
  if (Temporal.Instant.compare(at, now) > 0)
    throw wrong(
      'arrivedAt',
      'incoming.arrives_later',
      'Văn bản không thể đến sau thời điểm này. Hãy sửa giờ, ngày đến.',
    )
  if (Temporal.Instant.compare(at, now.subtract({ hours: MOST_HOURS })) < 0)
    throw wrong(
      'arrivedAt',
      'incoming.arrived_long_ago',
      'Giờ, ngày đến cách hôm nay hơn một năm. Hãy sửa lại; sổ của các năm trước được nhập một lần khi triển khai.',
    )
  return at
}

export interface KeptFile {
  name: string
  mediaType: string
  sha256: string
  size: number
}

/** A signature in a file of its own. One around its content is a wrapping, whose content nobody would read. */
export const isSignature = ({ bytes, fileName }: UploadedFile) =>
  isSignatureName(fileName) && fileFormOf(bytes) === 'cms' && isDetached(bytes)

export async function keepSignature(trx: Trx, { bytes, fileName }: UploadedFile, blobs: Blobs): Promise<KeptFile> {
  const mediaType = 'application/pkcs7-signature'
  const { sha256, size } = await putBlob(trx, blobs, bytes, mediaType)
  return { name: cleanFileName(fileName, 'chu-ky.p7s'), mediaType, sha256, size }
}

/** The job that reads the file searches it for a mark of secrecy too (`file-read.ts`), so it is not searched twice. */
export async function keepFile(trx: Trx, { bytes, fileName }: UploadedFile, blobs: Blobs): Promise<KeptFile> {
  // A signature around a PDF has the head of one near its own.
  const file = fileFormOf(bytes) === 'cms' ? ({ is: 'wrapped' } as const) : officeFile(bytes)
  if (file.is === 'empty')
    throw wrong('file', 'incoming.empty_file', 'Tệp rỗng (0 byte). Hãy kiểm tra lại tệp rồi chọn lại.')
  if (!('mediaType' in file))
    throw wrong(
      'file',
      'incoming.refused_file',
      `${REFUSED[file.is]} Tệp được nhận: ${ACCEPTED}; chữ ký rời .p7s được thêm làm tệp đính kèm.`,
    )
  const { sha256, size } = await putBlob(trx, blobs, bytes, file.mediaType)
  return { name: cleanFileName(fileName, 'van-ban'), mediaType: file.mediaType, sha256, size }
}

export async function addFile(
  trx: Trx,
  { actor, id, now }: Pick<AskToAdd<number, Actor | SystemActor>, 'actor' | 'id' | 'now'>,
  { name, mediaType, sha256, size }: KeptFile,
  { position, isMain }: { position: number; isMain: boolean },
): Promise<number> {
  const { incoming_file_id: fileId } = await trx
    .insertInto('records.incoming_file')
    .values({
      incoming_id: id,
      position,
      is_main: isMain,
      name,
      media_type: mediaType,
      sha256: Buffer.from(sha256, 'hex'),
      size,
      added_at: now.toString(),
      added_by: signatureOf(actor),
    })
    .returning('incoming_file_id')
    .executeTakeFirstOrThrow()
  await readLater(trx, sha256, name)
  return fileId
}
