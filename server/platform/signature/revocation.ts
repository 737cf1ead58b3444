/**
 * Whether a certificate had been revoked, as of an instant, by CRLs and OCSP answers at hand (ETSI EN 319 102-1 5.2.5 and
 * 5.2.6). Without information nothing is known, which makes a signature unverifiable, not invalid.
 */
import type { Certificate } from './certificate.ts'
import type { Evidence } from './chain.ts'
import { type Crl, entryOf, isAbout, isCrlBy, readCrl } from './crl.ts'
import { Unreadable } from './der.ts'
import { authorOf, type OcspAnswer, readOcsp, statusFor } from './ocsp.ts'
import { readableCertificates } from './signed-data.ts'
import type { Finding } from './verdict.ts'

/** Evidence, read. What cannot be read is left out: it would say nothing. */
export interface ReadEvidence {
  certificates: readonly Certificate[]
  crls: readonly Crl[]
  ocsps: readonly OcspAnswer[]
}

const MAX_EACH = 500

export function readEvidence(...sources: readonly Evidence[]): ReadEvidence {
  return {
    certificates: readableCertificates(sources.flatMap(({ certificates }) => certificates).slice(0, MAX_EACH)),
    crls: readable(
      sources.flatMap(({ crls }) => crls),
      readCrl,
    ),
    ocsps: readable(
      sources.flatMap(({ ocsps }) => ocsps),
      readOcsp,
    ),
  }
}

function readable<T>(list: readonly Uint8Array[], read: (bytes: Uint8Array) => T): T[] {
  return list.slice(0, MAX_EACH).flatMap((bytes) => {
    try {
      return [read(bytes)]
    } catch (error) {
      if (error instanceof Unreadable) return []
      throw error
    }
  })
}

export interface RevocationAsk {
  certificate: Certificate
  issuer: Certificate
  /** The instant as of which it is asked: the proven time, or now. */
  at: Date
  isProven: boolean
  claimedAt: Date | null
  now: Date
  evidence: ReadEvidence
}

export interface RevocationAnswer {
  /** Good: not revoked at the instant, as far as evidence that is fresh enough tells. */
  state: 'good' | 'revoked' | 'unknown'
  /** Of the status that decides, if it is a revocation. */
  revoked: { at: Date; reason: number | null } | null
  findings: readonly Finding[]
}

/** What one CRL or OCSP answer says. */
interface Status {
  kind: 'good' | 'revoked' | 'unknown'
  revokedAt: Date | null
  reason: number | null
  invalidFrom: Date | null
  thisUpdate: Date
  nextUpdate: Date | null
  /** Whether the authority still reports certificates that ended before. */
  expiredSince: Date | null
}

const CLOCKS_APART = 5 * 60_000
/** How long a status without a next update counts. */
const DAY = 24 * 3600_000
const ON_HOLD = 6
const REMOVED = 8

/** `CRLReason`, RFC 5280 5.3.1. */
export const REASONS: readonly string[] = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  '',
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
]

export function judgeRevocation(ask: RevocationAsk): RevocationAnswer {
  const { certificate, at, now } = ask
  const { statuses: all, isAnyUntrusted } = statusesOf(ask)
  const statuses = all.filter(({ thisUpdate }) => thisUpdate.getTime() <= now.getTime() + CLOCKS_APART)
  const params = { name: certificate.subject.commonName ?? certificate.subject.text }
  const revoked = revokedAmong(statuses)
  if (revoked !== null) {
    const finding = findingOf(revoked, ask)
    // Revoked after the proven time: good then, and nothing can undo that.
    const state = finding.weight === 'note' ? 'good' : 'revoked'
    return { state, revoked: { at: revoked.revokedAt!, reason: revoked.reason }, findings: [finding] }
  }
  if (statuses.some((status) => status.kind === 'good' && isFresh(status, at, certificate)))
    return { state: 'good', revoked: null, findings: [] }
  const untrusted: Finding[] = isAnyUntrusted ? [{ code: 'revocation.not_entitled', weight: 'doubt', params }] : []
  const unknown = (code: string, more: Finding['params'] = {}): RevocationAnswer => ({
    state: 'unknown',
    revoked: null,
    findings: [{ code, weight: 'doubt', params: { ...params, ...more } }, ...untrusted],
  })
  const good = statuses.filter(({ kind }) => kind === 'good')
  if (good.length > 0) {
    const last = good.reduce((one, other) => (other.thisUpdate > one.thisUpdate ? other : one))
    return unknown('revocation.stale', { until: (last.nextUpdate ?? last.thisUpdate).toISOString() })
  }
  if (statuses.length > 0) return unknown('revocation.unknown')
  const urls = [...certificate.ocspUrls, ...certificate.crlUrls]
  return urls.length > 0 ? unknown('revocation.none', { urls: urls.join(' ') }) : unknown('revocation.none_offered')
}

function statusesOf({ certificate, issuer, evidence }: RevocationAsk): { statuses: Status[]; isAnyUntrusted: boolean } {
  const statuses: Status[] = []
  let isAnyUntrusted = false
  for (const answer of evidence.ocsps) {
    const status = statusFor(answer, certificate, issuer)
    if (status === undefined) continue
    const author = authorOf(answer, issuer, evidence.certificates)
    if (author === null || isRevokedResponder(author, issuer, answer.producedAt, evidence.crls)) {
      isAnyUntrusted = true
      continue
    }
    const { status: kind, archiveCutoff: expiredSince } = status
    statuses.push({ ...status, kind, expiredSince, invalidFrom: null })
  }
  for (const crl of evidence.crls) {
    if (!isAbout(crl, certificate)) continue
    // An issuer may have several keys, each with its own list.
    if (crl.authorityKeyId !== null && issuer.subjectKeyId !== null && crl.authorityKeyId !== issuer.subjectKeyId)
      continue
    if (!isCrlBy(crl, issuer)) {
      isAnyUntrusted = true
      continue
    }
    const status = crlStatus(crl, certificate)
    if (status !== null) statuses.push(status)
  }
  return { statuses, isAnyUntrusted }
}

/** A responder that the issuer dismissed before it answered, as far as lists at hand tell (RFC 6960 4.2.2.2.1). */
function isRevokedResponder(author: Certificate, issuer: Certificate, at: Date, crls: readonly Crl[]): boolean {
  if (author === issuer || author.hasNoCheck) return false
  return crls.some((crl) => {
    if (!isAbout(crl, author) || !isCrlBy(crl, issuer)) return false
    const status = crlStatus(crl, author)
    return status?.kind === 'revoked' && status.revokedAt! <= at
  })
}

/** Null if the list breaks off before it tells. */
function crlStatus(crl: Crl, certificate: Certificate): Status | null {
  const { thisUpdate, nextUpdate, expiredSince } = crl
  try {
    const entry = entryOf(crl, certificate.serial)
    const isRevoked = entry !== null && entry.reason !== REMOVED
    return {
      kind: isRevoked ? 'revoked' : 'good',
      revokedAt: isRevoked ? entry.at : null,
      reason: entry?.reason ?? null,
      invalidFrom: entry?.invalidFrom ?? null,
      thisUpdate,
      nextUpdate,
      expiredSince,
    }
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

/** The revocation that decides. A hold may be lifted, so it counts only if nothing newer says otherwise; others are for ever. */
function revokedAmong(statuses: readonly Status[]): Status | null {
  const revoked = statuses.filter(({ kind }) => kind === 'revoked')
  const final = revoked.filter(({ reason }) => reason !== ON_HOLD)
  if (final.length > 0) return final.reduce((one, other) => (other.revokedAt! < one.revokedAt! ? other : one))
  const newest = statuses
    .filter(({ kind }) => kind !== 'unknown')
    .reduce<Status | null>((one, other) => (one === null || other.thisUpdate > one.thisUpdate ? other : one), null)
  return newest?.kind === 'revoked' ? newest : null
}

function findingOf(status: Status, { certificate, at, isProven, claimedAt }: RevocationAsk): Finding {
  const revokedAt = status.revokedAt!
  const params = {
    name: certificate.subject.commonName ?? certificate.subject.text,
    at: revokedAt.toISOString(),
    reason: REASONS[status.reason ?? 0] ?? '',
  }
  if (isProven && at < revokedAt) {
    const isDoubtful = status.invalidFrom !== null && status.invalidFrom <= at
    return isDoubtful
      ? {
          code: 'revocation.key_lost_before',
          weight: 'doubt',
          params: { ...params, from: status.invalidFrom!.toISOString() },
        }
      : { code: 'revocation.revoked_after', weight: 'note', params }
  }
  if (status.reason === ON_HOLD) return { code: 'revocation.on_hold', weight: 'doubt', params }
  // Only the signer's own clock says that it was before: anybody who holds the key could set it back.
  if (!isProven && claimedAt !== null && claimedAt < revokedAt)
    return { code: 'revocation.revoked_claimed_before', weight: 'doubt', params }
  return { code: 'revocation.revoked_before', weight: 'error', params }
}

/** Whether a good status tells about the instant: it is from then on, or still counted then. */
function isFresh({ thisUpdate, nextUpdate, expiredSince }: Status, at: Date, { notAfter }: Certificate): boolean {
  // Authorities forget certificates that have ended, so their silence tells nothing, unless they say since when they keep them.
  if (thisUpdate > notAfter && (expiredSince === null || expiredSince > notAfter)) return false
  const until = nextUpdate ?? new Date(thisUpdate.getTime() + DAY)
  return until >= at
}
