import { type Browser, expect, type Page, test as unwatched } from '@playwright/test'
import { violations } from './axe.ts'
import { ask, heading, type Place, settled } from './axe-place.ts'
import { RECORDS_PLACES } from './axe-records.ts'
import { issueReport, type Person, signIn, test, type Watched, watch } from './steps.ts'

/** The first month of the invented register and its last days: a few rows of every sort. */
const MONTH = '2020-01'
const DAYS = 'from=2020-01-20&asOf=2020-01-31'
const SIZES = { office: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } }

// axe reports what it finds; tracing pages with so many elements takes longer than checking them.
test.use({ trace: 'off' })
// Each page is checked separately, and these are most of the browser tests: a free worker takes the next one.
test.describe.configure({ mode: 'parallel' })

/** A directive in that state with extracted tasks: other stories leave one without. */
const directiveIn = async (page: Page, state: string) => {
  const { rows } = await ask<{ rows: { id: number; draftCount: number }[] }>(page, `/api/directives?state=${state}`)
  return `/van-ban/${rows.find((row) => row.draftCount > 0)!.id}`
}
const taskOf = async (page: Page, query: string) => {
  const { rows } = await ask<{ rows: { id: number }[] }>(page, `/api/tasks?limit=1&${query}`)
  return `/nhiem-vu/${rows[0]!.id}`
}

const agencyOf = async (page: Page, name: string) => {
  const { agency } = await ask<{ agency: { id: number } }>(
    page,
    `/api/agencies/resolve?name=${encodeURIComponent(name)}`,
  )
  return `/co-quan/${agency.id}`
}

const personOf = async (page: Page, words: string) => {
  const { rows } = await ask<{ rows: { id: number }[] }>(page, `/api/people?search=${encodeURIComponent(words)}`)
  return `/nguoi-dung/${rows[0]!.id}`
}

const ISSUED = '16/BC-MẪU'

/** A short issued report, from now or from an earlier run on the same server. */
async function issuedReport(page: Page): Promise<string> {
  const { rows } = await ask<{ rows: { id: number; number: string }[] }>(page, '/api/reports')
  const known = rows.find(({ number }) => number === ISSUED)
  if (known) return `/bao-cao/${known.id}`
  return `/bao-cao/${await issueReport({ month: MONTH, number: ISSUED })}`
}

/** A report drawn up and not submitted, of a month without tasks. */
async function draftReport(page: Page): Promise<string> {
  const { rows } = await ask<{ rows: { id: number }[] }>(page, '/api/reports?state=draft')
  if (rows[0]) return `/bao-cao/${rows[0].id}`
  const answer = await page.request.post('/api/reports', {
    headers: { origin: process.env.E2E_URL! },
    data: { month: '2020-02' },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return `/bao-cao/${((await answer.json()) as { id: number }).id}`
}

/** A plan with one valid line and one invalid. */
async function draftedPlan(page: Page): Promise<string> {
  const line = { kind: 'main', subject: '', effectiveOn: '2025-03-01', source: '', founding: null }
  const answer = await page.request.post('/api/reorganisations', {
    headers: { origin: process.env.E2E_URL! },
    data: {
      title: 'Phương án MẪU',
      source: 'Nghị quyết MẪU',
      lines: [
        { ...line, old: 'Bộ Kế hoạch và Đầu tư', new: 'Bộ Tài chính' },
        { ...line, old: 'Bộ Kế hoạch', new: 'Bộ Tài chính' },
      ],
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  const { id } = (await answer.json()) as { id: number }
  return `/sap-xep/${id}`
}

const PLACES: Place[] = [
  { name: 'sign-in', path: () => '/dang-nhap', ready: heading, isOpenToAll: true },
  { name: 'forgotten password', path: () => '/quen-mat-khau', ready: heading, isOpenToAll: true },
  { name: 'first administrator, made already', path: () => '/thiet-lap-ban-dau', ready: heading, isOpenToAll: true },
  { name: 'account', path: () => '/tai-khoan', ready: settled },
  { name: 'notifications', path: () => '/thong-bao', ready: settled },
  {
    name: 'account, enrolling an app',
    path: () => '/tai-khoan',
    ready: settled,
    open: async (page) => {
      await page.getByRole('button', { name: /^(Đăng ký ứng dụng xác thực|Enrol an authenticator app)$/ }).click()
      await page.getByRole('button', { name: /^(Thêm khóa truy cập|Add a passkey)$/ }).click()
      await page.getByRole('button', { name: /^(Đổi mật khẩu|Change password)$/ }).click()
      await page.getByRole('button', { name: /^(Tạo mã API|Create an API token)$/ }).click()
      await expect(page.locator('form')).toHaveCount(4)
    },
  },
  { name: 'desk', path: () => '/viec-cua-toi', ready: settled, person: 'botaichinh' },
  {
    name: 'desk, tasks selected',
    path: () => '/viec-cua-toi?group=overdue',
    ready: settled,
    person: 'botaichinh',
    open: async (page) => {
      await page.getByRole('main').getByRole('checkbox').first().check()
      await expect(page.getByTestId('chosen')).toBeVisible()
    },
  },
  { name: 'queue', path: () => '/theo-doi', ready: settled },
  { name: 'overview with what needs one today', path: () => '/tong-quan', ready: settled },
  { name: 'overview', path: () => `/tong-quan?${DAYS}`, ready: settled },
  {
    name: 'overview as tables',
    path: () => `/tong-quan?${DAYS}`,
    ready: settled,
    open: async (page) => {
      for (const choice of await page.getByText(/^(Bảng|Table)$/).all()) await choice.click()
      await expect(page.getByRole('table')).toHaveCount(2)
    },
  },
  { name: 'directives', path: () => '/van-ban', ready: settled },
  { name: 'review', path: (page) => directiveIn(page, 'review'), ready: settled },
  {
    name: 'review, about to be confirmed',
    isDialog: true,
    path: (page) => directiveIn(page, 'review'),
    ready: settled,
    open: async (page) => {
      await page.getByTestId('confirm').click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'review, editing',
    isDialog: true,
    path: (page) => directiveIn(page, 'review'),
    ready: settled,
    open: async (page) => {
      await page.getByTestId('edit').first().click()
      await expect(page.getByTestId('save-draft')).toBeVisible()
    },
  },
  { name: 'confirmed directive', path: (page) => directiveIn(page, 'confirmed'), ready: settled },
  { name: 'accuracy of reading', person: 'quantri', path: () => '/van-ban/do-chinh-xac', ready: settled },
  { name: 'values behind a figure', path: () => '/van-ban/do-chinh-xac/gia-tri?field=lead', ready: settled },
  { name: 'words of the office', person: 'quantri', path: () => '/van-ban/tu-ngu', ready: settled },
  {
    name: 'words of the office, adding a label',
    isDialog: true,
    person: 'quantri',
    path: () => '/van-ban/tu-ngu?act=add',
    ready: async (page) => {
      await settled(page)
      await expect(page.getByRole('dialog').getByRole('button').last()).toBeVisible()
    },
  },
  { name: 'urging today', path: () => '/don-doc', ready: settled },
  { name: 'letters', path: () => '/don-doc?tab=letters', ready: settled },
  { name: 'urging rules', path: () => '/don-doc?tab=rules', ready: settled },
  { name: 'effect of urging', path: () => '/don-doc?tab=effect', ready: settled },
  { name: 'letter', path: () => '/don-doc/1', ready: settled },
  { name: 'programme, board', path: () => '/chuong-trinh-cong-tac', ready: settled },
  { name: 'programme, list', path: () => '/chuong-trinh-cong-tac?tab=list', ready: settled },
  { name: 'programme, debt', path: () => '/chuong-trinh-cong-tac?tab=ledger', ready: settled },
  { name: 'programme, week', path: () => '/chuong-trinh-cong-tac?tab=week', ready: settled },
  { name: 'entry of the programme', path: () => '/chuong-trinh-cong-tac/1', ready: settled },
  { name: 'tasks', path: () => '/nhiem-vu?from=2020-01-01&asOf=2020-01-31', ready: settled },
  { name: 'tasks in groups', path: () => '/nhiem-vu?from=2020-01-28&asOf=2020-01-31&by=agency', ready: settled },
  {
    name: 'tasks as a Gantt chart',
    path: () => '/nhiem-vu?from=2020-01-20&asOf=2020-01-31&view=timeline',
    ready: settled,
  },
  { name: 'tasks in a calendar', path: () => '/nhiem-vu?asOf=2020-01-31&view=calendar', ready: settled },
  { name: 'tasks by day', path: () => '/nhiem-vu?asOf=2020-01-31&view=agenda', ready: settled },
  { name: 'tasks, none found', path: () => '/nhiem-vu?search=khongconhiemvunao', ready: settled },
  { name: 'task', path: (page) => taskOf(page, 'sort=code'), ready: settled },
  {
    name: 'task, form of an act',
    isDialog: true,
    path: async (page) => `${await taskOf(page, 'standing=open&deadlineKind=date')}?act=extend`,
    ready: async (page) => {
      await settled(page)
      await expect(page.getByRole('dialog').getByRole('button').last()).toBeVisible()
    },
  },
  {
    name: 'task, about to be amended',
    isDialog: true,
    path: async (page) => `${await taskOf(page, 'standing=open&deadlineKind=date')}?act=amend`,
    ready: async (page) => {
      await settled(page)
      await expect(page.getByRole('dialog').getByRole('button').last()).toBeVisible()
    },
  },
  { name: 'orders outside the system', path: () => '/chi-dao', ready: settled },
  { name: 'order outside the system', path: () => '/chi-dao/1', ready: settled },
  { name: 'task by hand', path: () => '/chi-dao/moi', ready: settled },
  { name: 'report', path: () => `/bao-cao?month=${MONTH}`, ready: settled },
  {
    name: 'report, about to be drawn up',
    isDialog: true,
    path: () => `/bao-cao?month=${MONTH}`,
    ready: settled,
    open: async (page) => {
      await page.getByTestId('draw-up').click()
      await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
    },
  },
  { name: 'issued report', path: issuedReport, ready: settled },
  { name: 'reports in one state', path: () => '/bao-cao?state=issued', ready: settled },
  { name: 'report, drawn up', path: draftReport, ready: settled },
  {
    name: 'report, about to change',
    isDialog: true,
    path: async (page) => `${await draftReport(page)}?act=edit`,
    ready: async (page) => {
      await settled(page)
      await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
    },
  },
  { name: 'agencies', path: () => '/co-quan', ready: settled },
  { name: 'reorganisations', person: 'quantri', path: () => '/sap-xep', ready: settled },
  { name: 'reorganisation', person: 'quantri', path: draftedPlan, ready: settled },
  { name: 'agencies of two days', path: () => '/co-quan?on=2025-03-01&from=2025-02-28', ready: settled },
  { name: 'agency', path: (page) => agencyOf(page, 'Bộ Nội vụ'), ready: settled },
  {
    name: 'agency, about to change',
    isDialog: true,
    path: async (page) => `${await agencyOf(page, 'Bộ Nội vụ')}?act=change`,
    person: 'quantri',
    ready: async (page) => {
      await settled(page)
      await expect(page.getByRole('dialog').getByRole('button').last()).toBeVisible()
    },
  },
  { name: 'working days', path: () => '/lich-lam-viec?year=2026', ready: settled },
  {
    name: 'working days, about to change',
    isDialog: true,
    path: () => '/lich-lam-viec?year=2026&act=plan',
    person: 'quantri',
    ready: async (page) => {
      await settled(page)
      await expect(page.getByRole('dialog').getByRole('button').last()).toBeVisible()
    },
  },
  { name: 'mail', path: () => '/thu', person: 'quantri', ready: settled },
  {
    name: 'mail, a notice about to be taken in',
    isDialog: true,
    path: () => '/thu?act=notice',
    person: 'quantri',
    ready: async (page) => {
      await settled(page)
      await expect(page.getByRole('dialog').getByRole('textbox')).toBeVisible()
    },
  },
  { name: 'connections', path: () => '/ket-noi', person: 'quantri', ready: settled },
  { name: 'webhooks', path: () => '/ket-noi?tab=webhooks', person: 'quantri', ready: settled },
  {
    name: 'webhooks, an endpoint about to be added',
    isDialog: true,
    path: () => '/ket-noi?tab=webhooks',
    person: 'quantri',
    ready: settled,
    open: async (page) => {
      await page.getByTestId('webhook-add').click()
      await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
    },
  },
  {
    name: 'menu folded, a group beside it',
    path: () => '/nhiem-vu?search=khongconhiemvunao',
    person: 'quantri',
    ready: settled,
    open: async (page) => {
      const fold = page.locator('.rail-fold')
      // A phone has a bar and a sheet instead.
      if (!(await fold.isVisible())) return page.locator('.bar button').click()
      if ((await fold.getAttribute('aria-expanded')) === 'true') await fold.click()
      await page.locator('.rail [data-flies]').last().click()
      await expect(page.locator('.rail-flying')).toBeVisible()
    },
  },
  {
    name: 'search over everything',
    path: () => '/lich-lam-viec?year=2026',
    ready: settled,
    open: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('tai chinh')
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'keys',
    isDialog: true,
    path: () => '/nhiem-vu?by=month',
    ready: settled,
    open: async (page) => {
      await page.keyboard.press('?')
      await expect(page.getByRole('switch')).toBeVisible()
    },
  },
  { name: 'people', person: 'quantri', path: () => '/nguoi-dung', ready: settled },
  {
    name: 'people, adding one',
    person: 'quantri',
    isDialog: true,
    path: () => '/nguoi-dung?act=add',
    ready: settled,
    open: async (page) => {
      await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
    },
  },
  { name: 'person', person: 'quantri', path: (page) => personOf(page, 'tocongtac@'), ready: settled },
  {
    name: 'inspection',
    person: 'theodoi',
    path: async (page) => {
      const { rows } = await ask<{ rows: { id: number }[] }>(page, '/api/taskforce/inspections?state=concluded')
      return `/to-cong-tac/kiem-tra/${rows[0]!.id}`
    },
    ready: settled,
  },
  { name: 'roles', person: 'quantri', path: () => '/vai-tro', ready: settled },
  {
    name: 'log',
    person: 'quantri',
    path: () => '/nhat-ky?subjectKind=person',
    ready: settled,
    open: async (page) => {
      await page.getByRole('button', { expanded: false }).filter({ hasText: '▸' }).first().click()
    },
  },
  ...RECORDS_PLACES,
  { name: 'invitation without its code', path: () => '/loi-moi', ready: heading, isOpenToAll: true },
  {
    name: 'search page',
    path: () => '/tim-kiem?q=bao%20cao',
    ready: (page) => expect(page.getByTestId('hit').first()).toBeVisible(),
  },
  { name: 'search page, before anything is typed', path: () => '/tim-kiem', ready: settled },
  { name: 'not found', path: () => '/khong-co-trang-nay', ready: heading },
]

/** Lets what listens to the width of the window draw again. A browser short of time may skip the frame it promised: then a second. */
const redrawn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(() => drawn()))
        setTimeout(drawn, 1_000)
      }),
  )

test('axe finds what is planted, on the page and in a frame of it', async ({ page }) => {
  const unnamed = '<button></button>'
  const frame = `<iframe title="khung" srcdoc="<html lang=vi><title>khung</title>${unnamed}"></iframe>`
  for (const planted of [unnamed, frame]) {
    await page.goto('/dang-nhap')
    await heading(page)
    // What is drawn anew when an answer arrives would take away what is planted.
    await page.waitForLoadState('networkidle')
    await page.locator('main').evaluate((main, html) => main.insertAdjacentHTML('beforeend', html), planted)
    if (planted === frame) await page.frameLocator('iframe').getByRole('button').waitFor()
    expect(await violations(page)).toMatchObject([{ id: 'button-name', at: [unnamed] }])
  }
})

interface Kept {
  page: Page
  watched: Watched
}
/** The page of each person in this worker, that of nobody under ''. A worker in which a check failed is replaced, and its pages with it. */
const kept = new Map<Person | '', Kept>()

/**
 * Each check loads what it looks at anew, but in the page of the last one: in a new page a browser would read and compile the whole console
 * again, half the time of a load.
 */
async function pageOf(browser: Browser, origin: string, person: Person | ''): Promise<Kept> {
  const found = kept.get(person) ?? (await openPage(browser, origin))
  kept.set(person, found)
  if (person !== '') await signIn(found.page, person)
  const { foreign, errors, refused } = found.watched
  for (const list of [foreign, errors, refused]) list.length = 0
  return found
}

async function openPage(browser: Browser, origin: string): Promise<Kept> {
  const context = await browser.newContext()
  return { watched: watch(context, origin), page: await context.newPage() }
}

for (const place of PLACES) {
  unwatched(`${place.name}: nothing for axe to find, nothing that scrolls sideways`, async ({ browser, baseURL }) => {
    const person = place.isOpenToAll ? '' : (place.person ?? 'theodoi')
    const { page, watched } = await pageOf(browser, new URL(baseURL!).origin, person)
    const path = await place.path(page)
    for (const language of ['vi', 'en'] as const) {
      // Not every page without the frame has the switch.
      const english = page.getByRole('button', { name: 'English' })
      // Where a form lies over the page, or was opened by hand, the switch of the language is not reached, or closes it.
      const isNew = language === 'vi' || place.open !== undefined || place.isDialog === true
      const beginning = await page.addInitScript((chosen) => {
        // A frame of the page may have no storage.
        if (window !== window.top) return
        // Nothing that a check before has left open, folded or written.
        localStorage.clear()
        sessionStorage.clear()
        localStorage.setItem('dieuhanh.language', chosen)
      }, language)
      // One size is loaded and the other is come to by resizing, the other way round in the other language.
      const sizes = language === 'vi' ? (['office', 'phone'] as const) : (['phone', 'office'] as const)
      for (const [turn, size] of sizes.entries()) {
        // What was opened may close when the size changes, and opening it anew is a page more: it is looked at in the first.
        if (turn > 0 && place.open) continue
        await test.step(`${language}, ${size}`, async () => {
          await page.setViewportSize(SIZES[size])
          if (turn > 0) await redrawn(page)
          else if (isNew || (await english.count()) === 0) await page.goto(path)
          else await english.click()
          await place.ready(page)
          await place.open?.(page)
          await expect(page.locator('html')).toHaveAttribute('lang', language)
          // An element half covered by the page header is not a target.
          await page.evaluate(() => window.scrollTo(0, 0))
          // An element that is fading in has no contrast yet.
          await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
          // Each language and each size once: what the other two pairs would add is width alone, and that is asked of all four.
          if (turn === 0) expect.soft(await violations(page, place.isDialog), `${language}, ${size}`).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect.soft(overflow, `${language}, ${size}: the page scrolls sideways`).toBeLessThanOrEqual(0)
        })
      }
      await beginning.dispose()
    }
    expect(watched).toEqual({ foreign: [], errors: [], refused: [] })
  })
}
