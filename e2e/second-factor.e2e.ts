import { createHmac } from 'node:crypto'
import { type Browser, expect, type Page } from '@playwright/test'
import { accountOf, type Person, signOut, test, watch } from './steps.ts'

/** Browsers bind passkeys to host names, never to IP addresses. */
const BASE = process.env.E2E_URL?.replace('127.0.0.1', 'localhost')
test.use({ baseURL: BASE })

/** A sample person that no other story uses. */
const WHO: Person = 'quangninh'
const STEP_MS = 30_000

/** What an authenticator app shows (RFC 6238) for a manually typed secret, `ahead` half minutes from now. */
function codeFor(secret: string, ahead = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replaceAll(' ', '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + ahead))
  const mac = createHmac('sha1', bytes).update(counter).digest()
  const offset = mac.at(-1)! & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function openAccount(page: Page): Promise<void> {
  await page.goto('/tai-khoan')
  await expect(page.getByRole('heading', { level: 1, name: 'Tài khoản của tôi' })).toBeVisible()
}

async function atTheDoor(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/dang-nhap?to=/tong-quan')
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** The console header, with the person in it, is on every page after sign-in. */
const inside = (page: Page) => expect(page.locator('header').getByRole('button', { name: / Mẫu$/ })).toBeVisible()

/** A platform authenticator simulated by Chromium, with a user who always confirms. */
async function plugIn(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function elsewhere(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: BASE,
    userAgent: 'Mozilla/5.0 (iPhone) Version/18.0 Safari/604.1',
  })
  watch(context, BASE!)
  return context.newPage()
}

test('a second factor is enrolled, requested at sign-in, replaced by a passkey, and an unknown session ended', async ({
  page,
  browser,
}) => {
  const who = accountOf(WHO)
  await atTheDoor(page, who)
  await inside(page)
  await openAccount(page)
  let secret = ''
  let recovery = ''

  await test.step('an authenticator app is enrolled with the password and a first code', async () => {
    await page.getByRole('button', { name: 'Đăng ký ứng dụng xác thực' }).click()
    await page.getByLabel('Mật khẩu hiện tại').fill('khong-phai-mat-khau')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await expect(page.getByText('Mật khẩu hiện tại không đúng.').first()).toBeVisible()
    await page.getByLabel('Mật khẩu hiện tại').fill(who.password)
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    secret = (await page.getByTestId('totp-secret').innerText()).replaceAll(' ', '')
    await page.getByLabel('Mã sáu số').fill(codeFor(secret))
    await page.getByRole('button', { name: 'Xác nhận' }).click()
    const codes = page.getByRole('list', { name: 'Mã dự phòng' }).getByRole('listitem')
    await expect(codes).toHaveCount(10)
    recovery = await codes.first().innerText()
    await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click()
    await expect(page.getByText(/Đã đăng ký \d\d:\d\d/)).toBeVisible()
  })

  await test.step('the next sign-in asks for a code, and nothing else opens before that', async () => {
    await signOut(page)
    await atTheDoor(page, who)
    await expect(page.getByRole('heading', { level: 1, name: 'Xác thực lớp thứ hai' })).toBeVisible()
    await page.goto('/nhiem-vu?standing=open')
    await expect(page.getByRole('heading', { level: 1, name: 'Xác thực lớp thứ hai' })).toBeVisible()
    await page.getByLabel(/^Mã sáu số/).fill('000000')
    await page.getByRole('button', { name: 'Xác thực', exact: true }).click()
    await expect(page.getByText(/Mã không đúng/).first()).toBeVisible()
    await page.getByLabel(/^Mã sáu số/).fill(codeFor(secret, 1))
    await page.getByRole('button', { name: 'Xác thực', exact: true }).click()
    await expect(page).toHaveURL(/\/nhiem-vu\?standing=open/)
    await expect(page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' })).toBeVisible()
  })

  await test.step('a passkey is added and signs in alone', async () => {
    await plugIn(page)
    await openAccount(page)
    await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click()
    await page.getByLabel('Tên gọi để nhận ra').fill('Máy ở cơ quan')
    await page.getByLabel('Mật khẩu hiện tại').fill(who.password)
    await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click()
    await expect(page.getByRole('list', { name: 'Khóa truy cập' }).getByText('Máy ở cơ quan')).toBeVisible()
    await signOut(page)
    await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click()
    await inside(page)
    await openAccount(page)
    await expect(page.getByTestId('session').filter({ hasText: 'phiên này' })).toContainText('hai lớp: khóa truy cập')
  })

  await test.step('a session in another browser is listed and ended immediately', async () => {
    const other = await elsewhere(browser)
    await atTheDoor(other, who)
    await other.getByLabel(/^Mã sáu số/).fill(recovery)
    await other.getByRole('button', { name: 'Xác thực', exact: true }).click()
    // Leaving before the response would cancel the request.
    await inside(other)
    await openAccount(other)

    await page.reload()
    const session = page.getByTestId('session').filter({ hasText: 'iPhone' })
    await expect(session).toContainText('hai lớp: mã dự phòng')
    await session.getByRole('button', { name: /^Kết thúc phiên/ }).click()
    await expect(session).toHaveCount(0)
    await other.reload()
    await expect(other.getByRole('heading', { level: 1, name: 'Đăng nhập' })).toBeVisible()
    await other.context().close()
  })

  await test.step('both factors are removed, and a password is enough again', async () => {
    await page.getByRole('button', { name: 'Gỡ khóa truy cập “Máy ở cơ quan”?' }).click()
    await page.getByRole('button', { name: 'Đồng ý' }).click()
    await expect(page.getByText('Chưa có khóa truy cập nào.')).toBeVisible()
    await page.getByRole('button', { name: 'Gỡ ứng dụng xác thực' }).click()
    await page.getByLabel('Mật khẩu hiện tại').fill(who.password)
    await page.locator('form').getByRole('button', { name: 'Gỡ ứng dụng xác thực' }).click()
    await expect(page.getByText('Chưa đăng ký', { exact: true })).toBeVisible()
    await signOut(page)
    await atTheDoor(page, who)
    await inside(page)
  })
})

test('an API token is created, shown once, and revoked', async ({ page, request }) => {
  await atTheDoor(page, accountOf(WHO))
  await inside(page)
  await openAccount(page)
  await page.getByRole('button', { name: 'Tạo mã API' }).click()
  await page.getByLabel('Dùng để làm gì').fill('Sổ tay cá nhân')
  await page.getByRole('combobox', { name: 'Phạm vi' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: 'Nhiệm vụ' }).click()
  await page.keyboard.press('Escape')
  await page.locator('form').getByLabel('Mật khẩu hiện tại').fill(accountOf(WHO).password)
  await page.locator('form').getByRole('button', { name: 'Tạo mã API' }).click()
  const token = await page.getByTestId('token').innerText()
  const ask = (url = '/api/me') => request.get(url, { headers: { authorization: `Bearer ${token}` } })
  expect((await ask()).status()).toBe(200)
  expect((await ask('/api/tasks')).status()).toBe(200)
  expect((await ask('/api/directives')).status()).toBe(403)
  await page.reload()
  await expect(page.getByText(token)).toHaveCount(0)
  await page.getByRole('button', { name: 'Thu hồi mã API “Sổ tay cá nhân”' }).click()
  await expect(page.getByText('Sổ tay cá nhân', { exact: true })).toHaveCount(0)
  expect((await ask()).status()).toBe(401)
})
