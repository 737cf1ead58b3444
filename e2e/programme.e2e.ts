import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { picture } from './pictures.ts'
import { signIn, test } from './steps.ts'

const PATH = '/chuong-trinh-cong-tac'

async function accessible(page: Page): Promise<void> {
  await expect(page.locator('.waiting')).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

async function annex(rows: string[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Danh mục')
  sheet.addRow(['TT', 'Tên đề án', 'Cơ quan chủ trì', 'Cấp trình', 'Thời hạn trình', 'Người phụ trách'])
  for (const row of rows) sheet.addRow(row)
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** Fills the drawer that is open and sends it. */
async function send(
  page: Page,
  button: string,
  fill: (drawer: ReturnType<Page['getByRole']>) => Promise<unknown>,
): Promise<void> {
  const drawer = page.getByRole('dialog')
  await fill(drawer)
  await drawer.getByRole('button', { name: button, exact: true }).click()
}

test('chương trình công tác: số liệu tháng 2/2021, nhập danh mục, trình, trả lại, nợ đọng không tự dừng', async ({
  page,
  browser,
}) => {
  test.slow()
  await signIn(page, 'theodoi')

  await test.step('số của báo cáo tháng 2/2021, mỗi số mở đúng các đề án', async () => {
    await page.goto(`${PATH}?month=2021-02`)
    const year = page.getByRole('region', { name: 'Từ đầu năm đến hết tháng 2' })
    await expect(year.locator('dd').nth(0)).toHaveText('44')
    await expect(year.locator('dd').nth(1)).toHaveText('32')
    await expect(year.locator('dd').nth(2)).toContainText('12 27,2%, giảm 7,5 điểm so với cùng kỳ')
    await expect(year.locator('dd').nth(3)).toHaveText('47')
    await expect(page.getByTestId('board').locator('.programme-card').first()).toBeVisible()
    await accessible(page)
    await picture(page, 'chuong-trinh-thang')
    await year.locator('dd').nth(2).getByRole('link').click()
    await expect(page.getByTestId('programme-count')).toContainText('12 đề án')
    await expect(page.getByTestId('programme-item')).toHaveCount(12)
    await accessible(page)
  })

  await test.step('kế hoạch triển khai: 19/22 bộ, 35/63 địa phương đến 24/02/2021', async () => {
    await page.goto(`${PATH}?tab=plans&asOf=2021-02-24`)
    await expect(page.getByTestId('plan-call').first()).toContainText('19/22')
    await expect(page.getByTestId('plan-call').first()).toContainText('35/63')
    await page.getByTestId('plan-call').first().getByRole('link', { name: '35', exact: true }).click()
    await expect(page.getByTestId('duty')).toHaveCount(35)
    await page.getByTestId('plan-call').first().getByRole('link', { name: '22', exact: true }).click()
    await expect(page.getByTestId('duty')).toHaveCount(22)
    await page.goto(`${PATH}?tab=plans&asOf=2021-02-24&group=ministry&plan=owed`)
    await expect(page.getByTestId('duty')).toHaveCount(3)
    await accessible(page)
  })

  const name = `Nghị định về phí thử nghiệm (MẪU)`
  await test.step('nhập danh mục: dòng có cơ quan chưa có vào ngày đó được chỉ rõ, sửa rồi mới đưa vào', async () => {
    await page.goto(`${PATH}?act=import`)
    const bytes = await annex([
      ['1', name, 'Bộ Tài chính', 'Chính phủ', 'Tháng 12', 'Phó Thủ tướng Mẫu Một'],
      ['2', 'Đề án thử nghiệm hai (MẪU)', 'Bộ Không Có', 'Thủ tướng', 'Tháng 12', ''],
    ])
    const drawer = page.getByRole('dialog')
    await drawer
      .locator('input[type=file]')
      .setInputFiles({ name: 'danh-muc.xlsx', mimeType: 'application/octet-stream', buffer: bytes })
    await drawer.getByRole('button', { name: 'Đọc danh mục' }).click()
    await expect(page.getByTestId('annex-sum')).toContainText('2 dòng: 1 sẵn sàng, 1 cần sửa')
    await expect(page.getByTestId('annex-row').filter({ hasText: 'Bộ Không Có' })).toContainText(
      'cột “Cơ quan chủ trì”: không có cơ quan “Bộ Không Có”',
    )
    await expect(page.getByTestId('confirm-annex')).toBeDisabled()
    await accessible(page)
    await picture(page, 'ra-soat-danh-muc')
    const lead = page.getByRole('combobox', { name: /^Cơ quan chủ trì/ })
    await lead.click()
    await lead.pressSequentially('bo y te')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('annex-sum')).toContainText('2 sẵn sàng, 0 cần sửa')
    await page.getByTestId('confirm-annex').click()
    await expect(page).toHaveURL(/programmeId=/)
  })

  await test.step('in danh mục của chương trình đang xem', async () => {
    await page.getByRole('button', { name: 'In danh mục' }).click()
    await accessible(page)
    const file = page.waitForEvent('download')
    await page.getByTestId('print-docx').click()
    expect((await file).suggestedFilename()).toMatch(/^Danh muc de an - Chuong trinh cong tac nam \d{4}\.docx$/)
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()
  })

  await test.step('cơ quan trình đề án; Văn phòng trả lại với đủ lý do; hồ sơ không còn tính là đã trình', async () => {
    const officer = await (await browser.newContext()).newPage()
    await signIn(officer, 'botaichinh')
    await officer.goto(`${PATH}?tab=list&search=${encodeURIComponent('phí thử nghiệm')}`)
    await officer.getByRole('link', { name }).click()
    await officer.getByTestId('act-submit').click()
    await send(officer, 'Trình', async (drawer) => {
      await drawer.getByLabel('Số Tờ trình').fill('15/TTr-BTC-MẪU')
      // The number of the register is the office's to give.
      await expect(drawer.getByLabel('Số văn bản đến của Văn phòng')).toHaveCount(0)
      const paper = { name: 'to-trinh.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') }
      await drawer.locator('input[type=file]').setInputFiles(paper)
      // Nothing is said of the file but what its sender ticks.
      await expect(drawer.getByRole('checkbox', { checked: true })).toHaveCount(0)
      await expect(drawer.getByText('Thành phần có trong hồ sơ (không bắt buộc)', { exact: true })).toBeVisible()
      for (const part of await drawer.getByRole('checkbox').all()) await part.check()
    })
    await expect(officer.getByTestId('submission')).toContainText('15/TTr-BTC-MẪU')
    await expect(officer.getByTestId('parts')).toContainText('cơ quan trình ghi là có')
    await page.goto(new URL(officer.url()).pathname)
    await page.getByTestId('act-check').click()
    await send(page, 'Kiểm tra hồ sơ', async (drawer) => {
      await drawer.getByRole('checkbox', { name: 'Tờ trình', exact: false }).first().check()
      await drawer.getByRole('checkbox', { name: 'Dự thảo văn bản, đề án' }).check()
      await drawer.getByText('trả lại', { exact: true }).click()
      await drawer.getByLabel('Lý do trả lại, mỗi lý do một dòng').fill('Tờ trình chưa ký số\nThiếu ý kiến Bộ Tư pháp')
    })
    await expect(page.getByTestId('submission')).toContainText('Thiếu ý kiến Bộ Tư pháp')
    // The count is the check's, and what it did not find is a reason.
    await expect(page.getByTestId('submission')).toContainText('Thiếu: Bản tổng hợp, tiếp thu, giải trình ý kiến')
    await expect(page.getByTestId('parts')).toContainText('theo kết quả kiểm tra: 2/')
    await expect(page.locator('.page-head .item-standing')).toContainText('Trong hạn')
    await accessible(page)
    await picture(page, 'de-an')
    await officer.context().close()
  })

  await test.step('đề án nợ đọng: cơ quan không tự xin dừng được, câu trả lời nêu việc cần làm', async () => {
    await page.goto(`${PATH}?tab=ledger`)
    await expect(page.getByTestId('debt-flow')).toContainText('đầu năm')
    await accessible(page)
    await picture(page, 'no-dong')
    // Each figure is a link to as many rows as it says, however the debt is grouped; the list says what it shows.
    const day = 'asOf=2021-02-28'
    for (const of of ['by=agency', 'by=level', 'by=inCharge', 'by=age', 'by=moves', day, `${day}&map=today`]) {
      await page.goto(`${PATH}?tab=ledger&${of}`)
      await expect(page.getByTestId('ledger-group').first()).toBeVisible()
      await expect(page.getByTestId('recovery')).toBeVisible()
      await expect(page.locator('#years ~ * a.figure').first()).toBeVisible()
      const figures = await page
        .getByTestId('ledger')
        .locator('a.figure')
        .evaluateAll((links) => links.map((link) => [link.textContent, (link as HTMLAnchorElement).href] as const))
      expect(figures.length).toBeGreaterThan(30)
      for (const [said, href] of figures) {
        const query = new URL(href).searchParams
        expect(query.get('tab')).toBe('list')
        query.delete('tab')
        const { total } = await (await page.request.get(`/api/programme/items?${query}&limit=1`)).json()
        expect(total, href).toBe(Number(said?.replace('.', '')))
      }
    }
    await page.getByTestId('debt-flow').getByRole('link').nth(1).click()
    await expect(page.getByTestId('programme-filters')).toContainText('Nợ phát sinh từ 01/01')
    await expect(page.getByTestId('programme-count')).toContainText('lần nợ')
    await accessible(page)
    await page.goto(`${PATH}?tab=list&standing=owed&inCharge=`)
    await expect(page.getByTestId('programme-filters')).toContainText('Chưa ghi người phụ trách')
    const { rows } = await (await page.request.get('/api/programme/items?standing=owed&limit=1')).json()
    expect(rows.length).toBe(1)
    // The office may ask for a stop; of its own body the form offers none, and the server refuses one.
    const officer = await (await browser.newContext()).newPage()
    await signIn(officer, 'botaichinh')
    const own = await (await officer.request.get('/api/programme/items?standing=owed')).json()
    for (const { id } of own.rows) {
      await officer.goto(`${PATH}/${id}?act=askChange`)
      await officer.getByRole('combobox', { name: 'Loại đề nghị' }).click()
      await expect(officer.getByTitle('Dừng', { exact: true })).toHaveCount(0)
    }
    await officer.context().close()
  })

  await test.step('trên điện thoại và bằng tiếng Anh', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const tab of ['board', 'list', 'ledger', 'detailing', 'plans', 'week']) {
      await page.goto(`${PATH}?tab=${tab}`)
      await accessible(page)
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide, tab).toBeLessThanOrEqual(0)
    }
    await page.goto(`${PATH}?month=2021-02`)
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByText('27.2%, down 7.5 percentage points')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'From January to the end of February' })).toBeVisible()
  })
})
