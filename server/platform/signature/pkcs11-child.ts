import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Cryptoki, CryptokiError, openCryptoki, type Slot } from './cryptoki.ts'
import type { Answered, Answers, Asked, Question, Refusal, TokenName } from './pkcs11-protocol.ts'

/*
 * The process of one token library: `node pkcs11-child.ts LIBRARY`. It answers one question at a time, ends with its
 * parent, and says nothing anywhere else, so that no PIN can reach a log.
 */

interface Session {
  slot: Slot
  session: bigint
  /** The PIN that is logged in: under it alone does the next one sign without being checked by the token. */
  pin: Buffer
  handles: Set<number>
}
interface OpenKey {
  of: Session
  object: bigint
  /** Kept for keys that ask for it at each signature. */
  pin: Uint8Array | null
}

const key = randomBytes(32)
const macOf = (pin: Uint8Array): Buffer => createHmac('sha256', key).update(pin).digest()
const sessions = new Map<string, Session>()
const keys = new Map<number, OpenKey>()
let lastHandle = 0
let library: Cryptoki | undefined

class Refused extends Error {
  readonly code: Refusal['code']
  constructor(code: Refusal['code'], message: string) {
    super(message)
    this.code = code
  }
}

const REFUSALS: Readonly<Record<string, Refusal['code']>> = {
  CKR_PIN_INCORRECT: 'pin',
  CKR_PIN_INVALID: 'pin',
  CKR_PIN_LEN_RANGE: 'pin',
  CKR_PIN_LOCKED: 'locked',
  CKR_PIN_EXPIRED: 'expired',
  CKR_USER_PIN_NOT_INITIALIZED: 'refused',
  CKR_MECHANISM_INVALID: 'refused',
  CKR_KEY_FUNCTION_NOT_PERMITTED: 'refused',
  CKR_TOKEN_NOT_PRESENT: 'absent',
  CKR_TOKEN_NOT_RECOGNIZED: 'absent',
  CKR_DEVICE_REMOVED: 'absent',
  CKR_SLOT_ID_INVALID: 'absent',
  CKR_SESSION_CLOSED: 'stale',
  CKR_SESSION_HANDLE_INVALID: 'stale',
  CKR_USER_NOT_LOGGED_IN: 'stale',
  CKR_KEY_HANDLE_INVALID: 'stale',
}

function cryptoki(): Cryptoki {
  const path = process.argv[2] ?? ''
  try {
    library ??= openCryptoki(path)
    return library
  } catch (error) {
    throw new Refused('unreachable', `${path} cannot be used: ${error instanceof Error ? error.message : error}`)
  }
}

function slotOf({ token, serial }: TokenName): Slot {
  const found = cryptoki()
    .slots()
    .filter((slot) => slot.label === token && (serial === undefined || slot.serial === serial))
  const [slot, another] = found
  if (!slot) throw new Refused('absent', `no token is labelled ${token}${serial ? ` with number ${serial}` : ''}`)
  if (another) throw new Refused('absent', `several tokens are labelled ${token}: name the serial number too`)
  return slot
}

const ACTS: { [Act in Question['act']]: (question: Extract<Question, { act: Act }>) => Answers[Act] } = {
  list() {
    const c = cryptoki()
    return c
      .slots()
      .filter(({ label }) => label !== '')
      .map((slot) => {
        const session = c.openSession(slot.id)
        try {
          return { token: slot.label, serial: slot.serial, certificates: c.certificates(session) }
        } finally {
          c.closeSession(session)
        }
      })
  },

  open(question) {
    const c = cryptoki()
    const slot = slotOf(question)
    const of = sessionWith(slot, question.pin)
    try {
      const [found, another] = c.privateKeys(of.session, Buffer.from(question.key, 'hex'))
      if (!found) throw new Refused('absent', `token ${slot.label} has no private key ${question.key}`)
      if (another) throw new Refused('refused', `token ${slot.label} has several private keys ${question.key}`)
      const { mechanism } = found
      if (!mechanism) throw new Refused('refused', `private key ${question.key} is neither of RSA nor of a curve`)
      const handle = ++lastHandle
      of.handles.add(handle)
      keys.set(handle, { of, object: found.object, pin: found.asksEachTime ? question.pin : null })
      return { handle, mechanism, certificates: c.certificates(of.session) }
    } catch (error) {
      endIfUnused(of)
      throw error
    }
  },

  sign({ handle, mechanism, data }) {
    const c = cryptoki()
    const open = keys.get(handle)
    if (!open) throw new Refused('stale', `key ${handle} is not open`)
    try {
      return data.map((one) => c.sign(open.of.session, open.object, mechanism, one, open.pin))
    } catch (error) {
      if (!(error instanceof CryptokiError) || REFUSALS[error.code] === 'pin') throw error
      // A library often says only "general error" of a token that was pulled out.
      end(open.of)
      if (!c.slots().some(({ serial }) => serial === open.of.slot.serial)) {
        throw new Refused('absent', `token ${open.of.slot.label} was removed (${error.message})`)
      }
      throw error
    }
  },

  close({ handle }) {
    const open = keys.get(handle)
    keys.delete(handle)
    open?.of.handles.delete(handle)
    if (open) endIfUnused(open.of)
    return null
  },
}

/**
 * The session of a token, logged in with this PIN. Who is logged in already is logged out if the PIN differs: the token
 * would take any PIN from the second on.
 */
function sessionWith(slot: Slot, pin: Uint8Array): Session {
  const c = cryptoki()
  const mac = macOf(pin)
  const before = sessions.get(slot.serial)
  if (before && timingSafeEqual(before.pin, mac)) return before
  if (before) end(before)
  const session = c.openSession(slot.id)
  try {
    if (c.login(session, pin)) {
      c.logout(session)
      if (c.login(session, pin)) throw new Refused('refused', `token ${slot.label} did not ask for the PIN`)
    }
  } catch (error) {
    c.closeSession(session)
    throw error
  }
  const made = { slot, session, pin: mac, handles: new Set<number>() }
  sessions.set(slot.serial, made)
  return made
}

function endIfUnused(session: Session): void {
  if (session.handles.size === 0) end(session)
}

function end(session: Session): void {
  for (const handle of session.handles) keys.delete(handle)
  session.handles.clear()
  if (sessions.get(session.slot.serial) === session) sessions.delete(session.slot.serial)
  const c = cryptoki()
  c.logout(session.session)
  c.closeSession(session.session)
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return { code: error.code, message: error.message }
  if (error instanceof CryptokiError) return { code: REFUSALS[error.code] ?? 'unreachable', message: error.message }
  return { code: 'unreachable', message: error instanceof Error ? error.message : 'unknown error' }
}

process.on('message', ({ id, question }: Asked) => {
  let answered: Answered
  try {
    answered = { id, answer: ACTS[question.act](question as never) }
  } catch (error) {
    answered = { id, refusal: refusalOf(error) }
  }
  process.send?.(answered)
})
process.on('disconnect', () => process.exit())
