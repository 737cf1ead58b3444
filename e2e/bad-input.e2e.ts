import { expect, test } from '@playwright/test'

test('input that cannot be read leaves nothing behind', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
})
