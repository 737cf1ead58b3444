import { expect, type Page } from '@playwright/test'
import { search, signIn, test } from './steps.ts'

/** Open work of the Ministry of Health: the invented register leaves some of it in progress forever. */
const OPEN_WORK = '/nhiem-vu?standing=open&state=inProgress'

test('the list of tasks works without a mouse', async ({ page }) => {
  await signIn(page, 'boyte')
  await page.goto(OPEN_WORK)
  const rows = page.getByTestId('tasks').locator('tbody [data-row]')
  await expect(rows.nth(1)).toBeVisible()

  await page.keyboard.press('j')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await expectFocusIsSeen(page)
  await page.keyboard.press('k')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('k')
  await expect(rows.first(), 'there is nothing above the first').toBeFocused()

  const title = await rows.first().innerText()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await page.goBack()

  await expect(rows.nth(1)).toBeVisible()
  const second = await rows.nth(1).innerText()
  await expect(rows.first(), 'Back returns to the row').toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  const form = page.getByRole('dialog', { name: 'Báo cáo tiến độ' })
  await expect(form).toContainText(second)
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()
})

test('the search is opened, used without diacritics, and closed again', async ({ page }) => {
  await signIn(page, 'boyte')
  await page.goto(OPEN_WORK)
  const rows = page.getByTestId('tasks').locator('tbody [data-row]')
  await expect(rows.nth(1)).toBeVisible()
  const title = await rows.last().innerText()
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
  expect(plain).not.toBe(title)

  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Tìm kiếm' })).toBeFocused()
  await search(page, plain)
  await expect(rows.first()).toHaveText(title)
  await page.keyboard.type('?')
  await expect(page.getByRole('searchbox', { name: 'Tìm kiếm' }), 'a letter typed there is a letter').toHaveValue(
    `${plain}?`,
  )
  await page.keyboard.press('Backspace')
  await expect(rows.first()).toHaveText(title)
  await page.keyboard.press('ArrowDown')
  await expect(rows.first()).toBeFocused()
})

test('the shortcuts are listed and can be turned off', async ({ page }) => {
  await signIn(page, 'boyte')
  await page.goto('/nhiem-vu')
  const rows = page.getByTestId('tasks').locator('tbody [data-row]')
  await expect(rows.first()).toBeVisible()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Phím tắt' })
  for (const key of ['/', 'j', 'k', 'Enter', 'e', '?']) await expect(help.getByText(key, { exact: true })).toBeVisible()
  await help.getByRole('switch').click()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await page.keyboard.press('?')
  await page.keyboard.press('j')
  await expect(rows.first()).not.toBeFocused()
  await expect(help).toBeHidden()
  await page.getByRole('button', { name: 'Trợ giúp', exact: true }).click()
  await page.getByRole('button', { name: 'Xem, bật hoặc tắt phím tắt' }).click()
  await help.getByRole('switch').click()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  // The dialog gives the focus back to its button once it is gone.
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(rows.first()).toBeFocused({ timeout: 500 })
  }).toPass({ timeout: 15_000 })
})

test('the first Tab of a page skips the header', async ({ page }) => {
  await signIn(page, 'boyte')
  await page.goto('/nhiem-vu')
  await expect(page.getByTestId('total')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Tới nội dung chính' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

/** Keyboard users must see where the focus is (WCAG 2.4.7). */
async function expectFocusIsSeen(page: Page): Promise<void> {
  const outline = await page.locator(':focus').evaluate('(node) => getComputedStyle(node).outlineStyle')
  expect(outline).not.toBe('none')
}
