import { expect, type Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { picture } from './pictures.ts'
import {
  accountOf,
  act,
  expectTotal,
  figureLinks,
  leave,
  openReport,
  readFigure,
  saved,
  signIn,
  test,
} from './steps.ts'

/** The figures of that month's published report; the sample's invented rows were made to add up to them. */
const PUBLISHED = { '': 10_527, done: 6_954, doneOnTime: 6_185, doneLate: 769, openInTerm: 3_230, openOverdue: 343 }
const NUMBER = '15/BC-MẪU'
const FORMATS = ['docx', 'pdf', 'xlsx'] as const

test('the report of February 2021 is computed from rows and never changes once issued', async ({ page }) => {
  test.slow()
  await signIn(page, 'theodoi')
  await page.goto('/tong-quan')
  await page.getByRole('button', { name: 'Dữ liệu mẫu 28/02/2021' }).click()
  await expect(page.getByRole('link', { name: '10.527 nhiệm vụ đã giao, mở danh sách' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Kết quả thực hiện nhiệm vụ' })).toContainText('3,2%')
  await expect(page.locator('.waiting')).toHaveCount(0)
  await picture(page, 'tong-quan')
  await picture(page, 'overview')

  await expectPublishedFigures(page)
  await expectEachFigureOpensItsRows(page)
  await expectAgenciesAddUp(page)
  await expectAllRowsOf343(page)

  await issue(page)
  const kept = await files(page)
  expect(await files(page), 'the second download').toEqual(kept)
  const address = page.url()

  await correctOne(page)
  await page.goto(address)
  expect(await files(page), 'after a correction').toEqual(kept)
  await expect(page.getByTestId('paper')).toContainText('6.185 đúng hạn, 769 quá hạn')
  await expectPublishedFigures(page)
  const { today } = (await (await page.request.get('/api/me')).json()) as { today: string }
  await page.goto(`/bao-cao?month=2021-02&knownOn=${today}`)
  await expect(page.getByTestId('paper')).toContainText('6.184 đúng hạn, 770 quá hạn')
})

async function expectPublishedFigures(page: Page): Promise<void> {
  const paper = await openReport(page, '2021-02')
  const links = figureLinks(paper)
  for (const [standing, value] of Object.entries(PUBLISHED)) {
    const rows = `from=2020-01-01&asOf=2021-02-28${standing && `&standing=${standing}`}`
    const link = links.and(page.locator(`[href="/nhiem-vu?${rows}"]`))
    await expect(link, standing || 'assigned').toHaveCount(1)
    expect(readFigure(await link.innerText()), standing || 'assigned').toBe(value)
  }
  await expect(paper).toContainText('343 nhiệm vụ quá hạn chưa hoàn thành, chiếm 3,2% tổng số nhiệm vụ đã giao')
  await expect(paper).toContainText('tăng 0,1 điểm phần trăm so với tháng trước')
  await expect(paper).toContainText('đã giao 692 nhiệm vụ')
}

/** The figures in the sentences, and those of the agency with most overdue tasks. */
async function expectEachFigureOpensItsRows(page: Page): Promise<void> {
  const paper = await openReport(page, '2021-02')
  await picture(page, 'bao-cao-thang')
  const agency = paper.getByRole('table').first().locator('tbody tr').first()
  const addresses = new Map<string, number>()
  for (const link of [...(await figureLinks(paper).all()), ...(await agency.getByRole('link').all())]) {
    addresses.set((await link.getAttribute('href'))!, readFigure(await link.innerText()))
  }
  expect(addresses.size).toBe(8 + 5)
  for (const [address, value] of addresses) {
    await paper.locator(`a[href="${address}"]`).first().click()
    await expect(page).toHaveURL(address)
    await expectTotal(page, value)
    await page.goBack()
  }
}

/** The four states of all agencies add up to those of the country. */
async function expectAgenciesAddUp(page: Page): Promise<void> {
  const paper = await openReport(page, '2021-02')
  const table = paper.getByRole('table').first().locator('tbody tr')
  await expect(table).toHaveCount(93)
  const sums = [0, 0, 0, 0, 0]
  for (const words of await table.allInnerTexts()) {
    const figures = words.split(/\s*\t\s*/).slice(2, 7)
    sums.forEach((sum, column) => {
      sums[column] = sum + readFigure(figures[column]!)
    })
  }
  const { '': assigned, doneOnTime, doneLate, openInTerm, openOverdue } = PUBLISHED
  expect(sums).toEqual([assigned, doneOnTime, doneLate, openInTerm, openOverdue])
}

/** Not only the total: the rows are there, each overdue on that day. */
async function expectAllRowsOf343(page: Page): Promise<void> {
  await page.goto('/nhiem-vu?from=2020-01-01&asOf=2021-02-28&standing=openOverdue')
  const rows = page.getByTestId('tasks').locator('tbody tr')
  for (let shown = 50; shown < 343; shown += 50) {
    await expect(rows).toHaveCount(shown)
    await page.getByRole('button', { name: 'Tải thêm' }).click()
  }
  await expect(rows).toHaveCount(343)
  await expect(page.getByRole('button', { name: 'Tải thêm' })).toBeHidden()
  const standings = await rows.locator('.column-standing').allInnerTexts()
  const { bytes } = await saved(page, () => page.getByRole('link', { name: 'Xuất XLSX' }).click())
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  const codes = new Set<string>()
  book.worksheets[0]!.eachRow((row) => {
    const code = [1, 2].map((column) => row.getCell(column).text).find((words) => /^NV-\d{4}-\d+$/.test(words))
    if (code) codes.add(code)
  })
  expect(codes.size, 'tasks in the workbook of the same filter').toBe(343)
  expect(new Set(standings.map((words) => words.replace(/\d+ ngày/, 'n ngày').trim()))).toEqual(
    new Set(['Quá hạn n ngày']),
  )
}

/** Drawn up and submitted by the follow-up officer, signed by a leader; ends as the officer on the issued report. */
async function issue(page: Page): Promise<void> {
  await openReport(page, '2021-02')
  await page.getByTestId('draw-up').click()
  const form = page.getByRole('dialog', { name: 'Lập báo cáo' })
  await form.getByLabel('Địa danh').fill('')
  await form.getByRole('button', { name: 'Lập báo cáo' }).click()
  await expect(form.getByText('Cần nhập mục này.')).toBeVisible()
  await form.getByLabel('Địa danh').fill('Hà Nội')
  await form.getByLabel('Số, ký hiệu').fill(NUMBER)
  await picture(page, 'bao-cao-lap')
  await form.getByRole('button', { name: 'Lập báo cáo' }).click()
  await expect(page).toHaveURL(/\/bao-cao\/\d+$/)
  await expect(page.getByTestId('report-state')).toHaveText('Dự thảo')
  await confirmed(page, 'submit', 'Trình ký')
  await expect(page.getByTestId('report-state')).toHaveText('Đã trình ký')
  await expect(page.getByTestId('report-sign')).toHaveCount(0)
  const address = page.url()

  await leave(page)
  await signIn(page, 'lanhdao')
  await page.goto('/')
  await page.getByRole('link', { name: /Báo cáo chờ ký/ }).click()
  await page.getByTestId('report-submitted').getByRole('link').click()
  await expect(page).toHaveURL(address)
  await picture(page, 'bao-cao-cho-ky')
  await confirmed(page, 'sign', 'Ký phát hành')
  // Three files with every row are drawn at the signature.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Báo cáo ${NUMBER}, tháng 02/2021`, {
    timeout: 60_000,
  })

  await leave(page)
  await signIn(page, 'theodoi')
  await page.goto(address)
  await expect(page.getByRole('complementary')).toContainText(accountOf('lanhdao').name)
  await picture(page, 'bao-cao-phat-hanh')
}

/** An act without input, and the question before it. */
async function confirmed(page: Page, act: string, name: string): Promise<void> {
  await page.getByTestId(`report-${act}`).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

/** The three files of the issued report, as one string each. */
async function files(page: Page): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const format of FORMATS) {
    const { bytes } = await saved(page, () => page.getByTestId(`download-${format}`).click())
    expect(bytes.length, format).toBeGreaterThan(5_000)
    found[format] = bytes.toString('base64')
  }
  return found
}

/** A task recorded as on time turns out to have been late: its day is corrected today. */
async function correctOne(page: Page): Promise<void> {
  const query = 'from=2020-01-01&asOf=2021-02-28&standing=doneOnTime&deadlineKind=date&sort=dueOn&limit=1'
  const { rows } = (await (await page.request.get(`/api/tasks?${query}`)).json()) as {
    rows: { id: number; dueOn: string }[]
  }
  const task = rows[0]!
  const late = Temporal.PlainDate.from(task.dueOn).add({ days: 1 }).toString()
  await page.goto(`/nhiem-vu/${task.id}`)
  await act(page, 'Đính chính ngày hoàn thành', 'Đính chính', {
    'Lý do': 'Ngày trên văn bản kết quả muộn hơn một ngày (MẪU).',
    'Ngày hoàn thành': late.split('-').reverse().join('/'),
  })
  await expect(page.getByTestId('state')).toHaveText('Đã hoàn thành')
}
