import { isIP } from 'node:net'
import { readEmail } from '../email.ts'
import { type Environment, oneOf, portNumber, text } from '../environment.ts'
import { CannotStart } from '../errors.ts'

const SECURITIES = ['starttls', 'direct', 'none'] as const

/** The mail server that letters are sent through, and the sender. */
export interface MailSettings {
  host: string
  port: number
  /**
   * `starttls`: encrypted after the greeting, or not sent at all; `direct`: encrypted from the first byte; `none`:
   * open.
   */
  security: (typeof SECURITIES)[number]
  user: string | undefined
  password: string | undefined
  from: { name: string; address: string }
}

const PORTS = { starttls: 587, direct: 465, none: 25 } as const

/**
 * Reads `SMTP_URL` (smtp://user:password@host:587, smtps://… for encryption from the first byte) or `SMTP_HOST`,
 * `SMTP_PORT`, `SMTP_USER`, `SMTP_PASSWORD`, with `SMTP_TLS` and `MAIL_FROM`. Undefined if none of them is set. Throws
 * `CannotStart` naming the variable; a password is never repeated.
 */
export function readMail(env: Environment): MailSettings | undefined {
  const names = ['SMTP_HOST', 'SMTP_PORT', 'SMTP_USER', 'SMTP_PASSWORD'].filter((name) => text(env, name) !== undefined)
  const security = oneOf(env, 'SMTP_TLS', SECURITIES)
  const url = text(env, 'SMTP_URL')
  if (url !== undefined) {
    if (names.length > 0) {
      throw new CannotStart({
        vi: `SMTP_URL và ${names.join(', ')} cùng được đặt; chỉ giữ một cách khai báo.`,
        en: `SMTP_URL and ${names.join(', ')} are both set; keep only one of them.`,
      })
    }
    return { ...ofUrl(url, security), from: sender(env) }
  }
  const host = text(env, 'SMTP_HOST')
  if (host === undefined) {
    const left = [...names, ...(security ? ['SMTP_TLS'] : []), ...(text(env, 'MAIL_FROM') ? ['MAIL_FROM'] : [])]
    if (left.length === 0) return undefined
    throw new CannotStart({
      vi: `${left.join(', ')} đã đặt mà thiếu SMTP_HOST; hãy đặt SMTP_HOST (hoặc SMTP_URL), hoặc bỏ các biến đó.`,
      en: `${left.join(', ')} is set without SMTP_HOST; set SMTP_HOST (or SMTP_URL), or leave those out.`,
    })
  }
  if (isIP(host) === 0 && !/^[a-z0-9._-]+$/i.test(host)) {
    throw new CannotStart({
      vi: `SMTP_HOST đang là "${host}"; phải là tên máy hoặc địa chỉ IP, không kèm cổng hay tiền tố.`,
      en: `SMTP_HOST is "${host}"; it must be a host name or an IP address, without port or prefix.`,
    })
  }
  const [user, password] = [text(env, 'SMTP_USER'), text(env, 'SMTP_PASSWORD')]
  if ((user === undefined) !== (password === undefined)) {
    throw new CannotStart({
      vi: 'SMTP_USER và SMTP_PASSWORD phải được đặt cùng nhau.',
      en: 'SMTP_USER and SMTP_PASSWORD must be set together.',
    })
  }
  const chosen = security ?? 'starttls'
  return {
    host,
    port: portNumber(env, 'SMTP_PORT') ?? PORTS[chosen],
    security: chosen,
    user,
    password,
    from: sender(env),
  }
}

function ofUrl(value: string, security: MailSettings['security'] | undefined): Omit<MailSettings, 'from'> {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^\/?$/.test(url.pathname)) {
    throw new CannotStart({
      vi: 'SMTP_URL không có dạng smtp://người-dùng:mật-khẩu@máy:587 hoặc smtps://người-dùng:mật-khẩu@máy:465.',
      en: 'SMTP_URL is not of the form smtp://user:password@host:587 or smtps://user:password@host:465.',
    })
  }
  const isDirect = url.protocol === 'smtps:'
  if (isDirect && security !== undefined && security !== 'direct') {
    throw new CannotStart({
      vi: `SMTP_URL bắt đầu bằng smtps:// nhưng SMTP_TLS là "${security}"; hãy bỏ SMTP_TLS hoặc dùng smtp://.`,
      en: `SMTP_URL begins with smtps:// but SMTP_TLS is "${security}"; leave SMTP_TLS out or use smtp://.`,
    })
  }
  const chosen = isDirect ? 'direct' : (security ?? 'starttls')
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? PORTS[chosen] : Number(url.port),
    security: chosen,
    user: url.username === '' ? undefined : decoded(url.username),
    password: url.password === '' ? undefined : decoded(url.password),
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new CannotStart({
      vi: 'SMTP_URL có ký tự % sai trong tên hoặc mật khẩu; ký tự đặc biệt phải viết dạng %40.',
      en: 'SMTP_URL holds a wrong % in its user or password; special characters are written like %40.',
    })
  }
}

/** "Điều Hành <dieuhanh@co-quan.example>", or the address alone. */
function sender(env: Environment): MailSettings['from'] {
  const value = text(env, 'MAIL_FROM')
  if (value === undefined) {
    throw new CannotStart({
      vi: 'Có máy chủ thư nhưng thiếu MAIL_FROM; hãy đặt địa chỉ gửi, ví dụ "Điều Hành <dieuhanh@co-quan.example>".',
      en: 'There is a mail server but no MAIL_FROM; give the sender, such as "Điều Hành <dieuhanh@co-quan.example>".',
    })
  }
  const [, named, inner] = /^"?([^"<>]*?)"?\s*<([^<>]*)>$/.exec(value) ?? []
  const address = readEmail(inner ?? value)
  if (address === undefined || /[\r\n]/.test(value)) {
    throw new CannotStart({
      vi: `MAIL_FROM đang là "${value}"; phải là một địa chỉ, hoặc "Tên <địa chỉ>".`,
      en: `MAIL_FROM is "${value}"; it must be one address, or "Name <address>".`,
    })
  }
  return { name: named?.trim() || 'Điều Hành', address }
}
