import { createCipheriv, createHmac, type KeyObject, pbkdf2Sync, randomBytes } from 'node:crypto'
import { context, integer, NULL, octetString, oid, sequence } from './der.ts'
import { oldKey } from './pkcs12.ts'

const ROUNDS = 2_048

/**
 * A PKCS #12 file (RFC 7292) of a private key with its chain, under a password: the key by AES-256, the whole by HMAC-SHA-256. For
 * samples: an authority hands such files out to its holders.
 */
export function writePkcs12(
  { key, chain }: { key: KeyObject; chain: readonly Uint8Array[] },
  password: string,
): Promise<Uint8Array> {
  const bags = sequence(
    sequence(oid('1.2.840.113549.1.12.10.1.2'), context(0, shrouded(key, password))),
    ...chain.map((certificate) =>
      sequence(
        oid('1.2.840.113549.1.12.10.1.3'),
        context(0, sequence(oid('1.2.840.113549.1.9.22.1'), context(0, octetString(certificate)))),
      ),
    ),
  )
  return protectedBy(password, sequence(data(bags)))
}

const data = (content: Uint8Array) => sequence(oid('1.2.840.113549.1.7.1'), context(0, octetString(content)))

/** The key by PBES2: PBKDF2 with HMAC-SHA-256, AES-256-CBC. */
function shrouded(key: KeyObject, password: string): Uint8Array {
  const [salt, iv] = [randomBytes(16), randomBytes(16)]
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256'), iv)
  const plain = key.export({ type: 'pkcs8', format: 'der' })
  const derivation = sequence(
    oid('1.2.840.113549.1.5.12'),
    sequence(octetString(salt), integer(ROUNDS), sequence(oid('1.2.840.113549.2.9'), NULL)),
  )
  const encryption = sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(iv))
  return sequence(
    sequence(oid('1.2.840.113549.1.5.13'), sequence(derivation, encryption)),
    octetString(Buffer.concat([cipher.update(plain), cipher.final()])),
  )
}

async function protectedBy(password: string, safes: Uint8Array): Promise<Uint8Array> {
  const salt = randomBytes(16)
  const hash = { name: 'sha256', bytes: 32, block: 64 }
  const key = await oldKey(password, salt, { purpose: 3, rounds: ROUNDS, hash, bytes: hash.bytes })
  const mac = createHmac(hash.name, key).update(safes).digest()
  return sequence(
    integer(3),
    data(safes),
    sequence(
      sequence(sequence(oid('2.16.840.1.101.3.4.2.1'), NULL), octetString(mac)),
      octetString(salt),
      integer(ROUNDS),
    ),
  )
}
