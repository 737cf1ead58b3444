import { expect, type Page } from '@playwright/test'
import { accountOf, issueReport, signIn, test } from './steps.ts'

const confirmed = async (page: Page, act: string, name: string) => {
  await page.getByTestId(`report-${act}`).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}
const state = (page: Page) => page.getByTestId('report-state')
/** The acts that the page offers, by name. */
const offered = (page: Page) => page.locator('.signing-acts').getByRole('button')

test('a report is drawn up, sent back with the reason, computed again, and signed by another', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'theodoi')
  await page.goto('/bao-cao?month=2020-06')
  await page.getByTestId('draw-up').click()
  const form = page.getByRole('dialog', { name: 'Lập báo cáo' })
  await form.getByLabel('Trình ký').click()
  await page.getByTitle(new RegExp(`^${accountOf('lanhdao').name}`)).click()
  await form.getByRole('button', { name: 'Lập báo cáo' }).click()
  await expect(page).toHaveURL(/\/bao-cao\/\d+$/)
  const address = page.url()
  await expect(offered(page)).toHaveText(['Sửa dự thảo', 'Trình ký', 'Bỏ dự thảo'])
  const facts = page.getByRole('complementary')
  await expect(facts).toContainText(accountOf('theodoi').name)
  await expect(facts).toContainText('KT. TỔ TRƯỞNG')
  await expect(page.getByText('DỰ THẢO', { exact: true })).toBeVisible()
  await confirmed(page, 'submit', 'Trình ký')
  await expect(state(page)).toHaveText('Đã trình ký')
  await expect(offered(page)).toHaveText(['Rút lại'])

  const context = await browser.newContext({ baseURL: baseURL! })
  const leader = await context.newPage()
  await test.step('the leader finds it on the first page and sends it back', async () => {
    await signIn(leader, 'lanhdao')
    await leader.goto('/')
    const tray = leader.getByTestId('signing-tray')
    await expect(tray.getByRole('heading', { name: /^Chờ tôi ký/ })).toBeVisible()
    await expect(tray.getByRole('link', { name: /Báo cáo tháng 6\/2020/ })).toContainText('trình đích danh')
    await leader.getByTestId('bell').click()
    await expect(
      leader.getByRole('region', { name: /thông báo/i }).getByRole('link', { name: /^Chờ tôi ký/ }),
    ).toBeVisible()
    await leader.keyboard.press('Escape')
    await leader.getByRole('link', { name: /Báo cáo chờ ký/ }).click()
    await expect(leader).toHaveURL(/\/bao-cao\?state=submitted$/)
    await leader.goto(address)
    await expect(offered(leader)).toHaveText(['Rút lại', 'Trả lại, không ký', 'Ký phát hành'])
    await leader.getByTestId('report-sendBack').click()
    const reason = leader.getByRole('dialog', { name: 'Trả lại, không ký' })
    await reason.getByRole('button', { name: 'Trả lại, không ký' }).click()
    await expect(reason.getByText('Cần nhập mục này.')).toBeVisible()
    await reason.getByLabel('Lý do').fill('Ghi địa danh của trụ sở mới (MẪU).')
    await reason.getByRole('button', { name: 'Trả lại, không ký' }).click()
    await expect(state(leader)).toHaveText('Dự thảo')
  })

  await test.step('the officer reads why, changes it and submits again', async () => {
    await page.goto('/bao-cao?state=draft')
    await expect(page.getByTestId('report-draft').filter({ hasText: '06/2020' })).toContainText('Trả lại, không ký')
    await page.goto(address)
    await expect(page.getByRole('alert')).toContainText('Lãnh đạo trả lại: Ghi địa danh của trụ sở mới (MẪU).')
    await page.getByTestId('report-edit').click()
    const edit = page.getByRole('dialog', { name: 'Sửa dự thảo' })
    await edit.getByLabel('Địa danh').fill('Hà Nội mới')
    await edit.getByRole('button', { name: 'Sửa dự thảo' }).click()
    await expect(edit).toBeHidden()
    await confirmed(page, 'submit', 'Trình ký')
    await expect(state(page)).toHaveText('Đã trình ký')
  })

  await test.step('another who may sign reports does not: it was submitted to the leader', async () => {
    const other = await browser.newContext({ baseURL: baseURL! })
    const head = await other.newPage()
    await signIn(head, 'totruong')
    await head.goto(address)
    await expect(state(head)).toHaveText('Đã trình ký')
    await expect(offered(head)).toHaveCount(0)
    await other.close()
  })

  await test.step('the leader signs what the officer submitted: a version seen before is refused', async () => {
    await expect(state(leader)).toHaveText('Dự thảo')
    await leader.reload()
    await page.getByTestId('report-withdraw').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Rút lại', exact: true }).click()
    await expect(state(page)).toHaveText('Dự thảo')
    await confirmed(page, 'submit', 'Trình ký')
    await expect(state(page)).toHaveText('Đã trình ký')
    await confirmed(leader, 'sign', 'Ký phát hành')
    await expect(leader.getByText(/đã thay đổi|đã sửa|thay đổi trước/i).first()).toBeVisible()
    await expect(state(leader)).toHaveText('Đã trình ký')
    await confirmed(leader, 'sign', 'Ký phát hành')
    await expect(state(leader)).toHaveText('Đã phát hành', { timeout: 60_000 })
    await expect(leader.getByRole('heading', { level: 1 })).toHaveText(/^Báo cáo \d+\/BC-TCT, tháng 06\/2020$/)
  })
  await leader.goto('/')
  await expect(leader.getByRole('heading', { name: 'Hôm nay cần bạn' })).toBeVisible()
  await expect(leader.getByRole('link', { name: /Báo cáo tháng 6\/2020/ })).toHaveCount(0)
  await context.close()
  await page.reload()
  await expect(offered(page)).toHaveCount(0)
  await expect(facts).toContainText(`${accountOf('lanhdao').name}`)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(state(page)).toHaveText('Issued')
  await expect(facts).toContainText('Signed by')
})

test('an administrator sees the office’s work and has no door to do it', async ({ page, watched }) => {
  const id = await issueReport({ month: '2020-05', number: `QT-${Date.now()}` })
  await signIn(page, 'quantri')
  for (const [path, title] of [
    [`/bao-cao/${id}`, /^Báo cáo/],
    ['/bao-cao?month=2021-02', 'Báo cáo tháng'],
    ['/theo-doi', 'Cần xử lý'],
    ['/van-ban', 'Văn bản'],
    ['/don-doc', 'Đôn đốc'],
    ['/don-doc?tab=letters', 'Đôn đốc'],
    ['/nhiem-vu?standing=awaitingConfirmation', 'Nhiệm vụ'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: title }), path).toBeVisible()
    await expect(page.locator('.ant-skeleton')).toHaveCount(0)
    await expect(
      page.getByRole('main').getByRole('button', {
        name: /^(Lập báo cáo|Trình ký|Ký phát hành|Xác nhận hoàn thành|Nhắc ngay|Lập công văn|Chọn tệp)/,
      }),
      path,
    ).toHaveCount(0)
  }
  await page.goto('/nhiem-vu')
  await page.getByTestId('tasks').getByRole('link').first().click()
  await expect(page.getByRole('article')).toBeVisible()
  await expect(page.locator('.acts').getByRole('button')).toHaveCount(0)
  expect(watched.refused).toEqual([])
})
