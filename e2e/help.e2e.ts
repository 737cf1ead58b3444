import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { accountOf, leave, signIn, test } from './steps.ts'

const PHONE = { width: 390, height: 844 }
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page, or inside the dialog that lies over it. */
async function violations(page: Page, within?: string) {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  const axe = new AxeBuilder({ page }).withTags(TAGS).setLegacyMode()
  if (within) axe.include(within)
  return (await axe.analyze()).violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
}

/** A person who has never signed in: added by the administrator, with a password set by the invitation. */
async function newcomer(page: Page): Promise<{ email: string; password: string }> {
  const email = `nguoi.moi.${Date.now()}@mau.example`
  const password = 'Hoa sen nở giữa đầm 2026'
  const call = async <T>(path: string, data: object, headers: Record<string, string> = {}): Promise<T> => {
    const answer = await page.request.fetch(path, { method: 'POST', data, headers })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json() as Promise<T>
  }
  const admin = { authorization: `Bearer ${accountOf('quantri').token}` }
  const office = await page.request.get('/api/agencies/resolve?name=Văn phòng Chính phủ', { headers: admin })
  const { agency } = (await office.json()) as { agency: { id: number } }
  const { invitation } = await call<{ invitation: { link: string } }>(
    '/api/people',
    {
      fullName: 'Trịnh Sương Mẫu',
      email,
      post: { agencyId: agency.id, role: 'followUp', title: 'Chuyên viên', from: await dayOf(page, admin) },
    },
    admin,
  )
  await call('/api/invitation/accept', { code: invitation.link.split('#')[1], password })
  return { email, password }
}

async function dayOf(page: Page, headers: Record<string, string>): Promise<string> {
  return ((await (await page.request.get('/api/me', { headers })).json()) as { today: string }).today
}

async function enter(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/dang-nhap')
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tổng quan' })).toBeVisible()
}

const panel = (page: Page, title: string) => page.getByRole('dialog', { name: title, exact: true })
const anyStep = (page: Page) => page.locator('.ant-tour')

test('the tour is shown at the first sign-in, skipped, and not again on any device', async ({ page, browser }) => {
  const person = await newcomer(page)
  await enter(page, person)
  await expect(panel(page, 'Tổng quan')).toBeVisible()
  await expect(panel(page, 'Tổng quan')).toContainText('Bước 1 trên 6')
  const next = page.getByRole('button', { name: 'Tiếp', exact: true })
  await expect(next).toBeFocused()
  expect(await violations(page, '.ant-tour')).toEqual([])

  // By keyboard: on and back, and the focus stays in the panel.
  await page.keyboard.press('Enter')
  await expect(panel(page, 'Cần xử lý')).toBeVisible()
  await expect(next).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(panel(page, 'Tổng quan')).toBeVisible()
  for (let tab = 0; tab < 5; tab++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.ant-tour') !== null)).toBe(true)
  }
  // One-letter keys do nothing under it.
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Phím tắt' })).toHaveCount(0)
  const marked = page.waitForResponse((answer) => answer.url().endsWith('/api/me/tour') && answer.ok())
  await page.getByRole('button', { name: 'Bỏ qua' }).click()
  await expect(anyStep(page)).toHaveCount(0)
  await marked

  const other = await browser.newContext({ viewport: PHONE })
  const phone = await other.newPage()
  const asked = phone.waitForResponse((answer) => answer.url().endsWith('/api/me/tour'))
  await enter(phone, person)
  expect(await (await asked).json()).toEqual({ version: 1 })
  await phone.waitForTimeout(600)
  await expect(anyStep(phone)).toHaveCount(0)

  // Again from the help, on the phone, in English, to its end.
  await phone.evaluate(() => localStorage.setItem('dieuhanh.language', 'en'))
  await phone.reload()
  await phone.getByRole('button', { name: 'More', exact: true }).click()
  await phone.getByRole('button', { name: 'Help' }).click()
  await phone.getByRole('button', { name: 'Show me around' }).click()
  for (const title of ['Overview', 'To handle', 'Directives', 'Urging', 'Search', 'Help']) {
    const shown = panel(phone, title)
    await expect(shown).toBeVisible()
    await expect(shown).toBeInViewport({ ratio: 1 })
    await phone.getByRole('button', { name: title === 'Help' ? 'Done' : 'Next', exact: true }).click()
  }
  await expect(anyStep(phone)).toHaveCount(0)
  await other.close()
})

test('the tour waits while the page shows an error, leaves for one, ends with Escape and is not printed', async ({
  page,
  watched,
}) => {
  const person = await newcomer(page)
  const fail = (route: { fulfill: (answer: object) => Promise<void> }) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"server.error","title":"x"}' })
  await page.route('**/api/statistics/trend*', fail)
  await page.route('**/api/statistics?*', fail)
  await page.request.post('/api/auth/sign-in/email', { data: person })
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/api/me/tour'))
  await page.goto('/tong-quan')
  await asked
  await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 20_000 })
  await page.waitForTimeout(1000)
  await expect(anyStep(page)).toHaveCount(0)

  // The errors of this page are meant.
  expect(watched.errors.every((error) => error.includes('status of 500'))).toBe(true)
  watched.errors.length = 0

  await page.unrouteAll()
  await page.goto('/nhiem-vu')
  await expect(panel(page, 'Tổng quan')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(panel(page, 'Tổng quan')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  const marked = page.waitForResponse((answer) => answer.url().endsWith('/api/me/tour') && answer.ok())
  await page.keyboard.press('Escape')
  await expect(anyStep(page)).toHaveCount(0)
  await marked
})

test('help explains three pages within one’s rights, and leads to the guide', async ({ page, context, watched }) => {
  await signIn(page, 'boyte')
  const drawer = (name: string) => page.getByRole('dialog', { name })
  const open = () => page.getByRole('button', { name: 'Trợ giúp', exact: true }).click()
  await page.goto('/viec-cua-toi')
  await open()
  await expect(drawer('Trợ giúp: Việc của tôi')).toContainText('Xuất phiếu')
  expect(await violations(page, '[role=dialog]')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(drawer('Trợ giúp: Việc của tôi')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Trợ giúp', exact: true })).toBeFocused()

  await page.goto('/van-ban')
  await open()
  await expect(drawer('Trợ giúp: Văn bản')).toContainText('Tìm theo số')
  await expect(drawer('Trợ giúp: Văn bản')).not.toContainText('Thả tệp')
  // The open page would ask once more as nobody.
  await page.goto('about:blank')
  await leave(page)
  await signIn(page, 'theodoi')
  await page.goto('/van-ban')
  await open()
  await expect(drawer('Trợ giúp: Văn bản')).toContainText('Thả tệp')

  await page.goto('/theo-doi')
  await open()
  await expect(drawer('Trợ giúp: Cần xử lý')).toContainText('Chưa cập nhật')
  await drawer('Trợ giúp: Cần xử lý').getByRole('button', { name: 'Xem, bật hoặc tắt phím tắt' }).click()
  await expect(drawer('Phím tắt')).toBeVisible()
  await page.keyboard.press('Escape')
  await open()
  const [chapter] = await Promise.all([
    context.waitForEvent('page'),
    drawer('Trợ giúp: Cần xử lý').getByRole('link', { name: 'Phần hướng dẫn về trang này' }).click(),
  ])
  await expect(chapter).toHaveURL(/\/huong-dan\/can-bo-theo-doi#1-can-xu-ly$/)
  await expect(chapter.getByRole('heading', { level: 2, name: '1. Cần xử lý' })).toBeInViewport()
  await chapter.close()
  expect(watched.refused).toEqual([])
})

test('the guide is read without signing in, at both sizes', async ({ page, watched }) => {
  for (const size of [{ width: 1366, height: 768 }, PHONE]) {
    await page.setViewportSize(size)
    await page.goto('/huong-dan')
    await expect(page.getByRole('heading', { level: 1, name: 'Hướng dẫn sử dụng' })).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Từ văn bản chỉ đạo đến báo cáo tháng' }).click()
    await expect(page).toHaveURL(/\/huong-dan\/tu-van-ban-den-bao-cao$/)
    const picture = page.getByRole('img', { name: 'Rà soát: văn bản bên trái, nhiệm vụ bên phải' })
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(100)
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
  await page.goto('/dang-nhap')
  await page.getByRole('button', { name: 'Trợ giúp' }).click()
  await expect(page.getByRole('dialog', { name: 'Trợ giúp: Đăng nhập' })).toContainText('Quên mật khẩu')
  expect(watched.refused).toEqual([])
})
