import { BlockList, isIP } from 'node:net'
import { type Environment, text } from '../environment.ts'
import { CannotStart } from '../errors.ts'
import { isInside } from './inside.ts'

/** What inside the network may be called. */
export interface PrivateHosts {
  /** Names of hosts inside the network that may be called, in small letters. */
  privateNames: ReadonlySet<string>
  /** Addresses inside the network that may be called. */
  privateRanges: BlockList
}

const NAME = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_-]{1,63})*$/

/** Reads a variable such as "10.20.0.0/16, tich-hop.bo.local"; nothing if it is not set. Throws `CannotStart` naming it. */
export function readPrivateHosts(env: Environment, variable: string): PrivateHosts {
  const privateNames = new Set<string>()
  const privateRanges = new BlockList()
  for (const part of (text(env, variable) ?? '').split(',').map((one) => one.trim().toLowerCase())) {
    if (part !== '') addHost(variable, part, privateNames, privateRanges)
  }
  return { privateNames, privateRanges }
}

/** Whether a request may go to this address, under this name: anywhere outside, and inside where it is allowed. */
export function mayCall(address: string, name: string, { privateNames, privateRanges }: PrivateHosts): boolean {
  if (!isInside(address)) return true
  return privateNames.has(name) || privateRanges.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

function addHost(variable: string, part: string, names: Set<string>, ranges: BlockList): void {
  const [address = '', bits, more] = part.split('/')
  const version = isIP(address)
  if (version === 0) {
    if (bits !== undefined || !NAME.test(part) || /^[\d.]+$/.test(part)) throw refused(variable, part)
    names.add(part)
    return
  }
  const most = version === 4 ? 32 : 128
  if (more !== undefined || (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most)))
    throw refused(variable, part)
  ranges.addSubnet(address, bits === undefined ? most : Number(bits), version === 4 ? 'ipv4' : 'ipv6')
}

function refused(variable: string, part: string): CannotStart {
  return new CannotStart({
    vi: `${variable} có "${part}"; phải là tên máy, địa chỉ IP hoặc dải IP, cách nhau bằng dấu phẩy (10.20.0.0/16).`,
    en: `${variable} holds "${part}"; it must be host names, IP addresses or ranges with commas between (10.20.0.0/16).`,
  })
}
