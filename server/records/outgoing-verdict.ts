import type { Actor, KnownActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import type { AskToAdd } from '../platform/change.ts'
import type { Config } from '../platform/config.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { NotFound } from '../platform/errors.ts'
import { judgeFile } from '../platform/signature/file-verdict.ts'
import { outgoingToRead } from './access.ts'
import type { RecordsDb } from './db.ts'
import { about } from './draft.ts'
import { keepLooks, lookAt } from './file-checks.ts'
import { trustOf } from './raise.ts'
import { type FileVerdictShape, inWords, type VerdictAt } from './verdict-shapes.ts'

interface VerdictDeps {
  blobs: Blobs
  config: Config
}

async function signedFile(db: AnyHandle, actor: Actor, id: number): Promise<Buffer> {
  const { pdf_sha256 } = await outgoingToRead(db, actor, id)
  if (pdf_sha256 === null) throw new NotFound('blob.not_found', 'Không tìm thấy tệp.')
  return pdf_sha256
}

/** What the signatures of a signed document were last found to be; if nobody looked yet, from what the file itself carries, now. */
export async function outgoingVerdict(
  db: AnyHandle,
  actor: Actor,
  id: number,
  { blobs, config, now }: VerdictDeps & { now: Temporal.Instant },
): Promise<VerdictAt> {
  const sha256 = await signedFile(db, actor, id)
  const last = await reading<RecordsDb>(db)
    .selectFrom('records.signature_check')
    .select(['verdicts', 'checked_at'])
    .where('sha256', '=', sha256)
    .orderBy('checked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last) return { ...(last.verdicts as unknown as FileVerdictShape), checkedAt: last.checked_at }
  const { bytes } = await getBlob(db, blobs, sha256.toString('hex'))
  return { ...inWords(await judgeFile({ bytes }, trustOf(config, now))), checkedAt: now.toString() }
}

/** Looks again, asks others for what the file does not carry, and keeps what is found. */
export async function checkOutgoing(
  trx: Transaction<RecordsDb>,
  { actor, id, now }: AskToAdd<number, KnownActor>,
  { blobs, config }: VerdictDeps,
): Promise<VerdictAt> {
  const sha256 = (await signedFile(trx, actor, id)).toString('hex')
  const { looks } = await lookAt({ db: trx, blobs, config, now }, [{ name: 'van-ban.pdf', sha256 }])
  await keepLooks(trx, looks, now)
  await record(trx, actor, 'outgoing.checkedAgain', { subject: about(id), at: now.toString() })
  const [look] = looks
  if (!look) throw new NotFound('blob.not_found', 'Không tìm thấy tệp.')
  return { ...inWords(look.verdict), checkedAt: now.toString() }
}
