import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { choose } from './colleague.ts'
import { deleteData, emptyFolder, type SampleAccount, startServer } from './server.ts'
import { saved, test, today, type Watched, watch } from './steps.ts'

const hasPdfsig = (process.env.PATH ?? '').split(path.delimiter).some((place) => existsSync(path.join(place, 'pdfsig')))
const root = path.dirname(import.meta.dirname)
const ABOUT = 'đề nghị góp ý dự thảo Nghị định (MẪU)'
const REPLY = 'góp ý dự thảo Nghị định của Bộ Y tế (MẪU)'
const PASSWORD = 'mat-khau-cua-tep'
const TWO_YEARS = 731

interface Outside {
  url: string
  env: Record<string, string>
}

/** Who issues certificates and the ministry that wrote, in a process of their own (`server/test/outside-office.ts`). */
async function startOutside(): Promise<Outside & { process: ChildProcess }> {
  const child = spawn(process.execPath, [path.join(root, 'server/test/outside-office.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await new Promise<string>((done, fail) => {
    child.stdout.setEncoding('utf8').once('data', done)
    child.once('exit', (code) => fail(new Error(`the outside ended with ${code}`)))
  })
  return { ...(JSON.parse(line) as Outside), process: child }
}

/** The people of the office, each in a window of their own, on one server. */
class Office {
  readonly watched: Watched[] = []
  readonly accounts: SampleAccount[]
  private readonly browser: Browser
  private readonly url: string
  private readonly clock: Date | undefined

  constructor(browser: Browser, server: { url: string; dataDir: string }, clock?: Date) {
    this.browser = browser
    this.url = server.url
    this.clock = clock
    this.accounts = JSON.parse(readFileSync(path.join(server.dataDir, 'sample-accounts.json'), 'utf8'))
  }

  account(person: string): SampleAccount {
    const found = this.accounts.find(({ email }) => email.startsWith(`${person}@`))
    if (!found) throw new Error(`the sample has no account ${person}`)
    return found
  }

  async page(person: string): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.url })
    if (this.clock) await context.clock.setSystemTime(this.clock)
    this.watched.push(watch(context, this.url))
    const page = await context.newPage()
    const { email, password } = this.account(person)
    const answer = await page.request.post('/api/auth/sign-in/email', { data: { email, password } })
    expect(answer.status(), await answer.text()).toBe(200)
    return page
  }

  /** A key and the picture of a signature or a seal, by the API: the screens of keys have a story of their own. */
  async addKey(outside: Outside, person: string, agencyId?: number): Promise<void> {
    const { name, token } = this.account(person)
    const usage = agencyId === undefined ? 'person' : 'agency'
    const from = async (asked: string) => new Blob([await (await fetch(`${outside.url}${asked}`)).arrayBuffer()])
    const holder = agencyId === undefined ? name : 'Bộ Tài chính MẪU'
    const query = new URLSearchParams({ name: holder, usage, password: PASSWORD })
    const send = async (route: string, file: Blob, more: Record<string, string>, version?: number) => {
      const form = new FormData()
      for (const [field, value] of Object.entries(more)) form.set(field, value)
      form.set('file', file, usage === 'agency' ? 'dau.p12' : 'khoa.p12')
      const headers = {
        authorization: `Bearer ${token}`,
        'idempotency-key': crypto.randomUUID(),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      }
      const answer = await fetch(`${this.url}/api/signing-identities${route}`, { method: 'POST', headers, body: form })
      expect(answer.ok, await answer.clone().text()).toBe(true)
      return (await answer.json()) as { id: number }
    }
    // The key of the sample has nobody outside who vouches for its time: it ends first.
    const headers = { authorization: `Bearer ${token}` }
    const list = `${this.url}/api/${agencyId === undefined ? 'me' : `agencies/${agencyId}`}/signing-identities`
    const { identities } = (await (await fetch(list, { headers })).json()) as {
      identities: { id: number; version: number; state: string }[]
    }
    for (const { id, version } of identities.filter(({ state }) => state === 'inForce')) {
      const ended = await fetch(`${this.url}/api/signing-identities/${id}/end`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'if-match': `"${version}"` },
        body: JSON.stringify({ kind: 'ended', reason: 'Thay khóa (MẪU)' }),
      })
      expect(ended.ok, await ended.text()).toBe(true)
    }
    const key = { kind: 'pkcs12', password: PASSWORD, ...(agencyId === undefined ? {} : { agencyId }) }
    const { id } = await send('', await from(`/key?${query}`), { key: JSON.stringify(key) })
    await send(`/${id}/picture`, await from(`/picture?usage=${usage}`), {}, 1)
  }
}

const dialog = (page: Page) => page.getByRole('dialog')
const submit = (page: Page) => dialog(page).locator('button[type=submit]').click()

/** The deputy works in the leader's post today. */
async function deputise(leader: Page, deputy: Page, url: string): Promise<void> {
  const headers = { origin: url }
  const own = async (page: Page) => (await (await page.request.get('/api/me/posts')).json()).posts
  const { postId } = (await own(leader)).find((one: { isCurrent: boolean }) => one.isCurrent)
  const { personId } = await (await deputy.request.get('/api/me')).json()
  const day = await today(leader)
  const data = { postId, deputyId: personId, kind: 'absent', from: day, to: day, reason: 'Đi công tác (MẪU)' }
  const given = await leader.request.post('/api/deputations', { data, headers })
  expect(given.ok(), await given.text()).toBe(true)
  const { deputationId } = (await own(deputy)).find((one: { postId: number }) => one.postId === postId)
  const chosen = await deputy.request.post('/api/me/post', { data: { postId, deputationId }, headers })
  expect(chosen.ok(), await chosen.text()).toBe(true)
}

/** What `pdfsig` says of a PDF, and `openssl` of each signature in it on the day it was made; nobody is asked. */
function verify(pdf: Uint8Array, anchors: string, at: number): { pdfsig: number; openssl: string[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'dieuhanh-verified-'))
  try {
    const file = path.join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    const said = execFileSync('pdfsig', ['-nocert', file], { cwd: folder, encoding: 'utf8' })
    execFileSync('pdfsig', ['-dump', file], { cwd: folder, stdio: 'ignore' })
    const signatures = said.split(/^Signature #/m).slice(1)
    const openssl = signatures.flatMap((one, place) => {
      // pdfsig does not judge time stamps.
      if (!one.includes('Signature is Valid.')) return []
      const ranges = [...one.matchAll(/\[(\d+) - (\d+)\]/g)].map(([, from, to]) =>
        pdf.subarray(Number(from), Number(to)),
      )
      const content = path.join(folder, 'content.bin')
      writeFileSync(content, Buffer.concat(ranges))
      const inputs = ['-in', path.join(folder, `a.pdf.sig${place}`), '-inform', 'DER', '-content', content]
      const trust = ['-CAfile', anchors, '-attime', String(Math.floor(at / 1000)), '-out', '/dev/null']
      const args = ['cms', '-verify', '-binary', '-cades', ...inputs, ...trust]
      // openssl says it on the other stream.
      return [execFileSync('sh', ['-c', 'exec openssl "$@" 2>&1', 'sh', ...args], { encoding: 'utf8' }).split('\n')[0]!]
    })
    return { pdfsig: said.match(/Signature is Valid\./g)?.length ?? 0, openssl }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('không giấy tờ: đến với ba chữ ký, trả lời, ký thay, đóng dấu, hồ sơ, hai năm sau nộp lưu trữ và kiểm tra lại', async ({
  browser,
}) => {
  // Seven people, two servers, one of them two years later.
  test.setTimeout(600_000)
  const outside = await startOutside()
  const folder = emptyFolder()
  const anchors = path.join(folder, 'anchors.pem')
  copyFileSync(outside.env.SIGNATURE_ANCHORS!, anchors)
  outside.env.SIGNATURE_ANCHORS = anchors
  let server = await startServer({ ...outside.env, SAMPLE: 'small' }, folder)
  try {
    let office = new Office(browser, server)
    const { accounts } = office
    const nameOf = (person: string) => office.account(person).name
    const [clerk, leader, drafter] = (await Promise.all(
      ['vanthubtc', 'lanhdaobtc', 'soanthaobtc'].map((person) => office.page(person)),
    )) as [Page, Page, Page]
    await office.addKey(outside, 'thutruongbtc')
    const found = await clerk.request.get('/api/agencies/resolve?name=Bộ Tài chính')
    await office.addKey(outside, 'botaichinh', (await found.json()).agency.id)
    const signedOn = Date.now()

    await test.step('văn bản đến với ba chữ ký: kết luận bằng lời, vào sổ', async () => {
      const letter = await (await fetch(`${outside.url}/letter?about=${encodeURIComponent(ABOUT)}`)).arrayBuffer()
      await clerk.goto('/van-ban-den')
      const file = { name: '456-BYT-PC.pdf', mimeType: 'application/pdf', buffer: Buffer.from(letter) }
      await clerk.getByTestId('incoming-file').setInputFiles(file)
      const row = clerk.getByTestId('incoming-upload')
      await expect(row).toContainText('456/BYT-PC', { timeout: 60_000 })
      await row.getByRole('link', { name: 'Mở văn bản' }).click()
      const verdicts = clerk.getByTestId('verdicts')
      await expect(verdicts.getByTestId('verdict-state').first()).toHaveText('Chữ ký hợp lệ', { timeout: 60_000 })
      for (const signer of ['Trần Phụ Trách', 'Nguyễn Ký Mẫu', 'Bộ Y tế MẪU']) {
        const one = verdicts
          .getByTestId('verdict-signature')
          .filter({ has: clerk.getByRole('heading', { name: signer }) })
        await expect(one).toContainText('Chữ ký hợp lệ')
        await expect(one).toContainText('có dấu thời gian chứng minh')
      }
      await clerk.getByTestId('incoming-register').click()
      await expect(dialog(clerk).getByLabel('Nơi gửi')).toHaveValue('Bộ Y tế')
      await clerk.getByRole('checkbox', { name: /^Văn bản xác thực/ }).check()
      await clerk.getByRole('checkbox', { name: 'Văn bản gửi đúng cơ quan' }).check()
      await submit(clerk)
      await expect(clerk.getByTestId('incoming-number')).toHaveText(/^Số đến \d+$/)
    })
    const incoming = new URL(clerk.url()).pathname

    await test.step('lãnh đạo giao, chuyên viên dự thảo trả lời', async () => {
      await leader.goto(incoming)
      await leader.getByTestId('incoming-assign').click()
      await choose(leader, 'Đơn vị hoặc cá nhân', nameOf('soanthaobtc'))
      await dialog(leader).getByRole('checkbox', { name: 'Cần văn bản trả lời' }).check()
      await submit(leader)
      await expect(leader.getByTestId('incoming-state').first()).toHaveText('Đã giao')
      await drafter.goto(incoming)
      await drafter.getByTestId('part-start').click()
      await drafter.getByTestId('incoming-reply').click()
      await choose(drafter, /^Mẫu/, 'Công văn')
      await dialog(drafter).getByLabel('Trích yếu').fill(REPLY)
      await submit(drafter)
      await drafter.getByTestId('draft-text').click()
      await drafter.keyboard.press('Control+End')
      await drafter.keyboard.type('Bộ Tài chính nhất trí với dự thảo Nghị định.')
      await drafter.getByTestId('save-version').click()
      await expect(drafter.locator('.draft-foot').getByRole('status')).toHaveText('Đã lưu')
      await drafter.getByRole('link', { name: 'Về văn bản' }).click()
    })
    const outgoing = new URL(drafter.url()).pathname

    const [first, second, approver] = (await Promise.all(
      ['thamdinhbtc', 'botaichinh', 'chanhvpbtc'].map((person) => office.page(person)),
    )) as [Page, Page, Page]
    const answer = async (page: Page, act: 'agree' | 'sendBack', words?: string) => {
      await page.goto(outgoing)
      await page.getByTestId(`outgoing-${act}`).click()
      if (words)
        await dialog(page)
          .getByLabel(act === 'agree' ? /^Ý kiến/ : /^Lý do/)
          .fill(words)
      await submit(page)
      await expect(page.getByTestId(`outgoing-${act}`)).toHaveCount(0)
    }

    await test.step('trình: hai ý kiến, một lần trả lại, trình lại', async () => {
      await drafter.getByTestId('outgoing-send').click()
      await choose(drafter, 'Người ký', nameOf('lanhdaobtc'))
      // The form begins with the route of the drafter's last document.
      const steps = drafter.getByTestId('step-fields')
      while ((await steps.count()) > 0)
        await steps
          .first()
          .getByRole('button', { name: /^Bỏ bước/ })
          .click()
      for (const [kind, person] of [
        ['opinion', 'thamdinhbtc'],
        ['opinion', 'botaichinh'],
        ['approve', 'chanhvpbtc'],
      ] as const) {
        await drafter.getByTestId(`add-${kind}`).click()
        await choose(drafter, 'Người', nameOf(person))
      }
      await submit(drafter)
      await expect(drafter.getByTestId('outgoing-state')).toHaveText('Đang xin ý kiến')
      await answer(first, 'agree', 'Nhất trí (MẪU).')
      await answer(second, 'sendBack', 'Chưa nêu kinh phí thực hiện (MẪU).')
      await drafter.goto(outgoing)
      await expect(drafter.getByTestId('sent-back')).toContainText('Chưa nêu kinh phí thực hiện (MẪU).')
      await drafter.getByTestId('outgoing-edit').click()
      await drafter.getByTestId('draft-text').click()
      await drafter.keyboard.press('Control+End')
      await drafter.keyboard.type(' Kinh phí bố trí trong dự toán năm sau.')
      await drafter.keyboard.press('Control+s')
      await expect(drafter.locator('.draft-foot').getByRole('status')).toHaveText('Đã lưu')
      await drafter.getByRole('link', { name: 'Về văn bản' }).click()
      await drafter.getByTestId('outgoing-send').click()
      await expect(drafter.getByTestId('step-fields')).toHaveCount(3)
      await submit(drafter)
      await expect(drafter.getByTestId('outgoing-state')).toHaveText('Đang xin ý kiến')
      for (const one of [first, second, approver]) await answer(one, 'agree')
    })

    await test.step('người làm thay ký, văn thư đóng dấu và phát hành', async () => {
      const deputy = await office.page('thutruongbtc')
      await deputise(leader, deputy, server.url)
      await deputy.goto('/van-ban-di?list=toSign')
      await deputy.getByTestId('tray-row').filter({ hasText: REPLY }).first().getByRole('checkbox').check()
      await deputy.getByTestId('sign-many').click()
      await dialog(deputy).getByRole('button', { name: 'Ký 1 văn bản', exact: true }).click()
      await expect(deputy.getByRole('dialog', { name: 'Đã ký 1 văn bản.' })).toBeVisible()
      await clerk.goto(outgoing)
      for (const [act, button] of [
        ['seal', 'Đóng dấu'],
        ['issue', 'Phát hành'],
      ] as const) {
        await clerk.getByTestId(`outgoing-${act}`).click()
        await dialog(clerk).getByRole('button', { name: button, exact: true }).click()
        await expect(clerk.getByTestId(`outgoing-${act}`)).toHaveCount(0)
      }
      await expect(clerk.getByTestId('outgoing-state')).toHaveText('Đã phát hành')
      await expect(clerk.getByTestId('signatures')).toContainText(`ký thay ${nameOf('lanhdaobtc')}`)
    })

    await test.step('xử lý xong; cả hai văn bản vào hồ sơ, hồ sơ kết thúc', async () => {
      await drafter.goto(incoming)
      await drafter.getByTestId('part-finish').click()
      await dialog(drafter).getByLabel('Kết quả xử lý').fill('Đã trả lời bằng công văn (MẪU).')
      await submit(drafter)
      await expect(drafter.getByTestId('incoming-state').first()).toHaveText('Đã xong')
      await drafter.goto('/van-ban/ho-so?act=new')
      await choose(drafter, /^Thời hạn bảo quản/, '10 năm')
      await dialog(drafter)
        .getByLabel(/^Tiêu đề/)
        .fill('Góp ý dự thảo Nghị định (MẪU)')
      await submit(drafter)
      for (const [kind, words] of [
        ['Văn bản đến', '456/BYT-PC'],
        ['Văn bản đi', REPLY],
      ] as const) {
        await drafter.getByTestId('case-addDocument').click()
        await dialog(drafter).getByText(kind, { exact: true }).click()
        await choose(drafter, 'Văn bản', words)
        await submit(drafter)
        await expect(dialog(drafter)).toBeHidden()
      }
      await expect(drafter.getByTestId('case-item')).toHaveCount(2)
      await drafter.getByTestId('case-close').click()
      await submit(drafter)
      await expect(drafter.getByText('đã kết thúc', { exact: true })).toBeVisible()
    })
    const caseFile = new URL(drafter.url()).pathname
    for (const { errors, foreign } of office.watched) expect([errors, foreign]).toEqual([[], []])
    for (const context of browser.contexts()) await context.close()

    await test.step('hai năm sau: nộp lưu trữ, mọi chữ ký còn được kiểm tra khi không hỏi ai', async () => {
      await server.stop()
      // Nobody outside answers any more.
      outside.process.kill('SIGTERM')
      const ahead = {
        NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'days-ahead.mjs')}`,
        DAYS_AHEAD: String(TWO_YEARS),
      }
      server = await startServer({ ...outside.env, SAMPLE: 'small', ...ahead }, folder)
      office = new Office(browser, server, new Date(Date.now() + TWO_YEARS * 86_400_000))
      expect(office.accounts).toEqual(accounts)
      const [keeper, archivist] = await Promise.all([office.page('soanthaobtc'), office.page('vanthubtc')])
      await keeper.goto(caseFile)
      await keeper.getByTestId('case-offer').click()
      await submit(keeper)
      await expect(keeper).toHaveURL(/giao-nop\/\d+/)
      await archivist.goto(new URL(keeper.url()).pathname)
      await archivist.getByTestId('hand-over-accept').click()
      await submit(archivist)
      await expect(archivist.getByTestId('minutes')).toBeVisible()
      const { bytes } = await saved(archivist, () => archivist.getByTestId('package').click())
      const signed = Object.entries(unzipSync(bytes)).filter(
        ([name, content]) => name.endsWith('.pdf') && Buffer.from(content).includes('/ByteRange'),
      )
      expect(signed).toHaveLength(2)
      if (!hasPdfsig) {
        test.info().annotations.push({ type: 'not verified by others', description: 'pdfsig is not installed' })
        return
      }
      const good = 'CAdES Verification successful'
      expect(signed.map(([, content]) => verify(content, anchors, signedOn))).toEqual([
        { pdfsig: 3, openssl: [good, good, good] },
        { pdfsig: 2, openssl: [good, good] },
      ])
      for (const { errors, foreign } of office.watched) expect([errors, foreign]).toEqual([[], []])
      await Promise.all([keeper.context().close(), archivist.context().close()])
    })
  } finally {
    await server.stop()
    outside.process.kill('SIGTERM')
    deleteData(folder)
  }
})
