import type { Trust } from './chain.ts'
import type { Change } from './changes.ts'
import { judgeCms } from './cms.ts'
import { type PdfSignature, type PdfSignatures, readPdf } from './pades-read.ts'
import { judgeToken } from './time-stamp.ts'
import { type SignatureVerdict, stateOf } from './verdict.ts'

export type PdfVerdict = SignatureVerdict & {
  /** Name of the field; null if no field shows the signature. */
  field: string | null
  changes: readonly Change[]
}

/**
 * Judges every signature of a PDF, in the order they were made. What was written after a signature counts: where a page, a
 * font, or a form was changed, the signature is invalid, though it covers what it covered.
 * @throws {PdfError} for a PDF that cannot be read: not_pdf, damaged, encrypted, too_much
 */
export async function judgePdf(pdf: Uint8Array, trust: Trust): Promise<readonly PdfVerdict[]> {
  const read = readPdf(pdf)
  const evidence = {
    certificates: [...trust.evidence.certificates, ...read.evidence.certificates],
    crls: [...trust.evidence.crls, ...read.evidence.crls],
    ocsps: [...trust.evidence.ocsps, ...read.evidence.ocsps],
  }
  const verdicts: PdfVerdict[] = []
  /** The time stamps around what is judged next: the newest judged first, for each vouches for those before it. */
  let around: Around[] = []
  for (const signature of read.signatures.toReversed()) {
    around = around.filter(({ hole }) => endOf(signature) <= hole)
    const whole = { ...trust, evidence, existedAt: around[0]?.at ?? trust.existedAt }
    const verdict =
      signature.kind === 'timeStamp' ? judgedStamp(signature, whole) : judgedSignature(signature, whole, around, read)
    verdicts.unshift(verdict)
    if (signature.kind === 'timeStamp' && verdict.state === 'valid' && signature.byteRange !== null)
      around.unshift({ at: new Date(verdict.provenAt!), hole: signature.byteRange[1], end: endOf(signature) })
  }
  return withMarks(verdicts)
}

interface Around {
  at: Date
  hole: number
  end: number
}

const endOf = ({ byteRange }: PdfSignature): number =>
  byteRange === null ? Number.POSITIVE_INFINITY : byteRange[2] + byteRange[3]

const isBroken = ({ findings, cms, contentHash }: PdfSignature): boolean =>
  cms === null || contentHash === null || findings.some(({ weight }) => weight === 'error' || weight === 'doubt')

/** What does not lie in the file as it should is not verified: whatever would come of it would be of other bytes. */
function unverified({ field, kind, claimedAt, isWhole, findings, changes }: PdfSignature): PdfVerdict {
  return {
    format: 'PAdES',
    kind,
    state: stateOf([...findings, ...changes]),
    level: null,
    holder: null,
    claimedAt: claimedAt?.toISOString() ?? null,
    provenAt: null,
    isWhole,
    findings,
    field,
    changes,
  }
}

function judgedSignature(
  signature: PdfSignature,
  trust: Trust,
  around: readonly Around[],
  read: PdfSignatures,
): PdfVerdict {
  if (isBroken(signature)) return unverified(signature)
  const { field, isWhole, changes } = signature
  const hash = remembered(signature)
  const verdict = judgeCms(signature.cms!, hash, trust, signature.claimedAt)
  const findings = [...verdict.findings, ...signature.findings]
  const state = stateOf([...findings, ...changes])
  let { level } = verdict
  const last = around.at(-1)
  if (last !== undefined && level === 'B-LT') {
    // Archived is what the newest time stamp covers: the signature with all that is needed to check it.
    const archived = judgeCms(signature.cms!, hash, {
      ...trust,
      evidence: read.evidenceAt(last.end),
      fetched: undefined,
    })
    if (archived.level === 'B-LT') level = 'B-LTA'
  }
  return { ...verdict, format: 'PAdES', state, level, isWhole, findings, field, changes }
}

function judgedStamp(signature: PdfSignature, trust: Trust): PdfVerdict {
  if (isBroken(signature)) return unverified(signature)
  const { field, isWhole, changes } = signature
  const verdict = judgeToken(signature.cms!, remembered(signature), trust)
  const findings = [...verdict.findings, ...signature.findings]
  return {
    format: 'PAdES',
    kind: 'timeStamp',
    state: stateOf([...findings, ...changes]),
    level: null,
    holder: verdict.authority,
    claimedAt: null,
    provenAt: verdict.at,
    isWhole,
    findings,
    field,
    changes,
  }
}

/** Each hash is computed once. */
function remembered({ contentHash }: PdfSignature): (algorithm: string) => Uint8Array {
  const known = new Map<string, Uint8Array>()
  return (algorithm) => {
    const found = known.get(algorithm) ?? contentHash!(algorithm)
    known.set(algorithm, found)
    return found
  }
}

/**
 * A later mark is as good as its signature: one that proves nothing is just something drawn on the page. Where its signer is
 * known to have made it, but should not have (an ended certificate), it stays that signer's. Over the name of who signs is
 * where a signature belongs.
 */
function withMarks(verdicts: readonly PdfVerdict[]): PdfVerdict[] {
  // Without a level no key is seen to have signed at all.
  const isForged = ({ findings, kind, level }: PdfVerdict) =>
    (kind === 'signature' && level === null) ||
    findings.some(({ code, weight }) => weight === 'error' && /^(?:pdf|cms|der|time_stamp)\./.test(code))
  const byField = new Map(verdicts.map((verdict) => [verdict.field, verdict]))
  return verdicts.map((verdict) => {
    const changes = verdict.changes.flatMap((change): Change[] => {
      const later = byField.get(String(change.params?.field ?? ''))
      const name = later?.holder?.name
      if (later === undefined || !LATER.includes(change.code)) return [change]
      if (change.code === 'pdf.mark_over_text' && name && plain(String(change.params?.words)).includes(plain(name)))
        return []
      const params = { ...change.params, ...(name && { name }) }
      if (change.code.startsWith('pdf.mark_')) return [{ ...change, params }]
      if (isForged(later))
        return [
          { ...change, params },
          { code: 'pdf.mark_of_invalid', weight: 'error', params },
        ]
      return [
        { ...change, params, weight: later.state === 'valid' || change.weight === 'error' ? change.weight : 'warning' },
      ]
    })
    return { ...verdict, changes, state: stateOf([...verdict.findings, ...changes]) }
  })
}

/** Findings about a signature that came later. */
const LATER = [
  'pdf.signed_again',
  'pdf.signed_though_closed',
  'pdf.time_stamped',
  'pdf.mark_large',
  'pdf.mark_over_text',
]

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, '').toLowerCase()
