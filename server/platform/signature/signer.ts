/** Signature algorithms that are written. RSA is PKCS #1 v1.5: what every verifier in use reads. */
export type SignatureAlgorithm = 'rsa-sha256' | 'ecdsa-sha256' | 'ecdsa-sha384'

/** The hash that an algorithm signs, as `node:crypto` names it. */
export function hashOf(algorithm: SignatureAlgorithm): 'sha256' | 'sha384' {
  return algorithm === 'ecdsa-sha384' ? 'sha384' : 'sha256'
}

/** A key that signs, wherever it lies: in a PKCS #12 file, on a PKCS #11 token, at a remote provider. */
export interface SigningKey {
  /** DER certificates: the signer's own first, then those that issued it, as far as known. */
  chain: readonly Uint8Array[]
  algorithm: SignatureAlgorithm
  /**
   * Signs hashes, each of the length of `hashOf(algorithm)`. Returns one signature for each, in order: PKCS #1 v1.5 for
   * RSA, DER `Ecdsa-Sig-Value` for ECDSA. Throws `SigningRefused` if the key, token or provider refuses.
   */
  sign(hashes: readonly Uint8Array[]): Promise<Uint8Array[]>
  /** Ends what the key holds open. */
  close?(): Promise<void>
}

/** Why a key did not sign: `code` for the caller to translate, `message` for the log, without any secret. */
export class SigningRefused extends Error {
  readonly code: 'pin' | 'locked' | 'absent' | 'expired' | 'refused' | 'unreachable' | 'unreadable'
  constructor(code: SigningRefused['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
