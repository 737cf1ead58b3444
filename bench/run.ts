/**
 * Runs one benchmark: `node bench/run.ts NAME`. Prints each ratio next to its limit, and exits 1 if one is
 * above it. Only ratios of two things measured in the same run have a limit: seconds depend on the machine.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Ratio } from './measure.ts'

async function main(name: string | undefined): Promise<number> {
  const names = readdirSync(import.meta.dirname)
    .map((entry) => path.parse(entry))
    .filter(({ name, ext }) => ext === '.ts' && name !== 'run' && name !== 'measure')
    .map((entry) => entry.name)
  if (name === undefined || !names.includes(name)) {
    console.error(`node bench/run.ts NAME, one of: ${names.join(', ')}`)
    return 2
  }
  const { bench } = (await import(`./${name}.ts`)) as { bench: () => Promise<Ratio[]> }
  const ratios = await bench()
  for (const { what, slow, fast, atMost } of ratios) {
    const ratio = slow / fast
    const verdict = ratio <= atMost ? 'ok' : 'TOO SLOW'
    console.log(
      `${what}: ${slow.toFixed(1)} ms / ${fast.toFixed(1)} ms = ${ratio.toFixed(1)} (at most ${atMost}) ${verdict}`,
    )
  }
  return ratios.length > 0 && ratios.every(({ slow, fast, atMost }) => slow / fast <= atMost) ? 0 : 1
}

if (import.meta.main) process.exitCode = await main(process.argv[2])
