import { expect, type Page } from '@playwright/test'
import { picture } from './pictures.ts'
import { signIn, test } from './steps.ts'

const hits = (page: Page) => page.getByTestId('hit')
const kinds = (page: Page) => page.getByRole('list', { name: 'Loại kết quả' })
const words = (page: Page) => page.getByRole('searchbox', { name: 'Từ cần tìm' })

test('from the box to the page: kinds with counts, filters, marked words, more, back to the hit', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto('/tong-quan')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Tìm trong toàn hệ thống' })).toBeFocused()
  await page.keyboard.type('thu tuc hanh chinh')
  const options = page.getByRole('listbox').getByRole('option')
  await expect(options.last()).toHaveText('Xem mọi kết quả, lọc theo cơ quan, ngày, tình trạng')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/tim-kiem\?q=thu/)
  await expect(words(page)).toHaveValue('thu tuc hanh chinh')

  await test.step('a button for each kind, with the words as they are written', async () => {
    const tasks = kinds(page).getByRole('button', { name: /^Nhiệm vụ/ })
    await tasks.click()
    await expect(tasks).toHaveAttribute('aria-pressed', 'true')
    await expect(hits(page)).toHaveCount(20)
    await expect(hits(page).first().locator('mark').first()).toHaveText(/thủ tục hành chính/i)
    await picture(page, 'tim-kiem')
    await page.getByRole('button', { name: 'Tải thêm' }).click()
    await expect(hits(page)).toHaveCount(40)
  })

  await test.step('by agency and state, in the address', async () => {
    await page.getByLabel('Tình trạng').click()
    await page.getByTitle('Đã xong, đã ban hành').click()
    await expect(page).toHaveURL(/state=done/)
    await expect(hits(page).first()).toContainText('Đã xong, đã ban hành')
    await page.getByLabel('Cơ quan', { exact: true }).fill('bo tai chinh')
    await page.getByTitle('Bộ Tài chính', { exact: true }).click()
    await expect(page).toHaveURL(/agencyId=\d+/)
    await page.reload()
    await expect(page.getByTestId('hit').or(page.getByText('Không tìm thấy gì')).first()).toBeVisible()
    await page.getByRole('button', { name: 'Bỏ các bộ lọc' }).click()
    await expect(page).not.toHaveURL(/agencyId|state/)
    // The rows of the filter stay, veiled, until those without it are there.
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expect(hits(page)).toHaveCount(20)
  })

  await test.step('a hit opens, and Back returns', async () => {
    const title = await hits(page).first().getByRole('link').innerText()
    await hits(page).first().getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title.slice(0, 40))
    await page.goBack()
    await expect(hits(page).first().getByRole('link')).toHaveText(title)
  })

  await test.step('too few letters, and nothing found', async () => {
    await words(page).fill('x')
    await expect(page.getByText('Gõ ít nhất hai chữ để tìm')).toBeVisible()
    await words(page).fill('khongconhiemvunao')
    await expect(page.getByText('Không tìm thấy gì cho “khongconhiemvunao”')).toBeVisible()
  })
})

test('an agency finds its own, and no kind that is not for it', async ({ page }) => {
  await signIn(page, 'boyte')
  await page.goto('/tim-kiem?q=y te')
  await expect(kinds(page).getByRole('button', { name: /^Cơ quan, đơn vị/ })).toBeVisible()
  await expect(kinds(page).getByRole('button', { name: /^Người dùng/ })).toHaveCount(0)
  await expect(kinds(page).getByRole('button', { name: /^Tổ công tác/ })).toHaveCount(0)
})
