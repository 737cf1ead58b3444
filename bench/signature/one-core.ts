/** Work on one core beside what it cannot do without, by bare `node:crypto`. */
import { constants, createPublicKey, hash, type KeyObject, privateEncrypt, publicDecrypt } from 'node:crypto'
import type { Ratio } from '../measure.ts'

const SECONDS = Number(process.env.BENCH_SECONDS ?? 4)
const padding = constants.RSA_PKCS1_PADDING

/** `aim`: how many are to be done in a second of the processor; it is printed, and decides nothing. */
export type Rate = readonly [what: string, aim: number, ours: () => unknown, bare: () => unknown, atMost: number]

/** Milliseconds of the processor for one, the two taking turns: other work on the machine lengthens them little, and both. */
async function inTurns(ours: () => unknown, bare: () => unknown): Promise<{ slow: number; fast: number }> {
  const spent = { slow: 0, fast: 0 }
  const done = { slow: 0, fast: 0 }
  for (const side of ['slow', 'fast'] as const)
    for (let turn = 0; turn < 100; turn++) await (side === 'slow' ? ours : bare)()
  while (spent.slow + spent.fast < SECONDS * 1_000)
    for (const side of ['slow', 'fast'] as const) {
      const work = side === 'slow' ? ours : bare
      const started = process.cpuUsage()
      for (let turn = 0; turn < 20; turn++) await work()
      const { user, system } = process.cpuUsage(started)
      spent[side] += (user + system) / 1_000
      done[side] += 20
    }
  return { slow: spent.slow / done.slow, fast: spent.fast / done.fast }
}

export async function ratesOf(rows: readonly Rate[]): Promise<Ratio[]> {
  const ratios: Ratio[] = []
  for (const [what, aim, ours, theirs, atMost] of rows) {
    const times = await inTurns(ours, theirs)
    const rate = 1_000 / times.slow
    console.log(
      `${what}: ${Math.round(rate)}/s (aim ${aim}${rate < aim ? ', MISSED' : ''}), bare ${Math.round(1_000 / times.fast)}/s`,
    )
    ratios.push({ what, ...times, atMost })
  }
  return ratios
}

/** SHA-256 and PKCS #1 v1.5 as `node:crypto` has them. */
export function bareOf(key: KeyObject) {
  const publicKey = createPublicKey(key)
  const signature = privateEncrypt({ key, padding }, hash('sha256', 'x', 'buffer'))
  return {
    sign: (bytes: Uint8Array) => privateEncrypt({ key, padding }, hash('sha256', bytes, 'buffer')),
    verify: (bytes: Uint8Array) =>
      hash('sha256', bytes, 'buffer').equals(publicDecrypt({ key: publicKey, padding }, signature)),
  }
}
