import { CannotStart, type Sentence } from './platform/errors.ts'

/** The language of the user who started the process: Vietnamese, or English by DIEUHANH_LANG=en. */
export function say({ vi, en }: Sentence): string {
  return process.env.DIEUHANH_LANG === 'en' ? en : vi
}

/** Prints why the process ends: one sentence if the operator can fix it, the whole error if it is our fault. */
export function explain(error: unknown): void {
  console.error(error instanceof CannotStart ? say(error.sentence) : error)
}

/** Ctrl-C or SIGTERM: the first stops cleanly, a second of the same ends immediately. */
export function onStop(stop: () => Promise<void>): void {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(130)
      isStopping = true
      stop().then(
        () => process.exit(0),
        (error) => {
          explain(error)
          process.exit(1)
        },
      )
    })
  }
}
