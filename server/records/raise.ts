/** Raises the level of a sealed document after its seal: evidence, and an archive time stamp over all of it. */

import { systemActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { getBlob } from '../platform/blobs.ts'
import type { Config } from '../platform/config.ts'
import { within } from '../platform/db.ts'
import type { JobContext, JobHandlers } from '../platform/jobs.ts'
import { keepFile, PDF } from '../platform/official-document/kept.ts'
import { type Asking, openAsking } from '../platform/signature/ask.ts'
import { readCertificate } from '../platform/signature/certificate.ts'
import type { Trust } from '../platform/signature/chain.ts'
import { wantingOf } from '../platform/signature/file-wanted.ts'
import { gather } from '../platform/signature/gather.ts'
import { finishPdf, judgePdf, prepareDocumentTimeStamp, withEvidence } from '../platform/signature/pades.ts'
import { sampleAnchors } from '../platform/signature-settings.ts'
import type { RecordsDb } from './db.ts'
import { about } from './draft.ts'
import { findRow, lockRow } from './store.ts'

export const RAISE_JOB = 'records.raise'
/** With the pauses of the queue, a time-stamp authority may be away for some days. */
export const RAISE_ATTEMPTS = 12
const RAISER = systemActor('nâng mức chữ ký')

const askings = new WeakMap<Config, Asking>()

/** Whom the installation asks for time stamps and revocation. One for each process: it keeps lists and rests. */
export function askingOf(config: Config): Asking {
  const known = askings.get(config)
  if (known) return known
  const { timeStampUrls, privateHosts } = config.signature
  const asking = openAsking({ timeStampUrls, privateHosts })
  askings.set(config, asking)
  return asking
}

/** The certificates that chains must end in, as DER: those of the installation, and of the authority of the sample where there is one. */
export const anchorsOf = ({ signature, dataDir }: Config): Uint8Array[] => [
  ...signature.anchors,
  ...sampleAnchors(dataDir),
]

/** Whom the installation trusts, now; beside them the authority of the sample, where there is one. */
export const trustOf = (config: Config, now: Temporal.Instant): Trust => ({
  anchors: anchorsOf(config).map((der) => readCertificate(der)),
  evidence: { certificates: [], crls: [], ocsps: [] },
  now: new Date(now.epochMilliseconds),
})

/**
 * Adds what proves the signatures of one document later. Throws while the time-stamp authority does not answer, so that the queue
 * tries again: until then the document has the level it was signed with.
 */
async function raise(
  { outgoingId }: { outgoingId: number },
  { db, blobs, clock, config }: Pick<JobContext, 'db' | 'blobs' | 'clock' | 'config'>,
): Promise<void> {
  if (config.signature.timeStampUrls.length === 0) return
  await raiseBy(askingOf(config), outgoingId, { db, blobs, clock, config })
}

/** The same by whoever is asked: also for documents of the sample, whose authority answers nobody later. */
export async function raiseBy(
  asking: Asking,
  outgoingId: number,
  { db, blobs, clock, config }: Pick<JobContext, 'db' | 'blobs' | 'clock' | 'config'>,
): Promise<void> {
  const row = await findRow(db, 'records.outgoing', outgoingId)
  if (!row || row.signature_level === null || row.signature_level === 'B-LTA' || row.sealed_at === null) return
  const before = row.pdf_sha256!
  const { bytes } = await getBlob(db, blobs, before.toString('hex'))
  const trust = trustOf(config, clock.now())
  const { evidence } = await gather(asking, wantingOf({ bytes }), trust)
  const prepared = await prepareDocumentTimeStamp(await withEvidence(bytes, evidence))
  const { token, missing } = await asking.stamp(prepared.contentHash)
  if (token === null) throw new Error(`no time stamp for document ${outgoingId}: ${missing.message}`)
  const pdf = finishPdf(prepared, token)
  const [first] = (await judgePdf(pdf, trust)).filter(({ kind }) => kind === 'signature')
  const level = first?.level ?? 'B-B'
  const now = clock.now()
  await db.transaction().execute(async (anyTrx) => {
    const trx = within<RecordsDb>(anyTrx)
    const locked = await lockRow(trx, 'records.outgoing', outgoingId)
    // Changed meanwhile: the next job begins from what it is now.
    if (!locked?.pdf_sha256?.equals(before)) return
    const kept = await keepFile(trx, blobs, pdf, PDF)
    // The version stays: nobody's page is out of date by it, and the clerk who seals issues in the next second.
    await trx
      .updateTable('records.outgoing')
      .set({ signature_level: level, pdf_sha256: kept })
      .where('outgoing_id', '=', outgoingId)
      .execute()
    await trx
      .insertInto('records.signing')
      .values({
        outgoing_id: outgoingId,
        what: 'raise',
        level,
        pdf_sha256: kept,
        at: now.toString(),
        by_name: RAISER.name,
      })
      .execute()
    await record(trx, RAISER, 'outgoing.raised', { subject: about(outgoingId), at: now.toString(), after: { level } })
  })
}

export const raiseHandlers: JobHandlers = {
  [RAISE_JOB]: (payload, context) => raise(payload as { outgoingId: number }, context),
}
