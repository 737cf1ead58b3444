/**
 * How long the overview takes to fill in a browser that has nothing in its cache, on a processor slowed four times, counted
 * from the arrival of the document: tiles with numbers, the drawing of bodies and of twelve months, the four short lists. On the
 * national sample, signed in as the follow-up officer.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { type SampleAccount, startServer } from '../e2e/server.ts'
import { findChromium } from '../scripts/chromium.mjs'
import type { Ratio } from './measure.ts'

const LOADS = 5
const SLOWED = 4
const AT_MOST_MS = 1_500

/** Run in the page: notes when everything is there, and counts from the first byte of the document. */
function watchUntilFilled(): void {
  const page = globalThis as unknown as { filledAfter?: number }
  const count = (selector: string) => document.querySelectorAll(selector).length
  const isFilled = () =>
    count('.page .waiting') === 0 &&
    count('.tile-number') >= 4 &&
    count('section[aria-labelledby="agencies-title"] svg path') > 8 &&
    count('section[aria-labelledby="months-title"] svg path') > 12 &&
    count('.short-list :is(li, p.soft)') >= 4
  const look = () => {
    if (!isFilled()) return void requestAnimationFrame(look)
    const [document] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    page.filledAfter = performance.now() - document!.responseEnd
  }
  requestAnimationFrame(look)
}

export async function bench(): Promise<Ratio[]> {
  const server = await startServer()
  try {
    const accounts = JSON.parse(
      readFileSync(path.join(server.dataDir, 'sample-accounts.json'), 'utf8'),
    ) as SampleAccount[]
    const { email, password } = accounts.find((one) => one.email.startsWith('theodoi@'))!
    const browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox', '--disable-gpu'] })
    const times: number[] = []
    try {
      for (let turn = 0; turn < LOADS + 1; turn++) {
        // A context of its own: nothing cached.
        const context = await browser.newContext({
          baseURL: server.url,
          viewport: { width: 1366, height: 768 },
          locale: 'vi-VN',
        })
        const answer = await context.request.post('/api/auth/sign-in/email', {
          data: { email, password },
          headers: { origin: server.url },
        })
        assert.equal(answer.status(), 200)
        const page = await context.newPage()
        const devtools = await context.newCDPSession(page)
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
        await page.addInitScript(watchUntilFilled)
        await page.goto('/tong-quan', { waitUntil: 'commit' })
        const filled = await page.waitForFunction(
          () => (globalThis as unknown as { filledAfter?: number }).filledAfter,
          null,
          {
            timeout: 60_000,
          },
        )
        // The first is not counted: the server has prepared nothing yet.
        if (turn > 0) times.push((await filled.jsonValue()) as number)
        await context.close()
      }
    } finally {
      await browser.close()
    }
    const sorted = times.sort((one, other) => one - other)
    const median = sorted[Math.floor(sorted.length / 2)]!
    console.log(`filled after the document, ${LOADS} cold loads: ${sorted.map(Math.round).join(', ')} ms`)
    return [
      {
        what: `overview filled, processor slowed ${SLOWED} times / ${AT_MOST_MS} ms`,
        slow: median,
        fast: AT_MOST_MS,
        atMost: 1,
      },
    ]
  } finally {
    await server.stop()
  }
}
