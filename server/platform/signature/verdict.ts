/** How a set of bytes was signed. */
export type SignatureFormat = 'PAdES' | 'CAdES' | 'XAdES' | 'XMLDSig'
export type SignatureLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'
/** Invalid: shown to be false. Unverifiable: neither shown to be true nor false, which is not the same. */
export type VerdictState = 'valid' | 'unverifiable' | 'invalid'

/** A fact about a signature, to be said in words. `params` are texts and instants (ISO 8601) for the sentence. */
export interface Finding {
  code: string
  /** An error makes the verdict invalid, a doubt unverifiable; a warning and a note change nothing. */
  weight: 'error' | 'doubt' | 'warning' | 'note'
  params?: Readonly<Record<string, string | number>>
}

/** Whose certificate it is, as the certificate says. */
export interface Holder {
  name: string
  organization: string | null
  /** Of the certificate, hexadecimal. */
  serial: string
  issuer: string
  notBefore: string
  notAfter: string
}

export interface SignatureVerdict {
  format: SignatureFormat
  /** A document time stamp proves a time and is of no person. */
  kind: 'signature' | 'timeStamp'
  state: VerdictState
  level: SignatureLevel | null
  /** Null if no certificate could be read. */
  holder: Holder | null
  /** What the signer's machine says, ISO 8601. */
  claimedAt: string | null
  /** What a time-stamp authority vouches for, ISO 8601. */
  provenAt: string | null
  /** The signature covers all bytes of the file as it now is. */
  isWhole: boolean
  findings: readonly Finding[]
}

/** One error is enough to be invalid, and one doubt to be unverifiable. */
export function stateOf(findings: readonly Finding[]): VerdictState {
  if (findings.some(({ weight }) => weight === 'error')) return 'invalid'
  return findings.some(({ weight }) => weight === 'doubt') ? 'unverifiable' : 'valid'
}
