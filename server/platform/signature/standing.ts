/** How a certificate stood at an instant: its chain to an anchor, and whether any certificate of it had been revoked. */
import type { Certificate } from './certificate.ts'
import { type Chain, chainOf, type Evidence, NO_EVIDENCE, type Trust } from './chain.ts'
import { judgeRevocation, type ReadEvidence, type RevocationAnswer, readEvidence } from './revocation.ts'
import type { SignedData } from './signed-data.ts'
import type { Finding } from './verdict.ts'

/** All that is at hand for a file, read once. */
export interface Hand {
  all: ReadEvidence
  /** What came with the file alone. */
  own: ReadEvidence
}

/** The evidence of a file, of the signed data inside it, and of what was fetched. */
export function handOf(trust: Trust, embedded: readonly SignedData[], more: Evidence = NO_EVIDENCE): Hand {
  const inside: Evidence = {
    certificates: more.certificates,
    crls: [...embedded.flatMap(({ crls }) => crls), ...more.crls],
    ocsps: [...embedded.flatMap(({ ocsps }) => ocsps), ...more.ocsps],
  }
  const certificates = embedded.flatMap((each) => each.certificates)
  const withEmbedded = (read: ReadEvidence) => ({ ...read, certificates: [...certificates, ...read.certificates] })
  const own = withEmbedded(readEvidence(inside, trust.evidence))
  const all = trust.fetched === undefined ? own : withEmbedded(readEvidence(inside, trust.evidence, trust.fetched))
  return { all, own }
}

/** A certificate of whose revocation nothing is known, and whom to ask. */
export interface Unanswered {
  certificate: Certificate
  issuer: Certificate
}

export interface Standing {
  chain: Chain
  findings: Finding[]
  /** Of the holder's own certificate; null where there is nobody to ask, as for an anchor. */
  revocation: RevocationAnswer | null
  /** All of it is told by what came with the file. */
  isSelfContained: boolean
  unanswered: readonly Unanswered[]
}

export interface Instant {
  at: Date
  isProven: boolean
  claimedAt: Date | null
}

export function standingOf(certificate: Certificate, instant: Instant, trust: Trust, hand: Hand): Standing {
  const chain = chainOf(certificate, trust.anchors, hand.all.certificates, instant.at)
  // Nobody is bound by what a stranger says of those whom a stranger certified.
  if (!chain.isAnchored)
    return { chain, findings: [...chain.findings], revocation: null, isSelfContained: false, unanswered: [] }
  const findings = [...chain.findings]
  let own: RevocationAnswer | null = null
  let isSelfContained = true
  const unanswered: Unanswered[] = []
  // The last is the anchor, which nobody above could revoke.
  chain.certificates.slice(0, -1).forEach((each, place) => {
    const issuer = chain.certificates[place + 1]!
    const ask = { ...instant, certificate: each, issuer, now: trust.now }
    const answer = judgeRevocation({ ...ask, evidence: hand.all })
    findings.push(...answer.findings)
    if (place === 0) own = answer
    if (answer.state === 'unknown') unanswered.push({ certificate: each, issuer })
    else if (hand.own !== hand.all && judgeRevocation({ ...ask, evidence: hand.own }).state === 'unknown')
      isSelfContained = false
  })
  return { chain, findings, revocation: own, isSelfContained: isSelfContained && unanswered.length === 0, unanswered }
}
