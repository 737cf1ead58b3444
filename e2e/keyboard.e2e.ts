import { expect, test } from '@playwright/test'

test('the keyboard reaches everything that is done often', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
})
