import { expect, test } from '@playwright/test'

test('the report of February 2021 comes from rows', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
})
