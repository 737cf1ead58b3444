import { type Browser, expect, type Page } from '@playwright/test'
import { picture } from './pictures.ts'
import { chooseAct, showDay, signIn, test, today } from './steps.ts'

/** A page of another person, in a browser of their own. */
async function pageOf(browser: Browser, person: Parameters<typeof signIn>[1]): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, person)
  return page
}
const OURS = { origin: process.env.E2E_URL! }

interface Task {
  id: number
  version: number
  title: string
  dueOn: string
  firstDueOn: string
}

/** A task entered by hand over the API; returns its address. */
async function entered(page: Page, lead: string, title: string, dueOn: string): Promise<number> {
  const found = await (await page.request.get(`/api/agencies/resolve?name=${encodeURIComponent(lead)}`)).json()
  const { id: agencyId } = (found as { agency: { id: number } }).agency
  const now = await today(page)
  const deadline = {
    kind: 'date',
    text: showDay(dueOn),
    dueOn,
    strict: false,
    recurs: null,
    milestone: false,
    rule: null,
  }
  const order = {
    form: 'meeting',
    givenBy: 'Phó Thủ tướng (MẪU)',
    givenOn: now,
    about: 'Kết luận họp (MẪU)',
    tasks: [
      {
        groupTitle: null,
        title,
        content: title,
        product: null,
        implements: [],
        parties: [{ role: 'lead', name: lead, accountable: true, agencyId }],
        deadlines: [{ ...deadline, inherited: false, span: null, confidence: 1 }],
        targets: [],
      },
    ],
  }
  const made = await page.request.post('/api/outside-orders', {
    data: { order: JSON.stringify(order) },
    headers: { ...OURS, 'idempotency-key': crypto.randomUUID() },
  })
  expect(made.status(), await made.text()).toBe(201)
  return ((await made.json()) as { taskIds: number[] }).taskIds[0]!
}

const taskOf = async (page: Page, id: number) => (await (await page.request.get(`/api/tasks/${id}`)).json()) as Task

/** A day of a year to come, in March, in which no holiday falls. */
async function march(page: Page, day: number): Promise<string> {
  return `${Number((await today(page)).slice(0, 4)) + 2}-03-${String(day).padStart(2, '0')}`
}

test('đính chính: tên, cơ quan và hạn ghi nhầm được sửa có căn cứ; hai cơ quan thấy cũ và mới', async ({
  page,
  browser,
}) => {
  test.slow()
  await signIn(page, 'theodoi')
  const [wrong, right] = [await march(page, 9), await march(page, 23)]
  const title = `Rà soát hồ sơ số ${Date.now() % 100_000} (MẪU)`
  const id = await entered(page, 'Bộ Y tế', title, wrong)

  await test.step('không có căn cứ thì chưa gửi được; cơ quan khác thì báo trước điều gì sẽ kết thúc', async () => {
    await page.goto(`/nhiem-vu/${id}`)
    await chooseAct(page, 'Đính chính nội dung')
    const form = page.getByRole('dialog', { name: 'Đính chính nội dung' })
    await form.getByLabel('Tên nhiệm vụ').fill(`${title} theo văn bản`)
    await form.getByLabel('Cơ quan trong danh mục').click()
    await page.keyboard.type('Bộ Tài chính')
    await page.getByTitle('Bộ Tài chính', { exact: true }).click()
    await form.getByLabel('Tên như trong văn bản').fill('Bộ Tài chính')
    await expect(form).toContainText('phải tiếp nhận nhiệm vụ')
    await form.getByLabel('Thời hạn như trong văn bản').fill(`trước ngày ${showDay(right)}`)
    await form.getByLabel('Ngày cuối cùng').fill(showDay(right))
    await page.keyboard.press('Tab')
    await form.getByLabel('Lý do').fill('Nhập nhầm so với văn bản (MẪU)')
    await form.getByRole('button', { name: 'Ghi đính chính' }).click()
    await expect(form.locator('.ant-form-item-explain-error').first()).toBeVisible()
    await form.getByLabel('Số, ký hiệu văn bản').fill('77/VPCP-MẪU')
    await form.getByLabel('Ngày văn bản').fill(showDay(await today(page)))
    await page.keyboard.press('Tab')
    await form.getByRole('button', { name: 'Ghi đính chính' }).click()
    await expect(form).toBeHidden()
  })

  await test.step('trang nhiệm vụ ghi cũ và mới, lý do và căn cứ', async () => {
    const amended = page.getByTestId('amendments')
    await expect(amended).toContainText('Nhập nhầm so với văn bản (MẪU)')
    await expect(amended).toContainText('77/VPCP-MẪU')
    await expect(amended.locator('del').filter({ hasText: 'Bộ Y tế' })).toBeVisible()
    await expect(amended.locator('ins').filter({ hasText: 'Bộ Tài chính' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('theo văn bản')
    await expect(page.getByRole('article')).toContainText(`Hạn: ${showDay(right)}`)
    await expect(page.getByTestId('state')).toHaveText('Mới giao')
    await amended.evaluate((panel) => panel.scrollIntoView({ block: 'end' }))
    await picture(page, 'dinh-chinh')
    expect(await taskOf(page, id)).toMatchObject({ dueOn: right, firstDueOn: right })
  })

  await test.step('cơ quan ghi nhầm và cơ quan đúng đều thấy; cơ quan đúng tiếp nhận', async () => {
    for (const person of ['boyte', 'botaichinh'] as const) {
      const other = await pageOf(browser, person)
      await other.goto(`/nhiem-vu/${id}`)
      await expect(other.getByTestId('amendments')).toContainText('77/VPCP-MẪU')
      if (person === 'botaichinh') {
        await expect(other.getByTestId('acts').getByRole('button', { name: 'Tiếp nhận' })).toBeVisible()
      } else {
        await expect(other.getByTestId('acts')).toHaveCount(0)
      }
      await other.context().close()
    }
  })
})

test('giao nhiệm vụ bằng tay theo chỉ đạo miệng, có căn cứ', async ({ page }) => {
  await signIn(page, 'theodoi')
  const due = await march(page, 16)
  await page.goto('/nhiem-vu')
  await page.getByTestId('add-by-hand').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Giao nhiệm vụ bằng tay')
  const title = `Báo cáo phương án số ${Date.now() % 100_000} (MẪU)`

  await test.step('thiếu căn cứ, thiếu cơ quan chủ trì: từng chỗ được chỉ ra', async () => {
    await page.getByTestId('record-order').click()
    await expect(page.locator('.ant-form-item-explain-error').first()).toBeVisible()
    await page.getByLabel('Qua điện thoại').check()
    await page.getByLabel('Người chỉ đạo').fill('Phó Thủ tướng (MẪU)')
    await page.getByLabel('Nội dung chỉ đạo').fill('Chỉ đạo qua điện thoại về phương án (MẪU)')
    await page.getByLabel('Tên nhiệm vụ').fill(title)
    await page.getByLabel('Nội dung', { exact: true }).fill('Báo cáo phương án, trình Thủ tướng Chính phủ (MẪU)')
    await page.getByLabel('Thời hạn như trong văn bản').fill(`trước ngày ${showDay(due)}`)
    await page.getByLabel('Ngày cuối cùng').fill(showDay(due))
    await page.keyboard.press('Tab')
    await page.getByTestId('record-order').click()
    await expect(page.getByRole('alert').filter({ hasText: 'Chưa có đơn vị chủ trì' }).first()).toBeVisible()
  })

  await test.step('chọn cơ quan, gửi kèm tệp, giao', async () => {
    await page.getByLabel('Cơ quan trong danh mục').click()
    await page.keyboard.type('Bộ Tài chính')
    await page.getByTitle('Bộ Tài chính', { exact: true }).click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'bien-ban-mau.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\nMẪU\n%%EOF\n'),
    })
    await page.getByTestId('record-order').click()
    await expect(page.getByRole('region', { name: 'Căn cứ' })).toContainText('Qua điện thoại')
    await expect(page.getByRole('region', { name: 'Căn cứ' })).toContainText('bien-ban-mau.pdf')
  })

  await test.step('nhiệm vụ có trong danh sách và dẫn về căn cứ', async () => {
    await page.getByRole('link', { name: title }).click()
    await expect(page.getByRole('article')).toContainText('Chỉ đạo qua điện thoại ngày')
    await expect(page.getByRole('article')).toContainText(`Hạn: ${showDay(due)}`)
    await page.getByRole('link', { name: 'Xem căn cứ' }).click()
    await expect(page.getByRole('region', { name: 'Căn cứ' })).toContainText('Phó Thủ tướng (MẪU)')
    await page.goto(`/nhiem-vu?search=${encodeURIComponent(title)}`)
    await expect(page.getByTestId('total')).toHaveText('1 nhiệm vụ')
  })
})

test('đôn đốc và yêu cầu báo cáo từ trang nhiệm vụ; đề nghị đứng trên cùng, mẫu quyết định nhắc lại', async ({
  page,
  browser,
}) => {
  test.slow()
  await signIn(page, 'theodoi')
  const [due, later] = [await march(page, 9), await march(page, 23)]
  const title = `Hoàn thiện báo cáo số ${Date.now() % 100_000} (MẪU)`
  const id = await entered(page, 'Bộ Tài chính', title, due)
  const ministry = await pageOf(browser, 'botaichinh')
  const received = await ministry.request.post(`/api/tasks/${id}/receive`, {
    data: {},
    headers: { ...OURS, 'if-match': '"1"' },
  })
  expect(received.status()).toBe(200)

  await test.step('đôn đốc: dự thảo công văn có đúng nhiệm vụ này', async () => {
    await page.goto(`/nhiem-vu/${id}`)
    await chooseAct(page, 'Đôn đốc')
    const result = page.getByRole('dialog', { name: 'Kết quả lập công văn' })
    await expect(result.getByTestId('bulk-done')).toContainText('1 dự thảo công văn')
    await result.getByRole('link', { name: 'Bộ Tài chính' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Công văn gửi Bộ Tài chính')
    const sheet = page.frameLocator('iframe[title="Bản xem trước của công văn"]')
    await expect(sheet.getByText(title)).toBeVisible()
  })

  await test.step('yêu cầu báo cáo: cơ quan thấy ở việc của mình cho tới khi báo cáo', async () => {
    await page.goto(`/nhiem-vu/${id}`)
    await chooseAct(page, 'Yêu cầu báo cáo')
    const form = page.getByRole('dialog', { name: 'Yêu cầu báo cáo' })
    await form.getByLabel('Báo cáo trước hết ngày').fill(showDay(due))
    await page.keyboard.press('Tab')
    await form.getByLabel(/^Nội dung cần báo cáo/).fill('Nêu rõ vướng mắc (MẪU)')
    await form.getByRole('button', { name: 'Gửi yêu cầu' }).click()
    await expect(form).toBeHidden()
    await expect(page.getByTestId('report-call')).toContainText(showDay(due))
    await ministry.goto('/viec-cua-toi?group=calledFor')
    const row = ministry.getByTestId('group-calledFor').getByRole('listitem').filter({ hasText: title })
    await expect(row).toContainText('Nêu rõ vướng mắc (MẪU)')
    await row.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
    const report = ministry.getByRole('dialog', { name: 'Báo cáo tiến độ' })
    await report.getByLabel('Tiến độ').fill('30')
    await report.getByLabel('Kết quả thực hiện').fill('Đang lấy ý kiến (MẪU)')
    await report.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await expect(report).toBeHidden()
    await expect(row).toHaveCount(0)
  })

  await test.step('đề nghị đứng trên cùng với ngày và lý do; mẫu quyết định nhắc lại và đòi văn bản khi chấp thuận', async () => {
    const { version } = await taskOf(ministry, id)
    const requested = await ministry.request.post(`/api/tasks/${id}/requests/extension`, {
      data: { newDueOn: later, reason: 'Chờ ý kiến các địa phương (MẪU)' },
      headers: { ...OURS, 'if-match': `"${version}"` },
    })
    expect(requested.status(), await requested.text()).toBe(200)
    await page.goto(`/nhiem-vu/${id}`)
    const pending = page.getByTestId('pending')
    await expect(pending).toContainText(`từ ${showDay(due)} đến ${showDay(later)}`)
    await expect(pending).toContainText('Chờ ý kiến các địa phương (MẪU)')
    await expect(page.getByTestId('acts').getByRole('button').first()).toHaveText('Xử lý đề nghị')
    await page.getByTestId('act-decide').click()
    const form = page.getByRole('dialog', { name: 'Xử lý đề nghị' })
    await expect(form).toContainText('Chờ ý kiến các địa phương (MẪU)')
    await form.getByLabel('Không chấp thuận').check()
    await expect(form.getByLabel(/^Văn bản chấp thuận/)).toHaveCount(0)
    await form.getByLabel('Chấp thuận', { exact: true }).check()
    await form.getByRole('button', { name: 'Ghi quyết định' }).click()
    await expect(form.locator('.ant-form-item-explain-error')).toBeVisible()
    await form.getByLabel(/^Văn bản chấp thuận/).fill('9100/VPCP-MẪU')
    await form.getByRole('button', { name: 'Ghi quyết định' }).click()
    await expect(form).toBeHidden()
    await expect(pending).toHaveCount(0)
    await expect(page.getByRole('article')).toContainText(`Hạn: ${showDay(later)}`)
  })
  await ministry.context().close()
})
