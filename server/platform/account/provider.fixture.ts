import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { Provider } from 'oidc-provider'

/** A person as the identity provider knows them. */
export interface Citizen {
  subject: string
  email?: string
  isEmailVerified?: boolean
  name?: string
  /** Level of assurance, the claim `acr`. */
  level?: string
}

export interface IdentityServer {
  /** For the server under test: the provider's address and our credentials there. */
  env: Record<string, string>
  /** Visits the provider as a browser does, signs in as this person, and returns the address it redirects to. */
  visit: (url: string, who: Citizen | 'cancel') => Promise<string>
}

/** A real OpenID Connect provider on its own port, stopped with the test. `redirectUri` is where it may redirect to. */
export async function startIdentityServer(t: TestContext, redirectUri: string): Promise<IdentityServer> {
  const http = createServer()
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  t.after(() => new Promise((done) => http.close(done).closeAllConnections()))
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const known = new Map<string, Citizen>()
  let visitor: Citizen | 'cancel' = 'cancel'
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'dieuhanh', client_secret: 'bi-mat-cua-dieu-hanh', redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    acrValues: ['muc1', 'muc2', 'muc3'],
    // Like many real providers: claims requested by scope are at the userinfo endpoint, not in the token.
    conformIdTokenClaims: true,
    pkce: { required: () => true },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => {
        const { email, isEmailVerified, name } = known.get(subject) ?? {}
        return {
          sub: subject,
          ...(email === undefined ? {} : { email, email_verified: isEmailVerified ?? false }),
          ...(name === undefined ? {} : { name }),
        }
      },
    }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  })
  const callback = provider.callback()
  http.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    const { prompt, params, session } = await provider.interactionDetails(request, response)
    if (visitor === 'cancel') {
      return provider.interactionFinished(request, response, { error: 'access_denied' })
    }
    if (prompt.name === 'login') {
      known.set(visitor.subject, visitor)
      const login = { accountId: visitor.subject, ...(visitor.level === undefined ? {} : { acr: visitor.level }) }
      return provider.interactionFinished(request, response, { login })
    }
    const grant = new provider.Grant({ accountId: session!.accountId, clientId: String(params.client_id) })
    grant.addOIDCScope(String(params.scope))
    return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
  })

  return {
    env: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'dieuhanh', OIDC_CLIENT_SECRET: 'bi-mat-cua-dieu-hanh' },
    async visit(url, who) {
      visitor = who
      const jar = new Map<string, string>()
      let next = url
      for (let step = 0; step < 10 && !next.startsWith(redirectUri); step++) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
        for (const line of answer.headers.getSetCookie()) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
          jar.set(name!, value!)
        }
        const location = answer.headers.get('location')
        if (location === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
        next = new URL(location, next).href
      }
      return next
    },
  }
}
