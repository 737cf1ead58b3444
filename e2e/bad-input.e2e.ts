import { writeFileSync } from 'node:fs'
import { request as http } from 'node:http'
import { pipeline } from 'node:stream'
import { expect, type Page } from '@playwright/test'
import { catBytes, docxBytes, noTaskBytes, pdfWithoutPages, secretBytes } from './documents.ts'
import { dropFile, signIn, test } from './steps.ts'

const MEGABYTE = 1024 * 1024

interface Bad {
  what: string
  name: string
  bytes: () => Uint8Array
  /** The message on screen: what is wrong, then what to do. */
  message: RegExp
}

const UNREADABLE: Bad[] = [
  {
    what: 'an empty file',
    name: 'rong.docx',
    bytes: () => new Uint8Array(),
    message: /Tệp rỗng \(0 byte\)\. Hãy kiểm tra lại tệp gốc/,
  },
  {
    what: 'a PDF without pages',
    name: 'khong-trang.pdf',
    bytes: pdfWithoutPages,
    message: /Tệp PDF không có trang nào\. Hãy tạo lại tệp PDF từ văn bản gốc rồi nộp lại\./,
  },
  {
    what: 'the photograph of a cat',
    name: 'con-meo.jpg',
    bytes: catBytes,
    message: /không có chữ đọc được\. Hãy /,
  },
  {
    what: 'a secret document',
    name: 'van-ban-mat.txt',
    bytes: secretBytes,
    message:
      /Văn bản mang dấu “MẬT” nên không được đưa vào hệ thống này.+Hãy xử lý văn bản theo quy định về bảo vệ bí mật nhà nước\./,
  },
]

test('each unreadable file is refused with its own message and leaves nothing behind', async ({ page }, info) => {
  await signIn(page, 'theodoi')
  const before = await kept(page)
  await page.goto('/van-ban')
  const sentences = new Set<string>()
  const expectRefusal = async (name: string, message: RegExp) => {
    const result = page.getByTestId('upload').filter({ hasText: name }).locator('.upload-result')
    await expect(result).toContainText(message)
    sentences.add(await result.locator('> span:not(.anticon)').first().innerText())
  }
  for (const { what, name, bytes, message } of UNREADABLE) {
    await test.step(what, async () => {
      await dropFile(page, { name, bytes: bytes() })
      await expectRefusal(name, message)
    })
  }
  await test.step('a file of 51 MB, chosen from a folder', async () => {
    const file = info.outputPath('rat-nang.pdf')
    writeFileSync(file, Buffer.alloc(51 * MEGABYTE, '%PDF-1.7\n'))
    await page.getByTestId('file').setInputFiles(file)
    await expectRefusal('rat-nang.pdf', /Tệp lớn hơn 50 MB\. Hãy nén lại, tách phụ lục thành tệp riêng, hoặc quét lại/)
  })
  expect(sentences.size, 'each has a sentence of its own').toBe(UNREADABLE.length + 1)

  const after = await kept(page)
  expect(after.tasks, 'no task was made').toBe(before.tasks)
  const added = after.directives.filter(({ id }) => !before.directives.some((known) => known.id === id))
  // An unreadable document is kept with the reason until it is dropped; nothing in it can be confirmed.
  for (const { id, state } of added) {
    expect(state).toBe('failed')
    await page.goto(`/van-ban/${id}`)
    await expect(page.getByRole('alert')).toContainText('Hãy ')
    await expect(page.getByTestId('confirm')).toBeHidden()
    await dropDocument(page)
  }
})

test('a Word file named as a PDF is read as Word', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto('/van-ban')
  const row = await dropFile(page, { name: 'quyet-dinh-mau.pdf', bytes: docxBytes() })
  await expect(row).toHaveAttribute('data-state', 'review')
  await row.getByRole('link', { name: 'Rà soát' }).click()
  await expect(page.locator('.review-document')).toContainText(/đuôi.*\.pdf|thực ra là/)
  await dropDocument(page)
})

test('a document without a task says so and cannot be confirmed', async ({ page }) => {
  await signIn(page, 'theodoi')
  const before = await kept(page)
  await page.goto('/van-ban')
  const row = await dropFile(page, { name: 'thong-bao-mau.txt', bytes: noTaskBytes() })
  await expect(row).toContainText('đã đọc: 0 nhiệm vụ, 0 chỉ tiêu.')
  await row.getByRole('link', { name: 'Rà soát' }).click()
  await expect(page.locator('.review-document')).toContainText('Không tìm thấy nhiệm vụ nào trong văn bản.')
  await expect(page.locator('.review-cards')).toContainText('Bôi đen đoạn giao việc trong văn bản để thêm bằng tay.')
  await page.getByTestId('confirm').click()
  const dialog = page.getByRole('dialog', { name: 'Xác nhận thành nhiệm vụ' })
  await expect(dialog).toContainText('Văn bản không có nhiệm vụ nào để xác nhận. Hãy thêm nhiệm vụ bằng tay')
  await expect(dialog.getByRole('button', { name: 'Tạo 0 nhiệm vụ' })).toBeDisabled()
  expect((await kept(page)).tasks).toBe(before.tasks)
})

test('a file of 200 MB is refused by the server itself', async ({ page, baseURL }) => {
  await signIn(page, 'theodoi')
  const before = await kept(page)
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await sendHuge(new URL('/api/directives', baseURL), cookie, 200)
  expect(answer).toEqual({ status: 413, code: 'request.file_too_large' })
  expect(await kept(page)).toEqual(before)
})

test('a file that was uploaded before leads to its document', async ({ page }) => {
  await signIn(page, 'theodoi')
  await page.goto('/van-ban')
  const file = { name: 'lan-hai.txt', bytes: noTaskBytes() }
  const row = await dropFile(page, file)
  await expect(row).toHaveAttribute('data-state', 'refused')
  await expect(row).toContainText('Tệp này đã có: văn bản số 943/TB-VPCP')
  await row.getByRole('link', { name: 'Mở văn bản đã có' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('943/TB-VPCP')
  await dropDocument(page)
})

test('a wrong password gives a plain message and keeps the typed address', async ({ page }) => {
  await page.goto('/dang-nhap')
  await page.getByLabel('Thư điện tử').fill('theodoi@mau.example')
  await page.getByLabel('Mật khẩu').fill('sai-mat-khau')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('mật khẩu không đúng.')
  await expect(page.getByLabel('Thư điện tử')).toHaveValue('theodoi@mau.example')
})

/** Drops the open document, as a person who uploaded it by mistake would. */
async function dropDocument(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bỏ văn bản' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ văn bản' }).click()
  await expect(page).toHaveURL(/\/van-ban$/)
}

interface Kept {
  tasks: number
  directives: { id: number; state: string }[]
}

/** How many tasks there are, and which documents. */
async function kept(page: Page): Promise<Kept> {
  const tasks: { total: number } = await (await page.request.get('/api/tasks?limit=1&count=true')).json()
  const directives: { rows: Kept['directives'] } = await (await page.request.get('/api/directives?limit=100')).json()
  return { tasks: tasks.total, directives: directives.rows.map(({ id, state }) => ({ id, state })) }
}

/** Sends a form whose file has that many MB, generated while it is sent, until the server responds. */
function sendHuge(url: URL, cookie: string, megabytes: number): Promise<{ status: number; code: string }> {
  const boundary = 'dieuhanh-e2e'
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="rat-nang.pdf"\r\n` +
    'Content-Type: application/pdf\r\n\r\n'
  const chunk = Buffer.alloc(MEGABYTE, '%PDF-1.7\n')
  return new Promise((resolve, reject) => {
    let isAnswered = false
    const sending = http(url, {
      method: 'POST',
      headers: { cookie, origin: url.origin, 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
    sending.on('response', async (answer) => {
      isAnswered = true
      const { code } = JSON.parse(Buffer.concat(await answer.toArray()).toString()) as { code: string }
      sending.destroy()
      resolve({ status: answer.statusCode ?? 0, code })
    })
    // A server that has responded may close the connection while the rest is still being sent.
    sending.on('error', (error) => isAnswered || reject(error))
    pipeline(
      function* () {
        yield head
        for (let sent = 0; sent < megabytes && !isAnswered; sent++) yield chunk
        yield `\r\n--${boundary}--\r\n`
      },
      sending,
      () => {},
    )
  })
}

test('an address whose number is no number is of no page', async ({ page }) => {
  await signIn(page, 'theodoi')
  for (const address of ['/to-cong-tac/kien-nghi/abc', '/nhiem-vu/0', '/co-quan/12x']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveText('Không tìm thấy')
  }
})
