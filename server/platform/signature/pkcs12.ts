import {
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  type KeyObject,
  pbkdf2,
  timingSafeEqual,
  type X509Certificate,
} from 'node:crypto'
import { promisify } from 'node:util'
import { signHash } from './algorithms.ts'
import { readDer, Unreadable, type Value } from './der.ts'
import { algorithmOfChain, certificateOf, demandInTime, orderChain } from './key-chain.ts'
import type { SigningKey } from './signer.ts'
import { KeyRefused } from './words-keys.ts'

/** PKCS #12 files (RFC 7292), as OpenSSL, Windows and Vietnamese authorities write them. */

const MOST_BYTES = 1024 * 1024
/** Rounds of all passwords of a file together. OpenSSL asks for 2,048 each, careful ones for 600,000. */
const MOST_ROUNDS = 2_000_000
/** Rounds after which others get their turn. */
const ROUNDS_AT_ONCE = 2_000
const MOST_BAGS = 64

const OID = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  bags: '1.2.840.113549.1.12.10.1.6',
  x509: '1.2.840.113549.1.9.22.1',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
} as const
const OLD_CIPHERS = new Set([1, 2, 5, 6].map((number) => `1.2.840.113549.1.12.1.${number}`))
/** Three keys of DES, or two of which the first is used twice, under SHA-1. */
const TRIPLE_DES: Readonly<Record<string, number>> = { '1.2.840.113549.1.12.1.3': 24, '1.2.840.113549.1.12.1.4': 16 }
const CIPHERS: Readonly<Record<string, { name: string; keyBytes: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyBytes: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyBytes: 24 },
}
const HMACS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}
const HASHES: Readonly<Record<string, { name: string; bytes: number; block: number }>> = {
  '1.3.14.3.2.26': { name: 'sha1', bytes: 20, block: 64 },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', bytes: 32, block: 64 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', bytes: 48, block: 128 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', bytes: 64, block: 128 },
}
const deriveKey = promisify(pbkdf2)

/** One file being read: its password, and what is left of the rounds it may ask for. */
interface Reading {
  password: string
  rounds: number
}
interface Found {
  keys: Uint8Array[]
  certificates: Uint8Array[]
  bags: number
}

/**
 * Reads a file with one private key and its certificate. Throws `KeyRefused` if the password is wrong, the file is
 * unreadable, has no key, several keys or none of the right certificate, or the certificate is not in force at `now`.
 */
export async function readPkcs12(file: Uint8Array, password: string, now: Date): Promise<SigningKey> {
  if (file.length > MOST_BYTES) throw new KeyRefused('pkcs12.too_large', `a file of ${file.length} bytes`)
  const found = await contentOf(file, password)
  const [pkcs8, another] = found.keys
  if (!pkcs8) throw new KeyRefused('pkcs12.no_key', 'the file holds no private key')
  if (another) throw new KeyRefused('pkcs12.several_keys', `the file holds ${found.keys.length} private keys`)
  const key = privateKeyOf(pkcs8)
  const chain = chainOf(key, found.certificates)
  const { algorithm } = algorithmOfChain(chain)
  demandInTime(chain, now)
  return {
    chain,
    algorithm,
    sign: async (hashes) => hashes.map((hash) => signHash(key, algorithm, hash)),
  }
}

function privateKeyOf(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  } catch (cause) {
    throw new KeyRefused('pkcs12.unreadable', 'the private key cannot be read', { cause })
  }
}

function chainOf(key: KeyObject, ders: readonly Uint8Array[]): readonly Uint8Array[] {
  if (ders.length === 0) throw new KeyRefused('pkcs12.no_certificate', 'the file holds no certificate')
  const own = ders.find((der) => fits(certificateOf(der), key))
  if (!own) throw new KeyRefused('pkcs12.does_not_fit', 'no certificate of the file is of its private key')
  return orderChain(own, ders)
}

function fits(certificate: X509Certificate, key: KeyObject): boolean {
  try {
    return certificate.checkPrivateKey(key)
  } catch {
    return false
  }
}

async function contentOf(file: Uint8Array, password: string): Promise<Found> {
  const reading = { password, rounds: MOST_ROUNDS }
  const found: Found = { keys: [], certificates: [], bags: 0 }
  try {
    const pfx = readDer(file, 'ber')
    if (pfx.at(0).small() !== 3) throw new KeyRefused('pkcs12.unreadable', 'the file is of another version than 3')
    if (pfx.at(1).at(0).oid() !== OID.data) {
      throw new KeyRefused('pkcs12.unreadable', 'the file is protected by a signature instead of a password')
    }
    const safes = pfx.at(1).at(1).at(0).octets()
    const mac = pfx.children[2]
    if (!mac) throw new KeyRefused('pkcs12.no_mac', 'the file has no integrity check')
    await checkMac(mac, safes, reading)
    for (const info of readDer(safes, 'ber').children) {
      const kind = info.at(0).oid()
      if (kind === OID.data) await bagsOf(info.at(1).at(0).octets(), reading, found)
      else if (kind === OID.encryptedData) {
        const content = info.at(1).at(0).at(1)
        await bagsOf(await decrypted(content.at(1), implicitOctets(content.at(2)), reading), reading, found)
      } else throw new KeyRefused('pkcs12.unreadable', `a part of the kind ${kind} cannot be opened by a password`)
    }
  } catch (cause) {
    if (cause instanceof Unreadable) throw new KeyRefused('pkcs12.unreadable', cause.message, { cause })
    throw cause
  }
  return found
}

async function bagsOf(bytes: Uint8Array, reading: Reading, found: Found): Promise<void> {
  const waiting = [readDer(bytes, 'ber')]
  for (let bags = waiting.pop(); bags; bags = waiting.pop()) {
    for (const bag of bags.children) {
      if (++found.bags > MOST_BAGS)
        throw new KeyRefused('pkcs12.unreadable', `the file has more than ${MOST_BAGS} parts`)
      const value = bag.at(1).at(0)
      switch (bag.at(0).oid()) {
        case OID.keyBag:
          found.keys.push(value.bytes)
          break
        case OID.shroudedKeyBag:
          found.keys.push(await decrypted(value.at(0), value.at(1).octets(), reading))
          break
        case OID.certificateBag:
          if (value.at(0).oid() === OID.x509) found.certificates.push(value.at(1).at(0).octets())
          break
        case OID.bags:
          waiting.push(value)
          break
        // CRLs and secrets are of no use here.
      }
    }
  }
}

/** `[0] IMPLICIT OCTET STRING`, which strangers write in pieces. */
function implicitOctets(value: Value): Uint8Array {
  if (value.tag === 0x80) return value.content
  if (value.tag !== 0xa0) throw new KeyRefused('pkcs12.unreadable', 'an encrypted part is empty')
  return Buffer.concat(value.children.map((piece) => piece.octets()))
}

async function checkMac(mac: Value, content: Uint8Array, reading: Reading): Promise<void> {
  const algorithm = mac.at(0).at(0).at(0).oid()
  const hash = HASHES[algorithm]
  if (!hash) throw new KeyRefused('pkcs12.cipher', `integrity by ${algorithm} is not supported`)
  const expected = mac.at(0).at(1).octets()
  const rounds = spend(reading, mac.children[2])
  const key = await oldKey(reading.password, mac.at(1).octets(), { purpose: 3, rounds, hash, bytes: hash.bytes })
  const found = createHmac(hash.name, key).update(content).digest()
  if (expected.length !== found.length || !timingSafeEqual(expected, found)) {
    throw new KeyRefused('pkcs12.password', 'the integrity check of the file fails under this password')
  }
}

/** Takes the rounds that a part asks for from what the file may ask for. */
function spend(reading: Reading, value: Value | undefined): number {
  const rounds = value ? value.integer() : 1n
  if (rounds < 1n) throw new KeyRefused('pkcs12.unreadable', `a part asks for ${rounds} rounds`)
  if (rounds > BigInt(reading.rounds))
    throw new KeyRefused('pkcs12.too_slow', `the file asks for ${rounds} rounds or more`)
  reading.rounds -= Number(rounds)
  return Number(rounds)
}

async function decrypted(algorithm: Value, bytes: Uint8Array, reading: Reading): Promise<Uint8Array> {
  const kind = algorithm.at(0).oid()
  if (OLD_CIPHERS.has(kind)) throw new KeyRefused('pkcs12.old_cipher', `the cipher ${kind} is not safe`)
  const desBytes = TRIPLE_DES[kind]
  if (desBytes !== undefined) return oldDecrypted(algorithm.at(1), bytes, reading, desBytes)
  if (kind !== OID.pbes2) throw new KeyRefused('pkcs12.cipher', `the cipher ${kind} is not supported`)
  const [derivation, encryption] = [algorithm.at(1).at(0), algorithm.at(1).at(1)]
  const cipher = CIPHERS[encryption.at(0).oid()]
  if (derivation.at(0).oid() !== OID.pbkdf2 || !cipher) {
    throw new KeyRefused('pkcs12.cipher', `${derivation.at(0).oid()} with ${encryption.at(0).oid()} is not supported`)
  }
  const [salt, count, ...others] = derivation.at(1).children
  if (!salt || !count) throw new KeyRefused('pkcs12.unreadable', 'a part does not say how its key is derived')
  const hmac =
    HMACS[
      others
        .find(({ tag }) => tag === 0x30)
        ?.at(0)
        .oid() ?? '1.2.840.113549.2.7'
    ]
  if (!hmac) throw new KeyRefused('pkcs12.cipher', 'the key is derived by a hash that is not supported')
  const key = await deriveKey(reading.password, salt.octets(), spend(reading, count), cipher.keyBytes, hmac)
  return open(cipher.name, key, encryption.at(1).octets(), bytes)
}

async function oldDecrypted(parameters: Value, bytes: Uint8Array, reading: Reading, keyBytes: number) {
  const hash = HASHES['1.3.14.3.2.26']!
  const salt = parameters.at(0).octets()
  const rounds = spend(reading, parameters.at(1))
  const key = await oldKey(reading.password, salt, { purpose: 1, rounds, hash, bytes: keyBytes })
  const iv = await oldKey(reading.password, salt, { purpose: 2, rounds, hash, bytes: 8 })
  return open('des-ede3-cbc', keyBytes === 24 ? key : Buffer.concat([key, key.subarray(0, 8)]), iv, bytes)
}

/** The integrity was checked with the same password before, so what fails here is damaged, not locked. */
function open(cipher: string, key: Uint8Array, iv: Uint8Array, bytes: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv(cipher, key, iv)
    return Buffer.concat([decipher.update(bytes), decipher.final()])
  } catch (cause) {
    throw new KeyRefused('pkcs12.unreadable', 'a part of the file cannot be decrypted', { cause })
  }
}

interface OldKey {
  /** 1: a key, 2: an initial value, 3: a key of the integrity check. */
  purpose: 1 | 2 | 3
  rounds: number
  hash: { name: string; bytes: number; block: number }
  bytes: number
}

/** RFC 7292, appendix B.2. The password is UTF-16 with a zero at the end. */
export async function oldKey(
  password: string,
  salt: Uint8Array,
  { purpose, rounds, hash, bytes }: OldKey,
): Promise<Buffer> {
  const { block } = hash
  const filled = (text: Uint8Array) =>
    Uint8Array.from(
      { length: text.length === 0 ? 0 : block * Math.ceil(text.length / block) },
      (_, at) => text[at % text.length] ?? 0,
    )
  const state = Buffer.concat([filled(salt), filled(Buffer.from(`${password}\0`, 'utf16le').swap16())])
  const made: Buffer[] = []
  for (let size = 0; size < bytes; size += hash.bytes) {
    let part = createHash(hash.name).update(Buffer.alloc(block, purpose)).update(state).digest()
    for (let round = 1; round < rounds; round++) {
      if (round % ROUNDS_AT_ONCE === 0) await new Promise(setImmediate)
      part = createHash(hash.name).update(part).digest()
    }
    made.push(part)
    // Each block of the state plus the new part plus one, as numbers.
    for (let from = 0; from < state.length; from += block) {
      let carry = 1
      for (let at = block - 1; at >= 0; at--) {
        carry += (state[from + at] ?? 0) + (part[at % hash.bytes] ?? 0)
        state[from + at] = carry & 0xff
        carry >>= 8
      }
    }
  }
  return Buffer.concat(made).subarray(0, bytes)
}
