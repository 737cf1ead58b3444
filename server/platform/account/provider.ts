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

/** What is kept between sending somebody to the provider and their coming back. */
export interface Errand {
  nonce: string
  verifier: string
}

/** Who the provider says came back. */
export interface Told {
  issuer: string
  subject: string
  /** What they are called there, to be recognised by. */
  label: string
  /** Lower case; null where there is none or the provider has not verified it. */
  verifiedEmail: string | null
  level: string | null
}

export interface Provider {
  /** Where to send the browser. `state` comes back with it. */
  send: (state: string, redirectUri: string) => Promise<{ url: string; errand: Errand }>
  /** Who came back to `address`. Throws what can be said to them. */
  receive: (address: URL, state: string, errand: Errand) => Promise<Told>
}

const TIMEOUT_SECONDS = 10

/**
 * Sign-in by code with PKCE, state and nonce; the identity token's signature, issuer, audience and time are checked by
 * openid-client. The provider is asked for its addresses at the first use and again after it could not be reached.
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
      const errand = { nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const url = buildAuthorizationUrl(await reach(), {
        redirect_uri: redirectUri,
        scope: config.scopes,
        state,
        nonce: errand.nonce,
        code_challenge: await calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: 'S256',
        ...acrValues(config),
      })
      return { url: url.href, errand }
    },

    async receive(address, state, errand) {
      const server = await reach()
      const tokens = await authorizationCodeGrant(server, address, {
        expectedState: state,
        expectedNonce: errand.nonce,
        pkceCodeVerifier: errand.verifier,
        idTokenExpected: true,
      }).catch((error: unknown) => refuse(error, config))
      const token = tokens.claims()!
      // The token has been verified; what it leaves out the provider may tell when asked for the same person.
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

/** Asks for a level that is enough, best first to last, where levels go by the standard claim. */
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
