import { type Browser, expect, type Page } from '@playwright/test'
import { accountOf } from './steps.ts'

const PASSWORD = 'Sen ho Tay no som 2026'

/** Someone whom a story invents, signed in, in a window of their own. */
export interface Colleague {
  page: Page
  id: number
}

/** A person of the Ministry of Finance with a role, added by the administrator, who takes the invitation. */
export async function colleague(browser: Browser, role: string, name: string, title: string): Promise<Colleague> {
  const url = process.env.E2E_URL!
  const email = `${role}.${Date.now()}@vidu.vn`
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accountOf('quantri').token}`,
        ...(body ? { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await answer.text()
    expect(answer.ok, text).toBe(true)
    return JSON.parse(text)
  }
  const { agencies } = await call('GET', '/api/agencies')
  const { id: agencyId } = agencies.find((one: { name: string }) => one.name === 'Bộ Tài chính')
  const { id, invitation } = await call('POST', '/api/people', {
    fullName: name,
    email,
    post: { agencyId, role, title, from: '2026-01-01' },
  })
  const code = /[#=]([^#=]+)$/.exec(invitation.link)![1]!
  const page = await (await browser.newContext()).newPage()
  const taken = await page.request.post('/api/invitation/accept', { data: { code, password: PASSWORD } })
  expect(taken.ok(), await taken.text()).toBe(true)
  const entered = await page.request.post('/api/auth/sign-in/email', { data: { email, password: PASSWORD } })
  expect(entered.ok(), await entered.text()).toBe(true)
  // Whoever is new is shown around, over the page.
  const seen = await page.request.put('/api/me/tour', { data: { version: 1 }, headers: { origin: url } })
  expect(seen.ok(), await seen.text()).toBe(true)
  return { page, id }
}

/** Chooses an entry of a list in the open form, by words of it. */
export async function choose(page: Page, label: string | RegExp, words: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).last().click()
  await page.keyboard.type(words)
  await page.locator('.ant-select-item-option:visible').filter({ hasText: words }).first().click()
}
