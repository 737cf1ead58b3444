import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { signIn, test } from './steps.ts'

/** An invented person's key of an invented authority, P-256, in force from 2020 to 2044. */
const KEY = readFileSync(path.join(import.meta.dirname, 'khoa-mau.p12'))
const PASSWORD = 'mat-khau-mau'
/** 24 by 24: clear, and one ground without transparency. */
const PICTURES = {
  clear: 'iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAYAAADgdz34AAAAGElEQVR4nO3BAQ0AAADCoPdP7ewBFAAANwkYAAHw0wEXAAAAAElFTkSuQmCC',
  opaque:
    'iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAIAAABvFaqvAAAAFklEQVR4nGNgGAWjYBSMglEwCoYPAAAG2AABH8oAuQAAAABJRU5ErkJggg==',
}

test('an officer adds a key file, sets the picture of the signature, and ends the key', async ({ page }) => {
  await signIn(page, 'botaichinh')
  await page.goto('/tai-khoan')
  const panel = page.getByRole('region', { name: 'Chữ ký số' })
  await expect(panel).toContainText('Chưa có chữ ký số nào.')

  await test.step('a wrong password is said at its field, and what was typed stays', async () => {
    await panel.getByRole('button', { name: 'Thêm chữ ký số' }).click()
    const form = page.getByRole('dialog', { name: 'Thêm chữ ký số' })
    // Without tokens and providers only these two are offered.
    await expect(form.getByRole('radio')).toHaveCount(2)
    const file = { name: 'khoa.p12', mimeType: 'application/x-pkcs12', buffer: KEY }
    await form.locator('input[type=file]').setInputFiles(file)
    await form.getByLabel(/^Mật khẩu của tệp/).fill('sai')
    await form.getByRole('button', { name: 'Thêm chữ ký số' }).click()
    await expect(form).toContainText('Mật khẩu của tệp khóa không đúng')
    await form.getByLabel(/^Mật khẩu của tệp/).fill(PASSWORD)
    await form.getByRole('button', { name: 'Thêm chữ ký số' }).click()
    await expect(form).toBeHidden()
  })
  await expect(panel).toContainText('Phạm Thị Ký Mẫu')
  await expect(panel).toContainText('Đang dùng')
  await expect(panel).toContainText(/Còn [\d.]+ ngày/)

  await test.step('the picture must be transparent', async () => {
    await panel.getByRole('button', { name: 'Đặt ảnh' }).click()
    const form = page.getByRole('dialog', { name: /^Đặt ảnh/ })
    const picture = (colour: 'clear' | 'opaque') => ({
      name: 'chu-ky.png',
      mimeType: 'image/png',
      buffer: Buffer.from(PICTURES[colour], 'base64'),
    })
    await form.locator('input[type=file]').setInputFiles(picture('opaque'))
    await form.getByRole('button', { name: 'Đặt ảnh' }).click()
    await expect(form).toContainText('Nền của ảnh phải trong suốt')
    await form.locator('input[type=file]').setInputFiles(picture('clear'))
    await form.getByRole('button', { name: 'Đặt ảnh' }).click()
    await expect(form).toBeHidden()
  })
  await expect(panel.getByRole('link', { name: 'Ảnh chữ ký' })).toBeVisible()

  await panel.getByRole('button', { name: 'Kết thúc' }).click()
  const form = page.getByRole('dialog', { name: /^Kết thúc/ })
  await form.getByLabel(/^Lý do/).fill('Đã có chứng thư mới')
  await form.getByRole('button', { name: 'Kết thúc' }).click()
  await expect(form).toBeHidden()
  await expect(panel).toContainText('Đã kết thúc')
  await expect(panel).toContainText('Đã có chứng thư mới')
  await expect(panel.getByRole('button', { name: 'Kết thúc' })).toHaveCount(0)
})

test('everyone sees the seal of an agency; only who keeps the agency may add one', async ({ page }) => {
  await signIn(page, 'boyte')
  await page.goto('/co-quan')
  await page.getByRole('link', { name: 'Bộ Công Thương', exact: true }).first().click()
  const panel = page.getByRole('region', { name: 'Con dấu số' })
  await expect(panel).toContainText('Chưa có con dấu số nào.')
  await expect(panel.getByRole('button', { name: 'Thêm con dấu số' })).toHaveCount(0)
})
