import { X509Certificate } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { type Environment, text } from './environment.ts'
import { CannotStart } from './errors.ts'
import { type PrivateHosts, readPrivateHosts } from './outgoing/private-hosts.ts'

/** A provider of remote signing, as its file says. */
export interface ProviderEntry {
  /** By which signing identities name it: "nha-cung-cap". */
  name: string
  url: string
  clientId: string
  clientSecret: string
  tokenUrl?: string
}

/** What electronic signatures need of the outside; all of it may be absent. */
export interface SignatureSettings {
  /** DER certificates that chains must end in. Without any, a signature can be unverifiable or invalid, never valid. */
  anchors: readonly Uint8Array[]
  timeStampUrls: readonly string[]
  /** What addresses in certificates may name inside the network. */
  privateHosts: PrivateHosts
  /** Libraries of tokens: name to path. */
  tokenLibraries: ReadonlyMap<string, string>
  /** Variables that those libraries read. */
  tokenEnvironment: Readonly<Record<string, string>>
  providers: readonly ProviderEntry[]
}

const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/
const MOST_FILES = 1000

/**
 * Reads `SIGNATURE_ANCHORS` (a file or folder of certificates, PEM or DER), `SIGNATURE_TSA` (addresses), `SIGNATURE_PRIVATE_HOSTS`,
 * `SIGNATURE_PKCS11` ("ban-co-yeu=/opt/token/lib.so"), `SIGNATURE_PKCS11_ENV` (names of variables) and `SIGNATURE_CSC` (a JSON file
 * of providers). Throws `CannotStart` naming the variable; a secret is never repeated.
 */
export function readSignature(env: Environment): SignatureSettings {
  return {
    anchors: anchorsOf(text(env, 'SIGNATURE_ANCHORS')),
    timeStampUrls: list(env, 'SIGNATURE_TSA').map((value) => address('SIGNATURE_TSA', value)),
    privateHosts: readPrivateHosts(env, 'SIGNATURE_PRIVATE_HOSTS'),
    tokenLibraries: librariesOf(list(env, 'SIGNATURE_PKCS11')),
    tokenEnvironment: Object.fromEntries(
      list(env, 'SIGNATURE_PKCS11_ENV').map((name) => [name, env[name] ?? missing('SIGNATURE_PKCS11_ENV', name)]),
    ),
    providers: providersOf(text(env, 'SIGNATURE_CSC')),
  }
}

const list = (env: Environment, name: string): string[] =>
  (text(env, name) ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

function missing(variable: string, name: string): never {
  throw new CannotStart({
    vi: `${variable} nêu biến "${name}" nhưng biến đó chưa được đặt.`,
    en: `${variable} names the variable "${name}", which is not set.`,
  })
}

function address(variable: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === '')
    return url.href
  throw new CannotStart({
    vi: `${variable} có địa chỉ không đúng dạng https://tsa.example.gov.vn; không kèm tên đăng nhập, mật khẩu hay dấu #.`,
    en: `${variable} holds an address that is not of the form https://tsa.example.gov.vn, without user, password or "#".`,
  })
}

function unreadable(variable: string, path: string, cause: unknown): CannotStart {
  const why = cause instanceof Error ? cause.message.split('\n')[0] : ''
  return new CannotStart({
    vi: `${variable}: không đọc được "${path}" (${why}).`,
    en: `${variable}: "${path}" cannot be read (${why}).`,
  })
}

function anchorsOf(path: string | undefined): Uint8Array[] {
  if (path === undefined) return []
  try {
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => /\.(pem|crt|cer|der)$/i.test(name))
          .slice(0, MOST_FILES)
          .map((name) => join(path, name))
      : [path]
    const anchors = files.flatMap((file) => certificatesIn(readFileSync(file)))
    if (anchors.length === 0) throw new Error('no certificate')
    return anchors
  } catch (error) {
    throw unreadable('SIGNATURE_ANCHORS', path, error)
  }
}

/** The root of the authority of the sample, beside the sample's accounts; its private key is nowhere. */
export const sampleAnchorFile = (dataDir: string): string => join(dataDir, 'sample-anchor.pem')

const samples = new Map<string, readonly Uint8Array[]>()

/** The anchor of the sample; none where no sample was loaded, or by an earlier version. Looked for until it is there. */
export function sampleAnchors(dataDir: string): readonly Uint8Array[] {
  const known = samples.get(dataDir)
  if (known) return known
  const path = sampleAnchorFile(dataDir)
  if (!existsSync(path)) return []
  const anchors = certificatesIn(readFileSync(path))
  samples.set(dataDir, anchors)
  return anchors
}

/** The certificates of a PEM or DER file, each as DER. Throws for what is no certificate. */
export function certificatesIn(bytes: Uint8Array): Uint8Array[] {
  const asText = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const end = '-----END CERTIFICATE-----'
  const parts = asText.split('-----BEGIN CERTIFICATE-----').slice(1, 1 + MOST_FILES)
  if (parts.length === 0) return [new X509Certificate(bytes).raw]
  return parts.map((part) => new X509Certificate(Buffer.from(part.slice(0, part.indexOf(end)), 'base64')).raw)
}

function librariesOf(parts: readonly string[]): Map<string, string> {
  return new Map(
    parts.map((part): [string, string] => {
      const at = part.indexOf('=')
      const [name, path] = [part.slice(0, at).trim(), part.slice(at + 1).trim()]
      if (at > 0 && NAME.test(name) && isAbsolute(path)) return [name, path]
      throw new CannotStart({
        vi: `SIGNATURE_PKCS11 có "${part}"; phải là tên=/đường/dẫn/thư-viện.so, cách nhau bằng dấu phẩy.`,
        en: `SIGNATURE_PKCS11 holds "${part}"; it must be name=/path/of/library.so, with commas between.`,
      })
    }),
  )
}

function providersOf(path: string | undefined): ProviderEntry[] {
  if (path === undefined) return []
  let read: unknown
  try {
    read = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    // What JSON.parse says may repeat a secret.
    throw unreadable('SIGNATURE_CSC', path, error instanceof SyntaxError ? new Error('not JSON') : error)
  }
  const entries = Array.isArray(read) ? read : [read]
  return entries.map((entry: Record<string, unknown>) => {
    const { name, url, clientId, clientSecret, tokenUrl } = entry ?? {}
    const isWhole = [name, url, clientId, clientSecret].every((one) => typeof one === 'string' && one !== '')
    if (!isWhole || !NAME.test(String(name)) || (tokenUrl !== undefined && typeof tokenUrl !== 'string')) {
      throw new CannotStart({
        vi: `SIGNATURE_CSC: mỗi nhà cung cấp trong "${path}" cần name (chữ thường, số, gạch nối), url, clientId, clientSecret.`,
        en: `SIGNATURE_CSC: each provider in "${path}" needs name (small letters, digits, hyphens), url, clientId, clientSecret.`,
      })
    }
    return {
      name: String(name),
      url: address('SIGNATURE_CSC', String(url)),
      clientId: String(clientId),
      clientSecret: String(clientSecret),
      ...(tokenUrl === undefined ? {} : { tokenUrl: address('SIGNATURE_CSC', String(tokenUrl)) }),
    }
  })
}
