/** Hash and signature algorithms: what their identifiers mean, and signing and verifying with `node:crypto`. */
import {
  constants,
  createECDH,
  type KeyObject,
  privateEncrypt,
  publicDecrypt,
  randomBytes,
  verify as verifyData,
} from 'node:crypto'
import { integer, isSame, NULL, octetString, oid, sequence, Unreadable, type Value } from './der.ts'
import { OID } from './names.ts'
import { hashOf, type SignatureAlgorithm } from './signer.ts'

/** As `node:crypto` names it. */
export type Hash = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'

const HASHES: Readonly<Record<string, Hash>> = {
  [OID.md5]: 'md5',
  [OID.sha1]: 'sha1',
  [OID.sha224]: 'sha224',
  [OID.sha256]: 'sha256',
  [OID.sha384]: 'sha384',
  [OID.sha512]: 'sha512',
}

export interface Scheme {
  kind: 'rsa' | 'rsaPss' | 'ecdsa'
  hash: Hash
  /** Bytes; of PSS only. */
  saltLength?: number
}

const SCHEMES: Readonly<Record<string, Scheme>> = {
  [OID.md5WithRsa]: { kind: 'rsa', hash: 'md5' },
  [OID.sha1WithRsa]: { kind: 'rsa', hash: 'sha1' },
  [OID.sha224WithRsa]: { kind: 'rsa', hash: 'sha224' },
  [OID.sha256WithRsa]: { kind: 'rsa', hash: 'sha256' },
  [OID.sha384WithRsa]: { kind: 'rsa', hash: 'sha384' },
  [OID.sha512WithRsa]: { kind: 'rsa', hash: 'sha512' },
  [OID.ecdsaWithSha1]: { kind: 'ecdsa', hash: 'sha1' },
  [OID.ecdsaWithSha224]: { kind: 'ecdsa', hash: 'sha224' },
  [OID.ecdsaWithSha256]: { kind: 'ecdsa', hash: 'sha256' },
  [OID.ecdsaWithSha384]: { kind: 'ecdsa', hash: 'sha384' },
  [OID.ecdsaWithSha512]: { kind: 'ecdsa', hash: 'sha512' },
}

export const isWeakHash = (hash: Hash): boolean => hash === 'md5' || hash === 'sha1'

/** The hash that an `AlgorithmIdentifier` names. */
export function hashAlgorithmOf(identifier: Value): Hash {
  const dotted = identifier.at(0).oid()
  const hash = HASHES[dotted]
  if (hash === undefined) throw new Unreadable('algorithm.unknown', `hash ${dotted} is not known`)
  return hash
}

/**
 * The scheme that an `AlgorithmIdentifier` names.
 * @param digest the hash that CMS names beside it, for identifiers that name the kind of key alone
 */
export function schemeOf(identifier: Value, digest?: Hash): Scheme {
  const dotted = identifier.at(0).oid()
  const scheme = SCHEMES[dotted]
  if (scheme !== undefined) return scheme
  if (dotted === OID.rsaPss) return pssOf(identifier)
  if (digest !== undefined && dotted === OID.rsaEncryption) return { kind: 'rsa', hash: digest }
  if (digest !== undefined && dotted === OID.ecPublicKey) return { kind: 'ecdsa', hash: digest }
  throw new Unreadable('algorithm.unknown', `signature algorithm ${dotted} is not known`)
}

/** RFC 4055 3.1. Each parameter is explicitly tagged and has a default. */
function pssOf(identifier: Value): Scheme {
  let hash: Hash = 'sha1'
  let maskHash: Hash = 'sha1'
  let saltLength = 20
  for (const parameter of identifier.children[1]?.children ?? []) {
    const value = parameter.at(0)
    if (parameter.tag === 0xa0) hash = hashAlgorithmOf(value)
    else if (parameter.tag === 0xa1) maskHash = hashAlgorithmOf(value.at(1))
    else if (parameter.tag === 0xa2) saltLength = value.small()
  }
  if (maskHash !== hash) throw new Unreadable('algorithm.unknown', `PSS of ${hash} with a mask of ${maskHash}`)
  if (saltLength < 0 || saltLength > 512) throw new Unreadable('algorithm.unknown', `PSS with ${saltLength} bytes salt`)
  return { kind: 'rsaPss', hash, saltLength }
}

const fitsKey = (scheme: Scheme, key: KeyObject) =>
  scheme.kind === 'ecdsa'
    ? key.asymmetricKeyType === 'ec'
    : key.asymmetricKeyType === 'rsa' || (scheme.kind === 'rsaPss' && key.asymmetricKeyType === 'rsa-pss')

/** Whether a signature of data is that of this key. False too where key and scheme do not fit. */
export function isSignedBy(key: KeyObject, scheme: Scheme, data: Uint8Array, signature: Uint8Array): boolean {
  if (!fitsKey(scheme, key)) return false
  try {
    if (scheme.kind !== 'rsaPss') return verifyData(scheme.hash, data, key, signature)
    const { saltLength } = scheme
    return verifyData(scheme.hash, data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, signature)
  } catch {
    // OpenSSL throws at signatures that have no form at all.
    return false
  }
}

/**
 * As `isSignedBy`, where only the hash of the data is at hand. Null if that cannot be told: `node:crypto` verifies hashes
 * for RSA with PKCS #1 v1.5 only.
 */
export function isHashSignedBy(
  key: KeyObject,
  scheme: Scheme,
  hash: Uint8Array,
  signature: Uint8Array,
): boolean | null {
  if (!fitsKey(scheme, key)) return false
  if (scheme.kind !== 'rsa') return null
  try {
    const padding = constants.RSA_PKCS1_PADDING
    return isSame(publicDecrypt({ key, padding }, signature), digestInfo(scheme.hash, hash))
  } catch {
    return false
  }
}

const OID_OF_HASH = Object.fromEntries(Object.entries(HASHES).map(([dotted, hash]) => [hash, dotted]))

/** `AlgorithmIdentifier` of a hash; without parameters, as RFC 5754 2 wants it. */
export const hashAlgorithm = (hash: Hash): Uint8Array => sequence(oid(OID_OF_HASH[hash]!))

/** RFC 8017 9.2; here the parameters are written. */
function digestInfo(hash: Hash, digest: Uint8Array): Uint8Array {
  return sequence(sequence(oid(OID_OF_HASH[hash]!), NULL), octetString(digest))
}

/** `AlgorithmIdentifier` of a signature, as certificates name it. */
export function signatureAlgorithm(algorithm: SignatureAlgorithm): Uint8Array {
  if (algorithm === 'rsa-sha256') return sequence(oid(OID.sha256WithRsa), NULL)
  return sequence(oid(algorithm === 'ecdsa-sha256' ? OID.ecdsaWithSha256 : OID.ecdsaWithSha384))
}

const CURVES: Readonly<Record<string, { name: string; order: bigint; bytes: number }>> = {
  prime256v1: {
    name: 'prime256v1',
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    bytes: 32,
  },
  secp384r1: {
    name: 'secp384r1',
    order: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    bytes: 48,
  },
}

const secrets = new WeakMap<KeyObject, bigint>()

/**
 * Signs a hash with a key in memory, as `SigningKey.sign` wants it. `node:crypto` signs hashes for RSA only; for ECDSA
 * OpenSSL draws the nonce and multiplies the point, in constant time, and the rest is arithmetic on numbers that are
 * blinded, because `BigInt` is not constant in time (FIPS 186-5 6.4.1).
 */
export function signHash(key: KeyObject, algorithm: SignatureAlgorithm, hash: Uint8Array): Uint8Array {
  const name = hashOf(algorithm)
  if (algorithm === 'rsa-sha256')
    return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, digestInfo(name, hash))
  const curve = CURVES[key.asymmetricKeyDetails?.namedCurve ?? '']
  if (curve === undefined) throw new TypeError(`${algorithm} needs a key on P-256 or P-384`)
  const { order, bytes } = curve
  let secret = secrets.get(key)
  if (secret === undefined) {
    secret = numberOf(Buffer.from(key.export({ format: 'jwk' }).d!, 'base64url'))
    secrets.set(key, secret)
  }
  const truncated = hash.subarray(0, bytes)
  for (;;) {
    const nonce = createECDH(curve.name)
    const r = numberOf(nonce.generateKeys().subarray(1, 1 + bytes)) % order
    const blind = (numberOf(randomBytes(bytes)) % (order - 1n)) + 1n
    const inverse = inverseOf((numberOf(nonce.getPrivateKey()) * blind) % order, order)
    const blinded = (((blind * numberOf(truncated)) % order) + ((((blind * r) % order) * secret) % order)) % order
    const s = (inverse * blinded) % order
    if (r !== 0n && s !== 0n) return sequence(integer(r), integer(s))
  }
}

const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

/** The inverse of a number by a prime, by Euclid. */
function inverseOf(number: bigint, prime: bigint): bigint {
  let [a, b, x, y] = [number, prime, 1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b, x, y] = [b, a - quotient * b, y, x - quotient * y]
  }
  return x < 0n ? x + prime : x
}
