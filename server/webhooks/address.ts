import { promises as dns } from 'node:dns'
import { isIP } from 'node:net'
import { wrong } from '../platform/errors.ts'
import { hostOf, isInside } from '../platform/outgoing/inside.ts'
import { mayCall } from '../platform/outgoing/private-hosts.ts'
import type { WebhookSettings } from '../platform/webhook-settings.ts'

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
 * on the field `url`. A name may resolve differently later: every request checks again (`postTo`).
 */
export async function checkedUrl(typed: string, settings: WebhookSettings): Promise<string> {
  const wrongInItself = wrongInUrl(typed)
  if (wrongInItself) throw wrong('url', 'webhook.url_invalid', wrongInItself)
  const url = new URL(typed)
  const host = hostOf(url)
  const addresses = isIP(host) ? [host] : await resolved(host)
  if (addresses.some((address) => !mayCall(address, host, settings))) throw wrong('url', 'webhook.url_inside', INSIDE)
  if (url.protocol === 'http:' && !addresses.every(isInside)) {
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
