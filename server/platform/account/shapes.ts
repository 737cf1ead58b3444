import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, oneOf, words } from '../shapes.ts'
import { TOKEN_SCOPES } from '../token-scopes.ts'
import { FACTOR_STATES, FACTORS, PROOFS } from './factor-state.ts'

export const FactorStateShape = Type.Object(
  {
    state: oneOf(FACTOR_STATES),
    factors: Type.Array(oneOf(FACTORS), { description: 'What the user can prove with' }),
  },
  { description: 'Second-factor state of this session' },
)

export const WaysIn = Type.Object(
  {
    identity: Nullable(Type.Object({ name: Type.String({ description: 'Name of the provider' }) })),
    isSetUp: Type.Boolean({ description: 'False while there is no user: the first administrator is to be created' }),
    hasMail: Type.Boolean({ description: 'Whether a link to set a new password can be sent' }),
    sample: Type.Boolean({ description: 'Whether the accounts of the sample data are listed beside the server' }),
  },
  { description: 'How users may sign in here' },
)

/** As long as users' passwords get; one that is too long or too short is reported by the rule, on its field. */
const AnyPassword = Type.String({ minLength: 1, maxLength: 1000 })

export const PasswordChange = Type.Object({ currentPassword: AnyPassword, newPassword: AnyPassword })
export const PasswordAgain = Type.Object({ password: AnyPassword })
export const Code = Type.Object({
  code: Type.String({ minLength: 1, maxLength: 50, description: 'Six digits of the app, or a recovery code' }),
})
export const TotpBegun = Type.Object({
  secret: Type.String({ description: 'Base32' }),
  address: Type.String({ description: 'otpauth://…, for the QR code' }),
})
export const Codes = Type.Object({ recoveryCodes: Type.Array(Type.String()) })
export const EnrolledShape = Type.Object({
  recoveryCodes: Nullable(Type.Array(Type.String(), { description: 'With the first factor; shown once' })),
})

/** The objects exchanged with the browser's WebAuthn have its own shapes (W3C Web Authentication, JSON forms). */
const WebAuthn = <T>(description: string) => Type.Unsafe<T>({ type: 'object', description, additionalProperties: true })
export const Challenged = Type.Object({
  challengeId: Type.String(),
  options: WebAuthn<object>('PublicKeyCredentialCreationOptionsJSON or PublicKeyCredentialRequestOptionsJSON'),
})
const ChallengeId = Type.String({ minLength: 1, maxLength: 100 })
export const NewPasskey = Type.Object({
  challengeId: ChallengeId,
  name: words(100),
  response: WebAuthn<RegistrationResponseJSON>('RegistrationResponseJSON'),
})
export const PasskeyAnswer = Type.Object({
  challengeId: ChallengeId,
  response: WebAuthn<AuthenticationResponseJSON>('AuthenticationResponseJSON'),
})

export const SendTo = Type.Object({
  to: Type.Optional(Type.String({ maxLength: 2000, pattern: '^/(?![/\\\\])', description: 'Page of ours to end on' })),
})
export const Sent = Type.Object({ url: Type.String({ description: 'Where the browser goes next' }) })

export const NewToken = Type.Object({
  name: words(100),
  days: Type.Integer({ minimum: 1, maximum: 365, description: 'Days until it expires' }),
  scopes: Type.Array(oneOf(TOKEN_SCOPES), {
    minItems: 1,
    uniqueItems: true,
    description: 'The parts of the product it may use',
  }),
  mayChange: Type.Optional(Type.Boolean({ description: 'Whether it may change anything; else it only reads' })),
  password: Type.Optional(Type.String({ maxLength: 200, description: 'Of the user, unless they sign in without one' })),
})
export type NewToken = Static<typeof NewToken>
export const TokenMade = Type.Object({ token: Type.String({ description: 'Shown once' }) })

export const Account = Type.Object(
  {
    email: Type.String(),
    username: Nullable(Type.String()),
    passwordChangedAt: Nullable(Instant),
    isTwoFactor: Type.Boolean({ description: 'Whether the role requires a second factor' }),
    totpSince: Nullable(Instant),
    recoveryCodesLeft: Type.Integer(),
    passkeys: Type.Array(Type.Object({ id: Id, name: Type.String(), addedAt: Instant, usedAt: Nullable(Instant) })),
    provider: Nullable(Type.Object({ name: Type.String() })),
    identity: Nullable(Type.Object({ label: Type.String(), linkedAt: Instant, usedAt: Nullable(Instant) })),
    sessions: Type.Array(
      Type.Object({
        id: Type.String(),
        isCurrent: Type.Boolean(),
        address: Nullable(Type.String()),
        userAgent: Nullable(Type.String()),
        since: Instant,
        usedAt: Instant,
        proof: Nullable(oneOf(PROOFS)),
      }),
    ),
    tokenScopes: Type.Array(oneOf(TOKEN_SCOPES), { description: 'What a token may be created for' }),
    tokens: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        madeAt: Instant,
        expiresAt: Instant,
        usedAt: Nullable(Instant),
        mayChange: Type.Boolean({ description: 'Whether it may change anything' }),
        scopes: Nullable(Type.Array(oneOf(TOKEN_SCOPES), { description: 'Null: all parts of the product' })),
      }),
    ),
  },
  { description: 'How the user signs in, and where they are signed in' },
)
export type Account = Static<typeof Account>
