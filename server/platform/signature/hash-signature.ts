import {
  constants,
  createECDH,
  createPublicKey,
  ECDH,
  type KeyObject,
  publicDecrypt,
  timingSafeEqual,
} from 'node:crypto'
import { integer, readDer, sequence, TAG } from './der.ts'
import { hashOf, type SignatureAlgorithm } from './signer.ts'

/*
 * Checks a signature of which only the hash is at hand, as keys that lie elsewhere return them. `node:crypto` does so for
 * RSA only: for ECDSA it hashes by itself. So the points of the curve are multiplied by `node:crypto`, and added here.
 * Everything here is public: it need not take constant time.
 */

/** Before the hash in what RSA signs (RFC 8017, section 9.2, note 1). */
const BEFORE_HASH = {
  sha256: Buffer.from('3031300d060960864801650304020105000420', 'hex'),
  sha384: Buffer.from('3041300d060960864801650304020205000430', 'hex'),
}

interface Curve {
  /** As OpenSSL names it. */
  name: string
  bytes: number
  /** Of the field, and of the group. */
  p: bigint
  n: bigint
}

const P256: Curve = {
  name: 'prime256v1',
  bytes: 32,
  p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
  n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
}
const P384: Curve = {
  name: 'secp384r1',
  bytes: 48,
  p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
  n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
}
const curveOf = (algorithm: SignatureAlgorithm): Curve => (algorithm === 'ecdsa-sha384' ? P384 : P256)

/** The smallest RSA key that signs: what the Vietnamese authorities issue, and what verifiers still trust. */
const LEAST_RSA_BITS = 2048

/** With what algorithm a key of this kind signs; undefined for a kind or size that is not used. */
export function algorithmOf(key: KeyObject): SignatureAlgorithm | undefined {
  const details = key.asymmetricKeyDetails
  if (key.asymmetricKeyType === 'rsa') {
    const bits = details?.modulusLength ?? 0
    return bits >= LEAST_RSA_BITS && bits <= 16_384 ? 'rsa-sha256' : undefined
  }
  if (key.asymmetricKeyType !== 'ec') return undefined
  if (details?.namedCurve === P256.name) return 'ecdsa-sha256'
  return details?.namedCurve === P384.name ? 'ecdsa-sha384' : undefined
}

/** What RSA signs of a hash: DER `DigestInfo`. */
export function digestInfo(algorithm: SignatureAlgorithm, hash: Uint8Array): Buffer {
  return Buffer.concat([BEFORE_HASH[hashOf(algorithm)], hash])
}

/** Whether a signature of a hash is right. What is no signature at all is not right either: it never throws for one. */
export function isSignatureOf(
  key: KeyObject,
  algorithm: SignatureAlgorithm,
  hash: Uint8Array,
  signature: Uint8Array,
): boolean {
  demandLength(algorithm, hash)
  if (algorithmOf(key) !== algorithm) return false
  return algorithm === 'rsa-sha256'
    ? isRsaOf(key, digestInfo(algorithm, hash), signature)
    : isEcdsaOf(key, curveOf(algorithm), hash, signature)
}

function isRsaOf(key: KeyObject, expected: Buffer, signature: Uint8Array): boolean {
  try {
    const publicKey = key.type === 'public' ? key : createPublicKey(key)
    const found = publicDecrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, signature)
    return found.length === expected.length && timingSafeEqual(found, expected)
  } catch {
    return false
  }
}

/** SEC 1, section 4.1.4. The sum of the two points is the only part that `node:crypto` does not do. */
function isEcdsaOf(key: KeyObject, curve: Curve, hash: Uint8Array, signature: Uint8Array): boolean {
  const { n, p, bytes, name } = curve
  const parts = ecdsaParts(signature)
  if (!parts) return false
  const [r, s] = parts
  if (r <= 0n || r >= n || s <= 0n || s >= n) return false
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const w = inverse(s, n)
  const u1 = ((toNumber(hash) % n) * w) % n
  const u2 = (r * w) % n
  const holder = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  try {
    // Only the x of u2·Q is given, so its y is one of two: the other is that of the same key with the sign turned.
    const ofHolder = createECDH(name)
    ofHolder.setPrivateKey(toBytes(u2, bytes))
    const shared = ofHolder.computeSecret(holder)
    const second = pointOf(
      Buffer.from(ECDH.convertKey(Buffer.concat([Buffer.from([2]), shared]), name) as never),
      bytes,
    )
    if (u1 === 0n) return second.x % n === r
    const ofBase = createECDH(name)
    ofBase.setPrivateKey(toBytes(u1, bytes))
    const first = pointOf(ofBase.getPublicKey(), bytes)
    if (first.x === second.x) return false
    const across = inverse(mod(second.x - first.x, p), p)
    return [second.y, p - second.y].some((one) => {
      const slope = (mod(one - first.y, p) * across) % p
      return mod(slope * slope - first.x - second.x, p) % n === r
    })
  } catch {
    return false
  }
}

const pointOf = (bytes: Buffer, size: number) => ({
  x: toNumber(bytes.subarray(1, 1 + size)),
  y: toNumber(bytes.subarray(1 + size, 1 + 2 * size)),
})

/** r and s as a token gives them, one after the other, as DER `Ecdsa-Sig-Value`. */
export function ecdsaDer(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2
  if (!Number.isInteger(half) || half < 1 || half > 66)
    throw new RangeError(`${raw.length} bytes are no pair of r and s`)
  return sequence(integer(raw.subarray(0, half)), integer(raw.subarray(half)))
}

/** r and s of a DER `Ecdsa-Sig-Value`, read strictly; undefined for anything else. */
function ecdsaParts(der: Uint8Array): readonly [bigint, bigint] | undefined {
  try {
    const [r, s, more] = readDer(der).as(TAG.sequence).children
    return r && s && !more ? [r.integer(), s.integer()] : undefined
  } catch {
    return undefined
  }
}

function demandLength(algorithm: SignatureAlgorithm, hash: Uint8Array): void {
  const length = hashOf(algorithm) === 'sha384' ? 48 : 32
  if (hash.length !== length) throw new RangeError(`a hash for ${algorithm} has ${length} bytes, not ${hash.length}`)
}

const mod = (a: bigint, m: bigint): bigint => ((a % m) + m) % m
const toNumber = (bytes: Uint8Array): bigint =>
  bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}`)
const toBytes = (value: bigint, size: number): Buffer => Buffer.from(value.toString(16).padStart(size * 2, '0'), 'hex')

/** Modulo a prime, by Euclid. */
function inverse(a: bigint, m: bigint): bigint {
  let [low, high, from, to] = [mod(a, m), m, 1n, 0n]
  while (low > 1n) {
    const times = high / low
    ;[high, low] = [low, high - times * low]
    ;[to, from] = [from, to - times * from]
  }
  return mod(from, m)
}
