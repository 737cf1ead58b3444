import { expect, type Locator, type Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { type Plan, realPlan } from './documents.ts'
import { picture } from './pictures.ts'
import {
  act,
  dropFile,
  expectTotal,
  type Figures,
  openDoor,
  openReport,
  overviewFigures,
  readFigure,
  reportFigures,
  saved,
  search,
  showDay,
  signInAtTheDoor,
  signOut,
  test,
  today,
} from './steps.ts'

/** Tasks of the plan are of 2021; a report of this year includes them only on request. */
const REPORT_FROM = '2020-01-01'

test('a decision becomes tasks, is followed to the end and changes the report', async ({ page }) => {
  const plan = realPlan()
  await page.goto('/')
  await expect(page.getByRole('button', { name: 'Đăng nhập', exact: true })).toBeVisible()
  await picture(page, 'dang-nhap')
  await signInAtTheDoor(page, 'theodoi')
  const month = (await today(page)).slice(0, 7)
  const look = async () => ({
    overview: await overviewFigures(page),
    report: await reportFigures(page, month, REPORT_FROM),
  })

  const before = await look()
  await takeIn(page, plan)
  await review(page, plan)
  const overdue = await confirm(page, plan)
  const given = await look()
  for (const place of ['overview', 'report'] as const) {
    expect(given[place], place).toEqual(
      moved(before[place], {
        assigned: plan.tasks,
        openOverdue: overdue,
        openInTerm: plan.tasks - overdue,
      }),
    )
  }

  await openFollowed(page, plan)
  const address = page.url()
  await signOut(page)
  await signInAtTheDoor(page, 'lanhdao')
  await page.goto(address)
  await reportUntilDone(page, plan.followed.dueOn)
  const claimed = await look()
  expect(claimed, 'a claim is not yet a completion').toEqual(given)

  await signOut(page)
  await signInAtTheDoor(page, 'theodoi')
  await page.goto(address)
  await confirmDone(page)
  const done = await look()
  for (const place of ['overview', 'report'] as const) {
    expect(done[place], place).toEqual(moved(given[place], { done: 1, doneOnTime: 1, openOverdue: -1 }))
  }
  await exportReport(page, month, done.report)
})

/** The figures with some of them changed by the given numbers. */
function moved(figures: Figures, by: Partial<Figures>): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, value + (by[name as keyof Figures] ?? 0)]),
  ) as unknown as Figures
}

async function takeIn(page: Page, plan: Plan): Promise<void> {
  await openDoor(page, 'Văn bản')
  const row = await dropFile(page, plan)
  await picture(page, 'van-ban-tai-len')
  await expect(row).toHaveAttribute('data-state', 'review')
  await expect(row).toContainText(`${plan.number} đã đọc: ${plan.tasks} nhiệm vụ, ${plan.targets} chỉ tiêu.`)
  await row.getByRole('link', { name: 'Rà soát' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(plan.number)
}

async function review(page: Page, plan: Plan): Promise<void> {
  const cards = page.getByTestId('draft')
  await expect(page.getByTestId('found')).toHaveText(`${plan.tasks} nhiệm vụ, ${plan.targets} chỉ tiêu`)
  await expect(cards).toHaveCount(plan.tasks)
  await expect(cards.getByTestId('target')).toHaveCount(plan.targets)

  const first = cards.filter({ hasText: plan.followed.ref }).first()
  await expectLightBothWays(page, first)
  await showInDocument(page, cards.filter({ has: page.getByTestId('target') }).first())
  await picture(page, 'ra-soat')

  const { written, meant } = plan.misprint
  const misprinted = cards.filter({ hasText: `(viết trong văn bản: “${written}”)` })
  await expect(misprinted).toHaveCount(1)
  await expect(misprinted).toContainText(meant)
  const words = await showInDocument(page, misprinted)
  await expect(words.filter({ hasText: written })).toBeInViewport()
  await picture(page, 'ra-soat-khop-don-vi')

  await first.getByTestId('edit').click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Sản phẩm').fill('Dự thảo trình Chính phủ (MẪU)')
  await drawer.getByRole('button', { name: 'Lưu' }).click()
  await expect(drawer).toBeHidden()
  await expect(first).toContainText('Dự thảo trình Chính phủ (MẪU)')
}

/** Hovering over a task highlights its words in the document, and the other way round. */
async function expectLightBothWays(page: Page, card: Locator): Promise<void> {
  const owner = `d${await card.getAttribute('data-draft')}`
  const words = page.locator(`.document mark[data-owner~="${owner}"]`).first()
  await page.getByRole('heading', { level: 1 }).hover()
  await expect(words).toHaveCSS('box-shadow', 'none')
  await card.hover()
  await expect(words).not.toHaveCSS('box-shadow', 'none')
  await page.getByRole('heading', { level: 1 }).hover()
  await expect(card).not.toContainClass('is-lit')
  await words.hover()
  await expect(card).toContainClass('is-lit')
}

/** Shows the place of a card in the document. Returns its highlighted words there, the first of them in view. */
async function showInDocument(page: Page, card: Locator): Promise<Locator> {
  await card.getByRole('button', { name: /^Chỉ chỗ trong văn bản/ }).click()
  const words = page.locator(`.document mark[data-owner~="d${await card.getAttribute('data-draft')}"]`)
  await expect(words.first()).toBeInViewport()
  await expect(words.first()).not.toHaveCSS('box-shadow', 'none')
  return words
}

/** Creates the tasks. Returns how many are overdue from the start, since the plan is of 2021. */
async function confirm(page: Page, plan: Plan): Promise<number> {
  await page.getByTestId('confirm').click()
  const dialog = page.getByRole('dialog', { name: 'Xác nhận thành nhiệm vụ' })
  await expect(dialog).toContainText(`${plan.targets} chỉ tiêu`)
  await picture(page, 'xac-nhan')
  await dialog.getByRole('button', { name: `Tạo ${plan.tasks} nhiệm vụ` }).click()

  await expect(page).toHaveURL(/\/nhiem-vu\?source=directive(:|%3A)\d+$/)
  await expectTotal(page, plan.tasks)
  const rows = page.getByTestId('tasks').locator('tbody tr')
  await expect(rows).toHaveCount(plan.tasks)
  const shown = (await rows.locator('.column-dueOn').allInnerTexts()).map((words) => words.trim())
  const counted: Record<string, number> = {}
  for (const words of shown) counted[words] = (counted[words] ?? 0) + 1
  expect(counted).toEqual(plan.deadlines)
  await picture(page, 'nhiem-vu')
  return shown.filter((words) => /^\d/.test(words)).length
}

async function openFollowed(page: Page, { number, followed }: Plan): Promise<void> {
  await openDoor(page, 'Nhiệm vụ')
  await search(page, followed.title)
  const row = page.getByTestId('tasks').getByRole('row').filter({ hasText: number })
  await row.getByRole('link', { name: followed.title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(followed.title)
  const source = page.getByTestId('source-text')
  const lit = source.locator('mark[data-owner="source"]')
  await expect(lit.first()).toBeVisible()
  // However long the text before it is, the box shows the sentence.
  const [box, mark] = [await source.boundingBox(), await lit.first().boundingBox()]
  expect(mark!.y).toBeGreaterThanOrEqual(box!.y)
  expect(mark!.y).toBeLessThan(box!.y + box!.height)
  expect((await lit.allInnerTexts()).join('').replace(/\s+/g, ' ')).toContain(followed.sentence)
  // The sentence is shown in context: the text around it is there, but not highlighted.
  expect((await source.innerText()).length).toBeGreaterThan((await lit.allInnerTexts()).join('').length)
  await expect(page.getByRole('article')).toContainText('Dự thảo trình Chính phủ (MẪU)')
  await expect(page.getByRole('article')).toContainText(`Hạn: ${followed.dueOn}`)
  await picture(page, 'nhiem-vu-chi-tiet')

  await page.getByRole('link', { name: 'Mở toàn văn tại đây' }).click()
  const place = page.locator('.document mark[data-owner~="place"]').first()
  await expect(place).toBeInViewport()
  await page.goBack()
}

/** As the accountable agency: received, started, reported, claimed done on the last day. */
async function reportUntilDone(page: Page, doneOn: string): Promise<void> {
  const state = page.getByTestId('state')
  await expect(state).toHaveText('Mới giao')
  await act(page, 'Tiếp nhận', 'Tiếp nhận')
  await expect(state).toHaveText('Đã tiếp nhận')
  await act(page, 'Bắt đầu thực hiện', 'Bắt đầu')
  await expect(state).toHaveText('Đang thực hiện')

  await page.getByRole('button', { name: 'Báo cáo tiến độ', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Báo cáo tiến độ' })
  await form.getByLabel('Tiến độ').fill('60')
  await form.getByLabel('Kết quả thực hiện').fill('Đã lấy ý kiến các đơn vị, đang hoàn thiện dự thảo (MẪU).')
  await form.getByLabel('Kết quả thực hiện').blur()
  await picture(page, 'bao-cao-tien-do')
  await form.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('article')).toContainText('Tiến độ: 60%')

  await act(page, 'Báo cáo hoàn thành', 'Gửi báo cáo hoàn thành', {
    'Ngày hoàn thành': doneOn,
    'Kết quả thực hiện': 'Đã trình Chính phủ ban hành (MẪU).',
  })
  await expect(state).toHaveText('Chờ xác nhận')
}

async function confirmDone(page: Page): Promise<void> {
  await page.getByRole('article').getByRole('button', { name: 'Xác nhận hoàn thành' }).click()
  const form = page.getByRole('dialog', { name: 'Xác nhận hoàn thành' })
  await expect(form.getByRole('button', { name: 'Xác nhận', exact: true })).toBeVisible()
  await picture(page, 'xac-nhan-hoan-thanh')
  await form.getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await expect(form).toBeHidden()
  await expect(page.getByTestId('state')).toHaveText('Đã hoàn thành')
  await expect(page.getByRole('article')).toContainText('Hoàn thành đúng hạn')
  await expect(page.getByRole('region', { name: 'Nhật ký' })).toContainText('Xác nhận hoàn thành')
}

/** Each file shows the same figures as the screen. */
async function exportReport(page: Page, month: string, figures: Figures): Promise<void> {
  const paper = await openReport(page, month, REPORT_FROM)
  const title = (await paper.getByRole('heading', { level: 2 }).innerText()).replace(/\s+/g, ' ')
  const sentence = `tổng số nhiệm vụ đã giao là ${new Intl.NumberFormat('vi-VN').format(figures.assigned)}, gồm:`
  const overdue = `${figures.openOverdue} nhiệm vụ quá hạn chưa hoàn thành`
  const file = (format: string) =>
    saved(page, () => page.locator(`[data-testid="download-${format}"][href*="/monthly/"]`).click())
  const plain = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ')

  const docx = await file('docx')
  expect(docx.name).toMatch(/\.docx$/)
  const { value: written } = await mammoth.extractRawText({ buffer: docx.bytes })
  expect(plain(written)).toContain(sentence)
  expect(plain(written)).toContain(overdue)

  const pdf = await file('pdf')
  expect(pdf.name).toMatch(/\.pdf$/)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: true })
  expect(plain(text)).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  expect(plain(text).toLowerCase()).toContain(title.toLowerCase())
  expect(plain(text)).toContain(sentence)
  expect(plain(text)).toContain(overdue)

  const xlsx = await file('xlsx')
  expect(xlsx.name).toMatch(/\.xlsx$/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(xlsx.bytes.buffer as ArrayBuffer)
  const summary = new Map<string, unknown>()
  book.getWorksheet('Tổng hợp')?.eachRow((row) => summary.set(row.getCell(1).text, row.getCell(2).value))
  expect(summary.get('Tổng số nhiệm vụ đã giao')).toBe(figures.assigned)
  expect(summary.get('Đã hoàn thành')).toBe(figures.done)
  // The annex: one row for each overdue task, below a title, an empty line and a heading.
  expect(book.getWorksheet('Quá hạn')!.actualRowCount).toBe(figures.openOverdue + 2)
  expect(summary.get('Số liệu đến hết ngày')).toBe(showDay(await today(page)))
  expect(readFigure(await paper.locator('h3').getByRole('link').innerText())).toBe(figures.openOverdue)
}
