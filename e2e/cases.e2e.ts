import { expect, type Page } from '@playwright/test'
import { choose, colleague } from './colleague.ts'
import { picture } from './pictures.ts'
import { showDay, signIn, test, today } from './steps.ts'
import { endRetention } from './years-go-by.ts'

const TITLE = 'Giấy mời và công văn để biết (MẪU)'
/** The form of an act: its fields by label, sent. */
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  const form = page.getByRole('dialog')
  for (const [label, words] of Object.entries(fields)) await form.getByLabel(new RegExp(`^${label}`)).fill(words)
  await form.locator('button[type=submit]').click()
  await expect(form).toBeHidden()
}
const idIn = (page: Page) => Number(/\/(\d+)(?:\?|$)/.exec(page.url())![1])

test('hồ sơ: mở, kết thúc, giao nộp, hết thời hạn, hủy theo quyết định', async ({ page, browser }) => {
  test.slow()
  const { page: archivist } = await colleague(browser, 'clerk', 'Lý Lưu Trữ Mẫu', 'Lưu trữ viên')
  const leader = await (await browser.newContext()).newPage()
  await Promise.all([signIn(page, 'botaichinh'), signIn(leader, 'lanhdaobtc')])

  await test.step('mở hồ sơ, thêm tệp, kết thúc', async () => {
    await page.goto('/van-ban/ho-so?act=new')
    await choose(page, /^Thời hạn bảo quản/, '5 năm')
    await fill(page, { 'Tiêu đề': TITLE })
    await expect(page.getByTestId('case-close')).toBeVisible()
    await expect(page.getByText('Chưa kết thúc được hồ sơ')).toBeVisible()
    await page.getByTestId('case-addFile').click()
    const bytes = Buffer.from('Giấy mời họp (MẪU)')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'giay-moi.txt', mimeType: 'text/plain', buffer: bytes })
    const form = page.getByRole('dialog')
    await form.getByLabel('Ngày tháng').fill(showDay(await today(page)))
    await page.keyboard.press('Tab')
    await fill(page, { 'Trích yếu': 'Giấy mời họp (MẪU)', 'Tác giả': 'Bộ Y tế' })
    await expect(page.getByTestId('case-item')).toHaveCount(1)
    await page.getByTestId('case-close').click()
    await fill(page, {})
    await expect(page.getByText('đã kết thúc', { exact: true })).toBeVisible()
  })
  const caseId = idIn(page)

  await test.step('giao nộp; lưu trữ nhận, biên bản có số', async () => {
    await page.getByTestId('case-offer').click()
    await fill(page, {})
    await expect(page).toHaveURL(/giao-nop\/\d+/)
    await archivist.goto(new URL(page.url()).pathname)
    await expect(archivist.getByTestId('package')).toBeVisible()
    await archivist.getByTestId('hand-over-accept').click()
    await fill(archivist, {})
    await expect(archivist.getByTestId('minutes')).toBeVisible()
    await picture(archivist, 'ho-so-giao-nop')
  })

  await test.step('còn thời hạn thì chưa đề nghị hủy được; hết thời hạn thì có', async () => {
    await archivist.goto(`/van-ban/ho-so/${caseId}`)
    await expect(archivist.getByRole('heading', { name: TITLE })).toBeVisible()
    await expect(archivist.getByTestId('case-proposeDestruction')).toHaveCount(0)
    const day = new Date(`${await today(archivist)}T00:00:00Z`)
    day.setUTCDate(day.getUTCDate() - 1)
    await endRetention(caseId, day.toISOString().slice(0, 10))
    await archivist.reload()
    await archivist.getByTestId('case-proposeDestruction').click()
    await fill(archivist, { 'Lý do': 'Hết thời hạn bảo quản (MẪU).' })
    await expect(archivist).toHaveURL(/huy\/\d+/)
    await archivist.getByTestId('destruction-consider').click()
    await fill(archivist, {
      'Hội đồng': 'Hội đồng xác định giá trị tài liệu (MẪU)',
      'Ý kiến hội đồng': 'Nhất trí (MẪU).',
    })
  })

  await test.step('lãnh đạo quyết định; lưu trữ thực hiện; bản ghi còn lại', async () => {
    await leader.goto(new URL(archivist.url()).pathname)
    await leader.getByTestId('destruction-decide').click()
    await fill(leader, { 'Số quyết định': '12/QĐ-BTC' })
    await archivist.reload()
    await archivist.getByTestId('destruction-carryOut').click()
    await fill(archivist, { 'Người chứng kiến': 'Đại diện Vụ Pháp chế (MẪU)' })
    await expect(archivist.getByTestId('destruction-minutes')).toBeVisible()
    await picture(archivist, 'ho-so-huy')
    await page.goto(`/van-ban/ho-so/${caseId}`)
    await expect(page.getByTestId('remains')).toContainText('Giấy mời họp (MẪU)')
  })
})
