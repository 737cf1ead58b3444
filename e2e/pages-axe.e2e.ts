import { expect, test } from '@playwright/test'

test('every page can be used by everyone', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
})
