import { defineConfig } from '@playwright/test'
import { findChromium } from '../scripts/chromium.mjs'

// Which of the servers that `setup.ts` started is this worker's. Also a worker that takes the place of one that failed keeps it.
const place = process.env.TEST_PARALLEL_INDEX
if (place !== undefined) {
  process.env.E2E_URL ??= process.env[`E2E_URL_${place}`]
  process.env.E2E_DATA_DIR ??= process.env[`E2E_DATA_DIR_${place}`]
}
const isGiven = place === undefined && process.env.E2E_URL !== undefined

/**
 * Stories in a real browser against a real server. Each worker has a server and a database of its own, on which the files it
 * takes run one after another: within a file a story may build on what an earlier one left, between files none may.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../test-results/browser',
  globalSetup: './setup.ts',
  fullyParallel: false,
  // A story is a browser, a server and a PostgreSQL: more of them than two on two cores only wait for each other.
  workers: isGiven ? 1 : 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '../test-results/browser.json' }],
  ],
  use: {
    baseURL: process.env.E2E_URL,
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
    // What moves only for show would be waited for, and stand in pictures half-way.
    contextOptions: { reducedMotion: 'reduce' },
    // A film of every story would take as long as the stories.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Chromium's sandbox refuses to work as root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
})
