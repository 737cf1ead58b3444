import { randomBytes } from 'node:crypto'
import { callOnce, type MayCall, reasonOf } from '../outgoing/post.ts'
import { ecdsaDer, isSignatureOf } from './hash-signature.ts'
import { algorithmOfChain, orderChain } from './key-chain.ts'
import { hashOf, type SignatureAlgorithm, type SigningKey } from './signer.ts'
import { type KeyReason, KeyRefused } from './words-keys.ts'

/** Remote signing by the API of the Cloud Signature Consortium, version 2 (CSC API 2.0.0.2). */

export interface ProviderSettings {
  /** With its version: "https://ky-so.nha-cung-cap.example/csc/v2". */
  url: string
  clientId: string
  clientSecret: string
  /** Where a token is had, if not where `info` says. */
  tokenUrl?: string
  /** Longest wait for one answer; 20 if omitted. */
  seconds?: number
  /** Whether an address may be called; the operator wrote this one, so any if omitted. */
  mayCall?: MayCall
}

/** A key at the provider, as the provider describes it. */
export interface Credential {
  id: string
  chain: readonly Uint8Array[]
  algorithm: SignatureAlgorithm
  asksPin: boolean
  asksOtp: boolean
  /** Most hashes that one authorisation signs. */
  most: number
}

export interface Provider {
  /** The name the provider gives itself. */
  name(): Promise<string>
  /** The ids of the keys that the client of the office may use. */
  credentials(): Promise<readonly string[]>
  credential(id: string): Promise<Credential>
  /** Has a one-time code sent to the holder. */
  sendOtp(id: string): Promise<void>
  /** A key that is authorised at each `sign`, for exactly the hashes it is given. A one-time code serves one `sign`. */
  open(id: string, secrets?: { pin?: string; otp?: string }): Promise<SigningKey>
}

const MOST_ANSWER = 1024 * 1024
const MOST_PAGES = 20
/** A token that ends within this is not used any more. */
const MARGIN_MS = 30_000
const HASH_OID = { sha256: '2.16.840.1.101.3.4.2.1', sha384: '2.16.840.1.101.3.4.2.2' } as const
/** The algorithm in full, and of the key alone, which older providers name. */
const SIGN_OIDS: Readonly<Record<SignatureAlgorithm, readonly [string, string]>> = {
  'rsa-sha256': ['1.2.840.113549.1.1.11', '1.2.840.113549.1.1.1'],
  'ecdsa-sha256': ['1.2.840.10045.4.3.2', '1.2.840.10045.2.1'],
  'ecdsa-sha384': ['1.2.840.10045.4.3.3', '1.2.840.10045.2.1'],
}

type Json = Readonly<Record<string, unknown>>
interface Answer {
  status: number
  json: Json
}

export function openProvider(settings: ProviderSettings): Provider {
  const { clientId, clientSecret, seconds = 20, mayCall = () => true } = settings
  const base = settings.url.replace(/\/+$/, '')
  let info: Promise<Json> | undefined
  let token: { text: string; endsAt: number } | undefined

  async function once(url: string, body: string, headers: Record<string, string>): Promise<Answer> {
    const signal = AbortSignal.timeout(seconds * 1000)
    const what = {
      method: 'POST' as const,
      headers: { accept: 'application/json', ...headers },
      body: Buffer.from(body),
    }
    const reply = await callOnce(url, what, { mayCall, most: MOST_ANSWER, signal }).catch((cause) => {
      const why = signal.aborted ? `no answer within ${seconds} s` : reasonOf(cause)
      throw new KeyRefused('provider.unreachable', `${url}: ${why}`, { cause })
    })
    if (reply.isCut) throw new KeyRefused('provider.unreadable', `${url}: more than ${MOST_ANSWER} bytes`)
    if (reply.status >= 500 || reply.status === 429) {
      throw new KeyRefused('provider.unreachable', `${url}: status ${reply.status}`)
    }
    return { status: reply.status, json: jsonOf(reply.body) }
  }

  /** What changes nothing at the provider is asked a second time if there was no answer. */
  function twice<T>(ask: () => Promise<T>): Promise<T> {
    return ask().catch((error) => {
      if (error instanceof KeyRefused && error.reason === 'provider.unreachable') return ask()
      throw error
    })
  }

  function infoOf(): Promise<Json> {
    const asked = info ?? twice(() => once(`${base}/info`, '{}', JSON_TYPE)).then((answer) => granted('info', answer))
    info = asked
    asked.catch(() => {
      info = undefined
    })
    return asked
  }

  async function tokenOf(): Promise<string> {
    if (token && Date.now() < token.endsAt) return token.text
    const url = settings.tokenUrl ?? `${text(await infoOf(), 'oauth2').replace(/\/+$/, '')}/oauth2/token`
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    })
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = granted('oauth2/token', await twice(() => once(url, form.toString(), type)))
    const seconds = typeof answer.expires_in === 'number' ? answer.expires_in : 300
    token = { text: text(answer, 'access_token'), endsAt: Date.now() + Math.max(0, seconds * 1000 - MARGIN_MS) }
    return token.text
  }

  /** Calls a method. Where the access token is refused, nothing was done, so it is called again with a new one. */
  async function call(method: string, body: Json, isSafe: boolean): Promise<Json> {
    const ask = async () =>
      once(`${base}/${method}`, JSON.stringify(body), { ...JSON_TYPE, authorization: `Bearer ${await tokenOf()}` })
    let answer = await (isSafe ? twice(ask) : ask())
    if (answer.status === 401) {
      token = undefined
      answer = await ask()
    }
    return granted(method, answer)
  }

  async function credentials(): Promise<readonly string[]> {
    const ids: string[] = []
    let pageToken: unknown
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await call('credentials/list', typeof pageToken === 'string' ? { pageToken } : {}, true)
      ids.push(...texts(answer, 'credentialIDs'))
      pageToken = answer.nextPageToken
      if (typeof pageToken !== 'string' || pageToken === '') break
    }
    return ids
  }

  async function credential(id: string): Promise<Credential> {
    const asked = { credentialID: id, certificates: 'chain', certInfo: true, authInfo: true }
    const answer = await call('credentials/info', asked, true)
    const [key, cert, auth] = [part(answer, 'key'), part(answer, 'cert'), part(answer, 'auth')]
    if (key.status === 'disabled') throw new KeyRefused('provider.locked', `credential ${id} is disabled`)
    if (cert.status === 'expired') throw new KeyRefused('certificate.ended', `the certificate of ${id} has ended`)
    if (cert.status === 'revoked' || cert.status === 'suspended') {
      throw new KeyRefused('provider.locked', `the certificate of ${id} is ${cert.status}`)
    }
    const [own, ...issuers] = texts(cert, 'certificates').map((one) => Buffer.from(one, 'base64'))
    if (!own) throw new KeyRefused('certificate.missing', `the provider gives no certificate of ${id}`)
    const chain = orderChain(own, issuers)
    const { mode } = auth
    if (mode !== undefined && mode !== 'explicit' && mode !== 'implicit') {
      throw new KeyRefused('provider.refused', `credential ${id} is authorised by ${mode}, which needs a browser`)
    }
    const objects = Array.isArray(auth.objects) ? auth.objects.map((one) => String((one as Json | null)?.id)) : []
    const most = answer.multisign
    return {
      id,
      chain,
      algorithm: algorithmOfChain(chain).algorithm,
      asksPin: objects.includes('PIN'),
      asksOtp: objects.includes('OTP'),
      most: typeof most === 'number' && most >= 1 ? Math.floor(most) : 1,
    }
  }

  async function open(id: string, { pin, otp }: { pin?: string; otp?: string } = {}): Promise<SigningKey> {
    const about = await credential(id)
    const { chain, algorithm, most } = about
    if (about.asksPin && !pin) throw new KeyRefused('provider.pin', `credential ${id} asks for a PIN`)
    if (about.asksOtp && !otp) throw new KeyRefused('provider.pin', `credential ${id} asks for a one-time code`)
    const { publicKey } = algorithmOfChain(chain)
    const [full, ofKey] = SIGN_OIDS[algorithm]
    const authData = [
      ...(about.asksPin ? [{ id: 'PIN', value: pin }] : []),
      ...(about.asksOtp ? [{ id: 'OTP', value: otp }] : []),
    ]
    const hashAlgorithmOID = HASH_OID[hashOf(algorithm)]
    let isSpent = false

    async function signSome(some: readonly Uint8Array[]): Promise<Uint8Array[]> {
      const hashes = some.map((hash) => Buffer.from(hash).toString('base64'))
      // The activation data are bound to these hashes, and serve no other.
      const ask = { credentialID: id, numSignatures: hashes.length, hashes, hashAlgorithmOID, authData }
      const SAD = text(await call('credentials/authorize', { ...ask, clientData: clientMark() }, false), 'SAD')
      const sign = (signAlgo: string) =>
        call(
          'signatures/signHash',
          { credentialID: id, SAD, hashes, hashAlgorithmOID, signAlgo, operationMode: 'S' },
          false,
        )
      const answer = await sign((await namesFull()) ? full : ofKey)
      const signatures = texts(answer, 'signatures').map((one) => Buffer.from(one, 'base64'))
      return some.map((hash, at) => checked(hash, signatures[at] ?? Buffer.alloc(0)))
    }

    /** What the provider gave, if it is a signature of the hash: DER, or r and s one after the other. */
    function checked(hash: Uint8Array, given: Buffer): Uint8Array {
      if (isSignatureOf(publicKey, algorithm, hash, given)) return given
      const isPair = algorithm !== 'rsa-sha256' && given.length === 2 * hash.length
      const der = isPair ? ecdsaDer(given) : given
      if (isPair && isSignatureOf(publicKey, algorithm, hash, der)) return der
      throw new KeyRefused('certificate.does_not_fit', `the provider’s signature does not fit the certificate of ${id}`)
    }

    /** Whether the provider names algorithms in full. */
    async function namesFull(): Promise<boolean> {
      const algos = part(await infoOf(), 'signAlgorithms').algos
      return !Array.isArray(algos) || algos.includes(full) || !algos.includes(ofKey)
    }

    return {
      chain,
      algorithm,
      async sign(hashes) {
        if (hashes.length === 0) return []
        if (about.asksOtp && (isSpent || hashes.length > most)) {
          throw new KeyRefused('provider.pin', `one one-time code of ${id} signs once, at most ${most} hashes`)
        }
        isSpent = true
        const signatures: Uint8Array[] = []
        for (let at = 0; at < hashes.length; at += most)
          signatures.push(...(await signSome(hashes.slice(at, at + most))))
        return signatures
      },
    }
  }

  return {
    name: async () => text(await infoOf(), 'name'),
    credentials,
    credential,
    async sendOtp(id) {
      const { methods } = await infoOf()
      const isOlder = Array.isArray(methods) && !methods.includes('credentials/getChallenge')
      await call(isOlder ? 'credentials/sendOTP' : 'credentials/getChallenge', { credentialID: id }, false)
    },
    open,
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }
const clientMark = () => randomBytes(12).toString('base64url')

function jsonOf(body: Uint8Array): Json {
  if (body.length === 0) return {}
  try {
    const json: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Json) : {}
  } catch {
    return {}
  }
}

/** The answer of a method, or its refusal by the codes and words of the specification (section 10). */
function granted(method: string, { status, json }: Answer): Json {
  if (status >= 200 && status < 300) return json
  const code = typeof json.error === 'string' ? json.error.slice(0, 60) : `status ${status}`
  // The words may repeat what was sent: they choose the reason, and are not kept.
  const words = `${code} ${typeof json.error_description === 'string' ? json.error_description : ''}`.toLowerCase()
  throw new KeyRefused(reasonFor(words), `${method}: ${code}`)
}

function reasonFor(words: string): KeyReason {
  if (/lock|disabled|suspend|blocked/.test(words)) return 'provider.locked'
  if (/\b(invalid_otp|invalid_pin|otp|pin|authdata)\b/.test(words)) return 'provider.pin'
  if (/expire/.test(words)) return 'provider.expired'
  if (/credentialid/.test(words)) return 'provider.absent'
  return 'provider.refused'
}

function text(json: Json, name: string): string {
  const value = json[name]
  if (typeof value === 'string' && value !== '') return value
  throw new KeyRefused('provider.unreadable', `the provider’s answer has no "${name}"`)
}

function texts(json: Json, name: string): readonly string[] {
  const value = json[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function part(json: Json, name: string): Json {
  const value = json[name]
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}
