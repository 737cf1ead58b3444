import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'

const root = path.dirname(import.meta.dirname)

/**
 * Takes a picture for the documents. With `E2E_PICTURES=1` it is written to where the documents use it, to be committed;
 * otherwise to the test results, so that an ordinary run changes no file of the repository.
 * `overview` is the picture of the README; every other name is one of the guide's.
 */
export async function picture(page: Page, name: string): Promise<void> {
  const inDocs = name === 'overview' ? 'docs/pictures' : 'docs/guide/pictures'
  const folder = path.join(root, process.env.E2E_PICTURES === '1' ? inDocs : 'test-results/pictures')
  mkdirSync(folder, { recursive: true })
  await expect(page.locator('.waiting')).toHaveCount(0)
  await page.screenshot({
    path: path.join(folder, `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
    // The toast about the last act shows for some seconds and would be in the picture by chance.
    style: '.ant-message { visibility: hidden }',
  })
}
