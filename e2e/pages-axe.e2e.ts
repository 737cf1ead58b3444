import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { ask, enter } from './visitor.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SCOPE = 'from=2020-01-01&asOf=2021-02-28'
const SIZES = { office: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } }

interface Place {
  name: string
  path: (page: Page) => string | Promise<string>
  /** What must be there before the page counts as shown. */
  ready: (page: Page) => Promise<void>
  /** What is opened on the page before it is looked at. */
  open?: (page: Page) => Promise<void>
  isOpenToAll?: boolean
}

const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()
const settled = async (page: Page) => {
  await heading(page)
  await expect(page.getByRole('status').filter({ has: page.locator('.ant-skeleton') })).toHaveCount(0)
}
const directiveIn = async (page: Page, state: string) => {
  const { rows } = await ask<{ rows: { id: number }[] }>(page, `/api/directives?state=${state}&limit=1`)
  return `/van-ban/${rows[0]?.id}`
}
const taskOf = async (page: Page, query: string) => {
  const { rows } = await ask<{ rows: { id: number }[] }>(page, `/api/tasks?limit=1&${query}`)
  return `/nhiem-vu/${rows[0]?.id}`
}

const PLACES: Place[] = [
  { name: 'sign-in', path: () => '/dang-nhap', ready: heading, isOpenToAll: true },
  { name: 'overview', path: () => `/tong-quan?${SCOPE}`, ready: settled },
  {
    name: 'overview as tables',
    path: () => `/tong-quan?${SCOPE}`,
    ready: settled,
    open: async (page) => {
      for (const choice of await page.getByText(/^(Bảng|Table)$/).all()) await choice.click()
      await expect(page.getByRole('table')).toHaveCount(2)
    },
  },
  { name: 'directives', path: () => '/van-ban', ready: settled },
  { name: 'review', path: (page) => directiveIn(page, 'review'), ready: settled },
  {
    name: 'review, editing',
    path: (page) => directiveIn(page, 'review'),
    ready: settled,
    open: async (page) => {
      await page.getByTestId('edit').first().click()
      await expect(page.getByTestId('save-draft')).toBeVisible()
    },
  },
  { name: 'confirmed directive', path: (page) => directiveIn(page, 'confirmed'), ready: settled },
  { name: 'tasks', path: () => `/nhiem-vu?${SCOPE}&standing=openOverdue`, ready: settled },
  { name: 'tasks in groups', path: () => `/nhiem-vu?${SCOPE}&by=agency`, ready: settled },
  { name: 'tasks, none found', path: () => '/nhiem-vu?search=khongconhiemvunao', ready: settled },
  { name: 'task', path: (page) => taskOf(page, 'sort=code'), ready: settled },
  {
    name: 'task, form of an act',
    path: async (page) => `${await taskOf(page, 'standing=open&deadlineKind=date')}?act=extend`,
    ready: async (page) => {
      await settled(page)
      await expect(page.getByRole('dialog').getByRole('button').last()).toBeVisible()
    },
  },
  { name: 'report', path: () => '/bao-cao?month=2021-02', ready: settled },
  { name: 'not found', path: () => '/khong-co-trang-nay', ready: heading },
]

let cookies: Awaited<ReturnType<BrowserContext['cookies']>> = []
test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage()
  await enter(page)
  cookies = await page.context().cookies()
  await page.close()
})

for (const place of PLACES) {
  test(`${place.name}: nothing for axe to find, nothing from another host`, async ({ page, context }) => {
    const foreign: string[] = []
    const broken: string[] = []
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== process.env.E2E_URL) foreign.push(request.url())
    })
    page.on('console', (message) => {
      if (message.type() === 'error') broken.push(message.text())
    })
    page.on('pageerror', (error) => broken.push(error.message))
    if (!place.isOpenToAll) await context.addCookies(cookies)
    const path = await place.path(page)
    for (const language of ['vi', 'en'] as const) {
      for (const [size, viewport] of Object.entries(SIZES)) {
        await test.step(`${language}, ${size}`, async () => {
          await page.setViewportSize(viewport)
          await page.goto(path)
          await page.evaluate((chosen) => localStorage.setItem('dieuhanh.language', chosen), language)
          await page.reload()
          await place.ready(page)
          await place.open?.(page)
          await expect(page.locator('html')).toHaveAttribute('lang', language)
          // What lies half under the head of the page is no target.
          await page.evaluate(() => window.scrollTo(0, 0))
          // What fades in has no contrast yet.
          await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
          const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
          const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }))
          expect.soft(found, `${language}, ${size}`).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect.soft(overflow, `${language}, ${size}: the page scrolls sideways`).toBeLessThanOrEqual(0)
        })
      }
    }
    expect(foreign).toEqual([])
    expect(broken).toEqual([])
  })
}
