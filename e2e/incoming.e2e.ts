import path from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { picture } from './pictures.ts'
import { accountOf, signIn, test } from './steps.ts'

const NUMBER = '4321/BYT-KHTC'
/** A letter of the Ministry of Health with this number, as PDF with its text. */
const LETTER = path.join(import.meta.dirname, 'cong-van-mau.pdf')

/** A clerk of the Ministry of Finance, added by the administrator, who takes the invitation. */
async function clerk(browser: Browser, name: string): Promise<Page> {
  const email = `van.thu.${crypto.randomUUID()}@vidu.vn`
  const password = 'Sen hồ Tây nở muộn 2026'
  const page = await (await browser.newContext()).newPage()
  const headers = { authorization: `Bearer ${accountOf('quantri').token}` }
  const found = await page.request.get('/api/agencies/resolve?name=Bộ Tài chính', { headers })
  const { agency } = (await found.json()) as { agency: { id: number } }
  const added = await page.request.post('/api/people', {
    headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    data: { fullName: name, email, post: { agencyId: agency.id, role: 'clerk', title: 'Văn thư', from: '2026-01-01' } },
  })
  const { invitation } = (await added.json()) as { invitation: { link: string } }
  const code = /[#=]([^#=]+)$/.exec(invitation.link)![1]!
  for (const [route, data] of [
    ['/api/invitation/accept', { code, password }],
    ['/api/auth/sign-in/email', { email, password }],
  ] as const) {
    const answer = await page.request.post(route, { data })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  // The tour of the first day would lie over the page.
  const seen = await page.request.put('/api/me/tour', {
    data: { version: 1 },
    headers: { origin: process.env.E2E_URL! },
  })
  expect(seen.ok(), await seen.text()).toBe(true)
  return page
}
const send = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact: true }).click()
  await page.keyboard.type(words)
  await page.locator('.ant-select-item-option:visible').filter({ hasText: words }).first().click()
}

test('văn bản đến: tiếp nhận, kiểm tra, vào sổ, trình, giao, xử lý, xong, có trong sổ', async ({ page, browser }) => {
  const [desk, second] = await Promise.all([clerk(browser, 'Đỗ Tiếp Nhận Mẫu'), clerk(browser, 'Mai Vào Sổ Mẫu')])
  const leaderName = accountOf('lanhdaobtc').name
  const officerName = accountOf('botaichinh').name

  await test.step('văn thư tải tệp lên, máy đọc và đề xuất', async () => {
    await desk.goto('/van-ban-den')
    await desk.getByTestId('incoming-file').setInputFiles(LETTER)
    const row = desk.getByTestId('incoming-upload')
    await expect(row).toContainText(NUMBER, { timeout: 60_000 })
    await row.getByRole('link', { name: 'Mở văn bản' }).click()
    await expect(desk.getByRole('img', { name: 'Trang 1', exact: true })).toBeVisible()
    await expect(desk.getByTestId('verdicts')).toContainText('Không có chữ ký số')
  })
  const address = new URL(desk.url()).pathname

  await test.step('hai văn thư cùng vào sổ: người sau được báo ai đã làm', async () => {
    await second.goto(`${address}?act=register`)
    await expect(second.getByRole('dialog').getByLabel('Số, ký hiệu')).toHaveValue(NUMBER)
    await desk.getByTestId('incoming-register').click()
    await expect(desk.getByRole('dialog').getByLabel('Nơi gửi')).toHaveValue('Bộ Y tế')
    await send(desk, 'Vào sổ')
    await expect(desk.getByText('Hãy xác nhận, hoặc trả lại nơi gửi.')).toHaveCount(2)
    for (const one of [desk, second]) {
      await one.getByRole('checkbox', { name: /^Văn bản xác thực/ }).check()
      await one.getByRole('checkbox', { name: 'Văn bản gửi đúng cơ quan' }).check()
    }
    await picture(desk, 'van-ban-den-vao-so')
    await send(desk, 'Vào sổ')
    await expect(desk.getByTestId('incoming-number')).toHaveText(/^Số đến \d+$/)
    // The page of the second one may have heard of it already: then there is nothing left to send.
    const late = second.getByRole('dialog').getByRole('button', { name: 'Vào sổ', exact: true })
    if (await late.isVisible()) {
      await late.click()
      await expect(second.getByRole('alert').filter({ hasText: 'Đỗ Tiếp Nhận Mẫu' })).toBeVisible()
    }
    await second.goto(address)
    await expect(second.getByTestId('incoming-number')).toHaveText(/^Số đến \d+$/)
    await expect(second.getByTestId('incoming-register')).toHaveCount(0)
  })
  const number = (await desk.getByTestId('incoming-number').innerText()).replace('Số đến ', '')

  await test.step('trình; lãnh đạo được báo, giao chuyên viên', async () => {
    await desk.getByTestId('incoming-present').click()
    await choose(desk, 'Trình', leaderName)
    await send(desk, 'Trình lãnh đạo')
    await expect(desk.getByTestId('incoming-state').first()).toHaveText('Đã trình')
    const leader = await (await browser.newContext()).newPage()
    await signIn(leader, 'lanhdaobtc')
    await leader.goto('/van-ban-den?list=toAssign')
    await leader.getByTestId('incoming-row').filter({ hasText: NUMBER }).getByRole('link').first().click()
    await leader.getByTestId('incoming-assign').click()
    await choose(leader, 'Đơn vị hoặc cá nhân', officerName)
    await leader.getByRole('dialog').getByLabel('Bút phê').fill('Nghiên cứu, báo cáo tôi (MẪU).')
    await send(leader, 'Giao xử lý')
    await expect(leader.getByTestId('handling')).toContainText(officerName)
    await expect(leader.getByTestId('incoming-state').first()).toHaveText('Đã giao')
    await leader.context().close()
  })

  await test.step('người được giao thấy ở thông báo và ở văn bản của tôi; xử lý xong', async () => {
    await signIn(page, 'botaichinh')
    await page.goto('/van-ban-den/cua-toi')
    await page.getByTestId('handling-row').filter({ hasText: NUMBER }).getByRole('link').first().click()
    await expect(page).toHaveURL(new RegExp(`${address}$`))
    await page.getByTestId('part-start').click()
    await expect(page.getByTestId('handling')).toContainText('Đang xử lý')
    await expect(page.getByRole('img', { name: 'Trang 1', exact: true })).toBeVisible()
    await picture(page, 'van-ban-den-xu-ly')
    await page.getByTestId('part-finish').click()
    await page.getByRole('dialog').getByLabel('Kết quả xử lý').fill('Đã tổng hợp vào phương án bổ sung (MẪU).')
    await send(page, 'Ghi kết quả')
    await expect(page.getByTestId('incoming-state').first()).toHaveText('Đã xong')
  })

  await test.step('sổ có văn bản; số liệu mở đúng văn bản; tải được sổ', async () => {
    await desk.goto('/van-ban-den/so')
    await expect(desk.getByTestId('book-row').filter({ hasText: NUMBER })).toContainText(number)
    const [book] = await Promise.all([desk.waitForEvent('download'), desk.getByTestId('book-xlsx').click()])
    expect(await book.failure()).toBeNull()
    await desk.goto('/van-ban-den/so-lieu')
    await expect(desk.getByTestId('unit-figures').first()).toBeVisible()
    await desk.getByTestId('step-figures').first().getByRole('link').click()
    await expect(desk.getByTestId('incoming-row').filter({ hasText: NUMBER })).toBeVisible()
  })
  await desk.context().close()
  await second.context().close()
})
