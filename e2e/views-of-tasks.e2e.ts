import { expect, type Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { saved, signIn, test } from './steps.ts'

/** A month of the invented register, as it was: a few hundred rows of every sort. */
const FILTER = 'from=2020-06-01&asOf=2020-12-31'
const rows = (page: Page) => page.getByTestId('tasks').locator('tbody [data-row]')
const bars = (page: Page) => page.getByTestId('timeline').locator('tbody tr')

test('one filter as a table, a Gantt chart and a calendar, each with its own address', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto(`/nhiem-vu?${FILTER}&standing=openOverdue`)
  const total = await page.getByTestId('total').innerText()
  const first = await rows(page).first().innerText()

  await page.getByText('Biểu đồ Gantt', { exact: true }).click()
  await expect(page).toHaveURL(/standing=openOverdue.*view=timeline/)
  await expect(bars(page)).toHaveCount(50)
  await expect(page.getByTestId('total')).toHaveText(total)
  await expect(bars(page).first().locator('[data-row]')).toHaveText(first)
  await expect(bars(page).first(), 'the days are in words too').toContainText(/\d\d\/\d\d\/\d{4} – \d\d\/\d\d\/\d{4}/)
  await expect(bars(page).first()).toContainText('Quá hạn')
  await page.getByText('Quý', { exact: true }).click()
  await expect(page).toHaveURL(/zoom=quarter/)
  await expect(page.getByText('11/2020 – 01/2021')).toBeVisible()
  await page.getByRole('button', { name: 'Khoảng trước' }).click()
  await expect(page).toHaveURL(/at=2020-08/)
  await page.reload()
  await expect(page.getByText('08/2020 – 10/2020')).toBeVisible()

  await page.getByText('Lịch', { exact: true }).click()
  const calendar = page.getByTestId('calendar')
  await expect(calendar).toBeVisible()
  await expect(page.getByText('Tháng 12/2020', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Tháng trước' }).click()
  await expect(page.getByText('Tháng 11/2020', { exact: true })).toBeVisible()
  await expect(calendar.locator('..')).toHaveAttribute('aria-busy', 'false')
  const day = calendar.getByRole('link', { name: /^Ngày .*: mở \d+ nhiệm vụ/ }).first()
  const number = await day.innerText()
  await day.click()
  await expect(page, 'a day opens its rows under the same filter').toHaveURL(/standing=openOverdue.*anyDueOn=2020-11-/)
  await expect(page.getByTestId('total')).toHaveText(`${number} nhiệm vụ`)
  await page.goBack()
  await expect(calendar).toBeVisible()
  await page.getByText('Danh sách ngày', { exact: true }).click()
  await expect(page.getByTestId('agenda').getByRole('heading').first()).toContainText(/Thứ|Chủ nhật/)
})

test('the calendar marks days off by name', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto('/nhiem-vu?asOf=2021-02-28&view=calendar')
  await expect(page.getByTestId('calendar').locator('td.day-off', { hasText: /Tết/ }).first()).toBeVisible()
  await expect(page.getByTestId('calendar').locator('td.is-today')).toContainText('ngày tính số liệu')
})

test('grouping keeps the filter: groups count the rows of the filter and nothing else', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto(`/nhiem-vu?${FILTER}&standing=openOverdue&by=agency`)
  const total = Number((await page.getByTestId('total').innerText()).replace(/\D/g, ''))
  const groups = page.locator('section.group')
  await expect(groups.first()).toBeVisible()
  const sums = await groups.locator('.group-figures > .figure').allInnerTexts()
  expect(sums.reduce((sum, words) => sum + Number(words.replace(/\D/g, '')), 0)).toBe(total)
  await page.getByText('Biểu đồ Gantt', { exact: true }).click()
  await expect(bars(page).first()).toContainText('Quá hạn')
  await expect(page).toHaveURL(/standing=openOverdue.*by=agency|by=agency.*standing=openOverdue/)
})

test('urgency, coordinating agency and follow-up officer filter together, as chips that can be removed', async ({
  page,
}) => {
  await signIn(page, 'theodoi')
  await page.goto('/nhiem-vu')
  const all = await page.getByTestId('total').innerText()
  await page.getByRole('button', { name: 'Lọc thêm' }).click()
  await page.getByLabel('Độ khẩn văn bản').click()
  await page.getByTitle('Hỏa tốc', { exact: true }).click()
  await expect(page).toHaveURL(/urgency=express/)
  await expect(page.getByTestId('total')).not.toHaveText(all)
  await page.getByLabel('Người theo dõi').click()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/followerId=\d+/)
  await expect(page.getByRole('list', { name: 'Đang lọc theo' })).toContainText(/Người theo dõi: .* Mẫu/)
  await expect(page.getByLabel('Hạn từ ngày'), 'days are asked for in Vietnamese').toHaveAttribute(
    'placeholder',
    'ngày/tháng/năm',
  )
  await page.getByRole('button', { name: /Bỏ lọc theo Người theo dõi/ }).click()
  await expect(page).not.toHaveURL(/followerId/)
})

test('chosen rows of two pages are exported with the columns shown; so are all of the filter', async ({ page }) => {
  await signIn(page, 'kiemtra')
  await page.goto(`/nhiem-vu?${FILTER}&standing=openOverdue&columns=code,title,dueOn`)
  await expect(rows(page)).toHaveCount(50)
  await page.getByRole('button', { name: 'Tải thêm' }).click()
  await expect(rows(page)).toHaveCount(100)
  const boxes = page.getByTestId('tasks').locator('tbody').getByRole('checkbox')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await boxes.nth(75).check()
  await expect(page.getByTestId('chosen')).toHaveText('3 nhiệm vụ được chọn')
  const chosen = await saved(page, () => page.getByRole('button', { name: 'Xuất 3 nhiệm vụ' }).click())
  expect(chosen.name).toMatch(/^nhiem-vu-da-chon-/)
  const sheet = await sheetOf(chosen.bytes)
  expect(sheet.rowCount).toBe(7)
  expect((sheet.getRow(4).values as string[]).slice(1)).toEqual([
    'STT',
    'Mã nhiệm vụ',
    'Nhiệm vụ',
    'Hạn đang áp dụng',
    'Hạn ban đầu',
  ])

  await page.getByRole('checkbox', { name: 'Chọn tất cả' }).check()
  await page.getByRole('button', { name: /Chọn cả .* nhiệm vụ của bộ lọc/ }).click()
  const total = Number((await page.getByTestId('total').innerText()).replace(/\D/g, ''))
  const whole = await saved(page, () => page.getByRole('link', { name: /^Xuất .* nhiệm vụ$/ }).click())
  expect((await sheetOf(whole.bytes)).rowCount).toBe(4 + total)
})

async function sheetOf(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  return book.worksheets[0]!
}

test('from a task to the next and the one before, and back to the row', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto(`/nhiem-vu?${FILTER}`)
  await expect(rows(page)).toHaveCount(50)
  const titles = await rows(page).allInnerTexts()
  const heading = page.getByRole('heading', { level: 1 })
  await rows(page).nth(30).click()
  await expect(heading).toHaveText(titles[30]!)
  const list = page.getByRole('navigation', { name: 'Trong danh sách' })
  await expect(list).toContainText('31 / 50+')
  await list.getByRole('button', { name: 'Việc sau' }).click()
  await expect(heading).toHaveText(titles[31]!)
  await page.keyboard.press('n')
  await expect(heading).toHaveText(titles[32]!)
  await page.keyboard.press('p')
  await expect(heading).toHaveText(titles[31]!)
  await page.goBack()
  await expect(rows(page).nth(31), 'Back leads to the row of the task looked at last').toBeFocused()
  await expect(rows(page).nth(31)).toBeInViewport()

  await rows(page).nth(49).click()
  await list.getByRole('button', { name: 'Việc sau' }).click()
  await expect(list, 'the list goes on beyond what was loaded').toContainText('51 / 100')
  await expect(heading).not.toHaveText(titles[49]!)
  await list.getByRole('link', { name: 'Về danh sách' }).click()
  await expect(rows(page).nth(50)).toBeFocused()
})

test('a slash leads to a search on every page, also from a check box', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto(`/nhiem-vu?${FILTER}`)
  await page.getByTestId('tasks').locator('tbody').getByRole('checkbox').first().focus()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Tìm kiếm' })).toBeFocused()
  await page.goto('/tong-quan')
  await expect(page.getByRole('heading', { level: 1, name: 'Tổng quan' })).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('dialog').locator('input')).toBeFocused()
})

test('while another filter loads, old numbers are veiled and acts are off', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto('/tong-quan?from=2020-01-01&asOf=2020-12-31')
  const tiles = page.getByRole('region', { name: 'Kết quả thực hiện nhiệm vụ' })
  await expect(tiles).toBeVisible()
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(/\/api\/(statistics|tasks)\?.*asOf=2020-11-30/, async (route) => {
    await held
    await route.continue()
  })
  await page.locator('#asOf').fill('30/11/2020')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/asOf=2020-11-30/)
  await expect(tiles.locator('..')).toHaveAttribute('aria-busy', 'true')
  await tiles.getByRole('link').first().click({ force: true })
  await expect(page, 'a veiled number opens nothing').toHaveURL(/tong-quan/)

  await page.goto('/nhiem-vu?asOf=2020-12-31')
  const table = page.getByTestId('tasks')
  await table.locator('tbody').getByRole('checkbox').first().check()
  await expect(page.getByTestId('chosen')).toBeVisible()
  await page.locator('#asOf').fill('30/11/2020')
  await page.keyboard.press('Enter')
  await expect(table.locator('..')).toHaveAttribute('aria-busy', 'true')
  await expect(page.getByTestId('chosen')).toBeHidden()
  await expect(page.getByTestId('total')).toBeHidden()
  answer()
  await expect(table.locator('..')).toHaveAttribute('aria-busy', 'false')
  await expect(page.getByTestId('total')).toBeVisible()
})

test('on a phone the calendar is a list of days, and a bar stands under its words', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'boyte')
  await page.goto('/nhiem-vu?asOf=2020-12-31&view=calendar')
  await expect(page.getByTestId('agenda').getByRole('heading').first()).toBeVisible()
  await page.goto('/nhiem-vu?asOf=2020-12-31&view=timeline')
  await expect(bars(page).first()).toBeVisible()
  const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(wide, 'nothing to scroll sideways').toBeLessThanOrEqual(0)
})
