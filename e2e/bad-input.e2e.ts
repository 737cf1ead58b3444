import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask, enter } from './visitor.ts'

const root = path.dirname(import.meta.dirname)
const folder = mkdtempSync(path.join(tmpdir(), 'dieuhanh-bad-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, bytes: Uint8Array | string) => {
  const at = path.join(folder, name)
  writeFileSync(at, bytes)
  return at
}

/** A PDF that is whole and has no page. */
const NO_PAGES = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF\n',
].join('\n')
const SECRET = [
  'BỘ MẪU\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
  'TỐI MẬT',
  'Số: 07/KH-MẪU\nHà Nội, ngày 05 tháng 01 năm 2021',
  'KẾ HOẠCH\nvề một việc không ai được biết',
  '1. Vụ Mẫu chủ trì, hoàn thành trước ngày 30 tháng 6 năm 2021.',
].join('\n\n')
const WITHOUT_TASKS = [
  'VĂN PHÒNG MẪU\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
  'Số: 21/TB-MẪU\nHà Nội, ngày 05 tháng 01 năm 2021',
  'THÔNG BÁO\nVề lịch nghỉ Tết Dương lịch',
  'Ngày 01 tháng 01 năm 2021 là ngày nghỉ lễ theo quy định.',
].join('\n\n')

/** A cat, drawn by the browser and kept as a JPEG: a picture without a letter in it. */
async function cat(page: Page): Promise<Buffer> {
  await page.setContent(`<svg width="600" height="420" style="background:#cfe3ee">
    <ellipse cx="300" cy="290" rx="130" ry="100" fill="#7a5a3a"/><circle cx="300" cy="160" r="80" fill="#7a5a3a"/>
    <path d="M232 120 240 40 290 90ZM368 120 360 40 310 90Z" fill="#7a5a3a"/>
    <circle cx="270" cy="150" r="10" fill="#fff"/><circle cx="330" cy="150" r="10" fill="#fff"/>
    <path d="M290 182h20l-10 12Z" fill="#e8a0a0"/><path d="M430 300q90-30 60-120" stroke="#7a5a3a" stroke-width="22" fill="none"/>
  </svg>`)
  return page.screenshot({ type: 'jpeg', clip: { x: 8, y: 8, width: 600, height: 420 } })
}

const taskTotal = async (page: Page) => (await ask<{ total: number }>(page, '/api/tasks?limit=1&count=true')).total

test('each kind of bad input gets its own sentence and remedy, and nothing half-made stays', async ({ page }) => {
  test.slow()
  const jpeg = await cat(page)
  await enter(page)
  const before = await taskTotal(page)
  const huge = path.join(folder, 'hai-tram-mb.pdf')
  const handle = openSync(huge, 'w')
  ftruncateSync(handle, 200 * 1024 * 1024)
  closeSync(handle)
  // Words of the sentence, the state the line ends in, and the file.
  const cases: [RegExp, 'refused' | 'failed', string][] = [
    [/Tệp rỗng \(0 byte\).*Hãy/, 'refused', file('rong.docx', '')],
    [/Tệp lớn hơn 50 MB.*Hãy nén lại/, 'refused', huge],
    [/không có trang nào.*Hãy/, 'failed', file('khong-trang.pdf', NO_PAGES)],
    [/Ảnh không có chữ đọc được.*Hãy/, 'failed', file('con-meo.jpg', jpeg)],
    [/bí mật nhà nước/, 'failed', file('mat.txt', SECRET)],
  ]
  await page.goto('/van-ban')
  await page.getByTestId('file').setInputFiles(cases.map(([, , at]) => at))
  const said = new Set<string>()
  for (const [words, state, at] of cases) {
    const row = page.getByTestId('upload').filter({ hasText: path.basename(at) })
    await expect(row).toHaveAttribute('data-state', state, { timeout: 90_000 })
    await expect(row.locator('.upload-result')).toContainText(words)
    said.add(await row.locator('.upload-result').innerText())
  }
  expect(said.size, 'sentences that differ').toBe(cases.length)
  expect(await taskTotal(page)).toBe(before)

  await test.step('what failed can be dropped, and is gone', async () => {
    await page.goto('/van-ban?state=failed')
    const rows = page.locator('.directive-table tbody tr')
    await expect(rows.first()).toBeVisible()
    for (let left = await rows.count(); left > 0; left--) {
      await rows.first().getByRole('link').first().click()
      await page.getByRole('button', { name: 'Bỏ văn bản' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Bỏ văn bản' }).click()
      await expect(page).toHaveURL(/\/van-ban$/)
      await page.goto('/van-ban?state=failed')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(rows).toHaveCount(left - 1)
    }
  })
})

test('a Word file named PDF is read for what it is', async ({ page }) => {
  await enter(page)
  const samples = path.join(root, 'server/sample/directives')
  const docx = readdirSync(samples).find((name) => name.endsWith('.docx')) ?? ''
  // One more byte after the end of the archive: the same document, but not the file that is here already.
  const bytes = Buffer.concat([readFileSync(path.join(samples, docx)), Buffer.from('\n')])
  await page.goto('/van-ban')
  await page.getByTestId('file').setInputFiles(file('quyet-dinh.pdf', bytes))
  const row = page.getByTestId('upload')
  await expect(row).toHaveAttribute('data-state', 'review', { timeout: 60_000 })
  await row.getByRole('link', { name: 'Rà soát' }).click()
  await expect(page.getByTestId('draft').first()).toBeVisible()
  await dropIt(page)
})

test('a document without a task comes to review with a clear word, and cannot be confirmed empty', async ({ page }) => {
  await enter(page)
  await page.goto('/van-ban')
  await page.getByRole('button', { name: 'Dán văn bản' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nội dung văn bản').fill(WITHOUT_TASKS)
  await dialog.getByRole('button', { name: 'Đọc văn bản' }).click()
  await expect(page).toHaveURL(/\/van-ban\/\d+/)
  await expect(page.getByText('Không tìm thấy nhiệm vụ nào').first()).toBeVisible({ timeout: 60_000 })
  await page.getByTestId('confirm').click()
  await expect(dialog.getByRole('button', { name: 'Tạo 0 nhiệm vụ' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Thôi' }).click()
  await dropIt(page)
})

test('the same file again leads to the one that is here', async ({ page }) => {
  await enter(page)
  const samples = path.join(root, 'server/sample/directives')
  const known = readdirSync(samples).find((name) => name.endsWith('.txt')) ?? ''
  await page.goto('/van-ban')
  await page.getByTestId('file').setInputFiles(path.join(samples, known))
  const row = page.getByTestId('upload')
  await expect(row).toHaveAttribute('data-state', 'refused')
  await expect(row).toContainText('Tệp này đã có')
  await row.getByRole('link', { name: 'Mở văn bản đã có' }).click()
  await expect(page).toHaveURL(/\/van-ban\/\d+/)
  await expect(page.getByTestId('found')).toBeVisible()
})

test('a wrong password is told plainly, and what was typed stays', async ({ page }) => {
  await page.goto('/dang-nhap')
  await page.getByLabel('Thư điện tử').fill('theodoi@mau.example')
  await page.getByLabel('Mật khẩu').fill('sai-mat-khau')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('Thư điện tử')).toHaveValue('theodoi@mau.example')
})

async function dropIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bỏ văn bản' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ văn bản' }).click()
  await expect(page).toHaveURL(/\/van-ban$/)
}
