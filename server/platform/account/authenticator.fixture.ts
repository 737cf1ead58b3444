import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

/** A security key in software, with what W3C Web Authentication requires: P-256, no attestation, always verified. */
export interface Authenticator {
  create: (options: object, origin: string) => RegistrationResponseJSON
  get: (options: object, origin: string) => AuthenticationResponseJSON
  /** The signature count of the next answer; it increases with each one. */
  count: number
}

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const CREDENTIAL_ATTACHED = 0x40

export function newAuthenticator(): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  let userHandle: string | undefined

  const clientData = (type: string, options: object, origin: string) => {
    const { challenge } = options as { challenge: string }
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }
  const authData = (rpId: string, flags: number, count: number, attached = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(count)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), counter, attached])
  }

  const self: Authenticator = {
    count: 1,
    create(options, origin) {
      const { rp, user } = options as { rp: { id: string }; user: { id: string } }
      userHandle = user.id
      // COSE_Key: 1 kty 2 (EC2), 3 alg -7 (ES256), -1 crv 1 (P-256), -2 x, -3 y.
      const key = cborMap([
        [1, cborInt(2)],
        [3, cborInt(-7)],
        [-1, cborInt(1)],
        [-2, cborBytes(Buffer.from(x, 'base64url'))],
        [-3, cborBytes(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      const attached = Buffer.concat([Buffer.alloc(16), length, credentialId, key])
      const data = authData(rp.id, USER_PRESENT | USER_VERIFIED | CREDENTIAL_ATTACHED, self.count++, attached)
      const attestation = cborMap([
        ['fmt', cborText('none')],
        ['attStmt', cborMap([])],
        ['authData', cborBytes(data)],
      ])
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options, origin).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['usb'],
        },
      }
    },
    get(options, origin) {
      const { rpId } = options as { rpId: string }
      const client = clientData('webauthn.get', options, origin)
      const data = authData(rpId, USER_PRESENT | USER_VERIFIED, self.count++)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, createHash('sha256').update(client).digest()]))
        .sign(privateKey)
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          ...(userHandle === undefined ? {} : { userHandle }),
        },
      }
    },
  }
  return self
}

function cborHead(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value])
  if (value < 256) return Buffer.from([(major << 5) | 24, value])
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255])
}
const cborInt = (value: number) => (value < 0 ? cborHead(1, -1 - value) : cborHead(0, value))
const cborBytes = (bytes: Buffer) => Buffer.concat([cborHead(2, bytes.length), bytes])
const cborText = (text: string) => Buffer.concat([cborHead(3, Buffer.byteLength(text)), Buffer.from(text)])
const cborMap = (entries: [number | string, Buffer][]) =>
  Buffer.concat([
    cborHead(5, entries.length),
    ...entries.flatMap(([key, value]) => [typeof key === 'number' ? cborInt(key) : cborText(key), value]),
  ])
