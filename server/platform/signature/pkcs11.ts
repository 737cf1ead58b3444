import { type ChildProcess, fork } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { digestInfo, ecdsaDer, isSignatureOf } from './hash-signature.ts'
import { algorithmOfChain, orderChain } from './key-chain.ts'
import type { Answered, Answers, Question, Refusal, TokenContent, TokenName } from './pkcs11-protocol.ts'
import type { SignatureAlgorithm, SigningKey } from './signer.ts'
import { type KeyReason, KeyRefused } from './words-keys.ts'

export type { TokenCertificate, TokenContent } from './pkcs11-protocol.ts'

/** A library by which tokens are reached. */
export interface TokenLibrary {
  /** Absolute path: "/usr/lib/softhsm/libsofthsm2.so". */
  path: string
  /** What the library reads from its environment; nothing else of ours reaches it but PATH, HOME and the language. */
  environment?: Readonly<Record<string, string>>
  /** Longest wait for one answer: of a list, a login, or eight signatures. 20 if omitted. */
  seconds?: number
}

export interface TokenKey extends TokenName {
  /** CKA_ID, hexadecimal. */
  key: string
  pin: string
  /** DER, the signer's own first, where the token does not hold the certificates. */
  chain?: readonly Uint8Array[]
}

export interface Tokens {
  /** The tokens that are there, with the certificates that can be read without a PIN. */
  list(): Promise<readonly TokenContent[]>
  /**
   * Logs in and finds a key. Throws `KeyRefused`: code `pin`, `locked`, `absent`, `unreadable`, `unreachable`. A PIN that
   * was refused is not tried a second time, since a token locks itself after a few.
   */
  open(key: TokenKey): Promise<SigningKey>
  /** Ends the process of the library. */
  close(): Promise<void>
}

/** Signatures in one question: what takes longest must fit the time of one answer. */
const AT_ONCE = 8
const INHERITED = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR'] as const
const child = fileURLToPath(new URL('./pkcs11-child.ts', import.meta.url))

/** The process ended, or was ended, before it answered. */
class Gone extends Error {
  readonly isLate: boolean
  constructor(message: string, isLate: boolean) {
    super(message)
    this.isLate = isLate
  }
}
class Refused extends Error {
  readonly code: Refusal['code']
  constructor({ code, message }: Refusal) {
    super(message)
    this.code = code
  }
}

/**
 * The tokens of one library, reached through a process of its own that is started when it is needed, and again after it
 * failed. Questions are put one after the other: most libraries work so anyway.
 */
export function openTokens({ path, environment = {}, seconds = 20 }: TokenLibrary): Tokens {
  let running: ChildProcess | undefined
  let lastId = 0
  let turn: Promise<unknown> = Promise.resolve()
  const memoryKey = randomBytes(32)
  /** The last refused PIN of each token, unreadable. */
  const refusedPins = new Map<string, string>()

  function start(): ChildProcess {
    const inherited = Object.fromEntries(
      INHERITED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
    )
    const started = fork(child, [path], {
      env: { ...inherited, ...environment },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      // What a library prints may hold anything.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // An idle process does not keep the server from ending.
    started.unref()
    started.channel?.unref()
    const forget = () => {
      if (running === started) running = undefined
    }
    started.once('exit', forget).once('error', forget)
    return started
  }

  function ask<Act extends Question['act']>(question: Extract<Question, { act: Act }>): Promise<Answers[Act]> {
    const asked = turn.then(() => put(question))
    turn = asked.catch(() => {})
    return asked as Promise<Answers[Act]>
  }

  function put(question: Question): Promise<unknown> {
    running ??= start()
    const process = running
    const id = ++lastId
    return new Promise((done, fail) => {
      const settle = (act: () => void) => {
        clearTimeout(timer)
        process.off('message', hear).off('exit', gone).off('error', gone)
        act()
      }
      const hear = (answered: Answered) => {
        if (answered.id !== id) return
        settle(() => ('refusal' in answered ? fail(new Refused(answered.refusal)) : done(answered.answer)))
      }
      const gone = () => settle(() => fail(new Gone(`the process of ${path} ended`, false)))
      const timer = setTimeout(() => {
        if (running === process) running = undefined
        process.kill('SIGKILL')
        settle(() => fail(new Gone(`${path} did not answer within ${seconds} s`, true)))
      }, seconds * 1000)
      process.on('message', hear).once('exit', gone).once('error', gone)
      process.send({ id, question }, (error) => error && gone())
    })
  }

  const pinMark = (pin: string) => createHmac('sha256', memoryKey).update(pin).digest('base64')

  async function login({ token, serial, key, pin }: TokenKey): Promise<Answers['open']> {
    const name = `${token}\n${serial ?? ''}`
    if (refusedPins.get(name) === pinMark(pin)) {
      throw new KeyRefused('token.pin', `this PIN of token ${token} was refused before and is not tried again`)
    }
    try {
      const opened = await ask({
        act: 'open',
        token,
        ...(serial === undefined ? {} : { serial }),
        key,
        pin: Buffer.from(pin),
      })
      refusedPins.delete(name)
      return opened
    } catch (error) {
      if (error instanceof Refused && error.code === 'pin') refusedPins.set(name, pinMark(pin))
      throw error
    }
  }

  async function open(wanted: TokenKey): Promise<SigningKey> {
    let opened = await login(wanted).catch(refuse)
    let isClosed = false
    const release = () => ask({ act: 'close', handle: opened.handle })
    const { chain, algorithm, publicKey } = await fitting(wanted, opened).catch(async (error) => {
      await release().catch(() => {})
      throw error
    })

    const once = async (hashes: readonly Uint8Array[]) => {
      const isRsa = algorithm === 'rsa-sha256'
      const data = hashes.map((hash) => (isRsa ? digestInfo(algorithm, hash) : hash))
      const raw = await ask({ act: 'sign', handle: opened.handle, mechanism: opened.mechanism, data })
      return raw.map((one) => (isRsa ? one : derOf(one, algorithm)))
    }
    /** Once more after the process fell or the token came back: nothing was signed that anyone has seen. */
    const signSome = async (hashes: readonly Uint8Array[]) => {
      try {
        return await once(hashes)
      } catch (error) {
        const isFallen = error instanceof Gone && !error.isLate
        if (!isFallen && !(error instanceof Refused && error.code === 'stale')) throw error
        opened = await login(wanted)
        return once(hashes)
      }
    }
    return {
      chain,
      algorithm,
      async sign(hashes) {
        if (isClosed) throw new KeyRefused('token.refused', 'this key was closed')
        const signatures: Uint8Array[] = []
        for (let at = 0; at < hashes.length; at += AT_ONCE) {
          const some = hashes.slice(at, at + AT_ONCE)
          signatures.push(...(await signSome(some).catch(refuse)))
        }
        if (
          !hashes.every((hash, at) => isSignatureOf(publicKey, algorithm, hash, signatures[at] ?? new Uint8Array()))
        ) {
          throw new KeyRefused(
            'certificate.does_not_fit',
            `key ${wanted.key} of token ${wanted.token} does not fit its certificate`,
          )
        }
        return signatures
      },
      async close() {
        if (isClosed) return
        isClosed = true
        if (running) await release().catch(() => {})
      },
    }
  }

  return {
    list: () => ask({ act: 'list' }).catch(refuse),
    open,
    async close() {
      const process = running
      running = undefined
      if (!process || process.exitCode !== null || process.signalCode !== null) return
      await new Promise<void>((done) => {
        process.once('exit', () => done())
        process.ref()
        process.kill('SIGKILL')
      })
    },
  }
}

/** The chain of a key, and what it signs with. Throws `KeyRefused` if the certificate is missing or of another kind of key. */
async function fitting({ token, key, chain: given = [] }: TokenKey, { certificates, mechanism }: Answers['open']) {
  const [own = certificates.find(({ id }) => id === key.toLowerCase())?.der, ...issuers] = given
  if (!own) {
    throw new KeyRefused('certificate.missing', `token ${token} has no certificate of key ${key}, and none is given`)
  }
  const chain = orderChain(own, [...issuers, ...certificates.map(({ der }) => der)])
  const { algorithm, publicKey } = algorithmOfChain(chain)
  if (mechanism !== mechanismOf(algorithm)) {
    throw new KeyRefused('certificate.does_not_fit', `key ${key} of token ${token} is of another kind`)
  }
  return { chain, algorithm, publicKey }
}

const mechanismOf = (algorithm: SignatureAlgorithm) => (algorithm === 'rsa-sha256' ? 'rsa' : 'ecdsa')

function derOf(raw: Uint8Array, algorithm: SignatureAlgorithm): Uint8Array {
  const size = algorithm === 'ecdsa-sha384' ? 96 : 64
  if (raw.length !== size) throw new KeyRefused('token.refused', `the token gave ${raw.length} bytes for ${algorithm}`)
  return ecdsaDer(raw)
}

const REASONS = {
  pin: 'token.pin',
  locked: 'token.locked',
  expired: 'token.pin_ended',
  absent: 'token.absent',
  stale: 'token.absent',
  refused: 'token.refused',
  unreachable: 'token.unreachable',
  unreadable: 'token.unreachable',
} as const satisfies Record<Refusal['code'], KeyReason>

function refuse(error: unknown): never {
  if (error instanceof Gone) throw new KeyRefused('token.unreachable', error.message, { cause: error })
  if (error instanceof Refused) throw new KeyRefused(REASONS[error.code], error.message, { cause: error })
  throw error
}
