import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'

/** Where the key lies: in a file kept here, on a token at the server, at a provider, in a device of the holder's own machine. */
export const KEY_KINDS = ['pkcs12', 'pkcs11', 'csc', 'device'] as const
export type KeyKind = (typeof KEY_KINDS)[number]

const short = Type.String({ minLength: 1, maxLength: 120 })
const secret = Type.String({ minLength: 1, maxLength: 200 })

export const NewSigningIdentity = Type.Object(
  {
    agencyId: Type.Optional(
      Type.Integer({ minimum: 1, description: 'The seal of an agency; without it, your own key' }),
    ),
    kind: oneOf(KEY_KINDS),
    from: Type.Optional(Day),
    to: Type.Optional(Type.String({ format: 'date', description: 'The last day; that of the certificate without it' })),
    password: Type.Optional(Type.String({ maxLength: 200, description: 'Of the .p12 file' })),
    pin: Type.Optional(secret),
    keepsPin: Type.Optional(
      Type.Boolean({ description: 'Keeps the PIN, sealed; otherwise it is asked at each signature' }),
    ),
    library: Type.Optional(
      Type.String({ maxLength: 40, description: 'Name of a library of tokens (SIGNATURE_PKCS11)' }),
    ),
    token: Type.Optional(short),
    tokenSerial: Type.Optional(short),
    key: Type.Optional(
      Type.String({ pattern: '^([0-9a-f]{2}){1,64}$', description: 'CKA_ID of the key, hexadecimal' }),
    ),
    provider: Type.Optional(Type.String({ maxLength: 40, description: 'Name of a provider (SIGNATURE_CSC)' })),
    credential: Type.Optional(short),
  },
  { additionalProperties: false },
)
export type NewSigningIdentity = Static<typeof NewSigningIdentity>

export const EndSigningIdentity = Type.Object(
  {
    kind: oneOf(['ended', 'revoked']),
    reason: words(500),
  },
  { additionalProperties: false },
)
export type EndSigningIdentity = Static<typeof EndSigningIdentity>

export const SigningIdentity = Type.Object({
  id: Id,
  personId: Nullable(Id),
  agencyId: Nullable(Id),
  kind: oneOf(KEY_KINDS),
  holder: Type.String({ description: 'Name in the certificate' }),
  subject: Type.String(),
  issuer: Type.String(),
  serial: Type.String({ description: 'Of the certificate, hexadecimal' }),
  fingerprint: Type.String({ description: 'SHA-256 of the certificate, hexadecimal' }),
  algorithm: oneOf(['rsa-sha256', 'ecdsa-sha256', 'ecdsa-sha384']),
  notBefore: Instant,
  notAfter: Instant,
  daysLeft: Type.Integer({ description: 'Until the certificate ends; negative: it has ended' }),
  from: Day,
  to: Day,
  state: oneOf(['inForce', 'later', 'over', 'ended', 'revoked']),
  asksPin: Type.Boolean({ description: 'The PIN is asked at each signature' }),
  /** Where the key lies; null for those who do not keep it. */
  place: Nullable(Type.String()),
  hasPicture: Type.Boolean(),
  endReason: Nullable(Type.String()),
  endedAt: Nullable(Instant),
  endedBy: Nullable(Type.String()),
  mayKeep: Type.Boolean(),
  version: Version,
})
export type SigningIdentity = Static<typeof SigningIdentity>

export const SigningIdentities = Type.Object({
  mayAdd: Type.Boolean(),
  /** What the operator has configured, to choose from; empty for those who may not add. */
  libraries: Type.Array(Type.String()),
  providers: Type.Array(Type.String()),
  identities: Type.Array(SigningIdentity),
})
export type SigningIdentities = Static<typeof SigningIdentities>
