/** The result of a benchmark: how many times longer `slow` took than `fast`, both in milliseconds. */
export interface Ratio {
  what: string
  slow: number
  fast: number
  atMost: number
}

/**
 * The median time of some work, in milliseconds, after one run that is not counted.
 * @param times how many runs are measured
 */
export async function median(times: number, work: () => unknown): Promise<number> {
  await work()
  const measured: number[] = []
  for (let turn = 0; turn < times; turn++) {
    const started = performance.now()
    await work()
    measured.push(performance.now() - started)
  }
  return measured.sort((a, b) => a - b)[Math.floor(times / 2)]!
}
