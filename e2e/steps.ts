import { readFileSync } from 'node:fs'
import {
  type BrowserContext,
  test as base,
  type Cookie,
  type Download,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import { sampleAccounts } from './server.ts'

/** The invented people of the sample, by the local part of their e-mail address. */
export type Person =
  | 'quantri'
  | 'theodoi'
  | 'tocongtac'
  | 'botaichinh'
  | 'boyte'
  | 'quangninh'
  | 'diaphuong'
  | 'lanhdao'
  | 'lanhdaobtc'
  | 'cucthue'
  | 'kiemtra'
  | 'totruong'
  | 'vanthubtc'
  | 'thutruongbtc'
  | 'soanthaobtc'

/** What a browser did but must not do. */
export interface Watched {
  /** Requests to other hosts. */
  foreign: string[]
  /** Script and console errors. */
  errors: string[]
  /** Requests the server refused (4xx): expected in some stories, never on a page that is only viewed. */
  refused: string[]
}

/** Records what the pages of a context do, from now on. */
export function watch(context: BrowserContext, origin: string): Watched {
  const watched: Watched = { foreign: [], errors: [], refused: [] }
  context.on('request', (request) => {
    const { protocol, origin: requested } = new URL(request.url())
    if (protocol !== 'data:' && protocol !== 'blob:' && requested !== origin) watched.foreign.push(request.url())
  })
  context.on('weberror', (error) => watched.errors.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    // What the test tool injects into every frame: that it is refused is what the sandbox of a letter is for.
    if (/^Blocked script execution in 'about:srcdoc' because the document's frame is sandboxed/.test(message.text()))
      return
    const isRefusal = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())
    const noted = isRefusal ? watched.refused : watched.errors
    noted.push(`${message.text()} (${message.location().url})`)
  })
  return watched
}

/** Every story is watched: it passes only if no script failed and no request went to another host. */
export const test = base.extend<{ watched: Watched }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const watched = watch(context, new URL(baseURL!).origin)
      await use(watched)
      expect.soft(watched.foreign, 'requests to other hosts').toEqual([])
      expect.soft(watched.errors, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

export function accountOf(person: Person): { name: string; email: string; password: string; token: string } {
  const account = sampleAccounts().find(({ email }) => email.startsWith(`${person}@`))
  if (!account) throw new Error(`the sample has no account ${person}`)
  return account
}

/** Signs in as a person does. Ends on Tổng quan. */
export async function signInAtTheDoor(page: Page, person: Person): Promise<void> {
  const { email, password } = accountOf(person)
  await page.goto('/')
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tổng quan' })).toBeVisible()
}

/** Sessions of this worker, by person. A worker in which a story failed is replaced, and its sessions with it. */
const sessions = new Map<Person, Cookie[]>()

/**
 * Signs in without the page, for stories that begin after sign-in. Stories share a session of each person, because a
 * password takes half a second to check. A story that changes its session opens its own (`signInAnew`).
 */
export async function signIn(page: Page, person: Person): Promise<void> {
  const kept = sessions.get(person)
  if (kept) {
    await page.context().addCookies(kept)
    const answer = await page.request.get('/api/me')
    // A story may have ended it, or works in it on somebody's behalf.
    if (answer.ok() && !((await answer.json()) as { onBehalfOf: string | null }).onBehalfOf) return
  }
  await signInAnew(page, person)
  sessions.set(person, await page.context().cookies())
}

/** Another person comes to this browser. The page is left first: what it still asks would be refused, and said in the console. */
export async function leave(page: Page): Promise<void> {
  await page.goto('about:blank')
  await page.context().clearCookies()
}

/** The same with a session that no other story has. */
export async function signInAnew(page: Page, person: Person): Promise<void> {
  const { email, password } = accountOf(person)
  const answer = await page.request.post('/api/auth/sign-in/email', { data: { email, password } })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** Has the follow-up officer draw a report up and submit it, and the leader sign it, by the API. Returns its id. */
export async function issueReport(order: { month: string; number: string; knownOn?: string }): Promise<number> {
  const call = async (person: Person, method: string, path: string, version?: number, body?: object) => {
    const answer = await fetch(`${process.env.E2E_URL}/api/reports${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accountOf(person).token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await answer.text()
    expect(answer.ok, text).toBe(true)
    return JSON.parse(text) as { id: number; version: number }
  }
  const { id } = await call('theodoi', 'POST', '', undefined, order)
  const { version } = await call('theodoi', 'POST', `/${id}/submit`, 1)
  await call('lanhdao', 'POST', `/${id}/sign`, version)
  return id
}

export async function signOut(page: Page): Promise<void> {
  await page.locator('header').getByRole('button', { name: / Mẫu$/ }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await expect(page.getByRole('button', { name: 'Đăng nhập', exact: true })).toBeVisible()
}

/** Opens a page from the menu. */
export async function openDoor(page: Page, name: 'Tổng quan' | 'Văn bản' | 'Nhiệm vụ' | 'Báo cáo'): Promise<void> {
  await page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Today in Viet Nam according to the server, ISO. */
export async function today(page: Page): Promise<string> {
  const me: { today: string } = await (await page.request.get('/api/me')).json()
  return me.today
}

export const showDay = (iso: string): string => iso.split('-').reverse().join('/')

export interface Sent {
  name: string
  bytes: Uint8Array
}

/** Drops a file on the page as if from the desktop. Returns the row with its progress. */
export async function dropFile(page: Page, { name, bytes }: Sent): Promise<Locator> {
  const base64 = Buffer.from(bytes).toString('base64')
  const transfer = await page.evaluateHandle(`(() => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(base64)}), (letter) => letter.charCodeAt(0))
    const transfer = new DataTransfer()
    transfer.items.add(new File([bytes], ${JSON.stringify(name)}))
    return transfer
  })()`)
  const box = page.getByRole('region', { name: 'Nhập văn bản' })
  await box.dispatchEvent('dragover', { dataTransfer: transfer })
  await box.dispatchEvent('drop', { dataTransfer: transfer })
  return page.getByTestId('upload').filter({ hasText: name })
}

/** A number as written on a Vietnamese page: "10.527" is ten thousand. */
export function readFigure(words: string): number {
  const found = /\d{1,3}(?:\.\d{3})+|\d+/.exec(words)
  if (!found) throw new Error(`no figure in “${words}”`)
  return Number(found[0].replaceAll('.', ''))
}

/** The four states and their total. */
export interface Figures {
  assigned: number
  done: number
  doneOnTime: number
  doneLate: number
  openInTerm: number
  openOverdue: number
}
const STANDINGS = ['done', 'doneOnTime', 'doneLate', 'openInTerm', 'openOverdue'] as const

/** Every figure among the links, keyed by the rows it opens. */
async function figuresOf(links: Locator, from: string | null): Promise<Figures> {
  const seen = await Promise.all(
    (await links.all()).map(async (link) => {
      const rows = new URL((await link.getAttribute('href')) ?? '', 'http://here').searchParams
      return { rows, value: readFigure(await link.innerText()) }
    }),
  )
  const value = (standing: string | null) => {
    const found = seen.find(
      ({ rows }) => rows.get('standing') === standing && rows.get('from') === from && !rows.has('dueFrom'),
    )
    if (!found) throw new Error(`no figure for ${standing ?? 'assigned'}`)
    return found.value
  }
  const figures = Object.fromEntries(STANDINGS.map((name) => [name, value(name)]))
  return { assigned: value(null), ...figures } as unknown as Figures
}

/** Today's figures of Tổng quan, freshly loaded. */
export async function overviewFigures(page: Page): Promise<Figures> {
  await page.goto('/tong-quan')
  const tiles = page.getByRole('region', { name: 'Kết quả thực hiện nhiệm vụ' })
  await expect(tiles.getByRole('link', { name: / nhiệm vụ đã giao, mở danh sách$/ })).toBeVisible()
  return figuresOf(tiles.getByRole('link'), null)
}

/** Opens a month's draft and waits for its text. */
export async function openReport(page: Page, month: string, from?: string): Promise<Locator> {
  await page.goto(`/bao-cao?month=${month}${from ? `&from=${from}` : ''}`)
  const paper = page.getByTestId('paper')
  await expect(paper.getByRole('heading', { level: 2 })).toContainText(
    `tháng ${month.slice(5)} năm ${month.slice(0, 4)}`,
  )
  return paper
}

/** The links in the sentences of a report. */
export const figureLinks = (paper: Locator): Locator => paper.locator('.paper-words').getByRole('link')

/** The figures in the sentences of a month's draft, freshly loaded. */
export async function reportFigures(page: Page, month: string, from: string): Promise<Figures> {
  return figuresOf(figureLinks(await openReport(page, month, from)), from)
}

/** Expects the list of tasks to show this total. */
export async function expectTotal(page: Page, total: number): Promise<void> {
  const shown = new Intl.NumberFormat('vi-VN').format(total)
  await expect(page.getByTestId('total')).toHaveText(`${shown} nhiệm vụ`)
}

/** Types into the search box of a list and waits until the address shows the search. */
export async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Tìm kiếm' }).fill(words)
  await expect(page).toHaveURL((url) => url.searchParams.get('search') === words)
}

/** Fills and sends the form of one act on the open task. */
export async function act(page: Page, name: string, send: string, words: Record<string, string> = {}): Promise<void> {
  await chooseAct(page, name)
  const form = page.getByRole('dialog', { name })
  for (const [label, value] of Object.entries(words)) {
    // The label of an optional field ends with a note that it is optional.
    await form.getByLabel(new RegExp(`^${label}`)).fill(value)
    await page.keyboard.press('Tab')
  }
  await form.getByRole('button', { name: send, exact: true }).click()
  await expect(form).toBeHidden()
}

/** Chooses an act on the page of a task: the button that its state calls for, or one from the menu beside it. */
export async function chooseAct(page: Page, name: string): Promise<void> {
  const bar = page.getByTestId('acts')
  const primary = bar.getByRole('button', { name, exact: true })
  // After another act the bar is that of the state before until the page has loaded the new one.
  await expect(async () => {
    if ((await primary.count()) > 0) return primary.click({ timeout: 2_000 })
    await page.keyboard.press('Escape')
    await bar.getByTestId('other-acts').click({ timeout: 2_000 })
    await page.getByRole('menuitem', { name, exact: true }).click({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
}

/** The bytes and the name of a file that a click downloads. */
export async function saved(page: Page, click: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return bytesOf(download)
}

async function bytesOf(download: Download): Promise<{ name: string; bytes: Buffer }> {
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}
