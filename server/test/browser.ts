import type { Answer, Method, SendOptions, TestApp, Visitor } from './app.ts'

/** A client that keeps cookies and sends an Origin, like a browser. */
export interface Browser {
  send: Visitor['send']
  /** Signs in with a password; returns the server's answer. */
  signIn: (who: Pick<Visitor, 'email' | 'password'>) => Promise<Answer>
  /** The raw value of a stored cookie. */
  cookie: (name: string) => string | undefined
}

export interface BrowserOptions {
  origin?: string
  userAgent?: string
  /** Where its requests come from. */
  address?: string
}

export function openBrowser(
  app: TestApp,
  {
    origin = 'http://localhost:8080',
    userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36',
    address = '127.0.0.1',
  }: BrowserOptions = {},
): Browser {
  const jar = new Map<string, string>()
  const send = async (method: Method, url: string, options: SendOptions = {}): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { origin, 'user-agent': userAgent, ...(cookie ? { cookie } : {}), ...options.headers }
    const answer = await app.send(method, url, { ...options, headers, remoteAddress: address })
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/; Max-Age=0(;|$)/i.test(line)) jar.delete(name!)
      else jar.set(name!, value!)
    }
    return answer
  }
  return {
    send,
    signIn: ({ email, password }) => send('POST', '/api/auth/sign-in/email', { body: { email, password } }),
    cookie: (name) => jar.get(name),
  }
}
