import { expect, type Page } from '@playwright/test'
import { picture } from './pictures.ts'
import { signIn, test } from './steps.ts'

const confirmed = async (page: Page, act: string, name: string) => {
  await page.getByTestId(`report-${act}`).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}
const paper = (page: Page) => page.getByTestId('written-paper')

/** Sentences whose figures no room offers yet are taken out, as a writer does; where all are offered, none is. */
async function removeMissing(page: Page): Promise<void> {
  for (const key of ['programme', 'reform', 'taskForce']) {
    if ((await page.getByTestId(`section-${key}`).getByTestId('missing-figure').count()) === 0) continue
    await page.getByTestId(`edit-${key}`).click()
    const form = page.getByRole('dialog', { name: 'Sửa lời văn' })
    await form.getByLabel('Lời văn').fill('Nội dung này báo cáo riêng (MẪU).')
    await form.getByRole('button', { name: 'Sửa lời văn' }).click()
    await expect(form).toBeHidden()
  }
}

test('the report of February 2021 is drawn up in one click, written, issued, and corrected', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  await signIn(page, 'theodoi')
  await page.goto('/bao-cao/tat-ca')
  await page.getByTestId('write-report').first().click()
  const order = page.getByRole('dialog', { name: 'Lập báo cáo' })
  await order.getByLabel('Kỳ báo cáo').fill('2021-02')
  await order.getByRole('button', { name: 'Lập báo cáo' }).click()
  await expect(page).toHaveURL(/\/bao-cao\/\d+$/)
  const address = page.url()

  await test.step('it holds the figures of the published report, and each opens its rows', async () => {
    const tasks = page.getByTestId('section-tasks')
    await expect(tasks).toContainText('giao 692 nhiệm vụ')
    await expect(tasks).toContainText(
      'giao 10.527 nhiệm vụ. Trong đó, có 6.954 nhiệm vụ đã hoàn thành (đúng hạn: 6.185, quá hạn: 769); 3.230 nhiệm vụ trong hạn; 343 nhiệm vụ quá hạn chưa hoàn thành (chiếm 3,2%, tăng 0,1 điểm phần trăm so với tháng trước)',
    )
    await picture(page, 'bao-cao-loi-van')
    await tasks.getByRole('link', { name: '343', exact: true }).click()
    await expect(page).toHaveURL(/\/nhiem-vu\?.*standing=openOverdue/)
    await expect(page.getByText('343 nhiệm vụ').first()).toBeVisible()
    await page.goto(address)
  })

  await test.step('a wrong figure is refused with its place; a chosen one is put in', async () => {
    await page.getByTestId('edit-closing').click()
    const form = page.getByRole('dialog', { name: 'Sửa lời văn' })
    await form.getByLabel('Lời văn').fill('Còn {{tasks.opn}} việc./.')
    await form.getByRole('button', { name: 'Sửa lời văn' }).click()
    await expect(form.getByText(/Dòng 1, cột 5: .*Có phải “tasks.open”\?/).first()).toBeVisible()
    await form.getByLabel('Lời văn').fill('Còn {{tasks.open}} nhiệm vụ chưa xong (MẪU)./.')
    await form.getByRole('button', { name: 'Sửa lời văn' }).click()
    await expect(page.getByTestId('section-closing')).toContainText('Còn 3.573 nhiệm vụ chưa xong')
  })

  await test.step('a person decides on each recommendation; then it is submitted and signed', async () => {
    await removeMissing(page)
    await expect(page.getByTestId('open-points')).toContainText('kiến nghị chưa chọn lấy hay bỏ')
    const suggested = page.getByTestId('recommendation-suggested')
    await suggested.first().evaluate((sentence) => sentence.scrollIntoView({ block: 'center' }))
    await picture(page, 'bao-cao-kien-nghi')
    await suggested.first().getByTestId('take').click()
    await expect(page.getByTestId('recommendation-taken')).toHaveCount(1)
    for (let left = await suggested.count(); left > 0; left -= 1) {
      await suggested.first().getByTestId('leave').click()
      await expect(suggested).toHaveCount(left - 1)
    }
    await confirmed(page, 'submit', 'Trình ký')
    await expect(page.getByTestId('report-state')).toHaveText('Đã trình ký')
    const context = await browser.newContext({ baseURL: baseURL! })
    const leader = await context.newPage()
    await signIn(leader, 'lanhdao')
    await leader.goto(address)
    await expect(paper(leader)).toContainText('10.527')
    await confirmed(leader, 'sign', 'Ký phát hành')
    await expect(leader.getByTestId('report-state')).toHaveText('Đã phát hành')
    await context.close()
  })

  await test.step('a correction is a new version that names the one before', async () => {
    await page.reload()
    await expect(page.getByTestId('report-state')).toHaveText('Đã phát hành')
    await picture(page, 'bao-cao-da-phat-hanh')
    await page.getByTestId('correct-report').click()
    const form = page.getByRole('dialog', { name: 'Đính chính' })
    await form.getByLabel('Lý do').fill('Rà soát lại số liệu (MẪU).')
    await form.getByRole('button', { name: 'Đính chính' }).click()
    await expect(page).not.toHaveURL(address)
    await expect(paper(page)).toContainText('Bản đính chính lần 1')
    await expect(paper(page)).toContainText('Rà soát lại số liệu (MẪU).')
    await picture(page, 'bao-cao-dinh-chinh')
    await page.goto(address)
    await expect(page.getByText('Đang lập bản đính chính, chưa phát hành')).toBeVisible()
  })
})

test('the 21 targets of a plan: required, measured, by whom; a claim and a proof read differently, and each opens its task', async ({
  page,
}) => {
  await signIn(page, 'theodoi')
  await page.goto('/bao-cao/chi-tieu')
  await page.getByRole('combobox', { name: 'Văn bản' }).fill('12/QĐ-MẪU')
  await page.locator('.ant-select-item-option', { hasText: '12/QĐ-MẪU' }).first().click()
  await expect(page.getByTestId('scoreboard-counts')).toContainText(
    '21 chỉ tiêu: 9 đạt, 7 chưa đạt, 5 chưa có số đo; 2 đã xác nhận',
  )
  await expect(page.getByTestId('goal')).toHaveCount(21)
  const row = (measure: string) => page.getByTestId('goal').filter({ hasText: measure })
  await expect(row('đơn giản hóa quy định')).toContainText(
    /10–15%.*12,4%.*Đạt.*Nhiệm vụ đã được xác nhận \(1 tài liệu của nhiệm vụ\)/,
  )
  await expect(row('Tỷ lệ triển khai')).toContainText(
    /30%.*24%.*Chưa đạt: thiếu 6%.*Cơ quan báo, nhiệm vụ chưa có minh chứng/,
  )
  await expect(row('tương đương thuộc bộ xử lý')).toContainText(
    /100%.*96,5%.*thiếu 3,5%.*Nhiệm vụ có minh chứng, chưa xác nhận/,
  )
  await picture(page, 'chi-tieu')
  await row('Tỷ lệ triển khai').getByRole('link').click()
  await expect(page).toHaveURL(/\/nhiem-vu\/\d+/)
  await expect(page.getByText('12/QĐ-MẪU').first()).toBeVisible()
})

test('a template is drafted, tried on a past period and put in use; printed figures that cannot be derived are shown as such', async ({
  page,
}) => {
  await signIn(page, 'quantri')
  await page.goto('/bao-cao/mau')
  await page.getByRole('button', { name: 'Báo cáo quý' }).click()
  await page.getByTestId('draft-template').click()
  await expect(page.getByTestId('use-template')).toBeDisabled()
  await page.getByTestId('edit-template-tasks').click()
  const form = page.getByRole('dialog', { name: 'Sửa lời văn' })
  await form.getByLabel('Lời văn').fill('Trong {{ky}} giao {{tasks.assigned}} nhiệm vụ (MẪU).')
  await form.getByRole('button', { name: 'Sửa lời văn' }).click()
  await expect(form.getByText(/Không có trường “ky”/).first()).toBeVisible()
  await form.getByLabel('Lời văn').fill('Trong {{period}} giao {{tasks.assigned; from=period}} nhiệm vụ (MẪU).')
  await form.getByRole('button', { name: 'Sửa lời văn' }).click()
  await expect(form).toBeHidden()
  await page.getByLabel('Thử trên kỳ').fill('2020-Q4')
  await page.getByTestId('try-template').click()
  await expect(page.getByTestId('tried-paper')).toContainText('Trong quý IV năm 2020 giao')
  await picture(page, 'mau-bao-cao')
  await page.getByTestId('use-template').click()
  await expect(page.getByTestId('draft-template')).toBeVisible()

  await page.goto('/bao-cao/da-cong-bo')
  await expect(page.getByTestId('not-reproducible')).toHaveText('Không tính lại được')
  await page.goto('/bao-cao/lich')
  await expect(page.getByTestId('regime')).toHaveCount(3)
})
