/** How many tests ran, read from the runners' own reports. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Reads the closing lines of node's test runner (`ℹ pass 12` of its spec reporter).
 * @param {string} output
 * @returns {Counts | undefined} undefined if there are no such lines or no test was found
 */
export function countsOfNodeTest(output) {
  /** @param {string} word */
  const last = (word) => {
    const found = [...output.matchAll(new RegExp(`^ℹ ${word} (\\d+)$`, 'gm'))].at(-1)
    return found ? Number(found[1]) : undefined
  }
  const [tests, passed, failed, cancelled] = ['tests', 'pass', 'fail', 'cancelled'].map(last)
  if (tests === undefined || passed === undefined || tests === 0) return undefined
  const lost = (failed ?? 0) + (cancelled ?? 0)
  return { passed, failed: lost, skipped: tests - passed - lost }
}

/**
 * Reads the report that Playwright writes as JSON.
 * @param {string} json
 * @returns {Counts | undefined}
 */
export function countsOfPlaywright(json) {
  /** @type {{ stats?: { expected: number, unexpected: number, flaky: number, skipped: number } }} */
  const { stats } = JSON.parse(json)
  if (!stats || stats.expected + stats.unexpected + stats.flaky + stats.skipped === 0) return undefined
  // A test that passes only on a retry has failed.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

/**
 * Seconds for each file, from the same report.
 * @param {string} json
 * @returns {[string, number][]}
 */
export function timesOfPlaywright(json) {
  /** @typedef {{ file: string, specs?: { tests: { results: { duration: number }[] }[] }[], suites?: Suite[] }} Suite */
  /** @type {{ suites?: Suite[] }} */
  const { suites = [] } = JSON.parse(json)
  /** @type {(suite: Suite) => number} */
  const milliseconds = ({ specs = [], suites: inner = [] }) =>
    specs
      .flatMap(({ tests }) => tests.flatMap(({ results }) => results.map(({ duration }) => duration)))
      .concat(inner.map(milliseconds))
      .reduce((sum, each) => sum + each, 0)
  return suites.map((suite) => [`e2e/${suite.file}`, milliseconds(suite) / 1000])
}

/**
 * @param {[string, number][]} times seconds of each file
 * @returns {string[]} a line for each of the ten that took longest
 */
export function slowest(times) {
  return times
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 10)
    .map(([file, seconds]) => `${seconds.toFixed(1).padStart(7)} s  ${file}`)
}
