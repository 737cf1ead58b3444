import { type Environment, oneOf, text } from '../environment.ts'
import { CannotStart } from '../errors.ts'

/** The identity provider users may sign in with (OpenID Connect), configured by the environment. */
export interface IdentityConfig {
  /** Its issuer; `${issuer}/.well-known/openid-configuration` gives the rest. */
  issuer: string
  clientId: string
  /** Undefined for a public client, which only PKCE protects. */
  clientSecret: string | undefined
  /** Its name for users, as shown on the button: "VNeID". */
  name: string
  scopes: string
  /** The claim that says how well the provider knows the person. */
  levelClaim: string
  /** Its values from the lowest to the highest; empty: the level is not checked. */
  levels: readonly string[]
  /** Below this level no one may sign in. */
  minimumLevel: string | undefined
  /** From this level on, signing in counts as two factors; undefined: never. */
  twoFactorLevel: string | undefined
  /** Whether a user not linked yet is recognised by an address that the provider has verified. */
  isMatchedByEmail: boolean
}

/** Undefined if `OIDC_ISSUER` is not set. Throws `CannotStart` if the settings are inconsistent. */
export function readIdentity(env: Environment): IdentityConfig | undefined {
  const issuer = text(env, 'OIDC_ISSUER')
  if (issuer === undefined) return undefined
  if (!URL.canParse(issuer) || !isSafe(new URL(issuer))) {
    throw new CannotStart({
      vi: `OIDC_ISSUER đang là "${issuer}"; phải là địa chỉ https://… của nhà cung cấp định danh.`,
      en: `OIDC_ISSUER is "${issuer}"; it must be the https://… address of the identity provider.`,
    })
  }
  const levels = (text(env, 'OIDC_LEVELS') ?? '').split(',').flatMap((level) => level.trim() || [])
  return {
    issuer,
    clientId: demanded(env, 'OIDC_CLIENT_ID'),
    clientSecret: text(env, 'OIDC_CLIENT_SECRET'),
    name: text(env, 'OIDC_NAME') ?? new URL(issuer).hostname,
    scopes: text(env, 'OIDC_SCOPES') ?? 'openid profile email',
    levelClaim: text(env, 'OIDC_LEVEL_CLAIM') ?? 'acr',
    levels,
    minimumLevel: levelIn(env, 'OIDC_MINIMUM_LEVEL', levels),
    twoFactorLevel: levelIn(env, 'OIDC_TWO_FACTOR_LEVEL', levels),
    isMatchedByEmail: oneOf(env, 'OIDC_MATCH_EMAIL', ['never', 'verified'] as const) === 'verified',
  }
}

/** Tokens must not be readable in transit; on the same machine there is no transit. */
export function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
}

function demanded(env: Environment, name: string): string {
  const value = text(env, name)
  if (value !== undefined) return value
  throw new CannotStart({
    vi: `Đã đặt OIDC_ISSUER thì phải đặt cả ${name}.`,
    en: `With OIDC_ISSUER goes ${name}; set it as well.`,
  })
}

function levelIn(env: Environment, name: string, levels: readonly string[]): string | undefined {
  const value = text(env, name)
  if (value === undefined || levels.includes(value)) return value
  throw new CannotStart({
    vi: `${name} đang là "${value}"; phải là một trong các mức của OIDC_LEVELS (${levels.join(', ') || 'chưa đặt'}).`,
    en: `${name} is "${value}"; it must be one of OIDC_LEVELS (${levels.join(', ') || 'not set'}).`,
  })
}
