/** From a certificate to an anchor, as of an instant (RFC 5280 6), and what a certificate may be used for. */
import { isWeakHash } from './algorithms.ts'
import { type Certificate, isIssuedBy, isSelfIssued, isWeakKey, publicKeyOf } from './certificate.ts'
import { OID } from './names.ts'
import type { Finding } from './verdict.ts'

export interface Evidence {
  certificates: readonly Uint8Array[]
  crls: readonly Uint8Array[]
  ocsps: readonly Uint8Array[]
}

export const NO_EVIDENCE: Evidence = { certificates: [], crls: [], ocsps: [] }

/** What a verdict rests on: whom we trust, and what is at hand. */
export interface Trust {
  anchors: readonly Certificate[]
  /** What came with the file, so what will still be there when everyone who could be asked is gone. */
  evidence: Evidence
  /** What was fetched. It counts as much, but does not make a signature B-LT. */
  fetched?: Evidence
  now: Date
  /** An instant at which these bytes are proven to have existed, by a time stamp around them that was judged before. */
  existedAt?: Date
}

export interface Chain {
  /** The holder's first. The last is an anchor, if `isAnchored`. */
  certificates: readonly Certificate[]
  isAnchored: boolean
  findings: readonly Finding[]
}

const MAX_LENGTH = 8
/** Certificates tried for one chain: strangers could send hundreds of the same name. */
const MAX_TRIED = 30

/**
 * The best chain from a certificate to an anchor: one without findings if there is one. Whether the holder's own certificate
 * was valid at the instant, for what it may be used, and whether any was revoked, is not asked here.
 */
export function chainOf(
  certificate: Certificate,
  anchors: readonly Certificate[],
  others: readonly Certificate[],
  at: Date,
): Chain {
  const trusted = new Set(anchors.map(({ fingerprint }) => fingerprint))
  const candidates = [...anchors, ...others]
  let best: Chain | undefined
  let longest: readonly Certificate[] = [certificate]
  let isForged = false
  let tried = 0
  const go = (path: readonly Certificate[]): boolean => {
    const last = path.at(-1)!
    if (path.length > longest.length) longest = path
    if (trusted.has(last.fingerprint)) {
      const chain = { certificates: path, isAnchored: true, findings: findingsOf(path, at) }
      if (best === undefined || weigh(chain.findings) < weigh(best.findings)) best = chain
      return chain.findings.length === 0
    }
    if (path.length >= MAX_LENGTH) return false
    for (const issuer of candidates) {
      if (issuer.subject.key !== last.issuer.key || path.includes(issuer) || !fitsKeyId(last, issuer)) continue
      if (++tried > MAX_TRIED) return true
      if (isIssuedBy(last, issuer)) {
        if (go([...path, issuer])) return true
      } else if (last.authorityKeyId !== null && last.authorityKeyId === issuer.subjectKeyId) isForged = true
    }
    return false
  }
  go([certificate])
  if (best !== undefined) return best
  const issuer = longest.at(-1)!.issuer
  const missing: Finding = {
    code: 'chain.no_anchor',
    weight: 'doubt',
    params: { issuer: issuer.commonName ?? issuer.text },
  }
  // Its issuer's very key did not sign it.
  const forged: Finding[] = isForged && longest.length === 1 ? [{ code: 'chain.forged', weight: 'error' }] : []
  return { certificates: longest, isAnchored: false, findings: [...forged, missing] }
}

const fitsKeyId = (certificate: Certificate, issuer: Certificate) =>
  certificate.authorityKeyId === null ||
  issuer.subjectKeyId === null ||
  certificate.authorityKeyId === issuer.subjectKeyId

const WEIGHTS = { error: 1000, doubt: 30, warning: 1, note: 0 } as const
const weigh = (findings: readonly Finding[]) => findings.reduce((sum, { weight }) => sum + WEIGHTS[weight], 0)

function findingsOf(path: readonly Certificate[], at: Date): Finding[] {
  const findings: Finding[] = []
  const add = (code: string, weight: Finding['weight'], certificate: Certificate, more: Finding['params'] = {}) =>
    findings.push({
      code,
      weight,
      params: { name: certificate.subject.commonName ?? certificate.subject.text, ...more },
    })
  let between = 0
  path.forEach((certificate, place) => {
    const isAnchor = place === path.length - 1
    for (const identifier of certificate.unknownCritical)
      add('chain.unknown_critical', 'doubt', certificate, { identifier })
    const key = publicKeyOf(certificate)
    if (key === null || isWeakKey(key)) add('chain.weak_key', 'doubt', certificate)
    // Nobody relies on the signature of an anchor.
    const { scheme } = certificate
    if (!isAnchor && scheme !== null && isWeakHash(scheme.hash))
      add('chain.weak_hash', 'doubt', certificate, { hash: scheme.hash })
    if (place === 0) return
    if (!certificate.isAuthority) add('chain.no_authority', 'error', certificate)
    if (certificate.keyUsage?.keyCertSign === false) add('chain.may_not_issue', 'error', certificate)
    if (certificate.pathLength !== null && between > certificate.pathLength) add('chain.too_long', 'error', certificate)
    if (!isSelfIssued(certificate)) between++
    if (at < certificate.notBefore || at > certificate.notAfter)
      add('chain.authority_not_valid', 'doubt', certificate, {
        from: certificate.notBefore.toISOString(),
        until: certificate.notAfter.toISOString(),
      })
  })
  return findings
}

/** Purposes that people's and bodies' certificates for signing are given. */
const SIGNING: readonly string[] = [
  OID.anyPurpose,
  OID.emailProtection,
  OID.documentSigning,
  OID.microsoftDocumentSigning,
  OID.adobeDocumentSigning,
  OID.clientAuth,
]
const OTHER: readonly string[] = [OID.serverAuth, OID.codeSigning, OID.timeStamping, OID.ocspSigning]

/** Whether a certificate may sign documents: an error if it is plainly for something else, a doubt if nobody can tell. */
export function mayNotSign(certificate: Certificate): Finding[] {
  const { keyUsage, purposes } = certificate
  if (keyUsage !== null && !keyUsage.digitalSignature && !keyUsage.nonRepudiation)
    return [{ code: 'certificate.not_for_signing', weight: 'error' }]
  if (purposes === null || purposes.identifiers.some((each) => SIGNING.includes(each))) return []
  const isOther = purposes.identifiers.every((each) => OTHER.includes(each))
  return isOther
    ? [{ code: 'certificate.not_for_signing', weight: 'error' }]
    : [{ code: 'certificate.purpose_unknown', weight: 'doubt', params: { purposes: purposes.identifiers.join(', ') } }]
}

/** RFC 3161 2.3: time stamping, critical, and nothing else. */
export function mayNotStamp({ keyUsage, purposes }: Certificate): Finding[] {
  const mayStamp =
    purposes?.isCritical &&
    purposes.identifiers.length === 1 &&
    purposes.identifiers[0] === OID.timeStamping &&
    (keyUsage === null || keyUsage.digitalSignature || keyUsage.nonRepudiation)
  return mayStamp ? [] : [{ code: 'time_stamp.not_for_stamping', weight: 'error' }]
}
