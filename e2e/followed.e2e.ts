import { expect, type Page } from '@playwright/test'
import { expectTotal, leave, signIn, test } from './steps.ts'

const followerIn = (page: Page) => new URL(page.url()).searchParams.get('followerId')
const whose = (page: Page) => page.getByTestId('followed-switch')
const menu = (page: Page) => page.getByRole('navigation', { name: 'Các mục chính' })

test('an officer starts with the agencies they follow, and sees all in one click; the address says which', async ({
  page,
}) => {
  await signIn(page, 'diaphuong')
  await page.goto('/')
  await expect(page).toHaveURL(/\/tong-quan\?followerId=\d+$/)
  const id = followerIn(page)
  await expect(whose(page).locator('.ant-segmented-item-selected')).toHaveText('Cơ quan tôi theo dõi')

  await page.goto(`/tong-quan?followerId=${id}&from=2020-01-01&asOf=2021-02-28`)
  const assigned = page.getByRole('link', { name: /^[\d.]+ nhiệm vụ đã giao, mở danh sách$/ })
  await expect(assigned).toBeVisible()
  await expect(assigned).not.toHaveAccessibleName(/^10\.527 /)
  await whose(page).getByText('Tất cả cơ quan').click()
  await expect(page).toHaveURL((url) => !url.searchParams.has('followerId'))
  await expect(assigned).toHaveAccessibleName(/^10\.527 /)

  for (const name of ['Nhiệm vụ', 'Cần xử lý', 'Báo cáo']) {
    await menu(page).getByRole('link', { name, exact: true }).click()
    await expect(page).toHaveURL((url) => url.searchParams.get('followerId') === id)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    await expect(whose(page)).toBeVisible()
    await whose(page).getByText('Tất cả cơ quan').click()
    await expect(page).toHaveURL((url) => !url.searchParams.has('followerId'))
  }

  await leave(page)
  await signIn(page, 'theodoi')
  await page.goto(`/nhiem-vu?followerId=${id}`)
  await expect(whose(page), 'a colleague who opens the address sees the same, and whose it is').toContainText(
    'Cơ quan do Lý Quỳnh Mẫu theo dõi',
  )
  await page.goto('/')
  await expect(page, 'who follows none starts with all').toHaveURL(/\/tong-quan$/)
  await expect(whose(page)).toHaveCount(0)
})

test('a member of the Task Force lands on the bodies they follow, and each number opens its rows', async ({ page }) => {
  await signIn(page, 'tocongtac')
  await page.goto('/')
  await expect(page).toHaveURL(/\/tong-quan\?followerId=\d+$/)
  await expect(menu(page).getByRole('link', { name: 'Việc của tôi' })).toHaveCount(0)
  const rows = page.getByRole('region', { name: 'Hôm nay cần bạn' }).getByRole('link')
  await expect(rows.first()).toBeVisible()
  const shown = await rows.evaluateAll((links) =>
    links.map((link) => ({ to: link.getAttribute('href')!, count: link.querySelector('strong')!.textContent! })),
  )
  for (const { to, count } of shown) {
    await page.goto(to)
    await expectTotal(page, Number(count.replaceAll('.', '')))
  }
})
