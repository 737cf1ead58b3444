/** What a signature is worth, whatever it stands in: its time, its certificate as of that time, its level. */
import { type Certificate, holderOf } from './certificate.ts'
import { mayNotSign, type Trust } from './chain.ts'
import type { SignerCheck } from './signed-data.ts'
import { type Hand, type Instant, standingOf } from './standing.ts'
import type { TimeStampVerdict } from './time-stamp.ts'
import { type Finding, type SignatureVerdict, stateOf } from './verdict.ts'

const CLOCKS_APART = 5 * 60_000

export interface ToAssess {
  /** Null if the signer's certificate is not known. */
  certificate: Certificate | null
  /** What the signature's own bytes say, where there is a certificate to check them with. */
  check: SignerCheck | null
  /** Time stamps of the signature. */
  stamps: readonly TimeStampVerdict[]
  claimedAt: Date | null
}

type Assessment = Pick<SignatureVerdict, 'state' | 'level' | 'holder' | 'claimedAt' | 'provenAt' | 'findings'>

export function assess({ certificate, check, stamps, claimedAt }: ToAssess, trust: Trust, hand: Hand): Assessment {
  const stamp = bestOf(stamps)
  const proven = [stamp?.state === 'valid' ? new Date(stamp.at!) : undefined, trust.existedAt].filter(
    (each) => each !== undefined,
  )
  const provenAt = proven.length === 0 ? null : new Date(Math.min(...proven.map((each) => each.getTime())))
  const findings: Finding[] = stamp === undefined ? [] : stampFindings(stamp)
  const said = { claimedAt: claimedAt?.toISOString() ?? null, provenAt: provenAt?.toISOString() ?? null }
  if (certificate === null || check === null) {
    findings.push({ code: 'cms.no_certificate', weight: 'doubt' }, ...(check?.findings ?? []))
    return { ...said, state: stateOf(findings), level: null, holder: null, findings }
  }
  findings.push(...check.findings)
  const instant = { at: provenAt ?? trust.now, isProven: provenAt !== null, claimedAt }
  findings.push(...validityFindings(certificate, instant, trust.now), ...mayNotSign(certificate))
  if (provenAt !== null && claimedAt !== null && claimedAt.getTime() > provenAt.getTime() + CLOCKS_APART)
    findings.push({ code: 'cms.claimed_after_proven', weight: 'warning', params: { ...said } as Finding['params'] })
  const standing = standingOf(certificate, instant, trust, hand)
  findings.push(...standing.findings)
  const isSound = check.namesCertificate && stateOf(check.findings) !== 'invalid'
  const isStamped = stamp !== undefined && stamp.state !== 'invalid'
  const isLasting = isStamped && stamp.isSelfContained && standing.isSelfContained
  const level = !isSound ? null : isLasting ? 'B-LT' : isStamped ? 'B-T' : 'B-B'
  return { ...said, state: stateOf(findings), level, holder: holderOf(certificate), findings }
}

/** The earliest of those that are valid; else of those that are not false. */
function bestOf(stamps: readonly TimeStampVerdict[]): TimeStampVerdict | undefined {
  const order = { valid: 0, unverifiable: 1, invalid: 2 }
  return [...stamps].sort(
    (one, other) => order[one.state] - order[other.state] || ((one.at ?? '') < (other.at ?? '') ? -1 : 1),
  )[0]
}

/** A stamp that is not good proves no time, and takes nothing from the signature: anybody may add one, or take it away. */
function stampFindings(stamp: TimeStampVerdict): Finding[] {
  const findings = stamp.findings.map(
    (each): Finding => (each.weight === 'error' || each.weight === 'doubt' ? { ...each, weight: 'warning' } : each),
  )
  if (stamp.state === 'valid') return findings
  return [{ code: `time_stamp.${stamp.state}`, weight: 'warning' }, ...findings]
}

function validityFindings(certificate: Certificate, { at, isProven, claimedAt }: Instant, now: Date): Finding[] {
  const { notBefore, notAfter } = certificate
  const [from, until] = [notBefore.toISOString(), notAfter.toISOString()]
  if (at < notBefore) return [{ code: 'certificate.not_yet_valid', weight: 'error', params: { from } }]
  if (at <= notAfter)
    return now > notAfter ? [{ code: 'certificate.ended_since', weight: 'note', params: { until } }] : []
  if (isProven) return [{ code: 'certificate.ended_before', weight: 'error', params: { until } }]
  // Its own clock says that it was signed too late, and nobody sets a clock to harm oneself.
  if (claimedAt !== null && claimedAt > notAfter)
    return [{ code: 'certificate.ended_before', weight: 'error', params: { until } }]
  return [{ code: 'certificate.ended_unproven', weight: 'doubt', params: { until } }]
}
