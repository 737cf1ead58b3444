import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { newAuthority } from './authority.ts'
import type { SignatureAlgorithm } from './signer.ts'

export const CLIENT = { clientId: 'dieu-hanh', clientSecret: 'bi-mat-cua-mau' }
export const PIN = '135790'

interface Sad {
  hashes: string
  endsAt: number
}

/** A provider of remote signing that checks what it is sent: client, token, PIN, one-time code, and which hashes were authorised. */
export async function cscProvider(
  t: TestContext,
  {
    algorithm = 'rsa-sha256',
    otp = false,
    isOlder = false,
  }: { algorithm?: SignatureAlgorithm; otp?: boolean; isOlder?: boolean } = {},
) {
  const authority = newAuthority({ algorithm: 'ecdsa-sha256' })
  const holder = authority.issue({ name: 'Người ký từ xa MẪU', usage: 'person', algorithm })
  const tokens = new Set<string>()
  const sads = new Map<string, Sad>()
  const state = {
    /** Milliseconds that an authorisation holds. */
    sadMs: 60_000,
    otp: '',
    wrongPins: 0,
    isDisabled: false,
    /** How many further requests of a method get no answer but 503. */
    failing: new Map<string, number>(),
    calls: [] as string[],
    /** Changes what is signed, to play a provider that is wrong. */
    forge: (signature: Uint8Array): Uint8Array => signature,
    swapHash: false,
  }
  const refuse = (error: string, words: string) => ({ status: 400, body: { error, error_description: words } })

  const methods: Record<string, (body: Record<string, never>) => Promise<object> | object> = {
    info: () => ({
      specs: '2.0.0.2',
      name: 'Dịch vụ ký từ xa MẪU',
      oauth2: `${url}/sign-in`,
      methods: [isOlder ? 'credentials/sendOTP' : 'credentials/getChallenge', 'signatures/signHash'],
      signAlgorithms: { algos: isOlder ? ['1.2.840.113549.1.1.1', '1.2.840.10045.2.1'] : [] },
    }),
    'credentials/list': ({ pageToken }) =>
      pageToken ? { credentialIDs: ['khoa-2'] } : { credentialIDs: ['khoa-1'], nextPageToken: 'tiep' },
    'credentials/info': ({ credentialID }) =>
      credentialID !== 'khoa-1'
        ? refuse('invalid_request', 'Invalid parameter credentialID')
        : {
            key: { status: state.isDisabled ? 'disabled' : 'enabled' },
            cert: { status: 'valid', certificates: holder.chain.map((one) => Buffer.from(one).toString('base64')) },
            auth: { mode: 'explicit', objects: [{ id: 'PIN' }, ...(otp ? [{ id: 'OTP' }] : [])] },
            SCAL: '2',
            multisign: 3,
          },
    [isOlder ? 'credentials/sendOTP' : 'credentials/getChallenge']: () => {
      state.otp = String(100_000 + (randomBytes(2).readUInt16BE() % 900_000))
      return {}
    },
    'credentials/authorize': (body) => {
      const {
        authData = [],
        hashes = [],
        numSignatures,
      } = body as unknown as {
        authData?: { id: string; value: string }[]
        hashes?: string[]
        numSignatures: number
      }
      if (numSignatures !== hashes.length || hashes.length > 3)
        return refuse('invalid_request', 'Invalid numSignatures')
      const given = (id: string) => authData.find((one) => one.id === id)?.value
      if (state.wrongPins >= 3) return refuse('invalid_pin', 'The PIN is locked')
      if (given('PIN') !== PIN) {
        state.wrongPins++
        return refuse('invalid_pin', `The PIN ${given('PIN')} is wrong`)
      }
      if (otp && (state.otp === '' || given('OTP') !== state.otp)) return refuse('invalid_otp', 'The OTP is invalid')
      state.otp = ''
      const sad = randomBytes(16).toString('base64url')
      sads.set(sad, { hashes: hashes.join(), endsAt: Date.now() + state.sadMs })
      return { SAD: sad, expiresIn: state.sadMs / 1000 }
    },
    'signatures/signHash': async (body) => {
      const { SAD, hashes } = body as unknown as { SAD: string; hashes: string[] }
      const sad = sads.get(SAD)
      sads.delete(SAD)
      if (!sad) return refuse('invalid_request', 'Invalid parameter SAD')
      if (Date.now() >= sad.endsAt) return refuse('invalid_request', 'The SAD has expired')
      if (sad.hashes !== hashes.join()) return refuse('invalid_request', 'Hash is not authorized by the SAD')
      const signed = hashes.map((one) => (state.swapHash ? randomBytes(32) : Buffer.from(one, 'base64')))
      const signatures = await holder.signingKey.sign(signed)
      return { signatures: signatures.map((one) => Buffer.from(state.forge(one)).toString('base64')) }
    },
  }

  async function answer(request: IncomingMessage, body: string): Promise<{ status: number; body: object }> {
    const path = request.url ?? ''
    const method = path.replace('/csc/v2/', '')
    state.calls.push(method)
    const failing = state.failing.get(method) ?? 0
    if (failing > 0) {
      state.failing.set(method, failing - 1)
      return { status: 503, body: {} }
    }
    if (path === '/sign-in/oauth2/token') {
      const form = new URLSearchParams(body)
      const isClient = form.get('client_id') === CLIENT.clientId && form.get('client_secret') === CLIENT.clientSecret
      if (!isClient) return { status: 401, body: { error: 'invalid_client' } }
      const token = randomBytes(16).toString('hex')
      tokens.add(token)
      return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: 3600 } }
    }
    const act = methods[method]
    if (!act) return { status: 404, body: {} }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
    if (method !== 'info' && !tokens.has(token)) return { status: 401, body: { error: 'invalid_token' } }
    const done = await act(JSON.parse(body))
    return 'status' in done ? (done as { status: number; body: object }) : { status: 200, body: done }
  }

  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', async () => {
      const { status, body: json } = await answer(request, body)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  t.after(() => {
    server.closeAllConnections()
    return new Promise((done) => server.close(done))
  })
  return { url: `${url}/csc/v2`, holder, state, forgetTokens: () => tokens.clear() }
}
