import { expect, type Page } from '@playwright/test'
import { showDay, signIn, test, today } from './steps.ts'

/** Types a day into a picker and accepts it. */
async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.fill(showDay(day))
  await field.press('Enter')
}

test('a ministry exists on the last day of February 2025, and on 1 March its page shows its successor', async ({
  page,
}) => {
  await signIn(page, 'boyte')
  await page.goto('/co-quan')
  await expect(page.getByRole('region', { name: /^Bộ 14$/ })).toBeVisible()

  await typeDay(page, 'Vào ngày', '2025-02-28')
  await expect(page).toHaveURL(/on=2025-02-28/)
  const ministries = page.getByRole('region', { name: /^Bộ 18$/ })
  await expect(ministries.getByRole('link', { name: 'Bộ Kế hoạch và Đầu tư' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Tìm theo tên, viết tắt' }).fill('ke hoach dau tu')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('agency')).toHaveText([/^Bộ Kế hoạch và Đầu tư/])

  await page.getByRole('link', { name: 'Bộ Kế hoạch và Đầu tư' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bộ Kế hoạch và Đầu tư' })).toBeVisible()
  await expect(page.getByTestId('lineage')).toContainText(/Chuyển cho.*Bộ Tài chính.*Tiếp nhận chính, 01\/03\/2025/s)
  await expect(page.getByRole('button', { name: 'Đổi tên, loại, cấp trên' })).toHaveCount(0)
  await typeDay(page, 'Xem vào ngày', '2025-03-01')
  await expect(page.getByText('Vào ngày 01/03/2025 cơ quan này không tồn tại')).toBeVisible()
  await page.getByTestId('lineage').getByRole('link', { name: 'Bộ Tài chính' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bộ Tài chính' })).toBeVisible()
  await expect(page.getByTestId('lineage')).toContainText(/Nhận từ.*Bộ Kế hoạch và Đầu tư/s)
})

test('comparing two days shows what began, what ended and its successors', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto('/co-quan')
  await page.getByRole('navigation', { name: 'Các lần sắp xếp' }).getByRole('link', { name: '01/03/2025' }).click()
  const compared = page.getByTestId('comparison')
  await expect(compared).toContainText('2 cơ quan bắt đầu, 8 kết thúc')
  await expect(compared.getByRole('listitem').filter({ hasText: /^Bộ Kế hoạch và Đầu tư/ })).toContainText(
    '→ Bộ Tài chính (toàn bộ)',
  )
  await page.getByRole('navigation', { name: 'Các lần sắp xếp' }).getByRole('link', { name: '01/07/2025' }).click()
  await expect(compared).toContainText('29 kết thúc')
  await expect(page.getByRole('region', { name: /^Ủy ban nhân dân cấp tỉnh 34$/ })).toBeVisible()
})

test('the administrator maintains a unit: added, renamed from a day, errors shown on the field', async ({ page }) => {
  await signIn(page, 'quantri')
  await page.goto('/co-quan?search=van%20phong%20chinh%20phu')
  await page.getByRole('link', { name: 'Văn phòng Chính phủ', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Văn phòng Chính phủ' })).toBeVisible()
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click()
  const form = page.getByRole('dialog')
  const send = form.getByRole('button', { name: 'Thêm đơn vị' })
  await send.click()
  await expect(form.getByText('Cần nhập mục này').first()).toBeVisible()
  await form.getByRole('textbox', { name: 'Tên', exact: true }).fill('Vụ Tổng hợp')
  await form.getByRole('textbox', { name: 'Căn cứ' }).fill('Quyết định 99/QĐ-MẪU')
  await send.click()
  await expect(form.getByText(/đã có “Vụ Tổng hợp” ở cùng vị trí/).first()).toBeVisible()
  const name = `Vụ Chuyển đổi số (mẫu ${Date.now()})`
  await form.getByRole('textbox', { name: 'Tên', exact: true }).fill(name)
  await send.click()
  await expect(form).toHaveCount(0)
  const unit = page.getByRole('region', { name: /^Đơn vị thuộc/ }).getByRole('link', { name })
  await expect(unit).toBeVisible()

  await unit.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Lịch sử chỉnh sửa' })).toContainText('Quyết định 99/QĐ-MẪU')
  await page.getByRole('button', { name: 'Đổi tên, loại, cấp trên' }).click()
  const nextYear = Number((await today(page)).slice(0, 4)) + 1
  await form.getByRole('textbox', { name: 'Tên', exact: true }).fill(`${name} mới`)
  await typeDay(page, 'Từ ngày', `${nextYear}-01-01`)
  await form.getByRole('textbox', { name: 'Căn cứ' }).fill('Quyết định 100/QĐ-MẪU')
  await form.getByRole('button', { name: 'Đổi tên, loại, cấp trên' }).click()
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Tên qua các thời kỳ' }).getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await typeDay(page, 'Xem vào ngày', `${nextYear}-01-01`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} mới`)
})

test("the administrator edits next year's calendar, and a second one sees who did", async ({ page, browser }) => {
  await signIn(page, 'quantri')
  const year = Number((await today(page)).slice(0, 4)) + 1
  await page.goto(`/lich-lam-viec?year=${year}`)
  await expect(page.getByRole('heading', { level: 1, name: `Lịch làm việc năm ${year}` })).toBeVisible()
  await expect(page.getByRole('table').filter({ has: page.locator('caption') })).toHaveCount(12)
  const differences = page.getByTestId('differences').getByRole('listitem')
  const before = await differences.count()

  const context = await browser.newContext({ baseURL: process.env.E2E_URL!, locale: 'vi-VN' })
  const other = await context.newPage()
  await signIn(other, 'quantri')
  await other.goto(`/lich-lam-viec?year=${year}&act=choose`)
  await expect(other.getByRole('dialog')).toBeVisible()

  const { off, work } = swapOf(year)
  await page.getByRole('button', { name: 'Thêm ngày nghỉ, ngày làm bù' }).click()
  const form = page.getByRole('dialog')
  const send = form.getByRole('button', { name: 'Thêm ngày nghỉ, ngày làm bù' })
  await typeDay(page, 'Ngày nghỉ (không bắt buộc)', `${year}-01-01`)
  await form.getByRole('textbox', { name: 'Căn cứ' }).fill('Thông báo 99/TB-MẪU')
  await send.click()
  await expect(form.getByText(/vốn là ngày nghỉ\. Hãy chọn một ngày làm việc\./).first()).toBeVisible()
  await typeDay(page, 'Ngày nghỉ (không bắt buộc)', off)
  await typeDay(page, 'Ngày làm bù (không bắt buộc)', work)
  await send.click()
  await expect(form).toHaveCount(0)
  await expect(differences).toHaveCount(before + 2)
  await expect(
    page
      .getByTestId('days')
      .getByRole('row')
      .filter({ hasText: `Làm bù cho ngày ${showDay(off)}` }),
  ).toContainText('Thông báo 99/TB-MẪU')

  const late = other.getByRole('dialog')
  await late.getByRole('textbox', { name: 'Căn cứ' }).fill('Thông báo 100/TB-MẪU')
  await late.getByRole('button', { name: 'Ghi phương án' }).click()
  await expect(late.getByRole('alert')).toContainText(/Nguyễn An Mẫu đã sửa lúc/)
  await expect(late.getByRole('textbox', { name: 'Căn cứ' })).toHaveValue('Thông báo 100/TB-MẪU')
  await context.close()

  await page.getByRole('button', { name: `Bỏ ${showDay(off)}` }).click()
  await form.getByRole('textbox', { name: 'Lý do' }).fill('Ghi thử')
  await form.getByRole('button', { name: `Bỏ ${showDay(off)}` }).click()
  await expect(form).toHaveCount(0)
  await expect(differences).toHaveCount(before)
})

/** A Friday of July, when there is no holiday, and the Saturday after it. */
function swapOf(year: number): { off: string; work: string } {
  const date = new Date(Date.UTC(year, 6, 10))
  while (date.getUTCDay() !== 5) date.setUTCDate(date.getUTCDate() + 1)
  const off = date.toISOString().slice(0, 10)
  date.setUTCDate(date.getUTCDate() + 1)
  return { off, work: date.toISOString().slice(0, 10) }
}

test('an agency that was added opens on its own page', async ({ page }) => {
  await signIn(page, 'quantri')
  await page.goto('/co-quan')
  await page.getByRole('button', { name: 'Thêm cơ quan' }).click()
  const form = page.getByRole('dialog')
  const name = `Ban Chỉ đạo (mẫu ${Date.now()})`
  await form.getByRole('textbox', { name: 'Tên', exact: true }).fill(name)
  await form.getByRole('textbox', { name: 'Căn cứ' }).fill('Quyết định 101/QĐ-MẪU')
  await form.getByRole('button', { name: 'Thêm cơ quan' }).click()
  await expect(page.getByText('Đã thêm.', { exact: true })).toBeVisible()
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page).toHaveURL(/\/co-quan\/\d+$/)
})
