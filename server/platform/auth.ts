import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { betterAuth } from 'better-auth'
import { fromNodeHeaders } from 'better-auth/node'
import { username } from 'better-auth/plugins'
import { PostgresDialect, type RawBuilder } from 'kysely'
import type { Pool } from 'pg'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, setPassword } from './account/password.ts'
import type { KnownActor } from './actor.ts'
import type { Config } from './config.ts'
import { type AnyHandle, type AnyTransaction, type Database, type Db, within } from './db.ts'

/** A user who has proved who they are: by a browser's session or, without one, by a token. */
export interface Known {
  userId: string
  sessionId: string | null
}

/**
 * A query of the platform that finds the requesting user: no row for a stranger, else one with exactly these columns.
 * `kept` (json) is what the platform wants back beside the actor: it is passed through unread.
 */
export type CallerQuery<Kept> = RawBuilder<{ user_id: string; session_id: string | null; kept: Kept }>

/** The requesting user that was found; without an actor if they hold no post or their sign-in is closed. */
export interface Caller<Kept> {
  kept: Kept
  actor: KnownActor | undefined
}

/**
 * A user's person in the registry on a day (ISO), in the post they work in; undefined for a user without a post. A
 * `CallerQuery` finds both in one round trip: the platform cannot name the registry's tables, nor the registry those of
 * sessions and tokens, so the platform passes its query and the registry embeds it in its own.
 */
export interface FindActor {
  (db: AnyHandle, known: Known, on: string): Promise<KnownActor | undefined>
  <Kept>(db: AnyHandle, query: CallerQuery<Kept>, on: string): Promise<Caller<Kept> | undefined>
}

/**
 * The API client behind a short-lived key, as an actor of its agency; undefined for a key that is invalid or has
 * expired.
 */
export type FindClient = (db: Db, token: string, now: Temporal.Instant) => Promise<KnownClient | undefined>

/** An API client as an actor of its agency, and what its key was given for. */
export interface KnownClient {
  actor: KnownActor
  scopes: readonly string[]
}

export interface NewUser {
  name: string
  email: string
  /** 3 to 30 of a–z, 0–9, dot and underscore. */
  username: string
  password: string
}

/** The header in which the caller's address is passed to better-auth; a caller's own value is never passed on. */
export const CALLER_ADDRESS = 'x-dieuhanh-caller'

type AuthConfig = Pick<Config, 'origin' | 'trustedOrigins' | 'dataDir' | 'authSecret'>

/**
 * better-auth over the tables of `0001_platform.sql`: password sign-in by address or user name, sessions in the
 * database. Sign-up is closed: users are added by `addUser`. `pool` has the driver's own types, which better-auth
 * expects.
 */
export function openAuth(config: AuthConfig, pool: Pool) {
  return betterAuth({
    appName: 'Điều Hành',
    baseURL: config.origin,
    basePath: '/api/auth',
    secret: secretOf(config),
    trustedOrigins: config.trustedOrigins,
    database: { dialect: new PostgresDialect({ pool }), type: 'postgres', schemaName: 'platform', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD * 4,
    },
    plugins: [username({ schema: { user: { fields: { displayUsername: 'display_username' } } } })],
    user: { fields: { emailVerified: 'email_verified', ...TIMES } },
    session: {
      // A working day without use ends it; while in use it is renewed, and its last use recorded, every five minutes.
      expiresIn: 12 * 3600,
      updateAge: 300,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...TIMES,
      },
    },
    account: {
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...TIMES,
      },
    },
    databaseHooks: {
      session: {
        create: {
          // A closed sign-in opens no session: the answer is that of a wrong password.
          before: async ({ userId }) => {
            const closed = 'select from platform.user where id = $1 and deactivated_at is not null'
            return (await pool.query(closed, [userId])).rowCount === 0 ? undefined : false
          },
        },
      },
    },
    verification: { fields: { expiresAt: 'expires_at', ...TIMES } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      fields: { lastRequest: 'last_request' },
      window: 60,
      // Per address, and a whole ministry may share one; guessing at one account is stopped in guessing.ts.
      max: 600,
      customRules: { '/sign-in/*': { window: 60, max: 120 } },
    },
    advanced: {
      cookiePrefix: 'dieuhanh',
      useSecureCookies: config.origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CALLER_ADDRESS] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // What is no answer of its own, such as a full disk, is said as everywhere else.
    onAPIError: { throw: true },
  })
}

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

export type Auth = ReturnType<typeof openAuth>

/** A session found, and the cookies that make the browser keep it as long as we do, if it was renewed. */
export interface KnownSession extends Known {
  sessionId: string
  cookies: string[]
}

/**
 * The user of a browser's session, or undefined. `headers` are those of the request. A quiet request does not extend
 * the session.
 */
export async function userOfSession(
  auth: Auth,
  headers: Record<string, string | string[] | undefined>,
  { isQuiet = false }: { isQuiet?: boolean } = {},
): Promise<KnownSession | undefined> {
  const { response, headers: answered } = await auth.api.getSession({
    headers: fromNodeHeaders(headers),
    returnHeaders: true,
    ...(isQuiet ? { query: { disableRefresh: true } } : {}),
  })
  return response
    ? { userId: response.user.id, sessionId: response.session.id, cookies: answered.getSetCookie() }
    : undefined
}

/**
 * Adds a user who can sign in with a password. Throws on a taken address or user name (unique constraint), and on the
 * field `password` if it is weak.
 */
export async function addUser(trx: AnyTransaction, user: NewUser): Promise<string> {
  const db = within<Pick<Database, 'platform.user'>>(trx)
  const id = crypto.randomUUID()
  await db
    .insertInto('platform.user')
    .values({
      id,
      name: user.name,
      email: user.email.toLowerCase(),
      email_verified: true,
      username: user.username.toLowerCase(),
      display_username: user.username,
    })
    .execute()
  await setPassword(trx, id, user.password)
  return id
}

/**
 * The secret with which this installation signs and encrypts (32 characters or more): AUTH_SECRET, else one made once
 * and kept.
 */
export function secretOf(config: Pick<Config, 'authSecret' | 'dataDir'>): string {
  return config.authSecret ?? keptSecret(config.dataDir)
}

/** The key that signs session cookies: made once, readable by its owner only; losing it signs everyone out. */
function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret')
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  try {
    writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' })
    return secret
  } catch (error) {
    // Two processes starting at the same time: the first to write decides.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(path, 'utf8').trim()
    throw error
  }
}
