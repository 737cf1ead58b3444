/**
 * Signatures of PDF, on one core: a visible signature (seal, agency and time) on a paper of 34 kB by an RSA key of 2048 bits,
 * against the bare signature of `node:crypto` in the same run; and the verdict of a paper with ten visible signatures, with
 * chain and what was written after each, against the bare check of ten signatures. The signed paper has to be judged valid.
 */
import assert from 'node:assert/strict'
import { hash, sign, verify, X509Certificate } from 'node:crypto'
import { readCertificate } from '../server/platform/signature/certificate.ts'
import { finishCms, prepareCms } from '../server/platform/signature/cms.ts'
import type { Mark } from '../server/platform/signature/marks.ts'
import { finishPdf, judgePdf, preparePdf } from '../server/platform/signature/pades.ts'
import { findBlock } from '../server/platform/signature/page-text.ts'
import { AGENCY, AT, agency, authority, NAME, samplePaper, seal } from '../server/platform/signature/pdf.fixture.ts'
import type { Ratio } from './measure.ts'

const TIMES = 400
const WARMING = 100
const SIGNATURES = 10

/** Milliseconds of the processor that some work takes, on all threads: other work on the machine does not count. */
async function used(work: () => unknown): Promise<number> {
  for (let turn = 0; turn < WARMING; turn++) await work()
  const before = process.cpuUsage()
  for (let turn = 0; turn < TIMES; turn++) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / TIMES
}

export async function bench(): Promise<Ratio[]> {
  const pdf = await samplePaper()
  const mark: Mark = { kind: 'agency', picture: seal, widthMm: 36, agency: AGENCY, at: findBlock(pdf, NAME) }
  const { chain, algorithm, signingKey } = agency
  const signPdf = async (bytes: Uint8Array) => {
    const prepared = await preparePdf(bytes, { mark, signedAt: AT, algorithm })
    const cms = prepareCms({ contentHash: prepared.contentHash, chain, algorithm })
    const [value] = await signingKey.sign([cms.hash])
    return finishPdf(prepared, finishCms(cms, value!))
  }
  const content = hash('sha256', pdf, 'buffer')
  const bare = await used(() => sign('sha256', content, agency.key))
  const visible = await used(() => signPdf(pdf))
  console.log(`visible PAdES: ${Math.round(1000 / visible)}/s (aim 150/s), bare: ${Math.round(1000 / bare)}/s`)

  let signed = pdf
  for (let turn = 0; turn < SIGNATURES; turn++) signed = await signPdf(signed)
  const lists = {
    crls: [authority.crl({ at: AT }), authority.crl({ at: AT, by: 'root' })],
    certificates: [],
    ocsps: [],
  }
  const anchors = [readCertificate(authority.root.certificate)]
  const trust = { anchors, evidence: lists, now: new Date(AT.getTime() + 60_000) }
  const verdicts = await judgePdf(signed, trust)
  assert.deepEqual(
    verdicts.map(({ state }) => state),
    Array.from({ length: SIGNATURES }, () => 'valid'),
  )
  const value = sign('sha256', content, agency.key)
  const { publicKey } = new X509Certificate(agency.certificate)
  const checks = await used(() => {
    for (let turn = 0; turn < SIGNATURES; turn++) verify('sha256', content, publicKey, value)
  })
  const judged = await used(() => judgePdf(signed, trust))
  console.log(`ten signatures judged: ${judged.toFixed(1)} ms (aim 10 ms)`)
  return [
    { what: 'visible PAdES against the bare signature', slow: visible, fast: bare, atMost: 12 },
    { what: 'verdict of ten signatures against ten bare checks', slow: judged, fast: checks, atMost: 60 },
  ]
}
