import type { BlockList } from 'node:net'
import { type Environment, portNumber, text } from './environment.ts'
import { CannotStart } from './errors.ts'
import { readPrivateHosts } from './outgoing/private-hosts.ts'

/** Where the office's mail system hands over what is addressed to its clerks. */
export interface MailInSettings {
  host: string
  port: number
  /** Who may connect. */
  from: BlockList
}

/**
 * Reads `MAIL_IN_PORT`, `MAIL_IN_HOST` (127.0.0.1 without it) and `MAIL_IN_FROM` (addresses and ranges; this machine without it).
 * Undefined without a port. Throws `CannotStart` naming the variable.
 */
export function readMailIn(env: Environment): MailInSettings | undefined {
  const port = portNumber(env, 'MAIL_IN_PORT')
  if (port === undefined) {
    const left = ['MAIL_IN_HOST', 'MAIL_IN_FROM'].filter((name) => text(env, name) !== undefined)
    if (left.length === 0) return undefined
    throw new CannotStart({
      vi: `${left.join(', ')} đã đặt mà thiếu MAIL_IN_PORT; hãy đặt MAIL_IN_PORT, hoặc bỏ các biến đó.`,
      en: `${left.join(', ')} is set without MAIL_IN_PORT; set MAIL_IN_PORT, or leave those out.`,
    })
  }
  const { privateNames, privateRanges } = readPrivateHosts(env, 'MAIL_IN_FROM')
  const [name] = privateNames
  if (name !== undefined)
    throw new CannotStart({
      vi: `MAIL_IN_FROM có "${name}"; chỉ nhận địa chỉ IP hoặc dải IP, cách nhau bằng dấu phẩy (10.20.0.0/16).`,
      en: `MAIL_IN_FROM holds "${name}"; it takes IP addresses and ranges with commas between (10.20.0.0/16).`,
    })
  if (text(env, 'MAIL_IN_FROM') === undefined) {
    privateRanges.addSubnet('127.0.0.0', 8, 'ipv4')
    privateRanges.addAddress('::1', 'ipv6')
  }
  return { host: text(env, 'MAIL_IN_HOST') ?? '127.0.0.1', port, from: privateRanges }
}
