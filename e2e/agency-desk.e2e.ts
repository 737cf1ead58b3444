import { type Browser, expect, type Page } from '@playwright/test'
import { act, chooseAct, showDay, signIn, test, today } from './steps.ts'

/** Opens a page for a second person, in a separate browser. */
async function pageOf(browser: Browser, person: Parameters<typeof signIn>[1]): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, person)
  return page
}

/** A change authenticated by cookie must come from our own pages. */
const OURS = { origin: process.env.E2E_URL! }
const WORDS = 'Tổng hợp hồ sơ đã số hóa (MẪU)'

/** The days of the story, always in the future: ISO. */
function daysFrom(now: string) {
  const year = Number(now.slice(0, 4)) + 1
  // No holiday falls in the first half of March, solar or lunar.
  const march = new Date(Date.UTC(year + 1, 2, 1))
  const saturday = new Date(march.getTime() + ((6 - march.getUTCDay() + 7) % 7) * 86_400_000)
  const monday = new Date(saturday.getTime() + 2 * 86_400_000)
  const iso = (day: Date) => day.toISOString().slice(0, 10)
  return { due: `${year}-12-31`, subtask: `${year}-12-15`, saturday: iso(saturday), monday: iso(monday) }
}

function textOf(now: string, due: string): string {
  const [year, month, day] = now.split('-')
  const [dueYear, dueMonth, dueDay] = due.split('-')
  return `THỦ TƯỚNG CHÍNH PHỦ

Số: ${Date.now() % 100_000}/QĐ-MẪU
Hà Nội, ngày ${day} tháng ${month} năm ${year}

QUYẾT ĐỊNH
Về việc giao nhiệm vụ mẫu

1. Bộ Tài chính chủ trì, phối hợp với Bộ Xây dựng rà soát, trình Thủ tướng Chính phủ phương án số hóa hồ sơ thuế, bảo đảm tỷ lệ hồ sơ được số hóa đạt ít nhất 80%, hoàn thành trước ngày ${dueDay} tháng ${dueMonth} năm ${dueYear}.
`
}

/** A task of the ministry with a target, imported and confirmed by the follow-up officer. Returns its address. */
async function giveTask(page: Page, text: string): Promise<string> {
  const headers = { ...OURS, 'idempotency-key': crypto.randomUUID() }
  const pasted = await page.request.post('/api/directives/paste', {
    data: { text, name: 'agency-desk' },
    headers,
  })
  expect(pasted.status(), await pasted.text()).toBe(201)
  const { id } = (await pasted.json()) as { id: number }
  const read = async () => (await page.request.get(`/api/directives/${id}`)).json()
  await expect.poll(async () => ((await read()) as { state: string }).state, { timeout: 60_000 }).toBe('review')
  const { version } = (await read()) as { version: number }
  const confirmed = await page.request.post(`/api/directives/${id}/confirm`, {
    data: {},
    headers: { ...OURS, 'if-match': `"${version}"` },
  })
  expect(confirmed.status(), await confirmed.text()).toBe(200)
  const { taskIds } = (await confirmed.json()) as { taskIds: number[] }
  return `/nhiem-vu/${taskIds[0]}`
}

test('một cán bộ bộ tiếp nhận, giao đơn vị, báo cáo, xin gia hạn và được chấp thuận', async ({ page, browser }) => {
  test.slow()
  const follow = await pageOf(browser, 'theodoi')
  const now = await today(follow)
  const days = daysFrom(now)
  const address = await giveTask(follow, textOf(now, days.due))
  await signIn(page, 'botaichinh')
  await page.goto(address)
  const state = page.getByTestId('state')

  await test.step('tiếp nhận và giao việc cho đơn vị trực thuộc', async () => {
    await act(page, 'Tiếp nhận', 'Tiếp nhận')
    await expect(state).toHaveText('Đã tiếp nhận')
    await page.getByRole('article').getByRole('button', { name: 'Giao việc cho đơn vị' }).first().click()
    const form = page.getByRole('dialog', { name: 'Giao việc cho đơn vị' })
    await form.getByLabel('Đơn vị thực hiện').click()
    await page.getByTitle('Cục Thuế', { exact: true }).click()
    await form.getByLabel('Tên việc').fill(WORDS)
    await form.getByLabel('Nội dung, yêu cầu').fill('Tổng hợp hồ sơ đã số hóa theo địa phương (MẪU).')
    await form.getByLabel('Hạn hoàn thành').fill(showDay(days.subtask))
    await page.keyboard.press('Tab')
    await form.getByRole('button', { name: 'Giao việc', exact: true }).click()
    await expect(form).toBeHidden()
    await expect(page.getByTestId('subtask')).toContainText('Cục Thuế')
  })

  await test.step('đơn vị báo cáo phần việc của mình và không làm gì khác được', async () => {
    const unit = await pageOf(browser, 'cucthue')
    await unit.goto(address)
    await expect(unit.getByTestId('subtask')).toContainText(WORDS)
    await expect(unit.getByTestId('act-report')).toHaveCount(0)
    await unit.getByTestId('subtask-finish').click()
    const form = unit.getByRole('dialog', { name: 'Báo đã làm xong' })
    await form.getByLabel('Kết quả thực hiện').fill('Đã tổng hợp đủ 34 địa phương (MẪU).')
    await form.getByRole('button', { name: 'Báo xong' }).click()
    await expect(form).toBeHidden()
    await expect(unit.getByTestId('subtask')).toContainText('Xong, chờ nghiệm thu')
    await unit.context().close()
  })

  await test.step('báo cáo tiến độ với giá trị đo và minh chứng; tệp sai loại bị từ chối tại chỗ', async () => {
    await page.reload()
    await chooseAct(page, 'Báo cáo tiến độ')
    const form = page.getByRole('dialog', { name: 'Báo cáo tiến độ' })
    await form.getByLabel('Tiến độ').fill('40')
    await form.getByLabel('Kết quả thực hiện').fill('Đã số hóa một phần hồ sơ (MẪU).')
    await form.getByLabel(/^Kiến nghị/).fill('Cho dùng số liệu tạm tính (MẪU).')
    await form.locator('fieldset').first().getByRole('textbox').first().fill('45,5')
    const files = form.getByTestId('evidence-file')
    await files.setInputFiles({ name: 'chay.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ chương trình') })
    await expect(form.getByTestId('upload')).toContainText('PDF, DOCX, XLSX, PNG hoặc JPEG')
    await files.setInputFiles({
      name: 'ket-qua.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\nMẪU\n%%EOF\n'),
    })
    await expect(form.getByRole('checkbox', { name: 'ket-qua.pdf' })).toBeChecked()
    await form.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await expect(form).toBeHidden()
    const article = page.getByRole('article')
    await expect(article).toContainText('Tiến độ: 40%')
    await expect(article).toContainText('45,5%')
    await expect(page.getByRole('region', { name: 'Báo cáo tiến độ' })).toContainText('ket-qua.pdf')
    await expect(page.getByRole('region', { name: 'Báo cáo tiến độ' })).toContainText('Cho dùng số liệu tạm tính')
  })

  await test.step('xin gia hạn: ngày nghỉ bị từ chối tại ô, ngày làm việc được nhận', async () => {
    await chooseAct(page, 'Đề nghị gia hạn')
    const form = page.getByRole('dialog', { name: 'Đề nghị gia hạn' })
    await expect(form).toContainText('Văn phòng Chính phủ quyết định')
    const day = form.getByLabel('Hạn mới')
    await day.fill(showDay(days.saturday))
    await page.keyboard.press('Tab')
    await form.getByLabel('Lý do').fill('Chờ số liệu cả năm (MẪU).')
    await form.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await expect(form.locator('.ant-form-item-explain-error')).toContainText(showDay(days.monday))
    await day.fill(showDay(days.monday))
    await page.keyboard.press('Tab')
    await form.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await expect(form).toBeHidden()
    await expect(page.getByRole('region', { name: 'Đề nghị' })).toContainText('thời hạn vẫn tính')
  })

  await test.step('chuyên viên theo dõi chấp thuận; cán bộ thấy hạn mới', async () => {
    await follow.goto(address)
    await follow.getByRole('region', { name: 'Đề nghị' }).getByRole('button', { name: 'Xử lý đề nghị' }).click()
    const form = follow.getByRole('dialog', { name: 'Xử lý đề nghị' })
    await form.getByLabel('Chấp thuận', { exact: true }).check()
    await form.getByLabel(/^Văn bản chấp thuận/).fill('9100/VPCP-MẪU')
    await form.getByRole('button', { name: 'Ghi quyết định' }).click()
    await expect(form).toBeHidden()
    await page.reload()
    await expect(page.getByRole('article')).toContainText(`Hạn: ${showDay(days.monday)}`)
    await expect(page.getByTestId('subtask')).toContainText(
      `hạn nhiệm vụ đã đổi từ ${showDay(days.due)} sang ${showDay(days.monday)}`,
    )
  })

  await test.step('người của cơ quan khác không thấy gì: trang, danh sách, tìm kiếm, tệp xuất', async () => {
    const stranger = await pageOf(browser, 'quangninh')
    await stranger.goto(address)
    await expect(stranger.getByRole('heading', { name: 'Không tìm thấy' })).toBeVisible()
    const id = Number(address.split('/').at(-1))
    // By words of the task and by its code, which no other task has.
    const { code } = (await (await page.request.get(address.replace('/nhiem-vu/', '/api/tasks/'))).json()) as {
      code: string
    }
    for (const query of ['limit=500', 'search=số hóa hồ sơ thuế&limit=500', `search=${code}&limit=500`]) {
      const list = (await (await stranger.request.get(`/api/tasks?${query}`)).json()) as { rows: { id: number }[] }
      expect(
        list.rows.some((row) => row.id === id),
        query,
      ).toBe(false)
    }
    const { total } = (await (await stranger.request.get(`/api/tasks?search=${code}&count=true`)).json()) as {
      total: number
    }
    expect(total).toBe(0)
    const api = address.replace('/nhiem-vu/', '/api/tasks/')
    for (const path of ['', '/history', '/evidence/1/file']) {
      expect((await stranger.request.get(api + path)).status(), path).toBe(404)
    }
    expect((await stranger.request.get('/api/tasks/export.xlsx?search=số hóa hồ sơ thuế')).status()).toBe(200)
    await stranger.context().close()
  })
  await test.step('người thứ hai sửa cùng nhiệm vụ được biết ai đã sửa gì', async () => {
    await follow.reload()
    await chooseAct(follow, 'Hủy nhiệm vụ')
    const form = follow.getByRole('dialog', { name: 'Hủy nhiệm vụ' })
    await form.getByLabel('Lý do').fill('Nhầm (MẪU).')
    const { version } = (await (await page.request.get(address.replace('/nhiem-vu/', '/api/tasks/'))).json()) as {
      version: number
    }
    const report = await page.request.post(`${address.replace('/nhiem-vu/', '/api/tasks/')}/progress`, {
      data: { percent: 55, body: 'Làm thêm (MẪU)' },
      headers: { ...OURS, 'if-match': `"${version}"` },
    })
    expect(report.status(), await report.text()).toBe(200)
    await form.getByRole('button', { name: 'Hủy nhiệm vụ' }).click()
    const alert = form.getByRole('alert')
    await expect(alert).toContainText('Thay đổi từ khi bạn mở')
    await expect(alert).toContainText('Báo cáo tiến độ')
    await expect(alert).toContainText('40 → 55')
    // The typed text is kept and applied to the current version; the story leaves no task behind.
    await alert.getByRole('button', { name: 'Lấy bản mới, giữ nội dung tôi nhập' }).click()
    await expect(form.getByLabel('Lý do')).toHaveValue('Nhầm (MẪU).')
    await form.getByRole('button', { name: 'Hủy nhiệm vụ' }).click()
    await expect(form).toBeHidden()
    await expect(follow.getByTestId('subtask')).toContainText('Đã hủy')
  })

  await follow.context().close()
})
