import { expect, type Page } from '@playwright/test'
import { type SampleAccount, sampleAccounts } from './server.ts'

export const FOLLOW_UP = 'theodoi@mau.example'
export const ADMINISTRATOR = 'quantri@mau.example'

/** The sample account with this address. */
export function account(email: string): SampleAccount {
  const found = sampleAccounts().find((person) => person.email === email)
  if (!found) throw new Error(`no sample account ${email}`)
  return found
}

/** Signs in as people do: by the form. */
export async function signIn(page: Page, email = FOLLOW_UP): Promise<void> {
  const { password } = account(email)
  await page.goto('/dang-nhap')
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tổng quan' })).toBeVisible()
}

/** Signs in without the form, for stories about something else. */
export async function enter(page: Page, email = FOLLOW_UP): Promise<void> {
  const { password } = account(email)
  const origin = process.env.E2E_URL ?? ''
  const answer = await page
    .context()
    .request.post('/api/auth/sign-in/email', { data: { email, password }, headers: { origin } })
  expect(answer.ok(), await answer.text()).toBe(true)
}

/** What the API answers to a GET in the name of whoever is signed in on the page. */
export async function ask<T>(page: Page, path: string): Promise<T> {
  const answer = await page.context().request.get(path)
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return (await answer.json()) as T
}

/** "10.527" as a number. */
export const numberOf = (printed: string): number => Number(printed.replace(/[^\d]/g, ''))

/** Waits until the list of tasks says how many it holds, and returns that. */
export async function totalOf(page: Page): Promise<number> {
  const total = page.getByTestId('total')
  await expect(total).toBeVisible()
  return numberOf(await total.innerText())
}
