import { expect, test } from '@playwright/test'

test('a decision becomes followed tasks and moves the report', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
})
