/** Signatures for tests: made, stamped, and judged against the sample authority. */
import { hash, randomBytes } from 'node:crypto'
import type { Authority, Issued, Revoked } from './authority.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { type Evidence, NO_EVIDENCE, type Trust } from './chain.ts'
import { finishCms, judgeCms, prepareCms, signatureValueOf, withTimeStamp } from './cms.ts'
import { hashOf } from './signer.ts'
import { timeStampRequest, tokenOf } from './time-stamp.ts'
import type { SignatureVerdict } from './verdict.ts'

export const CONTENT = Buffer.from('Công văn MẪU số 12/CV-MẪU\n')
export const SIGNED_AT = new Date('2026-11-20T03:00:00Z')
export const STAMPED_AT = new Date('2026-11-20T03:00:05Z')
export const NOW = new Date('2026-12-01T00:00:00Z')

export async function signed(who: Issued, content: Uint8Array = CONTENT, claimedAt: Date | undefined = SIGNED_AT) {
  const { chain, algorithm, signingKey } = who
  const prepared = prepareCms({ contentHash: hash(hashOf(algorithm), content, 'buffer'), chain, algorithm, claimedAt })
  const [signature] = await signingKey.sign([prepared.hash])
  return finishCms(prepared, signature!)
}

/** A token of these bytes, as an authority answers. */
export function tokenFor(authority: Authority, bytes: Uint8Array, at: Date, by?: Issued): Uint8Array {
  const asked = { hash: hash('sha256', bytes, 'buffer'), nonce: randomBytes(8) }
  return tokenOf(authority.timeStamp(timeStampRequest(asked.hash, asked.nonce), at, by), asked)
}

export const stamped = (authority: Authority, cms: Uint8Array, at = STAMPED_AT, by?: Issued): Uint8Array =>
  withTimeStamp(cms, tokenFor(authority, signatureValueOf(cms), at, by))

/** Lists of both authorities. */
export const listsOf = (authority: Authority, at: Date, revoked: readonly Revoked[] = []): Evidence => ({
  ...NO_EVIDENCE,
  crls: [authority.crl({ at, revoked }), authority.crl({ at, by: 'root' })],
})

export const anchorsOf = (authority: Authority): Certificate[] => [readCertificate(authority.root.certificate)]

export const trustIn = (authority: Authority, evidence: Evidence = NO_EVIDENCE, now = NOW): Trust => ({
  anchors: anchorsOf(authority),
  evidence,
  now,
})

export const judge = (cms: Uint8Array, trust: Trust, content: Uint8Array = CONTENT): SignatureVerdict =>
  judgeCms(cms, (algorithm) => hash(algorithm, content, 'buffer'), trust)

/** What was found, by weight and code, without the notes and warnings unless asked. */
export const found = (
  verdict: { findings: SignatureVerdict['findings'] },
  weights: readonly string[] = ['error', 'doubt'],
): string[] => verdict.findings.filter(({ weight }) => weights.includes(weight)).map(({ code }) => code)
