import { expect, type Page } from '@playwright/test'
import { picture } from './pictures.ts'
import { startServer } from './server.ts'
import { showDay, signIn, test, today } from './steps.ts'

const ask = async <T>(page: Page, path: string): Promise<T> => (await (await page.request.get(path)).json()) as T
const heading = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

/** The first Monday of March two years after a day: a working day after every day of the sample. */
function mondayAhead(day: string): string {
  const march = Temporal.PlainDate.from({ year: Number(day.slice(0, 4)) + 2, month: 3, day: 1 })
  return march.add({ days: (8 - march.dayOfWeek) % 7 }).toString()
}

/** A task of the user's agency that allows this act, the one due last. */
async function taskAllowing(page: Page, act: string): Promise<string> {
  const { agencyId } = await ask<{ agencyId: number }>(page, '/api/me')
  const list = `/api/tasks?agencyId=${agencyId}&standing=open&deadlineKind=date&sort=dueOn&limit=50`
  for (const { id } of (await ask<{ rows: { id: number }[] }>(page, list)).rows.reverse()) {
    const { may } = await ask<{ may: string[] }>(page, `/api/tasks/${id}`)
    if (may.includes(act)) return `/nhiem-vu/${id}`
  }
  throw new Error(`no task allows ${act}`)
}

/** A task of which the agency has given sub-tasks to its units. */
async function dividedTask(page: Page): Promise<string> {
  const { groups } = await ask<{ groups: { name: string; rows: { taskId: number }[] }[] }>(page, '/api/desk')
  return `/nhiem-vu/${groups.find(({ name }) => name === 'units')!.rows[0]!.taskId}`
}

test('pictures of the guide for agencies, and of the decision on a request', async ({ page, browser }) => {
  await signIn(page, 'botaichinh')
  await test.step('what waits for the agency', async () => {
    await page.goto('/viec-cua-toi')
    await expect(page.getByTestId('group-toReceive')).toBeVisible()
    await picture(page, 'viec-cua-toi')
  })

  const divided = await dividedTask(page)
  await test.step('a sub-task for a unit', async () => {
    await page.goto(`${divided}?act=split`)
    const form = page.getByRole('dialog', { name: 'Giao việc cho đơn vị' })
    await form.getByLabel('Đơn vị thực hiện').click()
    await page.getByTitle('Cục Thuế', { exact: true }).click()
    await form.getByLabel('Tên việc').fill('Tổng hợp số liệu của các địa phương')
    await form.getByLabel('Nội dung, yêu cầu').fill('Tổng hợp, phân tích theo từng địa phương; gửi kèm bảng số liệu.')
    await picture(page, 'giao-viec-don-vi')
  })

  await test.step('sub-tasks, evidence and contributions of a task', async () => {
    await page.goto(divided)
    const subtasks = page.getByRole('region', { name: 'Việc giao đơn vị trực thuộc' })
    await expect(subtasks.getByTestId('subtask').first()).toBeVisible()
    await subtasks.evaluate((region) => region.scrollIntoView({ block: 'start' }))
    await page.mouse.wheel(0, -70)
    await picture(page, 'viec-don-vi-minh-chung')
  })

  await test.step('an extension is requested', async () => {
    const task = await taskAllowing(page, 'requestExtension')
    const { dueOn } = await ask<{ dueOn: string }>(page, task.replace('/nhiem-vu/', '/api/tasks/'))
    const now = await today(page)
    await page.goto(`${task}?act=requestExtension`)
    const form = page.getByRole('dialog', { name: 'Đề nghị gia hạn' })
    await form.getByLabel('Hạn mới').fill(showDay(mondayAhead(dueOn > now ? dueOn : now)))
    await page.keyboard.press('Tab')
    await form.getByLabel('Lý do').fill('Cần thêm thời gian lấy ý kiến các địa phương (MẪU).')
    await form.getByLabel(/^Văn bản đề nghị/).fill('2208/BTC-MẪU')
    await picture(page, 'de-nghi-gia-han')
    await form.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await expect(form).toBeHidden()
  })

  await test.step('a deputy, a received letter, a calendar, an API client', async () => {
    await page.goto('/tai-khoan')
    await page.getByRole('button', { name: 'Giao làm thay' }).click()
    const form = page.getByRole('dialog', { name: 'Ủy quyền hoặc giao làm thay' })
    await form.getByLabel('Làm thay khi vắng mặt').check()
    await form.getByLabel(/^Lý do/).fill('Đi công tác')
    await picture(page, 'giao-lam-thay')
    await page.goto('/tai-khoan')
    const calendar = page.getByRole('heading', { name: 'Lịch thời hạn' })
    await calendar.evaluate((words) => words.scrollIntoView({ block: 'center' }))
    await picture(page, 'lich-thoi-han')
    await page.goto('/don-doc')
    await page.getByTestId('letters').getByRole('link', { name: 'Bộ Tài chính' }).first().click()
    const sheet = page.frameLocator('iframe[title="Bản xem trước của công văn"]')
    await expect(sheet.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBeVisible()
    await picture(page, 'cong-van-nhan-duoc')
    await page.goto('/ket-noi')
    await page.getByRole('button', { name: 'Thêm ứng dụng' }).click()
    await page.getByRole('dialog').getByLabel('Tên ứng dụng').fill('Phần mềm quản lý văn bản')
    await picture(page, 'ket-noi')
  })

  const context = await browser.newContext()
  const follow = await context.newPage()
  await test.step('the follow-up queue holds the request until it is decided', async () => {
    await signIn(follow, 'theodoi')
    await follow.goto('/theo-doi')
    const requests = follow.getByTestId('group-toDecide').getByRole('listitem').filter({ hasText: 'Đề nghị gia hạn' })
    await expect(requests.first()).toContainText('lấy ý kiến các địa phương (MẪU)')
    const before = await requests.count()
    await picture(follow, 'can-xu-ly')
    await requests
      .filter({ hasText: 'lấy ý kiến các địa phương (MẪU)' })
      .first()
      .getByRole('button', { name: 'Xử lý đề nghị' })
      .click()
    const form = follow.getByRole('dialog', { name: 'Xử lý đề nghị' })
    await form.getByLabel('Không chấp thuận').check()
    await form.getByLabel('Lý do').fill('Giữ hạn đã giao; lấy ý kiến song song với hoàn thiện dự thảo (MẪU).')
    await picture(follow, 'xu-ly-de-nghi')
    await form.getByRole('button', { name: 'Ghi quyết định' }).click()
    await expect(form).toBeHidden()
    await expect(requests).toHaveCount(before - 1)
  })
  await context.close()
})

test('pictures of the guide for follow-up officers', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto('/nhiem-vu?standing=openOverdue')
  const boxes = page.getByTestId('tasks').getByRole('checkbox')
  for (const place of [1, 2, 3]) await boxes.nth(place).check()
  await expect(page.getByTestId('chosen')).toHaveText('3 nhiệm vụ được chọn')
  await expect(page.getByRole('region', { name: /được chọn$/ }).getByRole('button')).not.toHaveCount(1)
  await picture(page, 'nhieu-nhiem-vu')

  await page.goto('/don-doc')
  await page.getByTestId('choose-worst').click()
  await expect(page.getByTestId('agencies').getByRole('checkbox', { checked: true })).not.toHaveCount(0)
  await picture(page, 'don-doc-hom-nay')
  for (const [tab, name] of [
    ['rules', 'don-doc-quy-tac'],
    ['effect', 'don-doc-hieu-qua'],
  ]) {
    await page.goto(`/don-doc?tab=${tab}`)
    await expect(page.getByTestId(tab!).first()).toBeVisible()
    await picture(page, name!)
  }
  await page.goto('/don-doc?tab=letters&state=submitted')
  await page.getByTestId('letters').getByRole('link').first().click()
  const sheet = page.frameLocator('iframe[title="Bản xem trước của công văn"]')
  await expect(sheet.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBeVisible()
  await picture(page, 'cong-van-don-doc')
})

test('pictures of the guide for administrators', async ({ page, browser }) => {
  await signIn(page, 'quantri')
  await page.goto('/nguoi-dung')
  await expect(page.getByRole('link', { name: 'Bùi Lan Mẫu' })).toBeVisible()
  await picture(page, 'nguoi-dung')
  await page.goto('/nguoi-dung?act=add')
  await page.getByRole('dialog').getByLabel('Họ và tên').fill('Lý Phương Mẫu')
  await page.getByRole('dialog').getByLabel('Thư điện tử').fill('lyphuong@mau.example')
  await picture(page, 'them-nguoi-dung')
  for (const [path, title, name] of [
    ['/vai-tro', 'Vai trò và quyền', 'vai-tro'],
    ['/co-quan?on=2025-03-01&from=2025-02-28', 'Cơ quan', 'co-quan-qua-thoi-gian'],
    ['/lich-lam-viec?year=2026', 'Lịch làm việc năm 2026', 'lich-lam-viec'],
    ['/van-ban/do-chinh-xac', 'Độ chính xác của máy đọc', 'do-chinh-xac'],
    ['/thu', 'Thư gửi đi', 'thu-gui-di'],
    ['/tai-khoan', 'Tài khoản của tôi', 'tai-khoan'],
  ]) {
    await page.goto(path!)
    await heading(page, title!)
    await page.waitForLoadState('networkidle')
    await picture(page, name!)
  }
  await page.goto('/ket-noi?tab=webhooks')
  await page.getByTestId('webhook-add').click()
  await page.getByRole('dialog').getByLabel('Tên').fill('Phần mềm quản lý văn bản')
  await page.getByRole('dialog').getByLabel('Địa chỉ nhận').fill('https://tich-hop.bo.example/dieu-hanh')
  await picture(page, 'webhook')
  await page.goto('/nhat-ky?subjectKind=letter')
  await page.getByRole('button', { name: 'Kiểm tra tính toàn vẹn' }).click()
  const drawer = page.getByRole('dialog', { name: 'Kiểm tra tính toàn vẹn' })
  await drawer.getByRole('button', { name: 'Kiểm tra tính toàn vẹn' }).click()
  await expect(drawer.getByText(/^Nhật ký nguyên vẹn/)).toBeVisible({ timeout: 60_000 })
  await picture(page, 'nhat-ky')

  await test.step('a system no one can sign in to yet', async () => {
    const empty = await startServer({ SAMPLE: 'none' })
    try {
      const context = await browser.newContext({ baseURL: empty.url })
      const first = await context.newPage()
      await first.goto('/thiet-lap-ban-dau')
      await heading(first, 'Thiết lập ban đầu')
      await expect(first.getByLabel('Mã dùng một lần')).toBeVisible()
      await picture(first, 'quan-tri-vien-dau-tien')
      await context.close()
    } finally {
      await empty.stop()
    }
  })
})
