import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { picture } from './pictures.ts'
import { showDay, signIn, test, today } from './steps.ts'

async function other(browser: Browser, person: Parameters<typeof signIn>[1], path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, person)
  await page.goto(path)
  return page
}
async function passes(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
/** The door downloads a file of that name. */
async function isPaper(door: Locator, name: RegExp): Promise<void> {
  const coming = door.page().waitForEvent('download')
  await door.click()
  expect((await coming).suggestedFilename()).toMatch(name)
}
const button = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByRole('dialog').getByLabel(name, { exact: true })
/** Chooses an agency in a field of the open form. */
async function chooseAgency(page: Page, label: string, words: string, name: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).click()
  await page.keyboard.type(words)
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
}

test('kiểm tra: từ quyết định đến kết luận, cả hai bên; kiến nghị từ phát hiện', async ({ page, browser }) => {
  test.slow()
  await signIn(page, 'theodoi')
  await page.goto('/to-cong-tac?tab=inspections')
  await page.getByTestId('new-inspection').click()
  await chooseAgency(page, 'Cơ quan được kiểm tra', 'tai chinh', 'Bộ Tài chính')
  await field(page, 'Tên gọi').fill('Kiểm tra đột xuất tiến độ (MẪU)')
  for (const name of ['Từ ngày', 'Đến ngày']) {
    await field(page, name).fill('31/12/2030')
    await page.keyboard.press('Enter')
  }
  await button(page, 'Lập cuộc kiểm tra').click()
  await expect(page.getByRole('heading', { name: 'Kiểm tra đột xuất tiến độ (MẪU)' })).toBeVisible()
  const path = new URL(page.url()).pathname
  const agency = await other(browser, 'botaichinh', path)
  await expect(agency.getByText('Không tìm thấy').first()).toBeVisible()
  const head = await other(browser, 'totruong', path)

  await test.step('Tổ trưởng quyết định: chốt phạm vi và Đoàn', async () => {
    await head.getByTestId('inspection-decide').click()
    await field(head, 'Quyết định kiểm tra').fill('201/QĐ-TCT-MẪU')
    await head.getByTestId('scope-late').click()
    await head.getByRole('dialog').getByLabel('Họ và tên').fill('Dương Phúc Mẫu')
    await head.getByRole('dialog').getByLabel('Chức danh, đơn vị').fill('Tổ trưởng')
    await button(head, 'Ra quyết định').click()
    await expect(head.getByTestId('inspection-state')).toHaveText('Đã quyết định')
    await expect(head.getByTestId('scope-task').first()).toBeVisible()
    await expect(head.getByTestId('paper')).toHaveCount(1)
    await isPaper(head.getByTestId('paper').getByTestId('paper-pdf'), /^Quyết định kiểm tra 201-QĐ-TCT-MẪU\.pdf$/)
  })

  await test.step('yêu cầu giải trình; cơ quan giải trình từng vấn đề', async () => {
    // The page shows the other's act by itself.
    await page.getByTestId('inspection-request').click()
    await page.getByRole('dialog').getByLabel('Vấn đề 1').fill('Vì sao quá hạn (MẪU)?')
    await button(page, 'Yêu cầu giải trình').click()
    await expect(page.getByTestId('inspection-state')).toHaveText('Chờ giải trình')
    await agency.reload()
    await expect(agency.getByTestId('inspection-state')).toHaveText('Chờ giải trình')
    await agency.getByTestId('explain').click()
    await field(agency, 'Nội dung giải trình').fill('Do thiếu người theo dõi (MẪU).')
    await field(agency, 'Người ký giải trình').fill('Thứ trưởng (MẪU)')
    await button(agency, 'Giải trình').click()
    await expect(agency.getByTestId('inspection-state')).toHaveText('Đã giải trình')
  })

  await test.step('biên bản: hai bên ký', async () => {
    // A form opened before the other's act is known here would be refused: somebody has changed it since.
    await expect(page.getByTestId('inspection-state')).toHaveText('Đã giải trình')
    await page.getByTestId('inspection-writeMinutes').click()
    await field(page, 'Địa điểm').fill('Trụ sở Bộ (MẪU)')
    await field(page, 'Nội dung biên bản').fill('Hai bên đối chiếu từng nhiệm vụ (MẪU).')
    await button(page, 'Lập biên bản').click()
    await expect(page.getByTestId('minutes')).toContainText('chưa ký')
    await isPaper(page.getByTestId('paper').last().getByTestId('paper-docx'), /^Biên bản làm việc dự thảo\.docx$/)
    for (const one of [head, agency]) {
      await one.getByTestId('inspection-signMinutes').click()
      await one.getByRole('dialog').getByRole('button', { name: 'Ký biên bản' }).click()
      await expect(one.getByTestId('inspection-signMinutes')).toHaveCount(0)
    }
    await expect(agency.getByTestId('inspection-state')).toHaveText('Đã làm việc')
    await expect(agency.getByTestId('paper').last()).toContainText('BB-ĐKT')
  })

  await test.step('phát hiện: cơ quan thấy và có ý kiến trước khi kết luận', async () => {
    await page.reload()
    await page.getByTestId('add-finding').click()
    await field(page, 'Sự việc').fill('Báo cáo chưa khớp sản phẩm (MẪU)')
    await field(page, 'Tính chất').fill('Báo cáo không đúng (MẪU)')
    await field(page, 'Chứng cứ').fill('Biên bản làm việc (MẪU)')
    await button(page, 'Ghi phát hiện').click()
    await expect(page.getByTestId('finding')).toContainText('Dự thảo')
    await agency.reload()
    await expect(agency.getByTestId('finding')).toHaveCount(0)
    await page.getByTestId('inspection-sendFindings').click()
    await button(page, 'Gửi phát hiện lấy ý kiến').click()
    await expect(page.getByTestId('inspection-state')).toHaveText('Chờ ý kiến về phát hiện')
    await agency.reload()
    await agency.getByTestId('finding-answer').click()
    await agency.getByRole('dialog').getByLabel('Nhất trí', { exact: true }).check()
    await field(agency, 'Nội dung').fill('Bộ tiếp thu (MẪU).')
    await button(agency, 'Cho ý kiến').click()
    await expect(agency.getByTestId('finding')).toContainText('Cơ quan nhất trí')
  })

  await test.step('kết luận cần nguyên nhân; rồi kiến nghị từ phát hiện', async () => {
    await head.reload()
    await head.getByTestId('inspection-conclude').click()
    await field(head, 'Số kết luận').fill('15/KL-TCT-MẪU')
    await field(head, 'Nội dung kết luận').fill('Còn một thiếu sót (MẪU).')
    await button(head, 'Ký kết luận').click()
    await expect(head.getByRole('alert')).toContainText('chưa có nguyên nhân')
    await head.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click()
    await head.getByTestId('finding-cause').click()
    await head.getByRole('dialog').getByLabel('Nguyên nhân', { exact: true }).click()
    await head.locator('.ant-select-item-option').filter({ hasText: 'Con người' }).click()
    await field(head, 'Nguyên nhân bằng lời').fill('Thiếu người theo dõi (MẪU)')
    await button(head, 'Xác định nguyên nhân').click()
    await head.getByTestId('inspection-conclude').click()
    await field(head, 'Số kết luận').fill('15/KL-TCT-MẪU')
    await field(head, 'Nội dung kết luận').fill('Còn một thiếu sót (MẪU).')
    await button(head, 'Ký kết luận').click()
    await expect(head.getByTestId('inspection-state')).toHaveText('Đã kết luận')
    await expect(head.getByTestId('paper')).toHaveCount(3)
    await isPaper(
      head.getByTestId('paper').last().getByTestId('paper-pdf'),
      /^Thông báo kết luận kiểm tra 15-KL-TCT-MẪU\.pdf$/,
    )
    await picture(head, 'to-cong-tac-kiem-tra')
    await passes(head)

    await page.reload()
    await page.getByTestId('finding-recommend').click()
    await field(page, 'Nội dung kiến nghị').fill('Đề nghị Bộ kiện toàn bộ phận theo dõi (MẪU).')
    await field(page, 'Hạn').fill('31/12/2030')
    await page.keyboard.press('Enter')
    await button(page, 'Lập kiến nghị').click()
    await page.getByTestId('rec-make').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi kiến nghị' }).click()
    await expect(page.getByText('Chờ trả lời')).toBeVisible()
    await agency.goto(new URL(page.url()).pathname)
    await agency.getByTestId('rec-accept').click()
    await field(agency, 'Nội dung').fill('Bộ tiếp thu (MẪU).')
    await button(agency, 'Tiếp thu').click()
    await page.reload()
    await page.getByTestId('rec-issue').click()
    await field(page, 'Văn bản giao').fill('21/TB-MẪU')
    await button(page, 'Giao thành nhiệm vụ').click()
    await expect(page.getByTestId('rec-task')).toBeVisible()
    await expect(page.getByTestId('rec-close')).toHaveCount(0)
    await picture(page, 'to-cong-tac-kien-nghi')
    await passes(page)
  })
  for (const one of [agency, head]) await one.context().close()
})

test('một quyết định kiểm tra hai cơ quan: một văn bản; số đã dùng bị từ chối', async ({ page, browser }) => {
  test.slow()
  await signIn(page, 'theodoi')
  const plan = async (words: string, agency: string) => {
    await page.goto('/to-cong-tac?tab=inspections')
    await page.getByTestId('new-inspection').click()
    await chooseAgency(page, 'Cơ quan được kiểm tra', words, agency)
    await field(page, 'Tên gọi').fill('Kiểm tra liên ngành (MẪU)')
    for (const name of ['Từ ngày', 'Đến ngày']) {
      await field(page, name).fill('31/12/2030')
      await page.keyboard.press('Enter')
    }
    await button(page, 'Lập cuộc kiểm tra').click()
    await expect(page.getByRole('heading', { name: 'Kiểm tra liên ngành (MẪU)' })).toBeVisible()
    return new URL(page.url()).pathname
  }
  const second = await plan('noi vu', 'Bộ Nội vụ')
  const first = await plan('tai chinh', 'Bộ Tài chính')
  const head = await other(browser, 'totruong', first)
  const decide = async (number: string) => {
    await head.getByTestId('inspection-decide').click()
    await field(head, 'Quyết định kiểm tra').fill(number)
    await head.getByTestId('scope-late').first().click()
    await head.getByRole('dialog').getByLabel('Họ và tên').fill('Dương Phúc Mẫu')
    await head.getByRole('dialog').getByLabel('Chức danh, đơn vị').fill('Tổ trưởng')
  }
  await decide('205/QĐ-TCT-MẪU')
  const also = head.getByTestId('decide-also')
  await also.getByRole('combobox').click()
  await head.locator('.ant-select-item-option').filter({ hasText: 'Bộ Nội vụ' }).first().click()
  await also.getByTestId('scope-late').click()
  await button(head, 'Ra quyết định').click()
  await expect(head.getByTestId('inspection-state')).toHaveText('Đã quyết định')
  await expect(head.getByRole('link', { name: /^Bộ Nội vụ: Kiểm tra liên ngành/ })).toBeVisible()
  await passes(head)
  await head.goto(second)
  await expect(head.getByTestId('inspection-state')).toHaveText('Đã quyết định')
  await expect(head.getByTestId('paper')).toContainText('205/QĐ-TCT-MẪU')

  await head.goto(await plan('y te', 'Bộ Y tế'))
  await decide('205 /qđ-tct-mẫu')
  await button(head, 'Ra quyết định').click()
  await expect(
    head.getByRole('dialog').getByText(/đã dùng cho quyết định kiểm tra Bộ Nội vụ, Bộ Tài chính/),
  ).toBeVisible()
})

test('đối thoại: nhập, phân loại và gửi nhiều câu; cơ quan trả lời; đánh giá mở từng dòng', async ({
  page,
  browser,
}) => {
  test.slow()
  await signIn(page, 'theodoi')
  await page.goto('/to-cong-tac?tab=dialogues')
  await page.getByTestId('dialogue').first().getByRole('link').first().click()
  await page.getByTestId('dialogue-ask').click()
  await field(page, 'Câu hỏi').fill('không có dấu gạch\nPhạm Mẫu | Hỏi gì (MẪU)?')
  await button(page, 'Nhập câu hỏi').click()
  await expect(page.getByRole('dialog').getByText(/^Dòng 1: hãy ghi người hỏi/)).toBeVisible()
  await expect(page.getByTestId('asker-kinds')).toContainText('Phạm Mẫu')
  await field(page, 'Câu hỏi').fill(
    'Công ty Mẫu C | Nộp hồ sơ ở đâu (MẪU)?\nHiệp hội Mẫu | Bao giờ sửa quy định (MẪU)?',
  )
  await button(page, 'Nhập câu hỏi').click()
  await expect(page.getByTestId('question')).toHaveCount(6)
  await page.getByRole('button', { name: /^Chọn tất cả/ }).click()
  await page.getByTestId('sort-many').click()
  await chooseAgency(page, 'Cơ quan trả lời', 'tai chinh', 'Bộ Tài chính')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Phân loại, gửi/ })
    .click()
  await expect(page.getByTestId('dialogue-counts')).toContainText('chờ trả lời')
  const late = Number(await page.getByTestId('count-late').locator('strong').textContent())
  await page.getByTestId('count-late').click()
  await expect(page.getByTestId('of-count')).toContainText('quá hạn')
  await expect(page.getByTestId('question')).toHaveCount(late)
  await page.getByTestId('of-count').getByRole('link').click()
  await expect(page.getByTestId('question')).toHaveCount(6)
  await isPaper(page.getByTestId('paper-docx'), /^Tổng hợp kiến nghị .+\.docx$/)
  await picture(page, 'to-cong-tac-doi-thoai')
  await passes(page)

  const agency = await other(browser, 'botaichinh', '/to-cong-tac?tab=questions&questionState=sent')
  const first = agency.getByTestId('question').first()
  await first.getByTestId('question-answer').click()
  await field(agency, 'Nội dung trả lời').fill('Nộp trực tuyến (MẪU).')
  await button(agency, 'Trả lời').click()
  await expect(agency.getByRole('dialog')).toHaveCount(0)
  await agency.goto('/to-cong-tac?tab=assessment')
  await expect(agency.getByTestId('method')).toContainText('trọng số')
  await expect(agency.getByTestId('assessed')).toHaveCount(1)
  await test.step('trên điện thoại mỗi tiêu chí là một cặp, phương pháp gấp lại', async () => {
    const office = agency.viewportSize()!
    await agency.setViewportSize({ width: 390, height: 844 })
    const card = agency.getByTestId('assessed')
    await expect(card.locator('dt')).toHaveCount(6)
    await expect(agency.getByRole('table')).toHaveCount(0)
    await expect(agency.getByTestId('method').getByRole('list')).toBeHidden()
    await agency.setViewportSize(office)
  })
  await agency.getByTestId('assessed').getByRole('button').first().click()
  await expect(agency.getByTestId('part-rows')).toBeVisible()
  await passes(agency)

  await test.step('chốt kết quả: cơ quan xem bản đã chốt, mở từng dòng', async () => {
    const head = await other(browser, 'totruong', '/to-cong-tac?tab=assessment')
    await head.getByTestId('fix-assessment').click()
    await button(head, 'Chốt kết quả').click()
    await expect(head.getByTestId('fixed-known')).toContainText('theo số liệu biết được đến')
    await expect(head.getByTestId('assessed').first()).toBeVisible()
    await picture(head, 'to-cong-tac-danh-gia')
    await passes(head)
    await head.getByRole('link', { name: 'Đánh giá' }).click()
    await head.getByTestId('fix-assessment').click()
    await button(head, 'Chốt kết quả').click()
    await expect(head.getByRole('alert')).toContainText('đã chốt')
    await head.context().close()

    // The agency's page of the assessment is open, and shows the new result by itself.
    await agency.getByTestId('fixed').getByRole('link').click()
    await expect(agency.getByTestId('assessed')).toHaveCount(1)
    await agency.getByTestId('assessed').getByRole('button').first().click()
    await expect(agency.getByTestId('part-rows')).toBeVisible()
    await expect(agency.getByTestId('correct-assessment')).toHaveCount(0)
    await passes(agency)
  })
  await agency.context().close()
})

test('kế hoạch hoạt động: đọc từ tệp, xem lại, thành nhiệm vụ', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto('/to-cong-tac?tab=forces')
  await page.getByTestId('force').first().getByRole('link').click()
  await page.getByTestId('new-plan').click()
  // The plan is of 2023 and the Task Force is not two months old: the same plan, of next year.
  const [now, year] = [await today(page), Number((await today(page)).slice(0, 4)) + 1]
  const text = readFileSync('server/sample/taskforce/ke-hoach-hoat-dong-mau.txt', 'utf8').replaceAll('2023', `${year}`)
  const name = 'ke-hoach-hoat-dong-mau.txt'
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await expect(page.getByTestId('activity')).toHaveCount(8)
  await page.locator('section', { has: page.locator('#plan-lines') }).evaluate((one) => one.scrollIntoView())
  await picture(page, 'to-cong-tac-ke-hoach')
  await passes(page)
  await page.getByLabel('Ngày ban hành').fill(showDay(now))
  await page.keyboard.press('Enter')
  await page.getByLabel('Từ ngày').fill(showDay(now))
  await page.keyboard.press('Enter')
  await page.getByLabel('Đến ngày').fill(`31/12/${year}`)
  await page.keyboard.press('Enter')
  await page.getByTestId('issue-plan').click()
  await expect(page.getByTestId('activity-row')).toHaveCount(8)
})
