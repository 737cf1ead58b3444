import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import { leave, signIn, test } from './steps.ts'

/** The ministry's own system: a real server that records what it receives. */
async function startReceiver() {
  const received: { headers: IncomingHttpHeaders; body: string }[] = []
  const server = createServer((request, response) => {
    request.toArray().then((chunks: Buffer[]) => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(200).end('đã ghi')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { received, url: `http://127.0.0.1:${port}/dieu-hanh`, stop: () => server.close() }
}

const NAME = 'Phần mềm quản lý văn bản'

test('a ministry connects its system, which gets signed events of its tasks; another ministry sees none of it', async ({
  page,
  browser,
}) => {
  const receiver = await startReceiver()
  await signIn(page, 'botaichinh')
  await page.goto('/ket-noi?tab=webhooks')
  await removeEndpoints(page)
  await page.getByTestId('webhook-add').click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Tên').fill(NAME)
  await form.getByLabel('Địa chỉ nhận').fill('https://10.0.0.1/dieu-hanh')
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(form.locator('.ant-form-item-explain-error')).toContainText('thuộc mạng nội bộ')
  await expect(form.getByLabel('Tên'), 'what was typed is kept').toHaveValue(NAME)
  await form.getByLabel('Địa chỉ nhận').fill(receiver.url)
  await form.getByRole('button', { name: 'Lưu' }).click()
  const secret = (await page.getByTestId('webhook-secret').innerText()).trim()
  expect(secret).toMatch(/^whsec_/)
  await page.getByRole('button', { name: 'Tôi đã chép' }).click()

  await page.getByTestId('webhook').filter({ hasText: NAME }).getByTestId('webhook-open').click()
  await page.getByTestId('webhook-test').click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toContainText('HTTP 200')
  await expect(drawer).toContainText('đã ghi')
  await drawer.getByRole('button', { name: 'Đóng' }).click()

  const officer = await browser.newContext()
  const other = await officer.newPage()
  await signIn(other, 'theodoi')
  const code = await extendTaskOf(other, 'Bộ Tài chính')
  await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(2)
  const { headers, body } = receiver.received[1]!
  const [, time, signature] = /^t=(\d+),v1=(\w+)$/.exec(String(headers['dieuhanh-signature'])) ?? []
  expect(signature).toBe(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex'))
  expect(JSON.parse(body)).toMatchObject({ sequence: 1, event: 'task.extended', data: { task: { code } } })
  await page.reload()
  const delivery = page.getByTestId('delivery').filter({ hasText: 'Gia hạn nhiệm vụ' })
  await expect(delivery).toContainText('Đã nhận')

  await leave(other)
  await signIn(other, 'boyte')
  await other.goto('/ket-noi?tab=webhooks')
  await expect(other.getByText('Chỉ quản trị hệ thống và người được giao quản lý kết nối')).toBeVisible()
  await expect(other.getByText(receiver.url)).toHaveCount(0)
  await officer.close()
  await removeEndpoints(page)
  receiver.stop()
})

test('without a mail server a message is kept, marked as kept, and readable as it would have been sent', async ({
  page,
}) => {
  await signIn(page, 'quantri')
  await page.goto('/thu')
  await expect(page.getByText('thư được giữ tại đây, không gửi đi')).toBeVisible()
  await page.getByTestId('mail-test').click()
  const row = page.getByTestId('mail-row').first()
  await expect(row).toContainText('Giữ tại đây, không gửi', { timeout: 30_000 })
  await row.getByRole('button', { name: 'Thư thử từ hệ thống Điều Hành' }).click()
  const drawer = page.getByRole('dialog')
  const paper = drawer.locator('iframe')
  await expect(paper, 'nothing in the message may run').toHaveAttribute('sandbox', '')
  await expect(paper).toHaveAttribute('srcdoc', /máy chủ thư đã được đặt đúng/)
  await expect(drawer.getByRole('button', { name: 'Gửi lại thư này' })).toBeVisible()
})

/** Leaves nothing for later stories, and removes what an earlier run on the same server left. */
async function removeEndpoints(page: Page): Promise<void> {
  const { endpoints } = (await (await page.request.get('/api/webhooks')).json()) as {
    endpoints: { id: number; version: number }[]
  }
  for (const { id, version } of endpoints) {
    await page.request.post(`/api/webhooks/${id}/remove`, {
      headers: { origin: process.env.E2E_URL!, 'if-match': String(version) },
    })
  }
  await page.reload()
}

/** Moves the deadline of an open task of an agency; returns its code. */
async function extendTaskOf(page: Page, agency: string): Promise<string> {
  const ask = async <T>(path: string) => (await (await page.request.get(path)).json()) as T
  const { agencies } = await ask<{ agencies: { id: number; name: string }[] }>('/api/agencies')
  const agencyId = agencies.find(({ name }) => name === agency)!.id
  const { rows } = await ask<{ rows: { id: number; code: string; dueOn: string | null; state: string }[] }>(
    `/api/tasks?agencyId=${agencyId}&standing=open&deadlineKind=date&limit=50`,
  )
  const { id, code, dueOn } = rows.find((row) => row.dueOn !== null && row.state !== 'reportedDone')!
  const { version } = await ask<{ version: number }>(`/api/tasks/${id}`)
  const { today } = await ask<{ today: string }>('/api/me')
  const from = dueOn! > today ? dueOn! : today
  const { to: later } = await ask<{ to: string }>(`/api/working-days?from=${from}&add=20`)
  const answer = await page.request.post(`/api/tasks/${id}/extend`, {
    headers: { origin: process.env.E2E_URL!, 'if-match': String(version) },
    data: { newDueOn: later, reason: 'Thử kết nối', approvedBy: '1/VPCP-MẪU' },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return code
}
