import { type Environment, text } from './environment.ts'
import { CannotStart } from './errors.ts'
import { type PrivateHosts, readPrivateHosts } from './outgoing/private-hosts.ts'

/** How other systems may be called, and for how long delivery is tried. */
export interface WebhookSettings extends PrivateHosts {
  /** Hours after which an unsuccessful delivery is given up. */
  giveUpHours: number
  /** Hours of failures only after which an endpoint is paused. */
  pauseHours: number
}

/**
 * Reads `WEBHOOK_PRIVATE_HOSTS` ("10.20.0.0/16, tich-hop.bo.local": what inside the network may be called; nothing if
 * it is not set), `WEBHOOK_GIVE_UP_HOURS` (72) and `WEBHOOK_PAUSE_HOURS` (24). Throws `CannotStart` naming the
 * variable.
 */
export function readWebhooks(env: Environment): WebhookSettings {
  return {
    ...readPrivateHosts(env, 'WEBHOOK_PRIVATE_HOSTS'),
    giveUpHours: hours(env, 'WEBHOOK_GIVE_UP_HOURS') ?? 72,
    pauseHours: hours(env, 'WEBHOOK_PAUSE_HOURS') ?? 24,
  }
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
