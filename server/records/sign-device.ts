/** Signing with a device of the signer's own machine, in two requests: the hash goes out, the signature comes back. */
import { createHash, randomBytes } from 'node:crypto'
import type { KnownActor } from '../platform/actor.ts'
import type { Ask } from '../platform/change.ts'
import { type Db, type Transaction, toJson } from '../platform/db.ts'
import { Conflict, wrong } from '../platform/errors.ts'
import type { PreparedCms } from '../platform/signature/cms.ts'
import type { SignatureAlgorithm } from '../platform/signature/signer.ts'
import { outgoingToRead } from './access.ts'
import type { RecordsDb } from './db.ts'
import { seal } from './issue.ts'
import type { FinishOnDevice, PreparedOnDevice } from './outgoing-shapes.ts'
import { type SignDeps, signOutgoing } from './sign.ts'
import { type OnDevice, SetAside } from './sign-file.ts'

/** Long enough to find the token and type its PIN; the signed page says when it was prepared. */
const MINUTES = 10

type What = 'person' | 'agency'
interface KeptStep {
  hash: string
  signedAttributes: string
  chain: string[]
  algorithm: SignatureAlgorithm
  contentHash: string
  byteRange: [number, number, number, number]
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const bytesOf = (base64: string) => Buffer.from(base64, 'base64')

const act = async (
  what: What,
  trx: Transaction<RecordsDb>,
  ask: Ask<number, KnownActor>,
  deps: SignDeps,
): Promise<{ version: number; notation?: string }> =>
  what === 'person' ? signOutgoing(trx, ask, {}, deps) : { version: await seal(trx, ask, {}, deps) }

/**
 * Does all that signing (or sealing) does, and undoes it but for the page that is to be signed: no number is taken. Returns the hash
 * for the device, and a token for the second request that lasts some minutes and is kept as its hash alone.
 */
export async function prepareOnDevice(
  db: Db,
  ask: Ask<number, KnownActor>,
  what: What,
  deps: SignDeps,
): Promise<PreparedOnDevice> {
  const { actor, id, now } = ask
  const { identityId, page, pdf, cms } = await setAside(() =>
    db.transaction().execute((trx) => act(what, trx, ask, { ...deps, device: { step: 'prepare' } })),
  )
  const token = randomBytes(32).toString('base64url')
  const expiresAt = now.add({ minutes: MINUTES }).toString()
  const { contentHash, byteRange } = pdf
  const step: KeptStep = {
    hash: text(cms.hash),
    signedAttributes: text(cms.signedAttributes),
    chain: cms.chain.map(text),
    algorithm: cms.algorithm,
    contentHash: text(contentHash),
    byteRange: [...byteRange],
  }
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('records.prepared_signing').where('expires_at', '<', now.toString()).execute()
    const values = {
      token_sha256: hashOf(token),
      version: ask.version,
      page,
      signing_identity_id: identityId,
      prepared: toJson(step),
      pdf: Buffer.from(pdf.bytes),
      expires_at: expiresAt,
    }
    await trx
      .insertInto('records.prepared_signing')
      .values({ outgoing_id: id, person_id: actor.personId!, what, ...values })
      .onConflict((conflict) => conflict.constraint('prepared_signing_once').doUpdateSet(values))
      .execute()
  })
  const { algorithm, chain, hash, signedAttributes } = step
  return { token, expiresAt, algorithm, hash, signedAttributes, certificate: chain[0]! }
}

/** What an act set aside for the device; everything else it did is undone. */
async function setAside(prepare: () => Promise<unknown>): Promise<SetAside> {
  try {
    await prepare()
  } catch (error) {
    if (error instanceof SetAside) return error
    throw error
  }
  throw new Error('the act was to be prepared, and was done')
}

/**
 * Finishes what was prepared, under the lock and with every check of the act again. Throws a conflict if it was prepared too long
 * ago, by somebody else, of another version or page (its number went to another document), or if the signature does not fit.
 */
export async function finishOnDevice(
  trx: Transaction<RecordsDb>,
  ask: Ask<number, KnownActor>,
  what: What,
  { token, signature, certificate }: FinishOnDevice,
  deps: SignDeps,
): Promise<{ version: number; notation?: string }> {
  await outgoingToRead(trx, ask.actor, ask.id)
  const row = await trx
    .selectFrom('records.prepared_signing')
    .selectAll()
    .where('token_sha256', '=', hashOf(token))
    .where('outgoing_id', '=', ask.id)
    .where('person_id', '=', ask.actor.personId ?? 0)
    .where('what', '=', what)
    .forUpdate()
    .executeTakeFirst()
  if (!row)
    throw new Conflict(
      'signing.prepared_unknown',
      'Không còn lần chuẩn bị ký này: đã ký xong, hoặc đã chuẩn bị lại. Hãy tải lại trang rồi ký lại.',
    )
  if (Temporal.Instant.compare(Temporal.Instant.from(row.expires_at), ask.now) < 0)
    throw new Conflict(
      'signing.prepared_old',
      `Đã quá ${MINUTES} phút từ khi chuẩn bị ký nên không dùng được nữa. Hãy ký lại từ đầu.`,
    )
  if (row.version !== ask.version)
    throw new Conflict(
      'signing.prepared_other',
      'Văn bản đã thay đổi sau khi chuẩn bị ký. Hãy xem lại văn bản rồi ký lại từ đầu.',
    )
  const step = row.prepared as unknown as KeptStep
  if (!bytesOf(certificate).equals(bytesOf(step.chain[0]!)))
    throw wrong(
      'certificate',
      'signing.other_certificate',
      'Chứng thư của thiết bị không phải là chứng thư đã đăng ký. Hãy cắm đúng thiết bị, hoặc đăng ký chứng thư mới.',
    )
  const cms: PreparedCms = {
    hash: bytesOf(step.hash),
    signedAttributes: bytesOf(step.signedAttributes),
    chain: step.chain.map(bytesOf),
    algorithm: step.algorithm,
  }
  const device: OnDevice = {
    step: 'finish',
    identityId: row.signing_identity_id,
    page: row.page,
    pdf: { bytes: row.pdf, contentHash: bytesOf(step.contentHash), byteRange: step.byteRange },
    cms,
    signature: bytesOf(signature),
  }
  const done = await act(what, trx, ask, { ...deps, device })
  await trx.deleteFrom('records.prepared_signing').where('token_sha256', '=', row.token_sha256).execute()
  return done
}
