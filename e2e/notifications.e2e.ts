import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'
import { picture } from './pictures.ts'
import { showDay, signIn, test, today } from './steps.ts'

/** Opens a page for a person, in a browser of its own: another device. */
async function device(browser: Browser, person: Parameters<typeof signIn>[1], path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, person)
  await page.goto(path)
  return page
}

/** A change authenticated by cookie must come from our own pages. */
const OURS = { origin: process.env.E2E_URL! }

const bell = (page: Page) => page.getByTestId('bell')
/** The number that the bell says, 0 if it says none. */
const unread = async (page: Page) => Number(/\d+/.exec((await bell(page).getAttribute('aria-label')) ?? '')?.[0] ?? 0)

async function ask<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path)
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
  return answer.json()
}

/** A working day after both: no holiday falls in the first half of March, solar or lunar. */
function mondayAfter(...days: string[]): string {
  const last = Temporal.PlainDate.from(days.toSorted().at(-1)!)
  const march = Temporal.PlainDate.from({ year: last.year + 2, month: 3, day: 1 })
  return march.add({ days: (8 - march.dayOfWeek) % 7 }).toString()
}

interface Task {
  id: number
  code: string
  dueOn: string
  may: string[]
}

/** A task of the user's agency for which a later day can be requested. */
async function taskToExtend(page: Page): Promise<Task> {
  const { agencyId } = await ask<{ agencyId: number }>(page, '/api/me')
  const list = `/api/tasks?agencyId=${agencyId}&standing=open&deadlineKind=date&sort=dueOn&limit=50`
  for (const { id } of (await ask<{ rows: { id: number }[] }>(page, list)).rows) {
    const task = await ask<Task>(page, `/api/tasks/${id}`)
    if (task.may.includes('requestExtension')) return task
  }
  throw new Error('no task allows a request')
}

test('đề nghị gia hạn: chuông của người theo dõi báo ngay; quyết định tới hai máy của người đề nghị, đọc một máy thì cả hai hết', async ({
  page,
  browser,
}) => {
  test.slow()
  await signIn(page, 'botaichinh')
  const { id, code, dueOn } = await taskToExtend(page)
  const now = await today(page)
  const follow = await device(browser, 'theodoi', '/thong-bao')
  await expect(bell(follow)).toBeVisible()
  // What earlier stories told them is read: what is counted here comes live.
  for (const one of [follow, page]) await one.request.post('/api/notifications/read', { data: {}, headers: OURS })
  await expect.poll(() => unread(follow)).toBe(0)

  await test.step('cơ quan gửi đề nghị; trang đang mở của người theo dõi báo trong hai giây', async () => {
    await page.goto(`/nhiem-vu/${id}?act=requestExtension`)
    const form = page.getByRole('dialog', { name: 'Đề nghị gia hạn' })
    await form.getByLabel('Hạn mới').fill(showDay(mondayAfter(now, dueOn)))
    await page.keyboard.press('Tab')
    await form.getByLabel('Lý do').fill('Chờ ý kiến các địa phương (MẪU)')
    await form.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await expect(form).toBeHidden()
    await expect.poll(() => unread(follow), { timeout: 3_000 }).toBe(1)
    await expect(follow.getByTestId('told-line').first()).toContainText('Đề nghị gia hạn')
    await expect(follow.getByTestId('told-line').first()).toContainText('Chờ ý kiến các địa phương (MẪU)')
  })

  const phone = await device(browser, 'botaichinh', '/thong-bao')
  await test.step('người theo dõi mở từ chuông, quyết định; chuông của họ hết số', async () => {
    await bell(follow).click()
    await follow.locator('.bell-list').getByRole('link', { name: code }).first().click()
    await expect(follow).toHaveURL(new RegExp(`/nhiem-vu/${id}`))
    await expect.poll(() => unread(follow)).toBe(0)
    await follow.getByRole('region', { name: 'Đề nghị' }).getByRole('button', { name: 'Xử lý đề nghị' }).click()
    const form = follow.getByRole('dialog', { name: 'Xử lý đề nghị' })
    await form.getByLabel('Không chấp thuận', { exact: true }).check()
    await form.getByLabel('Lý do').fill('Giữ hạn theo nghị quyết (MẪU)')
    await form.getByRole('button', { name: 'Ghi quyết định' }).click()
    await expect(form).toBeHidden()
  })

  await test.step('hai máy của người đề nghị cùng báo; đọc ở máy này thì máy kia hết', async () => {
    await expect.poll(() => unread(page)).toBe(1)
    await expect.poll(() => unread(phone)).toBe(1)
    const line = phone.getByTestId('told-line').first()
    await expect(line).toContainText('Từ chối đề nghị')
    await expect(line).toContainText('Giữ hạn theo nghị quyết (MẪU)')
    await picture(phone, 'thong-bao')
    await line.getByRole('link', { name: code }).first().click()
    await expect.poll(() => unread(phone)).toBe(0)
    await expect.poll(() => unread(page), { timeout: 3_000 }).toBe(0)
  })

  await test.step('chọn cách nhận: việc được giao không tắt được chuông', async () => {
    await page.request.put('/api/notifications/preferences/report', {
      data: { bell: true, digest: true, mail: false },
      headers: OURS,
    })
    await page.goto('/tai-khoan#notifications')
    const part = page.getByRole('region', { name: 'Thông báo' })
    await expect(part.getByRole('checkbox', { name: 'Giao việc: Chuông' })).toBeDisabled()
    await part.evaluate((section) => section.scrollIntoView())
    await picture(page, 'chon-cach-nhan-thong-bao')
    const box = part.getByRole('checkbox', { name: 'Báo cáo tiến độ: Thư gửi ngay' })
    await box.check()
    await expect(page.getByText('Đã lưu.')).toBeVisible()
    await page.reload()
    await expect(box).toBeChecked()
    await box.uncheck()
    const { violations } = await new AxeBuilder({ page }).include('#notifications').analyze()
    expect(violations).toEqual([])
    await page.goto('/thong-bao')
    await expect(page.getByTestId('told-line').first()).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
})
