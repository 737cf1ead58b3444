import { type KeyObject, X509Certificate } from 'node:crypto'
import { algorithmOf, isSignatureOf } from './hash-signature.ts'
import type { SignatureAlgorithm } from './signer.ts'
import { KeyRefused } from './words-keys.ts'

/** Longest chain, and most certificates it is chosen from. */
const MOST_LINKS = 8
const MOST_CERTIFICATES = 64

/** A certificate read. Throws `KeyRefused` `certificate.unreadable`. */
export function certificateOf(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der)
  } catch (cause) {
    throw new KeyRefused('certificate.unreadable', 'a certificate cannot be read', { cause })
  }
}

/** The signer's certificate, then those that issued it, chosen from others in any order; those that do not belong are left out. */
export function orderChain(own: Uint8Array, others: readonly Uint8Array[]): readonly Uint8Array[] {
  const chain = [certificateOf(own)]
  const left = others.slice(0, MOST_CERTIFICATES).map(certificateOf)
  for (let last = chain[0]; last && chain.length < MOST_LINKS; last = chain.at(-1)) {
    const subject = last
    if (subject.subject === subject.issuer) break
    const issuer = left.find((one) => subject.checkIssued(one) && isSignedBy(subject, one))
    if (!issuer || chain.some((one) => one.fingerprint256 === issuer.fingerprint256)) break
    chain.push(issuer)
  }
  return chain.map(({ raw }) => raw)
}

function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey)
  } catch {
    return false
  }
}

/** What the first certificate signs with. Throws `KeyRefused` for a kind of key that is not used. */
export function algorithmOfChain(chain: readonly Uint8Array[]): {
  algorithm: SignatureAlgorithm
  publicKey: KeyObject
} {
  const [own] = chain
  if (!own) throw new KeyRefused('certificate.missing', 'the chain of certificates is empty')
  const { publicKey } = certificateOf(own)
  const algorithm = algorithmOf(publicKey)
  if (!algorithm) {
    const kind = `${publicKey.asymmetricKeyType} ${publicKey.asymmetricKeyDetails?.namedCurve ?? publicKey.asymmetricKeyDetails?.modulusLength ?? ''}`
    throw new KeyRefused(
      'certificate.algorithm',
      `keys of the kind ${kind.trim()} are not used: RSA of 2048 bits or more, P-256, P-384`,
    )
  }
  return { algorithm, publicKey }
}

/** Refuses a chain whose first certificate is not in force at an instant. */
export function demandInTime([own]: readonly Uint8Array[], now: Date): void {
  if (!own) return
  const { validFromDate, validToDate } = certificateOf(own)
  if (now < validFromDate) throw new KeyRefused('certificate.not_yet', `it begins on ${validFromDate.toISOString()}`)
  if (now > validToDate) throw new KeyRefused('certificate.ended', `it ended on ${validToDate.toISOString()}`)
}

/**
 * Refuses a signature that came from elsewhere, such as the officer's own device, if it is not of this hash by the first
 * certificate of the chain: before it is finished into a document, not when a stranger finds out.
 */
export function demandFits(
  { hash, chain, algorithm }: { hash: Uint8Array; chain: readonly Uint8Array[]; algorithm: SignatureAlgorithm },
  signature: Uint8Array,
): void {
  const own = algorithmOfChain(chain)
  if (own.algorithm === algorithm && isSignatureOf(own.publicKey, algorithm, hash, signature)) return
  throw new KeyRefused('certificate.does_not_fit', 'the signature is not of this hash by this certificate')
}
