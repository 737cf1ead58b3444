/**
 * How long the overview takes to fill in a browser with an empty cache, on a processor slowed four times, counted from
 * the arrival of the document: tiles with numbers, the charts of agencies and of twelve months, the four short lists.
 * On the national sample, signed in as the follow-up officer.
 *
 * The page is opened through the DevTools protocol and not as a Playwright page: Playwright listens to every request, and
 * for that the browser parses the code again to find where each was made. On the slowed processor this took up to a fifth
 * of the measured time, and no user's browser does it.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type CDPSession, chromium } from '@playwright/test'
import { type SampleAccount, startServer } from '../e2e/server.ts'
import { findChromium } from '../scripts/chromium.mjs'
import type { Ratio } from './measure.ts'

const UNCOUNTED = 3
const LOADS = 5
const SLOWED = 4
const AT_MOST_MS = 1_500
/** Polled rarely: each look into the page costs it work. */
const LOOK_EVERY_MS = 250
const GIVE_UP_MS = 60_000
/** Bars of agencies and of months that the full sample draws. */
const AGENCIES = 12
const PARTS_OF_MONTHS = 12 * 4

/** Runs in the page: records when everything is there, counted from the last byte of the document. */
function watchUntilFilled(agencies: number, partsOfMonths: number): void {
  const page = globalThis as unknown as { filledAfter?: number }
  const count = (selector: string) => document.querySelectorAll(selector).length
  const isFilled = () =>
    count('.page .waiting') === 0 &&
    count('.tile-number') === 4 &&
    count('section[aria-labelledby="agencies-title"] .bars-row') === agencies &&
    count('section[aria-labelledby="months-title"] rect[data-series]') === partsOfMonths &&
    count('.short-list') === 4 &&
    [...document.querySelectorAll('.short-list')].every((list) => list.querySelector('li, p.soft'))
  const look = () => {
    if (!isFilled()) return void requestAnimationFrame(look)
    const [document] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    page.filledAfter = performance.now() - document!.responseEnd
  }
  requestAnimationFrame(look)
}

/** The cookies of the follow-up officer, signed in before anything is measured. */
async function signIn(url: string, dataDir: string): Promise<{ name: string; value: string; url: string }[]> {
  const accounts = JSON.parse(readFileSync(path.join(dataDir, 'sample-accounts.json'), 'utf8')) as SampleAccount[]
  const { email, password } = accounts.find((one) => one.email.startsWith('theodoi@'))!
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  })
  assert.equal(answer.status, 200)
  return answer.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
}

/** One page of the browser in a new context, so nothing is cached. Returns milliseconds. */
async function fillOnce(
  browser: CDPSession,
  url: string,
  cookies: Awaited<ReturnType<typeof signIn>>,
): Promise<number> {
  const { browserContextId } = await browser.send('Target.createBrowserContext')
  await browser.send('Storage.setCookies', { cookies, browserContextId })
  const { targetId } = await browser.send('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
    width: 1366,
    height: 768,
  })
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false })
  const send = commandsTo(browser, sessionId)
  try {
    await send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    await send('Page.enable', {})
    const source = `(${watchUntilFilled})(${AGENCIES}, ${PARTS_OF_MONTHS})`
    await send('Page.addScriptToEvaluateOnNewDocument', { source })
    await send('Page.navigate', { url: `${url}/tong-quan` })
    for (let waited = 0; waited < GIVE_UP_MS; waited += LOOK_EVERY_MS) {
      await pause(LOOK_EVERY_MS)
      const { result } = (await send('Runtime.evaluate', { expression: 'globalThis.filledAfter' })) as {
        result?: { value?: number }
      }
      if (result?.value !== undefined) return result.value
    }
    throw new Error(`the overview was not filled within ${GIVE_UP_MS} ms`)
  } finally {
    await browser.send('Target.disposeBrowserContext', { browserContextId })
  }
}

/** Returns a function that sends commands to one page of the browser and resolves to the protocol's result. */
function commandsTo(browser: CDPSession, sessionId: string): (method: string, params: object) => Promise<object> {
  let last = 0
  return async (method, params) => {
    const id = ++last
    const answered = new Promise<object>((resolve, reject) => {
      const onMessage = (event: { sessionId: string; message: string }) => {
        const answer = JSON.parse(event.message) as { id?: number; result?: object; error?: { message: string } }
        if (event.sessionId !== sessionId || answer.id !== id) return
        browser.off('Target.receivedMessageFromTarget', onMessage)
        if (answer.error) reject(new Error(`${method}: ${answer.error.message}`))
        else resolve(answer.result ?? {})
      }
      browser.on('Target.receivedMessageFromTarget', onMessage)
    })
    await browser.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
    return answered
  }
}

/** Prints the absolute times too: this limit is in milliseconds, because the slowdown of the processor is fixed. */
export async function bench(): Promise<Ratio[]> {
  const server = await startServer()
  try {
    const cookies = await signIn(server.url, server.dataDir)
    const browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox', '--disable-gpu'] })
    const times: number[] = []
    try {
      const session = await browser.newBrowserCDPSession()
      // Not counted: the server has just started and is still cold.
      for (let turn = 0; turn < UNCOUNTED; turn++) await fillOnce(session, server.url, cookies)
      for (let turn = 0; turn < LOADS; turn++) times.push(await fillOnce(session, server.url, cookies))
    } finally {
      await browser.close()
    }
    const sorted = times.sort((one, other) => one - other)
    const median = sorted[Math.floor(sorted.length / 2)]!
    console.log(`${LOADS} cold loads: ${sorted.map(Math.round).join(', ')} ms`)
    console.log(`filled after the document: ${Math.round(median)} ms`)
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
