/** Looks at the signatures of files that lie beside each other, and keeps what is found beside the earlier looks. */
import { type Blobs, getBlob } from '../platform/blobs.ts'
import type { Config } from '../platform/config.ts'
import { type AnyHandle, type AnyTransaction, toJson, within } from '../platform/db.ts'
import { Problem } from '../platform/errors.ts'
import { pairsOf } from '../platform/signature/beside.ts'
import type { Evidence } from '../platform/signature/chain.ts'
import { type FileVerdict, verdictOf } from '../platform/signature/file-verdict.ts'
import type { RecordsDb } from './db.ts'
import { checkSignatures } from './file-check.ts'
import { inWords } from './verdict-shapes.ts'

export interface FileBeside {
  name: string
  /** 64 hexadecimal digits. */
  sha256: string
}
/** What was found of a file, judged together with those beside it. */
export interface Look {
  sha256: string
  beside: readonly string[]
  verdict: FileVerdict
}
export interface CheckDeps {
  db: AnyHandle
  blobs: Blobs
  config: Config
  now: Temporal.Instant
}

/**
 * Judges each file with the signatures that lie beside it, matched by name, and each of these signatures with its file. Files whose
 * bytes are gone are left out. `fetched` is what others were asked for. The bytes are never changed.
 */
export async function lookAt(
  deps: CheckDeps,
  files: readonly FileBeside[],
): Promise<{ looks: Look[]; fetched: Evidence[] }> {
  const pairs = pairsOf(files.map(({ name }) => name))
  const looks: Look[] = []
  const fetched: Evidence[] = []
  for (const [place, file] of files.entries()) {
    if (pairs.get(place) != null) continue
    const bytes = await bytesOf(deps, file)
    if (bytes === null) continue
    const beside: (FileBeside & { bytes: Uint8Array })[] = []
    for (const [signature, of] of pairs) {
      const own = files[signature]!
      const held = of === place ? await bytesOf(deps, own) : null
      if (held !== null) beside.push({ ...own, bytes: held })
    }
    const { verdict, ...checked } = await checkSignatures({ bytes, name: file.name, beside }, deps)
    fetched.push(checked.fetched)
    looks.push({ sha256: file.sha256, beside: beside.map((each) => each.sha256), verdict })
    for (const { sha256, name } of beside)
      looks.push({ sha256, beside: [file.sha256], verdict: partOf(verdict, name, file.name) })
  }
  return { looks, fetched }
}

/** What was found of the signatures in one file beside another, as that file's own verdict. */
function partOf({ signatures }: FileVerdict, name: string, of: string): FileVerdict {
  const own = signatures.filter(({ lies }) => lies === name)
  return verdictOf(
    own.map((each) => ({ ...each, lies: null, covers: [of] })),
    [],
    null,
  )
}

async function bytesOf({ db, blobs }: CheckDeps, { sha256 }: FileBeside): Promise<Uint8Array | null> {
  try {
    return (await getBlob(db, blobs, sha256)).bytes
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

export async function keepLooks(anyTrx: AnyTransaction, looks: readonly Look[], now: Temporal.Instant): Promise<void> {
  if (looks.length === 0) return
  await within<RecordsDb>(anyTrx)
    .insertInto('records.signature_check')
    .values(
      looks.map(({ sha256, beside, verdict }) => ({
        sha256: Buffer.from(sha256, 'hex'),
        with_sha256: [...new Set(beside)].sort().map((each) => Buffer.from(each, 'hex')),
        checked_at: now.toString(),
        state: verdict.state,
        verdicts: toJson(inWords(verdict)),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
