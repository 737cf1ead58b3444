import { expect } from '@playwright/test'
import { signIn, test, today } from './steps.ts'

const MINISTRIES = 22
const NUMBER = `77${process.env.TRY ?? ''}/CT-MẪU`
const GIVEN_TO_MANY = `THỦ TƯỚNG CHÍNH PHỦ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: ${NUMBER}
Hà Nội, ngày 28 tháng 02 năm 2021

CHỈ THỊ
Về rà soát văn bản quy phạm pháp luật (MẪU)

II. NHIỆM VỤ
1. Các bộ, cơ quan ngang bộ rà soát văn bản quy phạm pháp luật thuộc lĩnh vực quản lý, báo cáo Thủ tướng Chính phủ trước ngày 30 tháng 6 năm 2021.
2. Các cơ quan liên quan công khai kết quả rà soát trên cổng thông tin điện tử trước ngày 31 tháng 8 năm 2021.
`

test('collective lead: given to each ministry of the day, undone, given again, confirmed, and counted once or each', async ({
  page,
}) => {
  await signIn(page, 'theodoi')
  await page.goto('/van-ban')
  await page.getByRole('button', { name: 'Dán văn bản' }).click()
  const paste = page.getByRole('dialog', { name: 'Dán văn bản' })
  await paste.getByLabel('Nội dung văn bản').fill(GIVEN_TO_MANY)
  await paste.getByRole('button', { name: 'Đọc văn bản' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(NUMBER)
  await expect(page.getByTestId('directive-state')).toHaveAttribute('data-state', 'review')
  const cards = page.getByTestId('draft')
  const first = cards.filter({ hasText: 'II.1' }).first()
  await expect(first).toContainText('gọi chung 22 cơ quan')
  const panel = page.getByRole('dialog').filter({ visible: true }).last()

  await test.step('the members of that day, and what will be made', async () => {
    await first.getByTestId('distribute').click()
    await expect(panel.getByTestId('members')).toHaveText(
      `Cơ quan vào ngày 28/02/2021: chọn ${MINISTRIES}/${MINISTRIES}`,
    )
    const rows = panel.getByTestId('preview').locator('tbody tr')
    await expect(rows).toHaveCount(MINISTRIES)
    await expect(rows.first()).toContainText('II.1.1')
    await expect(rows.first()).toContainText('30/06/2021')
  })

  await test.step('leaving one out asks why', async () => {
    await panel.getByRole('checkbox', { name: 'Ủy ban Dân tộc' }).uncheck()
    await expect(panel.getByTestId('preview').locator('tbody tr')).toHaveCount(MINISTRIES - 1)
    await expect(panel.getByTestId('do-distribute')).toBeDisabled()
    await panel.getByLabel('Lý do bỏ bớt hoặc thêm cơ quan').fill('Đã có văn bản riêng (MẪU)')
    await panel.getByTestId('do-distribute').click()
    await expect(panel).toBeHidden()
    const note = page.getByTestId('distribution')
    await expect(note).toContainText(`đã chia thành ${MINISTRIES - 1} nhiệm vụ`)
    await expect(note).toContainText('không giao: Ủy ban Dân tộc · lý do: Đã có văn bản riêng (MẪU)')
    await expect(page.getByTestId('found')).toContainText(`${MINISTRIES} nhiệm vụ`)
  })

  await test.step('undone, it is the one draft again', async () => {
    await page.getByTestId('undo-distribution').click()
    await panel.getByRole('button', { name: 'Hoàn tác việc chia' }).click()
    await expect(page.getByTestId('distribution')).toHaveCount(0)
    await expect(page.getByTestId('found')).toContainText('2 nhiệm vụ')
  })

  await test.step('a phrase that says nobody is chosen by hand', async () => {
    const second = cards.filter({ hasText: 'II.2' }).first()
    await second.getByTestId('distribute').click()
    await expect(panel.getByTestId('says-nobody')).toContainText('không nói rõ là những cơ quan nào')
    await expect(panel.getByTestId('do-distribute')).toBeDisabled()
    await panel.getByRole('button', { name: 'Thôi' }).click()
    await second.getByRole('button', { name: /^Bỏ:/ }).click()
    await expect(page.getByTestId('found')).toContainText('1 nhiệm vụ')
  })

  await test.step('given to all, confirmed', async () => {
    await first.getByTestId('distribute').click()
    await expect(panel.getByTestId('preview').locator('tbody tr')).toHaveCount(MINISTRIES)
    await panel.getByTestId('do-distribute').click()
    await expect(page.getByTestId('found')).toContainText(`${MINISTRIES} nhiệm vụ`)
    await page.getByTestId('confirm').click()
    await panel.getByRole('button', { name: `Tạo ${MINISTRIES} nhiệm vụ` }).click()
    await expect(page.getByTestId('total')).toContainText(`${MINISTRIES} nhiệm vụ`)
  })

  await test.step('the list counts each, or the work once; the task says whom it was given with', async () => {
    await expect(page.getByTestId('together').first()).toHaveText(`giao chung ${MINISTRIES} cơ quan`)
    await page.goto(`${page.url()}&counting=once`)
    await expect(page.getByTestId('total')).toContainText('1 nhiệm vụ')
    await page.getByTestId('tasks').getByRole('link').first().click()
    await expect(page.getByTestId('given-together')).toContainText(
      `Giao chung cho “Các bộ, cơ quan ngang bộ” (${MINISTRIES} cơ quan, theo ngày 28/02/2021)`,
    )
    await page.getByRole('link', { name: `Xem cả ${MINISTRIES} nhiệm vụ` }).click()
    await expect(page.getByTestId('total')).toContainText(`${MINISTRIES} nhiệm vụ`)
  })

  await test.step('the overview and the report say which, and their figures open what they count', async () => {
    await page.goto('/tong-quan?from=2021-02-28')
    const note = page.getByTestId('together-note')
    await expect(note).toContainText('được tính thành')
    await note.getByText('Tính một lần').click()
    await expect(note).toContainText('được tính mỗi nhiệm vụ một lần')
    const figure = page.getByRole('link', { name: /nhiệm vụ đã giao, mở danh sách/ })
    const shown = (await figure.innerText()).trim()
    await figure.click()
    await expect(page.getByTestId('total')).toContainText(`${shown} nhiệm vụ`)
    await page.goto(`/bao-cao?month=${(await today(page)).slice(0, 7)}&counting=once`)
    await expect(page.getByTestId('footnote')).toContainText('được tính mỗi nhiệm vụ một lần, theo cơ quan chậm nhất')
  })
})
