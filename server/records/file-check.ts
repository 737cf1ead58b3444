import type { Config } from '../platform/config.ts'
import type { Evidence } from '../platform/signature/chain.ts'
import { type FileToJudge, type FileVerdict, judgeFile } from '../platform/signature/file-verdict.ts'
import { wantingOf } from '../platform/signature/file-wanted.ts'
import { gather } from '../platform/signature/gather.ts'
import { askingOf, trustOf } from './raise.ts'

export interface Checked {
  verdict: FileVerdict
  /** Lists of revoked certificates and answers of responders that the file does not carry. */
  fetched: Evidence
}

/**
 * What the signatures of a file are worth now, those beside it included. Lists of revoked certificates and responders are asked for
 * what the file does not carry; one that does not answer leaves a signature unverifiable. Hostile files end in bounded time and
 * memory.
 */
export async function checkSignatures(
  file: FileToJudge,
  { config, now }: { config: Config; now: Temporal.Instant },
): Promise<Checked> {
  const trust = trustOf(config, now)
  const { evidence: fetched } = await gather(askingOf(config), wantingOf(file), trust)
  return { verdict: await judgeFile(file, { ...trust, fetched }), fetched }
}
