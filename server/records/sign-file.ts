/** Puts an electronic signature on a file, with the key that a person or a body has here. */
import { signatureOf } from '../platform/actor.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Config } from '../platform/config.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import { finishCms, type PreparedCms, prepareCms } from '../platform/signature/cms.ts'
import { sentenceOf } from '../platform/signature/file-verdict.ts'
import { demandFits, demandInTime } from '../platform/signature/key-chain.ts'
import type { CopyForm, Mark, SignatureBlock } from '../platform/signature/marks.ts'
import { finishPdf, type PreparedPdf, preparePdf, roomFor } from '../platform/signature/pades.ts'
import { findBlock } from '../platform/signature/page-text.ts'
import { PdfError } from '../platform/signature/pdf-objects.ts'
import { pictureOf } from '../platform/signature/picture.ts'
import type { SignatureLevel } from '../platform/signature/verdict.ts'
import { KEY_WORDS, KeyRefused } from '../platform/signature/words-keys.ts'
import { findSigningIdentity, lapsedOn, type SigningIdentityFound, signingKeyOf } from '../registry/index.ts'
import type { RecordsDb } from './db.ts'

type Trx = Transaction<RecordsDb>

/** In whose name a file is signed. `name` is the signer's as printed: the mark stands between office and name. */
export type Signing = { name: string; pin?: string } & (
  | { what: 'person'; personId: number }
  | { what: 'agency'; agencyId: number; agency: string }
  | { what: 'copy'; agencyId: number; agency: string; form: CopyForm }
)

export interface SignedFile {
  pdf: Uint8Array
  /** Null: there is no key here, and the file carries no electronic signature of it. */
  level: SignatureLevel | null
  /** Why there is no signature, though there is a key. */
  note: string | null
  identityId: number | null
}

/** What a device of the signer's own machine signs; as `SetAside` while it is prepared, and with its signature to be finished. */
export interface PreparedFile {
  identityId: number
  /** What stands on the page: another page is not finished. */
  page: string
  pdf: PreparedPdf
  cms: PreparedCms
}
export type OnDevice = { step: 'prepare' } | ({ step: 'finish'; signature: Uint8Array } & PreparedFile)

/** Ends an act that was to be prepared only, so that its transaction undoes everything. */
export class SetAside extends Error implements PreparedFile {
  readonly identityId: number
  readonly page: string
  readonly pdf: PreparedPdf
  readonly cms: PreparedCms
  constructor({ identityId, page, pdf, cms }: PreparedFile) {
    super('prepared for a device')
    this.identityId = identityId
    this.page = page
    this.pdf = pdf
    this.cms = cms
  }
}

/** Of the seal of a body, in millimetres: configured as data once bodies have seals of other sizes. */
const SEAL_MM = 36

/**
 * Signs a PDF at level B-B, with the mark of a person or of a body at its signature block. Nobody outside is asked here, because a
 * register waits: time stamp and evidence follow by a job (`raise.ts`). Without a key, or with one on the holder's own device and
 * without `device`, the file stays as it is.
 * @param page what stands on the page, for a device that answers later
 * @throws SetAside where it is prepared for a device; Conflict `signing.refused` if the key does not sign: expired, locked, PIN wrong, provider not there
 */
export async function signAs(
  trx: Trx,
  { blobs, config, now, device }: { blobs: Blobs; config: Config; now: Temporal.Instant; device?: OnDevice },
  pdf: Uint8Array,
  signing: Signing,
  page = '',
): Promise<SignedFile> {
  const owner = signing.what === 'person' ? { personId: signing.personId } : { agencyId: signing.agencyId }
  const identity = await findSigningIdentity(trx, owner, dayInVietnam(now))
  const none = { pdf, level: null, identityId: null }
  if (identity === undefined) {
    const lastOn = await lapsedOn(trx, owner, dayInVietnam(now))
    if (lastOn === null && device !== undefined) throw notOnDevice()
    if (lastOn === null) return { ...none, note: null }
    throw new Conflict(
      'signing.lapsed',
      `Chứng thư số để ký đã hết hạn ngày ${formatDay(lastOn)}. Hãy thêm chứng thư mới; nếu không ký số nữa thì kết thúc chứng thư cũ.`,
    )
  }
  if (device !== undefined && identity.kind !== 'device') throw notOnDevice()
  if (device === undefined && identity.kind === 'device') return { ...none, note: 'Khóa trên thiết bị của người ký' }
  if (identity.asksPin && signing.pin === undefined)
    throw wrong('pin', 'signing.pin_missing', 'Chứng thư này yêu cầu mã PIN mỗi lần ký. Hãy nhập mã PIN.')
  const picture = identity.picture === null ? null : pictureOf((await getBlob(trx, blobs, identity.picture)).bytes)
  const signedAt = new Date(now.epochMilliseconds)
  try {
    if (device?.step === 'finish') return finished(device, identity, { page, now })
    const mark =
      signing.what === 'copy'
        ? ({ kind: 'copy', form: signing.form, agency: signing.agency } as const)
        : picture === null
          ? null
          : markOf(signing, picture, findBlock(pdf, signing.name))
    if (device !== undefined) {
      const { chain, algorithm } = identity
      demandInTime(chain, signedAt)
      const prepared = await preparePdf(pdf, { mark, signedAt, algorithm, name: signing.name, room: roomFor(chain) })
      const cms = prepareCms({ contentHash: prepared.contentHash, chain, algorithm })
      throw new SetAside({ identityId: identity.id, page, pdf: prepared, cms })
    }
    const key = await signingKeyOf(trx, config, identity.id, {
      now,
      ...(signing.pin === undefined ? {} : { pin: signing.pin }),
    })
    try {
      const { chain, algorithm } = key
      const prepared = await preparePdf(pdf, { mark, signedAt, algorithm, name: signing.name, room: roomFor(chain) })
      const cms = prepareCms({ contentHash: prepared.contentHash, chain, algorithm })
      const [signature] = await key.sign([cms.hash])
      return {
        pdf: finishPdf(prepared, finishCms(cms, signature!)),
        level: 'B-B',
        note: null,
        identityId: identity.id,
      }
    } finally {
      await key.close?.()
    }
  } catch (cause) {
    throw new Conflict('signing.refused', `Chưa ký số được. ${whyNot(cause)}`, { cause })
  }
}

const notOnDevice = () =>
  new Conflict(
    'signing.not_on_device',
    'Chứng thư đang dùng không nằm trên thiết bị của người ký. Hãy ký theo cách thường, hoặc đăng ký chứng thư của thiết bị.',
  )

/** The page as it was prepared, with the signature of the device: never another page, nor another key. */
function finished(
  device: Extract<OnDevice, { step: 'finish' }>,
  { id, chain }: SigningIdentityFound,
  { page, now }: { page: string; now: Temporal.Instant },
): SignedFile {
  if (device.identityId !== id || device.page !== page)
    throw new Conflict(
      'signing.prepared_other',
      'Số, ngày hoặc người ký trên văn bản đã khác so với lúc chuẩn bị ký. Hãy xem lại văn bản rồi ký lại từ đầu.',
    )
  demandInTime(chain, new Date(now.epochMilliseconds))
  demandFits(device.cms, device.signature)
  const pdf = finishPdf(device.pdf, finishCms(device.cms, device.signature))
  return { pdf, level: 'B-B', note: null, identityId: id }
}

/** The sentence for the signer; throws again what is no refusal. */
function whyNot(cause: unknown): string {
  if (cause instanceof KeyRefused) return KEY_WORDS[cause.reason].vi
  if (cause instanceof PdfError) return sentenceOf({ code: cause.code, weight: 'error', params: cause.params }, 'vi')
  throw cause
}

function markOf(
  signing: Exclude<Signing, { what: 'copy' }>,
  picture: ReturnType<typeof pictureOf>,
  at: SignatureBlock,
): Mark {
  if (signing.what === 'person') return { kind: 'person', picture, at }
  return { kind: 'agency', picture, widthMm: SEAL_MM, agency: signing.agency, at }
}

/** Notes what was added to a file. */
export async function keepSigning(
  trx: Trx,
  { actor, id, now }: Pick<Ask, 'actor' | 'id' | 'now'>,
  what: Exclude<Signing['what'], 'copy'>,
  { level, note, identityId }: SignedFile,
  pdf: Buffer,
): Promise<void> {
  await trx
    .insertInto('records.signing')
    .values({
      outgoing_id: id,
      what,
      person_id: actor.personId,
      signing_identity_id: identityId,
      level,
      level_note: note,
      pdf_sha256: pdf,
      at: now.toString(),
      by_name: signatureOf(actor),
    })
    .execute()
}
