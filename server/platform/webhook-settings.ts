import { BlockList, isIP } from 'node:net'
import { type Environment, text } from './environment.ts'
import { CannotStart } from './errors.ts'

/** How other systems may be called, and for how long delivery is tried. */
export interface WebhookSettings {
  /** Names of hosts inside the network that may be called, in small letters. */
  privateNames: ReadonlySet<string>
  /** Addresses inside the network that may be called. */
  privateRanges: BlockList
  /** Hours after which an unsuccessful delivery is given up. */
  giveUpHours: number
  /** Hours of failures only after which an endpoint is paused. */
  pauseHours: number
}

const NAME = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_-]{1,63})*$/

/**
 * Reads `WEBHOOK_PRIVATE_HOSTS` ("10.20.0.0/16, tich-hop.bo.local": what inside the network may be called; nothing if
 * it is not set), `WEBHOOK_GIVE_UP_HOURS` (72) and `WEBHOOK_PAUSE_HOURS` (24). Throws `CannotStart` naming the
 * variable.
 */
export function readWebhooks(env: Environment): WebhookSettings {
  const privateNames = new Set<string>()
  const privateRanges = new BlockList()
  for (const part of (text(env, 'WEBHOOK_PRIVATE_HOSTS') ?? '').split(',').map((one) => one.trim().toLowerCase())) {
    if (part !== '') addHost(part, privateNames, privateRanges)
  }
  return {
    privateNames,
    privateRanges,
    giveUpHours: hours(env, 'WEBHOOK_GIVE_UP_HOURS') ?? 72,
    pauseHours: hours(env, 'WEBHOOK_PAUSE_HOURS') ?? 24,
  }
}

function addHost(part: string, names: Set<string>, ranges: BlockList): void {
  const [address = '', bits, more] = part.split('/')
  const version = isIP(address)
  if (version === 0) {
    if (bits !== undefined || !NAME.test(part) || /^[\d.]+$/.test(part)) throw refused(part)
    names.add(part)
    return
  }
  const most = version === 4 ? 32 : 128
  if (more !== undefined || (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most)))
    throw refused(part)
  ranges.addSubnet(address, bits === undefined ? most : Number(bits), version === 4 ? 'ipv4' : 'ipv6')
}

function refused(part: string): CannotStart {
  return new CannotStart({
    vi: `WEBHOOK_PRIVATE_HOSTS có "${part}"; phải là tên máy, địa chỉ IP hoặc dải IP, cách nhau bằng dấu phẩy (10.20.0.0/16).`,
    en: `WEBHOOK_PRIVATE_HOSTS holds "${part}"; it must be host names, IP addresses or ranges with commas between (10.20.0.0/16).`,
  })
}

function hours(env: Environment, name: string): number | undefined {
  const value = text(env, name)
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,3}$/.test(value)) {
    throw new CannotStart({
      vi: `${name} đang là "${value}"; phải là số giờ, từ 1 đến 9999.`,
      en: `${name} is "${value}"; it must be a number of hours from 1 to 9999.`,
    })
  }
  return Number(value)
}
