import { dlopen, getRawPointer } from 'node:ffi'

/*
 * The few functions of PKCS #11 (Cryptoki 2.40) that signing needs, called in a library of the maker of the token. Only
 * the child process of `pkcs11.ts` imports this: a library that fails takes the process with it.
 *
 * Layout as on 64-bit Linux and macOS: CK_ULONG and pointers have 8 bytes, structures are aligned naturally.
 */

const CK = {
  CLASS: 0x0,
  VALUE: 0x11,
  ID: 0x102,
  LABEL: 0x3,
  KEY_TYPE: 0x100,
  ALWAYS_AUTHENTICATE: 0x202,
} as const
const CLASS_CERTIFICATE = 1n
const CLASS_PRIVATE_KEY = 3n
const USER = 1n
const CONTEXT_SPECIFIC = 2n
const SERIAL_SESSION = 4n
const MECHANISMS = { rsa: 0x1n, ecdsa: 0x1041n } as const
export type Mechanism = keyof typeof MECHANISMS

const RETURNS: Readonly<Record<string, string>> = {
  5: 'CKR_GENERAL_ERROR',
  6: 'CKR_FUNCTION_FAILED',
  48: 'CKR_DEVICE_ERROR',
  49: 'CKR_DEVICE_MEMORY',
  50: 'CKR_DEVICE_REMOVED',
  3: 'CKR_SLOT_ID_INVALID',
  96: 'CKR_KEY_HANDLE_INVALID',
  104: 'CKR_KEY_FUNCTION_NOT_PERMITTED',
  112: 'CKR_MECHANISM_INVALID',
  160: 'CKR_PIN_INCORRECT',
  161: 'CKR_PIN_INVALID',
  162: 'CKR_PIN_LEN_RANGE',
  163: 'CKR_PIN_EXPIRED',
  164: 'CKR_PIN_LOCKED',
  176: 'CKR_SESSION_CLOSED',
  179: 'CKR_SESSION_HANDLE_INVALID',
  224: 'CKR_TOKEN_NOT_PRESENT',
  225: 'CKR_TOKEN_NOT_RECOGNIZED',
  256: 'CKR_USER_ALREADY_LOGGED_IN',
  257: 'CKR_USER_NOT_LOGGED_IN',
  258: 'CKR_USER_PIN_NOT_INITIALIZED',
  400: 'CKR_CRYPTOKI_NOT_INITIALIZED',
}
const ALREADY_LOGGED_IN = 0x100n
const ALREADY_INITIALIZED = 0x191n
const ATTRIBUTE_MISSING = new Set([0x11n, 0x12n])

/** A function of the library did not return CKR_OK. The message names the function and the code, and holds no PIN. */
export class CryptokiError extends Error {
  /** "CKR_PIN_INCORRECT", or the number. */
  readonly code: string
  constructor(call: string, value: bigint) {
    const code = RETURNS[Number(value)] ?? `0x${value.toString(16)}`
    super(`${call}: ${code}`)
    this.code = code
  }
}

const u64 = 'u64'
const i = 'pointer'
const DEFINITIONS = {
  C_Initialize: { return: u64, arguments: [i] },
  C_Finalize: { return: u64, arguments: [i] },
  C_GetSlotList: { return: u64, arguments: ['u8', i, i] },
  C_GetTokenInfo: { return: u64, arguments: [u64, i] },
  C_OpenSession: { return: u64, arguments: [u64, u64, i, i, i] },
  C_CloseSession: { return: u64, arguments: [u64] },
  C_Login: { return: u64, arguments: [u64, u64, i, u64] },
  C_Logout: { return: u64, arguments: [u64] },
  C_FindObjectsInit: { return: u64, arguments: [u64, i, u64] },
  C_FindObjects: { return: u64, arguments: [u64, i, u64, i] },
  C_FindObjectsFinal: { return: u64, arguments: [u64] },
  C_GetAttributeValue: { return: u64, arguments: [u64, u64, i, u64] },
  C_SignInit: { return: u64, arguments: [u64, i, u64] },
  C_Sign: { return: u64, arguments: [u64, i, u64, i, i] },
} as const

export interface Slot {
  id: bigint
  /** Of the token in it, without the blanks that fill the field. */
  label: string
  serial: string
}

/** Most slots, and most objects of a kind on one token, that are looked at. */
const MOST_SLOTS = 256
const MOST_OBJECTS = 256
/** Largest certificate that is read. */
const MOST_BYTES = 64 * 1024
const SIZE_OF_ATTRIBUTE = 24

export type Cryptoki = ReturnType<typeof openCryptoki>

/** Opens the library. Throws an Error of the loader if there is none, `CryptokiError` if it cannot begin. */
export function openCryptoki(path: string) {
  const { functions: c } = dlopen(path, DEFINITIONS)
  const demand = (call: keyof typeof DEFINITIONS, value: bigint) => {
    if (value !== 0n) throw new CryptokiError(call, value)
  }
  const number = (value = 0n) => BigInt64Array.of(value)
  const read = (cell: BigInt64Array) => BigInt.asUintN(64, cell[0] ?? 0n)

  // CK_C_INITIALIZE_ARGS: no mutex functions of ours, CKF_OS_LOCKING_OK.
  const begun = c.C_Initialize(BigInt64Array.of(0n, 0n, 0n, 0n, 2n, 0n))
  if (begun !== ALREADY_INITIALIZED) demand('C_Initialize', begun)

  function slots(): Slot[] {
    const count = number()
    // Asked for the number alone, a library looks again which tokens are there.
    demand('C_GetSlotList', c.C_GetSlotList(1, null, count))
    const found = Math.min(Number(read(count)), MOST_SLOTS)
    if (found === 0) return []
    const ids = new BigInt64Array(found)
    count[0] = BigInt(found)
    demand('C_GetSlotList', c.C_GetSlotList(1, ids, count))
    const info = new Uint8Array(256)
    const slots: Slot[] = []
    for (const one of ids.subarray(0, Number(read(count)))) {
      const id = BigInt.asUintN(64, one)
      // A token may leave between the two calls.
      if (c.C_GetTokenInfo(id, info) !== 0n) continue
      // CK_TOKEN_INFO: label 32, maker 32, model 16, serial number 16.
      slots.push({ id, label: textOf(info.subarray(0, 32)), serial: textOf(info.subarray(80, 96)) })
    }
    return slots
  }

  function openSession(slot: bigint): bigint {
    const session = number()
    demand('C_OpenSession', c.C_OpenSession(slot, SERIAL_SESSION, null, null, session))
    return read(session)
  }

  /** Whether somebody else of this process had logged in already, so that the PIN was not asked. */
  function login(session: bigint, pin: Uint8Array, user = USER): boolean {
    const value = c.C_Login(session, user, pin, BigInt(pin.length))
    if (value === ALREADY_LOGGED_IN) return true
    demand('C_Login', value)
    return false
  }

  function find(session: bigint, kind: bigint, id?: Uint8Array): bigint[] {
    const wanted: [number, ArrayBufferView][] = [[CK.CLASS, number(kind)]]
    if (id) wanted.push([CK.ID, id])
    const { table } = attributes(wanted)
    demand('C_FindObjectsInit', c.C_FindObjectsInit(session, table, BigInt(wanted.length)))
    try {
      const found = new BigInt64Array(MOST_OBJECTS)
      const count = number()
      demand('C_FindObjects', c.C_FindObjects(session, found, BigInt(MOST_OBJECTS), count))
      return [...found.subarray(0, Number(read(count)))].map((one) => BigInt.asUintN(64, one))
    } finally {
      c.C_FindObjectsFinal(session)
    }
  }

  /** The value of an attribute; empty if the object has none or keeps it to itself. */
  function attribute(session: bigint, object: bigint, type: number): Uint8Array {
    const { table, lengths } = attributes([[type, null]])
    const value = c.C_GetAttributeValue(session, object, table, 1n)
    if (ATTRIBUTE_MISSING.has(value)) return new Uint8Array()
    demand('C_GetAttributeValue', value)
    const size = lengths()[0] ?? 0n
    // CK_UNAVAILABLE_INFORMATION is the largest number there is.
    if (size === 0n || size > BigInt(MOST_BYTES)) return new Uint8Array()
    const bytes = new Uint8Array(Number(size))
    const filled = attributes([[type, bytes]])
    demand('C_GetAttributeValue', c.C_GetAttributeValue(session, object, filled.table, 1n))
    return bytes.subarray(0, Number(filled.lengths()[0] ?? 0n))
  }

  function certificates(session: bigint) {
    return find(session, CLASS_CERTIFICATE)
      .map((object) => ({
        id: Buffer.from(attribute(session, object, CK.ID)).toString('hex'),
        label: textOf(attribute(session, object, CK.LABEL)),
        der: attribute(session, object, CK.VALUE),
      }))
      .filter(({ der }) => der.length > 0)
  }

  /** The private keys of an id; of all ids without one. They are seen after login only. */
  function privateKeys(session: bigint, id?: Uint8Array) {
    return find(session, CLASS_PRIVATE_KEY, id).map((object) => ({
      object,
      id: Buffer.from(attribute(session, object, CK.ID)).toString('hex'),
      // CKK_RSA, CKK_EC: the first byte of a small number.
      mechanism: { 0: 'rsa', 3: 'ecdsa' }[attribute(session, object, CK.KEY_TYPE)[0] ?? -1] as Mechanism | undefined,
      asksEachTime: attribute(session, object, CK.ALWAYS_AUTHENTICATE)[0] === 1,
    }))
  }

  /** Signs `DigestInfo` with RSA, the bare hash with ECDSA: r and s one after the other. `pin` if it is asked each time. */
  function sign(
    session: bigint,
    key: bigint,
    mechanism: Mechanism,
    data: Uint8Array,
    pin: Uint8Array | null,
  ): Uint8Array {
    const how = BigInt64Array.of(MECHANISMS[mechanism], 0n, 0n)
    demand('C_SignInit', c.C_SignInit(session, how, key))
    if (pin) login(session, pin, CONTEXT_SPECIFIC)
    const signature = new Uint8Array(2048)
    const length = number(BigInt(signature.length))
    demand('C_Sign', c.C_Sign(session, data, BigInt(data.length), signature, length))
    return signature.slice(0, Number(read(length)))
  }

  return {
    slots,
    openSession,
    login,
    logout: (session: bigint) => void c.C_Logout(session),
    closeSession: (session: bigint) => void c.C_CloseSession(session),
    certificates,
    privateKeys,
    sign,
    finish: () => void c.C_Finalize(null),
  }
}

/** A table of CK_ATTRIBUTE: type, pointer, length. `kept` holds the values until the call is over. */
function attributes(wanted: readonly (readonly [type: number, value: ArrayBufferView | null])[]) {
  const kept = wanted.map(([, value]) => value)
  const table = new DataView(new ArrayBuffer(wanted.length * SIZE_OF_ATTRIBUTE))
  for (const [at, [type, value]] of wanted.entries()) {
    const from = at * SIZE_OF_ATTRIBUTE
    table.setBigUint64(from, BigInt(type), true)
    table.setBigUint64(from + 8, value ? getRawPointer(value as Uint8Array) : 0n, true)
    table.setBigUint64(from + 16, BigInt(value?.byteLength ?? 0), true)
  }
  const lengths = () => kept.map((_, at) => table.getBigUint64(at * SIZE_OF_ATTRIBUTE + 16, true))
  return { table, lengths, kept }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replace(/[\0 ]+$/, '')
