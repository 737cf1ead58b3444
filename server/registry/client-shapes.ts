import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'

/** What an API client may do for its agency: read its tasks; act on them as its people do; read letters that urge it. */
export const SCOPES = ['tasks.read', 'tasks.report', 'letters.read'] as const
export const Scope = oneOf(SCOPES)
export type Scope = (typeof SCOPES)[number]

const strict = { additionalProperties: false }
const settings = {
  name: words(120),
  purpose: Type.Optional(words(500)),
  scopes: Type.Array(Scope, { minItems: 1, uniqueItems: true }),
  perMinute: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, description: 'Most requests in a minute' })),
}
export const NewClient = Type.Object({ agencyId: Id, ...settings }, strict)
export type NewClient = Static<typeof NewClient>
export const ClientEdit = Type.Object(settings, strict)
export type ClientEdit = Static<typeof ClientEdit>

export const ApiClient = Type.Object({
  clientId: Type.String(),
  agencyId: Id,
  agencyName: Type.String(),
  name: Type.String(),
  purpose: Nullable(Type.String()),
  scopes: Type.Array(Scope),
  perMinute: Type.Integer(),
  version: Version,
  madeAt: Instant,
  madeBy: Type.String(),
  usedAt: Nullable(Instant),
  formerUntil: Nullable(Type.String({ description: 'Until when the old secret is still accepted' })),
  revokedAt: Nullable(Instant),
})
export type ApiClient = Static<typeof ApiClient>
export const ClientList = Type.Object({ clients: Type.Array(ApiClient) })
/** The secret is shown once. */
export const ClientSecret = Type.Object({ clientId: Type.String(), secret: Type.String(), version: Version })
export const CLIENT_ID = /^dhc_[a-z0-9]{16}$/
export const ClientParams = Type.Object({ clientId: Type.String({ pattern: CLIENT_ID.source }) })

/** RFC 6749, sections 4.4.2, 4.4.3 and 5.2. */
export const TokenAnswer = Type.Object({
  access_token: Type.String(),
  token_type: Type.Literal('Bearer'),
  expires_in: Type.Integer({ description: 'Seconds' }),
  scope: Type.String(),
})
export const TokenRefusal = Type.Object({ error: Type.String(), error_description: Type.String() })
