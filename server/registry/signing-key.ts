import { sql } from 'kysely'
import { secretOf } from '../platform/auth.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Config } from '../platform/config.ts'
import { type AnyHandle, reading } from '../platform/db.ts'
import { keyFor, seal, unseal } from '../platform/sealed.ts'
import { openProvider, type Provider } from '../platform/signature/csc.ts'
import { demandInTime } from '../platform/signature/key-chain.ts'
import { openTokens, type Tokens } from '../platform/signature/pkcs11.ts'
import { readPkcs12 } from '../platform/signature/pkcs12.ts'
import type { SignatureAlgorithm, SigningKey } from '../platform/signature/signer.ts'
import { KeyRefused } from '../platform/signature/words-keys.ts'
import type { RegistryDb } from './db.ts'
import type { KeyKind } from './signing-shapes.ts'

export type SigningConfig = Pick<Config, 'authSecret' | 'dataDir' | 'signature'>

/** Where a key lies, as it is stored. */
export interface Way {
  library?: string
  token?: string
  serial?: string
  key?: string
  provider?: string
  credential?: string
}
/** What is sealed: of a file its bytes in base64 and its password, of the others the PIN. */
export type Secret = { file: string; password: string } | { pin: string }

/** Whose key it is: a person's signature, or an agency's seal. */
export type SigningOwner = { personId: number } | { agencyId: number }

/** The key of an owner that is in force on a day, as far as the first of the two steps needs it. */
export interface SigningIdentityFound {
  id: number
  kind: KeyKind
  chain: readonly Uint8Array[]
  algorithm: SignatureAlgorithm
  asksPin: boolean
  /** SHA-256 of the picture of the signature or seal, hexadecimal. */
  picture: string | null
}

const sealingKey = (config: SigningConfig) => keyFor(secretOf(config), 'signing')
/** The fingerprint binds a secret to its certificate. */
const contextOf = (fingerprint: Uint8Array) => `signing/${Buffer.from(fingerprint).toString('hex')}`

export function sealSecret(config: SigningConfig, secret: Secret, fingerprint: Uint8Array): Buffer {
  return seal(sealingKey(config), Buffer.from(JSON.stringify(secret)), contextOf(fingerprint))
}

function unsealSecret(config: SigningConfig, sealed: Buffer, fingerprint: Uint8Array): Secret {
  try {
    return JSON.parse(unseal(sealingKey(config), sealed, contextOf(fingerprint)).toString()) as Secret
  } catch (cause) {
    throw new KeyRefused('identity.sealed', 'the secret was sealed under another key of the installation', { cause })
  }
}

const tokensOf = new Map<string, Tokens>()
const providersOf = new Map<string, Provider>()

/** The tokens of a configured library. One process for each, however many sign. */
export function tokensNamed({ signature }: SigningConfig, name: string | undefined): Tokens {
  const path = signature.tokenLibraries.get(name ?? '')
  if (path === undefined) throw new KeyRefused('identity.library', `no library of tokens is named ${name}`)
  const tokens = tokensOf.get(path) ?? openTokens({ path, environment: signature.tokenEnvironment })
  tokensOf.set(path, tokens)
  return tokens
}

export function providerNamed({ signature }: SigningConfig, name: string | undefined): Provider {
  const entry = signature.providers.find((one) => one.name === name)
  if (!entry) throw new KeyRefused('identity.provider', `no provider is named ${name}`)
  const key = JSON.stringify(entry)
  const provider = providersOf.get(key) ?? openProvider(entry)
  providersOf.set(key, provider)
  return provider
}

/** Ends the processes of token libraries, in tests. */
export async function closeTokens(): Promise<void> {
  await Promise.all([...tokensOf.values()].map((tokens) => tokens.close()))
}

/** The key of a person or an agency on a day; undefined if they have none then. */
export async function findSigningIdentity(
  db: AnyHandle,
  owner: SigningOwner,
  on: string,
): Promise<SigningIdentityFound | undefined> {
  let query = reading<RegistryDb>(db)
    .selectFrom('registry.signing_identity')
    .select(['signing_identity_id', 'key_kind', 'chain', 'algorithm', 'sealed', 'picture_sha256'])
    .where('end_kind', 'is', null)
    .where(sql<boolean>`valid @> ${on}::date`)
  query =
    'personId' in owner ? query.where('person_id', '=', owner.personId) : query.where('agency_id', '=', owner.agencyId)
  const row = await query.executeTakeFirst()
  return (
    row && {
      id: row.signing_identity_id,
      kind: row.key_kind,
      chain: row.chain,
      algorithm: row.algorithm,
      asksPin: row.key_kind !== 'device' && row.sealed === null,
      picture: row.picture_sha256?.toString('hex') ?? null,
    }
  )
}

/**
 * The key itself, ready to sign; close it after. Whether the actor may use it is for the caller to decide. `pin` where it
 * is not kept, `otp` where a provider asks for one. Throws `KeyRefused`: not in force on the day of `now`, certificate
 * ended, PIN missing or wrong, token or provider not there, and `identity.device` for a key of the holder's own machine,
 * which signs by the two steps.
 */
export async function signingKeyOf(
  db: AnyHandle,
  config: SigningConfig,
  identityId: number,
  { now, pin, otp }: { now: Temporal.Instant; pin?: string; otp?: string },
): Promise<SigningKey> {
  const row = await reading<RegistryDb>(db)
    .selectFrom('registry.signing_identity')
    .select(['key_kind', 'chain', 'fingerprint', 'way', 'sealed', 'end_kind'])
    .select(sql<boolean>`valid @> ${dayInVietnam(now)}::date`.as('isInForce'))
    .where('signing_identity_id', '=', identityId)
    .executeTakeFirst()
  if (!row || row.end_kind !== null || !row.isInForce) {
    throw new KeyRefused('identity.not_in_force', `signing identity ${identityId} is not in force`)
  }
  const at = new Date(now.epochMilliseconds)
  demandInTime(row.chain, at)
  const way = row.way as Way
  const kept = row.sealed && unsealSecret(config, row.sealed, row.fingerprint)
  const usedPin = pin ?? (kept && 'pin' in kept ? kept.pin : undefined)
  switch (row.key_kind) {
    case 'pkcs12':
      if (!kept || !('file' in kept)) throw new KeyRefused('identity.sealed', 'the file of the key is not kept')
      return readPkcs12(Buffer.from(kept.file, 'base64'), kept.password, at)
    case 'pkcs11': {
      if (usedPin === undefined) throw new KeyRefused('token.pin', 'the PIN is not kept and was not given')
      const { token = '', serial, key = '' } = way
      const named = { token, key, pin: usedPin, chain: row.chain }
      return tokensNamed(config, way.library).open(serial === undefined ? named : { ...named, serial })
    }
    case 'csc': {
      const secrets = { ...(usedPin === undefined ? {} : { pin: usedPin }), ...(otp === undefined ? {} : { otp }) }
      return providerNamed(config, way.provider).open(way.credential ?? '', secrets)
    }
    case 'device':
      throw new KeyRefused('identity.device', 'the key lies in a device of the holder’s own machine')
  }
}
