import { defineConfig } from '@playwright/test'
import { findChromium } from '../scripts/chromium.mjs'

// The server of this worker, among those `setup.ts` started. A worker that replaces a failed one keeps its server.
const place = process.env.TEST_PARALLEL_INDEX
if (place !== undefined) {
  process.env.E2E_URL ??= process.env[`E2E_URL_${place}`]
  process.env.E2E_DATA_DIR ??= process.env[`E2E_DATA_DIR_${place}`]
}
const isGiven = place === undefined && process.env.E2E_URL !== undefined

/**
 * Stories in a real browser against a real server. Each worker has its own server and database, on which the files it
 * takes run one after another. A story may build on an earlier one of the same file, never on another file.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../test-results/browser',
  globalSetup: './setup.ts',
  fullyParallel: false,
  // While a story waits for its server, another uses the core. More of them only wait for each other.
  workers: isGiven ? 1 : 3,
  retries: 0,
  forbidOnly: true,
  // What is not there fails with its name (below); this ends what hangs. A story of many people takes two minutes on a busy machine.
  timeout: 240_000,
  // Files are read by a process that gives way to all others: on a busy machine that takes its time.
  expect: { timeout: 45_000 },
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
    // A click or a field that is not there fails with its name, not after the time of the whole story.
    actionTimeout: 45_000,
    // Animations would be waited for, and appear half-finished in pictures.
    contextOptions: { reducedMotion: 'reduce' },
    // A fifth of a story's time, and a video even more: recorded when asked for. What failed leaves its picture and its page in words.
    trace: process.env.E2E_TRACE ? { mode: 'retain-on-failure', screenshots: false } : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Chromium's sandbox does not work as root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
})
