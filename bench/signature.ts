/**
 * The core of electronic signatures against bare `node:crypto`: signing one, and judging ten with stamps, chains and lists.
 * In time of the processor, not of the clock: other work interrupts what takes ten milliseconds, and not what takes one.
 */
import { createPublicKey, hash, sign, verify } from 'node:crypto'
import { type Issued, newAuthority } from '../server/platform/signature/authority.ts'
import { readCertificate } from '../server/platform/signature/certificate.ts'
import type { Trust } from '../server/platform/signature/chain.ts'
import { finishCms, judgeCms, prepareCms, signatureValueOf } from '../server/platform/signature/cms.ts'
import { hashOf, type SignatureAlgorithm } from '../server/platform/signature/signer.ts'
import { timeStampRequest, tokenOf } from '../server/platform/signature/time-stamp.ts'
import type { Ratio } from './measure.ts'

const CONTENT = Buffer.alloc(38_000, 'Công văn MẪU. ')
const AT = new Date('2026-11-20T03:00:00Z')
const NOW = new Date('2026-12-01T00:00:00Z')
const SIGNATURES = 300
const SIGNERS = 10
const SETS = 40
/** Sets before measuring: the compiler of V8 works in the first of them. */
const WARMING = 20
/** How many times longer the core may take than the bare cryptography in it. */
const SIGN_AT_MOST: Readonly<Record<string, number>> = { 'rsa-sha256': 2, 'ecdsa-sha256': 12 }
const JUDGE_AT_MOST = 12

export async function bench(): Promise<Ratio[]> {
  const ratios: Ratio[] = []
  for (const algorithm of ['rsa-sha256', 'ecdsa-sha256'] as const) {
    const authority = newAuthority({ algorithm })
    const person = authority.issue({ name: 'Nguyễn Văn Mẫu', usage: 'person' })
    ratios.push(await signing(person, algorithm))
    ratios.push(...(await judging(authority, person, algorithm)))
  }
  return ratios
}

/** Milliseconds of the processor that some work took, on all threads. */
async function used(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function signing(person: Issued, algorithm: SignatureAlgorithm): Promise<Ratio> {
  const name = hashOf(algorithm)
  const contentHash = hash(name, CONTENT, 'buffer')
  const core = async () => {
    const prepared = prepareCms({ contentHash, chain: person.chain, algorithm, claimedAt: AT })
    const [signature] = await person.signingKey.sign([prepared.hash])
    return finishCms(prepared, signature!)
  }
  const bare = () => sign(name, contentHash, person.key)
  const ours = { slow: 0, fast: 0 }
  // In turns of fifty, so that a change of the processor's speed meets both.
  for (let turn = 0; turn <= SIGNATURES; turn += 50) {
    const slow = await used(async () => {
      for (let each = 0; each < 50; each++) await core()
    })
    const fast = await used(() => {
      for (let each = 0; each < 50; each++) bare()
    })
    if (turn === 0) continue
    ours.slow += slow
    ours.fast += fast
  }
  const perSecond = ({ slow, fast }: typeof ours) =>
    `${Math.round((SIGNATURES * 1000) / slow)}/s against ${Math.round((SIGNATURES * 1000) / fast)}/s`
  return {
    what: `${algorithm}: ${SIGNATURES} signed (${perSecond(ours)}) / signed by node:crypto alone`,
    ...ours,
    atMost: SIGN_AT_MOST[algorithm]!,
  }
}

/** Ten signers each time whose certificates were never seen before; then the same again, as a page is opened again. */
async function judging(
  authority: ReturnType<typeof newAuthority>,
  person: Issued,
  algorithm: SignatureAlgorithm,
): Promise<Ratio[]> {
  const stamper = authority.issue({ name: 'MẪU - Dấu thời gian', usage: 'timeStamp' })
  const contentHash = hash(hashOf(algorithm), CONTENT, 'buffer')
  const signed = async (index: number) => {
    const { chain, signingKey } = authority.issue({ name: `Người ký ${index}`, usage: 'person', key: person.key })
    const prepared = prepareCms({ contentHash, chain, algorithm, claimedAt: AT })
    const [signature] = await signingKey.sign([prepared.hash])
    const asked = { hash: hash('sha256', signature!, 'buffer'), nonce: Buffer.from('12345678') }
    const token = tokenOf(authority.timeStamp(timeStampRequest(asked.hash, asked.nonce), AT, stamper), asked)
    return finishCms(prepared, signature!, token)
  }
  const sets: Uint8Array[][] = []
  for (let set = 0; set < WARMING + SETS; set++)
    sets.push(await Promise.all(Array.from({ length: SIGNERS }, (_, index) => signed(set * SIGNERS + index))))
  const lists = [authority.crl({ at: NOW }), authority.crl({ at: NOW, by: 'root' })]
  const anchors = [readCertificate(authority.root.certificate)]
  const judge = (set: readonly Uint8Array[]) => {
    // Lists of its own, as each file brings them.
    const evidence = { certificates: [], ocsps: [], crls: lists.map((list) => Uint8Array.from(list)) }
    const trust: Trust = { anchors, evidence, now: NOW }
    for (const cms of set) {
      const { state, level } = judgeCms(cms, () => contentHash, trust)
      if (state !== 'valid' || level !== 'B-LT') throw new Error(`${state} ${level} is not the same work`)
    }
  }
  const key = createPublicKey(person.key)
  const data = signatureValueOf(sets[0]![0]!)
  const signature = sign(hashOf(algorithm), data, person.key)
  /** What is verified at least: ten signatures, ten stamps, ten certificates and two lists. */
  const bare = (verified: number) => {
    for (let turn = 0; turn < verified; turn++) verify(hashOf(algorithm), data, key, signature)
  }
  const cold = { slow: 0, fast: 0 }
  const warm = { slow: 0, fast: 0 }
  for (const set of sets.slice(0, WARMING)) judge(set)
  for (const set of sets.slice(WARMING)) {
    cold.slow += await used(() => judge(set))
    cold.fast += await used(() => bare(3 * SIGNERS + 2))
    warm.slow += await used(() => judge(set))
    warm.fast += await used(() => bare(2 * SIGNERS + 2))
  }
  const ratio = (what: string, { slow, fast }: typeof cold): Ratio => ({
    what: `${algorithm}: ten signatures judged, ${what} / the same signatures verified by node:crypto alone`,
    slow: slow / SETS,
    fast: fast / SETS,
    atMost: JUDGE_AT_MOST,
  })
  return [ratio('signers never seen before', cold), ratio('once more', warm)]
}
