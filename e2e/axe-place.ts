import { expect, type Page } from '@playwright/test'
import type { Person } from './steps.ts'

/** A page that axe examines. */
export interface Place {
  name: string
  path: (page: Page) => string | Promise<string>
  /** What must be visible before the page counts as loaded. */
  ready: (page: Page) => Promise<void>
  /** What is opened on the page before the check. */
  open?: (page: Page) => Promise<void>
  /** What was opened covers a page that has its own check. */
  isDialog?: boolean
  isOpenToAll?: boolean
  /** The user; the follow-up officer by default. */
  person?: Person
}

export const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()
export const settled = async (page: Page) => {
  await heading(page)
  await expect(page.getByRole('status').filter({ has: page.locator('.ant-skeleton') })).toHaveCount(0)
}
export const ask = async <T>(page: Page, path: string) => (await (await page.request.get(path)).json()) as T

/** The page of the first row of a list. */
export const firstOf = async (page: Page, list: string, pages: string) => {
  const { rows } = await ask<{ rows: { id: number }[] }>(page, list)
  return `${pages}/${rows[0]!.id}`
}
