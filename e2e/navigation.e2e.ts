import { expect, type Page } from '@playwright/test'
import { accountOf, expectTotal, leave, type Person, signIn, test } from './steps.ts'

// Each is of one person and changes nothing for another: a free worker takes the next one.
test.describe.configure({ mode: 'parallel' })

const PHONE = { width: 390, height: 844 }

const menu = (page: Page) => page.getByRole('navigation', { name: 'Các mục chính' })
/** The button of a group in the rail. */
const group = (page: Page, name: string) => menu(page).getByRole('button', { name, exact: true })

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.ant-skeleton')).toHaveCount(0)
}

/** Every entry of the menu, groups opened. */
async function allEntries(page: Page): Promise<string[]> {
  const closed = menu(page).locator('.rail-job[aria-expanded=false]')
  while ((await closed.count()) > 0) await closed.first().click()
  return menu(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
}

/** One person of each role: what the menu and the pages behind it offer must not be refused. */
const PEOPLE: Person[] = [
  'quantri',
  'lanhdao',
  'diaphuong',
  'totruong',
  'tocongtac',
  'lanhdaobtc',
  'botaichinh',
  'boyte',
  'kiemtra',
]

/** The first link of each kind on a page: "/nhiem-vu/12" and "/nhiem-vu/13" lead to the same page. */
async function doorsOn(page: Page): Promise<string[]> {
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
  const inConsole = links.filter((to) => to.startsWith('/') && !to.startsWith('/api/'))
  return [...new Map(inConsole.map((to) => [to.replace(/\?.*/, '').replace(/\d+/g, '#'), to])).values()]
}

/** Goes where a link leads, as a link does: loading the console anew for each would take most of the time of these stories. */
async function follow(page: Page, to: string): Promise<void> {
  const isHere = new URL(page.url()).pathname === to.replace(/[?#].*/, '')
  await page
    .getByRole('heading', { level: 1 })
    .first()
    .evaluate((one) => one.toggleAttribute('data-before', true))
  await page.evaluate((address) => window.history.pushState({}, '', address), to)
  // The heading of the page before says nothing of this one.
  if (!isHere) await expect(page.locator('h1[data-before]')).toHaveCount(0)
}

for (const person of PEOPLE) {
  test(`${person}: at most seven entries stand open, and each opens without a refusal`, async ({ page, watched }) => {
    await signIn(page, person)
    await page.goto('/')
    await settled(page)
    const open = await menu(page).getByRole('link').count()
    expect(open).toBeLessThanOrEqual(7)
    expect(open).toBeGreaterThanOrEqual(5)
    const doors = new Map<string, string>()
    for (const to of await allEntries(page)) {
      await menu(page).locator(`a[href="${to}"]`).click()
      await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === to)
      await settled(page)
      for (const door of await doorsOn(page)) doors.set(door.replace(/\?.*/, '').replace(/\d+/g, '#'), door)
      await expect(menu(page).locator('[aria-current=page]'), to).toHaveCount(1)
      await expect(menu(page).locator('[aria-current=page]')).toHaveAttribute('href', to)
    }
    for (const to of doors.values()) {
      await follow(page, to)
      await settled(page)
    }
    expect(watched.refused).toEqual([])
  })
}

test('the first page depends on the role, and each number on it opens as many rows', async ({ page }) => {
  await signIn(page, 'boyte')
  await page.goto('/')
  await expect(page).toHaveURL(/\/viec-cua-toi$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Việc của tôi' })).toBeVisible()
  await leave(page)
  await signIn(page, 'theodoi')
  await page.goto('/')
  await expect(page).toHaveURL(/\/tong-quan$/)
  const rows = page.getByRole('region', { name: 'Hôm nay cần bạn' }).getByRole('link')
  await expect(rows.first()).toBeVisible()
  const shown = await rows.evaluateAll((links) =>
    links.map((link) => ({ to: link.getAttribute('href')!, count: link.querySelector('strong')!.textContent! })),
  )
  expect(shown.length).toBeGreaterThan(1)
  for (const { to, count } of shown) {
    await page.goto(to)
    await settled(page)
    const { pathname, searchParams } = new URL(page.url())
    if (pathname === '/theo-doi') {
      await expect(page.getByTestId(`count-${searchParams.get('group')}`).locator('strong')).toHaveText(count)
    } else if (pathname === '/nhiem-vu') await expectTotal(page, Number(count))
    else if (pathname === '/bao-cao')
      await expect(page.getByTestId(`report-${searchParams.get('state')}`)).toHaveCount(Number(count))
    else await expect(page.getByRole('main').locator('tbody tr'), to).toHaveCount(Number(count))
  }
})

test('the menu folds, shows its names on hover, and stays as this person left it', async ({ page }) => {
  await signIn(page, 'quantri')
  await page.goto('/tong-quan')
  await settled(page)
  await group(page, 'Danh bạ').click()
  await expect(menu(page).getByRole('link', { name: 'Lịch làm việc' })).toBeVisible()
  await page.reload()
  await expect(menu(page).getByRole('link', { name: 'Lịch làm việc' }), 'an opened group stays open').toBeVisible()
  await group(page, 'Danh bạ').click()

  const width = async () => (await menu(page).boundingBox())!.width
  expect(await width()).toBeGreaterThan(200)
  await menu(page).getByRole('button', { name: 'Thu gọn danh mục' }).click()
  expect(await width()).toBeLessThan(60)
  await page.reload()
  await settled(page)
  expect(await width()).toBeLessThan(60)

  const tip = page.locator('.rail-tip')
  await menu(page).getByRole('link', { name: 'Nhiệm vụ' }).hover()
  await expect(tip).toHaveText('Nhiệm vụ')
  await menu(page).getByRole('link', { name: 'Văn bản' }).focus()
  await expect(tip).toHaveText('Văn bản')
  await page.keyboard.press('Escape')
  await expect(tip, 'what is in the way can be sent away').toBeHidden()

  await group(page, 'Quản trị').focus()
  await page.keyboard.press('Enter')
  await expect(group(page, 'Quản trị')).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Tab')
  await expect(menu(page).getByRole('link', { name: 'Người dùng' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu(page).getByRole('link', { name: 'Người dùng' })).toBeHidden()
  await expect(group(page, 'Quản trị')).toBeFocused()
  await page.keyboard.press('Enter')
  await menu(page).getByRole('link', { name: 'Nhật ký' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Nhật ký' })).toBeVisible()

  await leave(page)
  await signIn(page, 'theodoi')
  await page.goto('/tong-quan')
  await settled(page)
  expect(await width(), 'another person on this browser').toBeGreaterThan(200)
})

test('on a phone the bar has four entries and the sheet has all of them', async ({ page }) => {
  await page.setViewportSize(PHONE)
  await signIn(page, 'quantri')
  await page.goto('/')
  await settled(page)
  await expect(menu(page).getByRole('link')).toHaveCount(4)
  await expect(menu(page).getByRole('link', { name: 'Tổng quan' })).toHaveAttribute('aria-current', 'page')
  const more = menu(page).getByRole('button', { name: 'Mục khác' })
  const sheet = page.getByRole('dialog', { name: 'Tất cả các mục' })
  await more.click()
  await expect(sheet.getByRole('link', { name: 'Kết nối' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(more).toBeFocused()
  await more.click()
  await sheet.getByRole('link', { name: 'Thư gửi đi' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Thư gửi đi' })).toBeVisible()
  await expect(sheet).toBeHidden()
})

test('a menu that is closed by keyboard gives the focus back to its button', async ({ page }) => {
  const { name } = accountOf('theodoi')
  await signIn(page, 'theodoi')
  await page.goto('/')
  await settled(page)
  const button = page.getByRole('button', { name })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  // The first time the menu is loaded; the second time it is there.
  for (const key of ['Enter', 'Space']) {
    await button.focus()
    await page.keyboard.press(key)
    await expect(page.getByRole('menuitem', { name: 'Tài khoản của tôi' }), key).toBeFocused()
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('Escape')
    await expect(button, key).toBeFocused()
    await expect(button).toHaveAttribute('aria-expanded', 'false')
  }
})

test('one search covers all rooms, by keyboard alone', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto('/tong-quan')
  await settled(page)
  const field = page.getByRole('combobox', { name: 'Tìm trong toàn hệ thống' })
  await page.keyboard.press('/')
  await expect(field, 'this page has no search of its own').toBeFocused()
  await page.keyboard.type('bo tai chinh')
  const options = page.getByRole('listbox').getByRole('option')
  await expect(page.getByRole('listbox').getByRole('group', { name: 'Cơ quan, đơn vị' })).toContainText('Bộ Tài chính')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await expect(options.last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()

  await page.goto('/nhiem-vu')
  await expect(page.getByTestId('total')).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Tìm kiếm' }), 'a list has its own').toBeFocused()
  await page.keyboard.press('Control+k')
  await field.fill('lich lam')
  // Pages come first, even if other stories left tasks that contain these words.
  await expect(options.first()).toHaveText('Lịch làm việc')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/lich-lam-viec/)
  await page.keyboard.press('Control+k')
  await field.fill('khongconhiemvunao')
  await expect(page.getByRole('status').filter({ hasText: 'Không tìm thấy gì' })).toBeVisible()
})
