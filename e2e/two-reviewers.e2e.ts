import { expect, test } from '@playwright/test'

test('two reviewers of one draft cannot overwrite each other', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible()
})
