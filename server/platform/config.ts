import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { type IdentityConfig, readIdentity } from './account/identity-config.ts'
import { type Environment, oneOf, portNumber, text, wholeNumber } from './environment.ts'
import { CannotStart } from './errors.ts'
import type { HeavyLimits } from './http/heavy.ts'
import { type MailSettings, readMail } from './mail/settings.ts'
import { type MailInSettings, readMailIn } from './mail-in-settings.ts'
import { readSecondReader, type SecondReaderSettings } from './second-reader-settings.ts'
import { readSignature, type SignatureSettings } from './signature-settings.ts'
import { readWebhooks, type WebhookSettings } from './webhook-settings.ts'

export type SampleScale = 'national' | 'small' | 'none'
const SCALES: readonly SampleScale[] = ['national', 'small', 'none']
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** Everything the environment decides, read once at the start. */
export interface Config {
  host: string
  port: number
  /** The operator's own, or undefined: the server then runs its own PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined
  /** Absolute. Files, keys, and our own PostgreSQL. */
  dataDir: string
  /** What to load into an empty database. */
  sample: SampleScale
  /** The address users type, without a trailing slash: sign-in cookies and the same-origin check use it. */
  origin: string
  /** Other addresses the console may be opened under. */
  trustedOrigins: string[]
  /** Addresses of the proxies in front, which are trusted to say who is calling ("10.0.0.0/8, 127.0.0.1"). */
  trustProxy: string | undefined
  logLevel: (typeof LEVELS)[number]
  /** Signs the session cookies; undefined: kept in `dataDir/secret`. */
  authSecret: string | undefined
  /** Whether this process runs jobs as well. */
  worker: boolean
  /** How long a link lives that somebody who forgot their password asked for. */
  resetMinutes: number
  /** The mail server; undefined: letters stay in the ledger, where the administrator reads them. */
  mail: MailSettings | undefined
  /** Where mail to clerks is taken; undefined: nowhere. */
  mailIn: MailInSettings | undefined
  webhooks: WebhookSettings
  /** The office's own language model that is asked about doubtful passages of directives; undefined: the rules alone. */
  secondReader: SecondReaderSettings | undefined
  /** The identity provider users may sign in with; undefined: password and passkey only. */
  identity: IdentityConfig | undefined
  /** How long PostgreSQL may work on one statement of a reading request. */
  statementSeconds: number
  heavy: HeavyLimits
  /** Trust anchors, time-stamp authorities, tokens and providers of electronic signatures. */
  signature: SignatureSettings
  /** How long the author of a comment may correct it. */
  commentMinutes: number
}

/** Reads the environment. Throws `CannotStart` with one sentence naming the variable, its value and what is allowed. */
export function readConfig(env: Environment): Config {
  const host = text(env, 'HOST') ?? '127.0.0.1'
  const port = portNumber(env, 'PORT') ?? 8080
  const databaseUrl = postgresUrl(env)
  const origin = httpOrigin(text(env, 'ORIGIN') ?? `http://${reachable(host)}:${port}`, 'ORIGIN')
  return {
    host,
    port,
    databaseUrl,
    dataDir: resolve(text(env, 'DATA_DIR') ?? 'data'),
    // A given database belongs to someone: sample data is loaded only on request.
    sample: oneOf(env, 'SAMPLE', SCALES) ?? (databaseUrl === undefined ? 'national' : 'none'),
    origin,
    trustedOrigins: [origin, ...sameMachine(origin)],
    trustProxy: proxies(env),
    logLevel: oneOf(env, 'LOG_LEVEL', LEVELS) ?? 'warn',
    authSecret: secret(env),
    worker: oneOf(env, 'WORKER', ['inside', 'none'] as const) !== 'none',
    resetMinutes: wholeNumber(env, 'RESET_MINUTES', 5, 1440) ?? 30,
    mail: readMail(env),
    mailIn: readMailIn(env),
    webhooks: readWebhooks(env),
    secondReader: readSecondReader(env),
    identity: readIdentity(env),
    statementSeconds: wholeNumber(env, 'STATEMENT_SECONDS', 1, 3600) ?? 15,
    heavy: {
      perPerson: wholeNumber(env, 'HEAVY_PER_PERSON', 1, 100) ?? 4,
      // Half of the pool of `opening.ts`.
      atOnce: wholeNumber(env, 'HEAVY_AT_ONCE', 1, 11) ?? 6,
    },
    signature: readSignature(env),
    commentMinutes: wholeNumber(env, 'COMMENT_MINUTES', 0, 1440) ?? 15,
  }
}

function postgresUrl(env: Environment): string | undefined {
  const value = text(env, 'DATABASE_URL')
  if (value === undefined) return undefined
  if (!URL.canParse(value) || !/^postgres(ql)?:$/.test(new URL(value).protocol)) {
    // The value may contain a password: it is not repeated.
    throw new CannotStart({
      vi: 'DATABASE_URL không có dạng postgres://người-dùng:mật-khẩu@máy:5432/cơ-sở-dữ-liệu.',
      en: 'DATABASE_URL is not an address of the form postgres://user:password@host:5432/database.',
    })
  }
  return value
}

function httpOrigin(value: string, name: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new CannotStart({
      vi: `${name} đang là "${value}"; phải là địa chỉ dạng https://dieuhanh.example.gov.vn.`,
      en: `${name} is "${value}"; it must be an address of the form https://dieuhanh.example.gov.vn.`,
    })
  }
  return new URL(value).origin
}

function secret(env: Environment): string | undefined {
  const value = text(env, 'AUTH_SECRET')
  if (value !== undefined && value.length < 32) {
    throw new CannotStart({
      vi: 'AUTH_SECRET quá ngắn; cần ít nhất 32 ký tự.',
      en: 'AUTH_SECRET is too short; give 32 characters or more.',
    })
  }
  return value
}

function proxies(env: Environment): string | undefined {
  const value = text(env, 'TRUST_PROXY')
  const isAddress = (part: string) => {
    const [address = '', bits] = part.trim().split('/')
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
    return bits === undefined ? most > 0 : /^\d{1,3}$/.test(bits) && Number(bits) <= most
  }
  if (value !== undefined && !value.split(',').every(isAddress)) {
    throw new CannotStart({
      vi: `TRUST_PROXY đang là "${value}"; phải là các địa chỉ IP hoặc dải, cách nhau bằng dấu phẩy (10.0.0.0/8).`,
      en: `TRUST_PROXY is "${value}"; it must be IP addresses or ranges with commas between (10.0.0.0/8).`,
    })
  }
  return value
}

/** A server on all interfaces is still opened under one name. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/** http://127.0.0.1:8080 and http://localhost:8080 are one machine, and users type either. */
function sameMachine(origin: string): string[] {
  const url = new URL(origin)
  const names = ['127.0.0.1', 'localhost']
  return names.includes(url.hostname)
    ? names
        .filter((name) => name !== url.hostname)
        .map((name) => `${url.protocol}//${name}${url.port ? `:${url.port}` : ''}`)
    : []
}
