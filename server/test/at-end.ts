import type { TestContext } from 'node:test'

/**
 * Runs `end` after the test. Node keeps each hook, and what it refers to, as long as the process lives: a whole server for each test that had
 * one. So what this one refers to is let go of before it runs.
 */
export function atEnd(t: TestContext, end: () => Promise<void>): void {
  let waiting: (() => Promise<void>) | undefined = end
  t.after(() => {
    const run = waiting
    waiting = undefined
    return run?.()
  })
}
