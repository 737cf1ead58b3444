import { expect } from '@playwright/test'
import ExcelJS from 'exceljs'
import { signIn, test } from './steps.ts'

test('a forgotten password has a door, which says the same to everyone', async ({ page }) => {
  await page.goto('/dang-nhap')
  await page.getByRole('link', { name: 'Quên mật khẩu?' }).click()
  // Of nobody: a request for one of the sample would wait on the first page of the administrator in other stories.
  await page.getByLabel('Thư điện tử hoặc tên đăng nhập').fill('khong.co.ai@mau.example')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await expect(page.getByText('Nếu có tài khoản này, yêu cầu đã được ghi')).toBeVisible()
})

test('many are invited from a sheet, and people show when they last signed in', async ({ page }) => {
  await signIn(page, 'quantri')
  await page.goto('/nguoi-dung?signedIn=never')
  await expect(page.getByText('chưa đăng nhập lần nào').first()).toBeVisible()
  await page.getByRole('button', { name: 'Mời nhiều người' }).click()
  const book = new ExcelJS.Workbook()
  const template = await (await page.request.get('/api/people/sheet.xlsx')).body()
  await book.xlsx.load(template as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  sheet.getRow(5).values = ['Trần Mời Xuân', 'tran.moi.xuan@mau.example', 'Bộ Tài chính', 'officer', 'Chuyên viên']
  sheet.getRow(6).values = ['Lê Mời Bình', 'sai dia chi', 'Bộ Tài chính', 'officer', 'Chuyên viên']
  await page.getByTestId('people-file').setInputFiles({
    name: 'moi.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  })
  await expect(page.getByTestId('people-found')).toHaveText('1 dòng mời được, 1 dòng phải sửa.')
  await expect(page.getByText('Ô B6:')).toBeVisible()
  await page.getByRole('button', { name: 'Mời 1 người' }).click()
  await expect(page.getByText(/\/loi-moi#[\w-]{43}/)).toBeVisible()
  await page.getByRole('button', { name: 'Đã sao chép, đóng lại' }).click()
  await expect(page.getByRole('link', { name: 'Trần Mời Xuân' })).toBeVisible()
})
