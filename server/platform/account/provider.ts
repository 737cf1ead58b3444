import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  None,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client'
import { Invalid, Problem } from '../errors.ts'
import type { IdentityConfig } from './identity-config.ts'

/** What is kept between sending a user to the provider and their return. */
export interface Attempt {
  nonce: string
  verifier: string
}

/** The person the provider identified. */
export interface ProviderUser {
  issuer: string
  subject: string
  /** Their name there, to be recognised by. */
  label: string
  /** Lower case; null if there is none or the provider has not verified it. */
  verifiedEmail: string | null
  level: string | null
}

export interface Provider {
  /** Where to redirect the browser. `state` comes back with it. */
  send: (state: string, redirectUri: string) => Promise<{ url: string; attempt: Attempt }>
  /** Who came back to `address`. Throws errors that can be shown to them. */
  receive: (address: URL, state: string, attempt: Attempt) => Promise<ProviderUser>
}

const TIMEOUT_SECONDS = 10

/**
 * Sign-in by code with PKCE, state and nonce; openid-client checks the identity token's signature, issuer, audience and
 * time. The provider's addresses are fetched at the first use, and again after it could not be reached.
 */
export function openProvider(config: IdentityConfig): Provider {
  let known: Promise<Configuration> | undefined
  const reach = () => {
    known ??= discovery(
      new URL(config.issuer),
      config.clientId,
      undefined,
      config.clientSecret === undefined ? None() : ClientSecretBasic(config.clientSecret),
      {
        timeout: TIMEOUT_SECONDS,
        ...(config.issuer.startsWith('http:') ? { execute: [allowInsecureRequests] } : {}),
      },
    ).catch((cause: unknown) => {
      known = undefined
      throw new Problem(503, 'identity.away', `Chưa nối được ${config.name}. Hãy thử lại hoặc đăng nhập cách khác.`, {
        cause,
      })
    })
    return known
  }

  return {
    async send(state, redirectUri) {
      const attempt = { nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const url = buildAuthorizationUrl(await reach(), {
        redirect_uri: redirectUri,
        scope: config.scopes,
        state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        ...acrValues(config),
      })
      return { url: url.href, attempt }
    },

    async receive(address, state, attempt) {
      const server = await reach()
      const tokens = await authorizationCodeGrant(server, address, {
        expectedState: state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
        idTokenExpected: true,
      }).catch((error: unknown) => refuse(error, config))
      const token = tokens.claims()!
      // The token has been verified; claims missing from it may be at the userinfo endpoint, for the same person.
      const more =
        server.serverMetadata().userinfo_endpoint && (!(config.levelClaim in token) || !('email' in token))
          ? await fetchUserInfo(server, tokens.access_token, token.sub).catch((error: unknown) => refuse(error, config))
          : {}
      const claims: Record<string, unknown> = { ...more, ...token }
      const email = typeof claims.email === 'string' ? claims.email.trim().toLowerCase() : null
      const level = claims[config.levelClaim]
      return {
        issuer: token.iss,
        subject: token.sub,
        label: [claims.email, claims.name, claims.preferred_username, token.sub].find(isWord) ?? token.sub,
        verifiedEmail: claims.email_verified === true ? email : null,
        level: typeof level === 'string' || typeof level === 'number' ? String(level) : null,
      }
    },
  }
}

const isWord = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** Requests a level that is enough, best first to last, if levels use the standard claim. */
function acrValues({ levelClaim, levels, minimumLevel }: IdentityConfig): Record<string, string> {
  if (levelClaim !== 'acr' || minimumLevel === undefined) return {}
  return { acr_values: levels.slice(levels.indexOf(minimumLevel)).join(' ') }
}

function refuse(cause: unknown, { name }: IdentityConfig): never {
  if (cause instanceof AuthorizationResponseError && cause.error === 'access_denied') {
    throw new Invalid('identity.denied', `Bạn đã dừng ở ${name} nên chưa đăng nhập.`, { cause })
  }
  throw new Invalid('identity.failed', `${name} trả lời không hợp lệ nên chưa đăng nhập được. Hãy thử lại.`, { cause })
}
