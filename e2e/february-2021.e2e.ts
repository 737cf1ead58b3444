import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { picture } from './pictures.ts'
import { ask, enter, numberOf, totalOf } from './visitor.ts'

/** What the Task Force published on 02/03/2021 of the month, each with the words that stand before it in the report. */
const PUBLISHED = [692, 10_527, 6_954, 6_185, 769, 3_230, 343]

interface Counted {
  total: number | null
}
/** How many rows the API counts behind the address of a figure. */
async function rowsBehind(page: Page, href: string): Promise<number> {
  const filter = href.slice(href.indexOf('?') + 1)
  return (await ask<Counted>(page, `/api/tasks?${filter}&limit=1&count=true`)).total ?? -1
}

test.beforeEach(async ({ page }) => {
  await enter(page)
})

test('the overview of 28/02/2021 shows the published figures', async ({ page }) => {
  await page.goto('/tong-quan?from=2020-01-01&asOf=2021-02-28')
  for (const printed of ['10.527', '6.954', '6.185', '769', '3.230', '343']) {
    await expect(
      page.locator('.tiles').getByRole('link', { name: new RegExp(`^${printed.replace('.', '\\.')} `) }),
    ).toBeVisible()
  }
  await expect(page.locator('.tiles')).toContainText('chiếm 3,2% tổng số đã giao; +0,1 điểm % so với tháng trước')
  await expect(page.locator('.chart svg').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  await picture(page, 'tong-quan')
  await picture(page, 'overview')
})

test('the report of February 2021 shows them too, and each figure opens exactly as many rows', async ({ page }) => {
  await page.goto('/bao-cao?month=2021-02')
  const paper = page.getByTestId('paper')
  await expect(paper).toContainText('chiếm 3,2% tổng số nhiệm vụ đã giao')
  await expect(paper).toContainText('tăng 0,1 điểm phần trăm so với tháng trước')
  await picture(page, 'bao-cao-thang')
  const links = paper.locator('.paper-words a')
  const figures = await links.evaluateAll((found) => found.map((link) => [link.textContent, link.getAttribute('href')]))
  expect(figures.slice(0, PUBLISHED.length).map(([printed]) => numberOf(printed ?? ''))).toEqual(PUBLISHED)
  for (const [printed, href] of figures) {
    expect(await rowsBehind(page, href ?? ''), `${printed} → ${href}`).toBe(numberOf(printed ?? ''))
  }

  await test.step('on the screen as well', async () => {
    for (let i = 0; i < figures.length; i++) {
      const printed = numberOf(await links.nth(i).innerText())
      await links.nth(i).click()
      await expect(page).toHaveURL(/\/nhiem-vu\?/)
      expect(await totalOf(page)).toBe(printed)
      await page.goBack()
      await expect(links.nth(i)).toBeVisible()
    }
  })
})

test('the rows of the agencies add up to the headline, and open as many rows', async ({ page }) => {
  await page.goto('/bao-cao?month=2021-02')
  const rows = page.getByTestId('paper').locator('.paper-table tbody tr')
  await expect(rows.first()).toBeVisible()
  const table = await rows.evaluateAll((found) =>
    found.map((row) =>
      [...row.querySelectorAll('td.number')].slice(1, 6).map((cell) => ({
        printed: cell.textContent ?? '',
        href: cell.querySelector('a')?.getAttribute('href') ?? null,
      })),
    ),
  )
  const sums = [0, 1, 2, 3, 4].map((column) =>
    table.reduce((sum, row) => sum + numberOf(row[column]?.printed ?? '0'), 0),
  )
  expect(sums).toEqual([10_527, 6_185, 769, 3_230, 343])
  for (const row of [table[0], table[Math.floor(table.length / 2)], table.at(-1)]) {
    for (const { printed, href } of row ?? []) {
      if (href) expect(await rowsBehind(page, href), href).toBe(numberOf(printed))
    }
  }
})

test('an issued report stays as it is: read again, taken along again, byte for byte', async ({ page }) => {
  await page.goto('/bao-cao?month=2021-02')
  await page.getByTestId('freeze').click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: 'Phát hành báo cáo' }).click()
  await expect(form.getByText('Cần nhập mục này.').first()).toBeVisible()
  await form.getByLabel('Số, ký hiệu').fill('15/BC-TCT-MẪU')
  await form.getByLabel('Người ký', { exact: true }).fill('Lê Chi Mẫu')
  await form.getByLabel('Chức vụ người ký').fill('TỔ TRƯỞNG')
  await form.getByRole('button', { name: 'Phát hành báo cáo' }).click()
  await expect(page).toHaveURL(/\/bao-cao\/\d+/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('15/BC-TCT-MẪU')
  await expect(page.getByTestId('paper')).toContainText('10.527')
  await picture(page, 'bao-cao-phat-hanh')
  for (const format of ['docx', 'pdf', 'xlsx']) {
    const take = async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByTestId(`download-${format}`).click(),
      ])
      return readFileSync(await download.path())
    }
    const [first, second] = [await take(), await take()]
    expect(first.equals(second), `${format}: ${first.length} and ${second.length} bytes`).toBe(true)
  }
  await page.getByRole('link', { name: 'Về báo cáo tháng' }).click()
  await expect(page.getByTestId('frozen-report').filter({ hasText: '15/BC-TCT-MẪU' })).toBeVisible()
})

test('a list, its address and its workbook are one filter', async ({ page }) => {
  await page.goto('/nhiem-vu?from=2020-01-01&asOf=2021-02-28&standing=openOverdue')
  expect(await totalOf(page)).toBe(343)
  await expect(page.getByTestId('tasks').locator('tbody tr')).toHaveCount(50)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, 'fifty rows without scrolling sideways at 1366×768').toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Tải thêm' }).click()
  await expect(page.getByTestId('tasks').locator('tbody tr')).toHaveCount(100)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Xuất XLSX' }).click(),
  ])
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString('latin1'),
  ).toBe('PK')
  await page.keyboard.press('/')
  await expect(page.getByLabel('Tìm kiếm')).toBeFocused()
  await page.getByLabel('Tìm kiếm').fill('kien nghi cua cu tri')
  await expect(page).toHaveURL(/search=kien/)
  await expect.poll(() => totalOf(page)).toBeLessThan(343)
  await expect(page.getByTestId('tasks').locator('tbody tr').first()).toContainText(/kiến nghị/i)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/nhiem-vu\/\d+/)
})
