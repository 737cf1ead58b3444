import { promises as dns, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { wrong } from '../platform/errors.ts'
import type { WebhookSettings } from '../platform/webhook-settings.ts'

/**
 * Everything that is not the public network (RFC 6890 and its successors): loopback, private networks, the metadata
 * addresses of clouds, and IPv6 forms of IPv4 addresses.
 */
const NOT_PUBLIC = new BlockList()
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  NOT_PUBLIC.addSubnet(address, bits, 'ipv4')
}
for (const [address, bits] of [
  ['::', 96],
  ['64:ff9b::', 32],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  NOT_PUBLIC.addSubnet(address, bits, 'ipv6')
}

/** Whether a request may go to this address, under this name. */
export function mayCall(address: string, name: string, settings: WebhookSettings): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (!NOT_PUBLIC.check(address, family)) return true
  return settings.privateNames.has(name) || settings.privateRanges.check(address, family)
}

/** The host of a URL without the brackets of IPv6 and the final dot. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')

/** Why a URL cannot be an endpoint's, before its name is looked up; undefined if it can. */
function wrongInUrl(typed: string): string | undefined {
  const url = URL.canParse(typed) ? new URL(typed) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || /\s/.test(typed)) {
    return 'Địa chỉ không đúng dạng. Hãy ghi đầy đủ, ví dụ https://tich-hop.coquan.gov.vn/dieu-hanh.'
  }
  if (url.username !== '' || url.password !== '') return 'Địa chỉ không được chứa tên đăng nhập hay mật khẩu.'
  if (url.hash !== '') return 'Địa chỉ không được có phần sau dấu #.'
  if (typed.length > 2000) return 'Địa chỉ quá dài; tối đa 2.000 ký tự.'
  return undefined
}

const INSIDE =
  'Địa chỉ này thuộc mạng nội bộ hoặc chính máy chủ nên không được gọi tới. Hãy dùng địa chỉ công khai, hoặc đề nghị quản trị hệ thống cho phép máy này (WEBHOOK_PRIVATE_HOSTS).'

/**
 * A URL as it is stored: https to the public network; inside the network, http or https to allowed hosts. Throws `Invalid`
 * on the field `url`. A name may resolve differently later: every request checks again (`guardedLookup`).
 */
export async function checkedUrl(typed: string, settings: WebhookSettings): Promise<string> {
  const wrongInItself = wrongInUrl(typed)
  if (wrongInItself) throw wrong('url', 'webhook.url_invalid', wrongInItself)
  const url = new URL(typed)
  const host = hostOf(url)
  const addresses = isIP(host) ? [host] : await resolved(host)
  if (addresses.some((address) => !mayCall(address, host, settings))) throw wrong('url', 'webhook.url_inside', INSIDE)
  const isInside = addresses.every((address) => NOT_PUBLIC.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'))
  if (url.protocol === 'http:' && !isInside) {
    throw wrong(
      'url',
      'webhook.url_open',
      'Ra ngoài mạng nội bộ phải dùng https://; http:// để lộ nội dung trên đường truyền.',
    )
  }
  return url.href
}

async function resolved(host: string): Promise<string[]> {
  try {
    return (await dns.lookup(host, { all: true })).map(({ address }) => address)
  } catch {
    throw wrong('url', 'webhook.url_unknown', `Không tìm thấy máy "${host}". Hãy kiểm tra tên máy trong địa chỉ.`)
  }
}

/**
 * Looks a name up for the connection about to be made, and refuses it if any of its addresses may not be called. So a name
 * that resolved elsewhere when it was checked (DNS rebinding) gains nothing.
 */
export function guardedLookup(settings: WebhookSettings): LookupFunction {
  return (name, options, done) => {
    dns.lookup(name, { ...options, all: true }).then(
      (found: LookupAddress[]) => {
        const bad = found.find(({ address }) => !mayCall(address, name.replace(/\.$/, ''), settings))
        const [first] = found
        if (bad || !first)
          done(new Error(`${name} resolves to ${bad?.address ?? 'nowhere'}, which may not be called`), '', 0)
        else if (options.all) done(null, found)
        else done(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    )
  }
}
